"""A small language for phrases, so that rules about wording are data that people can read.

=================  ===============================================================
``word``           the word (lower case; a hyphen in a word is written as a space)
``word*``          the word with any ending
``word~``          the word with or without a plural ending
``a|b``            one of these
``(a b|c)``        one of these, which may be several words
``[a b|c]``        one of these, or nothing
``..``             up to three words of the same sentence (``...`` up to eight)
``#``              a number (a hyphen may follow it: ``# hour shift``)
=================  ===============================================================
"""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Generic, TypeVar

import attrs

from casemgr_jd.reading.words import NUMBER, WordIndex

__all__ = ["Phrase", "PhraseTable", "compile_phrase", "find_phrases"]

V = TypeVar("V")

_TOKEN = re.compile(r"\.{2,3}|[(\[][^()\[\]]*[)\]]|[^\s]+")
_LEAD = re.compile(r"[a-z]+|[0-9]+")
_GAPS = {"..": r"(?:,? [^\s.;:!?]+){0,3}?,?", "...": r"(?:,? [^\s.;:!?]+){0,8}?,?"}
_NUMBER = r"\d[\d,]*(?:\.\d+)?"


@attrs.frozen(slots=False)
class Phrase:
    """A phrase that was read: how it is looked for, and the words with which a match can start."""

    text: str
    starts: tuple[tuple[str, str], ...]
    """The words a match can start with: whole words, prefixes written ``pre*``, or ``#``; and for each
    the first letters of the words that can follow it, or empty where anything can."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The regular expression, made when needed: most phrases never meet a text in which they could start."""
        return re.compile("".join(_pieces(_TOKEN.findall(self.text))) + r"(?![a-z0-9])")

    def find(self, folded: str, words: WordIndex) -> Iterator[re.Match[str]]:
        """Yield every match in a folded text, looking only where a leading word stands."""
        return self.find_within(folded, words, 0, len(folded))

    def find_within(
        self, folded: str, words: WordIndex, start: int, end: int
    ) -> Iterator[re.Match[str]]:
        """Yield every match between two offsets of a folded text."""
        for lead, following in self.starts:
            for word in words.starting(lead[:-1]) if lead.endswith("*") else (lead,):
                for offset in words.within(word, start, end):
                    if following and not _goes_on(folded, offset + len(word), following):
                        continue
                    match = self.pattern.match(folded, offset, end)
                    if match:
                        yield match


def _goes_on(folded: str, end: int, letters: str) -> bool:
    """Whether the word that ends here is followed by one that starts with one of these letters."""
    return folded[end : end + 1] == " " and folded[end + 1 : end + 2] in letters


def compile_phrase(text: str) -> Phrase:
    """Read a phrase; raise ``ValueError`` if it could start anywhere.

    >>> phrase = compile_phrase("guarante* [you] (a job|work)")
    >>> [m.group() for m in phrase.find("we guarantee you a job", WordIndex("we guarantee you a job"))]
    ['guarantee you a job']
    """
    tokens = _TOKEN.findall(text)
    if not tokens or tokens[0] in _GAPS:
        raise ValueError(f"phrase {text!r} must start with a word")
    if any(token[0] not in "([" and set(token) & set("()[]|") - {"|"} for token in tokens):
        raise ValueError(f"phrase {text!r} has brackets inside brackets, or unbalanced ones")
    return Phrase(text, tuple(_starts(tokens, text).items()))


class PhraseTable(Generic[V]):
    """Phrases that are looked for together, each with a value.

    A text is gone through once: each of its words is asked which phrases start with it, and the letter that
    follows it leaves few of them to try.

    >>> table = PhraseTable[str]()
    >>> table.add(compile_phrase("plan* care"), "planning")
    >>> text = "you plan visits and plan care"
    >>> [(value, match.span()) for value, match in table.matches(text, WordIndex(text))]
    [('planning', (20, 29))]
    """

    def __init__(self) -> None:
        self._exact: dict[str, list[_Entry[V]]] = {}
        self._prefixes: dict[str, list[_Entry[V]]] = {}
        self._known: dict[str, _AtWord[V]] = {}

    def add(self, phrase: Phrase, value: V) -> None:
        """Add a phrase."""
        self._known.clear()
        for lead, following in phrase.starts:
            table = self._prefixes if lead.endswith("*") else self._exact
            table.setdefault(lead.removesuffix("*"), []).append((following, phrase, value))

    def matches(self, folded: str, words: WordIndex) -> Iterator[tuple[V, re.Match[str]]]:
        """Yield every place where a phrase stands, with its value."""
        known = self._known
        for word in (*words.vocabulary, NUMBER):
            at_word = known.get(word) or self._learn(word)
            if not at_word.starts:
                continue
            size, tries = len(word), at_word.tries
            for offset in words.at(word):
                end = offset + size
                letter = folded[end + 1 : end + 2] if folded[end : end + 1] == " " else ""
                candidates = tries.get(letter)
                if candidates is None:
                    candidates = at_word.learn(letter)
                for pattern, value in candidates:
                    match = pattern.match(folded, offset)
                    if match:
                        yield value, match

    def _learn(self, word: str) -> "_AtWord[V]":
        """Return what starts with a word; remembered, for texts share most of their words."""
        entries = list(self._exact.get(word, ()))
        for size in range(1, len(word) + 1):
            entries += self._prefixes.get(word[:size], ())
        made = _AtWord(entries)
        if len(self._known) < _MOST_WORDS:
            self._known[word] = made
        return made


