"""What may be answered for a fact, and how an answer or an option of ``casemgr-jd new`` is read."""

from collections.abc import Iterable, Mapping
from typing import Any

from casemgr_jd._names import snake
from casemgr_jd.builder.effective import name_problems
from casemgr_jd.builder.posting_builder import build
from casemgr_jd.cli._kinds import KINDS, Kind
from casemgr_jd.cli._streams import must_be_text
from casemgr_jd.content.allowed import allowed, members
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import FieldPlan
from casemgr_jd.errors import InputError
from casemgr_jd.model.requisition import GUIDE, Requisition

__all__ = ["choices", "kind_of", "read_answer", "read_option"]

Facts = Mapping[str, Any]


def kind_of(plan: FieldPlan) -> Kind:
    """Return how a fact is read."""
    return KINDS[plan.kind]


def choices(plan: FieldPlan, catalog: Catalog) -> tuple[str, ...]:
    """Return what may be answered, or what is suggested; empty where there is nothing to suggest."""
    if plan.kind in ("years", "percent"):
        return ()
    return allowed(plan, catalog) or plan.options


def read_answer(plan: FieldPlan, said: str, facts: Facts, catalog: Catalog) -> dict[str, Any]:
    """Return the facts that an answer gives; nothing for an answer that says nothing.

    A number stands for the option of that number; several values are separated with commas, or with
    semicolons where a comma belongs to one of them.

    Raises:
        InputError: the answer cannot be used; says why.
    """
    offered = choices(plan, catalog)
    parts = [one.strip() for one in _split(said, kind_of(plan))]
    return _checked(plan, [_chosen(one, offered) for one in parts if one], facts, catalog)


def read_option(
    plan: FieldPlan, given: Iterable[str], facts: Facts, catalog: Catalog
) -> dict[str, Any]:
    """Return the facts that an option of the command gives, once or several times.

    Raises:
        InputError: the value cannot be used; says why.
    """
    return _checked(plan, [one.strip() for one in given if one.strip()], facts, catalog)


def _split(said: str, kind: Kind) -> list[str]:
    if not kind.between:
        return [said]
    return said.split(";" if ";" in said else kind.between)


def _chosen(said: str, offered: tuple[str, ...]) -> str:
    if said.isdecimal() and 1 <= int(said) <= len(offered):
        return offered[int(said) - 1]
    return said


def _checked(plan: FieldPlan, said: list[str], facts: Facts, catalog: Catalog) -> dict[str, Any]:
    """Return what was said as a fact, having seen that a posting can be built with it."""
    if not said:
        return {}
    for words in said:
        must_be_text(words, plan.name)
    found = {plan.name: _value(plan, said)}
    try:
        made = Requisition(**{**facts, **found})
        problems = name_problems(made, catalog)
        if not problems:
            build(made, catalog=catalog)
    except InputError as error:
        problems = list(error.problems)
    mine = [one for one in problems if one.path.startswith(plan.name)]
    if mine:
        raise InputError(mine)
    return found


def _value(plan: FieldPlan, said: list[str]) -> Any:
    kind = kind_of(plan)
    known = {snake(str(one)): str(one.value) for one in members(plan)}
    if plan.adopt:
        known[GUIDE] = GUIDE
    values = [kind.read(plan.name, known.get(snake(one), one)) for one in said]
    if not kind.several:
        return values[0]
    return dict(values) if plan.kind in ("counts", "extra") else values
