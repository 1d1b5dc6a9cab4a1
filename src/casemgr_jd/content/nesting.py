"""What an overlay's table may hold inside: where the guide's tables of a kind hold tables, tables."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from casemgr_jd._located import placed
from casemgr_jd.errors import Problem

__all__ = ["all_tables", "ill_nested"]


def all_tables(values: Sequence[Any]) -> bool:
    """Tell whether a list holds nothing but tables."""
    return all(isinstance(one, Mapping) for one in values)


def ill_nested(known: Any, new: Sequence[Mapping[str, Any]], where: str) -> Iterator[Problem]:
    """Yield what is wrong inside *new* tables: what *known* ones of their kind hold as tables is none.

    What is laid over the guide is walked from then on, so that nothing else may stand there.
    """
    if not isinstance(known, list) or not all_tables(known):
        return
    for one in new:
        for key, value in one.items():
            inside = _tables_under(key, known)
            if not inside:
                continue
            place = placed(f"{where}[{one.get('id')}].{key}", one, key)
            if not isinstance(value, list) or not all_tables(value):
                yield Problem(place, "must be tables", f"write [[….{key}]]")
            elif _named(inside) and not _named(value):
                yield Problem(place, "holds a table without an id")
            else:
                yield from ill_nested(inside, value, f"{where}[{one.get('id')}].{key}")


def _tables_under(key: str, known: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the tables that *known* ones hold under a key; none where one of them holds anything else."""
    held = [one[key] for one in known if key in one]
    if not all(isinstance(one, list) and all_tables(one) for one in held):
        return []
    return [table for tables in held for table in tables]


def _named(tables: Sequence[Mapping[str, Any]]) -> bool:
    return all(isinstance(one.get("id"), str) for one in tables)
