"""How, when and on what terms the work is done: work model, employment type, schedule, FLSA status."""

import re
from collections.abc import Iterator

from casemgr_jd.facts.found import Stated
from casemgr_jd.facts.modality import negated, of_others
from casemgr_jd.facts.wording import Table, find_stated
from casemgr_jd.reading.source import Source, Span
from casemgr_jd.reading.words import word_set

__all__ = [
    "find_employment_types",
    "find_flsa",
    "find_overtime",
    "find_schedule",
    "find_work_models",
]

_JOB = r"(?:position|role|job|opportunity|work|opening|team|schedule|arrangement|case manager|work model|setting|eligible|option|employees?|assignment)"
_MODELS = (
    ("remote", re.compile(
        r"(?:(?:fully|100%|completely|entirely|permanently|all|totally) (?:remote|virtual|work from home|home based)|"
        rf"remote {_JOB}(?! ?(?:areas?|monitor|support))|work[- ]from[- ]home {_JOB}|"
        rf"(?:this|the|our) (?:[a-z]+ ){{0,4}}?(?:is|are) (?:an? )?(?:remote|telecommut\w+|work from home|home based)|"
        r"(?:you|employees|staff|case managers|we)(?:'ll| will| can| may)? (?:all )?(?:work|works|working) (?:fully |entirely |100% )?(?:remotely|from (?:your )?home|from anywhere)(?! (?:one|two|three|1|2|3|4|up to|a few|some)\b)|"
        r"telework(?:ing)? (?:position|role)|from (?:your|a) home office)"
    )),
    ("hybrid", re.compile(r"telework eligible|(?<![a-z])hybrid(?! (?:ehr|record|model of care|plan|vehicle|car|approach))")),
    ("onsite", re.compile(
        r"(?:(?:(?<=\n)|(?<=\| )|(?<=· )|(?<=\())(?:on ?site|in person)(?=[,.;)]|\n| \||$| ·)|(?:fully|100%|all|strictly|entirely|completely) (?:on ?site|in person|in office)|(?:on ?site|in person|in office) (?:only|"
        rf"{_JOB}|required|five days|5 days|every day|daily|monday|full time|at our|at the|in our)|"
        r"(?:is|are) (?:an? )?(?:on ?site|in person|in office)(?! (?:interview|visit|gym))|(?:work|works|working|report|reports|reporting|be|present) (?:fully )?(?:on ?site|in person|in the office)(?: (?:five|5|every|all|at|in|daily|monday|each|full)|[.,;]|$|\n)|"
        r"no (?:remote|telework|work from home|hybrid)(?: (?:work|option|options|or))?|(?:remote|telework) work is not|(?:is|are) not (?:an? )?(?:remote|telework|eligible for (?:remote|telework))|"
        r"(?:not|never) (?:be )?(?:eligible for )?(?:remote|telework))"
    )),
    ("field", re.compile(r"(?:field based|community based (?:position|role|work)|in the field|mobile (?:position|role))")),
)  # fmt: skip
_LABELLED = re.compile(
    r"^(?:work (?:model|arrangement|location|setting|type)|location(?: type)?|work ?place|workplace type|remote|arrangement|job type|setting|where|schedule|position type)s?(?: ?\([^)]*\))?(?::| \|)\s*(?P<value>.{1,120})"
)
_VALUES = (
    ("hybrid", re.compile(r"(?<![a-z])hybrid")),
    (
        "remote",
        re.compile(
            r"(?<![a-z])(?:(?:fully |100% )?remote(?! monitor)|work from home|telework|telecommute|home based)"
        ),
    ),
    ("onsite", re.compile(r"(?<![a-z])(?:on ?site|in person|in office)")),
    ("field", re.compile(r"(?<![a-z])(?:field|community based)")),
)
_TRIGGERS = word_set(
    "remote remotely home hybrid site onsite office person telework telecommute telecommuting virtual "
    "field anywhere"
)

_EMPLOYMENT = Table.of({
    "full_time": ["full time", "ft", "# fte", "fulltime"],
    "part_time": ["part time", "parttime"],
    "per_diem": ["per diem", "prn", "pool position", "casual (position|employment)"],
    "contract": ["contract (position|role|assignment|basis|to hire)", "independent contractor", "# week (contract|assignment)", "(travel|local) contract", "term limited", "locum*"],
    "temporary": ["temporary", "temp to (hire|perm)", "seasonal", "grant funded position", "limited term", "term appointment"],
    "regular": ["permanent (position|appointment|role)", "regular (position|status|employee)", "career service"],
})  # fmt: skip
_SCHEDULE = Table.of({
    "hours": ["# hour~ (per|a|each|weekly|work)", "# hour (week|shift~|workweek|day~)", "# hrs", "hours per week", "hours a week", "hour shift~", "8 a.m", "8 am", "am to", "hours:", "core hours", "business hours", "forty hours", "# x #", "work hours", "flexible schedule", "flexible hours", "set your own"],
    "days": ["monday", "mon", "weekday~", "m f", "saturday~", "sunday~", "weekend~", "days a week", "days per week", "four day", "4 day", "five day", "school year", "school calendar", "10 month", "rotating"],
    "shift": ["day shift~", "evening~", "night~ (shift|shifts)", "evening shift~", "shift~", "on call", "12 hour", "8 hour", "10 hour", "second shift", "first shift", "third shift"],
})  # fmt: skip
_FLSA = re.compile(
    r"(?:flsa(?: status| classification)?(?: is)?(?::| \|)? ?(?P<flsa>non ?exempt|exempt)|(?P<non>(?<![a-z])(?:non|not) ?exempt)|(?P<exempt>(?<![a-z])(?<!tax )exempt(?! ?(?:status|classification)?(?::| \|) ?(?:non|not))(?! (?:from (?:tax|jury|this)|organi[sz]ation|status of))))"
)
# "exempt and non-exempt income" is about benefits; "exempt: no" says the contrary
_OF_MONEY = re.compile(
    r" (?:(?:and|or) (?:non ?)?exempt )?(?:income|resources?|assets?|property|trusts?|funds?|research|purchases?|sales)(?![a-z])|(?: status)? ?[:|?] ?no(?![a-z])"
)
_FLSA_WORDS = frozenset({"exempt", "nonexempt"})
_OVERTIME_WORDS = frozenset({"overtime", "half", "over"})
_OVERTIME = re.compile(
    r"(?:overtime|over time|time and (?:a|one)[ -]half|1\.5x?|time-and-a-half)(?! (?:exempt|is not|not|ineligible))"
)
_NO_OVERTIME = re.compile(
    r"(?:exempt from|not eligible for|ineligible for|no|without|not receive|not paid|do(?:es)? not (?:receive|earn|get))(?: [a-z]+){0,2} overtime|overtime (?:exempt|is not|does not|rules? do not)"
)


