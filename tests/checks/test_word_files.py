"""Word documents as people lay them out: layout tables, headers and footers, fields that nobody filled."""

import io
import zipfile

import pytest

from casemgr_jd.checks.entry import check_document
from casemgr_jd.reading.open import read_document
from casemgr_jd.reading.source import Source

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def table(*rows: tuple[str, ...]) -> str:
    """A table whose cells hold the given paragraphs."""
    made = "".join(
        f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows
    )
    return f"<w:tbl>{made}</w:tbl>"


def part(root: str, body: str) -> str:
    return f'<?xml version="1.0"?><w:{root} xmlns:w="{W}">{body}</w:{root}>'


def source_of(tmp_path, body: str, **margins: str) -> Source:  # type: ignore[no-untyped-def]
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", part("document", f"<w:body>{body}</w:body>"))
        for name, text in margins.items():
            archive.writestr(
                f"word/{name}1.xml", part((name[:3] == "hea" and "hdr") or "ftr", text)
            )
    path = tmp_path / "posting.docx"
    path.write_bytes(target.getvalue())
    return read_document(path)[0]


@pytest.fixture
def read(tmp_path):  # type: ignore[no-untyped-def]
    return lambda body, **margins: source_of(tmp_path, body, **margins)


def test_each_paragraph_of_a_layout_table_is_a_block(read) -> None:  # type: ignore[no-untyped-def]
    duties = paragraph("Plan care.", "ListBullet") + paragraph("Call members weekly.", "ListBullet")
    facts = paragraph("Pay: $30 an hour") + paragraph("Denver, CO")
    source = read(paragraph("Case Manager", "Title") + table((duties, facts)))
    assert [(block.kind, block.text) for block in source.blocks] == [
        ("heading", "Case Manager"),
        ("bullet", "Plan care."),
        ("bullet", "Call members weekly."),
        ("paragraph", "Pay: $30 an hour"),
        ("paragraph", "Denver, CO"),
    ]
    assert [block.position(0)[0] for block in source.blocks] == [1, 2, 3, 4, 5]


def test_a_table_of_facts_keeps_its_rows_and_header(read) -> None:  # type: ignore[no-untyped-def]
    rows = [("Level", "Pay"), ("One", "$30 an hour"), ("Two", "$36 an hour")]
    cells = [tuple(map(paragraph, row)) for row in rows]
    source = read(paragraph("Case Manager", "Title") + table(*cells))
    assert [block.text for block in source.blocks[1:]] == [
        "Level | Pay",
        "One | $30 an hour",
        "Two | $36 an hour",
    ]
    assert source.blocks[2].header == "Level | Pay"


def test_headers_and_footers_are_read_and_known_as_such(read) -> None:  # type: ignore[no-untyped-def]
    source = read(
        paragraph("Case Manager", "Title") + paragraph("Plan care."),
        header=paragraph("Harbor Light Services"),
        footer=paragraph("Harbor Light Services is an equal opportunity employer."),
    )
    margins = [(block.text, block.path) for block in source.blocks[2:]]
    assert ("Harbor Light Services", "header1") in margins
    assert source.blocks[0].text == "Case Manager"
    assert {block.section for block in source.blocks[2:]} <= {"margin", "eeo"}


def test_a_no_break_hyphen_is_a_hyphen(read) -> None:  # type: ignore[no-untyped-def]
    run = "<w:p><w:r><w:t>on</w:t><w:noBreakHyphen/><w:t>site</w:t></w:r></w:p>"
    assert read(run + paragraph("Plan care.")).blocks[0].text == "on-site"


@pytest.mark.parametrize("left", ["Click or tap here to enter text.", "TBD", "Choose an item."])
def test_a_field_that_nobody_filled_is_a_blank(tmp_path, left: str) -> None:  # type: ignore[no-untyped-def]
    body = paragraph("Case Manager", "Title") + table((paragraph("Reports to"), paragraph(left)))
    source_of(tmp_path, body)
    report = check_document(tmp_path / "posting.docx", select=["TPL001"])
    assert [finding.code for finding in report] == ["TPL001"]
