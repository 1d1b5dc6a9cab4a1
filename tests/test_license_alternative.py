"""What counts in place of the license stands beside it, wherever the license stands."""

from typing import Any

import pytest

import casemgr_jd as jd

ALTERNATIVE = "an application that is in with the board"
DENVER = jd.Location(city="Denver", state="CO")
RENO = jd.Location(city="Reno", state="NV")


def told(**facts: Any) -> str:
    made = jd.build(jd.Requisition(license_alternative=ALTERNATIVE, **facts))
    return " ".join(jd.render(made, "text").split())


@pytest.mark.parametrize("edition", jd.Edition)
@pytest.mark.parametrize("locations", [(), (DENVER,), (DENVER, RENO)])
@pytest.mark.parametrize("license", ["RN", "Colorado RN"])
def test_it_stands_wherever_the_job_is(
    edition: jd.Edition, locations: tuple[jd.Location, ...], license: str
) -> None:
    found = told(license=license, locations=locations, edition=edition)
    assert f", or {ALTERNATIVE}." in found
    assert found.count("An active") == 1


def test_it_stands_where_requirements_of_the_employers_own_speak_of_the_license() -> None:
    own = "A current RN license."
    found = told(role="rn", qualifications=[own])
    assert own in found
    assert f", or {ALTERNATIVE}." in found
