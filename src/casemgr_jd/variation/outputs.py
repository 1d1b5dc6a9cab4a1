"""The outputs of many variants, made in one process or in several."""

from collections.abc import Iterator

from casemgr_jd._processes import in_order
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
    parts = ((start, start + size) for start in range(0, len(found), size))
    for made in in_order(_work, parts, jobs, _start, (found, renderer)):
        yield from made


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
