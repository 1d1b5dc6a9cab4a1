"""What shows only in the whole of a posting: who the employer is, whether it has headings, how many duties there are."""

from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks._opposed import where
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.law.frames import holds
from casemgr_jd.checks.patched import is_written_as_one
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.reading.headings import section_of_heading
from casemgr_jd.reading.source import Source, Span

__all__ = [
    "applies_nowhere",
    "employer_undescribed",
    "hidden_address",
    "many_duties",
    "no_headings",
    "printed_twice",
]


def employer_undescribed(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the employer's name where no sentence says what the employer is or does."""
    employer, source = context.facts.employer, context.source
    if not context.whole or context.known("organization") or employer is None:
        raise NotApplicable
    told = phrases_in(source, phrases(tuple(rule.options["told"])))
    says_itself = holds(source, employer.span, rule.options["names_that_tell"])
    if not told and not says_itself:
        yield Hit(employer.span)


def no_headings(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for a long text that no heading parts, and for a shorter one that is a single block."""
    source = context.source
    if not context.whole:
        raise NotApplicable
    most = int(rule.options["most"])
    if len(list(source.of_kind("heading"))) > most or len(_labels_that_lead(source)) > most:
        return
    block = [
        index
        for index, one in source.of_kind("paragraph")
        if one.text.count(" ") >= int(rule.options["block"])
    ]
    if source.whole.text.count(" ") >= int(rule.options["words"]):
        yield Hit(None)
    elif len(block) == 1 and not any(source.of_kind("bullet")):
        yield Hit(source.span_of(block[0]), message=rule.options["one_block"])


# "BENEFITS:Vacation", "Responsibilities● Visits": a label that lost its line, or was never given one
_LEADS = late(r"(?P<label>[A-Z][^.,;:●•?|\n]{2,48})[:?●•]")


def _labels_that_lead(source: Source) -> set[str]:
    """The kinds of section that labels name at the start of paragraphs."""
    leads = (_LEADS.match(block.text) for _, block in source.of_kind("paragraph"))
    return {section_of_heading(lead["label"].strip()) for lead in leads if lead} - _OF_FACTS


_OF_FACTS = frozenset({"unknown", "title", "glance", "environment", "compensation"})
"""Kinds of which a label often stands among the facts at the top ("Hours: ..."), where it parts nothing."""


# A sentence, or what ran into the word before it, that starts with a capital.
_DUTY = late(r"(?:(?<![^\n])|(?<=[.;] )|(?<=[a-z]{3}[.;)])|(?<=[a-z]{4}))[A-Z][a-z]+(?=[ ,])")


def many_duties(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first of the duties where there are more than a reader weighs."""
    source = context.source
    found = [
        (start, count)
        for start, count in each_block(source, "number of duties", _number_of_duties)
        if source.block_at(start).section == "responsibilities"
    ]
    count = sum(count for _, count in found)
    if count > int(rule.options["most"]):
        index = source.block_index(found[0][0])
        yield Hit(source.span_of(index), {"count": count})


def _number_of_duties(source: Source) -> int:
    """How many duties a block holds: one for an item, one for each sentence of a paragraph."""
    kind = source.blocks[0].kind
    if kind in ("heading", "bullet"):
        return 1 if kind == "bullet" else 0
    return max(1, sum(1 for _ in _DUTY.finditer(source.whole.text)))


def printed_twice(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each heading, and a line of the top, that stands a second time by itself."""
    source, seen = context.source, dict[str, Span]()
    if not context.whole:
        raise NotApplicable
    for start, keys in each_block(source, "short lines", _short_line):
        index = source.block_index(start)
        block, span = source.blocks[index], source.span_of(index)
        if block.kind == "heading" and not is_written_as_one(source, block):
            continue
        for key in keys:
            if key in seen:
                yield Hit(span, {"where": where(source, seen[key])})
            seen.setdefault(key, span)


_MARKS = ",:;()[]–—-*"


def _short_line(source: Source) -> list[str]:
    """What a heading or a short line of the top says, but for its marks and numbers."""
    block = source.blocks[0]
    if not (block.kind == "heading" or block.section == "title") or block.text.endswith("."):
        return []
    said = source.whole.folded.split()
    # an address, as a button of a page has it, and the hours of a shift
    if any("." in word[:-1] or ":" in word[:-1] for word in said):
        return []
    words = [word for word in (one.strip(_MARKS) for one in said) if word.isalpha()]
    return [" ".join(words)] if _FEWEST <= len(words) <= _MOST else []


_FEWEST, _MOST = 2, 8


def applies_nowhere(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the words that send applicants to a link, where no address and no number stands in the text."""
    source = context.source
    if not context.whole:
        raise NotApplicable
    if source.addresses or phrases_in(source, phrases(tuple(rule.options["reached"]))):
        return
    for match in phrases_in(source, phrases(tuple(rule.options["find"]))):
        span = Span(*match.span())
        if not holds(source, source.sentence(*span), rule.options["unless"]):
            yield Hit(span)
            return


def hidden_address(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each address of a service that shortens others."""
    source, services = context.source, tuple(rule.options["services"])
    for span in source.addresses:
        host = (
            source.folded[span.start : span.end].partition("//")[2]
            or source.folded[span.start : span.end]
        )
        if host.removeprefix("www.").startswith(services):
            yield Hit(span)
