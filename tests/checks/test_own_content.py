"""An employer's own content decides what its postings are judged by."""

import json
from datetime import date
from pathlib import Path

from test_check_command import DAY, run

import casemgr_jd as jd

TODAY = date(2026, 11, 23)
RANGES = {
    "caseloads": [
        {"id": "caseload.social_services", "setting": "social_services", "low": 80, "high": 100},
        {"id": "caseload.street", "setting": "street", "low": 40, "high": 66, "unit": "neighbors"},
    ],
    "settings": [
        {
            "id": "street",
            "name": "Street Outreach",
            "population": "neighbors",
            "noun": "outreach",
            "caseload": "caseload.street",
        }
    ],
}
OWN = jd.load_catalog().overlay_tables({"own.toml": RANGES})


def judged(setting: str, load: tuple[int, int], *, own: bool = True) -> list[str]:
    unit = {"street": "neighbors", "hospital": "patients"}.get(setting, "clients")
    given = jd.CaseloadRange(low=load[0], high=load[1], unit=unit)
    posting = jd.build(jd.Requisition(setting=[setting], caseload=given), catalog=OWN)
    report = jd.check(posting, today=TODAY, select=["CAS010"], catalog=OWN if own else None)
    return [one.message for one in report]


def test_the_range_of_an_overlay_goes_before_the_benchmark() -> None:
    assert judged("social_services", (85, 95)) == []
    assert judged("social_services", (85, 95), own=False), "the packaged benchmark is 12 to 40"
    (message,) = judged("social_services", (150, 150))
    assert "80 to 100" in message
    assert "its own range" in message


def test_the_range_of_a_setting_of_its_own_is_held_against_it() -> None:
    assert judged("street", (45, 60)) == []
    (message,) = judged("street", (95, 95))
    assert "40 to 66" in message


def test_a_range_that_the_overlay_leaves_alone_is_judged_by_the_benchmark() -> None:
    (message,) = judged("hospital", (60, 60))
    assert "its own range" not in message


def test_the_command_judges_by_the_content_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    text = '[[caseloads]]\nid = "caseload.social_services"\nlow = 80\nhigh = 100\n'
    (tmp_path / "own" / "loads.toml").write_text(text, encoding="utf-8")
    (tmp_path / "job.md").write_text(
        "# Social Services Case Manager\n\nOur social services agency serves the community. "
        "A typical caseload is 90 clients.\n",
        encoding="utf-8",
    )

    (tmp_path / "r.toml").write_text('setting = "social_services"\n', encoding="utf-8")

    def found(*options: str) -> list[str]:
        done = run(
            "check",
            "job.md",
            *DAY,
            "--select",
            "CAS010",
            "-f",
            "json",
            *options,
            "--requisition",
            "r.toml",
            folder=tmp_path,
        )
        return [one["code"] for one in json.loads(done.stdout)["findings"]]

    assert found() == ["CAS010"]
    assert found("--content", "own") == []
