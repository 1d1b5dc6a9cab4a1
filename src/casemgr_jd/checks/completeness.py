"""Completeness: what every posting should say, and what a setting or a place asks for in addition.

Whether *law* wants an element (pay, benefits, a closing date) is the pay-disclosure family's; these rules say what
any reader misses.
"""

import re
from collections.abc import Callable, Iterator

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.facts import Facts
from casemgr_jd.facts.modality import negated
from casemgr_jd.model.states import STATES
from casemgr_jd.reading.lexicon import Said
from casemgr_jd.reading.source import Source, Span

__all__ = ["license_state", "missing"]

_NOT_ITS_OWN = Said("completeness", "not_its_own")

_STATE_NAME = re.compile(
    rf"(?<![A-Za-z])(?:{'|'.join([*STATES.values(), *(code for code in STATES if code not in ('OR', 'IN', 'ME', 'OK', 'HI', 'PA', 'MA'))])})(?![A-Za-z])|,? (?:in|of|by) (?:OR|IN|ME|OK|HI|PA|MA)(?![A-Za-z])|(?<![A-Za-z])(?:OR|IN|ME|OK|HI|PA|MA) (?:RN|LCSW|license|LMSW|LPC)"
)
_STATE_OF_LICENSE = re.compile(
    r"compact|multi ?state|state (?:of (?:practice|residence|employment|hire|the job)|where|in which)|any (?:u\.?s\.? )?state|home state|(?:each|every|other|all) states?|state of|nlc|in (?:the|your|this) (?:state|commonwealth)|in state|states? (?:you|we)|district of columbia"
)


def _has_location(context: Context) -> bool:
    facts = context.facts
    return bool(facts.locations or facts.nationwide or facts.unclear_places or _remote_only(facts))


def _remote_only(facts: Facts) -> bool:
    return any(one.value == "remote" for one in facts.work_models)


def _labelled(context: Context, labels: tuple[str, ...]) -> bool:
    source = context.source
    for index, _block in enumerate(source.blocks):
        start = source.starts[index]
        head = source.folded[start : start + 34]
        label, mark, _ = head.partition(":") if ":" in head else head.partition("|")
        if mark and any(name in label for name in labels):
            return True
    return False


def _has_employer(context: Context) -> bool:
    return bool(context.known("organization") or context.facts.employer)


def _has_schedule(context: Context) -> bool:
    return bool(context.facts.schedule) or _labelled(context, ("schedule", "hours", "shift"))


def _has_pay(context: Context) -> bool:
    return bool(context.facts.base_pay)


def _has_benefits(context: Context) -> bool:
    return bool(context.facts.benefits)


_PRESENT: dict[str, Callable[[Context], bool]] = {
    "title": lambda context: context.facts.title is not None,
    "employer": _has_employer,
    "location": _has_location,
    "schedule": _has_schedule,
    "employment_type": lambda context: bool(context.facts.employment_types),
    "pay": _has_pay,
    "benefits": _has_benefits,
    "reporting": lambda context: bool(context.facts.reporting),
    "caseload": lambda context: bool(context.facts.caseloads),
    "eeo": lambda context: bool(context.facts.eeo),
    "accommodation": lambda context: any(one.value == "contact" for one in context.facts.accommodation),
    "essential_functions": lambda context: bool(context.facts.essential_functions) or len(context.facts.duties) >= 3,
    "apply": lambda context: bool(context.facts.apply),
    "closing": lambda context: bool(context.facts.closing),
    "qualifications": lambda context: bool(context.facts.credentials or context.facts.years) or any(b.section in ("required", "qualifications") for b in context.source.blocks),
}  # fmt: skip


def missing(context: Context, rule: Rule) -> Iterator[Hit]:
    """One hit if the element that the rule names is nowhere in the posting."""
    if not context.whole:
        raise NotApplicable
    if not _PRESENT[rule.options["element"]](context):
        yield Hit(_where_it_belongs(context, rule.options.get("section", "")))


def _where_it_belongs(context: Context, section: str) -> Span | None:
    """The heading under which the element would stand, if the posting has one."""
    for index, block in enumerate(context.source.blocks):
        if block.kind == "heading" and block.section == section:
            return context.source.span_of(index)
    return None


def license_state(context: Context, rule: Rule) -> Iterator[Hit]:
    """A license is required, and nothing near it says of which state."""
    if not context.whole:
        raise NotApplicable
    source, spans = context.source, [one.span for one in context.facts.licenses]
    if not spans:
        spans = [Span(*match.span()) for match in _asked_without_letters(source)]
    if not spans:
        raise NotApplicable
    for asked in spans:
        span = source.span_of(source.block_index(asked.start))
        text, folded = source.snippet(span), source.folded[span.start : span.end]
        if _STATE_OF_LICENSE.search(folded) or _STATE_NAME.search(text):
            return
    for _index, block in enumerate(source.blocks):
        speaks_of_it = "licens" in block.text.lower() and block.section not in ("about", "eeo")
        if speaks_of_it and (
            _STATE_NAME.search(block.text) or _STATE_OF_LICENSE.search(block.text.lower())
        ):
            return
    yield Hit(spans[0])


_UNNAMED_LICENSE = re.compile(
    r"(?<![a-z])(?:(?:independent|current|active|valid|unrestricted|unencumbered|clinical|professional|nursing|social work|counseling|counselor|mental health|therapist|behavioral health) ){1,4}"
    r"(?:licen[sc]e|licensure)(?![a-z])|(?<![a-z])licensed (?:as an? )?(?:clinician|nurse|social worker|counselor|therapist)(?![a-z])"
)


def _asked_without_letters(source: Source) -> Iterator[re.Match[str]]:
    """A license asked of the person hired, such as "current license" or "social work license"."""
    for match in source.finditer(_UNNAMED_LICENSE, _LICENSE_WORDS):
        sentence = source.sentence(*match.span())
        words = source.folded[sentence.start : sentence.end]
        aside = source.block_at(match.start()).section in _NOT_ASKED or negated(
            source, Span(*match.span())
        )
        if not aside and not _NOT_ITS_OWN.search(words):
            yield match


_LICENSE_WORDS = frozenset({"license", "licensure", "licence", "licensed"})
_NOT_ASKED = ("about", "eeo", "legal", "responsibilities", "preferred", "benefits", "compensation")
