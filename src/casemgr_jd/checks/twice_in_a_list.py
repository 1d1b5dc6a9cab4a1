"""One item that a list names twice: "dental, vision, dental", "Nursing Supervisor/Nursing Supervisor"."""

from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.facts.where import with_signs
from casemgr_jd.model.states import state_code
from casemgr_jd.reading.source import Source, Span

__all__ = ["named_twice"]

# What stands between two marks of a list; the items of one list have the same mark.
_ITEM = late(r"(?<![^,;:(.\n])(?P<item> ?[^,;:().\n]{3,60}?)(?=[,;).\n]|$)")
_END_OF_LIST = frozenset(".\n)(:")
# "Nursing Supervisor/Nursing Supervisor"
_BOTH_SIDES = late(r"\b(?P<item>[A-Z][A-Za-z-]+(?: [A-Z][A-Za-z-]+){0,4}) ?/ ?(?P=item)\b")
_MOST_WORDS = 4

_Again = tuple[int, int]


def named_twice(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the item that stands a second time in its list, or on both sides of a slash."""
    for start, found in each_block(context.source, "named twice", _twice, with_signs(",;/")):
        for first, end in found[:1]:
            yield Hit(Span(start + first, start + end))


def _twice(source: Source) -> list[_Again]:
    text = source.blocks[0].text
    found = [match.span() for match in _BOTH_SIDES.finditer(text)]
    seen, last = set[str](), 0
    for match in _ITEM.finditer(text):  # letters of licenses have a rule of their own
        if not _END_OF_LIST.isdisjoint(text[last : match.start()]):
            seen = set()
        last = match.end()
        item = _plain(match["item"])
        if item in seen and _is_named(item) and not match["item"].strip().isupper():
            found.append((match.end() - len(match["item"].lstrip()), match.end()))
        seen.add(item)
    return found


def _is_named(item: str) -> bool:
    """Whether an item is a thing, and no figure, year, state or clause, which may well stand twice."""
    return (
        len(item.split()) <= _MOST_WORDS
        and not any(map(str.isdigit, item))
        and state_code(item) is None
    )


def _plain(item: str) -> str:
    return item.strip().lower().removeprefix("and ").removeprefix("or ")
