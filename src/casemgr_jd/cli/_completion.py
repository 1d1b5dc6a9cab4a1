"""What a shell completes: names of what the guide and the checker hold, the options of a fact, files."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from casemgr_jd._formats import FORMATS
from casemgr_jd.cli._answers import choices
from casemgr_jd.content.entries import FieldPlan
from casemgr_jd.content.load import load_catalog
from casemgr_jd.model.requisition import GUIDE
from casemgr_jd.renderers.outlets import OUTLETS

if TYPE_CHECKING:
    from casemgr_jd.content.catalog import Catalog

__all__ = ["complete_values", "completing"]

Values = Callable[[], Iterable[str]]


def completing(plan: FieldPlan) -> "Callable[[click.Context, click.Parameter, str], list[str]]":
    """Return what completes a value of a fact."""

    def complete(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
        offered = [*choices(plan, load_catalog()), *([GUIDE] if plan.adopt else ())]
        return [one for one in offered if one.lower().startswith(begun.lower())]

    return complete


def complete_values(command: click.Command) -> None:
    """Have a shell complete the values of a command, by what its parameters are called."""
    for parameter in command.params:
        # A type of its own, such as a choice, knows its values already.
        if isinstance(parameter.type, click.types.StringParamType):
            kind = _kind(parameter.name or "")
            if kind is not None:
                parameter.type = kind


def _kind(name: str) -> click.types.StringParamType | None:
    if name in _NAMES:
        return _NameOf(_NAMES[name])
    if name in _SEVERAL:
        return _NameOf(_SEVERAL[name], several=True)
    return _File(name in _FOLDERS) if name in _FILES or name in _FOLDERS else None


class _NameOf(click.types.StringParamType):
    """A text, of which a shell knows the values that it may have; several of them behind commas."""

    def __init__(self, values: Values, *, several: bool = False) -> None:
        self._values = values
        self._several = several

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        before, comma, begun = incomplete.rpartition(",") if self._several else ("", "", incomplete)
        return [
            CompletionItem(f"{before}{comma}{one}")
            for one in self._values()
            if one.lower().startswith(begun.lower())
        ]


class _File(click.types.StringParamType):
    """A text that names a file, or a folder."""

    def __init__(self, folder: bool) -> None:
        self._folder = folder

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return [CompletionItem(incomplete, type="dir" if self._folder else "file")]


def _of_catalog(name: str) -> Values:
    def values() -> Iterable[str]:
        catalog: Catalog = load_catalog()
        found: Any = getattr(catalog, name)
        return [one.id for one in found]

    return values


def _codes() -> Iterable[str]:
    from casemgr_jd.checks.rules import rules

    return [name for rule in rules() for name in (rule.code, rule.slug)]


def _topics() -> Iterable[str]:
    return load_catalog().guide.topics


def _editions() -> Iterable[str]:
    from casemgr_jd.model.choices import Edition

    return [str(one.value) for one in Edition]


_NAMES: dict[str, Values] = {
    "format_": FORMATS.names,
    "code": _codes,
    "topic": _topics,
    "outlets": lambda: OUTLETS,
    "setting": _of_catalog("settings"),
    "tier": _of_catalog("tiers"),
    "role": _of_catalog("roles"),
}
"""By the name of a parameter: the names that it takes."""
_SEVERAL: dict[str, Values] = {
    "select": _codes,
    "ignore": _codes,
    "settings": _of_catalog("settings"),
    "tiers": _of_catalog("tiers"),
    "roles": _of_catalog("roles"),
    "editions": _editions,
}
"""The same, where several stand in one value."""
_FILES = frozenset(
    (
        *("requisition", "postings", "first", "second", "file", "page", "source"),
        *("output", "below", "theme", "rejects", "map_", "content"),
    )
)
_FOLDERS = frozenset(("folder", "gallery"))
