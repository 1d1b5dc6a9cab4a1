"""PDF: tagged, with its fonts, the same bytes each time, and nothing but what the posting says."""

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import samples
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_reading import counted, elements, expected_roles, opened, pages, roles, squeezed, words
from strategies import documents

import casemgr_jd as jd
from casemgr_jd.cli.main import main
from casemgr_jd.errors import ExtraNotInstalledError, PlanError, RenderError
from casemgr_jd.model.document import texts
from casemgr_jd.renderers import pdf
from casemgr_jd.renderers._head import head_of
from casemgr_jd.renderers.pdf import PdfRenderer
from casemgr_jd.renderers.pdf_tree import PageTreeRenderer
from casemgr_jd.renderers.theme import Theme
from casemgr_jd.renderers.typefaces import without_serifs
from casemgr_jd.renderers.typesetting import fonts_in

SETTINGS = ("hospital", "managed_care", "behavioral", "home_health", "social_services", "specialty")
TIERS = (None, "entry", "senior", "lead")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
PDF = PdfRenderer()
EXAMPLE = Path(__file__).parents[2] / "examples" / "hospital-senior-rn.toml"


def rendered(**changes: Any) -> bytes:
    """Return the PDF of a complete posting, with *changes*."""
    return PDF.render(samples.posting(**changes))


def in_order(document: jd.Document, read: str) -> None:
    """Find every text of *document* in what was read, one behind the other, facts in the order of a page."""
    values = document.values() if isinstance(document, jd.Posting) else {}
    letterhead, facts, rest = head_of(document)
    shown = (jd.Paragraph(document.title), *letterhead, *facts, *rest)
    start = 0
    for text in texts(jd.Document("", shown)):
        wanted = squeezed(text.filled(lambda slot: values[slot] or f"[{slot}]"))
        at = read.find(wanted, start)
        assert at >= 0, (wanted, read[start : start + 200])
        start = at + len(wanted)


# --- what a reader that helps people finds ------------------------------------------------------------


def test_it_is_tagged_titled_and_says_its_language() -> None:
    root: Any = opened(rendered()).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    xmp = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "Lakeside Health" in xmp


def test_title_and_author_name_job_and_employer() -> None:
    made = samples.posting()
    about = opened(PDF.render(made)).metadata
    assert about is not None
    assert about.title == f"{made.heading} – Lakeside Health"
    assert about.author == "Lakeside Health"
    assert about.creation_date is None
    assert about.modification_date is None


def test_a_blank_employer_is_no_author() -> None:
    about = opened(PDF.render(jd.draft().build())).metadata
    assert about is not None
    assert about.author is None
    assert about.title == "Case Manager – [Organization]"


def test_the_language_of_a_document_is_kept() -> None:
    root: Any = opened(PDF.render(jd.Document("Informe", lang="es-MX"))).trailer["/Root"]
    assert root["/Lang"] == "es-MX"
    with pytest.raises(RenderError, match="is not a language"):
        PDF.render(jd.Document("Report", lang="?"))


def test_structure_elements_are_those_of_the_document() -> None:
    made = samples.posting()
    # Besides its nodes: the employer above the title, the line that tells where to apply.
    assert counted(PDF.render(made)) == expected_roles(made, above=2)
    kit = jd.interview_kit(made).to_document()
    assert counted(PDF.render(kit)) == expected_roles(kit)


@given(documents)
def test_any_document_has_the_structure_of_its_nodes(document: jd.Document) -> None:
    assert counted(PDF.render(document)) == expected_roles(document)


def test_the_title_is_the_first_heading_and_sections_are_without_it() -> None:
    sections = [jd.Section("a", "Inner", [jd.Paragraph("Words.")])]
    assert roles(PDF.render(jd.Document("Report", sections)))[1:3] == ["H1", "H2"]
    assert roles(PDF.render(jd.Document(" ", sections)))[1:] == ["H1", "P"]


