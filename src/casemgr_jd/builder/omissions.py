"""What a requisition leaves out, and whether it may."""

from collections.abc import Iterable

from casemgr_jd._names import did_you_mean
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.requisition import Omission

__all__ = ["Omissions"]

_FACT = "fact."


def _hint(name: str, known: Iterable[str]) -> str:
    return did_you_mean(name, sorted(known)) or "see casemgr-jd list items"


class Omissions:
    """The names that a requisition leaves out: items, guide items, facts at the top, sections."""

    def __init__(self, omitted: Iterable[Omission]) -> None:
        self._omitted = {one.id: one for one in omitted}
        self._law: dict[str, str] = {}

    def leaves_out(self, name: str) -> bool:
        """Tell whether what bears *name* is left out; a labeled fact also answers to its field."""
        return name in self._omitted

    def leaves_out_fact(self, names: Iterable[str], fields: Iterable[str]) -> bool:
        """Tell whether a labeled fact is left out, by a name of it, that name cut short, or its field."""
        called = (short for name in names for short in (name, name.removeprefix(_FACT)))
        return not self._omitted.keys().isdisjoint((*called, *fields))

    def wanted_by_law(self, name: str, section: str) -> None:
        """Note that law wants what bears *name* in *section*."""
        self._law[name] = section

    def check(self, catalog: Catalog) -> None:
        """Refuse omissions that name nothing, or take out without a reason what law wants.

        Raises:
            InputError: lists all of them.
        """
        known = catalog.names() if self._omitted else frozenset()
        unknown = [
            Problem("omit", f"names nothing in this posting: {name!r}", _hint(name, known))
            for name in self._omitted
            if name not in known and name not in self._law
        ]
        unreasoned = [
            Problem("omit", f"law wants {name!r} in this posting", "give a reason, or keep it")
            for name, section in self._law.items()
            if any(
                one in self._omitted and not self._omitted[one].reason for one in (name, section)
            )
        ]
        if unknown or unreasoned:
            raise InputError(unknown + unreasoned)
