"""The paragraphs of a part of a Word document: headings, lists, and the cells of tables."""

from casemgr_jd.reading.draft import Draft, Line

__all__ = ["BodyReader", "StyleNames"]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_DELETED = frozenset(
    {
        W + "del",
        W + "moveFrom",
        "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback",
    }
)
#: The levels that Word has: of lists from zero, of headings from one.
_LEVELS = frozenset("0123456789")
_LONGEST_CELL = 80
_CHARACTERS = {"br": " ", "tab": " ", "cr": " ", "noBreakHyphen": "-"}


class StyleNames:
    """The names of styles by their ids, for documents whose ids are not English."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self._id = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == W + "style":
            self._id = attributes.get(W + "styleId", "")
        elif tag == W + "name" and self._id:
            self.names.setdefault(self._id, attributes.get(W + "val", "").lower())


class _Table:
    """A table while it is read: its header, and the cells of the row in hand, each a list of paragraphs."""

    def __init__(self) -> None:
        self.header = ""
        self.cells: list[list[Draft]] = []

    def row(self) -> list[Draft]:
        """Return the row in hand as one block, or as its paragraphs where it only lays out the page."""
        cells, self.cells = [cell for cell in self.cells if cell], []
        paragraphs = [draft for cell in cells for draft in cell]
        longest = max((len(draft.text) for draft in paragraphs), default=0)
        lays_out = len(cells) < len(paragraphs) or longest > _LONGEST_CELL or len(cells) < 2
        if lays_out:
            return paragraphs
        row = Draft("row", _joined(paragraphs), header=self.header)
        self.header = self.header or row.text
        return [row]


def _joined(paragraphs: list[Draft]) -> Line:
    line = Line()
    for index, draft in enumerate(paragraphs):
        first = draft.runs[0]
        if index:
            line.add(" | ", first.line, first.column)
        line.add(draft.text, first.line, first.column)
    return line


class BodyReader:
    """Collects paragraphs, numbered from 1; a row of a table of facts becomes one block."""

    def __init__(self, styles: dict[str, str]) -> None:
        self.drafts: list[Draft] = []
        self._styles = styles
        self._number = 0
        self._hidden = 0
        self._in_text = False
        self._tables: list[_Table] = []
        self._new_paragraph()

    def _new_paragraph(self) -> None:
        self._line = Line()
        self._column = 1
        self._style = ""
        self._numbered = False
        self._level = 0
        self._bold_run = False
        self._plain = False
        self._in_run = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        if tag in _DELETED:
            self._hidden += 1
        elif tag.startswith(W):
            self._start_word(tag[len(W) :], attributes)

    def _start_word(self, name: str, attributes: dict[str, str]) -> None:
        value = attributes.get(W + "val", "")
        if name == "p":
            self._number += 1
            self._new_paragraph()
        elif name == "pStyle":
            self._style = self._styles.get(value, value.lower())
        elif name == "numId" and value != "0":
            self._numbered = True
        elif name == "ilvl" and value in _LEVELS:
            self._level = int(value)
        elif name == "r":
            self._in_run, self._bold_run = True, False
        elif name == "b" and self._in_run:
            self._bold_run = value not in ("0", "false")
        elif name == "t":
            self._in_text = True
        elif name in _CHARACTERS:
            self._add(_CHARACTERS[name])
        elif name == "tbl":
            self._tables.append(_Table())
        elif name == "tc" and self._tables:
            self._tables[-1].cells.append([])

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if tag in _DELETED:
            self._hidden = max(self._hidden - 1, 0)
        elif tag.startswith(W):
            self._end_word(tag[len(W) :])

    def _end_word(self, name: str) -> None:
        if name == "t":
            self._in_text = False
        elif name == "r":
            self._in_run = False
        elif name == "p":
            self._end_paragraph()
        elif name == "tr" and self._tables:
            table = self._tables[-1]
            for draft in table.row():
                self._keep(draft, self._tables[:-1])
        elif name == "tbl" and self._tables:
            self._tables.pop()

    def _end_paragraph(self) -> None:
        kind, level = self._kind()
        draft = Draft(kind, self._line, level=level, bold=bool(self._line.size) and not self._plain)
        if draft.text:
            self._keep(draft, self._tables)
        self._line = Line()

    def _keep(self, draft: Draft, tables: list[_Table]) -> None:
        """Add a block to the cell in which it stands, or to the document."""
        cells = tables[-1].cells if tables else []
        (cells[-1] if cells else self.drafts).append(draft)

    def _kind(self) -> tuple[str, int]:
        style = self._style.replace(" ", "")
        if style in ("title", "subtitle"):
            return ("heading", 1) if style == "title" else ("paragraph", 0)
        if style.startswith("heading") and style[7:8] in _LEVELS:
            return "heading", int(style[7])
        if self._numbered or style.startswith(("listbullet", "listnumber", "listparagraph")):
            return "bullet", self._level + 1
        return "paragraph", 0

    def characters(self, text: str) -> None:
        """Take text."""
        if self._in_text and not self._hidden:
            self._add(text)

    def _add(self, text: str) -> None:
        if self._hidden:
            return
        if text.strip() and not self._bold_run:
            self._plain = True
        self._line.add(
            text if self._line.size else text.lstrip(), max(self._number, 1), self._column
        )
        self._column += len(text)
