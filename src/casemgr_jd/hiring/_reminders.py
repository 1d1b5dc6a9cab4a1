"""What must not be asked: everywhere, and by the law of the places where the job may be done."""

from collections.abc import Iterator

from casemgr_jd._names import joined, snake
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.interviewing import Taboo
from casemgr_jd.hiring._law import LawRow, federal, law_rows
from casemgr_jd.hiring.parts import Reminder
from casemgr_jd.model.requisition import Requisition

__all__ = ["reminders"]

_SURE = ("high", "medium")


def reminders(requisition: Requisition, catalog: Catalog) -> tuple[Reminder, ...]:
    """Return the questions not to ask, each with its law; those of a place follow those of everywhere."""
    taboos = catalog.interviewing.taboos
    return (*map(_everywhere, taboos), *_by_place(requisition, catalog))


def _everywhere(taboo: Taboo) -> Reminder:
    return Reminder(taboo.id, taboo.text, tuple(map(federal, taboo.federal)))


def _by_place(requisition: Requisition, catalog: Catalog) -> Iterator[Reminder]:
    names = {place.id: place.name for place in catalog.places}
    reached = {*catalog.places_of(requisition.locations), *requisition.remote_states}
    for taboo in catalog.interviewing.taboos:
        rows = [
            row
            for row in (law_rows(taboo.law) if taboo.law else ())
            if row.place in reached and _reaches(row, requisition)
        ]
        for place in dict.fromkeys(row.place for row in rows):
            here = [row for row in rows if row.place == place]
            yield _of_place(taboo, names.get(place, place), here)


def _reaches(row: LawRow, requisition: Requisition) -> bool:
    # An unknown headcount may be above the threshold: a reminder too many harms nobody.
    return requisition.employees is None or requisition.employees >= row.employees


def _of_place(taboo: Taboo, place: str, rows: list[LawRow]) -> Reminder:
    return Reminder(
        id=f"{taboo.id}.{snake(rows[0].place)}",
        text=" ".join(_sentences(taboo, place, rows)),
        citations=tuple(dict.fromkeys(row.citation for row in rows)),
        place=place,
    )


def _sentences(taboo: Taboo, place: str, rows: list[LawRow]) -> Iterator[str]:
    sure = all(row.citation.confidence in _SURE for row in rows)
    what = joined([row.what for row in rows], "and")
    words = taboo.sure if sure else taboo.unsure
    yield words.replace("{place}", place).replace("{what}", what)
    for row in rows:
        if row.since and row.since not in row.note:
            yield f"In force since {row.since}."
        if row.note:
            yield row.note
