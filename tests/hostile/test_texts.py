"""Texts that enter beside the requisition: labels, joins, ids and keys of overlays and of saved postings."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree

import html5lib
import pytest
from adversarial import CONTROL, MARKUP, NASTIEST
from attrs import evolve
from markdown_it import MarkdownIt
from pypdf import PdfReader
from reading_back import SHAPES
from samples import complete

import casemgr_jd as jd
from casemgr_jd.model.slot import SlotKind

WORDS = (*NASTIEST, *CONTROL[:8], *MARKUP[:6], "or\n\n# X", "x\r\n- y", "\u2028# y", "a\x1b[31mb")
FORMATS = [name for name in SHAPES if name != "json"]


def strings(value: Any, start: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of each text in a saved posting."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in pairs:
        if isinstance(one, str):
            yield (*start, key)
        elif isinstance(one, dict | list):
            yield from strings(one, (*start, key))


def changed(value: Any, path: tuple[Any, ...], new: str) -> Any:
    copy = json.loads(json.dumps(value))
    inner = copy
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = new
    return copy


SAVED = json.loads(jd.dumps(jd.build(complete(tier="senior"))))
FREE = {
    "label",
    "join",
    "hint",
    "title",
    "tip",
    "id",
    "slot",
    "options",
    "states",
    "catalog_version",
}


def _free(path: tuple[Any, ...]) -> bool:
    """Whether anything may be written at a path; elsewhere one of a few words is wanted."""
    key = next(one for one in reversed(path) if isinstance(one, str))
    # The id of a slot is what texts refer to, and a joint is one of two words.
    closed = "slots" in path and key in ("id", "join")
    return key in FREE and "requisition" not in path and not closed


PLACES = [path for path in strings(SAVED) if _free(path)]


def posting_with(path: tuple[Any, ...], words: str) -> jd.Posting:
    made = jd.loads(json.dumps(changed(SAVED, path, words)))
    assert isinstance(made, jd.Posting)
    return made


@pytest.mark.parametrize("name", FORMATS)
def test_no_text_of_a_saved_posting_changes_the_structure(name: str) -> None:
    """One text of each kind of place is swapped, in turn, for each of the words."""
    kinds = {tuple(one for one in path if isinstance(one, str)): path for path in PLACES}
    assert len(kinds) > 8
    context = jd.RenderContext(audience="writer")
    for number, path in enumerate(kinds.values()):
        if path[-1] in ("id", "slot"):
            continue
        harmless = SHAPES[name](jd.render(posting_with(path, "Harmless words"), name, context))
        for words in WORDS[number % 8 :: 8]:
            # A text that says nothing may leave out what would hold it.
            filled = f"A {words} Z"
            assert SHAPES[name](jd.render(posting_with(path, filled), name, context)) == harmless


@pytest.mark.parametrize("path", PLACES[:: max(len(PLACES) // 60, 1)], ids=str)
def test_every_text_of_a_saved_posting_is_one_clean_line(path: tuple[Any, ...]) -> None:
    made = jd.loads(json.dumps(changed(SAVED, path, "one\n\n# two\x1b[31m\u202e three")))
    found: Any = json.loads(jd.dumps(made))
    for key in path:
        found = found[key]
    assert found == "one  # two[31m three"


@pytest.mark.parametrize("key", ["label", "join", "hint", "options", "kind"])
def test_the_texts_of_an_overlay_are_clean_lines(key: str) -> None:
    words: Any = "or\n\n# X\x1b[31m"
    slot = {"id": "union", "label": "Union", key: [words] if key == "options" else words}
    overlay = {"slots.toml": {"slots": [slot]}}
    if key in ("kind", "join"):
        with pytest.raises(jd.InputError, match=key) as told:
            jd.load_catalog().overlay_tables(overlay)
        assert "\x1b" not in str(told.value)
        return
    found = getattr(jd.load_catalog().overlay_tables(overlay).slot("union"), key)
    assert found in ("or  # X[31m", ("or  # X[31m",))


# --- addresses ----------------------------------------------------------------------------------------

NO_ADDRESSES = (
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example",
    "https://x> <b>x</b> [q](https://evil.example)",
    "https://ex\u2100mple.com",
    "https://x.example:99999/",
    "https://[::1",
    'https://x.example/"onmouseover="alert(1)',
    "https:///x",
    "mailto:",
    "words",
    "x https://x.example",
)
ADDRESSES = ("https://x.example/a?b=1&c=2", "http://x.example:8080/", "mailto:hr@x.example")


def with_address(words: str) -> jd.Posting:
    """Return a posting in which a slot that is not our own holds an address, or what claims to be one."""
    made = jd.build(complete(tier="senior", organization=words))
    slots = [
        evolve(one, kind=SlotKind.URL) if one.id == "organization" else one for one in made.slots
    ]
    return evolve(made, slots=tuple(slots))


def links(words: str) -> set[str]:
    """Return where the links of both formats lead that a posting with *words* has more than one without."""
    found: list[set[str]] = []
    for value in (words, "Harmless words"):
        posting = with_address(value)
        tree = html5lib.parse(jd.render(posting, "html"), namespaceHTMLElements=False)
        here = {str(one.get("href")) for one in tree.iter("a")}
        for token in MarkdownIt("commonmark").parse(jd.render(posting, "markdown")):
            here |= {str(one.attrGet("href")) for one in token.children or [] if one.tag == "a"}
        found.append(here - {"None"})
    return found[0] - found[1]


@pytest.mark.parametrize("words", NO_ADDRESSES)
def test_what_is_no_address_is_plain_text(words: str) -> None:
    assert links(words) == set()
    shape = SHAPES["markdown"](jd.render(with_address(words), "markdown"))
    assert shape == SHAPES["markdown"](jd.render(with_address("Harmless words"), "markdown"))
    with pytest.raises(jd.InputError, match="apply_url"):
        jd.Requisition(apply_url=words)


@pytest.mark.parametrize("words", ADDRESSES)
def test_an_address_is_a_link(words: str) -> None:
    assert links(words) == {words}
    assert jd.Requisition(apply_url=words).apply_url == words


def docx_links(made: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        relations = archive.read("word/_rels/document.xml.rels").decode()
    return set(re.findall(r'Target="([^"]*)" TargetMode="External"', relations))


def pdf_links(made: bytes) -> set[str]:
    pages = PdfReader(io.BytesIO(made)).pages
    notes = [one.get_object() for page in pages for one in page.get("/Annots", [])]
    return {str(one["/A"]["/URI"]) for one in notes if "/URI" in one.get("/A", {})}


@pytest.mark.parametrize(("name", "links_of"), [("docx", docx_links), ("pdf", pdf_links)])
def test_files_hold_links_to_addresses_only(
    name: str, links_of: Callable[[bytes], set[str]]
) -> None:
    beside = links_of(bytes(jd.render(with_address("Harmless words"), name)))
    for words in NO_ADDRESSES[:7]:
        assert links_of(bytes(jd.render(with_address(words), name))) == beside
    assert links_of(bytes(jd.render(with_address(ADDRESSES[1]), name))) == beside | {ADDRESSES[1]}


PIECES = ("&", "&am", "&#", "&#3", "&#x", "&copy", "R&", "a && b &")
ENDINGS = ("amp;", "p;", "38;", "8;", "26;", ";", "lt;b&gt;", "D", "")


@pytest.mark.parametrize("name", ["markdown", "html", "text", "docx"])
@pytest.mark.parametrize("start", PIECES)
def test_words_that_meet_a_value_are_shown_as_they_are(start: str, name: str) -> None:
    """Neither words nor value are an entity; together they must not become one."""
    for value in ENDINGS:
        made = jd.draft().fill(organization=f"{value}Lakeside").build()
        text = jd.Text((start, jd.SlotRef("organization"), start))
        page = evolve(made, blocks=[jd.Paragraph(text)])
        assert f"{start}{value}Lakeside{start}" in READ[name](jd.render(page, name))


def _docx_words(made: Any) -> str:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        tree = ElementTree.fromstring(archive.read("word/document.xml"))
    return "".join(tree.itertext())


def _markdown_words(made: str) -> str:
    tree = html5lib.parse(MarkdownIt("commonmark").render(made), namespaceHTMLElements=False)
    return "".join(tree.itertext())


def _html_words(made: str) -> str:
    body = html5lib.parse(made, namespaceHTMLElements=False).find("body")
    assert body is not None
    return "".join(body.itertext())


READ: dict[str, Callable[[Any], str]] = {
    "markdown": _markdown_words,
    "html": _html_words,
    "text": str,
    "docx": _docx_words,
}


# --- signs that no font has ---------------------------------------------------------------------------

SIGNS = {
    "1\ufe0f\u20e3": "1\u2039U+20E3\u203a",
    "a\u0336": "a\u2039U+0336\u203a",
    "\U0001f1fa\U0001f1f8": "\u2039U+1F1FA\u203a\u2039U+1F1F8\u203a",
    "\U0001f3e5": "\u2039U+1F3E5\u203a",
    "7\u20e3 2\u20e3": "7\u2039U+20E3\u203a 2\u2039U+20E3\u203a",
}


def _pdf_words(made: bytes) -> str:
    return "".join(one.extract_text() for one in PdfReader(io.BytesIO(made)).pages)


@pytest.mark.parametrize("sign", SIGNS, ids=ascii)
def test_only_a_sign_that_no_font_has_changes(sign: str) -> None:
    facts = {"pay": jd.PayRange(71_000, 91_000), "tier": "senior"}
    given = jd.Requisition(**facts, organization=f"{sign} Lakeside 17, 2")  # type: ignore[arg-type]
    renderer = jd.get_renderer("pdf")
    read = _pdf_words(renderer.render(jd.build(given)))
    assert "$71,000–$91,000" in read
    plain = jd.Requisition(**facts, organization=f"{SIGNS[sign]} Lakeside 17, 2")  # type: ignore[arg-type]
    assert read == _pdf_words(renderer.render(jd.build(plain)))
    assert [loss.field for loss in renderer.losses(jd.build(given))] == ["organization"]


def test_sections_do_not_stand_one_inside_the_other_without_end() -> None:
    section = jd.Section("a", "A", [jd.Paragraph("x")])
    for _ in range(48):
        section = jd.Section("a", "A", [section])
    made = jd.Document("Deep", [section])
    assert jd.loads(jd.dumps(made)) == made
    for name in ("markdown", "html", "text", "docx", "outline"):
        assert jd.render(made, name)
    for _ in range(2000):
        section = jd.Section("a", "A", [section])
    with pytest.raises(jd.InputError, match="blocks: hold sections more than 50 deep"):
        jd.Document("Deeper", [section])
