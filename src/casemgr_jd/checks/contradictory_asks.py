"""Contradictions about what a person must bring: years, licenses, degrees."""

import re
from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks._opposed import same_sentence, sentence_text, the_other, where
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.found import Credential, Stated, Years
from casemgr_jd.facts.modality import modality, of_others
from casemgr_jd.facts.near import need_of
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.reading.lexicon import Said, word_list
from casemgr_jd.reading.source import Source, Span
from casemgr_jd.reading.words import word_set

__all__ = [
    "entry_level_and_years",
    "license_above_degree",
    "license_and_none",
    "license_of_the_title",
    "required_and_preferred",
    "years_asked",
]

_EXCUSED = Said("contradictory_asks", "excused")
_OR_EQUIVALENT = Said("contradictory_asks", "or_equivalent")
_DRIVER = Said("contradictory_asks", "driver")
_ANOTHER_WAY = Said("contradictory_asks", "another_way")


def entry_level_and_years(context: Context, rule: Rule) -> Iterator[Hit]:
    """Entry level (or no experience needed) and several years of experience required."""
    source, tier = context.source, context.facts.tier
    if tier is None or tier.value != "entry":
        tier = _entry_by_requisition(context)
    if tier is None:
        return
    none_needed = "no experience" in source.folded[tier.span.start : tier.span.end]
    for years in context.facts.years:
        at_least = years.minimum or 0
        if (
            years.need in ("required", "unknown")
            and at_least >= (1 if none_needed else 3)
            and not _alternative(source, years)
        ):
            yield Hit(
                years.span,
                {
                    "tier": source.snippet(tier.span) or "entry level",
                    "where": where(source, tier.span),
                },
            )
            return


def _entry_by_requisition(context: Context) -> Stated | None:
    return Stated("entry", Span(0, 0)) if context.known("tier") == "entry" else None


def _alternative(source: Source, years: Years) -> bool:
    return bool(_EXCUSED.search(sentence_text(source, years.span).replace("or more", "")))


_NOT_NEEDED = Said("contradictory_asks", "not_needed")


_NEEDS_NONE = word_set("license licensure licence licensed unlicensed degree")


_NO_DEGREE = Said("contradictory_asks", "no_degree")


_OF_SOME = Said("contradictory_asks", "of_some")


# "A social work license is not needed" says nothing about a nurse's.
_KIND_NAMED = late(r"(?<![a-z])(?:nursing|social work|counseling|teaching)(?= licen)")


def _is_nursing(credential: Credential) -> bool:
    return credential.name in ("RN", "LPN", "LVN", "APRN")


def license_and_none(context: Context, rule: Rule) -> Iterator[Hit]:
    """A license (or degree) required in one place, and said not to be needed in another."""
    source = context.source
    for pattern, kind in ((_NOT_NEEDED, "license"), (_NO_DEGREE, "degree")):
        for match in source.finditer(pattern, _NEEDS_NONE):
            span = Span(*match.span())
            if _DRIVER.search(sentence_text(source, span)):
                continue
            if modality(source, span).hedged or _OF_SOME.match(source.folded, span.end + 1):
                continue  # "in a state that does not require licensure", "no license is needed for aides"
            kind_named = _KIND_NAMED.search(source.folded, max(span.start - 16, 0), span.end)
            asked = next(
                (
                    one
                    for one in context.facts.credentials
                    if one.kind == kind
                    and one.need == "required"
                    and one.name != "high_school"
                    and not same_sentence(source, one.span, span)
                    and not _reads_as_choice(source, one.span)
                    and "supervis" not in sentence_text(source, one.span)
                    and not (kind_named and _is_nursing(one) != (kind_named[0] == "nursing"))
                ),
                None,
            )
            if asked is not None:
                first, second = sorted((asked.span, span), key=lambda one: one.start)
                yield Hit(second, the_other(source, first))
                return


def _reads_as_choice(source: Source, span: Span) -> bool:
    block = source.span_of(source.block_index(span.start))
    before = source.folded[max(block.start, span.start - 12) : span.start].rstrip()
    # "three years of advocacy; or a bachelor's degree and one year" is a choice over its semicolon
    return _EITHER.search(before) is not None or source.holds(
        source.sentence(span.start, span.end), _OR_EQUIVALENT
    )


_EITHER = Said("contradictory_asks", "either")


def license_above_degree(context: Context, rule: Rule) -> Iterator[Hit]:
    """A license that takes a master's degree is required, and a bachelor's degree is all the schooling."""
    source, asked = context.source, context.facts.credentials
    by_a_master = rule.options["by_a_master"]
    above = [one for one in context.facts.licenses if one.name in by_a_master]
    lesser = [one for one in context.facts.licenses if one.name not in by_a_master]
    degrees = [one for one in asked if one.kind == "degree"]
    if not above or lesser:
        raise NotApplicable
    masters = [one for one in degrees if one.name in ("master", "doctorate")]
    if masters:
        yield from _only_preferred(context, rule, above[0], degrees)
        return
    firm = (one for one in degrees if one.name == "bachelor" and one.need == "required")
    degree = next(firm, None)
    if degree is not None and not (
        same_sentence(source, above[0].span, degree.span) or _reads_as_choice(source, above[0].span)
    ):
        license = above[0].span
        yield Hit(degree.span, the_other(source, license))


