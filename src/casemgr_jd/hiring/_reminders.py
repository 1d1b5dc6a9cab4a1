"""What must not be asked where the job may be done."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from casemgr_jd.content.catalog import Catalog
from casemgr_jd.hiring._data import table
from casemgr_jd.hiring.parts import Reminder
from casemgr_jd.model.citation import Citation
from casemgr_jd.model.requisition import Requisition

__all__ = ["PAST_PAY", "pay_advice", "reminders"]

PAST_PAY = "ask.past_pay"
_SURE = ("high", "medium")


def reminders(requisition: Requisition, catalog: Catalog) -> tuple[Reminder, ...]:
    """Return the questions not to ask: past pay by jurisdiction, then the topics to leave alone."""
    return (*_past_pay(requisition, catalog), *_topics())


def pay_advice() -> tuple[str, str]:
    """Return how to ask about pay, and why to do so everywhere.

    >>> pay_advice()[0]
    'Do not ask what the candidate earns or earned, and do not ask for pay stubs; ask what ...'
    """
    advice = table("not_to_ask")["pay"]
    return advice["text"], advice["everywhere"]


def _past_pay(requisition: Requisition, catalog: Catalog) -> Iterator[Reminder]:
    names = {place.id: place.name for place in catalog.places}
    reached = {*catalog.places_of(requisition.locations), *requisition.remote_states}
    for entry in table("not_to_ask")["past_pay"]:
        key = str(entry["place"])
        if key in reached:
            place = names.get(key, key)
            yield Reminder(
                id=f"{PAST_PAY}.{key.lower().replace('-', '_')}",
                text=" ".join(_sentences(entry, place)),
                citation=_citation(entry),
                place=place,
            )


def _sentences(entry: Mapping[str, Any], place: str) -> Iterator[str]:
    if entry["confidence"] in _SURE:
        yield f"{place} limits questions about past pay."
    else:
        yield f"{place} is reported to limit questions about past pay; confirm it before you rely on it."
    if "since" in entry:
        since: date = entry["since"]
        yield f"In force since {since.isoformat()}."
    if "note" in entry:
        yield entry["note"]


def _topics() -> Iterator[Reminder]:
    for entry in table("not_to_ask")["topics"]:
        yield Reminder(entry["id"], entry["text"], _citation(entry))


def _citation(entry: Mapping[str, Any]) -> Citation:
    as_of = table("not_to_ask")["as_of"]
    return Citation(entry["citation"], as_of=as_of, confidence=entry["confidence"])
