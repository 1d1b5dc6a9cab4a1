"""Licensure compacts: a multistate license counts only in the states that issue and honor it."""

from collections.abc import Iterator

from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.law.frames import holds
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.law import compacts
from casemgr_jd.model.states import STATES
from casemgr_jd.reading.source import Source, Span

__all__ = ["nurse_compact"]

_ASIDE = ("about", "eeo", "legal")


def nurse_compact(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit where a compact license is asked for in a state outside the rule's compact."""
    compact, source = compacts()[rule.options["compact"]], context.source
    citation = compact.reference()
    states = tuple(dict.fromkeys(one.state for one in context.facts.locations if not one.remote))
    outside = [state for state in states if state in compact.not_members]
    pending = [state for state in states if state in compact.enacted_only]
    for span, sentence in _mentions(source, rule):
        if holds(source, sentence, rule.options["valid_everywhere"]):
            yield Hit(span, message=rule.options["everywhere"], citation=citation)
            continue
        for some, message, kind in ((outside, "", ""), (pending, "pending", "review")):
            alone = some and len(some) == len(states)
            if alone and not _own_license(source, rule, sentence, some):
                yield Hit(
                    span,
                    fields={"state": STATES[some[0]]},
                    message=rule.options.get(message, ""),
                    kind=kind,
                    citation=citation,
                    suggestions=() if message else (f"active {STATES[some[0]]} license",),
                )


def _mentions(source: Source, rule: Rule) -> Iterator[tuple[Span, Span]]:
    """Where the compact's license is spoken of, once in a sentence, and that sentence."""
    end = -1
    found = phrases_in(source, phrases(tuple(rule.options["mention"])))
    for match in sorted(found, key=lambda one: (one.start(), -one.end())):
        if match.start() < end or source.block_at(match.start()).section in _ASIDE:
            continue
        sentence = source.sentence(match.start(), match.end())
        of_its_people = holds(source, sentence, rule.options["licensed"])
        if of_its_people and not holds(source, sentence, rule.options["unless"]):
            end = sentence.end
            yield Span(*match.span()), sentence


def _own_license(source: Source, rule: Rule, sentence: Span, states: list[str]) -> bool:
    """The state's own license is asked for too: "California RN license; compact license a plus"."""
    for state in states:
        name = STATES[state].lower()
        own = tuple(one.replace("{state}", name) for one in rule.options["own_license"])
        if holds(source, sentence, own) and not holds(source, sentence, (f"{name} compact",)):
            return True
    return False
