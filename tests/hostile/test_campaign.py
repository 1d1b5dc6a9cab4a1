"""A few tries of each kind of the campaign, of which ``nox -s fuzz`` runs as many as are wanted."""

from collections import Counter
from pathlib import Path

import pytest
from campaign import KINDS, attempt

import casemgr_jd as jd
from casemgr_jd.batching.sources import open_table
from casemgr_jd.serde.table.tables import BadRow

TRIES = 60
OF_EACH = {"overlay": 6, "document": 30}
"""Fewer of those that take long."""


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_changed_is_read_or_told(kind: str, tmp_path: Path) -> None:
    said = Counter(attempt(kind, 1, number, tmp_path) for number in range(OF_EACH.get(kind, TRIES)))
    assert {*said} <= {"read", "told"}
    assert said["told"]
    assert said["read"]


# --- what it has found -------------------------------------------------------------------------------


def test_a_page_that_speaks_of_a_job_posting_and_holds_none_is_read_as_text() -> None:
    script = '<script type="application/ld+json">{"@type": "JobPosting", "title"</script>'
    page = f"<html>{script}<h1>RN Case Manager</h1><p>" + "</p></html>"
    assert "RN Case Manager" in repr(jd.read_posting(page))
    assert jd.check_document(f"{script}<h1>RN Case Manager</h1>")


@pytest.mark.parametrize("place", [0, 3])
def test_a_table_in_no_encoding_is_told(tmp_path: Path, place: int) -> None:
    rows = [b"organization,tier"] + [b"Lakeside,senior"] * 3
    rows[place] = b"\x8d\xff,senior"
    file = tmp_path / "rows.csv"
    file.write_bytes(b"\n".join(rows))
    with pytest.raises(jd.InputError, match=r"rows\.csv: .*cannot be read as a table"):
        list(open_table(str(file)))


def test_a_cell_beyond_all_measure_is_told_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    file.write_bytes(b"organization\nLakeside\n" + b"x" * (1 << 24) + b"x\n")
    *rows, bad = open_table(str(file))
    assert rows == [["Lakeside"]]
    assert isinstance(bad, BadRow)
    assert "line 3: cannot be told apart into cells" in str(bad.problem)
