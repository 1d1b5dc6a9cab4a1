"""What a sentence does with a fact: states it of this job, denies it, leaves it open, or says it of somebody else."""

from functools import partial

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd._late import late
from casemgr_jd.reading.fold import fold
from casemgr_jd.reading.late import LatePattern
from casemgr_jd.reading.lexicon import phrase_list
from casemgr_jd.reading.source import Source, Span
from casemgr_jd.reading.words import word_set

__all__ = [
    "Modality",
    "asked_about",
    "held_by_others",
    "later",
    "modality",
    "negated",
    "of_a_colleague",
    "of_others",
    "part_of_a_name",
]

_SMALL = word_set("a an and at for in of on or the to with")
_REACH, _FARTHER = 100, 250
"""How many characters around a fact are looked at."""
_CLAUSE = late(
    r"[;:]|,? (?:but|while|whereas|although|though)(?= )| - |\.(?= )|\n|,(?= (?:and|which|who|our|the) )"
)


@attrs.frozen(eq=False)
class Modality(ByContent):
    """How a fact stands in its sentence.

    It is asserted if it is neither denied, nor hedged, nor said of somebody else or of a later time.
    """

    denied: bool = False
    hedged: bool = False
    of_others: bool = False
    later: bool = False

    @property
    def asserted(self) -> bool:
        """Whether the sentence states the fact of this job from its first day, without an if."""
        return not (self.denied or self.hedged or self.of_others or self.later)


def modality(source: Source, span: Span) -> Modality:
    """Return how what stands at a span is said; it is worked out once for each span."""
    known = source.remembered("modality")
    if span not in known:
        known[span] = Modality(
            negated(source, span),
            _hedged(source, span),
            of_others(source, span),
            later(source, span),
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
    does it ("coverage is provided by per diem staff"), if somebody is helped to it ("help veterans find
    part-time jobs"), or if its clause is about somebody else ("managers work Monday to Friday").
    """
    before, after = _around(source, span)
    if _SINGLE_ROLE.match(after):
        return _BESIDE.search(before) is not None
    if _OF_OTHERS.match(after) or _BY_OTHERS.match(after) or _SOUGHT_FOR.search(before.rstrip()):
        return True
    return _subject(before) == "others"


def of_a_colleague(source: Source, span: Span) -> bool:
    """Return whether a span stands in a list of those with whom the person works.

    A sentence tells it ("the team has a half-time nurse"), or the heading over a sentence that does not turn to
    the person hired ("Your team").
    """
    if _in_a_list(source, span, _BESIDE_YOU, needs=_COLLEAGUES):
        return True
    block = source.blocks[source.block_index(span.start)]
    if not _ON_THE_TEAM.search(fold(block.heading)):
        return False
    sentence = source.sentence(span.start, span.end)
    before = source.folded[sentence.start : span.start]
    after = source.folded[span.end : sentence.end]
    return not _HIRED.search(before) and _COLLEAGUES.search(before + after) is not None


def held_by_others(source: Source, span: Span) -> bool:
    """Return whether a credential is that of somebody else than the person hired.

    Somebody who acts for or above the person ("signed by an LCSW", "you report to Ana Ruiz, RN"), who works
    beside them ("the team has an LPN"), or who does something of their own ("an LCSW meets with you").
    """
    before, after = _around(source, span)
    if _HOLDER.search(before) is not None:
        return True
    if _COURSE.match(after):
        return True
    if _ASKED_FOR.match(after):
        return False
    if _SOME_OTHER.search(before.rstrip()) and _ACTS.match(after) and not _ASKS.search(before):
        return True
    return _in_a_list(source, span, _LEADER) or of_a_colleague(source, span)


def asked_about(source: Source, span: Span) -> bool:
    """Return whether a line only names what a reader should ask about: "ask about the hours; on-call; the pay"."""
    index = source.block_index(span.start)
    before = source.folded[source.starts[index] : span.start]
    return bool(_ASKED_ABOUT.search(before) or _TO_ASK.search(fold(source.blocks[index].heading)))


def later(source: Source, span: Span) -> bool:
    """Return whether a sentence says that what stands at a span holds from a later day on."""
    before, after = _around(source, span)
    if _LATER.search(before) or _LATER.search(after):
        return True
    # "Want to become a counselor? We help. You need a degree for it."
    block, sentence = source.span_of(source.block_index(span.start)), source.sentence(*span)
    aim = _AIM.search(source.folded, max(block.start, span.start - _FARTHER), span.start)
    if aim is None or aim.start() >= sentence.start:
        return aim is not None
    return _FOR_IT.search(source.folded, sentence.start, sentence.end) is not None


def _in_a_list(
    source: Source, span: Span, opens: LatePattern, needs: LatePattern | None = None
) -> bool:
    """Whether words that open a list of people stand before, and none that turn to the person hired between."""
    sentence = source.sentence(span.start, span.end)
    before = source.folded[sentence.start : span.start]
    end = max((match.end() for match in opens.finditer(before)), default=-1)
    if end < 0 or _HIRED.search(before, end):
        return False
    listed = source.folded[sentence.start + end : min(sentence.end, span.end + _REACH)]
    return needs is None or needs.search(listed) is not None


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
_BESIDE_YOU = _late("beside", _BEFORE_A_WORD)
_ON_THE_TEAM = _late("on_the_team", _BEFORE_A_WORD)
_COLLEAGUES = _late("colleagues", _BEFORE_A_WORD)
_LEADER = _late("leader", _BEFORE_A_WORD)
_HIRED = _late("hired", rf"{_BEFORE_A_WORD}(?![a-z])")
_ASKS = _late("asks", rf"{_BEFORE_A_WORD}(?![a-z])")
_SOUGHT_FOR = _late("sought_for", _BEFORE_A_WORD)
_ASKED_FOR = _late("asked_for", ",?[ )/]+(?:{phrases})")
_COURSE = _late("course", _NEXT)
_SOME_OTHER = _late("some_other", _BEFORE_A_WORD)
_ACTS = _late("acts", ",? (?:{phrases})(?![a-z])")
_LATER = _late("later", _BEFORE_A_WORD)
_AIM = _late("aim", _BEFORE_A_WORD)
_FOR_IT = _late("for_it", rf"{_BEFORE_A_WORD}(?![a-z])")
_ASKED_ABOUT = _late("asked_about", _BEFORE_A_WORD)
_TO_ASK = _late("to_ask", _BEFORE_A_WORD)
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
