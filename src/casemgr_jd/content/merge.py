"""Laying an employer's content over the guide's: same id replaces, new id adds, ``remove`` removes."""

from collections.abc import Iterator, Mapping
from typing import Any

from casemgr_jd._located import like, placed
from casemgr_jd._names import did_you_mean
from casemgr_jd.content.nesting import all_tables, ill_nested
from casemgr_jd.content.ordering import KEYS, place_of, put
from casemgr_jd.content.restating import restate, unsay
from casemgr_jd.content.sections import gathered, headed, without_section
from casemgr_jd.content.source import OF_ITEMS, Tables
from casemgr_jd.errors import ContentError, Problem

__all__ = ["merged"]

# Lists that hold items of the guide; a niche's item and the niche itself bear the same id.
_ITEM_LISTS = (
    "items", "scope", "general", "notes", "rules", "related", "questions", "flags", "faqs",
    "caseloads", "kpis", "measures", "statements",
)  # fmt: skip
_WITHOUT_IDS = ("pairs",)


def merged(base: Tables, overlay: Tables, name: str) -> Tables:
    """Return *base* with *overlay* over it; neither is changed.

    The table of an item that stays as it was is that of *base*, so that it need not be read again.

    A table of the overlay names by ``id`` what it replaces; keys that it leaves out keep the guide's
    value. ``[[items]]`` reaches any item by its id, and with an item of the guide every sentence that
    states it; a new one says its ``section``. Removing an item removes the sentences that state it.

    Raises:
        ContentError: an id to remove does not exist, a sentence that law wants is removed without
            a reason, or a new item says no section.
    """
    result: dict[str, Any] = {file: _copied(table) for file, table in base.items()}
    problems: list[Problem] = []
    removals: list[tuple[Any, str]] = []
    files = list(_files_of(overlay, problems))
    reached = restate(result, _words_of(files), _duties(result))
    for file, table in files:
        for key, value in table.items():
            where = placed(f"{file}: ", table, key)
            if key == "remove":
                names = value if isinstance(value, list) else [value]
                removals += [(one, f"{where}remove") for one in names]
            elif key == "items":
                _merge_items(result, value, where, problems, reached)
            elif key != "source":
                _merge_key(result, key, value, where, problems)
    for removal, where in removals:
        _remove(result, removal, where, problems)
    if problems:
        raise ContentError(problems, name)
    return result


