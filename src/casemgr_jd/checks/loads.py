"""Caseload: figures against the cited benchmark of the program, and how they are worded."""

import re
from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks.bands import Band, Bands
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.found import Caseload
from casemgr_jd.reading.lexicon import Said
from casemgr_jd.reading.source import Source

__all__ = ["against_model", "outside_band", "unit_missing", "unqualified"]

_COUNTED = Said("loads", "counted")


_COUNTED_BY_DAY = (
    "patient",
    "inpatient",
    "case",
    "people",
    "person",
    "individual",
    "admission",
    "bed",
)


def _own_caseloads(context: Context) -> tuple[Caseload, ...]:
    return tuple(load for load in context.facts.caseloads if not _of_the_team(context.source, load))


def _of_the_team(source: Source, load: Caseload) -> bool:
    sentence = source.sentence(load.span.start, load.span.end)
    leads = source.holds(sentence, _LEADS) and not source.holds(sentence, _CARRIES)
    return leads or source.holds(sentence, _TEAM)


_CARRIES = Said("loads", "carries")


_LEADS = Said("loads", "leads")


_TEAM = Said("loads", "team")


def against_model(context: Context, rule: Rule) -> Iterator[Hit]:
    """A program model whose label and figure cannot both be true."""
    known = Bands(context)
    for load in _own_caseloads(context):
        band = known.of(load)
        if band is not None and band.strict and load.high > band.strict and _comparable(band, load):
            yield Hit(load.span, _fields(load, band), citation=band.citation)


def outside_band(context: Context, rule: Rule) -> Iterator[Hit]:
    """A figure outside the cited range."""
    known = Bands(context)
    for load in _own_caseloads(context):
        band = known.of(load)
        if band is None or not _comparable(band, load) or (band.strict and load.high > band.strict):
            continue
        by_day = band.unit.endswith("per day") and load.basis != "per day"
        if by_day and _is_a_panel(context.source, load):
            continue
        if load.high > band.high * 1.02:
            yield Hit(
                load.span,
                _fields(load, band),
                citation=band.citation,
                severity="info" if band.setting.startswith("any") and load.qualified else "",
                confidence=band.citation.confidence,
            )
        elif (
            load.high < band.low * 0.5 and load.high >= 2 and not _is_a_start(context.source, load)
        ):
            yield Hit(
                load.span,
                _fields(load, band),
                citation=band.citation,
                severity="info",
                confidence=band.citation.confidence,
            )


def _is_a_panel(source: Source, load: Caseload) -> bool:
    """Whether so many are known to one person, of whom a few are seen at a time: "55 in all, 12 of them inpatients"."""
    return source.holds(source.sentence(*load.span), _PANEL)


def _is_a_start(source: Source, load: Caseload) -> bool:
    """Whether so many are for the first weeks: "You start with 10 members"."""
    return source.holds(source.sentence(*load.span), _AT_FIRST)


_PANEL, _AT_FIRST = Said("loads", "panel"), Said("loads", "at_first")


def _comparable(band: Band, load: Caseload) -> bool:
    if (
        band.unit
        and load.unit
        and load.unit.rstrip("s")
        in ("familie", "family", "household", "case", "visit", "claim", "file")
        and not band.unit.startswith(("famil", "house", "case"))
    ):
        return False
    if band.setting == "hospital" and load.unit and not load.unit.startswith(_COUNTED_BY_DAY):
        return False
    periodic = {"per week", "per month", "per year"}
    return load.basis not in periodic or band.basis == load.basis


def _fields(load: Caseload, band: Band) -> dict[str, object]:
    return {
        "model": band.name,
        "low": f"{band.low:g}",
        "high": f"{band.high:g}",
        "unit": band.unit,
        "source": band.citation.title,
    }


def unit_missing(context: Context, rule: Rule) -> Iterator[Hit]:
    """A caseload figure without what is counted."""
    for load in context.facts.caseloads:
        if not load.unit and not re.search(r"1 ?(?::|to)", context.source.snippet(load.span)):
            sentence = context.source.sentence(load.span.start, load.span.end)
            if not _COUNTED.search(context.source.folded[sentence.start : sentence.end]):
                yield Hit(load.span)


def unqualified(context: Context, rule: Rule) -> Iterator[Hit]:
    """A caseload figure stated as a fixed number, in a sentence; a row of facts gives a figure and is right to."""
    source = context.source
    for load in context.facts.caseloads:
        block = source.span_of(source.block_index(load.span.start))
        in_a_row = _LABEL.match(source.folded, block.start, load.span.start)
        if not (load.qualified or in_a_row or source.holds(block, _MOVED)):
            yield Hit(load.span)


_LABEL = late(r"[a-z][a-z' ]{2,40}: ?\Z")
_MOVED = Said("loads", "moved")
