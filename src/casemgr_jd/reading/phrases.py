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
``!(a b|c)``       none of these follows
=================  ===============================================================
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property

from casemgr_jd import _attrs as attrs
from casemgr_jd._late import late
from casemgr_jd._packed import kept_value
from casemgr_jd.reading.phrase_starts import Heads, needs_of, starts_of
from casemgr_jd.reading.phrase_tree import ANCHORS, GAPS, Lists, Node, Tree, parse_phrase, spellings
from casemgr_jd.reading.words import NUMBER, WordIndex

__all__ = ["Lists", "Phrase", "compile_phrase"]

_NUMBER = r"\d[\d,]*(?:\.\d+)?"


@attrs.frozen(slots=False)
class Phrase:
    """A phrase that was read: how it is looked for, and the words with which a match can start."""

    text: str
    starts: tuple[tuple[str, Heads], ...]
    """The words a match can start with: whole words, prefixes written ``pre*``, or ``#``; and for each
    the signs and letters that can follow it, or nothing where anything can."""
    lists: Lists = attrs.field(factory=dict, eq=False, repr=False)
    needs: tuple[tuple[str, ...], ...] = ()
    """Lists of words, of each of which one stands in every match, behind its start."""
    written: str = attrs.field(default="", eq=False, repr=False)
    """The regular expression as it is written, where it is known already."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The regular expression, made when needed: most phrases never meet a text in which they could start."""
        return re.compile(self.expression)

    @property
    def expression(self) -> str:
        """The regular expression as it is written, to stand within another."""
        if self.written:
            return self.written
        body = _pattern(parse_phrase(self.text, self.lists))
        return body if body.endswith(ANCHORS["$"]) else body + r"(?![a-z0-9])"

    def may_stand_among(self, words: WordIndex) -> bool:
        """Whether a text with these words, in which one starts a match, may hold the rest of it."""
        lacks = words.vocabulary.isdisjoint
        return words.has_addresses or not any(map(lacks, self.needs))

    def may_start_at(self, folded: str, offset: int) -> bool:
        """Whether what it needs stands behind an offset of a folded text."""
        return all(any(folded.find(one, offset) >= 0 for one in words) for words in self.needs)

    def find(self, folded: str, words: WordIndex) -> Iterator[re.Match[str]]:
        """Yield every match in a folded text, looking only where a leading word stands."""
        return self.find_within(folded, words, 0, len(folded))

    def find_within(
        self, folded: str, words: WordIndex, start: int, end: int
    ) -> Iterator[re.Match[str]]:
        """Yield every match between two offsets of a folded text."""
        if not self.may_stand_among(words):
            return
        for lead, following in self.starts:
            for word in words.starting(lead[:-1]) if lead.endswith("*") else (lead,):
                for offset in words.within(word, start, end):
                    behind = offset + len(word)
                    if following and lead != NUMBER and not folded.startswith(following, behind):
                        continue
                    match = self.pattern.match(folded, offset, end)
                    if match:
                        yield match


def compile_phrase(text: str, lists: Lists | None = None) -> Phrase:
    """Read a phrase; raise ``ValueError`` if it could start anywhere.

    >>> phrase = compile_phrase("guarantee^ [you] (a job|work)")
    >>> [m.group() for m in phrase.find("we guarantee you a job", WordIndex.of("we guarantee you a job"))]
    ['guarantee you a job']
    """
    ready = _ready().get(_with_lists(text, lists or {}) if "@" in text else text)
    if ready is None:
        return read_phrase(text, lists)
    starts, needs, written = ready
    return Phrase(text, starts, lists or {}, needs, written)


KEPT = "_phrases_kept"
"""The module in which a wheel keeps ready how packaged phrases read."""
_Ready = tuple[tuple[tuple[str, Heads], ...], tuple[tuple[str, ...], ...], str]


@cache
def _ready() -> Mapping[str, _Ready]:
    kept: Mapping[str, _Ready] | None = kept_value(KEPT, "phrases")
    return kept or {}


def ready_phrases(texts: Iterable[tuple[str, Lists]]) -> dict[str, _Ready]:
    """Return how those of these texts that are phrases read, each with the lists that it may name."""
    found: dict[str, _Ready] = {}
    for text, lists in texts:
        try:
            read = read_phrase(text, lists)
        except ValueError:
            continue
        found[_with_lists(text, lists)] = (read.starts, read.needs, read.expression)
    return {text: found[text] for text in sorted(found)}


def _with_lists(text: str, lists: Lists) -> str:
    """Return a phrase with what the lists hold that it names: by that it is known, for others may have other lists."""
    named = [lists[name] for name in _NAMES.findall(text) if name in lists]
    return "\n".join(
        [text, *(_with_lists(one, lists) for entries in named for one in (*entries, ""))]
    )


_NAMES = late(r"@([^\s()\[\]|<>]+)")


def read_phrase(text: str, lists: Lists | None = None) -> Phrase:
    """Read a phrase, whether or not it is kept ready; raise ``ValueError`` if it could start anywhere."""
    tree = parse_phrase(text, lists or {})
    if not tree or tree[0].kind == "gap":
        raise ValueError(f"phrase {text!r} must start with a word")
    starts, empty = starts_of(tree, (), text)
    if empty:
        raise ValueError(f"phrase {text!r} could match nothing")
    return Phrase(text, tuple(starts.items()), lists or {}, needs_of(tree[1:]))


def _pattern(tree: Tree) -> str:
    pieces: list[str] = []
    joint = ""  # what stands before the next required token
    for node in tree:
        if node.kind == "gap":
            pieces.append(GAPS[node.text])
        elif node.kind == "anchor":
            pieces.append(ANCHORS[node.text])
        elif node.kind == "not":
            pieces.append(rf"(?!{joint}{_choice(node)}(?![a-z0-9]))")
        elif node.optional:
            body = _choice(node)
            before = " ?" if _is_a_mark(node) else joint
            pieces.append(f"(?:{before}{body})?" if joint else f"(?:{body} )?")
        else:
            body = _choice(node) if node.kind == "choice" else _atom_pattern(node)
            pieces.append(f" ?{body}" if joint and _is_a_mark(node) else f"{joint}{body}")
            joint = _joint(node)
    return "".join(pieces)


def _is_a_mark(node: Node) -> bool:
    """Whether a token is a colon or a comma, which stands at the word before it: "(shift|hours): days"."""
    if node.kind == "choice":
        return all(len(option) == 1 and _is_a_mark(option[0]) for option in node.options)
    return node.text in (":", ",")


def _choice(node: Node) -> str:
    body = "|".join(map(_pattern, node.options))
    return f"(?P<{node.name}>{body})" if node.name else f"(?:{body})"


def _joint(node: Node) -> str:
    """What stands after a token: a space, or after a number also a hyphen ("12-hour shift")."""
    if node.kind == "choice":
        numeric = any(option and _joint(option[-1]) != " " for option in node.options)
        return "[ -]" if numeric else " "
    return "[ -]" if node.kind == "number" or node.text[-1:].isdigit() else " "


def _atom_pattern(node: Node) -> str:
    if node.kind == "number":
        return _NUMBER
    spelled = [re.escape(word).replace("\\-", "[ -]?") for word in spellings(node.text)]
    ending = "[a-z]*" if node.text[-1] == "*" else ""
    return f"{spelled[0]}{ending}" if len(spelled) == 1 else f"(?:{'|'.join(spelled)})"
