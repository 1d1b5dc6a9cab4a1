"""Pay figures that say too little: no period, an open end, too wide a range, more than base pay."""

from collections import Counter
from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.law.pay import applying
from casemgr_jd.checks.law.weight import weight
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.found import Pay
from casemgr_jd.facts.labels import labelled
from casemgr_jd.facts.matches import stands
from casemgr_jd.law import PayLaw, Standing
from casemgr_jd.reading.lexicon import Said
from casemgr_jd.reading.source import Span

__all__ = ["open_ended", "over_wide", "pay_with_extras", "period_missing", "upside_down"]

_WIDE, _CAP, _VERY_WIDE, _TOO_WIDE = 1.5, 1.6, 2.0, 2.2
_ANOTHER_SCALE = 8
_SURELY_A_YEAR = 25_000
_WAGE = (7, 150)
"""What can only be paid for an hour."""
_PLACES_DIFFER, _SCALE = Said("figures", "places_differ"), Said("figures", "scale")
_OF_ONE_SCALE = frozenset({"hour", "year", "month", "week"})
_YEAR = Said("figures", "year")
_FROM = late(
    r"(?<![a-z])(?:starting|minimum|min|entry|beginning|lowest|maximum|max|top|highest) (?:annual |base |hourly )?(?:salary|pay|rate|wage)(?: is| of|:| at| -)? ?$"
)
_EXTRAS = Said("figures", "extras")
_BASE = Said("figures", "base")


