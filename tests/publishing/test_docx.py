"""Word documents: all of a posting is in them, as Word's own headings, lists, tables and controls."""

import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pytest

pytest.importorskip("docx", reason="needs the extra docx")
pytest.importorskip("lxml")

from attrs import evolve
from docx_reading import W, controls, disorder, lines, opened, part, shape, straight, styles
from hypothesis import given
from samples import complete, posting
from strategies import documents

import casemgr_jd as jd
from casemgr_jd.model.document import Bullet, Fact, Paragraph, Section, Table
from casemgr_jd.model.reading import opened as begun
from casemgr_jd.model.slot import Slot, SlotKind
from casemgr_jd.model.text import Text
from casemgr_jd.renderers._head import head_of
from casemgr_jd.renderers.docx.body import BodyRenderer
from casemgr_jd.renderers.docx.controls import control
from casemgr_jd.renderers.docx.renderer import DocxRenderer
from casemgr_jd.renderers.readers import draft_words, shown_to
from casemgr_jd.renderers.theme import Theme

CATALOG = jd.load_catalog()
SETTINGS = [module.id for module in CATALOG.settings]
TIERS = [tier.id for tier in CATALOG.tiers]
DOCX = DocxRenderer()
BLANK = jd.draft().for_setting("hospital").at_tier("senior").build()


def expected(document: jd.Document, writer: bool = False) -> Iterator[str]:
    """Yield the lines that a reader should see, in order."""

    def read(slot: str) -> str:
        if isinstance(document, jd.Posting):
            return document.read(slot)
        return f"[{slot.replace('_', ' ').capitalize()}]"

    def in_cell(text: jd.Text) -> str:
        # What is to be written on has no words.
        words = text.filled(read)
        return words if words.strip("… \u00a0") or "…" * 6 not in words else ""

    def of(blocks: Any, depth: int = 0) -> Iterator[str]:
        for one in blocks:
            if isinstance(one, Section):
                yield one.title
                yield f"Tip: {one.tip}" if one.tip and writer else ""
                yield from of(one.blocks, depth + 1)
            elif isinstance(one, Paragraph):
                yield one.text.filled(read)
            elif isinstance(one, Bullet):
                yield (f"{one.label}: " if one.label else "") + one.text.filled(read)
            elif isinstance(one, Fact) and depth > 1 and "…" * 6 not in str(one.text):
                yield f"{one.label}: {one.text.filled(read)}"
            elif isinstance(one, Fact):
                # The employer stands above the title.
                if one.id != "fact.employer":
                    words = in_cell(one.text)
                    is_fact = isinstance(document, jd.Posting) and words
                    yield from (one.label, begun(words) if is_fact else words)
            elif isinstance(one, Table):
                yield one.caption
                width = max(map(len, (one.header, *one.rows)))
                for row in (one.header, *one.rows) if width else ():
                    yield from map(in_cell, row)
            else:
                yield from of(getattr(one, "bullets", None) or one.facts, depth)

    title = document.title.filled(read)
    if not isinstance(document, jd.Posting):
        yield from filter(None, (title, *of(document.blocks)))
        return
    audience = "writer" if writer else "candidate"
    _, facts, rest = head_of(shown_to(document, jd.RenderContext(audience=audience)))
    labels = [document.slot(name).label for name in document.unfilled]
    draft = draft_words(labels) if labels else ""
    names = ("At a glance", "This job") if any(getattr(one, "facts", ()) for one in facts) else ()
    head = (read("organization"), title, draft, *names, *of(facts))
    head = (*head, f"Apply: {read_link(document)}")
    yield from filter(None, (*head, *of(rest)))


def read_link(made: jd.Posting) -> str:
    return made.read("apply_url").removeprefix("mailto:")


# --- everything is there ----------------------------------------------------------------------------


