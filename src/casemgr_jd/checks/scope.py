"""Scope and licensure: what the license asked for permits, and credentials that do not fit the job."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import attrs

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.titles import is_of_a_class
from casemgr_jd.facts.found import Credential
from casemgr_jd.facts.identity import ROLE
from casemgr_jd.facts.modality import negated
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.reading.phrases import Phrase, compile_phrase
from casemgr_jd.reading.source import Source, Span

__all__ = [
    "commission_as_credential",
    "coordinator_in_disguise",
    "duties_beyond_license",
    "duties_of_others",
    "experience_credential_for_beginners",
    "protected_title",
    "stacked_credentials",
    "tier_without_years",
]


@attrs.frozen
class _Limited:
    """A duty, how a posting words it, and the licenses any one of which permits it."""

    label: str
    phrases: tuple[Phrase, ...]
    licenses: frozenset[str]
    severity: str
    held: frozenset[str] = frozenset()
    """Licenses to whose holders alone the limit applies; empty for everybody."""
    unknown_only: bool = False
    """Whether it is left to the license asked for, where the text tells that."""


@lru_cache(maxsize=8)
def _limited(rule: Rule) -> tuple[_Limited, ...]:
    return tuple(_read(duty) for duty in rule.options["duties"])


def _read(duty: dict[str, Any]) -> _Limited:
    phrases = tuple(compile_phrase(text) for text in duty["find"])
    return _Limited(
        duty["label"],
        phrases,
        frozenset(duty["licenses"]),
        duty.get("severity", ""),
        frozenset(duty.get("held", ())),
        duty.get("unknown_only", False),
    )


_SOMEONE_ELSE = re.compile(
    r"(?<![a-z])(?:refer\w*|coordinat\w*|schedul\w*|arrang\w*|link\w*|connect\w*|assist (?:with|in)|help|support\w*(?! plans?)|transport\w*|remind\w*|track\w*|link|access\w*|obtain\w*|receiv\w*|attend\w*|collaborat\w*|work(?:s|ing)? with|"
    r"by (?:a|the|our|licensed)|clinicians?|therapists? (?:who|that)|psychiatrists?|providers?|team's|escalat\w*|report\w*|monitor\w*|follow(?:s|ing)?|knowledge of|understand\w*|familiar\w*|experience (?:with|in)|recognize|"
    r"review\w*|advocat\w*|navigat\w*|explain\w*|needs? for|alongside|requests?|(?:licensed|qualified) (?:staff|clinicians?|professionals?)|history|services? such as|including|diagnos(?:is|es|tic) (?:of|and)|psychiatry|under the|"
    r"client's|patient's|member's|their|with a|who have|about|ask (?:the|a|an|your) (?:[a-z]+ )?(?:nurse|rn|physician|doctor|clinician|therapist|supervisor)|(?:attorney|lawyer|nurse|clinician|therapist|supervisor|rn|physician|psychiatrist|doctor|judge|court|director|counsel)s?,? (?:who|that))(?![a-z])"
)


def duties_beyond_license(context: Context, rule: Rule) -> Iterator[Hit]:
    """Duties that none of the licenses asked for permits (or that one of several does not)."""
    accepted, duties = _accepted(context), _limited(rule)
    if accepted is None:
        if not _asks_for_a_degree_only(context):
            raise NotApplicable
        # whatever a master's degree prepares for, it is not nursing
        accepted = frozenset()
        duties = tuple(one for one in duties if one.licenses <= _NURSES)
    source = context.source
    for duty in duties:
        if duty.held:
            held = _titled(context) or accepted
            if not held or not held <= duty.held:
                continue
        elif not _exceeds(context, duty, accepted):
            continue
        for match in phrases_in(source, duty.phrases):
            span = Span(*match.span())
            if _is_own_duty(source, span):
                apart = not accepted or accepted.isdisjoint(duty.licenses)
                yield Hit(
                    span,
                    {
                        "duty": duty.label,
                        "held": " or ".join(sorted(accepted)) or "no license",
                        "wanted": " or ".join(sorted(duty.licenses)) or "another profession",
                    },
                    severity=duty.severity if apart else "warning",
                )


_NURSES = frozenset({"RN", "LPN", "LVN", "APRN"})


def _asks_for_a_degree_only(context: Context) -> bool:
    kinds = {one.kind for one in context.facts.credentials if one.need not in ("none", "preferred")}
    words = context.source.words
    return (
        context.posting is None
        and "degree" in kinds
        and "license" not in kinds
        and not words.any_of(_LICENSED)
    )


_LICENSED = frozenset({"license", "licensed", "licensure", "rn", "msn", "bsn", "dnp"})


def _exceeds(context: Context, duty: _Limited, accepted: frozenset[str]) -> bool:
    """Whether some of the people who could be hired may not do a duty."""
    if accepted.isdisjoint(duty.licenses):
        return True
    beyond = accepted - duty.licenses
    return bool(beyond) and duty.severity != "warning" and _firm(context, beyond)


def duties_of_others(context: Context, rule: Rule) -> Iterator[Hit]:
    """Acts of another profession (physician, attorney, judge, agency) among the duties, whatever license is asked for."""
    if context.posting is not None:
        raise NotApplicable
    source = context.source
    held = {one.name for one in context.facts.credentials if one.need != "preferred"}
    known = _accepted(context) is not None
    for duty in _limited(rule):
        if held & duty.licenses or (duty.unknown_only and (known or not context.whole)):
            continue
        for match in phrases_in(source, duty.phrases):
            span = Span(*match.span())
            if _is_own_duty(source, span):
                yield Hit(
                    span,
                    {"duty": duty.label, "wanted": " or ".join(sorted(duty.licenses))},
                    severity=duty.severity,
                )


def _firm(context: Context, beyond: frozenset[str]) -> bool:
    """Whether a license that does not permit the duty is itself enough to be hired."""
    return all(
        any(one.name == name and one.need == "required" for one in context.facts.credentials)
        for name in beyond
    )


def _accepted(context: Context) -> frozenset[str] | None:
    """The licenses that qualify a person for the job; empty if it takes none; ``None`` if the text does not tell."""
    posting = context.posting
    if posting is not None:
        return None  # the builder's scope table has decided what this role may do
    facts = context.facts
    asked = [
        one
        for one in facts.credentials
        if one.kind == "license" and one.need not in ("none", "preferred")
    ]
    # whom one supervises or works with stands among the duties
    asked = [one for one in asked if not _among_duties(context, one)] or asked
    firm = frozenset(
        one.name for one in asked if one.need in ("required", "later") or _in_title(context, one)
    )
    if firm:
        return firm
    if asked and any(
        context.source.block_at(one.span.start).section
        in ("required", "licensure", "qualifications", "title", "summary")
        for one in asked
    ):
        return None
    masters = any(
        one.name in ("master", "doctorate") and one.need != "preferred" for one in facts.credentials
    )
    words = context.source.folded
    if masters or "license" in _required_text(context.source) or _licensed_role(context):
        return None
    stated = (
        any(one.kind == "degree" for one in facts.credentials)
        or any(year.need == "required" for year in facts.years)
        or _NO_LICENSE.search(words) is not None
        or "unlicensed" in words
    )
    whole = context.whole and not facts.credentials
    return frozenset() if stated or whole else None


def _licensed_role(context: Context) -> bool:
    """Whether the posting calls the job itself a licensed one, as in "Licensed Mental Health Program Manager"."""
    source = context.source
    return any(
        source.block_at(match.start()).section in ("title", "summary", "glance", "about")
        and ROLE.search(source.folded, match.end(), match.end() + 60)
        for match in source.finditer(_LICENSED_ROLE, frozenset({"licensed"}))
    )


_LICENSED_ROLE = re.compile(r"(?<![a-z-])licensed(?= [a-z])")
_NO_LICENSE = re.compile(r"(?<![a-z])no (?:[a-z]+ (?:or|and) )?licen[sc]")


def _required_text(source: Source) -> str:
    """The folded text of the requirements, without driver's licenses."""
    texts = [
        block.text.lower()
        for block in source.blocks
        if block.section in ("required", "licensure", "qualifications")
    ]
    return re.sub(
        r"driver['’]?s?['’]? licen[sc]e|driving licen[sc]e|(?:no|not) (?:[a-z]+ (?:or|and) )?licen[sc]\w*|licen[sc]e (?:is )?not|unlicensed",
        "",
        " ".join(texts),
    )


