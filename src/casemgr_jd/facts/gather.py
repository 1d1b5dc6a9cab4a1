"""From what the recognizers find to a reading: each fact once, with its words and what it means."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from casemgr_jd.facts.facts import Facts
from casemgr_jd.facts.found import Caseload, Closing, Credential, Located, Pay, Stated, Years
from casemgr_jd.facts.posting import SUBJECTS, PostingFacts, Said
from casemgr_jd.facts.reporting import find_managers
from casemgr_jd.reading.source import Source, Span

__all__ = ["gather", "said_of"]


_LONGEST_LINE = 300
"""Letters of a line that is one statement."""


def gather(
    facts: Facts,
    notes: tuple[str, ...] = (),
    known: Callable[[str], Iterable[Said]] | None = None,
) -> PostingFacts:
    """Return everything that a source says, as one value; *known* where some of it is known already."""
    source = facts.source
    find = known or partial(said_of, facts)
    said = [one for subject in SUBJECTS for one in find(subject)]
    wording = _wording(source, said)
    return PostingFacts(document=source.name, said=tuple(said), notes=notes, wording=wording)


def said_of(facts: Facts, subject: str) -> Iterator[Said]:
    """Yield what is said of a subject, each thing once."""
    for one in _unique(_FOUND[subject](facts), _told_apart(facts.source, subject)):
        yield _said(facts.source, subject, one)


def _wording(source: Source, said: list[Said]) -> dict[str, tuple[str, ...]]:
    """The lines that hold none of the facts, by section; headings and legal text are no wording of the job."""
    taken = {
        source.block_index(one.data.span.start)
        for one in said
        if one.data is not None and one.data.span.end > one.data.span.start
    }
    lines: dict[str, list[str]] = {}
    for index, block in enumerate(source.whole.blocks):
        if index not in taken and block.kind != "heading" and block.section not in _NO_WORDING:
            lines.setdefault(block.section, []).append(block.text)
    return {section: tuple(texts) for section, texts in lines.items()}


_NO_WORDING = frozenset({"eeo", "legal", "title", "margin"})


def _maybe(one: Stated | None) -> Iterable[Stated]:
    return () if one is None else (one,)


def _credentials(kind: str) -> Callable[[Facts], Iterable[Credential]]:
    return lambda facts: (one for one in facts.credentials if one.kind == kind)


_FOUND: dict[str, Callable[[Facts], Iterable[Any]]] = {
    "title": lambda facts: _maybe(facts.title),
    "employer": lambda facts: _maybe(facts.employer),
    "place": lambda facts: (
        *(one for one in facts.locations if not one.remote),
        *facts.unclear_places,
    ),
    "remote_reach": lambda facts: (
        *_maybe(facts.nationwide),
        *(one for one in facts.locations if one.remote),
    ),
    "work_model": lambda facts: facts.work_models,
    "pay": lambda facts: facts.base_pay,
    "other_pay": lambda facts: facts.other_pay,
    "benefits": lambda facts: facts.benefits,
    "employment_type": lambda facts: facts.employment_types,
    "schedule": lambda facts: facts.schedule,
    "overtime_status": lambda facts: facts.flsa,
    "license": _credentials("license"),
    "certification": _credentials("certification"),
    "degree": _credentials("degree"),
    "experience": lambda facts: facts.years,
    "caseload": lambda facts: facts.caseloads,
    "reports_to": lambda facts: _naming_somebody(facts) or facts.reporting,
    "apply": lambda facts: facts.apply,
    "closing": lambda facts: facts.closing,
    "eeo": lambda facts: facts.eeo,
    "accommodation": lambda facts: facts.accommodation,
}


def _told_apart(source: Source, subject: str) -> Callable[[Any], str]:
    """How two facts of a subject are told apart: two addresses to apply to are two ways, though both are instructions."""
    if subject == "apply":
        return lambda one: _address(source, one.span) or meaning(one)
    return meaning


def _unique(found: Iterable[Any], told_apart: Callable[[Any], str]) -> Iterator[Any]:
    """Leave out what was understood before: a posting says many things twice."""
    known: set[object] = set()
    for one in found:
        key = (told_apart(one), getattr(one, "need", ""))
        if key not in known:
            known.add(key)
            yield one


def meaning(one: Any) -> str:
    """Return what was understood of a fact, in words.

    >>> meaning(Pay(Span(0, 0), 72_000, 92_000, "year"))
    '$72,000–$92,000 a year'
    """
    for kind, words in _WORDS:
        if isinstance(one, kind):
            return words(one)
    return str(one.value).replace("_", " ")


def _pay(one: Pay) -> str:
    ends = [_money(end) for end in dict.fromkeys((one.minimum, one.maximum)) if end is not None]
    opened = {"up_to": "up to ", "and_up": "from "}.get(one.open_end, "")
    article = "an" if one.period == "hour" else "a"
    period = f" {article} {one.period.replace('_', ' ')}" if one.period else ""
    return f"{opened}{'–'.join(ends)}{period}"


def _money(amount: float) -> str:
    return f"${amount:,.0f}" if amount == int(amount) else f"${amount:,.2f}"


def _years(one: Years) -> str:
    ends = [f"{end:g}" for end in (one.minimum, one.maximum) if end is not None]
    more = " or more" if one.or_more and one.maximum is None else ""
    most = "up to " if one.minimum is None else ""
    return f"{most}{'–'.join(ends)}{more} years"


def _place(one: Located) -> str:
    return ", ".join(part for part in (one.city, one.state) if part)


def _load(one: Caseload) -> str:
    ends = dict.fromkeys((f"{one.low:g}", f"{one.high:g}"))
    return " ".join(part for part in ("–".join(ends), one.unit, one.basis) if part)


def _closing(one: Closing) -> str:
    return "ongoing" if one.ongoing else one.on.isoformat() if one.on else "a day without a year"


_WORDS: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (Pay, _pay),
    (Years, _years),
    (Located, _place),
    (Caseload, _load),
    (Closing, _closing),
    (Credential, lambda one: str(one.name).replace("_", " ")),
)
_IN_WORDS = frozenset({"reports_to", "apply", "eeo", "accommodation", "title", "employer"})


def _reports_to(source: Source, span: Span) -> str:
    """The name of whom the person reports to, where the words go on with one."""
    sentence = source.sentence(span.start, span.end)
    names = (
        one for one in find_managers(source) if span.start <= one.span.start <= sentence.end + 40
    )
    first = next(names, None)
    return first.name if first else ""


def _naming_somebody(facts: Facts) -> tuple[Stated, ...]:
    """Return the statements that go on with a name: "a supervisor is on the line" only touches upon it."""
    return tuple(one for one in facts.reporting if _reports_to(facts.source, one.span))


def _address(source: Source, span: Span) -> str:
    """The address in the sentence of an instruction."""
    sentence = source.sentence(span.start, span.end)
    end = max(sentence.end, span.end)
    inside = (one for one in source.addresses if sentence.start <= one.start < end)
    first = next(inside, None)
    return source.snippet(first).rstrip(".,;)") if first else ""


_WHO: dict[str, Callable[[Source, Span], str]] = {"reports_to": _reports_to, "apply": _address}


def _line_under(name: str, source: Source, span: Span) -> str:
    """Return the line around a span that stands under *name*; empty where it stands under none.

    Such a line is one statement, whatever marks are in it: the hours of a schedule have periods.
    """
    line = source.snippet(source.span_of(source.block_index(span.start)))
    is_under = line.casefold().startswith(f"{name.casefold()}: ") and len(line) <= _LONGEST_LINE
    return line if is_under else ""


def _sentence(source: Source, span: Span) -> str:
    sentence = source.sentence(span.start, span.end)
    return source.snippet(Span(min(sentence.start, span.start), max(sentence.end, span.end)))


def _said(source: Source, subject: str, one: Any) -> Said:
    span: Span = one.span
    if span.end <= span.start:  # known from the requisition, and in no text
        return Said(subject, meaning(one), data=one)
    whole = _line_under(SUBJECTS[subject], source, span) or _sentence(source, span)
    words = source.snippet(span)
    value = _WHO[subject](source, span) if subject in _WHO else ""
    return Said(
        subject,
        value or (words.strip() if subject in _IN_WORDS else meaning(one)),
        words.strip(),
        whole.strip(),
        source.block_at(span.start).section,
        getattr(one, "need", "").replace("unknown", ""),
        source.placed(span),
        one,
    )
