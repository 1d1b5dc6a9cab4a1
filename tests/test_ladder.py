"""A ladder of tiers: what each step adds, and where two tiers are pressed together."""

from pathlib import Path

import pytest

import casemgr_jd as jd
from casemgr_jd.cli.main import main

PAY = {
    "entry": jd.PayRange(60_000, 70_000),
    "senior": jd.PayRange(72_000, 84_000),
    "lead": jd.PayRange(88_000, 99_000),
}


def _postings(**pay: jd.PayRange) -> list[jd.Posting]:
    base = jd.draft().for_setting("hospital").as_role("rn")
    return [base.at_tier(tier).fill(pay=one).build() for tier, one in {**PAY, **pay}.items()]


def test_each_step_is_the_comparison_of_its_two_postings() -> None:
    postings = _postings()
    found = jd.ladder(postings)
    assert found.names == ("Entry", "Senior", "Lead")
    assert [step.comparison for step in found.steps] == [
        jd.compare(postings[0], postings[1]),
        jd.compare(postings[1], postings[2]),
    ]
    assert not found.pressed


def test_pay_that_does_not_rise_presses_two_tiers_together() -> None:
    found = jd.ladder(_postings(lead=PAY["senior"]))
    assert [len(step.pressed) for step in found.steps] == [0, 1]
    assert "pay no higher" in found.pressed[0].message
    shown = jd.render(found.to_document(), "markdown")
    assert "## From Senior to Lead" in shown
    assert "**Pressed together:**" in shown


def test_sides_may_be_named() -> None:
    first, second, third = _postings()
    found = jd.ladder({"RN I": first, "RN II": second, "RN III": third})
    assert found.names == ("RN I", "RN II", "RN III")
    assert "| Fact | RN II | RN III |" in jd.render(found.to_document(), "markdown")


def test_a_ladder_has_two_postings_or_more() -> None:
    (first, *_) = _postings()
    for wrong in ([], [first], [first, "second"], {"a": first, "b": None}):
        with pytest.raises(jd.InputError, match="postings"):
            jd.ladder(wrong)  # type: ignore[arg-type]


def test_the_command_shows_a_ladder_of_more_than_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = []
    for tier in PAY:
        files.append(tmp_path / f"{tier}.toml")
        files[-1].write_text(f'tier = "{tier}"\npay = {{ minimum = 60000, maximum = 70000 }}\n')
    main(["compare", *map(str, files), "-f", "markdown"])
    shown = capsys.readouterr().out
    assert "## From Entry to Senior" in shown
    assert shown.count("**Pressed together:**") == 2
