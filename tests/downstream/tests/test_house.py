"""The house style works over the installed library, found by the names of its entry points."""

from typing import Any

import pytest

import casemgr_jd as jd
from casemgr_jd._formats import FORMATS
from casemgr_jd.checks import explain
from casemgr_jd.content.overlays import OVERLAYS, with_overlays
from casemgr_jd.errors import ContentError, PlanError

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


def test_its_formats_and_its_overlay_are_listed() -> None:
    assert {"headlines", "house_markdown", "house_page"} <= set(FORMATS.names())
    assert "house" in OVERLAYS.names()


def test_its_renderers_follow_the_protocol() -> None:
    for name in ("headlines", "house_markdown", "house_page"):
        renderer = jd.get_renderer(name)
        assert isinstance(renderer, jd.Renderer)
        assert renderer.name == name
        assert renderer.suffix.startswith(".")


def test_markdown_differs_in_the_one_hook_only() -> None:
    ours, theirs = (jd.render(MADE, name).splitlines() for name in ("house_markdown", "markdown"))
    changed = [(one, two) for one, two in zip(ours, theirs, strict=True) if one != two]
    assert len(changed) >= 5
    for one, two in changed:
        assert one.startswith("- *")
        assert two.startswith("- **")


def test_the_page_has_the_banner_and_all_else() -> None:
    banner = "<header><p>Lakeside &lt;Health&gt; is hiring in Denver, CO.</p></header>"
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
    with pytest.raises(PlanError, match="'organization' changes which items stand"):
        plan.fill(organization=None)


def test_its_content_lies_over_the_guide_when_it_is_asked_for() -> None:
    catalog = with_overlays(jd.load_catalog(), ("house",))
    made = jd.build(
        jd.Requisition(setting="hospital", edition="full", extra={"union": "Local 12"}),
        catalog=catalog,
    )
    output = " ".join(jd.render(made, "text").split())
    assert "The position is represented by Local 12." in output
    assert "Meet patients where they are" in output
    assert "Meet patients where they are" not in " ".join(jd.render(MADE, "text").split())
    stated = {name for one in made.sections for bullet in one.bullets for name in bullet.states}
    assert "skills.culture" in stated
    assert "skills.data" not in stated
    assert jd.loads(jd.dumps(made)) == made


def test_a_name_that_is_not_installed_is_told_with_those_that_are() -> None:
    with pytest.raises(ContentError, match="house"):
        with_overlays(jd.load_catalog(), ("huose",))


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
    assert "We changed our name" in explain("house-old-name")