def test_a_heading_without_words_skips_no_level() -> None:
    inner = jd.Section("b", "Inner", [jd.Paragraph("Words.")])
    document = jd.Document("Report", [jd.Section("a", "", [inner])])
    assert roles(PDF.render(document)) == ["Document", "H1", "H2", "P"]


def test_tables_have_header_cells_and_captions() -> None:
    table = jd.Table(["Question", "Score"], [["Why?", ""], ["How?", "3"]], "Scorecard")
    found = roles(PDF.render(jd.Document("Kit", [table])))
    assert found[2:4] == ["Table", "Caption"]
    assert found.count("TH") == 2
    assert found.count("TD") == 4


def test_rows_of_any_length_stay_rows() -> None:
    table = jd.Table(["One"], [["a", "b", "c"], []])
    data = PDF.render(jd.Document("Report", [table]))
    found = roles(data)
    assert (found.count("TH"), found.count("TD"), found.count("TR")) == (3, 6, 3)
    assert words(data).endswith("Oneabc")


def test_fonts_are_inside() -> None:
    fonts = {}
    for page in opened(rendered()).pages:
        resources: Any = page["/Resources"]
        fonts.update({name: font.get_object() for name, font in resources["/Font"].items()})
    assert fonts
    for font in fonts.values():
        descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
        assert any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3"))


def test_an_address_can_be_clicked_and_is_spelled_out() -> None:
    address = "https://lakeside.example/jobs?id=7&from=pdf"
    contact = "Ana Ruiz, ana@x.example, 303-555-0100"
    data = rendered(apply_url=address, questions_contact=contact)
    found = [
        note["/A"]["/URI"]
        for page in opened(data).pages
        for note in (one.get_object() for one in page.get("/Annots", ()))
    ]
    mails = {"mailto:hr@lakeside.example", "mailto:ana@x.example"}
    assert set(found) == {address, *mails, "https://lakeside.example"}
    assert squeezed(contact) in words(data)
    found = [one for one in found if one == address]
    assert pages(data)[0].count(address) == 1
    assert words(data).count(address) == len(found) >= 2


def test_a_draft_asks_at_its_head_where_to_apply() -> None:
    data = rendered(apply_url=None, accommodation_contact="the front desk", website=None)
    assert "Link" not in roles(data)
    assert "Apply at [Application link]" in pages(data)[0]


def test_a_long_name_at_the_foot_has_its_lines_and_ends_between_words() -> None:
    name = (
        "The Saint Bartholomew and Our Lady of Perpetual Help Regional Medical Center "
        "and Health Network of the Plains"
    )
    foot = pages(rendered(organization=name))[0].rpartition("Page 1 of")[2]
    assert "".join(name.split()) in "".join(pages(rendered(organization=name))[0].split())
    assert "…" not in foot
    longer = " ".join(["Perpetual"] * 40)
    (cut,) = re.findall(r"(\w+)…", pages(rendered(organization=longer))[0])
    assert cut == "Perpetual"


def test_what_cannot_be_shown_is_told_without_being_asked_for_losses() -> None:
    made = samples.posting(manager="Zoë 🏥")
    assert [str(one) for one in PDF.unshown(made)] == [
        "manager: the fonts do not have 🏥 (U+1F3E5)"
    ]
    assert set(PDF.unshown(made)) <= set(PDF.losses(made))


# --- what it says -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SETTINGS)
@pytest.mark.parametrize("tier", TIERS)
def test_every_setting_and_tier_says_every_text_in_order(name: str, tier: str | None) -> None:
    made = samples.posting(setting=[name], tier=tier)
    data = PDF.render(made)
    employer, rest = words(data).split("Health", 1)
    assert employer == "Lakeside"
    in_order(made, rest)


def test_kits_and_reports_say_every_text_in_order() -> None:
    made = samples.posting()
    in_order(
        jd.interview_kit(made).to_document(),
        words(PDF.render(jd.interview_kit(made).to_document())),
    )


