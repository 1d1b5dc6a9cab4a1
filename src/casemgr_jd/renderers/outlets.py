"""Outlets: the places a posting is sent to, each described in data: what it requires, forbids and limits."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd.errors import UnknownNameError

__all__ = ["OUTLETS", "Ban", "Limit", "Outlet", "Requirement", "outlet_named"]

OUTLETS = (
    "google",
    "indeed",
    "linkedin",
    "lever",
    "greenhouse",
    "smartrecruiters",
    "jsonresume",
)
"""Names of the outlets in the package."""

T = TypeVar("T")


@attrs.frozen(eq=False)
class Requirement(ByContent):
    """A field that the outlet requires or recommends, in the cases that it is about."""

    field: str
    """Name of the field there."""
    remedy: str = ""
    """What to do, where it is more than giving the facts that the field is made of."""
    when: str = ""
    """The case in which alone it holds, such as ``remote``; empty for all."""
    unless: str = ""
    """The case in which it does not hold."""


@attrs.frozen(eq=False)
class Limit(ByContent):
    """How many characters a field may have."""

    field: str
    least: int = 0
    most: int | None = None
    confirmed: bool = True
    """Whether the outlet says so itself; an unconfirmed limit is told, and refuses nothing."""
    remedy: str = ""


@attrs.frozen(eq=False)
class Ban(ByContent):
    """Words that a field should not hold; ``{city}`` and the like stand for facts of the job."""

    field: str
    holds: tuple[str, ...] = attrs.field(converter=tuple)
    reason: str = ""
    remedy: str = ""


def _several(kind: type[T], values: "Iterable[T | Mapping[str, Any]]") -> tuple[T, ...]:
    """Read several values of *kind*, each given as such or as a table of a file."""
    return tuple(kind(**one) if isinstance(one, Mapping) else one for one in values)


def _requirements(values: "Iterable[Requirement | Mapping[str, Any]]") -> tuple[Requirement, ...]:
    return _several(Requirement, values)


def _limits(values: "Iterable[Limit | Mapping[str, Any]]") -> tuple[Limit, ...]:
    return _several(Limit, values)


def _bans(values: "Iterable[Ban | Mapping[str, Any]]") -> tuple[Ban, ...]:
    return _several(Ban, values)


@attrs.frozen(kw_only=True, eq=False)
class Outlet(ByContent):
    """One outlet, with the page that its description follows and the day it was read.

    >>> google = outlet_named("google")
    >>> google.format, google.read.isoformat()
    ('jsonld', '2026-11-23')
    >>> google.need("datePosted"), google.need("baseSalary"), google.need("skills")
    ('required', 'recommended', 'optional')
    """

    id: str
    name: str
    format: str
    """The format that carries a posting there."""
    source: str
    read: date
    basis: str
    """How firmly the source says it."""
    requires: tuple[Requirement, ...] = attrs.field(default=(), converter=_requirements)
    recommends: tuple[Requirement, ...] = attrs.field(default=(), converter=_requirements)
    limits: tuple[Limit, ...] = attrs.field(default=(), converter=_limits)
    forbids: tuple[Ban, ...] = attrs.field(default=(), converter=_bans)
    most_jobs: int | None = None
    """How many jobs one feed may hold."""

    @classmethod
    def unknown(cls, name: str) -> "Outlet":
        """Return an outlet of which nothing is known, for a format of somebody else's."""
        return cls(id=name, name=name, format=name, source="", read=date.min, basis="")

    @property
    def fields(self) -> frozenset[str]:
        """Names of the fields that it says anything of."""
        wanted = (*self.requires, *self.recommends)
        return frozenset(
            (
                *(one.field for one in wanted),
                *(one.field for one in self.limits),
                *(one.field for one in self.forbids),
            )
        )

    def need(self, name: str) -> str:
        """Return ``required``, ``recommended`` or ``optional`` for a field there."""
        if any(one.field == name for one in self.requires):
            return "required"
        recommended = any(one.field == name for one in self.recommends)
        return "recommended" if recommended else "optional"


@lru_cache(maxsize=32)
def outlet_named(name: str) -> Outlet:
    """Return the description of an outlet.

    Raises:
        UnknownNameError: there is none of that name; the message lists those that exist.
    """
    import tomllib

    from casemgr_jd._resources import read_text

    key = name.strip().lower()
    if key not in OUTLETS:
        raise UnknownNameError("outlet", name, OUTLETS)
    return Outlet(id=key, **tomllib.loads(read_text("data", "outlets", f"{key}.toml")))