@pytest.mark.parametrize("tier", TIERS)
@pytest.mark.parametrize("setting", SETTINGS)
def test_every_setting_and_tier_gives_all_its_text(setting: str, tier: str) -> None:
    for made in (
        posting(setting=[setting], tier=tier, role="case_manager", title=None),
        jd.draft().for_setting(setting).at_tier(tier).build(),
    ):
        data = DOCX.render(made)
        assert lines(data) == [*map(straight, expected(made))]
        assert list(disorder(part(data))) == []


def test_the_short_edition_and_the_writers_view_give_all_their_text() -> None:
    short = posting(edition="board")
    assert lines(DOCX.render(short)) == [*map(straight, expected(short))]
    seen = lines(DOCX.render(BLANK, jd.RenderContext(audience="writer")))
    assert seen == [*map(straight, expected(BLANK, writer=True))]
    assert sum(line.startswith("Tip: ") for line in seen) >= 5


@given(documents)
def test_any_document_gives_all_its_text(document: jd.Document) -> None:
    data = DOCX.render(document)
    assert [line.split() for line in lines(data)] == [
        words for line in expected(document) if (words := line.split()) or line
    ]
    assert list(disorder(part(data))) == []
    assert data == DOCX.render(document)
    opened(data)


def test_kits_and_comparisons_come_out_too() -> None:
    for document in (
        jd.interview_kit(posting()).to_document(),
        jd.compare(posting(), posting(tier="entry")).to_document(),
    ):
        data = DOCX.render(document)
        assert lines(data) == [*map(straight, expected(document))]
        assert list(disorder(part(data))) == []


def test_headings_lists_and_title_are_words_own_styles() -> None:
    made = posting()
    found = styles(DOCX.render(made))
    assert found[:2] == [("Subtitle", "Lakeside Health"), ("Title", made.heading)]
    assert ("Normal", "Apply: https://lakeside.example/jobs/1") in found
    headings = [words for style, words in found if style == "Heading 1"]
    assert headings == [section.title for section in made.sections]
    bullets = sum(len(section.bullets) for section in made.sections)
    assert sum(style == "List Bullet" for style, _ in found) == bullets > 15
    numbering = part(DOCX.render(made), "word/numbering.xml")
    assert numbering.find(f"{W}num") is not None


def test_a_section_in_a_section_is_a_heading_below_it() -> None:
    deep: Any = jd.Paragraph("At the bottom")
    for level in range(12, 0, -1):
        deep = jd.Section(f"s{level}", f"Level {level}", [deep])
    found = styles(DOCX.render(jd.Document("Report", [deep])))
    assert [style for style, _ in found[1:4]] == ["Heading 1", "Heading 2", "Heading 3"]
    assert [style for style, _ in found[9:13]] == ["Heading 9"] * 4
    assert found[-1] == ("Normal", "At the bottom")


def test_a_section_may_start_on_a_new_page() -> None:
    document = jd.Document("Report", [jd.Section("a", "A"), jd.Section("b", "B", page_break=True)])
    breaks = [
        one.paragraph_format.page_break_before for one in opened(DOCX.render(document)).paragraphs
    ]
    assert breaks == [None, None, True]


def test_labels_are_bold_and_the_rest_is_one_run() -> None:
    bullet = jd.Bullet("Online.", label="Where to apply")
    document = opened(DOCX.render(jd.Document("Report", [jd.BulletList([bullet])])))
    label = document.paragraphs[1].runs[0]
    assert (label.text, label.style.name) == ("Where to apply:", "Strong")
    assert label.style.font.bold
    plain = next(
        one for one in opened(DOCX.render(posting())).paragraphs if one.style.name == "List Bullet"
    )
    assert [run.text for run in plain.runs] == [plain.text]


# --- blanks -----------------------------------------------------------------------------------------


