"""The ten related roles: each builds a posting that is its own, within its license, in every format."""

from datetime import date
from itertools import combinations
from typing import Any

import pytest
from attrs import evolve

import casemgr_jd as jd
from casemgr_jd._formats import FORMATS
from casemgr_jd.errors import ContentError, ExtraNotInstalledError, InputError
from casemgr_jd.hiring.recognition import duties_in
from casemgr_jd.model.document import texts
from casemgr_jd.model.setting import Role

CATALOG = jd.load_catalog()
RELATED = {entry.role: entry for entry in CATALOG.related}
ROLES = sorted(RELATED)
OF_THE_GUIDE = {"care_coordinator", "social_worker"}
"""Two of the ten that the guide defines twice: as titles to choose between, and as related roles."""
KPIS = {kpi.id: kpi for _, _, measures in CATALOG.kpi_sets for kpi in measures}
LAWFUL: dict[str, Any] = {
    "organization": "Lakeside Health",
    "requisition_id": "CM-1042",
    "locations": [jd.Location("Denver", "CO")],
    "employment_type": "full_time",
    "work_model": "hybrid",
    "travel_percent": [0, 10],
    "region": "the Front Range",
    "shift": ["Day"],
    "rotation": ["weekday"],
    "on_call": ["one week in eight"],
    "physical_demands": ["carry a laptop between units"],
    "manager": "Director of Case Management",
    "emr": ["Epic"],
    "cm_platform": ["GuidingCare"],
    "payer_portal": ["Availity"],
    "criteria_tool": ["InterQual"],
    "pay": jd.PayRange(31, 41, per="hour"),
    "flsa_status": "non_exempt",
    "differentials": ["weekend differential"],
    "benefits": ["medical", "dental", "vision", "401(k) match", "paid time off"],
    "other_compensation": ["annual bonus eligibility"],
    "accommodation_contact": "hr@lakeside.example",
    "apply_url": "https://lakeside.example/jobs/1",
    "posted_on": date(2026, 11, 20),
    "closing_date": date(2026, 12, 31),
    "interview_mode": ["video"],
    "employees": 2400,
}
"""Facts that are lawful in Denver; a license follows the role."""


def _responsibilities(role: str, setting: str = "") -> dict[str, str]:
    posting = jd.draft().as_role(role).for_setting(*filter(None, [setting])).build()
    sections = {section.id: section for section in posting.sections}
    return {one.id: str(one.text) for one in sections["responsibilities"].bullets}


def _shared(one: dict[str, str], other: dict[str, str]) -> tuple[float, float]:
    """Return which share of two sets of responsibilities is common: by id, and by words."""
    pairs = ((set(one), set(other)), (set(one.values()), set(other.values())))
    by_id, by_words = (len(a & b) / len(a | b) for a, b in pairs)
    return by_id, by_words


def test_all_ten_are_roles_of_the_catalog() -> None:
    assert len(RELATED) == 10
    assert set(RELATED) <= {role.id for role in CATALOG.roles}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_says_all_that_there_is_to_say_of_it(role: str) -> None:
    made = CATALOG.role(role)
    # The guide names the license beside the title; a posting names it where it asks for it.
    guides = RELATED[role].title.removesuffix(" (LCSW)")
    assert made.title == guides
    assert made.definition.startswith(("A ", "An "))
    if role not in OF_THE_GUIDE:
        assert made.definition == str(RELATED[role].text)
    assert made.oversight
    assert bool(made.licenses) is made.license_required
    assert made.settings
    assert set(made.settings) <= {one.id for one in CATALOG.settings}
    assert not [one for one in made.settings if CATALOG.scope.unusual(role, (one,))]
    assert made.measures
    assert set(made.measures) <= set(KPIS)
    assert made.related
    assert set(made.related) <= {one.id for one in CATALOG.roles} - {role}
    # A role brings the license that its work takes, and no degree that only the employer asks for.
    brought = {"education", "license"}.intersection(made.defaults)
    assert not brought or made.license_required
    assert "license" in made.defaults or not made.license_required


