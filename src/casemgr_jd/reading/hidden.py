"""What stands in a Markdown file and not on the page: comments, front matter, definitions of links."""

import re
from collections.abc import Sequence

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent

__all__ = ["FrontMatter", "front_matter", "link_definitions", "without_comments"]

_KEY = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}?)(?::| =)(?:\s+(?P<value>.*))?$")
_MARKS = {"---": ("---", "..."), "+++": ("+++",)}
_MOST_LINES = 200
_DEFINITION = re.compile(
    r" {0,3}\[(?P<label>[^\[\]^][^\[\]]{0,200})\]:\s+\S+(?:\s+[\"'(].{0,300}[\"')])?\s*$"
)


@attrs.frozen(eq=False)
class FrontMatter(ByContent):
    """Where front matter ends, and the title it gives."""

    lines: int = 0
    """How many lines it takes, the marks among them; 0 where there is none."""
    title: str = ""
    title_line: int = 0
    title_column: int = 1


def without_comments(text: str) -> str:
    """Return a text with its comments as white space, so that every other character keeps its place.

    A comment that is not closed is left alone: nothing is hidden by accident.

    >>> without_comments("We <!-- not yet --> care.")
    'We                  care.'
    """
    if "<!--" not in text:
        return text
    made, offset = list[str](), 0
    while (start := text.find("<!--", offset)) >= 0:
        end = text.find("-->", start)
        if end < 0:
            break
        hidden = text[start : end + 3]
        made += [text[offset:start], "".join("\n" if char == "\n" else " " for char in hidden)]
        offset = end + 3
    return "".join((*made, text[offset:]))


def front_matter(lines: Sequence[str]) -> FrontMatter:
    """Return the front matter with which a text starts: keys and values between two lines of dashes or pluses."""
    ends = _MARKS.get(lines[0].strip()) if lines else None
    if ends is None:
        return FrontMatter()
    title, number, column = "", 0, 1
    for index, line in enumerate(lines[1:_MOST_LINES], 2):
        if line.strip() in ends:
            return FrontMatter(index, title, number, column)
        match = _KEY.match(line)
        if match is None and line.strip() and not line.startswith((" ", "\t", "-", "#")):
            return FrontMatter()  # a rule above ordinary text
        if match and match["key"].lower() == "title" and match["value"]:
            title, number = match["value"].strip().strip("\"'"), index
            column = line.index(title) + 1
    return FrontMatter()


def link_definitions(lines: Sequence[str]) -> tuple[frozenset[str], frozenset[int]]:
    """Return the labels (lower case) that a text defines as links, and the numbers of the lines that do so."""
    labels, numbers = set[str](), set[int]()
    for number, line in enumerate(lines, 1):
        match = _DEFINITION.match(line) if "]:" in line else None
        if match:
            labels.add(" ".join(match["label"].lower().split()))
            numbers.add(number)
    return frozenset(labels), frozenset(numbers)