def find_work_models(source: Source) -> tuple[Stated, ...]:
    """Return each statement that the job is remote, hybrid, on-site or in the field."""
    found: dict[int, Stated] = {}
    for one in (*_labelled(source), *_in_sentences(source)):
        found.setdefault(one.span.start, one)
    return tuple(found[start] for start in sorted(found))


def _labelled(source: Source) -> Iterator[Stated]:
    for span in source.holding(_TRIGGERS):
        match = _LABELLED.match(source.folded[span.start : span.end])
        if not match or source.block_at(span.start).kind == "heading":
            continue
        start = span.start
        for name, words in _VALUES:
            value = words.search(match["value"])
            if match.group().startswith("remote"):
                break  # "Remote: no" and the like are read with the words they hold
            if value and not re.search(
                r"not? (?:an? )?$|no $|occasional", match["value"][: value.start()]
            ):
                at = start + match.start("value")
                yield Stated(name, Span(at + value.start(), at + value.end()))
                break


def _in_sentences(source: Source) -> Iterator[Stated]:
    for name, words in _MODELS:
        for match in source.finditer(words, _TRIGGERS):
            span = Span(match.start(), match.end())
            if source.block_at(span.start).section in ("about", "eeo", "legal", "tools"):
                continue
            if re.match(
                r"(?:s|ed)?(?::| \|) ?no(?![a-z])", source.folded[match.end() : match.end() + 8]
            ):
                continue
            says_no = match.group().startswith(("no ", "not ", "never ")) or " not" in match.group()
            if not says_no and negated(source, span):
                if name == "remote":
                    yield Stated("onsite", span)
                continue
            yield Stated(name, Span(span.start, span.start + len(match.group().rstrip(" .,;\n"))))


def find_employment_types(source: Source) -> tuple[Stated, ...]:
    """Return each statement that the job is full-time, part-time, per diem, temporary …"""
    found = find_stated(source, _EMPLOYMENT, skip=("about", "eeo", "legal", "benefits"))
    return tuple(one for one in found if not of_others(source, one.span))


def find_schedule(source: Source) -> tuple[Stated, ...]:
    """Return each statement about hours, days or shifts."""
    return find_stated(source, _SCHEDULE, skip=("about", "eeo", "legal", "benefits"))


def find_flsa(source: Source) -> tuple[Stated, ...]:
    """Return each statement that the job is exempt or non-exempt."""
    return tuple(_flsa(source))


def _flsa(source: Source) -> Iterator[Stated]:
    for match in source.finditer(_FLSA, _FLSA_WORDS):
        if source.block_at(match.start()).section in ("about", "eeo"):
            continue
        if _OF_MONEY.match(source.folded, match.end()) or _is_in_a_label(source, match):
            continue
        word = match["flsa"] or match["non"] or match["exempt"]
        group = "flsa" if match["flsa"] else "non" if match["non"] else "exempt"
        yield Stated("non_exempt" if word.startswith("no") else "exempt", Span(*match.span(group)))


def _is_in_a_label(source: Source, match: re.Match[str]) -> bool:
    """Whether a word is one of the two of a label, as in "Exempt/Non-Exempt: Non-Exempt"."""
    start = max(match.start() - 12, 0)
    return any(
        label.start() <= match.start() < label.end()
        for label in _BOTH.finditer(source.folded, start, match.end() + 18)
    )


_BOTH = re.compile(r"(?:non[ -]?)?exempt ?(?:/|or) ?(?:non[ -]?)?exempt ?[:|?] ?\w")


def find_overtime(source: Source) -> tuple[Stated, ...]:
    """Return each statement that overtime is paid (``"paid"``) or is not (``"none"``)."""
    none = [
        Stated("none", Span(*match.span()))
        for match in source.finditer(_NO_OVERTIME, _OVERTIME_WORDS)
    ]
    paid = [
        Stated("paid", Span(*match.span()))
        for match in source.finditer(_OVERTIME, _OVERTIME_WORDS)
        if not any(one.span.start <= match.start() <= one.span.end for one in none)
    ]
    return tuple(sorted((*none, *paid), key=lambda one: one.span.start))