def test_each_blank_is_a_control_with_its_label_and_options() -> None:
    data = DOCX.render(BLANK)
    found = controls(data)
    assert sorted({one.tag for one in found}) == sorted(BLANK.unfilled)
    kinds = set()
    for one in found:
        slot = BLANK.slot(one.tag)
        assert one.label == slot.label
        assert one.words == slot.blank
        assert one.shows_placeholder
        assert one.options == list(slot.options if one.kind not in ("date", "text") else ())
        kinds.add((slot.kind, one.kind))
    assert (SlotKind.ONE_OF, "dropDownList") in kinds
    assert (SlotKind.URL, "text") in kinds


def test_a_blank_of_each_kind_is_the_control_of_its_kind() -> None:
    slots = [jd.Slot(kind.value, kind.value, kind, kind.value, ("one", "two")) for kind in SlotKind]
    text = jd.Text(tuple(jd.SlotRef(slot.id) for slot in slots))
    made = jd.Posting("Nurse", [jd.Paragraph(text)], slots=tuple(slots))
    found = [one for one in controls(DOCX.render(made)) if one.tag in list(SlotKind)]
    kinds = {(SlotKind(one.tag), one.kind) for one in found}
    assert (SlotKind.SOME_OF, "comboBox") in kinds
    assert (SlotKind.DATE, "date") in kinds
    assert not {(SlotKind.ONE_OF, "comboBox"), (SlotKind.SOME_OF, "dropDownList")} & kinds


def test_no_two_controls_have_the_same_number() -> None:
    numbers = [one.number for one in controls(DOCX.render(BLANK))]
    assert len(numbers) > 3
    assert len(set(numbers)) == len(numbers)
    assert all(number.isdigit() and int(number) > 0 for number in numbers)


def test_what_is_filled_is_no_control() -> None:
    assert controls(DOCX.render(posting())) == []
    part_filled = evolve(BLANK, requisition=evolve(BLANK.requisition, organization="Lakeside"))
    assert "organization" not in {one.tag for one in controls(DOCX.render(part_filled))}


def test_options_that_word_would_refuse_are_left_out() -> None:
    slot = Slot("x" * 90, "<Label>" * 20, SlotKind.SOME_OF, options=("a", "a", "", "b & c"))
    written = control(slot, "[x]")
    assert written.count("<w:listItem") == 2
    assert 'w:value="b &amp; c"' in written
    assert f'<w:tag w:val="{"x" * 64}"/>' in written
    assert f'<w:alias w:val="{"&lt;Label&gt;" * 9}&lt;"/>' in written


def test_a_slot_with_no_entry_left_is_plain_text() -> None:
    assert "<w:text/>" in control(Slot("x", "X", SlotKind.ONE_OF, options=("",)), "[X]")


# --- tables -----------------------------------------------------------------------------------------


def test_facts_are_a_table_whose_first_column_holds_the_headers() -> None:
    made = posting()
    table = opened(DOCX.render(made)).tables[0]
    (shown,) = head_of(made).facts
    facts = shown.facts
    assert [fact.label for fact in facts[:2]] == ["Pay", "Where"]
    first = [cell.text for cell in table.columns[0].cells]
    assert first == ["At a glance", *[fact.label for fact in facts]]
    assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
    looks = {cell.paragraphs[0].style.name for cell in table.columns[0].cells}
    assert looks == {"Table Heading", "Fact Label"}
    look = int(table._tbl.tblPr.find(f"{W}tblLook").get(f"{W}val"), 16)
    assert (look & 0x80, look & 0x20) == (0x80, 0x20)


def test_no_page_holds_only_the_first_or_the_last_bullet_of_a_list() -> None:
    def kept(count: int) -> list[bool]:
        document = jd.Document(
            "List", [jd.BulletList([jd.Bullet(str(one)) for one in range(count)])]
        )
        bullets = [one for one in part(DOCX.render(document)).iter(f"{W}pPr") if len(one)]
        return [one.find(f"{W}keepNext") is not None for one in bullets][1:]

    assert kept(5) == [True, False, False, True, False]
    assert kept(3) == [True, True, False]
    assert kept(1) == [False]


