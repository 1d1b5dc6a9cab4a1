"""The same words are told once, with every place where they stand."""

from collections.abc import Iterable

from casemgr_jd import _attrs as attrs
from casemgr_jd.checks.report import Finding, Report
from casemgr_jd.checks.rule import Rule

__all__ = ["first_of", "told_once", "wanted_once"]


_MOST_ALIKE = 12
"""What is told alike more often is told once, whatever the rule: nobody reads it a hundred times."""
_MOST_PLACES = 100
"""How many of the other places are named; all are counted."""


def told_once(report: Report, rules: Iterable[Rule]) -> Report:
    """Return the report with each blank (or what else a rule tells once) reported where it first stands."""
    once = {rule.code for rule in rules if rule.once_per_match}
    alike: dict[object, list[tuple[int, Finding]]] = {}
    for number, finding in enumerate(report):
        words = finding.match.casefold()
        key = (finding.code, words, finding.message, finding.severity) if words else number
        alike.setdefault(key, []).append((number, finding))
    kept: dict[int, Finding] = {}
    for same in alike.values():
        if same[0][1].code in once or len(same) > _MOST_ALIKE:
            kept[same[0][0]] = first_of([finding for _, finding in same])
        else:
            kept.update(same)
    if len(kept) == len(report):
        return report
    return attrs.evolve(report, findings=tuple(kept[number] for number in sorted(kept)))


def wanted_once(report: Report, rules: Iterable[Rule]) -> Report:
    """Return the report without what is missed twice: what law wants is not missed by good practice as well."""
    found = {one.code for one in report}
    elements = {rule.code: _element(rule) for rule in rules if rule.code in found}
    by_law = {elements.get(one.code, "") for one in report if one.laws} - {""}
    if not by_law:
        return report
    kept = tuple(one for one in report if one.laws or elements.get(one.code, "") not in by_law)
    return attrs.evolve(report, findings=kept)


def _element(rule: Rule) -> str:
    element: str = rule.options.get("element", "")
    return {"closing": "closing_date", "apply": "how_to_apply"}.get(element, element)


def first_of(same: list[Finding]) -> Finding:
    """The first of findings that are alike, with the other places and how often the words stand."""
    first = same[0]
    places = dict.fromkeys(place for one in same for place in (_place(one), *one.also))
    others = [place for place in places if place != _place(first)]
    also = tuple(others[:_MOST_PLACES])
    times = sum(one.times for one in same)
    return attrs.evolve(first, also=also, times=times) if times > 1 else first


def _place(finding: Finding) -> str:
    return str(finding.line) if finding.line else finding.path
