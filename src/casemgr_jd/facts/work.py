"""How, when and on what terms the work is done: work model, employment type, schedule, overtime status."""

from collections.abc import Iterator
from functools import cache

from casemgr_jd.facts.by_block import in_blocks
from casemgr_jd.facts.found import Stated
from casemgr_jd.facts.labels import labelled
from casemgr_jd.facts.modality import asked_about, modality, negated, of_a_colleague, of_others
from casemgr_jd.facts.wording import Table, find_stated, stating
from casemgr_jd.reading.lexicon import lexicon
from casemgr_jd.reading.source import Source, Span

__all__ = [
    "find_employment_types",
    "find_flsa",
    "find_office_days",
    "find_overtime",
    "find_schedule",
    "find_work_models",
]

_EMPLOYMENT = Table("work", "employment_type")
_EMPLOYMENT_NAMES = Table("work", "employment_names")
_SCHEDULE = Table("work", "schedule")
_MODELS = Table("work", "models")
_NAMES = Table("work", "model_names")
_OFFICE = Table("work", "office")
_FLSA = Table("work", "overtime_status")
_OVERTIME = Table("work", "overtime")
_ASIDE = ("about", "eeo", "legal", "tools")


def find_work_models(source: Source) -> tuple[Stated, ...]:
    """Return each statement that the job is remote, hybrid, on-site or in the field."""
    found: dict[int, Stated] = {}
    for one in (*_labelled_models(source), *_stated_models(source)):
        found.setdefault(one.span.start, one)
    return tuple(found[start] for start in sorted(found))


def _labelled_models(source: Source) -> Iterator[Stated]:
    """The first model that the value of a label names: "Location: Remote", or a line that says no more."""
    named = find_stated(source, _NAMES, skip=_ASIDE)
    values = [one.value for one in labelled(source, "work_model")]
    for value in values:
        first = next((one for one in named if value.start <= one.span.start < value.end), None)
        if first is not None and not modality(source, first.span).denied:
            yield first
    for one in named:
        block = source.block_at(one.span.start)
        if block.kind != "heading" and (
            _stands_alone(source, one.span) or _is_behind_a_label(source, one.span, "work_place")
        ):
            yield one


def _stands_alone(source: Source, span: Span) -> bool:
    """Whether a model is a whole part of a line of facts, "Full-time | On-site | Days"."""
    before = source.text[: span.start].rstrip(" ")[-1:]
    after = source.text[span.end : span.end + 2].lstrip(" ")[:1]
    alone = before in _OPENS_A_PART and after in _CLOSES_A_PART
    line = source.block_at(span.start).text
    return alone and len(line) <= _LONGEST_LINE


def _is_behind_a_label(source: Source, span: Span, name: str) -> bool:
    """Whether a label stands straight before, though it lost its line: "VisionSchedule:Monday", "Work place: In person"."""
    block = source.span_of(source.block_index(span.start))
    before, colon, rest = source.folded[block.start : span.start].rpartition(":")
    return bool(colon) and not rest.strip() and before.endswith(_labels_run_in(name))


@cache
def _labels_run_in(name: str) -> tuple[str, ...]:
    return tuple(lexicon("work")["run_in"][name])


_OPENS_A_PART = ("", "\n", "|", "·", "•", "(", ",", "/")
_CLOSES_A_PART = ("", "\n", "|", "·", "•", ")", ",", ".", ";", "/", "(", ":")
_LONGEST_LINE = 160


def _stated_models(source: Source) -> Iterator[Stated]:
    for one in find_stated(source, _MODELS, skip=_ASIDE):
        if of_others(source, one.span):
            continue
        if one.value == "onsite" and source.folded.startswith(_SAYS_NO, one.span.start):
            yield one
        elif negated(source, one.span) or _answered_no(source, one.span):
            if one.value == "remote":
                yield Stated("onsite", one.span)
        else:
            yield one


_SAYS_NO = ("no ", "not ", "never ", "is not", "are not", "remote work is ")


def _answered_no(source: Source, span: Span) -> bool:
    """Whether what follows is "no", as in "Telework eligible: No"."""
    for one in labelled(source, "work_model"):
        if one.label.start <= span.start < one.label.end:
            return source.folded[one.value.start : one.value.end].strip(" .") == "no"
    behind = source.folded[span.end : span.end + 12].lstrip(" sed")
    return behind[:1] in (":", "|", "?") and behind[1:].lstrip().startswith("no")


@in_blocks(stating(_OFFICE))
def find_office_days(source: Source) -> tuple[Stated, ...]:
    """Return where so many days a week, or visits in person, are asked for."""
    found = find_stated(source, _OFFICE, skip=("about", "eeo", "legal"))
    return tuple(one for one in found if modality(source, one.span).asserted)


@in_blocks(stating(_EMPLOYMENT, _EMPLOYMENT_NAMES))
def find_employment_types(source: Source) -> tuple[Stated, ...]:
    """Return each statement that the job is full-time, part-time, per diem, temporary …"""
    aside = ("about", "eeo", "legal", "benefits")
    found = {one.span.start: one for one in _labelled_employment(source)}
    found |= {one.span.start: one for one in find_stated(source, _EMPLOYMENT, skip=aside)}
    return tuple(
        found[start]
        for start in sorted(found)
        if not of_others(source, found[start].span)
        and not of_a_colleague(source, found[start].span)
    )


def _labelled_employment(source: Source) -> Iterator[Stated]:
    """The kinds that a label, or a line of the top, names in a word that says nothing elsewhere: "Employment: Contract"."""
    values = [one.value for one in labelled(source, "employment_type")]
    for one in find_stated(source, _EMPLOYMENT_NAMES, skip=("eeo", "legal")):
        labels = any(value.start <= one.span.start < value.end for value in values)
        block = source.block_at(one.span.start)
        if labels or (block.section == "title" and block.text == source.snippet(one.span)):
            yield one


@in_blocks(stating(_SCHEDULE))
def find_schedule(source: Source) -> tuple[Stated, ...]:
    """Return each statement about hours, days or shifts."""
    found = find_stated(source, _SCHEDULE, skip=("about", "eeo", "legal"))
    return tuple(
        one
        for one in found
        if not asked_about(source, one.span)
        and (
            source.block_at(one.span.start).section != "benefits"
            or _is_behind_a_label(source, one.span, "schedule")
        )
    )


@in_blocks(stating(_FLSA))
def find_flsa(source: Source) -> tuple[Stated, ...]:
    """Return each statement that the job is exempt or non-exempt."""
    found = find_stated(source, _FLSA, skip=("about", "eeo"))
    kept, end = list[Stated](), -1
    for one in found:  # of "non-exempt", "exempt" is a part
        if one.span.end > end:
            kept.append(one)
            end = one.span.end
    return tuple(
        one
        for one in kept
        if not of_others(source, one.span)
        and not (
            "overtime" in source.folded[one.span.start : one.span.end] and negated(source, one.span)
        )
    )


@in_blocks(stating(_OVERTIME))
def find_overtime(source: Source) -> tuple[Stated, ...]:
    """Return each statement that overtime is paid (``"paid"``) or is not (``"none"``)."""
    found = find_stated(source, _OVERTIME, skip=())
    kept, end = list[Stated](), -1
    for one in found:  # of "no overtime", "overtime" is a part
        if one.value == "none" or one.span.start > end:
            kept.append(one)
        if one.value == "none":
            end = max(end, one.span.end)
    return tuple(kept)
