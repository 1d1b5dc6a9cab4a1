"""What content is made of: parsed tables, by the names of their files."""

from collections.abc import Mapping
from typing import Any, Protocol, TypeAlias

__all__ = ["COMPILED", "LAW", "OF_ITEMS", "Tabled", "Tables"]

COMPILED = "_compiled"
"""The module that the build writes the tables to."""
LAW = "law"
"""The name under which the tables of law stand among those of the files."""
OF_ITEMS = ("items", "titled", "general", "scope")
"""The keys under which a table, or a file, holds the tables of its items."""
Tables: TypeAlias = Mapping[str, Mapping[str, Any]]
"""Parsed files by name: ``{"fields.toml": {"fields": [...]}}``."""


class Tabled(Protocol):
    """What is made of tables and keeps them; a ``Catalog`` is."""

    @property
    def _tables(self) -> Tables: ...