def test_a_table_repeats_its_header_and_keeps_its_rows_whole() -> None:
    document = jd.Document("Report", [jd.Table(["A", "B"], [["1", "2"], ["3", "4"]], "Figures")])
    data = DOCX.render(document)
    assert ("Caption", "Figures") in styles(data)
    table = opened(data).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["A", "B"],
        ["1", "2"],
        ["3", "4"],
    ]
    headers = [row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in table.rows]
    assert headers == [True, False, False]
    assert all(row._tr.find(f"{W}trPr/{W}cantSplit") is not None for row in table.rows)
    assert table._tbl.tblPr.find(f"{W}tblCaption").get(f"{W}val") == "Figures"
    assert int(table._tbl.tblPr.find(f"{W}tblLook").get(f"{W}val"), 16) & 0x20


def test_tables_of_any_form_stay_tables() -> None:
    uneven = jd.Table(["A", "B"], [["1"], ["1", "2", "3"], []])
    document = jd.Document(
        "Report", [uneven, uneven, jd.Table([], []), jd.Table(["only a header"], [])]
    )
    data = DOCX.render(document)
    assert list(disorder(part(data))) == []
    tables = opened(data).tables
    assert [(len(one.rows), len(one.columns)) for one in tables] == [(4, 3), (4, 3), (1, 1)]
    assert {len(row._tr.tc_lst) for one in tables[:2] for row in one.rows} == {3}
    # Word makes one table of two that touch, and wants a paragraph at the end of a document.
    body = [child.tag.removeprefix(W) for child in part(data)[0]]
    assert body == ["p", "tbl", "p", "tbl", "p", "tbl", "p", "sectPr"]


def test_the_width_of_a_column_holds_its_longest_word_and_never_rests_on_a_value() -> None:
    name_of = Text.parse("{organization}")
    table = jd.Table(["What is rated", "Anchor"], [["Leadership", "word " * 60], [name_of, ""]])

    def widths(name: str | None) -> list[str]:
        made = evolve(posting(organization=name), blocks=(table,))
        grid = part(DOCX.render(made)).iter(f"{W}gridCol")
        return [str(one.get(f"{W}w")) for one in grid]

    assert widths(None) == widths("x") == widths("A very long name " * 20)
    narrow, wide = map(int, widths("x"))
    assert narrow > 110 * len("Leadership")
    assert wide > 2 * narrow
    assert narrow + wide <= 9936


def kept(data: bytes) -> list[tuple[str, bool]]:
    """Return the words of each paragraph, and whether the next one stays with it."""
    return [
        (words, one.find(f"{W}pPr/{W}keepNext") is not None)
        for one in part(data).iter(f"{W}p")
        if (words := "".join(part.text or "" for part in one.iter(f"{W}t")))
    ]


def test_an_address_takes_no_room_from_the_words_beside_it() -> None:
    address = f"https://careers.example/{'x' * 60}"
    table = jd.Table(["Fact", "One", "Two"], [["Other compensation", address, address]])
    grid = part(DOCX.render(jd.Document("Report", [table]))).iter(f"{W}gridCol")
    first, one, two = (int(column.get(f"{W}w")) for column in grid)
    assert first > 125 * len("compensation")
    assert one == two > first
    assert first + one + two <= 9936


def test_columns_of_equal_texts_are_equally_wide() -> None:
    rows = [["Ethics", *(f"{word} a few words of an answer" * 3 for word in ("A", "Lengthier"))]]
    table = jd.Table(["What", "One", "Two"], rows)
    grid = part(DOCX.render(jd.Document("Report", [table]))).iter(f"{W}gridCol")
    _, one, two = (int(column.get(f"{W}w")) for column in grid)
    assert one == two


