"""Readability and structure, as information only: the evidence behind these figures is mixed."""

import re
from collections.abc import Iterator
from functools import lru_cache

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.english import is_english
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.spelling import parted
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.facts.where import with_signs
from casemgr_jd.model.states import STATES
from casemgr_jd.reading.lexicon import word_list
from casemgr_jd.reading.source import Source, Span
from casemgr_jd.reading.words import word_set

__all__ = [
    "acronyms",
    "ends_of_sentences",
    "grade",
    "grade_check",
    "grade_level",
    "heading_levels",
    "length_band",
    "long_bullets",
    "long_lists",
    "long_paragraphs",
    "long_sentences",
    "passives",
]

_WORD = late(r"[A-Za-z][A-Za-z'’-]*")
# A mark, or the bullet of a list that lost its lines ("… each week. • Visit", "… clinics, - Call").
_SENTENCE_END = late(
    r"[.!?]+(?=\s+[A-Z\"“(]|\s*$)|[.!?]+(?=\s+[a-z][A-Z])|(?<=[a-z][a-z])[.!?](?=[A-Z][a-z]+[ ,])|(?<=\S)\s?(?=[•▪◦●‣])|(?<=[.:,;!?])\s(?=--? ?[A-Z])"
)
_VOWELS = late(r"[aeiouy]+")
_FEWEST_WORDS = 100
_NOT_READ = frozenset({"eeo", "legal"})


def grade(words: int, sentences: int, syllables: int) -> float:
    """Return the Flesch-Kincaid grade level.

    >>> round(grade(words=100, sentences=10, syllables=150), 1)
    6.0
    """
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


@lru_cache(maxsize=16384)
def syllables(word: str) -> int:
    """Return roughly how many syllables a word has; letters that are read one by one count one each.

    >>> [syllables(word) for word in ("care", "patient", "RN")]
    [1, 2, 2]
    """
    if word.isupper() and len(word) <= 5:
        return len(word)
    lower = word.lower()
    count = len(_VOWELS.findall(lower))
    if lower.endswith("e") and not lower.endswith(("le", "ee", "ye")) and count > 1:
        count -= 1
    if (
        lower.endswith(("es", "ed"))
        and not lower.endswith(("ted", "ded", "ses", "zes", "ces", "ges", "shes", "ches", "xes"))
        and count > 1
    ):
        count -= 1
    return max(count + len(re.findall(r"ia(?!l|n|t)|io(?!n)|eo|uou", lower)), 1)


def grade_level(source: Source) -> float | None:
    """Return the grade of the running text without its legal block; ``None`` for fewer than 100 words.

    Every bullet counts as a sentence; headings and tables are not read.
    """
    words = count = sentences = 0
    for _, counted in each_block(source, "grade", _counted):
        words, count, sentences = words + counted[0], count + counted[1], sentences + counted[2]
    return grade(words, sentences, count) if words >= _FEWEST_WORDS else None


def _counted(source: Source) -> tuple[int, int, int]:
    """The words, syllables and sentences of a block that is read."""
    if not _is_read(source):
        return 0, 0, 0
    found = _WORD.findall(source.whole.text)
    ends = len(ends_of_sentences(source))
    return len(found), sum(map(syllables, found)), max(ends, 1) if found else 0


def _is_read(source: Source) -> bool:
    block = source.blocks[0]
    return block.kind not in ("heading", "row") and block.section not in _NOT_READ


def ends_of_sentences(source: Source) -> list[int]:
    """Where the sentences of a block end, but for its last; remembered with the block."""
    return source.once("ends of sentences", _found_ends)


def _found_ends(source: Source) -> list[int]:
    """Where a mark or a bullet ends a sentence, or a line break was lost (which a rule of its own tells of)."""
    marked = {end.end() for end in _SENTENCE_END.finditer(source.whole.text)}
    return sorted(marked.union(parted(source)))


def grade_check(context: Context, rule: Rule) -> Iterator[Hit]:
    """The grade is clearly above the one to aim for, and the text is parted into sentences."""
    level = grade_level(context.source)
    if level is None or _runs_on(context.source, int(rule.options["longest_mean"])):
        raise NotApplicable
    if level > float(rule.options["tells_above"]):
        yield Hit(None, {"grade": f"{level:.1f}", "above": rule.options["above"]})


def _runs_on(source: Source, longest: int) -> bool:
    """Whether the sentences are so long on the mean that they are none: lines or stops were lost."""
    sizes = [counted for _, counted in each_block(source, "grade", _counted)]
    return sum(words for words, _, _ in sizes) > longest * sum(ends for _, _, ends in sizes)


