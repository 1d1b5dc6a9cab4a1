"""Statements a posting makes: equal opportunity, accommodation, how to apply, whom one reports to."""

from collections.abc import Iterable, Iterator
from functools import partial

from casemgr_jd._late import late
from casemgr_jd.facts.by_block import in_blocks
from casemgr_jd.facts.found import Stated
from casemgr_jd.facts.modality import modality
from casemgr_jd.facts.where import Where, with_words
from casemgr_jd.facts.wording import Table
from casemgr_jd.reading.accommodation import accommodations
from casemgr_jd.reading.block import Block
from casemgr_jd.reading.fold import fold
from casemgr_jd.reading.headings import section_of_heading
from casemgr_jd.reading.late import LatePattern
from casemgr_jd.reading.lexicon import Said, lexicon, pattern_of, phrase_list, word_list
from casemgr_jd.reading.sections import equal_treatment
from casemgr_jd.reading.source import Source, Span
from casemgr_jd.reading.words import word_set

__all__ = [
    "find_accommodation",
    "find_apply",
    "find_eeo",
    "find_essential",
    "find_reporting",
    "tells_of_the_job",
]

_EEO_WORDS = word_set(
    "equal regard regardless discriminate discrimination race color religion eeo eoe aa eeoc"
)
_REPORTING_WORDS = word_set(
    "report reports reporting supervised supervision supervisor supervisory supervises manager director lead boss oversight direction leadership accountable answer answers led"
)
_ESSENTIAL_WORDS = frozenset({"essential", "key", "primary", "core"})
_CONTACT = late(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}|https?://|www\.|(?<![a-z])(?:contact|call|email|e mail|write|tell|let|ask|reach|notify|talk|speak|request)(?![a-z])"
)
_WHERE = late(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]|https?://|www\.|(?<![\w-])[\w-]{1,64}\.(?:com|org|net|gov|edu|us|health|jobs|example)\b|"
    r"by (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d|by \d{1,2}/\d"
)
_WRITE_BY = late(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4},? (?:by|before|until|no later than) (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d)"
)
_REPORTING = LatePattern(
    lambda: (*phrase_list("statements", "reports_to"), *phrase_list("statements", "managers")),
    r"(?<![a-z])(?:(?:{said})|(?:{managers})(?: ?:| \|))",
    said=partial(phrase_list, "statements", "reports_to"),
    managers=partial(phrase_list, "statements", "managers"),
)
"""Words that say it, or the label of a line or a row."""
_CLIENT_REPORT = Said("statements", "client_report")
_ESSENTIAL = Said("statements", "essential")


_SAID_AT_ONCE = Said("statements", "said_at_once")


@in_blocks(Where(_EEO_WORDS, pieces=("eoe",)))
def find_eeo(source: Source) -> tuple[Stated, ...]:
    """Return each statement of equal treatment."""
    return (*_eeo(source), *_eeo_behind_a_word(source))


def _eeo_behind_a_word(source: Source) -> Iterator[Stated]:
    """Letters of a line of their own that ran into the line above: "Monday to FridayEOE"."""
    for span in _run_into(source, lexicon("statements")["equal_treatment"]["letters"]):
        yield Stated("eeo", span)


def _run_into(source: Source, heads: Iterable[str]) -> Iterator[Span]:
    """Where a line begins that ran into the one above it."""
    text = source.whole.text
    for head in heads:
        at = text.find(head, 1)
        while at > 0:
            end = at + len(head)
            runs_on = text[at - 1].islower() or text[at - 1] == ")"
            if runs_on and not text[end : end + 1].isalnum():
                yield Span(at, end)
            at = text.find(head, end)


def _eeo(source: Source) -> Iterator[Stated]:
    for span in source.holding(_EEO_WORDS):
        folded = source.folded[span.start : span.end]
        # a heading announces the statement, but where it says it: "Equal Opportunity Employer"
        announced = source.block_at(span.start).kind == "heading"
        said = None if announced and not _SAID_AT_ONCE.search(folded) else equal_treatment(folded)
        if said is not None:
            yield Stated("eeo", Span(span.start + said.start(), span.start + said.end()))


_NAMES_ONE = partial(word_list, "accommodation", "words", "named")


