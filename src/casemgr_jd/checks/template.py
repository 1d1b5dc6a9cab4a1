"""Template hygiene: text that was decoded wrongly, and what is said twice."""

import re
from collections.abc import Iterator

from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.identity import ROLE
from casemgr_jd.reading.source import Block, Source, Span

__all__ = ["broken_characters", "repeated"]


def broken_characters(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield text that was decoded wrongly, or markup that shows."""
    if context.source.text.isascii() and "&" not in context.source.text:
        return
    for match in _BROKEN.finditer(context.source.text):
        yield Hit(Span(*match.span()))


_BROKEN = re.compile(
    r"(?:â€.?|Ã[\u0080-\u00bf©¨¡³±¼¶¤‰ ]|Â[\u00a0\u00b7\u00ae®·]|\ufffd+|&(?:nbsp|amp|lt|gt|rsquo|ldquo|rdquo|bull|mdash|ndash|quot|#\d{2,5});)\S{0,20}"
)


def repeated(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield every paragraph or bullet that says again what one before it said."""
    source, seen = context.source, dict[object, int]()
    yield from _repeated_sentences(source)
    for index, block in enumerate(source.blocks):
        if block.kind in ("heading", "row"):
            continue
        span = source.span_of(index)
        words = source.folded[span.start : span.end].translate(_NO_MARKS).split()
        if len(words) < (4 if block.kind == "bullet" else 5) or _may_stand_again(context, block):
            continue
        keys = [tuple(words)] if len(words) < 9 else [tuple(words), frozenset(words)]
        first = next((seen[key] for key in keys if key in seen), None)
        if first is None:
            seen.update(dict.fromkeys(keys, index))
        else:
            place = source.place(source.span_of(first))
            where = f"line {place.line}" if place.line else place.path
            yield Hit(span, {"where": where})


def _may_stand_again(context: Context, block: Block) -> bool:
    """Whether a line is the name of the employer or the title, or what each of several roles must bring."""
    facts = context.facts
    names = {one.value for one in (facts.employer, facts.title) if one is not None}
    return block.text.strip() in names or (
        block.section in _FOR_EACH_ROLE and bool(_OF_A_ROLE.search(block.heading.lower()))
    )


_FOR_EACH_ROLE = frozenset({"required", "preferred", "qualifications", "licensure"})


_OF_A_ROLE = re.compile(rf"^for |{ROLE.pattern}")


# It takes all that it can, so that a text without an end of a sentence is gone through once.
_SENTENCE = re.compile(r"[^.!?\n]++[.!?]?")


_LONG_SENTENCE = 40


_LABEL = re.compile(r"^[a-z ]{3,24}(?: ?: | - )")


def _repeated_sentences(source: Source) -> Iterator[Hit]:
    """Yield a long sentence of a paragraph that another paragraph (or the same one) said before."""
    said = dict[str, tuple[Span, int]]()
    for index, block in enumerate(source.blocks):
        if block.kind != "paragraph" or block.section in ("eeo", "legal"):
            continue
        whole = source.span_of(index)
        for match in _SENTENCE.finditer(source.folded, whole.start, whole.end):
            if len(match.group()) <= _LONG_SENTENCE or match.group()[-1] not in ".!?":
                continue
            span = Span(match.end() - len(match.group().lstrip()), match.end())
            key, whole_block = (
                _LABEL.sub("", match.group().strip()),
                match.end() - match.start() >= whole.end - whole.start,
            )
            if key not in said:
                said[key] = (span, index)
            elif not whole_block:
                place = source.place(said[key][0])
                yield Hit(span, {"where": f"line {place.line}" if place.line else place.path})


_NO_MARKS = str.maketrans(".,;:!?()", "        ")
