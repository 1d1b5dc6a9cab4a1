"""The title: one role, in plain words, as it would stand on a business card."""

import re
from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.found import Stated
from casemgr_jd.facts.gazetteer import state_of_postal_code
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.model.states import STATES
from casemgr_jd.reading.lexicon import Said, phrase_list
from casemgr_jd.reading.source import Source, Span

__all__ = [
    "cute",
    "extras",
    "is_of_a_class",
    "length",
    "level_code",
    "more_than_a_name",
    "several_roles",
    "shouting",
    "wording",
]

_ROLE = (
    r"(?:case ?managers?|care managers?|care coordinators?|service coordinators?|social workers?|discharge planners?|utilization (?:review(?:er)?|management) (?:nurse|specialist|rn)|nurse|navigators?|"
    r"case ?workers?|therapists?|counselors?|clinicians?|supervisors?|directors?|specialists?|advocates?|coordinators?|planners?|managers?|educators?|reviewers?|liaisons?|coach(?:es)?|administrators?|assistants?|analysts?|recruiters?|"
    r"team leads?|receptionists?|technicians?|aides?|drivers?|intake workers?|housing locators?)"
)
_SPLIT = late(r"\s*(?:/|\||;|\+|&|,|(?<![a-z])and(?![a-z])|(?<![a-z])or(?![a-z])|(?<= )-(?= ))\s*")
_ENDS_WITH_ROLE = late(rf"(?<![a-z]){_ROLE}(?: (?:i{{1,3}}|iv|v|\d))?$")
_BRACKETS = late(r"\([^()]*\)|\[[^\[\]]*\]")


def _title(context: Context) -> Stated:
    title = context.facts.title
    if title is None:
        raise NotApplicable
    return title


def _folded(source: Source, title: Stated) -> str:
    return source.folded[title.span.start : title.span.end].strip()


def several_roles(context: Context, rule: Rule) -> Iterator[Hit]:
    """A title that names two jobs."""
    title = _title(context)
    bare = _BRACKETS.sub("", _folded(context.source, title)).strip()
    parts = [part for part in _SPLIT.split(bare) if _ENDS_WITH_ROLE.search(part.strip(" -"))]
    roles = tuple(dict.fromkeys(parts))
    if len(roles) > 1:
        named = {"roles": " and ".join(roles)}
        if not _JOINED.search(bare) or _may_be_one_job(roles):
            yield Hit(title.span, named, severity="info", kind="review")
        else:
            yield Hit(title.span, named)


_JOINED = late(r"&|(?<![a-z])and(?![a-z])")
_LICENSED = Said("titles", "licensed")


_COUNSELS, _COORDINATES = Said("titles", "counsels"), Said("titles", "coordinates")


def _all_licensed(roles: tuple[str, ...]) -> bool:
    return all(map(_LICENSED.search, roles))


def _may_be_one_job(roles: tuple[str, ...]) -> bool:
    """Whether one person may well bear all the names: one that takes no license, or two words for one role."""
    alike = any(all(map(kind.search, roles)) for kind in (_COUNSELS, _COORDINATES))
    return len(roles) == _A_PAIR and (alike or not _all_licensed(roles))


_A_PAIR = 2


_LEVEL = late(
    r"(?<![\w-])(?:I{1,3}|IV|V|VI)(?![\w-])(?!\.)|(?i:(?<![a-z])(?:level|lvl|grade|step|band|tier|pay grade|gs|class)[ -]?(?:\d{1,2}|[ivx]{1,3})(?![\w]))|"
    r"#\s?[\w-]{2,}|(?i:(?<![a-z])(?:req(?:uisition)?|job|posting|position|vacancy)[ .]*(?:id|no|number|num|code)?[ .:#]*\d[\w-]{2,})|(?<![\d$,.])\d{4,}(?![\d,])|(?<![\w-])[A-Z]{2,4}-?\d{1,5}(?![\w])|(?<=[a-z] )\d(?=$| )|(?<![\d])\d{2,4}-\d{3,}(?!\d)"
)
_FINE_NUMBER = late(r"1915|1115|2703|24/7|504|340B|1099|W-?2")


