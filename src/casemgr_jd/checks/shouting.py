"""Shouting: capitals over several words, and marks in a row."""

import re
from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.facts.labels import labels_in
from casemgr_jd.facts.matches import each_match
from casemgr_jd.facts.organizations import names_an_organization
from casemgr_jd.facts.where import fitting, with_pieces
from casemgr_jd.reading.block import Block
from casemgr_jd.reading.found import Found
from casemgr_jd.reading.headings import section_of_heading
from casemgr_jd.reading.lexicon import pattern_of
from casemgr_jd.reading.source import Source, Span

__all__ = ["shouting"]

_MARKS = late(
    r"!{2,20}|!\?[!?]{0,10}|\?{2,3}!{0,5}(?!\?)|\${2,10}(?!\d)|\*{4,20}|[\U0001F525\U0001F4A5\U0001F680\U0001F911\U0001F4B0\u2605\u2728]"
)
_CAPITALS = late(
    r"(?<![\w&-])[A-Z][A-Z'’]{1,20}(?:[ ,]{1,2}(?:[A-Z][A-Z'’]{1,20}|[A-Z&-]|\d+)(?![a-z])){3,40}"
)
_WORDS = late(r"[A-Z]{4,}")


def shouting(context: Context, rule: Rule) -> Iterator[Hit]:
    """Sentences in capitals, and runs of exclamation marks or currency signs."""
    source, starred = context.source, set[int]()
    for match in each_match(source, _MARKS, _MAY_HOLD_MARKS):
        section = source.block_at(match.start()).section
        if section in ("eeo", "legal") or _in_title(context, match.start()):
            continue
        if not match.group().startswith("*"):
            yield Hit(Span(*match.span()))
        elif source.block_index(match.start()) not in starred:
            starred.add(source.block_index(match.start()))
            yield Hit(Span(*match.span()), message=rule.options["stars"])
    yield from _capitals(context)


def _capitals(context: Context) -> Iterator[Hit]:
    source = context.source
    for start, match in _runs_of_capitals(source):
        found = Found(match, start)
        block = source.block_at(found.start())
        if (
            block.kind == "heading"
            or block.section in ("eeo", "legal")
            or _in_title(context, found.start())
            or _is_a_name_at_the_top(source, found)
            or _is_a_value(source, found.start())
            or _is_label(match, block.text)
            or _is_an_organization(match.group())
            or _heads_its_line(match, block)
            or (_fills_its_block(match, block) and _lines_in_capitals(source) >= _STYLE)
        ):
            continue
        # in plain text, a line in capitals is a heading
        size = len(match.group())
        alone = size >= len(block.text) - 2 and len(block.text) < 60
        plain = source.format in ("text", "docx")
        headed = plain and (
            alone
            or (block.text.isupper() and len(block.text) < _LONGEST_LINE)
            or _fills_its_line(source, Span(*found.span()))
        )
        if headed or _lists_abbreviations(match.group()):
            continue
        yield Hit(Span(*found.span()), severity="info")


def _runs_of_capitals(source: Source) -> Iterator[tuple[int, re.Match[str]]]:
    for start, runs in each_block(source, "capitals", _capitals_in, _may_shout):
        yield from ((start, run) for run in runs)


def _capitals_in(source: Source) -> list[re.Match[str]]:
    runs = _CAPITALS.finditer(source.whole.text)
    return [run for run in runs if len(_WORDS.findall(run.group())) >= _FEWEST]


@fitting
def _may_shout(source: Source) -> bool:
    return len(_WORDS.findall(source.whole.text)) >= _FEWEST


def _is_an_organization(text: str) -> bool:
    """Whether the capitals are a name, as a board gives that of an employer: "BLUE HERON SERVICES, LLC"."""
    words = text.lower()
    listed = "," in words.replace(", llc", "").replace(", inc", "")
    talks = listed or pattern_of("employer", "talk").search(words) is not None
    return (
        not talks and len(words.split()) <= _LONGEST_HEADING and names_an_organization(text.title())
    )


def _heads_its_line(match: re.Match[str], block: Block) -> bool:
    """Whether the capitals are a heading that runs into its text: "PHYSICAL DEMANDS AND ENVIRONMENT You lift …"."""
    text = block.text
    before = text[: text.find(match.group())].rstrip()
    labels = text.startswith(":", match.end()) and before[-1:] in ".:;!?)"
    # "PHYSICAL DEMANDS You lift": a sentence starts behind it
    follows = text[match.end() : match.end() + 8].lstrip(" :-–")[:1]
    opens = (not before and not follows.islower()) or labels
    heads = opens and len(match.group().split()) <= _LONGEST_HEADING
    return heads and section_of_heading(match.group()) != "unknown"


_LONGEST_HEADING = 7


def _fills_its_block(match: re.Match[str], block: Block) -> bool:
    return len(match.group()) >= len(block.text) - 2 and block.text[-1:] not in ".!"


def _lines_in_capitals(source: Source) -> int:
    """How many lines are all in capitals: where there are several, that is how headings look."""
    return len(each_block(source, "lines in capitals", _is_in_capitals))


def _is_in_capitals(source: Source) -> bool:
    text = source.blocks[0].text
    return text.isupper() and len(text) > _SHORT


_STYLE, _SHORT = 3, 4


def _is_a_value(source: Source, offset: int) -> bool:
    """Whether the capitals are what a label gives, as in "Department: ADULT & FAMILY SERVICES"."""
    return any(one.value.start <= offset < one.value.end for one in labels_in(source))


def _is_a_name_at_the_top(source: Source, match: Found) -> bool:
    """Whether the capitals fill one of the first lines: the employer's name or the kind of document."""
    index = source.block_index(match.start())
    block = source.blocks[index]
    return (
        index < _LINES_AT_TOP
        and len(match.group()) >= len(block.text) - 2
        and block.text[-1:] not in ".!"
    )


_LINES_AT_TOP = 6


def _fills_its_line(source: Source, span: Span) -> bool:
    """Whether the text goes on in another line of the document: a heading with no empty line after it."""
    after = Span(min(span.end + 1, len(source.text) - 1), min(span.end + 2, len(source.text)))
    first, following = source.place(span), source.place(after)
    block = source.span_of(source.block_index(span.start))
    return block.start == span.start and bool(first.line) and following.line > first.line


def _is_label(match: re.Match[str], block: str) -> bool:
    """Whether the capitals are the name of a field, as in "LAST DATE TO FILE: December 23"."""
    return block[match.end() : match.end() + 1] == ":" and block.startswith(match.group())


def _lists_abbreviations(text: str) -> bool:
    """Whether the capitals are single words in a list, as in "RN, LCSW, LMFT, LPA"."""
    return "," in text and all(len(part.split()) < 2 for part in text.split(","))


_LEADS = (
    "!!",
    "!?",
    "??",
    "$$",
    "****",
    *"\U0001f525\U0001f4a5\U0001f680\U0001f911\U0001f4b0\u2605\u2728",
)
_MAY_HOLD_MARKS = with_pieces(*_LEADS)
_FEWEST = 3
_LONGEST_LINE = 100


def _in_title(context: Context, offset: int) -> bool:
    title = context.facts.title
    return title is not None and title.span.start <= offset < title.span.end
