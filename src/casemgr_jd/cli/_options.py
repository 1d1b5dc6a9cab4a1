"""Options that commands share: the edition, and those of an outlet, such as ``--option company_id=42``."""

from collections.abc import Callable, Mapping
from typing import Any

import click

from casemgr_jd.errors import InputError
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
        InputError: an option is not known, or its value is wrong.
    """
    options = given_options(words)
    if table and hasattr(renderer, "with_options"):
        from casemgr_jd.serde.requisition import publish_options, publish_path

        written = publish_options(table, renderer.option_tables)
        if written:
            try:
                renderer = renderer.with_options(written)
            except InputError as error:
                names = renderer.option_tables
                problems = [
                    one.under(publish_path(table, names, one.path)) for one in error.problems
                ]
                raise InputError(problems, source) from None
    if not options:
        return renderer
    if not hasattr(renderer, "with_options"):
        raise click.UsageError(f"the format {renderer.name!r} takes no options")
    return renderer.with_options(options)
