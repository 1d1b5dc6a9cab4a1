"""Help that one finds one's way in: commands and options in groups, and examples to copy."""

from collections.abc import Iterable, Mapping

import click

__all__ = ["COMMAND_GROUPS", "GroupedCommand", "add_examples"]

COMMAND_GROUPS: Mapping[str, tuple[str, ...]] = {
    "Write and publish": ("new", "render", "import", "variants", "feed", "batch"),
    "Check and compare": ("check", "read", "compare", "explain", "rules"),
    "Hire": ("advise", "interview", "guide"),
    "Look up and set up": ("list", "schema", "completion"),
}
"""By heading: the commands under it."""

_EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "": (
        "new --setting hospital --tier senior --role rn -o job.toml",
        "render job.toml -o posting.docx",
        "check job.toml --for google",
    ),
    "new": (
        "new --interactive -o job.toml",
        "new --setting hospital --tier senior --role rn -o job.toml",
    ),
    "render": (
        "render job.toml -o page.html --theme theme.toml",
        "render job.toml -f indeed --posted-on 2026-12-01",
        "render job.toml -f jsonld --losses",
    ),
    "import": ("import page.html -o job.toml",),
    "variants": ("variants job.toml --tiers entry,senior --roles rn,lcsw -o drafts",),
    "feed": ("feed jobs -f indeed -o jobs.xml --rejects rejects.csv",),
    "batch": ("batch jobs.csv -o postings -f html",),
    "check": (
        "check posting.docx",
        "check jobs --for google --fail-on warning",
        "check job.toml -f sarif -o report.sarif",
    ),
    "read": ("read posting.docx",),
    "compare": ("compare entry.toml senior.toml", "compare old.toml new.toml -o changes.html"),
    "explain": ("explain PAY001",),
    "rules": ("rules",),
    "advise": ("advise --duty utilization_review --duty scheduling=20 --oversight licensed",),
    "interview": ("interview job.toml -o kit.docx --candidates 4",),
    "guide": ("guide pay",),
    "list": ("list roles", "list formats"),
    "schema": ("schema requisition",),
    "completion": (
        "completion bash >> ~/.bashrc",
        "completion zsh >> ~/.zshrc",
        "completion fish > ~/.config/fish/completions/casemgr-jd.fish",
    ),
}


def add_examples(command: click.Command, name: str) -> None:
    """End the help of a command with lines that one can copy."""
    lines = [f"  casemgr-jd {one}" for one in _EXAMPLES.get(name, ())]
    if lines:
        # The mark keeps click from joining the lines.
        command.epilog = "\n".join(["\b", "Examples:", *lines])


class GroupedCommand(click.Command):
    """A command whose help lists options under headings.

    ``groups`` holds for each heading the names of parameters under it; the rest comes last.
    """

    groups: Mapping[str, Iterable[str]]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        left = {
            one.name: record
            for one in self.get_params(ctx)
            if (record := one.get_help_record(ctx)) is not None
        }
        for heading, names in self.groups.items():
            found = [left.pop(name) for name in names if name in left]
            if found:
                with formatter.section(heading):
                    formatter.write_dl(found)
        with formatter.section("Options"):
            formatter.write_dl(list(left.values()))
