"""A place as a person writes it on the command line."""

from typing import TYPE_CHECKING

from casemgr_jd.errors import InputError, Problem

if TYPE_CHECKING:
    from casemgr_jd.model.place import Location

__all__ = ["place_of"]


def place_of(words: str, option: str) -> "Location":
    """Return the place that *words* name: a city and its state, or a state alone.

    Raises:
        InputError: they name none; it says so of *option*.
    """
    from casemgr_jd.model.place import Location

    city, comma, state = (part.strip() for part in words.rpartition(","))
    try:
        return Location(city or None, state) if comma else Location(None, words.strip())
    except InputError as error:
        hint = 'write it like "Denver, CO", or a state alone'
        problems = [Problem("", one.reason, hint) for one in error.problems]
        raise InputError(problems, option) from None
