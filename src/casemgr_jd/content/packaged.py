"""What the packaged catalog is made of: tables as compiled into the wheel, else from the TOML."""

from typing import TYPE_CHECKING

from casemgr_jd._version import __version__
from casemgr_jd._written import packed, packed_tables
from casemgr_jd.content.source import COMPILED, Tables

if TYPE_CHECKING:
    from casemgr_jd.content.catalog import Catalog

__all__ = ["packaged_tables", "read_catalog"]


def packaged_tables() -> tuple[Tables, str]:
    """Return the guide's tables and their digest: as compiled into the wheel, else from the TOML.

    From the TOML the digest is left to be made; it is empty.
    """
    tables = packed_tables(COMPILED)
    if tables:
        return tables, getattr(packed(COMPILED), "DIGEST", "")
    from casemgr_jd.content.toml import packaged_toml

    return packaged_toml(), ""


def read_catalog() -> "Catalog":
    """Return the packaged catalog, read from its tables by the classes that read an overlay."""
    from casemgr_jd.content.assembling import assembled

    tables, known_digest = packaged_tables()
    return assembled(tables, __version__, known_digest=known_digest)
