"""An old posting as a requisition, so that it can be issued anew: what could be taken over, and what could not."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from casemgr_jd._late import late
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.facts.posting import SUBJECTS, PostingFacts, Said
from casemgr_jd.model.requisition import Requisition

__all__ = ["Unread", "requisition_of"]


class Unread(Exception):
    """What was said has no plain meaning in a requisition: the reason, and what to do."""

    def __init__(self, reason: str, hint: str = "fill the field by hand") -> None:
        super().__init__(reason, hint)
        self.reason = reason
        self.hint = hint


def requisition_of(reading: PostingFacts) -> tuple[Requisition, tuple[Problem, ...]]:
    """Return the requisition that a reading gives, and what it does not.

    Nothing is guessed: a fact that says two things, or one that a requisition cannot hold, is listed.
    """
    kept: dict[str, Any] = {}
    unread: list[Problem] = []
    made = Requisition()
    for field, subject, reader in _FIELDS:
        said = reading.of(subject)
        if not said:
            continue
        try:
            value = reader(said)
            if value not in (None, [], ()):
                made = Requisition(**kept, **{field: value})
                kept[field] = value
        except Unread as reason:
            unread.append(_problem(subject, said, reason.reason, reason.hint))
        except InputError as error:
            unread += [_problem(subject, said, one.reason, one.hint) for one in error.problems]
    unread += [
        Problem(SUBJECTS[subject].lower(), "was not found", "give it by hand")
        for subject in reading.not_found
        if subject in _WANTED
    ]
    unread += [Problem("", note) for note in reading.notes]
    return made, (*unread, *_lines_left(reading))


_WANTED = ("title", "employer", "place", "pay", "employment_type", "apply")


def _problem(subject: str, said: tuple[Said, ...], reason: str, hint: str) -> Problem:
    first = next((one for one in said if one.words), said[0])
    line = f", line {first.where.line}" if first.where.line else ""
    quoted = f" (“{first.words}”{line})" if first.words else ""
    return Problem(SUBJECTS[subject].lower(), f"{reason}{quoted}", hint)


def _lines_left(reading: PostingFacts) -> Iterator[Problem]:
    """What a posting says in its own words of the work: the new posting has the guide's words for it."""
    for section, lines in reading.wording.items():
        first = lines[0] if len(lines[0]) <= 60 else f"{lines[0][:59].rstrip()}…"
        count = f"{len(lines)} lines" if len(lines) > 1 else "one line"
        reason = f"{count} of text were not taken over, from “{first}” on"
        yield Problem(section, reason, "add what you need to the posting, or in an overlay")


def _one(said: tuple[Said, ...]) -> str:
    return said[0].value


def _only(said: tuple[Said, ...]) -> str:
    """The one thing that was said; two different ones are for a person to decide."""
    values = {one.data.value for one in said}
    if len(values) > 1:
        raise Unread(f"says {' and '.join(sorted(values)).replace('_', ' ')}", "decide which holds")
    return str(values.pop())


def _employment(said: tuple[Said, ...]) -> str:
    kinds = {one.data.value for one in said} - {"regular"}
    if len(kinds) != 1:
        raise Unread(
            f"says {' and '.join(sorted(kinds)).replace('_', ' ') or 'regular'}",
            "decide which holds",
        )
    return str(kinds.pop())


def _places(said: tuple[Said, ...]) -> "list[dict[str, str]]":
    if any(not one.data.state for one in said):
        raise Unread("names no state", "give city and state")
    return [{"city": one.data.city, "state": one.data.state} for one in said]


def _reach(said: tuple[Said, ...]) -> list[str]:
    states = [one.data.state for one in said if getattr(one.data, "state", "")]
    if not states:
        raise Unread(
            "is open to people anywhere in the country", "list the states in remote_states"
        )
    return states


def _pay(said: tuple[Said, ...]) -> dict[str, Any]:
    said = tuple(
        one for one in said if one is said[0] or not _is_told_again(said[0].data, one.data)
    )
    if len(said) > 1:
        raise Unread(
            "gives several figures: " + "; ".join(one.value for one in said), "give one range"
        )
    pay = said[0].data
    if pay.open_end or pay.minimum is None or pay.maximum is None:
        raise Unread("leaves one end open", "give both ends")
    if pay.period not in ("hour", "year"):
        raise Unread(
            "names no period" if not pay.period else f"is paid by the {pay.period}",
            "give the pay by hour or year",
        )
    if pay.minimum == pay.maximum:
        return {"rate": pay.minimum, "per": pay.period}
    return {"minimum": pay.minimum, "maximum": pay.maximum, "per": pay.period}


