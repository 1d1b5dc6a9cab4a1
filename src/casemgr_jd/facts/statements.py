"""Statements a posting makes: equal opportunity, accommodation, how to apply, whom one reports to."""

import re
from collections.abc import Iterator

from casemgr_jd.facts.found import Stated
from casemgr_jd.reading.fold import fold
from casemgr_jd.reading.sections import _ACCOMMODATION, _EEO, section_of_heading
from casemgr_jd.reading.source import Block, Source, Span
from casemgr_jd.reading.words import word_set

__all__ = ["find_accommodation", "find_apply", "find_eeo", "find_essential", "find_reporting"]

_ASKING = word_set(
    "accommodation accommodations adjustment adjustments modifications accommodate disability "
    "disabilities need"
)
_EEO_WORDS = word_set("equal regard regardless discriminate race eeo eoe aa")
_APPLY_WORDS = word_set(
    "careers career jobs job openings apply resume resumes cv cvs application applications applicants candidates interested recruiter recruiters recruiting recruitment curriculum letter call write email drop text contact walk stop visit reach"
)
_REPORTING_WORDS = word_set(
    "report reports reporting supervised supervision supervisor supervisory supervises manager director lead boss oversight direction leadership accountable answer answers led"
)
_ESSENTIAL_WORDS = frozenset({"essential", "key", "primary", "core"})
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.]+|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}|https?://|www\.|(?<![a-z])(?:contact|call|email|e mail|write|tell|let|ask|reach|notify|talk|speak|request)(?![a-z])"
)
_WHERE = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.]+|https?://|www\.|[\w-]+\.(?:com|org|net|gov|edu|us|health|jobs|example)\b|"
    r"by (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d|by \d{1,2}/\d"
)
_WRITE_BY = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.]+,? (?:by|before|until|no later than) (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d)"
)
_APPLY = re.compile(
    r"(?<![a-z])(?:apply (?:at|on|online|through|via|by|now|here|today|to|for|with|in|directly|using|before|and|:)|to apply|apply\b(?= ?[:.]|$)|how to apply|"
    r"(?:send|submit|email|e mail|forward|upload|attach|bring)[^.;]{0,40}(?:resume|cv|cover letter|application|curriculum)|"
    r"(?:application|resume|cv)s? (?:to|at|through|via|online|must|should|can be|may be|are accepted|form)|click[^.;]{0,20}apply|text \"?apply|[\w-]+\.[a-z]{2,9}/[\w/-]{0,40}?(?:careers?|jobs?|apply|openings)(?![a-z])|apply button|quick apply|complete (?:the|an|our) (?:online )?application|"
    r"(?:write|e ?mail|reach out|drop (?:a|us a|me a) (?:note|line)|reach|text|contact)(?: (?:to|me|us|at|him|her|them|our|the|your|hiring|recruiter|recruiting|team|director|manager|office)){0,4} (?:[\w.+-]+@|\(?\d{3}\)?[ .-]\d{3})|"
    r"(?:walk in|stop (?:by|in)|come in|visit us) [^.;\n]{0,30}(?:ask for|and apply|fill|with your)|drop (?:a|us a|me a) (?:note|line)|"
    r"interested (?:candidates|applicants)|contact (?:our )?recruit|call [^.;]{0,40}\d{3})"
)
_REPORTING = re.compile(
    r"(?<![a-z])(?:report(?:s|ing)?(?: directly)? to|report directly|reporting (?:structure|relationship|line)|supervised by|supervision (?:of|by|from)|supervisor(?::| \|| is)|"
    r"under (?:the |general |close )?(?:clinical |direct |administrative )?(?:supervision|direction|oversight|leadership)|your (?:manager|supervisor|boss|director|lead)|manager(?::| \|)|accountable to|"
    r"answers? to|led by|hiring manager(?= ?(?::|is |\|))|you'll report|work(?:ing)? for (?:the|our) (?:director|manager|supervisor)|supervisory relationship|supervises you|"
    r"weekly supervision|(?:individual|clinical|group) supervision (?:with|each|every|weekly))"
)
_CLIENT_REPORT = re.compile(
    r"report(?:s|ing)? to (?:the )?(?:court|cms|state|dcf|cps|child protective|leadership|payer|authorities|funder|work|jury|probation|board|regulat|stakeholder|medicaid|adult protective|management|family|team)"
)
_ESSENTIAL = re.compile(
    r"essential (?:job )?(?:functions?|duties|responsibilities|tasks)|key responsibilities|primary (?:duties|responsibilities)|core (?:duties|responsibilities|functions)"
)


