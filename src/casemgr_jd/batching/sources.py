"""Tables in files: CSV of any dialect, XLSX, JSON Lines, Parquet; each read row by row."""

import codecs
import csv
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

from casemgr_jd._files import open_file
from casemgr_jd._tables import json_value
from casemgr_jd.errors import ExtraNotInstalledError, InputError, Problem
from casemgr_jd.serde.table.tables import BadRow, Table, table_of

__all__ = ["SUFFIXES", "open_table", "plain_cell"]

_CHUNK = 1 << 20
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DELIMITERS = ",;\t|"
_NEEDED = '{} needs {}, which is not installed; run: pip install "casemgr-jd[tables]"'
# What a cell is preceded by in a file of rejects, so that a spreadsheet does not run it.
_SHIELD = "'"
_LARGEST_CELL = 1 << 24


def open_table(path: str, sheet: str | None = None) -> Table:
    """Return the table in a file, by the suffix of its name.

    Args:
        path: a ``.csv``, ``.tsv``, ``.txt``, ``.xlsx``, ``.jsonl``, ``.ndjson`` or ``.parquet`` file.
        sheet: the sheet of a workbook; the first one if left out.

    Raises:
        InputError: the file cannot be read, or is none of these.
        ExtraNotInstalledError: the extra ``tables`` is not installed, and the format needs it.
    """
    suffix = Path(path).suffix.lower()
    opener = _OPENERS.get(suffix)
    if opener is None:
        hint = f"give one of: {', '.join(SUFFIXES)}"
        raise InputError(
            [Problem("", f"is no table by its name: {suffix or 'no suffix'}", hint)], path
        )
    # A pipe or a device is refused here, before anything waits for it.
    open_file(path).close()
    try:
        return opener(path, sheet)
    except OSError as error:
        reason = f"cannot be read: {error.strerror or error}"
        raise InputError([Problem("", reason, "check the path")], path) from None
    except UnicodeError as error:
        raise _broken(path, error) from None


def _told(
    path: str, rows: Iterator[Any], faults: tuple[type[Exception], ...] = (Exception,)
) -> Iterator[Any]:
    """Yield rows; what the reader of a format raises in between is told as a fault of the file.

    Readers of other projects promise nothing about what a damaged file makes them raise.
    """
    for done in count():
        try:
            row = next(rows)
        except StopIteration:
            return
        except faults as error:
            raise _broken(path, error, done) from None
        yield row


def _broken(path: str, error: Exception, done: int = 0) -> InputError:
    reason = f"cannot be read as a table: {str(error) or type(error).__name__}"
    place = f"after {done:,} rows" if done else ""
    return InputError([Problem(place, reason, "save it anew, as text in UTF-8")], path)


def plain_cell(cell: Any) -> Any:
    """Return a cell of a file of rejects as it was before it was shielded from being run."""
    return cell[1:] if isinstance(cell, str) and cell.startswith(_SHIELD) else cell


# --- delimited text -----------------------------------------------------------------------------------


def _delimited(path: str, sheet: str | None) -> Table:
    encoding = _encoding(path)
    with open(path, encoding=encoding, newline="") as file:
        start = file.readline()
        delimiter, skipped = _delimiter(start), _is_separator_line(start)
        sample = file.readline() if skipped else start
        if not skipped:
            delimiter = _most_frequent(sample)
    rows = _told(
        path, _delimited_rows(path, encoding, delimiter, skipped), (csv.Error, UnicodeError)
    )
    header: list[str] = next(rows, [])
    if {"_row", "_problems"}.issubset(header):
        return Table(header, ([plain_cell(cell) for cell in row] for row in rows))
    return Table(header, rows)


def _delimited_rows(
    path: str, encoding: str, delimiter: str, skip_first: bool
) -> Iterator[list[str]]:
    csv.field_size_limit(_LARGEST_CELL)
    with open(path, encoding=encoding, newline="") as file:
        if skip_first:
            file.readline()
        for row in csv.reader(file, delimiter=delimiter):
            # A spreadsheet ends many exports with empty lines.
            if any(row):
                yield row


def _encoding(path: str) -> str:
    """Return how a text file is encoded: by its mark, else UTF-8, else what spreadsheets on Windows save."""
    with open(path, "rb") as file:
        if file.read(2) in _UTF_16:
            return "utf-16"
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def _is_separator_line(line: str) -> bool:
    """Tell whether a line is the ``sep=;`` with which some spreadsheets begin."""
    words = line.strip().strip('"').lower()
    return words.startswith("sep=") and len(words) == len("sep=;")


