"""Tables as they come by hand, by accident and out of other programs: each row issued or told, none lost."""

import csv
import errno
import json
import os
import pickle
import stat
import sys
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import numpy
import openpyxl
import pandas
import polars
import pytest

import casemgr_jd as jd
from casemgr_jd.batching import sinks
from casemgr_jd.batching.delimited import delimited
from casemgr_jd.cli.main import main


def _run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as stop:
        main(["batch", *map(str, arguments), "-f", "text", "--quiet", "--on", "2026-11-26"])
    return int(stop.value.code or 0)


def _issued(out: Path) -> list[dict[str, Any]]:
    """Return the cells of the rows that were issued."""
    text = (out / "manifest.jsonl").read_text(encoding="utf-8")
    return [json.loads(line)["requisition"] for line in text.splitlines()[1:]]


def _rejects(out: Path) -> str:
    return (out / "rejects.csv").read_text(encoding="utf-8-sig")


# --- quotes, spaces, encodings -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "issued", "lines"),
    (
        ('"A,senior\nB,entry\n', [], "lines 2 to 3: "),
        ('A,senior\n"B,entry\nC,lead\n', ["A"], "lines 3 to 4: "),
        ('"A" Care,senior\nB,entry\n', ["B"], "line 2: "),
        ('"A,senior\n"B, Inc.",entry\nC,lead\n', ["C"], "lines 2 to 3: "),
    ),
    ids=("to the end", "in the middle", "text behind it", "closed by another"),
)
def test_a_quote_that_is_not_closed_takes_no_row_along_in_silence(
    tmp_path: Path, rows: str, issued: list[str], lines: str
) -> None:
    table, out = tmp_path / "a.csv", tmp_path / "out"
    table.write_text("organization,tier\n" + rows, encoding="utf-8")
    assert _run(table, "-o", out) == 1
    assert [one["organization"] for one in _issued(out)] == issued
    assert lines in _rejects(out)
    kept = "".join(cell for row in csv.reader(StringIO(_rejects(out))) for cell in row[:1])
    for word in ("senior", "entry", "lead"):
        if word in rows and all(one["tier"] != word for one in _issued(out)):
            assert word in kept


def test_spaces_behind_delimiters_and_rows_of_spaces_say_nothing(tmp_path: Path) -> None:
    table, out = tmp_path / "a.csv", tmp_path / "out"
    table.write_text(
        'organization, tier, pay\nA, senior, "72,000-92,000"\n , ,\n', encoding="utf-8"
    )
    assert _run(table, "-o", out) == 0
    assert [one["pay"] for one in _issued(out)] == ["72,000-92,000"]


@pytest.mark.parametrize("encoding", ("utf-8-sig", "utf-16", "utf-32", "utf-32-be"))
def test_a_mark_says_the_encoding(tmp_path: Path, encoding: str) -> None:
    table = tmp_path / "a.csv"
    words = "organization\nCafé\n"
    mark = "\ufeff" if encoding.endswith("be") else ""
    table.write_bytes((mark + words).encode(encoding))
    assert list(delimited(str(table))) == [["Café"]]


def test_two_bytes_a_letter_without_a_mark_are_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "a.csv"
    table.write_bytes("organization,tier\nA,senior\n".encode("utf-16-le"))
    assert _run(table, "-o", tmp_path / "out") == 2
    told = capsys.readouterr().err
    assert "UTF-16 without its mark" in told
    assert "x00" not in told


def test_half_a_letter_and_bytes_that_are_no_text_are_told_and_kept(tmp_path: Path) -> None:
    table, out = tmp_path / "a.jsonl", tmp_path / "out"
    line = '{"organization": "Care \\ud83d", "tier": "lead"}'
    table.write_text(f"{line}\n{line.replace('lead', 'boss')}\n", encoding="utf-8")
    assert _run(table, "-o", out) == 1
    assert [one["organization"] for one in _issued(out)] == ["Care \ud83d"]
    assert "Care \\ud83d" in _rejects(out)


# --- workbooks ---------------------------------------------------------------------------------------


