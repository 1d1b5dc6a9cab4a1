"""Pausing the collector while much is made and nothing can be freed."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["collector_paused"]


@contextmanager
def collector_paused(*, stays: bool = True) -> Iterator[None]:
    """Run a block without collections, which would only cost time there.

    What was made in it counts as old, as it *stays*; else it is gone through when the collector goes on.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if stays:
                _count_as_old()
            gc.enable()


def _count_as_old() -> None:
    """Have the collector count as old what it counts as young: what was made here stays.

    Else it would go through all of it at once when it goes on, and once more a little later. Nothing is kept
    from it: to freeze and unfreeze puts all among the old, which it goes through as ever. Where a program has
    frozen something itself, that is left alone.
    """
    if hasattr(gc, "freeze") and not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
