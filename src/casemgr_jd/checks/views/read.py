"""The head of a report: what was read of the posting, and which law was looked at."""

from collections.abc import Iterator
from datetime import date
from textwrap import shorten
from typing import Any

from casemgr_jd._names import joined
from casemgr_jd.checks.report import Report
from casemgr_jd.checks.views.standing import threshold_words
from casemgr_jd.facts.labels import says_nothing
from casemgr_jd.facts.posting import PostingFacts, Said
from casemgr_jd.law import Law, Standing, Surveyed, about
from casemgr_jd.model.moment import long_date
from casemgr_jd.reading.lexicon import word_list

__all__ = ["NOT_FOUND", "reading_lines", "title_read"]

NOT_FOUND = "not found"

#: What a misreading would show in first; the rest of a reading is for ``casemgr-jd read``.
_SHOWN = {
    "title": "Title",
    "employer": "Employer",
    "place": "Place",
    "remote_reach": "Remote from",
    "pay": "Pay",
    "work_model": "Work model",
    "schedule": "Schedule",
    "license": "License",
    "reports_to": "Reports to",
    "apply": "How to apply",
    "closing": "Closes",
    "eeo": "Equal opportunity",
}
_OPTIONAL = ("remote_reach", "work_model")
_BY_SENTENCE = ("schedule",)
"""Subjects of which the kind alone was understood."""
_INSTEAD = {"schedule": "employment_type"}
"""What tells the most of a subject of which nothing was found: "full time" says how long one works."""
_BY_WORDS = ("work_model",)
"""Subjects whose kinds have names for data ("onsite"); the words of the posting are for people."""
_BY_ADDRESS = ("apply",)
_BY_NAME = ("reports_to",)
"""Subjects of which the words that announce them tell nothing by themselves."""
_BY_NEED = ("license",)
"""Subjects of which a reader must see whether they are asked for or only wished."""
_NO_NEED, _SAID_NEEDS = "none", ("preferred", "later")
_CLAUSE_ENDS = (".", ",", ";", ":", "(")
_MOST, _LONGEST = 3, 180
_LONGEST_LABEL = 3
"""Words."""


def reading_lines(report: Report) -> Iterator[tuple[str, str]]:
    """Yield a label and what was read for each thing that a reader looks at first, then the law."""
    if report.reading is None:
        return
    for subject, label in _SHOWN.items():
        words = _read(report.reading, subject)
        if not words and subject in _INSTEAD:
            words = _read(report.reading, _INSTEAD[subject])
        if words or subject not in _OPTIONAL:
            yield label, words or NOT_FOUND
    yield from _law(report.surveyed)


def title_read(report: Report) -> str:
    """Return the title that a report has read; empty where it has read none."""
    titles = report.reading.of("title") if report.reading else ()
    return titles[0].value if titles else ""


def _read(reading: PostingFacts, subject: str) -> str:
    found = reading.of(subject)
    if subject in _BY_SENTENCE:
        # What stands under the name of what is asked says it; other lines touch upon it.
        named = tuple(one for one in found if _label(one) == _SHOWN[subject].casefold())
        found = tuple(one for one in named or found if one.sentence != one.words)
    if subject in _BY_ADDRESS:
        # An address says more than the words that head it.
        found = tuple(filter(_is_an_address, found)) or found[:1]
        # A mail address is one to write to; a page may only tell more of the house.
        found = tuple(sorted(found, key=lambda one: "@" not in one.value))
    if subject in _BY_NEED:
        found = tuple(one for one in found if one.need != _NO_NEED)
    if subject in _BY_NAME:
        found = tuple(one for one in found if _told(one))
    said = dict.fromkeys(
        f"{_short(_told(one))}{f' (line {one.where.line})' if one.where.line else ''}"
        for one in found
    )
    more = f"; and {len(said) - _MOST} more" if len(said) > _MOST else ""
    return "; ".join(list(said)[:_MOST]) + more


def _told(one: Said) -> str:
    """Return what was understood; of what is only of a kind, such as ``days``, what the sentence says."""
    if one.subject in _BY_WORDS:
        return one.words
    if one.subject == "closing":
        return _day(one.value)
    if one.subject in _BY_NAME and one.value == one.words:
        return _behind(one)
    if one.subject in _BY_NEED and one.need in _SAID_NEEDS:
        return f"{one.value}, {one.need}"
    in_a_sentence = one.subject in _BY_SENTENCE or (
        one.subject in _BY_ADDRESS and not _is_an_address(one)
    )
    if not in_a_sentence or not one.sentence:
        return one.value
    label, mark, words = one.sentence.rstrip(" ;").partition(": ")
    is_label = mark and len(label.split()) <= _LONGEST_LABEL and not says_nothing(words)
    return words if is_label else f"{label}{mark}{words}"


def _is_an_address(one: Said) -> bool:
    return one.value != one.words or ("@" in one.value and " " not in one.value)


def _behind(one: Said) -> str:
    """Return whom the words behind an announcement name: "the clinic manager"; empty where they name nobody."""
    words = one.sentence.partition(one.words)[2].strip(" :")
    for mark in _CLAUSE_ENDS:
        words = words.partition(mark)[0]
    first, _, others = words.partition(" ")
    names = others and first.lower() in word_list("reporting", "named", "behind")
    return words if names else ""


def _label(one: Said) -> str:
    """Return what labels the sentence that something is said in; empty where nothing does."""
    label, mark, _ = one.sentence.partition(": ")
    return label.casefold() if mark else ""


def _day(value: str) -> str:
    """Return a day as people write it; what is none, such as *ongoing*, as it is."""
    try:
        return long_date(date.fromisoformat(value))
    except ValueError:
        return value


def _law(surveyed: tuple[Surveyed, ...]) -> Iterator[tuple[str, str]]:
    places = [one for one in surveyed if one.reach.how != "country"]
    for one in places:
        yield f"Law of {one.reach.place.name}", _place(one)
    if not places:
        yield "Law", "state unknown: state and local law not checked (name the place: --location)"


def _place(one: Surveyed) -> str:
    if one.reach.how == "federal":
        return "not applied: a federal agency is hiring"
    sure = [about(each.law) for each in one.applied if each.applies == "yes"]
    parts = [joined(list(dict.fromkeys(sure)), "and")] if sure else []
    parts += [f"perhaps {_doubtful(one, each)}" for each in _once(one, "unknown")]
    parts += [f"not {about(each.law)}: {threshold_words(each)}" for each in _once(one, "no")]
    parts += [f"{about(law)}{_from(law)}" for law in one.announced]
    doubt = "" if one.reach.certain else f"{_WHY[one.reach.how]}: "
    return doubt + ("; ".join(parts) if parts else "no law on postings known")


_WHY = {
    "located": "the place may be outside every city",
    "remote_anywhere": "the job may be done from anywhere",
    "reports_to": "the job reports to an office there",
}


def _from(law: Law) -> str:
    return f" from {long_date(law.starts)} on" if law.starts else ""


def _once(one: Surveyed, applies: str) -> list[Standing[Any]]:
    found = {about(each.law): each for each in one.standings if each.applies == applies}
    return list(found.values())


def _doubtful(one: Surveyed, each: Standing[Any]) -> str:
    sized = f" ({threshold_words(each)})" if each.threshold == "unknown" else ""
    return f"{about(each.law)}{sized}"


def _short(words: str) -> str:
    """Return words cut between two of them where they are many; an address is whole, or it leads nowhere."""
    return words if " " not in words else shorten(words, _LONGEST, placeholder=" …")
