"""Notices: software that helps to decide, the classes of an EEO line, and the age of the packaged law."""

from collections.abc import Iterator

from casemgr_jd._names import joined
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.law.frames import holds
from casemgr_jd.checks.law.reach import job_of, places_reached
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.law import Law, ai_laws, place_name, standing, survey
from casemgr_jd.reading.source import Span

__all__ = ["ai_screening", "eeo_classes", "facts_age"]


def ai_screening(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for a sentence on AI in hiring that leaves out what the place wants to be told."""
    here = {reach.place.id: reach for reach in places_reached(context)}
    source = context.source
    for span in _sentences(context, rule):
        block = source.span_of(source.block_index(span.start))
        told = holds(source, block, rule.options["alternative"]) and holds(
            source, block, rule.options["assessed"]
        )
        for law in ai_laws():
            if law.place not in here or (told and law.in_force(context.today)):
                continue
            current = law.in_force(context.today)
            yield Hit(
                span,
                fields={
                    "place": place_name(law.place),
                    "law": law.text,
                    "start": law.effective_from,
                },
                message="" if current else rule.options["announced"],
                severity="" if current and law.asks_content else "info",
                laws=(standing(job_of(context), law, here[law.place]),),
            )
            break


def _sentences(context: Context, rule: Rule) -> Iterator[Span]:
    """Where software in hiring is spoken of: once in each block."""
    source, last = context.source, -1
    about = phrases(tuple(rule.options["software"]))
    found = sorted(phrases_in(source, about), key=lambda one: one.start())
    for match in found:
        index = source.block_index(match.start())
        sentence = source.sentence(match.start(), match.end())
        hiring = holds(source, sentence, rule.options["hiring"])
        if index != last and hiring and not holds(source, sentence, rule.options["for_the_work"]):
            last = index
            yield Span(*match.span())


def eeo_classes(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for an EEO line that lists classes, leaves federal ones out and has no closing "any other"."""
    source, options = context.source, rule.options
    for span in _eeo_lines(context):
        if not holds(source, span, options["line"]):
            continue
        if holds(source, span, options["closing"]):
            continue
        missing = [
            name for name, words in options["classes"].items() if not holds(source, span, words)
        ]
        if set(missing) - {"genetic information"}:
            yield Hit(
                span,
                fields={"missing": ", ".join(missing)},
                suggestions=("any other status protected by applicable law",),
            )


def _eeo_lines(context: Context) -> Iterator[Span]:
    """The paragraphs on equal treatment, and its sentences in a text that lost its lines."""
    source = context.source
    yield from (source.span_of(index) for index, _ in source.in_sections("eeo"))
    for said in context.facts.eeo:
        block = source.block_at(said.span.start)
        if block.kind != "heading" and block.section != "eeo":
            yield source.sentence(*said.span)


def facts_age(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit where the law that applies was to be looked at again before the day of the check."""
    if context.today is None or not context.whole:
        raise NotApplicable
    late: dict[str, Law] = {}
    for place in survey(job_of(context)):
        for one in place.applied:
            if one.law.review_by < context.today:
                late.setdefault(place_name(one.law.place), one.law)
    if late:
        first = min(late.values(), key=lambda law: law.review_by)
        names = joined(sorted(late), "and")
        fields = {"places": names, "as_of": first.as_of, "review_by": first.review_by}
        yield Hit(None, fields=fields)
