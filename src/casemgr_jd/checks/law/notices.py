"""Notices: software that helps to decide, the classes of an EEO line, and the age of the packaged law."""

import re
from collections.abc import Iterator

from casemgr_jd._names import joined
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.law.reach import job_of, places_reached
from casemgr_jd.checks.rule import Rule
from casemgr_jd.law import Law, ai_laws, place_name, standing, survey
from casemgr_jd.reading.source import Span

__all__ = ["ai_screening", "eeo_classes", "facts_age"]

_AI = re.compile(
    r"(?<![a-z])(?:ai|artificial intelligence|machine learning|algorithm\w*|automated (?:employment |screening|decision|tool|resume|assessment|video|hiring|interview)\w*|aedt|hirevue|chatbot)(?![a-z])"
)
_HIRING = re.compile(
    r"(?<![a-z])(?:applicants?|applications?|candidates?|resumes?|interviews?|screen(?:s|ed|ing)?|hiring|recruit\w+|selection|rank(?:s|ed|ing)?)(?![a-z])"
)
_ALTERNATIVE = re.compile(
    r"alternative|accommodation|opt out|human (?:review|reviewer|being)|instead|request"
)
_ASSESSES = re.compile(r"qualification|characteristic|assess|evaluat|score|match|skills")
_USED_FOR_WORK = re.compile(
    r"(?<![a-z])(?:ambient|scribe|chart|clinical|documentation tool|patients?|clients?|members?)(?![a-z])"
)
_EEO = re.compile(
    r"\brace\b.*?(?:discriminat|regard|equal)|(?:discriminat|regard|equal).*?\brace\b"
)
_CATCH_ALL = re.compile(
    r"(?:any )?other (?:[a-z]+ ){0,4}(?:protected|status|characteristic|class|basis|factor)|protected (?:by|under) (?:[a-z]+,? ){0,5}laws?|all (?:applicable )?laws|protected (?:status|class|characteristic)"
)
_CLASSES = (
    ("color", r"colou?r"), ("religion", r"religio|creed"), ("sex", r"\bsex\b|gender"), ("national origin", r"national origin|nationality|ancestry"),
    ("age", r"\bage\b"), ("disability", r"disabilit"), ("genetic information", r"genetic"),
)  # fmt: skip


def ai_screening(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for a sentence on AI in hiring that leaves out what the place wants to be told."""
    here = {reach.place.id: reach for reach in places_reached(context)}
    for span, block in _sentences(context):
        told = _ALTERNATIVE.search(block) and _ASSESSES.search(block)
        for law in ai_laws():
            if law.place not in here or (told and law.in_force(context.today)):
                continue
            current = law.in_force(context.today)
            yield Hit(
                span,
                fields={
                    "place": place_name(law.place),
                    "law": law.text,
                    "start": law.effective_from,
                },
                message="" if current else rule.options["announced"],
                severity="" if current and law.asks_content else "info",
                laws=(standing(job_of(context), law, here[law.place]),),
            )
            break


def _sentences(context: Context) -> Iterator[tuple[Span, str]]:
    source, last = context.source, -1
    for match in _AI.finditer(source.folded):
        index = source.block_index(match.start())
        sentence = source.sentence(match.start(), match.end())
        words = source.folded[sentence.start : sentence.end]
        if index == last or not _HIRING.search(words) or _USED_FOR_WORK.search(words):
            continue
        last = index
        block = source.span_of(index)
        yield Span(*match.span()), source.folded[block.start : block.end]


def eeo_classes(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for an EEO line that lists classes, leaves federal ones out and has no closing "any other"."""
    for index, block in enumerate(context.source.blocks):
        text = block.text.lower()
        if block.section != "eeo" or not _EEO.search(text) or _CATCH_ALL.search(text):
            continue
        missing = [name for name, words in _CLASSES if not re.search(words, text)]
        if set(missing) - {"genetic information"}:
            yield Hit(
                context.source.span_of(index),
                fields={"missing": ", ".join(missing)},
                suggestions=("any other status protected by applicable law",),
            )


def facts_age(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit where the law that applies was to be looked at again before the day of the check."""
    if context.today is None or not context.whole:
        raise NotApplicable
    late: dict[str, Law] = {}
    for place in survey(job_of(context)):
        for one in place.applied:
            if one.law.review_by < context.today:
                late.setdefault(place_name(one.law.place), one.law)
    if late:
        first = min(late.values(), key=lambda law: law.review_by)
        names = joined(sorted(late), "and")
        fields = {"places": names, "as_of": first.as_of, "review_by": first.review_by}
        yield Hit(None, fields=fields)
