"""What commands take for a requisition, a job of a feed, or the pay of a variant."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from casemgr_jd.cli.main import main

JOB = Path(__file__).parents[1] / "examples" / "hospital-senior-rn.toml"


@pytest.mark.parametrize("name", ("a.md", "a.html", "a.docx", "a.pdf", "a.csv"))
@pytest.mark.parametrize(
    "command", (["render"], ["interview"], ["compare", str(JOB)], ["variants", "-o", "out"])
)
def test_a_document_is_not_called_bad_toml(
    tmp_path: Path, name: str, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    document = tmp_path / name
    document.write_bytes(b"# RN Case Manager\n\xff Pay")
    with pytest.raises(SystemExit) as stop:
        main([*command, str(document)])
    assert stop.value.code == 2
    told = capsys.readouterr().err
    assert f"is no requisition file: {document.suffix} (casemgr-jd import makes one" in told


def test_a_requisition_may_have_another_suffix(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    job = tmp_path / "job.txt"
    job.write_text('organization = "Harbor Care"', encoding="utf-8")
    main(["render", str(job), "-f", "text"])
    assert "Harbor Care" in capsys.readouterr().out


def test_what_is_hidden_is_no_job_of_a_feed(tmp_path: Path) -> None:
    jobs = tmp_path / "jobs"
    jobs.mkdir()
    (jobs / "a.toml").write_bytes(JOB.read_bytes())
    (jobs / "._a.toml").write_bytes(b"\0\5\x16\7")
    main(["feed", str(jobs), "-f", "indeed", "-o", str(tmp_path / "a.xml")])
    assert (tmp_path / "a.xml").read_text(encoding="utf-8").count("<job>") == 1


def test_no_name_of_a_file_is_a_formula_in_the_rejects_of_a_feed(tmp_path: Path) -> None:
    jobs = tmp_path / "jobs"
    jobs.mkdir()
    for name in ("=a", "＋b", "-c"):
        (jobs / f"{name}.toml").write_text("tier = 5", encoding="utf-8")
    rejects = tmp_path / "rejects.csv"
    with pytest.raises(SystemExit):
        main(
            [
                "feed",
                str(jobs),
                "-f",
                "indeed",
                "-o",
                str(tmp_path / "a.xml"),
                "--rejects",
                str(rejects),
            ]
        )
    rows = csv.reader(StringIO(rejects.read_text(encoding="utf-8")))
    assert {row[0] for row in rows} == {"file", "'=a.toml", "'＋b.toml", "'-c.toml"}


def _pay_leads(said: str, tmp_path: Path) -> None:
    paid = ["--tiers", "lead", "--pay", f"lead={said}"]
    main(["variants", str(JOB), *paid, "-o", str(tmp_path / "v")])


@pytest.mark.parametrize(
    ("said", "shown"),
    (
        ("90000-110000", "$90,000–$110,000 a year"),
        ("90k-110k", "$90,000–$110,000 a year"),
        ("41-52", "$41–$52 an hour"),
        ("5,000-6,000 a month", "$5,000–$6,000 a month"),
    ),
)
def test_the_pay_of_a_variant_is_for_the_time_it_says(
    tmp_path: Path, said: str, shown: str
) -> None:
    _pay_leads(said, tmp_path)
    (page,) = (tmp_path / "v").iterdir()
    assert shown in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("said", ("90.000-110.000", "1200", "much", "nan"))
def test_pay_of_a_variant_that_could_be_another_is_refused(
    tmp_path: Path, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        _pay_leads(said, tmp_path)
    assert stop.value.code == 2
    assert f"--pay 'lead={said}'" in capsys.readouterr().err
