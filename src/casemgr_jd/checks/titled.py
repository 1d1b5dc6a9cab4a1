"""A title that says more, or less, than the job: reserved names, and a coordinator who is a clinician."""

import re
from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.law.frames import holds
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.titles import is_of_a_class
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.reading.lexicon import Said
from casemgr_jd.reading.phrases import compile_phrase
from casemgr_jd.reading.source import Span

__all__ = ["coordinator_in_disguise", "protected_title", "work_of_the_title"]

_CASE_MANAGER = Said("titled", "case_manager")


_OWNS = Said("titled", "owns")


_CLERICAL = Said("titled", "clerical")


_SAYS_SO = tuple(
    compile_phrase(text)
    for text in (
        "(only|just|solely|mainly|mostly) (schedule|scheduling|make calls|making calls|make referrals|book|booking) .. (appointments|visits|calls|referrals|transport)",
        "you (do not|don't|will not|won't|never) (assess|write care plans|plan care|carry a caseload)",
        "no (assessment|assessments|care planning|caseload) [or] [care planning|assessment] (involved|in this role|required|is done)",
    )
)


def coordinator_in_disguise(context: Context, rule: Rule) -> Iterator[Hit]:
    """A Case Manager whose duties are scheduling and referrals only."""
    facts, source = context.facts, context.source
    if facts.title is None or not _CASE_MANAGER.search(
        source.folded[facts.title.span.start : facts.title.span.end]
    ):
        raise NotApplicable
    said = next((Span(*m.span()) for m in phrases_in(source, _SAYS_SO)), None)
    if said is not None:
        yield Hit(said, message=rule.options["said"])
        return
    duties = [
        duty
        for duty in facts.duties
        if source.block_at(duty.span.start).section == "responsibilities"
    ]
    listed = any(source.block_at(duty.span.start).kind == "bullet" for duty in duties)
    if len(duties) < (3 if listed else 6):
        raise NotApplicable  # a sentence or two of prose leaves much unsaid
    clerical = [duty for duty in duties if _CLERICAL.search(duty.text)]
    if len(clerical) * 2 >= len(duties) and not any(_OWNS.search(duty.text) for duty in duties):
        yield Hit(facts.title.span, {"duties": len(clerical)})


def work_of_the_title(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a title of whose own work nothing stands in a list of duties, however long."""
    facts, source = context.facts, context.source
    if facts.title is None or not context.whole or context.posting is not None:
        raise NotApplicable
    named = next(
        (one for one in rule.options["titles"] if holds(source, facts.title.span, one["find"])),
        None,
    )
    told = [one.span for one in facts.duties if one.span.start >= facts.title.span.end]
    duties = [span for span in told if source.block_at(span.start).section == "responsibilities"]
    if named is None or len(duties) < int(rule.options["fewest"]):
        raise NotApplicable
    aside = named.get("aside", ())
    at_work = (span for span in told if source.block_at(span.start).section not in aside)
    if not any(holds(source, span, named["work"]) for span in at_work):
        yield Hit(facts.title.span, {"core": named["core"]})


def protected_title(context: Context, rule: Rule) -> Iterator[Hit]:
    """A title that many states reserve (social worker, nurse), for a job that takes no such license or degree."""
    facts, source = context.facts, context.source
    if facts.title is None or not context.whole:
        raise NotApplicable
    title = source.folded[facts.title.span.start : facts.title.span.end]
    for word, enough in _RESERVED:
        named = re.search(rf"(?<![a-z]){word}s?(?![a-z])", title) is not None
        asked = _WAIVED.sub("", source.whole.text)
        if named and not enough.search(asked) and not _QUALIFIES[word].search(asked.lower()):
            # many practice acts leave out those who work for a public body, under titles of its own
            public = is_of_a_class(context)
            severity, kind = ("info", "review") if public else ("", "")
            yield Hit(facts.title.span, {"word": word}, severity=severity, kind=kind)


_WAIVED = late(r"(?i)(?<![a-z])no (?:[a-z]+ ){0,2}licen[sc]\w*|licen[sc]\w* (?:is |are )?not")


# Beside letters and licenses: degrees and staff that qualify by name
_QUALIFIES = {
    "social worker": Said("titled", "social_work"),
    "nurse": Said("titled", "nursing"),
}


_RESERVED = (
    ("social worker", late(r"(?<![A-Za-z])(?:L?[BM]SW|LCSW|LICSW|LISW|LSW|(?i:licensed|licensure|license|(?:degree|bachelor\S*|master\S*)[^.\n]{0,60}social work|social work[^.\n]{0,20} degree)|CSWE)(?![A-Za-z])")),
    ("nurse", late(r"(?<![A-Za-z])(?:RN|LPN|LVN|BSN|(?i:registered nurse|nurse practitioner|advanced practice|nurse[ -]mid-?wi\w+|licensed|nursing license|nurse licen[sc]\w*|licensure))(?![A-Za-z])")),
)  # fmt: skip
