"""The same words are told once, with every place where they stand."""

from collections.abc import Iterable

import attrs

from casemgr_jd.checks.report import Finding, Report
from casemgr_jd.checks.rule import Rule

__all__ = ["told_once", "wanted_once"]


def told_once(report: Report, rules: Iterable[Rule]) -> Report:
    """Return the report with each blank (or what else a rule tells once) reported where it first stands."""
    codes = {rule.code for rule in rules if rule.once_per_match}
    kept: dict[object, Finding] = {}
    for number, finding in enumerate(report):
        alike = finding.code in codes and finding.match
        key = (finding.code, finding.match.casefold(), finding.message) if alike else number
        first = kept.get(key)
        kept[key] = finding if first is None else _with(first, finding)
    return attrs.evolve(report, findings=tuple(kept.values()))


def wanted_once(report: Report, rules: Iterable[Rule]) -> Report:
    """Return the report without what is missed twice: what law wants is not missed by good practice as well."""
    elements = {rule.code: _element(rule) for rule in rules}
    by_law = {elements[one.code] for one in report if one.laws and elements.get(one.code)}
    kept = tuple(
        one for one in report if one.laws or elements.get(one.code, "") not in by_law - {""}
    )
    return attrs.evolve(report, findings=kept)


def _element(rule: Rule) -> str:
    element: str = rule.options.get("element", "")
    return {"closing": "closing_date", "apply": "how_to_apply"}.get(element, element)


def _with(first: Finding, again: Finding) -> Finding:
    place = str(again.line) if again.line else again.path
    same = place in first.also or place == (str(first.line) if first.line else first.path)
    return first if same else attrs.evolve(first, also=(*first.also, place))
