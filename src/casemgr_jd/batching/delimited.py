"""Delimited text of any dialect as a table: its encoding, its delimiter, its quotes; read row by row."""

import codecs
import csv
from collections.abc import Iterator
from typing import Any

from casemgr_jd.batching.faults import broken, told
from casemgr_jd.batching.shield import plain_cell
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.serde.table.tables import BadRow, Table

__all__ = ["delimited"]

_CHUNK = 1 << 20
# The longer mark first: it begins with the shorter one.
_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_DELIMITERS = ",;\t|"
_LARGEST_CELL = 1 << 24


def delimited(path: str, sheet: str | None = None) -> Table:
    """Return the table of a text file; a sheet it has none of.

    Raises:
        InputError: it is no text that can be read, or its first row cannot be told apart.
    """
    encoding = _encoding(path)
    with open(path, encoding=encoding, newline="") as file:
        start = file.readline()
        skipped = _is_separator_line(start)
        delimiter = _delimiter(start) if skipped else _most_frequent(start)
    rows = told(path, _delimited_rows(path, encoding, delimiter, skipped), (UnicodeError,))
    header: Any = next(rows, [])
    if isinstance(header, BadRow):
        raise InputError([header.problem], path)
    if {"_row", "_problems"}.issubset(header):
        # Ours: each cell may stand behind a shield.
        header = [plain_cell(cell) for cell in header]
        rows = (row if isinstance(row, BadRow) else [*map(plain_cell, row)] for row in rows)
    table = Table(header, rows)
    table.delimiter = delimiter
    return table


def _delimited_rows(
    path: str, encoding: str, delimiter: str, skip_first: bool
) -> Iterator[list[str] | BadRow]:
    csv.field_size_limit(_LARGEST_CELL)
    with open(path, encoding=encoding, newline="") as file:
        lines = _Lines(file)
        if skip_first:
            next(lines, None)
        # Strict, for a quote that is never closed would take all rows behind it into one cell.
        reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True)
        while True:
            lines.taken.clear()
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield lines.refused(error)
                continue
            # A spreadsheet ends many exports with empty lines.
            if any(cell and not cell.isspace() for cell in row):
                yield row


class _Lines:
    """The lines of a file, and which of them the row that is being read is made of."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._count = 0
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self._count += 1
        self.taken.append(line)
        return line

    def refused(self, error: csv.Error) -> BadRow:
        """Return the lines that are no row, in which nothing is lost."""
        first, last = self._count - len(self.taken) + 1, self._count
        where = f"line {first}" if first == last else f"lines {first} to {last}"
        reason = f"cannot be told apart into cells: {error}"
        hint = "see that each quote is closed, and that one inside a cell is written twice"
        return BadRow(Problem(where, reason, hint), "".join(self.taken).rstrip("\r\n"))


def _encoding(path: str) -> str:
    """Return how a text file is encoded: by its mark, else UTF-8, else what spreadsheets on Windows save.

    Raises:
        InputError: it is of two or four bytes a letter, and does not say in which order; or no text.
    """
    with open(path, "rb") as file:
        start = file.read(_CHUNK)
        for mark, encoding in _MARKS.items():
            if start.startswith(mark):
                return encoding
        if 4 * start[:400].count(0) > len(start[:400]):
            raise broken(path, ValueError("it is UTF-16 without its mark, or no text"))
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while start:
                decoder.decode(start)
                start = file.read(_CHUNK)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def _is_separator_line(line: str) -> bool:
    """Tell whether a line is the ``sep=;`` with which some spreadsheets begin."""
    words = line.strip().strip('"').lower()
    return words.startswith("sep=") and len(words) == len("sep=;")


def _delimiter(line: str) -> str:
    return line.strip().strip('"')[-1:]


def _most_frequent(line: str) -> str:
    """Return the delimiter of a header: the one that parts most names outside quotes."""
    bare = "".join(line.split('"')[::2])
    return max(_DELIMITERS, key=lambda one: (bare.count(one), -_DELIMITERS.index(one)))
