"""Writes the reference (public names, commands, formats, overlay tables) from what each is described by."""

import inspect
import re
import shutil
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
from click.testing import CliRunner

import casemgr_jd as jd
from casemgr_jd._field_docs import field_docs
from casemgr_jd._formats import FORMATS
from casemgr_jd.cli.main import program
from casemgr_jd.content.overlay_tables import TABLES, Key

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
    told = field_docs(thing)
    if told:
        yield from (f"- `{one}`: {_plain(words)}" for one, words in told.items())
        yield ""
    for method, function in _methods(thing).items():
        doc = inspect.getdoc(function) if inspect.isfunction(function) else ""
        if doc and not method.startswith("_"):
            yield f"- `{method}()`: {_plain(doc.splitlines()[0])}"
    yield ""


def _methods(thing: type[Any]) -> dict[str, Any]:
    """Return what a class has of its own: what it says, and what bases say that stand on no page."""
    public = tuple(base for base in thing.__mro__[1:] if base.__name__ in jd.__all__)
    own = [base for base in thing.__mro__ if base.__module__.startswith("casemgr_jd.")]
    told = [base for base in own if not any(base in one.__mro__ for one in public)]
    return {name: inspect.getattr_static(thing, name) for base in told for name in vars(base)}


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
                "Takes a theme: " + ", ".join(f"`{one}`" for one in field_docs(jd.Theme)) + ".\n"
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


def overlay_tables() -> Iterator[str]:
    """Yield the page of the tables that an overlay may hold."""
    yield "# Tables of an overlay\n"
    yield "Each table of an overlay with its keys, as our reader takes them. Every table has `before` and"
    yield "`after` as well, with the id of the one to stand beside; see [](../writing-an-overlay.md)."
    yield "An editor offers and checks the keys with what `casemgr-jd schema overlay` prints.\n"
    for name, table in TABLES.items():
        yield f"## {name}\n"
        yield f"`[[{name}]]`: {_plain(table.words)}.\n"
        yield from _keys(table.keys)
        for key in table.keys:
            if key.inside and key.name not in ("items", "scope"):
                yield f"`[[{name}.{key.name}]]`:\n"
                yield from _keys(key.inside)


def _keys(keys: Iterable[Key]) -> Iterator[str]:
    yield "| Key | What it takes | Meaning |\n| --- | --- | --- |"
    for key in keys:
        must = "**Needed.** " if key.needed else ""
        yield f"| `{key.name}` | {_taking(key)} | {must}{_plain(key.meaning)} |"
    yield ""


def _taking(key: Key) -> str:
    if key.choices:
        return ", ".join(f"`{one}`" for one in key.choices)
    # The keys of a sentence stand under [[items]] once.
    return f"{key.takes} as of `[[items]]`" if key.name in ("items", "scope") else key.takes


PAGES: Mapping[str, Callable[[], Iterator[str]]] = {
    "api.md": api,
    "commands.md": commands,
    "formats.md": formats,
    "overlay-tables.md": overlay_tables,
}
