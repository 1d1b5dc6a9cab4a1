"""A comparison in a terminal: facts side by side, words below, each line with a sign of what became of it."""

from collections.abc import Iterable, Iterator

from casemgr_jd._paint import Paint
from casemgr_jd._shown import shown
from casemgr_jd.cli._columns import columns, wrapped
from casemgr_jd.comparison._document import compared_names, grouped, headings, stood, summary
from casemgr_jd.comparison.differences import Comparison, ItemChange

__all__ = ["compared"]

_SIGNS = {"added": "+", "removed": "-", "changed": "~", "moved": ">"}
_NONE = "—"
_MARGIN = "  "


def compared(comparison: Comparison, paint: Paint, width: int) -> str:
    """Return *comparison* for a terminal.

    Args:
        comparison: what is shown.
        paint: colors it, or does not; a sign says the same as a color.
        width: cells of a line.
    """
    names = compared_names(comparison)
    lines = [*_head(comparison, names, paint, width)]
    if comparison.facts:
        lines += ["", paint("Facts", "bold"), *_facts(comparison, names, paint, width)]
    for kind, heading in headings(names).items():
        items = comparison.of_kind(kind)
        if items:
            lines += ["", paint(heading, "bold"), *_items(items, names, paint, width)]
    if not comparison.same:
        lines += ["", paint(_legend(names), "faint")]
    return "\n".join(lines) + "\n"


def _legend(names: tuple[str, str]) -> str:
    return f"+ only in {names[1]}   - only in {names[0]}   ~ differs   > moved"


def _head(
    comparison: Comparison, names: tuple[str, str], paint: Paint, width: int
) -> Iterator[str]:
    pair = (comparison.before, comparison.after)
    for sign, kind, name, posting in zip("-+", ("removed", "added"), names, pair):
        facts = posting.requisition
        words = (posting.heading, facts.organization, facts.requisition_id)
        rows = [(shown(name), shown(", ".join(word for word in words if word)))]
        for row in columns(rows, width - 4):
            yield from (f"{_MARGIN}{paint(sign, kind)} {'  '.join(line).rstrip()}" for line in row)
    yield ""
    yield from wrapped(summary(comparison), width)


def _facts(
    comparison: Comparison, names: tuple[str, str], paint: Paint, width: int
) -> Iterator[str]:
    rows = [("Fact", *names)] + [
        tuple(map(shown, (one.label, one.before or _NONE, one.after or _NONE)))
        for one in comparison.facts
    ]
    kinds = [""] + [
        "changed" if one.before and one.after else "added" if one.after else "removed"
        for one in comparison.facts
    ]
    for kind, lines in zip(kinds, columns(rows, width - 4)):
        for at, cells in enumerate(lines):
            sign = _SIGNS[kind] if kind and not at else " "
            words = "  ".join(cells).rstrip()
            yield f"{_MARGIN}{paint(sign, kind or 'bold')} {words if kind else paint(words, 'bold')}"


def _items(
    items: Iterable[ItemChange], names: tuple[str, str], paint: Paint, width: int
) -> Iterator[str]:
    for heading, each in grouped(items).items():
        yield f"{_MARGIN}{paint(shown(heading), 'faint')}"
        for one in each:
            if one.kind == "reworded":
                yield from _line(one.before, "removed", paint, width)
                yield from _line(one.after, "added", paint, width)
                continue
            yield from _line(one.after or one.before, one.kind, paint, width)
            if one.kind == "moved":
                told = wrapped(shown(f"({stood(one, names)})"), width - 6)
                yield from (f"      {paint(line, 'faint')}" for line in told)


def _line(words: str, kind: str, paint: Paint, width: int) -> Iterator[str]:
    for at, line in enumerate(wrapped(shown(words), width - 6)):
        yield f"    {paint(_SIGNS[kind] if not at else ' ', kind)} {paint(line, kind)}"
