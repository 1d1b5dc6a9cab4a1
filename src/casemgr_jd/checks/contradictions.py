"""Contradictions: two statements of one posting that cannot both hold; those on pay and on what a person must bring have files of their own."""

from collections.abc import Iterator
from itertools import pairwise

from casemgr_jd._late import late
from casemgr_jd.checks._opposed import pairs, same_sentence, sentence_text, the_other, where
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.law.frames import holds
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.dates import opens_a_range
from casemgr_jd.facts.found import Caseload, Stated
from casemgr_jd.facts.modality import later, modality, negated, of_a_colleague, of_others
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.reading.lexicon import Said, lexicon
from casemgr_jd.reading.phrase_table import that_can_start
from casemgr_jd.reading.phrases import compile_phrase
from casemgr_jd.reading.source import Source, Span
from casemgr_jd.reading.words import word_set

__all__ = [
    "closing_before_posting",
    "guarantee_and_at_will",
    "loads",
    "statuses",
    "two_closings",
    "work_models",
]

_PART_OF_THE_TIME = Said("contradictions", "part_of_the_time")
_OPENS = Said("contradictions", "opens")
_STARTS = Said("contradictions", "starts")
_DENIAL = Said("contradictions", "denial")
_MAY_CHANGE = Said("contradictions", "may_change")
_KEPT_OPEN = Said("contradictions", "kept_open")


def work_models(context: Context, rule: Rule) -> Iterator[Hit]:
    """Remote in one place, on-site (or hybrid) in another, both asserted of this job."""
    source, facts = context.source, context.facts
    firm = [one for one in facts.work_models if not _is_conditional(context, rule, one)]
    onsite = [one for one in firm if one.value == "onsite"]
    remote = [one for one in firm if one.value == "remote"]
    wholly = [one for one in remote if _is_wholly(source, one)]
    office = [one for one in facts.office_days if not _is_conditional(context, rule, one)]
    onsite += [one for one in office if one.value == "daily"]
    if wholly:
        onsite += [one for one in firm if one.value == "hybrid"]
        onsite += [one for one in office if one.value == "days"]
    for one in wholly or remote:
        against = [
            other
            for other in onsite
            if other in office or not same_sentence(source, other.span, one.span)
        ]
        if against:
            first, second = sorted((one, against[0]), key=lambda one: one.span.start)
            other = the_other(source, first.span)
            yield Hit(second.span, other)
            return


def _is_conditional(context: Context, rule: Rule, stated: Stated) -> bool:
    """Whether the sentence joins the two: it says when each holds, or for whom."""
    source = context.source
    if modality(source, stated.span).of_others:
        return True
    sentence = source.sentence(stated.span.start, stated.span.end)
    return any(
        not (stated.span.start <= match.start() < stated.span.end)
        for phrase in that_can_start(phrases(rule.options["unless"]), source.words)
        for match in phrase.find_within(source.folded, source.words, sentence.start, sentence.end)
    )


def _is_wholly(source: Source, remote: Stated) -> bool:
    said = source.folded[max(remote.span.start - 14, 0) : remote.span.end].split()
    return not _WHOLLY.isdisjoint(said)


_WHOLLY = frozenset(lexicon("work")["lists"]["wholly"])


_GUARANTEES = tuple(
    compile_phrase(text)
    for text in ("guarante* ... (employment|job|position|career)", "(employment|job) guarantee", "job security", "permanent (employment|position|job|role)", "lifetime employment", "career for life",
                 "(terminated|dismissed|discharged) only for cause", "only [be] (terminated|dismissed|discharged) for cause", "just cause only", "job for life", "guaranteed (employment|position|job)",
                 "never be (laid off|let go|fired|terminated|downsized)", "no layoffs", "never (lay off|laid off)")
)  # fmt: skip


_WILL = frozenset({"will"})


_AT_WILL = Said("contradictions", "at_will")


