"""Comparing values by what their fields hold."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from casemgr_jd._attrs import fields
from casemgr_jd._reading import reader_of

if TYPE_CHECKING:
    from attrs import Attribute

__all__ = ["ByContent"]

_Read = Callable[[object], tuple[Any, ...]]


class ByContent:
    """Values of one class are equal, and have one hash, where their fields are equal.

    attrs would write both anew for each class: two fifths of the code that it makes when the package starts.
    What a field says of itself (``eq``, ``hash``) counts as it does there; the class says ``eq=False``.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        kind = self.__class__
        if other.__class__ is not kind:
            return NotImplemented
        try:
            read = _COMPARED[kind]
        except KeyError:
            read = _learn(kind, _COMPARED, lambda one: bool(one.eq))
        return read(self) == read(other)

    def __hash__(self) -> int:
        kind = self.__class__
        try:
            read = _HASHED[kind]
        except KeyError:
            read = _learn(kind, _HASHED, _is_hashed)
        return hash(read(self))


def _is_hashed(one: "Attribute[Any]") -> bool:
    return bool(one.eq if one.hash is None else one.hash)


def _learn(
    kind: Any, known: dict[type, _Read], counts: "Callable[[Attribute[Any]], bool]"
) -> _Read:
    try:
        names = [one.name for one in fields(kind) if counts(one)]
    except AttributeError:
        # No value but what makes one, such as a plan: it has no fields, and is equal to itself alone.
        read: _Read = _itself
    else:
        read = reader_of(names)
    known[kind] = read
    return read


def _itself(value: object) -> tuple[Any, ...]:
    return (id(value),)


_COMPARED: dict[type, _Read] = {}
_HASHED: dict[type, _Read] = {}
