"""Word files with changed bytes and odd markup: a report, or an error of ours."""

import io
import random
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from campaign import CHANGES
from samples import complete

import casemgr_jd as jd
from casemgr_jd.errors import CaseMgrError
from casemgr_jd.reading.open import read_document

TRIES = 300


@cache
def word_file() -> bytes:
    return bytes(jd.render(jd.build(complete(tier="senior")), "docx"))


def told(path: Path) -> str:
    """Return what is told of a file that cannot be read; nothing of one that can."""
    try:
        assert read_document(path)[0].blocks
    except CaseMgrError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("change", CHANGES)
def test_a_word_file_that_was_damaged_is_read_or_told(
    tmp_path: Path, change: Callable[[bytearray, random.Random], None]
) -> None:
    chance = random.Random(change.__name__)
    path = tmp_path / "posting.docx"
    said: set[str] = set()
    for _ in range(TRIES // 4):
        data = bytearray(word_file())
        change(data, chance)
        path.write_bytes(bytes(data))
        said.add(told(path).partition(":")[0])
    assert said <= {"", path.name}
    assert path.name in said


def test_the_text_of_its_parts_may_be_changed_too(tmp_path: Path) -> None:
    """Changed before they are packed, so that the damage reaches the reader of XML."""
    chance = random.Random("parts")
    path = tmp_path / "posting.docx"
    with zipfile.ZipFile(io.BytesIO(word_file())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(TRIES // 4):
        name = chance.choice(["word/document.xml", "word/styles.xml"])
        data = bytearray(parts[name])
        chance.choice(CHANGES[:3])(data, chance)
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for one, content in {**parts, name: bytes(data)}.items():
                archive.writestr(one, content)
        path.write_bytes(target.getvalue())
        told(path)


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PARAGRAPH = "<w:p><w:pPr>{}</w:pPr><w:r><w:t>Case Manager</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    "properties",
    [
        '<w:numPr><w:ilvl w:val="\u00b2"/><w:numId w:val="1"/></w:numPr>',
        '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'.format("9" * 5000),
        '<w:numPr><w:ilvl w:val="-1"/><w:numId w:val="1"/></w:numPr>',
        '<w:pStyle w:val="heading\u00b2"/>',
        '<w:pStyle w:val="heading\u0663"/>',
        '<w:pStyle w:val="heading"/>',
    ],
    ids=lambda words: words[:40],
)
def test_an_odd_level_is_none(tmp_path: Path, properties: str) -> None:
    body = f"<w:document {W}><w:body>{PARAGRAPH.format(properties)}</w:body></w:document>"
    source, _ = read_document(_packed(tmp_path, body.encode()))
    assert source.blocks[0].text == "Case Manager"


@pytest.mark.parametrize(
    "encoding", ["zebra", "utf-7", "rot13", "utf-32", "idna", "punycode", "\u00b2"]
)
def test_an_encoding_that_xml_does_not_have_is_told(tmp_path: Path, encoding: str) -> None:
    start = f'<?xml version="1.0" encoding="{encoding}"?>'
    body = f"{start}<w:document {W}><w:body>{PARAGRAPH.format('')}</w:body></w:document>"
    assert "is damaged" in told(_packed(tmp_path, body.encode()))


def _packed(folder: Path, document: bytes) -> Path:
    path = folder / "posting.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
    return path
