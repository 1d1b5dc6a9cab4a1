"""``casemgr-jd``: the command line, and how every error of a user's making ends there."""

import gc
import sys
import warnings
from importlib import import_module
from io import StringIO
from typing import Any, TextIO

import click

from casemgr_jd._files import noting_reads
from casemgr_jd._version import __version__
from casemgr_jd.cli._help import COMMAND_GROUPS, add_examples
from casemgr_jd.cli._streams import (
    complain,
    discard_output,
    end_at_once,
    open_streams,
    reader_may_leave,
    say,
    typed,
)
from casemgr_jd.errors import CaseMgrError, PluginWarning

__all__ = ["command", "main", "program"]

_COMMANDS = {
    "new": ("casemgr_jd.cli.new", "Write a commented requisition to fill in."),
    "render": ("casemgr_jd.cli.render", "Render the posting of a requisition."),
    "list": ("casemgr_jd.cli.listing", "List what the guide holds."),
    "check": ("casemgr_jd.cli.check", "Check a posting, ours or one written elsewhere."),
    "read": ("casemgr_jd.cli.read", "Show what was understood of a posting."),
    "explain": ("casemgr_jd.cli.explain", "Say what a rule looks for and why."),
    "rules": ("casemgr_jd.cli.rules", "List the rules of the checker."),
    "schema": ("casemgr_jd.cli.schema", "Print a JSON Schema, for editors and programs."),
    "interview": ("casemgr_jd.cli.interview", "Write an interview kit for a requisition."),
    "advise": ("casemgr_jd.cli.advise", "Recommend a title from the duties of a job."),
    "guide": ("casemgr_jd.cli.guide", "Read the guide for the person who writes a posting."),
    "compare": ("casemgr_jd.cli.compare", "Show how one posting differs from another."),
    "import": ("casemgr_jd.cli.importing", "Read a page with JSON-LD as a requisition."),
    "feed": ("casemgr_jd.cli.feed", "Make one XML feed of many requisitions, for a job board."),
    "batch": ("casemgr_jd.cli.batch", "Make a posting of each row of a table."),
    "variants": ("casemgr_jd.cli.variants", "Write a posting for each combination of choices."),
    "completion": ("casemgr_jd.cli.completion", "Print what makes a shell complete commands."),
}


class _LazyGroup(click.Group):
    """A group that imports a command only when it is run, so that each starts quickly."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(_COMMANDS[cmd_name][0]).command
        add_examples(command, cmd_name)
        if ctx.resilient_parsing:
            # Only a shell that completes asks so; whatever else is run starts without it.
            from casemgr_jd.cli._completion import complete_values

            complete_values(command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for heading, names in COMMAND_GROUPS.items():
            with formatter.section(heading):
                formatter.write_dl([(name, _COMMANDS[name][1]) for name in names])

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        # Not left to click, of which each version says it in another way.
        with reader_may_leave():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        with reader_may_leave(), noting_reads():
            return super().invoke(ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        from casemgr_jd._names import did_you_mean

        if args and not args[0].startswith("-") and args[0] not in _COMMANDS:
            guess = did_you_mean(args[0], _COMMANDS) or f"one of: {', '.join(_COMMANDS)}"
            ctx.fail(f"no such command {args[0]!r}; {guess}")
        return super().resolve_command(ctx, args)


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def program() -> None:
    """Case Manager job postings: a requisition goes in, a posting comes out."""


add_examples(program, "")


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; exits with 0 (fine), 1 (findings or blanks) or 2 (bad input)."""
    open_streams()
    with reader_may_leave(), warnings.catch_warnings():
        warnings.simplefilter("always", PluginWarning)
        warnings.showwarning = _warned
        status = _status(arguments)
    if status:
        sys.exit(status)


def command() -> None:
    """Run the command line as a process of its own, which collects little and ends at once."""
    gc.set_threshold(_SELDOM)
    try:
        main()
    except SystemExit as ending:
        status = ending.code or 0
        if isinstance(status, int):
            end_at_once(status)
        raise
    end_at_once(0)


_SELDOM = 200_000
"""How many new objects there must be before the collector looks at them; it stays, for batches are long."""


def _warned(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    """Tell of a warning as of all else: in words, and without the line of our code that it came from."""
    say(f"casemgr-jd: {message}")


def _status(arguments: list[str] | None) -> int:
    """Run the command line and return its exit status, having told what went wrong."""
    try:
        status = program.main(typed(arguments), prog_name="casemgr-jd", standalone_mode=False)
    except click.ClickException as error:
        words = StringIO()
        error.show(words)
        say(words.getvalue().rstrip())
    except click.Abort:
        pass
    except CaseMgrError as error:
        complain(str(error))
    except BrokenPipeError:
        raise
    except OSError as error:
        discard_output()
        place = error.filename or "standard output"
        complain(f"{place}: cannot be written: {error.strerror or error}")
    else:
        return status if isinstance(status, int) else 0
    return 2
