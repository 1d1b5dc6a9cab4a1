"""What a reader sees besides the posting: that it is a draft, and, for its writer, what it could say."""

import io
from typing import Any

import pytest
from attrs import evolve
from click.testing import CliRunner, Result

import casemgr_jd as jd
from casemgr_jd.builder.homes import layouts_of
from casemgr_jd.cli.main import program
from casemgr_jd.model.document import Block, Bullet, BulletList, Fact, FactList
from casemgr_jd.model.open_option import OpenOption
from casemgr_jd.renderers.readers import addable, shown_to

WRITER = jd.RenderContext(audience="writer")
SIX: dict[str, Any] = {
    "organization": "Orchard Health",
    "locations": [jd.Location("Columbus", "OH")],
    "employment_type": "full_time",
    "pay": jd.PayRange(68_000, 84_000),
    "apply_url": "https://orchard.example/jobs/1",
}
TEXTS = ("markdown", "text", "html", "html_fragment")
MACHINES = ("jsonld", "greenhouse", "lever", "smartrecruiters", "json")


def _posting(**facts: Any) -> jd.Posting:
    return jd.draft().for_setting("hospital").as_role("rn").fill(**facts).build()


def _shown(posting: jd.Posting, form: str, context: jd.RenderContext = WRITER) -> str:
    """Return what a format shows, on one line, with what it escapes as it was."""
    made = jd.render(posting, form, context)
    if isinstance(made, bytes):
        docx = pytest.importorskip("docx")
        made = "\n".join(one.text for one in docx.Document(io.BytesIO(made)).paragraphs)
    # What stays on one line is marked in a page, and says nothing else.
    made = made.replace('<span class="whole">', "").replace("</span>", "")
    for escaped, plain in (("\\", ""), ("&quot;", '"'), ("&#39;", "'"), ("&amp;", "&")):
        made = made.replace(escaped, plain)
    made = made.translate(str.maketrans("“”‘’", "\"\"''"))
    return " ".join(made.split())


@pytest.mark.parametrize("form", (*TEXTS, "docx"))
def test_a_writer_sees_what_each_section_could_say(form: str) -> None:
    shown = _shown(_posting(**SIX), form)
    assert "This could be said here" in shown
    assert "On-site, Hybrid, Remote, Field-based" in shown
    assert '"guide" takes over: 12–22 patients per day.' in shown
    fields = jd.load_catalog().fields
    offered = [plan for plan in fields if plan.name in addable(_posting(**SIX))]
    assert len(offered) > 40
    for plan in offered:
        assert plan.name in shown
        assert plan.help in shown, plan.name


@pytest.mark.parametrize("form", (*TEXTS, "docx"))
def test_a_candidate_sees_none_of_it(form: str) -> None:
    posting = _posting(**SIX)
    bare = evolve(posting, open_options=())
    assert jd.render(posting, form) == jd.render(bare, form)
    assert jd.render(posting, form, WRITER) != jd.render(bare, form, WRITER)


@pytest.mark.parametrize("form", MACHINES)
def test_no_machine_format_holds_any_of_it(form: str) -> None:
    posting = _posting(**SIX, posted_on="2026-11-20")
    context = jd.RenderContext(audience="writer", allow_incomplete=True)
    made = jd.render(posting, form, context)
    assert "This could be said here" not in made
    assert made == jd.render(posting, form, jd.RenderContext(allow_incomplete=True))


def test_the_data_of_a_writers_page_is_that_of_the_candidates_page() -> None:
    posting = _posting(**SIX, posted_on="2026-11-20")
    pages = [jd.render(posting, "html", one) for one in (WRITER, jd.RenderContext())]
    data = [page.partition("<script")[2].partition("</script>")[0] for page in pages]
    assert data[0]
    assert data[0] == data[1]


def test_each_option_stands_in_its_section_and_the_rest_under_headings_of_their_own() -> None:
    options = (
        OpenOption(("shift",), "facts", jd.Text.parse("{shift}"), options=("Day",)),
        OpenOption(("duties",), "responsibilities", tip="Name your own."),
        OpenOption(("growth",), "support", heading="How we help", tip="Name the next step."),
    )
    blocks: list[Block] = [
        FactList([Fact("Where", "Denver")]),
        jd.Section(
            "responsibilities", "Duties", [BulletList([Bullet("Join rounds.")])], tip="Few."
        ),
    ]
    posting = jd.Posting("Nurse", blocks, open_options=options)
    lines = [one for one in jd.render(posting, "markdown", WRITER).splitlines() if one]
    assert lines == [
        "# Nurse",
        "- **Where:** Denver",
        "> This could be said here:",
        "- **Shift:** Options: Day. In the file: shift.",
        "## Duties",
        "> *Tip:* Few.",
        "- Join rounds.",
        "> This could be said here:",
        "- **Duties:** Name your own. In the file: duties.",
        "## How we help",
        "> This could be said here:",
        "- **Growth:** Name the next step. In the file: growth.",
    ]


