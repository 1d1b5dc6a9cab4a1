"""Lookup by name: built-ins as ``"module:attribute"`` strings, third parties through entry points.

Listing names imports nothing; a name is loaded when it is asked for. Installed entry points are read
only when a name is not built in, or when names are listed, because reading them is the slow part.
"""

import sys
import warnings
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from typing import Generic, TypeVar, cast

from casemgr_jd._entry_points import installed_entry_points
from casemgr_jd._pause import collector_paused
from casemgr_jd.errors import CaseMgrError, PluginWarning, UnknownNameError

__all__ = ["Registry", "load_attribute"]

T = TypeVar("T")


def load_attribute(target: str) -> object:
    """Import what a ``"module:attribute"`` string names."""
    from importlib import import_module

    module, _, attribute = target.partition(":")
    is_new = module not in sys.modules
    with collector_paused() if is_new else nullcontext():
        return getattr(import_module(module), attribute)


class Registry(Generic[T]):
    """Names of one kind of thing, and how to get at each.

    What other distributions install fails alone: a faulty one is told when it is asked for, and two of one
    name are told by a warning, for nothing else needs them.

    Args:
        kind: what is registered, as an error message names it ("format").
        group: the entry-point group in which other distributions register theirs.
        built_in: name to ``"module:attribute"``; the attribute is called to make the thing.
        unfit: says of an installed thing why it is none of this kind; nothing where it is one.
    """

    def __init__(
        self,
        kind: str,
        group: str,
        built_in: Mapping[str, str],
        unfit: Callable[[object], str] = lambda made: "",
    ) -> None:
        self.kind = kind
        self.group = group
        self._built_in = dict(built_in)
        self._added: dict[str, Callable[[], T]] = {}
        self._unfit = unfit

    @property
    def built_in(self) -> tuple[str, ...]:
        """The names that we register ourselves."""
        return tuple(self._built_in)

    def names(self) -> tuple[str, ...]:
        """Every name, built in or installed, without loading any; warns of names that clash."""
        installed = self._installed()
        for name, targets in installed.items():
            if name in self._built_in or len(targets) > 1:
                # Far enough up to be told where the names were asked for.
                warnings.warn(self._clash(name, targets), PluginWarning, stacklevel=2)
        return tuple(sorted({*self._built_in, *self._added, *installed}))

    def add(self, name: str, factory: Callable[[], T]) -> None:
        """Register *factory* under *name* in this process; a taken name is refused."""
        if name in self._built_in or name in self._added:
            raise CaseMgrError(f"a {self.kind} named {name!r} is already registered")
        self._added[name] = factory

    def get(self, name: str) -> T:
        """Load and make what is registered as *name*.

        Raises:
            UnknownNameError: nothing has that name; the message lists those that exist.
            CaseMgrError: an installed entry point of that name cannot be loaded, is no thing of this kind, or
                is one of two.
        """
        key = name.strip().lower().replace("-", "_")
        if key in self._added:
            return self._added[key]()
        if key in self._built_in:
            factory = cast("Callable[[], T]", load_attribute(self._built_in[key]))
            return factory()
        targets = self._installed().get(key)
        if targets is None:
            raise UnknownNameError(self.kind, name, self.names())
        if len(targets) > 1:
            raise CaseMgrError(f"{self._clash(key, targets)}; remove one")
        return self._load_installed(key, targets[0])

    def _load_installed(self, name: str, target: str) -> T:
        what = f"the installed {self.kind} {name!r} ({target})"
        try:
            factory = cast("Callable[[], T]", load_attribute(target))
            made = factory()
        except (Exception, SystemExit) as error:
            raise CaseMgrError(f"{what} cannot be loaded: {error!r}") from error
        reason = self._unfit(made)
        if reason:
            raise CaseMgrError(f"{what} {reason}")
        return made

    def _clash(self, name: str, targets: list[str]) -> str:
        listed = " and ".join(targets)
        if name in self._built_in:
            return f"the {self.kind} {name!r} is ours; {listed}, installed under that name, is left out"
        return f"two installed packages register the {self.kind} {name!r}: {listed}"

    def _installed(self) -> dict[str, list[str]]:
        """Return the entry points of each name: one, or several that clash."""
        found: dict[str, list[str]] = {}
        for entry in sorted(installed_entry_points(self.group), key=lambda entry: entry.value):
            targets = found.setdefault(entry.name.strip().lower().replace("-", "_"), [])
            if entry.value not in targets:
                targets.append(entry.value)
        return found
