"""Dates in the text, and when applications close."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd._late import late
from casemgr_jd.facts.by_block import in_blocks
from casemgr_jd.facts.found import Closing
from casemgr_jd.facts.labels import value_at
from casemgr_jd.facts.where import with_numbers
from casemgr_jd.facts.wording import Table, find_stated
from casemgr_jd.reading.lexicon import Said
from casemgr_jd.reading.source import Source, Span
from casemgr_jd.reading.words import word_set

__all__ = ["MONTHS", "Dated", "find_closing", "find_dates", "opens_a_range"]

MONTHS: list[str] = [
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
_DATE = late(
    rf"(?<![a-z\d/.-])(?:{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>20\d\d))?(?!\d|[ap]\.?m(?![a-z]))|"
    rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH.replace('month', 'month2')},? (?P<year2>20\d\d)|"
    r"(?P<m3>\d{1,2}) ?/ ?(?P<d3>\d{1,2}) ?/ ?(?P<y3>20\d\d|\d\d)|(?P<m5>\d{1,2})(?P<mark>[.-])(?P<d5>\d{1,2})(?P=mark)(?P<y5>20\d\d)|(?P<y4>20\d\d)-(?P<m4>\d{1,2})-(?P<d4>\d{1,2}))(?![\d-]|/\d)"
)
_SHORT_DATE = late(
    r"(?<![\d/.$-])(?P<month>1[0-2]|0?[1-9])/(?P<day>[12]\d|3[01]|0?[1-9])(?![\d/-]|\.\d)"
)
_CLOSING = late(
    r"(?<![a-z])(?:clos(?:es?|ing)(?: date)?|deadline|apply:? (?:by|before|until|no later)|applications? (?:due|deadline|window|close|accepted|will be accepted|are due|must be)|"
    r"appl(?:y|ications?) [^;\n]{0,80}?(?:by|until|through|before)|accept(?:ed|ing)? [^.;\n]{0,40}?(?:until|through|by)|(?:send|submit|email|e mail)[^;\n]{0,90}?(?:by|before)|close|closes|closed|last day|open (?:until|through)|"
    r"posting (?:ends|expires|will|closes|closed)|end date|expires?|received by|no later than|review(?:ing)? (?:of )?applications)(?![a-z])"
)
_ONGOING = Table("dates", "closing")
_OPENED = Said("dates", "opened")
_ONGOING_LABEL = late(
    r"(?:clos|deadline|apply by|window)[^.;\n]{0,40}(?:ongoing|rolling|until filled|open)"
)


@attrs.frozen(eq=False)
class Dated(ByContent):
    """Something written like a date."""

    on: date | None
    """The day; ``None`` where the calendar has no such day. A date without a year stands in the year 1."""
    span: Span

    @property
    def full(self) -> bool:
        """Whether it is a day of a certain year."""
        return self.on is not None and self.on.year > 1


@in_blocks(with_numbers)
def find_dates(source: Source) -> tuple[Dated, ...]:
    """Return everything written like a date, in order."""
    return tuple(_dates(source))


def _dates(source: Source) -> Iterator[Dated]:
    numbered = source.holding_numbers
    months = frozenset(source.holding(_MONTH_WORDS))
    for span in numbered:
        if span not in months and not _NUMERIC.search(source.folded, span.start, span.end):
            continue
        for match in _DATE.finditer(source.folded, span.start, span.end):
            on = _date_of(match)
            if on is not None or match["y3"] is None or len(match["y3"]) == 4:
                yield Dated(on, Span(*match.span()))


_NUMERIC = late(r"\d ?/ ?\d|\d-\d|\d\.\d")
_MONTH_WORDS = frozenset(MONTHS) | word_set("jan feb mar apr jun jul aug sep sept oct nov dec")


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
        if match["m5"]:
            return date(int(match["y5"]), int(match["m5"]), int(match["d5"]))
        return date(int(match["y4"]), int(match["m4"]), int(match["d4"]))
    except ValueError:
        return None


def _month(name: str) -> int:
    return next(index for index, month in enumerate(MONTHS, 1) if month.startswith(name[:3]))


def find_closing(source: Source, dates: Iterable[Dated]) -> tuple[Closing, ...]:
    """Return what the text says about when applications close, in order."""
    found = [Closing(one.span, ongoing=True) for one in find_stated(source, _ONGOING, skip=())]
    found += [
        Closing(Span(*m.span()), ongoing=True) for m in source.finditer(_ONGOING_LABEL, _OPEN_WORDS)
    ]
    for dated in dates:
        opens = opens_a_range(source, dated.span)
        if dated.on is not None and not opens and _closes(source, dated.span):
            found.append(Closing(dated.span, dated.on if dated.full else None))
    for span in _days_without_a_year(source):
        if _closes(source, span):
            found.append(Closing(span))
    return tuple(sorted(found, key=lambda one: one.span.start))


def _days_without_a_year(source: Source) -> Iterator[Span]:
    """Days such as "12/31", which are dates only where applications close."""
    for span in source.holding(_CLOSING_WORDS):
        for match in _SHORT_DATE.finditer(source.folded, span.start, span.end):
            yield Span(*match.span())


_CLOSING_WORDS = word_set(
    "close closes closing closed deadline apply applications application due until through before by expires ends end received"
)


def _closes(source: Source, span: Span) -> bool:
    block = source.span_of(source.block_index(span.start))
    if _OPENED.search(source.folded[max(block.start, span.start - 30) : span.start].rstrip()):
        return False  # "Apply by March 29 (posted March 1)"
    if _STARTS.search(source.folded[_clause_start(source, block, span) : span.start]):
        return False  # "Apply by February 26, 2027; the job starts around April 5, 2027"
    if _NOT_BEFORE.search(source.folded[max(block.start, span.start - 30) : span.start].rstrip()):
        return False  # "It may close sooner, but not before March 1"
    if value_at(source, "closing", span.start) is not None or _LAST_MINUTE.match(
        source.folded, span.end
    ):
        return True
    sentence = source.sentence(span.start, span.end)
    before = source.folded[max(block.start, sentence.start, span.start - 90) : span.start]
    header, heading = source.block_at(span.start).header, source.block_at(span.start).heading
    if _BY.fullmatch(before.strip(" -")) and _ABOUT_APPLYING.search(heading.lower()):
        return True  # "How to apply", and under it "By April 2, 2027: …"
    return bool(_CLOSING.search(before) or (header and _CLOSING.search(header.lower())))


def _clause_start(source: Source, block: Span, span: Span) -> int:
    return max(block.start, source.folded.rfind(";", block.start, span.start) + 1)


_NOT_BEFORE = Said("dates", "not_before")
_STARTS = Said("dates", "starts")
_BY, _ABOUT_APPLYING = Said("dates", "by"), Said("dates", "about_applying")
_LAST_MINUTE = late(r",? (?:at )?11:59 ?(?::\d\d )?p")
_OPEN_WORDS = frozenset({"ongoing", "rolling", "filled", "open"})


def opens_a_range(source: Source, span: Span) -> bool:
    """Whether another date follows, as in "11/16/2026 to 12/07/2026" or "between … and …": the second one counts."""
    follows = source.folded[span.end : span.end + 16]
    before = source.folded[max(span.start - 9, 0) : span.start]
    joined = _TO.match(follows) or (before.endswith("between ") and _AND.match(follows))
    return bool(joined)


_TO = late(r",? ?(?:to|-|through|until) ?[a-z]{0,9} ?\d")
_AND = late(r" ?and ?[a-z]{0,9} ?\d")
