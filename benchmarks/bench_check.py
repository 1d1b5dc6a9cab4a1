"""The checker beside proselint on the same text, how its time grows, and the start-up of the commands."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from itertools import count
from pathlib import Path

from _interleave import medians, report

import casemgr_jd as jd
from casemgr_jd.reading.source import forget_blocks

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 23)
FIRST, SIBLING, THIRD = "<= 0.2", "<= 0.083", "<= 0.33"
SIZES = (10_000, 100_000, 1_000_000)


@cache
def _registered() -> None:
    """Register proselint's checks, once: registered again, each would run again."""
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry

    CheckRegistry().register_many(__register__)


def proselint(text: str) -> Callable[[], object]:
    """Return a check of *text* by proselint with its default settings, rules loaded."""
    from proselint.config import DEFAULT
    from proselint.tools import LintFile

    _registered()
    return lambda: LintFile("posting.md", text).lint(DEFAULT)


def in_process(posting: jd.Posting) -> None:
    """A built posting and documents, each beside proselint on the same words."""
    built = str(jd.render(posting, "markdown"))
    bad = (ROOT / "tests" / "checks" / "corpus" / "sixty-defects.md").read_text(encoding="utf-8")
    found = medians(
        {
            "built": _first(lambda: jd.check(posting, today=TODAY)),
            "rendered": _first(_check(built)),
            "theirs": proselint(built),
            "bad": _first(_check(bad)),
            "theirs on bad": proselint(bad),
        },
        rounds=31,
    )
    theirs = "proselint on the same text"
    report("a built posting, first", found["built"], found["theirs"], theirs, FIRST)
    report("the same as Markdown, first", found["rendered"], found["theirs"], theirs, FIRST)
    report("sixty defects, first", found["bad"], found["theirs on bad"], theirs, FIRST)


def siblings(posting: jd.Posting) -> None:
    """Variants one after the other, in a run of their own: a first check forgets the sibling."""
    built = str(jd.render(posting, "markdown"))
    found = medians(
        {"variant": _next(map(_check, variants_of(built))), "theirs": proselint(built)}, rounds=31
    )
    first = medians({"rendered": _first(_check(built)), "theirs": proselint(built)}, rounds=31)
    theirs = "proselint on the same text"
    report("a variant after its sibling", found["variant"], found["theirs"], theirs, SIBLING)
    # taken in two runs: proselint, which is in both, tells how busy the machine was in each
    checked = first["rendered"] * found["theirs"] / first["theirs"]
    report("a variant", found["variant"], checked, "a first check", THIRD)


def variants_of(text: str) -> Iterator[str]:
    """Yield the text with four of its longer lines changed, each time in another way."""
    lines = text.split("\n")
    longer = [index for index, line in enumerate(lines) if len(line) > LONG]
    for number in count():
        changed = list(lines)
        for step in range(4):
            at = longer[(number * 4 + step) % len(longer)]
            changed[at] = f"{changed[at].rstrip('.')} in area {number}."
        yield "\n".join(changed)


LONG = 40


def _first(check: Callable[[], object]) -> Callable[[], object]:
    """Return the check of a text of which no block was seen before; rules and phrases are loaded."""

    def unseen() -> object:
        forget_blocks()
        return check()

    return unseen


def _next(checks: Iterator[Callable[[], object]]) -> Callable[[], object]:
    return lambda: next(checks)()


def growth() -> None:
    """Time for each kilobyte: flat if the check is linear. The text is good postings, one after the other."""
    folder = ROOT / "tests" / "checks" / "corpus" / "good"
    prose = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.md")))
    texts = {size: (prose * (size // len(prose) + 1))[:size] for size in SIZES}
    found = medians({str(size): _check(text) for size, text in texts.items()}, rounds=5, seconds=0)
    each = {size: found[str(size)] / (size / 1000) for size in SIZES}
    for size in SIZES:
        report(
            f"each KB of {size // 1000} KB",
            each[size],
            each[SIZES[0]],
            "each KB of 10 KB",
            "<= 1.5",
        )


def _check(text: str) -> Callable[[], object]:
    return lambda: jd.check_document(text, today=TODAY, format="markdown")


def start_up(posting: jd.Posting) -> None:
    """From the shell: each command on the same file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "posting.md"
        path.write_text(str(jd.render(posting, "markdown")), encoding="utf-8")
        commands = {
            "ours": [sys.executable, "-m", "casemgr_jd", "check", str(path)],
            "proselint": [sys.executable, "-m", "proselint", "check", str(path)],
        }
        alex = shutil.which("alex")
        if alex:
            commands["alex"] = [alex, str(path)]
        found = medians(
            {name: _process(command) for name, command in commands.items()}, rounds=11, seconds=0
        )
    for name in list(commands)[1:]:
        report("casemgr-jd check FILE", found["ours"], found[name], f"{name} FILE", "<= 1.35")
    if not alex:
        print("alex: not installed here (npm install -g alex), so not compared")


def _process(command: list[str]) -> Callable[[], object]:
    return lambda: subprocess.run(command, capture_output=True, check=False)


if __name__ == "__main__":
    example = jd.build(jd.load_requisition(ROOT / "examples" / "hospital-senior-rn.toml"))
    in_process(example)
    siblings(example)
    growth()
    start_up(example)