def _delimiter(line: str) -> str:
    return line.strip().strip('"')[-1:] if _is_separator_line(line) else ","


def _most_frequent(line: str) -> str:
    """Return the delimiter of a header: the one that parts most names outside quotes."""
    bare = "".join(line.split('"')[::2])
    return max(_DELIMITERS, key=lambda one: (bare.count(one), -_DELIMITERS.index(one)))


# --- others -------------------------------------------------------------------------------------------


def _workbook(path: str, sheet: str | None) -> Table:
    try:
        import openpyxl
    except ImportError:
        raise ExtraNotInstalledError(_NEEDED.format("XLSX", "openpyxl")) from None
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except Exception as error:  # whatever the reader makes of a damaged file
        raise InputError(
            [Problem("", f"is no workbook: {error}", "save it as .xlsx")], path
        ) from None
    if sheet is not None and sheet not in book.sheetnames:
        hint = f"one of: {', '.join(book.sheetnames)}"
        book.close()
        raise InputError([Problem("sheet", f"is not in the workbook: {sheet!r}", hint)], path)
    full = _told(path, _filled_rows(book, sheet))
    return Table(next(full, ()), full)


def _filled_rows(book: Any, sheet: str | None) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a sheet that hold anything; the workbook is closed behind the last."""
    try:
        for row in (book[sheet] if sheet else book.worksheets[0]).iter_rows(values_only=True):
            if any(cell is not None for cell in row):
                yield row
    finally:
        book.close()


def _json_lines(path: str, sheet: str | None) -> Table:
    return _JsonLines(path)


class _JsonLines(Table):
    grows = True

    def __init__(self, path: str) -> None:
        super().__init__((), ())
        self._path = path
        with open(path, "rb") as file:
            if file.read(2) in _UTF_16:
                reason = "is in UTF-16, and JSON Lines are in UTF-8"
                raise InputError([Problem("", reason, "save it anew, as text in UTF-8")], path)

    def __iter__(self) -> Iterator[Any]:
        header = self.header
        known: set[str] = set()
        with open(self._path, "rb") as file:
            for number, line in enumerate(file):
                written = line.removeprefix(codecs.BOM_UTF8) if number == 0 else line
                if not written.strip():
                    continue
                row = _object(written)
                if isinstance(row, BadRow):
                    yield row
                    continue
                if not row.keys() <= known:
                    header += [name for name in row if name not in known]
                    known |= row.keys()
                yield tuple([row.get(name) for name in header])


def _object(line: bytes) -> Mapping[str, Any] | BadRow:
    try:
        row = json_value(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        reason = f"is not UTF-8 at byte {error.start + 1}"
        return _bad(line, Problem("", reason, "save it anew, as text in UTF-8"))
    except InputError as error:
        return _bad(line, Problem("", error.problems[0].reason, "one object a line"))
    if not isinstance(row, dict):
        return _bad(line, Problem("", "is no JSON object", "one object a line"))
    return {name: value for name, value in row.items() if name not in ("schema_version", "kind")}


def _bad(line: bytes, problem: Problem) -> BadRow:
    """Return a line that is refused; bytes that are no UTF-8 are shown by their numbers, not lost."""
    return BadRow(problem, line.rstrip(b"\r\n").decode("utf-8", errors="backslashreplace"))


def _parquet(path: str, sheet: str | None) -> Table:
    try:
        import pyarrow
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise ExtraNotInstalledError(_NEEDED.format("Parquet", "pyarrow")) from None
    try:
        file = ParquetFile(path)
    except pyarrow.ArrowException as error:
        raise InputError([Problem("", f"is no Parquet file: {error}")], path) from None

    def rows() -> Iterator[Any]:
        for batch in file.iter_batches(batch_size=4096):
            yield from table_of(batch)

    return Table(file.schema_arrow.names, _told(path, rows()))


_OPENERS: Mapping[str, Callable[[str, str | None], Table]] = {
    ".csv": _delimited,
    ".tsv": _delimited,
    ".txt": _delimited,
    ".xlsx": _workbook,
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
    ".parquet": _parquet,
}
SUFFIXES = tuple(_OPENERS)
"""Suffixes of the files that hold a table."""
