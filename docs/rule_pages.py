"""Writes the table of the checker's rules, from the data that the rules are."""

import re
from itertools import groupby
from pathlib import Path

from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.rules import explain, rules

__all__ = ["plain", "write_family_pages", "write_rules_page"]

FAMILIES = {
    "CAS": "Caseload and measures",
    "COM": "Completeness",
    "CON": "Contradictions inside one posting",
    "INC": "Inclusive and person-first wording",
    "LAW": "Law other than pay",
    "PAY": "Pay, and its disclosure by jurisdiction",
    "PRO": "Promises and pressure",
    "REA": "Readability",
    "SCO": "Scope and licensure",
    "STR": "Structure",
    "HAF": "Said by half",
    "REP": "Said again",
    "VAG": "Vague wording",
    "SUP": "Suppressions",
    "TPL": "Template hygiene",
    "TTL": "Title",
}
INTRODUCTION = """\
# Rules

{count} rules. `casemgr-jd explain CODE` shows why each exists, a bad and a good example, and its sources.
A rule whose severity differs from case to case shows the one it starts from; what law wants is weighed by
jurisdiction, by the size of the employer and by how sure the fact is.
"""


def write_rules_page(path: Path) -> None:
    """Write the page, unless it stands there already as it would be written."""
    text = _page()
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def _page() -> str:
    known = rules()
    parts = [INTRODUCTION.format(count=len(known))]
    for family, members in groupby(known, key=lambda rule: rule.family):
        rows = "\n".join(map(_row, members))
        title = FAMILIES.get(family, family)
        head = (
            "| Code | Name | Severity | What it finds | Source |\n| --- | --- | --- | --- | --- |"
        )
        parts.append(f"## {family}: {title}\n\n{head}\n{rows}\n")
    parts.append("```{toctree}\n:hidden:\n:glob:\n\nrules/*\n```\n")
    return "\n".join(parts)


def _row(rule: Rule) -> str:
    severity = rule.severity if rule.default else f"{rule.severity}, off unless selected"
    source = rule.sources[0] if rule.sources else None
    cited = plain(source.title) if source else ""
    link = f"[{cited}]({source.url})" if source and source.url else cited
    page = f"[{rule.code}](rules/{rule.family.lower()}.md#{rule.code.lower()})"
    return f"| {page} | `{rule.slug}` | {severity} | {plain(rule.title)} | {link} |"


def write_family_pages(folder: Path) -> None:
    """Write a page for each family, with an anchor for each of its rules."""
    folder.mkdir(exist_ok=True)
    for family, members in groupby(rules(), key=lambda rule: rule.family):
        text = f"# {family}: {FAMILIES.get(family, family)}\n\n" + "\n".join(
            map(_explained, members)
        )
        path = folder / f"{family.lower()}.md"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def _explained(rule: Rule) -> str:
    """What ``casemgr-jd explain`` says, under a heading with an anchor of the rule's code."""
    head = f"({rule.code.lower()})=\n## {rule.code} {rule.slug}\n\n{plain(rule.title)}.\n"
    return f"{head}\n```text\n{explain(rule.code)}\n```\n"


def plain(words: str) -> str:
    """Words that Markdown must not read as markup."""
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", words)
