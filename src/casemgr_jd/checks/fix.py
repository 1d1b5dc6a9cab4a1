"""Safe fixes of a text: white space, symbols and the braces of blanks. Wording is never touched."""

import re
from collections.abc import Callable, Iterable, Iterator

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd._late import late
from casemgr_jd.errors import UnknownNameError

__all__ = ["FIXES", "Change", "Fixed", "fix_text"]


@attrs.frozen(eq=False)
class Change(ByContent):
    """What one fix did to one line."""

    line: int
    """The line of the text as it was given, from 1."""
    fix: str
    """``braces``, ``symbols`` or ``whitespace``."""
    before: str
    after: str
    """The same line mended; an empty line that was taken out reads empty before and after."""


@attrs.frozen(eq=False)
class Fixed(ByContent):
    """A text after safe fixes, and what they changed, in reading order."""

    text: str
    changes: tuple[Change, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many lines each fix changed, by its name."""
        names = sorted({change.fix for change in self.changes})
        return {name: sum(change.fix == name for change in self.changes) for name in names}


def fix_text(text: str, *, fixes: Iterable[str] = ()) -> Fixed:
    """Return a Markdown or plain text with safe fixes applied; fixing it again changes nothing.

    Symbols leave the title; everywhere else a row of marks becomes one. Code, addresses, tables, front matter and
    line endings stay as they are.

    Args:
        text: the posting as text; a Word document or a page of HTML has to be mended where it was made.
        fixes: names of fixes (``braces``, ``symbols``, ``whitespace``); all of them if empty.

    Raises:
        UnknownNameError: there is no fix of that name.

    >>> fixed = fix_text("# Case Manager!!!\\n\\nApply now!!!  At {{company_name}}\\n")
    >>> print(fixed.text)
    # Case Manager
    <BLANKLINE>
    Apply now! At [Company name]
    <BLANKLINE>
    >>> fixed.counts
    {'braces': 1, 'symbols': 2, 'whitespace': 1}
    """
    chosen = _chosen(tuple(fixes))
    lines = _LINE.findall(text)
    alone = _left_alone(lines)
    title = _title_index(lines, alone)
    kept: list[str] = []
    changes: list[Change] = []
    empty = 0
    for index, line in enumerate(lines):
        if index in alone:
            kept.append(line)
            empty = 0
            continue
        words = line.rstrip("\r\n")
        made = tuple(_mended(words, index, index == title, chosen))
        after = made[-1].after if made else words
        empty = 0 if after else empty + 1
        if empty > _MOST_EMPTY and "whitespace" in chosen:
            changes.append(Change(index + 1, "whitespace", words, ""))
            continue
        changes += made
        kept.append(after + line[len(words) :])
    return Fixed("".join(kept), tuple(changes))


_LINE = late(r"[^\r\n]*(?>\r\n|\r|\n)|[^\r\n]+")
_MOST_EMPTY = 2


def _chosen(names: tuple[str, ...]) -> tuple[str, ...]:
    for name in names:
        if name not in FIXES:
            raise UnknownNameError("fix", name, tuple(FIXES))
    return tuple(name for name in FIXES if name in names) if names else tuple(FIXES)


def _mended(line: str, index: int, is_title: bool, fixes: tuple[str, ...]) -> Iterator[Change]:
    """Apply the fixes to one line until none of them finds anything more."""
    before = ""
    while before != line:
        before = line
        for name in fixes:
            after = FIXES[name](line, is_title)
            if after != line:
                yield Change(index + 1, name, line, after)
            line = after


# --- what is left alone ---------------------------------------------------------------------------

_FENCE = late(r" {0,3}(`{3,})[^`]*$")
#: Code, addresses and the targets of links.
_KEPT = r"`[^`]*`|(?:https?://|www\.)[^\s<>()]*[^\s<>()!?.,*]|\]\([^()\s]*\)"


def _left_alone(lines: list[str]) -> set[int]:
    """The lines of front matter and of fenced code."""
    found = _front_matter(lines)
    fence = ""
    for index in range(len(found), len(lines)):
        line = lines[index].rstrip()
        opening = None if fence else _FENCE.match(line)
        if fence or opening:
            found.add(index)
        if opening:
            fence = opening[1]
        elif fence and line.lstrip().startswith(fence) and not line.strip(" `"):
            fence = ""
    return found


def _front_matter(lines: list[str]) -> set[int]:
    if not lines or lines[0].rstrip() != "---":
        return set()
    ends = (index for index, line in enumerate(lines) if index and line.rstrip() == "---")
    return set(range(next(ends, -1) + 1))


def _outside(pattern: str) -> re.Pattern[str]:
    """A pattern that passes over what is left alone in a line."""
    return re.compile(rf"(?P<kept>{_KEPT})|{pattern}")


# --- the title ------------------------------------------------------------------------------------

_SPACE = "[ \t\u00a0]"
# "$" may stand before a figure or a blank with good reason, and "*" beside a letter is emphasis.
_SYMBOLS = (
    r"(?:[!\u20E3\u25A0-\u25FF\u2600-\u27BF\u2B00-\u2BFF\U0001F300-\U0001FAFF\uFE0F\u200D]"
    r"|\$(?! ?[\d{\[XxYy?#<«])|(?<!\S)\*++(?!\S))++"
)
_HEADING = late(r"\s{0,3}#{1,6}[ \t]+(?=.*[^\W_])")
_UNDERLINE = late(r"\s{0,3}(?:=+|-+)\s*$")
_BLOCK = late(r"\s*(?:[-*+•>|#=`~]|<(?!<)|\d{1,9}[.)])")
_LONGEST_TITLE = 80


def _title_index(lines: list[str], alone: set[int]) -> int | None:
    """The first heading of level 1; without one, the first line, where it stands alone like a title."""
    rest = [index for index in range(len(lines)) if index not in alone and lines[index].strip()]
    for index in rest:
        heading = _HEADING.match(lines[index])
        if heading and heading[0].strip() == "#":
            return index
    if len(rest) < 2:
        return None
    line, follows = lines[rest[0]], lines[rest[0] + 1]
    separate = not follows.strip() or _UNDERLINE.match(follows)
    return rest[0] if separate and _reads_like_a_title(line) else None


def _reads_like_a_title(line: str) -> bool:
    """Whether a line is a heading, or short, no list item and no sentence; no fix changes the answer."""
    if _HEADING.match(line):
        return True
    size = sum(map(str.isalnum, line))
    bare = re.sub(_SYMBOLS, "", line).strip()
    return (
        0 < size <= _LONGEST_TITLE
        and not bare.endswith((".", ":", ";", ",", "?"))
        and not _BLOCK.match(line)
    )


# --- the fixes ------------------------------------------------------------------------------------

_NAME = r"[A-Za-z][A-Za-z0-9_ -]{1,40}?"
# Before "(", "[" or ":" square brackets would make a link.
_BRACES = _outside(
    rf"(?<!\])(?:\{{\{{ ?(?P<double>{_NAME}) ?\}}\}}|\$\{{(?P<shell>{_NAME})\}}|<<(?P<angles>{_NAME})>>"
    r"|«(?P<merge>[A-Za-z]+(?:_[A-Za-z0-9_]+|[A-Z][A-Za-z]*))»|(?<!\{)\{(?P<single>[a-z][a-z0-9_]{1,40})\}(?!\}))(?![(\[:])"
)
_TITLE_SYMBOLS = _outside(rf"(?<!{_SPACE})(?P<left>{_SPACE}*+){_SYMBOLS}(?P<right>{_SPACE}*+)")
# "!![" opens an image, and "???" is a blank.
_MARKS = _outside(r"(?<!!)!{2,}+(?!\[)|(?<!\?)\?\?(?!\?)")
# The mark of a list item may be followed by several spaces, and four or more lay out columns.
_SPACES = late(rf"(?P<kept>{_KEPT}|\A\s*(?:[-*+•>#]+|\d+[.)])\s+)|(?<=\S)[ \u00a0]{{2,3}}(?=\S)")


def _braces(line: str, is_title: bool) -> str:
    """Blanks in any braces become blanks in square brackets, the way this library writes them."""
    return _BRACES.sub(_bracketed, line)


def _bracketed(match: re.Match[str]) -> str:
    if match["kept"]:
        return match[0]
    name = match[match.lastgroup or 0].replace("_", " ").strip()
    return f"[{name[:1].upper()}{name[1:]}]"


def _symbols(line: str, is_title: bool) -> str:
    """Symbols leave the title; everywhere else a row of marks becomes one."""
    if not is_title:
        return _MARKS.sub(lambda match: match["kept"] or match[0][0], line)
    heading = _HEADING.match(line)
    start = heading.end() if heading else 0
    mended = _TITLE_SYMBOLS.sub(_without_symbols, line[start:])
    return line if not heading and _BLOCK.match(mended) else line[:start] + mended


def _without_symbols(match: re.Match[str]) -> str:
    if match["kept"]:
        return match[0]
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    at_emphasis = (before in "*_" and not match["left"]) or (after in "*_" and not match["right"])
    if not before or not after or at_emphasis:
        return ""
    return " " if match["left"] or match["right"] or (before + after).isalnum() else ""


def _whitespace(line: str, is_title: bool) -> str:
    """Spaces at the end of a line (a Markdown line break is kept), and runs of spaces within it."""
    kept = line.rstrip(" \t\u00a0")
    is_break = line.endswith("  ") and kept and not _HEADING.match(kept)
    laid_out = "|" in kept or kept.startswith(("    ", "\t"))
    mended = kept if laid_out else _SPACES.sub(lambda match: match["kept"] or " ", kept)
    return f"{mended}  " if is_break else mended


#: Every fix by its name: called with a line, and whether it is the title.
FIXES: dict[str, Callable[[str, bool], str]] = {
    "braces": _braces,
    "symbols": _symbols,
    "whitespace": _whitespace,
}
