"""attrs, of which a wheel keeps what it writes for our classes: a program that starts need not load it.

A wheel holds, for each class, the code of attrs that fills a new value, and what attrs concluded of its
fields. ``frozen`` makes the class of these, and leaves the rest of what attrs writes (``repr``, pickling,
what forbids changes, ``__attrs_attrs__``) to attrs, which is asked with the first use of any of it. Where
nothing is kept, or what is kept does not fit the class (an editable install, a changed source), attrs makes
the class at once. ``casemgr_jd._attrs_keeping`` writes what is kept.
"""

import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import FunctionType
from typing import TYPE_CHECKING, Any

from casemgr_jd._written import kept_code

if TYPE_CHECKING:
    from attrs import evolve, field, fields, frozen

__all__ = ["KEPT_CLASSES", "evolve", "field", "fields", "frozen", "marks_of", "of_attrs"]

KEPT_CLASSES = "CLASSES"
"""The name under which the code of attrs is kept."""
_MISSING = object()
"""Stands in kept code where attrs has its ``NOTHING``: for what was not given."""
_BY_NAME = {"NOTHING": _MISSING, "_cached_setattr_get": object.__setattr__.__get__}
"""What kept code takes beside what belongs to its fields."""


class _Written:
    """A field as a class body writes it, until it is known who reads it."""

    __slots__ = ("given",)

    def __init__(self, given: dict[str, Any]) -> None:
        self.given = given


class _Field:
    """A field as ``attrs.Attribute`` tells of it, as far as our own code asks."""

    __slots__ = (
        "alias",
        "converter",
        "default",
        "eq",
        "factory",
        "hash",
        "init",
        "kw_only",
        "name",
        "type",
    )

    init: bool
    eq: bool
    hash: bool | None
    kw_only: bool
    alias: str

    def __init__(self, name: str, type: Any, given: Mapping[str, Any]) -> None:
        self.name = name
        self.type = type
        self.converter = given.get("converter")
        self.default = given.get("default", _MISSING)
        self.factory = given.get("factory")

    def evolve(self, *, converter: Any) -> "_Field":
        """Return the field with another converter, for what transforms the fields of a class."""
        self.converter = converter
        return self

    def concluded(
        self,
        init: bool = True,
        eq: bool = True,
        hash: bool | None = None,
        kw_only: bool = False,
        alias: str = "",
    ) -> "_Field":
        """Return the field as it is in one class, with what attrs concluded of it there."""
        made = _Field(self.name, self.type, {})
        made.converter, made.default, made.factory = self.converter, self.default, self.factory
        made.init, made.eq, made.hash, made.kw_only, made.alias = (
            init,
            eq,
            hash,
            kw_only,
            alias or self.name,
        )
        return made


def marks_of(has_default: bool, has_factory: bool, has_converter: bool) -> str:
    """Return how a field is marked in what is kept: code that fills it is of no use for another kind."""
    return "d" * has_default + "f" * has_factory + "c" * has_converter


class _Asked:
    """What attrs writes into a class, asked of it when it is used for the first time."""

    __slots__ = ("_kind", "_name")

    def __set_name__(self, owner: type, name: str) -> None:
        self._kind, self._name = owner, name

    def __get__(self, instance: object, owner: type) -> Any:
        kind, name = self._kind, self._name
        if name == "__signature__":
            if owner is not kind:
                raise AttributeError(name)
            # Not kept on the class: one that is derived from it has a signature of its own.
            from inspect import signature

            return signature(of_attrs(kind))
        if name not in vars(of_attrs(kind)):
            raise AttributeError(name)
        value = vars(of_attrs(kind))[name]
        if vars(kind).get(name) is self:
            setattr(kind, name, value)
        bind = getattr(type(value), "__get__", None)
        return bind(value, instance, owner) if bind else value


_WRITTEN: dict[type, tuple[dict[str, _Field], tuple[tuple[Any, ...], ...]]] = {}
"""By class: its fields by name, and what is kept of them."""
_BODIES: dict[type, tuple[type, Mapping[str, Any]]] = {}


@cache
def of_attrs(kind: type) -> type:
    """Return the class that attrs makes of the body that a class was made of."""
    return _made_by_attrs(*_BODIES[kind]) if kind in _BODIES else kind


def _made_by_attrs(body: type, told: Mapping[str, Any]) -> type:
    import attrs

    for name, one in list(vars(body).items()):
        if isinstance(one, _Written):
            _remember_signature(one.given.get("converter"))
            setattr(body, name, attrs.field(**one.given))
    made: type = attrs.frozen(**told)(body)
    return made


def _remember_signature(converter: Any) -> None:
    """Keep the signature of a converter on it, which attrs works out anew for each field that uses it."""
    if isinstance(converter, FunctionType) and not hasattr(converter, "__signature__"):
        from inspect import signature

        converter.__signature__ = signature(converter)  # type: ignore[attr-defined]


