"""Slips of grammar, each in several shapes, and what stands near to each and is right."""

import pytest

from casemgr_jd import check_document

WRONG = {
    "SPL005": (
        "Give support to the an agency.",
        "At least 3 year of service",
        "Visit each clients in the home.",
        "The nurse must possesses a card.",
        "You will greets callers.",
        "Ability to travels locally.",
        "Ability to related to others.",
        "Must be able to providing care.",
        "Have the ability prioritize tasks.",
        "You are able give examples.",
        "Training is recommend.",
        "Results need to be achieve in time.",
        "Experience in perform reviews",
        "Responsible for conduct intakes.",
        "Must been vaccinated.",
        "Applicants must passed a test.",
        "Please sent your papers.",
        "Other duties as assign.",
        "Candidates whom have a card are preferred.",
        "Our services includes meals.",
        "Benefits includes health insurance.",
        "A service that reflect the need.",
        "Use systems which demonstrates results.",
        "The case manager provide support.",
        "Must a valid card.",
    ),
    "SPL010": (
        "There is many programs.",
        "Talk to various department in town.",
        "All candidate must call.",
        "Help others agencies.",
        "Provide a safe and supportive environments for youth.",
        "Meet with doctors, nurses, therapist and families.",
        "Follow state and local regulation.",
        "Excellent communications skill.",
        "Be at least 21 year old.",
        "Work on evening and weekends.",
    ),
    "SPL009": (
        "Work with other department and agencies.",
        "Escalate to attorney for action.",
        "Other duties as requested by nurse.",
        "Serve as collaborative partner with the team.",
        "Maintains up-to-date database of shelters.",
        "Keep accurate and timely record.",
        "Report to the of staff.",
        "Work with diverse group of people.",
        "Work under supervision of the lead.",
        "Report to Program Director.",
        "This is full-time position.",
        "Spanish is plus.",
        "Communicate effective with others.",
        "Help them in obtaining of benefits.",
    ),
    "SPL004": (
        "Care for the patients' of the clinic.",
        "Give at least a week notice.",
        "A minimum of 2 year's work",
        "Master degree in social work",
    ),
    "SPL022": (
        "Coordinate and oversees all work.",
        "Plan, execute and controlling tasks.",
        "You will assess and documenting needs.",
        "Participates and respond to calls.",
        "Must be energetic, organized, have a car.",
        "The consultant reports to the director and take calls.",
    ),
    "SPL023": (
        "We are a small team, we value each other.",
        "We are hiring in Tulsa, please read on.",
        "Meet with individuals their families, and friends.",
    ),
    "SPL024": (
        "Care for patients that are at home.",
        "Are you a nurse that's ready?",
        "Call patients which need care.",
    ),
}
RIGHT = (
    "The nurse must possess a card, and one's will is respected.",
    "You have the ability to prioritize; all you do is provide care.",
    "What we ask is honesty, and what we give is time.",
    "People who live in the town, and a set of rules that governs it",
    "The needs assessment includes a visit, and so does the services plan.",
    "The recovery homes in the state that take infants are four.",
    "A means to an end, a hands-on role, and a skills test",
    "Should an offer be made, the license (CDL A or B) is checked.",
    "Work with people who have a car, and go from person to person.",
    "Most of whom have a home; nurses whom you call.",
    "Assess needs, using our forms, and document what you see.",
    "If you are interested, please call; when we answer, we listen.",
    "You tell the patient that visits are free.",
    "PALS can come later, and nobody will come late.",
    "Help with what is right, and with what is in reach.",
    "A week's notice, two years' experience, and the patients' homes",
    "Assess and plan with the team, then prepare and file.",
    "We offer a range of consumer, private and business loans.",
    "The duties are said to be representative of a good house.",
    "The duties are representative of those that must be met.",
)


def _codes(line: str) -> set[str]:
    report = check_document(f"# Case Manager\n\n## Duties\n\n- {line}\n")
    return {one.code for one in report.findings if one.line == 5}


@pytest.mark.parametrize(
    ("code", "line"), [(code, line) for code, lines in WRONG.items() for line in lines]
)
def test_a_slip_is_told(code: str, line: str) -> None:
    """Each slip is told by the rule of its kind."""
    assert code in _codes(line)


@pytest.mark.parametrize("line", RIGHT)
def test_what_is_right_is_left_alone(line: str) -> None:
    """What looks like a slip and is none is left alone."""
    assert not _codes(line) & WRONG.keys()
