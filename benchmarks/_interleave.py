"""Timing in one interleaved run: candidates take turns in random order, medians are compared."""

import random
import statistics
import time
from collections.abc import Callable, Mapping

__all__ = ["medians", "report"]


def medians(
    candidates: Mapping[str, Callable[[], object]], rounds: int = 15, seconds: float = 0.03
) -> dict[str, float]:
    """Return the median seconds of one call of each candidate."""
    repeats = {name: _repeats(call, seconds) for name, call in candidates.items()}
    taken: dict[str, list[float]] = {name: [] for name in candidates}
    order = random.Random(0)
    for _ in range(rounds):
        for name in order.sample(list(candidates), len(candidates)):
            call, count = candidates[name], repeats[name]
            start = time.perf_counter()
            for _ in range(count):
                call()
            taken[name].append((time.perf_counter() - start) / count)
    return {name: statistics.median(values) for name, values in taken.items()}


def _repeats(call: Callable[[], object], seconds: float) -> int:
    call()
    start = time.perf_counter()
    call()
    once = time.perf_counter() - start
    return max(1, int(seconds / max(once, 1e-7)))


def report(what: str, ours: float, theirs: float, denominator: str, goal: str) -> None:
    """Print one ratio, with what stands in the denominator."""
    print(f"{what}: {ours / theirs:.2f}x of {denominator} (goal {goal}; {ours * 1e6:.2f} us)")
