"""Reading the package's own files, wherever the package is installed."""

import sys

if sys.version_info >= (3, 12):
    from importlib.resources import files
else:
    from importlib_resources import files

__all__ = ["files", "read_text"]


def read_text(*parts: str) -> str:
    """Return the text of a file inside the package, such as ``read_text("data", "slots.toml")``."""
    place = files("casemgr_jd")
    for part in parts:
        place = place / part
    return place.read_text(encoding="utf-8")
