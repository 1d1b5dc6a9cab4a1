"""Contradictions: two statements of one posting that cannot both hold; those on pay have a file of their own."""

import re
from collections.abc import Iterator

from casemgr_jd.checks._opposed import pairs, same_sentence, sentence_text, where
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.dates import opens_a_range
from casemgr_jd.facts.found import Caseload, Credential, Stated, Years
from casemgr_jd.facts.modality import modality, negated
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.reading.lexicon import lexicon
from casemgr_jd.reading.phrase_table import that_can_start
from casemgr_jd.reading.phrases import compile_phrase
from casemgr_jd.reading.source import Source, Span
from casemgr_jd.reading.words import word_set

__all__ = [
    "closing_before_posting",
    "entry_level_and_years",
    "guarantee_and_at_will",
    "license_and_none",
    "loads",
    "statuses",
    "work_models",
    "years_asked",
]


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
            other = {"other": source.snippet(first.span), "where": where(source, first.span)}
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
    return bool(
        re.search(
            r"(?<![a-z])(?:or|in place of|instead|substitut\w*|in lieu|welcome|if|after|once|with us)(?![a-z])",
            sentence_text(source, years.span).replace("or more", ""),
        )
    )


_GUARANTEES = tuple(
    compile_phrase(text)
    for text in ("guarante* ... (employment|job|position|career)", "(employment|job) guarantee", "job security", "permanent (employment|position|job|role)", "lifetime employment", "career for life",
                 "(terminated|dismissed|discharged) only for cause", "only [be] (terminated|dismissed|discharged) for cause", "just cause only", "job for life", "guaranteed (employment|position|job)",
                 "never be (laid off|let go|fired|terminated|downsized)", "no layoffs", "never (lay off|laid off)")
)  # fmt: skip


_WILL = frozenset({"will"})
_AT_WILL = re.compile(r"(?<![a-z])at will(?![a-z])")


def guarantee_and_at_will(context: Context, rule: Rule) -> Iterator[Hit]:
    """Employment at will, and wording that promises it lasts."""
    source = context.source
    said = next(source.finditer(_AT_WILL, _WILL), None)
    if said is None:
        raise NotApplicable
    found = list[Span]()
    for match in phrases_in(source, _GUARANTEES):
        span = Span(*match.span())
        if not negated(source, span) and not re.search(
            r"(?<![a-z])(?:not|nor|no)(?![a-z])", sentence_text(source, span)
        ):
            found.append(span)
    if found:
        nearest = min(found, key=lambda span: abs(span.start - said.start()))
        yield Hit(nearest, {"where": where(source, Span(*said.span()))})


_NOT_NEEDED = re.compile(
    r"no (?:clinical |professional |nursing |state |active |rn |lcsw |social work )?(?:license|licensure|licence)(?: or (?:certification|degree|experience))? (?:is |are )?(?:required|needed|necessary)|(?:license|licensure|licence) (?:is )?not (?:required|needed|necessary)|"
    r"(?:unlicensed|non licensed) (?:position|role|candidates|applicants|staff) (?:are |is )?(?:welcome|encouraged|ok)|does not require (?:an? )?(?:[a-z]+ )?licen[sc]\w*|(?:this is an? )(?:unlicensed|non licensed|non clinical, unlicensed) (?:position|role|job)"
)
_NEEDS_NONE = word_set("license licensure licence licensed unlicensed degree")
_NO_DEGREE = re.compile(
    r"no (?:college )?degree (?:is )?(?:required|needed|necessary)|degree (?:is )?not (?:required|needed|necessary)"
)


# "A social work license is not needed" says nothing about a nurse's.
_KIND_NAMED = re.compile(r"(?<![a-z])(?:nursing|social work|counseling|teaching)(?= licen)")


def _is_nursing(credential: Credential) -> bool:
    return credential.name in ("RN", "LPN", "LVN", "APRN")


def license_and_none(context: Context, rule: Rule) -> Iterator[Hit]:
    """A license (or degree) required in one place, and said not to be needed in another."""
    source = context.source
    for pattern, kind in ((_NOT_NEEDED, "license"), (_NO_DEGREE, "degree")):
        for match in source.finditer(pattern, _NEEDS_NONE):
            span = Span(*match.span())
            if re.search(r"driver|drive", sentence_text(source, span)):
                continue
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
                yield Hit(second, {"other": source.snippet(first), "where": where(source, first)})
                return


def _reads_as_choice(source: Source, span: Span) -> bool:
    return bool(
        re.search(
            r"(?<![a-z])(?:or equivalent|or (?:a |an )?(?:combination|comparable|high school|years|experience|associate)|in lieu|instead)(?![a-z])",
            sentence_text(source, span),
        )
    )