def test_no_page_holds_the_last_paragraph_of_a_section_of_prose() -> None:
    def told(*blocks: jd.Paragraph | jd.BulletList) -> list[tuple[str, bool]]:
        return kept(DOCX.render(jd.Document("Job", [jd.Section("equal", "Equal", blocks)])))[2:]

    law, offer = jd.Paragraph("We consider all."), jd.Paragraph("Ask us at any step.")
    assert told(law, offer) == [("We consider all.", True), ("Ask us at any step.", False)]
    assert [stays for _, stays in told(law, law, offer)] == [False, True, False]
    assert [stays for _, stays in told(jd.BulletList([jd.Bullet("A")]), law)] == [False, False]


def test_no_page_break_parts_a_question_from_what_belongs_to_it() -> None:
    facts = jd.FactList([jd.Fact("Shows", "Calm."), jd.Fact("Tested", "Care.")])
    question = jd.Section("q", "Question 1", [jd.Paragraph("Tell me of a day."), facts])
    outer = jd.Section("all", "Questions", [question, question])
    found = kept(DOCX.render(jd.Document("Kit", [outer])))
    one = [("Question 1", True), ("Tell me of a day.", True)]
    one += [("Shows: Calm.", True), ("Tested: Care.", False)]
    assert found == [("Kit", False), ("Questions", False), *one, *one]


def test_a_long_section_may_go_on_to_the_next_page() -> None:
    long = jd.Section("q", "Question 1", [jd.Paragraph("Many words. " * 80)] * 2)
    found = kept(DOCX.render(jd.Document("Kit", [jd.Section("all", "Questions", [long])])))
    assert not any(stays for _, stays in found)


def test_what_leads_to_a_list_stays_with_it() -> None:
    blocks: list[Any] = [
        jd.Paragraph("We track:"),
        jd.BulletList([jd.Bullet("Calls.")]),
        jd.Paragraph("End."),
    ]
    found = dict(kept(DOCX.render(jd.Document("Report", blocks))))
    assert found == {"Report": False, "We track:": True, "Calls.": False, "End.": False}


def test_each_page_names_what_it_is_of() -> None:
    data = DOCX.render(jd.Document("Interview Kit", [jd.Paragraph("Ask.")]))
    (footer,) = opened(data).sections[0].footer.paragraphs
    assert footer.text.startswith("Interview Kit\t")


# --- links ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address", ["https://x.example/a?b=1&c=%22", "http://x.example/ü", "mailto:hr@x.example"]
)
def test_an_address_is_a_real_link(address: str) -> None:
    found = [
        link
        for one in opened(DOCX.render(posting(apply_url=address))).paragraphs
        for link in one.hyperlinks
    ]
    shown = {link.url: link.text for link in found}
    assert shown[address] == address.removeprefix("mailto:")
    assert shown["mailto:hr@lakeside.example"] == "hr@lakeside.example"
    assert {link.runs[0].style.name for link in found} == {"Hyperlink"}


def test_an_address_among_other_words_is_a_link_in_them() -> None:
    contact = "Ana Ruiz, ana@x.example, 303-555-0100"
    made = opened(DOCX.render(posting(questions_contact=contact)))
    (said,) = (one for one in made.paragraphs if "Ana Ruiz" in one.text)
    assert contact in said.text.replace("\u00a0", " ")
    assert [(one.url, one.text) for one in said.hyperlinks] == [
        ("mailto:ana@x.example", "ana@x.example")
    ]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "x", "https://a b", r"\\host\share"]
)
def test_what_nobody_should_follow_is_no_link(address: str) -> None:
    written = BodyRenderer().link(address)
    assert "hyperlink" not in written
    assert address.replace("&", "&amp;") in written


def test_two_links_to_one_address_share_their_relation() -> None:
    link = jd.Paragraph(jd.Text.parse("Apply at {apply_url}"))
    made = posting()
    once, twice = (evolve(made, blocks=[link] * count) for count in (1, 2))
    outside = [
        [
            relation
            for relation in part(DOCX.render(one), "word/_rels/document.xml.rels")
            if relation.get("TargetMode") == "External"
        ]
        for one in (once, twice)
    ]
    assert len(outside[0]) == len(outside[1])
    links = [
        sum(len(one.hyperlinks) for one in opened(DOCX.render(made)).paragraphs)
        for made in (once, twice)
    ]
    assert links[1] == links[0] + 1


