"""Completeness: what every posting should say, and what a setting or a place asks for in addition.

Whether *law* wants an element (pay, benefits, a closing date) is the pay-disclosure family's; these rules say what
any reader misses.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.hints import hint_of
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.facts import Facts
from casemgr_jd.facts.found import Credential
from casemgr_jd.facts.labels import labelled
from casemgr_jd.facts.matches import stands
from casemgr_jd.facts.modality import negated
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.model.states import STATES
from casemgr_jd.reading.block import Block
from casemgr_jd.reading.headings import states_a_need
from casemgr_jd.reading.inflection import forms
from casemgr_jd.reading.lexicon import Said, lexicon, phrase_list
from casemgr_jd.reading.source import Source, Span
from casemgr_jd.reading.words import word_set

__all__ = ["described_elsewhere", "license_state", "missing"]

_NOT_ITS_OWN = Said("completeness", "not_its_own")

_STATE_NAME = late(
    rf"(?<![A-Za-z])(?:{'|'.join([*STATES.values(), *(code for code in STATES if code not in ('OR', 'IN', 'ME', 'OK', 'HI', 'PA', 'MA'))])})(?![A-Za-z])|,? (?:in|of|by) (?:OR|IN|ME|OK|HI|PA|MA)(?![A-Za-z])|(?<![A-Za-z])(?:OR|IN|ME|OK|HI|PA|MA) (?:RN|LCSW|license|LMSW|LPC)"
)
_STATE_OF_LICENSE = Said("completeness", "state_of_license")


def _has_location(context: Context) -> bool:
    facts = context.facts
    told = facts.locations or facts.nationwide or facts.unclear_places or _remote_only(facts)
    return bool(told) or _is_abroad(context.source)


def _is_abroad(source: Source) -> bool:
    """Whether a line at the top is a place in another country: "Naples, Italy"."""
    for block in source.top(_LINES_AT_TOP):
        place, _, country = block.text.rpartition(", ")
        city = place.rpartition(": ")[2]
        named = city[:1].isupper() and len(city.split()) <= _LONGEST_CITY
        if named and country.lower().strip(" .") in lexicon("places")["words"]["abroad"]:
            return True
    return False


_LINES_AT_TOP, _LONGEST_CITY = 8, 4


def _remote_only(facts: Facts) -> bool:
    return any(one.value == "remote" for one in facts.work_models)


def _has_employer(context: Context) -> bool:
    return bool(context.known("organization") or context.facts.employer)


def _has_schedule(context: Context) -> bool:
    employer = context.facts.employer
    name = employer.value.lower() if employer is not None else ""
    told = (context.source.snippet(one.span).lower() for one in context.facts.schedule)
    # "First Shift Justice" is a name
    return any(words not in name for words in told) or any(
        set(context.source.folded[one.value.start : one.value.end].split()) - _NO_HOURS
        for one in labelled(context.source, "schedule")
    )


def _has_employment_type(context: Context) -> bool:
    hours = phrases_in(context.source, phrase_list("work", "hours_a_week"))
    return bool(context.facts.employment_types) or any(hours)


_NO_HOURS = word_set("full part time full-time part-time regular yes")


def _has_pay(context: Context) -> bool:
    return bool(context.facts.base_pay)


def _has_benefits(context: Context) -> bool:
    return bool(context.facts.benefits)


def _tells_of_duties(context: Context) -> bool:
    """Whether sentences say what the person does, and not only whom is sought and what is offered."""
    duties = context.facts.duties
    entry = context.facts.entry
    if entry is not None and entry.value != "copy" and not any(context.source.of_kind("bullet")):
        return False  # the abstract on a board praises the work in a sentence or two, and lists nothing
    return len(duties) >= _FEWEST_DUTIES and any(_acts() & set(one.text.split()) for one in duties)


_FEWEST_DUTIES = 3


def _has_qualifications(context: Context) -> bool:
    facts, source = context.facts, context.source
    listed = [block for _, block in source.in_sections("required", "qualifications")]
    asked = bool(facts.years) or not all(_is_the_title(facts, one) for one in facts.credentials)
    unasked = any(_asks_for_none(block) for _, block in source.of_kind("paragraph"))
    if asked or not (listed or unasked):
        return asked
    # below a line that says "No degree required" any text may stand
    all_none = all(map(_says_none, listed))
    return not all_none or stands(source, _QUALIFIED)


def _is_the_title(facts: Facts, one: Credential) -> bool:
    """Whether a license is named only as a part of what the job is called: "Licensed Clinical Social Worker"."""
    title, name = facts.title, facts.source.snippet(one.span).lower()
    alone = one.need == "unknown" and len(name.split()) > 1
    return alone and title is not None and name in title.value.lower()


def _asks_for_none(block: Block) -> bool:
    """Whether a line says no more than that something is not asked for: "No degree required"."""
    return block.text.lower().startswith("no ") and states_a_need(block.text)


def _says_none(block: Block) -> bool:
    """Whether a heading that looks like that of a section says that there is nothing in it: "No degree required"."""
    return block.heading.lower().startswith("no ")


_QUALIFIED = Said("completeness", "qualified")


@lru_cache(maxsize=1)
def _acts() -> frozenset[str]:
    known = lexicon("verb_forms")
    return frozenset(
        one for verb in known["verbs"] if verb not in known["of_an_offer"] for one in forms(verb)
    )


_PRESENT: dict[str, Callable[[Context], bool]] = {
    "title": lambda context: context.facts.title is not None,
    "employer": _has_employer,
    "location": _has_location,
    "schedule": _has_schedule,
    "employment_type": _has_employment_type,
    "pay": _has_pay,
    "benefits": _has_benefits,
    "reporting": lambda context: bool(context.facts.reporting),
    "caseload": lambda context: bool(context.facts.caseloads),
    "eeo": lambda context: bool(context.facts.eeo),
    "accommodation": lambda context: any(one.value == "contact" for one in context.facts.accommodation),
    "essential_functions": lambda context: bool(context.facts.essential_functions) or _tells_of_duties(context),
    "apply": lambda context: bool(context.facts.apply),
    "closing": lambda context: bool(context.facts.closing),
    "qualifications": _has_qualifications,
}  # fmt: skip


def missing(context: Context, rule: Rule) -> Iterator[Hit]:
    """One hit if the element that the rule names is nowhere in the posting."""
    if not context.whole:
        raise NotApplicable
    if not _is_of_such_work(context, rule.options.get("only_in")):
        raise NotApplicable
    if "not_in" in rule.options and _title_names(context, rule.options["not_in"]):
        raise NotApplicable
    if _PRESENT[rule.options["element"]](context):
        return
    hint = hint_of(context, rule.options["element"]) if "hinted" in rule.options else None
    if hint is None and "in_the_whole" in rule.options and context.facts.entry is not None:
        # a board's abstract of a posting, or a page that leads to one, is right to leave it out
        yield Hit(message=rule.options["in_the_whole"], severity="info", kind="review")
    elif hint is None:
        yield Hit(_where_it_belongs(context, rule.options.get("section", "")))
    else:
        yield Hit(hint, message=rule.options["hinted"], severity="info", kind="review")


def _title_names(context: Context, words: list[str]) -> bool:
    """Whether the title names work of another kind, in which nobody misses the element."""
    title = context.facts.title
    found = phrases_in(context.source, phrases(tuple(words))) if title is not None else ()
    return title is not None and any(
        title.span.start <= one.start() < title.span.end for one in found
    )


def _is_of_such_work(context: Context, words: tuple[str, ...] | None) -> bool:
    """Whether the title names work of this kind, or the text speaks of caseloads (without a title: any line will do)."""
    if words is None:
        return True
    title, source = context.facts.title, context.source
    found = phrases_in(source, phrases(tuple(words)))
    return any(
        title is None or title.span.start <= one.start() < title.span.end for one in found
    ) or (bool(found) and "caseload" in source.words)


def _where_it_belongs(context: Context, section: str) -> Span | None:
    """The heading under which the element would stand, if the posting has one."""
    for index, block in context.source.of_kind("heading"):
        if block.section == section and not _says_none(block):
            return context.source.span_of(index)
    return None


def described_elsewhere(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the words that send the reader elsewhere for duties or requirements that the text does not tell."""
    said = context.facts.elsewhere
    if said is None or not context.whole:
        raise NotApplicable
    if not (_tells_of_duties(context) and _has_qualifications(context)):
        yield Hit(said.span)