_STRONG_TYPE = re.compile(
    r"(?P<type>full time|part time|per diem|prn|temporary|permanent)(?:,? (?:regular|benefited|benefits eligible|salaried|hourly|exempt|non exempt|remote|hybrid|onsite))? (?:position|role|job|opportunity|employment|appointment|opening|schedule|status)"
)
_LABEL_TYPE = re.compile(
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
_HOURS = re.compile(
    r"(?<![\d.-])(?P<hours>\d{2})(?:\.\d)? hours?(?: of work)? (?:per|a|each|/) ?week|"
    r"(?<=hours: )(?P<labelled>\d{2}) (?:per|a|each) week"
)


def statuses(context: Context, rule: Rule) -> Iterator[Hit]:
    """Two employment types, or a type and weekly hours that do not go together."""
    source = context.source
    firm = list(_firm_types(source))
    for first, second in pairs(source, firm, lambda one: one.value):
        if {first.value, second.value} in _PAIRS and not same_sentence(
            source, first.span, second.span
        ):
            yield Hit(
                second.span,
                {"other": source.snippet(first.span), "where": where(source, first.span)},
            )
            return
    kinds = {one.value for one in firm} or {
        one.value.replace("_", " ") for one in context.facts.employment_types
    }
    for match in source.finditer(_HOURS, _WEEK):
        span, hours = Span(*match.span()), int(match["hours"] or match["labelled"])
        words = sentence_text(source, span)
        if re.search(
            r"minimum|at least|up to|benefit|telework|home|client|supervis|remote|on call|office|average of|or more|overtime|eligible",
            words,
        ):
            continue
        if (kinds == {"full time"} and hours < 30) or (kinds == {"part time"} and hours >= 40):
            named = next((one for one in firm), None) or context.facts.employment_types[0]
            yield Hit(
                span, {"other": source.snippet(named.span), "where": where(source, named.span)}
            )
            return


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
            if not re.search(
                r"(?<![a-z])(?:or|also|other|both|may|convert|become|lead to|either|available)(?![a-z])",
                text,
            ):
                yield Stated(
                    match["type"], Span(span.start + match.start(), span.start + match.end())
                )


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
                {"other": source.snippet(first.span), "where": where(source, first.span)},
            )
            return


def _special_load(source: Source, load: Caseload) -> bool:
    return source.holds(source.sentence(load.span.start, load.span.end), _SPECIAL_LOAD)


_SPECIAL_LOAD = re.compile(
    r"(?<![a-z])(?:team|new|first|senior|entry|lead|supervis\w*|trainee|orientation|ramp\w*|up to|never|weekend|maximum|cover\w*|month|months|peak|intensive|high acuity|low acuity|tier|level|intake\w*|serves|"
    r"investigat\w*|total|across|program serves|newly|during|after|begin\w*|start\w*|visits?|calls?|complex|standard)(?![a-z])"
)


_AREA = re.compile(
    r"(?:years?|yrs?\.?)(?:'s?)?(?: or more| minimum)? (?:of )?(?P<area>[a-z /]{4,60}?experience)"
)
_ANY_AREA = re.compile(
    r"[a-z0-9]+ (?:years?|yrs?\.?)(?:'s?)?(?: or more| minimum)? (?:of )?(?P<area>experience)(?= (?:is )?(?:required|minimum|needed|mandatory)|[.;\n]|$)"
)


_IS_A_WAY_IN = re.compile(
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
        if area is None or re.search(
            r"(?<![a-z])(?:or|bachelor\w*|master\w*|degree|associate\w*|diploma|with an?|if|preferred|in lieu|level)(?![a-z])",
            words.replace("or more", ""),
        ):
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
                {"other": source.snippet(earlier.span), "where": where(source, earlier.span)},
            )


def _starts_the_job(source: Source, span: Span) -> bool:
    """Whether a start is that of the job, not that of a bonus, a benefit or a stretch of time."""
    sentence = source.sentence(span.start, span.end)
    words = source.folded[sentence.start : sentence.end]
    return not opens_a_range(source, span) and not _OF_AN_OFFER.search(words)


_OF_AN_OFFER = re.compile(
    r"(?<![a-z])(?:bonus(?:es)?|incentives?|raises?|increases?|differentials?|premiums?|benefits?|coverage|insurance|accrue\w*|pay|wages?|grant|contract)(?![a-z])"
)


def closing_before_posting(context: Context, rule: Rule) -> Iterator[Hit]:
    """Applications close before the posting opens, or before the job is posted."""
    source = context.source
    closing = next(
        (
            one
            for one in context.facts.closing
            if one.on is not None
            and not re.search(r"open", source.folded[max(one.span.start - 12, 0) : one.span.start])
        ),
        None,
    )
    if closing is None or closing.on is None:
        raise NotApplicable
    for dated in context.facts.dates:
        if dated.on is None:
            continue
        before = source.folded[max(dated.span.start - 40, 0) : dated.span.start].rpartition("\n")[2]
        opens = re.search(
            r"(?<![a-z])(?:posted|opens?|opening|opening date|posting date|date posted|published|posted on)(?: date)?:? ?(?:on )?$",
            before,
        )
        starts = re.search(
            r"(?<![a-z])(?:start date|starts|starting|start|begins|first day)(?: is)?:? ?(?:on )?$",
            before,
        )
        begins = starts and _starts_the_job(source, dated.span)
        if (opens and dated.on > closing.on) or (begins and dated.on < closing.on):
            yield Hit(
                closing.span,
                {"other": source.snippet(dated.span), "where": where(source, dated.span)},
            )
            return