# --- properties -------------------------------------------------------------------------------------


def test_properties_tell_title_employer_number_language_and_date() -> None:
    made = posting()
    found = opened(DOCX.render(made)).core_properties
    assert (found.title, found.author) == (made.heading, "Lakeside Health")
    assert (found.last_modified_by, found.identifier) == ("Lakeside Health", "CM-1042")
    assert found.language == "en-US"
    day = datetime(2026, 11, 20, tzinfo=UTC)
    assert [one.replace(tzinfo=UTC) for one in (found.created, found.modified)] == [day] * 2


def test_nothing_is_told_that_is_not_known() -> None:
    found = opened(DOCX.render(BLANK)).core_properties
    assert (found.author, found.identifier, found.created) == ("", "", None)
    of_report = opened(DOCX.render(jd.Document("Report", lang="de"))).core_properties
    assert (of_report.title, of_report.language) == ("Report", "de")


def test_the_language_is_that_of_the_document() -> None:
    for lang, wanted in (("en", "en-US"), ("de", "de"), ('x"><', 'x"><')):
        data = DOCX.render(jd.Document("Report", lang=lang))
        (found,) = part(data, "word/styles.xml").iterfind(f"{W}docDefaults//{W}lang")
        assert found.get(f"{W}val") == wanted


def test_only_what_is_neither_in_the_text_nor_in_the_properties_is_lost() -> None:
    board = posting(edition="board")
    lost = {loss.field for loss in DOCX.losses(board)}
    assert "employees" in lost
    assert not {"requisition_id", "posted_on", "organization"} & lost
    assert lost <= {loss.field for loss in jd.get_renderer("markdown").losses(board)}


# --- the same bytes ---------------------------------------------------------------------------------


def test_the_same_posting_gives_the_same_bytes() -> None:
    first, again = DOCX.render(posting()), DocxRenderer().render(jd.build(complete()))
    assert first == again
    with zipfile.ZipFile(BytesIO(first)) as archive:
        assert archive.testzip() is None
        members = archive.infolist()
    assert members[0].filename == "[Content_Types].xml"
    assert {one.date_time for one in members} == {(1980, 1, 1, 0, 0, 0)}
    assert len({one.filename for one in members}) == len(members)


def test_there_is_nothing_in_it_that_nobody_needs() -> None:
    with zipfile.ZipFile(BytesIO(DOCX.render(posting()))) as archive:
        names = archive.namelist()
        whole = b"".join(map(archive.read, names))
    assert not [one for one in names if "thumbnail" in one or "Effects" in one or "custom" in one]
    assert b"python-docx" not in whole
    assert len(DOCX.render(posting())) < 20_000


@pytest.mark.parametrize("name", ["word/styles.xml", "word/settings.xml", "word/footer1.xml"])
def test_every_part_is_in_the_order_of_the_schema(name: str) -> None:
    assert list(disorder(part(DOCX.render(posting()), name))) == []


def test_every_style_that_is_used_is_there() -> None:
    data = DOCX.render(BLANK, jd.RenderContext(audience="writer"))
    known = {one.get(f"{W}styleId") for one in part(data, "word/styles.xml").iter(f"{W}style")}
    used = {
        one.get(f"{W}val")
        for kind in ("pStyle", "rStyle", "tblStyle")
        for one in part(data).iter(f"{W}{kind}")
    }
    assert len(used) >= 8
    assert used <= known


# --- the look, and subclasses -----------------------------------------------------------------------

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154"
    "08d763f8cfc000000301010018dd8db00000000049454e44ae426082"
)


