"""Facts that a label gives: "Location: Denver", a cell under its header, a label alone above its value."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd._late import late
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.facts.where import fitting
from casemgr_jd.reading.block import Block
from casemgr_jd.reading.fold import fold
from casemgr_jd.reading.lexicon import lexicon
from casemgr_jd.reading.source import Source, Span

__all__ = ["Labelled", "labelled", "labels_in", "says_nothing", "value_at"]

_LABEL = late(r"\(?([a-z][a-z0-9 /&'.,-]{1,44}?)\)?(?: ?\([^()]{0,40}\))? ?(?::|\?| - |\t|$)[ \t]*")
_CELLS = late(r" [|·•] ")
_LONGEST_VALUE = 300


@attrs.frozen(eq=False)
class Labelled(ByContent):
    """A label that was found, and the value that stands beside, under or below it."""

    subjects: frozenset[str]
    """What the label can name: ``location``, ``pay``, ``reports_to`` … (see ``data/lexicon/labels.toml``)."""
    label: Span
    value: Span
    """May be empty: a label without a value."""


def labelled(source: Source, subject: str) -> tuple[Labelled, ...]:
    """Return where a label names a subject, in reading order."""
    return source.once(
        f"labelled {subject}",
        lambda text: tuple(one for one in labels_in(text) if subject in one.subjects),
    )


def labels_in(source: Source) -> tuple[Labelled, ...]:
    """Return every label that names a fact, in reading order."""
    return source.once("labels", lambda text: tuple(_all(text)))


def value_at(source: Source, subject: str, offset: int) -> Span | None:
    """Return the value of a label that names a subject, if an offset lies in it."""
    values, starts = source.once(
        f"values of {subject}", lambda text: _values(labelled(text, subject))
    )
    at = bisect_right(starts, offset) - 1
    return values[at] if at >= 0 and offset < values[at].end else None


def _values(found: tuple[Labelled, ...]) -> tuple[list[Span], list[int]]:
    values = sorted((one.value for one in found), key=_start)
    return values, [value.start for value in values]


def _start(span: Span) -> int:
    return span.start


def says_nothing(words: str) -> bool:
    """Return whether a value is none, such as "TBD" or "to be discussed".

    >>> says_nothing("To be discussed."), says_nothing("Denver")
    (True, False)
    """
    return fold(words).strip(" .:;-*_") in _empty()


def _all(source: Source) -> Iterator[Labelled]:
    for start, found in each_block(source, "labels", _in_a_line, _may_be_labelled):
        for subjects, label, value in found:
            if value is None:
                below = _value_below(source, source.block_index(start))
            else:
                below = Span(value.start + start, value.end + start)
            yield Labelled(subjects, Span(label.start + start, label.end + start), below)


# What stands behind a label; a label alone on its line has nothing behind it, and is short.
_BEHIND = late(r"[:?\t]| - | [|·•] ")
_LONGEST_LABEL = 100


@fitting
def _may_be_labelled(source: Source) -> bool:
    block = source.blocks[0]
    short = len(block.text) <= _LONGEST_LABEL
    return short or bool(block.header) or _BEHIND.search(source.whole.folded) is not None


_InALine = tuple[frozenset[str], Span, Span | None]


def _in_a_line(source: Source) -> tuple[_InALine, ...]:
    """The labels of one line: what each can name, where it stands, and its value, or none if that stands below."""
    return tuple(_labels_of(source))


def _labels_of(source: Source) -> Iterator[_InALine]:
    block = source.blocks[0]
    if block.kind == "row" and block.header:
        yield from ((one.subjects, one.label, one.value) for one in _under_headers(block, 0))
    parts = list(_parts(block.text, 0))
    for at, part in enumerate(parts):
        found = _in_part(source, part)
        if found is None:
            continue
        value: Span | None = found.value
        if found.value.end <= found.value.start and len(parts) == 1:
            value = None
        elif found.value.end <= found.value.start and at + 1 < len(parts):
            value = parts[at + 1]
        yield found.subjects, found.label, value


def _parts(text: str, start: int) -> Iterator[Span]:
    """The parts of a line of facts, "Denver | Full-time | $30 an hour", or the whole line."""
    offset = 0
    for mark in _CELLS.finditer(text):
        yield Span(start + offset, start + mark.start())
        offset = mark.end()
    for at in _run_on(text[offset:]) if text.count(":", offset) >= _FEWEST_RUN_ON else ():
        yield Span(start + offset, start + at)
        offset = at
    yield Span(start + offset, start + len(text))


_FEWEST_RUN_ON = 3
# The words may stand straight behind the value before them: "Location: Santa BarbaraPay Rate: $34".
_BEFORE_A_COLON = late(
    r"((?:(?:[A-Z][a-z]{1,16}|[A-Z]{2,16}) ){0,3}(?:[A-Z][a-z]{1,16}|[A-Z]{2,16})) ?:"
)


def _run_on(text: str) -> list[int]:
    """Where the labels of a line that was run together start: "Salary: $40 an hour Location: Reno, NV Type: Full-time"."""
    found = list[int]()
    for match in _BEFORE_A_COLON.finditer(text[:_LONGEST_RUN]):
        words = match[1].split(" ")
        known = (n for n in range(len(words)) if _subjects(fold(" ".join(words[n:]))))
        first = next(known, None)
        if first is not None:
            found.append(match.start() + sum(len(word) + 1 for word in words[:first]))
    return [at for at in found if at] if len(found) >= _FEWEST_RUN_ON else []


_LONGEST_RUN = 2_000


def _in_part(source: Source, part: Span) -> Labelled | None:
    match = _LABEL.match(source.folded, part.start, part.end)
    if match is None:
        return None
    subjects = _subjects(match[1].strip(" .,"))
    if not subjects:
        return None
    value = Span(match.end(), min(part.end, match.end() + _LONGEST_VALUE))
    return Labelled(subjects, Span(*match.span(1)), value)


def _under_headers(block: Block, start: int) -> Iterator[Labelled]:
    headers = block.header.split(" | ")
    cells = list(_parts(block.text, start))
    if len(headers) != len(cells):
        return
    for header, cell in zip(headers, cells, strict=True):
        subjects = _subjects(fold(header).strip(" :.?"))
        if subjects:
            yield Labelled(subjects, cell, cell)


def _value_below(source: Source, index: int) -> Span:
    """The block under a label that stands alone, unless it is a heading or has a label of its own."""
    after = index + 1
    while after < min(len(source.blocks), index + 2) and not any(
        map(str.isalnum, source.blocks[after].text)
    ):
        after += 1  # a dash alone on its line
    if after < len(source.blocks):
        below = source.blocks[after]
        span = source.span_of(after)
        first = next(_parts(below.text, span.start))
        if (
            below.kind != "heading"
            and len(below.text) <= _LONGEST_VALUE
            and not _in_part(source, first)
        ):
            return span
    end = source.span_of(index).end
    return Span(end, end)


@lru_cache(maxsize=4096)
def _subjects(label: str) -> frozenset[str]:
    return _known().get(label, frozenset())


@lru_cache(maxsize=1)
def _known() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for subject, labels in lexicon("labels")["labels"].items():
        for label in labels:
            found[label] = found.get(label, frozenset()) | {subject}
    return found


@lru_cache(maxsize=1)
def _empty() -> frozenset[str]:
    return frozenset({"", *lexicon("labels")["empty"]["words"]})
