"""The job postings that a page carries as data, in JSON-LD or in microdata, whatever dress they wear."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from html import unescape
from html.parser import HTMLParser
from typing import Any

from casemgr_jd._tables import json_value
from casemgr_jd.errors import InputError, Problem

__all__ = ["embedded_jobs", "holds_tags", "is_entry", "plain_lines"]

_MOST_NODES = 100_000
_DEEPEST = 6
_WRAPPINGS = ("@value", "@set", "@list")
_JSON_LD = "application/ld+json"
_VOID = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"),
    *("track", "wbr"),
}
_BREAKING = {
    *("address", "article", "br", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6"),
    *("hr", "li", "ol", "p", "section", "table", "td", "th", "tr", "ul"),
}
# What people and their systems wrap around the JSON of a script, and what makes it none.
_BEFORE = re.compile(r"(?:\s|\ufeff|//|/\*|\*/|<!\[CDATA\[|<!--)+")
_BEHIND = re.compile(r"(?:\s|;|//|/\*|\*/|\]\]>|-->)+\Z")
_LONGEST_WRAPPING = 80
_TAG = re.compile(r"<[a-zA-Z/!]")
_REFERENCE = re.compile(r"&(?:#\w+|\w+);")
_MARK = re.compile(r"\s*[-*•·–]\s+")
"""What stands before an entry of a list that is written without tags."""


def embedded_jobs(text: str) -> tuple[list[Mapping[str, Any]], list[Problem]]:
    """Return every ``JobPosting`` of a page or of JSON-LD text, in order, and what could not be read.

    What a job refers to by ``@id`` stands in it, wherever on the page it is.

    >>> jobs, _ = embedded_jobs('<script type="application/ld+json">/*<![CDATA[*/ {"@type": "JobPosting",'
    ...                         ' "title": "Nurse"}; /*]]>*/</script>')
    >>> jobs[0]["title"]
    'Nurse'
    """
    unread: list[Problem] = []
    if text.lstrip(" \t\r\n\ufeff")[:1] in ("{", "["):
        blocks, items = [text], []
    else:
        page = _Page("itemscope" in text.lower())
        try:
            page.feed(text)
            page.close()
        except AssertionError:
            # How the standard parser gives up on a broken declaration; what came before it stands.
            pass
        blocks, items = page.scripts, page.items
    read = [_data(block, unread) for block in blocks]
    nodes = [node for data in [*read, items] for node in _objects(data)]
    named: dict[str, Mapping[str, Any]] = {}
    for node in nodes:
        id_ = node.get("@id")
        if isinstance(id_, str) and not _is_reference(node):
            named.setdefault(id_, node)
    jobs = [node for node in nodes if _is_posting(node.get("@type"))]
    return [{key: _followed(one, named, 0) for key, one in job.items()} for job in jobs], unread


def plain_lines(words: str) -> list[str]:
    """Return text that may hold HTML as the lines that a reader would see.

    >>> plain_lines("<ul><li>Medical &amp; dental</li><li>401(k)</li></ul>")
    ['Medical & dental', '401(k)']
    >>> plain_lines("R&D, pay < $50")
    ['R&D, pay < $50']
    >>> plain_lines("Medical &amp; dental\\n- 401(k)")
    ['Medical & dental', '401(k)']
    """
    if holds_tags(words):
        reader = _Lines()
        reader.feed(words)
        reader.close()
        found = "".join(reader.found).split("\n")
    elif "\n" in words:
        # Without a tag a line of the text is a line, and its mark tells an entry.
        found = [_MARK.sub("", _decoded(line)) for line in words.split("\n")]
    else:
        said = _decoded(words)
        return [said if said == words else " ".join(said.split())] if said.strip() else []
    return [line for line in map(_on_one_line, found) if line]


def holds_tags(words: str) -> bool:
    """Tell whether text is HTML with tags, and not plain.

    >>> holds_tags("<p>Pay</p>"), holds_tags("Pay < $50")
    (True, False)
    """
    return _TAG.search(words) is not None


def is_entry(line: str) -> bool:
    """Tell whether a line of plain text has the mark of an entry of a list.

    >>> is_entry("- Visit people"), is_entry("-30 degrees")
    (True, False)
    """
    return _MARK.match(line) is not None


def _decoded(words: str) -> str:
    return _REFERENCE.sub(lambda found: unescape(found[0]), words)


def _on_one_line(words: str) -> str:
    return " ".join(words.split())


def _data(block: str, unread: list[Problem]) -> object:
    try:
        # Not strict: pages break lines in the middle of a text.
        return json_value(_unwrapped(block), strict=False)
    except InputError as error:
        hint = "what it holds is to be read by hand"
        unread += [Problem("", f"a block of JSON-LD {one.reason}", hint) for one in error.problems]
        return None


def _unwrapped(block: str) -> str:
    block = block.strip()
    before = _BEFORE.match(block[:_LONGEST_WRAPPING])
    behind = _BEHIND.search(block[-_LONGEST_WRAPPING:])
    start = before.end() if before else 0
    return block[start : len(block) - (len(behind[0]) if behind else 0)]


def _objects(data: object) -> Iterator[Mapping[str, Any]]:
    """Yield every object in *data*, in order; a list of them of its own is no way out of a limit."""
    waiting = [data]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop()
        if isinstance(node, list):
            waiting += reversed(node)
        elif isinstance(node, dict):
            yield node
            # What stands inside a job is the job's.
            if not _is_posting(node.get("@type")):
                waiting += reversed(list(node.values()))


def _is_posting(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    names = (re.split(r"[/#:]", one)[-1] for one in kinds if isinstance(one, str))
    return "JobPosting" in names


def _is_reference(node: Mapping[str, Any]) -> bool:
    return "@id" in node and not set(node) - {"@id", "@type"}


def _followed(value: Any, named: Mapping[str, Mapping[str, Any]], depth: int) -> Any:
    """Return *value* with references replaced by what they name; a circle ends at some depth.

    What JSON-LD may wrap a value in, and says no more by that, is taken off: ``@value``, ``@set`` and
    ``@list``, and a list of one.
    """
    if depth > _DEEPEST:
        return value
    if isinstance(value, list):
        several = [_followed(one, named, depth + 1) for one in value]
        return several[0] if len(several) == 1 else several
    if not isinstance(value, dict):
        return value
    for wrapping in _WRAPPINGS:
        if wrapping in value:
            return _followed(value[wrapping], named, depth + 1)
    found = named.get(value["@id"]) if _is_reference(value) and _is_key(value["@id"]) else None
    return {key: _followed(one, named, depth + 1) for key, one in (found or value).items()}


def _is_key(value: object) -> bool:
    return isinstance(value, str)


class _Page(HTMLParser):
    """Collects the JSON-LD scripts of a page, and its microdata as objects of the same kind."""

    def __init__(self, has_microdata: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[str] = []
        self.items: list[dict[str, Any]] = []
        self._has_microdata = has_microdata
        self._in_script = False
        # What is open, and of that the items and the properties whose text is being read.
        self._open: list[_Element] = []
        self._tags: Counter[str] = Counter()
        self._around: list[dict[str, Any]] = []
        self._reading: list[_Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        kind = given.get("type", "").partition(";")[0].strip().lower()
        self._in_script = tag == "script" and kind == _JSON_LD
        if self._in_script:
            self.scripts.append("")
        elif self._has_microdata:
            self._break_line(tag)
            self._begin(_Element.of(tag, given))

    def handle_endtag(self, tag: str) -> None:
        self._in_script = False
        if not self._tags[tag]:
            return
        while self._open:
            if self._end() == tag:
                break
        self._break_line(tag)

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.scripts[-1] += data
            return
        # Where the source breaks a line, the page does not; where a block begins or ends, it does.
        for element in self._reading[-_DEEPEST:]:
            element.words.append(data.replace("\n", " "))

    def close(self) -> None:
        super().close()
        while self._open:
            self._end()

    def _break_line(self, tag: str) -> None:
        if tag in _BREAKING:
            for element in self._reading[-_DEEPEST:]:
                element.words.append("\n")

    def _begin(self, element: "_Element") -> None:
        if element.tag in _VOID:
            self._say(element)
            return
        self._open.append(element)
        self._tags[element.tag] += 1
        if element.item is not None:
            self._around.append(element.item)
        if element.is_text:
            self._reading.append(element)

    def _end(self) -> str:
        element = self._open.pop()
        self._tags[element.tag] -= 1
        if element.item is not None:
            self._around.pop()
        if element.is_text:
            self._reading.pop()
        self._say(element)
        return element.tag

    def _say(self, element: "_Element") -> None:
        """Give what an element says to the item around it, or keep an item that stands alone."""
        if element.name and self._around:
            around = self._around[-1]
            for name in element.name.split():
                before = around.get(name)
                if before is None:
                    around[name] = element.said()
                else:
                    several = before if isinstance(before, list) else [before]
                    around[name] = [*several, element.said()]
        elif element.item is not None:
            self.items.append(element.item)


class _Element:
    """An open element of a page, with the property and the item of microdata that it stands for."""

    def __init__(self, tag: str, name: str, item: dict[str, Any] | None, value: str | None) -> None:
        self.tag = tag
        self.name = name
        self.item = item
        self.value = value
        self.words: list[str] = []

    @classmethod
    def of(cls, tag: str, given: Mapping[str, str]) -> "_Element":
        """Return the element of a start tag with its attributes."""
        name = given.get("itemprop", "")
        if "itemscope" not in given:
            return cls(tag, name, None, _attribute(tag, given) if name else None)
        item = {"@type": given.get("itemtype", ""), "@id": given.get("itemid", "")}
        return cls(tag, name, {key: value for key, value in item.items() if value}, None)

    @property
    def is_text(self) -> bool:
        """Whether it is a property that its text says."""
        return bool(self.name) and self.item is None and self.value is None

    def said(self) -> Any:
        """Return what the property says: an item, an attribute, or its text."""
        if self.item is not None:
            return self.item
        if self.value is not None:
            return self.value
        lines = map(_on_one_line, "".join(self.words).split("\n"))
        return "\n".join(line for line in lines if line)


def _attribute(tag: str, given: Mapping[str, str]) -> str | None:
    """Return what an element says in an attribute, where its kind says it there."""
    if "content" in given:
        return given["content"]
    name = {"a": "href", "link": "href", "img": "src", "time": "datetime", "data": "value"}.get(tag)
    return given.get(name) if name else None


class _Lines(HTMLParser):
    """The text of a fragment, with a line break wherever a block or an item begins or ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKING:
            self.found.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BREAKING:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        self.found.append(data.replace("\n", " "))
