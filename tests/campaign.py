"""Tries without end, by kind: whatever is changed in a file or a value, it is read or refused by us.

The tests run a few of each kind; ``nox -s fuzz -- --count 5000 --seed 7`` runs as many as are wanted. The
same seed and number give the same try, so that what is found can be looked at again.
"""

import argparse
import io
import json
import random
import sys
import tempfile
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from time import process_time
from typing import Any

from attrs import evolve, fields
from samples import complete
from wrong_values import PLAIN, PYTHON, paths, replaced

import casemgr_jd as jd
from casemgr_jd.batching.sources import open_table
from casemgr_jd.content.packaged import packaged_tables
from casemgr_jd.errors import CaseMgrError
from casemgr_jd.reading.open import read_document
from casemgr_jd.renderers.theme import load_theme
from casemgr_jd.serde.requisition import requisition_of
from casemgr_jd.serde.table.rows import RowReader

Chance = random.Random
Try = Callable[[Chance, Path], object]

TOML = (*PLAIN, date(2026, 11, 23))
TODAY = date(2026, 11, 26)


# --- what is changed -----------------------------------------------------------------------------------


def nested() -> dict[str, Any]:
    """Return a requisition as a file may hold it, with every table that one can have."""
    saved: dict[str, Any] = json.loads(jd.dumps(complete()))
    saved["caseload"] = {
        "low": 1,
        "high": 2,
        "unit": "clients",
        "basis": "active census",
        "adjusted_for": ["acuity"],
        "source": {"title": "x", "as_of": "2026-01-01"},
    }
    saved["experience_years"] = {"minimum": 1, "maximum": 2, "or_more": True}
    saved["extra"] = {"union": "Local 12", "units": ["a", "b"]}
    return saved


def small(table: Mapping[str, Any]) -> dict[str, Any]:
    """Return the first two entries of each list of a content file, as an overlay may have them."""
    return {key: value[:2] if isinstance(value, list) else value for key, value in table.items()}


@cache
def content() -> dict[str, dict[str, Any]]:
    return {name: small(table) for name, table in packaged_tables()[0].items()}


@cache
def posting() -> jd.Posting:
    return jd.build(complete(tier="senior", setting=("hospital",)))


@cache
def rendered(form: str) -> bytes:
    made = jd.render(posting(), form)
    return made if isinstance(made, bytes) else made.encode()


@cache
def places(name: str) -> tuple[Any, list[tuple[Any, ...]]]:
    """Return a tree by its name, and the path of every place in it."""
    tree: dict[str, Callable[[], Any]] = {
        "requisition": nested,
        "posting": lambda: json.loads(jd.dumps(posting())),
    }
    value: Any = tree[name]() if name in tree else content()[name]
    return value, list(paths(value))


def _one_changed(name: str, chance: Chance, values: tuple[Any, ...]) -> Any:
    value, spots = places(name)
    return replaced(value, chance.choice(spots), chance.choice(values))