def _frozen(kind: type | None = None, /, **told: Any) -> Any:
    """Make a class of a body as ``attrs.frozen`` does."""
    if kind is None:
        return lambda body: _frozen(body, **told)
    known = kept_code(KEPT_CLASSES).get(f"{kind.__module__}:{kind.__qualname__}")
    made = None if known is None else _made_of_kept(kind, told, *known)
    return _made_by_attrs(kind, told) if made is None else made


def _made_of_kept(
    body: type,
    told: Mapping[str, Any],
    rows: tuple[tuple[Any, ...], ...],
    asked: tuple[str, ...],
    fills: Callable[..., Any] | None,
) -> type | None:
    """Return the class of what is kept, or nothing where that does not fit."""
    own = _own_fields(body, told)
    bases = reversed(body.__mro__[1:-1])
    known = {one.name: one for base in bases for one in _written(base)}
    known |= own
    marked = tuple((name, _marks(known[name])) for name, *_ in rows if name in known)
    if marked != tuple(row[:2] for row in rows) or len(marked) != len(known):
        return None
    has_reference = any(vars(base).get("__weakref__") for base in body.__mro__[1:-1])
    space = {
        name: one
        for name, one in vars(body).items()
        if name not in own and name not in ("__dict__", "__weakref__")
    }
    space |= {name: _Asked() for name in (*asked, *_ALWAYS_ASKED)}
    space["__slots__"] = (*own, *([] if has_reference else ["__weakref__"]))
    space["__qualname__"] = body.__qualname__
    space["__init__"] = _Asked() if fills is None else _filling(fills, known, body)
    made = type(body)(body.__name__, body.__bases__, space)
    _WRITTEN[made], _BODIES[made] = (known, rows), (body, told)
    _speak_of(made, body)
    return made


_ALWAYS_ASKED = ("__signature__", *(["__replace__"] if sys.version_info >= (3, 13) else []))


def _own_fields(body: type, told: Mapping[str, Any]) -> dict[str, _Field]:
    space = vars(body)
    found = []
    for name, kind in body.__annotations__.items() if "__annotations__" in space else ():
        if str(kind).startswith(("ClassVar", "typing.ClassVar")):
            continue
        written = space.get(name, _MISSING)
        given = written.given if isinstance(written, _Written) else {"default": written}
        found.append(_Field(name, kind, given))
    transform = told.get("field_transformer")
    return {one.name: one for one in (transform(body, found) if transform else found)}


def _marks(one: _Field) -> str:
    return marks_of(one.default is not _MISSING, one.factory is not None, one.converter is not None)


def _filling(fills: Callable[..., Any], fields: dict[str, _Field], body: type) -> Any:
    """Return the ``__init__`` that attrs wrote, with the converters and defaults of the class."""
    code = fills.__code__
    there: dict[str, Any] = {**_BY_NAME, "attr_dict": fields}
    for name, one in fields.items():
        if one.converter is not None:
            there[f"__attr_converter_{name}"] = one.converter
        if one.factory is not None:
            there[f"__attr_factory_{name}"] = one.factory
    made = fills(*map(there.__getitem__, code.co_varnames[: code.co_argcount]))
    made.__module__, made.__qualname__ = body.__module__, f"{body.__qualname__}.__init__"
    made.__doc__ = f"Method generated by attrs for class {body.__qualname__}."
    return made


def _speak_of(made: type, body: type) -> None:
    """Have methods that name their class, as ``super()`` does, name the one that was made."""
    for one in vars(made).values():
        function = getattr(one, "fget", None) or getattr(one, "__func__", one)
        for cell in getattr(function, "__closure__", None) or ():
            if cell.cell_contents is body:
                cell.cell_contents = made


@cache
def _fields(kind: type, /) -> tuple[Any, ...]:
    """Return the fields of a class: of each what ``attrs.Attribute`` tells, as far as our code asks."""
    if kind not in _WRITTEN:
        return tuple(getattr(kind, "__attrs_attrs__"))  # noqa: B009
    known, rows = _WRITTEN[kind]
    return tuple(known[name].concluded(*rest) for name, _, *rest in rows)


def _written(kind: type) -> Iterable[_Field]:
    return _WRITTEN[kind][0].values() if kind in _WRITTEN else ()


def _evolve(value: Any, /, **changes: Any) -> Any:
    """Return a value of the same class with some fields changed, read again as any are."""
    kind = value.__class__
    for name, alias in _taken(kind):
        if alias not in changes:
            changes[alias] = getattr(value, name)
    return kind(**changes)


@cache
def _taken(kind: type) -> tuple[tuple[str, str], ...]:
    return tuple((one.name, one.alias) for one in _fields(kind) if one.init)


def _field(**given: Any) -> Any:
    return _Written(given)


if not TYPE_CHECKING:
    evolve, field, fields, frozen = _evolve, _field, _fields, _frozen
