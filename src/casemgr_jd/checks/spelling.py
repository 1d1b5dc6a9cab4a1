"""Words that are misspelled: a letter away from a word that most postings hold, and no word themselves."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.verb_forms import is_a_duty
from casemgr_jd.checks.wording import terms
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.facts.where import Where, fitting, holds_a_number
from casemgr_jd.reading.lexicon import lexicon, word_list
from casemgr_jd.reading.source import Source, Span

__all__ = [
    "doubled",
    "in_place_of_another",
    "is_listed",
    "meant_otherwise",
    "misspelled",
    "one_slip",
    "parted",
    "run_together",
    "stray_marks",
]

_SHORTEST = 7
_ARTICLE, _VOWELS = "an", "aeiou"
_END = 2
"""How many last letters may differ for a form of the same word: "manager", "manages"."""
_A_NAME = 3
"""From so many times on, a word is the name of something."""


def misspelled(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each word, where it first stands, that one letter parts from a word of the field."""
    for span, meant in meant_otherwise(context.source, "misspelled", _misspelled):
        yield Hit(span, {"meant": meant}, suggestions=(meant,))


def in_place_of_another(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the wording of the rule, but for a word that is told of as misspelled: of one word one thing is said."""
    hits = list(terms(context, rule))
    told = list[Span]()
    if hits and any(one.check.endswith(f":{misspelled.__name__}") for one in context.rules):
        told = [span for span, _ in meant_otherwise(context.source, "misspelled", _misspelled)]
    for hit in hits:
        at = hit.span
        if at is None or not any(one.start < at.end and at.start < one.end for one in told):
            yield hit


def meant_otherwise(
    source: Source, key: str, look: Callable[[Source], list[tuple[str, str]]]
) -> Iterator[tuple[Span, str]]:
    """Yield where each word first stands whole that a look at the blocks found, with what is meant by it.

    A word that stands often is the name of something.
    """
    found = {word: meant for _, words in each_block(source, key, look) for word, meant in words}
    for start, word in sorted((source.words.at(word)[0], word) for word in found):
        if len(source.words.at(word)) < _A_NAME and _is_whole(source.folded, start, word):
            yield Span(start, start + len(word)), found[word]


def _misspelled(source: Source) -> list[tuple[str, str]]:
    """The words of a block that are meant to be others, each with that word."""
    listed, words = _listed(), source.words.vocabulary
    known = {word: listed[word] for word in listed.keys() & words}
    long = [word for word in words - _FINE - known.keys() if len(word) >= _SHORTEST]
    meant = [(word, _meant(word)) for word in long]
    if len(_FINE) < _MOST_FINE:
        _FINE.update(word for word, other in meant if not other)
    return [*known.items(), *(one for one in meant if one[1])]


_FINE, _MOST_FINE = set[str](), 50_000
"""Words that were looked up, and are no other that was meant."""


@lru_cache(maxsize=1)
def _listed() -> Mapping[str, str]:
    """Frequent misspellings, each with the word that is meant."""
    meant = lexicon("misspelled")["meant"]
    return {word: right for right, words in meant.items() for word in words}


# "DescriptionWe", "(Excel)Ability": a capital straight behind a small letter or a bracket
_JAM = late(
    r"(?<![\w])(?P<label>[A-Z][a-z]{4,}|[A-Z]{5,})[:(](?P<value>[A-Z][a-z]{3,})(?![\w():/.-])"
    r"|(?<![\w@/.#-])(?P<capitals>[A-Z]{5,})(?P<sentence>[A-Z][a-z]+)(?=(?:[’']s)? [a-z])"
    r"|(?<![\w@.#-])(?<!/[/@])(?<![^A-Za-z]/)(?P<first>[A-Za-z]?[a-z]{3,}|[A-Z]{2,5})(?P<second>[A-Z][a-z][A-Za-z0-9]*|[A-Z]+[A-Za-z0-9]*|(?<=[a-z])\d+(?=[ -]))(?![@\w]|\.\w)|\)(?P<behind>[A-Z][a-z]{3,}|[A-Z]{2,5}(?= [A-Z]?[a-z]))(?![\w(])"
    r"|(?:(?<=[a-z]{3})|(?<=[a-z]\))|(?<=[A-Z]{2}\)))[.!?](?P<next>[A-Z][a-z]+(?= [a-z])|[A-Z]{4,}(?=[ ,])|[A-Z][a-z]{3,}(?:[A-Z][A-Za-z]*)?(?=[ ,/][A-Za-z])|(?<=\)[.!?])[A-Z][a-z]{2}(?= [A-Z][a-z]))"
)


# It starts with a capital or a figure, so that a search goes from one to the next.
_MAY_BE_JAMMED = late(
    r"[A-Z\d](?:(?<=[a-z)].)|(?<=[a-z)][.!?:(].)|(?<=[A-Z]\)[.!?].)|(?<=[A-Z]{2})(?:[A-Z]{3}|[A-Z][a-z]{2}))"
)


@fitting
def _may_be_jammed(source: Source) -> bool:
    return _MAY_BE_JAMMED.search(source.whole.text) is not None


def run_together(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each pair of words between which a line break or a space was lost."""
    source = context.source
    told_of_a_sentence = False
    found = each_block(source, "run together", _jammed, _may_be_jammed)
    times = Counter(words for _, jammed in found for _, _, words, _ in jammed)
    for start, jammed in found:
        for first, last, words, of_a_sentence in jammed:
            again = times[words]
            if (
                (of_a_sentence and told_of_a_sentence)
                or again >= _A_NAME
                or (again > 1 and _is_of_the_employer(context, words))
            ):
                continue
            told_of_a_sentence = told_of_a_sentence or of_a_sentence
            yield Hit(Span(start + first, start + last))


def _is_of_the_employer(context: Context, words: str) -> bool:
    """Whether what looks like two words is a part of the employer's name, written as the house writes it."""
    employer = context.facts.employer
    return employer is not None and words in employer.value.split()


def _jammed(source: Source) -> list[tuple[int, int, str, bool]]:
    """What ran together in a block, outside of addresses, and whether two sentences did."""
    return [(*one.span(), one.group(), one["next"] is not None) for one in _jams(source)]


def parted(source: Source) -> list[int]:
    """Return where in a block each word starts that ran into the one before it, as a new line or sentence does."""
    if not _may_be_jammed(source):
        return []
    return [
        one.start(name)
        for one in _jams(source)
        for name in ("value", "sentence", "second", "behind", "next")
        if one[name] is not None
    ]


def _jams(source: Source) -> list[re.Match[str]]:
    return [
        match
        for match in _JAM.finditer(source.whole.text)
        if (
            match["behind"]
            or match["next"]
            or _is_a_label(match["label"], match["value"])
            or _is_a_label(match["capitals"], match["sentence"])
            or _are_two_words(match["first"], match["second"])
        )
        and not _is_in_an_address(source, match)
    ]


def _is_in_an_address(source: Source, match: re.Match[str]) -> bool:
    start, end = match.span()
    return any(one.start < end and start < one.end for one in source.addresses)


def _is_a_label(label: str | None, value: str | None) -> bool:
    """Whether a word that heads a line runs into the next, with a mark between: "Requirements:Driver"."""
    ends, _, _ = _at_line_ends()
    return label is not None and value is not None and label.lower() in ends


def _are_two_words(first: str | None, second: str | None) -> bool:
    """Whether the one ends a line and the other starts one, and the two are no name of a house."""
    if first is None or second is None:
        return False
    ends, starts, letters = _at_line_ends()
    if second.isdigit():
        return first.lower() in ends and len(first) >= _SHORTEST
    usual = word_list("spelling", "usual")
    follows = second.lower() in starts or (first.islower() and is_a_duty(second))
    if first.isupper():
        known = second.lower() in usual or follows
        if second.isupper():  # no seam shows in capitals: "DELAWARE" is no "DELAW" and "are"
            return len(second) > _END and first in letters and known
        return len(second) > _END and (
            (first in letters and known) or (follows and first.lower() not in starts)
        )
    return follows and (first.lower() in usual or first.lower() in ends)


@lru_cache(maxsize=1)
def _at_line_ends() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words with which a line may end, those with which the next may start, and letters that are words."""
    known = lexicon("spelling")
    ends, starts, letters = (known[name] for name in ("ends_a_line", "starts_a_line", "letters"))
    return frozenset(ends), frozenset(starts), frozenset(letters)


def doubled(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each word that stands twice."""
    looks = each_block(context.source, "doubled", _doubled, _repeats)
    for start, first, last in ((start, *one) for start, found in looks for one in found):
        yield Hit(Span(start + first, start + last))


@fitting
def _repeats(source: Source) -> bool:
    return bool(source.words.repeated)


def _doubled(source: Source) -> list[tuple[int, int]]:
    """Where a word of a block stands twice, but for words that may."""
    found, text = list[tuple[int, int]](), source.whole.text
    for word in source.words.repeated - word_list("spelling", "may_stand_twice"):
        size = len(word)
        for start in source.words.at(word) if size > 1 else ():
            behind = start + size + 1
            again = text[behind : behind + size] == word and text[behind - 1] == " "
            if again and _ends(text, behind + size):
                found.append((start, behind + size))
    return sorted(found)


# "care ,", ",,", "associate;s": marks behind a space, twice, or inside a word
_STRAY = late(
    r"[A-Za-z]{2,} [,;](?= )|[A-Za-z]{2,} \.(?=\s|$)|[A-Za-z]{2,},,(?=\s|$)|[a-z]{3,}\. ?\.(?=\s|$)(?! ?\.)|\$\$(?=\d)|[a-z]{3,};[a-z]{1,12}\b|(?<=[.;] )\d{1,2}\.\d{1,2}\.(?= [A-Z])|(?<=[.:;] )o(?= [A-Z][a-z]+ [a-z])|(?<![\w./@])[a-z]{2,}(?=https?://|www\.)"
    r"|(?<![A-Za-z])[A-Za-z]{3,24}/ (?!and |or )[A-Za-z]{3,24}|(?<![A-Za-z])[A-Za-z]{3,24} /(?!font)[A-Za-z]{3,24}|\$ \d[\d,.]{0,12}|\betc(?![.\w])|\$\d[\d.,]{0,9}(?: -|- )\$(?=\d)|[A-Za-z]{2,}, ,|(?<![\w-])[a-z]{3,}- (?!and |or |to |as |und |&)[a-z]{3,24}|(?<=[a-z] )[–](?=[A-Z][a-z]+ [a-z])|\$\d{2,3},\d{3} ?[-–] ?\d{2,3},\d{3}"
    r"|(?:[A-Za-z]{2,20} ){5}:(?= [A-Za-z])|\( (?=[A-Za-z+$])|(?<=[A-Za-z] )\)|(?<![\w.-])[A-Za-z]{4,}- [A-Z][a-z]{3,}|[.,;][\"”][.,;]|(?<=[A-Z]{3})\.\)|(?<=[A-Za-z.!])\*{2,}(?!\w)"
)


_MAY_STRAY = Where(
    pieces=(
        " o ",
        " ,",
        " ;",
        " .",
        ",,",
        "..",
        ". .",
        "$$",
        ";",
        "http",
        "www.",
        "/ ",
        " /",
        "$",
        "etc",
        ", ,",
        "- ",
        " –",
        " :",
        "( ",
        " )",
        '"',
        ".)",
        "**",
    ),
    others=lambda source: holds_a_number(source) and ". " in source.whole.folded,
)


def stray_marks(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each mark that stands where none belongs, but for those of addresses."""
    looks = each_block(context.source, "stray marks", _stray, _MAY_STRAY)
    for start, first, last in ((start, *one) for start, found in looks for one in found):
        yield Hit(Span(start + first, start + last))


def _stray(source: Source) -> list[tuple[int, int]]:
    matches = _STRAY.finditer(source.whole.text)
    return [match.span() for match in matches if not _is_in_an_address(source, match)]


def _ends(text: str, end: int) -> bool:
    """Whether a word ends here, and no name with a hyphen goes on."""
    return not (text[end : end + 1].isalnum() or text[end : end + 1] in ("'", "’", "-"))


def _is_whole(folded: str, start: int, word: str) -> bool:
    """Whether it is no part of something longer, such as a name with a hyphen or an accent."""
    around = folded[start - 1 : start] + folded[start + len(word) : start + len(word) + 1]
    return not any(sign.isalnum() or sign in "-_'’@#/" for sign in around)


def _meant(word: str) -> str:
    """The word of the field that one letter (left out, doubled, put in, swapped) parts from this one; or nothing."""
    usual = word_list("spelling", "usual")
    if not word.isalpha() or word in usual or word in word_list("spelling", "real"):
        return ""
    if (
        word.startswith(_ARTICLE)
        and word[len(_ARTICLE) :] in usual
        and word[len(_ARTICLE)] in _VOWELS
    ):
        return f"{_ARTICLE} {word[len(_ARTICLE) :]}"
    near = _near()
    shorter = [word[:at] + word[at + 1 :] for at in range(len(word))]
    for form in (word, *shorter):
        for one in near.get(form, (form,) if form in usual else ()):
            if one_slip(word, one):
                return one
    return ""


def one_slip(word: str, usual: str, end: int = _END) -> bool:
    """Whether one slip of the hand makes one word of the other, and not in its first letter or its ending.

    Args:
        word: as it is written.
        usual: what may be meant.
        end: the letters of the ending, which tells forms of one word apart.
    """
    at = next((i for i, (a, b) in enumerate(zip(word, usual, strict=False)) if a != b), len(usual))
    rest, due = word[at:], usual[at:]
    swapped = rest[:2] == due[1::-1] and rest[2:] == due[2:]
    behind = rest[2:] if swapped else rest if rest == due[1:] else rest[1:]
    one_letter = rest == due[1:] or rest[1:] in (due, due[1:])
    return at > 0 and len(behind) >= end and (swapped or one_letter)


def is_listed(word: str) -> bool:
    """Whether a word is one of the field, one that looks like one, or a misspelling that has a rule of its own."""
    return (
        word in word_list("spelling", "usual")
        or word in word_list("spelling", "real")
        or word in _listed()
        or bool(_meant(word))
    )


@lru_cache(maxsize=1)
def _near() -> Mapping[str, tuple[str, ...]]:
    """The usual words by what is left of each without one of its letters."""
    found: dict[str, list[str]] = {}
    for word in sorted(word_list("spelling", "usual")):
        for at in range(1, len(word) - _END + 1):
            found.setdefault(word[:at] + word[at + 1 :], []).append(word)
        found.setdefault(word, []).append(word)
    return {form: tuple(words) for form, words in found.items()}
