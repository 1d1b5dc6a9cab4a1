"""``casemgr-jd new``."""

import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import click

from casemgr_jd._names import joined
from casemgr_jd.builder.effective import effective_requisition
from casemgr_jd.builder.posting_builder import build
from casemgr_jd.cli._advising import told
from casemgr_jd.cli._answers import kind_of, read_option
from casemgr_jd.cli._completion import completing
from casemgr_jd.cli._files import requisition_from
from casemgr_jd.cli._help import GroupedCommand
from casemgr_jd.cli._house import House, HouseCommand
from casemgr_jd.cli._output import must_not_lose, write
from casemgr_jd.cli._paths import STANDARD_STREAM, beside
from casemgr_jd.cli._schema_file import write_schema_beside
from casemgr_jd.cli._streams import say
from casemgr_jd.cli._template import requisition_file
from casemgr_jd.content.allowed import allowed
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import FieldPlan
from casemgr_jd.content.load import load_catalog
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.requisition import Requisition

__all__ = ["command"]

_NAMES = {"locations": "location"}
"""What an option is called where the name of its field would not read well."""
_BLANK = "TPL001"
"""The checker's finding of a blank; blanks are told before."""


def _fact_options(function: Callable[..., None]) -> Callable[..., None]:
    """Add an option for each fact, in the order in which a person is asked."""
    catalog = load_catalog()
    for plan in reversed(catalog.fields):
        option = click.option(
            f"--{_NAMES.get(plan.name, plan.name).replace('_', '-')}",
            plan.name,
            multiple=kind_of(plan).several,
            help=_help(plan, catalog),
            shell_complete=completing(plan),
        )
        function = option(function)
    return function


def _help(plan: FieldPlan, catalog: Catalog) -> str:
    words = plan.ask
    if kind_of(plan).several:
        words += "; may be given several times"
    elif allowed(plan, catalog) and plan.kind == "choice":
        words += f": {joined(allowed(plan, catalog), 'or')}"
    return f'{words}; "guide" takes over {plan.adopt}.' if plan.adopt else f"{words}."


class _New(GroupedCommand, HouseCommand):
    """The command, with an option for each fact, grouped as a person is asked."""

    @property
    def groups(self) -> Mapping[str, Iterable[str]]:  # type: ignore[override]
        catalog = load_catalog()
        return {
            group.title: [one.name for one in catalog.fields if one.group == group.id]
            for group in catalog.field_groups
        }


@click.command("new", cls=_New)
@_fact_options
@click.option(
    "--core-duty",
    "core_duties",
    multiple=True,
    help="A core duty, for advice on the role; see: casemgr-jd advise --help.",
)
@click.option(
    "--owns-plan/--no-owns-plan", default=None, help="Whether the person owns the plan of care."
)
@click.option(
    "--from", "source", help="Start from a requisition file, such as one left unfinished."
)
@click.option("--interactive", is_flag=True, help="Ask, in a terminal, for what is not given.")
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@click.option("-o", "--output", help="File to write; standard output if left out.")
def command(
    core_duties: tuple[str, ...],
    owns_plan: bool | None,
    source: str | None,
    interactive: bool,
    house: House,
    force: bool,
    output: str | None,
    **options: Any,
) -> None:
    """Write a commented requisition to fill in: every key, with its options and a word of advice.

    With --interactive it asks for what is not given, shows the options, and checks each answer.
    """
    if options["role"] and core_duties:
        raise click.UsageError("--core-duty advises on the role; leave out one of it and --role.")
    must_not_lose(output, force)
    catalog = house.catalog()
    facts = {**_started(source, catalog), **_facts(options, catalog)}
    if interactive:
        facts = _talked(facts, catalog, core_duties, owns_plan, output)
    elif core_duties:
        facts["role"] = _advised_role(facts, core_duties, owns_plan, catalog)
    chosen = Requisition(**facts)
    effective_requisition(chosen, catalog)
    write(requisition_file(chosen, catalog), output)
    write_schema_beside(output, catalog)
    if interactive:
        _look_back(house.requisition(chosen), catalog, output)


def _started(source: str | None, catalog: Catalog) -> dict[str, Any]:
    if source is None:
        return {}
    read = requisition_from(source, catalog)
    return {name: getattr(read, name) for name in read.given}


def _facts(options: Mapping[str, Any], catalog: Catalog) -> dict[str, Any]:
    """Return the options that were given, as fields of a requisition; tells all problems at once."""
    facts: dict[str, Any] = {}
    problems: list[Problem] = []
    for plan in catalog.fields:
        given = options[plan.name]
        if not given:
            continue
        try:
            values = given if isinstance(given, tuple) else (given,)
            facts.update(read_option(plan, values, facts, catalog))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return facts


def _talked(
    facts: dict[str, Any],
    catalog: Catalog,
    duties: tuple[str, ...],
    owns_plan: bool | None,
    output: str | None,
) -> dict[str, Any]:
    """Ask for what is not given; whoever breaks off finds what was answered in a file of its own."""
    if not sys.stdin.isatty():
        raise click.UsageError(
            "--interactive needs a terminal; without one, give the facts as options."
        )
    from casemgr_jd.cli._asking import Conversation

    conversation = Conversation(facts, catalog, duties, owns_plan)
    try:
        conversation.hold()
    except (click.Abort, KeyboardInterrupt):
        # What is told stands in a line of its own, not behind the question.
        say("")
        if conversation.facts != facts:
            _keep(Requisition(**conversation.facts), catalog, output)
        raise click.Abort from None
    return conversation.facts


def _keep(answered: Requisition, catalog: Catalog, output: str | None) -> None:
    """Write what was answered before the person broke off."""
    text = requisition_file(answered, catalog)
    if output is None or output == STANDARD_STREAM:
        say("Unfinished; this is what you answered:")
        write(text, output)
        return
    name = beside(output, "unfinished")
    write(text, name)
    write_schema_beside(name, catalog)
    say(f"Unfinished; what you answered is in {name}")
    say(f"Go on with: casemgr-jd new --interactive --from {name} -o {output}")


def _advised_role(
    facts: Mapping[str, Any], duties: tuple[str, ...], owns: bool | None, catalog: Catalog
) -> str:
    from casemgr_jd.hiring.advice import recommend_role

    advice = recommend_role(
        duties=duties, owns_plan_of_care=owns, setting=facts.get("setting", ()), catalog=catalog
    )
    say(told(advice))
    return advice.role.id


def _look_back(chosen: Requisition, catalog: Catalog, output: str | None) -> None:
    """Say what is still blank, and what the checker says of the posting as it stands."""
    from casemgr_jd.checks.entry import check

    posting = build(chosen, catalog=catalog)
    blanks = [catalog.slot(name).label for name in posting.unfilled]
    still = f"still blank: {', '.join(blanks)}" if blanks else "no blank is left"
    say(f"\n{posting.heading}: {still}.")
    found = [one for one in check(posting).at_or_above("warning") if one.code != _BLANK]
    for one in found:
        say(f"  {one.severity} {one.code}: {one.message}")
    if not found:
        beside_them = "Apart from the blanks, the" if blanks else "The"
        say(f"{beside_them} checker finds no error and no warning.")
    name = output or "FILE"
    say(f"Next: casemgr-jd check {name}, then casemgr-jd render {name}")
