"""Which title: each of the guide's four rules, and the borders between them."""

import re
from typing import Any

import pytest

import casemgr_jd as jd
from casemgr_jd.errors import InputError
from casemgr_jd.hiring._changes import tried
from casemgr_jd.hiring._decision import decide
from casemgr_jd.hiring._job import job_of
from casemgr_jd.hiring.advice import recommend_role

CLINICAL = ("medical_assessment", "utilization_review", "clinical_decision_support")
PSYCHOSOCIAL = ("therapy", "counseling", "psychosocial_intervention")
SUPPORT = ("navigation", "benefits_support", "nonclinical_support")
LOGISTICS = ("scheduling", "referrals")

# (duties, owns the plan, oversight, setting) -> role, rule
TABLE: dict[str, tuple[Any, bool | None, str | None, Any, str, str]] = {
    "rn in a hospital": (CLINICAL, True, None, "hospital", "rn", "role.choose_rn"),
    "rn in managed care": (CLINICAL, True, None, "managed_care", "rn", "role.choose_rn"),
    "rn at home": (CLINICAL, True, None, "home_health", "rn", "role.choose_rn"),
    "one nursing duty is enough": (CLINICAL[:1], None, None, (), "rn", "role.choose_rn"),
    "lcsw in behavioral health": (
        PSYCHOSOCIAL,
        True,
        None,
        "behavioral",
        "lcsw",
        "role.choose_lcsw",
    ),
    "lcsw in the community": (
        PSYCHOSOCIAL,
        True,
        None,
        "social_services",
        "lcsw",
        "role.choose_lcsw",
    ),
    "lcsw in a hospital": (PSYCHOSOCIAL, True, None, "hospital", "lcsw", "role.choose_lcsw"),
    "support": (SUPPORT, True, "licensed", "social_services", "bachelors", "role.choose_bachelors"),
    "support in a niche": (
        SUPPORT,
        True,
        "none",
        "specialty.legal",
        "bachelors",
        "role.choose_bachelors",
    ),
    "logistics": (
        LOGISTICS,
        False,
        "licensed",
        "hospital",
        "care_coordinator",
        "role.choose_coordinator",
    ),
    # borders
    "logistics with the plan": (
        LOGISTICS,
        True,
        "licensed",
        (),
        "bachelors",
        "role.choose_bachelors",
    ),
    "the plan as a duty": (
        (*LOGISTICS, "care_plan_ownership"),
        None,
        "licensed",
        (),
        "bachelors",
        "role.choose_bachelors",
    ),
    "exactly half is not most": (
        (*LOGISTICS, *SUPPORT[:2]),
        False,
        "licensed",
        (),
        "bachelors",
        "role.choose_bachelors",
    ),
    "just over half is": (
        {"scheduling": 51, "navigation": 49},
        False,
        "licensed",
        (),
        "care_coordinator",
        "role.choose_coordinator",
    ),
    "a license outweighs a majority": (
        (*LOGISTICS, "navigation", "medical_assessment"),
        False,
        "licensed",
        (),
        "rn",
        "role.choose_rn",
    ),
    "an open duty follows the setting": (
        ("clinical_assessment",),
        True,
        None,
        "behavioral",
        "lcsw",
        "role.choose_lcsw",
    ),
    "the same duty elsewhere": (
        ("clinical_assessment",),
        True,
        None,
        "hospital",
        "rn",
        "role.choose_rn",
    ),
    "setting alone": ((), None, None, "hospital", "rn", "role.choose_rn"),
    "two licenses, one leads": (
        {"medical_assessment": 3, "therapy": 1},
        True,
        None,
        (),
        "rn",
        "role.choose_rn",
    ),
    "two licenses, the other leads": (
        {"medical_assessment": 1, "therapy": 3},
        True,
        None,
        (),
        "lcsw",
        "role.choose_lcsw",
    ),
    "two licenses, the setting decides": (
        ("medical_assessment", "therapy"),
        True,
        None,
        "behavioral",
        "lcsw",
        "role.choose_lcsw",
    ),
    "two licenses, nothing decides": (
        ("medical_assessment", "therapy"),
        True,
        None,
        (),
        "case_manager",
        "role.case_manager",
    ),
    "support without oversight": (
        SUPPORT,
        True,
        "none",
        "hospital",
        "case_manager",
        "role.case_manager",
    ),
    "logistics without oversight": (
        LOGISTICS,
        False,
        "none",
        (),
        "case_manager",
        "role.case_manager",
    ),
    "a license leaves one role alone": (
        ("triage", "scheduling"),
        False,
        "licensed",
        (),
        "rn",
        "role.choose_rn",
    ),
    "logistics in a niche, unsupervised": (
        LOGISTICS,
        False,
        "none",
        "specialty.legal",
        "bachelors",
        "role.choose_bachelors",
    ),
    "nothing known": ((), None, None, (), "case_manager", "role.case_manager"),
    "two settings that disagree": (
        (),
        None,
        None,
        ("hospital", "behavioral"),
        "case_manager",
        "role.case_manager",
    ),
}