def test_a_role_knows_the_items_of_the_guide_that_speak_of_it() -> None:
    known = {item.id for item in CATALOG.items()}
    for role in CATALOG.roles:
        assert role.items, role.id
        assert set(role.items) <= known
    assert CATALOG.role("care_coordinator").items == (
        "role.care_coordinator",
        "role.choose_coordinator",
        "related.care_coordinator",
    )


@pytest.mark.parametrize("role", ROLES)
def test_a_role_suggests_an_occupation_with_a_confidence(role: str) -> None:
    made = CATALOG.role(role)
    assert made.occupation is not None
    assert made.occupation.confidence in ("high", "medium", "low")
    for setting in made.settings:
        found = made.occupation_in([setting])
        assert found == CATALOG.occupation(role, [setting])
        posting = jd.draft().as_role(role).for_setting(setting).build()
        payload = jd.get_renderer("jsonld").payload(posting)
        assert payload["occupationalCategory"]["codeValue"] == getattr(found, "code", "")


def test_the_most_fitting_occupation_is_suggested() -> None:
    cases = {
        ("utilization_review_nurse", ("hospital",)): ("29-1141.00", "high"),
        ("home_health_rn", ("home_health",)): ("29-1141.00", "high"),
        ("medical_social_worker", ("hospital",)): ("21-1022.00", "high"),
        ("behavioral_health_case_manager", ("behavioral",)): ("21-1023.00", "high"),
        ("behavioral_health_case_manager", ("hospital",)): ("21-1023.00", "medium"),
        ("social_worker", ("behavioral",)): ("21-1023.00", "high"),
        ("social_worker", ("hospital", "behavioral")): ("21-1029.00", "low"),
        ("legal_case_manager", ("specialty.legal",)): ("23-2011.00", "low"),
        ("patient_navigator", ("hospital",)): ("21-1094.00", "low"),
        ("care_coordinator", ("social_services",)): ("21-1093.00", "high"),
        ("case_manager", ("specialty",)): ("21-1099.00", "low"),
        ("a role that nobody knows", ()): ("21-1099.00", "low"),
    }
    for (role, settings), expected in cases.items():
        found = CATALOG.occupation(role, settings)
        assert found is not None
        assert (found.code, found.confidence) == expected, (role, settings)


def test_an_overlay_gives_a_role_its_own_occupation() -> None:
    row = {"id": "acme", "role": ["rn"], "code": "11-9111.00", "title": "Managers"}
    own = CATALOG.overlay_tables({"own.toml": {"occupations": [row]}})
    assert str(own.role("rn").occupation) == "11-9111.00 Managers"
    with pytest.raises(ContentError, match="confidence: is not known: 'sure'"):
        CATALOG.overlay_tables({"own.toml": {"occupations": [{**row, "confidence": "sure"}]}})
    with pytest.raises(ContentError, match="did you mean 'lcsw'"):
        CATALOG.overlay_tables({"own.toml": {"occupations": [{**row, "role": ["lcws"]}]}})


# --- not the case manager's posting with another title -----------------------------------------------


@pytest.mark.parametrize("role", ROLES)
def test_the_responsibilities_differ_from_the_case_managers(role: str) -> None:
    own, general = _responsibilities(role), _responsibilities("case_manager")
    assert max(_shared(own, general)) <= 0.35
    assert len(own) >= 6


def test_the_responsibilities_differ_from_each_other() -> None:
    pairs = list(combinations(ROLES, 2))
    assert len(pairs) == 45
    for one, other in pairs:
        assert max(_shared(_responsibilities(one), _responsibilities(other))) <= 0.35, (one, other)


