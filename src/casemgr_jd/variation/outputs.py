"""The outputs of many variants, made in one process or in several."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain

from casemgr_jd.renderers.protocol import Renderer
from casemgr_jd.variation.variants import Variants

__all__ = ["outputs"]

_PARTS_FOR_EACH = 4
"""Parts for each process: the last of them to end leaves the others idle only for one of these."""
_MOST_IN_A_PART = 200


def outputs(found: Variants, renderer: Renderer, jobs: int = 1) -> Iterator[tuple[str, bytes]]:
    """Yield the name of a file and what is in it for each variant, in order.

    Args:
        found: the variants.
        renderer: of the format that is wanted.
        jobs: how many processes work; what they give is the same.
    """
    if jobs <= 1 or len(found) <= 1:
        return _made(found, renderer, 0, len(found))
    return _made_by_several(found, renderer, min(jobs, len(found)))


def _made_by_several(found: Variants, renderer: Renderer, jobs: int) -> Iterator[tuple[str, bytes]]:
    size = min(-(-len(found) // (jobs * _PARTS_FOR_EACH)), _MOST_IN_A_PART)
    starts = iter(range(0, len(found), size))
    waiting: deque[Future[list[tuple[str, bytes]]]] = deque()
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(found, renderer)) as pool:
        try:
            for start in starts:
                waiting.append(pool.submit(_work, start, start + size))
                if len(waiting) > 2 * jobs:
                    yield from waiting.popleft().result()
            yield from chain.from_iterable(one.result() for one in waiting)
        except BaseException:
            # What is not begun is not wanted any more.
            pool.shutdown(cancel_futures=True)
            raise


def _made(
    found: Variants, renderer: Renderer, start: int, stop: int
) -> Iterator[tuple[str, bytes]]:
    for index in range(start, min(stop, len(found))):
        variant = found[index]
        made = renderer.render(variant.posting)
        data = made.encode("utf-8") if isinstance(made, str) else made
        yield f"{variant.id}{renderer.suffix}", data


_here: list[tuple[Variants, Renderer]] = []


def _start(found: Variants, renderer: Renderer) -> None:
    _here[:] = [(found, renderer)]


def _work(start: int, stop: int) -> list[tuple[str, bytes]]:
    found, renderer = _here[0]
    return list(_made(found, renderer, start, stop))
