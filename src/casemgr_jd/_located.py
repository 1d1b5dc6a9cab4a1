"""Tables that know in which file, and on which of its lines, they were written.

Python's reader of TOML does not tell lines. They are found by a second look at the text, which knows only
what it needs: where a heading or a key stands, and what is a string or a comment.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["Located", "like", "located", "placed"]

_STRINGS = re.compile(
    r'"""(?:\\.|[^\\])*?"""|' + r"'''.*?'''|" + r'"(?:\\.|[^"\\\n])*"|' + r"'[^'\n]*'|#[^\n]*",
    re.DOTALL,
)
_HEADING = re.compile(r"\s*(\[\[?)(.+?)\]\]?\s*$")
_KEY = re.compile(r"\s*([A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*')\s*[.=]")
_PART = re.compile(r"[A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*'")
_OPENS, _CLOSES = "[{", "]}"


class Located(dict[str, Any]):
    """A table with the place at which it was written."""

    file: str = ""
    line: int = 0
    keys_at: Mapping[str, int] = {}
    """The line of each key."""

    def place(self, key: str = "") -> str:
        """Return where a key, or the table itself, was written, such as ``house.toml:12``."""
        return f"{self.file}:{self.keys_at.get(key, self.line) or 1}"

    def holding(self, table: Mapping[str, Any]) -> "Located":
        """Return *table* as written where this one was."""
        made = Located(table)
        made.file, made.line, made.keys_at = self.file, self.line, self.keys_at
        return made


def like(written: Mapping[str, Any], table: Mapping[str, Any]) -> dict[str, Any]:
    """Return *table* as written where another one was, if that is known."""
    return written.holding(table) if isinstance(written, Located) else dict(table)


def placed(path: str, table: Mapping[str, Any], key: str = "") -> str:
    """Return a path such as ``sections.toml: tools.`` under file and line of a key of its table, if known."""
    if not isinstance(table, Located):
        return path
    _, mark, rest = path.partition(": ")
    return f"{table.place(key)}: {rest if mark else path}"


def located(table: Mapping[str, Any], text: str, file: str) -> Located:
    """Return a parsed table, and each inside it, with the line of *text* on which it stands.

    >>> text = '[[items]]\\nid="a"\\n[[items]]\\nid="b"'
    >>> found = located({"items": [{"id": "a"}, {"id": "b"}]}, text, "a.toml")
    >>> found["items"][1].place(), found["items"][1].place("id")
    ('a.toml:3', 'a.toml:4')
    """
    root: Located = _wrapped(table, file)
    for number, here, key in _keys(text, root):
        here.keys_at = {**here.keys_at, key: number}
        _inside(here.get(key), number)
    return root


def _wrapped(value: Any, file: str) -> Any:
    if isinstance(value, Mapping):
        made = Located({key: _wrapped(one, file) for key, one in value.items()})
        made.file = file
        return made
    return [_wrapped(one, file) for one in value] if isinstance(value, list) else value


def _inside(value: Any, line: int) -> None:
    """Give tables that are written inside a line that line."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, Located) and not one.line:
            one.line = line
            for inner in one.values():
                _inside(inner, line)


def _keys(text: str, root: Located) -> Iterator[tuple[int, Located, str]]:
    """Yield each key with its line and the table that it stands in; tables with headings get their line."""
    masked = _STRINGS.sub(_blanked, text)
    here: Any = root
    seen: dict[tuple[str, ...], int] = {}
    depth = 0
    for number, (line, bare) in enumerate(
        zip(text.splitlines(), masked.splitlines(), strict=False), 1
    ):
        if depth == 0 and (heading := _HEADING.match(bare)):
            path = tuple(
                one.strip("\"'") for one in _PART.findall(line[heading.start(2) : heading.end(2)])
            )
            if heading[1] == "[[":
                # What was counted inside the table before is over.
                inner = [one for one in seen if one[: len(path)] == path and one != path]
                for one in inner:
                    del seen[one]
                seen[path] = seen.get(path, -1) + 1
            if path and path[0] not in root.keys_at:
                root.keys_at = {**root.keys_at, path[0]: number}
            here = _at(root, path, seen)
            if isinstance(here, Located):
                here.line = number
            continue
        if depth == 0 and bare.strip() and isinstance(here, Located) and (key := _KEY.match(line)):
            yield number, here, key[1].strip("\"'")
        depth += sum(map(bare.count, _OPENS)) - sum(map(bare.count, _CLOSES))


def _blanked(found: re.Match[str]) -> str:
    """Return a string or comment without what it holds, as many lines and letters as it had."""
    return (
        re.sub(r"[^\n]", " ", found[0])
        if "\n" in found[0] or found[0][0] == "#"
        else "_" * len(found[0])
    )


def _at(root: Located, path: tuple[str, ...], seen: Mapping[tuple[str, ...], int]) -> Any:
    """Return the table under a heading; of tables in a list the one that was begun last."""
    here: Any = root
    for length, name in enumerate(path, 1):
        here = here.get(name) if isinstance(here, Mapping) else None
        if isinstance(here, list):
            index = seen.get(path[:length], 0)
            here = here[index] if index < len(here) else None
    return here
