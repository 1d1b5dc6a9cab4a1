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

__all__ = [
    "find_accommodation",
    "find_apply",
    "find_eeo",
    "find_essential",
    "find_reporting",
    "tells_of_the_job",
]

_words = partial(partial, word_list, "statements", "words")
_EEO_WORDS, _REPORTING_WORDS = _words("equal_treatment"), _words("reporting")
_ESSENTIAL_WORDS, _CALL_WORDS = _words("essential"), _words("reach")
_NUMBER = r"\(?\d{3}\)?[ .-]\d{3}"
_REACHES = late(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}@[\w-]{{1,64}}\.[\w.]|{_NUMBER}[ .-]\d{{4}}|https?://|www\."
)
_MAIL = late(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4},? ")
_TURN_TO = Said("statements", "turn_to")
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
    for span in source.holding(_EEO_WORDS()):
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
    return _says_whom(fold(source.block_at(span.start).text))


def _says_whom(folded: str) -> bool:
    """Whether a text gives an address or a number, or says whom to turn to."""
    return bool(_REACHES.search(folded) or _TURN_TO.search(folded))


_APPLY = Table("statements", "apply")


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
        linked = any(word in link.lower() for link in block.links for word in _LINKS())
        if block.kind == "heading":
            if linked and "apply" in folded:  # else it only announces the way
                found.append(Stated("button", source.span_of(index)))
        elif linked:
            found.append(Stated("link", source.span_of(index)))
        elif _only_tells_more(source, source.span_of(index)):
            continue
        elif (_is_under_apply(block) and _names_a_way(folded)) or (
            "@" in folded and _writes_by_a_day(folded)
        ):
            found.append(Stated("section", source.span_of(index)))
    return tuple(sorted(found, key=lambda one: one.span.start))


def _writes_by_a_day(folded: str) -> bool:
    """Whether an address stands before a day: "jobs@lakeside.example by May 3"."""
    return any(_BEFORE_A_DAY.match(folded, mail.end()) for mail in _MAIL.finditer(folded))


_LINKS = _words("links")
_BEFORE_A_DAY = Said("statements", "before_a_day")


def _instructions(source: Source) -> Iterator[Span]:
    found = [(name, Span(*match.span())) for name, match in _APPLY.matches(source)]
    other = [span for name, span in found if name == "ignored"]
    for name, span in found:
        if name == "instruction" and not any(_overlap(span, one) for one in other):
            yield span
    for address in source.addresses:
        written = source.folded[address.start : address.end]
        if _is_a_careers_page(written) or _is_a_mailbox(written):
            yield address
    for match in source.finditer(_CALL_US, _CALL_WORDS()):
        yield Span(*match.span())


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _is_a_mailbox(address: str) -> bool:
    """Whether a mail address is one for applications by its name: "jobs@lakeside.example"."""
    name, at, _ = address.removeprefix("mailto:").partition("@")
    return bool(at) and name in lexicon("statements")["apply"]["mailboxes"]


def _is_a_careers_page(address: str) -> bool:
    """Whether a page is one for applicants by its host or its path: "jobs.lakeside.example", "lakeside.example/careers"."""
    host, _, path = address.rpartition("://")[2].partition("/")
    above = " ".join(host.rpartition("@")[2].split(".")[:-2])
    asked = _PART.findall(path.partition("?")[0])
    return not (_HOSTS().isdisjoint(_PART.findall(above)) and _PAGES().isdisjoint(asked))


_PART = late(r"[a-z]+")
_PAGES, _HOSTS = _words("pages"), _words("hosts")
_CALL_US = LatePattern(
    partial(phrase_list, "statements", "reach"),
    rf"(?<![a-z])(?:{{phrases}})(?: [^\s.;]{{1,20}}){{0,6}} (?:[\w.+-]+@[\w-]|{_NUMBER})",
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
        not (_REACHED.search(folded) or _SOMEBODY.search(folded))
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
    return not denied and (way.search(folded) is not None or _says_whom(folded))


_NEED_NOT = Said("statements", "need_not")


_ADJUSTMENTS = Said("statements", "adjustments")
_ADJUSTMENTS_TO_APPLY = Said("statements", "adjustments_to_apply")
_TELLS_MORE = Said("statements", "tells_more")
_REACHED = late(r"@|\d{3}[ .-]\d{4}")
_SOMEBODY = Said("statements", "somebody")
_QUESTION = late(r"[^.!\n]*\? *\Z")
_NAMES_APPLYING = Said("statements", "names_applying")


def _is_for_adjustments(source: Source, span: Span) -> bool:
    """Whether a number or an address is given only for those who need an accommodation."""
    sentence = source.sentence(span.start, span.end)
    if source.holds(sentence, _ADJUSTMENTS_TO_APPLY):
        return True
    before = _QUESTION.search(source.folded, max(sentence.start - 60, 0), sentence.start)
    asked = before is not None and _ADJUSTMENTS.search(before[0])
    return bool(source.holds(sentence, _ADJUSTMENTS) or asked) and not _NAMES_APPLYING.search(
        source.folded, span.start, span.end
    )


def _belongs_to_apply(block: Block) -> bool:
    """Whether a block belongs to the heading about applying, even if it is the legal statement there."""
    return block.section == "apply" or section_of_heading(block.heading) == "apply"


def _is_under_apply(block: Block) -> bool:
    """Whether a block is about applying; under its heading, what is of another kind says how at least."""
    return block.section == "apply" or (_belongs_to_apply(block) and _says_whom(fold(block.text)))


def _says_where(source: Source, span: Span) -> bool:
    """Whether a sentence among the duties is about applying for the job: it names an address or a date."""
    end = source.sentence(span.start, span.end).end
    told = _ADDRESSED.search(source.folded, span.start, end)
    return bool(told or _BY_A_DAY.search(source.folded, span.start, end))


_ADDRESSED = late(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]|https?://|www\.|"
    r"(?<![\w-])[\w-]{1,64}\.(?:com|org|net|gov|edu|us|health|jobs|example)\b|by \d{1,2}/\d"
)
_BY_A_DAY = Said("statements", "by_a_day")


@in_blocks(Where(_REPORTING_WORDS, pieces=("reports to:",)))
def find_reporting(source: Source) -> tuple[Stated, ...]:
    """Return each sentence that says whom the person reports to."""
    labels = lexicon("statements")["reporting"]["run_into"]
    found = [Stated("reports_to", span) for span in _run_into(source, labels)]
    found += [
        Stated("reports_to", Span(*match.span()))
        for match in source.finditer(_REPORTING, _REPORTING_WORDS())
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
        for match in source.finditer(_ESSENTIAL, _ESSENTIAL_WORDS())
    ]
    for index, block in enumerate(source.whole.blocks):
        if block.section == "responsibilities" and block.kind == "heading":
            found.append(Stated("heading", source.span_of(index)))
    return tuple(sorted(found, key=lambda one: one.span.start))
