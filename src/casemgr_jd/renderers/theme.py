"""The look of one employer: accent color, font and logo, for every format that people see."""

import re
from collections.abc import Iterator, Mapping
from copy import copy
from pathlib import Path
from typing import Any, Self, cast

from casemgr_jd._attrs import field, fields, frozen
from casemgr_jd._compared import ByContent
from casemgr_jd._doors import door, doors, node
from casemgr_jd._files import decoded, read_file
from casemgr_jd._names import did_you_mean
from casemgr_jd._tables import toml_table
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model._entry import line, rejected, settle
from casemgr_jd.renderers.typefaces import GENERIC, generic_of

__all__ = ["LEAST_CONTRAST", "Theme", "Themed", "contrast", "load_theme"]

LEAST_CONTRAST = 4.5
"""What WCAG 2 asks of the contrast between text and its background."""

_COLOR = re.compile(r"#[0-9a-f]{6}")
_FAMILY = re.compile(r"(?:[^\W_][\w '-]{0,59})?")
_KINDS = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
_NAMESPACE = b"http://www.w3.org/2000/svg"
"""What browsers and typst ask of a drawing that stands in a file of its own."""
_PROLOG = rb"<\?xml[^>]*>|<!--(?:(?!-->).)*-->|<!DOCTYPE[^>]*>|\s"
_OUTSIDE = re.compile(
    rb"""<(?:\w+:)?(?:image|feImage)\b[^>]*?\s(?:xlink:)?href\s*=\s*["'](?!\s*(?:data:|\#))([^"']*)["']""",
    re.IGNORECASE,
)
"""Where a drawing shows a picture of another file, which a page, a document and mail never load for it."""
_MOST_SHOWN = 80
_SVG = re.compile(rb"(?:" + _PROLOG + rb")*<svg[\s>]", re.DOTALL)