def test_blanks_are_seen() -> None:
    made = jd.draft().for_setting("hospital").build()
    read = words(PDF.render(made))
    assert made.unfilled
    for slot in made.unfilled:
        assert squeezed(made.slot(slot).blank) in read


def test_pages_are_numbered() -> None:
    read = [page.extract_text() for page in opened(rendered()).pages]
    assert len(read) > 1
    for number, text in enumerate(read, 1):
        assert text.rstrip().endswith(f"Page {number} of {len(read)}")


def test_tips_are_for_writers() -> None:
    document = jd.Document("Report", [jd.Section("a", "One", [jd.Paragraph("x")], tip="Be brief.")])
    assert "Tip" not in words(PDF.render(document))
    assert "Tip:Bebrief." in words(PDF.render(document, jd.RenderContext(audience="writer")))


def test_a_section_may_start_on_a_new_page() -> None:
    blocks = [jd.Section(str(one), f"Card {one}", page_break=one > 1) for one in (1, 2, 3)]
    assert [page.strip() for page in pages(PDF.render(jd.Document("Kit", blocks)))] == [
        "Kit\nCard 1",
        "Card 2",
        "Card 3",
    ]


def test_no_page_break_parts_a_question_from_what_belongs_to_it() -> None:
    facts = jd.FactList([jd.Fact("Shows", "Calm, and " * 8), jd.Fact("Tested", "END")])
    asked = [
        jd.Section(f"q{one}", f"Question {one}", [jd.Paragraph("Tell me of a day. " * 9), facts])
        for one in range(30)
    ]
    read = pages(PDF.render(jd.Document("Kit", [jd.Section("all", "Questions", asked)])))
    assert len(read) > 3
    for page in read:
        assert page.count("Question ") == page.count("END")


def test_no_page_break_goes_through_a_row() -> None:
    rows = [[f"START {one}", "word " * 60 + "END"] for one in range(40)]
    read = pages(PDF.render(jd.Document("Kit", [jd.Table(["What", "Shown"], rows)])))
    assert len(read) > 3
    for page in read:
        assert page.count("START") == page.count("END")


def test_a_row_that_is_longer_than_a_page_goes_on() -> None:
    read = pages(PDF.render(jd.Document("Kit", [jd.Table(["What"], [["word " * 3000 + "END"]])])))
    assert len(read) > 1
    assert "END" in read[-1]


def test_what_leads_to_a_list_stays_with_it() -> None:
    for lines in range(30, 60):
        before = [jd.Paragraph("Line.")] * lines
        blocks: list[Any] = [
            *before,
            jd.Paragraph("We track:"),
            jd.BulletList([jd.Bullet("Calls.")] * 3),
        ]
        read = pages(PDF.render(jd.Document("Report", blocks)))
        if len(read) > 1:
            break
    (page,) = (page for page in read if "We track:" in page)
    assert page.count("Calls.") == 3


def test_a_document_without_anything_is_a_page() -> None:
    data = PDF.render(jd.Document(""))
    assert len(opened(data).pages) == 1
    about = opened(data).metadata
    assert about is not None
    assert about.title == "Untitled"


@given(st.text("ab/.-?&=_@", min_size=200, max_size=2000))
@settings(max_examples=10)
def test_a_word_wider_than_the_page_is_broken(word: str) -> None:
    table = jd.Table(["One", word, "Three"], [["a", "b", word]])
    data = PDF.render(
        jd.Document(word, [jd.Paragraph(word), jd.BulletList([jd.Bullet(word)]), table])
    )
    lines = "\n".join(pages(data)).splitlines()
    assert max(map(len, lines)) <= 160
    assert words(data).count(word) >= 3
    assert "\u200b" not in "".join(pages(data))


def test_a_word_breaks_behind_its_marks_before_it_breaks_anywhere() -> None:
    cell = "mileage reimbursement and continuing-education support, " * 3
    table = jd.Table(["One", "Two", "Three", "Four"], [[cell, cell, cell, cell]])
    lines = pages(PDF.render(jd.Document("Report", [table])))[0].split()
    assert {line.strip(",") for line in lines if line.startswith("continuing")} <= {
        "continuing-",
        "continuing-education",
    }


