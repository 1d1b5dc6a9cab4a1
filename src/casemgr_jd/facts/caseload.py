"""How many people one case manager carries, as the text states it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from casemgr_jd._late import late
from casemgr_jd.facts.by_block import in_blocks
from casemgr_jd.facts.found import Caseload
from casemgr_jd.facts.where import DIGITS, Where, holds_a_number
from casemgr_jd.reading.lexicon import Said, lexicon
from casemgr_jd.reading.source import Source, Span
from casemgr_jd.reading.words import word_set

__all__ = ["find_caseloads"]

_OF_A_LOAD = Said("caseload", "of_a_load")
_LIST_OF = Said("caseload", "list_of")
_WHOSE_LOAD = Said("caseload", "whose_load")
_AT_A_TIME = Said("caseload", "at_a_time")
_RATIO_OR_LOAD = Said("caseload", "ratio_or_load")

_UNIT = (
    r"(?:in)?patients?|tenants?|renters?|seniors?|older adults|elders?|inmates?|mothers|moms|parents|teens|infants|newborns|members?|clients?|participants?|residents?|consumers?|individuals?|families|family|people|persons?|students?|children|youths?|veterans?|"
    r"households?|cases?(?! (?:manag|work|load|aide|coord|plann))|beneficiaries|enrollees|survivors?|admissions?|visits?|adults|referrals|investigations|guests|refugees|injured workers|claims|files|lives|beds"
)
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "a hundred": 100,
    "one hundred": 100,
    "two hundred": 200,
}
_NUMBER = r"(?P<a>\d{1,4})(?: ?(?:-|to|and|or) ?(?P<b>\d{1,4}))?(?P<plus>\+)?"
_WORDS = r"(?:(?!(?:hours?|days?|weeks?|months?|years?|minutes?|percent|miles?|lbs?|pounds?)(?![a-z]))[a-z/']+,? ){0,4}?"
_COUNTED = late(
    rf"(?<![\d$.,:/-]){_NUMBER} {_WORDS}(?P<unit>{_UNIT})(?![a-z])(?P<tail>[^.;]{{0,60}})"
)
_BARE = late(
    rf"(?:caseloads?|case loads?|panels?|census)(?:'s)?(?: (?:size|range|target|limit|cap|average))?(?::| \||,)? ?(?:(?:is|are|of|at|be|will|to|typically|averag\w+|about|"
    rf"approximately|around|generally|usually|currently|ranges?|from|between|capped|up|runs?|sits?|no|more|than|expected|typical|target|under|over|a|the|an|most|near|roughly|~) ?){{0,8}}"
    rf"{_NUMBER}(?![\d%,]|[.:]\d| ?(?:%|percent|hours?|days?|years?|months?))"
)
_RATIO = late(
    r"(?<![\d:])1 ?(?::|to|/) ?(?P<a>\d{1,3})(?: ?(?:-|to) ?(?:1:)?(?P<b>\d{1,3}))?(?![\d:])(?! ?[ap]\.?m)"
)
_ABOUT = Said("caseload", "about")
_STRONG = Said("caseload", "strong")
_CARRIES = late(
    r"(?<![a-z])(?:(?:be|are|is) assigned|carry|carries|follow|follows|work with|works with|serve|serves|manage|manages|support|supports|see|sees|hold|holds|have|has|handle|handles|average|averages|oversee|keep|keeps|cover|covers|juggle|juggles|case manage|case manages|take on|takes on|look after|looks after|responsible for|maintain|maintains)"
    r"(?: (?:about|around|roughly|approximately|typically|usually|normally|up|to|between|from|over|under|some|an?|average|of|generally|more|than|at|least|most|close)){0,5} $"
)
# "Handle 25", "a registry of 400", "keeps track of about ninety": a load of nothing that is named.
_VERBS = r"(?:carry|carries|handle|handles|see|sees|manage|manages|review|reviews|follow|follows|hold|holds|keeps? track of|run|runs|cover|covers|juggle|juggles)"
_LISTED = r"(?:an? |your |the )?(?:registry|list|roster|panel|book|load)(?: of| is|:)?"
_ABOUT_SO = (
    r"(?: (?:about|around|roughly|approximately|some|up to|over|at least|nearly|typically))?"
)
_UNNAMED = late(
    rf"(?<![a-z])(?:{_VERBS}|(?:{_VERBS} )?{_LISTED}){_ABOUT_SO} (?P<a>\d{{2,4}}|{'|'.join(_TENS)})(?:-(?P<b>\d{{2,4}}))?(?P<plus>\+)?"
    r"(?=[.,;)]|$|\n| (?:at (?:any|a|one|once)|each day|a day|per day|per week|each week|every day|every week|daily|weekly|with (?:interqual|mcg)|and|on your))"
)
# What a department or a program sees is not what one person carries.
_WHOLE = late(
    r"(?<![a-z])(?:we|department|hospital|clinic|center|program|agency|organization|shelter|unit|line|network|county|plan|house|system)s?(?: \([a-z]+\))? "
    r"(?:now |also |alone )?(?:see|serve|treat|help|house|reach|support|follow|admit|shelter|care for|handle|answer|have|ha)s? (?:[a-z]+ ){0,4}$"
)
_BASES = ("per day", "per week", "per month", "per year", "active")
_BASIS_WORDS = tuple((name, Said("caseload", name.replace(" ", "_"))) for name in _BASES)
_QUALIFIED = Said("caseload", "qualified")
_TRIGGERS = word_set(
    "case caseload caseloads panel panels census ratio ratios carry carries day daily shift time "
    "concurrently follow follows work works serve serves manage manages support supports see sees "
    "hold holds have has handle handles average averages worker assigned keep keeps cover covers juggle "
    "juggles take takes look looks responsible maintain maintains coach coaches engage engages guide guides help helps touch coordinate coordinates provide provides deliver delivers assess offer offers once list roster load per your"
)
_LOADS = frozenset({"caseload", "caseloads", "load", "loads", "panel", "panels", "census"})
_RATIOS = frozenset({"ratio", "ratios", "caseload"})
_ELSEWHERE = frozenset({"about", "eeo", "legal", "benefits", "compensation"})


_TENS_END = frozenset(words.split()[-1] for words in _TENS)


def _counts(source: Source) -> bool:
    return holds_a_number(source) or not source.words.vocabulary.isdisjoint(_TENS_END)


@in_blocks(Where(_TENS_END, DIGITS, fits=_counts))
def find_caseloads(source: Source) -> tuple[Caseload, ...]:
    """Return the caseload figures in the text, in order."""
    found: dict[int, Caseload] = {}
    for one in (*_counted(source), *_bare(source), *_ratios(source)):
        found.setdefault(one.span.start, one)
    for one in _unnamed(source):
        if not any(known.span.start <= one.span.start < known.span.end for known in found.values()):
            found.setdefault(one.span.start, one)
    return tuple(found[start] for start in sorted(found))


def _counted(source: Source) -> Iterator[Caseload]:
    for match in _numbered(source, _COUNTED, _TRIGGERS):
        span = Span(match.start(), match.end("unit"))
        sentence = source.sentence(span.start, span.end)
        text = source.folded[sentence.start : sentence.end]
        block = source.block_at(span.start)
        if _of_others(source, span):
            continue
        if block.section in _ELSEWHERE or not _is_load(
            text,
            match,
            block.heading.lower(),
            source.folded[max(sentence.start - 1, 0) : span.start][-80:],
            bullet=block.kind == "bullet",
        ):
            continue
        yield _made(source, span, match, match["unit"])


def _numbered(
    source: Source, pattern: re.Pattern[str], words: frozenset[str]
) -> Iterator[re.Match[str]]:
    """Yield the matches in blocks that hold both a number and one of these words."""
    numbered = {span.start for span in source.holding_numbers}
    for span in source.holding(words):
        if span.start in numbered:
            yield from pattern.finditer(source.folded, span.start, span.end)


_FEW, _MANY = 12, 20
_ONE_VERB = late(
    r"(?!serving|since|over|up|total|about|nearly)[a-z-]{3,12} (?:about |up to |over |some )?"
)
_FOR_SO_MANY = late(
    r"(?:coordinat|follow|support|case manag|assess|manag|provid|deliver|offer)[a-z, -]{0,60} (?:for|of|to|with) $|(?:list|roster|load|book|panel) of $"
)
_OWN_LIST = late(
    r"(?<![a-z])your (?:list|roster|share|load|people|clients?)(?: is| are|:) (?:[a-z]+ ){0,2}$"
)
_PER_PERSON = late(
    r" (?:per|for each|to each) (?:case manager|facilitator|coordinator|navigator|care manager|worker|cm|fte|specialist|counselor|nurse)"
)


def _is_load(
    sentence: str, match: re.Match[str], heading: str, before: str, *, bullet: bool
) -> bool:
    if re.match(r"[^.;]{0,20}(?:per|each|a) year|annually", match["tail"]) and not _STRONG.search(
        sentence
    ):
        return False
    if _STRONG.search(sentence) or _OF_A_LOAD.search(heading):
        return True
    if _WHOLE.search(before) and not _PER_PERSON.match(match["tail"]):
        return False
    if _CARRIES.search(before) and _WHOSE_LOAD.search(before + sentence):
        return float(match["a"]) >= 5
    if bullet and _CARRIES.match(before.lstrip()):
        return float(match["a"]) >= _FEW  # a duty in the imperative
    if bullet and _ONE_VERB.fullmatch(before.strip("\n")):
        return float(match["a"]) >= _MANY and "year" not in match["tail"]
    if bullet and _FOR_SO_MANY.search(before):
        return float(match["a"]) >= _FEW
    if _OWN_LIST.search(before) or _LIST_OF.search(before.rstrip()):
        return True
    if _PER_PERSON.match(match["tail"]):
        return True
    return bool(_AT_A_TIME.search(match["tail"])) and bool(_ABOUT.search(sentence))


def _bare(source: Source) -> Iterator[Caseload]:
    for match in _numbered(source, _BARE, _LOADS):
        span = Span(match.start("a"), match.end("b") if match["b"] else match.end("a"))
        if source.block_at(span.start).section in _ELSEWHERE or _of_others(source, span):
            continue
        following = source.folded[span.end : span.end + 60]
        known = re.match(rf"\+? {_WORDS}(?P<unit>{_UNIT})(?![a-z])", following)
        unit = known or _some_unit().match(following)
        yield _made(source, span, match, unit["unit"] if unit else "")


@lru_cache(maxsize=1)
def _some_unit() -> re.Pattern[str]:
    """Whatever is counted, straight behind the figure: "34 to 38 wards"."""
    others = "|".join(lexicon("caseload")["no_units"])
    return re.compile(rf"\+? (?P<unit>(?!(?:{others})(?![a-z]))[a-z]{{3,}}s|people)(?![a-z])")


def _ratios(source: Source) -> Iterator[Caseload]:
    for match in _numbered(source, _RATIO, _RATIOS):
        sentence = source.sentence(match.start(), match.end())
        text = source.folded[sentence.start : sentence.end]
        if not _RATIO_OR_LOAD.search(text) or source.block_at(match.start()).section in _ELSEWHERE:
            continue
        unit = re.search(rf"(?<![a-z])(?:{_UNIT})(?![a-z])(?! (?:manag|load))", text)
        yield _made(source, Span(*match.span()), match, unit.group() if unit else "")


def _of_others(source: Source, span: Span) -> bool:
    """Whether somebody else carries so many: "our hospice nurses, who carry 13", "the nurse has 40"."""
    sentence = source.sentence(span.start, span.end)
    before = source.folded[sentence.start : span.start].rstrip()
    if _CARRIED_BY_OTHERS.search(before.replace(",", "")) is not None:
        return True
    block = source.span_of(source.block_index(span.start))
    return _OWN.search(source.folded, block.start, span.start) is not None and bool(
        _ROLE_CARRIES.search(before)
    )


# "Your own caseload is 8; case managers carry 12."
_OWN, _ROLE_CARRIES = Said("caseload", "own"), Said("caseload", "role_carries")
_CARRIED_BY_OTHERS = Said("caseload", "carried_by_others")


def _unnamed(source: Source) -> Iterator[Caseload]:
    for match in source.finditer(_UNNAMED, _UNNAMED_WORDS):
        span = Span(match.start("a"), match.end("b") if match["b"] else match.end("a"))
        if source.block_at(span.start).section not in _NOT_A_LOAD and not _of_others(source, span):
            yield _made(source, span, match, "")


_UNNAMED_WORDS = word_set(
    "carry carries handle handles see sees manage manages review reviews follow follows hold holds track run runs "
    "cover covers juggle juggles registry list roster panel book load"
)
_NOT_A_LOAD = _ELSEWHERE | {
    "required",
    "preferred",
    "qualifications",
    "skills",
    "apply",
    "licensure",
}


def _made(source: Source, span: Span, match: re.Match[str], unit: str) -> Caseload:
    low = float(_TENS.get(match["a"], 0) or match["a"])
    high = float(match["b"]) if match["b"] else low
    sentence = source.sentence(span.start, span.end)
    block = source.span_of(source.block_index(span.start))
    basis = next((name for name, words in _BASIS_WORDS if source.holds(sentence, words)), "")
    return Caseload(
        span,
        min(low, high),
        max(low, high),
        unit,
        basis,
        source.holds(block, _QUALIFIED),
    )
