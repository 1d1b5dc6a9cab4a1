"""With which words a phrase can start, and which it cannot do without: most texts hold none of them."""

import re

from casemgr_jd.reading.phrase_tree import Node, Tree, spellings
from casemgr_jd.reading.words import NUMBER

__all__ = ["Heads", "needs_of", "starts_of"]

Heads = tuple[str, ...]
"""The first letters of what can follow; nothing where anything can."""
_LEAD = re.compile(r"[a-z]+|[0-9]+(?:[.,][0-9]+)*")


def starts_of(tree: Tree, after: Heads, text: str) -> tuple[dict[str, Heads], bool]:
    """Return the words with which a sequence can start, and whether it can be empty."""
    starts: dict[str, Heads] = {}
    for index, node in enumerate(tree):
        if node.kind == "anchor":
            continue
        if node.kind in ("gap", "not"):
            raise ValueError(f"phrase {text!r} must start with a word")
        following = _heads(tree[index + 1 :], after)
        options = node.options if node.kind == "choice" else ((node,),)
        for option in options:
            if option == (node,):
                found = _leads(node, following, text)
            else:
                found, _ = starts_of(option, following, text)
            for lead, heads in found.items():
                earlier = starts.get(lead)
                starts[lead] = heads if earlier is None else _either(earlier, heads)
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


def _either(first: Heads, second: Heads) -> Heads:
    return tuple(sorted({*first, *second})) if first and second else ()


def _leads(node: Node, following: Heads, text: str) -> dict[str, Heads]:
    if node.kind == "number":
        return {NUMBER: _behind(following, " -")}
    found: dict[str, Heads] = {}
    for word in spellings(node.text):
        match = _LEAD.match(word)
        if match is None:
            raise ValueError(f"phrase {text!r} must start with a letter or a digit")
        rest = word[match.end() :]
        ending = "*" if node.text[-1] == "*" else ""
        if rest[:1] == "-":  # "on-site" is also "onsite"
            found[word.replace("-", "") + ending] = _behind(following)
            found[match[0]] = tuple(f"{joint}{rest[1:2]}" for joint in (" ", "-", ""))
        elif rest:
            found[match[0]] = (rest.partition("-")[0][: _HEAD + 1],)
        else:
            plain = match[0].isalpha()
            found[f"{match[0]}{ending}"] = _behind(following, " " if plain else " -")
    return found


def _behind(following: Heads, joints: str = " ") -> Heads:
    return tuple(f"{joint}{head}" for head in following for joint in joints)


def _heads(tree: Tree, after: Heads) -> Heads:
    """Return the letters with which what comes next can start; nothing where anything can come."""
    heads = set[str]()
    for node in tree:
        if node.kind in ("gap", "number", "anchor", "not"):
            return ()
        options = node.options if node.kind == "choice" else ((node,),)
        for option in options:
            own = _heads_of(node) if option == (node,) else _heads(option, ())
            if not own:
                return ()
            heads.update(own)
        if not node.optional:
            return tuple(sorted(heads))
    return tuple(sorted({*heads, *after})) if after else ()


def _heads_of(node: Node) -> Heads:
    words = spellings(node.text)
    if not all(word[:1].isalpha() and word.isascii() for word in words):
        return ()
    return tuple(word.partition("-")[0][:_HEAD] for word in words)


_HEAD = 3
