"""The content of this room, as it stands in the package's ``data/hiring`` folder."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from casemgr_jd._resources import read_text
from casemgr_jd.content.source import parse_toml

__all__ = ["table"]


@lru_cache(maxsize=8)
def table(name: str) -> Mapping[str, Any]:
    """Return the parsed content file *name*, without its suffix.

    >>> sorted(table("advice"))[:2]
    ['adjacent', 'nonclinical']
    """
    file = f"{name}.toml"
    return parse_toml(read_text("data", "hiring", file), file)
