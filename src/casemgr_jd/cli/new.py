"""``casemgr-jd new``."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from casemgr_jd._names import joined
from casemgr_jd.builder.effective import effective_requisition
from casemgr_jd.builder.posting_builder import build
from casemgr_jd.cli._answers import FIXED, WORDS, is_list, read_option
from casemgr_jd.cli._output import write
from casemgr_jd.cli._paths import STANDARD_STREAM
from casemgr_jd.cli._template import requisition_file
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.load import load_catalog
from casemgr_jd.content.overlays import with_overlays
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.requisition import Requisition

__all__ = ["command"]

_NAMES = {"locations": "location"}
"""What an option is called where the name of its field would not read well."""
_BLANK = "TPL001"
"""The checker's finding of a blank; blanks are told before."""


def _fact_options(function: Callable[..., None]) -> Callable[..., None]:
    """Add an option for each fact, in the order in which a person is asked."""
    for field, words in reversed(WORDS.items()):
        several = is_list(field)
        note = "; may be given several times." if several else "."
        if field in FIXED:
            note = f": {joined(FIXED[field], 'or')}."
        option = click.option(
            f"--{_NAMES.get(field, field).replace('_', '-')}",
            field,
            multiple=several,
            help=words + note,
        )
        function = option(function)
    return function


@click.command("new")
@_fact_options
@click.option("--extra", multiple=True, help="Value of a slot of your own, as NAME=VALUE.")
@click.option(
    "--duty",
    "duties",
    multiple=True,
    help="A core duty, for advice on the role.",
)
@click.option(
    "--owns-plan/--no-owns-plan", default=None, help="Whether the person owns the plan of care."
)
@click.option("--interactive", is_flag=True, help="Ask, in a terminal, for what is not given.")
@click.option("--content", multiple=True, help="Folder or installed overlay with your own content.")
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@click.option("-o", "--output", help="File to write; standard output if left out.")
def command(
    extra: tuple[str, ...],
    duties: tuple[str, ...],
    owns_plan: bool | None,
    interactive: bool,
    content: tuple[str, ...],
    force: bool,
    output: str | None,
    **options: Any,
) -> None:
    """Write a commented requisition to fill in: every key, with its options and a word of advice.

    With --interactive it asks for what is not given, shows the options, and checks each answer.
    """
    if options["role"] and duties:
        raise click.UsageError("--duty advises on the role; leave out one of --duty and --role.")
    _must_not_lose(output, force)
    catalog = with_overlays(load_catalog(), content)
    facts = _facts(options, extra, catalog)
    if interactive:
        if not sys.stdin.isatty():
            raise click.UsageError(
                "--interactive needs a terminal; without one, give the facts as options."
            )
        from casemgr_jd.cli._asking import ask_for

        facts = ask_for(facts, catalog, duties, owns_plan)
    elif duties:
        facts["role"] = _advised_role(facts, duties, owns_plan, catalog)
    chosen = Requisition(**facts)
    effective_requisition(chosen, catalog)
    write(requisition_file(chosen, catalog), output)
    if interactive:
        _look_back(chosen, catalog, output)


def _must_not_lose(output: str | None, force: bool) -> None:
    if output and output != STANDARD_STREAM and not force and Path(output).exists():
        hint = "name another file, or write over it with --force"
        raise InputError([Problem("", "exists already", hint)], output)


def _facts(options: Mapping[str, Any], extra: tuple[str, ...], catalog: Catalog) -> dict[str, Any]:
    """Return the options that were given, as fields of a requisition; tells all problems at once."""
    facts: dict[str, Any] = {}
    problems: list[Problem] = []
    for field in WORDS:
        given = options[field]
        if not given:
            continue
        try:
            values = given if isinstance(given, tuple) else (given,)
            facts.update(read_option(field, values, facts, catalog))
        except InputError as error:
            problems += error.problems
    own = _own(extra, problems)
    if problems:
        raise InputError(problems)
    return {**facts, "extra": own} if own else facts


def _own(extra: tuple[str, ...], problems: list[Problem]) -> dict[str, str]:
    found = {}
    for one in extra:
        name, equals, value = one.partition("=")
        if equals:
            found[name.strip()] = value.strip()
        else:
            problems.append(Problem("extra", f"has no value: {one!r}", "like NAME=VALUE"))
    return found


def _advised_role(
    facts: Mapping[str, Any], duties: tuple[str, ...], owns: bool | None, catalog: Catalog
) -> str:
    from casemgr_jd.cli._asking import told
    from casemgr_jd.hiring.advice import recommend_role

    advice = recommend_role(
        duties=duties, owns_plan_of_care=owns, setting=facts.get("setting", ()), catalog=catalog
    )
    click.echo(told(advice), err=True)
    return advice.role.id


def _look_back(chosen: Requisition, catalog: Catalog, output: str | None) -> None:
    """Say what is still blank, and what the checker says of the posting as it stands."""
    from casemgr_jd.checks.entry import check

    posting = build(chosen, catalog=catalog)
    blanks = [catalog.slot(name).label for name in posting.unfilled]
    still = f"still blank: {', '.join(blanks)}" if blanks else "no blank is left"
    click.echo(f"\n{posting.heading}: {still}.", err=True)
    found = [one for one in check(posting).at_or_above("warning") if one.code != _BLANK]
    for one in found:
        click.echo(f"  {one.severity} {one.code}: {one.message}", err=True)
    if not found:
        beside = "Apart from the blanks, the" if blanks else "The"
        click.echo(f"{beside} checker finds no error and no warning.", err=True)
    name = output or "FILE"
    click.echo(f"Next: casemgr-jd check {name}, then casemgr-jd render {name}", err=True)
