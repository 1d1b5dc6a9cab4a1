"""Credentials asked for that do not fit the job or each other."""

from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.law.frames import holds
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.found import Credential
from casemgr_jd.facts.matches import stands
from casemgr_jd.facts.modality import negated, of_others
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.reading.lexicon import Said
from casemgr_jd.reading.source import Source, Span

__all__ = [
    "commission_as_credential",
    "experience_credential_for_beginners",
    "leads_without_experience",
    "more_than_asked_for",
    "stacked_credentials",
    "tier_without_years",
]

_EITHER = Said("asked_for", "either")
_LATER = Said("asked_for", "later")


_EASY = frozenset({"BLS", "CPR", "ACLS", "PALS"})


def stacked_credentials(context: Context, rule: Rule) -> Iterator[Hit]:
    """A degree, a license and several certifications, all required."""
    source, groups = context.source, dict[tuple[int, str], Credential]()
    for one in context.facts.credentials:
        if (
            one.kind != "certification"
            or one.need != "required"
            or one.name in _EASY
            or one.name == "CCMC"
        ):
            continue
        block = source.block_index(one.span.start)
        chosen = _EITHER.search(
            source.folded[source.span_of(block).start : source.span_of(block).end]
        )
        groups.setdefault((block, "" if chosen else one.name), one)
    if len(groups) >= int(rule.options["most"]):
        names = list(dict.fromkeys(one.name for one in groups.values()))
        first = min(groups.values(), key=lambda one: one.span.start)
        if len(names) >= int(rule.options["most"]):
            yield Hit(first.span, {"count": len(names), "names": ", ".join(names)})


def experience_credential_for_beginners(context: Context, rule: Rule) -> Iterator[Hit]:
    """A credential that is earned with experience, required of someone who needs none."""
    facts, source = context.facts, context.source
    beginner = _beginner(context)
    if beginner is None:
        raise NotApplicable
    for one in facts.credentials:
        if (
            one.name in rule.options["credentials"]
            and one.need == "required"
            and not _is_later(source, one.span)
        ):
            yield Hit(one.span, {"tier": beginner})
            return


def _beginner(context: Context) -> str | None:
    facts, source = context.facts, context.source
    if facts.tier is not None and facts.tier.value == "entry":
        return f'"{source.snippet(facts.tier.span)}"'
    if context.known("tier") == "entry":
        return "the entry tier"
    asked = [years for years in facts.years if years.need in ("required", "unknown")]
    tops = [
        years.maximum if years.maximum is not None else years.minimum
        for years in asked
        if not years.or_more or (years.minimum or 0) < 1
    ]
    if asked and len(tops) == len(asked) and all(top is not None and top < 1.01 for top in tops):
        return f'"{source.snippet(asked[0].span)}"'
    return None


def _is_later(source: Source, span: Span) -> bool:
    sentence = source.sentence(span.start, span.end)
    return bool(_LATER.search(source.folded[sentence.start : sentence.end]))


_COMMISSION = late(r"(?<![a-z])ccmc(?![a-z.])")


_NAMES_COMMISSION = late(
    r"commission|(?<![a-z])(?:by|from|through|via|of|with) (?:the )?ccmc|ccm,? (?:\()?ccmc|ccmc'?s|ccmc (?:(?:and|or) (?:cmsa|ncqa|urac|acma|nasw) )?(?:code|ethics|guidelines|standards?|website|exam|approved|eligib\w*|defin\w*|accredit\w*|issues?)|\(ccmc\)"
)


def commission_as_credential(context: Context, rule: Rule) -> Iterator[Hit]:
    """The commission's letters, CCMC, where the credential CCM is meant."""
    source = context.source
    for match in source.finditer(_COMMISSION, frozenset({"ccmc"})):
        sentence = source.sentence(*match.span())
        if not _NAMES_COMMISSION.search(source.folded, sentence.start, sentence.end):
            yield Hit(Span(*match.span()))


_NO_YEARS = Said("asked_for", "no_years")
_OF_LEADING = Said("asked_for", "of_leading")


_BESIDES = Said("completeness", "asked_besides")


def leads_without_experience(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the title of somebody who leads others, where the text asks for nothing that one has done before."""
    facts, title = context.facts, context.facts.title
    if not context.whole or context.posting is not None or title is None:
        raise NotApplicable
    if not holds(context.source, title.span, rule.options["leads"]):
        raise NotApplicable
    asked = [one for one in facts.credentials if one.need != "none"]
    if not (asked or facts.years or stands(context.source, _BESIDES)):
        yield Hit(title.span)
    firm = [one for one in asked if one.need == "required"]
    if firm and not facts.years and all(one.name == "high_school" for one in asked):
        name = context.source.snippet(title.span)
        yield Hit(firm[0].span, {"title": name}, message=rule.options["diploma"])


def more_than_asked_for(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first act of a leader among the duties, where a diploma and hardly any years are all that is asked."""
    facts, source = context.facts, context.source
    asked = [one for one in facts.credentials if one.need != "none"]
    diploma = next((one for one in asked if one.name == "high_school"), None)
    if not context.whole or context.posting is not None or diploma is None:
        raise NotApplicable
    more = any(one.kind in ("degree", "license") and one.name != "high_school" for one in asked)
    if more or any((one.minimum or 0) > _HARDLY_ANY for one in facts.years):
        return
    fields = {"asked": source.snippet(diploma.span)}
    if facts.title is not None and holds(source, facts.title.span, rule.options["titles"]):
        yield Hit(facts.title.span, fields)
        return
    for match in phrases_in(source, phrases(tuple(rule.options["find"]))):
        span = Span(*match.span())
        aside = source.block_at(span.start).section in _NOT_DONE
        excused = holds(source, source.sentence(*span), rule.options["unless"])
        if not (aside or excused or negated(source, span) or of_others(source, span)):
            yield Hit(span, fields)
            return


_HARDLY_ANY = 1
_NOT_DONE = frozenset({"about", "eeo", "legal", "benefits", "required", "preferred"})


def tier_without_years(context: Context, rule: Rule) -> Iterator[Hit]:
    """A senior or lead title with hardly any experience asked for."""
    facts, source = context.facts, context.source
    if facts.tier is None or facts.tier.value == "entry":
        raise NotApplicable
    asked = [years for years in facts.years if years.need in ("required", "unknown")]
    if any(_OF_LEADING.match(source.folded, years.span.end + 1) for years in asked):
        return  # "one year of leading or training staff" is no beginner's
    few = [
        years
        for years in asked
        if (years.maximum if years.maximum is not None else years.minimum or 0) <= 1
    ]
    if asked and len(few) == len(asked):
        yield Hit(few[0].span, {"tier": source.snippet(facts.tier.span)})
        return
    none = _NO_YEARS.search(source.whole.folded) if stands(source, _NO_YEARS) else None
    if (
        none
        and not asked
        and source.block_at(none.start()).section not in ("responsibilities", "about")
    ):
        yield Hit(Span(*none.span()), {"tier": source.snippet(facts.tier.span)})
