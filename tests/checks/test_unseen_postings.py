"""What postings that no rule had seen showed, in sentences of our own: wording that was read wrongly."""

from datetime import date

import pytest

import casemgr_jd as jd

TODAY = date(2026, 11, 26)


def report(text: str) -> jd.Report:
    """The report on a posting."""
    return jd.check_document(text, today=TODAY)


def codes(text: str, severity: str = "info") -> set[str]:
    """The codes found in a posting, at a severity or above."""
    return {one.code for one in report(text).at_or_above(severity)}


def job(*lines: str, title: str = "Case Manager", employer: str = "Lakeside Health") -> str:
    """A short posting with these lines."""
    return "\n\n".join((f"# {title}", employer, *lines)) + "\n"


def places(text: str) -> list[str]:
    """The places of work that are read."""
    return [one.value for one in jd.read_posting(text).of("place")]


# -- places


@pytest.mark.parametrize(
    "line",
    [
        "Join our team at San Rafael Nursing and Rehabilitation Center!",
        "Program: Fort Washington Women's Residence",
        "The Fort Washington Women's Residence is a house of ninety beds.",
        "Your role at Green Bay Family Services starts with an orientation.",
        "We seek a counselor licensed in Washington DC or Virginia.",
        "Licensed in Baltimore, MD is a plus.",
    ],
)
def test_a_house_and_a_license_are_no_place_of_work(line: str) -> None:
    """A city in the name of a house, and where a license was given, say nothing of where the work is."""
    assert places(job(line)) == []


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Join our team at our Brooklyn clinic.", "Brooklyn, NY"),
        ("This position is based in San Rafael.", "San Rafael, CA"),
        ("You work in our office in Washington, DC.", "Washington, DC"),
        ("The role is based in Boston Monday to Friday.", "Boston, MA"),
    ],
)
def test_where_people_work_is_still_read(line: str, place: str) -> None:
    """The same cities where a sentence says that people work there."""
    assert places(job(line)) == [place]


@pytest.mark.parametrize(
    "line",
    [
        "Our agency delivers nurses to hundreds of healthcare facilities across the United States.",
        "We partner with homecare agencies across the country.",
        "Our relocation team serves clients anywhere.",
    ],
)
def test_how_far_a_firm_reaches_is_not_where_one_may_live(line: str) -> None:
    """Only work from home is open everywhere."""
    assert jd.read_posting(job("Elkhart, IN", line)).of("remote_reach") == ()
    assert "PAY010" not in codes(job("Elkhart, IN", line))


def test_remote_work_across_the_country_is_still_read() -> None:
    """The same words of the job."""
    line = "This remote role can be done from anywhere in the United States."
    assert "PAY010" in codes(job(line))


# -- licenses and scope


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Physical Therapist", "- Evaluate, diagnose and treat movement disorders."),
        ("Occupational Therapist", "- Provide occupational therapy to children at home."),
        ("Clinic Coordinator", "- Provide daily speech therapy and physical therapy on the unit."),
        ("RN Case Manager", "- Prescribe and teach home exercise programs."),
        ("Program Manager", "- Diagnose and fix technical problems of the record system."),
        ("Staff Clinician", "- Diagnose mental health conditions."),
    ],
)
def test_an_act_within_a_scope_of_its_own_is_no_error(title: str, line: str) -> None:
    """Another profession's license, and a verb that is another act, are left alone."""
    asked = "- Currently licensed as a clinician in Ohio" if "Staff" in title else "- RN license"
    needs = asked if title.startswith(("RN", "Staff")) else "- Two years of experience"
    text = job("Toledo, OH", "## Duties", line, "## Requirements", needs, title=title)
    assert "SCO001" not in codes(text)


def test_an_act_beyond_the_license_is_still_an_error() -> None:
    """The same verbs of a case manager with a degree."""
    for line in ("- Diagnose mental health conditions.", "- Provide individual therapy to adults."):
        text = job("Toledo, OH", "## Duties", line, "## Requirements", "- Bachelor's degree")
        assert "SCO001" in codes(text, "error"), line


@pytest.mark.parametrize(
    "line",
    [
        "- Proof of disability, signed by a Certified Rehabilitation Counselor",
        "- Work under the supervision of a CCM",
        "- A form completed by our CDMS",
    ],
)
def test_somebody_elses_credential_is_not_asked_of_the_person(line: str) -> None:
    """Who signs or supervises holds it."""
    text = job("No experience needed.", "## Requirements", line)
    assert jd.read_posting(text).of("certification") == ()
    assert "SCO020" not in codes(text)


@pytest.mark.parametrize(
    "line",
    [
        "In a state that does not require licensure, two years of experience are needed.",
        "If your state does not require a license, we ask for a certificate.",
        "For states where no license is required, a certificate takes its place.",
    ],
)
def test_a_condition_denies_nothing(line: str) -> None:
    """A license that some state does not ask for is still asked for here."""
    text = job("## Requirements", "- Registered nurse with a current license required", line)
    assert "CON007" not in codes(text)


def test_a_license_that_some_positions_may_need_is_for_review() -> None:
    """What is hedged is no plain bar."""
    firm = "- Valid driver's license required"
    hedged = "- Some positions of this class may require a driver's license"
    text = job("Sacramento, CA", "## Requirements", "{line}")
    assert "LAW005" in codes(text.format(line=firm), "error")
    assert "LAW005" not in codes(text.format(line=hedged), "error")
    (found,) = (one for one in report(text.format(line=hedged)).findings if one.code == "LAW005")
    assert (found.severity, found.kind) == ("warning", "review")


def test_work_in_homes_is_a_job_that_drives() -> None:
    """A nurse of home care drives; a reviewer of charts need not."""
    line = "- Driver's license and proof of car insurance"
    homes = job("Waco, TX", "You care for patients in their homes.", "## Requirements", line)
    charts = job("Waco, TX", "You review charts.", "## Requirements", line)
    assert "LAW005" not in codes(homes)
    assert "LAW005" in codes(charts)
