"""How a phrase is made up: words, numbers, gaps, anchors, and choices between sequences of them."""

import re
from collections.abc import Mapping, Sequence

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd.reading.inflection import forms, plurals
from casemgr_jd.reading.words import NUMBER

__all__ = ["ANCHORS", "GAPS", "Lists", "Node", "Tree", "parse_phrase", "spellings"]

Lists = Mapping[str, Sequence[str]]
GAPS = {"..": r"(?:,? [^\s.;:!?]+){0,3}?,?", "...": r"(?:,? [^\s.;:!?]+){0,8}?,?"}
ANCHORS = {"^": r"(?<![^\n])", "$": r"(?=\.?(?![^\n]))"}
_TOKEN = re.compile(r"\.{2,3}(?!\S)|<\w+:|!\(|[()\[\]>|]|[^\s()\[\]|<>]+")
_CLOSES = {"(": ")", "[": "]", "<": ">", "!": ")"}


@attrs.frozen(eq=False)
class Node(ByContent):
    """A word, a number, a gap, an anchor, a choice between sequences, or what must not follow."""

    kind: str
    text: str = ""
    options: "tuple[tuple[Node, ...], ...]" = ()
    optional: bool = False
    name: str = ""


Tree = tuple[Node, ...]


def parse_phrase(text: str, lists: Lists) -> Tree:
    tokens = _TOKEN.findall(text)
    made, rest = _sequences(tokens, 0, "", text, lists)
    if rest != len(tokens):
        raise ValueError(f"phrase {text!r} has unbalanced brackets")
    if len(made) > 1:  # "a|b" without brackets: a choice between two words
        raise ValueError(f"phrase {text!r} chooses between sequences outside brackets")
    return made[0]


def _sequences(
    tokens: list[str], at: int, closing: str, text: str, lists: Lists
) -> tuple[tuple[Tree, ...], int]:
    """Read sequences parted by "|", up to the bracket that closes them."""
    done: list[Tree] = []
    current: list[Node] = []
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
        elif token[0] in _CLOSES and (len(token) == 1 or token[0] == "<" or token == "!("):
            options, at = _sequences(tokens, at, _CLOSES[token[0]], text, lists)
            if at >= len(tokens):
                raise ValueError(f"phrase {text!r} has unbalanced brackets")
            at += 1
            name = token[1:-1] if token[0] == "<" else ""
            kind = "not" if token == "!(" else "choice"
            current.append(Node(kind, "", options, token == "[", name))
        elif token in ")]>":
            raise ValueError(f"phrase {text!r} has unbalanced brackets")
        else:
            current.append(_atom(token, text, lists))
    return (*done, tuple(current)), at


def _joined_by_a_bar(
    tokens: list[str], at: int, current: list[Node], text: str, lists: Lists
) -> tuple[list[Node], int]:
    """Make one choice of the words on both sides of a bar that stands in no brackets."""
    if not current or at >= len(tokens) or tokens[at] in "()[]<>|":
        raise ValueError(f"phrase {text!r} has a bar that chooses between nothing")
    before = current.pop()
    options = before.options if before.kind == "choice" and before.text == "|" else ((before,),)
    after = (_atom(tokens[at], text, lists),)
    return [*current, Node("choice", "|", (*options, after))], at + 1


def _atom(token: str, text: str, lists: Lists) -> Node:
    if token in GAPS:
        return Node("gap", token)
    if token == NUMBER:
        return Node("number", token)
    if token in ANCHORS:
        return Node("anchor", token)
    if token[0] == "@":
        if token[1:] not in lists:
            raise ValueError(f"phrase {text!r} names a list that is not there, {token}")
        inner = tuple(parse_phrase(one, lists) for one in lists[token[1:]])
        return Node("choice", "", inner)
    if token == "~":
        raise ValueError(f"phrase {text!r} has a mark that stands behind no word, {token}")
    return Node("word", token)


def spellings(word: str) -> tuple[str, ...]:
    """The forms of a word, longest first; a prefix without its mark."""
    if word[-1] == "~":
        return plurals(word[:-1])
    if word[-1] == "^":
        return forms(word[:-1])
    return (word.rstrip("*"),)
