"""Values that somebody might put where another kind belongs, and every place in a table to put them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

Path = tuple[str | int, ...]

PLAIN: tuple[Any, ...] = (
    None,
    True,
    0,
    -3,
    1,
    10**400,
    2.5,
    float("nan"),
    float("inf"),
    "",
    "x",
    "²",
    "a\n\n# b",
    "\x1b[31m",
    "\ud800",
    [],
    [None],
    [[]],
    ["a", 1],
    {},
    {"a": 1},
    {"": None},
    [{"id": 1}],
    [{"a": [{}]}],
)
"""What a file of JSON can hold."""


class Scalar:
    """A number of another library, which looks like one of ours and is none."""

    dtype = "int64"

    def __init__(self, value: float) -> None:
        self.value = value

    def item(self) -> float:
        return self.value

    def __index__(self) -> int:
        return int(self.value)

    def __float__(self) -> float:
        return float(self.value)

    def __eq__(self, other: object) -> Any:
        return Scalar(1) if other == self.value else Scalar(0)

    def __bool__(self) -> bool:
        raise ValueError("the truth of this is not known")

    __hash__ = None  # type: ignore[assignment]


class Missing:
    """What a table library puts where nothing is: it equals nothing, not even itself."""

    def __eq__(self, other: object) -> Any:
        return self

    def __ne__(self, other: object) -> Any:
        return self

    def __bool__(self) -> bool:
        raise TypeError("boolean value of NA is ambiguous")

    def __hash__(self) -> int:
        return 7


PYTHON: tuple[Any, ...] = (
    *PLAIN,
    b"x",
    bytearray(b"x"),
    (),
    ("a",),
    {1: 2},
    {None: None},
    {"a"},
    frozenset(),
    range(3),
    object(),
    object,
    len,
    iter(()),
    Scalar(3),
    Scalar(2.5),
    Missing(),
    1j,
    date(2026, 11, 23),
    datetime(2026, 11, 23, 9, 30),
    datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
    time(9, 30),
    Exception("x"),
    ...,
)
"""What a program can hand over."""


def paths(value: Any, start: Path = ()) -> Iterator[Path]:
    """Yield the path of every place in a tree of tables and lists, its root first."""
    yield start
    if isinstance(value, dict):
        for key, one in value.items():
            yield from paths(one, (*start, key))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from paths(one, (*start, index))


def replaced(value: Any, path: Path, new: Any) -> Any:
    """Return a tree with another value at *path*; the old one is not changed."""
    if not path:
        return new
    key, *rest = path
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[key] = replaced(value[key], tuple(rest), new)
    return copy
