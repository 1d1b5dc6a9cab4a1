"""Changing some facts of a requisition, and reading only those."""

from collections import deque
from collections.abc import Callable, Collection, Mapping
from itertools import repeat
from operator import attrgetter, call
from typing import Any, TypeVar

from casemgr_jd._attrs import evolve, fields
from casemgr_jd._frozen import FrozenMap
from casemgr_jd._names import did_you_mean
from casemgr_jd._reading import reader_of
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model._entry import Rejected
from casemgr_jd.model.requisition import Requisition

__all__ = [
    "FACTS",
    "Begun",
    "all_facts",
    "changed",
    "contradictions",
    "copied_into",
    "copy_of",
    "fact_reader",
    "read_fact",
    "replaced",
    "standing_on",
    "writer_of",
]

R = TypeVar("R", bound=Requisition)
_ATTRIBUTES = {one.name: one for one in fields(Requisition)}
FACTS: tuple[str, ...] = tuple(_ATTRIBUTES)
"""Names of the fields of a requisition, in order."""
_read_all = attrgetter(*FACTS)
# The descriptors set what is settled already; the class itself refuses to be changed.
_WRITE = {name: getattr(Requisition, name).__set__ for name in FACTS}
_WRITERS = tuple(_WRITE.values())


def all_facts(requisition: Requisition) -> tuple[Any, ...]:
    """Return the facts of a requisition, in the order of ``FACTS``."""
    found: tuple[Any, ...] = _read_all(requisition)
    return found


def read_fact(name: str, value: object) -> Any:
    """Return *value* as field *name* of a requisition keeps it.

    Raises:
        InputError: the value is not of the field's kind, or there is no such field.

    >>> read_fact("license", "RN")
    ('RN',)
    """
    return fact_reader(name)(value)


def fact_reader(name: str) -> Callable[[object], Any]:
    """Return ``read_fact`` for one field.

    Raises:
        InputError: there is no such field.
    """
    attribute = _ATTRIBUTES.get(name)
    if attribute is None:
        raise InputError(
            [Problem(name, "is not a field of a requisition", did_you_mean(name, FACTS))]
        )
    convert: Any = attribute.converter or _as_it_is

    def read(value: object) -> Any:
        found = convert(value)
        if found.__class__ is Rejected:
            raise InputError([problem.under(name) for problem in found.problems])
        return found

    return read


def _as_it_is(value: object) -> object:
    return value


def changed(requisition: Requisition, facts: Mapping[str, Any]) -> Requisition:
    """Return *requisition* with *facts*, as ``attrs.evolve`` does; what stays is not read again.

    Raises:
        InputError: a value is not of its field's kind or contradicts another; all problems at once.

    >>> changed(Requisition(organization="Lakeside Health"), {"license": "RN"}).license
    ('RN',)
    """
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, value in facts.items():
        try:
            values[name] = read_fact(name, value)
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return replaced(requisition, values)


def replaced(requisition: Requisition, values: Mapping[str, Any]) -> Requisition:
    """Return *requisition* with *values* that ``read_fact`` has read.

    Raises:
        InputError: one of them contradicts another fact.
    """
    if not values:
        return requisition
    if type(requisition) is not Requisition:
        return evolve(requisition, **values)
    made = copy_of(requisition)
    for name, value in values.items():
        _WRITE[name](made, value)
    conflicts = contradictions(made)
    if conflicts:
        raise InputError(conflicts)
    return made


def copy_of(requisition: Requisition) -> Requisition:
    """Return another requisition with the same facts, for who writes others into it before it is seen."""
    return copied_into(object.__new__(Requisition), requisition)


class Begun:
    """Requisitions that have the same facts but for some, which whoever asks for one writes himself.

    Args:
        requisition: one that has them.
        without: the facts that are not written.
    """

    def __init__(self, requisition: Requisition, without: Collection[str]) -> None:
        names = [name for name in FACTS if name not in without]
        self._writers = tuple(map(writer_of, names))
        self._values = reader_of(names)(requisition)

    def another(self) -> Requisition:
        """Return a requisition with these facts and without the others, before anybody sees it."""
        made = object.__new__(Requisition)
        deque(map(call, self._writers, repeat(made), self._values), maxlen=0)
        return made


def copied_into(made: R, requisition: Requisition) -> R:
    """Return *made*, which nobody has seen yet, with the facts of *requisition*."""
    # No loop of Python's own: seventy facts are copied for each row of a table.
    deque(map(call, _WRITERS, repeat(made), _read_all(requisition)), maxlen=0)
    return made


def writer_of(name: str) -> Callable[[Requisition, Any], None]:
    """Return what writes a fact that ``read_fact`` has read into a requisition that nobody has seen yet."""
    write: Callable[[Requisition, Any], None] = _WRITE[name]
    return write


_JOINED = ("add", "omit", "suppress")
"""Lists in which what stands beneath is kept, for each entry says something of its own."""


def standing_on(requisition: Requisition, beneath: Requisition) -> Requisition:
    """Return *requisition* with each fact of *beneath* that it does not give itself.

    Tables such as ``extra`` are joined key by key; what is added, left out or accepted is joined too.

    Raises:
        InputError: a fact of the one contradicts a fact of the other.

    >>> usual = Requisition(organization="Lakeside Health", tier="entry")
    >>> standing_on(Requisition(tier="senior"), usual).organization
    'Lakeside Health'
    """
    own = requisition.given
    values: dict[str, Any] = {}
    for name in beneath.given:
        found, value = getattr(requisition, name), getattr(beneath, name)
        if name not in own:
            values[name] = value
        elif isinstance(value, FrozenMap):
            values[name] = FrozenMap({**value, **found})
        elif name in _JOINED:
            values[name] = tuple(dict.fromkeys((*value, *found)))
    return replaced(requisition, values)


def contradictions(requisition: Requisition) -> list[Problem]:
    """Return which facts of *requisition* cannot both be true."""
    return requisition._conflicts()
