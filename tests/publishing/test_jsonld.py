"""The properties of a ``JobPosting``, and what decides them."""

import json
from datetime import date
from typing import Any

import pytest
from samples import VALUES, posting, refilled

import casemgr_jd as jd
from casemgr_jd.model.occupation import Occupation
from casemgr_jd.renderers.jsonld import JsonLdRenderer
from casemgr_jd.renderers.occupations import suggested
from casemgr_jd.serde.job_posting import read_properties

CATALOG = jd.load_catalog()


def job(renderer: JsonLdRenderer | None = None, **changes: Any) -> dict[str, Any]:
    return dict(json.loads((renderer or JsonLdRenderer()).render(posting(**changes))))


def test_a_complete_job() -> None:
    made = job(locations=[jd.Location("Denver", "CO", "80204", street="1 Main Street")])
    assert made["title"] == "Nurse Case Manager"
    assert made["datePosted"] == "2026-11-20"
    assert made["validThrough"] == "2026-12-31"
    assert made["employmentType"] == "FULL_TIME"
    assert made["hiringOrganization"] == {
        "@type": "Organization",
        "name": "Lakeside Health",
        "sameAs": "https://lakeside.example",
    }
    assert made["identifier"] == {
        "@type": "PropertyValue",
        "name": "Lakeside Health",
        "value": "CM-1042",
    }
    assert made["jobLocation"]["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "1 Main Street",
        "addressLocality": "Denver",
        "addressRegion": "CO",
        "postalCode": "80204",
        "addressCountry": "US",
    }
    assert made["baseSalary"]["value"] == {
        "@type": "QuantitativeValue",
        "minValue": 72_000,
        "maxValue": 92_000,
        "unitText": "YEAR",
    }
    assert made["experienceRequirements"]["monthsOfExperience"] == 24
    assert "educationRequirements" not in made
    assert made["jobBenefits"] == "medical; dental"
    assert "directApply" not in made


def test_the_number_of_openings_is_told_and_read_back() -> None:
    assert job(openings=3)["totalJobOpenings"] == 3
    assert "totalJobOpenings" not in job(openings=None)
    assert read_properties({"totalJobOpenings": "3"})[0] == {"openings": ("totalJobOpenings", 3)}
    for wrong in (0, 2.5, True, "many", ["3"]):
        found, unread = read_properties({"totalJobOpenings": wrong})
        assert (found, [one.path for one in unread]) == ({}, ["totalJobOpenings"]), wrong


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"other_compensation": ["none"]}, None),
        ({"other_compensation": ["No bonus."], "differentials": ["night"]}, "night"),
        ({"differentials": ["none"], "other_compensation": ["a quality bonus"]}, "a quality bonus"),
        ({"differentials": ["night"], "other_compensation": ["a bonus"]}, "night; a bonus"),
    ],
)
def test_what_is_not_paid_is_no_incentive(given: dict[str, Any], told: str | None) -> None:
    made = job(**{"differentials": (), "other_compensation": (), **given})
    assert made.get("incentiveCompensation") == told


def test_no_benefits_are_none() -> None:
    assert "jobBenefits" not in job(benefits=["none"])
    assert job(benefits=["No copay at our clinics"])["jobBenefits"] == "No copay at our clinics"


def test_only_a_fully_remote_job_is_telecommute() -> None:
    for model in ("onsite", "hybrid", "field"):
        made = job(work_model=model)
        assert "jobLocationType" not in made
        assert "applicantLocationRequirements" not in made
    made = job(work_model="remote")
    assert made["jobLocationType"] == "TELECOMMUTE"
    assert [one["name"] for one in made["applicantLocationRequirements"]] == [
        "Oregon, USA",
        "Washington, USA",
    ]
    assert "jobLocation" not in made


def test_a_remote_job_without_states_is_reported() -> None:
    made = posting(work_model="remote", remote_states=())
    assert "remote_states" in {loss.field for loss in JsonLdRenderer().omissions(made)}


def test_one_rate_and_an_ongoing_posting() -> None:
    made = job(pay=jd.PayRange(rate=41.5, per="hour"), closing_date="ongoing")
    assert made["baseSalary"]["value"] == {
        "@type": "QuantitativeValue",
        "value": 41.5,
        "unitText": "HOUR",
    }
    assert "validThrough" not in made


@pytest.mark.parametrize(
    ("education", "level"),
    (
        (["BSN"], "bachelor degree"),
        (["MSW", "BSW"], "bachelor degree"),
        (["RN", "MSN"], None),
        (["master's degree"], "postgraduate degree"),
        (["ADN"], "associate degree"),
        (["high school diploma"], "high school"),
        (["BSN", "whatever the board decides"], None),
        (["basket weaving"], None),
        (["A bachelor's degree in social work or nursing, or the equivalent"], "bachelor degree"),
        (["A master's degree in social work, counseling or psychology"], "postgraduate degree"),
        (["A bachelor's degree in nursing or an associate degree"], "associate degree"),
        (["a bachelor's degree, or a diploma and two years"], None),
        (["the equivalent"], None),
        (["BSN", "or equivalent experience"], "bachelor degree"),
    ),
    ids=str,
)
def test_the_least_credential_is_named_where_all_are_known(
    education: list[str], level: str | None
) -> None:
    made = job(education=education)
    assert made.get("educationRequirements", {}).get("credentialCategory") == level


EDUCATED = [one.id for one in CATALOG.roles if one.defaults.get("education")]


def test_several_roles_know_their_degree() -> None:
    assert len(EDUCATED) >= 4


