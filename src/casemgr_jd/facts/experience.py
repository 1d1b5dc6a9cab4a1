"""Years of experience asked for, and the tier the posting names."""

from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.facts.by_block import in_blocks
from casemgr_jd.facts.found import Stated, Years
from casemgr_jd.facts.modality import held_by_others
from casemgr_jd.facts.near import need_of
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.facts.where import with_words
from casemgr_jd.reading.lexicon import Said, phrase_list
from casemgr_jd.reading.source import Source, Span

__all__ = ["find_tier", "find_years"]

_NUMBERS = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_COUNT = rf"(?:\d{{1,2}}(?:\.\d)?|{'|'.join(_NUMBERS)})"
_YEARS = late(
    rf"(?<![\w.$])(?P<a>{_COUNT})(?: ?\(\d{{1,2}}\))?(?P<p1> ?\+)?(?: ?(?:-|to|or) ?(?P<b>{_COUNT})(?: ?\(\d{{1,2}}\))?(?P<p2> ?\+)?)?"
    r"(?P<more1> or more| plus)?(?:[ -]|(?<=\+))(?:full )?(?P<unit>years?|yrs?\.?|months?)(?:'s?|s')?(?P<more2> or more|\+| plus| minimum)?(?![a-z])"
)
_YEAR_WORDS = frozenset({"year", "years", "yr", "yrs", "month", "months"})
_MINIMUM = Said("experience", "minimum")
_MAXIMUM = Said("experience", "maximum")
_OF_A_RULE = Said("experience", "of_a_rule")
_EXPERIENCE = late(
    r"experienc|(?:years?|yrs?) in (?!business|a row|the program|service|prison|care|foster|school|length|office)[a-z]|(?:years?|yrs?|months?)(?:'|'s)? (?:or more )?(?:of |in |as |working|providing|managing|post|doing|with |practic|clinical|direct|full|paid|relevant|related|recent|"
    r"nursing|case|social|hospital|acute|supervis|similar|bedside|on the job)|background in|practice as|work history"
)
_OTHER = late(
    r"years? (?:of age|old|or older|and older)|degree|in business|ago|driving record|per year|(?:each|every|past|next|first) $|lookback|look back|"
    r"accreditation|guarantee|warrant|strategic|(?:children|youth|clients|members|students|ages?|aged) [a-z ]{0,20}$|contract|grant|term|probation|"
    r"serving|has served|been serving|for (?:over|more than|nearly|almost) $|renew|recertif|record retention|lease|within |of service|through $"
)
_MOST_ASKED = 30
_NAMED = "experienc"
"""Duties tell of years of many kinds; those in which this stands tell of the worker's."""
# "This is an entry-level position." under "About the role"
_THIS_JOB = late(r" (?:position|role|job|opening|opportunity|post)(?![a-z])")
_SENIOR = late(
    r"(?<![a-z])(?:senior|sr\.?|lead|supervisor|supervising|manager,? case management|director|principal)(?![a-z])(?! (?:care|living|services|center|community|population|adult|housing|health|program|whole|link|clients|citizens|members|case work for))"
)


@in_blocks(with_words(_YEAR_WORDS))
def find_years(source: Source) -> tuple[Years, ...]:
    """Return the years of experience that the text asks for, in order."""
    return tuple(_years(source))


def _years(source: Source) -> Iterator[Years]:
    for match in source.finditer(_YEARS, _YEAR_WORDS):
        span = Span(*match.span())
        block = source.block_at(span.start)
        if block.section in (
            "about",
            "eeo",
            "legal",
            "benefits",
            "compensation",
        ) or not _about_experience(source, span):
            continue
        if held_by_others(source, span):
            continue  # "reports to Ana Ruiz, RN, with 22 years in hospice"
        low, high = _value(match["a"]), _value(match["b"]) if match["b"] else None
        if low > _MOST_ASKED and not match["unit"].startswith("month"):
            continue  # "forty years of memory" are a town's, or the house's
        if match["unit"].startswith("month"):
            low, high = low / 12, high / 12 if high is not None else None
        before = source.folded[
            max(span.start - 22, source.starts[source.block_index(span.start)]) : span.start
        ].rstrip()
        more = any(match[name] for name in ("p1", "p2", "more1", "more2")) or bool(
            _MINIMUM.search(before)
        )
        if high is None and _MAXIMUM.search(before):
            yield Years(span, None, low, need=need_of(source, span))
        else:
            yield Years(span, low, high, more, need_of(source, span))


def _about_experience(source: Source, span: Span) -> bool:
    sentence = source.sentence(span.start, span.end)
    block = source.span_of(source.block_index(span.start))
    around = source.folded[max(sentence.start, span.start - 60) : min(sentence.end, span.end + 90)]
    close = source.folded[max(block.start, span.start - 25) : min(block.end, span.end + 14)]
    before = source.folded[max(block.start, span.start - 25) : span.start].rstrip(" (")
    if _OF_A_RULE.search(before):
        return False
    said = _EXPERIENCE.search(around) is not None and not _OTHER.search(close)
    return said and (source.block_at(span.start).section != "responsibilities" or _NAMED in around)


def _value(text: str) -> float:
    return float(_NUMBERS[text]) if text in _NUMBERS else float(text)


def find_tier(source: Source, title: Stated | None) -> Stated | None:
    """Return the tier that the title or the text names: ``entry``, ``senior`` or ``lead``."""
    if title is not None:
        match = _SENIOR.search(source.folded, title.span.start, title.span.end)
        if match:
            word = match.group()
            return Stated(
                "senior" if word.startswith(("senior", "sr")) else "lead", Span(*match.span())
            )
    for found in phrases_in(source, phrase_list("experience", "entry")):
        span = Span(*found.span())
        block = source.block_at(span.start)
        of_this_job = block.kind == "paragraph" and _THIS_JOB.match(source.folded, span.end)
        if block.section not in ("about", "responsibilities", "eeo") or (
            block.section == "responsibilities" and of_this_job
        ):
            return Stated("entry", span)
    return None