# --- the same bytes -----------------------------------------------------------------------------------


def test_bytes_are_the_same_whatever_was_rendered_before() -> None:
    first = rendered()
    rendered(organization="Harbor Care")
    PdfRenderer(paper="a4").render(samples.posting())
    assert rendered() == first


def test_bytes_are_the_same_in_a_new_process(tmp_path: Path) -> None:
    code = (
        "import casemgr_jd as jd, sys; "
        "made = jd.build(jd.load_requisition(sys.argv[1])); "
        "sys.stdout.buffer.write(jd.render(made, 'pdf'))"
    )
    others = {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "TMPDIR": str(tmp_path)}
    found = subprocess.run(
        [sys.executable, "-c", code, str(EXAMPLE)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **others},
        capture_output=True,
        check=True,
        cwd=tmp_path,
    )
    assert found.stdout == PDF.render(jd.build(jd.load_requisition(EXAMPLE)))
    assert list(tmp_path.iterdir()) == []


def test_threads_share_a_renderer() -> None:
    names = [f"Employer {number}" for number in range(12)]
    made = [samples.posting(organization=name) for name in names]
    one_by_one = [PDF.render(one) for one in made]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(PDF.render, made)) == one_by_one


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_forked_process_is_told_rather_than_left_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    rendered()
    monkeypatch.setattr(os, "getpid", lambda: -1)
    # What was set before may be given again; what is new has to be set.
    with pytest.raises(RenderError, match="spawn"):
        PDF.render(jd.Document("Set by nobody yet"))


# --- themes -------------------------------------------------------------------------------------------


def test_a_logo_is_a_figure_with_words() -> None:
    theme = Theme(logo=SVG, logo_alt='The "Lakeside" sun')
    data = PDF.with_theme(theme).render(samples.posting())
    alts = [str(one["/Alt"]) for one in elements(data) if str(one["/S"]) == "/Figure"]
    assert alts == ['The "Lakeside" sun']
    assert roles(data)[:3] == ["Document", "Figure", "P"]


def test_a_logo_that_cannot_be_drawn_is_told() -> None:
    theme = Theme(logo=b"<svg xmlns='http://www.w3.org/2000/svg'><rect></svg>", logo_alt="Sun")
    with pytest.raises(RenderError, match="cannot be set: failed to parse SVG"):
        PDF.with_theme(theme).render(jd.Document("Report"))


def test_an_accent_is_used_and_leaves_other_renderers_alone() -> None:
    plain = PDF.render(jd.Document("Report", [jd.Section("a", "One")]))
    red = PDF.with_theme(Theme(accent="#7a1f3d"))
    assert red.render(jd.Document("Report", [jd.Section("a", "One")])) != plain
    assert PDF.render(jd.Document("Report", [jd.Section("a", "One")])) == plain


def test_a_font_that_is_not_there_gives_way_and_is_told() -> None:
    other = PDF.with_theme(Theme(font="Inter"))
    stands = without_serifs("Inter", fonts_in(None, system=True).families()) or "Libertinus Serif"
    data = other.render(jd.Document("Report"))
    assert stands.replace(" ", "").encode() in data
    assert data == PDF.with_theme(Theme(font="Inter")).render(jd.Document("Report"))
    found = {loss.field: loss.reason for loss in other.losses(samples.posting())}
    assert f"'Inter' is not there, so that {stands} stands for it" in found["theme.font"]
    assert "theme.font" not in {loss.field for loss in PDF.losses(samples.posting())}


