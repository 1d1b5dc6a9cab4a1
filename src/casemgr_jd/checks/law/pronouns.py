"""Pronouns that give the person hired one gender."""

import re
from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.matches import stands
from casemgr_jd.facts.modality import held_by_others
from casemgr_jd.reading.lexicon import Said
from casemgr_jd.reading.source import Source, Span

__all__ = ["pronouns"]

_PAIR = Said("pronouns", "pair")
_OBJECT, _OPENS = Said("pronouns", "object"), Said("pronouns", "opens")
_BRACKET = "(s)he"
_SINGLE = ("he", "she", "him", "his", "her", "hers", "himself", "herself")
_WORKER = Said("pronouns", "worker")
_SERVED = Said("pronouns", "served")
_MODAL = Said("pronouns", "modal")
_ONE_SERVED = Said("pronouns", "one_served")
# "Your supervisor, Marcus Hill, meets with you weekly; he ..."
_NEAR_NAME = 120
_NAME = r"[A-Z][a-z'’-]+ (?:[A-Z]\. )?[A-Z][A-Za-z'’-]+"
_NAMED_PERSON = late(
    rf"(?:[Ss]upervisor|[Dd]irector|[Mm]anager|[Oo]fficer|[Ll]ead|[Cc]hief|[Ff]ounder|[Pp]resident|[Cc]oordinator)[\w ]{{0,30}}, {_NAME}(?![\w ]*[Hh]ospital)|"
    rf"(?:[Ss]upervisor|[Dd]irector|[Mm]anager|[Oo]fficer|[Ll]ead|[Cc]hief|[Nn]urse) {_NAME}|[A-Z][a-z]+['’]s (?:team|office|desk|group|unit)\b|"
    rf"{_NAME}, (?:[A-Z]{{2,6}}\b|RN|LCSW|LMSW|MSW|MD|DO|PhD|NP|BSN|[Oo]ur|[Tt]he)\b|(?:Dr|Mr|Ms|Mrs)\. [A-Z]"
)
# "the director or his/her designee"
_DEPUTY = Said("pronouns", "deputy")
# "weighs the mother, and asks how her baby sleeps"
_OF_A_CLIENT = Said("pronouns", "of_a_client")
_ADVICE = ('use "you"', 'use "they"')


def pronouns(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for "he or she" and the like, and for a lone pronoun that stands for the person hired."""
    source, end = context.source, -1
    for start in sorted({at for word in (*_SINGLE, "s") for at in source.words.at(word)}):
        if start < end or source.block_at(start).section in rule.exempt:
            continue
        owned = _DEPUTY.match(source.folded, start) or _OF_A_CLIENT.match(source.folded, start)
        if owned:
            end = owned.end()
            continue
        pair = _pair(source, start)
        span = pair or (None if _serves_one(source) else _single(source, start))
        if span is not None and not _about_pronouns(source, span):
            end = span.end
            # "each patient and his or her family" is clumsy, but names no gender for the person hired
            served = pair is not None and _nearest_is_served(source, span)
            other = pair is not None and _is_an_object(source, span)
            yield Hit(
                span,
                message=rule.options["served" if served else "other"] if served or other else "",
                severity="info" if served or other else "",
                suggestions=_ADVICE[1:] if served or other else _ADVICE,
            )


def _is_an_object(source: Source, span: Span) -> bool:
    """Whether the worker does something to whom it stands for: "the employee calls the chief to tell him or her"."""
    if _OBJECT.match(source.folded, span.start) is None:
        return False
    sentence = source.sentence(span.start, span.end)
    before = source.folded[sentence.start : span.start]
    opens = _OPENS.match(before)
    return opens is not None and len(list(_WORKER.finditer(before[: opens.end()]))) == 1


def _serves_one(source: Source) -> bool:
    """Whether the job is with one person, of whom any line may tell: "a caregiver for a woman who …"."""
    return stands(source, _ONE_SERVED)


def _pair(source: Source, start: int) -> Span | None:
    match = _PAIR.match(source.folded, start)
    if match:
        return Span(*match.span())
    if source.folded.startswith(_BRACKET, max(start - 1, 0)):
        return Span(start - 1, start - 1 + len(_BRACKET))
    return None


def _single(source: Source, start: int) -> Span | None:
    match = re.compile(r"[a-z]+").match(source.folded, start)
    if match is None or match.group() not in _SINGLE or source.text[start : match.end()].isupper():
        return None
    span = Span(*match.span())
    if match.group().endswith("self") and source.folded[:start].endswith(", "):
        return None  # "reports to the director, herself a nurse": someone whom the house knows
    if _NAMED_PERSON.search(source.text[max(start - _NEAR_NAME, 0) : start]):
        return None
    if _of_somebody_known(source, span):
        return None
    if _MODAL.match(source.folded, start) and not _nearest_is_served(source, span):
        return span
    return span if _nearest_is_worker(source, span) else None


def _of_somebody_known(source: Source, span: Span) -> bool:
    """Whether a clause with "who" tells of a colleague or of who leads: "a mentor who came through here herself"."""
    sentence = source.sentence(span.start, span.end)
    before, who, _ = source.folded[sentence.start : span.start].rpartition(" who ")
    if not who:
        return _WHO_WAS_NAMED.search(_before(source, span)) is not None
    whom = Span(sentence.start + len(before), span.end)
    if _A_NAME.search(source.text[sentence.start : whom.start]):
        return True
    return _OURS.search(before) is not None or held_by_others(source, whom)


_A_NAME = late(rf"{_NAME},?$")
_OURS, _WHO_WAS_NAMED = Said("pronouns", "ours"), Said("pronouns", "who_was_named")


def _before(source: Source, span: Span) -> str:
    block = source.span_of(source.block_index(span.start))
    return source.folded[max(block.start, span.start - 160) : span.start]


def _last(pattern: Said, text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)


def _nearest_is_worker(source: Source, span: Span) -> bool:
    before = _before(source, span)
    return _last(_WORKER, before) > _last(_SERVED, before)


def _nearest_is_served(source: Source, span: Span) -> bool:
    before = _before(source, span)
    served = _last(_SERVED, before)
    return served >= 0 and served >= _last(_WORKER, before)


def _about_pronouns(source: Source, span: Span) -> bool:
    sentence = source.sentence(span.start, span.end)
    words = source.folded[sentence.start : sentence.end]
    return "pronoun" in words or "they/them" in words
