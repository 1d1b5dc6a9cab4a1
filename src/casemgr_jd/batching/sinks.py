"""Where postings of a batch go: a folder of files, one file of lines or columns, one archive, one feed."""

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from casemgr_jd.errors import ExtraNotInstalledError, InputError, Problem

__all__ = ["FEED", "UNFINISHED", "LinesSink", "Sink", "is_folder", "sink_for"]

UNFINISHED = ".unfinished"
FEED = ".xml"
_SAME_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of each entry of an archive, so that the same rows give the same bytes."""


class Sink:
    """Takes postings in the order of their rows; nothing stands under its own name before all is there."""

    can_resume = False
    """Whether an interrupted run can go on where it stopped."""

    def __init__(self, target: str) -> None:
        self.target: Path = Path(target)
        # A folder may have no name: "." is one.
        self.aside: Path = self.target.parent / f"{self.target.name}{UNFINISHED}"

    def open(self, end: int = 0) -> None:
        """Start; *end* is what ``put`` said last in a run that is resumed."""
        self.target.parent.mkdir(parents=True, exist_ok=True)

    def put(self, name: str, row: int, requisition_id: str | None, data: bytes) -> int:
        """Take a posting; returns where the output ends now."""
        raise NotImplementedError

    def flush(self) -> None:
        """Make sure that what was taken is kept."""

    def finish(self) -> None:
        """Put the output in its place."""
        self.aside.replace(self.target)

    def clear(self) -> None:
        """Take away what a resumed run would have needed, now that none will come."""

    def stop(self) -> None:
        """Close what is open, after a run that did not end."""


class _Folder(Sink):
    can_resume = True

    def open(self, end: int = 0) -> None:
        if self.target.exists() and not self.target.is_dir():
            raise InputError([Problem("", "is a file", "name a folder")], str(self.target))
        self.target.mkdir(parents=True, exist_ok=True)

    def put(self, name: str, row: int, requisition_id: str | None, data: bytes) -> int:
        aside = self.target / f".{name[:40]}{UNFINISHED}"
        try:
            aside.write_bytes(data)
        except OSError:
            aside.unlink(missing_ok=True)
            raise
        aside.replace(self.target / name)
        return 0

    def finish(self) -> None:
        """The files are where they belong."""


class LinesSink(Sink):
    """A file of lines, one for each posting."""

    can_resume = True

    def open(self, end: int = 0) -> None:
        super().open(end)
        if end and not self.aside.exists() and self._was_finished(end):
            self.target.replace(self.aside)
        if end and not self.aside.exists():
            gone = Problem("", "is gone, so that nothing can go on", "leave out --resume")
            raise InputError([gone], str(self.aside))
        self._file = self.aside.open("r+b" if end else "wb")
        self._file.truncate(end)
        self._file.seek(end)
        self._end = end

    def _was_finished(self, end: int) -> bool:
        """Tell whether the output stands in its place already, and only the rest of the run was not ended."""
        return self.target.is_file() and self.target.stat().st_size == end

    def put(self, name: str, row: int, requisition_id: str | None, data: bytes) -> int:
        line = {"row": row, "requisition_id": requisition_id, "posting": data.decode("utf-8")}
        return self.write_line(json.dumps(line, ensure_ascii=False).encode())

    def write_line(self, line: bytes) -> int:
        """Write a line; returns where the output ends now."""
        self._end += self._file.write(line + b"\n")
        return self._end

    def flush(self) -> None:
        self._file.flush()

    def finish(self) -> None:
        self._file.close()
        super().finish()

    def stop(self) -> None:
        self._file.close()


class _Archive(Sink):
    def open(self, end: int = 0) -> None:
        super().open(end)
        self._archive = zipfile.ZipFile(self.aside, "w", zipfile.ZIP_DEFLATED, allowZip64=True)

    def put(self, name: str, row: int, requisition_id: str | None, data: bytes) -> int:
        entry = zipfile.ZipInfo(name, _SAME_DAY)
        entry.compress_type = zipfile.ZIP_DEFLATED
        self._archive.writestr(entry, data)
        return 0

    def finish(self) -> None:
        self._archive.close()
        super().finish()

    def stop(self) -> None:
        try:
            self._archive.close()
        finally:
            self.aside.unlink(missing_ok=True)


class _Columns(Sink):
    def open(self, end: int = 0) -> None:
        super().open(end)
        try:
            import pyarrow
            from pyarrow.parquet import ParquetWriter
        except ImportError:
            raise ExtraNotInstalledError(
                'Parquet needs pyarrow, which is not installed; run: pip install "casemgr-jd[tables]"'
            ) from None
        names = {
            "row": pyarrow.int64(),
            "requisition_id": pyarrow.string(),
            "posting": pyarrow.string(),
        }
        self._schema = pyarrow.schema(list(names.items()))
        self._batch = pyarrow.RecordBatch
        self._writer = ParquetWriter(self.aside, self._schema, compression="zstd")
        self._rows: list[dict[str, Any]] = []

    def put(self, name: str, row: int, requisition_id: str | None, data: bytes) -> int:
        self._rows.append(
            {"row": row, "requisition_id": requisition_id, "posting": data.decode("utf-8")}
        )
        if len(self._rows) >= 1024:
            self._write()
        return 0

    def _write(self) -> None:
        self._writer.write_batch(self._batch.from_pylist(self._rows, schema=self._schema))
        self._rows = []

    def finish(self) -> None:
        if self._rows:
            self._write()
        self._writer.close()
        super().finish()

    def stop(self) -> None:
        try:
            self._writer.close()
        finally:
            self.aside.unlink(missing_ok=True)


_KINDS: dict[str, Callable[[str], Sink]] = {
    ".jsonl": LinesSink,
    ".ndjson": LinesSink,
    ".parquet": _Columns,
    ".zip": _Archive,
}


def is_folder(target: str) -> bool:
    """Tell whether the name of an output is that of a folder: one that is there, or that looks like one.

    >>> is_folder("postings"), is_folder("2026.11/"), is_folder("postings.zip")
    (True, True, False)
    """
    # The name before a slash at its end, with a dot or none, is no name of a file.
    return os.path.isdir(target) or not os.path.splitext(target)[1]


def sink_for(target: str, is_text: bool) -> Sink:
    """Return where postings go, by the name of the output.

    Raises:
        InputError: the output is a file that no postings go into, or takes no files.
    """
    if is_folder(target):
        return _Folder(target)
    suffix = os.path.splitext(target)[1].lower()
    if suffix == FEED:
        hint = "choose the format of a feed: -f indeed or -f linkedin"
        raise InputError(
            [Problem("", f"is a feed, and this format is none: {suffix}", hint)], target
        )
    if suffix not in _KINDS:
        kinds = ", ".join(_KINDS)
        hint = f"name a folder, with / behind a name with a dot, or a file in {kinds}, or {FEED} for a feed"
        raise InputError([Problem("", f"cannot hold many postings: {suffix}", hint)], target)
    if not is_text and suffix != ".zip":
        hint = "name a folder or a .zip file"
        raise InputError(
            [Problem("", f"holds texts, and this format gives files: {suffix}", hint)], target
        )
    return _KINDS[suffix](target)
