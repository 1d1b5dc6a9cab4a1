"""``casemgr-jd rules``."""

import json

import click

from casemgr_jd.checks.rules import rules

__all__ = ["command"]


@click.command("rules")
@click.option("-f", "--format", "format_", type=click.Choice(["text", "json"]), default="text")
def command(format_: str) -> None:
    """List the rules of the checker."""
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
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        click.echo(f"{row['code']}  {row['severity']:<8}{row['slug']:<32}{row['title']}")
