"""An old posting as a requisition: what is taken over, and what is listed as not understood."""

from pathlib import Path

import pytest

import casemgr_jd as jd
from casemgr_jd.cli.main import main
from casemgr_jd.serde.requisition import load_requisition

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.toml"))
FIELDS = (
    *("organization", "remote_states", "work_model", "employment_type", "pay", "flsa_status"),
    *("license", "manager", "apply_url", "closing_date", "accommodation_contact"),
)
TEXT = """# Case Manager

Harbor Health is hiring in Denver, CO.

Full-time or part-time, on-site.

Pay: $31 an hour, or more

## Duties

- Plan care with each client.
- Call the pharmacy.

## How to apply

Send your resume to jobs@harbor.example by December 31, 2026.
"""


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("format", ["markdown", "html", "text"])
def test_what_we_write_is_read_back(example: Path, format: str) -> None:
    """The facts of a posting of ours come back from each of its formats."""
    given = jd.build(jd.load_requisition(example)).requisition
    written = str(jd.render(jd.build(given), format))
    read, _ = jd.read_posting(written, format=format).requisition()
    assert {name: getattr(read, name) for name in FIELDS} == {
        name: getattr(given, name) for name in FIELDS
    }
    assert [(one.city, one.state) for one in read.locations] == [
        (one.city, one.state) for one in given.locations
    ]


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 10


def test_nothing_is_guessed() -> None:
    """Two employment types, an open end of pay: each is listed with its words and the reason."""
    requisition, unread = jd.read_posting(TEXT).requisition()
    assert (requisition.employment_type, requisition.pay) == (None, None)
    told = "\n".join(map(str, unread))
    assert "employment type: says full time and part time" in told
    assert "$31 an hour" in told
    assert "how to apply: gives no address of the Web" in told


def test_lines_without_a_fact_are_told() -> None:
    _, unread = jd.read_posting(TEXT).requisition()
    assert any(one.path == "responsibilities" and "2 lines" in one.reason for one in unread)


def test_what_is_wanted_and_missing_is_told() -> None:
    _, unread = jd.read_posting("# Case Manager\n\nYou plan care.").requisition()
    missing = {one.path for one in unread if one.reason == "was not found"}
    assert {"employer", "place of work", "pay"} <= missing


def test_an_ambiguous_place_is_not_guessed() -> None:
    requisition, unread = jd.read_posting("# Case Manager\n\nLocation: Portland\n").requisition()
    assert requisition.locations == ()
    assert any("names no state" in one.reason for one in unread)


@pytest.mark.parametrize("suffix", [".md", ".txt", ".html"])
def test_the_command_writes_a_requisition(
    tmp_path: Path, suffix: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / f"old{suffix}", tmp_path / "new.toml"
    text = (
        jd.render(jd.build(jd.load_requisition(EXAMPLES[0])), "html") if suffix == ".html" else TEXT
    )
    source.write_text(str(text), encoding="utf-8")
    main(["import", str(source), "-o", str(target)])
    assert load_requisition(target).title is not None
    assert "not read: " in capsys.readouterr().err


def test_an_old_word_file_is_rendered_anew(tmp_path: Path) -> None:
    pytest.importorskip("docx")
    source, target = tmp_path / "old.docx", tmp_path / "new.toml"
    given = jd.build(jd.load_requisition(EXAMPLES[0]))
    written = jd.render(given, "docx")
    assert isinstance(written, bytes)
    source.write_bytes(written)
    main(["import", str(source), "-o", str(target)])
    again = jd.build(jd.load_requisition(target))
    assert again.requisition.organization == given.requisition.organization
    assert again.requisition.pay == given.requisition.pay
