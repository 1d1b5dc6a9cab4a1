"""``casemgr-jd batch`` to one feed: every row is in it or, with the reasons, in the rejects."""

import csv
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

import casemgr_jd as jd
from casemgr_jd.cli.main import main
from casemgr_jd.model.choices import EmploymentType
from casemgr_jd.renderers.indeed import IndeedRenderer

HEADER = [
    "organization",
    "title",
    "city",
    "postal_code",
    "employment_type",
    "pay.minimum",
    "pay.maximum",
    "apply_url",
    "state",
    "posted_on",
    "requisition_id",
]
ADDRESS = "https://lakeside.example/jobs/1"


COMMON = [
    "Lakeside Health",
    "Case Manager",
    "Boise",
    "83702",
    "full_time",
    "64000",
    "78000",
    ADDRESS,
]


def _row(name: str, *, posted: str = "2026-11-20", state: str = "ID") -> list[str]:
    return [*COMMON, state, posted, name]


def _batch(tmp_path: Path, rows: list[list[str]], *options: str) -> tuple[int, Path]:
    table, output = tmp_path / "rows.csv", tmp_path / "jobs.xml"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADER, *rows])
    with pytest.raises(SystemExit) as stop:
        main(["batch", str(table), "-o", str(output), "--on", "2026-11-26", "--quiet", *options])
    return int(stop.value.code or 0), output


def _names(feed: Path) -> list[str | None]:
    return [job.findtext("referencenumber") for job in ElementTree.parse(feed).iter("job")]


INDEED = ("-f", "indeed", "--option", "publisher=Lakeside")


def test_rows_become_the_jobs_of_one_feed(tmp_path: Path) -> None:
    names = [f"CM-{number}" for number in range(1, 8)]
    rows = [_row(name) for name in names]
    code, feed = _batch(tmp_path, rows, *INDEED)
    assert code == 0
    assert _names(feed) == names
    requisitions = [
        jd.Requisition(
            organization="Lakeside Health",
            title="Case Manager",
            requisition_id=name,
            locations=[jd.Location("Boise", "ID", postal_code="83702")],
            posted_on=date(2026, 11, 20),
            apply_url=ADDRESS,
            employment_type=EmploymentType.FULL_TIME,
            pay=jd.PayRange(64_000, 78_000),
        )
        for name in names
    ]
    renderer = IndeedRenderer(publisher="Lakeside")
    assert feed.read_text(encoding="utf-8") == renderer.feed(map(jd.build, requisitions))


def test_what_the_board_refuses_and_what_stands_twice_is_rejected(tmp_path: Path) -> None:
    rows = [_row("CM-1"), _row("CM-2", posted=""), _row("CM-1"), _row("CM-4", state="ZZ")]
    code, feed = _batch(tmp_path, rows, *INDEED)
    assert code == 1
    assert _names(feed) == ["CM-1"]
    with (tmp_path / "jobs.xml.rejects.csv").open(encoding="utf-8-sig", newline="") as file:
        rejected = {row["_row"]: row["_problems"] for row in csv.DictReader(file)}
    assert set(rejected) == {"2", "3", "4"}
    assert "posted_on" in rejected["2"]
    assert "stands for two jobs" in rejected["3"]


def test_a_feed_is_of_a_format_that_makes_feeds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, feed = _batch(tmp_path, [_row("CM-1")], "-f", "markdown")
    assert code == 2
    assert not feed.exists()
    assert "-f indeed" in capsys.readouterr().err
