"""``casemgr-jd rules``."""

import json
from collections.abc import Mapping

import click

from casemgr_jd.checks.rules import rules, skipped
from casemgr_jd.cli._output import write
from casemgr_jd.cli._streams import say

__all__ = ["command"]


@click.command("rules")
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Format of the list.",
)
@click.option("-o", "--output", help="File to write; standard output if left out.")
def command(format_: str, output: str | None) -> None:
    """List the rules of the checker."""
    for note in skipped():
        say(f"casemgr-jd: {note}")
    rows = [
        {
            "code": rule.code,
            "slug": rule.slug,
            "severity": rule.severity,
            "confidence": rule.confidence,
            "default": rule.default,
            "kind": rule.kind,
            "title": rule.title,
            "why": rule.why,
            "fix": rule.fix or None,
            "since": rule.since,
            "sources": [{"title": one.title, "url": one.url} for one in rule.sources],
        }
        for rule in rules()
    ]
    if format_ == "json":
        write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", output)
    else:
        write("".join(f"{_line(row)}\n" for row in rows), output)


def _line(row: Mapping[str, object]) -> str:
    return f"{row['code']}  {row['severity']:<8}{row['slug']:<32}{row['title']}"
