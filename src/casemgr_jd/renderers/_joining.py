"""Joining constant pieces and what stands between them: all that filling a plan costs."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, TypeAlias

from casemgr_jd.errors import PlanError

__all__ = ["Join", "joiner"]

Join: TypeAlias = Callable[[Sequence[str]], str]


def joiner(pieces: Sequence[str | Hashable], places: Mapping[Hashable, int]) -> Join:
    """Return a function that joins constant texts and the texts that it is given.

    The function is compiled from a source of numbered names only, as attrs and named tuples compile
    theirs: picking the pieces by index would cost as much again as joining them.

    Args:
        pieces: texts, and things that stand for one.
        places: where in the texts given to the function the text of each such thing stands.

    >>> joiner(["Dear ", 1, ", ", 2, "."], {1: 0, 2: 1})(["Ada", "come"])
    'Dear Ada, come.'
    """
    constants: list[str] = []
    source = ""
    for piece in pieces:
        if not isinstance(piece, str):
            source += f"{{v[{places[piece]}]}}"
        elif piece:
            source += f"{{c{len(constants)}}}"
            constants.append(piece)
    scope: dict[str, Any] = {f"c{index}": words for index, words in enumerate(constants)}
    scope["refuse"] = _refuse
    count = len(places)
    exec(
        f"def join(v):\n    if len(v) != {count}: refuse({count}, v)\n    return f'{source}'", scope
    )
    # A function holds the names around it, and would be held by them.
    joined: Join = scope.pop("join")
    return joined


def _refuse(count: int, texts: Sequence[str]) -> None:
    raise PlanError(
        f"this plan joins {count} texts, not {len(texts)}: what ready(requisition) gives; "
        "else fill this plan with render(requisition), fill(...) or rows(...)"
    )
