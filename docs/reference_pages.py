"""Writes the reference (public names, commands, formats, overlay tables) from what each is described by."""

import ast
import inspect
import re
import shutil
import textwrap
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from enum import Enum
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
from click.testing import CliRunner

import casemgr_jd as jd
from casemgr_jd._formats import FORMATS
from casemgr_jd.cli.main import program
from casemgr_jd.content import read
from casemgr_jd.content.entries import EditionPlan, SectionPlan
from casemgr_jd.content.fields import Fields
from casemgr_jd.law import Statement
from casemgr_jd.model.item import Item
from casemgr_jd.model.place import Place

__all__ = ["PAGES", "write_reference_pages"]

EXAMPLES = Path(__file__).parent.parent / "examples"
MOST_LINES = 24
RUNS: Mapping[str, tuple[str, ...]] = {
    "new": ("new", "--setting", "hospital", "--tier", "senior"),
    "render": ("render", "job.toml", "-f", "text"),
    "import": ("import", "posting.md"),
    "variants": ("variants", "job.toml", "--tiers", "entry,senior", "-o", "drafts"),
    "feed": ("feed", "jobs", "-f", "indeed", "-o", "jobs.xml", "--posted-on", "2026-11-26"),
    "batch": ("batch", "rows.csv", "-o", "postings", "-f", "text", "--on", "2026-11-26"),
    "check": ("check", "posting.md", "--today", "2026-11-26", "--location", "Denver, CO"),
    "read": ("read", "posting.md"),
    "compare": ("compare", "job.toml", "other.toml"),
    "explain": ("explain", "TPL001"),
    "rules": ("rules",),
    "advise": ("advise", "--duty", "utilization_review", "--duty", "scheduling=20"),
    "interview": ("interview", "job.toml"),
    "guide": ("guide", "pay"),
    "list": ("list", "settings"),
    "schema": ("schema", "requisition"),
    "completion": ("completion", "bash"),
}
POSTING = "# RN Case Manager\n\nJoin [Employer] in Denver.\n\n## What you do\n\n- Plan care.\n"
TABLES: Mapping[str, tuple[str, Callable[..., Any], type]] = {
    "items": ("sentences of postings", read.read_item, Item),
    "sections": ("sections of postings", read.read_section, SectionPlan),
    "editions": ("editions, with the sections of each", read.read_edition, EditionPlan),
    "slots": ("blanks of your own", read.read_slot, jd.Slot),
    "settings": ("practice settings", read.read_setting, jd.SettingModule),
    "tiers": ("seniority tiers", read.read_tier, jd.SeniorityTier),
    "roles": ("roles", read.read_role, jd.Role),
    "caseloads": ("caseload ranges", read.read_caseload, jd.CaseloadRange),
    "measures": ("measures, inside a table of [[kpis]]", read._read_kpi, jd.KPI),
    "statements": ("sentences that law at a place wants", read.read_statement, Statement),
    "places": ("places with law of their own", read.read_place, Place),
}
"""The tables of an overlay that an employer writes: what they are, what reads them, and what they become."""
TEXTS = {"text": "text", "number": "number", "flag": "true or false", "names": "list of texts"}
TEXTS |= {"table": "table", "each": "tables", "every": "tables", "day": "date"}
TEXTS |= {"date_text": "date", "optional": "any", "made": "any"}


def write_reference_pages(folder: Path) -> None:
    """Write each page, unless it stands there already as it would be written."""
    folder.mkdir(exist_ok=True)
    for name, make in PAGES.items():
        path, text = folder / name, "\n".join(make()) + "\n"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


# --- Public names -------------------------------------------------------------------------------------


def api() -> Iterator[str]:
    """Yield the page of public names."""
    yield "# Public names\n"
    yield "Everything that `import casemgr_jd as jd` offers, from its own description.\n"
    for name in sorted(jd.__all__, key=str.lower):
        thing = getattr(jd, name)
        if callable(thing):
            yield from _described(name, thing)