@pytest.mark.parametrize("name", TABLE)
def test_the_rules_and_their_borders(name: str) -> None:
    duties, owns, oversight, setting, role, rule = TABLE[name]
    advice = recommend_role(
        duties=duties, owns_plan_of_care=owns, oversight=oversight, setting=setting
    )
    assert (advice.role.id, advice.rules[0]) == (role, rule)
    assert advice.license
    assert advice.pay_banding
    assert advice.reasons
    assert advice.runner_up is not None
    assert advice.runner_up.id != role
    assert advice.would_change


@pytest.mark.parametrize(
    ("name", "runner_up"),
    (
        ("rn in a hospital", "lcsw"),
        ("lcsw in behavioral health", "rn"),
        ("logistics", "bachelors"),
        ("just over half is", "bachelors"),
        ("exactly half is not most", "care_coordinator"),
        ("two licenses, nothing decides", "rn"),
        ("logistics without oversight", "rn"),
    ),
)
def test_the_runner_up_is_the_next_best(name: str, runner_up: str) -> None:
    duties, owns, oversight, setting, _, _ = TABLE[name]
    advice = recommend_role(
        duties=duties, owns_plan_of_care=owns, oversight=oversight, setting=setting
    )
    assert advice.runner_up is not None
    assert advice.runner_up.id == runner_up


def test_every_rule_of_the_guide_is_in_the_table() -> None:
    rules = {rule.id for rule in jd.load_catalog().title_rules}
    assert rules <= {row[5] for row in TABLE.values()}


def test_every_rule_id_is_an_item_of_the_guide() -> None:
    known = {item.id for item in jd.load_catalog().items()}
    for duties, owns, oversight, setting, _, _ in TABLE.values():
        advice = recommend_role(
            duties=duties, owns_plan_of_care=owns, oversight=oversight, setting=setting
        )
        assert {*advice.rules, *advice.related} <= known


def test_what_would_change_the_answer_does_change_it() -> None:
    advice = recommend_role(duties=LOGISTICS, owns_plan_of_care=False, oversight="licensed")
    assert (
        "If the person owned the plan of care, it would be a Case Manager (bachelor's level)."
        in advice.would_change
    )
    owning = recommend_role(duties=LOGISTICS, owns_plan_of_care=True, oversight="licensed")
    assert owning.role.id == "bachelors"


def test_an_adjacent_role_is_pointed_out() -> None:
    advice = recommend_role(
        duties=["utilization_review"], owns_plan_of_care=False, setting="managed_care"
    )
    assert advice.related == ("related.utilization_review_nurse",)
    said = "The duties resemble those of a Utilization Review Nurse; compare the two titles."
    assert said in advice.cautions


