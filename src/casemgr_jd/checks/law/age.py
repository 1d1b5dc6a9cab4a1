"""Age in a posting: the wording that the federal rule lists, and wording that only hints."""

import re
from collections.abc import Iterable, Iterator

from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.law.words import Taken, words
from casemgr_jd.checks.rule import Rule
from casemgr_jd.reading.source import Source, Span

__all__ = ["age_hints", "age_wording"]

_RANGES = (
    ("age", re.compile(r"age(?: range| group| bracket)?(?: of)?:? (?:between )?(?P<low>\d\d) ?(?:-|to|and) ?(?P<high>\d\d)(?!\d)")),
    ("ages", re.compile(r"ages:? (?:of )?(?:between )?(?P<low>\d\d) ?(?:-|to|and) ?(?P<high>\d\d)(?!\d)")),
    ("aged", re.compile(r"aged (?:between )?(?P<low>\d\d) ?(?:-|to|and) ?(?P<high>\d\d)(?!\d)")),
    ("between", re.compile(
        r"between (?:the )?(?:ages? (?:of )?)?(?P<low>\d\d) and (?P<high>\d\d)(?: years? (?:old|of age)|(?= ?(?:preferred|only|[.,;])))"
    )),
    ("between", re.compile(r"between (?:the )?(?:ages? (?:of )?)?(?P<low>\d\d) ?(?:-|to) ?(?P<high>\d\d) years?(?! (?:of )?[a-z ]{0,20}experience)")),
    ("under", re.compile(r"under (?:the )?(?:age (?:of )?)(?P<high>[2-5]\d)(?P<low>)(?!\d)")),
    ("under", re.compile(r"under (?P<high>[2-5]\d) years (?:of age|old)(?P<low>)")),
    ("under", re.compile(r"under (?P<high>[2-5]\d)(?=\?| (?:(?:strongly |is |are )?preferred|only|please|at (?:appointment|hire|the time of)))(?P<low>)")),
    ("under", re.compile(r"(?<=\n)under (?P<high>[2-5]\d)(?=[.,;\n]|$)(?P<low>)")),
    ("must", re.compile(r"must be (?:under|below|younger than) (?:age )?(?P<high>[2-6]\d)(?P<low>)(?! ?(?:lbs?|pounds?|minutes?|hours?|days?|miles?|%|percent)|\d)")),
    ("below", re.compile(r"below (?:the )?(?:age (?:of )?)(?P<high>[2-5]\d)(?P<low>)(?!\d)")),
    ("younger", re.compile(r"younger than (?P<high>[2-5]\d)(?P<low>)(?!\d)")),
    *((word, re.compile(word + r" (?:is|are|should be|must be|will be) (?:aged? |between )?(?P<low>\d\d) ?(?:-|to|and) ?(?P<high>\d\d)(?= ?(?:years|[.,;]|with|old|$))")) for word in ("candidate", "candidates", "applicant", "applicants", "hire", "person")),
    ("years", re.compile(r"years? (?:old|of age)(?P<low>)(?P<high>)")),
)  # fmt: skip
_BEFORE_YEARS = re.compile(r"(?P<low>\d\d) ?(?:-|to) ?(?P<high>\d\d) $")
_APPLICANTS = re.compile(
    r"(?<![a-z])(?:candidates?|applicants?|prefer\w*|ideal\w*|hir(?:e|ing)|seeking|looking for|we want|wanted|must be|should be|"
    r"only|you are|you're|appointment|culture|crowd|match|(?:case|care) (?:manager|coordinator)s?|apply|position|job|employees?)(?![a-z])"
)
_SERVED = re.compile(
    r"(?<![a-z])(?:clients?|patients?|members?|child(?:ren)?|youth|serv(?:e|es|ing)|residents?|participants?|veterans|women|men|"
    r"students?|famil\w+|enrollees?|adults|people|population|individuals|eligib\w+|screening|beneficiar\w+|survivors?|teens?)(?![a-z])"
)
_ASKED = ("required", "preferred", "qualifications", "licensure")
_CAP = (
    ("more", re.compile(r"(?:no|not) more than \w+(?:-\w+)? ?\+? ?years?'?(?: of)?(?: [a-z]+){0,4}? experience")),
    ("more", re.compile(r"more than \w+ years?'?[^.;]{0,50}?(?:will not|need not|should not|not be considered|are not|too (?:senior|experienced))")),
    ("over", re.compile(r"over \w+ years?'?[^.;]{0,50}?(?:should not|need not|not be considered|will not)")),
    ("maximum", re.compile(r"maximum (?:of )?\w+ years?'?(?: of)?(?: [a-z]+){0,4}? experience")),
    ("max", re.compile(r"max(?:\.|imum)? (?:of )?\w+ years?'?(?: of)?(?: [a-z]+){0,4}? experience")),
    ("exceed", re.compile(r"not (?:to )?exceed \w+ years?'?(?: of)?(?: [a-z]+){0,4}? experience")),
)  # fmt: skip
_YEARS_BEFORE = re.compile(r"\d+ ?(?:(?:-|to) ?\d+)? ?years?'?(?: of)?(?: [a-z]+){0,4}?,? \(?$")
_LIMITED = re.compile(
    r"experience[^.;]{0,30}(?:limited to|capped at) (?:an? )?(?:max(?:imum)? of )?\w+ years?"
)
_EXPERIENCE = re.compile(r"experience")


