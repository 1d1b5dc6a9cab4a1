"""Letters that stand for words: made and never used, explained too late, or left to those who know them."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.facts.where import with_signs
from casemgr_jd.reading.lexicon import lexicon
from casemgr_jd.reading.source import Source, Span

__all__ = ["explained_late", "known_to_the_field", "never_used", "words_short_of_a_letter"]

_ASIDE = frozenset({"eeo", "legal", "benefits"})
_SHOWN, _MOST = 10, 60

# "Community Health Worker (CHW)": words in capitals, and the letters with which they start
_MADE = late(
    r"(?<!\w)(?P<words>(?:[A-Z][\w’'-]* (?:of |and |for |the |in |to |& ){0,2}){1,6})\((?P<letters>[A-Z]{2,6})\)"
)


def _made(context: Context) -> Iterator[tuple[str, Span]]:
    """Yield the letters that the text makes of the words before them, with the bracket in which they stand."""
    if not context.whole:
        raise NotApplicable
    looks = each_block(context.source, "letters made", _made_in, with_signs("("))
    made = ((start, *one) for start, found in looks for one in found)
    for start, letters, first, last in islice(made, _MOST):
        yield letters, Span(start + first, start + last)


def _made_in(source: Source) -> list[tuple[str, int, int]]:
    if source.blocks[0].section in _ASIDE:
        return []
    return [
        (one["letters"], one.start("letters"), one.end("letters"))
        for one in _MADE.finditer(source.whole.text)
        if _start_with(one["words"], one["letters"])
    ]


def _start_with(words: str, letters: str) -> bool:
    """Whether the words in capitals start with the letters, the last ones with all of them."""
    initials = "".join(word[0] for word in words.split() if word[0].isupper())
    return initials.endswith(letters)


def _places(source: Source, letters: str) -> list[int]:
    """Where letters stand as a word, or as the start of one with another ending."""
    return [
        one.start()
        for one in re.finditer(rf"(?<![A-Za-z]){letters}(?![a-rt-z])", source.whole.text)
    ]


def never_used(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first short form that the text makes and does not use, with how many such there are."""
    kept, source = frozenset(rule.options["kept"]), context.source
    unused = [
        span
        for letters, span in _made(context)
        if letters not in kept and len(_places(source, letters)) == 1
    ]
    if unused:
        yield Hit(unused[0], times=len(unused))


def explained_late(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first place of letters that are explained only behind it."""
    source, told = context.source, set(rule.options["kept"])
    for letters, span in _made(context):
        first = _places(source, letters)[0]
        if letters not in told and first < span.start:
            told.add(letters)
            yield Hit(Span(first, first + len(letters)))


_LETTERS = late(r"(?<![\w/&.-])[A-Z]{2,6}(?=s?(?![\w&-]))")


def known_to_the_field(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield, at the first of them, the letters that one field knows and that are nowhere spelled out."""
    if not context.whole:
        raise NotApplicable
    source, listed = context.source, rule.options["letters"]
    first, shown = None, dict[str, str]()
    for start, found in each_block(source, "letters of a field", _letters_in):
        for letters, at in found:
            words = listed.get(letters)
            if words is None or letters in shown or words.lower() in source.whole.folded:
                continue
            if f"({letters}" in source.whole.text or f"{letters} (" in source.whole.text:
                continue
            first = first or Span(start + at, start + at + len(letters))
            shown[letters] = f'"{letters}" ({words})'
    if first is not None:
        more = len(shown) - _SHOWN
        tail = f" and {more} more" if more > 0 else ""
        yield Hit(first, {"shown": ", ".join([*shown.values()][:_SHOWN]) + tail})


def _letters_in(source: Source) -> list[tuple[str, int]]:
    block = source.blocks[0]
    if block.kind == "heading" or block.section in _ASIDE or block.text.isupper():
        return []
    return [(one.group(), one.start()) for one in _LETTERS.finditer(block.text)]


def words_short_of_a_letter(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each name before letters of which one has no word in it."""
    kept, titles = frozenset(rule.options["kept"]), tuple(rule.options["titles"])
    source = context.source
    looks = each_block(source, "names short of a letter", _short_names, with_signs("("))
    for start, found in looks:
        for letters, at, end in found:
            span = Span(start + at, start + end)
            # states name their licenses as they please
            if letters not in kept and not source.snippet(span).startswith(titles):
                yield Hit(span)


def _short_names(source: Source) -> list[tuple[str, int, int]]:
    found = list[tuple[str, int, int]]()
    for match in _named().finditer(source.whole.text):
        letters, words = match["letters"], match["words"].split(" ")
        names = [words[at:] for at, word in enumerate(words) if word[:1].isupper()]
        if any(_makes(name, letters) for name in names):
            continue
        short = next((name for name in names if _is_a_letter_short(_capitals(name), letters)), None)
        if short:
            found.append((letters, match.end("words") - len(" ".join(short)), match.end()))
    return found


def _parts(name: list[str]) -> list[str]:
    return [part for part in re.split(r"[ /&-]+", " ".join(name)) if part]


def _capitals(name: list[str]) -> str:
    """The capitals of the words of a name that start with one."""
    large = (part for part in _parts(name) if part[0].isupper())
    return "".join(letter for part in large for letter in part if letter.isupper())


def _makes(name: list[str], letters: str) -> bool:
    initials = "".join(part[0].upper() for part in _parts(name))
    return letters in (initials, _capitals(name), f"{_capitals(name)}S")


def _is_a_letter_short(made: str, letters: str) -> bool:
    """Whether letters start as a name does, and hold one more than it makes."""
    if len(made) + 1 != len(letters) or made[:1] != letters[0]:
        return False
    return any(letters[:at] + letters[at + 1 :] == made for at in range(1, len(letters)))


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    """A name in capitals, and letters in a bracket behind it."""
    small = "|".join(lexicon("slips")["small_in_names"])
    return re.compile(
        rf"(?<!\w)(?P<words>[A-Z][\w’'&/-]*(?: (?:{small}|&|[A-Z][\w’'&/-]*)){{1,8}}) \((?P<letters>[A-Z]{{4,8}})\)"
    )