def license_state(context: Context, rule: Rule) -> Iterator[Hit]:
    """A license is required, and nothing near it says of which state."""
    if not context.whole:
        raise NotApplicable
    source, spans = context.source, [one.span for one in context.facts.licenses]
    if not spans:
        spans = [Span(*match.span()) for match in _asked_without_letters(source)]
        spans += _asked_to_practice(source)
    if not spans:
        raise NotApplicable
    for asked in spans:
        span = _around(source, asked)
        text, folded = source.snippet(span), source.folded[span.start : span.end]
        if _STATE_OF_LICENSE.search(folded) or _STATE_NAME.search(text):
            return
    for start in (at for word in _LICENSE_WORDS for at in source.words.at(word)):
        span = _around(source, Span(start, start + 1))
        text, folded = source.snippet(span), source.folded[span.start : span.end]
        if source.block_at(start).section not in ("about", "eeo") and (
            _STATE_NAME.search(text) or _STATE_OF_LICENSE.search(folded)
        ):
            return
    yield Hit(spans[0])


def _around(source: Source, span: Span) -> Span:
    """What stands around a license: its line, or of a long paragraph its sentence."""
    block = source.span_of(source.block_index(span.start))
    return block if block.end - block.start < _LONG else source.sentence(span.start, span.end)


_LONG = 600


def _asked_to_practice(source: Source) -> list[Span]:
    """Where a license to practice is asked for, whichever it is: "licensed as a dietitian"."""
    found = (Span(*one.span()) for one in phrases_in(source, phrase_list("licensure", "asked")))
    return [
        span
        for span in found
        if source.block_at(span.start).section not in _NOT_ASKED and not negated(source, span)
    ]


_UNNAMED_LICENSE = Said("completeness", "unnamed_license")


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


_LICENSE_WORDS = frozenset({"license", "licenses", "licensure", "licence", "licensed"})
_NOT_ASKED = ("about", "eeo", "legal", "responsibilities", "preferred", "benefits", "compensation")
