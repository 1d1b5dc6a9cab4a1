"""How far a long run is: a line that changes on a terminal, now and then a plain line elsewhere."""

import sys
import time
from typing import Protocol

import click

__all__ = ["Progress"]

_ON_A_TERMINAL = 0.2
_ELSEWHERE = 10.0


class _Counts(Protocol):
    rows: int
    rejected: int


class Progress:
    """Shows rows, rate and rejects on standard error.

    Args:
        quiet: whether nothing is shown.
        done: rows that were done before.
    """

    def __init__(self, quiet: bool, done: int = 0) -> None:
        self._quiet = quiet
        self._done = done
        self._is_terminal = sys.stderr.isatty()
        self._began = self._last = time.monotonic()
        self._shown = False

    def show(self, counts: _Counts) -> None:
        """Show how far the run is, if enough time has passed."""
        now = time.monotonic()
        if self._quiet or now - self._last < (_ON_A_TERMINAL if self._is_terminal else _ELSEWHERE):
            return
        self._last, self._shown = now, True
        rate = (counts.rows - self._done) / max(now - self._began, 1e-6)
        words = f"{counts.rows:,} rows, {rate:,.0f} a second, {counts.rejected:,} rejected"
        click.echo(
            f"\r{words:<60}" if self._is_terminal else words, err=True, nl=not self._is_terminal
        )

    def end(self) -> None:
        """Leave the line."""
        if self._shown and self._is_terminal:
            click.echo(err=True)
