"""What every value of the model has in common: a short ``repr``."""

from typing import TYPE_CHECKING, Any

from casemgr_jd._clean import clean_line
from casemgr_jd._compared import ByContent

if TYPE_CHECKING:
    import attrs

__all__ = ["Value", "cleaned"]


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
        import attrs

        kind: Any = type(self)
        shown = (
            f"{one.name.lstrip('_')}={getattr(self, one.name)!r}"
            for one in attrs.fields(kind)
            if one.repr and not _is_default(one, getattr(self, one.name))
        )
        return f"{kind.__name__}({', '.join(shown)})"


def _is_default(attribute: Any, value: object) -> bool:
    import attrs

    default = attribute.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        default = default.factory()
    return type(default) is type(value) and bool(default == value)
