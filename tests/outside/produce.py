"""Writes what outside readers read: every setting at every tier, in every format that one of them knows.

Usage: ``python produce.py FOLDER``. Of a draft, only what may be made of one is written.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from cases import EXAMPLES, cases  # noqa: E402
from samples import complete  # noqa: E402

import casemgr_jd as jd  # noqa: E402
from casemgr_jd.checks.views.data import schema as report_schema  # noqa: E402
from casemgr_jd.content.requisition_schema import requisition_schema  # noqa: E402
from casemgr_jd.renderers.schemas import SCHEMAS, schema  # noqa: E402
from casemgr_jd.serde.requisition import read_table  # noqa: E402

MACHINE = {
    "html": ".html",
    "jsonld": ".jsonld",
    "jsonresume": ".jsonresume.json",
    "lever": ".lever.json",
    "greenhouse": ".greenhouse.json",
    "smartrecruiters": ".smartrecruiters.json",
    "indeed": ".indeed.xml",
    "linkedin": ".linkedin.xml",
}
"""What a draft has not, or a page of which has no data."""
READ = {"markdown": ".md", "text": ".txt", "email": ".eml"}
AROUND = '<!DOCTYPE html>\n<html lang="en"><head><title>Jobs</title></head><body>{}</body></html>\n'
"""A page of somebody, which a fragment stands in."""
OPTIONS: dict[str, dict[str, Any]] = {
    "smartrecruiters": {"department": "d-17"},
    "linkedin": {"company_id": 42, "poster_email": "jobs@lakeside.example", "cents": True},
    "lever": {"team": "Care"},
}


def postings() -> Iterator[tuple[str, jd.Posting]]:
    """Yield postings with a name each; all that search engines and boards require is given."""
    catalog = jd.load_catalog()
    for setting in catalog.settings:
        for tier in catalog.tiers:
            facts = complete(setting=[setting.id], tier=tier.id, role="case_manager", title=None)
            yield f"{setting.id}-{tier.id}", jd.build(facts)
    yield from cases()
    remote = complete(work_model="remote", remote_states=["CO", "WY"], locations=())
    yield "remote", jd.build(remote)
    yield (
        "ongoing",
        jd.build(complete(closing_date="ongoing", pay=jd.PayRange(rate=38.5, per="hour"))),
    )


def rendered(made: jd.Posting, format: str) -> str:
    """Return a posting in a format, with the options that its outlet wants."""
    renderer = jd.get_renderer(format)
    if format in OPTIONS:
        renderer = renderer.with_options(OPTIONS[format])
    output = renderer.render(made)
    assert isinstance(output, str)
    return output


def feeds(made: list[jd.Posting], folder: Path) -> None:
    """Write one feed of many jobs for each board; none may be refused."""
    for format in ("indeed", "linkedin"):
        feed = jd.get_renderer(format).with_options(OPTIONS.get(format, {})).collect(made)
        assert feed.rejected == (), feed.rejected
        (folder / f"all.{format}.xml").write_text(feed.text, encoding="utf-8")


def schemas(folder: Path) -> None:
    """Write our own schemas, with requisitions and reports that they are of."""
    for format, name in SCHEMAS.items():
        (folder / name).write_text(schema(format), encoding="utf-8")
    (folder / "report.schema.json").write_text(report_schema(), encoding="utf-8")
    made = json.dumps(requisition_schema())
    (folder / "requisition.schema.json").write_text(made, encoding="utf-8")


def main(folder: Path) -> None:
    fragments = folder / "fragments"
    fragments.mkdir(parents=True, exist_ok=True)
    whole = []
    for name, made in postings():
        report = jd.check(made, outlets=["google", "indeed"])
        (folder / f"{name}.report.json").write_text(report.to_json(), encoding="utf-8")
        (folder / f"{name}.sarif").write_text(json.dumps(report.to_sarif()), encoding="utf-8")
        formats = READ if made.unfilled else MACHINE | READ
        whole += [made] if name.startswith("example-") else []
        for format, suffix in formats.items():
            (folder / f"{name}{suffix}").write_text(rendered(made, format), encoding="utf-8")
        page = AROUND.format(rendered(made, "html_fragment"))
        (fragments / f"{name}.html").write_text(page, encoding="utf-8")
    feeds(whole, folder)
    schemas(folder)
    for file in EXAMPLES.glob("*.toml"):
        table = json.dumps(read_table(file), default=str)
        (folder / f"{file.stem}.requisition.json").write_text(table, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
