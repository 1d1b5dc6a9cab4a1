"""The questions of a form, one for each fact, as they stand on a terminal."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import click

from casemgr_jd.builder.offers import is_asked, offer_in_words
from casemgr_jd.cli._answers import choices, kind_of, read_answer
from casemgr_jd.cli._streams import tell
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import FieldPlan
from casemgr_jd.errors import InputError
from casemgr_jd.model.requisition import Requisition

__all__ = ["ask", "prompt", "questions", "shown"]

_NOT_ASKED = ("suppressions", "extra")
"""Kinds that speak of what the checker found, and of slots, which are asked one by one."""
_NEEDS = {"needed": "Needed. ", "law": "Needed where law at the place wants it. "}


def questions(catalog: Catalog, facts: Mapping[str, Any]) -> tuple[FieldPlan, ...]:
    """Return what is asked for a job of which *facts* are known, in order."""
    known = Requisition(**facts)
    plans = [one for one in catalog.fields if one.kind not in _NOT_ASKED and is_asked(one, known)]
    return (*plans, *_own_slots(catalog))


def _own_slots(catalog: Catalog) -> Iterable[FieldPlan]:
    """Yield a question for each slot that an overlay declares."""
    last = catalog.field_groups[-1].id
    for slot in catalog.own_slots:
        yield FieldPlan(slot.id, slot.label, "extra", last, slot.label, slot.hint, slot.options)


def ask(
    plan: FieldPlan, facts: Mapping[str, Any], catalog: Catalog, command: Callable[[str], bool]
) -> dict[str, Any] | None:
    """Ask until the answer can be used; return the facts it gives, nothing for a blank.

    Args:
        plan: what is asked for.
        facts: what is known so far.
        catalog: the content.
        command: takes what was said; tells whether it is a command, upon which this returns ``None``.
    """
    for line in shown(plan, facts, catalog):
        tell(f"  {line}")
    found: dict[str, Any] = {}
    while True:
        more = plan.name in found
        said = prompt(plan.ask if not more else "One more, or Enter to go on")
        if not said:
            return found
        if command(said):
            return None
        try:
            read = _read(plan, said, {**facts, **found}, catalog)
        except InputError as error:
            tell(str(error))
            continue
        found = (
            {name: [*found.get(name, ()), *value] for name, value in read.items()} if more else read
        )
        if not _takes_more(plan):
            return found


def _takes_more(plan: FieldPlan) -> bool:
    kind = kind_of(plan)
    return kind.several and not kind.between and plan.kind != "extra"


def _read(plan: FieldPlan, said: str, facts: Mapping[str, Any], catalog: Catalog) -> dict[str, Any]:
    if plan.kind != "extra":
        return read_answer(plan, said, facts, catalog)
    chosen = plan.options
    value = chosen[int(said) - 1] if said.isdecimal() and 0 < int(said) <= len(chosen) else said
    return {"extra": {**facts.get("extra", {}), plan.name: value}}


def shown(plan: FieldPlan, facts: Mapping[str, Any], catalog: Catalog) -> Iterable[str]:
    """Yield what stands above a question: advice, options, and what may be taken over from the guide."""
    if plan.help:
        yield f"{_NEEDS.get(plan.need, '')}{plan.help}"
    numbered = ", ".join(
        f"{number}\u00a0{one}" for number, one in enumerate(choices(plan, catalog), 1)
    )
    if numbered:
        yield f"Options: {numbered}"
    if plan.initial:
        yield f"Often: {plan.initial}"
    offer = offer_in_words(plan, Requisition(**facts), catalog)
    if offer:
        yield f'"guide" takes over: {offer}'
    if kind_of(plan).between:
        yield f"Several: separate with {_SEPARATORS[kind_of(plan).between]}."
    elif _takes_more(plan):
        yield "One a line."


_SEPARATORS = {",": "commas, or with semicolons where one holds a comma", ";": "semicolons"}


def prompt(words: str) -> str:
    """Ask on standard error, and return what was said; empty for Enter."""
    said: str = click.prompt(words, default="", show_default=False, err=True)
    return said.strip()
