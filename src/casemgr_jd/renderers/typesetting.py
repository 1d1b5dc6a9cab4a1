"""Typst, as this library uses it: constant template in, data in, PDF out."""

import os
import re
import shutil
import tempfile
from collections import deque
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from weakref import finalize

from casemgr_jd.errors import ExtraNotInstalledError, RenderError

__all__ = ["Typesetter"]

_STANDARDS = ["ua-1"]
_DATA = "document.json"
_NO_GLYPH = re.compile(r"the text `(\"(?:[^\"\\]|\\.)*\")` could not be displayed")
_ESCAPED = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")
_NOT_THERE = "‹U+{:04X}›"

# A process that was forked after typst had started its threads would wait for them forever.
_started_in: int | None = None


class Typesetter:
    """Makes PDF from one template, with one look and one set of fonts; threads may share it.

    A compiler serves one caller at a time, so that idle ones wait in a pool: a thread takes one, or
    starts one, and puts it back. What a compiler has laid out before, it does not lay out again.

    Args:
        template: text of a typst template that reads ``document.json``.
        look: what it finds in ``sys.inputs``.
        fonts: folder of fonts, besides those of typst; system fonts are never used.

    Raises:
        ExtraNotInstalledError: typst is not installed.
    """

    def __init__(self, template: str, look: Mapping[str, str], fonts: Path | None = None) -> None:
        self._typst = _typst()
        self._template = template.encode("utf-8")
        self._look = dict(look)
        self._fonts = self._typst.Fonts(
            include_system_fonts=False, font_paths=[str(fonts)] if fonts else []
        )
        self._idle: deque[_Compiler] = deque()

    @property
    def families(self) -> tuple[str, ...]:
        """Names of the font families that can be used."""
        return tuple(self._fonts.families())

    def pdf(self, data: str) -> tuple[bytes, frozenset[str]]:
        """Return the PDF, and the characters that no font has: their numbers stand for them.

        Args:
            data: the JSON text that the template reads; it is never code.

        Raises:
            RenderError: the template cannot be set with this data; says what typst says.
        """
        missing: set[str] = set()
        while True:
            made, absent = self._attempt(_without(data, missing))
            if made is not None:
                return made, frozenset(missing)
            if absent <= missing:
                raise RenderError(f"no font has {' '.join(sorted(absent))}, nor digits for it")
            missing |= absent

    def _attempt(self, data: str) -> tuple[bytes | None, set[str]]:
        _refuse_forked()
        compiler = self._taken()
        try:
            made, warnings = compiler.compile(self._template, data)
        except self._typst.TypstError as error:
            absent = {one for words in _NO_GLYPH.findall(error.diagnostic) for one in _read(words)}
            if not absent:
                raise RenderError(f"the page cannot be set: {error.message}") from error
            return None, absent
        finally:
            self._idle.append(compiler)
        if warnings:
            raise RenderError(f"the page cannot be set as meant: {warnings[0].message}")
        return made, set()

    def _taken(self) -> "_Compiler":
        try:
            return self._idle.pop()
        except IndexError:
            return _Compiler(self._typst, self._fonts, self._look)


class _Compiler:
    """A typst compiler, with a folder of its own for the data.

    Data could come in through ``sys.inputs`` as well; but then typst would lay out every paragraph
    anew, also those that did not change, which takes twice the time.
    """

    def __init__(self, typst: Any, fonts: Any, look: dict[str, str]) -> None:
        try:
            self._folder = Path(tempfile.mkdtemp(prefix="casemgr-jd-"))
        except OSError as error:
            raise RenderError(f"PDF needs a temporary folder: {error}") from None
        finalize(self, _removed, self._folder, os.getpid())
        self._typst = typst.Compiler(root=str(self._folder), font_paths=fonts, sys_inputs=look)

    def compile(self, template: bytes, data: str) -> tuple[bytes, list[Any]]:
        """Return the PDF and the warnings."""
        try:
            (self._folder / _DATA).write_text(data, encoding="utf-8")
        except OSError as error:
            raise RenderError(f"PDF needs a temporary folder: {error}") from None
        # The clock must not show in the output.
        made: tuple[bytes, list[Any]] = self._typst.compile_with_warnings(
            template, format="pdf", pdf_standards=_STANDARDS, timestamp=0
        )
        return made


def _removed(folder: Path, owner: int) -> None:
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)


def _typst() -> Any:
    try:
        import typst
    except ImportError:
        raise ExtraNotInstalledError(
            'PDF needs typst, which is not installed; run: pip install "casemgr-jd[pdf]"'
        ) from None
    return typst


def _refuse_forked() -> None:
    global _started_in
    if _started_in is None:
        _started_in = os.getpid()
    elif _started_in != os.getpid():
        raise RenderError(
            "PDF cannot be made here: this process was forked from one that had made PDF already; "
            "start workers with multiprocessing's 'spawn' or 'forkserver', or before the first PDF"
        )


def _without(data: str, missing: set[str]) -> str:
    """Return *data* with the number of each missing character in its place."""
    return data.translate({ord(one): _NOT_THERE.format(ord(one)) for one in missing})


def _read(words: str) -> str:
    """Read a quoted text as Rust writes it."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], words[1:-1])
