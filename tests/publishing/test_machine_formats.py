"""Every machine format: it renders, fits its schema, keeps its structure and accounts for every fact."""

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from adversarial import EVERY, LONG, NASTIEST, harmless_like
from attrs import evolve
from each import each
from machine_reading import FEEDS, FORMATS, everything, plain, problems, shape, tags
from samples import VALUES, complete, posting

import casemgr_jd as jd
from casemgr_jd.errors import RenderError
from casemgr_jd.model.document import texts
from casemgr_jd.renderers.crosswalk import table
from casemgr_jd.renderers.schemas import SCHEMAS, schema

CATALOG = jd.load_catalog()
SETTINGS = [module.id for module in CATALOG.settings]
TIERS = [tier.id for tier in CATALOG.tiers]
NOT_FREE = {
    "setting",
    "tier",
    "role",
    "edition",
    "work_model",
    "employment_type",
    "flsa_status",
    "remote_states",
    "remote_countries",
    "apply_url",
    "website",
    "setting_name",  # stands only where no experience area is given
    "omit",
    "suppress",
    "locations",
    "accreditor",
}
TEXTS = sorted(
    name
    for name, (one, _) in VALUES.items()
    if name not in NOT_FREE
    and (isinstance(one, str) or (isinstance(one, tuple) and isinstance(one[0], str)))
)
"""Fields that hold free words."""
INCOMPLETE = jd.RenderContext(allow_incomplete=True)
"""Only an account knows its department at SmartRecruiters."""
FULL_PLACE = jd.Location("Denver", "CO", "80204", street="1 Main Street")


def full(**changes: Any) -> jd.Posting:
    """Return a posting that gives every field, the address in full."""
    return posting(**({"locations": [FULL_PLACE]} | changes))


def of(name: str, words: str) -> Any:
    """Return *words* as a value of a field."""
    return (words,) if isinstance(VALUES[name][0], tuple) else words


def rendered(made: jd.Posting, format: str) -> str:
    text = jd.render(made, format, INCOMPLETE)
    assert isinstance(text, str)
    return text


def test_the_fields_that_hold_words_were_found() -> None:
    assert len(TEXTS) > 20


# --- schemas ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("tier", TIERS)
@each("setting", SETTINGS)
def test_every_setting_and_tier_fits_the_schema(setting: str, tier: str) -> None:
    made = full(setting=[setting], tier=tier, role="case_manager", title=None)
    for format in FORMATS:
        assert problems(rendered(made, format), format) == [], format


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "changes",
    (
        {"work_model": "remote"},
        {"work_model": "remote", "locations": ()},
        {"work_model": "field", "employment_type": "per_diem"},
        {"pay": jd.PayRange(rate=38.5, per="hour"), "closing_date": "ongoing"},
        {"pay": jd.PayRange(30, 40.25, per="hour", currency="CAD"), "edition": "board"},
        {"education": ["Anything at all"], "experience_years": 0},
        {"locations": [FULL_PLACE, jd.Location("Boise", "ID")]},
        {"employment_type": "temporary"},
        {"employment_type": "contract"},
        *(
            {"pay": jd.PayRange(300, 420.5, per=period)}
            for period in ("day", "week", "month", "visit")
        ),
        {"closing_date": "2027-01-15 17:00 MST"},
    ),
    ids=str,
)
def test_special_cases_fit_the_schema(changes: dict[str, Any], format: str) -> None:
    assert problems(rendered(full(**changes), format), format) == []


BROKEN: dict[str, list[Callable[[dict[str, Any]], object]]] = {
    "jsonld": [
        lambda job: job.pop("datePosted"),
        lambda job: job["jobLocation"]["address"].pop("addressCountry"),
        lambda job: job.update(jobLocationType="TELECOMMUTE"),
        lambda job: job.update(employmentType="full time"),
        lambda job: job.update(datePosted="Nov 23 2026"),
        lambda job: job["baseSalary"]["value"].update(unitText="year"),
        lambda job: job["baseSalary"]["value"].update(minValue="72,000"),
        lambda job: job.update(benefits="medical"),
    ],
    "lever": [
        lambda job: job.pop("text"),
        lambda job: job.update(workplaceType="On-site"),
        lambda job: job["content"]["lists"][0].update(content="<ul><li>x</li></ul>"),
    ],
    "greenhouse": [lambda job: job.pop("content"), lambda job: job.update(location=None)],
    "smartrecruiters": [lambda job: job["location"].update(remote="no")],
    "jsonresume": [lambda job: job.update(remote="Field"), lambda job: job.update(skills=["x"])],
}


@pytest.mark.parametrize("format", BROKEN)
def test_the_json_schemas_reject_broken_documents(format: str) -> None:
    for index, damage in enumerate(BROKEN[format]):
        job = json.loads(rendered(full(), format))
        damage(job)
        assert problems(json.dumps(job), format), index


