"""Work that several processes do at once, with what they return in order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from casemgr_jd.errors import CaseMgrError

__all__ = ["in_order"]

T = TypeVar("T")


def in_order(
    work: Callable[..., T],
    parts: Iterable[tuple[Any, ...]],
    jobs: int,
    start: Callable[..., None],
    given: tuple[Any, ...],
) -> Iterator[T]:
    """Yield what *work* returns for each part, in order; few parts are taken ahead.

    Args:
        work: is called with the values of a part.
        parts: are taken one by one, as there are processes for them.
        jobs: how many processes work.
        start: is called in each process first, with what is *given*.
        given: what all parts have in common; it is sent once.

    Raises:
        CaseMgrError: a process was ended from outside.
    """
    waiting: deque[Future[T]] = deque()
    with ProcessPoolExecutor(jobs, initializer=start, initargs=given) as pool:
        try:
            for part in parts:
                waiting.append(pool.submit(work, *part))
                if len(waiting) > 2 * jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool:
            reason = "a process that worked on it was ended, as a system does that lacks memory"
            raise CaseMgrError(f"{reason}; run it again with fewer --jobs") from None
        except BaseException:
            # What is not begun is not wanted any more.
            pool.shutdown(cancel_futures=True)
            raise