@in_blocks(with_words(_NAMES_ONE))
def find_accommodation(source: Source) -> tuple[Stated, ...]:
    """Return each sentence by which an applicant can ask for accommodation or is promised one; ``contact`` if it says how."""
    first = dict[Span, Span]()
    for block in source.holding(_NAMES_ONE()):
        if source.block_at(block.start).section != "responsibilities":
            for match in accommodations(source.folded, *block):
                first.setdefault(source.sentence(*match.span()), Span(*match.span()))
    return tuple(
        Stated("contact" if _says_how(source, span) else "statement", span)
        for span in first.values()
    )


def _says_how(source: Source, span: Span) -> bool:
    block = source.span_of(source.block_index(span.start))
    return _CONTACT.search(source.folded, block.start, block.end) is not None


_APPLY = Table("statements", "apply")
_CALL_WORDS = word_set("write email mail reach text contact call")


def _is_where_one_applies(source: Source) -> bool:
    """Whether a block links to something, or stands where it is told how to apply."""
    block = source.blocks[0]
    return bool(block.links) or _belongs_to_apply(block)


_SAYS_HOW = Where(
    _CALL_WORDS, "/@", frozenset({_APPLY}), pieces=("www.",), others=_is_where_one_applies
)


@in_blocks(_SAYS_HOW)
def find_apply(source: Source) -> tuple[Stated, ...]:
    """Return each instruction how to apply, in order; ``button`` for a heading that is one."""
    found = [
        Stated("apply", span)
        for span in _instructions(source)
        if not _is_for_adjustments(source, span) and _is_for_applicants(source, span)
    ]
    for index, block in enumerate(source.whole.blocks):
        folded = fold(block.text)
        linked = any(word in link.lower() for link in block.links for word in _LINKS)
        if block.kind == "heading":
            if linked and "apply" in folded:  # else it only announces the way
                found.append(Stated("button", source.span_of(index)))
        elif linked:
            found.append(Stated("link", source.span_of(index)))
        elif _only_tells_more(source, source.span_of(index)):
            continue
        elif (_is_under_apply(block) and _names_a_way(folded)) or (
            "@" in folded and _WRITE_BY.search(folded)
        ):
            found.append(Stated("section", source.span_of(index)))
    return tuple(sorted(found, key=lambda one: one.span.start))


_LINKS = ("apply", "career", "jobs")


def _instructions(source: Source) -> Iterator[Span]:
    for name, found in _APPLY.matches(source):
        if name == "instruction":
            yield Span(*found.span())
    for address in source.addresses:
        if _CAREERS_PAGE.search(source.folded, address.start, address.end) or _is_a_mailbox(
            source.folded[address.start : address.end]
        ):
            yield address
    for match in source.finditer(_CALL_US, _CALL_WORDS):
        yield Span(*match.span())


def _is_a_mailbox(address: str) -> bool:
    """Whether a mail address is one for applications by its name: "jobs@lakeside.example"."""
    name, at, _ = address.removeprefix("mailto:").partition("@")
    return bool(at) and name in lexicon("statements")["apply"]["mailboxes"]


_CAREERS_PAGE = late(
    r"(?<![\w-])[\w-]{1,64}\.[a-z]{2,9}/(?:[\w./-]{0,80}?[/.-])?(?:careers?|jobs?|apply|openings|employment|join|positions?|recruit|recruiting|recruitment)(?![a-z])|(?:careers?|jobs)\.[\w-]+\.[a-z]{2,6}"
)
_CALL_US = late(
    r"(?<![a-z])(?:write|e ?mail|reach out|reach|text|contact|call)(?: [^\s.;]{1,20}){0,6} (?:[\w.+-]+@[\w-]|\(?\d{3}\)?[ .-]\d{3})"
)


def _is_for_applicants(source: Source, span: Span) -> bool:
    """Whether an instruction is one: given, not denied, and not among the duties unless it names an address."""
    if source.folded[span.start : span.end] == "to apply" and not _names_a_way_in(source, span):
        return False
    if _only_tells_more(source, span):
        return False
    said = modality(source, span)
    if said.denied or said.of_others or _only_heads(source, span):
        return False
    section = source.block_at(span.start).section
    return section not in ("responsibilities", "about") or _says_where(source, span)


def _only_heads(source: Source, span: Span) -> bool:
    """Whether an instruction is a heading; an address in bold, on a line of its own, is one to write to."""
    return source.block_at(span.start).kind == "heading" and span not in source.addresses


