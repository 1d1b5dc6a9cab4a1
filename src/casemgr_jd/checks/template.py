"""Template hygiene: text that was decoded wrongly, and what is said twice."""

from collections import Counter
from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.facts.identity import ROLE
from casemgr_jd.facts.matches import each_match
from casemgr_jd.facts.where import Where, fitting
from casemgr_jd.reading.block import Block
from casemgr_jd.reading.lexicon import Said
from casemgr_jd.reading.source import Source, Span

__all__ = ["broken_characters", "listed_twice", "repeated"]


def broken_characters(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield text that was decoded wrongly, or markup that shows: each kind of damage where it first stands, and how often."""
    first, counts = dict[str, Span](), Counter[str]()
    for match in each_match(context.source, _BROKEN, _MAY_BE_BROKEN):
        kind = match.in_block["sign"][:2]
        first.setdefault(kind, Span(*match.span()))
        counts[kind] += 1
    for kind, span in first.items():
        message = rule.options["often"] if counts[kind] > 1 else ""
        yield Hit(span, {"count": counts[kind]}, message, times=counts[kind])


_MAY_BE_BROKEN = Where(
    words=frozenset({"o"}),  # what a bullet of a word processor becomes
    signs="&>{]?",
    others=lambda source: not source.whole.text.isascii(),
)
_BROKEN = late(
    r"(?P<sign>â€.?|‚Ä.?|¬[†®∞©]|»¿|ï»¿|Ã[\u0080-\u00bf©¨¡³±¼¶¤‰ ]|Â[\u00a0\u00b7\u00ae®·]|\ufffd+|(?:<|(?<![\w<]))/(?:font|span|div|strong|em|li|ul|ol|td|tr|table)>|\{ ?[a-z-]+ ?:[^{}\n]{1,80};[^{}\n]{0,80}\}|(?:(?<=[\w.)] )|^)\?(?= [A-Z])|(?:(?<=[.:;,] )|^)o(?= [A-Z][a-z]+ )|\](?=\((?:https?:|mailto:|/)[^)\s]{3,}\))|&(?:nbsp|amp|lt|gt|rsquo|ldquo|rdquo|bull|mdash|ndash|quot|#\d{2,5});)\S{0,20}"
)


def repeated(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each paragraph or bullet that says again what one before it said; of a row of them the first."""
    source, seen = context.source, dict[object, int]()
    told, whole = (-1, -1), set[int]()
    names = {one.value for one in (context.facts.employer, context.facts.title) if one is not None}
    for start, keys in each_block(source, "said in a line", _said_in_a_line):
        block = source.block_at(start)
        if block.text.strip() in names:
            continue
        first = next((seen[key] for key in keys if key in seen), None)
        if first is None:
            seen.update(dict.fromkeys(keys, start))
        else:
            before, told = told, (source.block_index(start), source.block_index(first))
            whole.add(start)
            if told != (before[0] + 1, before[1] + 1):
                # a fact that stands in the box at the top and once below is no more than a remark
                severity = "info" if _is_a_fact(block) else ""
                span = Span(start, start + len(block.text))
                yield Hit(span, {"where": _where(source, first)}, severity=severity)
    yield from _repeated_sentences(source, told=whole)


def _said_in_a_line(source: Source) -> list[object]:
    """What a line says: its words in order, and those of a long one in any order; of a short one nothing."""
    block = source.blocks[0]
    if block.kind in ("heading", "row") or _is_for_a_role(block):
        return []
    words = source.whole.folded.translate(_NO_MARKS).split()
    if len(words) < (4 if block.kind == "bullet" else 5):
        return []
    return [tuple(words)] if len(words) < 9 else [tuple(words), frozenset(words)]


def _is_a_fact(block: Block) -> bool:
    """Whether a line is a label with a few words behind it: "Work Location: 12 Oak Street"."""
    label, colon, _ = block.text.partition(":")
    short = len(block.text.split()) <= _MOST_OF_A_FACT and block.text[-1:] not in ".!?"
    return bool(colon) and short and len(label.split()) <= _MOST_OF_A_LABEL


_MOST_OF_A_FACT, _MOST_OF_A_LABEL = 12, 4


def _is_for_a_role(block: Block) -> bool:
    """Whether a line is what one of several roles must bring: the others may ask for the same."""
    heading = block.heading.lower()
    of_a_role = heading.startswith("for ") or ROLE.search(heading) is not None
    return of_a_role and block.section in _FOR_EACH_ROLE


def _where(source: Source, offset: int) -> str:
    place = source.place(Span(offset, offset))
    return f"line {place.line}" if place.line else place.path


_FOR_EACH_ROLE = frozenset({"required", "preferred", "qualifications", "licensure"})


# It takes all that it can, so that a text without an end of a sentence is gone through once.
_SENTENCE = late(r"[^.!?\n]++[.!?]?")


_LONG_SENTENCE = 40


_LABEL = late(r"^[a-z ]{3,24}(?: ?: | - )")


_CONSEQUENCE = Said("template", "consequence")


def _repeated_sentences(source: Source, told: set[int]) -> Iterator[Hit]:
    """Yield a long sentence of a paragraph that another (or the same one) said before, but not of those told of."""
    said = dict[str, int]()
    for start, sentences in each_block(source, "long sentences", _long_sentences):
        for key, first, last, whole in sentences:
            if key not in said:
                said[key] = first + start
                continue
            if _CONSEQUENCE.search(key):
                continue
            # a paragraph that says several sentences again is told of once
            if not whole and start not in told:
                told.add(start)
                span = Span(first + start, last + start)
                yield Hit(span, {"where": _where(source, said[key])})


def _is_long(source: Source) -> bool:
    block = source.blocks[0]
    told = block.kind == "paragraph" and block.section not in ("eeo", "legal")
    return told and len(block.text) > _LONG_SENTENCE


def _long_sentences(source: Source) -> list[tuple[str, int, int, bool]]:
    """The long sentences of a paragraph, where each stands, and whether it is all of the paragraph."""
    block, found = source.blocks[0], list[tuple[str, int, int, bool]]()
    if not _is_long(source):
        return found
    for match in _SENTENCE.finditer(source.whole.folded):
        words = match.group()
        if len(words) > _LONG_SENTENCE and words[-1] in ".!?":
            whole = len(words) >= len(block.text)
            start = match.end() - len(words.lstrip())
            found.append((_LABEL.sub("", words.strip()), start, match.end(), whole))
    return found


_NO_MARKS = str.maketrans(".,;:!?()", "        ")


def listed_twice(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each item that a list within one line names a second time."""
    for start, found in each_block(context.source, "listed twice", _listed_twice, _lists):
        for first, last in found:
            yield Hit(Span(start + first, start + last))


@fitting
def _lists(source: Source) -> bool:
    return source.whole.folded.count(",") >= _FEWEST_ITEMS - 1


def _listed_twice(source: Source) -> list[tuple[int, int]]:
    """Where an item of a row between commas stands again; a short row, or one of words in a sentence, is none."""
    seen, found, offset = set[str](), list[tuple[int, int]](), 0
    label, colon, _ = source.whole.folded[:_LONGEST_LABEL].partition(":")
    offset = len(label) + 1 if colon else 0
    items = source.whole.folded[offset:].split(",")
    short = [item for item in items if len(item.split()) <= _LONGEST_ITEM]
    if len(items) < _FEWEST_ITEMS or len(short) < len(items):
        return found
    for item in items:
        bare = item.strip(" .;")
        if bare in seen and bare:
            at = offset + item.index(bare)
            found.append((at, at + len(bare)))
        seen.add(bare)
        offset += len(item) + 1
    return found


_FEWEST_ITEMS, _LONGEST_ITEM, _LONGEST_LABEL = 5, 4, 24