def _described(name: str, thing: Any) -> Iterator[str]:
    yield f"## {name}\n"
    yield f"```text\n{_signature(name, thing)}\n```\n"
    yield from _prose(inspect.getdoc(thing) or "")
    if not isinstance(thing, type):
        return
    if issubclass(thing, Enum):
        yield f"One of: {', '.join(f'`{one.value}`' for one in thing)}.\n"
        return
    told = attribute_docs(thing)
    if told:
        yield from (f"- `{one}`: {_plain(words)}" for one, words in told.items())
        yield ""
    for method, function in vars(thing).items():
        doc = inspect.getdoc(function) if inspect.isfunction(function) else ""
        if doc and not method.startswith("_"):
            yield f"- `{method}()`: {_plain(doc.splitlines()[0])}"
    yield ""


def _signature(name: str, thing: Any) -> str:
    try:
        made = str(inspect.signature(thing)).replace("casemgr_jd.", "")
    except (TypeError, ValueError):
        return name
    return "\n".join(textwrap.wrap(f"{name}{made}", 100, subsequent_indent="    "))


def _prose(doc: str) -> Iterator[str]:
    """Yield a docstring as Markdown: words, parts under their headings, and code as code."""
    for part in re.split(r"\n\s*\n", doc):
        if part.lstrip().startswith(">>>"):
            yield f"```python\n{textwrap.dedent(part)}\n```\n"
        elif heading := re.match(r"(Args|Raises|Returns|Yields):\n", part):
            yield f"**{heading[1]}**\n"
            for entry in re.split(r"\n(?=    \S)", part[heading.end() :]):
                yield f"- {_plain(' '.join(entry.split()))}"
            yield ""
        elif part.strip():
            yield f"{_plain(' '.join(part.split()))}\n"


def _plain(words: str) -> str:
    """Words that Markdown must not read as markup, with code as code."""
    pieces = re.split(r"``(.+?)``", words)
    return "".join(
        f"`{one}`" if index % 2 else re.sub(r"([\\`*_\[\]<>|$])", r"\\\1", one)
        for index, one in enumerate(pieces)
    )


def attribute_docs(kind: type) -> dict[str, str]:
    """Return what stands beneath each field of a class and those that it inherits, by its name."""
    found: dict[str, str] = {}
    for one in reversed(kind.__mro__):
        if not one.__module__.startswith("casemgr_jd"):
            continue
        try:
            (tree,) = ast.parse(textwrap.dedent(inspect.getsource(one))).body
        except (OSError, TypeError):
            continue
        body = tree.body if isinstance(tree, ast.ClassDef) else []
        for node, after in pairwise(body):
            is_field = isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
            if is_field and isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
                found[node.target.id] = " ".join(str(after.value.value).split())  # type: ignore[union-attr]
    return found


# --- Commands -----------------------------------------------------------------------------------------


def commands() -> Iterator[str]:
    """Yield the page of commands, each with its help and what a run of it shows."""
    yield "# Commands\n"
    yield "What each command takes, and what it shows. Long output is cut here.\n"
    with TemporaryDirectory() as home:
        _prepare(Path(home))
        with click.Context(program) as context:
            for name in program.list_commands(context):
                yield f"## casemgr-jd {name}\n"
                yield f"```text\n{_ran(Path(home), name, '--help')}\n```\n"
                if name in RUNS:
                    words = " ".join(f'"{one}"' if " " in one else one for one in RUNS[name])
                    yield f"```console\n$ casemgr-jd {words}\n{_cut(_ran(Path(home), *RUNS[name]))}\n```\n"


def _prepare(home: Path) -> None:
    (home / "jobs").mkdir()
    for name, path in (("job.toml", "hospital-senior-rn"), ("other.toml", "home-health-entry-rn")):
        shutil.copy(EXAMPLES / f"{path}.toml", home / name)
    shutil.copy(EXAMPLES / "hospital-senior-rn.toml", home / "jobs" / "rn.toml")
    (home / "posting.md").write_text(POSTING, encoding="utf-8")
    (home / "rows.csv").write_text(
        "organization,tier\nLakeside,entry\nPier,boss\n", encoding="utf-8"
    )


