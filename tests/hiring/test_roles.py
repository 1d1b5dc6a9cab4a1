"""The ten adjacent roles: each builds a posting that is its own, within its license, in every format."""

import pytest

import casemgr_jd as jd
from casemgr_jd.model.document import texts

CATALOG = jd.load_catalog()
RELATED = {entry.role: entry for entry in CATALOG.related}
KNOWN = {"care_coordinator", "social_worker"}
"""Two of the ten that the guide also chooses between; their postings rest on the license alone."""
OWN = sorted(set(RELATED) - KNOWN)
KPIS = {kpi.id: kpi for _, _, measures in CATALOG.kpi_sets for kpi in measures}


def _bullets(role: str, setting: str = "") -> dict[str, str]:
    posting = jd.draft().as_role(role).for_setting(*filter(None, [setting])).build()
    sections = {section.id: section for section in posting.sections}
    return {one.id: str(one.text) for one in sections["responsibilities"].bullets}


def test_all_ten_are_roles_of_the_catalog() -> None:
    assert len(RELATED) == 10
    assert set(RELATED) <= {role.id for role in CATALOG.roles}
    assert len(OWN) == 8


@pytest.mark.parametrize("role", OWN)
def test_a_role_is_the_one_that_the_guide_names(role: str) -> None:
    made = CATALOG.role(role)
    assert made.title == RELATED[role].title
    assert made.definition == str(RELATED[role].text)
    assert made.oversight
    assert set(made.measures) <= set(KPIS)
    assert set(made.related) <= {one.id for one in CATALOG.roles} - {role}
    assert made.settings == tuple(
        name for name in made.settings if not CATALOG.scope.unusual(role, (name,))
    )


@pytest.mark.parametrize("role", sorted(RELATED))
def test_the_responsibilities_differ_from_the_case_managers(role: str) -> None:
    own, general = set(_bullets(role).values()), set(_bullets("case_manager").values())
    shared = len(own & general) / len(own | general)
    # Postings of the guide's own roles keep the guide's ten, reworded where the license asks for it.
    assert shared <= (1.0 if role == "social_worker" else 0.45 if role in KNOWN else 0.35), shared
    assert len(own) >= 7


def test_the_responsibilities_differ_from_each_other() -> None:
    for one in OWN:
        for other in OWN:
            if one < other:
                first, second = set(_bullets(one).values()), set(_bullets(other).values())
                assert len(first & second) / len(first | second) <= 0.35, (one, other)


@pytest.mark.parametrize("role", OWN)
def test_a_role_has_a_summary_of_its_own(role: str) -> None:
    posting = jd.draft().as_role(role).build()
    first = next(one for one in posting.sections if one.id == "summary").blocks[0]
    general = jd.draft().build().sections[0].blocks[0]
    assert getattr(first, "id", "") == f"role.{role}.summary"
    assert first != general


@pytest.mark.parametrize("role", OWN)
def test_what_is_reused_is_reused_by_id(role: str) -> None:
    reused = {name for name in _bullets(role) if not name.startswith(f"role.{role}.")}
    assert reused <= {item.id for item in CATALOG.items()}
    assert reused


@pytest.mark.parametrize("role", OWN)
def test_the_words_of_another_role_do_not_appear(role: str) -> None:
    for setting in CATALOG.role(role).settings:
        posting = jd.draft().as_role(role).for_setting(setting).at_tier("senior").build()
        ids = [getattr(one, "id", "") for section in posting.sections for one in section.bullets]
        assert not [name for name in ids if name.startswith("role.") and f".{role}." not in name]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("role", OWN)
def test_the_setting_adds_something_wherever_the_role_is_usual(role: str) -> None:
    for setting in CATALOG.role(role).settings:
        posting = jd.draft().as_role(role).for_setting(setting).build()
        sections = {section.id: section for section in posting.sections}
        assert sections["setting"].bullets, setting
        shown = {one.id for one in sections["measures"].bullets if one.id in KPIS}
        assert shown
        assert shown <= set(CATALOG.role(role).measures)


@pytest.mark.parametrize("role", ("legal_case_manager", "patient_navigator"))
def test_an_unlicensed_role_asks_for_no_license_and_no_clinical_duty(role: str) -> None:
    for setting in ("", *CATALOG.role(role).settings):
        posting = jd.draft().as_role(role).for_setting(*filter(None, [setting])).build()
        sections = {section.id: section for section in posting.sections}
        required = [one for one in sections["licensure"].bullets if one.label == "Required"]
        assert len(required) == 1
        assert str(required[0].text).startswith("No clinical license is required")
        duties = {one.id for one in sections["responsibilities"].bullets}
        assert not duties & {"responsibilities.assessment", "responsibilities.utilization"}
        assert "license" not in posting.unfilled


@pytest.mark.parametrize("role", [one for one in OWN if CATALOG.role(one).license_required])
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


def test_a_caseload_of_a_case_manager_is_not_promised_to_another_role() -> None:
    posting = jd.draft().for_setting("hospital").as_role("utilization_review_nurse")
    assert "Typical caseload" not in jd.render(posting.build(), "text")
    given = posting.fill(caseload=[20, 30])
    assert "20–30" in jd.render(given.build(), "text")


@pytest.mark.parametrize("format", ("markdown", "text", "html", "html_fragment", "outline", "json"))
@pytest.mark.parametrize("role", sorted(RELATED))
def test_every_role_renders_in_every_format(role: str, format: str) -> None:
    for setting in ((), ("hospital",), ("specialty.legal",)):
        posting = jd.draft().as_role(role).for_setting(*setting).build()
        assert CATALOG.role(role).title in jd.render(posting, format)
    assert jd.loads(jd.dumps(posting)) == posting


@pytest.mark.parametrize("role", OWN)
def test_a_board_edition_keeps_what_makes_the_role(role: str) -> None:
    posting = jd.draft().as_role(role).with_edition("board").build()
    ids = [one.id for section in posting.sections for one in section.bullets]
    assert len([name for name in ids if name.startswith(f"role.{role}.")]) >= 3
    words = len(jd.render(posting, "text").split())
    assert 300 <= words <= 750, words
