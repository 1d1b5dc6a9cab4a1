"""The script element of a page: what search engines read from it, and that nothing leaves it."""

import json
from typing import Any

import extruct
import html5lib
import pytest
from adversarial import EVERY
from attrs import evolve
from each import each
from hypothesis import given
from hypothesis import strategies as st
from samples import VALUES, complete, fills, posting, refilled

import casemgr_jd as jd
from casemgr_jd._clean import clean_line
from casemgr_jd.errors import PlanError, RenderError
from casemgr_jd.renderers.html import HtmlRenderer
from casemgr_jd.renderers.jsonld import JsonLdRenderer
from casemgr_jd.renderers.page import HtmlPageRenderer

BASE = posting()
EXAMPLES = [
    {"setting": setting, "tier": tier, "role": role}
    for setting, tier, role in (
        ("hospital", "senior", "rn"),
        ("managed_care", "lead", None),
        ("behavioral", "senior", "lcsw"),
        ("home_health", "entry", "rn"),
        ("social_services", None, "bachelors"),
        ("specialty.legal", "entry", None),
    )
]
CLOSING = (
    "</script>",
    "</script ><h1>x</h1>",
    "</SCRIPT\t>",
    "<!--<script>",
    "<!-- x -->",
    "]]>",
    "\u2028alert(1)\u2029",
    '"}</script>',
    "\\u003c/script\\u003e",
    '\\"',
)


def scripts(page: str) -> list[tuple[Any, str]]:
    """Return type and text of each script element, as a browser's parser sees them."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    return [(one.get("type"), one.text or "") for one in tree.iter("script")]


def taken_back(page: str) -> Any:
    """Return the JSON-LD of a page, as a program that is not ours reads it."""
    (found,) = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
    return found


@pytest.mark.parametrize("choices", EXAMPLES, ids=lambda one: str(one["setting"]))
def test_what_is_taken_back_from_a_page_is_what_went_in(choices: dict[str, Any]) -> None:
    made = jd.build(complete(**choices))
    assert taken_back(jd.render(made, "html")) == json.loads(jd.render(made, "jsonld"))


def test_a_posting_that_lacks_what_google_requires_is_still_parseable() -> None:
    undated = posting(posted_on=None)
    assert "posted_on" in {loss.field for loss in jd.get_renderer("jsonld").losses(undated)}
    assert "datePosted" not in taken_back(jd.render(undated, "html"))


def test_a_draft_has_no_script() -> None:
    for blank in (jd.draft().build(), posting(pay=None), posting(organization=None)):
        assert scripts(jd.render(blank, "html")) == []


def test_a_plan_gives_the_script_to_what_is_whole_only() -> None:
    plan = jd.get_renderer("html").plan(posting(organization=None), ["organization"])
    assert scripts(plan.fill()) == []
    still_blank = jd.get_renderer("html").plan(posting(pay=None), ["organization"])
    assert scripts(still_blank.fill(organization="Harbor Care")) == []
    whole = jd.get_renderer("html").plan(posting(), ["organization"])
    assert scripts(whole.fill(organization="Harbor Care")) != []


def test_a_plan_of_the_data_alone_refuses_what_is_incomplete() -> None:
    plan = jd.get_renderer("jsonld").plan(posting(), ["organization", "posted_on"])
    assert json.loads(plan.fill(organization="Harbor Care"))["title"]
    for missing in ({"organization": None}, {"posted_on": None}):
        with pytest.raises(RenderError, match=r"changes which items stand|would refuse"):
            plan.fill(**missing)
    placeless = refilled(posting(), locations=())
    plan = jd.get_renderer("jsonld").plan(placeless, ["organization"])
    with pytest.raises(RenderError, match="Google job search would refuse"):
        plan.fill(organization="Harbor Care")


def test_it_is_the_only_script() -> None:
    ((kind, _),) = scripts(jd.render(BASE, "html"))
    assert kind == "application/ld+json"


def test_a_document_that_is_no_posting_has_no_script() -> None:
    report = jd.Document("Report", [jd.Paragraph("All is well.")])
    for document in (report, jd.interview_kit(BASE).to_document()):
        assert scripts(jd.render(document, "html")) == []


def test_the_tips_of_the_writer_are_not_published() -> None:
    page = jd.render(BASE, "html", jd.RenderContext(audience="writer"))
    assert "Tip:" in page
    assert "Tip:" not in json.dumps(taken_back(page))


def _everywhere(words: str) -> jd.Posting:
    return refilled(
        BASE,
        organization=words,
        title=words,
        requisition_id=words,
        manager=words,
        region=words,
        shift=[words],
        benefits=[words, "medical"],
        locations=[jd.Location(words, "CO", street=words)],
    )


def _survives(words: str) -> None:
    made = _everywhere(words)
    page = jd.render(made, "html")
    ((_, text),) = scripts(page)
    assert not {"<", ">", "&", "\u2028", "\u2029"} & set(text)
    assert json.loads(text) == json.loads(jd.render(made, "jsonld"))
    assert taken_back(page)["hiringOrganization"]["name"] == clean_line(words)


@each("words", [one for one in (*CLOSING, *EVERY) if clean_line(one)], ids=ascii)
def test_no_value_leaves_it(words: str) -> None:
    _survives(words)


@given(st.text(min_size=1).filter(clean_line))
def test_no_text_at_all_leaves_it(words: str) -> None:
    _survives(words)


# --- in plans ---------------------------------------------------------------------------------------

# A plan completes a caseload as building does, with the unit of the setting.
VARYING = sorted(set(VALUES) - set(BASE.structure.fields) - {"extra", "caseload"})


@each("field", VARYING)
def test_a_plan_fills_it(field: str) -> None:
    other = evolve(BASE.requisition, **{field: VALUES[field][1]})
    if not fills(BASE, **{field: VALUES[field][1]}):
        return  # another posting, which a plan refuses by name
    plan = jd.get_renderer("html").plan(BASE, [field])
    plan.render(BASE.requisition)
    filled = plan.render(other)
    assert plan.exact, plan.reason
    wanted = jd.render(evolve(BASE, requisition=other), "jsonld")
    assert taken_back(filled) == json.loads(wanted)


@pytest.mark.parametrize("words", CLOSING)
def test_no_value_leaves_it_in_a_plan(words: str) -> None:
    base = refilled(BASE, title="Zither Case Manager")
    plan = jd.get_renderer("html").plan(base, ["organization", "title", "manager"])
    plan.fill(organization="Harbor Care")
    title = f"Zither {words}"
    filled = plan.fill(organization=words, title=title, manager=words)
    made = refilled(base, organization=words, title=title, manager=words)
    assert filled == jd.render(made, "html")
    assert taken_back(filled) == json.loads(jd.render(made, "jsonld"))
    assert plan.exact, plan.reason


def test_readings_alone_do_not_fill_a_plan_that_shows_typed_facts() -> None:
    plan = jd.get_renderer("html").plan(BASE, ["organization", "pay"])
    for fill in (plan.write, plan.join, plan.pieces):
        with pytest.raises(PlanError, match=r"fill this plan with render"):
            fill(("Harbor Care", "$1"))


def test_an_occupation_of_ones_own_goes_in() -> None:
    class Own(HtmlPageRenderer):
        """A page whose data names the employer's site."""

        def job_data(self, document: jd.Document) -> str:
            return self.inside(
                JsonLdRenderer(organization_url="https://lakeside.example").embedded()
            )

    found = taken_back(jd.render(BASE, Own()))
    assert found["hiringOrganization"]["sameAs"] == "https://lakeside.example"