@pytest.mark.parametrize("edition", jd.Edition)
def test_what_is_empty_as_yet_stands_where_it_would_stand(edition: jd.Edition) -> None:
    catalog = jd.load_catalog()
    plan = [layout.id for layout in layouts_of(edition.value, catalog)]
    posting = _posting(edition=edition)
    shown = [one.id for one in shown_to(posting, WRITER).blocks if isinstance(one, jd.Section)]
    assert len(set(shown) - {one.id for one in posting.sections}) >= 2
    assert shown == sorted(shown, key=plan.index)


def test_a_fact_is_offered_once_and_an_option_only_where_it_would_stand() -> None:
    for edition in ("posting", "full", "board"):
        posting = _posting(**SIX, edition=edition)
        homes = {one.id for one in jd.load_catalog().edition(edition).sections}
        assert len(posting.open_options) > 20
        assert {one.section for one in posting.open_options} <= homes
        assert all(one.heading or one.section == "facts" for one in posting.open_options)
        shown = jd.render(posting, "markdown", WRITER)
        assert shown.count("In the file: caseload.") == 1
        assert len(addable(posting)) == len(set(addable(posting)))


def test_remote_facts_are_offered_for_remote_work_only() -> None:
    assert "remote_states" not in addable(_posting(**SIX, work_model="onsite"))
    assert "remote_states" in addable(_posting(**SIX, work_model="remote"))


@pytest.mark.parametrize("audience", ("candidate", "writer"))
@pytest.mark.parametrize("form", (*TEXTS, "docx"))
def test_a_draft_says_so_at_its_head_in_both_views(form: str, audience: str) -> None:
    context = jd.RenderContext(audience=audience)
    # The page says it in a note of its own, whose names may lead to the blanks.
    words = "Draft. Still to be filled in: Pay and Application link."
    if form == "html":
        words = "<strong>Draft.</strong>"
    draft = _posting(**{**SIX, "pay": None, "apply_url": None})
    shown = _shown(draft, form, context)
    assert shown.count(words) == 1
    assert shown.index(words) < shown.index("About this job")
    assert "Draft. Still" not in _shown(_posting(**SIX), form, context)


def test_a_pdf_of_a_draft_is_made_in_both_views() -> None:
    pytest.importorskip("typst")
    draft = _posting()
    pages = [jd.render(draft, "pdf", one) for one in (WRITER, jd.RenderContext())]
    assert len(pages[0]) > len(pages[1])


def test_a_plan_says_what_render_says() -> None:
    plan = jd.get_renderer("markdown").plan(_posting(), varying=["title"])
    made = plan.fill(title="Nurse")
    assert made == jd.render(_posting(title="Nurse"))
    assert "Draft. Still to be filled in:" in made
    writers = jd.get_renderer("html").plan(_posting(**SIX), ["organization"], WRITER)
    filled = writers.fill(organization="Lakeside")
    assert filled == jd.render(_posting(**{**SIX, "organization": "Lakeside"}), "html", WRITER)


def test_a_plain_document_is_shown_as_it_is() -> None:
    document = jd.Document("Report", [jd.Paragraph(jd.Text.parse("By {author}."))])
    assert jd.render(document, "text", WRITER) == "Report\n======\n\nBy [Author].\n"


def _render(tmp_path: Any, text: str, *arguments: str) -> Result:
    source = tmp_path / "req.toml"
    source.write_text(text, encoding="utf-8")
    return CliRunner().invoke(program, ["render", str(source), *arguments])


def test_rendering_to_a_file_tells_what_is_blank_and_what_could_be_told(tmp_path: Any) -> None:
    out = tmp_path / "posting.md"
    told = _render(tmp_path, 'setting = ["hospital"]\norganization = "Orchard"', "-o", str(out))
    assert told.exit_code == 0
    more = len(addable(jd.build(jd.Requisition(setting="hospital", organization="Orchard"))))
    assert more > 20
    assert told.stderr.splitlines() == [
        f"wrote {out}; needed and still blank: Pay, Employment type, Location, Application link; "
        f"{more} more facts could be told: --audience writer shows them"
    ]
    assert _render(tmp_path, 'setting = ["hospital"]').stderr == ""
    for_writer = _render(tmp_path, 'setting = ["hospital"]', "-o", str(out), "--audience", "writer")
    assert "--audience writer" not in for_writer.stderr


def test_strict_speaks_of_what_is_needed_only(tmp_path: Any) -> None:
    complete = """
        organization = "Orchard Health"
        employment_type = "full_time"
        apply_url = "https://orchard.example/jobs/1"
        locations = [{ city = "Columbus", state = "OH" }]
        pay = { minimum = 68000, maximum = 84000 }
    """
    assert _render(tmp_path, complete, "--strict").exit_code == 0
    # In Colorado, law wants more of a posting.
    colorado = complete.replace("Columbus", "Denver").replace("OH", "CO")
    told = _render(tmp_path, colorado, "--strict")
    assert told.exit_code == 1
    assert "needed and still blank: " in told.stderr
    assert "Benefits" in told.stderr
    assert "Shift" not in told.stderr
