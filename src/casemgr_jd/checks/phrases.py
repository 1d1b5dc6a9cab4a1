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

import attrs

from casemgr_jd.checks._words import NUMBER, WordIndex

__all__ = ["Phrase", "compile_phrase", "find_phrases"]

_TOKEN = re.compile(r"\.{2,3}|[(\[][^()\[\]]*[)\]]|[^\s]+")
_LEAD = re.compile(r"[a-z]+|[0-9]+")
_GAPS = {"..": r"(?:,? [^\s.;:!?]+){0,3}?,?", "...": r"(?:,? [^\s.;:!?]+){0,8}?,?"}
_NUMBER = r"\d[\d,]*(?:\.\d+)?"


@attrs.frozen
class Phrase:
    """A compiled phrase: a pattern, and the words with which a match can start."""

    text: str
    pattern: re.Pattern[str]
    leads: frozenset[str]
    """Whole words, prefixes written ``pre*``, or ``#``."""

    def find(self, folded: str, words: WordIndex) -> Iterator[re.Match[str]]:
        """Yield every match in a folded text, looking only where a leading word stands."""
        for word in self.leading(words):
            for offset in words.at(word):
                match = self.pattern.match(folded, offset)
                if match:
                    yield match

    def find_within(
        self, folded: str, words: WordIndex, start: int, end: int
    ) -> Iterator[re.Match[str]]:
        """Yield every match between two offsets of a folded text."""
        for word in self.leading(words):
            for offset in words.within(word, start, end):
                match = self.pattern.match(folded, offset, end)
                if match:
                    yield match

    def leading(self, words: WordIndex) -> Iterator[str]:
        """Yield the words of a text with which a match can start."""
        for lead in self.leads:
            if lead.endswith("*"):
                yield from words.starting(lead[:-1])
            elif lead in words or lead == NUMBER:
                yield lead


def compile_phrase(text: str) -> Phrase:
    """Compile a phrase; raise ``ValueError`` if it could start anywhere.

    >>> phrase = compile_phrase("guarante* [you] (a job|work)")
    >>> [m.group() for m in phrase.find("we guarantee you a job", WordIndex("we guarantee you a job"))]
    ['guarantee you a job']
    """
    tokens = _TOKEN.findall(text)
    if not tokens or tokens[0] in _GAPS:
        raise ValueError(f"phrase {text!r} must start with a word")
    if any(token[0] not in "([" and set(token) & set("()[]|") - {"|"} for token in tokens):
        raise ValueError(f"phrase {text!r} has brackets inside brackets, or unbalanced ones")
    pattern = "".join(_pieces(tokens))
    return Phrase(text, re.compile(pattern + r"(?![a-z0-9])"), frozenset(_leads(tokens, text)))


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


def _leads(tokens: list[str], text: str) -> Iterator[str]:
    for token in tokens:
        optional = token.startswith("[")
        body = token[1:-1] if optional or token.startswith("(") else token
        for option in body.split("|"):
            yield _lead(option.split()[0], text)
        if not optional:
            return
    raise ValueError(f"phrase {text!r} could match nothing")


def _lead(word: str, text: str) -> str:
    if word == NUMBER:
        return NUMBER
    match = _LEAD.match(word)
    if match is None:
        raise ValueError(f"phrase {text!r} must start with a letter or a digit")
    rest = word[match.end() :]
    return match.group() + "*" if rest in ("*", "~") else match.group()
