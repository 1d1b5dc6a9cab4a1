"""Scope of practice: duties that the license asked for does not permit, and acts of other professions."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.licensed import accepted_licenses, licenses_in_title
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.modality import negated
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.reading.lexicon import Said
from casemgr_jd.reading.phrases import Phrase, compile_phrase
from casemgr_jd.reading.source import Source, Span

__all__ = ["duties_beyond_license", "duties_of_others"]


@attrs.frozen(eq=False)
class _Limited(ByContent):
    """A duty, how a posting words it, and the licenses any one of which permits it."""

    label: str
    phrases: tuple[Phrase, ...]
    licenses: frozenset[str]
    severity: str
    held: frozenset[str] = frozenset()
    """Licenses to whose holders alone the limit applies; empty for everybody."""
    unknown_only: bool = False
    """Whether it is left to the license asked for, where the text tells that."""
    unless: tuple[Phrase, ...] = ()
    """Wording with which the same verb is another act: "prescribe exercise", "occupational therapy"."""
    hands_over: frozenset[str] = frozenset()
    """Verbs that may also pass on what somebody else found: "provide the diagnosis"."""
    varies: bool = False
    """Whether states differ on who else may do it, under whose eye: then it is no plain error."""
    told: tuple[Phrase, ...] = ()
    """Whom or what it is passed on to: an insurer, a form."""


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
        tuple(compile_phrase(text) for text in duty.get("unless", ())),
        frozenset(duty.get("hands_over", ())),
        duty.get("varies", False),
        tuple(compile_phrase(text) for text in duty.get("told", ())),
    )


_SOMEONE_ELSE = Said("scope", "someone_else")
_DENIED = Said("scope", "denied")


def duties_beyond_license(context: Context, rule: Rule) -> Iterator[Hit]:
    """Duties that none of the licenses asked for permits (or that one of several does not)."""
    accepted, duties = accepted_licenses(context), _limited(rule)
    if accepted is None:
        if not _asks_for_a_degree_only(context):
            raise NotApplicable
        # whatever a master's degree prepares for, it is not nursing
        accepted = frozenset()
        duties = tuple(one for one in duties if one.licenses <= _NURSES)
    source = context.source
    if not accepted and _is_for_a_nurse(context):
        # that the license is not named is for another rule to tell
        duties = tuple(one for one in duties if not one.licenses & _NURSES)
    for duty in duties:
        if duty.held:
            held = licenses_in_title(context) or accepted
            if not held or not held <= duty.held:
                continue
        elif not _exceeds(context, duty, accepted):
            continue
        for match in phrases_in(source, duty.phrases):
            span = Span(*match.span())
            if _is_own_duty(source, span) and not _is_another_act(source, span, duty):
                apart = not accepted or accepted.isdisjoint(duty.licenses)
                asked = accepted or context.facts.credentials or context.facts.years
                passed_on = _verb(source, span) in duty.hands_over
                if passed_on and _is_told(source, span, duty):
                    continue
                firm = apart and asked and not passed_on and not duty.varies
                yield Hit(
                    span,
                    {
                        "duty": duty.label,
                        "held": " or ".join(sorted(accepted)) or "no license",
                        "wanted": " or ".join(sorted(duty.licenses)) or "another profession",
                    },
                    # where nothing at all is asked for, the license may just not be named
                    severity=duty.severity
                    if firm
                    else "info"
                    if duty.varies and not accepted
                    else "warning",
                    kind="review" if passed_on else None,
                )


def _verb(source: Source, span: Span) -> str:
    return source.folded[span.start : span.end].partition(" ")[0]


def _is_told(source: Source, span: Span, duty: _Limited) -> bool:
    """Whether a sentence passes on a diagnosis to somebody, and makes none."""
    sentence = source.sentence(span.start, span.end)
    return any(
        True
        for phrase in duty.told
        for _ in phrase.find_within(source.folded, source.words, sentence.start, sentence.end)
    )


_NURSES = frozenset({"RN", "LPN", "LVN", "APRN"})


def _is_for_a_nurse(context: Context) -> bool:
    """Whether the title calls the person a nurse, whatever the text says of a license."""
    title = context.facts.title
    named = title is not None and _NURSE.search(
        context.source.folded, title.span.start, title.span.end
    )
    return bool(named)


_NURSE = Said("scope", "nurse")


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
    known = accepted_licenses(context) is not None
    for duty in _limited(rule):
        if held & duty.licenses or (duty.unknown_only and (known or not context.whole)):
            continue
        for match in phrases_in(source, duty.phrases):
            span = Span(*match.span())
            if _is_own_duty(source, span) and not _is_another_act(source, span, duty):
                yield Hit(
                    span,
                    {"duty": duty.label, "wanted": " or ".join(sorted(duty.licenses))},
                    severity=duty.severity,
                )


def _is_another_act(source: Source, span: Span, duty: _Limited) -> bool:
    """Whether the words with which the verb stands make it another act than the one that takes a license."""
    sentence = source.sentence(span.start, span.end)
    return any(
        match.start() < span.end and span.start < match.end()
        for phrase in duty.unless
        for match in phrase.find_within(source.folded, source.words, sentence.start, sentence.end)
    )


def _firm(context: Context, beyond: frozenset[str]) -> bool:
    """Whether a license that does not permit the duty is itself enough to be hired."""
    return all(
        any(one.name == name and one.need == "required" for one in context.facts.credentials)
        for name in beyond
    )


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
    if negated(source, span) or _DENIED.search(source.folded, span.start, span.end):
        return False
    first = _verb(source, span)
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


_OTHERS_DO = Said("scope", "others_do")
