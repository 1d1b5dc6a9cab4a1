"""Markdown inside a line: what of it a reader sees, and where each piece stands."""

import re
from html import unescape

from casemgr_jd.reading.draft import Line

__all__ = ["add_inline", "is_bold"]

_TAGS = "a|abbr|b|big|br|center|code|div|em|font|h[1-6]|hr|i|img|li|mark|ol|p|s|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul"
# Every repeat stops at the character that starts the next match, so the search is linear.
_INLINE = re.compile(
    r"\\([\\`*_{}\[\]()#+.!|~>$-])"
    r"|(!?\[)([^\[\]]*)\]\(([^()\s]{0,2000})(?:\s{1,9}\"[^\"\[\]]{0,200}\")?\)"
    r"|<((?:https?://|mailto:)[^<>\s]{1,2000})>"
    rf"|</?(?:{_TAGS})(?:\s[^<>]{{0,1000}})?/?>"
    r"|(&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});)"
    r"|([*_`~]+)"
    r"|\[\^[\w-]{1,40}\](?!:)"
    r"|\[([^\[\]]{1,300})\](?:\[([^\[\]]{0,200})\])?",
    re.IGNORECASE,
)
_SPECIAL = re.compile(r"[\\\[<&*_`~]")


def add_inline(
    line: Line, text: str, row: int, column: int, references: frozenset[str] = frozenset()
) -> None:
    """Append what a reader sees of one line of Markdown; *references* are the links that the text defines."""
    if not _SPECIAL.search(text):
        line.add(text, row, column)
        return
    offset = 0
    for match in _INLINE.finditer(text):
        seen = _seen(match, text, references)
        if seen is None:
            continue
        line.add(text[offset : match.start()], row, column + offset)
        offset = match.end()
        if match[2]:
            _add_link(line, match, row, column)
        elif match[8]:
            add_inline(line, seen, row, column + match.start(8))
        else:
            line.add(seen, row, column + match.start() + (match[1] is not None))
    line.add(text[offset:], row, column + offset)


def _seen(match: re.Match[str], text: str, references: frozenset[str]) -> str | None:
    """What stands in the page for a match; ``None`` where it is no markup after all."""
    if match[1]:
        return match[1]
    if match[5]:
        return match[5].removeprefix("mailto:")
    if match[6]:
        return unescape(match[6])
    if match[7]:
        return "" if _is_marker(match, text) else None
    if match[8]:
        label = " ".join((match[9] or match[8]).lower().split())
        return match[8] if label in references else None
    return " " if match[0].startswith("<") else ""


def _is_marker(match: re.Match[str], text: str) -> bool:
    """Whether a run of ``*``, ``_``, `````` or ``~`` marks emphasis: it touches text on one side at least."""
    run = match[7]
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    if run[0] == "~":
        return len(run) == 2 and not (before.isspace() and after.isspace())
    if run[0] != "_":
        return len(run) <= 3 and not (before.isspace() and after.isspace())
    # "_____" is a blank to fill in, and "snake_case" a name
    return len(run) <= 3 and before != "$" and before.isalnum() != after.isalnum()


def _add_link(line: Line, match: re.Match[str], row: int, column: int) -> None:
    if match[2] == "![":
        return  # the alternative text of an image is not part of the posting
    line.links.append(match[4])
    add_inline(line, match[3], row, column + match.start(3))


def is_bold(text: str) -> bool:
    """Return whether a whole line is bold, and so may be a heading.

    >>> is_bold("**Responsibilities:**"), is_bold("**Pay:** $40")
    (True, False)
    """
    for mark in ("**", "__"):
        if len(text) > 4 and text.startswith(mark) and text.rstrip(":").endswith(mark):
            return text.count(mark) == 2
    return False
