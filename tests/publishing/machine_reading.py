"""Reading the machine formats back: what a consumer would see of each."""

import json
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest

from casemgr_jd.renderers.schemas import schema

HTML_FIELDS = {
    "jsonld": {"description"},
    "indeed": {"description"},
    "linkedin": {"description"},
    "lever": {"description", "content", "closing"},
    "greenhouse": {"content"},
    "smartrecruiters": {"text"},
    "jsonresume": set(),
}
"""By format: the fields that hold HTML."""
FORMATS = tuple(HTML_FIELDS)
FEEDS = ("indeed", "linkedin")


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag if not attrs else f"{tag} {attrs}")

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        self.found.append("comment")

    def handle_decl(self, decl: str) -> None:
        self.found.append("declaration")

    def handle_pi(self, data: str) -> None:
        self.found.append("instruction")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def tags(html: str) -> list[str]:
    """Return the tags of a fragment, in order."""
    reader = _Tags()
    reader.feed(html)
    reader.close()
    return reader.found


def words(html: str) -> str:
    """Return the text of a fragment."""
    reader = _Tags()
    reader.feed(html)
    reader.close()
    return "".join(reader.words)


def plain(output: str, format: str) -> Any:
    """Return the output as plain data."""
    return _element(ElementTree.fromstring(output)) if format in FEEDS else json.loads(output)


def _element(element: ElementTree.Element) -> Any:
    if not len(element):
        return element.text or ""
    return [[child.tag, _element(child)] for child in element]


def shape(value: Any, format: str, key: str = "") -> Any:
    """Return plain data with each text reduced to what structure it has: its tags, where it is HTML."""
    if isinstance(value, dict):
        return {name: shape(one, format, name) for name, one in value.items()}
    if isinstance(value, list):
        if len(value) == 2 and isinstance(value[0], str) and format in FEEDS:
            return [value[0], shape(value[1], format, value[0])]
        return [shape(one, format, key) for one in value]
    if isinstance(value, str):
        return tags(value) if key in HTML_FIELDS[format] else "text"
    return type(value).__name__


def everything(value: Any) -> str:
    """Return every text of plain data as one, HTML read as a reader would."""
    if isinstance(value, dict):
        return "\n".join(everything(one) for one in value.values())
    if isinstance(value, list):
        return "\n".join(everything(one) for one in value)
    return words(value) + "\n" + value if isinstance(value, str) else str(value)


def problems(output: str, format: str) -> list[str]:
    """Return what the schema of a format finds wrong with an output."""
    if format in FEEDS:
        etree = pytest.importorskip("lxml.etree")
        grammar = etree.XMLSchema(etree.fromstring(schema(format).encode()))
        grammar.validate(etree.fromstring(output.encode()))
        return [error.message for error in grammar.error_log]
    jsonschema = pytest.importorskip("jsonschema")
    checker = jsonschema.Draft202012Validator(json.loads(schema(format)))
    return [error.message for error in checker.iter_errors(json.loads(output))]