def _titled(context: Context) -> frozenset[str]:
    """The licenses that the title names."""
    named = (one for one in context.facts.credentials if one.kind == "license")
    return frozenset(one.name for one in named if _in_title(context, one))


def _among_duties(context: Context, credential: Credential) -> bool:
    return context.source.block_at(credential.span.start).section == "responsibilities"


def _in_title(context: Context, credential: Credential) -> bool:
    title = context.facts.title
    return title is not None and title.span.start <= credential.span.start < title.span.end


def _is_own_duty(source: Source, span: Span) -> bool:
    section = source.block_at(span.start).section
    if section in (
        "eeo",
        "legal",
        "about",
        "benefits",
        "compensation",
        "required",
        "preferred",
        "licensure",
        "tools",
        "apply",
        "skills",
    ):
        return False
    sentence = source.sentence(span.start, span.end)
    before = source.folded[sentence.start : span.start]
    if negated(source, span):
        return False
    first = source.folded[span.start : span.end].partition(" ")[0]
    joined = before.endswith((" and ", "; ")) or (before.endswith(", ") and first in _ACTS)
    if joined and not _OTHERS_DO.search(before):
        return True  # a second verb of the same person
    return not _SOMEONE_ELSE.search(before[-70:])


_ACTS = frozenset(
    [
        "give",
        "gives",
        "provide",
        "provides",
        "administer",
        "administers",
        "perform",
        "performs",
        "conduct",
        "conducts",
        "prescribe",
        "prescribes",
        "diagnose",
        "diagnoses",
        "adjust",
        "adjusts",
        "order",
        "orders",
        "deny",
        "denies",
        "issue",
        "issues",
        "write",
        "writes",
        "sign",
        "signs",
        "change",
        "changes",
        "interpret",
        "interprets",
        "titrate",
        "treat",
        "dispense",
        "pass",
        "complete",
        "completes",
        "deliver",
        "delivers",
    ]
)
_OTHERS_DO = re.compile(
    r"(?<![a-z])(?:who|that|which|by|clinicians?|therapists?|psychiatrists?|providers?|physicians?|prescribers?|nurses?|attorneys?|doctors?|teams?|help|assist\w*|support\w*|refer\w*|track\w*|attend\w*|experience|knowledge|history)(?![a-z])"
)


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
        chosen = re.search(
            r"(?<![a-z])(?:or|one of|any of|either)(?![a-z])",
            source.folded[source.span_of(block).start : source.span_of(block).end],
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
    return bool(
        re.search(
            r"within|eligib|after|obtain|willing|toward|once",
            source.folded[sentence.start : sentence.end],
        )
    )


_COMMISSION = re.compile(r"(?<![a-z])ccmc(?![a-z.])")
_NAMES_COMMISSION = re.compile(
    r"commission|(?<![a-z])(?:by|from|through|via|of|with) (?:the )?ccmc|ccm,? (?:\()?ccmc|ccmc'?s|ccmc (?:(?:and|or) (?:cmsa|ncqa|urac|acma|nasw) )?(?:code|ethics|guidelines|standards?|website|exam|approved|eligib\w*|defin\w*|accredit\w*|issues?)|\(ccmc\)"
)


def commission_as_credential(context: Context, rule: Rule) -> Iterator[Hit]:
    """The commission's letters, CCMC, where the credential CCM is meant."""
    source = context.source
    for match in _COMMISSION.finditer(source.folded) if "ccmc" in source.words else ():
        sentence = source.sentence(*match.span())
        if not _NAMES_COMMISSION.search(source.folded, sentence.start, sentence.end):
            yield Hit(Span(*match.span()))


_NO_YEARS = re.compile(
    r"no (?:prior |previous )?(?:[a-z]+ )?experience (?:is )?(?:required|necessary|needed)|entry level|new grad\w*|recent graduate"
)


def tier_without_years(context: Context, rule: Rule) -> Iterator[Hit]:
    """A senior or lead title with hardly any experience asked for."""
    facts, source = context.facts, context.source
    if facts.tier is None or facts.tier.value == "entry":
        raise NotApplicable
    asked = [years for years in facts.years if years.need in ("required", "unknown")]
    few = [
        years
        for years in asked
        if (years.maximum if years.maximum is not None else years.minimum or 0) <= 1
    ]
    if asked and len(few) == len(asked):
        yield Hit(few[0].span, {"tier": source.snippet(facts.tier.span)})
        return
    none = _NO_YEARS.search(source.folded)
    if (
        none
        and not asked
        and source.block_at(none.start()).section not in ("responsibilities", "about")
    ):
        yield Hit(Span(*none.span()), {"tier": source.snippet(facts.tier.span)})


_OWNS = re.compile(
    r"(?<![a-z])(?:assess\w*|care plan\w*|plans? of care|service plan\w*|treatment plan\w*|case plan\w*|(?:success|housing|release|discharge|individual\w*|person centered|support|safety|recovery|transition|goal) plan\w*|evaluat\w*|"
    r"develop\w* [a-z ]{0,24}plan\w*|planning|goals?|intakes?|monitor\w*|advocat\w*|utilization|crisis|counsel\w*|case conferenc\w*|rounds|eligibility|home visits?|visits? (?:clients|families|each|people))(?![a-z])"
)
_CLERICAL = re.compile(
    r"(?<![a-z])(?:schedul\w*|appointments?|remind\w*|referrals?|refer|phones?|calls?|fax\w*|fil(?:e|es|ing)|scan\w*|data entry|front desk|greet\w*|mail|calendar|transport\w*|copies|spreadsheets?|records requests?|supplies)(?![a-z])"
)


_SAYS_SO = tuple(
    compile_phrase(text)
    for text in (
        "(only|just|solely|mainly|mostly) (schedule|scheduling|make calls|making calls|make referrals|book|booking) .. (appointments|visits|calls|referrals|transport)",
        "you (do not|don't|will not|won't|never) (assess|write care plans|plan care|carry a caseload)",
        "no (assessment|assessments|care planning|caseload) [or] [care planning|assessment] (involved|in this role|required|is done)",
    )
)


def coordinator_in_disguise(context: Context, rule: Rule) -> Iterator[Hit]:
    """A Case Manager whose duties are scheduling and referrals only."""
    facts, source = context.facts, context.source
    if facts.title is None or not re.search(
        r"ca[sr]e manager", source.folded[facts.title.span.start : facts.title.span.end]
    ):
        raise NotApplicable
    said = next((Span(*m.span()) for m in phrases_in(source, _SAYS_SO)), None)
    if said is not None:
        yield Hit(said, message=rule.options["said"])
        return
    duties = [
        duty
        for duty in facts.duties
        if source.block_at(duty.span.start).section == "responsibilities"
    ]
    listed = any(source.block_at(duty.span.start).kind == "bullet" for duty in duties)
    if len(duties) < (3 if listed else 6):
        raise NotApplicable  # a sentence or two of prose leaves much unsaid
    clerical = [duty for duty in duties if _CLERICAL.search(duty.text)]
    if len(clerical) * 2 >= len(duties) and not any(_OWNS.search(duty.text) for duty in duties):
        yield Hit(facts.title.span, {"duties": len(clerical)})


def protected_title(context: Context, rule: Rule) -> Iterator[Hit]:
    """A title that many states reserve (social worker, nurse), for a job that takes no such license or degree."""
    facts, source = context.facts, context.source
    if facts.title is None or not context.whole:
        raise NotApplicable
    title = source.folded[facts.title.span.start : facts.title.span.end]
    for word, enough in _RESERVED:
        if re.search(rf"(?<![a-z]){word}s?(?![a-z])", title) and not enough.search(
            _WAIVED.sub("", source.text)
        ):
            # many practice acts leave out those who work for a public body, under titles of its own
            public = is_of_a_class(context)
            severity, kind = ("info", "review") if public else ("", "")
            yield Hit(facts.title.span, {"word": word}, severity=severity, kind=kind)


_WAIVED = re.compile(r"(?i)(?<![a-z])no (?:[a-z]+ ){0,2}licen[sc]\w*|licen[sc]\w* (?:is |are )?not")
_RESERVED = (
    ("social worker", re.compile(r"(?<![A-Za-z])(?:L?[BM]SW|LCSW|LICSW|LISW|LSW|(?i:licensed|licensure|license|(?:degree|bachelor\S*|master\S*)[^.\n]{0,60}social work|social work[^.\n]{0,20} degree)|CSWE)(?![A-Za-z])")),
    ("nurse", re.compile(r"(?<![A-Za-z])(?:RN|LPN|LVN|BSN|(?i:registered nurse|nurse practitioner|advanced practice|nurse[ -]mid-?wi\w+|licensed|nursing license|nurse licen[sc]\w*|licensure))(?![A-Za-z])")),
)  # fmt: skip