def find_eeo(source: Source) -> tuple[Stated, ...]:
    """Return each equal-opportunity statement."""
    return tuple(Stated("eeo", Span(*match.span())) for match in source.finditer(_EEO, _EEO_WORDS))


def find_accommodation(source: Source) -> tuple[Stated, ...]:
    """Return each sentence by which an applicant can ask for accommodation; ``contact`` if it says how."""
    return tuple(_accommodation(source))


def _accommodation(source: Source) -> Iterator[Stated]:
    for match in source.finditer(_ACCOMMODATION, _ASKING):
        index = source.block_index(match.start())
        if source.blocks[index].section == "responsibilities":
            continue
        block = source.span_of(index)
        says_how = _CONTACT.search(source.folded, block.start, block.end)
        yield Stated("contact" if says_how else "statement", Span(*match.span()))


def find_apply(source: Source) -> tuple[Stated, ...]:
    """Return each sentence that tells how to apply."""
    found = [
        Stated("apply", Span(*match.span()))
        for match in source.finditer(_APPLY, _APPLY_WORDS)
        if source.block_at(match.start()).section not in ("responsibilities", "about")
        or _says_where(source, match)
    ]
    found = [one for one in found if not _is_for_adjustments(source, one.span)]
    for index, block in enumerate(source.blocks):
        if block.links and any(
            "apply" in link.lower() or "career" in link.lower() or "jobs" in link.lower()
            for link in block.links
        ):
            found.append(Stated("link", source.span_of(index)))
        elif (
            block.kind != "heading"
            and len(block.text) > 10
            and (_is_under_apply(block) or _WRITE_BY.search(fold(block.text)))
        ):
            found.append(Stated("section", source.span_of(index)))
    return tuple(sorted(found, key=lambda one: one.span.start))


_ADJUSTMENTS = re.compile(r"accommodat|disab|adjustment|accessib")
_ASKED_FOR = re.compile(r"(?:accommodat|disab|adjustment|accessib)[^.!\n]*\? *\Z")
_NAMES_APPLYING = re.compile(r"(?<![a-z])(?:apply|resume|cv|application)")


def _is_for_adjustments(source: Source, span: Span) -> bool:
    """Whether a number or an address is given only for those who need an accommodation."""
    sentence = source.sentence(span.start, span.end)
    asked = _ASKED_FOR.search(source.folded, max(sentence.start - 60, 0), sentence.start)
    return bool(source.holds(sentence, _ADJUSTMENTS) or asked) and not _NAMES_APPLYING.search(
        source.folded, span.start, span.end
    )


def _is_under_apply(block: Block) -> bool:
    """Whether a block belongs to the heading about applying, even if it ends with the legal statement."""
    headed = section_of_heading(block.heading) == "apply" and _CONTACT.search(fold(block.text))
    return block.section == "apply" or bool(headed)


def _says_where(source: Source, match: re.Match[str]) -> bool:
    """Whether a sentence among the duties is about applying for the job: it names an address or a date."""
    sentence = source.sentence(match.start(), match.end())
    return bool(_WHERE.search(source.folded, match.start(), sentence.end))


def find_reporting(source: Source) -> tuple[Stated, ...]:
    """Return each sentence that says whom the person reports to."""
    return tuple(
        Stated("reports_to", Span(*match.span()))
        for match in source.finditer(_REPORTING, _REPORTING_WORDS)
        if not _CLIENT_REPORT.match(source.folded, match.start())
        and source.block_at(match.start()).section not in ("eeo", "about")
    )


def find_essential(source: Source) -> tuple[Stated, ...]:
    """Return where the essential functions are named: the words, or the heading of the duties."""
    found = [
        Stated("named", Span(*match.span()))
        for match in source.finditer(_ESSENTIAL, _ESSENTIAL_WORDS)
    ]
    for index, block in enumerate(source.blocks):
        if block.section == "responsibilities" and block.kind == "heading":
            found.append(Stated("heading", source.span_of(index)))
    return tuple(sorted(found, key=lambda one: one.span.start))
