"""Documents made to do harm: a clear error or a report, and never a crash."""

import io
import zipfile
from pathlib import Path

import pytest

from casemgr_jd.checks import check_document
from casemgr_jd.errors import CaseMgrError


def _docx(path: Path, document: bytes) -> Path:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document)
    path.write_bytes(target.getvalue())
    return path


ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.md", b""),
        ("not-a-zip.docx", b"hello"),
        ("empty.docx", b""),
    ],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(CaseMgrError) as caught:
        check_document(path)
    assert name in str(caught.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CaseMgrError):
        check_document(tmp_path / "none.md")


def test_a_zip_bomb_named_docx_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CaseMgrError):
        check_document(_docx(tmp_path / "bomb.docx", b"<a>" + b" " * 300_000_000))


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    with pytest.raises(CaseMgrError):
        check_document(_docx(tmp_path / "entities.docx", ENTITIES))


def _told(path: Path) -> str:
    """Return what the report calls the document, or the file that a clear error names."""
    try:
        return check_document(path).document
    except CaseMgrError as error:
        return path.name if path.name in str(error) else str(error)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("letters.md", b"a" * 1_000_000),
        ("capitals.md", b"X" * 1_000_000),
        ("brackets.md", b"[" * 50_000),
        ("stars.md", b"*" * 50_000),
        ("nested.html", b"<div>" * 20_000 + b"Case Manager" + b"</div>" * 20_000),
        ("open.html", b"<ul><li>" * 10_000),
        ("latin.txt", "Case Manager, Montréal, 12 clients".encode("latin-1")),
        ("numbers.txt", b"$1,000 " * 20_000),
    ],
)
def test_a_strange_document_gives_a_report_or_a_clear_error(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert _told(path).endswith(name)
