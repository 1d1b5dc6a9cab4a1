"""What is left of an older posting: a second manager, a heading with nothing under it."""

from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks._opposed import where
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.reporting import Manager, find_managers
from casemgr_jd.reading.block import Block
from casemgr_jd.reading.lexicon import word_list
from casemgr_jd.reading.source import Source, Span

__all__ = ["empty_headings", "is_written_as_one", "two_managers"]

_ADDRESS = late(r"[\w-]\.[A-Za-z]{2,}")


def two_managers(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the second of two people to whom the job is said to report."""
    found = find_managers(context.source)
    if not found:
        raise NotApplicable
    first = found[0]
    for other in found[1:]:
        if not _same(first, other):
            place = where(context.source, first.span)
            yield Hit(other.span, {"other": first.name, "where": place})
            return


def _same(first: Manager, second: Manager) -> bool:
    """Whether two names may be one person's: they share a word, or one is as short as "the director"."""
    if first.words and second.words:
        return bool(first.words & second.words)
    names = [set(one.name.lower().split()) for one in (first, second)]
    return any(len(name) < _TELLING for name in names) or bool(names[0] & names[1] - _joints())


def _joints() -> frozenset[str]:
    """Words that hold a name together, and tell no one person from another."""
    classes = ("and", "the", "prepositions")
    return frozenset[str]().union(*(word_list("grammar", "classes", one) for one in classes))


_TELLING = 2
"""So many words of a name tell one person from another: "program manager"."""


def is_written_as_one(source: Source, block: Block) -> bool:
    """Whether a heading is marked as one; a short line of plain text may be an item of a list: "Day shift"."""
    marked = source.format != "text" or block.text.endswith(":") or block.text.isupper()
    return block.kind == "heading" and marked


def _leads_in(text: str) -> bool:
    """Whether a line in the place of a heading is the sentence that opens a list: "Each of us meets these points:"."""
    return text.endswith(":") and len(text.split()) >= _A_SENTENCE


_A_SENTENCE = 6


def empty_headings(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each heading of a section under which nothing stands."""
    if not context.whole:
        raise NotApplicable
    source = context.source
    for index, block in source.of_kind("heading"):
        below = source.blocks[min(index + 1, len(source.blocks) - 1)]
        if below is block:
            continue
        written = block.kind == below.kind == "heading" and not (block.bold or below.bold)
        # A line that names an address, such as the button of a page, says a thing of its own.
        if not written or block.section in ("title", "eeo") or _ADDRESS.search(block.text):
            continue
        if not (is_written_as_one(source, block) and is_written_as_one(source, below)):
            continue
        is_a_part = below.level > block.level or below.section != block.section
        heads_it = (
            block.section in rule.options["wholes"] and below.section in rule.options["parts"]
        )
        if heads_it or _leads_in(below.text):
            continue  # "Job requirements", and under it "Knowledge and skills"
        if block.section in rule.options["sections"] and below.level <= block.level and is_a_part:
            start = source.starts[index]
            yield Hit(Span(start, start + len(block.text)))
