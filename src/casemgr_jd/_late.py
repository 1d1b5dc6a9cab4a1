"""Patterns that are made when they are first used: a program makes a few of the hundreds that there are."""

import re
from typing import Any, cast

__all__ = ["late"]


def late(written: str, flags: int = 0) -> re.Pattern[str]:
    """Return what stands for a pattern, and is made with the first use of it.

    To make a pattern takes longer than to look a posting through with it. From its first use on it is as
    quick as the pattern itself.

    >>> number = late(r"[0-9]+")
    >>> number.findall("6 of 12"), number.pattern
    (['6', '12'], '[0-9]+')
    """
    return cast("re.Pattern[str]", _Late(written, flags))


class _Late:
    def __init__(self, written: str, flags: int) -> None:
        self._written = written, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        # Its name is known from here on, so that this is not asked again.
        found = self.__dict__[name] = getattr(re.compile(*self._written), name)
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        return late, self._written
