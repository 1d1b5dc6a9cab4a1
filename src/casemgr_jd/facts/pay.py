"""Pay figures and ranges, with their period, and what each is paid for."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from casemgr_jd._late import late
from casemgr_jd.facts.by_block import each_block, in_blocks
from casemgr_jd.facts.found import Pay, Stated
from casemgr_jd.facts.labels import value_at
from casemgr_jd.facts.pay_ends import joined_ends
from casemgr_jd.facts.pay_kinds import SAYS_PAY, kind_of_money
from casemgr_jd.facts.pay_periods import period_around
from casemgr_jd.facts.where import with_numbers, with_signs
from casemgr_jd.facts.wording import Table, find_stated, stating
from casemgr_jd.reading.lexicon import Said, lexicon, pattern_of
from casemgr_jd.reading.source import Source, Span

__all__ = ["find_pay", "find_pay_words"]

_ABOUT_PAY = Said("pay", "about_pay")


_AMOUNT = (
    r"(?:us ?)?\$ ?(?P<{0}>\d{{1,3}}(?:,\d{{3}})+|\d+)(?P<{0}c>\.\d{{1,2}})?(?P<{0}k> ?k(?![a-z]))?"
)


_SECOND = r"(?:(?:us ?)?\$ ?)?(?P<b>\d{1,3}(?:,\d{3})+|\d+)(?P<bc>\.\d{1,2})?(?P<bk> ?k(?![a-z]))?"


_UNIT = (
    r"(?P<{0}>hour(?:ly)?|hrs?|h|years?|yearly|yr|annum|annual(?:ly|ized)?|months?|monthly|mo|weeks?|weekly|wk|bi ?weekly|days?|daily|diem|"
    r"visits?|shift|pay period|miles?)(?![a-z])"
)


# the unit stands on the line of its figure: a line "Shift: days" below it is about something else
_PER = r"[^\S\n]?(?:/|per|an|a|each|every|p/)?[^\S\n]?"


_PIECE = r"\s?(?:/|per|an|a|each|every)\s?(?P<piece>units?|points?|calls?|cases?|sessions?|assessments?|reports?|ways?|trips?)(?![a-z])"


_FIGURE = late(
    _AMOUNT.format("a")
    + rf"(?:{_PER}{_UNIT.format('ua')})?"
    + rf"(?:\s?(?:\(?min(?:imum|\.)?\)?\s?)?(?:-|to|through|up to|and|(?:[.,;|/]|-|to)? ?max(?:imum|\.)?(?::| of)?)\s?{_SECOND})?"
    + rf"(?P<plus>\s?\+)?(?:{_PER}{_UNIT.format('ub')}|{_PIECE})?"
    + r"(?P<up>,?\s(?:and|or) (?:up|above|more|higher|greater)(?![a-z])|\splus(?=\s?(?:/|per |an? (?:hour|year|month|week)|yearly|annually|[.;)\n]|$)))?"
)


# The same without a dollar sign; "USD", "k", a period or a label says that it is money.
_COUNT = r"(?P<{0}>\d{{1,3}}(?:,\d{{3}})+|\d{{2,6}})(?P<{0}c>\.\d{{1,2}})?(?P<{0}k> ?k(?![a-z]))?(?P<{0}d> ?(?:usd|dollars?)(?![a-z]))?"


_UNSIGNED = late(
    r"(?<![\w$,.:/#-])(?<!\$ )"
    + _COUNT.format("a")
    + rf"(?:\s?(?:-|~|to|through|up to)\s?(?:(?:us ?)?\$ ?)?{_COUNT.format('b')})?(?![\d,]\d|%|[:/]\d)"
    + rf"(?P<plus>\s?\+)?(?:{_PER}{_UNIT.format('ub')})?"
)


_OPEN_BEFORE = Said("pay", "open_before")


_FROM_BEFORE = Said("pay", "from_before")


_UNITS = {
    "h": "hour",
    "y": "year",
    "a": "year",
    "m": "month",
    "w": "week",
    "b": "pay_period",
    "d": "day",
    "v": "visit",
    "s": "shift",
    "p": "pay_period",
}


_TABLE = Table("offers", "pay_words")


def find_pay(source: Source) -> tuple[Pay, ...]:
    """Return every amount of money in the text, in order, each with what it seems to be for."""
    found = list(islice(_with_sign(source), _MOST))
    starts, ends = [0, *(pay.span.start for pay in found)], [0, *(pay.span.end for pay in found)]
    for match in islice(_without_sign(source), _MOST):
        before = bisect_left(starts, match.end()) - 1
        if ends[before] <= match.start():
            found.append(_made(source, match))
    return tuple(joined_ends(source, sorted(found, key=lambda pay: pay.span.start)))


_MOST = 2_000
"""No posting gives more amounts."""


@in_blocks(stating(_TABLE))
def find_pay_words(source: Source) -> tuple[Stated, ...]:
    """Return wording that stands in for a figure, such as "competitive salary" or "DOE"."""
    return tuple(one for one in find_stated(source, _TABLE, skip=()) if _about_pay(source, one))


def _about_pay(source: Source, stated: Stated) -> bool:
    if stated.value == "competitive":
        return True
    sentence = source.sentence(stated.span.start, stated.span.end)
    block = source.block_at(stated.span.start)
    text = source.folded[sentence.start : sentence.end]
    return block.section == "compensation" or bool(_ABOUT_PAY.search(text))


def _with_sign(source: Source) -> Iterator[Pay]:
    for start, signs in each_block(source, "figures with a sign", _signs, with_signs("$")):
        end = source.span_of(source.block_index(start)).end
        for at in signs:
            match = _FIGURE.match(source.folded, start + at, end)
            if match:
                yield _made(source, match)


def _signs(source: Source) -> list[int]:
    """Where the figures of a block start that have a dollar sign."""
    found, text = list[int](), source.whole.folded
    offset = text.find("$")
    while offset >= 0:
        match = _FIGURE.match(text, offset)
        if match:
            found.append(offset)
        offset = text.find("$", match.end() if match else offset + 1)
    return found


def _without_sign(source: Source) -> Iterator[re.Match[str]]:
    for start, figures in each_block(source, "figures without a sign", _unsigned, with_numbers):
        end = source.span_of(source.block_index(start)).end
        for at in figures:
            match = _UNSIGNED.match(source.folded, start + at, end)
            if match and _is_money(source, match):
                yield match


def _unsigned(source: Source) -> list[int]:
    """Where numbers without a dollar sign start, in a block that may tell of pay."""
    if source.blocks[0].section in _NEVER_PAY:
        return []
    return [match.start() for match in _UNSIGNED.finditer(source.whole.folded)]


_NEVER_PAY = frozenset({"about", "eeo", "legal"})


def _is_money(source: Source, match: re.Match[str]) -> bool:
    """Whether a number without a dollar sign is pay: it says so itself, or its label or sentence does."""
    if match["ad"] or match["bd"]:
        return True
    if _before(source, match.start()).rstrip().endswith(_MARKS):
        return _number(match["a"], match["ac"], match["ak"]) >= _SMALLEST_WAGE
    figure = _number(match["a"], match["ac"], match["ak"])
    value = value_at(source, "pay", match.start())
    labelled_so = value is not None and not source.folded[value.start : match.start()].strip(
        " :(~-"
    )
    if match["ak"] or match["bk"]:
        return labelled_so or bool(match["ub"]) or _speaks_of_pay(source, match)
    if labelled_so and match["b"]:
        ends = _ENDS_A_FIGURE.match(source.folded, match.end())
        return figure >= _SMALLEST_SALARY or bool(match["ub"] or (figure < _LARGEST_WAGE and ends))
    if labelled_so:
        return figure >= _SMALLEST_SALARY or bool(match["ub"] and figure < _LARGEST_WAGE)
    if _is_a_line_at_the_top(source, match):
        return figure % _ROUND == 0 and _SMALLEST_SALARY <= figure <= _LARGEST_SALARY
    if _is_a_wage_alone(source, match, figure):
        return True
    if "," not in match["a"] or figure < _SMALLEST_SALARY:
        return False
    before = _before(source, match.start())
    return bool(
        SAYS_PAY.search(before) if match["b"] else match["ub"] and SAYS_PAY.search(before)
    ) or bool(match["b"] and match["ub"] and not before.strip())


_MARKS = tuple(lexicon("pay")["words"]["marks"])


def _speaks_of_pay(source: Source, match: re.Match[str]) -> bool:
    return bool(SAYS_PAY.search(_before(source, match.start())))


def _is_a_line_at_the_top(source: Source, match: re.Match[str]) -> bool:
    """Whether a number is all that a line among the first says, as boards put a salary under the place."""
    index = source.block_index(match.start())
    block = source.blocks[index]
    return 0 < index < _LINES_AT_TOP and block.text.strip() == match.group().strip()


def _is_a_wage_alone(source: Source, match: re.Match[str], figure: float) -> bool:
    """Whether a range by the hour is all that a line says: "28.0 - 34.0 hourly"."""
    by_the_hour = bool(match["b"]) and (match["ub"] or "").startswith("h")
    block = source.block_at(match.start())
    return (
        by_the_hour
        and _SMALLEST_WAGE <= figure < _LARGEST_WAGE
        and len(block.text.strip()) <= len(match.group().strip()) + 1
    )


_LINES_AT_TOP, _ROUND, _LARGEST_SALARY = 6, 100, 400_000
_SMALLEST_SALARY, _SMALLEST_WAGE, _LARGEST_WAGE = 12_000, 7, 250


_ENDS_A_FIGURE = late(
    r" ?(?:$|[.;,)|(\n]|/ ?h|an hour|(?:per|each) (?:hour|visit)|hourly|hrs?(?![a-z])|doe|depend|based|commensurate|plus)"
)


def _made(source: Source, match: re.Match[str]) -> Pay:
    groups = match.groupdict()
    first = _number(groups["a"], groups.get("ac"), groups.get("ak"))
    second = _number(groups["b"], groups.get("bc"), groups.get("bk")) if groups["b"] else None
    if second is not None:
        # "$72-92k" and "$72–92,000" give the thousands once
        first = first * 1000 if 0 < first < 1000 <= second and second / first > 50 else first
        second = second * 1000 if 0 < second < 1000 <= first and first / second > 50 else second
    span = Span(match.start(), match.end())
    open_end = _open_end(source, match, groups, second)
    minimum: float | None = first
    maximum: float | None = first if second is None else second
    if open_end:
        minimum, maximum = (None, first) if open_end == "up_to" else (first, None)
    unit = groups.get("ub") or groups.get("ua") or ""
    period = "benefit" if unit.startswith("mile") else _UNITS[unit[0]] if unit else ""
    kind = (
        "benefit"
        if period == "benefit"
        else kind_of_money(
            source,
            span,
            max(first, second or 0),
            whole=second is not None
            and (period in ("hour", "year") or _is_a_salary(period, first)),
            rated=period == "hour" and first >= _SMALLEST_WAGE,
        )
    )
    if kind == "base" and _is_small_extra(period, max(first, second or 0)):
        kind = "bonus"
    if groups.get("piece"):
        period, kind = "visit", "benefit" if groups["piece"][:3] in ("way", "tri") else kind
    if period == "benefit" or (not period and kind == "base"):
        period = period_around(source, span, max(first, second or 0)) if kind == "base" else ""
    if unit == "mo" or unit.startswith("month"):
        period = "month"
    return Pay(span, minimum, maximum, period, open_end, kind)


def _is_a_salary(period: str, amount: float) -> bool:
    """Whether an amount without a period can only be paid for a year."""
    return not period and _SURELY_A_YEAR <= amount <= _MOST_A_YEAR


_SURELY_A_YEAR, _MOST_A_YEAR = 25_000, 300_000


def _is_small_extra(period: str, amount: float) -> bool:
    """Whether an amount for a period is no wage but something on top, as in "$750 a year for certification"."""
    low, high = {"year": (300, 4_000), "month": (10, 300)}.get(period, (0, 0))
    return low < amount < high


def _number(whole: str, cents: str | None, thousands: str | None) -> float:
    value = float(whole.replace(",", "")[:12] + (cents or ""))
    return value * 1000 if thousands else value


def _open_end(
    source: Source, match: re.Match[str], groups: dict[str, str | None], second: float | None
) -> str:
    if groups.get("plus") or groups.get("up"):
        if groups.get("plus") and not groups.get("ub") and _adds_more(source, match.end()):
            return ""
        return "and_up" if second is None else ""
    if second is not None:
        return ""
    before = _before(source, match.start()).rstrip()
    if _OPEN_BEFORE.search(before):
        return "up_to"
    return "and_up" if _FROM_BEFORE.search(before) else ""


def _adds_more(source: Source, end: int) -> bool:
    """Whether a plus adds what is paid on top, so that the figure has an end: "$41 + night differential"."""
    block = source.span_of(source.block_index(end - 1))
    behind = source.folded[end : min(block.end, end + 60)].split()[:_NEXT_WORDS]
    return pattern_of("offers", "added").search(" ".join(behind)) is not None


_NEXT_WORDS = 4


def _before(source: Source, start: int, reach: int = 70) -> str:
    block = source.span_of(source.block_index(start))
    return source.folded[max(block.start, start - reach) : start]
