"""Age in a posting: the wording that the federal rule lists, and wording that only hints."""

from collections.abc import Iterator

from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.law.frames import holds
from casemgr_jd.checks.law.words import Taken, words
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.reading.found import Found
from casemgr_jd.reading.source import Source, Span

__all__ = ["age_hints", "age_wording"]

_YOUNGEST, _OLDEST = 18, 60
"""Ages between which people work; a limit outside of them is about somebody else."""


def age_wording(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for each listed word and for each range of ages asked of applicants."""
    source, taken = context.source, Taken()
    for hit in words(context, rule):
        assert hit.span is not None
        taken.add(hit.span)
        yield hit
    for span in _ranges(source, rule):
        if taken.add(span):
            yield Hit(span, suggestions=("state the skill or the task",))


def _ranges(source: Source, rule: Rule) -> Iterator[Span]:
    measured = [span for span, _ in _found(source, rule, "measured")]
    for span, match in _found(source, rule, "ages"):
        if any(one.start < span.end and span.start < one.end for one in measured):
            continue
        if _working_age(match) and _of_applicants(source, rule, span):
            yield span


def _found(source: Source, rule: Rule, key: str) -> Iterator[tuple[Span, Found]]:
    looked_for = phrases(tuple(rule.options[key]))
    for match in phrases_in(source, looked_for):
        yield Span(*match.span()), match


def _working_age(match: Found) -> bool:
    """An age at which people work; "under 25" to "under 59" has no lower end."""
    ends = match.groupdict()
    high = _number(ends.get("high"))
    low = _number(ends.get("low")) if ends.get("low") else high
    return _YOUNGEST <= low <= high <= _OLDEST and (bool(ends.get("low")) or high > _YOUNGEST + 1)


def _number(words_: str | None) -> float:
    return float((words_ or "0").replace(",", ""))


def _of_applicants(source: Source, rule: Rule, span: Span) -> bool:
    sentence = source.sentence(span.start, span.end)
    asked = source.block_at(span.start).section in (
        "required",
        "preferred",
        "qualifications",
        "licensure",
    )
    asked = asked or holds(source, sentence, rule.options["applicants"])
    return asked and not holds(source, sentence, rule.options["served"])


def age_hints(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for each hint at an age, and for each cap on years of experience."""
    yield from words(context, rule)
    suggestion = ("set a minimum of experience, without a maximum",)
    taken = Taken()
    for span, _ in _found(context.source, rule, "caps"):
        if taken.add(span):
            yield Hit(span, suggestions=suggestion)
