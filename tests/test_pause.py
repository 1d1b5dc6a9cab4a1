"""Pausing the collector keeps nothing from it, and leaves it as it was."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from casemgr_jd._pause import collector_paused


class _Held:
    """Something that can be in a circle, and is looked for after it."""

    other: "_Held | None" = None


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    was_enabled = gc.isenabled()
    gc.unfreeze()
    yield
    gc.unfreeze()
    (gc.enable if was_enabled else gc.disable)()


def _circle() -> "weakref.ref[_Held]":
    one = _Held()
    one.other = _Held()
    one.other.other = one
    return weakref.ref(one)


def test_what_was_made_in_a_pause_is_collected_after_it() -> None:
    gc.enable()
    before = _circle()
    with collector_paused():
        assert not gc.isenabled()
        circle = _circle()
    assert gc.isenabled()
    gc.collect()
    assert circle() is None
    assert before() is None


def test_what_was_made_in_a_pause_is_not_gone_through_at_its_end() -> None:
    gc.enable()
    seen: list[int] = []
    with collector_paused():
        made = [[number] for number in range(5_000)]
        gc.callbacks.append(lambda phase, told: seen.append(told["generation"]))
    try:
        more = [[number] for number in range(100)]
        assert not seen
        assert gc.get_count()[0] < 1_000
    finally:
        gc.callbacks.pop()
    assert len(made) + len(more) == 5_100


def test_what_a_program_has_frozen_stays_frozen() -> None:
    gc.enable()
    gc.freeze()
    frozen = gc.get_freeze_count()
    with collector_paused():
        pass
    assert gc.get_freeze_count() > frozen // 2 > 0


@pytest.mark.parametrize("inner", (False, True))
def test_a_collector_that_is_off_stays_off(inner: bool) -> None:
    gc.disable()
    with collector_paused():
        if inner:
            with collector_paused():
                pass
        assert not gc.isenabled()
    assert not gc.isenabled()
