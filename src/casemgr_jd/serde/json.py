"""Lossless JSON of every model value."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from cattrs import Converter, transform_error
from cattrs.errors import BaseValidationError

from casemgr_jd._doors import door
from casemgr_jd._names import did_you_mean
from casemgr_jd._tables import json_value, version_problem
from casemgr_jd.errors import DocumentError, InputError, Problem
from casemgr_jd.serde.converter import KINDS, make_remembering

__all__ = ["SCHEMA_VERSION", "dumps", "loads"]

SCHEMA_VERSION = 1
_WIDEST = 100

# A text is no table, and these classes have a field named ``kind`` of their own: they stand under ``value``.
_NESTED = ("Item", "Slot", "Text")


@lru_cache(maxsize=1)
def _converter() -> Converter:
    return make_remembering()


@door()
def dumps(value: Any, *, indent: int | None = 2) -> str:
    """Return a model value as JSON that ``loads`` reads back to an equal value.

    Raises:
        InputError: the value is of no class that JSON can carry, or *indent* is no number of columns.

    >>> from casemgr_jd import PayRange
    >>> dumps(PayRange(rate=41.5, per="hour"), indent=None)
    '{"schema_version": 1, "kind": "PayRange", "rate": 41.5, "per": "hour"}'
    """
    kind = type(value).__name__
    if kind not in KINDS:
        raise InputError([Problem("", f"{kind} has no JSON form", f"one of: {', '.join(KINDS)}")])
    if indent is not None and not 0 <= indent <= _WIDEST:
        raise InputError([Problem("indent", f"must be from 0 to {_WIDEST} columns")])
    plain = _converter().unstructure(value)
    if kind in _NESTED:
        plain = {"value": plain}
    data = {"schema_version": SCHEMA_VERSION, "kind": kind, **plain}
    return json.dumps(data, ensure_ascii=False, indent=indent)


@door(text="give the output of dumps")
def loads(text: str | bytes) -> Any:
    """Return the model value that ``dumps`` wrote.

    Raises:
        DocumentError: the text is no JSON, or not one of ours; lists every problem with its path.

    >>> from casemgr_jd import Location
    >>> loads(dumps(Location("Denver", "CO"))) == Location("Denver", "CO")
    True
    """
    data = _parsed(text)
    kind = _kind(data)
    plain: Any = {key: one for key, one in data.items() if key not in ("schema_version", "kind")}
    if kind.__name__ in _NESTED:
        plain = plain.get("value")
    try:
        return _converter().structure(plain, kind)
    except BaseValidationError as error:
        raise DocumentError(_problems(error)) from None
    except InputError as error:
        raise DocumentError(error.problems) from None
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise DocumentError([Problem("", f"is not a {kind.__name__}: {error}")]) from None


def _parsed(text: str | bytes) -> dict[str, Any]:
    data = json_value(text, refusal=DocumentError)
    if not isinstance(data, dict):
        raise DocumentError([Problem("", "is not a JSON object", "use the output of dumps")])
    return data


def _kind(data: Mapping[str, Any]) -> type[Any]:
    wrong = version_problem(data.get("schema_version", SCHEMA_VERSION), SCHEMA_VERSION)
    if wrong:
        raise DocumentError(wrong)
    name = data.get("kind", "")
    if not isinstance(name, str) or name not in KINDS:
        hint = did_you_mean(str(name), KINDS) or f"one of: {', '.join(KINDS)}"
        raise DocumentError([Problem("kind", f"is not known: {name!r}", hint)])
    return KINDS[name]


def _problems(error: BaseValidationError) -> list[Problem]:
    """Flatten cattrs' tree of errors, keeping the sentences of our own classes."""
    found: list[Problem] = []
    for message in transform_error(error, format_exception=_sentence):
        reason, _, path = message.rpartition(" @ ")
        place = path.removeprefix("$").removeprefix(".")
        found += [Problem(place, one) for one in reason.split("\n")]
    return found


def _sentence(error: BaseException, kind: type[Any] | None) -> str:
    if isinstance(error, InputError):
        return "\n".join(str(problem) for problem in error.problems)
    if isinstance(error, KeyError):
        return "is missing"
    extra = getattr(error, "extra_fields", None)
    if extra:
        return f"has unknown keys: {', '.join(sorted(extra))}"
    if isinstance(error, TypeError | AttributeError) and not str(error).startswith("must "):
        return "is not of the right kind"
    return str(error) or type(error).__name__