def level_code(context: Context, rule: Rule) -> Iterator[Hit]:
    """A level code or a requisition number in the title."""
    title, source = _title(context), context.source
    # whoever gave the title as a fact meant its level
    told_of_a_level = is_of_a_class(context) or context.known("title") is not None
    for match in _LEVEL.finditer(source.text, title.span.start, title.span.end):
        span = Span(*match.span())
        if _FINE_NUMBER.search(match.group()) or _is_part_of_a_name(source, span):
            continue
        if _is_a_postal_code(source, span) or _stands_within(context, rule, span):
            continue
        if _LEVEL_ONLY.fullmatch(match.group()):
            # "Level I or II" is one thing to take out
            if not told_of_a_level:
                # a level may be all that tells two jobs of one house apart
                yield Hit(span, severity="info", kind="review")
            told_of_a_level = True
        else:
            yield Hit(span)
    for phrase in phrases(tuple(rule.options["find"])):
        for said in phrase.find_within(
            source.folded, source.words, title.span.start, title.span.end
        ):
            span = Span(*said.span())
            code = source.snippet(span)
            if len(code) > _TWO_LETTERS or code.isupper():  # "Ft. Worth" is a place
                yield Hit(span)


def _stands_within(context: Context, rule: Rule, span: Span) -> bool:
    """Whether letters are part of words that are no level, such as "IV antibiotics"."""
    found = phrases_in(context.source, phrases(tuple(rule.options["no_levels"])))
    return any(one.start() <= span.start < one.end() for one in found)


_TWO_LETTERS = 2


def _is_a_postal_code(source: Source, span: Span) -> bool:
    """Whether a number stands behind a state: "Napa, CA 94558"."""
    before = source.text[max(span.start - _LONGEST_STATE, 0) : span.start].rstrip(" ,")
    digits = source.snippet(span)
    state = state_of_postal_code(digits) if digits.isdigit() and len(digits) == _ZIP else ""
    return bool(state) and before.endswith((f" {state}", STATES[state]))


_LONGEST_STATE, _ZIP = 24, 5


def is_of_a_class(context: Context) -> bool:
    """Whether the title is that of a class of jobs: under civil service, or with a public employer."""
    employer = context.facts.employer
    public = employer is not None and _PUBLIC.search(employer.value)
    return bool(public or phrases_in(context.source, phrase_list("titles", "class_of_jobs")))


_PUBLIC = late(
    r"\b(?:County|City|State|Town|Commonwealth|District|Department|Commission|Comm|Authority|Tribe|Nation|Borough|Bureau|Municipal\w*)\b",
    re.IGNORECASE,
)
_LEVEL_ONLY = late(r"(?:(?i:level|lvl|grade|step|class)[ -]?)?(?:I{1,3}|IV|VI?|\d|P\d{1,2}|\d{4})")
# Under civil service the level is part of the name of the class of jobs.


def _is_part_of_a_name(source: Source, span: Span) -> bool:
    """Whether a code is a piece of an abbreviation or a name, such as "I/DD" or "1199SEIU"."""
    before, after = (
        source.text[max(span.start - 1, 0) : span.start],
        source.text[span.end : span.end + 1],
    )
    return after.isalpha() or before == "/" or after == "/"


_URGENT, _NOT_URGENT = Said("titles", "urgent"), Said("titles", "not_urgent")
_SYMBOLS = late(r"[!*$★☆✨🔥💰⭐❤♥►➤✅]{1,20}|[\U0001F300-\U0001FAFF\u2600-\u27BF]")
# Three words or more in capitals, of which one is longer than an abbreviation.
_LOUD = late(r"(?<![A-Za-z])(?=[A-Z ,/&-]*[A-Z]{5})[A-Z]{2,}(?:[ ,/&-]+[A-Z]+){2,}(?![a-z])")


def _urgent(source: Source, title: Span) -> re.Match[str] | None:
    """Return the first words that press for attention and are no part of what tells of something else."""
    pressing = _URGENT.pattern.finditer(source.folded, title.start, title.end)
    others = [
        match.span()
        for match in _NOT_URGENT.pattern.finditer(source.folded, title.start, title.end)
    ]
    free = (
        match
        for match in pressing
        if not any(start <= match.start() < end for start, end in others)
    )
    return next(free, None)