# --- text from typed facts, in any renderer -----------------------------------------------------------


class Counting(HtmlRenderer):
    """Says how many places there are, which no slot reads."""

    def page(self, document: jd.Document) -> str:
        count = self.made(lambda posting: f"<p>{len(posting.requisition.locations)} places</p>")
        return super().page(document) + count


class Doubled(Counting):
    """Stands inside another renderer, and looks into a value there."""

    def render_paragraph(self, paragraph: jd.Paragraph, level: int) -> str:
        return f"<p>{self.value('organization').upper()}</p>"


class Around(HtmlRenderer):
    """Holds another rendering of the same document."""

    def page(self, document: jd.Document) -> str:
        return f"{super().page(document)}<hr>{self.inside(Doubled())}"


@pytest.mark.parametrize("kind", (Counting, Around))
def test_facts_and_inner_renderings_fill_as_they_render(kind: type[HtmlRenderer]) -> None:
    plan = kind().plan(BASE, ["locations", "organization"])
    for count, name in ((1, "Harbor Care"), (2, "Lake <b>"), (3, "A")):
        facts = {"locations": [jd.Location("Denver", "CO")] * count, "organization": name}
        filled = plan.fill(**facts)
        assert filled == kind().render(refilled(BASE, **facts))
        assert f"<p>{count} places</p>" in filled


def test_facts_alone_leave_a_plan_exact() -> None:
    plan = Counting().plan(BASE, ["locations", "organization"])
    plan.fill(organization="Harbor Care")
    assert plan.exact


def test_a_document_that_is_no_posting_has_no_facts() -> None:
    assert "places" not in Counting().render(jd.Document("Report"))
