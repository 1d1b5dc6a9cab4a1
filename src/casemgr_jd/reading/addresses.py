"""Where a text holds addresses of the Web and of mail, which are no wording."""

import re
from collections.abc import Iterator

__all__ = ["addresses"]

_WEB = re.compile(r"(?:https?://|www\.)[^\s<>()]+")
# A path is found by its middle, and mail by its sign: so a text without them costs next to nothing.
_PATH = re.compile(r"\.[a-z]{2,8}/[^\s<>()]*")
_BEFORE = re.compile(r"[a-z0-9][\w.+-]*\Z")
_DOMAIN = re.compile(r"@[\w-]+(?:\.[\w-]+)+")
_LONGEST_NAME = 64


def addresses(text: str) -> list[tuple[int, int]]:
    """Return where addresses start and end in a text in lower case, in order, none inside another.

    >>> addresses("write to hr@lakeside.example or see lakeside.example/jobs")
    [(9, 28), (36, 57)]
    """
    if "/" not in text and "@" not in text and "www." not in text:
        return []
    found, end = list[tuple[int, int]](), -1
    for span in sorted(_all(text)):
        if span[0] >= end:
            found.append(span)
            end = span[1]
    return found


def _all(text: str) -> Iterator[tuple[int, int]]:
    if "://" in text or "www." in text:
        yield from (match.span() for match in _WEB.finditer(text))
    if "/" in text:
        yield from (_from_its_name(text, match) for match in _PATH.finditer(text))
    at = text.find("@")
    while at >= 0:
        domain = _DOMAIN.match(text, at)
        name = _BEFORE.search(text[max(at - _LONGEST_NAME, 0) : at])
        if domain and name:
            yield at - len(name[0]), domain.end()
        at = text.find("@", at + 1)


def _from_its_name(text: str, path: re.Match[str]) -> tuple[int, int]:
    name = _BEFORE.search(text[max(path.start() - _LONGEST_NAME, 0) : path.start()])
    return path.start() - (len(name[0]) if name else 0), path.end()