def guarantee_and_at_will(context: Context, rule: Rule) -> Iterator[Hit]:
    """Employment at will, and wording that promises it lasts."""
    source = context.source
    said = next(source.finditer(_AT_WILL, _WILL), None)
    if said is None:
        raise NotApplicable
    found = list[Span]()
    for match in phrases_in(source, _GUARANTEES):
        span = Span(*match.span())
        if not negated(source, span) and not _DENIAL.search(sentence_text(source, span)):
            found.append(span)
    if found:
        nearest = min(found, key=lambda span: abs(span.start - said.start()))
        yield Hit(nearest, {"where": where(source, Span(*said.span()))})


_STRONG_TYPE = late(
    r"(?P<type>full time|part time|per diem|prn|temporary|permanent)(?:,? (?:regular|benefited|benefits eligible|salaried|hourly|exempt|non exempt|remote|hybrid|onsite))? (?:position|role|job|opportunity|employment|appointment|opening|schedule|status)"
)


_LABEL_TYPE = late(
    r"^(?:job |employment |position |appointment |work )?(?:type|status|schedule|hours|classification|category|fte)(?::| \|) ?(?P<type>full time|part time|per diem|prn|temporary|permanent)(?!\s*(?:or|/|,|and)\s*(?:part|full|per|prn))"
)


_PAIRS = (
    {"full time", "part time"},
    {"full time", "per diem"},
    {"full time", "prn"},
    {"permanent", "temporary"},
    {"part time", "per diem"},
)


_WEEK = frozenset({"week"})


_HOURS = late(
    r"(?<![\d.-])(?P<hours>\d{2})(?:\.\d)? hours?(?: of work)? (?:per|a|each|/) ?week|"
    r"(?<=hours: )(?P<labelled>\d{2}) (?:per|a|each) week"
)


def statuses(context: Context, rule: Rule) -> Iterator[Hit]:
    """Two employment types, or a type and weekly hours that do not go together."""
    source = context.source
    firm = sorted((*_firm_types(source), *_types_alone(context)), key=lambda one: one.span.start)
    for first, second in pairs(source, firm, lambda one: one.value):
        if {first.value, second.value} in _PAIRS and not same_sentence(
            source, first.span, second.span
        ):
            yield Hit(
                second.span,
                the_other(source, first.span),
            )
            return
    kinds = {one.value for one in firm} or {
        one.value.replace("_", " ") for one in context.facts.employment_types
    }
    for match in source.finditer(_HOURS, _WEEK):
        span, hours = Span(*match.span()), int(match["hours"] or match["labelled"])
        words = sentence_text(source, span)
        if _PART_OF_THE_TIME.search(words) or _of_a_colleague(source, span):
            continue
        if (kinds == {"full time"} and hours < 30) or (kinds == {"part time"} and hours >= 40):
            named = next((one for one in firm), None) or context.facts.employment_types[0]
            yield Hit(span, the_other(source, named.span))
            return


def _types_alone(context: Context) -> Iterator[Stated]:
    """The types that a line of the top, or a bracket of the title's line, says alone: "Full-time", "Nurse (Part-Time)"."""
    source, title = context.source, context.facts.title
    for one in context.facts.employment_types:
        block = source.block_at(one.span.start)
        words = source.snippet(one.span)
        is_a_line = block.section == "title" and block.kind != "bullet" and block.text == words
        of_the_title = title is not None and block.text == f"{title.value} ({words})"
        if is_a_line or of_the_title:
            yield Stated(one.value.replace("_", " "), one.span)


_COLLEAGUE = Said("contradictions", "colleague")


def _of_a_colleague(source: Source, span: Span) -> bool:
    """Whether hours are those of somebody with whom the person works: "a consultant is here 10 hours a week"."""
    sentence = source.sentence(span.start, span.end)
    named = _COLLEAGUE.search(source.folded, sentence.start, span.start) is not None
    return named or of_a_colleague(source, span)


