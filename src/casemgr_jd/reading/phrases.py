"""A small language for phrases, so that wording is data that people can read.

=================  ===============================================================
``word``           the word, in lower case
``on-site``        the word with a hyphen, a space or nothing in between
``word*``          the word with any ending
``word~``          the word or its plural
``word^``          any form of the verb (``carry^``: carries, carried, carrying)
``a|b``            one of these
``(a b|c)``        one of these, which may be several words
``[a b|c]``        one of these, or nothing
``<name:a b|c>``   one of these, known as *name* in the match
``@name``          one of a named list
``..``             up to three words of the same sentence (``...`` up to eight)
``#``              a number (a hyphen may follow it: ``# hour shift``)
``^`` and ``$``    where a block starts, and where it ends
=================  ===============================================================
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import attrs

from casemgr_jd.reading.inflection import forms, plurals
from casemgr_jd.reading.words import NUMBER, WordIndex

__all__ = ["Lists", "Phrase", "compile_phrase"]

Lists = Mapping[str, Sequence[str]]
_TOKEN = re.compile(r"\.{2,3}(?!\S)|<\w+:|[()\[\]>|]|[^\s()\[\]|<>]+")
_LEAD = re.compile(r"[a-z]+|[0-9]+(?:[.,][0-9]+)*")
_GAPS = {"..": r"(?:,? [^\s.;:!?]+){0,3}?,?", "...": r"(?:,? [^\s.;:!?]+){0,8}?,?"}
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_ANCHORS = {"^": r"(?<![^\n])", "$": r"(?![^\n])"}
_CLOSES = {"(": ")", "[": "]", "<": ">"}


@attrs.frozen(slots=False)
class Phrase:
    """A phrase that was read: how it is looked for, and the words with which a match can start."""

    text: str
    starts: tuple[tuple[str, str], ...]
    """The words a match can start with: whole words, prefixes written ``pre*``, or ``#``; and for each
    the first letters of the words that can follow it, or empty where anything can."""
    lists: Lists = attrs.field(factory=dict, eq=False, repr=False)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The regular expression, made when needed: most phrases never meet a text in which they could start."""
        body = _pattern(_parse(self.text, self.lists))
        return re.compile(body if body.endswith(_ANCHORS["$"]) else body + r"(?![a-z0-9])")

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


def compile_phrase(text: str, lists: Lists | None = None) -> Phrase:
    """Read a phrase; raise ``ValueError`` if it could start anywhere.

    >>> phrase = compile_phrase("guarantee^ [you] (a job|work)")
    >>> [m.group() for m in phrase.find("we guarantee you a job", WordIndex.of("we guarantee you a job"))]
    ['guarantee you a job']
    """
    tree = _parse(text, lists or {})
    if not tree or tree[0].kind == "gap":
        raise ValueError(f"phrase {text!r} must start with a word")
    starts, empty = _starts(tree, "", text)
    if empty:
        raise ValueError(f"phrase {text!r} could match nothing")
    return Phrase(text, tuple(starts.items()), lists or {})


@attrs.frozen
class _Node:
    """A word, a number, a gap, an anchor, or a choice between sequences."""

    kind: str
    text: str = ""
    options: "tuple[tuple[_Node, ...], ...]" = ()
    optional: bool = False
    name: str = ""


_Sequence = tuple[_Node, ...]


def _parse(text: str, lists: Lists) -> _Sequence:
    tokens = _TOKEN.findall(text)
    made, rest = _sequences(tokens, 0, "", text, lists)
    if rest != len(tokens):
        raise ValueError(f"phrase {text!r} has unbalanced brackets")
    if len(made) > 1:  # "a|b" without brackets: a choice between two words
        raise ValueError(f"phrase {text!r} chooses between sequences outside brackets")
    return made[0]


def _sequences(
    tokens: list[str], at: int, closing: str, text: str, lists: Lists
) -> tuple[tuple[_Sequence, ...], int]:
    """Read sequences parted by "|", up to the bracket that closes them."""
    done: list[_Sequence] = []
    current: list[_Node] = []
    while at < len(tokens):
        token = tokens[at]
        if token == closing:
            break
        at += 1
        if token == "|" and closing:
            done.append(tuple(current))
            current = []
        elif token == "|":
            current, at = _joined_by_a_bar(tokens, at, current, text, lists)
        elif token[0] in _CLOSES and (len(token) == 1 or token[0] == "<"):
            options, at = _sequences(tokens, at, _CLOSES[token[0]], text, lists)
            if at >= len(tokens):
                raise ValueError(f"phrase {text!r} has unbalanced brackets")
            at += 1
            current.append(
                _Node("choice", "", options, token == "[", token[1:-1] if token[0] == "<" else "")
            )
        elif token in ")]>":
            raise ValueError(f"phrase {text!r} has unbalanced brackets")
        else:
            current.append(_atom(token, text, lists))
    return (*done, tuple(current)), at