def test_a_theme_sets_accent_font_and_logo() -> None:
    theme = Theme(accent="#7a1f3d", font="Georgia", logo=PIXEL, logo_alt="Lakeside <Health>")
    data = DOCX.with_theme(theme).render(posting())
    found = part(data, "word/styles.xml")
    assert {"7A1F3D"} == {
        one.get(f"{W}val") for one in found.iterfind(f"{W}style[@{W}styleId='Heading1']//{W}color")
    }
    assert found.find(f"{W}docDefaults//{W}rFonts").get(f"{W}ascii") == "Georgia"
    document = opened(data)
    (logo,) = (
        document.sections[0]
        .first_page_header.paragraphs[0]
        ._p.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
    )
    assert logo.get("descr") == "Lakeside <Health>"
    assert list(disorder(part(data))) == []
    assert lines(data) == lines(DOCX.render(posting()))
    assert DOCX.theme == Theme()


@pytest.mark.parametrize(
    ("theme", "name", "family", "other"),
    [
        (Theme(), "Calibri", "swiss", "Arial"),
        (Theme(font="Georgia"), "Georgia", "roman", "Times New Roman"),
        (Theme(font="Ours", generic="monospace"), "Ours", "modern", "Courier New"),
    ],
)
def test_word_is_told_which_font_stands_in(
    theme: Theme, name: str, family: str, other: str
) -> None:
    data = DOCX.with_theme(theme).render(posting())
    (font,) = part(data, "word/fontTable.xml")
    assert font.get(f"{W}name") == name
    told = {one.tag.removeprefix(W): one.get(f"{W}val") for one in font}
    assert (told["family"], told["altName"]) == (family, other)


_DRAWING = (
    b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 10'><path d='M0 0H40V9Z'/></svg>"
)
_DRAWN = Theme(logo=_DRAWING, logo_alt="Lakeside")


def test_a_logo_that_is_a_drawing_becomes_a_picture_of_the_same_shape() -> None:
    renderer = DOCX.with_theme(_DRAWN)
    data = renderer.render(posting())
    assert data == renderer.render(posting())
    (picture,) = opened(data).sections[0].first_page_header.part.package.image_parts
    assert picture.blob.startswith(b"\x89PNG")
    assert picture.image.px_width == 4 * picture.image.px_height
    assert "theme.logo" not in {loss.field for loss in renderer.losses(posting())}


def test_a_drawing_that_nothing_can_draw_is_told() -> None:
    theme = Theme(logo=b"<svg xmlns='http://www.w3.org/2000/svg' bad", logo_alt="Lakeside")
    with pytest.raises(jd.RenderError, match="the logo cannot be read as an image"):
        DOCX.with_theme(theme).render(posting())


def test_without_typst_a_drawing_is_left_out_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("casemgr_jd.renderers.docx.logo.find_spec", lambda name: None)
    theme = Theme(logo=_DRAWING + b" ", logo_alt="Lakeside")
    assert DOCX.with_theme(theme).render(posting()) == DOCX.render(posting())
    lost = DOCX.with_theme(theme).losses(posting())
    assert "theme.logo" in {loss.field for loss in lost}


class HouseBody(BodyRenderer):
    """Bullets with a box, and a line at the end."""

    def render_bullet(self, bullet: Bullet, level: int) -> str:
        return self.paragraph("ListBullet", self.escape("☐ <&> ") + self.text(bullet.text))

    def page(self, document: jd.Document) -> str:
        line = self.paragraph("", self.escape("Apply to ") + self.value("organization"))
        return super().page(document) + line


class House(DocxRenderer):
    """With a name in the footer."""

    name = "house_docx"
    body = HouseBody

    @classmethod
    def prepare(cls, container: Any, document: jd.Document) -> None:
        container.sections[0].footer.paragraphs[0].add_run(" – Lakeside")
        container.styles["Normal"].font.name = "Georgia"