class _AtWord(Generic[V]):
    """The phrases that can start with one word."""

    __slots__ = ("_letters", "starts", "tries")

    def __init__(self, entries: "list[_Entry[V]]") -> None:
        self.starts = entries
        self._letters = {letter for following, _, _ in entries for letter in following}
        self.tries: dict[str, tuple[tuple[re.Pattern[str], V], ...]] = {}
        """What to try, by the letter with which the next word starts; learnt letter by letter."""

    def learn(self, letter: str) -> tuple[tuple[re.Pattern[str], V], ...]:
        """Return what to try where the next word starts with a letter."""
        if letter not in self._letters and "" in self.tries:
            made = self.tries[""]
        else:
            made = tuple(
                (phrase.pattern, value)
                for following, phrase, value in self.starts
                if not following or (letter and letter in following)
            )
        if letter.isascii():
            self.tries[letter] = made
        return made


_MOST_WORDS = 20_000
_Entry = tuple[str, Phrase, V]


def find_phrases(phrases: tuple[Phrase, ...], folded: str, words: WordIndex) -> list[re.Match[str]]:
    """Return the longest match at each place, in order, for any of these phrases."""
    best: dict[int, re.Match[str]] = {}
    for phrase in phrases:
        for match in phrase.find(folded, words):
            if match.start() not in best or match.end() > best[match.start()].end():
                best[match.start()] = match
    ordered, end = [], -1
    for start in sorted(best):
        if start >= end:
            ordered.append(best[start])
            end = best[start].end()
    return ordered


def _pieces(tokens: list[str]) -> Iterator[str]:
    joint = ""  # what stands before the next required token
    for token in tokens:
        if token in _GAPS:
            yield _GAPS[token]
        elif token.startswith("["):
            body = _alternatives(token[1:-1])
            yield f"(?:{joint}(?:{body}))?" if joint else f"(?:(?:{body}) )?"
        else:
            body = _alternatives(token[1:-1] if token.startswith("(") else token)
            yield f"{joint}(?:{body})"
            joint = _joint(token)


def _alternatives(body: str) -> str:
    return "|".join(_sequence(option.split()) for option in body.split("|"))


def _sequence(words: list[str]) -> str:
    return "".join(
        _word(word) + (_joint(word) if index < len(words) - 1 else "")
        for index, word in enumerate(words)
    )


def _joint(word: str) -> str:
    """What stands after a word: a space, or after a number also a hyphen ("12-hour shift")."""
    return "[ -]" if word == NUMBER or word[-1].isdigit() else " "


def _word(word: str) -> str:
    if word == NUMBER:
        return _NUMBER
    if word.endswith("*"):
        return re.escape(word[:-1]) + "[a-z]*"
    if word.endswith("~"):
        return re.escape(word[:-1]) + "(?:s|es)?"
    return re.escape(word)


def _starts(tokens: list[str], text: str) -> dict[str, str]:
    """Return the words a match can start with, each with the first letters of the words that can follow it."""
    starts: dict[str, str] = {}
    for index, token in enumerate(tokens):
        optional = token.startswith("[")
        after = _first_letters(tokens[index + 1 :])
        for option in _options(token):
            words = option.split()
            following = _first_letters(words[1:2]) if len(words) > 1 else after
            lead = _lead(words[0], text)
            if not lead.rstrip("*").isalpha() or not words[0].rstrip("*~").isalpha():
                following = ""
            earlier = starts.get(lead)
            either = following if earlier is None else earlier and following and earlier + following
            starts[lead] = either or ""
        if not optional:
            return starts
    raise ValueError(f"phrase {text!r} could match nothing")


def _first_letters(tokens: list[str]) -> str:
    """Return the letters with which what comes next can start; empty where anything can come."""
    letters = ""
    for token in tokens:
        if token in _GAPS:
            return ""
        for option in _options(token):
            if option[:1] == NUMBER:
                return ""
            letters += option[:1]
        if not token.startswith("["):
            return letters
    return ""


def _options(token: str) -> list[str]:
    body = token[1:-1] if token[0] in "([" else token
    return [option.strip() for option in body.split("|")]


def _lead(word: str, text: str) -> str:
    if word == NUMBER:
        return NUMBER
    match = _LEAD.match(word)
    if match is None:
        raise ValueError(f"phrase {text!r} must start with a letter or a digit")
    rest = word[match.end() :]
    return match.group() + "*" if rest in ("*", "~") else match.group()
