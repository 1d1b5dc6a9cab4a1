"""Writes a page for each format's crosswalk, from the rows that its renderer runs."""

import json
import re
from pathlib import Path

from casemgr_jd import get_renderer
from casemgr_jd.renderers.crosswalk import table
from casemgr_jd.renderers.schemas import SCHEMAS, schema

__all__ = ["write_crosswalk_pages"]

NAMES = {
    "greenhouse": "Greenhouse",
    "indeed": "Indeed XML feed",
    "jsonld": "JSON-LD JobPosting",
    "jsonresume": "JSON Resume job",
    "lever": "Lever",
    "linkedin": "LinkedIn XML feed",
    "smartrecruiters": "SmartRecruiters",
}


def write_crosswalk_pages(folder: Path) -> None:
    """Write a page for each format that has a crosswalk, and drop those of formats that are gone."""
    folder.mkdir(exist_ok=True)
    pages = {f"{name}.md": _page(name) for name in SCHEMAS}
    for old in folder.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        path = folder / name
        # A page that is as it was keeps its date, so that Sphinx need not read it again.
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def _page(name: str) -> str:
    renderer = get_renderer(name)
    rows = [
        f"| `{theirs}` | {ours} | {need} | {note} |"
        for theirs, ours, need, note in table(renderer.rows, renderer.outlet)
    ]
    made = {row.theirs.partition(".")[0] for row in renderer.rows} | {
        row.theirs for row in renderer.rows
    }
    wanted = [
        f"- **{one.field}:** {one.remedy}."
        for one in (*renderer.outlet.requires, *renderer.outlet.recommends)
        if one.field not in made
    ]
    return "\n".join(
        [
            f"# {NAMES[name]}",
            "",
            f"`-f {name}`: {renderer.media_type}, `{renderer.suffix}`. {_reading(name)}",
            "",
            "| Their field | Our fields | Need | Note |",
            "| --- | --- | --- | --- |",
            *rows,
            "",
            *(["Wanted there, and never a fact of ours:", "", *wanted, ""] if wanted else []),
            f"What the outlet wants follows <{renderer.outlet.source}>, read on {renderer.outlet.read}. "
            f"{renderer.outlet.basis}",
            "",
            "A fact that stands in no row is in the text, or is named by "
            f"`casemgr-jd render requisition.toml -f {name} --losses`.",
            "",
        ]
    )


def _reading(name: str) -> str:
    """Return what the schema of the format says it was written from."""
    text = schema(name)
    said = json.loads(text)["$comment"] if text.startswith("{") else _comment(text)
    return f"Our schema, `{SCHEMAS[name]}`, says of itself: {' '.join(said.split())}"


def _comment(xsd: str) -> str:
    found = re.search(r"<!--(.*?)-->", xsd, re.DOTALL)
    return found[1] if found else ""
