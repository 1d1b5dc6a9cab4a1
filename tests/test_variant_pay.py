"""Variants by place and pay, and what tells them apart as rows."""

from pathlib import Path

import pytest

import casemgr_jd as jd
from casemgr_jd.cli.main import main

DENVER, BOISE = jd.Location("Denver", "CO"), jd.Location("Boise", "ID")
LOW, MIDDLE, HIGH = (
    jd.PayRange(60_000, 70_000),
    jd.PayRange(70_000, 90_000),
    jd.PayRange(90_000, 99_000),
)


def test_places_are_an_axis() -> None:
    found = jd.variants(locations=[DENVER, BOISE], pay=[LOW, HIGH])
    assert len(found) == 4
    assert {one.posting.value("location") for one in found} == {"Denver, CO", "Boise, ID"}
    assert len({one.id for one in found}) == 4


def test_the_nearest_pay_stands() -> None:
    found = jd.variants(
        tiers=["entry", "lead"],
        locations=[DENVER, BOISE],
        pay={"entry": LOW, "CO": MIDDLE, "lead Denver, CO": HIGH},
    )
    told = {(row["tier"], row["locations"]): row["pay"] for row in found.rows()}
    assert told == {
        ("entry", "Denver, CO"): str(MIDDLE),
        ("entry", "Boise, ID"): str(LOW),
        ("lead", "Denver, CO"): str(HIGH),
        ("lead", "Boise, ID"): "",
    }


def test_pay_that_no_variant_has_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(jd.InputError) as stop:
        jd.variants(tiers=["entry", "lead"], pay={"leed": HIGH, "WY": LOW})
    assert [one.path for one in stop.value.problems] == ["pay", "pay"]
    assert "did you mean 'lead'?" in str(stop.value)
    with pytest.raises(jd.InputError, match=r"pay\['lead'\]"):
        jd.variants(tiers=["lead"], pay={"lead": "much"})


def test_rows_become_a_data_frame_and_count_what_the_checker_finds() -> None:
    found = jd.variants(tiers=["entry", "lead"], pay={"lead": HIGH})
    rows = list(found.rows(check=True))
    assert [row["pay"] for row in rows] == ["", str(HIGH)]
    for row, variant in zip(rows, found, strict=True):
        report = jd.check(variant.posting)
        assert row["errors"] == sum(one.severity == "error" for one in report.findings)
        assert row["blanks"] == len(variant.posting.unfilled)
    frame = found.to_frame()
    names = frame.column_names if hasattr(frame, "column_names") else list(frame.columns)
    assert list(names) == list(next(found.rows()))
    assert len(frame) == len(found)


def test_the_command_takes_places_and_pay(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = tmp_path / "req.toml"
    facts.write_text('organization = "Harbor Care"\n', encoding="utf-8")
    common = ["variants", str(facts), "--tiers", "entry,lead", "--locations", "Denver, CO; ID"]
    out = str(tmp_path / "out")
    main([*common, "--pay", "lead=90,000-99000", "--pay", "CO=70000", "-o", out])
    texts = [path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir()]
    assert len(texts) == 4
    assert sum("$90,000–$99,000" in text for text in texts) == 1
    assert sum("$70,000" in text for text in texts) == 2
    with pytest.raises(SystemExit) as stop:
        main([*common, "--pay", "lead=much", "-o", str(tmp_path / "other")])
    assert stop.value.code == 2
    assert "--pay" in capsys.readouterr().err
