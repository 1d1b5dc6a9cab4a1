"""What every value of the model has in common: a short ``repr``."""

from collections.abc import Callable
from inspect import signature
from typing import Any

import attrs

from casemgr_jd._clean import clean_line
from casemgr_jd._compared import ByContent
from casemgr_jd._frozen import strings

__all__ = ["Value", "cleaned", "remember_signatures"]


def remember_signatures(*converters: Callable[..., object]) -> None:
    """Keep the signature of each converter on it.

    attrs works it out anew for each field that uses a converter; with a hundred fields that was a
    tenth of the time the package takes to start.
    """
    for converter in converters:
        setattr(converter, "__signature__", signature(converter))  # noqa: B010 - not in its type


remember_signatures(clean_line, strings)


def cleaned(_kind: type, fields: "list[attrs.Attribute[Any]]") -> "list[attrs.Attribute[Any]]":
    """Have each field of a class that holds a text hold it as one clean line.

    So a text that enters by a program, an overlay or a saved posting cannot bring more lines or controls
    into an output than one that enters by a requisition.
    """
    return [
        one.evolve(converter=clean_line) if one.type in (str, "str") and not one.converter else one
        for one in fields
    ]


class Value(ByContent):
    """Shows the fields that differ from their default; attrs' own would show all, in more code.

    One ``repr`` for all also spares each class the making of its own when the package starts.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        kind: Any = type(self)
        shown = (
            f"{one.name.lstrip('_')}={getattr(self, one.name)!r}"
            for one in attrs.fields(kind)
            if one.repr and not _is_default(one, getattr(self, one.name))
        )
        return f"{kind.__name__}({', '.join(shown)})"


def _is_default(attribute: Any, value: object) -> bool:
    default = attribute.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        default = default.factory()
    return type(default) is type(value) and bool(default == value)