def _ran(home: Path, *arguments: str) -> str:
    import os

    before = Path.cwd()
    os.chdir(home)
    try:
        done = CliRunner().invoke(program, [*arguments], prog_name="casemgr-jd")
    finally:
        os.chdir(before)
    told = str(done.exception) if isinstance(done.exception, jd.CaseMgrError) else ""
    return f"{done.output}{told}".replace("\b", "").rstrip()


def _cut(output: str) -> str:
    lines = output.splitlines()
    return "\n".join([*lines[:MOST_LINES], *(["…"] if len(lines) > MOST_LINES else [])])


# --- Formats ------------------------------------------------------------------------------------------


def formats() -> Iterator[str]:
    """Yield the page of formats, each with its options."""
    yield "# Formats and their options\n"
    yield "An option is given with `--option NAME=VALUE`, under `[publish.FORMAT]` of a requisition, under"
    yield "`[outlets.FORMAT]` of the settings, or in Python with `with_options`.\n"
    for name in FORMATS.names():
        made = FORMATS.get(name)
        yield f"## {name}\n"
        words = (inspect.getdoc(type(made)) or "").splitlines()[0]
        yield f"`{made.media_type}`, `{made.suffix}`. {_plain(words)}\n"
        if hasattr(made, "with_theme"):
            yield (
                "Takes a theme: "
                + ", ".join(f"`{one}`" for one in attribute_docs(jd.Theme))
                + ".\n"
            )
        options = getattr(made, "options", {})
        if options:
            yield "| Option | What it takes |\n| --- | --- |"
            for option, reader in options.items():
                yield f"| `{option}` | {_plain(_takes(reader))} |"
            yield ""


def _takes(reader: Callable[..., Any]) -> str:
    inner = inspect.getclosurevars(reader).nonlocals.get("known")
    if inner:
        return f"one of: {', '.join(inner)}"
    words = (inspect.getdoc(reader) or "text").splitlines()[0]
    return (
        words.removeprefix("Read ").rstrip(".").replace("; the command line gives it as text", "")
    )


# --- Tables of an overlay -----------------------------------------------------------------------------


class Recorder(Fields):
    """Notes which keys a reader takes, and as what; so the page cannot say anything else."""

    def __init__(self) -> None:
        super().__init__({}, "", [])
        self.taken: dict[str, tuple[str, bool]] = {}

    def __getattribute__(self, name: str) -> Any:
        if name not in TEXTS or name == "made":
            return super().__getattribute__(name)
        method = super().__getattribute__(name)
        taken: dict[str, tuple[str, bool]] = super().__getattribute__("taken")

        def noted(key: str, *arguments: Any, **named: Any) -> Any:
            needed = name == "text" and not (arguments or named)
            taken.setdefault(key, (TEXTS[name], needed))
            return method(key, *arguments, **named)

        return noted


def keys_of(reader: Callable[..., Any]) -> dict[str, tuple[str, bool]]:
    """Return the keys that a reader takes, each with its kind and whether it is needed."""
    recorder = Recorder()
    wants = inspect.signature(reader).parameters
    # The keys are taken by the time that it finds nothing given.
    with suppress(jd.InputError):
        reader(recorder, **({"source": None} if "source" in wants else {}))
    return recorder.taken


def overlay_tables() -> Iterator[str]:
    """Yield the page of the tables that an overlay may hold."""
    yield "# Tables of an overlay\n"
    yield "Each table of an overlay with its keys, as our reader takes them. Every table has `before` and"
    yield "`after` as well, with the id of the one to stand beside; see [](../writing-an-overlay.md).\n"
    for name, (words, reader, kind) in TABLES.items():
        told = attribute_docs(kind)
        yield f"## {name}\n"
        yield f"`[[{name}]]`: {_plain(words)}.\n"
        yield "| Key | What it takes | Meaning |\n| --- | --- | --- |"
        for key, (takes, needed) in keys_of(reader).items():
            must = "**Needed.** " if needed else ""
            yield f"| `{key}` | {takes} | {must}{_plain(told.get(key, ''))} |"
        yield ""


PAGES: Mapping[str, Callable[[], Iterator[str]]] = {
    "api.md": api,
    "commands.md": commands,
    "formats.md": formats,
    "overlay-tables.md": overlay_tables,
}
