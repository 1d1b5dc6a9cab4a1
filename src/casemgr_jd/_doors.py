"""How functions and values of the library read their arguments: as their annotations say, or not at all."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from types import FunctionType
from typing import Any, TypeVar, cast

from casemgr_jd._attrs import fields
from casemgr_jd._kinds import ANYTHING, Kind, kind_of
from casemgr_jd._names import did_you_mean
from casemgr_jd.errors import InputError, KeywordError, Problem, Rejected

__all__ = ["by_name", "door", "doors", "node"]

F = TypeVar("F", bound=Callable[..., Any])
C = TypeVar("C", bound=type)


def door(**hints: str | None) -> Callable[[F], F]:
    """Refuse what a function's annotations do not take, before it starts; one text is a list of texts.

    Args:
        hints: by the name of an argument, what to do about a wrong one; ``None`` for one that the function
            looks at itself.

    >>> @door(number="write it without quotes")
    ... def half(number: int) -> float:
    ...     return number / 2
    >>> half("4")
    Traceback (most recent call last):
    casemgr_jd.errors.InputError: number: must be an int, not a str (write it without quotes)
    """
    return lambda function: _checked(function, lambda: _takes(function, hints))


def doors(kind: C) -> C:
    """Make a door of each public method of a class, and of its making where it writes that itself."""
    for name, one in list(vars(kind).items()):
        is_making = name == "__init__" and not any(
            "__attrs_attrs__" in vars(base) for base in kind.__mro__
        )
        if name.startswith("_") and not is_making:
            continue
        if isinstance(one, classmethod | staticmethod):
            setattr(kind, name, type(one)(_opened(one.__func__)))
        elif isinstance(one, FunctionType):
            setattr(kind, name, _opened(one))
    return kind


def _opened(function: F) -> F:
    """Make a door of a function that is none yet."""
    return function if hasattr(function, "__wrapped__") else door()(function)


def node(kind: C) -> C:
    """Make a door of the making of an attrs class, or of a named tuple."""
    if issubclass(kind, tuple):
        setattr(kind, "__new__", door()(kind.__new__))  # noqa: B010 - as below
        return kind
    making = _checked(getattr(kind, "__init__"), lambda: _takes_of_fields(kind))  # noqa: B009
    setattr(kind, "__init__", making)  # noqa: B010 - a type checker would have it in the class
    return kind


def _checked(function: F, find: "Callable[[], _Takes]") -> F:
    takes: _Takes | None = None

    @wraps(function)
    def checked(*arguments: Any, **named: Any) -> Any:
        nonlocal takes
        if takes is None:
            # Not before the first call, for then all that the annotations name is there.
            takes = find()
        for (exact, fits), value in zip(takes.placed, arguments):
            if type(value) not in exact and not fits(value):
                break
        else:
            if takes.rest is None:
                for name in named:
                    known = takes.named.get(name, takes.others)
                    if known is None:
                        break
                    exact, fits = known
                    if type(named[name]) not in exact and not fits(named[name]):
                        break
                else:
                    try:
                        return function(*arguments, **named)
                    except TypeError:
                        takes.require_whole(function, arguments, named)
                        raise
        arguments, named = takes.held(arguments, named)
        takes.require(arguments, named)
        try:
            return function(*arguments, **named)
        except TypeError:
            takes.require_whole(function, arguments, named)
            raise

    return cast("F", checked)


def by_name(kind: C) -> C:
    """Refuse keywords that an attrs class has no field for, with the nearest that it has.

    For a class whose fields read what they are given; ``node`` does this too.
    """
    making = getattr(kind, "__init__")  # noqa: B009 - as below

    @wraps(making)
    def made(*arguments: Any, **named: Any) -> None:
        try:
            making(*arguments, **named)
        except TypeError:
            _require_known(named, {one.alias for one in fields(kind) if one.init})
            if problems := _unfit(making, arguments, named):
                raise KeywordError(problems) from None
            raise

    setattr(kind, "__init__", made)  # noqa: B010 - a type checker would have it in the class
    return kind


def _unfit(
    function: Callable[..., Any], arguments: tuple[Any, ...], named: Mapping[str, Any]
) -> list[Problem]:
    """Return what a call leaves out or gives twice, and whether it gives more than is taken by place."""
    from inspect import Parameter, signature

    by_place_kinds = (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)
    open_ended = (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD)
    parameters = signature(function).parameters.values()
    by_place = [one.name for one in parameters if one.kind in by_place_kinds]
    placed = by_place[: len(arguments)]
    given = {*placed, *named}
    problems = [Problem(name, "is given twice") for name in placed if name in named]
    problems += [
        Problem(one.name, "is missing")
        for one in parameters
        if one.default is one.empty and one.name not in given and one.kind not in open_ended
    ]
    if len(arguments) <= len(by_place) or any(
        one.kind is Parameter.VAR_POSITIONAL for one in parameters
    ):
        return problems
    most, count = (number - ("self" in by_place) for number in (len(by_place), len(arguments)))
    rest = [one.name for one in parameters if one.kind is Parameter.KEYWORD_ONLY]
    hint = f"give the rest by name: {', '.join(rest)}" if rest else ""
    reason = f"{count} given by place, and {most or 'none'} can be"
    return [Problem("arguments", reason, hint), *problems]


def _require_known(named: Iterable[str], known: Iterable[str]) -> None:
    names = tuple(known)
    unknown = [name for name in named if name not in names]
    if unknown:
        raise KeywordError(
            [
                Problem(
                    name,
                    "is not known here",
                    did_you_mean(name, names) or f"one of: {', '.join(names) or 'nothing'}",
                )
                for name in unknown
            ]
        )


Check = tuple[frozenset[type], Callable[[Any], bool]]
"""Classes whose values are taken without a closer look, and the closer look."""

_FREE: Check = (frozenset(), ANYTHING.accepts)


class _Takes:
    """What a function takes, by place and by name."""

    def __init__(
        self,
        kinds: Mapping[str, Kind],
        placed: Iterable[str],
        rest: str | None = None,
        hints: Mapping[str, str | None] | None = None,
        converters: Mapping[str, Callable[[Any], object]] | None = None,
        open_ended: bool = False,
    ) -> None:
        self._kinds = kinds
        self._hints = hints or {}
        self._converters = converters or {}
        self.others: Check | None = _FREE if open_ended else None
        """What keywords take that have no name of their own; nothing where there are none."""
        self._places = tuple(placed)
        self.rest = rest
        """The name of what comes after, as much as there may be of it."""
        self.named: dict[str, Check] = {name: _check(kind) for name, kind in kinds.items()}
        self.placed = tuple(self.named[name] for name in self._places)

    def held(
        self, arguments: tuple[Any, ...], named: Mapping[str, Any]
    ) -> tuple[tuple[Any, ...], dict[str, Any]]:
        """Return the arguments with what can be read only once as something that stays."""
        names = self._names(len(arguments))
        placed = [_held(value, self._kinds[name]) for name, value in zip(names, arguments)]
        return (
            (*placed, *arguments[len(placed) :]),
            {name: _held(value, self._kinds.get(name, ANYTHING)) for name, value in named.items()},
        )

    def require(self, arguments: tuple[Any, ...], named: Mapping[str, Any]) -> None:
        """Refuse all that is of a wrong kind at once.

        Raises:
            InputError: something is.
            KeywordError: a keyword is not known.
        """
        if self.others is None:
            _require_known(named, [one for one in self._kinds if one != "self"])
        given = [*zip(self._names(len(arguments)), arguments), *named.items()]
        wrong = {
            name: self._problem(name, value)
            for name, value in given
            if name in self._kinds and not self._kinds[name].accepts(value)
        }
        if wrong:
            rejected = (
                problem
                for name, value in given
                if name not in wrong
                for problem in self._rejections(name, value)
            )
            raise InputError([*wrong.values(), *rejected])

    def require_whole(
        self,
        function: Callable[..., Any],
        arguments: tuple[Any, ...],
        named: Mapping[str, Any],
    ) -> None:
        """Refuse a call that leaves out what is needed, with what is wrong in the rest of it.

        Raises:
            KeywordError: the call does not fit; it is a ``TypeError`` too.
        """
        if problems := _unfit(function, arguments, named):
            given = [*zip(self._names(len(arguments)), arguments), *named.items()]
            rejected = (one for name, value in given for one in self._rejections(name, value))
            raise KeywordError([*problems, *rejected]) from None

    def _rejections(self, name: str, value: object) -> Iterator[Problem]:
        """Yield what a field would find wrong with a value of the right kind, so that all is told at once."""
        convert = self._converters.get(name)
        if convert is None:
            return
        try:
            found = convert(value)
        except InputError as error:
            yield from error.problems
            return
        if isinstance(found, Rejected):
            yield from (problem.under(name) for problem in found.problems)

    def _problem(self, name: str, value: object) -> Problem:
        given = "None" if value is None else _one(type(value).__name__)
        reason = f"must be {self._kinds[name].words}, not {given}"
        return Problem(name, reason, self._hints.get(name) or "")

    def _names(self, count: int) -> tuple[str, ...]:
        # More than a function takes is Python's to refuse.
        more = count - len(self._places)
        return (*self._places, *[self.rest] * more) if self.rest else self._places


def _check(kind: Kind) -> Check:
    if not kind.is_read_once:
        return kind.exact, kind.accepts
    return kind.exact, lambda value: not isinstance(value, Iterator) and kind.accepts(value)


def _held(value: Any, kind: Kind) -> Any:
    if not kind.is_read_once:
        return value
    if isinstance(value, str):
        # One text is a list of one; its letters are nobody's list.
        alone = (value,)
        return alone if kind.accepts(alone) and not kind.accepts(value) else value
    return tuple(value) if isinstance(value, Iterator) else value


def _one(name: str) -> str:
    return f"a{'n' * (name[:1].lower() in 'aeiou')} {name}"


def _takes(function: Callable[..., Any], hints: Mapping[str, str | None]) -> _Takes:
    # Read off its code: at the first calls of a program, a signature of each would cost more than they do.
    plain = _unwrapped(function)
    code = plain.__code__
    placed = code.co_varnames[: code.co_argcount]
    most = code.co_argcount + code.co_kwonlyargcount
    rest = code.co_varnames[most] if code.co_flags & _VARARGS else None
    count = most + bool(rest) + bool(code.co_flags & _VARKEYWORDS)
    names = (*placed, *filter(None, [rest]), *code.co_varnames[len(placed) : most])
    kinds = {
        name: ANYTHING
        if hints.get(name, "") is None
        else _kind(plain.__annotations__.get(name, Any), function.__module__)
        for name in (*names, *code.co_varnames[len(names) : count])
    }
    return _Takes(kinds, placed, rest, hints, open_ended=bool(code.co_flags & _VARKEYWORDS))


def _takes_of_fields(kind: type) -> _Takes:
    """What the making of an attrs class takes: of each field its type, or what its converter takes."""
    attributes = {one.alias: one for one in fields(kind) if one.init}
    kinds = {name: _field_kind(kind, one) for name, one in attributes.items()}
    placed = [name for name, one in attributes.items() if not one.kw_only]
    converters = {
        name: one.converter
        for name, one in attributes.items()
        if isinstance(one.converter, FunctionType)
    }
    return _Takes({"self": ANYTHING, **kinds}, ["self", *placed], converters=converters)


def _field_kind(kind: type, attribute: Any) -> Kind:
    converter = attribute.converter
    if converter is not None:
        if not isinstance(converter, FunctionType | type) or converter.__module__ == "builtins":
            return ANYTHING
        return _kind(_first_annotation(converter), converter.__module__)
    homes = (one for one in kind.__mro__ if attribute.name in getattr(one, "__annotations__", {}))
    home = next(homes, kind)
    return _kind(attribute.type, home.__module__)


def _first_annotation(converter: Any) -> Any:
    if isinstance(converter, type):
        from inspect import Parameter, signature

        (first, *_) = signature(converter).parameters.values()
        return Any if first.annotation is Parameter.empty else first.annotation
    plain = _unwrapped(converter)
    return plain.__annotations__.get(plain.__code__.co_varnames[0], Any)


def _unwrapped(function: Any) -> Any:
    """Return the function under all that was laid over it, as ``inspect`` does, which takes long to load."""
    while hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    return function


_VARARGS, _VARKEYWORDS = 4, 8
"""The flags of code that takes more than it names, as ``inspect`` has them."""


def _kind(annotation: Any, module: str) -> Kind:
    names = vars(sys.modules[module]) if module in sys.modules else {}
    return kind_of(annotation, names)
