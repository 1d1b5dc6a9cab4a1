"""The style sheet of a page: the packaged one, with what a theme sets in front of it."""

import re
from base64 import b64encode
from colorsys import hls_to_rgb, rgb_to_hls
from functools import lru_cache

from casemgr_jd.renderers.theme import LEAST_CONTRAST, Theme, contrast

__all__ = ["accents", "logo_address", "style_sheet"]

LIGHT = {
    "ink": "#1b2330",
    "quiet": "#525d6c",
    "paper": "#ffffff",
    "tint": "#f3f6f9",
    "line": "#d5dce5",
}
DARK = {
    "ink": "#e8ecf2",
    "quiet": "#aab5c3",
    "paper": "#12161c",
    "tint": "#1b2129",
    "line": "#36404d",
}
"""The grays of the two schemes; text is ``ink`` or ``quiet``, on ``paper`` or on ``tint``."""
_STACKS = {
    "sans-serif": 'system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif',
    "serif": 'Georgia, "Noto Serif", "Times New Roman", serif',
    "monospace": "ui-monospace, Menlo, Consolas, monospace",
}
"""By kind of a font: those that stand in for it, the likeliest first."""
_LEAST_ON_DARK = 6.5
"""More than is asked for: a color that is barely light enough looks dull on a dark page."""
_STEPS = 50


def accents(theme: Theme) -> tuple[str, str]:
    """Return the accent of *theme* for light and for dark, readable on every ground of each.

    Hue and saturation stay, so that it is known as the same color; it is darkened for light pages and
    lightened for dark ones, as far as needed.

    >>> accents(Theme(accent="#0b5cad"))
    ('#0b5cad', '#60aaf5')
    """
    return (
        _readable(theme.accent, LIGHT, 0, LEAST_CONTRAST),
        _readable(theme.accent, DARK, 1, _LEAST_ON_DARK),
    )


def _readable(color: str, scheme: dict[str, str], toward: int, least: float) -> str:
    """Return the shade of *color*, nearest to it, that stands out from both grounds."""
    shades = (_shade(color, toward, step / _STEPS) for step in range(_STEPS + 1))
    grounds = (scheme["paper"], scheme["tint"])
    return next(one for one in shades if all(contrast(one, ground) >= least for ground in grounds))


def _shade(color: str, toward: int, share: float) -> str:
    hue, lightness, saturation = rgb_to_hls(
        *(int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    )
    shade = hls_to_rgb(hue, lightness + (toward - lightness) * share, saturation)
    return "#" + "".join(f"{round(one * 255):02x}" for one in shade)


@lru_cache(maxsize=32)
def style_sheet(theme: Theme) -> str:
    """Return the style sheet of a page, with the variables of *theme* first."""
    from casemgr_jd._resources import read_text

    light, dark = accents(theme)
    fonts = f"{_css_string(theme.font)}, " if theme.font else ""
    stack = fonts + _STACKS[theme.generic_family or "sans-serif"]
    return "\n".join(
        (
            f":root {{ color-scheme: light dark; --font: {stack}; {_scheme(LIGHT, light)} }}",
            f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_scheme(DARK, dark)} }} }}",
            read_text("renderers", "templates", "page.css"),
        )
    )


def _scheme(grays: dict[str, str], accent: str) -> str:
    """Return the variables of one scheme; what is written on the accent has the color of the paper."""
    colors = {**grays, "accent": accent}
    return " ".join(f"--{name}: {color};" for name, color in colors.items())


def _css_string(words: str) -> str:
    """Return *words* as a CSS string in which nothing can end the string or the style element."""
    return '"' + re.sub(r"[^\w -]", lambda found: f"\\{ord(found[0]):x} ", words) + '"'


@lru_cache(maxsize=32)
def logo_address(theme: Theme) -> str:
    """Return the logo as an address that holds the image itself; empty without a logo."""
    if theme.logo is None:
        return ""
    return f"data:{theme.logo_media_type};base64,{b64encode(theme.logo).decode('ascii')}"
