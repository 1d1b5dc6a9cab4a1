"""Lists of licenses: one that names a license twice, two that differ, one with a license that the state does not give."""

from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd._names import joined
from casemgr_jd.checks._opposed import where
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.law.frames import holds
from casemgr_jd.checks.law.reach import job_of
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.credentials import LICENSE_LETTERS
from casemgr_jd.facts.found import Credential
from casemgr_jd.facts.matches import each_match
from casemgr_jd.facts.modality import negated
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.facts.where import with_words
from casemgr_jd.model.states import STATES
from casemgr_jd.reading.source import Source, Span

__all__ = ["licenses_listed_twice", "two_license_lists", "unknown_in_the_state"]

_NOT_ASKED = ("about", "eeo", "legal", "benefits")


# "LGPC, LCSW-C or LCPC": letters in a row, with no more than marks and a word between them.
_LETTERS = r"[A-Z]{2,6}(?:-[A-Z]{1,3})?(?![\w-])"
_NAMED = "|".join(LICENSE_LETTERS)
_ROW = late(
    rf"(?<![\w-])(?=[^\n]{{0,120}}?(?<![\w-])(?:{_NAMED})(?![\w-]))"
    rf"{_LETTERS}(?:(?: ?[,/;] ?(?:and |or )?| and | or ){_LETTERS})+"
)
_ONE = late(_LETTERS)
_LICENSED = with_words(frozenset(one.lower() for one in LICENSE_LETTERS))


def licenses_listed_twice(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each license that a row of letters names again: the one that was meant is lacking."""
    for row in each_match(context.source, _ROW, _LICENSED):
        seen = set[str]()
        letters = list(_ONE.finditer(row.group()))
        if LICENSE_LETTERS.keys().isdisjoint(one.group() for one in letters):
            continue
        for one in letters:
            if one.group() in seen:
                yield Hit(Span(row.start() + one.start(), row.start() + one.end()))
            seen.add(one.group())


def _rows(context: Context) -> Iterator[list[Credential]]:
    """The licenses that stand in one row, with no more than marks and a word such as "or" between them."""
    source, row = context.source, list[Credential]()
    for one in context.facts.credentials:
        if one.kind != "license":
            continue
        if row and not _goes_on(source, Span(row[-1].span.end, one.span.start)):
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def _goes_on(source: Source, between: Span) -> bool:
    words = source.folded[between.start : between.end].translate(_MARKS).split()
    return words in _JOINTS


_MARKS = str.maketrans(",/;&|", "     ")
_JOINTS: list[list[str]] = [[], ["or"], ["and"], ["and", "or"]]


def two_license_lists(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the second of two lists of licenses for one job, each of which names one that the other lacks."""
    if not context.whole:
        raise NotApplicable
    source, title = context.source, context.facts.title
    lists: list[tuple[Credential, frozenset[str]]] = []
    for row in _rows(context):
        names = frozenset(one.name for one in row)
        aside = source.block_at(row[0].span.start).section in _NOT_ASKED
        in_title = title is not None and title.span.start <= row[0].span.start < title.span.end
        fewest = rule.options["fewest_in_title" if in_title else "fewest"]
        if len(names) >= int(fewest) and not aside and all(one.need != "preferred" for one in row):
            lists.append((row[0], names))
    for at, (one, names) in enumerate(lists):
        for first, others in lists[:at]:
            lacking = names - others and others - names
            if names & others and lacking and not _all_told(context, first, others):
                lacks = ", ".join(sorted(names ^ others))
                place = where(source, first.span)
                yield Hit(one.span, {"where": place, "lacks": lacks})
                return


def _all_told(context: Context, first: Credential, names: frozenset[str]) -> bool:
    """Whether the text below a title asks for each license of the title, though not all in one row."""
    title, licenses = context.facts.title, context.facts.credentials
    if title is None or not title.span.start <= first.span.start < title.span.end:
        return False
    return names <= {one.name for one in licenses if one.span.start >= title.span.end}


def unknown_in_the_state(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each license by a title that none of the states of the job gives."""
    job, source = job_of(context), context.source
    here = {one.state for one in job.locations if one.state} | set(job.remote_states)
    if job.anywhere or context.facts.nationwide is not None:
        raise NotApplicable
    for title in rule.options["titles"]:
        given = set(title.get("given_in", ())) or set(STATES) - set(title["not_given_in"])
        for match in phrases_in(source, phrases(tuple(title["find"]))):
            span = Span(*match.span())
            where_asked = here or _named_beside(source, span)
            if not where_asked or where_asked & given:
                continue
            names = sorted(STATES[code] for code in where_asked if code in STATES)
            if _is_asked(context, rule, span, names):
                places = joined(names, "or")
                yield Hit(span, {"places": places, "instead": title["instead"]})
                break


def _named_beside(source: Source, span: Span) -> set[str]:
    """The one state that the sentence of a license names, as the one that issues it."""
    sentence = source.sentence(*span)
    said = source.folded[sentence.start : sentence.end]
    named = {code for code, name in STATES.items() if f"{name.lower()} state " in f"{said} "}
    return named if len(named) == 1 else set()


def _is_asked(context: Context, rule: Rule, span: Span, here: list[str]) -> bool:
    """Whether a license is asked for, and not in a list for many states."""
    source = context.source
    sentence = source.sentence(*span)
    beside = {
        one.name
        for one in context.facts.credentials
        if one.kind == "license" and sentence.start <= one.span.start < sentence.end
    }
    aside = source.block_at(span.start).section in _NOT_ASKED
    of_here = any(name.lower() in source.folded[sentence.start : sentence.end] for name in here)
    if aside or (not of_here and holds(source, sentence, rule.options["unless"])):
        return False
    return not negated(source, span) and len(beside) <= int(rule.options["most"])