def test_a_workbook_is_read_as_it_is_seen(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    seen = book.active
    assert seen is not None
    for row in (["organization", "travel_percent"], ["A", 0.2], ["B", 1], ["C", 15], ["", " "]):
        seen.append(row)
    seen["B2"].number_format = "0%"
    seen["B3"].number_format = "0.00%"
    hidden = book.create_sheet("Old", 0)
    hidden.append(["organization"])
    hidden.append(["Closed Care"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    out = tmp_path / "out"
    assert _run(tmp_path / "a.xlsx", "-o", out) == 0
    found = [(one["organization"], one["travel_percent"]) for one in _issued(out)]
    assert found == [("A", "20%"), ("B", "100%"), ("C", 15)]


# --- rejects -----------------------------------------------------------------------------------------


def test_names_of_columns_are_no_formulas_either_and_come_back(tmp_path: Path) -> None:
    table, out = tmp_path / "a.csv", tmp_path / "out"
    names = ["=cmd()", "-x", "'y", "＝z"]
    table.write_text(f"organization;tier;{';'.join(names)}\nA;boss;1;2;3;4\n", encoding="utf-8")
    ignored = tmp_path / "map.toml"
    ignored.write_text("[reading]\nignore = true\n", encoding="utf-8")
    assert _run(table, "-o", out, "--map", ignored) == 1
    header = next(csv.reader(StringIO(_rejects(out)), delimiter=";"))
    assert header[2:6] == ["'=cmd()", "'-x", "''y", "'＝z"]
    assert delimited(str(out / "rejects.csv")).header[2:6] == names


def test_rejects_that_are_mended_do_not_stay(tmp_path: Path) -> None:
    table, out = tmp_path / "a.csv", tmp_path / "out"
    table.write_text("organization,tier\nA,boss\n", encoding="utf-8")
    assert _run(table, "-o", out) == 1
    table.write_text("organization,tier\nA,lead\n", encoding="utf-8")
    assert _run(table, "-o", out) == 0
    assert not (out / "rejects.csv").exists()


def test_rejects_go_into_a_pipe_or_a_device_and_do_not_take_its_place(tmp_path: Path) -> None:
    table, pipe = tmp_path / "a.csv", tmp_path / "pipe"
    table.write_text("organization,tier\nA,boss\n", encoding="utf-8")
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert _run(table, "-o", tmp_path / "out", "--rejects", pipe) == 1
        assert b"boss" in os.read(reader, 10_000)
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_mended_rejects_do_not_take_the_place_of_other_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, mended, out = tmp_path / "a.csv", tmp_path / "mended.csv", tmp_path / "out"
    table.write_text("organization,tier\nA,lead\nB,boss\n", encoding="utf-8")
    assert _run(table, "-o", out) == 1
    before = (out / "000001.txt").read_bytes()
    mended.write_text(_rejects(out).replace("boss", "lead"), encoding="utf-8")
    assert _run(mended, "-o", out) == 2
    assert "is of other postings, those of a.csv" in capsys.readouterr().err
    assert (out / "000001.txt").read_bytes() == before
    assert _run(mended, "-o", tmp_path / "more") == 0
    assert [one["organization"] for one in _issued(tmp_path / "more")] == ["B"]


# --- runs that are broken off ------------------------------------------------------------------------


def _full(*_: Any) -> int:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("name", ("out", "out.jsonl", "out.zip"))
def test_a_full_disk_is_told_of_the_output(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "a.csv"
    table.write_text("organization,tier\nA,senior\n", encoding="utf-8")
    for kind in (sinks._Folder, sinks.LinesSink, sinks._Archive):
        monkeypatch.setattr(kind, "put", _full)
    assert _run(table, "-o", tmp_path / name) == 2
    told = capsys.readouterr().err
    assert f"{name}: cannot be written: No space left on device" in told
    assert ("--resume goes on" in told) is (name != "out.zip")
    if name == "out.zip":
        assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


def _stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Return a table and the folder of a run over it that stopped behind its second row."""
    table, out = tmp_path / "a.csv", tmp_path / "out"
    rows = "".join(f"Clinic {number},senior\n" for number in range(5))
    table.write_text(f"organization,tier\n{rows}", encoding="utf-8")
    put = sinks._Folder.put

    def stops(self: Any, name: str, row: int, *rest: Any) -> int:
        return put(self, name, row, *rest) if row < 3 else _full()

    with monkeypatch.context() as patch:
        patch.setattr(sinks._Folder, "put", stops)
        patch.setattr("casemgr_jd.batching.run._ROWS_BETWEEN_WRITES", 1)
        assert _run(table, "-o", out) == 2
    return table, out


@pytest.mark.parametrize("rest", (b"\0\0\0\0\n", b"[1]\n", b'{"row": 3, "fi', b"\xff\n", b"7\n"))
def test_what_a_machine_that_stopped_left_of_the_journal_is_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rest: bytes
) -> None:
    table, out = _stopped(tmp_path, monkeypatch)
    with (out / "journal").open("ab") as journal:
        journal.write(rest)
    assert _run(table, "-o", out, "--resume") == 0
    assert _run(table, "-o", tmp_path / "clean") == 0
    assert {one.name: one.read_bytes() for one in out.iterdir()} == {
        one.name: one.read_bytes() for one in (tmp_path / "clean").iterdir()
    }


def _other_rows(table: Path) -> list[str]:
    table.write_text(
        table.read_text(encoding="utf-8").replace("Clinic 1", "Harbor"), encoding="utf-8"
    )
    return []


def _other_map(table: Path) -> list[str]:
    other = table.with_name("map.toml")
    other.write_text('[every_row]\nmanager = "Director"\n', encoding="utf-8")
    return ["--map", str(other)]


@pytest.mark.parametrize("change", (_other_rows, _other_map))
def test_a_run_of_other_rows_or_another_map_does_not_go_on(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    change: Callable[[Path], list[str]],
) -> None:
    table, out = _stopped(tmp_path, monkeypatch)
    assert _run(table, "-o", out, "--resume", *change(table)) == 2
    assert "another run was interrupted here" in capsys.readouterr().err


def test_a_folder_whose_name_has_a_dot_ends_in_a_slash(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "a.csv"
    table.write_text("organization\nA\n", encoding="utf-8")
    assert _run(table, "-o", tmp_path / "2026.11") == 2
    assert "with / behind a name with a dot" in capsys.readouterr().err
    assert _run(table, "-o", f"{tmp_path}/2026.11/") == 0
    assert {one.name for one in (tmp_path / "2026.11").iterdir()} == {
        "000001.txt",
        "manifest.jsonl",
    }


def test_an_extra_that_is_missing_is_no_fault_of_a_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "a.csv"
    table.write_text("organization\nA\nB\n", encoding="utf-8")
    for name in ("typst", "pyarrow", "pyarrow.parquet"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(SystemExit) as stop:
        main(["batch", str(table), "-o", str(tmp_path / "out"), "-f", "pdf", "--quiet"])
    assert stop.value.code == 2
    assert _run(table, "-o", tmp_path / "out.parquet") == 2
    assert capsys.readouterr().err.count("which is not installed") == 2
    with pytest.raises(jd.ExtraNotInstalledError):
        list(jd.batch([{"organization": "A"}], format="pdf"))
    # Nothing is left that nobody can go on from.
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["a.csv"]
    assert [one.name for one in (tmp_path / "out").iterdir()] == ["journal"]


def test_what_became_of_a_row_can_be_sent_to_another_process() -> None:
    rows = [{"organization": "Lakeside", "tier": "lead"}, {"organization": "B", "tier": "boss"}]
    for outcome in jd.batch(rows, table_map=jd.TableMap(every_row=jd.Requisition(manager="Chief"))):
        sent = pickle.loads(pickle.dumps(outcome))
        assert sent[:4] == outcome[:4]
        assert sent.cells == outcome.cells
        assert not sent.ok or sent.requisition == outcome.requisition


# --- rows of programs --------------------------------------------------------------------------------

A: dict[str, Any] = {"organization": "Lakeside"}


def _kind(one: object) -> str:
    return type(one).__name__


def _became(rows: Any) -> list[tuple[bool, str]]:
    found = jd.batch(rows, format="text")
    return [(one.ok, "; ".join(map(str, one.problems))) for one in found]


@pytest.mark.parametrize("row", (5, None, "Lakeside", ("A",), object()), ids=_kind)
def test_a_row_of_another_kind_is_one_bad_row(row: Any) -> None:
    first, bad, last = _became([A, row, A])
    assert first[0]
    assert last[0]
    assert "must be a mapping as the first row" in bad[1]


@pytest.mark.parametrize("row", (5, None, "Lakeside", A, b"x"), ids=repr)
def test_letters_and_names_are_no_cells(row: Any) -> None:
    first, bad, last = _became([("organization", "tier"), ("A", "lead"), row, ["B", "entry"]])
    assert first[0]
    assert last[0]
    assert "must be a tuple as the first row" in bad[1]
    plan = jd.get_renderer("text").plan(jd.build(jd.Requisition(**A)), varying=["organization"])
    outcomes = list(plan.rows([("organization",), ("A",), row, ("B",)]))
    assert [one.ok for one in outcomes] == [True, False, True]


def test_a_name_that_one_row_alone_has_refuses_that_row_alone(tmp_path: Path) -> None:
    rows = [A, {**A, "nope": 1}, A, {"Organization": "Harbor"}, {**A, "tier": "lead"}]
    found = _became(rows)
    assert [ok for ok, _ in found] == [True, False, True, False, True]
    assert found[1][1].startswith("nope: is no field")
    assert "cell" not in found[1][1]
    assert found[3][1].startswith("Organization: holds the same as")
    table, out = tmp_path / "a.jsonl", tmp_path / "out"
    table.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert _run(table, "-o", out) == 1
    assert len(_issued(out)) == 3
    plan = jd.get_renderer("text").plan(jd.build(jd.Requisition(**A)), varying=["organization"])
    late = plan.rows([A, {**A, "nope": 1}, A, {**A, "nope": 2}, A])
    assert [one.ok for one in late] == [True, False, True, False, True]


def test_a_cell_under_no_name_is_refused_by_a_plan_that_saw_all_others() -> None:
    plan = jd.get_renderer("text").plan(jd.build(jd.Requisition(**A)), varying=["organization"])
    found = plan.rows([("organization", ""), ("A", None), ("A", ""), ("A", "lost"), ("A", None)])
    assert [one.ok for one in found] == [True, True, False, True]


def test_values_of_numpy_are_cells() -> None:
    row = {
        "organization": numpy.str_("Lakeside"),
        "employees": numpy.int64(40),
        "driving": numpy.bool_(True),
        "posted_on": numpy.datetime64("2026-11-20"),
        "pay.minimum": numpy.int32(72_000),
        "pay.maximum": numpy.float64(92_000),
    }
    (found,) = jd.batch([row])
    assert found.requisition == jd.Requisition(
        organization="Lakeside",
        employees=40,
        driving=True,
        posted_on=date(2026, 11, 20),
        pay=jd.PayRange(72_000, 92_000),
    )


def test_a_column_of_a_data_frame_is_no_table() -> None:
    for column in (polars.Series(["A"]), pandas.Series(["A"])):
        with pytest.raises(jd.InputError, match="rows: must be"):
            jd.batch(column)


def test_a_file_without_a_header_and_a_map_of_another_version_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, other = tmp_path / "a.csv", tmp_path / "map.toml"
    table.touch()
    assert _run(table, "-o", tmp_path / "out") == 2
    assert "a.csv: is empty" in capsys.readouterr().err
    table.write_text("organization\n", encoding="utf-8")
    other.write_text("schema_version = 9\n", encoding="utf-8")
    assert _run(table, "-o", tmp_path / "out", "--map", other) == 2
    assert "schema_version: is 9" in capsys.readouterr().err


@pytest.mark.parametrize("country", ("USA", "US", "U.S.", "United States"))
def test_a_country_behind_a_state_is_no_state(country: str) -> None:
    (found,) = jd.batch([{"locations": f"Denver, CO 80204, {country}"}])
    assert found.requisition.locations == (jd.Location("Denver", "CO", "80204"),)


def test_what_an_outlet_refuses_of_a_row_is_told_line_by_line(tmp_path: Path) -> None:
    table, out = tmp_path / "a.csv", tmp_path / "out"
    table.write_text("organization,pay\n" + "A,72000-92000\n" * 12, encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["batch", str(table), "-o", str(out), "-f", "jsonld", "--quiet"])
    assert "\\n" not in _rejects(out)
    rows = list(csv.DictReader(StringIO(_rejects(out))))
    assert len(rows) == 12
    for row in rows:
        assert "would refuse this: posted_on: " in row["_problems"]
        assert "would refuse this: locations: " in row["_problems"]