_TYPE_WORDS = word_set("full part per prn temporary permanent")


def _firm_types(source: Source) -> Iterator[Stated]:
    for span in source.holding(_TYPE_WORDS):
        if source.block_at(span.start).section in ("about", "eeo", "legal", "benefits"):
            continue
        text = source.folded[span.start : span.end]
        label = _LABEL_TYPE.match(text)
        if label:
            yield Stated(
                label["type"],
                Span(span.start + label.start("type"), span.start + label.end("type")),
            )
        for match in _STRONG_TYPE.finditer(text):
            found = Span(span.start + match.start(), span.start + match.end())
            others = of_others(source, found) or of_a_colleague(source, found)
            if not (_MAY_CHANGE.search(text) or others or later(source, found)):
                yield Stated(match["type"], found)


def loads(context: Context, rule: Rule) -> Iterator[Hit]:
    """Two caseload figures that do not overlap."""
    source = context.source
    plain = [
        one for one in context.facts.caseloads if one.high >= 5 and not _special_load(source, one)
    ]
    for first, second in pairs(source, plain, lambda one: (one.low, one.high, one.unit, one.basis)):
        if (
            (first.unit or second.unit)
            and first.unit.rstrip("s") != second.unit.rstrip("s")
            and first.unit
            and second.unit
        ):
            continue
        if same_sentence(source, first.span, second.span):
            continue  # "12 in one program and 30 in the other"
        if first.basis.startswith("per") != second.basis.startswith("per") or (
            first.basis.startswith("per") and first.basis != second.basis
        ):
            continue
        if (first.high < second.low or second.high < first.low) and max(
            first.high, second.high
        ) / max(min(first.high, second.high), 1) >= 1.25:
            yield Hit(
                second.span,
                the_other(source, first.span),
            )
            return


def _special_load(source: Source, load: Caseload) -> bool:
    return source.holds(source.sentence(load.span.start, load.span.end), _SPECIAL_LOAD)


_SPECIAL_LOAD = Said("contradictions", "special_load")


def _starts_the_job(source: Source, span: Span) -> bool:
    """Whether a start is that of the job, not that of a bonus, a benefit or a stretch of time."""
    sentence = source.sentence(span.start, span.end)
    words = source.folded[sentence.start : sentence.end]
    return not opens_a_range(source, span) and not _OF_AN_OFFER.search(words)


_OF_AN_OFFER = Said("contradictions", "of_an_offer")


def two_closings(context: Context, rule: Rule) -> Iterator[Hit]:
    """Two days on which applications close, neither of which is that of a round of its own."""
    source = context.source
    dated = [
        one
        for one in context.facts.closing
        if one.on is not None
        and not holds(source, source.sentence(*one.span), rule.options["rounds"])
    ]
    for first, second in pairwise(dated):
        same_line = source.block_index(first.span.start) == source.block_index(second.span.start)
        if first.on != second.on and not same_line:
            other = the_other(source, first.span)
            yield Hit(second.span, other)
            return


def closing_before_posting(context: Context, rule: Rule) -> Iterator[Hit]:
    """Applications close before the posting opens, or before the job is posted."""
    source = context.source
    closing = next(
        (
            one
            for one in context.facts.closing
            if one.on is not None
            and not _KEPT_OPEN.search(source.folded[max(one.span.start - 12, 0) : one.span.start])
        ),
        None,
    )
    if closing is None or closing.on is None:
        raise NotApplicable
    for dated in context.facts.dates:
        if dated.on is None:
            continue
        before = source.folded[max(dated.span.start - 40, 0) : dated.span.start].rpartition("\n")[2]
        before = before.replace(":", "").rstrip()
        opens, starts = _OPENS.search(before), _STARTS.search(before)
        begins = starts and _starts_the_job(source, dated.span)
        if (opens and dated.on > closing.on) or (begins and dated.on < closing.on):
            yield Hit(
                closing.span,
                the_other(source, dated.span),
            )
            return