def _sentences(source: Source) -> Iterator[tuple[Span, bool]]:
    """Yield the sentences of the running text, and whether each is in the passive."""
    for start, sentences in each_block(source, "sentences", _sentences_in):
        for first, last, passive in sentences:
            yield Span._make((first + start, last + start)), passive


def _sentences_in(source: Source) -> list[tuple[int, int, bool]]:
    start, found = 0, list[tuple[int, int, bool]]()
    if not _is_read(source):
        return found
    may_be = source.words.any_of(_BEING)
    for end in (*ends_of_sentences(source), len(source.whole.text)):
        if end > start:
            passive = may_be and _PASSIVE.search(source.folded, start, end) is not None
            found.append((start + _indent(source.snippet(Span(start, end))), end, passive))
        start = end
    return found


def _indent(sentence: str) -> int:
    """How far a bullet and spaces push the words of a sentence in."""
    return len(sentence) - len(sentence.lstrip(" \t•▪◦●‣-"))


def long_sentences(context: Context, rule: Rule) -> Iterator[Hit]:
    """Sentences with too many words."""
    most = int(rule.options["words"])
    for span, _ in _sentences(context.source):
        long = span.end - span.start > most * 4
        if long and context.source.block_at(span.start).kind != "bullet":
            size = _words_at_a_stretch(context.source.snippet(span))
            if size > most:
                yield Hit(span, {"size": size})


# The items of a list within a line, and the labels of a form that lost its lines
_ITEM = late(r";\s|(?<=[\w.)])\s?(?=[A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*)?: )")
_FEWEST_ITEMS = 3


def _words_at_a_stretch(sentence: str) -> int:
    """How many words are read in one go: of a list in a line, those of its longest item."""
    parts = _ITEM.split(sentence)
    stretches = parts if len(parts) >= _FEWEST_ITEMS else [sentence]
    return max(len(one.split()) for one in stretches)


def long_bullets(context: Context, rule: Rule) -> Iterator[Hit]:
    """Bullets with too many words."""
    source = context.source
    for index, block in source.of_kind("bullet"):
        if block.section not in _NOT_READ and len(block.text) > int(rule.options["words"]) * 4:
            size = len(block.text.split())
            if size > int(rule.options["words"]):
                yield Hit(source.span_of(index), {"size": size})


def long_lists(context: Context, rule: Rule) -> Iterator[Hit]:
    """Lists with too many bullets."""
    source, lists = context.source, list[list[int]]()
    for index, _ in source.of_kind("bullet"):
        if lists and index == lists[-1][-1] + 1:
            lists[-1].append(index)
        else:
            lists.append([index])
    for items in lists:
        if len(items) > int(rule.options["bullets"]):
            yield Hit(source.span_of(items[0]), {"size": len(items)})


def long_paragraphs(context: Context, rule: Rule) -> Iterator[Hit]:
    """Paragraphs with too many sentences."""
    source = context.source
    for index, block in source.of_kind("paragraph"):
        if block.section not in _NOT_READ and len(block.text) > 300:
            size, words = len(_SENTENCE_END.findall(block.text)), len(block.text.split())
            if size > int(rule.options["sentences"]):
                yield Hit(source.span_of(index), {"size": size})
            elif words > int(rule.options["words"]):
                yield Hit(source.span_of(index), {"words": words}, rule.options["wordy"])


_BEING = word_set("is are was were be been being")
_PASSIVE = late(
    r"(?<![a-z])(?:is|are|was|were|be|been|being) (?:[a-z]+ly )?(?:[a-z]{2,}ed|given|held|made|taken|seen|done|known|kept|paid|written|chosen|found)(?![a-z])"
)


def passives(context: Context, rule: Rule) -> Iterator[Hit]:
    """A large share of sentences in the passive."""
    sentences = list(_sentences(context.source))
    if len(sentences) < 15:
        raise NotApplicable
    passive = [span for span, is_passive in sentences if is_passive]
    if len(passive) / len(sentences) > float(rule.options["share"]):
        yield Hit(passive[0], {"percent": round(100 * len(passive) / len(sentences))})


# An s behind the letters is the ending of several: "ADRs"
_ACRONYM = late(r"(?<![\w-])[A-Z]{2,6}(?=s?(?![\w-]))")


def acronyms(context: Context, rule: Rule) -> Iterator[Hit]:
    """Letters that are nowhere spelled out and that not everybody in the field knows."""
    if not context.whole:
        raise NotApplicable
    source, known = context.source, frozenset(rule.options["known"])
    words, seen = word_list("capitals", "words"), set[str]()
    looks = each_block(source, "letters spelled out", _spelled_out, _BRACKETED)
    spelled_out = frozenset(letters for _, found in looks for letters in found)
    spelled_out |= _of_the_house(context)
    for start, match in (*_letters(source), *_letters_of_the_title(context)):
        letters = match.group()
        if (
            letters in known
            or letters in seen
            or letters in _STATES
            or _is_a_word(letters.lower(), words)
        ):
            continue
        if _ROMAN.fullmatch(letters):
            continue
        if _is_shouted(match.string, match):
            continue
        seen.add(letters)
        if _stands_for_the_words_before(match):
            continue
        if letters not in spelled_out:
            yield Hit(Span(match.start() + start, match.end() + start))


