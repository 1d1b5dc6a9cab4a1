"""The tables that the packaged catalog is made of: as compiled into the wheel, else from the TOML."""

from casemgr_jd._written import packed, packed_tables
from casemgr_jd.content.source import COMPILED, Tables

__all__ = ["packaged_tables"]


def packaged_tables() -> tuple[Tables, str]:
    """Return the guide's tables and their digest: as compiled into the wheel, else from the TOML.

    From the TOML the digest is left to be made; it is empty.
    """
    tables = packed_tables(COMPILED)
    if tables:
        return tables, getattr(packed(COMPILED), "DIGEST", "")
    from casemgr_jd.content.toml import packaged_toml

    return packaged_toml(), ""
