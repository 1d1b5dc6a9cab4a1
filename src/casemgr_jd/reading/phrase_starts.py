"""With which words a phrase can start, and which it cannot do without: most texts hold none of them."""

import re

from casemgr_jd.reading.phrase_tree import Node, Tree, spellings
from casemgr_jd.reading.words import NUMBER

__all__ = ["needs_of", "starts_of"]

_LEAD = re.compile(r"[a-z]+|[0-9]+(?:[.,][0-9]+)*")


def starts_of(tree: Tree, after: str, text: str) -> tuple[dict[str, str], bool]:
    """Return the words with which a sequence can start, and whether it can be empty."""
    starts: dict[str, str] = {}
    for index, node in enumerate(tree):
        if node.kind == "anchor":
            continue
        if node.kind in ("gap", "not"):
            raise ValueError(f"phrase {text!r} must start with a word")
        following = _letters(tree[index + 1 :], after)
        options = node.options if node.kind == "choice" else ((node,),)
        for option in options:
            if option == (node,):
                found = _leads(node, following, text)
            else:
                found, _ = starts_of(option, following, text)
            for lead, letters in found.items():
                earlier = starts.get(lead)
                starts[lead] = letters if earlier is None else _either(earlier, letters)
        if not node.optional:
            return starts, False
    return starts, True


def needs_of(tree: Tree) -> tuple[tuple[str, ...], ...]:
    """Return lists of words of each of which one must stand where a sequence does, the shortest first."""
    found = {tuple(sorted(one)) for one in map(_words_of, tree) if one}
    return tuple(sorted(found, key=lambda one: (len(one), one)))


def _fewest(tree: Tree) -> frozenset[str]:
    return frozenset(next(iter(needs_of(tree)), ()))


def _opens(option: Tree) -> bool:
    """Whether an option starts with a gap: it may end within a word, so that what follows is none of its own."""
    first = next((node for node in option if not node.optional and node.kind != "anchor"), None)
    return first is not None and first.kind == "gap"


def _words_of(node: Node) -> frozenset[str]:
    if node.optional or node.kind not in ("word", "choice"):
        return frozenset()
    if node.kind == "choice":
        options = [frozenset() if _opens(option) else _fewest(option) for option in node.options]
        return frozenset().union(*options) if all(options) else frozenset()
    spelled = spellings(node.text)
    # Of a prefix, a word with a hyphen and the like it is not known which words of a text they are.
    whole = node.text[-1] != "*" and all(one.isascii() and one.isalpha() for one in spelled)
    return frozenset(spelled) if whole else frozenset()


def _either(first: str, second: str) -> str:
    return first + second if first and second else ""


def _leads(node: Node, following: str, text: str) -> dict[str, str]:
    if node.kind == "number":
        return {NUMBER: ""}
    found: dict[str, str] = {}
    for word in spellings(node.text):
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


def _letters(tree: Tree, after: str) -> str:
    """Return the letters with which what comes next can start; empty where anything can come."""
    letters = ""
    for node in tree:
        if node.kind in ("gap", "number", "anchor", "not"):
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
