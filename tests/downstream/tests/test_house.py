"""The house style works over the installed library, found by the names of its entry points."""

import ast
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import downstream_house
import pytest
from downstream_house.practice import CLINIC, PRINCIPAL, WOUND_NURSE, practice
from downstream_house.word import HouseWord

import casemgr_jd as jd

FACTS = jd.Requisition(
    setting="hospital",
    tier="senior",
    role="rn",
    organization="Lakeside <Health>",
    locations=[jd.Location("Denver", "CO")],
    pay=jd.PayRange(72_000, 92_000),
    schedule="four days a week",
    shift=["Day"],
    rotation=["weekend"],
    on_call=["one weekend in six"],
    differentials=["a weekend differential"],
    other_compensation=["a yearly bonus"],
    benefits=["medical", "dental"],
)
MADE = jd.build(FACTS)
OTHERS: list[dict[str, Any]] = [
    {"organization": "Harbor Care"},
    {"organization": "- *x*", "pay": jd.PayRange(90_000, 110_000)},
    {"locations": [jd.Location("Boulder", "CO")]},
]


def test_its_formats_are_known_by_name() -> None:
    with pytest.raises(jd.UnknownNameError) as told:
        jd.get_renderer("house_pdf")
    assert {"headlines", "house_markdown", "house_page", "house_word"} <= set(told.value.known)


def test_its_renderers_follow_the_protocol() -> None:
    for name in ("headlines", "house_markdown", "house_page", "house_word"):
        renderer = jd.get_renderer(name)
        assert isinstance(renderer, jd.Renderer)
        assert renderer.name == name
        assert renderer.suffix.startswith(".")


def test_markdown_differs_in_the_one_hook_only() -> None:
    ours, theirs = (jd.render(MADE, name).splitlines() for name in ("house_markdown", "markdown"))
    changed = [(one, two) for one, two in zip(ours, theirs, strict=True) if one != two]
    assert changed
    for one, two in changed:
        assert one.startswith("- *")
        assert two.startswith("- **")


def test_the_page_has_the_banner_and_all_else() -> None:
    # The space of no break keeps a place on one line, in a template of a house as well.
    banner = "<header><p>Lakeside &lt;Health&gt; is hiring in Denver,\u00a0CO.</p></header>"
    ours, theirs = (jd.render(MADE, name) for name in ("house_page", "html"))
    assert banner in ours
    assert "".join(ours.replace(banner, "").split()) == "".join(theirs.split())


def test_the_format_of_its_own_renders_postings_and_documents() -> None:
    lines = jd.render(MADE, "headlines").splitlines()
    assert lines[0] == "Senior RN Case Manager"
    assert len(lines) == len(MADE.sections) + 1
    assert jd.render(jd.Document("Report"), "headlines") == "Report\n"


@pytest.mark.parametrize("name", ("house_markdown", "house_page"))
def test_its_plans_are_exact_without_knowing_of_plans(name: str) -> None:
    renderer = jd.get_renderer(name)
    plan = renderer.plan(MADE, ["organization", "pay", "locations"])
    for values in OTHERS:
        fresh = renderer.render(jd.draft().with_requisition(FACTS).fill(**values).build())
        assert plan.fill(**values) == fresh
    assert plan.exact, plan.reason
    with pytest.raises(jd.PlanError, match="'organization' changes which items stand"):
        plan.fill(organization=None)


def test_its_content_lies_over_the_guide_when_it_is_asked_for() -> None:
    facts = jd.Requisition(setting="hospital", edition="full", extra={"union": "Local 12"})
    made = jd.draft().with_requisition(facts).pipe(jd.HouseStyle(content="house")).build()
    output = " ".join(jd.render(made, "text").split())
    assert "The position is represented by Local 12." in output
    assert "Meet patients where they are" in output
    assert "Meet patients where they are" not in " ".join(jd.render(MADE, "text").split())
    stated = {name for one in made.sections for bullet in one.bullets for name in bullet.states}
    assert "skills.culture" in stated
    assert "skills.data" not in stated
    assert jd.loads(jd.dumps(made)) == made


def test_a_name_that_is_not_installed_is_told_with_those_that_are() -> None:
    with pytest.raises(jd.ContentError, match="house"):
        jd.draft().pipe(jd.HouseStyle(content="huose")).build()


