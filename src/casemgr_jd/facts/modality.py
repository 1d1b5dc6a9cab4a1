"""What a sentence does with a fact: states it of this job, denies it, leaves it open, or says it of somebody else."""

from functools import partial

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd._late import late
from casemgr_jd.reading.late import LatePattern
from casemgr_jd.reading.lexicon import phrase_list
from casemgr_jd.reading.source import Source, Span
from casemgr_jd.reading.words import word_set

__all__ = ["Modality", "held_by_others", "modality", "negated", "of_others", "part_of_a_name"]

_SMALL = word_set("a an and at for in of on or the to with")
_REACH = 100
"""How many characters around a fact are looked at."""
_CLAUSE = late(
    r"[;:]|,? (?:but|while|whereas|although|though)(?= )| - |\.(?= )|\n|,(?= (?:and|which|who|our|the) )"
)


@attrs.frozen(eq=False)
class Modality(ByContent):
    """How a fact stands in its sentence.

    It is asserted if it is neither denied, nor hedged, nor said of somebody else.
    """

    denied: bool = False
    hedged: bool = False
    of_others: bool = False

    @property
    def asserted(self) -> bool:
        """Whether the sentence states the fact of this job, without an if."""
        return not (self.denied or self.hedged or self.of_others)


def modality(source: Source, span: Span) -> Modality:
    """Return how what stands at a span is said; it is worked out once for each span."""
    known = source.remembered("modality")
    if span not in known:
        known[span] = Modality(
            negated(source, span), _hedged(source, span), of_others(source, span)
        )
    found: Modality = known[span]
    return found


def negated(source: Source, span: Span) -> bool:
    """Return whether a denial before it, or one after it, turns the wording at a span around."""
    before, after = _around(source, span)
    return bool(_DENIED_BEFORE.search(before.rstrip()) or _DENIED_AFTER.match(after))


def of_others(source: Source, span: Span) -> bool:
    """Return whether what stands at a span is said of somebody or something else than this job.

    That is so if another noun follows at once ("PRN medication", "non-exempt staff"), if somebody else
    does it ("coverage is provided by per diem staff"), or if its clause is about somebody else
    ("managers work Monday to Friday").
    """
    before, after = _around(source, span)
    if _SINGLE_ROLE.match(after):
        return _BESIDE.search(before) is not None
    if _OF_OTHERS.match(after) or _BY_OTHERS.match(after):
        return True
    return _subject(before) == "others"


def held_by_others(source: Source, span: Span) -> bool:
    """Return whether a credential is that of somebody who acts for or above the person: "signed by an LCSW"."""
    before, _ = _around(source, span)
    return _HOLDER.search(before) is not None


def _subject(before: str) -> str:
    """Return whom the clause before a fact speaks of: ``job``, ``others`` or empty."""
    clause = _last_clause(before)
    job, others = _last(_THIS_JOB, clause), _last(_SUBJECT_OTHERS, clause)
    if others < 0:
        return "job" if job >= 0 else ""
    return "job" if job >= others else "others"


def _last_clause(before: str) -> str:
    parts = _CLAUSE.split(before)
    return parts[-1]


def _last(pattern: LatePattern, text: str) -> int:
    found = [match.start() for match in pattern.finditer(text)]
    return found[-1] if found else -1


def _hedged(source: Source, span: Span) -> bool:
    before, after = _around(source, span)
    ahead = _CLAUSE.split(after, maxsplit=1)[0]
    return bool(_HEDGE.search(_last_clause(before)) or _HEDGE.search(ahead))


def _around(source: Source, span: Span) -> tuple[str, str]:
    sentence = source.sentence(span.start, span.end)
    before = source.folded[max(sentence.start, span.start - _REACH) : span.start]
    return before, source.folded[span.end : min(sentence.end, span.end + _REACH)]


def _late(key: str, written: str) -> LatePattern:
    others = {"no_person": partial(phrase_list, "modality", "no_person")}
    return LatePattern(partial(phrase_list, "modality", key), written, **others)


_BEFORE_A_WORD = "(?<![a-z])(?:{phrases})"
_NEXT = " (?:{phrases})"
_DENIED_BEFORE = _late(
    "before",
    rf"{_BEFORE_A_WORD}(?! only)(?:,? (?!(?:and|but|just)(?![a-z]))[^\s.;:!?]+){{0,6}}$",
)
"""A denial that up to six words, and no "and" or "but", part from what it denies."""
_DENIED_AFTER = _late("after", _NEXT)
_OF_OTHERS = _late("of_others", _NEXT)
_BY_OTHERS = _late("by_others", _NEXT)
_HOLDER = _late("holder", f"{_BEFORE_A_WORD} $")
_HEDGE = _late("hedge", _BEFORE_A_WORD)
_THIS_JOB = _late("this_job", _BEFORE_A_WORD)
_SUBJECT_OTHERS = _late("others", r"^\W*(?:[a-z']+ ){0,3}?(?:{phrases})(?! (?:{no_person}))")
"""Somebody else near the start of a clause: the one who does what its verb says, or to whom it is done."""
_SINGLE_ROLE = _late("one_role", _NEXT)
"""One person, such as "a full-time nurse": whom the posting looks for, unless "with a" stands before."""
_BESIDE = late(r"(?<![a-z])(?:with|and|or) an? $")


def part_of_a_name(source: Source, span: Span) -> bool:
    """Return whether the match is written as (part of) a capitalized name inside a sentence."""
    block_index = source.block_index(span.start)
    block = source.span_of(block_index)
    words = [word for word in source.snippet(span).split() if word.lower() not in _SMALL]
    if (
        source.blocks[block_index].kind == "heading"
        or not words
        or not all(w[:1].isupper() for w in words)
    ):
        return False
    before = source.text[max(block.start, span.start - 200) : span.start].split()
    after = source.text[span.end : min(block.end, span.end + 200)].split()
    return _names(before[::-1]) or _names(after)


def _names(words: list[str]) -> bool:
    for word in words[:3]:
        if word.lower() in _SMALL:
            continue
        return word[:1].isupper() and word[-1:] not in ".;:!?"
    return False
