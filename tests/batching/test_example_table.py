"""The table of an HRIS in ``examples/``: 475 postings, and 25 rejects of which each is explained."""

import csv
from pathlib import Path

import pytest

import casemgr_jd as jd
from casemgr_jd.cli.main import main

EXAMPLES = Path(__file__).parents[2] / "examples"
TABLE, MAP = EXAMPLES / "requisitions.csv", EXAMPLES / "maps" / "requisitions.toml"


def test_the_example_gives_475_postings_and_25_explained_rejects(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with pytest.raises(SystemExit) as stop:
        main(
            [
                "batch",
                str(TABLE),
                "--map",
                str(MAP),
                "-o",
                str(out),
                "--quiet",
                "--on",
                "2026-11-26",
            ]
        )
    assert stop.value.code == 1
    assert len(out.read_text(encoding="utf-8").splitlines()) == 475
    with Path(f"{out}.rejects.csv").open(encoding="utf-8-sig", newline="") as file:
        rejects = list(csv.DictReader(file))
    assert len(rejects) == 25
    reasons = [one["_problems"] for one in rejects]
    assert len(set(reasons)) == 25
    columns = set(rejects[0])
    assert all(reason.partition(":")[0] in columns for reason in reasons)
    assert reasons[-1].count("; ") >= 2


def test_some_of_its_rows_are_what_their_requisitions_alone_give() -> None:
    with TABLE.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    found = list(jd.batch(rows, table_map=jd.load_table_map(MAP)))
    assert sum(one.ok for one in found) == 475
    for outcome in found[::23]:
        if outcome.ok:
            assert outcome.output == jd.render(jd.build(outcome.requisition))
