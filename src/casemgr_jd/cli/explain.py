"""``casemgr-jd explain``."""

import click

from casemgr_jd.checks.rules import explain
from casemgr_jd.cli._output import write

__all__ = ["command"]


@click.command("explain")
@click.argument("code")
def command(code: str) -> None:
    """Say what the rule CODE looks for and why, with examples and sources."""
    write(explain(code) + "\n", None)
