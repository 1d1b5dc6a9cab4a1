"""The packaged catalog kept ready, as it was read when the wheel was built; its tables are left alone."""

from collections.abc import Iterator, Mapping
from typing import Any

from casemgr_jd._packed import kept_module, kept_value
from casemgr_jd._restoring import fields_of, filled
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.packaged import packaged_tables

__all__ = ["KEPT", "catalog_module", "kept_catalog"]

KEPT = "_catalog_kept"
_CATALOG = "catalog"
_TABLES = "_tables"


def catalog_module(catalog: Catalog, sources: Mapping[str, bytes], **more: object) -> str:
    """Return the source of the module that keeps *catalog*, and what was found out of it.

    Args:
        catalog: the packaged one.
        sources: of the modules whose tables all that was read from, by name.
        more: what was found out, by the name under which it is kept.
    """
    values = tuple(getattr(catalog, name) for name in fields_of(Catalog) if name != _TABLES)
    return kept_module({_CATALOG: values, **more}, sources)


def kept_catalog() -> Catalog | None:
    """Return the packaged catalog as it is kept, or nothing where it is not, or cannot be used."""
    values = kept_value(KEPT, _CATALOG)
    names = [name for name in fields_of(Catalog) if name != _TABLES]
    if values is None or len(values) != len(names):
        return None
    return filled(Catalog, {**dict(zip(names, values)), _TABLES: _Packaged()})


class _Packaged(Mapping[str, Mapping[str, Any]]):
    """The packaged tables, read when they are asked for: few programs lay anything over them."""

    def __getitem__(self, key: str) -> Mapping[str, Any]:
        return packaged_tables()[0][key]

    def __iter__(self) -> Iterator[str]:
        return iter(packaged_tables()[0])

    def __len__(self) -> int:
        return len(packaged_tables()[0])

    def __reduce__(self) -> tuple[type[dict[str, Any]], tuple[dict[str, Any]]]:
        # Elsewhere there may be other tables; a catalog takes its own along.
        return dict, (dict(self),)