def age_wording(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for each listed word and for each range of ages asked of applicants."""
    source, taken = context.source, Taken()
    for hit in words(context, rule):
        assert hit.span is not None
        taken.add(hit.span)
        yield hit
    for span in _ranges(source):
        if taken.add(span):
            yield Hit(span, suggestions=("state the skill or the task",))


def _ranges(source: Source) -> Iterator[Span]:
    for word, pattern in _RANGES:
        for offset in source.words.at(word):
            span = _range_at(source, word, pattern, offset)
            if span is not None and _of_applicants(source, span):
                yield span


def _range_at(source: Source, word: str, pattern: "re.Pattern[str]", offset: int) -> Span | None:
    match = pattern.match(source.folded, offset)
    if match is None:
        return None
    if word == "years":
        block = source.span_of(source.block_index(offset))
        before = _BEFORE_YEARS.search(source.folded, max(block.start, offset - 12), offset)
        return (
            None
            if before is None or not _working_age(before)
            else Span(before.start(), match.end())
        )
    return Span(*match.span()) if _working_age(match) else None


def _working_age(match: "re.Match[str]") -> bool:
    """An age at which people work; "under 25" to "under 59" has no lower end."""
    low = int(match["low"] or 25)
    return low >= 18 and low <= int(match["high"]) <= 60


def _of_applicants(source: Source, span: Span) -> bool:
    sentence = source.sentence(span.start, span.end)
    words_ = source.folded[sentence.start : sentence.end]
    asked = source.block_at(span.start).section in _ASKED or _APPLICANTS.search(words_)
    return bool(asked) and not _SERVED.search(words_)


def age_hints(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for each hint at an age, and for each cap on years of experience."""
    yield from words(context, rule)
    suggestion = ("set a minimum of experience, without a maximum",)
    for span in dict.fromkeys(_caps(context.source)):
        yield Hit(span, suggestions=suggestion)


def _caps(source: Source) -> Iterable[Span]:
    for word, pattern in _CAP:
        for offset in source.words.at(word):
            start = max(source.span_of(source.block_index(offset)).start, offset - 8)
            match = pattern.search(source.folded, start, min(offset + 90, len(source.folded)))
            if match:
                yield Span(*match.span())
            elif word in ("max", "maximum"):
                yield from _cap_after(source, offset, len(word))


def _cap_after(source: Source, offset: int, length: int) -> Iterator[Span]:
    """Find "3-5 years (of experience), maximum"."""
    sentence = source.sentence(offset, offset + length)
    before = _YEARS_BEFORE.search(source.folded, max(sentence.start, offset - 70), offset)
    if before and _EXPERIENCE.search(source.folded, sentence.start, sentence.end):
        yield Span(before.start(), offset + length)
    after = _LIMITED.search(source.folded, max(sentence.start, offset - 60), sentence.end)
    if after and not before:
        yield Span(*after.span())
