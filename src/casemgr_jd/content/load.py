"""The packaged catalog, as it is kept ready in a wheel, else read from its tables."""

from functools import lru_cache

from casemgr_jd._doors import door
from casemgr_jd._pause import collector_paused
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.kept import kept_catalog
from casemgr_jd.content.packaged import read_catalog

__all__ = ["load_catalog"]


@door()
@lru_cache(maxsize=1)
def load_catalog() -> Catalog:
    """Return the packaged catalog; it is read once and shared.

    >>> load_catalog()
    Catalog(... settings, ... roles, ...)
    """
    with collector_paused():
        return kept_catalog() or read_catalog()
