"""Requisitions that note which of their fields are read, so that a plan knows what it rests on."""

from collections.abc import Callable
from typing import Any

from casemgr_jd._attrs import fields
from casemgr_jd.model.changes import copied_into
from casemgr_jd.model.posting import Posting, over
from casemgr_jd.model.requisition import Requisition

__all__ = ["fields_read", "watched"]

_NAMES = frozenset(one.name for one in fields(Requisition))


class _Watched(Requisition):
    """A requisition that keeps the names of the fields that were read."""

    __slots__ = ("_reads",)

    def __getattribute__(self, name: str) -> Any:
        if name in _NAMES:
            object.__getattribute__(self, "_reads").add(name)
        return object.__getattribute__(self, name)


def _watching(requisition: Requisition) -> tuple[Requisition, set[str]]:
    twin = copied_into(object.__new__(_Watched), requisition)
    reads: set[str] = set()
    object.__setattr__(twin, "_reads", reads)
    return twin, reads


def fields_read(requisition: Requisition, function: Callable[[Requisition], object]) -> set[str]:
    """Return the names of the fields that *function* reads."""
    twin, reads = _watching(requisition)
    function(twin)
    return reads


def watched(posting: Posting) -> tuple[Posting, set[str]]:
    """Return *posting* over a watched requisition, and the set that will name what is read."""
    twin, reads = _watching(posting.requisition)
    return over(posting, twin), reads
