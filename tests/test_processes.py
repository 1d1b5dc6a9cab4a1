"""Several processes return what one would, in order, and what ends them is told in words."""

import os
from collections.abc import Iterator

import pytest

from casemgr_jd._processes import in_order
from casemgr_jd.errors import CaseMgrError

FACTOR: list[int] = []


def begin(factor: int) -> None:
    FACTOR[:] = [factor]


def times(first: int, last: int) -> list[int]:
    return [number * FACTOR[0] for number in range(first, last)]


def end_at(number: int) -> int:
    if number == 3:
        os._exit(9)
    return number


def test_results_stand_in_the_order_of_the_parts_and_few_are_taken_ahead() -> None:
    taken: list[int] = []

    def parts() -> Iterator[tuple[int, int]]:
        for number in range(40):
            taken.append(number)
            yield number, number + 1

    made = in_order(times, parts(), 2, begin, (3,))
    assert next(made) == [0]
    assert len(taken) < 10
    assert [0, *(one for part in made for one in part)] == [3 * number for number in range(40)]


def test_a_process_that_is_ended_is_told_in_words() -> None:
    with pytest.raises(CaseMgrError, match="run it again with fewer --jobs"):
        list(in_order(end_at, ((number,) for number in range(9)), 2, begin, (1,)))
