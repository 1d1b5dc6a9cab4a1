"""Cases that are asked within one test: each that fails is named, and none is a failure too."""

from collections.abc import Callable, Iterable

import pytest
from each import MOST_TOLD, each


def _asked(values: Iterable[int]) -> Callable[..., None]:
    @each("number", values, ids=lambda one: f"the {one}")
    def small(number: int, limit: int) -> None:
        assert number < limit

    return small


def test_every_case_that_fails_is_named() -> None:
    _asked(range(9))(limit=9)
    with pytest.raises(ExceptionGroup, match=r"^2 of 9 cases: the 7, the 8$") as told:
        _asked(range(9))(limit=7)
    assert [one.__notes__ for one in told.value.exceptions] == [["case: the 7"], ["case: the 8"]]


def test_no_case_is_a_failure() -> None:
    with pytest.raises(AssertionError, match="no case"):
        _asked(())


def test_of_many_failures_the_first_are_shown_and_all_are_named() -> None:
    with pytest.raises(ExceptionGroup, match="the 99") as told:
        _asked(range(100))(limit=0)
    assert len(told.value.exceptions) == MOST_TOLD


def test_what_a_test_calls_a_failure_is_one() -> None:
    @each("word", ("x", "1"))
    def refused(word: str) -> None:
        with pytest.raises(ValueError, match="invalid"):
            int(word)

    with pytest.raises(BaseExceptionGroup, match="1 of 2 cases: '1'"):
        refused()


@each("number, word", [pytest.param(1, "a", id="one"), (2, "b")])
def test_cases_of_several_values(number: int, word: str) -> None:
    assert "ab".index(word) == number - 1


@each("number", range(20), by=lambda number: number % 2)
def test_cases_of_a_group_are_a_test(request: pytest.FixtureRequest, number: int) -> None:
    assert request.node.callspec.params == {"group": str(number % 2)}
