"""What is found out of all items of a catalog: of the packaged one a wheel keeps it."""

from collections.abc import Callable
from functools import lru_cache
from typing import Generic, TypeVar

from casemgr_jd._packed import kept_value
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.kept import KEPT
from casemgr_jd.content.load import load_catalog

__all__ = ["OfCatalog", "of_catalog"]

T = TypeVar("T")


class OfCatalog(Generic[T]):
    """Asks a catalog for what is found out of it: as it is kept, or by looking; once for each catalog."""

    def __init__(self, name: str, find: Callable[[Catalog], T]) -> None:
        self.name = name
        """The name under which a wheel keeps it."""
        self.find = find
        """Finds it out, whatever is kept."""
        self._asked = lru_cache(maxsize=8)(self._ask)

    def __call__(self, catalog: Catalog) -> T:
        """Return what is found out of *catalog*."""
        return self._asked(catalog)

    def _ask(self, catalog: Catalog) -> T:
        kept: T | None = kept_value(KEPT, self.name) if catalog is load_catalog() else None
        return self.find(catalog) if kept is None else kept


def of_catalog(name: str) -> Callable[[Callable[[Catalog], T]], OfCatalog[T]]:
    """Have what a function finds out of a catalog kept under *name*.

    >>> @of_catalog("slots")
    ... def count(catalog: Catalog) -> int:
    ...     return len(catalog.slots)
    >>> count(load_catalog()) > 100
    True
    """
    return lambda find: OfCatalog(name, find)
