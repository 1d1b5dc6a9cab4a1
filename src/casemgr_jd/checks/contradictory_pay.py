"""Contradictions about pay: two figures, an impossible period, benefits and none, exempt and overtime."""

from collections.abc import Iterator
from itertools import pairwise

from casemgr_jd._late import late
from casemgr_jd.checks._opposed import pairs, same_sentence, sentence_text, the_other, where
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.found import Pay
from casemgr_jd.facts.identity import RARER_ROLE, ROLE
from casemgr_jd.facts.labels import value_at
from casemgr_jd.facts.modality import negated
from casemgr_jd.facts.pay_kinds import SAYS_PAY
from casemgr_jd.facts.state_names import state_names
from casemgr_jd.reading.lexicon import Said
from casemgr_jd.reading.phrase_table import that_can_start
from casemgr_jd.reading.source import Source, Span

__all__ = ["benefits_and_none", "exempt_and_overtime", "pay_figures", "pay_period_fits"]

_DEPENDS = Said("contradictory_pay", "depends")
_SOME_BENEFIT = Said("contradictory_pay", "some_benefit")
_LOWEST = Said("contradictory_pay", "lowest")
_HIGHEST = Said("contradictory_pay", "highest")
_USUAL = Said("contradictory_pay", "usual")


def pay_figures(context: Context, rule: Rule) -> Iterator[Hit]:
    """Two base-pay figures that differ and that nothing (a level, a place, a license) tells apart."""
    source = context.source
    yield from _said_both_ways(context)
    plain = [
        pay
        for pay in context.facts.base_pay
        if not _told_apart(context, rule, pay) and not _of_one_place(context, pay)
    ]
    for first, second in pairs(source, plain, lambda pay: (pay.minimum, pay.maximum, _scale(pay))):
        if same_sentence(source, first.span, second.span) or not _disagree(first, second):
            continue
        if _of_two_roles(source, first.span, second.span) or _starts_at_it(first, second):
            continue
        if _under_two_labels(source, first.span, second.span):
            continue
        if _two_ends_of_a_range(source, first.span, second.span):
            continue
        if _one_within_the_other(first, second) and _is_usual(source, second):
            continue
        other = the_other(source, first.span)
        if _one_within_the_other(first, second) or _is_of_a_board(source, first):
            # what is hired at may lie within what a grade pays, and a board may have worked out its figure
            yield Hit(second.span, other, severity="warning", kind="review")
        else:
            yield Hit(second.span, other)
        return
    for first, second in _apart_from_the_headline(context, rule):
        other = the_other(source, first.span)
        yield Hit(second.span, other, severity="warning", kind="review")


def _apart_from_the_headline(context: Context, rule: Rule) -> Iterator[tuple[Pay, Pay]]:
    """A figure alone on a line at the top, and one in the text that lies outside of it, whatever its terms."""
    source, known = context.source, context.facts.base_pay
    first = next(iter(known), None)
    if first is None or source.block_index(first.span.start) >= _LINES_AT_TOP:
        return
    if source.block_at(first.span.start).kind == "row":
        return
    line = source.span_of(source.block_index(first.span.start))
    if line.end - line.start > first.span.end - first.span.start + _ROOM or first.open_end:
        return
    low, high = _ends(first)
    for other in known[1:]:
        bottom, top = _ends(other)
        same = _scale(other) == _scale(first) and _same_scale((low, bottom))
        if same and (top < low or high < bottom) and not _holds(source, rule, "of_others", other):
            yield first, other
            return


_LINES_AT_TOP, _ROOM = 8, 12


def _is_of_a_board(source: Source, pay: Pay) -> bool:
    """Whether one figure stands at the top without a dollar sign, as boards put what they took from a form."""
    at_top = source.block_index(pay.span.start) < _LINES_AT_TOP
    return at_top and pay.minimum == pay.maximum and "$" not in source.snippet(pay.span)


def _one_within_the_other(first: Pay, second: Pay) -> bool:
    """Whether the one range, or the one figure, lies within the other range of the same scale."""
    if _scale(first) != _scale(second):
        return False
    (low, high), (bottom, top) = sorted(
        map(_ends, (first, second)), key=lambda ends: ends[1] - ends[0]
    )
    return bottom < top and bottom <= low and high <= top


def _is_usual(source: Source, pay: Pay) -> bool:
    """Whether a figure is said to be what most are hired at: a part of the range, and no second one."""
    sentence = source.sentence(pay.span.start, pay.span.end)
    return _USUAL.search(source.folded, sentence.start, pay.span.start + 1) is not None


def _starts_at_it(first: Pay, second: Pay) -> bool:
    """Whether the one figure is where the other range starts, as boards give a range at the top."""
    (low, high), (bottom, top) = sorted(
        map(_ends, (first, second)), key=lambda ends: ends[1] - ends[0]
    )
    return _scale(first) == _scale(second) and low == high == bottom < top


def _ends(pay: Pay) -> tuple[float, float]:
    return (pay.minimum or pay.maximum or 0, pay.maximum or pay.minimum or 0)


