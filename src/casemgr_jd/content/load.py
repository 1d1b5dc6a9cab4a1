"""The packaged catalog, as it is kept ready in a wheel, else read from its tables."""

from functools import lru_cache

from casemgr_jd._doors import door
from casemgr_jd._pause import collector_paused
from casemgr_jd._version import __version__
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.kept import kept_catalog
from casemgr_jd.content.packaged import packaged_tables

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


def read_catalog() -> Catalog:
    """Return the packaged catalog, read from its tables by the classes that read an overlay."""
    from casemgr_jd.content.assembling import assembled

    tables, known_digest = packaged_tables()
    return assembled(tables, __version__, known_digest=known_digest)
