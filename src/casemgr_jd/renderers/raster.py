"""A drawing as a picture of points, for formats that cannot hold drawings."""

import json
from functools import lru_cache

from casemgr_jd._resources import read_text
from casemgr_jd.errors import RenderError
from casemgr_jd.renderers.typesetting import load_typst, refuse_forked

__all__ = ["picture_of"]

_POINTS_PER_INCH = 288.0
"""Four times what a screen shows, so that print stays sharp."""


@lru_cache(maxsize=16)
def picture_of(drawing: bytes, height: int, width: int) -> bytes:
    """Return an SVG drawing as PNG on a clear ground, as large as fits; the same bytes each time.

    Args:
        drawing: the SVG; words in it show only in the fonts of typst, so that they are better drawn as paths.
        height: most that it may take, in points.
        width: the same across.

    Raises:
        ExtraNotInstalledError: the extra ``pdf`` is not installed.
        RenderError: it is no SVG that can be drawn.
    """
    typst = load_typst()
    refuse_forked()
    look = {"drawing": list(drawing), "height": height, "width": width}
    try:
        made: bytes = typst.compile(
            read_text("renderers", "templates", "picture.typ").encode("utf-8"),
            format="png",
            ppi=_POINTS_PER_INCH,
            sys_inputs={"look": json.dumps(look)},
            font_paths=typst.Fonts(include_system_fonts=False),
        )
    except typst.TypstError as error:
        raise RenderError(f"the logo cannot be read as an image: {error.message}") from error
    return made