@pytest.mark.parametrize(
    ("there", "stands"),
    [
        (["Georgia", "Arial"], "Arial"),
        (["Georgia", "DejaVu Sans", "Inter"], "Inter"),
        (["Georgia"], "Libertinus Serif"),
    ],
)
def test_a_font_without_serifs_gives_way_to_one_of_the_computer(
    there: list[str], stands: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only there is the computer asked, and only for a few plain faces."""
    asked: list[bool] = []

    def fonts(folder: Path | None, *, system: bool = False) -> Any:
        asked.append(system)
        return SimpleNamespace(families=lambda: [*there, "Libertinus Serif"] if system else [])

    monkeypatch.setattr(pdf, "fonts_in", fonts)
    face = pdf._face.__wrapped__
    assert face(Theme(font="Inter")).name == stands
    asked.clear()
    assert [face(one).name for one in (Theme(), Theme(font="Georgia"), Theme(font="Courier"))] == [
        "Libertinus Serif",
        "Libertinus Serif",
        "DejaVu Sans Mono",
    ]
    assert asked == [False] * 3


def test_a_font_gives_way_to_a_packaged_one_of_its_kind() -> None:
    data = PDF.with_theme(Theme(font="Courier New")).render(jd.Document("Report"))
    assert b"DejaVu" in data
    assert b"Libertinus" not in data


def test_usual_postings_have_two_pages_at_most() -> None:
    files = sorted(EXAMPLE.parent.glob("*.toml"))
    assert len(files) > 10
    long = [
        file.stem
        for file in files
        if len(opened(PDF.render(jd.build(jd.load_requisition(file)))).pages) > 2
    ]
    assert long == []


def test_another_font_of_the_package_may_be_chosen() -> None:
    data = PDF.with_theme(Theme(font="New Computer Modern")).render(jd.Document("Report"))
    assert b"NewCM" in data
    assert b"Libertinus" not in data


def test_paper_is_letter_or_a4() -> None:
    for paper, width in (("us-letter", 612), ("a4", 595)):
        page = opened(PdfRenderer(paper=paper).render(jd.Document("Report"))).pages[0]
        assert int(page.mediabox.width) == width
    with pytest.raises(jd.InputError, match="paper"):
        PdfRenderer(paper="letter")


def test_a_house_style_changes_a_hook_or_the_template() -> None:
    class Shouting(PageTreeRenderer):
        def escape(self, words: str) -> str:
            return super().escape(words.upper())

    class House(PdfRenderer):
        name = "house"
        tree = Shouting

    class Bare(PdfRenderer):
        template = (
            '#let doc = json("document.json")\n#set document(title: "Bare")\n#doc.title.first()'
        )

    document = jd.Document("Report", [jd.Paragraph("All is well.")])
    assert words(House().render(document)).startswith("REPORTALLISWELL.")
    assert words(Bare().render(document)) == "Report"


def test_labels_of_facts_start_at_one_edge_and_programs_read_each_beside_its_fact() -> None:
    made = samples.posting()
    starts: dict[str, float] = {}

    def seen(text: str, _cm: object, matrix: list[float], _font: object, _size: object) -> None:
        starts.setdefault(text.strip(), round(matrix[4], 1))

    opened(PDF.render(made)).pages[0].extract_text(visitor_text=seen)
    (facts,) = head_of(made).facts
    labels = [fact.label for fact in facts.facts]
    assert labels[:2] == ["Pay", "Where"]
    assert len({starts[label] for label in labels}) == 1, starts
    (first, *_) = (one.replace("\u00a0", " ") for one in pages(PDF.render(made)))
    for label, value in (("Pay", "$72,000–$92,000 a year"), ("Where", "Denver, CO")):
        assert any(
            re.match(rf"{label}[ .]+{re.escape(value)}", line) for line in first.splitlines()
        )


def test_a_template_that_typst_warns_about_is_an_error() -> None:
    class Warned(PdfRenderer):
        template = '#set document(title: "x")\n#set text(font: "No Such Font")\nx'

    with pytest.raises(RenderError, match="unknown font family"):
        Warned().render(jd.Document("Report"))


# --- plans --------------------------------------------------------------------------------------------


def test_a_plan_gives_what_a_rendering_gives() -> None:
    made = samples.posting()
    plan = PDF.plan(made, varying=["organization", "apply_url", "pay"])
    assert plan.exact, plan.reason
    assert plan.posting == made
    assert plan.varying == ("organization", "apply_url", "pay")
    for changes in (
        {"organization": "Harbor <Care> #1"},
        {"organization": "https-" * 40, "apply_url": "https://harbor.example/a"},
        {"pay": jd.PayRange(60_000, 70_000)},
    ):
        assert plan.fill(**changes) == PDF.render(samples.refilled(made, **changes))
    rows = [evolve(made.requisition, organization=name) for name in ("A", "B")]
    assert list(plan.render_rows(rows)) == [
        PDF.render(evolve(made, requisition=one)) for one in rows
    ]


def test_a_plan_refuses_what_changes_the_structure() -> None:
    with pytest.raises(PlanError, match="setting"):
        PDF.plan(samples.posting(), varying=["setting"])


# --- the extra, and the command line ------------------------------------------------------------------


def test_without_the_extra_it_says_which(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ExtraNotInstalledError, match=r'pip install "casemgr-jd\[pdf\]"'):
        PdfRenderer(theme=Theme(accent="#123456")).render(jd.Document("Report"))
    from casemgr_jd.renderers import pdf

    pdf._typesetter.cache_clear()
    with pytest.raises(SystemExit) as stop:
        main(["render", str(EXAMPLE), "-f", "pdf"])
    assert stop.value.code == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert 'pip install "casemgr-jd[pdf]"' in printed.err
    main(["render", str(EXAMPLE), "-f", "markdown"])
    assert capsys.readouterr().out.startswith("# Senior RN Case Manager")


def test_finding_the_renderer_does_not_load_typst() -> None:
    code = (
        "import sys, casemgr_jd as jd; renderer = jd.get_renderer('pdf'); "
        "assert (renderer.name, renderer.suffix) == ('pdf', '.pdf'); print('typst' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env=environment
    )
    assert found.stdout.strip() == b"False"


def test_the_command_line_writes_bytes(tmp_path: Path, capsysbinary: Any) -> None:
    expected = PDF.render(jd.build(jd.load_requisition(EXAMPLE)))
    main(["render", str(EXAMPLE), "-f", "pdf", "-o", str(tmp_path / "a.pdf")])
    assert (tmp_path / "a.pdf").read_bytes() == expected
    main(["render", str(EXAMPLE), "-o", str(tmp_path / "b.pdf")])
    assert (tmp_path / "b.pdf").read_bytes() == expected
    capsysbinary.readouterr()
    main(["render", str(EXAMPLE), "-f", "pdf"])
    assert capsysbinary.readouterr().out == expected


def test_variants_are_written_as_pdf(tmp_path: Path) -> None:
    arguments = ["variants", str(EXAMPLE), "--tiers", "entry,senior", "-f", "pdf"]
    main([*arguments, "-o", str(tmp_path)])
    found = sorted(tmp_path.glob("*.pdf"))
    assert len(found) == 2
    assert all(opened(one.read_bytes()).pages for one in found)


def test_a_line_to_write_on_goes_to_the_end_of_its_line() -> None:
    room = "…" * 24
    made = jd.Document(
        "Notes", [jd.Paragraph(f"Said: {room} {room}"), jd.Paragraph("Well………then.")]
    )
    (page,) = pages(PDF.render(made))
    lines = [line for line in page.splitlines() if "...." in line]
    assert len(lines) == 2
    assert all(line.count(".") > 100 for line in lines)
    # Ellipses that are part of a word are the writer's.
    assert "Well………then." in page


def test_facts_at_the_head_of_a_posting_stand_out_and_others_are_read() -> None:
    facts = jd.FactList([jd.Fact("Pay", "$30")])
    said = jd.Document("Report", [jd.Paragraph("All is well."), facts])
    assert b"Semibold" not in PDF.render(said)
    assert b"Semibold" in PDF.render(jd.Document("Report", [facts]))
