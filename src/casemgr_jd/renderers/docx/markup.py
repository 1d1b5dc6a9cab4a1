"""The pieces of WordprocessingML that the hooks write, and the marks for what Word numbers.

Words stand inside an open run, so that a sentence is one run, as if it had been typed; whatever is
no plain word closes that run and opens the next one.
"""

import re
from collections.abc import Callable
from functools import lru_cache

__all__ = [
    "BLANK",
    "END",
    "FOOT",
    "LINK",
    "NUMBER",
    "RUN",
    "cell",
    "escape_xml",
    "paragraph",
    "row",
    "styled_run",
    "table",
]

RUN = '<w:r><w:t xml:space="preserve">'
"""Opens the run in which words stand."""
END = "</w:t></w:r>"
"""Closes it."""
NUMBER = "\x01"
"""Stands for the number of a content control until the document is put together."""
LINK = "\x02"
"""Stands on both sides of the address of a link until then."""
BLANK = "\x03"
"""Stands until then before, between and behind the id of a slot and the words of its blank."""
FOOT = "\x04"
"""Stands until then on both sides of what the footer says. No XML may hold any of these characters."""

_LOOKS = {"row": "0620", "column": "0680", "both": "06A0"}
"""What Word takes for the headers of a table, without bands of color, as its bits say it."""

_GAP = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _escaped(words: str) -> str:
    """Return *words* so that they are text in an element or in a quoted attribute.

    >>> _escaped('R&D <"lab">\\x01')
    'R&amp;D &lt;&quot;lab&quot;&gt;'
    """
    if not words.isprintable():
        words = _NO_XML.sub("", words)
    if not ("&" in words or "<" in words or ">" in words or '"' in words):
        return words
    words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return words.replace('"', "&quot;")


# A posting says the same words in many renderings: remembering them halves the work.
escape_xml: Callable[[str], str] = lru_cache(maxsize=4096)(_escaped)


def paragraph(style: str, words: str, properties: str = "") -> str:
    """Return a paragraph of a style; *words* stand inside its open run.

    Args:
        style: id of a paragraph style; empty for body text.
        words: escaped words, or what a hook made of them.
        properties: further paragraph properties, in the order that the schema gives them.

    >>> paragraph("", "Join rounds")
    '<w:p><w:r><w:t xml:space="preserve">Join rounds</w:t></w:r></w:p>'
    """
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    shape = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{shape}{RUN}{words}{END}</w:p>"


def styled_run(style: str, words: str) -> str:
    """Return a run of a character style."""
    return (
        f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>'
        f'<w:t xml:space="preserve">{words}</w:t></w:r>'
    )


def cell(width: int, content: str) -> str:
    """Return a cell of a table; *width* is in twentieths of a point."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def row(cells: str, header: bool = False) -> str:
    """Return a row of a table, which no page break divides; a header is repeated on each page."""
    repeated = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"


def table(style: str, widths: list[int], rows: str, headers: str, words: str = "") -> str:
    """Return a table, and the small paragraph behind it.

    Word makes one table of two without a paragraph between them, and wants one at the end of a document.

    Args:
        style: id of a table style.
        widths: of each column, in twentieths of a point.
        rows: the rows.
        headers: what holds the headers: its first ``row``, its first ``column`` or ``both``.
        words: what it is about, for those who do not see it.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    about = f'<w:tblCaption w:val="{words}"/>' if words else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{_LOOKS[headers]}"/>{about}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{_GAP}"
    )
