"""Dates in the text, and when applications close."""

import re
from collections.abc import Iterator
from datetime import date

import attrs

from casemgr_jd.checks.found import Closing
from casemgr_jd.checks.phrases import compile_phrase
from casemgr_jd.checks.source import Source, Span

__all__ = ["Dated", "find_closing", "find_dates", "find_impossible_dates"]

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_DATE = re.compile(
    rf"(?<![a-z\d/.-])(?:{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>20\d\d))?(?!\d|[ap]\.?m)|"
    rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH.replace('month', 'month2')},? (?P<year2>20\d\d)|"
    r"(?P<m3>\d{1,2})/(?P<d3>\d{1,2})/(?P<y3>20\d\d|\d\d)|(?P<y4>20\d\d)-(?P<m4>\d{1,2})-(?P<d4>\d{1,2}))(?![\d-])"
)
_CLOSING = re.compile(
    r"(?<![a-z])(?:clos(?:es?|ing)(?: date)?|deadline|apply (?:by|before|until|no later)|applications? (?:due|deadline|window|close|accepted|will be accepted|are due|must be)|"
    r"appl(?:y|ications?) [^;\n]{0,80}?(?:by|until|through|before)|accept(?:ed|ing)? [^.;\n]{0,40}?(?:until|through|by)|(?:send|submit|email|e mail)[^;\n]{0,90}?(?:by|before)|close|closes|closed|last day|open (?:until|through)|"
    r"posting (?:ends|expires|will|closes|closed)|end date|expires?|received by|no later than|review(?:ing)? (?:of )?applications)(?![a-z])"
)
_ONGOING = tuple(
    compile_phrase(text)
    for text in (
        "open until filled", "until [the] (position|role|job|it|it's|opening|vacancy) (is|has been|are) filled", "until filled", "ongoing basis", "on an ongoing basis",
        "rolling basis", "reviewed as (they|received)", "continuous* (open|recruit*|posted|accept*)", "open on an ongoing", "closing date: ongoing", "evergreen (posting|requisition|position)",
        "accept* applications on an ongoing", "applications [are] (accepted|reviewed|considered) (continuously|daily|weekly|ongoing|as they arrive|as they come in)",
        "no closing date", "ongoing recruitment", "open continuous*", "closes: ongoing", "until we find", "until we hire", "remain* open until", "stay* open until",
    )
)  # fmt: skip
_ONGOING_LABEL = re.compile(
    r"(?:clos|deadline|apply by|window)[^.;\n]{0,40}(?:ongoing|rolling|until filled|open)"
)


@attrs.frozen
class Dated:
    """A date in the text."""

    on: date
    span: Span


def find_dates(source: Source, today: date | None = None) -> tuple[Dated, ...]:
    """Return the full dates in the text (with a year), in order."""
    return tuple(one for one in _dates(source) if one.on.year > 1)


def find_impossible_dates(source: Source) -> tuple[Span, ...]:
    """Return what is written like a date of a year in this century but stands in no calendar."""
    return tuple(
        Span(*match.span())
        for match in _DATE.finditer(source.folded)
        if _date_of(match) is None and (match["y3"] is None or len(match["y3"]) == 4)
    )


def _dates(source: Source) -> Iterator[Dated]:
    if not any(char.isdigit() for char in source.folded):
        return
    for match in _DATE.finditer(source.folded):
        made = _date_of(match)
        if made is not None:
            yield Dated(made, Span(*match.span()))


def _date_of(match: re.Match[str]) -> date | None:
    """Read a date; one without a year stands in the year 1."""
    try:
        if match["month"]:
            return date(int(match["year"] or 1), _month(match["month"]), int(match["day"]))
        if match["month2"]:
            return date(int(match["year2"]), _month(match["month2"]), int(match["day2"]))
        if match["m3"]:
            year = int(match["y3"])
            return date(year + 2000 if year < 100 else year, int(match["m3"]), int(match["d3"]))
        return date(int(match["y4"]), int(match["m4"]), int(match["d4"]))
    except ValueError:
        return None


def _month(name: str) -> int:
    return next(index for index, month in enumerate(_MONTHS, 1) if month.startswith(name[:3]))


def find_closing(source: Source) -> tuple[Closing, ...]:
    """Return what the text says about when applications close, in order."""
    found = [
        Closing(Span(*m.span()), ongoing=True)
        for phrase in _ONGOING
        for m in phrase.find(source.folded, source.words)
    ]
    if "ongoing" in source.words or "rolling" in source.words or "open" in source.words:
        found += [
            Closing(Span(*m.span()), ongoing=True) for m in _ONGOING_LABEL.finditer(source.folded)
        ]
    for dated in _dates(source):
        block = source.span_of(source.block_index(dated.span.start))
        sentence = source.sentence(dated.span.start, dated.span.end)
        before = source.folded[
            max(block.start, sentence.start, dated.span.start - 90) : dated.span.start
        ]
        label = source.block_at(dated.span.start).header.lower()
        if _CLOSING.search(before) or _CLOSING.search(label):
            found.append(Closing(dated.span, dated.on if dated.on.year > 1 else None))
    return tuple(sorted(found, key=lambda one: one.span.start))
