"""Typst, as this library uses it: constant template in, data in, PDF out."""

import json
import os
import re
import shutil
import tempfile
from collections import deque
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from weakref import finalize

from casemgr_jd._clusters import clusters
from casemgr_jd.errors import ExtraNotInstalledError, RenderError

__all__ = ["Typesetter", "fonts_in", "load_typst", "refuse_forked"]

_STANDARDS = ["ua-1"]
_DATA = "document.json"
_INVISIBLE = dict.fromkeys(map(ord, "\ufe0e\ufe0f\u200d"))
_NOT_SEEN = ("kind", "to", "lang", "region")
"""What of the data is read, and not shown."""
_NO_GLYPH = re.compile(r"the text `(\"(?:[^\"\\]|\\.)*\")` could not be displayed")
_ESCAPED = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")
_NOT_THERE = "‹U+{:04X}›"

# A process that was forked after typst had started its threads would wait for them forever.
_started_in: int | None = None


def fonts_in(folder: Path | None, *, system: bool = False) -> Any:
    """Return the fonts of typst and of a folder; those of the computer too, if they are asked for.

    Raises:
        ExtraNotInstalledError: typst is not installed.
    """
    paths = [str(folder)] if folder else []
    return load_typst().Fonts(include_system_fonts=system, font_paths=paths)


class Typesetter:
    """Makes PDF from one template, with one look and one set of fonts; threads may share it.

    A compiler serves one caller at a time, so that idle ones wait in a pool: a thread takes one, or
    starts one, and puts it back. What a compiler has laid out before, it does not lay out again.

    Args:
        template: text of a typst template that reads ``document.json``.
        look: what it finds in ``sys.inputs``.
        fonts: what ``fonts_in`` gives: those that a page may be set in.

    Raises:
        ExtraNotInstalledError: typst is not installed.
    """

    def __init__(self, template: str, look: Mapping[str, str], fonts: Any) -> None:
        self._typst = load_typst()
        self._template = template.encode("utf-8")
        self._look = dict(look)
        self._fonts = fonts
        self._idle: deque[_Compiler] = deque()
        self._last: tuple[str, tuple[bytes, frozenset[str]]] | None = None

    def pdf(self, data: str) -> tuple[bytes, frozenset[str]]:
        """Return the PDF, and the characters that cannot be shown: their numbers stand for them.

        The last page is remembered: who has written it asks next what it does not show.

        Args:
            data: the JSON text that the template reads; it is never code.

        Raises:
            RenderError: the template cannot be set with this data; says what typst says.
        """
        last = self._last
        if last is None or last[0] != data:
            last = self._last = (data, self._set(data))
        return last[1]

    def _set(self, data: str) -> tuple[bytes, frozenset[str]]:
        if any("\ud800" <= one <= "\udfff" for one in data):
            raise RenderError("the page cannot be set: its data is no text that UTF-8 can hold")
        missing: set[str] = set()
        while True:
            made, absent = self._attempt(_without(data, missing))
            if made is not None:
                return made, frozenset(one for cluster in missing for one in _unseen(cluster))
            more = _missing(data, absent) - missing or absent - missing
            if not more:
                raise RenderError(f"no font has {' '.join(sorted(absent))}, nor digits for it")
            missing |= more

    def _attempt(self, data: str) -> tuple[bytes | None, set[str]]:
        refuse_forked()
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


def load_typst() -> Any:
    """Return typst.

    Raises:
        ExtraNotInstalledError: it is not installed.
    """
    try:
        import typst
    except ImportError:
        raise ExtraNotInstalledError(
            'PDF needs typst, which is not installed; run: pip install "casemgr-jd[pdf]"'
        ) from None
    return typst


def refuse_forked() -> None:
    """Refuse to start typst in a process that was forked after it ran.

    Raises:
        RenderError: this is one.
    """
    global _started_in
    if _started_in is None:
        _started_in = os.getpid()
    elif _started_in != os.getpid():
        raise RenderError(
            "PDF cannot be made here: this process was forked from one that had made PDF already; "
            "start workers with multiprocessing's 'spawn' or 'forkserver', or before the first PDF"
        )


def _missing(data: str, absent: set[str]) -> set[str]:
    """Return which signs of *data* cannot be shown, where typst names the *absent* characters of them.

    It names each character of a sign that is made of several, also the digit that is there alone.
    """
    signs = {one for words in _seen(json.loads(data)) for one in clusters(words) if len(one) > 1}
    made_of_several = {one for one in signs if absent.issuperset(one)}
    return made_of_several | absent.difference(*made_of_several)


def _seen(value: Any) -> Iterator[str]:
    """Yield the words in the data that a reader sees."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _seen(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in _NOT_SEEN:
                yield from _seen(one)


def _without(data: str, missing: set[str]) -> str:
    """Return *data* with numbers in place of each missing cluster, in the words that a reader sees.

    Not in the data as it is written: a digit of a keycap stands in numbers there too.
    """
    if not missing:
        return data
    # The longest first, for a shorter one may stand inside it.
    swaps = {one: _numbered(one, missing) for one in sorted(missing, key=len, reverse=True)}
    cluster = re.compile("|".join(map(re.escape, swaps)))
    return json.dumps(_swapped(json.loads(data), cluster, swaps), ensure_ascii=False)


def _swapped(value: Any, cluster: re.Pattern[str], swaps: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return cluster.sub(lambda found: swaps[found[0]], value)
    if isinstance(value, list):
        return [_swapped(one, cluster, swaps) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        key: one if key in _NOT_SEEN else _swapped(one, cluster, swaps)
        for key, one in value.items()
    }


def _unseen(cluster: str) -> str:
    """Return the characters of a missing cluster that are not to be seen: of several, all but the first."""
    seen = cluster.translate(_INVISIBLE) or cluster
    return seen[1:] or seen


def _numbered(cluster: str, missing: set[str]) -> str:
    """Return numbers for a cluster; the letter of several signs stays, if it can be shown alone."""
    first = cluster[0] if len(cluster.translate(_INVISIBLE)) > 1 else ""
    start = _NOT_THERE.format(ord(first)) if first in missing else first
    return start + "".join(_NOT_THERE.format(ord(one)) for one in _unseen(cluster))


def _read(words: str) -> str:
    """Read a quoted text as Rust writes it."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], words[1:-1])
