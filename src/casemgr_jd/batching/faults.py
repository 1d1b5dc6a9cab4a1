"""What is wrong with the file of a table, in our words."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from casemgr_jd.errors import InputError, Problem

__all__ = ["broken", "told"]


def told(
    path: str, rows: Iterator[Any], faults: tuple[type[Exception], ...] = (Exception,)
) -> Iterator[Any]:
    """Yield rows; what the reader of a format raises in between is told as a fault of the file.

    Readers of other projects promise nothing about what a damaged file makes them raise.
    """
    for done in count():
        try:
            row = next(rows)
        except StopIteration:
            return
        except faults as error:
            raise broken(path, error, done) from None
        yield row


def broken(path: str, error: Exception, done: int = 0) -> InputError:
    reason = f"cannot be read as a table: {str(error) or type(error).__name__}"
    place = f"after {done:,} rows" if done else ""
    return InputError([Problem(place, reason, "save it anew, as text in UTF-8")], path)
