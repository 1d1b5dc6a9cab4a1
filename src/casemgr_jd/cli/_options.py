"""Options that commands share: the edition, and those of an outlet, such as ``--option company_id=42``."""

from collections.abc import Callable, Mapping
from typing import Any

import click

from casemgr_jd._formats import FORMATS
from casemgr_jd._names import did_you_mean
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.choices import Edition

__all__ = ["configured", "edition_option", "given_options"]


def edition_option(function: Callable[..., None]) -> Callable[..., None]:
    """Add ``--edition``, in which a command builds whatever it builds."""
    option = click.option(
        "--edition",
        type=click.Choice([str(one.value) for one in Edition]),
        help="Edition, in place of the one that the requisition names.",
    )
    return option(function)


def given_options(words: tuple[str, ...]) -> dict[str, str]:
    """Return options by name.

    Raises:
        UsageError: one has no name or no value.

    >>> given_options(("company_id=42", "publisher=Lake = Side"))
    {'company_id': '42', 'publisher': 'Lake = Side'}
    """
    found: dict[str, str] = {}
    for one in words:
        name, equals, value = one.partition("=")
        if not equals or not name.strip():
            raise click.UsageError(f"--option takes NAME=VALUE, not {one!r}")
        found[name.strip().replace("-", "_")] = value
    return found


def configured(
    renderer: Any,
    words: tuple[str, ...],
    table: Mapping[str, Any] | None = None,
    source: str = "",
) -> Any:
    """Return *renderer* with the options of a requisition file, and above them those of the command line.

    Raises:
        UsageError: the format takes no options, or one has no name or no value.
        InputError: an outlet or an option is not known, or its value is wrong.
    """
    options = given_options(words)
    if table and table.get("publish"):
        renderer = _as_written(renderer, table, source)
    if not options:
        return renderer
    if not hasattr(renderer, "with_options"):
        raise click.UsageError(f"the format {renderer.name!r} takes no options")
    return renderer.with_options(options)


def _as_written(renderer: Any, table: Mapping[str, Any], source: str) -> Any:
    """Return *renderer* with the options of a requisition file; a table that no outlet reads is told."""
    from casemgr_jd.renderers.outlets import OUTLETS
    from casemgr_jd.serde.requisition import publish_options, publish_path

    known = {*FORMATS.names(), *OUTLETS}
    unknown = [
        Problem(f"publish.{name}", "is neither an outlet nor a format", did_you_mean(name, known))
        for name in table["publish"]
        if name not in known
    ]
    if unknown:
        raise InputError(unknown, source)
    names = getattr(renderer, "option_tables", ())
    written = publish_options(table, names)
    if not written:
        return renderer
    try:
        return renderer.with_options(written)
    except InputError as error:
        problems = [one.under(publish_path(table, names, one.path)) for one in error.problems]
        raise InputError(problems, source) from None
