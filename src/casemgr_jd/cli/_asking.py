"""The questions of ``casemgr-jd new --interactive``."""

from collections.abc import Iterable, Mapping
from typing import Any

import click

from casemgr_jd.builder.effective import has_fieldwork, modules_of
from casemgr_jd.builder.posting_builder import build
from casemgr_jd.cli._answers import TIPS, WORDS, choices, is_list, read_answer
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.errors import InputError
from casemgr_jd.hiring.advice import Advice, recommend_role
from casemgr_jd.model.choices import WorkModel
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.slot import Slot

__all__ = ["ask_for", "told"]

_OUTSET = ("organization", "locations", "work_model", "employment_type", "pay")
_BESIDES = ("other_compensation", "accreditor", "employees")
"""What no blank of the posting asks for, and law or the reader may want."""
_DEFAULTS = {
    "setting": "hospital",
    "tier": "entry",
    "work_model": "onsite",
    "employment_type": "full_time",
    "per": "year",
    "shift": "Day",
    "rotation": "weekday",
    "experience_years": "1",
    "closing_date": "ongoing",
    "interview_mode": "phone",
}
_SLOTS = {"locations": "location", "pay": "pay_range"}
"""The slot that speaks of a fact, where it bears another name."""
_HINTS = TIPS | {"role": "The role brings title, license and duties."}
_HOW = (
    "Answer in your own words, or with the number of an option. Enter takes what stands in brackets; "
    "a hyphen leaves a fact out, which stays a visible blank."
)


def ask_for(
    given: Mapping[str, Any], catalog: Catalog, duties: Iterable[str], owns: bool | None
) -> dict[str, Any]:
    """Ask for each fact that is not *given*, and return all.

    After the outset, the posting so far says what is still blank, until nothing is, or the person
    leaves it so.
    """
    facts = dict(given)
    _say(_HOW)
    for field in ("setting", "tier"):
        _ask(field, facts, catalog)
    if "role" not in facts:
        _ask("role", facts, catalog, _advised(facts, catalog, duties, owns))
    for field in _OUTSET:
        _ask(field, facts, catalog)
        if field == "pay" and "pay" in facts and "pay" not in given:
            _ask("per", facts, catalog)
        if field == "work_model" and facts.get(field) == WorkModel.REMOTE:
            _ask("remote_states", facts, catalog)
    _fill_blanks(facts, catalog, {*_OUTSET, "remote_states"})
    for field in _BESIDES:
        _ask(field, facts, catalog)
    return facts


def told(advice: Advice) -> str:
    """Return advice on the role as a sentence or two."""
    runner_up = f" Runner-up: {advice.runner_up.called}." if advice.runner_up else ""
    return f"Advice: {advice.role.called} ({advice.role.id}). {advice.reasons[0]}{runner_up}"


def _advised(
    facts: Mapping[str, Any], catalog: Catalog, duties: Iterable[str], owns: bool | None
) -> str:
    """Ask for the core duties, show the advice that follows from them, and return its role."""
    named = [duty for rule in catalog.title_rules for duty in rule.duties]
    said = list(duties)
    if not said:
        _show("The core duties decide the title.", named)
    while True:
        try:
            asked = said or _duties(named)
            # Tells unknown duties before anything else is asked.
            recommend_role(duties=asked, catalog=catalog)
            if asked and owns is None:
                owns = click.confirm("Does the person own the plan of care?", True, err=True)
            advice = recommend_role(
                duties=asked,
                owns_plan_of_care=owns,
                setting=facts.get("setting", ()),
                catalog=catalog,
            )
        except InputError as error:
            _say(str(error))
            said, owns = [], None
        else:
            _say(told(advice))
            return advice.role.id


def _duties(named: list[str]) -> list[str]:
    said = _prompt("Core duties (several: separate with commas)", "")
    parts = [one.strip() for one in said.split(",") if one.strip() not in ("", "-")]
    return [
        named[int(one) - 1] if one.isdecimal() and 1 <= int(one) <= len(named) else one
        for one in parts
    ]


def _fill_blanks(facts: dict[str, Any], catalog: Catalog, asked: set[str]) -> None:
    """Ask for what the posting still leaves blank, each once; *asked* are the fields asked before."""
    while (slot := _next_blank(facts, asked, catalog)) is not None:
        asked.add(_asks(slot))
        if slot.field == "extra":
            _ask_own(slot, facts)
        else:
            _ask(slot.field, facts, catalog)


def _next_blank(facts: Mapping[str, Any], asked: set[str], catalog: Catalog) -> Slot | None:
    posting = build(Requisition(**facts), catalog=catalog)
    slots = (catalog.slot(name) for name in posting.unfilled)
    known = (one for one in slots if one.field == "extra" or one.field in WORDS)
    return next((one for one in known if _asks(one) not in asked), None)


def _asks(slot: Slot) -> str:
    """Return what a question about a slot asks for: its field, or an own slot by its id."""
    return slot.id if slot.field == "extra" else slot.field


def _ask(field: str, facts: dict[str, Any], catalog: Catalog, default: str = "") -> None:
    """Ask until the answer can be used; what is already given is not asked."""
    if field in facts and field != "per":
        return
    offered = choices(field, catalog)
    words = WORDS[field]
    if is_list(field):
        between = "semicolons" if field == "locations" else "commas"
        words += f" (several: separate with {between})"
    _show(_hint(field, catalog), offered)
    while True:
        said = _prompt(words, default or _default(field, facts, catalog))
        try:
            facts.update(read_answer(field, said, facts, catalog))
        except InputError as error:
            _say(str(error))
        else:
            return


def _ask_own(slot: Slot, facts: dict[str, Any]) -> None:
    """Ask for the value of a slot that an overlay declares."""
    own = facts.get("extra", {})
    if slot.id in own:
        return
    _show(slot.hint, slot.options)
    said = _prompt(slot.label, "")
    if said not in ("", "-"):
        facts["extra"] = {**own, slot.id: said}


def _default(field: str, facts: Mapping[str, Any], catalog: Catalog) -> str:
    places = facts.get("locations") or ()
    if field == "region" and places:
        return f"the {dict(places[0]).get('city', '')} area"
    if field == "travel_percent":
        made = Requisition(**facts)
        # Visits mean travel: how much, only the person can say.
        return "" if has_fieldwork(made, modules_of(made, catalog)) else "0"
    return _DEFAULTS.get(field, "")


def _hint(field: str, catalog: Catalog) -> str:
    wanted = _SLOTS.get(field, field)
    return _HINTS.get(field) or next((one.hint for one in catalog.slots if one.id == wanted), "")


def _show(hint: str, options: Iterable[str]) -> None:
    numbered = ", ".join(f"{number} {one}" for number, one in enumerate(options, 1))
    _say("")
    for line in filter(None, (hint, f"Options: {numbered}" if numbered else "")):
        _say(f"  {line}")


def _prompt(words: str, default: str) -> str:
    said: str = click.prompt(words, default=default, show_default=bool(default), err=True)
    return said.strip()


def _say(words: str) -> None:
    click.echo(words, err=True)
