"""Values of a form that its field cut off, and words that somebody cut down to their consonants."""

from collections.abc import Iterator
from functools import lru_cache

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.english import is_english
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.spelling import is_listed
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.reading.lexicon import lexicon, word_list
from casemgr_jd.reading.source import Source, Span

__all__ = ["cut_values", "cut_words"]


def cut_values(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the value of each label that breaks off: within a word, or with a comma behind which nothing comes."""
    for start, found in each_block(context.source, "values cut off", _cut_value):
        yield from (Hit(Span(start + first, start + last)) for first, last in found)


# A label of up to four words and its value, and the last word of it.
_FIELD = late(
    r"#? ?[A-Z][\w/-]*(?: [\w/&-]+){0,3}: (?P<value>(?:\S.*[\s/])?(?P<last>[A-Za-z]+(?P<comma>,)?))"
)
_LONGEST, _FEWEST_WORDS, _SHORTEST_LAST = 80, 3, 4


def _cut_value(source: Source) -> list[tuple[int, int]]:
    block = source.blocks[0]
    if block.kind in ("heading", "row") or len(block.text) > _LONGEST or ": " not in block.text:
        return []
    field = _FIELD.fullmatch(block.text)
    if field is None:
        return []
    value, last = field["value"], field["last"].rstrip(",")
    words = value.split()
    if field["comma"] is not None or (
        len(words) >= _FEWEST_WORDS and _is_cut(value, words[-2].strip(".,").lower(), last)
    ):
        return [field.span("value")]
    return []


def _is_cut(value: str, before: str, last: str) -> bool:
    """Whether a value ends with one letter that numbers nothing, or fills the field of a system that knows capitals alone."""
    if len(last) == 1:
        numbers = before in word_list("cut_off", "numbered")
        return last in word_list("cut_off", "letters") and not numbers
    full = value.isupper() and len(value) in lexicon("cut_off")["widths"]
    return full and len(last) >= _SHORTEST_LAST and not _is_a_word(last.lower())


def _is_a_word(word: str) -> bool:
    return is_english(word) or is_listed(word) or word in _short_forms()


@lru_cache(maxsize=1)
def _short_forms() -> frozenset[str]:
    return frozenset((*lexicon("slips")["short_forms"], *lexicon("cut_off")["usual"]))


# "Dvlpm", "Plcy": a capital and consonants
_CUT_WORD = late(r"(?<![\w@./'’-])[B-DF-HJ-NP-TV-XZ][bcdfghjklmnpqrstvwxz]{3,}y?(?![\w@.'’])")


def cut_words(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first word without a vowel that is no usual short form, and how many there are."""
    found = [
        Span(start + first, start + last)
        for start, spans in each_block(context.source, "words cut down", _cut_words)
        for first, last in spans
    ]
    if found:
        shown = dict.fromkeys(f'"{context.source.snippet(one)}"' for one in found)
        yield Hit(found[0], {"shown": ", ".join([*shown][:_SHOWN])}, times=len(found))


_SHOWN = 3


def _cut_words(source: Source) -> list[tuple[int, int]]:
    usual = _short_forms()
    matches = _CUT_WORD.finditer(source.whole.text)
    return [one.span() for one in matches if one.group().lower() not in usual]
