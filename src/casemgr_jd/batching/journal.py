"""What became of each row, written as it happens: a run that was interrupted goes on from there."""

import csv
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from casemgr_jd.errors import InputError, Problem

__all__ = ["Journal"]

# What a spreadsheet would run as a formula, and what a shielded cell begins with.
_READ_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


class Journal:
    """A file of lines: first the run, then a line for each row, issued or rejected.

    Args:
        path: where it is kept until the run has ended.
        run: what the run is: input, format, content and law, the date given.
    """

    def __init__(self, path: Path, run: Mapping[str, Any]) -> None:
        self.path = path
        self.run: dict[str, Any] = dict(run)
        self.rows: int = 0
        """Rows that are done."""
        self.issued: int = 0
        self.rejected: int = 0
        self.end: int = 0
        """Where the output ended after the last of them."""

    def open(self, resume: bool) -> None:
        """Start anew, or go on where the run was interrupted.

        Raises:
            InputError: another run was interrupted here, of another table or format.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        whole = self._read() if resume and self.path.exists() else 0
        self._file = self.path.open("r+b" if whole else "wb")
        self._file.truncate(whole)
        self._file.seek(whole)
        self._waiting: list[bytes] = []
        if not whole:
            self._write(self.run)
            self.flush()

    def note(self, line: Mapping[str, Any]) -> None:
        """Note what became of a row."""
        self._write(line)
        self.rows += 1
        if "problems" in line:
            self.rejected += 1
        else:
            self.issued += 1

    def flush(self) -> None:
        """Make sure that what was noted is kept; not before what it notes is."""
        self._file.writelines(self._waiting)
        self._waiting.clear()
        self._file.flush()

    def close(self) -> None:
        """Stop noting; what was not flushed is done again by the run that goes on."""
        self._file.close()

    def finish(self, manifest: Path, rejects: Path | None, header: list[str]) -> None:
        """Write the manifest and the rejects, and take the journal away."""
        self.flush()
        self.close()
        with _whole(manifest) as out:
            out.write(json.dumps(self.run, ensure_ascii=False) + "\n")
            for line in self._lines():
                if "problems" not in line:
                    line.pop("end", None)
                    out.write(json.dumps(line, ensure_ascii=False) + "\n")
        if rejects is not None:
            with _whole(rejects, "utf-8-sig") as out:
                _write_rejects(out, self._lines(), header)
        self.path.unlink()

    def _lines(self) -> Iterator[dict[str, Any]]:
        with self.path.open(encoding="utf-8") as file:
            next(file)
            for line in file:
                yield json.loads(line)

    def _read(self) -> int:
        """Read what was noted before; returns where the last whole line ends."""
        end = 0
        with self.path.open("rb") as file:
            for number, line in enumerate(file):
                if not line.endswith(b"\n"):
                    break
                noted = json.loads(line)
                if number == 0 and noted != self.run:
                    hint = "run it as before, or leave out --resume"
                    raise InputError(
                        [Problem("", "another run was interrupted here", hint)], str(self.path)
                    )
                if number:
                    self.rows += 1
                    self.issued += "problems" not in noted
                    self.rejected += "problems" in noted
                    self.end = noted.get("end", self.end)
                end += len(line)
        return end

    def _write(self, line: Mapping[str, Any]) -> None:
        self._waiting.append(f"{json.dumps(line, ensure_ascii=False, default=str)}\n".encode())


class _whole:
    """A text file that stands under its name when all of it is written."""

    def __init__(self, path: Path, encoding: str = "utf-8") -> None:
        self._path = path
        self._aside = path.with_name(f".{path.name}.unfinished")
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self._aside.open("w", encoding=encoding, newline="")

    def __enter__(self) -> Any:
        return self._file

    def __exit__(self, kind: object, *_: object) -> None:
        self._file.close()
        if kind is None:
            os.replace(self._aside, self._path)
        else:
            self._aside.unlink(missing_ok=True)


def _write_rejects(out: Any, lines: Iterator[dict[str, Any]], header: list[str]) -> None:
    """Write rejected rows with their own columns first, so that they can be mended and run again."""
    writer = csv.writer(out)
    writer.writerow([*header, "_row", "_problems"])
    for line in lines:
        if "problems" in line:
            cells = [*line["cells"], *[None] * (len(header) - len(line["cells"]))]
            problems = "; ".join(line["problems"])
            writer.writerow([*map(_shielded, cells), line["row"], _shielded(problems)])


def _shielded(cell: Any) -> Any:
    """Return a cell that no spreadsheet runs as a formula; reading the file takes the shield off again."""
    if cell is None:
        return ""
    text = cell if isinstance(cell, str) else json.dumps(cell, ensure_ascii=False)
    return f"'{text}" if text.startswith(_READ_AS_FORMULA) else text