@pytest.mark.parametrize("role", ROLES)
def test_a_role_has_a_summary_of_its_own(role: str) -> None:
    posting = jd.draft().as_role(role).build()
    first = next(one for one in posting.sections if one.id == "summary").blocks[0]
    general = jd.draft().build().sections[0].blocks[0]
    assert getattr(first, "id", "") == f"role.{role}.summary"
    assert first != general


@pytest.mark.parametrize("role", ROLES)
def test_what_is_shared_is_named_by_id(role: str) -> None:
    """The sentences are the role's own; what they share with a Case Manager's is an item of the guide."""
    posting = jd.draft().as_role(role).build()
    bullets = next(one for one in posting.sections if one.id == "responsibilities").bullets
    duties = [one for one in bullets if not one.id.endswith(".limit")]
    assert {one.id.startswith(f"role.{role}.") for one in duties} == {True}
    shared = {name for one in bullets for name in one.states}
    assert shared <= {item.id for item in CATALOG.items()}
    assert shared & _stated("case_manager")


def _stated(role: str) -> set[str]:
    sections = jd.draft().as_role(role).build().sections
    return {name for section in sections for bullet in section.bullets for name in bullet.states}


@pytest.mark.parametrize("role", ROLES)
def test_the_words_of_another_role_do_not_appear(role: str) -> None:
    for setting in CATALOG.role(role).settings:
        posting = jd.draft().as_role(role).for_setting(setting).at_tier("senior").build()
        ids = [getattr(one, "id", "") for section in posting.sections for one in section.bullets]
        assert not [name for name in ids if name.startswith("role.") and f".{role}." not in name]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("role", ROLES)
def test_the_setting_adds_something_wherever_the_role_is_usual(role: str) -> None:
    general = _responsibilities(role)
    for setting in CATALOG.role(role).settings:
        assert set(_responsibilities(role, setting)) - set(general), setting


@pytest.mark.parametrize("role", ROLES)
def test_a_role_is_measured_by_what_is_its_own_in_the_setting(role: str) -> None:
    """The measures of the setting that fit the role, or all of them where none does; never another's."""
    tried = 0
    for setting in CATALOG.role(role).settings:
        of_setting = {kpi.id for kpi in CATALOG.setting(setting).kpis}
        if not of_setting:
            continue
        fitting = of_setting & set(CATALOG.role(role).measures)
        draft = jd.draft().as_role(role).for_setting(setting).fill(measures="guide")
        measured = next(one for one in draft.build().sections if one.id == "measures")
        shown = {one.id for one in measured.bullets if one.id in KPIS}
        assert shown == (fitting or of_setting), setting
        tried += 1
    assert tried or role == "legal_case_manager"


def test_where_the_guide_measures_nothing_nothing_is_taken_over() -> None:
    draft = jd.draft().as_role("legal_case_manager").for_setting("specialty.legal")
    with pytest.raises(InputError, match="measures: has nothing to take over"):
        draft.fill(measures="guide").build()


# --- within its license ------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [one for one in ROLES if not CATALOG.role(one).license_required])
def test_an_unlicensed_role_asks_for_no_license_and_no_clinical_duty(role: str) -> None:
    # Where nothing is clinical, no license is worth a word; where some employers ask for one, none is denied.
    clinical = role not in ("legal_case_manager", "behavioral_health_case_manager")
    for setting in ("", *CATALOG.role(role).settings):
        posting = jd.draft().as_role(role).for_setting(*filter(None, [setting])).build()
        bullets = [
            one
            for section in posting.sections
            if section.id != "preferred"
            for one in section.bullets
        ]
        assert not [one.id for one in bullets if "licensure.required" in one.states]
        required = [
            one for part in posting.sections if part.id == "required" for one in part.bullets
        ]
        named = [one for one in required if "license" in str(one.text)]
        assert [one.id for one in named] == (["need.license.none"] if clinical else [])
        duties = duties_in([one.text.filled(posting.read) for one in bullets])
        beyond = [one for one in duties if not CATALOG.scope.may(CATALOG.role(role), one)]
        assert beyond == [], setting
        assert "license" not in posting.unfilled


