"""What became of each row, written as it happens: a run that was interrupted goes on from there."""

import csv
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from casemgr_jd.batching.shield import shielded
from casemgr_jd.errors import InputError, Problem

__all__ = ["Journal", "must_be_of_same_table"]

_NO_TEXT = "backslashreplace"
"""How bytes and halves of letters, which JSON Lines and Parquet can hold and no text file, are shown."""


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

    def drop(self) -> None:
        """Take the journal of a run away that cannot go on."""
        self.close()
        self.path.unlink(missing_ok=True)

    def finish(
        self,
        manifest: Path,
        rejects: Path | None,
        header: list[str],
        delimiter: str = ",",
        mended: Path | None = None,
    ) -> None:
        """Write the manifest and the rejects, and take the journal away.

        Args:
            manifest: where what was issued is told.
            rejects: where what was rejected is told; nowhere where nothing was.
            header: names of the columns.
            delimiter: what parts them.
            mended: rejects of an earlier run, of which none are left.
        """
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
                _write_rejects(out, self._lines(), header, delimiter)
        if mended is not None:
            mended.unlink(missing_ok=True)
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
                # What a machine that stopped left of a line is done again, and all behind it.
                noted = _noted(line)
                if noted is None:
                    break
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
        # In ASCII, which half of a letter can be written in as well.
        self._waiting.append(f"{json.dumps(line, default=_as_text)}\n".encode())


def _noted(line: bytes) -> dict[str, Any] | None:
    """Return what a line notes; nothing where it is no whole line of ours."""
    try:
        noted = json.loads(line.decode("utf-8")) if line.endswith(b"\n") else None
    except ValueError:
        return None
    return noted if isinstance(noted, dict) else None


def _as_text(cell: object) -> str:
    return cell.decode("utf-8", _NO_TEXT) if isinstance(cell, bytes) else str(cell)


def must_be_of_same_table(manifest: Path, run: Mapping[str, Any]) -> None:
    """Refuse to write over the postings of another table; those of mended rejects have the same numbers.

    Raises:
        InputError: the manifest is that of another input.
    """
    try:
        with manifest.open("rb") as file:
            before = _noted(file.readline())
    except OSError:
        return
    if before is not None and before.get("input") != run["input"]:
        reason = f"is of other postings, those of {before.get('input')}, which would be lost"
        raise InputError([Problem("", reason, "name another output")], str(manifest))


class _whole:
    """A text file that stands under its name when all of it is written."""

    def __init__(self, path: Path, encoding: str = "utf-8") -> None:
        # Behind a link, so that the link stays; a device or a pipe takes what is written as it comes.
        self._path = Path(os.path.realpath(path))
        is_stream = self._path.exists() and not self._path.is_file()
        beside = self._path.with_name(f".{self._path.name}.unfinished")
        self._aside = self._path if is_stream else beside
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self._aside.open("w", encoding=encoding, newline="", errors=_NO_TEXT)

    def __enter__(self) -> Any:
        return self._file

    def __exit__(self, kind: object, *_: object) -> None:
        try:
            self._file.close()
        except OSError:
            self._drop()
            raise
        if kind is not None:
            self._drop()
        elif self._aside != self._path:
            os.replace(self._aside, self._path)

    def _drop(self) -> None:
        if self._aside != self._path:
            self._aside.unlink(missing_ok=True)


def _write_rejects(
    out: Any, lines: Iterator[dict[str, Any]], header: list[str], delimiter: str
) -> None:
    """Write rejected rows with their own columns first, so that they can be mended and run again."""
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow([*map(shielded, header), "_row", "_problems"])
    for line in lines:
        if "problems" in line:
            cells = [*line["cells"], *[None] * (len(header) - len(line["cells"]))]
            problems = "; ".join(line["problems"])
            writer.writerow([*map(shielded, cells), line["row"], shielded(problems)])