def test_order_and_spelling_of_duties_do_not_matter() -> None:
    one = recommend_role(duties=["referrals", "Medical-Assessment"], setting="managed-care")
    two = recommend_role(duties=["medical_assessment", "referrals"], setting="managed_care")
    assert one.role == two.role
    assert one.rules == two.rules
    assert set(one.would_change) == set(two.would_change)


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(InputError) as caught:
        recommend_role(duties={"tehrapy": 1, "referrals": 0}, setting="hospitl", oversight="some")
    told = str(caught.value)
    assert "did you mean 'therapy'" in told
    assert "did you mean 'hospital'" in told
    assert "must be a number above zero" in told
    assert "oversight" in told
    assert len(caught.value.problems) == 4


@pytest.mark.parametrize(
    ("given", "said"),
    (
        ({"duties": 5}, "duties: must be a list of texts, not a number 5"),
        ({"duties": ["therapy", 5]}, "duties: must be a list of texts, but holds a number 5"),
        ({"duties": {"therapy": "much"}}, "duties.therapy: must be a number above zero"),
        ({"duties": {"therapy": True}}, "duties.therapy: must be a number above zero"),
        ({"duties": {"therapy": float("nan")}}, "duties.therapy: must be a number above zero"),
        ({"duties": {"therapy": float("inf")}}, "duties.therapy: must be a number above zero"),
        ({"duties": {3: 1}}, "duties: '3' is not known"),
        ({"setting": [None]}, "setting: must be a list of texts"),
        ({"oversight": 5}, "oversight: must be text"),
        ({"owns_plan_of_care": "yes"}, "owns_plan_of_care: must be true or false"),
    ),
)
def test_an_odd_value_is_refused_with_its_place(given: Any, said: str) -> None:
    with pytest.raises(InputError) as caught:
        recommend_role(**given)
    assert said in str(caught.value)


def test_a_rule_of_an_overlay_is_weighed_too() -> None:
    rule = {
        "id": "acme.choose_navigator",
        "role": "patient_navigator",
        "text": "Choose a Patient Navigator where navigation is all.",
        "duties": ["navigation", "referrals", "scheduling"],
        "settings": ["hospital"],
    }
    own = jd.load_catalog().overlay_tables({"own.toml": {"rules": [rule]}})
    advice = recommend_role(
        duties=["navigation", "referrals", "scheduling"], setting="hospital", catalog=own
    )
    assert advice.role.id == "patient_navigator"
    assert advice.license.startswith("No clinical license")
    assert "$" not in advice.pay_banding


def test_every_answer_names_its_license_without_a_figure_of_pay() -> None:
    for duties, owns, oversight, setting, _, _ in TABLE.values():
        advice = recommend_role(
            duties=duties, owns_plan_of_care=owns, oversight=oversight, setting=setting
        )
        assert "license" in advice.license
        assert "and" in advice.pay_banding
        assert not any(sign.isdigit() for sign in advice.pay_banding)


def test_each_change_that_is_told_leads_to_the_role_it_names() -> None:
    catalog = jd.load_catalog()
    for duties, owns, oversight, setting, _, _ in TABLE.values():
        job = job_of(duties, owns, oversight, setting, catalog)
        made = decide(job, catalog)
        told = recommend_role(
            duties=duties, owns_plan_of_care=owns, oversight=oversight, setting=setting
        ).would_change
        others = {decide(one.job, catalog).role for one in tried(job, catalog)} - {made.role}
        if others:
            named = {
                role.id
                for role in catalog.roles
                if any(re.search(rf" an? {re.escape(role.called)}\.$", one) for one in told)
            }
            assert named == others, told


def test_a_contradiction_is_refused() -> None:
    with pytest.raises(InputError, match="contradicts"):
        recommend_role(duties=["care_plan_ownership"], owns_plan_of_care=False)


@pytest.mark.parametrize("format", ("markdown", "text", "html"))
def test_advice_renders(format: str) -> None:
    advice = recommend_role(duties=CLINICAL, setting="hospital")
    assert "Recommended title: RN Case Manager" in jd.render(advice.to_document(), format)
