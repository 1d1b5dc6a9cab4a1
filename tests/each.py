"""One test that asks many small cases: each that fails is named, and that there were any is asked too.

A test of pytest costs some milliseconds, which is more than most sentences take to be looked at. Where cases
come by the hundred, they are asked within one test, or one for each group of them; what fails is told for all
of them at once.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from typing import Any, NamedTuple

import pytest

MOST_TOLD = 15
"""As many failures are shown in full; the others are named."""
Test = Callable[..., None]
Name = Callable[..., object]
"""What a case is called, or which group it belongs to, by its values."""


class Case(NamedTuple):
    """What one case is called, and what it gives to the test."""

    name: str
    values: tuple[Any, ...]


def each(
    names: str, values: Iterable[Any], ids: Name | None = None, by: Name | None = None
) -> Callable[[Test], Test]:
    """Ask a test of every case as ``pytest.mark.parametrize`` does, but within one test, or one a group."""
    given = tuple(one.strip() for one in names.split(","))
    cases = [_case(one, len(given), ids) for one in values]
    assert cases, "there is no case to ask"
    if by is None:
        return lambda test: _asking(test, given, lambda _: cases)
    groups: dict[str, list[Case]] = {}
    for case in cases:
        groups.setdefault(str(by(*case.values)), []).append(case)
    grouped = pytest.mark.parametrize("group", groups)
    return lambda test: grouped(_asking(test, given, groups.__getitem__, "group"))


def _case(one: Any, count: int, ids: Name | None) -> Case:
    """Return a case as pytest takes it: a value, several, or a parameter that has its own name."""
    own = one.id if isinstance(one, _PARAM) else None
    several = isinstance(one, _PARAM) or count > 1
    held = tuple(one.values if isinstance(one, _PARAM) else one) if several else (one,)
    assert len(held) == count, held
    return Case(str(own or (ids(*held) if ids else "-".join(ascii(it)[:60] for it in held))), held)


_PARAM = type(pytest.param())


def _asking(
    test: Test, given: tuple[str, ...], cases_of: Callable[[str], Sequence[Case]], *more: str
) -> Test:
    """Return a test of what *test* needs beside its cases, and of the group where there are groups."""

    @wraps(test)
    def asked(group: str = "", **fixtures: Any) -> None:
        cases = cases_of(group)
        failures = tuple(_failures(test, given, cases, fixtures))
        if failures:
            told = ", ".join(name for name, _ in failures)
            shown = [error for _, error in failures[:MOST_TOLD]]
            raise BaseExceptionGroup(f"{len(failures)} of {len(cases)} cases: {told}", shown)

    wants = inspect.signature(test)
    rest = [one for name, one in wants.parameters.items() if name not in given]
    groups = [inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY) for name in more]
    asked.__signature__ = wants.replace(parameters=[*rest, *groups])  # type: ignore[attr-defined]
    return asked


def _failures(
    test: Test, given: tuple[str, ...], cases: Sequence[Case], fixtures: dict[str, Any]
) -> Iterator[tuple[str, BaseException]]:
    for case in cases:
        try:
            test(**dict(zip(given, case.values, strict=True)), **fixtures)
        except (Exception, pytest.fail.Exception) as error:
            error.add_note(f"case: {case.name}")
            yield case.name, error
