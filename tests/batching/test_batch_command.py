"""``casemgr-jd batch``: tables of many kinds in, postings and explained rejects out, nothing lost."""

import csv
import json
import zipfile
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow
import pytest
from pyarrow import parquet

import casemgr_jd as jd
from casemgr_jd.batching import run as running
from casemgr_jd.cli.main import main

HEADER = ["Organization", "Tier", "City", "State", "Pay minimum", "Pay maximum", "requisition_id"]
GOOD = ["Lakeside Health", "senior", "Denver", "CO", "72000", "92000", "CM-1"]
OTHER = ["Café <Harbor>", "lead", "Boise", "ID", "90,000", "100000", "CM/2"]
BAD = ["=HYPERLINK(1)", "boss", "Boise", "XX", "much", "2", "+CM-3"]
TABLE = [HEADER, GOOD, OTHER, BAD]


def _csv(path: Path, rows: list[list[str]], encoding: str = "utf-8", **dialect: Any) -> str:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, **dialect).writerows(rows)
    return str(path)


def _run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main(["batch", *arguments, "--on", "2026-11-26"])
    return int(stop.value.code or 0)


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def _manifest(folder: Path) -> list[dict[str, Any]]:
    text = (folder / "manifest.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def _rejected(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        header = file.readline()
        file.seek(0)
        # They are parted as the table is.
        return list(csv.DictReader(file, delimiter=header[header.index("_problems") - 1]))


# --- what comes in ----------------------------------------------------------------------------------


def _workbook(path: Path) -> str:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in TABLE:
        sheet.append([int(cell) if cell.isdecimal() else cell for cell in row])
    sheet.append([None] * 7)
    book.save(path)
    return str(path)


def _lines(path: Path) -> str:
    rows = [dict(zip(HEADER, row, strict=True)) for row in TABLE[1:]]
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")
    return str(path)


def _columns(path: Path) -> str:
    rows = [dict(zip(HEADER, row, strict=True)) for row in TABLE[1:]]
    parquet.write_table(pyarrow.Table.from_pylist(rows), path)
    return str(path)


SOURCES: dict[str, Any] = {
    "comma": lambda folder: _csv(folder / "a.csv", TABLE),
    "semicolon": lambda folder: _csv(folder / "a.csv", TABLE, delimiter=";"),
    "tab": lambda folder: _csv(folder / "a.tsv", TABLE, delimiter="\t"),
    "quoted": lambda folder: _csv(folder / "a.csv", TABLE, quoting=csv.QUOTE_ALL),
    "with a mark": lambda folder: _csv(folder / "a.csv", TABLE, "utf-8-sig"),
    "utf-16": lambda folder: _csv(folder / "a.csv", TABLE, "utf-16", delimiter="\t"),
    "windows": lambda folder: _csv(folder / "a.csv", TABLE, "cp1252", delimiter=";"),
    "separator line": lambda folder: _csv(folder / "a.csv", [["sep=;"], *TABLE], delimiter=";"),
    "empty lines": lambda folder: _csv(folder / "a.csv", [*TABLE, [""] * 7, []]),
    "xlsx": lambda folder: _workbook(folder / "a.xlsx"),
    "jsonl": lambda folder: _lines(folder / "a.jsonl"),
    "parquet": lambda folder: _columns(folder / "a.parquet"),
}


@pytest.mark.parametrize("kind", SOURCES)
def test_every_kind_of_table_gives_the_same_postings(kind: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert _run(SOURCES[kind](tmp_path), "-o", str(out), "--quiet") == 1
    found = _files(out)
    wanted = jd.Requisition(
        organization="Café <Harbor>",
        tier="lead",
        locations=[jd.Location("Boise", "ID")],
        pay=jd.PayRange(90_000, 100_000),
        requisition_id="CM/2",
    )
    assert found["000002-cm-2.md"].decode("utf-8") == jd.render(jd.build(wanted))
    assert set(found) == {"000001-cm-1.md", "000002-cm-2.md", "manifest.jsonl", "rejects.csv"}
    (reject,) = _rejected(out / "rejects.csv")
    assert reject["_row"] == "3"
    for column in ("Tier", "State", "Pay minimum"):
        assert f"{column}: " in reject["_problems"]


def test_a_map_and_its_template(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [["Org", "LVL_CD", "Cost Center"], ["Lakeside Health", "E", "42"]]
    table = _csv(tmp_path / "a.csv", rows)
    with pytest.raises(SystemExit) as stop:
        main(["batch", table, "-o", str(tmp_path / "out")])
    assert stop.value.code == 2
    assert "--map-template" in capsys.readouterr().err
    main(["batch", table, "--map-template"])
    template = capsys.readouterr().out
    assert all(name in template for name in ("Org", "LVL_CD", "Cost Center"))
    mapped = tmp_path / "map.toml"
    mapped.write_text(
        '[columns]\nOrg = "organization"\nLVL_CD = "tier"\n[codes.LVL_CD]\nE = "entry"\n'
        '[reading]\nignore = ["Cost Center"]\n',
        encoding="utf-8",
    )
    assert _run(table, "-o", str(tmp_path / "out"), "--map", str(mapped)) == 0
    assert "1 rows: 1 postings" in capsys.readouterr().err


# --- what goes out ----------------------------------------------------------------------------------


def test_one_file_of_lines_of_columns_or_of_files(tmp_path: Path) -> None:
    table = _csv(tmp_path / "a.csv", TABLE)
    for name in ("out", "out.jsonl", "out.parquet", "out.zip"):
        assert _run(table, "-o", str(tmp_path / name), "--quiet") == 1
    first = (tmp_path / "out" / "000001-cm-1.md").read_text(encoding="utf-8")
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[0]) == {"row": 1, "requisition_id": "CM-1", "posting": first}
    assert parquet.read_table(tmp_path / "out.parquet").to_pylist()[0]["posting"] == first
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert archive.namelist() == ["000001-cm-1.md", "000002-cm-2.md"]
        assert archive.read("000001-cm-1.md").decode("utf-8") == first
    assert not [
        path for path in tmp_path.rglob("*") if "unfinished" in path.name or "journal" in path.name
    ]


def test_counts_add_up_and_the_manifest_tells_what_was_issued(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    _run(_csv(tmp_path / "a.csv", TABLE * 4), "-o", str(out))
    # The header stands three more times, as rows that are no posting.
    assert "15 rows: 8 postings" in capsys.readouterr().err
    head, *issued = _manifest(out)
    assert head["date"] == "2026-11-26"
    assert head["catalog_hash"] == jd.load_catalog().hash
    assert head["law_as_of"]
    assert len(issued) == 8
    assert len(_rejected(out / "rejects.csv")) == 7
    for one in issued:
        assert sha256((out / one["file"]).read_bytes()).hexdigest() == one["sha256"]


def test_rejects_are_safe_in_a_spreadsheet_and_can_be_mended_and_run_again(tmp_path: Path) -> None:
    out = tmp_path / "out"
    quoted = ["'Tis a clinic", "boss", "Boise", "ID", "1", "2", "'=x"]
    _run(_csv(tmp_path / "a.csv", [*TABLE, quoted]), "-o", str(out), "--quiet")
    with (out / "rejects.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(file):
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
    mended = (out / "rejects.csv").read_text(encoding="utf-8-sig")
    for wrong, right in (("boss", "lead"), ("XX", "ID"), ("much", "1")):
        mended = mended.replace(wrong, right)
    (tmp_path / "again.csv").write_text(mended, encoding="utf-8", newline="")
    assert _run(str(tmp_path / "again.csv"), "-o", str(tmp_path / "again"), "--quiet") == 0
    _, first, second = _manifest(tmp_path / "again")
    assert first["requisition"]["Organization"] == BAD[0]
    assert first["requisition"]["requisition_id"] == BAD[-1]
    assert second["requisition"]["Organization"] == quoted[0]
    assert second["requisition"]["requisition_id"] == quoted[-1]


def test_a_line_that_is_no_json_is_a_reject(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"organization": "A"}\n{"organization"\n[1]\n{"tier": "lead"}\n', encoding="utf-8"
    )
    out = tmp_path / "out"
    assert _run(str(path), "-o", str(out), "--quiet") == 1
    assert [one["_row"] for one in _rejected(out / "rejects.csv")] == ["2", "3"]
    assert len(_files(out)) == 4


def test_a_line_that_is_not_utf_8_or_says_a_thing_twice_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = (
        b'\xef\xbb\xbf{"organization": "Zo\xc3\xab"}',
        b'{"organization": "Caf\xe9 Care"}',
        b'{"organization": "A", "organization": "B"}',
        b'{"organization": "A", "openings": NaN}',
    )
    path.write_bytes(b"\r\n".join(lines))
    out = tmp_path / "out"
    assert _run(str(path), "-o", str(out), "--quiet") == 1
    rejects = _rejected(out / "rejects.csv")
    assert [one["_row"] for one in rejects] == ["2", "3", "4"]
    reasons = ("not UTF-8 at byte 22", "twice", "NaN")
    assert all(reason in one["_problems"] for reason, one in zip(reasons, rejects, strict=True))
    assert "\ufffd" not in (out / "rejects.csv").read_text(encoding="utf-8-sig")
    assert _manifest(out)[1]["requisition"]["organization"] == "Zoë"


def test_the_folder_one_stands_in_may_take_the_postings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _csv(tmp_path / "a.csv", [HEADER, GOOD])
    assert _run("a.csv", "-o", ".", "--quiet") == 0
    _, posted = _manifest(tmp_path)
    assert (tmp_path / posted["file"]).is_file()


@pytest.mark.parametrize("name", ["out.parquet", "out.jsonl", "out.zip", "out"])
def test_an_output_that_does_not_open_is_told(name: str, tmp_path: Path) -> None:
    table = _csv(tmp_path / "a.csv", [HEADER, GOOD])
    (tmp_path / f"{name}.unfinished").mkdir()
    assert _run(table, "-o", str(tmp_path / name), "--quiet") == (0 if name == "out" else 2)


def test_json_lines_in_utf_16_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"organization": "A"}\n', encoding="utf-16")
    assert _run(str(path), "-o", str(tmp_path / "out"), "--quiet") == 2
    assert "UTF-16" in capsys.readouterr().err


def test_postings_that_an_outlet_or_the_checker_refuses_are_rejected(tmp_path: Path) -> None:
    table = _csv(tmp_path / "a.csv", [HEADER, GOOD])
    assert _run(table, "-o", str(tmp_path / "one"), "--quiet", "--for", "google") == 1
    (reject,) = _rejected(tmp_path / "one" / "rejects.csv")
    assert "posted_on" in reject["_problems"]


def test_a_posting_with_errors_of_the_checker_is_rejected(tmp_path: Path) -> None:
    # Pay that is stated wide open where law wants a real range.
    wide = _csv(tmp_path / "a.csv", [HEADER, GOOD, [*GOOD[:4], "20000", "950000", "CM-2"]])
    assert _run(wide, "-o", str(tmp_path / "plain"), "--quiet") == 0
    code = _run(wide, "-o", str(tmp_path / "checked"), "--check", "--quiet")
    rejected = _rejected(tmp_path / "checked" / "rejects.csv") if code else []
    for row in (GOOD, [*GOOD[:4], "20000", "950000", "CM-2"]):
        cells = dict(zip(HEADER, row, strict=True))
        (outcome,) = jd.batch([cells], format="text")
        report = jd.check(jd.build(outcome.requisition), today=date(2026, 11, 26))
        errors = [one for one in report.findings if one.severity == "error"]
        assert any(one["requisition_id"] == row[-1] for one in rejected) == bool(errors)


# --- interruptions ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ("out", "out.jsonl"))
def test_a_run_that_was_interrupted_goes_on_to_the_same_bytes(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [[*GOOD[:6], f"CM-{number}"] if number % 7 else BAD for number in range(200)]
    table = _csv(tmp_path / "a.csv", [HEADER, *rows])
    clean, broken = tmp_path / "clean" / name, tmp_path / "broken" / name
    assert _run(table, "-o", str(clean), "--quiet") == 1

    real = running._Worker.done

    def stopping(self: Any, number: int, row: Any) -> Any:
        if number == 137:
            raise KeyboardInterrupt
        return real(self, number, row)

    monkeypatch.setattr(running._Worker, "done", stopping)
    assert _run(table, "-o", str(broken), "--quiet") == 2
    if name != "out":
        assert not broken.exists()
    monkeypatch.undo()
    assert _run(table, "-o", str(broken), "--quiet", "--resume") == 1
    assert _files(broken if broken.is_dir() else broken.parent) == _files(
        clean if clean.is_dir() else clean.parent
    )


def test_another_run_does_not_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    table = _csv(tmp_path / "a.csv", TABLE)

    def stopping(self: Any, number: int, row: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(running._Worker, "done", stopping)
    assert _run(table, "-o", str(tmp_path / "out")) == 2
    assert "--resume goes on" in capsys.readouterr().err
    monkeypatch.undo()
    assert _run(table, "-o", str(tmp_path / "out"), "-f", "text", "--resume") == 2
    assert "another run was interrupted here" in capsys.readouterr().err


def test_several_processes_give_what_one_gives(tmp_path: Path) -> None:
    rows = [[*GOOD[:6], f"CM-{number}"] if number % 5 else BAD for number in range(450)]
    table = _csv(tmp_path / "a.csv", [HEADER, *rows])
    assert _run(table, "-o", str(tmp_path / "one"), "--quiet") == 1
    assert _run(table, "-o", str(tmp_path / "two"), "--quiet", "--jobs", "2") == 1
    assert _files(tmp_path / "one") == _files(tmp_path / "two")


# --- what cannot be ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    (
        (["nowhere.csv", "-o", "out"], "cannot be read"),
        (["a.doc", "-o", "out"], "is no table by its name"),
        (["a.csv"], "name an output"),
        (["a.csv", "-o", "out.txt"], "cannot hold many postings"),
        (["a.csv", "-o", "out.jsonl", "-f", "docx"], "gives files"),
        (["a.csv", "-o", "out", "-f", "markdwon"], "did you mean 'markdown'"),
        (["a.xlsx", "-o", "out"], "is no workbook"),
        (["a.csv", "-o", "a.csv/x"], ""),
    ),
)
def test_what_cannot_be_is_said_in_one_message(
    arguments: list[str],
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    _csv(tmp_path / "a.csv", TABLE)
    (tmp_path / "a.xlsx").write_text("no workbook", encoding="utf-8")
    assert _run(*arguments) == 2
    captured = capsys.readouterr()
    assert words in captured.err
    assert "Traceback" not in captured.err
    assert not captured.out
