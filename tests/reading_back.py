"""Reading output back to its bare structure, with parsers that are not ours where there are any."""

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, TypeAlias

import html5lib
from markdown_it import MarkdownIt
from markdown_it.token import Token

Shape: TypeAlias = tuple[Any, ...]

_COMMONMARK = MarkdownIt("commonmark")
_GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_LETTERS_ONLY = ("text", "text_special")


def _tokens(tokens: list[Token]) -> Shape:
    return tuple(
        (token.type, token.tag, token.nesting, _tokens(token.children or []))
        for token in tokens
        if token.type not in _LETTERS_ONLY
    )


def markdown_shape(output: str) -> Shape:
    """Return the nesting of tokens, as CommonMark reads them and with tables as GitHub does."""
    return (_tokens(_COMMONMARK.parse(output)), _tokens(_GITHUB.parse(output)))


def markdown_words(output: str) -> str:
    """Return the text that a reader of the Markdown sees."""
    inline = [token for token in _COMMONMARK.parse(output) if token.type == "inline"]
    return "\n".join("".join(one.content for one in token.children or []) for token in inline)


def _elements(element: Any) -> Shape:
    inside = tuple(_elements(child) for child in _seen(element))
    return (str(element.tag), tuple(sorted(map(str, element.attrib))), inside)


_RUNS = ("whole", "phrase")
"""Classes of spans that say only which words stay on one line."""


def _seen(element: Any) -> Iterator[Any]:
    """Yield the children; one that says only how its words run, or where they may break, is none."""
    for child in element:
        if child.tag == "bdi" or (child.tag == "span" and child.get("class") in _RUNS):
            yield from _seen(child)
        elif child.tag != "wbr":
            yield child


def html_shape(output: str) -> Shape:
    """Return the tree of elements with the names of their attributes."""
    return _elements(html5lib.parse(output, namespaceHTMLElements=False))


def html_words(output: str) -> str:
    """Return the text of the first article."""
    article = html5lib.parse(output, namespaceHTMLElements=False).find(".//article")
    assert article is not None
    return "".join(article.itertext())


def text_shape(output: str) -> Shape:
    """Return title, headings, paragraphs and items, as the rules of the plain format say."""
    lines = output.split("\n")
    assert lines[0]
    assert set(lines[1]) <= {"="}
    found: list[str] = ["title"]
    before, item = ["", ""], False
    for line, following in pairwise([*lines[2:], ""]):
        if not line:
            item = False
        elif before == ["", ""] and following and set(following) == {"-"}:
            found.append("heading")
        elif found[-1] == "heading" and before[1] and not item and set(line) == {"-"}:
            pass
        elif line.startswith("- ") and (not before[1] or item):
            found.append("item")
            item = True
        elif not before[1]:
            found.append("paragraph")
        else:
            # A further line: of an item it is indented, of a paragraph it is not.
            assert line.startswith("  ") or not item, line
        before = [before[1], line]
    return tuple(found)


def _keys(value: Any) -> Shape:
    if isinstance(value, dict):
        return tuple((key, _keys(one)) for key, one in value.items())
    if isinstance(value, list):
        return tuple(_keys(one) for one in value)
    return (type(value).__name__,)


def json_shape(output: str) -> Shape:
    """Return the keys and the types of JSON."""
    return _keys(json.loads(output))


SHAPES = {
    "markdown": markdown_shape,
    "text": text_shape,
    "html": html_shape,
    "html_fragment": html_shape,
    "json": json_shape,
}
"""By format: how to read its output back."""
