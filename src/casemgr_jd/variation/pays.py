"""Pay that follows from the tier or the place of a variant."""

from collections.abc import Iterator, Mapping
from typing import Any

from casemgr_jd._frozen import FrozenMap
from casemgr_jd._names import did_you_mean, snake
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.changes import read_fact
from casemgr_jd.model.pay import PayRange
from casemgr_jd.model.requisition import Requisition

__all__ = ["must_be_met", "pay_of", "pays_of"]


def pays_of(table: Mapping[Any, Any]) -> FrozenMap[PayRange]:
    """Return the pay by what it is for.

    Raises:
        InputError: a value is no pay; all of them at once.
    """
    pays: dict[str, PayRange] = {}
    problems: list[Problem] = []
    for key, value in table.items():
        try:
            pays[str(key)] = read_fact("pay", value)
        except InputError as error:
            problems += [one.under(f"pay[{str(key)!r}]") for one in error.problems]
    if problems:
        raise InputError(problems)
    return FrozenMap(pays)


def pay_of(requisition: Requisition, pays: Mapping[str, PayRange]) -> PayRange | None:
    """Return the pay that is nearest to a job, or nothing where none is given for it.

    >>> from casemgr_jd import Location
    >>> pays = {"CO": PayRange(70_000, 90_000), "lead CO": PayRange(90_000, 99_000)}
    >>> print(pay_of(Requisition(tier="lead", locations=[Location("Denver", "CO")]), pays))
    $90,000–$99,000 a year
    """
    return next((pays[one] for one in _keys(requisition) if one in pays), None) if pays else None


def must_be_met(
    pays: Mapping[str, PayRange], common: Requisition, axes: Mapping[str, tuple[Any, ...]]
) -> None:
    """Refuse pay for a tier or a place that no variant has.

    Raises:
        InputError: names each of them.
    """
    known: dict[str, None] = {}
    for tier in axes.get("tier", (common.tier,)):
        for places in axes.get("locations", (common.locations,)):
            known |= dict.fromkeys(_keys(Requisition(tier=tier, locations=places)))
    problems = [
        Problem("pay", f"is given for {one!r}, which no variant has", _hint(one, list(known)))
        for one in pays
        if one not in known
    ]
    if problems:
        raise InputError(problems)


def _keys(requisition: Requisition) -> Iterator[str]:
    """Yield by what the pay of a job may be found: the nearest first."""
    places = [str(one) for one in requisition.locations]
    places += [one.state for one in requisition.locations if one.state]
    tier = snake(requisition.tier or "")
    if tier:
        yield from (f"{tier} {place}" for place in places)
    yield from places
    if tier:
        yield tier


def _hint(key: str, known: list[str]) -> str:
    return did_you_mean(key, known) or f"one of: {', '.join(known)}"
