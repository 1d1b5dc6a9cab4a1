"""Reading HTML: tags into headings, paragraphs, bullets and table rows, in one pass and without a tree."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from html import unescape

from casemgr_jd._late import late
from casemgr_jd.reading.draft import Draft, Line
from casemgr_jd.reading.fold import fold
from casemgr_jd.reading.lexicon import pattern_of
from casemgr_jd.reading.words import word_set

__all__ = ["looks_like_html", "read_html"]

# Each piece ends where the next "<" starts, so the search is linear however tags are broken.
_PIECE = re.compile(
    r"<!--|<[!?][^<>]*>?|<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*+)>|[^<]+|<"
)
_HREF = late(r"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_BLOCKS = word_set(
    "address article aside blockquote body br button caption center dd div dl dt fieldset figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table "
    "tbody td tfoot th thead title tr ul"
)
#: What no cell of a table of facts holds.
_STRUCTURE = frozenset({"ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = word_set(
    "a abbr acronym b bdi bdo big cite code data del em font i img input ins kbd label mark meta link "
    "q s samp small span strike strong sub sup time tt u var wbr base col colgroup"
)
# So many elements with such a name may hold the posting after all; a page with more of them is made to be slow.
_MOST_MISSES = 20
_SKIPPED = frozenset({"script", "style", "template", "noscript", "svg", "head", "select"})
# What stands around the posting on its page: menus, cookie notices, other jobs.
_AROUND = frozenset({"nav", "button", "dialog"})
_MAY_BE_AROUND = word_set("a aside div dl footer form header ol p section span ul")
_AROUND_NAME = late(
    r"\b(?:class|id|role|aria-label)\s*=\s*[\"']?(?:[^\"'<>]{0,120}\s)?"
    r"(?:cookies?|consent|gdpr|breadcrumbs?|share|related|similar|recommended|other-jobs|more-jobs|newsletter|subscribe|skip|"
    r"navbar|nav|navigation|menu|topbar|modal|banner)(?![a-z])",
    re.IGNORECASE,
)
_BOLD = frozenset({"b", "strong"})
_HTML = late(
    r"\s*(?:<!doctype html|<html|<(?:p|div|h[1-6]|ul|ol|article|section|main|body|table|strong)[\s>])",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,31});?")


def _applies(button: str) -> bool:
    """Whether what stands in a button is how one applies: its words are part of the posting."""
    words = fold(unescape(_TAG.sub(" ", button)))
    return pattern_of("statements", "buttons", table="apply").search(words) is not None


_TAG = late(r"<[^<>]*>")


def looks_like_html(text: str) -> bool:
    """Return whether a text starts as an HTML page or fragment does.

    >>> looks_like_html("<p>Case Manager</p>"), looks_like_html("<Company> seeks")
    (True, False)
    """
    return _HTML.match(text) is not None


def read_html(text: str) -> Iterator[Draft]:
    """Yield the blocks of a page or fragment."""
    return _Reader(text).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.kind = "paragraph"
        self.level = 0
        self.lists = 0
        self.in_cell = False
        self.line = Line()
        self.bold_depth = 0
        self.bold_size = 0
        self.header = ""
        self.row_is_header = False
        self.unclosed: set[str] = set()
        self.misses = 0

    def read(self) -> Iterator[Draft]:
        offset = 0
        while offset < len(self.text):
            match = _PIECE.match(self.text, offset)
            if (
                match is None
            ):  # never: the last choice matches "<" and the one before everything else
                break
            offset = match.end()
            if match[0] == "<!--":
                end = self.text.find("-->", offset)
                offset = len(self.text) if end < 0 else end + 3
            elif match[2]:
                name = match[2].lower()
                past = 0 if match[1] else self._past_what_is_around(name, match[3], offset)
                if name in _SKIPPED and not match[1]:
                    offset = self._past(name, offset)
                elif past:
                    yield from self._flush()
                    offset = past
                else:
                    yield from self._tag(name, closing=bool(match[1]), match=match)
            elif match[0][0] != "<" or match[0] == "<":
                self._add(match[0], match.start())
        yield from self._flush()

    def _past(self, name: str, offset: int) -> int:
        end = self.text.find(f"</{name}", offset)
        if end < 0 and len(self.text) < 2_000_000:
            # not in the text in lower case, where "İ" is two characters and all behind it has moved
            closed = re.compile(rf"</{name}", re.IGNORECASE | re.ASCII).search(self.text, offset)
            end = closed.start() if closed else -1
        return len(self.text) if end < 0 else end

    def _past_what_is_around(self, name: str, attributes: str, offset: int) -> int:
        """Return where an element ends that is no part of the posting, or 0 for any other element."""
        named = name in _MAY_BE_AROUND and _AROUND_NAME.search(attributes)
        if not (name in _AROUND or named) or name in self.unclosed or self.misses > _MOST_MISSES:
            return 0
        depth = 1
        for tag in re.compile(rf"<(/?){name}(?![\w-])", re.IGNORECASE).finditer(self.text, offset):
            depth += -1 if tag[1] else 1
            if not depth:
                end = self.text.find(">", tag.end()) + 1
                if name == "button" and _applies(self.text[offset : tag.start()]):
                    return 0
                holds_the_posting = end - offset > len(self.text) // 2
                if not holds_the_posting and "<h1" not in self.text[offset:end]:
                    return end
                self.misses += 1
                return 0
        self.unclosed.add(name)
        return 0

    def _tag(self, name: str, *, closing: bool, match: re.Match[str]) -> Iterator[Draft]:
        if name in _BOLD:
            self.bold_depth = max(self.bold_depth + (-1 if closing else 1), 0)
        elif name == "a" and not closing:
            href = _HREF.search(match[3])
            if href:
                self.line.links.append(unescape(href[1] or href[2] or href[3] or ""))
        elif name in _BLOCKS:
            yield from self._block(name, closing=closing, at=match.start())
        elif name not in _INLINE and name not in _SKIPPED:
            self._add(match[0], match.start())  # "<Company Name>" is a blank, not a tag

    def _block(self, name: str, *, closing: bool, at: int) -> Iterator[Draft]:
        if name in ("td", "th"):
            if self.line.size and not closing:
                self._add(" | ", at)
            self.in_cell = not closing
            self.row_is_header = self.row_is_header or name == "th"
            return
        if self.in_cell and name in _STRUCTURE and not closing:
            self.in_cell, self.kind = False, "paragraph"  # the table only lays out the page
        if self.in_cell and name not in ("tr", "table"):
            self._add(" ", at)
            return
        if name == "dd" and self.line.size and not closing:
            self._add(": " if not self.line.text.rstrip().endswith(":") else " ", at)
            return
        if name == "dt" and closing:
            return
        yield from self._flush()
        self._open(name, closing=closing)

    def _open(self, name: str, *, closing: bool) -> None:
        if name in ("ul", "ol"):
            self.lists = max(self.lists + (-1 if closing else 1), 0)
        elif name == "li" and not closing:
            self.kind, self.level = "bullet", max(self.lists, 1)
        elif name == "tr":
            self.in_cell, self.row_is_header = False, False
            self.kind = "paragraph" if closing else "row"
        elif name == "table":
            self.in_cell, self.header = False, ""
            self.kind = "paragraph"
        elif len(name) == 2 and name[0] == "h" and name[1].isdigit() and not closing:
            self.kind, self.level = "heading", int(name[1])
        elif name != "br" and (closing or self.kind == "heading"):
            self.kind, self.level = "paragraph", 0

    def _flush(self) -> Iterator[Draft]:
        if self.line.text.strip():
            whole = self.bold_size >= self.line.size - 1 and self.kind == "paragraph"
            draft = Draft(self.kind, self.line, level=self.level, bold=whole, header=self.header)
            if (
                self.kind == "row"
                and self.row_is_header
                and not self.header
                and " | " in draft.text
            ):
                self.header = draft.text
            yield draft
        self.line, self.bold_size = Line(), 0

    def _add(self, text: str, offset: int) -> None:
        """Append text, line by line, so that columns stay true; entities become characters."""
        before = self.line.size
        while text:
            raw, newline, rest = text.partition("\n")
            self._add_line(raw, offset)
            if newline:
                self._put(" ", offset + len(raw))
            offset += len(raw) + len(newline)
            text = rest
        if self.bold_depth:
            self.bold_size += self.line.size - before

    def _add_line(self, raw: str, offset: int) -> None:
        if "&" not in raw:
            self._put(raw, offset)
            return
        start = 0
        for match in _ENTITY.finditer(raw):
            self._put(raw[start : match.start()], offset + start)
            self._put(unescape(match[0]), offset + match.start())
            start = match.end()
        self._put(raw[start:], offset + start)

    def _put(self, text: str, offset: int) -> None:
        if not text or (text.isspace() and not self.line.size):
            return
        if not self.line.size:
            offset += len(text) - len(text.lstrip())
            text = text.lstrip()
        row = bisect_right(self.starts, offset) - 1
        self.line.add(text, row + 1, offset - self.starts[row] + 1)
