"""Licenses asked for by state: that of a state in which the job is not done."""

from collections.abc import Iterator
from functools import cache

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.law.frames import holds
from casemgr_jd.checks.law.reach import job_of
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.modality import negated, of_others
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.model.states import STATES
from casemgr_jd.reading.fold import fold
from casemgr_jd.reading.phrases import Phrase
from casemgr_jd.reading.source import Source, Span

__all__ = ["license_of_another_state"]


_ASKED = ("required", "licensure", "qualifications", "preferred")


def license_of_another_state(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit where a license of one state is asked for, and the whole job is done in others."""
    job = job_of(context)
    here = {one.state for one in job.locations if one.state} | set(job.remote_states)
    if not here or job.anywhere or context.facts.nationwide is not None:
        raise NotApplicable
    source = context.source
    names = {STATES[code].lower() for code in here if code in STATES}
    for match in phrases_in(source, _asked_for(tuple(rule.options["of_state"]))):
        span = Span(*match.span())
        sentence = source.sentence(span.start, span.end)
        words = source.folded[sentence.start : sentence.end]
        state = next((code for code, name in STATES.items() if name.lower() in match.group()), "")
        if state in here or any(name in words for name in names):
            continue
        section = source.block_at(span.start).section
        if section in ("responsibilities", "about", "benefits") or _is_for(source, span, state):
            continue
        if holds(source, sentence, rule.options["unless"]):
            continue
        others = section not in _ASKED and of_others(source, span)
        if state and not others and not negated(source, span):
            places = sorted(STATES[code] for code in here if code in STATES)
            fields = {"asked": STATES[state], "places": " and ".join(places)}
            yield Hit(span, fields=fields, suggestions=tuple(f"{one} license" for one in places))


def _is_for(source: Source, span: Span, state: str) -> bool:
    """Whether what stands here is for one state of several: "OHIO: an Ohio license", or under "Ohio"."""
    block = source.block_at(span.start)
    label, colon, _ = block.text.partition(":")
    heads = {fold(block.heading).strip(" :"), fold(label).strip() if colon else ""}
    return STATES.get(state, "").lower() in heads


@cache
def _asked_for(patterns: tuple[str, ...]) -> tuple[Phrase, ...]:
    names = f"({'|'.join(name.lower() for name in STATES.values())})"
    return phrases(one.replace("{state}", names) for one in patterns)
