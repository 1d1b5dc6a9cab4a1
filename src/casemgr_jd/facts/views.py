"""A reading as plain data and as a document."""

from typing import Any

from casemgr_jd.facts.posting import SUBJECTS, PostingFacts, Said
from casemgr_jd.model.document import Document, Fact, FactList, Paragraph, Section
from casemgr_jd.model.text import Text

__all__ = ["to_dict", "to_document"]


def to_dict(reading: PostingFacts) -> dict[str, Any]:
    """Return a reading as plain data.

    >>> to_dict(PostingFacts(said=(Said("title", "Case Manager"),)))["facts"]["title"][0]["value"]
    'Case Manager'
    """
    facts: dict[str, list[dict[str, Any]]] = {}
    for one in reading:
        facts.setdefault(one.subject, []).append(_data(one))
    return {
        "document": reading.document,
        "facts": facts,
        "not_found": list(reading.not_found),
        "notes": list(reading.notes),
    }


def _data(one: Said) -> dict[str, Any]:
    place = {"line": one.where.line, "column": one.where.column, "path": one.where.path}
    given = {
        "value": one.value,
        "words": one.words,
        "sentence": one.sentence,
        "section": one.section,
        "need": one.need,
        **place,
    }
    return {key: value for key, value in given.items() if value not in ("", 0)}


def to_document(reading: PostingFacts) -> Document:
    """Return a reading as a document: what was understood, with its words, and what was not found."""
    name = f" of {reading.document}" if reading.document else ""
    facts = [
        Fact(label, Text.plain(_line(reading, subject))) for subject, label in SUBJECTS.items()
    ]
    notes = [Paragraph(Text.plain(note)) for note in reading.notes]
    return Document(
        Text.plain(f"Reading{name}"),
        [Section("understood", "What was understood", [FactList(facts)]), *notes],
    )


_MOST = 6


def _line(reading: PostingFacts, subject: str) -> str:
    said = reading.of(subject)
    shown = "; ".join(map(_told, said[:_MOST]))
    more = f"; and {len(said) - _MOST} more" if len(said) > _MOST else ""
    return f"{shown}{more}" if said else "not found"


def _told(one: Said) -> str:
    place = f"line {one.where.line}" if one.where.line else one.where.path
    quoted = f"“{_short(one.words)}”" if one.words and one.words != one.value else ""
    aside = ", ".join(part for part in (one.need, quoted, place) if part)
    return f"{_short(one.value)} ({aside})" if aside else one.value


def _short(words: str) -> str:
    return words if len(words) <= 80 else f"{words[:79].rstrip()}…"