@door()
def contrast(one: str, other: str) -> float:
    """Return the WCAG 2 contrast ratio of two colors, from 1 (the same) to 21 (black on white).

    Args:
        one: a color as ``#rrggbb``.
        other: another one.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    shares = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _accent(value: str) -> str:
    color = str(value).strip().lower()
    if not _COLOR.fullmatch(color):
        return cast("str", rejected(f"{value!r} is not a color", "write it as '#0b5cad'"))
    found = contrast(color, "#ffffff")
    if found < LEAST_CONTRAST:
        reason = (
            f"{color} on white has a contrast of {found:.2f}, and {LEAST_CONTRAST} is the least"
        )
        return cast("str", rejected(reason, "choose a darker color"))
    return color


def _words(value: str) -> str:
    return line(value) or ""


def _font(value: str) -> str:
    name = _words(value)
    if not _FAMILY.fullmatch(str(name)):
        hint = "give one family, in letters, digits, spaces, hyphens and apostrophes"
        return cast("str", rejected(f"{value!r} is not the name of a font", hint))
    return name


def _generic(value: str) -> str:
    kind = _words(value)
    if kind not in ("", *GENERIC):
        return cast("str", rejected(f"{value!r} is no kind of font", f"use {', '.join(GENERIC)}"))
    return kind


def _logo(value: "bytes | str | Path | None") -> bytes | None:
    if value is None or value == "":
        return None
    if not isinstance(value, bytes | str | Path):
        return cast("None", rejected("must be the bytes of an image, or the path of one"))
    try:
        data = value if isinstance(value, bytes) else read_file(value)
    except InputError as error:
        (problem,) = error.problems
        return cast("None", rejected(f"{str(value)!r} {problem.reason}", problem.hint))
    if not media_type(data):
        return cast("None", rejected("is not an image of a known kind", "use PNG, JPEG or SVG"))
    if media_type(data) == "image/svg+xml" and _NAMESPACE not in data:
        reason = "is an SVG that nothing shows as an image, for it does not say that it is one"
        hint = 'write <svg xmlns="http://www.w3.org/2000/svg" …>'
        return cast("None", rejected(reason, hint))
    outside = _OUTSIDE.search(data) if media_type(data) == "image/svg+xml" else None
    if outside:
        shown = outside[1].decode("utf-8", "replace")[:_MOST_SHOWN]
        reason = f"shows a picture that is not in it, and which no reader would see: {shown!r}"
        hint = "embed the picture as a data: address, draw it as shapes, or give the logo as PNG"
        return cast("None", rejected(reason, hint))
    return data


def _folder(value: "str | Path | None") -> Path | None:
    if value is None or value == "":
        return None
    folder = Path(str(value))
    if not _is_folder(folder):
        return cast(
            "None", rejected(f"{str(value)!r} is not a folder", "name the folder of the fonts")
        )
    return folder


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        # Such as a name that is longer than any may be.
        return False


def media_type(data: bytes) -> str:
    """Return the media type of a PNG, JPEG or SVG image; empty for anything else."""
    for name, start in _KINDS.items():
        if data.startswith(start):
            return name
    return "image/svg+xml" if _SVG.match(data.removeprefix(b"\xef\xbb\xbf")) else ""


@doors
@node
@frozen(eq=False)
class Theme(ByContent):
    """What an employer may change about the look; each format uses what it can.

    Raises:
        InputError: a value cannot be used, such as an accent that is too pale to read on white.

    >>> Theme(accent="#7A1F3D").accent
    '#7a1f3d'
    >>> Theme(accent="#ffcc00")
    Traceback (most recent call last):
    casemgr_jd.errors.InputError: accent: #ffcc00 on white has a contrast of 1.51, and 4.5 is the ...
    """

    accent: str = field(default="#0b5cad", converter=_accent)
    """Color of headings, rules and links, as ``#rrggbb``; its contrast with white is at least 4.5."""
    font: str = field(default="", converter=_font)
    """Name of one font family; empty for the one of the format. HTML takes it from the reader's system."""
    generic: str = field(default="", converter=_generic)
    """``serif``, ``sans-serif`` or ``monospace``: of which kind a reader without ``font`` gets another
    one; empty to tell it from the name."""
    logo: bytes | None = field(default=None, converter=_logo, repr=False)
    """A PNG, JPEG or SVG image; a path is read when the theme is made."""
    logo_alt: str = field(default="", converter=_words)
    """What the logo says, to those who do not see it; a logo needs it."""
    fonts: Path | None = field(default=None, converter=_folder)
    """Folder with the files of ``font``, for formats that hold their fonts, such as PDF."""

    def __attrs_post_init__(self) -> None:
        settle(self, self._missing())

    def _missing(self) -> Iterator[Problem]:
        if isinstance(self.logo, bytes) and not self.logo_alt:
            hint = "say what it shows, such as the name of the employer"
            yield Problem("logo_alt", "a logo needs words for it", hint)

    @property
    def generic_family(self) -> str:
        """Kind of the font, given or told from its name; empty where the font is that of the format.

        >>> Theme(font="Georgia").generic_family, Theme(font="Ours", generic="serif").generic_family
        ('serif', 'serif')
        """
        return self.generic or (generic_of(self.font) if self.font else "")

    @property
    def logo_media_type(self) -> str:
        """Media type of the logo, such as ``image/png``; empty without one."""
        return media_type(self.logo) if self.logo else ""


@doors
class Themed:
    """A renderer whose look a theme changes."""

    theme: Theme

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        doors(cls)

    def with_theme(self, theme: Theme) -> Self:
        """Return the same renderer with another theme."""
        other = copy(self)
        other.theme = theme
        return other


@door(path=None)
def load_theme(path: "str | Path") -> Theme:
    """Read a theme from a TOML file with the fields of ``Theme``; paths in it are relative to it.

    Raises:
        InputError: the file cannot be read, or holds a key or value that cannot be used.
    """
    try:
        table = toml_table(decoded(read_file(path)))
        problems = _unknown(table)
        if problems:
            raise InputError(problems)
        return Theme(**_beside(Path(path).parent, table))
    except InputError as error:
        raise error.named(str(path)) from None


def _unknown(table: Mapping[str, Any]) -> list[Problem]:
    known = [one.name for one in fields(Theme)]
    hints = {name: did_you_mean(name, known) or f"a theme has {', '.join(known)}" for name in table}
    return [
        Problem(name, "is not a key of a theme", hints[name]) for name in table if name not in known
    ]


def _beside(folder: Path, table: Mapping[str, Any]) -> dict[str, Any]:
    """Return *table* with its paths taken from *folder*."""
    return {
        name: str(folder / value)
        if name in ("logo", "fonts") and isinstance(value, str) and value
        else value
        for name, value in table.items()
    }