def shouting(context: Context, rule: Rule) -> Iterator[Hit]:
    """Symbols, urgency or capitals in the title."""
    title, source = _title(context), context.source
    urgent = _urgent(source, title.span)
    if urgent:
        yield Hit(
            Span(*urgent.span()),
            message='Take "{match}" out of the title: boards hide postings that press for attention.',
        )
    for match in _SYMBOLS.finditer(source.text, title.span.start, title.span.end):
        yield Hit(
            Span(*match.span()),
            message='Take "{match}" out of the title: boards reject symbols in titles.',
        )
        break
    loud = _LOUD.search(source.text, title.span.start, title.span.end)
    if loud and not title.value.isupper():
        yield Hit(
            Span(*loud.span()),
            message='Take "{match}" out of the title, or say it in the text, in ordinary letters.',
        )
    words = [word for word in re.findall(r"[A-Za-z]+", title.value) if len(word) > 3]
    if (
        len(words) >= 2
        and all(word.isupper() for word in words)
        and not _capitals_are_style(source, title)
    ):
        # in plain text, capitals are also how a heading looks
        severity = "info" if source.format in ("text", "docx") else ""
        yield Hit(
            title.span,
            message='Write the title in ordinary letters: "{match}" is all in capitals.',
            severity=severity,
        )


def _capitals_are_style(source: Source, title: Stated) -> bool:
    """In plain text, capitals are how a heading looks: then other headings are in capitals too."""
    headings = [block.text for _, block in source.of_kind("heading") if block.text != title.value]
    return any(text.isupper() and len(text) > 4 for text in headings) or (
        source.format in ("text", "docx") and not headings
    )


_NAMED_SO = Said("titles", "named_so")
_CUTE = Said("titles", "cute")


def cute(context: Context, rule: Rule) -> Iterator[Hit]:
    """A title nobody would search for."""
    title = _title(context)
    match = _CUTE.search(context.source.folded, title.span.start, title.span.end)
    if match and not _NAMED_SO.search(_folded(context.source, title)):
        yield Hit(Span(*match.span()))


_EXTRA = late(
    r"\$ ?\d[\d,.]*k?(?: ?(?:-|to) ?\$?[\d,.]+k?)?(?: ?/ ?(?:hr|hour|yr|year))?|sign(?:ing)?[ -]on(?: bonus)?|bonus|(?:great|excellent|full|amazing) benefits|no weekends|flexible hours|work from home!|(?:up to|from) \$|weekly pay|relocation (?=assistance|bonus|package|support|pay|offered|paid|provided|available|help)|(?:paid|with) relocation|tuition"
)


def extras(context: Context, rule: Rule) -> Iterator[Hit]:
    """Pay, bonuses or perks in the title."""
    title = _title(context)
    match = _EXTRA.search(context.source.folded, title.span.start, title.span.end)
    if match:
        yield Hit(Span(*match.span()))


def wording(context: Context, rule: Rule) -> Iterator[Hit]:
    """Wording that has no place in a title; of overlapping matches the first counts."""
    title, end = _title(context), -1
    for phrase in phrases(tuple(rule.options["find"])):
        for match in phrase.find_within(
            context.source.folded, context.source.words, title.span.start, title.span.end
        ):
            if match.start() >= end:
                end = match.end()
                yield Hit(Span(*match.span()))


def more_than_a_name(context: Context, rule: Rule) -> Iterator[Hit]:
    """Hours, a shift, or the city and state in the title."""
    title = _title(context)
    yield from wording(context, rule)
    for place in context.facts.locations:
        within = title.span.start < place.span.start and place.span.end <= title.span.end
        if within and place.city and place.state:
            yield Hit(place.span)
            return


def length(context: Context, rule: Rule) -> Iterator[Hit]:
    """A title too short to say what the job is, or too long to be read on a phone."""
    title = _title(context)
    shortest, longest = int(rule.options["shortest"]), int(rule.options["longest"])
    size = len(title.value)
    if size < shortest or size > longest:
        yield Hit(title.span, {"size": size, "shortest": shortest, "longest": longest})