@pytest.mark.parametrize("format", FEEDS)
def test_the_xsds_reject_broken_feeds(format: str) -> None:
    output = rendered(full(), format)
    identifier = {"indeed": "referencenumber", "linkedin": "partnerJobId"}[format]
    line = f"<{identifier}><![CDATA[CM-1042]]></{identifier}>"
    assert line in output
    assert problems(output.replace(line, ""), format)
    assert problems(output.replace(line, f"<{identifier}></{identifier}>"), format)
    assert problems(output.replace("2026", "soon"), format)


def test_every_schema_says_what_it_reads_and_no_more() -> None:
    assert set(SCHEMAS) == set(FORMATS)
    for name in SCHEMAS:
        text = " ".join(schema(name).split())
        assert "our own reading, claims no more" in text
        assert "as of 2026-11-23" in text


# --- structure --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TEXTS)
def test_no_words_change_the_structure(name: str) -> None:

    @cache
    def harmless(words: str) -> jd.Posting:
        return full(**{name: of(name, words)})

    @cache
    def usual(words: str, format: str) -> Any:
        return shape(plain(rendered(harmless(words), format), format), format)

    for words in EVERY if name in ("organization", "requisition_id") else NASTIEST:
        facts = complete(locations=[FULL_PLACE], **{name: of(name, words)})
        if getattr(facts, name) in (None, ()):
            continue
        made = jd.build(facts)
        for format in FORMATS:
            try:
                output = rendered(made, format)
            except RenderError:
                # A limit of the format, in words: only what is long can be beyond one.
                assert format == "linkedin"
                assert name == "requisition_id" or words in LONG
                continue
            found = shape(plain(output, format), format)
            assert found == usual(harmless_like(words), format), (format, words)


def test_no_place_changes_the_structure() -> None:
    usual = {one: shape(plain(rendered(full(), one), one), one) for one in FORMATS}
    for words in EVERY:
        place = jd.Location(words, "CO", words, street=words)
        if not place.city or words in LONG:
            continue
        made = full(locations=[place])
        for format in FORMATS:
            found = shape(plain(rendered(made, format), format), format)
            assert found == usual[format], (format, words)


def test_json_for_a_page_holds_nothing_that_ends_a_script() -> None:
    renderer = jd.get_renderer("jsonld")
    for words in EVERY:
        script = renderer.script(full(organization=f"x{words}", benefits=[f"x{words}"]))
        start, _, rest = script.partition("\n")
        data, _, end = rest.rpartition("</script>")
        assert (start, end) == ('<script type="application/ld+json">', "")
        assert not {"<", ">", "&", "\u2028", "\u2029"} & set(data)
        assert json.loads(data)["@type"] == "JobPosting"


def test_the_description_for_google_has_safe_tags_only() -> None:
    made = evolve(
        full(),
        blocks=(
            *full().blocks,
            jd.Section("own", "Own", [jd.Table(["A"], [["1"]], "C"), jd.Section("in", "In")]),
        ),
    )
    found = tags(jd.get_renderer("jsonld").payload(made)["description"])
    assert {tag.lstrip("/") for tag in found} == {"p", "ul", "li"}


@pytest.mark.parametrize("format", FORMATS)
def test_rendering_is_repeatable_and_ignores_the_audience(format: str) -> None:
    writer = jd.RenderContext(audience="writer", allow_incomplete=True)
    assert rendered(full(), format) == rendered(full(), format)
    assert jd.render(full(), format, writer) == rendered(full(), format)


@pytest.mark.parametrize("format", FORMATS)
def test_a_document_that_is_no_posting_is_refused(format: str) -> None:
    with pytest.raises(RenderError, match="postings only"):
        jd.render(jd.Document("Report"), format)


# --- nothing is lost --------------------------------------------------------------------------------


@each("name", TEXTS)
def test_each_fact_in_words_is_in_the_output_or_among_the_losses(name: str) -> None:
    made = full(**{name: of(name, "qzxvkj")})
    for format in FORMATS:
        output = everything(plain(rendered(made, format), format))
        lost = {loss.field for loss in jd.get_renderer(format).losses(made)}
        # A sentence of the employer's own opens with a capital.
        assert ("qzxvkj" in output.lower()) is not (name in lost), format


class Aside(jd.Section):
    """A section of somebody else's."""


OWN_BLOCKS = (
    Aside("aside", "Aside heading", [jd.Paragraph("Aside paragraph")]),
    jd.Section(
        "own",
        "Own heading",
        [
            jd.Table(["Column"], [["Cell"]], "Caption"),
            jd.Table(["Lone column"], []),
            jd.FactList([jd.Fact("Label", jd.Text.plain("Fact & <b>"))]),
            jd.Section("in", "Inner heading", [jd.BulletList([jd.Bullet("Inner", label="Bold")])]),
        ],
    ),
    jd.Paragraph("Last words"),
)