_STATES = frozenset(word.upper() for name in STATES.values() for word in name.split())
"""The words of the names of states, which head a part of a posting in capitals."""


def _is_a_word(letters: str, plain: frozenset[str]) -> bool:
    """Whether letters are a word in capitals; whoever means letters by it cannot be told from whoever shouts."""
    return letters in plain or (len(letters) >= _SHORTEST_WORD and is_english(letters))


_SHORTEST_WORD = 4


def _of_the_house(context: Context) -> frozenset[str]:
    """The letters in the name of an employer, and in the addresses of the text, which is how the house is known."""
    named = " ".join(one.value for one in context.facts.employers)
    hosts = _HOST.findall(context.source.whole.folded)
    return frozenset(_LETTER_RUN.findall(named)) | frozenset(one.upper() for one in hosts)


_HOST = late(r"(?:www\.|@|://)(?:www\.)?([a-z]{2,6})(?=\.[a-z])")


def _letters(source: Source) -> Iterator[tuple[int, re.Match[str]]]:
    for start, found in each_block(source, "letters", _letters_in):
        yield from ((start, match) for match in found)


def _letters_of_the_title(context: Context) -> Iterator[tuple[int, re.Match[str]]]:
    """Capitals in a title that is a heading, which is not read with the rest: "Nurse – PTC"."""
    title, source = context.facts.title, context.source
    if title is None or source.block_at(title.span.start).kind != "heading":
        return
    text = source.snippet(title.span)
    if not text.isupper():
        yield from ((title.span.start, match) for match in _ACRONYM.finditer(text))


def _letters_in(source: Source) -> list[re.Match[str]]:
    """Capitals in a block that is read, but for one all in capitals, in which any word looks like letters."""
    block = source.blocks[0]
    if block.kind == "heading" or block.section in _NOT_READ or block.text.isupper():
        return []
    return list(_ACRONYM.finditer(block.text))


_BRACKETED = with_signs("(")
_SPELLED_OUT = late(r"\(([A-Z]{2,6})s?\)|(?=([A-Z]{2,6})s? \((?![\w.-]+\.[a-z]{2,4}\)))")


def _spelled_out(source: Source) -> frozenset[str]:
    """The letters of a block that stand in brackets, or before some."""
    return frozenset(one[1] or one[2] for one in _SPELLED_OUT.finditer(source.whole.text))


_LETTER_RUN = late(r"[A-Za-z]+")
_LONGEST_NAME = 90


def _stands_for_the_words_before(match: re.Match[str]) -> bool:
    """Whether letters are the first ones of the words straight before them: "utilization management, UM"."""
    letters = match.group().lower()
    before = match.string[max(match.start() - _LONGEST_NAME, 0) : match.start()]
    if before.rstrip(" ,-–(") == before.rstrip():
        return False
    words = _LETTER_RUN.findall(before)[-len(letters) :]
    return "".join(word[0].lower() for word in words) == letters


_ROMAN = late(r"I{1,3}|IV|VI{0,3}")


def _is_shouted(text: str, match: re.Match[str]) -> bool:
    """Whether letters are a word in capitals among others, as in "POSITION TITLE:"."""
    before = text[max(match.start() - 24, 0) : match.start()].rpartition("\n")[2].split()[-1:]
    after = text[match.end() : match.end() + 24].partition("\n")[0].split()[:1]
    words = (word.strip(":,.") for word in (*before, *after))
    return any(len(word) > 3 and word.isupper() and word.isalpha() for word in words)


def length_band(context: Context, rule: Rule) -> Iterator[Hit]:
    """A posting far shorter or longer than the ones people read."""
    if not context.whole:
        raise NotApplicable
    size = context.source.whole.text.count(" ") + len(context.source.blocks)
    if size < int(rule.options["shortest"]) or size > int(rule.options["longest"]):
        yield Hit(
            None,
            {
                "size": size,
                "shortest": rule.options["shortest"],
                "longest": rule.options["longest"],
            },
        )


def heading_levels(context: Context, rule: Rule) -> Iterator[Hit]:
    """A heading that skips a level."""
    source, before = context.source, 0
    for index, block in source.of_kind("heading"):
        if before and block.level > before + 1:
            yield Hit(source.span_of(index), {"level": block.level, "before": before})
        before = block.level