def _only_preferred(
    context: Context, rule: Rule, license: Credential, degrees: list[Credential]
) -> Iterator[Hit]:
    """A master's degree that is preferred, where a license is required that nobody holds without one."""
    source = context.source
    if all(one.name != "high_school" and one.need == "preferred" for one in degrees) and not (
        _reads_as_choice(source, license.span)
    ):
        fields = the_other(source, license.span)
        yield Hit(degrees[0].span, fields, rule.options["preferred"], "info")


def license_of_the_title(context: Context, rule: Rule) -> Iterator[Hit]:
    """A license that the title names, and that the text only prefers."""
    title, source = context.facts.title, context.source
    if title is None:
        raise NotApplicable
    licenses = [one for one in context.facts.credentials if one.kind == "license"]
    named = [one for one in licenses if title.span.start <= one.span.start < title.span.end]
    told = [one for one in licenses if one not in named]
    if len({one.name for one in named}) != 1:
        raise NotApplicable  # "RN or LCSW": each text may ask for one and prefer the other
    of_it = [one for one in told if one.name == named[0].name]
    wished = next((one for one in of_it if one.need == "preferred"), None)
    if wished is not None and all(one.need == "preferred" for one in of_it):
        first = named[0].span
        yield Hit(wished.span, the_other(source, first))


def required_and_preferred(context: Context, rule: Rule) -> Iterator[Hit]:
    """A credential that is required in one place and preferred in another."""
    source, firm = context.source, dict[str, Span]()
    asked = [
        one
        for one in context.facts.credentials
        if one.kind != "degree" and not _reads_as_choice(source, one.span)
    ]
    for one in asked:
        if one.need == "required":
            firm.setdefault(one.name, one.span)
    told = set[str]()
    for one in asked:
        first = firm.get(one.name)
        if one.need != "preferred" or first is None or one.name in told:
            continue
        if not same_sentence(source, first, one.span):
            told.add(one.name)
            yield Hit(one.span, the_other(source, first))
    yield from _degree_again(context)
    yield from _skill_again(context, rule)


def _degree_again(context: Context) -> Iterator[Hit]:
    """A degree without a field that is required in one line and preferred in another."""
    source = context.source
    of_rank = word_list("contradictory_asks", "words_of_rank")
    bare = [
        one
        for one in context.facts.credentials
        if one.kind == "degree" and of_rank.issuperset(_words_of_line(source, one.span))
    ]
    for one in bare:
        firm = next((two for two in bare if two.name == one.name and two.need == "required"), None)
        if one.need == "preferred" and firm is not None:
            first = firm.span
            yield Hit(one.span, the_other(source, first))
            return


def _words_of_line(source: Source, span: Span) -> list[str]:
    """The words of the line in which a degree stands, without marks and figures."""
    line = source.span_of(source.block_index(span.start))
    return re.sub(r"[^a-z ]", "", source.folded[line.start : line.end]).split()


def _skill_again(context: Context, rule: Rule) -> Iterator[Hit]:
    """A language, a card or a car that is required in one place and preferred in another."""
    source = context.source
    for skill in rule.options["skills"]:
        needs = dict[str, Span]()
        for match in phrases_in(source, phrases(tuple(skill))):
            span = Span(*match.span())
            if source.block_at(span.start).section in _ASKED_IN and not of_others(source, span):
                needs.setdefault(need_of(source, span), span)
        first, second = needs.get("required"), needs.get("preferred")
        if first and second and not same_sentence(source, first, second):
            yield Hit(second, the_other(source, first))


_ASKED_IN = frozenset({"required", "preferred", "qualifications", "skills", "licensure"})


_AREA = late(
    r"(?:years?|yrs?\.?)(?:'s?)?(?: or more| minimum)? (?:of )?(?P<area>[a-z /]{4,60}?experience)"
)


_ANY_AREA = late(
    r"[a-z0-9]+ (?:years?|yrs?\.?)(?:'s?)?(?: or more| minimum)? (?:of )?(?P<area>experience)(?= (?:is )?(?:required|minimum|needed|mandatory)|[.;\n]|$)"
)


_IS_A_WAY_IN = late(
    r"(?:pattern|option|alternative|path|track|route|either|or|education level|level) ?(?:[a-z0-9]{1,3})?(?: ?[:.)-]| )"
)


def years_asked(context: Context, rule: Rule) -> Iterator[Hit]:
    """The same experience asked for with two different numbers of years."""
    source, known = context.source, dict[str, Years]()
    for years in context.facts.years:
        if years.need != "required" or years.minimum is None:
            continue
        if _IS_A_WAY_IN.match(
            source.folded, source.span_of(source.block_index(years.span.start)).start
        ):
            continue  # one of several ways to qualify
        words = sentence_text(source, years.span)
        area = _AREA.search(
            source.folded, years.span.start, years.span.start + 110
        ) or _ANY_AREA.match(source.folded, years.span.start)
        if area is None or _ANOTHER_WAY.search(words.replace("or more", "")):
            continue
        key = re.sub(
            r"^(?:relevant|related|prior|previous|direct|progressive|full time|paid|professional) ",
            "",
            area["area"],
        )
        earlier = known.setdefault(key, years)
        if earlier.minimum != years.minimum:
            yield Hit(
                years.span,
                the_other(source, earlier.span),
            )
