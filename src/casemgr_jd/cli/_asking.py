"""The questions of ``casemgr-jd new --interactive``."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import click

from casemgr_jd.builder.effective import name_problems
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.errors import InputError
from casemgr_jd.hiring.advice import recommend_role
from casemgr_jd.model.requisition import Requisition

__all__ = ["ask_for"]


class _Asked(NamedTuple):
    """One question: the field that it fills, its words, and whether it takes several answers."""

    field: str
    words: str
    several: bool = False
    default: str = ""


_FIRST = (
    _Asked("setting", "Practice setting (several: separate with commas)", True, "hospital"),
    _Asked("tier", "Seniority tier", default="entry"),
)
_LATER = (
    _Asked("organization", "Name of the employer"),
    _Asked("locations", "City and state, such as Denver, CO"),
    _Asked("work_model", "Work model", default="onsite"),
    _Asked("employment_type", "Employment type", default="full_time"),
    _Asked("pay", "Pay range, such as 72000-92000"),
    _Asked("per", "Is that per year or per hour?", default="year"),
    _Asked("shift", "Shifts", True),
    _Asked("emr", "EMR or EHR", True),
    _Asked("benefits", "Benefits that are offered", True),
    _Asked("apply_url", "Link to apply"),
    _Asked("accommodation_contact", "Contact for accommodation requests"),
)
_CHOICES = {
    "work_model": ("onsite", "hybrid", "remote", "field"),
    "employment_type": ("full_time", "part_time", "per_diem", "contract", "temporary"),
    "per": ("year", "hour"),
}


def ask_for(given: Mapping[str, Any], catalog: Catalog) -> dict[str, Any]:
    """Ask for each fact that is not *given*, and return all; a blank answer leaves a fact out."""
    facts = dict(given)
    click.echo("Press Enter to take what stands in brackets, or to leave a fact out.", err=True)
    for asked in _FIRST:
        _answer(asked, facts, catalog)
    if "role" not in facts:
        _answer(_Asked("role", "Role", default=_advised(facts, catalog)), facts, catalog)
    for asked in _LATER:
        # The period belongs to a pay range that was just given here; an option brings its own.
        if asked.field != "per" or ("pay" in facts and "pay" not in given):
            _answer(asked, facts, catalog)
    return facts


def _advised(facts: Mapping[str, Any], catalog: Catalog) -> str:
    """Ask for the core duties, show the advice that follows from them, and return its role."""
    named = [duty for rule in catalog.title_rules for duty in rule.duties]
    _show_options(named)
    while True:
        said = _split(_prompt("Core duties, for advice on the role", ""))
        try:
            advice = recommend_role(duties=said, setting=facts.get("setting", ()), catalog=catalog)
        except InputError as error:
            click.echo(str(error), err=True)
            continue
        click.echo(f"Advice: {advice.role.title}. {advice.reasons[0]}", err=True)
        return advice.role.id


def _answer(asked: _Asked, facts: dict[str, Any], catalog: Catalog) -> None:
    """Ask until the answer can be used; what is already given is not asked."""
    if asked.field in facts:
        return
    _show_options(_options(asked.field, catalog))
    while True:
        said = _prompt(asked.words, asked.default)
        if not said:
            return
        try:
            facts.update(_checked(asked, said, facts, catalog))
        except InputError as error:
            click.echo(str(error), err=True)
        else:
            return


def _checked(
    asked: _Asked, said: str, facts: Mapping[str, Any], catalog: Catalog
) -> Mapping[str, Any]:
    found: dict[str, Any] = {asked.field: _split(said) if asked.several else said}
    if asked.field == "locations":
        city, _, state = said.rpartition(",")
        found = {"locations": [{"city": city.strip(), "state": state.strip()}]}
    elif asked.field == "pay":
        low, _, high = said.replace("–", "-").partition("-")
        pay = (
            {"minimum": _figure(low), "maximum": _figure(high)} if high else {"rate": _figure(low)}
        )
        found = {"pay": {**pay, "per": "year"}}
    elif asked.field == "per":
        found = {"pay": {**facts["pay"], "per": said}}
    made = Requisition(**found)
    problems = name_problems(made, catalog)
    if problems:
        raise InputError(problems)
    return found


def _figure(words: str) -> float | str:
    plain = words.replace("$", "").replace(",", "").strip()
    try:
        return float(plain)
    except ValueError:
        return plain


def _options(field: str, catalog: Catalog) -> Iterable[str]:
    listed = {
        "setting": [one.id for one in catalog.settings],
        "tier": [one.id for one in catalog.tiers],
        "role": [one.id for one in catalog.roles],
    }
    if field in listed:
        return listed[field]
    slots = {slot.field: slot.options for slot in catalog.slots}
    return _CHOICES.get(field) or slots.get(field, ())


def _show_options(options: Iterable[str]) -> None:
    words = ", ".join(options)
    if words:
        click.echo(f"  Options: {words}", err=True)


def _prompt(words: str, default: str) -> str:
    said: str = click.prompt(words, default=default, show_default=bool(default), err=True)
    return said.strip()


def _split(words: str) -> list[str]:
    return [one.strip() for one in words.split(",") if one.strip()]