def over_wide(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for each range whose top is far above its bottom."""
    capped = _capped(context)
    for pay in _ranges(context):
        low, high = pay.minimum or 0.0, pay.maximum or 0.0
        ratio = high / low
        severity = _too_wide(context, pay, ratio)
        if severity:
            fields = {"ratio": f"{ratio:.1f}", "cap": capped.law.name if capped else ""}
            message = rule.options["cap"] if capped and ratio > _CAP else ""
            yield Hit(
                pay.span,
                fields=fields,
                message=message,
                severity=severity,
                laws=(capped,) if message and capped else (),
            )


def _too_wide(context: Context, pay: Pay, ratio: float) -> str:
    if ratio <= _WIDE:
        return ""
    if ratio <= _VERY_WIDE and _said_near(context, pay, _PLACES_DIFFER):
        return ""
    if ratio <= _VERY_WIDE or _is_a_scale(context) or _is_told_by_level(context, pay):
        return "info"
    firm = ratio > _TOO_WIDE and pay.period in _OF_ONE_SCALE and not _told_why(context, pay)
    return "error" if firm else "warning"


def _is_a_scale(context: Context) -> bool:
    """Whether the range is a public scale, or that of a title at several levels: no one who posts can narrow it."""
    title = context.facts.title
    levels = title is not None and _LEVELS.search(title.value) is not None
    return levels or stands(context.source, _PUBLIC_SCALE)


_LEVELS = late(r"(?i)(?<![a-z])(?:i{1,3}|[1-3]) ?(?:/|-|–|or|and) ?(?:i{1,3}|iv|[2-4])(?![a-z])")
_PUBLIC_SCALE = Said("figures", "public_scale")


def _is_told_by_level(context: Context, pay: Pay) -> bool:
    """Whether the posting also gives narrower ranges, of which this one is no more than the two ends."""
    parts = [
        one
        for one in context.facts.base_pay
        if one.minimum and one.maximum and one.span != pay.span and one.minimum < one.maximum
    ]
    lows, highs = {one.minimum for one in parts}, {one.maximum for one in parts}
    whole = {(pay.minimum, pay.maximum)} & {(one.minimum, one.maximum) for one in parts}
    return pay.minimum in lows and pay.maximum in highs and not whole


def _told_why(context: Context, pay: Pay) -> bool:
    """Whether a sentence says on what pay depends: a license, a step, a place."""
    return _said_near(context, pay, _PLACES_DIFFER) or _said_near(context, pay, _SCALE)


def _said_near(context: Context, pay: Pay, said: Said) -> bool:
    sentence = context.source.sentence(pay.span.start, pay.span.end)
    return said.search(context.source.folded, sentence.start, sentence.end) is not None


def _capped(context: Context) -> Standing[PayLaw] | None:
    return next((one for one in applying(context) if one.law.range_cap is not None), None)


def _ranges(context: Context) -> Iterator[Pay]:
    seen, lows = dict[float, str](), set[float]()
    for pay in context.facts.base_pay:
        if (
            pay.open_end
            or pay.minimum is None
            or pay.maximum is None
            or not 0 < pay.minimum < pay.maximum
        ):
            continue
        ratio = round(pay.maximum / pay.minimum, 2)
        # the same range by the hour and by the year, or said again, is told once
        if ratio not in seen or (seen[ratio] == pay.period and pay.minimum not in lows):
            seen[ratio] = pay.period
            lows.add(pay.minimum)
            yield pay


def upside_down(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for each range whose first figure is above its second."""
    for pay in context.facts.base_pay:
        if (
            pay.minimum is not None
            and pay.maximum is not None
            and pay.minimum > pay.maximum
            and not pay.open_end
        ):
            yield Hit(pay.span)


def period_missing(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for each figure of base pay without hour or year, unless the same figure has it elsewhere."""
    said = [pay for pay in context.facts.base_pay if pay.period and not _only_implied(context, pay)]
    figures = {figure for pay in said for figure in (pay.minimum, pay.maximum)}
    for pay in context.facts.base_pay:
        if figures & {pay.minimum, pay.maximum} - {None}:
            continue
        amount = pay.minimum or pay.maximum or 0
        if not pay.period and not (_WAGE[0] <= amount <= _WAGE[1] or amount >= _SURELY_A_YEAR):
            yield Hit(pay.span)
        elif not pay.period or _only_implied(context, pay):
            period = "an hour" if amount <= _WAGE[1] else "a year"
            told = rule.options["implied"]
            yield Hit(pay.span, {"period": period}, message=told, severity="info")


def _only_implied(context: Context, pay: Pay) -> bool:
    """Tell whether the period of a figure is read from the word "salary" alone."""
    if pay.period != "year" or context.posting is not None:
        return False
    block = context.source.block_at(pay.span.start)
    words = " ".join((block.text, block.header, block.heading)).lower()
    # "Salary frequency: Annual", in a line of its own
    return not (_YEAR.search(words) or labelled(context.source, "pay_frequency"))


def open_ended(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for each figure with one end open, unless a closed range or rate stands beside it."""
    figures = context.facts.base_pay
    closed = [pay for pay in figures if not pay.open_end and not _starts(context, pay)]
    laws = [
        one
        for one in applying(context)
        if one.reach.how != "reports_to" and one.law.open_ended != "unsettled"
    ]
    firm = next((one for one in laws if _is_firm(one)), None)
    named = firm or (laws[0] if laws else None)
    said = set[tuple[float | None, float | None]]()
    rates = () if named else [pay for pay in figures if _is_a_labelled_rate(context, pay)]
    for pay in figures:
        opened = pay not in rates and (pay.open_end or _starts(context, pay))
        again = (pay.minimum, pay.maximum) in said
        if opened and not again and not any(_same_scale(pay, other) for other in closed):
            said.add((pay.minimum, pay.maximum))
            yield Hit(
                pay.span,
                fields={"law": f"{named.law.name} ({named.law.citation})" if named else ""},
                message=rule.options["law" if firm else "maybe"] if named else "",
                # where no law speaks of it, one end tells readers more than none
                severity=weight(firm, firm.law.open_ended_confidence)
                if firm
                else ("" if named else "info"),
                laws=(named,) if named else (),
            )


def _is_a_labelled_rate(context: Context, pay: Pay) -> bool:
    """Tell whether a label gives one figure as what a person is hired at: "Starting pay: $21 an hour"."""
    block = context.source.span_of(context.source.block_index(pay.span.start))
    label, colon, rest = context.source.folded[block.start : pay.span.start].rpartition(":")
    one = pay.open_end != "up_to" and pay.minimum is not None
    cell = label.rpartition("|")[2].strip()
    return one and bool(colon) and not rest.strip() and _HIRED_AT.fullmatch(cell) is not None


_HIRED_AT = Said("figures", "hired_at")


def _same_scale(first: Pay, second: Pay) -> bool:
    """Tell whether two figures can be ends of one pay: not when one is by the hour and one by the year."""
    small, large = sorted(pay.minimum or pay.maximum or 0.0 for pay in (first, second))
    return small > 0 and large / small < _ANOTHER_SCALE


def _starts(context: Context, pay: Pay) -> bool:
    """Tell whether one figure is called the starting or the minimum pay."""
    block = context.source.span_of(context.source.block_index(pay.span.start))
    before = context.source.folded[max(block.start, pay.span.start - 40) : pay.span.start]
    return pay.minimum is not None and pay.minimum == pay.maximum and bool(_FROM.search(before))


def _is_firm(one: Standing[PayLaw]) -> bool:
    confidence = one.law.open_ended_confidence or one.law.confidence
    settled = one.law.open_ended == "not_compliant" and confidence != "unconfirmed"
    return settled and one.applies == "yes"


def pay_with_extras(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for a figure that is said to hold bonus or overtime, where no base pay stands beside it."""
    source, figures = context.source, Counter[Span]()
    plain = False
    mixed: list[tuple[Span, Span, bool]] = []
    for pay in context.facts.pay:
        sentence = source.sentence(pay.span.start, pay.span.end)
        extra = pay.kind in ("bonus", "differential")
        figures[sentence] += extra
        if pay.kind not in ("base", "other", "bonus"):
            continue
        if source.holds(sentence, _EXTRAS) and not source.holds(sentence, _BASE):
            mixed.append((pay.span, sentence, extra))
        elif pay.kind == "base":
            plain = True
    for span, sentence, extra in mixed:
        # "with a weekend differential of $7": what comes on top has a figure of its own
        if not plain and figures[sentence] <= extra:
            yield Hit(span)
