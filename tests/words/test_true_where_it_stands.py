"""What a posting says of law and of the day is true of those whom it speaks of."""

import pytest

import casemgr_jd as jd
from words.cases import SIX, cases, sentences

# Mostly no covered entities: a shelter, a law office, a school, a reentry program.
OUTSIDE_HEALTH_CARE = frozenset({"social_services", "specialty"})
NURSING = {
    "specialty.corrections": "Assess illness and medicines",
    "specialty.refugee": "Assess the health",
    "specialty.schools": "Assess illness, medicines",
    "specialty.legal": "Read medical records",
}


def _outside() -> list[tuple[str, str, str]]:
    return [
        (str(case), name, text)
        for case in cases("six", "posting", "board")
        if case.home & OUTSIDE_HEALTH_CARE
        for name, text in sentences(case.posting)
    ]


def test_hipaa_is_promised_by_those_whom_it_binds() -> None:
    found = _outside()
    assert len(found) > 1_000
    assert not [one for one in found if "HIPAA" in one[2]]


def test_a_credential_of_hospitals_is_asked_for_in_hospitals() -> None:
    assert not [one for one in _outside() if "ACM" in one[2]]


@pytest.mark.parametrize("setting", NURSING)
def test_a_nurse_has_a_duty_that_is_nursing(setting: str) -> None:
    posting = jd.build(jd.Requisition(setting=setting, role="rn", edition="posting", **SIX))
    assert any(text.startswith(NURSING[setting]) for _, text in sentences(posting))


@pytest.mark.parametrize("setting", NURSING)
def test_who_is_no_registered_nurse_assesses_no_illness(setting: str) -> None:
    posting = jd.build(
        jd.Requisition(
            setting=setting, role="case_manager", license=["LPN"], edition="posting", **SIX
        )
    )
    assert not any(text.startswith("Assess ") for _, text in sentences(posting))


@pytest.mark.parametrize("setting", [None, "behavioral", "hospital"])
def test_an_unlicensed_lead_shares_out_calls_and_settles_no_treatment(setting: str | None) -> None:
    posting = jd.build(
        jd.Requisition(setting=setting, role="bachelors", tier="lead", edition="posting", **SIX)
    )
    told = " ".join(text for _, text in sentences(posting))
    assert "settle who makes" in told
    assert "throughput" not in told
    assert "who does what next" not in told
