"""How the cells of one table are written."""

from collections.abc import Iterable

from casemgr_jd._attrs import field, frozen
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model._value import Value

__all__ = ["Conventions"]


def _folded(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(value.strip().casefold() for value in values)


@frozen(repr=False, eq=False)
class Conventions(Value):
    """How a table writes lists, dates and cells that hold nothing.

    >>> Conventions(separators=",").parts("RN, LCSW")
    ['RN', 'LCSW']
    """

    separators: str = ";|"
    """Characters that part the entries of a list; a line break always does."""
    day_first: bool = False
    """Whether ``3/4/2026`` is the third of April; it is the fourth of March otherwise."""
    blanks: tuple[str, ...] = field(default=(), converter=_folded)
    """Words that stand for an empty cell, such as ``N/A``."""

    def __attrs_post_init__(self) -> None:
        if not self.separators.strip():
            raise InputError([Problem("separators", "must be one or more characters", 'like ";"')])

    def is_blank(self, cell: object) -> bool:
        """Tell whether a cell holds nothing: empty, not a number, or one of ``blanks``."""
        if isinstance(cell, str):
            words = cell.strip()
            if words and not self.blanks:
                return False
            return not words or words.casefold() in self.blanks
        return cell is None or _is_nan(cell)

    def parts(self, text: str) -> list[str]:
        """Return the entries of a list that stands in one cell."""
        for separator in self.separators:
            text = text.replace(separator, "\n")
        return [part for one in text.splitlines() if (part := one.strip())]


def _is_nan(cell: object) -> bool:
    # NaN and the NaT of data frames are what does not equal itself; pandas' NA refuses to say.
    try:
        return bool(cell != cell)
    except (TypeError, ValueError):
        return type(cell).__name__ == "NAType"