@pytest.mark.parametrize("role", [one for one in ROLES if CATALOG.role(one).license_required])
def test_a_licensed_role_brings_its_license(role: str) -> None:
    posting = jd.draft().as_role(role).build()
    licenses = posting.requisition.license
    assert licenses
    assert set(licenses) <= set(CATALOG.role(role).licenses)


def test_legal_work_speaks_of_no_clinic() -> None:
    posting = (
        jd.draft().as_role("legal_case_manager").for_setting("specialty.legal").at_tier("lead")
    )
    words = " ".join(str(text) for text in texts(posting.build()))
    for term in ("HIPAA", "EMR", "InterQual", "CCM (", "BLS;", "physician", "HEDIS", "MSN"):
        assert term not in words, term


@pytest.mark.parametrize("role", ("care_coordinator", "patient_navigator"))
def test_a_supporting_role_is_not_asked_for_what_a_case_manager_has(role: str) -> None:
    words = jd.render(jd.draft().as_role(role).build(), "text")
    assert "ownership of outcomes" not in " ".join(words.split())
    assert "MSN" not in words


def test_a_caseload_of_a_case_manager_is_not_promised_to_another_role() -> None:
    posting = jd.draft().for_setting("hospital").as_role("utilization_review_nurse")
    assert "Typical caseload" not in jd.render(posting.build(), "text")
    given = posting.fill(caseload=[20, 30])
    assert "20–30" in jd.render(given.build(), "text")


# --- in every format, and past the checker -----------------------------------------------------------


INCOMPLETE = jd.RenderContext(allow_incomplete=True)
"""Some formats want what only an account knows."""


def _filled(role: Role, setting: str, tier: str | None = None, **more: Any) -> jd.Posting:
    # A senior tier brings its own years.
    years = {"experience_years": [1, 2]} if tier in (None, "entry") else {}
    facts = {**LAWFUL, **years, **more}
    return jd.build(jd.Requisition(setting=setting, tier=tier, role=role.id, **facts))


@pytest.mark.parametrize("format", sorted(FORMATS.names()))
def test_every_role_renders_in_every_format(format: str) -> None:
    try:
        renderer = jd.get_renderer(format)
    except ExtraNotInstalledError:
        pytest.skip("needs an extra")
    for role in map(CATALOG.role, ROLES):
        posting = _filled(role, role.settings[0])
        try:
            output = renderer.render(posting, INCOMPLETE)
        except ExtraNotInstalledError:
            pytest.skip("needs an extra")
        assert output
        if isinstance(output, str):
            assert role.title in output
    assert jd.loads(jd.dumps(posting)) == posting


@pytest.mark.once
@pytest.mark.parametrize("role", ROLES)
def test_every_role_passes_the_checker_wherever_it_is_usual(role: str) -> None:
    tried = 0
    for setting in CATALOG.role(role).settings:
        for tier in (None, "entry", "senior", "lead"):
            posting = _filled(CATALOG.role(role), setting, tier)
            assert posting.unfilled == ()
            report = jd.check(posting, today=date(2026, 11, 23))
            found = [str(finding) for finding in report.at_or_above("warning")]
            assert found == [], (setting, tier)
            tried += 1
    assert tried == 4 * len(CATALOG.role(role).settings)


@pytest.mark.parametrize("role", ROLES)
def test_a_board_edition_keeps_what_makes_the_role(role: str) -> None:
    made = CATALOG.role(role)
    for setting in made.settings:
        posting = _filled(made, setting, edition="board")
        ids = [one.id for section in posting.sections for one in section.bullets]
        assert len([name for name in ids if name.startswith(f"role.{role}.")]) >= 3
        told = [one for one in posting.blocks if getattr(one, "id", "") != "eeo"]
        words = len(jd.render(evolve(posting, blocks=told), "text").split())
        assert 200 <= words <= 450, (setting, words)