def bytes_changed(data: bytearray, chance: Chance) -> None:
    for _ in range(chance.randint(1, min(20, len(data) // 100 + 1))):
        data[chance.randrange(len(data))] = chance.randrange(256)


def piece_cut(data: bytearray, chance: Chance) -> None:
    start = chance.randrange(len(data))
    del data[start : start + chance.randint(1, min(2000, len(data) // 8 + 1))]


def piece_doubled(data: bytearray, chance: Chance) -> None:
    start = chance.randrange(len(data))
    data[start:start] = data[start : start + chance.randint(1, 200)]


def letter_changed(data: bytearray, chance: Chance) -> None:
    """Change as little as a slip of the hand does."""
    place = chance.choice([number for number, one in enumerate(data) if chr(one).isalnum()])
    data[place] = ord(chance.choice("abz059"))


def end_lost(data: bytearray, chance: Chance) -> None:
    del data[chance.randrange(1, len(data)) :]


CHANGES = (bytes_changed, piece_cut, piece_doubled, end_lost)


def damaged(data: bytes, chance: Chance) -> bytes:
    changed = bytearray(data)
    chance.choice(CHANGES)(changed, chance)
    return bytes(changed)


# --- the tries -----------------------------------------------------------------------------------------


def _requisition(chance: Chance, folder: Path) -> object:
    made = requisition_of(_one_changed("requisition", chance, PYTHON))
    # What an overlay alone would know is not built.
    return jd.dumps(made), jd.build(evolve(made, extra={})).heading


def _arguments(chance: Chance, folder: Path) -> object:
    field = chance.choice([one.name for one in fields(jd.Requisition)])
    return jd.build(jd.Requisition(**{field: chance.choice(PYTHON)})).heading


def _requisition_file(chance: Chance, folder: Path) -> object:
    suffix = chance.choice(["toml", "json"])
    text = jd.dumps(complete()) if suffix == "json" else _EXAMPLE
    file = folder / f"r.{suffix}"
    changed = bytearray(text.encode())
    chance.choice([letter_changed, letter_changed, *CHANGES])(changed, chance)
    file.write_bytes(changed)
    return jd.build(jd.load_requisition(file)).heading


_EXAMPLE = """
setting = ["hospital"]
tier = "senior"
role = "rn"
organization = "Lakeside"
locations = [{ city = "Denver", state = "CO" }]
pay = { minimum = 71000, maximum = 91000, per = "year" }
caseload = { low = 15, high = 20, unit = "patients", basis = "per day" }
benefits = ["medical", "dental"]
posted_on = 2026-11-20
"""


def _saved(chance: Chance, folder: Path) -> object:
    if chance.random() < 0.5:
        text = json.dumps(_one_changed("posting", chance, PLAIN))
    else:
        text = damaged(jd.dumps(posting()).encode(), chance).decode("utf-8", "replace")
    read = jd.loads(text)
    return jd.render(read, chance.choice(["markdown", "html", "text", "outline"]))


def _overlay(chance: Chance, folder: Path) -> object:
    name = chance.choice([*content()])
    catalog = jd.load_catalog().overlay_tables({name: _one_changed(name, chance, TOML)})
    return jd.render(jd.build(complete(tier="senior"), catalog=catalog), "markdown")


def _theme(chance: Chance, folder: Path) -> object:
    given = {
        "accent": '"#7a1f3d"',
        "font": '"Georgia"',
        "logo": '"logo.svg"',
        "logo_alt": '"x"',
        "fonts": '"fonts"',
    }
    kept = {key: given[key] for key in chance.sample([*given], chance.randint(1, 3))}
    kept[chance.choice([*given])] = chance.choice(_THEME_VALUES)
    text = "".join(f"{key} = {value}\n" for key, value in kept.items()).encode()
    (folder / "logo.svg").write_bytes(damaged(_LOGO, chance))
    (folder / "theme.toml").write_bytes(damaged(text, chance) if chance.random() < 0.3 else text)
    theme = load_theme(folder / "theme.toml")
    return jd.get_renderer("html").with_theme(theme).render(posting())


_LOGO = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>"
_THEME_VALUES = (
    *("true", "1", "-1.5", "nan", "inf", '""', '"\\u001b[31m"', "[]", "[1]", "{}", "2026-01-01"),
    *('"."', '"a\\u0000b"', "{ a = [{}] }", '"#fff"', '"red"', '"Georgia;}"', '"../logo.svg"'),
)


def _word(chance: Chance, folder: Path) -> object:
    file = folder / "posting.docx"
    file.write_bytes(damaged(rendered("docx"), chance))
    return read_document(file)[0].blocks


def _word_part(chance: Chance, folder: Path) -> object:
    """Changed before it is packed, so that the damage reaches the reader of XML."""
    with zipfile.ZipFile(io.BytesIO(rendered("docx"))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(["word/document.xml", "word/styles.xml", "[Content_Types].xml"])
    parts[name] = damaged(parts[name], chance)
    file = folder / "posting.docx"
    with zipfile.ZipFile(file, "w") as archive:
        for one, data in parts.items():
            archive.writestr(one, data)
    return read_document(file)[0].blocks


def _page(chance: Chance, folder: Path) -> object:
    file = folder / chance.choice(["page.html", "page.json"])
    form = "html" if file.suffix == ".html" else "jsonld"
    file.write_bytes(damaged(_whole(form), chance))
    return repr(jd.load_page(file))


@cache
def _whole(form: str) -> bytes:
    context = jd.RenderContext(allow_incomplete=True)
    return str(jd.render(posting(), form, context)).encode()


def _document(chance: Chance, folder: Path) -> object:
    name, form = chance.choice([("a.html", "html"), ("a.md", "markdown"), ("a.txt", "text")])
    (folder / name).write_bytes(damaged(rendered(form), chance))
    return read_document(folder / name)[0].blocks, jd.read_posting(folder / name).requisition()


def _table(chance: Chance, folder: Path) -> object:
    suffix = chance.choice(["csv", "tsv", "jsonl", "xlsx", "parquet"])
    file = folder / f"rows.{suffix}"
    file.write_bytes(damaged(_rows(suffix), chance))
    table = open_table(str(file), None)
    reader = RowReader(table.header, jd.TableMap(), table.grows)
    return [reader, *table]


@cache
def _rows(suffix: str) -> bytes:
    if suffix == "jsonl":
        return b'{"organization": "Lakeside", "tier": "senior"}\n' * 3
    out = io.BytesIO()
    if suffix == "xlsx" and find_spec("openpyxl"):
        from openpyxl import Workbook

        book = Workbook()
        for row in _ROWS.splitlines():
            book.worksheets[0].append(row.split(","))
        book.save(out)
    elif suffix == "parquet" and find_spec("pyarrow"):
        import pyarrow
        from pyarrow import parquet

        parquet.write_table(pyarrow.table({"organization": ["Lakeside"], "tier": ["senior"]}), out)
    return out.getvalue() or _ROWS.replace(",", "\t" if suffix == "tsv" else ",").encode()


_ROWS = "organization,tier,pay\n" + 'Lakeside,senior,"71,000"\n' * 5

KINDS: dict[str, Try] = {
    "requisition": _requisition,
    "arguments": _arguments,
    "requisition file": _requisition_file,
    "saved": _saved,
    "overlay": _overlay,
    "theme": _theme,
    "word": _word,
    "word part": _word_part,
    "page": _page,
    "document": _document,
    "table": _table,
}


def attempt(kind: str, seed: int, number: int, folder: Path) -> str:
    """Make a try; return ``read``, ``told``, or what somebody else's exception says."""
    try:
        KINDS[kind](random.Random(f"{kind} {seed} {number}"), folder)
    except CaseMgrError as error:
        return "told" if str(error) else f"{type(error).__name__} without words"
    except Exception as error:  # what is looked for
        return f"{type(error).__name__}: {error}"
    return "read"


def main(arguments: list[str]) -> int:
    """Run a campaign and print its counts; the status is 1 where something foreign was raised."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1_000, help="tries of each kind")
    parser.add_argument("--kind", action="append", choices=[*KINDS], help="only these kinds")
    asked = parser.parse_args(arguments)
    warnings.simplefilter("ignore")
    found = 0
    with tempfile.TemporaryDirectory() as folder:
        for kind in asked.kind or KINDS:
            counts: Counter[str] = Counter()
            start = process_time()
            for number in range(asked.count):
                said = attempt(kind, asked.seed, number, Path(folder))
                counts["read" if said == "read" else "told" if said == "told" else "foreign"] += 1
                if said not in ("read", "told"):
                    print(f"{kind} {number}: {said[:300]}")
            found += counts["foreign"]
            print(
                f"{kind}: seed {asked.seed}, {asked.count} tries, {counts['read']} read, "
                f"{counts['told']} told, {counts['foreign']} foreign, {process_time() - start:.0f} s",
                flush=True,
            )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
