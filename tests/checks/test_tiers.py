"""Postings of one job at several tiers, beside each other."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve

import casemgr_jd as jd
from casemgr_jd.cli.main import main

TODAY = date(2026, 11, 23)
TIERS = ("entry", "senior", "lead")
SETTINGS = [setting.id for setting in jd.load_catalog().settings]
PAY = {"entry": (60_000, 72_000), "senior": (72_000, 86_000), "lead": (84_000, 98_000)}


def at(tier: str, setting: str = "hospital", **changes: object) -> jd.Posting:
    facts = {"setting": [setting], "tier": tier, "pay": jd.PayRange(*PAY[tier]), **changes}
    return jd.build(jd.Requisition(**facts))  # type: ignore[arg-type]


def codes(upper: jd.Posting, lower: jd.Posting) -> list[str]:
    report = jd.check(upper, today=TODAY, select=["SCO040"], below=lower)
    return [finding.match for finding in report]


@pytest.mark.parametrize("setting", SETTINGS)
def test_the_tiers_of_the_guide_stand_apart(setting: str) -> None:
    """No setting presses two of the guide's tiers together."""
    for lower, upper in pairwise(TIERS):
        assert codes(at(upper, setting), at(lower, setting)) == []


def test_pay_that_does_not_rise_is_found() -> None:
    """A lead paid as a senior is."""
    lead = at("lead", pay=jd.PayRange(*PAY["senior"]))
    assert any("72,000" in match for match in codes(lead, at("senior")))


def test_a_title_alone_makes_no_tier() -> None:
    """The same duties under a higher title."""
    senior = at("senior", pay=jd.PayRange(90_000, 99_000))
    assert len(codes(evolve(senior, title="Lead Case Manager"), at("senior"))) == 1


def test_the_command_compares_two_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``--below`` names the file of the lower tier."""
    for tier, pay in (("senior", 72_000), ("lead", 70_000)):
        text = f'setting = "hospital"\ntier = "{tier}"\n[pay]\nminimum = {pay}\nmaximum = 86000\n'
        (tmp_path / f"{tier}.toml").write_text(text, encoding="utf-8")
    lead, senior = str(tmp_path / "lead.toml"), str(tmp_path / "senior.toml")
    main(["check", lead, "--below", senior, "--select", "SCO040", "--today", "2026-11-23"])
    assert "SCO040 grade-compression" in capsys.readouterr().out
