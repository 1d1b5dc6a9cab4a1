"""The packaged catalog kept ready, as it was read when the wheel was built; its tables are left alone.

What few postings need stands in modules of its own, and is read with the first use of it: the items of each
setting, the day of each role, and what is told of specialties that a title names.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from casemgr_jd._attrs import evolve
from casemgr_jd._deferring import Deferring, defer
from casemgr_jd._packed import kept_module, kept_value
from casemgr_jd._records import NamedTuple
from casemgr_jd._restoring import fields_of, filled
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.packaged import packaged_tables, read_catalog

__all__ = ["KEPT", "catalog_modules", "kept_catalog"]

KEPT = "_catalog_kept"
_CATALOG = "catalog"
_APART = "apart"
_PART = "part"
_TABLES = "_tables"


class _Apart(NamedTuple):
    """A field that a wheel keeps in a module of its own."""

    kind: str
    """What has the field: a setting or a role, or the catalog itself, which has no name."""
    id: str
    field: str

    @property
    def module(self) -> str:
        """The module that it stands in."""
        return "_".join((KEPT, *filter(None, (self.kind, self.id.replace(".", "__"))), self.field))

    def owner(self, catalog: Catalog) -> Deferring:
        """Return what has the field."""
        found: Deferring = getattr(catalog, self.kind)(self.id) if self.kind else catalog
        return found

    def read(self) -> Any:
        """Return the value as it is kept, or as the catalog has it that is read of its tables."""
        kept = kept_value(self.module, _PART)
        return getattr(self.owner(_read_once()), self.field) if kept is None else kept


@cache
def _read_once() -> Catalog:
    return read_catalog()


def _all_apart(catalog: Catalog) -> Iterator[_Apart]:
    yield _Apart("", "", "titled")
    yield from (_Apart("setting", one.id, "items") for one in catalog.settings if one.items)
    yield from (_Apart("role", one.id, "core") for one in catalog.roles if one.core)


def catalog_modules(
    catalog: Catalog, sources: Mapping[str, bytes], **more: object
) -> dict[str, str]:
    """Return the sources of the modules that keep *catalog*, and what was found out of it, by their names.

    Args:
        catalog: the packaged one.
        sources: of the modules whose tables all that was read from, by name.
        more: what was found out, by the name under which it is kept.
    """
    apart = tuple(_all_apart(catalog))
    modules = {
        one.module: kept_module({_PART: getattr(one.owner(catalog), one.field)}, sources)
        for one in apart
    }
    rest = evolve(
        catalog,
        titled=(),
        settings=tuple(evolve(one, items=()) for one in catalog.settings),
        roles=tuple(evolve(one, core=()) for one in catalog.roles),
    )
    values = tuple(getattr(rest, name) for name in fields_of(Catalog) if name != _TABLES)
    told = {_CATALOG: values, _APART: tuple(map(tuple, apart)), **more}
    return {KEPT: kept_module(told, sources), **modules}


def kept_catalog() -> Catalog | None:
    """Return the packaged catalog as it is kept, or nothing where it is not, or cannot be used."""
    values, apart = kept_value(KEPT, _CATALOG), kept_value(KEPT, _APART)
    names = [name for name in fields_of(Catalog) if name != _TABLES]
    if values is None or apart is None or len(values) != len(names):
        return None
    catalog = filled(Catalog, {**dict(zip(names, values)), _TABLES: _Packaged()})
    for one in (_Apart(*told) for told in apart):
        defer(one.owner(catalog), one.field, one.read)
    return catalog


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
