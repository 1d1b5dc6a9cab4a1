"""Blanks of a Word document that are filled once, its footer, and a letterhead that names the employer."""

import zipfile
from io import BytesIO
from typing import Any

import pytest

pytest.importorskip("docx", reason="needs the extra docx")
pytest.importorskip("lxml")

from docx_reading import W, controls, opened, part
from lxml import etree

import casemgr_jd as jd
from casemgr_jd.renderers.docx.renderer import DocxRenderer

BLANK = jd.draft().for_setting("hospital").at_tier("senior").build()
FILLED = jd.build(
    jd.Requisition(organization="Harbor & Co", role="rn", accommodation_contact="x@y.org")
)


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.namelist()


def bindings(root: Any) -> list[tuple[str, str]]:
    """Return slot and path of what each bound control shares, in reading order."""
    return [
        (one.find(f"{W}tag").get(f"{W}val"), one.find(f"{W}dataBinding").get(f"{W}xpath"))
        for one in root.iter(f"{W}sdtPr")
    ]


def test_the_controls_of_one_slot_share_one_value_and_no_other() -> None:
    data = jd.render(BLANK, "docx")
    found = bindings(part(data)) + bindings(part(data, "word/footer1.xml"))
    paths = dict(found)
    assert len(found) > len(paths) > 3
    assert len(set(paths.values())) == len(paths)
    assert all(paths[slot] == path for slot, path in found)
    kept = part(data, "customXml/item1.xml")
    assert [one.get("name") for one in kept] == [*paths]
    assert [path.rpartition("[")[2].rstrip("]") for path in paths.values()] == [
        str(number) for number in range(1, len(kept) + 1)
    ]


def test_the_words_that_ask_for_a_value_are_in_the_glossary() -> None:
    data = jd.render(BLANK, "docx")
    glossary = part(data, "word/glossary/document.xml")
    asked = {
        one.find(f".//{W}name").get(f"{W}val"): "".join(one.itertext())
        for one in glossary.iter(f"{W}docPart")
    }
    named = [
        (one.find(f"{W}sdtPr/{W}placeholder/{W}docPart").get(f"{W}val"), "".join(one.itertext()))
        for one in part(data).iter(f"{W}sdt")
    ]
    assert named
    assert all(asked[name] == words for name, words in named)


def test_each_number_of_a_control_is_its_own_also_in_the_footer() -> None:
    data = jd.render(BLANK, "docx")
    in_footer = part(data, "word/footer1.xml").iter(f"{W}id")
    numbers = [one.number for one in controls(data)] + [one.get(f"{W}val") for one in in_footer]
    assert len(numbers) == len(set(numbers)) > 5


def test_a_document_without_blanks_has_no_parts_for_them() -> None:
    plain = jd.render(jd.interview_kit(FILLED).to_document(), "docx")
    assert not [name for name in names(plain) if "customXml" in name or "glossary" in name]
    types = part(plain, "[Content_Types].xml")
    declared = {one.get("PartName") for one in types if one.get("PartName")}
    assert declared <= {f"/{name}" for name in names(plain)}


def test_the_parts_are_declared_and_related() -> None:
    data = jd.render(BLANK, "docx")
    declared = {one.get("PartName") for one in part(data, "[Content_Types].xml")}
    assert {"/customXml/itemProps1.xml", "/word/glossary/document.xml"} <= declared
    targets = {one.get("Target") for one in part(data, "word/_rels/document.xml.rels")}
    assert {"../customXml/item1.xml", "glossary/document.xml"} <= targets
    kept = part(data, "customXml/itemProps1.xml").attrib.values()[0]
    stores = {one.get(f"{W}storeItemID") for one in part(data).iter(f"{W}dataBinding")}
    assert stores == {kept}


def test_the_footer_names_the_employer_or_asks_for_it() -> None:
    plan = DocxRenderer().plan(FILLED, ["organization"])
    assert plan.exact, plan.reason
    for data, name in (
        (jd.render(FILLED, "docx"), "Harbor & Co"),
        (plan.fill(organization="Lakeside <Health>"), "Lakeside <Health>"),
        (jd.render(BLANK, "docx"), "[Organization]"),
    ):
        words = "".join(part(data, "word/footer1.xml").itertext())
        assert words.startswith(name), words
        assert "casemgr-jd:" not in words


class Letter(DocxRenderer):
    """With a letterhead."""

    name = "letter"

    @classmethod
    def prepare(cls, container: Any, document: jd.Document) -> None:
        assert isinstance(document, jd.Posting)
        head = container.sections[0].header.paragraphs[0]
        head.text = f"{document.value('organization')} · {document.heading}"


def test_prepare_gets_the_posting_and_writes_a_letterhead_for_each() -> None:
    def head(data: bytes) -> str:
        return str(opened(data).sections[0].header.paragraphs[0].text)

    letter = Letter()
    assert head(letter.render(FILLED)).startswith("Harbor & Co · ")
    plan = letter.plan(FILLED, ["organization"])
    assert head(plan.fill(organization="Lakeside")).startswith("Lakeside · ")
    assert head(letter.render(FILLED)).startswith("Harbor & Co · ")


def test_no_mark_of_ours_is_left_in_any_part() -> None:
    for posting in (BLANK, FILLED):
        with zipfile.ZipFile(BytesIO(jd.render(posting, "docx"))) as archive:
            for name in archive.namelist():
                etree.fromstring(archive.read(name))
