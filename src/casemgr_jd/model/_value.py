"""What every value of the model has in common: a short ``repr``."""

from typing import Any

import attrs

__all__ = ["Value"]


class Value:
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