def _files_of(overlay: Any, problems: list[Problem]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the files of an overlay that are tables; tells which are none."""
    if not isinstance(overlay, Mapping):
        problems.append(Problem("", "must be tables by the names of their files"))
        return
    for file, table in overlay.items():
        if isinstance(table, Mapping):
            yield str(file), table
        else:
            problems.append(Problem(str(file), "must be a table"))


def _words_of(files: list[tuple[str, Mapping[str, Any]]]) -> Iterator[Mapping[str, Any]]:
    """Yield the items of an overlay that bear an id."""
    for _, table in files:
        items = table.get("items")
        for one in items if isinstance(items, list) else ():
            if isinstance(one, Mapping) and isinstance(one.get("id"), str):
                yield one


def _duties(tables: Mapping[str, Any]) -> dict[str, str]:
    """Return the duty that each item of the guide asks for, by the id of the item."""
    found = _identified(tables.get("template.toml", {}))
    return {one["id"]: one["needs"] for one in found if "needs" in one}


def _copied(value: Any) -> Any:
    """Return a copy that may be changed; only the tables of items are the same, which nothing changes."""
    if value.__class__ is str:
        return value
    if isinstance(value, Mapping):
        made = {
            key: list(one) if key in OF_ITEMS and isinstance(one, list) else _copied(one)
            for key, one in value.items()
        }
        return like(value, made)
    return [_copied(one) for one in value] if isinstance(value, list) else value


def _merge_key(
    result: dict[str, Any], key: str, value: Any, start: str, problems: list[Problem]
) -> None:
    where = f"{start}{key}"
    home = next((tables for tables in result.values() if key in tables), None)
    if home is None:
        known = sorted({key for tables in result.values() for key in tables if key != "source"})
        problems.append(Problem(where, "is not known", did_you_mean(key, known)))
    elif not isinstance(value, list) or not all_tables(value):
        problems.append(Problem(where, "must be tables", f"write [[{key}]]"))
    elif key not in _WITHOUT_IDS and not all(isinstance(one.get("id"), str) for one in value):
        problems.append(Problem(where, "holds a table without an id"))
    elif ill := list(ill_nested(home[key], value, where)):
        problems += ill
    else:
        if key == "sections":
            gathered(result, value)
        home[key] = _merge_lists(home[key], value, where, problems)
        if key == "sections":
            headed(result, value)


def _merge_lists(base: Any, new: list[Any], where: str, problems: list[Problem]) -> list[Any]:
    """Return a list of tables with *new* over it; a list of anything else takes its place."""
    if not all_tables(new) or not isinstance(base, list) or not all_tables(base):
        return new
    if not all(isinstance(one.get("id"), str) for one in new):
        return [*base, *new]
    result = list(base)
    for one in new:
        path = placed(f"{where}[{one['id']}]", one)
        places = {known.get("id"): index for index, known in enumerate(result)}
        place = place_of(one, (name for name in places if name), path, problems)
        index = places.get(one["id"])
        known = {} if index is None else result[index]
        made = _merge_tables(known, _without(one, *KEYS), path, problems)
        if index is None:
            put(result, made, place, _has_id)
        elif place is None:
            result[index] = made
        else:
            del result[index]
            put(result, made, place, _has_id)
    return result


def _has_id(table: Mapping[str, Any], name: str) -> bool:
    return table.get("id") == name


def _merge_tables(
    base: Mapping[str, Any], new: Mapping[str, Any], where: str, problems: list[Problem]
) -> dict[str, Any]:
    result = like(new, base)
    for key, value in new.items():
        nested = isinstance(value, list) and value and isinstance(value[0], Mapping)
        result[key] = (
            _merge_lists(result.get(key, []), value, f"{where}.{key}", problems)
            if nested
            else _copied(value)
        )
    return result


def _merge_items(
    result: dict[str, Any], items: Any, start: str, problems: list[Problem], reached: set[str]
) -> None:
    if not isinstance(items, list) or not all_tables(items):
        problems.append(Problem(f"{start}items", "must be tables", "write [[items]]"))
        return
    for index, item in enumerate(items):
        if not isinstance(item.get("id"), str):
            where = placed(f"{start}items[{index}].id", item)
            problems.append(Problem(where, "is missing"))
            continue
        section = item.get("section")
        where = placed(f"{start}items[{item['id']}]", item)
        found = _find(result, item["id"], _ITEM_LISTS)
        if found is not None:
            home, index = found
            words = _without(item, "section", *KEYS)
            home[index] = _merge_tables(home[index], words, where, problems)
            _moved(home, index, item, where, problems)
            continue
        plans = {plan["id"]: plan for plan in result["sections.toml"]["sections"]}
        if isinstance(section, str) and section in plans:
            # What an employer adds stands, unless it says that it may give way.
            own = like(item, {"priority": 1, **_without(item, "section", *KEYS)})
            home = plans[section].setdefault("items", [])
            home.append(own)
            _moved(home, len(home) - 1, item, where, problems)
        elif item["id"] not in reached:
            hint = f"one of: {', '.join(plans)}"
            problems.append(Problem(f"{where}.section", "is missing or unknown", hint))


def _moved(
    home: list[Any], index: int, item: Mapping[str, Any], where: str, problems: list[Problem]
) -> None:
    """Move what stands at *index* to where an overlay's item asks for."""
    place = place_of(item, (str(one.get("id")) for one in home), where, problems)
    if place is not None:
        put(home, home.pop(index), place, _has_id)


def _without(table: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return like(table, {name: value for name, value in table.items() if name not in keys})


def _remove(result: dict[str, Any], removal: Any, where: str, problems: list[Problem]) -> None:
    wanted = removal.get("id") if isinstance(removal, Mapping) else removal
    reason = removal.get("reason") if isinstance(removal, Mapping) else None
    if without_section(result, str(wanted)):
        return
    found = _find(result, wanted, _ITEM_LISTS) or _find(result, wanted)
    if found is None:
        ids = [one["id"] for one in _identified(result)]
        hint = did_you_mean(str(wanted), ids)
        if not unsay(result, str(wanted)):
            problems.append(Problem(where, f"names nothing: {wanted!r}", hint))
    elif "citation" in found[0][found[1]] and not reason:
        hint = f'write {{ id = "{wanted}", reason = "…" }}'
        problems.append(Problem(where, f"law wants {wanted!r} in a posting", hint))
    else:
        del found[0][found[1]]
        unsay(result, str(wanted))


def _find(
    result: Mapping[str, Any], wanted: Any, keys: tuple[str, ...] = ()
) -> tuple[list[Any], int] | None:
    """Return the list, and the place in it, of the table whose id is *wanted*."""
    for home in _lists(result, keys):
        for index, one in enumerate(home):
            if isinstance(one, Mapping) and one.get("id") == wanted:
                return home, index
    return None


def _identified(value: Any) -> Iterator[Mapping[str, Any]]:
    for home in _lists(value):
        yield from (one for one in home if isinstance(one, Mapping) and "id" in one)


def _lists(value: Any, keys: tuple[str, ...] = ()) -> Iterator[list[Any]]:
    """Yield every list inside *value*, or those that stand under one of *keys*."""
    if value.__class__ is str:
        return
    if isinstance(value, Mapping):
        for key, one in value.items():
            if isinstance(one, list) and (not keys or key in keys):
                yield one
            yield from _lists(one, keys)
    elif isinstance(value, list):
        for one in value:
            yield from _lists(one, keys)
