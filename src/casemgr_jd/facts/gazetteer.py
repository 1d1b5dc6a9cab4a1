"""Which state a city, a county or a postal code is in. The table is made of GeoNames data (CC BY 4.0)."""

from functools import lru_cache

from casemgr_jd._written import packed
from casemgr_jd.reading.lexicon import lexicon

__all__ = ["is_city", "state_of_postal_code", "states_of"]

COMPILED = "_gazetteer_compiled"
"""The module that the build writes the table to."""
_DOMINANT = 10
"""A name means the largest of its cities if that one has so many times the inhabitants of the others."""
_SPELLED = (("St. ", "Saint "), ("Ft. ", "Fort "), ("Mt. ", "Mount "), ("NYC", "New York"))


def states_of(name: str) -> tuple[str, ...]:
    """Return the states in which a city or county of this name may be; one alone where it is sure.

    >>> states_of("Seattle"), states_of("Portland"), states_of("Harbor Light")
    (('WA',), ('OR', 'ME', 'TX'), ())
    """
    sizes = _sizes(name)
    ordered = sorted(sizes, key=lambda state: -sizes[state])
    if len(ordered) > 1:
        others = sum(sizes[state] for state in ordered[1:])
        if sizes[ordered[0]] >= _DOMINANT * max(others, 1):
            return (ordered[0],)
    return tuple(ordered)


def is_city(name: str, state: str) -> bool:
    """Return whether a state has a city of this name."""
    return state in _sizes(name)


def _sizes(name: str) -> dict[str, int]:
    table = _table()
    found = table.get(name) or table.get(name.title()) if name.isupper() else table.get(name)
    for short, long in _SPELLED:
        if found is None and short in f"{name} ":
            found = table.get(name.replace(short.strip(), long.strip()))
        elif found is None and name.startswith(long):
            found = table.get(name.replace(long.strip(), short.strip()))
    return _read(found) if found else {}


def _read(written: str) -> dict[str, int]:
    pairs = (one.partition(":") for one in written.split(" "))
    return {state: int(size or 0) for state, _, size in pairs}


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    ready: dict[str, str] | None = getattr(packed(COMPILED), "TABLE", None)
    return ready or read_table()


def read_table() -> dict[str, str]:
    """Return the table as it is read from its file: where a wheel does not hold it compiled."""
    from casemgr_jd._resources import read_text

    lines = read_text("data", "gazetteer.tsv").splitlines()
    return dict(line.split("\t") for line in lines if line[:1] != "#")


def state_of_postal_code(code: str) -> str:
    """Return the state of a postal code of five digits, or an empty text.

    >>> state_of_postal_code("60614"), state_of_postal_code("00000")
    ('IL', '')
    """
    return _prefixes().get(code[:3], "")


@lru_cache(maxsize=1)
def _prefixes() -> dict[str, str]:
    found: dict[str, str] = {}
    for state, ranges in lexicon("places")["postal"].items():
        for one in ranges.split(","):
            first, _, last = one.partition("-")
            for prefix in range(int(first), int(last or first) + 1):
                found[f"{prefix:03d}"] = state
    return found
