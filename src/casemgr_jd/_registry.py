"""Lookup by name: built-ins as ``"module:attribute"`` strings, third parties through entry points.

Listing names imports nothing; a name is loaded when it is asked for. Installed entry points are read
only when a name is not built in, or when names are listed, because reading them is the slow part.
"""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar, cast

from casemgr_jd.errors import CaseMgrError, UnknownNameError

__all__ = ["Registry", "load_attribute"]

T = TypeVar("T")


def load_attribute(target: str) -> object:
    """Import what a ``"module:attribute"`` string names."""
    from importlib import import_module

    module, _, attribute = target.partition(":")
    return getattr(import_module(module), attribute)


class Registry(Generic[T]):
    """Names of one kind of thing, and how to get at each.

    Args:
        kind: what is registered, as an error message names it ("format").
        group: the entry-point group in which other distributions register theirs.
        built_in: name to ``"module:attribute"``; the attribute is called to make the thing.
    """

    def __init__(self, kind: str, group: str, built_in: Mapping[str, str]) -> None:
        self.kind = kind
        self.group = group
        self._built_in = dict(built_in)
        self._added: dict[str, Callable[[], T]] = {}

    def names(self) -> tuple[str, ...]:
        """Every name, built in or installed, without loading any."""
        return tuple(sorted({*self._built_in, *self._added, *self._installed()}))

    def add(self, name: str, factory: Callable[[], T]) -> None:
        """Register *factory* under *name* in this process; a taken name is refused."""
        if name in self._built_in or name in self._added:
            raise CaseMgrError(f"a {self.kind} named {name!r} is already registered")
        self._added[name] = factory

    def get(self, name: str) -> T:
        """Load and make what is registered as *name*.

        Raises:
            UnknownNameError: nothing has that name; the message lists those that exist.
            CaseMgrError: an installed entry point of that name cannot be loaded.
        """
        key = name.strip().lower().replace("-", "_")
        if key in self._added:
            return self._added[key]()
        if key in self._built_in:
            factory = cast("Callable[[], T]", load_attribute(self._built_in[key]))
            return factory()
        targets = self._installed()
        if key not in targets:
            raise UnknownNameError(self.kind, name, self.names())
        return self._load_installed(key, targets[key])

    def _load_installed(self, name: str, target: str) -> T:
        try:
            factory = cast("Callable[[], T]", load_attribute(target))
            return factory()
        except Exception as error:
            raise CaseMgrError(
                f"the installed {self.kind} {name!r} ({target}) cannot be loaded: {error!r}"
            ) from error

    def _installed(self) -> dict[str, str]:
        from importlib.metadata import entry_points

        found: dict[str, str] = {}
        for entry in sorted(entry_points(group=self.group), key=lambda entry: entry.value):
            key = entry.name.strip().lower().replace("-", "_")
            if found.setdefault(key, entry.value) != entry.value:
                raise CaseMgrError(
                    f"two installed packages register the {self.kind} {key!r}: "
                    f"{found[key]} and {entry.value}; remove one"
                )
        return {name: value for name, value in found.items() if name not in self._built_in}
