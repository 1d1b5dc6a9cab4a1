"""What became of a row: an output, or all that is wrong with it."""

from typing import Any

from casemgr_jd._doors import node
from casemgr_jd._records import NamedTuple
from casemgr_jd.errors import CaseMgrError, InputError, Problem
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.serde.table.rows import RowReader

__all__ = ["Outcome", "as_input_error"]


@node
class Outcome(NamedTuple):
    """One row of a table and what became of it."""

    number: int
    """Counted from one, without the header."""
    output: Any
    """The posting, ``str`` or ``bytes`` as its format has it; nothing for a row with problems."""
    problems: tuple[Problem, ...]
    """All that is wrong with the row, each under the name of its column; empty where it is fine."""
    row: tuple[Any, ...]
    """The cells as they came."""
    reader: RowReader
    """What reads the cells."""

    @property
    def ok(self) -> bool:
        """Whether the row became a posting."""
        return not self.problems

    @property
    def cells(self) -> dict[str, Any]:
        """The cells by the name of their column."""
        return dict(zip(self.reader.columns.header, self.row))

    @property
    def requisition(self) -> Requisition:
        """What the row states.

        Raises:
            InputError: the row has problems.
        """
        if self.problems:
            raise InputError(self.problems, f"row {self.number}")
        return self.reader.requisition(self.row)

    def __repr__(self) -> str:
        words = "; ".join(map(str, self.problems)) or "fine"
        return f"Outcome(row {self.number}: {words})"


def as_input_error(error: CaseMgrError) -> InputError:
    """Return what an error says of a row, with each of its lines a problem of its own.

    >>> print(*as_input_error(CaseMgrError("Refused:\\nno date\\nno place")).problems, sep="; ")
    Refused: no date; Refused: no place
    """
    head, *lines = str(error).splitlines() or [""]
    if not lines:
        return InputError([Problem("", head)])
    return InputError([Problem(head.rstrip(":"), line) for line in lines])
