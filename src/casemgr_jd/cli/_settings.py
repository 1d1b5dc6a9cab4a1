"""Settings of a project: what ``casemgr-jd check`` is told each time, written once in a file."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casemgr_jd._files import decoded, read_file
from casemgr_jd._names import did_you_mean
from casemgr_jd._tables import toml_table
from casemgr_jd.cli._streams import say
from casemgr_jd.errors import InputError, Problem

if TYPE_CHECKING:
    from casemgr_jd.model.requisition import Suppression

__all__ = ["accepted_by_settings", "settings_option", "settled"]

_FILE, _PROJECT, _TOOL = "casemgr-jd.toml", "pyproject.toml", "casemgr-jd"
_KEYS: Mapping[str, type] = {
    "select": list,
    "ignore": list,
    "fail-on": str,
    "location": str,
    "employees": int,
    "requisition": str,
    "content": list,
    "inline-suppressions": bool,
    "suppress": list,
}
_META = "casemgr_jd.settings.suppress"


def settings_option(command: Any) -> Any:
    """Add ``--no-settings``; without it the settings of the folder stand where an option is left out."""
    return click.option(
        "--no-settings",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_settle,
        help=f"Leave out {_FILE} and the [tool.{_TOOL}] of {_PROJECT}.",
    )(command)


def accepted_by_settings(context: click.Context) -> "tuple[Suppression, ...]":
    """Return the findings that the settings accept."""
    found: tuple[Suppression, ...] = context.meta.get(_META, ())
    return found


def settled(context: click.Context) -> frozenset[str]:
    """Return the names of what the settings say, and the command line does not."""
    source = click.core.ParameterSource.DEFAULT_MAP
    return frozenset(
        name for name in context.params if context.get_parameter_source(name) is source
    )


def _settle(context: click.Context, _: click.Parameter, without: bool) -> None:
    found = None if without or context.resilient_parsing else _found(Path())
    if found is None:
        return
    name, table = found
    problems = _problems(table)
    suppressed = [] if problems else _suppressions(table.get("suppress", []), problems)
    if problems:
        raise InputError(problems, name)
    say(f"casemgr-jd: settings from {name}")
    context.meta[_META] = tuple(suppressed)
    told = {key.replace("-", "_"): value for key, value in table.items() if key != "suppress"}
    if "inline_suppressions" in told:
        told["inline"] = told.pop("inline_suppressions")
    context.default_map = {**told, **(context.default_map or {})}


def _found(folder: Path) -> tuple[str, Mapping[str, Any]] | None:
    """Return the name of the file and its ``[check]`` table, or nothing where there is none."""
    for name in (_FILE, _PROJECT):
        path = folder / name
        if not path.is_file():
            continue
        table = toml_table(decoded(read_file(path), name), name)
        if name == _PROJECT:
            tools = table.get("tool", {})
            table = tools.get(_TOOL, {}) if isinstance(tools, Mapping) else {}
        check = table.get("check")
        if check is not None:
            return name, check if isinstance(check, Mapping) else {"check": check}
    return None


def _problems(table: Mapping[str, Any]) -> list[Problem]:
    found: list[Problem] = []
    for key, value in table.items():
        if key not in _KEYS:
            hint = did_you_mean(key, _KEYS) or f"one of: {', '.join(_KEYS)}"
            found.append(Problem(f"check.{key}", "is not known", hint))
        elif not isinstance(value, _KEYS[key]) or (
            isinstance(value, bool) and _KEYS[key] is not bool
        ):
            wanted = {list: "a list", str: "a text", int: "a whole number", bool: "true or false"}
            found.append(
                Problem(f"check.{key}", f"must be {wanted[_KEYS[key]]}, not {value!r:.40}")
            )
    return found


def _suppressions(rows: list[Any], problems: list[Problem]) -> "list[Suppression]":
    from casemgr_jd.model.requisition import Requisition

    try:
        return list(Requisition(suppress=rows).suppress)
    except InputError as error:
        problems += [one.under("check") for one in error.problems]
        return []
