"""Licensure compacts: a multistate license counts only in the states that issue and honor it."""

import re
from collections.abc import Iterator

from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.law import compacts
from casemgr_jd.model.states import STATES
from casemgr_jd.reading.source import Span

__all__ = ["nurse_compact"]

_TRIGGERS = ("compact", "multistate", "multi", "nlc", "enlc")
_COMPACT = re.compile(
    r"(?:compact|multi ?state)(?: state)?(?: (?:rn|lpn|lvn|nurs\w+|registered nurse))?(?: licen\w+| state| privileges?| status)?|e?nlc"
)
_NURSE = re.compile(r"(?<![a-z])(?:rn|lpn|lvn|nurs\w*|nlc|enlc|bsn)(?![a-z])")
_SOCIAL = re.compile(r"social work|lcsw|lmsw|counsel")
_OTHER = re.compile(
    r"(?<![a-z])not (?:an? |part|a member|yet|in|accept|participat)|non compact|n't|does not|in addition|as well as|additional|other states|out of state|plus an?|or (?:be )?(?:able|eligible|willing)|both"
)
_EVERYWHERE = re.compile(r"all (?:50|fifty) states|every state|any state|nationwide")


def nurse_compact(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit where a compact license is asked for in a state outside the Nurse Licensure Compact."""
    compact = compacts()["NLC"]
    citation = compact.reference()
    states = tuple(dict.fromkeys(one.state for one in context.facts.locations if not one.remote))
    outside = [state for state in states if state in compact.not_members]
    pending = [state for state in states if state in compact.enacted_only]
    for span, words in _mentions(context):
        if _EVERYWHERE.search(words) and "valid" in words:
            yield Hit(span, message=rule.options["everywhere"], citation=citation)
        elif outside and len(outside) == len(states) and not _own_license(words, outside):
            yield Hit(
                span,
                fields={"state": STATES[outside[0]]},
                citation=citation,
                suggestions=(f"active {STATES[outside[0]]} license",),
            )
        elif pending and len(pending) == len(states) and not _own_license(words, pending):
            yield Hit(
                span,
                fields={"state": STATES[pending[0]]},
                message=rule.options["pending"],
                kind="review",
                citation=citation,
            )


def _mentions(context: Context) -> Iterator[tuple[Span, str]]:
    source, end = context.source, -1
    for offset in sorted(at for word in _TRIGGERS for at in source.words.at(word)):
        match = _COMPACT.match(source.folded, offset)
        if (
            match is None
            or offset < end
            or source.block_at(offset).section in ("about", "eeo", "legal")
        ):
            continue
        sentence = source.sentence(match.start(), match.end())
        words = source.folded[sentence.start : sentence.end]
        end = sentence.end
        if _NURSE.search(words) and not _SOCIAL.search(words) and not _OTHER.search(words):
            yield Span(*match.span()), words


def _own_license(words: str, states: list[str]) -> bool:
    """The state's own license is asked for too: "California RN license; compact license a plus"."""
    return any(
        re.search(
            rf"{STATES[state].lower()} (?:[a-z]+ ){{0,4}}?licen|licen[a-z]+ in (?:the state of )?{STATES[state].lower()}",
            words,
        )
        and f"{STATES[state].lower()} compact" not in words
        for state in states
    )