def _only_tells_more(source: Source, span: Span) -> bool:
    """Whether a sentence sends to a page of the house, "to learn more", and says nothing of applying."""
    sentence = source.sentence(span.start, span.end)
    folded = source.folded[sentence.start : max(sentence.end, span.end)]
    return (
        not _SOMEBODY.search(folded)
        and bool(source.holds(sentence, _TELLS_MORE))
        and not source.holds(sentence, _NAMES_APPLYING)
    )


def _names_a_way_in(source: Source, span: Span) -> bool:
    sentence = source.sentence(span.start, span.end)
    rest = source.folded[span.end : max(sentence.end, span.end)]
    return rest[:1] in (":", ",") or _names_a_way(rest)


def _names_a_way(folded: str) -> bool:
    way = pattern_of("statements", "way", table="apply")
    denied = _NEED_NOT.search(folded)
    return bool(way.search(folded) or _CONTACT.search(folded)) and not denied


_NEED_NOT = Said("statements", "need_not")


_ADJUSTMENTS = Said("statements", "adjustments")
_ADJUSTMENTS_TO_APPLY = Said("statements", "adjustments_to_apply")
_TELLS_MORE = Said("statements", "tells_more")
_SOMEBODY = late(r"@|\d{3}[ .-]\d{4}|recruit")
_ASKED_FOR = late(r"(?:accommodat|disab|adjustment|accessib)[^.!\n]*\? *\Z")
_NAMES_APPLYING = Said("statements", "names_applying")


def _is_for_adjustments(source: Source, span: Span) -> bool:
    """Whether a number or an address is given only for those who need an accommodation."""
    sentence = source.sentence(span.start, span.end)
    if source.holds(sentence, _ADJUSTMENTS_TO_APPLY):
        return True
    asked = _ASKED_FOR.search(source.folded, max(sentence.start - 60, 0), sentence.start)
    return bool(source.holds(sentence, _ADJUSTMENTS) or asked) and not _NAMES_APPLYING.search(
        source.folded, span.start, span.end
    )


def _belongs_to_apply(block: Block) -> bool:
    """Whether a block belongs to the heading about applying, even if it is the legal statement there."""
    return block.section == "apply" or section_of_heading(block.heading) == "apply"


def _is_under_apply(block: Block) -> bool:
    """Whether a block is about applying; under its heading, what is of another kind says how at least."""
    return block.section == "apply" or (
        _belongs_to_apply(block) and _CONTACT.search(fold(block.text)) is not None
    )


def _says_where(source: Source, span: Span) -> bool:
    """Whether a sentence among the duties is about applying for the job: it names an address or a date."""
    sentence = source.sentence(span.start, span.end)
    return bool(_WHERE.search(source.folded, span.start, sentence.end))


@in_blocks(Where(_REPORTING_WORDS, pieces=("reports to:",)))
def find_reporting(source: Source) -> tuple[Stated, ...]:
    """Return each sentence that says whom the person reports to."""
    labels = lexicon("statements")["reporting"]["run_into"]
    found = [Stated("reports_to", span) for span in _run_into(source, labels)]
    found += [
        Stated("reports_to", Span(*match.span()))
        for match in source.finditer(_REPORTING, _REPORTING_WORDS)
        if not _CLIENT_REPORT.match(source.folded, match.start())
        and tells_of_the_job(source, Span(*match.span()))
    ]
    return tuple(sorted(found, key=lambda one: one.span.start))


def tells_of_the_job(source: Source, span: Span) -> bool:
    """Whether words on reporting stand where a posting tells of the job, or in a sentence on it among those on the house."""
    section = source.block_at(span.start).section
    of_the_job = section == "about" and source.holds(source.sentence(*span), _OF_THE_JOB)
    return bool(of_the_job) or section not in ("eeo", "about", "legal")


_OF_THE_JOB = Said("statements", "of_the_job")


def _heads_the_duties(source: Source) -> bool:
    block = source.blocks[0]
    return block.section == "responsibilities" and block.kind == "heading"


@in_blocks(Where(_ESSENTIAL_WORDS, others=_heads_the_duties))
def find_essential(source: Source) -> tuple[Stated, ...]:
    """Return where the essential functions are named: the words, or the heading of the duties."""
    found = [
        Stated("named", Span(*match.span()))
        for match in source.finditer(_ESSENTIAL, _ESSENTIAL_WORDS)
    ]
    for index, block in enumerate(source.whole.blocks):
        if block.section == "responsibilities" and block.kind == "heading":
            found.append(Stated("heading", source.span_of(index)))
    return tuple(sorted(found, key=lambda one: one.span.start))