def _two_ends_of_a_range(source: Source, first: Span, second: Span) -> bool:
    """Whether the one figure stands behind "Salary range from:", and the other behind "Salary range to:"."""
    low, high = _label_before(source, first), _label_before(source, second)
    return bool(_LOWEST.search(low) and _HIGHEST.search(high))


def _under_two_labels(source: Source, first: Span, second: Span) -> bool:
    """Whether each figure stands behind a label of its own that does not speak of pay: two sites, two shifts."""
    one, other = _label_before(source, first), _label_before(source, second)
    return bool(one and other) and one != other and not SAYS_PAY.search(f"{one} | {other}")


def _label_before(source: Source, span: Span) -> str:
    """What leads to a figure, straight before it: "the Moore office: $24 an hour"."""
    sentence = source.sentence(span.start, span.end)
    label, mark, rest = source.folded[sentence.start : span.start].rpartition(":")
    label = label.rpartition("|")[2]  # of a row, the cell
    return label.strip() if mark and not rest.strip() and len(label.split()) <= _LABEL else ""


_LABEL = 4
"""Words."""


def _of_two_roles(source: Source, first: Span, second: Span) -> bool:
    """Whether each figure stands under a line of its own that names a role: "Advocate I", "Advocate II"."""
    above = [_role_above(source, span) for span in (first, second)]
    return all(above) and above[0] != above[1]


def _role_above(source: Source, span: Span) -> str:
    """The line above a figure that names a role, with no more than another line and other figures between."""
    index, between = source.block_index(span.start), 0
    for block in reversed(source.blocks[max(index - _FARTHEST, 0) : index]):
        words = block.text.lower()
        if len(words) <= _LONGEST_ROLE and (ROLE.search(words) or RARER_ROLE.search(words)):
            return block.text
        between += words[:1] not in _OF_A_FIGURE
        if between == _MOST_BETWEEN:
            break
    return ""


_FARTHEST, _MOST_BETWEEN, _OF_A_FIGURE = 8, 2, "$0123456789"
_LONGEST_ROLE = 80


def _said_both_ways(context: Context) -> Iterator[Hit]:
    """An hourly and a yearly figure said to be the same, such as "$19 an hour or $48,000 a year", that cannot be."""
    source, known = context.source, context.facts.base_pay
    for first, second in pairwise(known):
        between = source.folded[first.span.end : second.span.start]
        if {first.period, second.period} != {"hour", "year"} or not _SAME.fullmatch(between):
            continue
        hourly, yearly = sorted((first.minimum or 0, second.minimum or 0))
        if hourly and not _FEWEST_HOURS <= yearly / hourly <= _MOST_HOURS:
            place = where(source, first.span)
            yield Hit(second.span, {"other": source.snippet(first.span), "where": place})


_SAME = late(
    r"[ (,/=]{1,3}(?:or |about |approximately |equal to |which is |i\.e\. |that is ){0,2}(?:about |approximately )?"
)
_FEWEST_HOURS, _MOST_HOURS = 700, 2_300


def _of_one_place(context: Context, pay: Pay) -> bool:
    """Whether a figure is that of one of several places: "Boulder, CO: $34 to $40", "Colorado: $84,000"."""
    source = context.source
    cities = {one.city: one.span for one in context.facts.locations if one.city}
    states = {one.code: one.span for one in state_names(source)}
    line, sentence = (
        source.block_index(pay.span.start),
        source.sentence(pay.span.start, pay.span.end),
    )
    in_line = any(source.block_index(span.start) == line for span in cities.values())
    in_sentence = any(
        sentence.start <= one.span.start < sentence.end for one in state_names(source)
    )
    return (len(cities) > 1 and in_line) or (len(states) > 1 and in_sentence)


def _told_apart(context: Context, rule: Rule, pay: Pay) -> bool:
    source = context.source
    block = source.block_at(pay.span.start)
    if block.kind == "row" and " | " in block.header:
        return True
    if pay.period not in ("hour", "year", "month", "week", ""):
        return True
    return _holds(source, rule, "told_apart", pay)


def _holds(source: Source, rule: Rule, key: str, pay: Pay) -> bool:
    sentence = source.sentence(pay.span.start, pay.span.end)
    return any(
        True
        for phrase in that_can_start(phrases(rule.options[key]), source.words)
        for _ in phrase.find_within(source.folded, source.words, sentence.start, sentence.end)
    )


def _disagree(first: Pay, second: Pay) -> bool:
    lows = (first.minimum or first.maximum or 0, second.minimum or second.maximum or 0)
    highs = (first.maximum or first.minimum or 0, second.maximum or second.minimum or 0)
    periods = {_scale(first), _scale(second)}
    if len(periods) == 1 and _same_scale(lows):
        return lows[0] != lows[1] or highs[0] != highs[1]
    if periods == {"hour", "year"}:
        hour, year = (0, 1) if _scale(first) == "hour" else (1, 0)
        weeks = [ends[year] / ends[hour] for ends in (lows, highs) if ends[hour]]
        likely = all(1_500 <= hours <= 2_250 for hours in weeks)
        return not likely or max(weeks) > _SAME_HOURS * min(weeks)
    return False