@pytest.mark.parametrize("role", EDUCATED)
def test_the_degree_of_a_role_is_recognized_where_the_employer_asks_for_it(role: str) -> None:
    words = CATALOG.role(role).defaults["education"]
    asked = jd.Requisition(role=role, education=words, experience_years=3)
    made = JsonLdRenderer().payload(jd.build(asked))
    assert made["educationRequirements"]["credentialCategory"]
    takes = any("or the equivalent" in one for one in words)
    assert made.get("experienceInPlaceOfEducation", False) is takes


def test_experience_counts_only_beside_both_requirements() -> None:
    degree = "A bachelor's degree in social work, or the equivalent"
    assert job(education=[degree], experience_years=2)["experienceInPlaceOfEducation"] is True
    others: tuple[dict[str, Any], ...] = (
        {"education": [degree], "experience_years": 0},
        {"education": ["basket weaving, or the equivalent"], "experience_years": 2},
        {"education": ["BSN"], "experience_years": 2},
    )
    for facts in others:
        assert "experienceInPlaceOfEducation" not in job(**facts)


def test_the_employers_own_facts_have_their_properties() -> None:
    made = job(hours_per_week="36", schedule="Three days a week", shift=["Day"])
    assert made["workHours"] == "Three days a week; 36 hours a week; Day"
    assert made["jobStartDate"] == "2027-01-11"
    assert job(start_date="as soon as possible")["jobStartDate"] == "as soon as possible"
    assert made["employerOverview"].startswith("We run three hospitals. Half of the team")
    assert "Visit the two nursing homes every Thursday." in made["responsibilities"]
    assert "Spoken and written Spanish." in made["qualifications"]
    assert "Work with young adults." in made["skills"]
    assert "authorized to work" in made["eligibilityToWorkRequirement"]
    assert "eligibilityToWorkRequirement" not in job(work_authorization=False)
    for name in ("about", "website", "schedule", "start_date", "duties", "preferences"):
        assert name not in JsonLdRenderer().folded(posting()), name
    assert "sameAs" not in job(website=None)["hiringOrganization"]


def test_what_the_employer_adds() -> None:
    renderer = JsonLdRenderer(
        organization_url="https://lakeside.example",
        logo="https://lakeside.example/l.png",
        direct_apply=True,
    )
    made = job(renderer)
    assert made["hiringOrganization"]["sameAs"] == "https://lakeside.example"
    assert made["hiringOrganization"]["logo"] == "https://lakeside.example/l.png"
    assert made["directApply"] is True


def test_what_holds_a_blank_is_left_out() -> None:
    made = JsonLdRenderer().payload(jd.draft().as_role("rn").build())
    assert "[" not in made["description"]
    assert not any("[" in line for line in made["qualifications"])


def test_every_setting_and_role_has_an_occupation() -> None:
    for module in CATALOG.settings:
        for role in CATALOG.roles:
            made = jd.draft().for_setting(module.id).as_role(role.id).build()
            assert suggested(made) is not None


def test_the_occupations_name_settings_and_roles_that_exist() -> None:
    roles = {role.id for role in CATALOG.roles}
    settings = {module.id for module in CATALOG.settings}
    assert CATALOG.occupations
    for one in CATALOG.occupations:
        assert set(one.role) <= roles
        assert set(one.setting) <= settings
        assert one.confidence in ("high", "medium", "low")
    attribution = str(CATALOG.attributions[0].text)
    assert "USDOL/ETA" in attribution
    assert "endorsed" in attribution


def test_the_occupation_can_be_given_or_left_out() -> None:
    own = Occupation("11-9111.00", "Medical and Health Services Managers")
    assert job(JsonLdRenderer(occupation=own))["occupationalCategory"]["codeValue"] == "11-9111.00"
    assert "occupationalCategory" not in job(JsonLdRenderer(suggest_occupation=False))
    assert job()["occupationalCategory"]["codeValue"] == "29-1141.00"


def test_several_settings_fit_only_where_all_do() -> None:
    both = (
        jd.draft()
        .as_role("lcsw")
        .with_requisition(jd.Requisition(setting=["hospital", "behavioral"], role="lcsw"))
    )
    assert str(suggested(both.build())) == "21-1029.00 Social Workers, All Other"


def test_extruct_takes_back_what_went_in() -> None:
    extruct = pytest.importorskip("extruct")
    renderer = JsonLdRenderer()
    made = posting(posted_on=date(2026, 11, 20))
    page = f"<html><head>{renderer.script(made)}</head><body></body></html>"
    assert extruct.extract(page, syntaxes=["json-ld"])["json-ld"] == [renderer.payload(made)]


WITHIN: dict[str, Any] = {
    "pay": jd.PayRange(70_000, 90_000),
    "locations": [jd.Location("Boulder", "CO")],
}
"""Other values that leave the sentences of the posting as they are."""


def test_a_plan_gives_what_render_gives() -> None:
    """Typed facts (pay, dates, places) and readings vary together; the facts alone can be joined."""
    renderer = JsonLdRenderer()
    varying = ["organization", "pay", "requisition_id", "benefits"]
    plan = renderer.plan(posting(), varying)
    for name in varying:
        other = refilled(posting(), **{name: WITHIN.get(name, VALUES[name][1])})
        expected = renderer.render(other)
        assert plan.render(other.requisition) == expected
        assert plan.join(plan.ready(other.requisition)) == expected
        assert json.loads(expected) == renderer.payload(other)
        assert expected != renderer.render(posting())
    assert plan.exact, plan.reason
