"""Suppressions that stand in the document itself, as comments.

``<!-- casemgr-jd accept INC005 match="Disabled American Veterans" until=2027-03-01: the name of our partner -->``
"""

import re
from datetime import date
from html import unescape
from typing import TYPE_CHECKING

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd._late import late
from casemgr_jd.errors import DocumentError, InputError, Problem

if TYPE_CHECKING:
    from casemgr_jd.model.requisition import Suppression

__all__ = ["Inline", "inline_suppressions"]

_COMMENT = late(r"<!--[ \t]*casemgr-jd[ \t]+accept[ \t]+([^\n]{1,500}?)-->")
_HEAD = late(
    r'(?P<code>[\w-]+)(?P<keys>(?:\s+\w+\s*=\s*(?:"[^"]*"|[^\s:]+))*)\s*:\s*(?P<reason>.*)',
    re.DOTALL,
)
_KEY = late(r'(\w+)\s*=\s*(?:"([^"]*)"|([^\s:]+))')
_FORM = 'write <!-- casemgr-jd accept CODE match="words" until=2027-03-01: reason -->'


@attrs.frozen(eq=False)
class Inline(ByContent):
    """A suppression in a document, and its line there."""

    suppression: "Suppression"
    line: int


def inline_suppressions(text: str, name: str = "") -> tuple[Inline, ...]:
    """Return the suppressions that stand in the comments of a Markdown or HTML document.

    Raises:
        DocumentError: a comment means to be one and is not in the right form; all of them at once.

    >>> inline_suppressions('A.\\n<!-- casemgr-jd accept TPL001: filled in later -->')[0].line
    2
    """
    found: list[Inline] = []
    problems: list[Problem] = []
    for match in _COMMENT.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        try:
            found.append(Inline(_suppression(unescape(match[1])), line))
        except InputError as error:
            problems += [one.under(f"line {line}") for one in error.problems]
    if problems:
        raise DocumentError(problems, name)
    return tuple(found)


def _suppression(words: str) -> "Suppression":
    from casemgr_jd.model.requisition import Suppression

    match = _HEAD.fullmatch(words.strip())
    if match is None:
        raise InputError([Problem("", "is no suppression that can be read", _FORM)])
    keys = {name: quoted or plain for name, quoted, plain in _KEY.findall(match["keys"])}
    unknown = sorted(keys.keys() - {"match", "until"})
    if unknown:
        raise InputError([Problem(name, "is not known", _FORM) for name in unknown])
    until = _day(keys["until"]) if "until" in keys else None
    return Suppression(match["code"], match["reason"].strip(), until, match=keys.get("match"))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError([Problem("until", f"is no date: {text!r}", "like 2027-03-01")]) from None