def test_a_subclass_overrides_hooks_and_the_container() -> None:
    house = House()
    data = house.render(BLANK)
    assert lines(data)[-1] == "Apply to [Organization]"
    assert sum(line.startswith("☐ <&> ") for line in lines(data)) > 15
    document = opened(data)
    assert document.sections[0].footer.paragraphs[0].text.endswith(" – Lakeside")
    assert document.styles["Normal"].font.name == "Georgia"
    plan = house.plan(posting(), ["organization"])
    assert plan.exact, plan.reason
    assert lines(plan.fill(organization="Harbor & Co"))[-1] == "Apply to Harbor & Co"
    assert opened(DOCX.render(BLANK)).styles["Normal"].font.name is None


def test_a_document_with_a_date_needs_no_clock() -> None:
    assert b"2026-12-01T00:00:00Z" in _core(posting(posted_on=date(2026, 12, 1)))
    assert b"T00:00:00Z" not in _core(posting(posted_on=None))


def _core(made: jd.Posting) -> bytes:
    with zipfile.ZipFile(BytesIO(DOCX.render(made))) as archive:
        return archive.read("docProps/core.xml")


def test_the_shape_that_the_tests_compare_sees_structure() -> None:
    plain, other = (jd.Document("Report", [one]) for one in (jd.Paragraph("x"), jd.Paragraph("")))
    assert shape(DOCX.render(plain)) != shape(DOCX.render(other))
    assert shape(DOCX.render(plain)) == shape(DOCX.render(evolve(plain, title="Other")))


def test_facts_at_the_head_of_a_posting_stand_out_and_others_are_read() -> None:
    facts = jd.FactList([jd.Fact("Pay", "$30")])
    for document, style in (
        (jd.Posting("Nurse", [facts]), "Fact Text"),
        (jd.Document("Report", [facts]), "Table Text"),
    ):
        row = opened(DOCX.render(document)).tables[0].rows[-1]
        assert [cell.paragraphs[0].style.name for cell in row.cells] == ["Fact Label", style]


def test_a_line_to_write_on_is_a_rule_as_wide_as_its_cell() -> None:
    room = "…" * 24
    table = jd.Table(["Question", "Evidence"], [["1", f"{room} {room}"], ["2", "Well………then."]])
    facts = jd.FactList([jd.Fact("Name", room)])
    made = opened(DOCX.render(jd.Document("Scorecard", [facts, table])))
    named, scored = made.tables
    for cell, count in ((named.rows[0].cells[1], 1), (scored.rows[1].cells[1], 2)):
        assert [one.text for one in cell.paragraphs] == [""] * count
        assert all(one._p.find(f".//{W}pBdr/{W}between") is not None for one in cell.paragraphs)
    # Ellipses that are part of a word are the writer's.
    assert scored.rows[2].cells[1].text == "Well………then."
    assert list(disorder(part(DOCX.render(jd.Document("Scorecard", [facts, table]))))) == []


# --- words of a file -------------------------------------------------------------------------------------


def test_what_reads_the_text_of_a_file_alone_reads_each_hyphen() -> None:
    contact = "Jo Diaz, 303-555-0147"
    data = DOCX.render(posting(on_call=["on-call one weekend in six"], questions_contact=contact))
    words = "".join(one.text or "" for one in part(data).iter(f"{W}t"))
    assert "On-call one" in words.replace("\u00a0", " ")
    assert "303-555-0147" in words


def test_a_draft_asks_at_its_head_where_to_apply() -> None:
    said = lines(DOCX.render(posting(apply_url=None, website=None)))
    assert "Apply: [Application link]" in said


def test_a_stroke_stays_by_the_word_before_it_and_the_figure_behind_it() -> None:
    made = posting(title="Case Manager, Grade / 13", education=["BSW / MSW"])
    words = "".join(part(DOCX.render(made)).itertext())
    assert "Grade\u00a0/\u00a013" in words
    assert "BSW\u00a0/ MSW" in words