@each("setting", SETTINGS)
def test_every_sentence_is_in_the_output(setting: str) -> None:
    made = full(setting=[setting], role="case_manager")
    made = evolve(made, blocks=(*made.blocks, *OWN_BLOCKS))
    own = ("Aside heading", "Own heading", "Inner heading", "Caption", "Bold: ", "Label: ")
    for format in FORMATS:
        output = everything(plain(rendered(made, format), format))
        for words in (*(text.filled(made.read) for text in texts(made)), *own):
            assert words in output, format


@each("name", [name for name in VALUES if name not in ("extra", "setting_name")])
def test_changing_a_field_changes_the_output_or_the_losses(name: str) -> None:
    # Home health is done in visits: there it matters whether the job has any.
    setting = {"setting": "home_health"} if name == "fieldwork" else {}
    one, two = (full(**setting, **{name: value}) for value in VALUES[name])
    for format in FORMATS:
        renderer = jd.get_renderer(format)
        lost = (*renderer.losses(one), *renderer.losses(two))
        same = renderer.render(one, INCOMPLETE) == renderer.render(two, INCOMPLETE)
        assert not same or name in [loss.field.partition("[")[0] for loss in lost], format


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("part", ("street", "postal_code", "county"))
@pytest.mark.parametrize("other", (jd.Location("Boise", "ID"), jd.Location("Denver", "CO")))
def test_each_part_of_a_place_is_in_a_field_or_among_the_losses(
    other: jd.Location, part: str, format: str
) -> None:
    renderer = jd.get_renderer(format)
    for index in (0, 1):
        # Two sites in one city are told apart in the text, by what is no loss then.
        places = [jd.Location("Denver", "CO"), other]
        changed: dict[str, Any] = {part: "Qzxvkj"}
        places[index] = evolve(places[index], **changed)
        made = full(locations=places)
        held = "Qzxvkj" in renderer.render(made, INCOMPLETE)
        lost = f"locations[{index}].{part}" in {loss.field for loss in renderer.losses(made)}
        assert held is not lost, index


@pytest.mark.parametrize("format", FORMATS)
def test_every_given_fact_is_carried_folded_or_lost(format: str) -> None:
    renderer = jd.get_renderer(format)
    made = full()
    carried = {name for row in renderer.rows for name in row.ours}
    known = carried | set(renderer.folded(made)) | {loss.field for loss in renderer.lost(made)}
    assert set(made.requisition.given) <= known


@pytest.mark.parametrize("format", FORMATS)
def test_what_a_format_requires_and_nobody_gave_is_reported(format: str) -> None:
    empty = jd.draft().build()
    reported = " ".join(map(str, jd.get_renderer(format).omissions(empty)))
    with pytest.raises(RenderError) as refused:
        jd.render(empty, format)
    expected = {
        "jsonld": ("datePosted", "hiringOrganization", "jobLocation"),
        "indeed": ("date", "referencenumber", "url", "company", "city", "state", "country"),
        "linkedin": ("partnerJobId", "company", "applyUrl", "location"),
        "lever": (),
        "greenhouse": (),
        "smartrecruiters": ("location", "department"),
        "jsonresume": (),
    }[format]
    assert all(f"{name}; nothing" in reported for name in expected)
    assert all(f"{name}; nothing" in str(refused.value) for name in expected)
    assert "still stands blank" in reported


@pytest.mark.parametrize("format", FORMATS)
def test_the_crosswalk_reads_as_a_table_of_real_fields(format: str) -> None:
    renderer = jd.get_renderer(format)
    rows = table(renderer.rows, renderer.outlet)
    names = [row[0] for row in rows]
    assert len(names) == len(set(names)) > 2
    ours = {one for _, ours, _, _ in rows for one in ours.split(", ") if one != "(the text)"}
    assert {one.partition("[")[0] for one in ours} <= set(VALUES)
    assert {need for _, _, need, _ in rows} <= {"required", "recommended", "optional"}


def test_no_clock_is_read_for_dates_that_nobody_gave() -> None:
    made = full(posted_on=None, closing_date=None, first_review=None, start_date="soon")
    for format in FORMATS:
        assert not re.search(r"\b20\d\d\b", rendered(made, format))


def test_lists_under_headings_of_the_employers_own_stay_lists() -> None:
    duties = ["Before release:", "Meet people inside.", "After release:", "Ride along."]
    content = json.loads(jd.render(posting(duties=duties), "lever"))["content"]
    lists = {one["text"]: one["content"] for one in content["lists"]}
    headed = [name for name in lists if name.endswith(" release")]
    assert [name.partition(": ")[2] for name in headed] == ["Before release", "After release"]
    assert lists[headed[1]] == "<li>Ride along.</li>"
    assert "Ride along." not in content.get("closing", "")
