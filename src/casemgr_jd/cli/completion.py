"""``casemgr-jd completion``."""

import click
from click.shell_completion import ShellComplete, get_completion_class

from casemgr_jd.cli._output import write

__all__ = ["command"]

_SHELLS = ("bash", "zsh", "fish")
_VARIABLE = "_CASEMGR_JD_COMPLETE"


@click.command("completion")
@click.argument("shell", type=click.Choice(_SHELLS))
def command(shell: str) -> None:
    """Print what makes SHELL complete commands, options, names of the guide, rules and files.

    It goes into a file that the shell reads when it starts; then open a new shell.
    """
    from casemgr_jd.cli.main import program

    kind = get_completion_class(shell)
    if kind is None:  # pragma: no cover - click knows all three
        raise click.UsageError(f"{shell} cannot complete")
    # Not that of bash, which asks the bash on the PATH for its version: it may be another one.
    write(ShellComplete.source(kind(program, {}, "casemgr-jd", _VARIABLE)), None)
