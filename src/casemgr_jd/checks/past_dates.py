"""Dates that are past, and dates that are in no calendar."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from casemgr_jd import _attrs as attrs
from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.law.frames import holds
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.dates import MONTHS, opens_a_range
from casemgr_jd.reading.late import LatePattern
from casemgr_jd.reading.lexicon import Said, phrase_list
from casemgr_jd.reading.source import Source, Span

__all__ = ["days_without_year", "impossible_dates", "past_dates"]

_DUE = Said("past_dates", "due")
_POSTED = Said("past_dates", "posted")

_DATED = Said("past_dates", "dated")
_OLD_NEWS = LatePattern(
    partial(phrase_list, "past_dates", "old_news"),
    r"(?<![a-z])(?:{phrases})\.?(?: [a-z]+){0,2} ?:? ?(?:on |in )?$",
)


def past_dates(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield every date by which something should happen, when it is past; and postings dated long ago."""
    if context.today is None:
        raise NotApplicable
    if _posted_long_ago(context, context.today):
        # that the whole posting is old is one matter, and its days go with it
        for hit in _past(context, rule, context.today):
            yield attrs.evolve(hit, severity="info")
    else:
        yield from _past(context, rule, context.today)


def _posted_long_ago(context: Context, today: date) -> bool:
    """Whether the posting says itself that it is more than a year old."""
    source = context.source
    return any(
        _over_a_year(today, one.on) and _POSTED.search(_before(source, one.span)) is not None
        for one in context.facts.dates
        if one.on is not None and _OLD_NEWS.search(_before(source, one.span))
    )


def _before(source: Source, span: Span) -> str:
    sentence = source.sentence(*span)
    return source.folded[max(sentence.start, span.start - 80) : span.start]


def _past(context: Context, rule: Rule, today: date) -> Iterator[Hit]:
    source = context.source
    yield from _past_months(context, rule)
    yield from _past_school_years(context)
    # of several days on which applications close, the last one counts
    days = [one for one in context.facts.closing if one.on is not None and one.on < today]
    later = any(one.on is not None and one.on >= today for one in context.facts.closing)
    closes = frozenset() if later else frozenset(one.span.start for one in days)
    for dated in context.facts.dates:
        if dated.on is None or dated.on >= today:
            continue
        before = _before(source, dated.span)
        if dated.span.start in closes:
            yield Hit(dated.span)
            continue
        if source.block_at(dated.span.start).section == "about" and not _DUE.search(before):
            continue
        if _OLD_NEWS.search(before):
            if _POSTED.search(before) and _over_a_year(today, dated.on):
                yield Hit(dated.span, message=rule.options["long_ago"], severity="info")
            elif _IN_FORCE.search(before.rstrip(" :")) and _over_a_year(today, dated.on):
                yield Hit(dated.span, message=rule.options["since_when"], severity="info")
        elif (
            _DATED.search(before)
            and not opens_a_range(source, dated.span)
            and not _CUTOFF.search(before.rstrip())
            and not _parts_times(context, dated.span, before)
        ):
            yield Hit(dated.span)


def _parts_times(context: Context, span: Span, before: str) -> bool:
    """Whether a day only parts what was before it from what came after: "crashes before June 11, 2019"."""
    if not _EDGE.search(before.rstrip()) or _ASKED.search(before):
        return False
    sentence = context.source.sentence(*span)
    return _ASKED.search(context.source.folded, span.end, sentence.end) is None


def _over_a_year(today: date, on: date) -> bool:
    return today - on > timedelta(days=365)


def _past_months(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a month by which something should happen when it is over, and that of a posting of long ago."""
    assert context.today is not None
    this, source = (context.today.year, context.today.month), context.source
    for match in source.finditer(_MONTH, frozenset(MONTHS)):
        year, month = int(match["year"]), MONTHS.index(match["month"]) + 1
        span, before = Span(*match.span()), _words_before(source, match.start())
        if _MONTH_POSTED.search(before):
            if (year + 1, month) < this:
                yield Hit(span, message=rule.options["long_ago"], severity="info")
            continue
        aside = source.block_at(match.start()).section == "about"
        if _MONTH_DUE.search(before) and not aside and (year, month) < this:
            yield Hit(span)


def _past_school_years(context: Context) -> Iterator[Hit]:
    """Yield the school year for which somebody is wanted, when it is over."""
    assert context.today is not None
    this, source = (context.today.year, context.today.month), context.source
    for match in source.finditer(_SCHOOL_YEAR, frozenset({"school"})):
        end = int(match["end"]) % 100 + 2000
        if (end, _SUMMER) < this and _WANTED.search(_words_before(source, match.start())):
            yield Hit(Span(*match.span()))


def _words_before(source: Source, start: int) -> str:
    """The words before a place of its line, without colons and bars, which forms put between."""
    block = source.span_of(source.block_index(start))
    return " ".join(source.folded[max(block.start, start - 80) : start].translate(_FORMS).split())


_FORMS = str.maketrans(":|,", "   ")
_MONTH = late(rf"(?<![a-z\d])(?P<month>{'|'.join(MONTHS)}),? (?P<year>20\d\d)(?!\d)")
_SCHOOL_YEAR = late(r"(?<!\d)20\d\d ?[-/–] ?(?P<end>20\d\d|\d\d) school[ -]year(?![a-z])")
_MONTH_DUE, _MONTH_POSTED = Said("past_dates", "month_due"), Said("past_dates", "month_posted")
_WANTED = Said("past_dates", "school_year")
_SUMMER = 6
"""The month with which a school year is over."""


def days_without_year(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first day on which something starts, ends or closes, where no date of the text has a year."""
    source = context.source
    if not context.whole or context.facts.dates:
        raise NotApplicable
    for dated in context.facts.written_dates:
        if dated.on is None or dated.full:
            continue
        sentence = source.sentence(*dated.span)
        said = holds(source, sentence, rule.options["asks"]) or opens_a_range(source, dated.span)
        aside = source.block_at(dated.span.start).section in rule.exempt
        if said and not aside and not holds(source, sentence, rule.options["unless"]):
            yield Hit(dated.span)
            return


def impossible_dates(context: Context, rule: Rule) -> Iterator[Hit]:
    """Dates that are in no calendar, such as February 30."""
    for dated in context.facts.written_dates:
        if dated.on is None:
            yield Hit(dated.span)


# A date parts old rules from new ones: "if employed before December 2, 2008".
_IN_FORCE = Said("past_dates", "in_force")
_CUTOFF = Said("past_dates", "cutoff")
_EDGE, _ASKED = Said("past_dates", "edge"), Said("past_dates", "asked")
