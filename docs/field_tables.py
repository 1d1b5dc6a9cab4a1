"""Writes the tables of requisition fields into the page on the requisition file, from their descriptions.

Run it after a field has changed: ``python docs/field_tables.py``. A test tells when that was forgotten.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import casemgr_jd as jd
from casemgr_jd.cli._kinds import KINDS
from casemgr_jd.content.allowed import allowed
from casemgr_jd.content.entries import FieldPlan

__all__ = ["PAGE", "with_tables"]

PAGE = Path(__file__).parent / "requisition-file.md"
CATALOG = jd.load_catalog()
HEAD = "| Key | What it takes | What to say |\n| --- | --- | --- |\n"
PLACE = re.compile(r"(?<=<!-- fields -->\n).*?(?=<!-- end of fields -->)", re.DOTALL)
NEEDS = {
    "needed": "**Needed.** ",
    "law": "**Needed where law at the place wants it.** ",
    "optional": "",
}


def with_tables(page: str) -> str:
    """Return a page with the tables of all fields between its marks."""
    return PLACE.sub(lambda _: "".join(_groups()), page)


def _groups() -> Iterator[str]:
    for group in CATALOG.field_groups:
        rows = "".join(map(_row, (one for one in CATALOG.fields if one.group == group.id)))
        yield f"\n## {group.title}\n\n{HEAD}{rows}"
    yield "\n"


def _row(plan: FieldPlan) -> str:
    return f"| `{plan.name}` | {_takes(plan)} | {NEEDS[plan.need]}{_plain(_says(plan))} |\n"


def _takes(plan: FieldPlan) -> str:
    names = ", ".join(f"`{one}`" for one in allowed(plan, CATALOG))
    if plan.kind == "choice":
        return names
    words = KINDS[plan.kind].words
    adopted = ', or `"guide"`' if plan.adopt else ""
    return f"{words}: {names}" if names else f"{words}{adopted}"


def _says(plan: FieldPlan) -> str:
    parts = [plan.help]
    if plan.kind != "choice" and plan.options:
        parts.append(f"Such as: {'; '.join(plan.options)}.")
    if plan.adopt:
        parts.append(f'"guide" takes over {plan.adopt}.')
    return " ".join(parts)


def _plain(words: str) -> str:
    """Words that Markdown must not read as markup."""
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", words)


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
