"""Words about pay: "competitive" in place of a figure, lists left open, states carved out."""

from collections.abc import Iterator
from functools import partial

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.law.elements import is_stated
from casemgr_jd.checks.law.frames import holds
from casemgr_jd.checks.law.pay import applying
from casemgr_jd.checks.law.reach import job_of
from casemgr_jd.checks.law.weight import weight
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.matches import stands
from casemgr_jd.facts.modality import negated
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.law import PayLaw, Reach, pay_laws, places, standing
from casemgr_jd.reading.late import LatePattern
from casemgr_jd.reading.lexicon import Said, phrase_list
from casemgr_jd.reading.source import Span

__all__ = ["career_band", "carve_out", "open_list", "words_for_figures"]

_ABOUT_PAY = Said("pay_words", "about_pay")
_LABELLED = LatePattern(
    partial(phrase_list, "pay_words", "label"),
    r"(?:{phrases})\s?(?::|-|\||is)\s?(?:{no_figure})",
    no_figure=partial(phrase_list, "pay_words", "no_figure"),
)
_BENEFITS = Said("pay_words", "benefits")


def words_for_figures(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for each sentence with "competitive", "DOE" and the like, where the posting gives no figure."""
    if is_stated(context, "pay") == "yes":
        return
    source, end = context.source, -1
    required = next(
        (one for one in applying(context) if one.applies == "yes" and "pay" in one.law.wants), None
    )
    found = [one.span for one in context.facts.pay_words] + list(_own_words(context, rule))
    for span in sorted(found, key=lambda one: (one.start, -one.end)):
        overlaps = span.start < end
        if (
            overlaps
            or negated(source, span)
            or source.block_at(span.start).section in ("about", "eeo", "responsibilities")
        ):
            continue
        end = source.sentence(span.start, span.end).end
        yield Hit(
            span,
            severity=weight(required) if required else "",
            laws=(required,) if required else (),
        )


def _own_words(context: Context, rule: Rule) -> Iterator[Span]:
    source = context.source
    for word in ("salary", "pay", "compensation", "wage", "wages", "rate", "range"):
        labelled = (_LABELLED.match(source.folded, offset) for offset in source.words.at(word))
        yield from (Span(*match.span()) for match in labelled if match)
    spoken_of = stands(source, _ABOUT_PAY)
    for match in phrases_in(source, phrases(tuple(rule.options["find"]))):
        about_pay = source.block_at(match.start()).section == "compensation" or (
            spoken_of and source.holds(source.sentence(match.start(), match.end()), _ABOUT_PAY)
        )
        if about_pay:
            yield Span(*match.span())


def open_list(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for "and more" in a list of benefits, where the list must be complete."""
    laws = [
        one
        for one in applying(context)
        if one.law.closed_lists and one.reach.how in ("located", "remote_named")
    ]
    if not laws:
        raise NotApplicable
    source = context.source
    for match in phrases_in(source, phrases(tuple(rule.options["find"]))):
        block = source.block_at(match.start())
        sentence = source.sentence(match.start(), match.end())
        listed = (
            _BENEFITS.search(source.folded, sentence.start, match.start())
            or block.section == "benefits"
        )
        if listed and block.section in (
            "benefits",
            "compensation",
            "glance",
            "unknown",
            "title",
            "summary",
        ):
            yield Hit(
                Span(*match.span()),
                fields={"place": laws[0].law.name},
                laws=tuple(laws),
            )


def career_band(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit where a law wants the range at hire and the range is said to be the whole band."""
    laws = [one for one in applying(context) if one.law.range_at_hire]
    if not laws:
        raise NotApplicable
    source = context.source
    for match in phrases_in(source, phrases(tuple(rule.options["find"]))):
        yield Hit(
            Span(*match.span()),
            fields={"place": laws[0].law.name},
            laws=tuple(laws),
        )


def carve_out(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for a job that shuts out the people of a place whose law such words do not escape."""
    shown = is_stated(context, "pay") == "yes"
    for law in pay_laws():
        if not (law.no_carve_out and law.enforced(context.today)):
            continue
        reach = Reach(places()[law.place], "remote_anywhere", certain=False)
        for span in _shut_out(context, rule, law):
            yield Hit(
                span,
                fields={"place": law.name},
                severity="info" if shown else "",
                laws=(standing(job_of(context), law, reach),),
            )


def _shut_out(context: Context, rule: Rule, law: PayLaw) -> Iterator[Span]:
    """Where the text leaves out people of a law's place: before its name, or after it."""
    source = context.source
    after = tuple(one.replace("{place}", law.name.lower()) for one in rule.options["shut_out"])
    spans = [one.span for one in context.facts.excluded_states if one.state == law.place]
    spans += [Span(*match.span()) for match in phrases_in(source, phrases(after))]
    for span in spans:
        sentence = source.sentence(span.start, span.end)
        if not holds(source, sentence, rule.options["unless"]):
            yield span
