"""Content behind the advice on titles: what a role leads to, and by which words a duty is known."""

from functools import lru_cache

from casemgr_jd._records import NamedTuple
from casemgr_jd.content.fields import Fields
from casemgr_jd.content.source import Tabled, Tables
from casemgr_jd.errors import Problem

__all__ = ["Adjacent", "Advising", "Outcome", "Signal", "advising_of", "read_advising"]

FILE = "advice.toml"


class Outcome(NamedTuple):
    """What a recommended role means for license and pay."""

    id: str
    """Id of the role."""
    license: str
    """The license that the posting should require, as a sentence."""
    pay_banding: str
    """How to band the pay, as a sentence; no figure."""
    unsupervised: tuple[str, ...] = ()
    """Ids of settings where a lack of licensed oversight is pointed out, and does not decide."""


class Adjacent(NamedTuple):
    """When a job is really one of the related roles: all of some duties, none of others."""

    id: str
    """Id of the guide item, such as ``"related.discharge_planner"``."""
    duties: tuple[str, ...]
    without: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    """Ids of the settings it holds in; empty for any."""
    owns_plan_of_care: bool | None = None
    """What must be known of the plan of care; ``None`` where it does not matter."""


class Signal(NamedTuple):
    """Words by which a duty is recognized in a posting that somebody else wrote."""

    id: str
    """Id of the duty."""
    words: tuple[str, ...]
    """In lower case; any one of them is enough."""


class Advising(NamedTuple):
    """All content behind the advice."""

    outcomes: tuple[Outcome, ...] = ()
    adjacent: tuple[Adjacent, ...] = ()
    signals: tuple[Signal, ...] = ()

    def outcome(self, role: str) -> Outcome | None:
        """Return what *role* leads to, where the content says it."""
        return next((one for one in self.outcomes if one.id == role), None)


@lru_cache(maxsize=8)
def advising_of(catalog: Tabled) -> Advising:
    """Return the content behind the advice of a catalog; it is read once."""
    return read_advising(catalog._tables, [])


def read_advising(tables: Tables, problems: list[Problem]) -> Advising:
    """Read the content behind the advice, keeping what is wrong with it in *problems*."""
    fields = Fields(tables.get(FILE, {}), f"{FILE}: ", problems)
    return Advising(
        tuple(map(_outcome, fields.each("outcomes"))),
        tuple(map(_adjacent, fields.each("adjacent"))),
        tuple(Signal(one.text("id"), one.names("words")) for one in fields.each("signals")),
    )


def _outcome(fields: Fields) -> Outcome:
    return Outcome(
        id=fields.text("id"),
        license=fields.text("license"),
        pay_banding=fields.text("pay_banding"),
        unsupervised=fields.names("unsupervised"),
    )


def _adjacent(fields: Fields) -> Adjacent:
    owns = fields.optional("owns_plan_of_care")
    if owns is not None and not isinstance(owns, bool):
        fields.report("owns_plan_of_care", "must be true or false")
        owns = None
    return Adjacent(
        id=fields.text("id"),
        duties=fields.names("duties"),
        without=fields.names("without"),
        settings=fields.names("settings"),
        owns_plan_of_care=owns,
    )