_YEARLY_HOURS = range(15 * 52, 50 * 52 + 1)
_ROUNDED = 0.005


def _is_told_again(hourly: Any, other: Any) -> bool:
    """Tell whether a figure is what pay by the hour comes to in a year: both ends, by the same hours."""
    ends = (hourly.minimum, hourly.maximum, other.minimum, other.maximum)
    if (hourly.period, other.period) != ("hour", "year") or not all(ends):
        return False
    low, high = other.minimum / hourly.minimum, other.maximum / hourly.maximum
    return abs(low - high) <= _ROUNDED * high and round(low) in _YEARLY_HOURS


def _words(said: tuple[Said, ...]) -> list[str]:
    return [_whole(one) for one in said if one.data.value not in ("general", "none")]


def _whole(said: Said) -> str:
    """The words with what belongs to them: of "403", "403(b) plan"."""
    found = re.search(
        rf"{re.escape(said.words)}(?:\([a-z]\))?(?: (?:plan|match|insurance|plans))*", said.sentence
    )
    return found[0] if found else said.words


def _required(said: tuple[Said, ...]) -> list[str]:
    return list(dict.fromkeys(one.value for one in said if one.need in ("required", "later")))


def _years(said: tuple[Said, ...]) -> dict[str, Any] | None:
    asked = [one.data for one in said if one.need != "preferred" and one.data.minimum is not None]
    if not asked:
        return None
    first = asked[0]
    if first.minimum != int(first.minimum):
        raise Unread("is not in whole years")
    years: dict[str, Any] = {"minimum": int(first.minimum)}
    if first.maximum is not None:
        years |= {"maximum": int(first.maximum), "or_more": first.or_more}
    return years


def _caseload(said: tuple[Said, ...]) -> dict[str, Any]:
    if len({(one.data.low, one.data.high) for one in said}) > 1:
        raise Unread(
            "gives several figures: " + "; ".join(one.value for one in said), "give one range"
        )
    load = said[0].data
    return {"low": int(load.low), "high": int(load.high), "unit": load.unit}


def _address(said: tuple[Said, ...]) -> str:
    found = (_URL.search(f"{one.words} {one.sentence}") for one in said)
    first = next((match for match in found if match), None)
    if first is None:
        raise Unread("gives no address of the Web", "give apply_url by hand")
    return first[0].rstrip(".,;)")


_URL = late(r"https?://[^\s<>\"]+")


def _contact(said: tuple[Said, ...]) -> str | None:
    found = (_CONTACT.search(f"{one.words} {one.sentence}") for one in said)
    return next((match[0].rstrip(".") for match in found if match), None)


_CONTACT = late(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}")


def _closing(said: tuple[Said, ...]) -> Any:
    ongoing = any(one.data.ongoing for one in said)
    days = {one.data.on for one in said if one.data.on is not None}
    if len(days) > 1:
        raise Unread("names several days", "decide which is the last")
    if not days and not ongoing:
        raise Unread("names a day without a year")
    return days.pop() if days else "ongoing"


_Reader = Callable[[tuple[Said, ...]], Any]
_FIELDS: tuple[tuple[str, str, _Reader], ...] = (
    ("title", "title", _one),
    ("organization", "employer", _one),
    ("locations", "place", _places),
    ("remote_states", "remote_reach", _reach),
    ("work_model", "work_model", _only),
    ("employment_type", "employment_type", _employment),
    ("pay", "pay", _pay),
    ("other_compensation", "other_pay", _words),
    ("benefits", "benefits", _words),
    ("shift", "schedule", lambda said: [one.words for one in said if one.data.value == "shift"]),
    ("flsa_status", "overtime_status", _only),
    ("license", "license", _required),
    ("experience_years", "experience", _years),
    ("caseload", "caseload", _caseload),
    (
        "manager",
        "reports_to",
        lambda said: said[0].value if said[0].value != said[0].words else None,
    ),
    ("apply_url", "apply", _address),
    ("closing_date", "closing", _closing),
    ("accommodation_contact", "accommodation", _contact),
)