def test_its_rules_run_beside_the_packaged_ones() -> None:
    text = (
        "# Senior Registered Nurse Case Manager for Adults\n\nJoin Mercy Ridge Hospital, [City].\n"
    )
    found = [(one.code, one.match) for one in jd.check_document(text, select=["HSE", "TPL001"])]
    assert found == [
        ("HSE002", "Senior Registered Nurse Case Manager for Adults"),
        ("HSE001", "Mercy Ridge Hospital"),
        ("TPL001", "[City]"),
    ]
    assert "We changed our name" in jd.explain("house-old-name")


def test_its_word_document_has_the_letterhead_and_is_the_same_each_time() -> None:
    made = jd.render(MADE, HouseWord())
    with ZipFile(BytesIO(made)) as whole:
        headers = [whole.read(one).decode() for one in whole.namelist() if "header" in one]
    assert any("The House of Lakeside" in one for one in headers)
    assert made == jd.render(MADE, "house_word")
    assert jd.render(MADE, "docx") != made


def test_its_practice_makes_postings_in_all_its_formats() -> None:
    facts = jd.Requisition(organization="Lakeside Health", caseload="guide", measures="guide")
    posting = jd.draft().with_requisition(facts).with_edition("full").pipe(practice).build()
    text = " ".join(jd.render(posting, "text").split())
    assert posting.heading.startswith("Principal Wound Nurse")
    assert posting.requisition.experience_years == jd.YearsRange(8)
    for words in (
        "Round with the wound team at Lakeside Health.",
        "Teach dressing changes to new staff.",
        "Set the standard of wound care for the region.",
        "40–60 patients",
        "adjusted for healing time",
        "Wounds healed within 90 days",
        "Return visits kept",
    ):
        assert words in text
    for name in ("headlines", "house_markdown", "house_page", "house_word"):
        assert jd.render(posting, name)
    assert jd.loads(jd.dumps(posting)) == posting


def test_its_practice_lies_over_a_catalog_for_checks_kits_and_variants() -> None:
    catalog = jd.load_catalog().with_own(CLINIC, PRINCIPAL, WOUND_NURSE)
    found = jd.variants(FACTS, settings=["wound_clinic"], tiers=["principal"], catalog=catalog)
    (posting,) = (one.posting for one in found)
    assert jd.check(posting, catalog=catalog).document
    assert jd.interview_kit(posting, catalog=catalog).questions
    assert jd.render(CLINIC, "text")


def test_it_uses_public_names_alone() -> None:
    imported: list[tuple[str, str]] = []
    for path in (*Path(downstream_house.__path__[0]).rglob("*.py"), Path(__file__)):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("casemgr_jd"):
                imported += [(node.module or "", one.name) for one in node.names]
    assert len(imported) > 15
    assert {module for module, _ in imported} == {"casemgr_jd"}
    assert {name for _, name in imported} <= set(jd.__all__)


@pytest.mark.parametrize("name", ["markdown", "html", "text"])
def test_the_house_style_is_found_by_its_name_and_holds_in_each_format(name: str) -> None:
    style = jd.load_house_style("lakeside")
    posting = jd.draft().pipe(style).with_requisition(jd.Requisition(setting="hospital")).build()
    shown = style.renderer(name).render(posting)
    # A page keeps a number on one line.
    assert "Lakeside Health · 303-555-0100" in re.sub("</?span[^>]*>", "", shown)
    assert shown.index("Your work here") < shown.index("Questions?")
    moved = style | jd.HouseStyle(values={"phone": "720-555-0199"})
    again = str(jd.render(jd.draft().pipe(moved).build(), name))
    assert "Lakeside Health · 720-555-0199" in re.sub("</?span[^>]*>", "", again)


def test_the_house_bans_words_and_brings_its_practice() -> None:
    style = jd.load_house_style("lakeside")
    draft = jd.draft().pipe(style).pipe(practice).fill(duties="Be a rock star of wound care.")
    report = style.check(draft.build())
    assert [one.message for one in report if one.code == "STY001"] == [
        'Write "colleague" in place of "rock star".'
    ]


def test_the_command_line_takes_the_style_by_its_name(tmp_path: Path) -> None:
    job = tmp_path / "job.toml"
    job.write_text('setting = "hospital"\n', encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "casemgr_jd", "render", str(job), "--style", "lakeside"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "303-555-0100" in ran.stdout
    assert "settings from lakeside" in ran.stderr
