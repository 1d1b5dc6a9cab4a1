"""Reading a house style from its settings file, or from a distribution that installs one."""

from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from casemgr_jd._doors import door
from casemgr_jd._files import is_path
from casemgr_jd._names import did_you_mean, snake
from casemgr_jd._settings_files import FILE, settings_in, settings_table
from casemgr_jd.errors import InputError, Problem, UnknownNameError
from casemgr_jd.house._reading import beside
from casemgr_jd.house.house_style import HouseStyle
from casemgr_jd.house.installed import STYLES
from casemgr_jd.model._entry import Rejected, described, lines

__all__ = ["house_style_of", "load_house_style"]

_TABLES = ("extends", "style", "theme", "check", "outlets")
STYLE = ("content", "letterhead", "facts", "values", "slots", "sections", "renames", "banned")
CHECK = {
    "select": "select",
    "ignore": "ignore",
    "fail-on": "fail_on",
    "location": "location",
    "employees": "employees",
    "requisition": "requisition",
    "inline-suppressions": "inline_suppressions",
    "for": "outlets",
    "suppress": "suppress",
}
"""Keys of the table for the checker, as its options are called, and the fields behind them."""


@door(source=None)
def load_house_style(source: "str | PathLike[str]") -> HouseStyle:
    """Read a house style.

    Args:
        source: the path of a settings file, or of the folder that holds one; a text may also be the name
            of an installed house style. Paths in the file are relative to it.

    Raises:
        InputError: there is none, it cannot be read, or anything in it is wrong; all problems at once.
    """
    if not is_path(source):
        reason = f"must be the path of a settings file, not {described(source)}"
        raise InputError([Problem("source", reason, "or the name of an installed house style")])
    return _loaded(source, ())


@door()
def house_style_of(table: Mapping[str, Any], folder: "str | PathLike[str]" = ".") -> HouseStyle:
    """Make a house style of the tables of a settings file.

    Args:
        table: the tables ``style``, ``theme``, ``check`` and ``outlets``, and the names of other styles
            that it ``extends``.
        folder: where paths in it start.

    Raises:
        InputError: a key is unknown or a value is wrong; all problems at once.

    >>> house_style_of({"style": {"values": {"phone": "303-555-0100"}}}).values["phone"]
    '303-555-0100'
    """
    return _made(table, Path(folder), ())


def _loaded(source: "str | PathLike[str]", above: tuple[str, ...]) -> HouseStyle:
    path = Path(source)
    if path.is_dir():
        found = settings_in(path)
        if found is None:
            raise InputError([Problem("", f"holds no {FILE}", "name a settings file")], str(source))
        path = found
    elif not path.is_file() and not path.suffix:
        return _installed(str(source), above)
    here = str(path.resolve())
    if here in above:
        raise InputError([Problem("extends", "leads back to itself", "leave it out")], str(path))
    try:
        return _made(settings_table(path), path.parent, (*above, here))
    except InputError as error:
        raise error if error.source else error.named(str(path)) from None


def _installed(name: str, above: tuple[str, ...]) -> HouseStyle:
    try:
        made = STYLES.get(name)
    except UnknownNameError as error:
        known = ", ".join(error.known) or "none is installed"
        hint = f"name a settings file, or an installed house style ({known})"
        reason = "is neither a settings file nor an installed house style"
        raise InputError([Problem("", reason, hint)], name) from None
    if isinstance(made, HouseStyle):
        return made
    if is_path(made) and Path(made).exists() and str(Path(made).resolve()) not in above:
        return _loaded(made, above)
    reason = f"gives {described(made)}, not a HouseStyle or the path of a settings file"
    raise InputError([Problem("", reason, "mend the distribution that installs it")], name)


def _made(table: Mapping[str, Any], folder: Path, above: tuple[str, ...]) -> HouseStyle:
    problems: list[Problem] = []
    given = _known(table, _TABLES, "", problems)
    style, check = (_sub(given, key, problems) for key in ("style", "check"))
    parts: dict[str, Any] = _known(style, STYLE, "style.", problems)
    parts["content"] = _folders(parts.get("content"), folder)
    theme = given.get("theme")
    parts["theme"] = beside(folder, theme, "logo", "fonts") if isinstance(theme, Mapping) else theme
    told = _known(check, tuple(CHECK), "check.", problems)
    parts["checks"] = beside(folder, {CHECK[key]: one for key, one in told.items()}, "requisition")
    parts["outlets"] = given.get("outlets")
    for name, part in parts.items():
        try:
            HouseStyle(**{name: part})
        except InputError as error:
            problems += map(_as_written, error.problems)
    base = HouseStyle()
    for name in _names(given.get("extends"), problems):
        near = folder / name
        try:
            base = base | _loaded(near if near.exists() else name, above)
        except InputError as error:
            problems += [one.under(f"extends {name}") for one in error.problems]
    if problems:
        raise InputError(problems)
    return base | HouseStyle(**parts)


def _sub(table: Mapping[str, Any], key: str, problems: list[Problem]) -> Mapping[str, Any]:
    found = table.get(key, {})
    if isinstance(found, Mapping):
        return found
    problems.append(Problem(key, f"must be a table, not {described(found)}", f"write [{key}]"))
    return {}


def _known(
    table: Mapping[str, Any], known: tuple[str, ...], under: str, problems: list[Problem]
) -> dict[str, Any]:
    """Return the keys of a table that are known, each as we write it; tells which are not."""
    ours = {snake(name): name for name in known}
    found: dict[str, Any] = {}
    for key, value in table.items():
        name = ours.get(snake(str(key)))
        if name is None:
            hint = did_you_mean(key, known) or f"one of: {', '.join(known)}"
            problems.append(Problem(f"{under}{key}", "is not known", hint))
        else:
            found[name] = value
    return found


def _folders(value: object, folder: Path) -> object:
    """Return overlays, those that are folders beside the file by their path."""
    names: Any = lines(value)  # type: ignore[arg-type]
    if isinstance(names, Rejected):
        return value
    return tuple(str(folder / one) if (folder / one).is_dir() else one for one in names)


def _names(value: object, problems: list[Problem]) -> tuple[str, ...]:
    found: Any = lines(value)  # type: ignore[arg-type]
    if isinstance(found, Rejected):
        problems += [one.under("extends") for one in found.problems]
        return ()
    return tuple(found)


def _as_written(problem: Problem) -> Problem:
    """Return a problem of the value under the key of the file that it stands under."""
    first, _, rest = problem.path.partition(".")
    if first == "checks":
        name, _, more = rest.partition("[")
        key = next((key for key, one in CHECK.items() if one == name), name)
        return problem._replace(path=f"check.{key}{'[' * bool(more)}{more}")
    if first in ("theme", "outlets"):
        return problem
    return problem._replace(path=f"style.{problem.path}")