def _scale(pay: Pay) -> str:
    """The period of a figure; by its size where none is said."""
    return pay.period or (
        "year" if (pay.minimum or pay.maximum or 0) >= _SMALLEST_SALARY else "hour"
    )


_SMALLEST_SALARY = 10_000
# the two ends of a range are paid for the same hours of a year, but for rounding
_SAME_HOURS = 1.1


def _same_scale(values: tuple[float, float]) -> bool:
    small, large = min(values), max(values)
    return small > 0 and large / small < 8


def pay_period_fits(context: Context, rule: Rule) -> Iterator[Hit]:
    """A figure that cannot be paid for the period it names, such as $38 a year."""
    limits = {
        "hour": (5, 300),
        "year": (12_000, 1_000_000),
        "month": (1_000, 60_000),
        "week": (200, 15_000),
    }
    for pay in context.facts.base_pay:
        low, high = limits.get(pay.period, (0, float("inf")))
        figures = [figure for figure in (pay.minimum, pay.maximum) if figure is not None]
        fits = all(low <= figure <= high for figure in figures)
        if not fits and _is_said_of_pay(context.source, pay.span):
            yield Hit(pay.span, {"period": pay.period})


def _is_said_of_pay(source: Source, span: Span) -> bool:
    """Whether a label, a sentence or a heading calls a figure pay, or a line starts with it: no "studio at $850 a month"."""
    block, line = source.block_at(span.start), source.span_of(source.block_index(span.start))
    return (
        value_at(source, "pay", span.start) is not None
        or source.holds(source.sentence(*span), SAYS_PAY)
        or not source.text[line.start : span.start].strip(" (*-")
        or (
            SAYS_PAY.search(block.heading.lower()) is not None
            and block.section not in ("benefits", "about")
        )
    )


_NO_BENEFITS = late(
    r"(?:^|(?<=[.:;,] )|(?<=\n)|(?<=is )|(?<=are )|(?<=has )|(?<=have )|(?<=offers )|(?<=with ))(?:no (?:health |medical )?benefits|not (?:eligible for|entitled to) (?:any )?(?:health |medical )?benefits|(?:not|non) benefits? eligible|without benefits)(?! (?:waiting|gap|until|differential|cliff|deduct\w*))"
)


_BENEFITS = frozenset({"benefit", "benefits"})


def benefits_and_none(context: Context, rule: Rule) -> Iterator[Hit]:
    """No benefits in one place, and a list of them in another."""
    source = context.source
    none = next(source.finditer(_NO_BENEFITS, _BENEFITS), None)
    if none is None or source.block_at(none.start()).section in (
        "responsibilities",
        "eeo",
        "about",
    ):
        return
    for one in context.facts.benefits:
        if (
            one.value in ("health", "dental", "vision", "retirement", "paid_time_off")
            and not same_sentence(source, one.span, Span(*none.span()))
            and not negated(source, one.span)
            and not _SOME_BENEFIT.search(sentence_text(source, one.span))
        ):
            yield Hit(
                one.span,
                {
                    "other": source.snippet(Span(*none.span())),
                    "where": where(source, Span(*none.span())),
                },
            )
            return


def _told_apart_by_words(source: Source, *spans: Span) -> bool:
    """Whether a sentence says that it depends: "exempt or non-exempt", "non-exempt / exempt"."""
    texts = [sentence_text(source, span) for span in spans]
    return any("/" in text or _DEPENDS.search(text) for text in texts)


def exempt_and_overtime(context: Context, rule: Rule) -> Iterator[Hit]:
    """Exempt and paid overtime, or exempt and non-exempt."""
    source, flsa = context.source, context.facts.flsa
    exempt = next((one for one in flsa if one.value == "exempt"), None)
    if exempt is None:
        return
    other = next((one for one in flsa if one.value == "non_exempt"), None)
    if other is not None and not _told_apart_by_words(source, other.span, exempt.span):
        first, second = sorted((exempt, other), key=lambda one: one.span.start)
        yield Hit(second.span, the_other(source, first.span))
        return
    if other is not None:
        return
    paid = next(
        (
            one
            for one in context.facts.overtime
            if one.value == "paid" and _promises_overtime(source, one.span)
        ),
        None,
    )
    if paid is not None:
        first, second = sorted((exempt, paid), key=lambda one: one.span.start)
        told = the_other(source, first.span)
        firm = _PAID.search(sentence_text(source, paid.span))
        # extra hours may be worked, or be those of others
        yield Hit(second.span, told, severity="" if firm else "warning")


_PAID = Said("contradictory_pay", "paid")
_OVERTIME_LAW = Said("contradictory_pay", "overtime_law")


def _promises_overtime(source: Source, span: Span) -> bool:
    return not _OVERTIME_LAW.search(sentence_text(source, span))
