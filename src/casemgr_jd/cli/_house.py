"""The house style of a run: from the settings file beside the input, by its name, or an overlay alone."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casemgr_jd._settings_files import FILE, PROJECT, settings_near
from casemgr_jd.cli._paths import STANDARD_STREAM
from casemgr_jd.cli._streams import say
from casemgr_jd.errors import InputError

if TYPE_CHECKING:
    from casemgr_jd.checks.rule import Rule
    from casemgr_jd.content.catalog import Catalog
    from casemgr_jd.house.check_choices import CheckChoices
    from casemgr_jd.house.house_style import HouseStyle
    from casemgr_jd.model.requisition import Requisition

__all__ = ["House", "HouseCommand", "settled"]


class House:
    """The house style of a run; where there is none, what it would bring is not even imported."""

    def __init__(self, style: "HouseStyle | None" = None, source: str = "") -> None:
        self.style = style
        self._source = source
        self._catalog: Catalog | None = None

    @property
    def has_content(self) -> bool:
        """Whether postings are made of other content than the packaged one."""
        return self.style is not None

    def has_as_content(self, path: str) -> bool:
        """Tell whether a file lies in an overlay of the house."""
        folders = {Path(one).resolve() for one in self.style.content} if self.style else set()
        return not folders.isdisjoint(Path(path).resolve().parents)

    def catalog(self) -> "Catalog":
        """Return the content of the house."""
        from casemgr_jd.content.load import load_catalog

        if self._catalog is None:
            self._catalog = self._styled(self.style) if self.style else load_catalog()
        return self._catalog

    def _styled(self, style: "HouseStyle") -> "Catalog":
        from casemgr_jd.house.content import HOUSE

        try:
            return style.catalog()
        except InputError as error:
            if error.source not in ("", HOUSE):
                # What is wrong in an overlay bears the name of its own file.
                raise
            problems = [one.under("style") for one in error.problems]
            raise InputError(problems, self._source) from None

    def requisition(self, requisition: "Requisition") -> "Requisition":
        """Return a requisition with the facts of the house where it does not give its own."""
        return self.style.requisition(requisition) if self.style else requisition

    def renderer(self, name: str) -> Any:
        """Return the renderer of a format in the look of the house."""
        from casemgr_jd.renderers.registry import get_renderer

        return self.style.renderer(name) if self.style else get_renderer(name)

    @property
    def checks(self) -> "CheckChoices | None":
        """What the checker is told, if anything."""
        return self.style.checks if self.style else None

    @property
    def rules(self) -> "tuple[Rule, ...]":
        """Rules of the house."""
        return self.style.rules if self.style else ()


class HouseCommand(click.Command):
    """A command that follows the house style, which it gets as ``house``."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.params.extend(
            [
                click.Option(
                    ["--content"],
                    multiple=True,
                    expose_value=False,
                    help="Folder or installed overlay with your own content.",
                ),
                click.Option(
                    ["--style"],
                    metavar="FILE|NAME",
                    expose_value=False,
                    help=f"Settings of the house, in place of the {FILE} beside the input.",
                ),
                click.Option(
                    ["--no-settings"],
                    is_flag=True,
                    expose_value=False,
                    help=f"Leave out {FILE} and the [tool.casemgr-jd] of {PROJECT}.",
                ),
            ]
        )

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        house = House()
        if not ctx.resilient_parsing and args:
            # What the house says stands where an option is left out, so it is read before the options.
            words, _, _ = self.make_parser(ctx).parse_args(list(args))
            if not words.get("help"):
                house = _house_of(words, self)
                ctx.default_map = {**_told(house, self), **(ctx.default_map or {})}
        rest = super().parse_args(ctx, args)
        ctx.params["house"] = house
        return rest


def settled(context: click.Context) -> frozenset[str]:
    """Return the names of what the settings say, and the command line does not."""
    source = click.core.ParameterSource.DEFAULT_MAP
    return frozenset(
        name for name in context.params if context.get_parameter_source(name) is source
    )


def _house_of(words: Mapping[str, Any], command: click.Command) -> House:
    named, content = words.get("style"), words.get("content")
    source: str | Path | None = named if isinstance(named, str) else None
    if source is None and not words.get("no_settings"):
        source = settings_near(_inputs(words, command))
    overlays = tuple(content) if isinstance(content, list | tuple) else ()
    if source is None and not overlays:
        return House()
    from casemgr_jd.house.house_style import HouseStyle

    style = HouseStyle(content=overlays)
    if source is None:
        return House(style)
    from casemgr_jd.house.settings import load_house_style

    found = load_house_style(source)
    say(f"casemgr-jd: settings from {source}")
    return House(found | style, str(source))


def _inputs(words: Mapping[str, Any], command: click.Command) -> Iterator[str]:
    """Yield the files and folders that a command is to read."""
    for one in command.params:
        if isinstance(one, click.Argument) or one.name == "source":
            given = words.get(one.name or "")
            for name in given if isinstance(given, list | tuple) else (given,):
                if isinstance(name, str) and name != STANDARD_STREAM and Path(name).exists():
                    yield name


def _told(house: House, command: click.Command) -> dict[str, Any]:
    """Return what the house tells the checker, as options of a command that has them."""
    checks = house.checks
    if checks is None or command.name != "check":
        return {}
    told = {
        "select": checks.select,
        "ignore": checks.ignore,
        "fail_on": checks.fail_on,
        "location": checks.location,
        "employees": checks.employees,
        "requisition": checks.requisition,
        "inline": checks.inline_suppressions,
        "outlets": checks.outlets,
    }
    return {name: value for name, value in told.items() if value not in ("", None, ())}
