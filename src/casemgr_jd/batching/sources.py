"""Tables in files: CSV of any dialect, XLSX, JSON Lines, Parquet; each read row by row."""

import codecs
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from casemgr_jd._files import open_file
from casemgr_jd._tables import json_value
from casemgr_jd.batching.delimited import delimited
from casemgr_jd.batching.faults import broken, told
from casemgr_jd.errors import ExtraNotInstalledError, InputError, Problem
from casemgr_jd.serde.table.tables import BadRow, Table, table_of

__all__ = ["SUFFIXES", "open_table"]

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NEEDED = '{} needs {}, which is not installed; run: pip install "casemgr-jd[tables]"'


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
        raise broken(path, error) from None


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
    full = told(path, _filled_rows(book, sheet))
    return Table(next(full, ()), full)


def _filled_rows(book: Any, sheet: str | None) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a sheet that hold anything; the workbook is closed behind the last."""
    try:
        for cells in (book[sheet] if sheet else _first_seen(book)).iter_rows():
            row = tuple([_as_seen(cell) for cell in cells])
            if any(cell is not None and str(cell).strip() for cell in row):
                yield row
    finally:
        book.close()


def _first_seen(book: Any) -> Any:
    """Return the first sheet that whoever opens the workbook sees."""
    seen = (one for one in book.worksheets if one.sheet_state == "visible")
    return next(seen, book.worksheets[0])


def _as_seen(cell: Any) -> Any:
    """Return what a cell holds; a percentage, which is kept as a part of one, in the words that show it."""
    value = cell.value
    if value.__class__ in (int, float) and "%" in cell.number_format:
        return f"{round(value * 100, 6):g}%"
    return value


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
        row = json_value(line.decode("utf-8").strip())
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

    return Table(file.schema_arrow.names, told(path, rows()))


_OPENERS: Mapping[str, Callable[[str, str | None], Table]] = {
    ".csv": delimited,
    ".tsv": delimited,
    ".txt": delimited,
    ".xlsx": _workbook,
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
    ".parquet": _parquet,
}
SUFFIXES = tuple(_OPENERS)
"""Suffixes of the files that hold a table."""
