"""The logo at the head of the first page of a Word document."""

import io
from importlib.util import find_spec
from typing import Any

from casemgr_jd.errors import RenderError
from casemgr_jd.renderers.raster import picture_of
from casemgr_jd.renderers.theme import Theme

__all__ = ["add_logo", "shows_logo"]

_HEIGHT, _WIDTH = 36, 216
"""At most, in points."""
_DRAWN = "image/svg+xml"


def shows_logo(theme: Theme) -> bool:
    """Tell whether a Word document can show the logo: a drawing needs typst, which makes a picture of it."""
    return theme.logo is not None and (
        theme.logo_media_type != _DRAWN or find_spec("typst") is not None
    )


def add_logo(header: Any, theme: Theme) -> None:
    """Put the logo into a header of python-docx, with its words.

    Raises:
        RenderError: it cannot be read as an image.
    """
    from docx.shared import Pt

    line = header.paragraphs[0]
    line.paragraph_format.space_after = Pt(8)
    picture = _picture(line.add_run(), _points(theme))
    scale = min(Pt(_HEIGHT) / picture.height, Pt(_WIDTH) / picture.width)
    picture.height, picture.width = int(picture.height * scale), int(picture.width * scale)
    for side in ("distL", "distR"):
        picture._inline.set(side, "0")
    picture._inline.docPr.set("descr", theme.logo_alt)


def _points(theme: Theme) -> bytes:
    logo = theme.logo or b""
    return picture_of(logo, _HEIGHT, _WIDTH) if theme.logo_media_type == _DRAWN else logo


def _picture(run: Any, logo: bytes) -> Any:
    try:
        picture = run.add_picture(io.BytesIO(logo))
    except Exception as error:
        # A damaged image fails wherever python-docx happens to stumble over it.
        reason = str(error) or type(error).__name__
        raise RenderError(f"the logo cannot be read as an image: {reason}") from error
    if not (picture.height and picture.width):
        raise RenderError("the logo cannot be read as an image: it has no size")
    return picture