def _joined_by_a_bar(
    tokens: list[str], at: int, current: list[_Node], text: str, lists: Lists
) -> tuple[list[_Node], int]:
    """Make one choice of the words on both sides of a bar that stands in no brackets."""
    if not current or at >= len(tokens) or tokens[at] in "()[]<>|":
        raise ValueError(f"phrase {text!r} has a bar that chooses between nothing")
    before = current.pop()
    options = before.options if before.kind == "choice" and before.text == "|" else ((before,),)
    after = (_atom(tokens[at], text, lists),)
    return [*current, _Node("choice", "|", (*options, after))], at + 1


def _atom(token: str, text: str, lists: Lists) -> _Node:
    if token in _GAPS:
        return _Node("gap", token)
    if token == NUMBER:
        return _Node("number", token)
    if token in _ANCHORS:
        return _Node("anchor", token)
    if token[0] == "@":
        if token[1:] not in lists:
            raise ValueError(f"phrase {text!r} names a list that is not there, {token}")
        inner = tuple(_parse(one, lists) for one in lists[token[1:]])
        return _Node("choice", "", inner)
    return _Node("word", token)


def _pattern(tree: _Sequence) -> str:
    pieces: list[str] = []
    joint = ""  # what stands before the next required token
    for node in tree:
        if node.kind == "gap":
            pieces.append(_GAPS[node.text])
        elif node.kind == "anchor":
            pieces.append(_ANCHORS[node.text])
        elif node.optional:
            body = _choice(node)
            pieces.append(f"(?:{joint}{body})?" if joint else f"(?:{body} )?")
        else:
            body = _choice(node) if node.kind == "choice" else _atom_pattern(node)
            pieces.append(f"{joint}{body}")
            joint = _joint(node)
    return "".join(pieces)


def _choice(node: _Node) -> str:
    body = "|".join(map(_pattern, node.options))
    return f"(?P<{node.name}>{body})" if node.name else f"(?:{body})"


def _joint(node: _Node) -> str:
    """What stands after a token: a space, or after a number also a hyphen ("12-hour shift")."""
    if node.kind == "choice":
        numeric = any(option and _joint(option[-1]) != " " for option in node.options)
        return "[ -]" if numeric else " "
    return "[ -]" if node.kind == "number" or node.text[-1:].isdigit() else " "


def _atom_pattern(node: _Node) -> str:
    if node.kind == "number":
        return _NUMBER
    spelled = [re.escape(word).replace("\\-", "[ -]?") for word in _spellings(node.text)]
    ending = "[a-z]*" if node.text[-1] == "*" else ""
    return f"{spelled[0]}{ending}" if len(spelled) == 1 else f"(?:{'|'.join(spelled)})"


def _spellings(word: str) -> tuple[str, ...]:
    """The forms of a word, longest first; a prefix without its mark."""
    if word[-1] == "~":
        return plurals(word[:-1])
    if word[-1] == "^":
        return forms(word[:-1])
    return (word.rstrip("*"),)


def _starts(tree: _Sequence, after: str, text: str) -> tuple[dict[str, str], bool]:
    """Return the words with which a sequence can start, and whether it can be empty."""
    starts: dict[str, str] = {}
    for index, node in enumerate(tree):
        if node.kind == "anchor":
            continue
        if node.kind == "gap":
            raise ValueError(f"phrase {text!r} must start with a word")
        following = _letters(tree[index + 1 :], after)
        options = node.options if node.kind == "choice" else ((node,),)
        for option in options:
            if option == (node,):
                found = _leads(node, following, text)
            else:
                found, _ = _starts(option, following, text)
            for lead, letters in found.items():
                earlier = starts.get(lead)
                starts[lead] = letters if earlier is None else _either(earlier, letters)
        if not node.optional:
            return starts, False
    return starts, True


def _either(first: str, second: str) -> str:
    return first + second if first and second else ""


def _leads(node: _Node, following: str, text: str) -> dict[str, str]:
    if node.kind == "number":
        return {NUMBER: ""}
    found: dict[str, str] = {}
    for word in _spellings(node.text):
        match = _LEAD.match(word)
        if match is None:
            raise ValueError(f"phrase {text!r} must start with a letter or a digit")
        rest = word[match.end() :]
        open_end = node.text[-1] == "*" and not rest
        lead = f"{match[0]}*" if open_end else match[0]
        plain = match[0].isalpha() and not rest
        found[lead] = following if plain else ""
        if rest[:1] == "-":  # "on-site" is also "onsite"
            found[word.replace("-", "") + ("*" if node.text[-1] == "*" else "")] = following
            found[match[0]] = rest[1:2] if rest[1:2].isalpha() else ""
    return found


def _letters(tree: _Sequence, after: str) -> str:
    """Return the letters with which what comes next can start; empty where anything can come."""
    letters = ""
    for node in tree:
        if node.kind in ("gap", "number", "anchor"):
            return ""
        options = node.options if node.kind == "choice" else ((node,),)
        for option in options:
            own = node.text[:1] if option == (node,) else _letters(option, "")
            if not own or not own.isascii():
                return ""
            letters += own
        if not node.optional:
            return letters
    return letters + after if after else ""
