"""A run that is killed where it stands, and resumed: the bytes of one clean run, whatever it wrote to."""

import csv
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest

Bytes: TypeAlias = dict[str, bytes]

MODULE = ["-m", "casemgr_jd"]
ROWS = 230
HEADER = [
    "requisition_id",
    "organization",
    "title",
    "tier",
    "city",
    "state",
    "postal_code",
    "employment_type",
    "pay.minimum",
    "pay.maximum",
    "posted_on",
    "apply_url",
]
# The process that is killed is a real one; only when the signal comes is ours to choose.
KILLED = """
import os, signal, sys
from casemgr_jd.batching.journal import Journal
from casemgr_jd.cli.main import main

last, torn = int(sys.argv[1]), sys.argv[2] == "torn"
flush, times = Journal.flush, 0

def dies(self):
    global times
    times += 1
    if times == last:
        if torn:
            self._file.write(b"".join(self._waiting)[:700])
            self._file.flush()
        os.kill(os.getpid(), signal.SIGKILL)
    flush(self)

Journal.flush = dies
main(sys.argv[3:])
"""

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("table") / "rows.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for number in range(1, ROWS + 1):
            tier = "boss" if number % 40 == 7 else ("entry", "senior", "lead")[number % 3]
            place = ["Boise", "ID", "83702"]
            pay = [str(60_000 + number), str(80_000 + number)]
            dates = ["2026-11-20", f"https://jobs.example/{number}"]
            head = [f"R-{number}", f"Clinic {number % 9}", "Case Manager", tier]
            writer.writerow([*head, *place, "full_time", *pay, *dates])
    return path


def _arguments(table: Path, output: Path, format: str) -> list[str]:
    return ["batch", str(table), "-o", str(output), "-f", format, "--quiet", "--on", "2026-11-26"]


def _run(code: list[str], arguments: list[str]) -> int:
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    done = subprocess.run(
        [sys.executable, *code, *arguments], env=environment, check=False, capture_output=True
    )
    return done.returncode


def _bytes(folder: Path) -> Bytes:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def clean(table: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Bytes]:
    """What one clean run gives, made once for each output and format."""

    @cache
    def made(output: str, format: str) -> Bytes:
        folder = tmp_path_factory.mktemp("whole")
        assert _run(MODULE, _arguments(table, folder / output, format)) == 1
        return _bytes(folder)

    return made


@pytest.mark.parametrize(
    ("output", "format", "last", "how"),
    [
        ("out", "markdown", 3, "clean"),
        ("out.jsonl", "text", 4, "torn"),
        ("out.xml", "indeed", 2, "torn"),
        ("out.jsonl", "text", 7, "clean"),
        ("out.xml", "indeed", 7, "clean"),
    ],
)
def test_a_killed_run_goes_on_to_the_bytes_of_a_clean_one(
    table: Path,
    clean: Callable[[str, str], Bytes],
    tmp_path: Path,
    output: str,
    format: str,
    last: int,
    how: str,
) -> None:
    whole, broken = clean(output, format), tmp_path
    killed = ["-c", KILLED, str(last), how]
    assert _run(killed, _arguments(table, broken / output, format)) == -signal.SIGKILL
    assert last > 6 or not (broken / output).is_file()
    assert not list(broken.rglob("*manifest.jsonl"))
    assert _run(MODULE, [*_arguments(table, broken / output, format), "--resume"]) == 1
    assert _bytes(broken) == whole
    assert len(whole) > (ROWS // 2 if output == "out" else 2)
