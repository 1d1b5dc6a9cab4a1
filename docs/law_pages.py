"""Writes the page with the whole table of packaged law, from the records that the checker reads."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from rule_pages import plain

from casemgr_jd._names import joined
from casemgr_jd.checks.views.standing import dates_words, threshold_words
from casemgr_jd.law import (
    Job,
    Law,
    PayLaw,
    ProtectedClasses,
    Reach,
    Wording,
    about,
    all_laws,
    place_name,
    places,
    standing,
)
from casemgr_jd.law.reach import COUNTRY

__all__ = ["write_law_page"]

INTRODUCTION = """\
# The packaged law

{count} records on {places} places, gathered by {as_of}. Information, not legal advice: a record says what was
found, where, and how sure that is; *unconfirmed* was read in no source and never makes an error. Each place
is one file of `casemgr_jd/data/law/places`, in which the words of this table are explained.
"""
HEAD = (
    "| About | Law | Dates | Reaches | What it says | Confidence | Look again by |\n"
    "| --- | --- | --- | --- | --- | --- | --- |"
)


def write_law_page(path: Path) -> None:
    """Write the page, unless it stands there already as it would be written."""
    text = "\n".join(_parts())
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def _parts() -> Iterator[str]:
    laws = sorted(all_laws(), key=lambda law: (law.place != "US", place_name(law.place)))
    named = {law.place for law in laws}
    gathered = max(law.as_of for law in laws)
    yield INTRODUCTION.format(count=len(laws), places=len(named), as_of=gathered)
    for place, members in groupby(laws, key=lambda law: law.place):
        yield f"({place.lower()})=\n## {_title(place)}\n\n{HEAD}"
        yield "\n".join(map(_row, members)) + "\n"


def _title(place: str) -> str:
    name = place_name(place)
    return name[0].upper() + name[1:]


def _row(law: Law) -> str:
    reach = Reach(places().get(law.place, COUNTRY), "located")
    sized = threshold_words(standing(Job(), law, reach)).removesuffix(": head-count not given")
    address = law.address
    cited = f"[{plain(law.citation)}]({address})" if address else plain(law.citation)
    cells = (
        about(law),
        cited,
        dates_words(law),
        sized,
        plain(" ".join(_said(law))),
        law.confidence,
        str(law.review_by),
    )
    return f"| {' | '.join(cells)} |"


def _said(law: Law) -> Iterator[str]:
    if isinstance(law, PayLaw):
        wants = ", ".join(law.wants).replace("_", " ")
        yield f"Wants: {wants}." if wants else "Wants nothing in the posting."
    if isinstance(law, ProtectedClasses):
        yield f"Protects {joined(law.names, 'and')}."
    elif isinstance(law, Wording):
        yield f"{law.condition.replace('_', ' ').capitalize()}:"
        yield f"“{law.text}”" if law.text is not None else "better left out of the posting."
    elif text := getattr(law, "text", None) or getattr(law, "name", ""):
        yield f"{text}".rstrip(".") + "."
    if law.note:
        yield law.note
