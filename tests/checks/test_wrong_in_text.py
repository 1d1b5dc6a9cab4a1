"""What is wrong in the text itself is found, and what only looks like it is left alone."""

from datetime import date

import pytest

import casemgr_jd as jd

TODAY = date(2026, 11, 26)


def codes(line: str) -> set[str]:
    """What is found in a posting with this line among its duties."""
    text = (
        "# Case Manager\n\nLakeside Health, Tulsa, Oklahoma\n\nLakeside Health is hiring a case manager.\n\n"
        f"## Duties\n\n- {line}\n"
    )
    return {one.code for one in jd.check_document(text, today=TODAY, format="markdown").findings}


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("SPL002", "Asses patients in a public clinic."),
        ("SPL002", "Teach pubic health in less then an hour."),
        ("SPL002", "Competive pay for whoever works good with others in there homes"),
        ("SPL002", "Candidates must posses strong organization skills."),
        ("SPL004", "Help client's with forms."),
        ("SPL005", "The case manager report to the director."),
        ("TPL011", "Works under the direction of the."),
        ("TPL011", "Apply in person, or by e-mail at."),
        ("SPL003", "Report to the RNManager."),
        ("SPL003", "Keep good records.Call each family in turn."),
        ("SPL003", "State Clearances2-4 years old"),
        ("SPL004", "Masters in social work and three years clinical experience"),
        ("SPL005", "You are required to coordinates care."),
        ("SPL005", "Responsible for provide care, in accordance to the plan."),
        ("SPL005", "Minimum one years of experience"),
        ("SPL006", "Work as a LPN with an nurse."),
        ("SPL007", "Meet with with families."),
        ("SPL008", "Plan visits , and write notes."),
        ("REQ001", "Evenings as required, with travel as needed."),
        ("REQ001", "Some relevant experience required"),
        ("REQ002", "The job is full-time or part-time."),
        (
            "REQ003",
            "The hospital is a well-known facility in the valley; our client is hiring now.",
        ),
        ("REQ004", "Licenses (see addendum)"),
        ("REQ005", "Bill by ICD-9 and help with food stamps."),
        ("REQ006", "Reliable transportation"),
        ("TPL013", "Skip to main content"),
        ("PRO012", "We are the nation's leading house with a proven track record."),
        ("PRO003", "Work with nurses, ensuring positive outcomes."),
        ("SPL001", "Enroll families in Medicade, untill they find work."),
        ("SPL001", "Good comunication and knowlege of the wich forms"),
        ("SPL002", "A flexible savings account and dental cover"),
        ("SPL002", "A licensed mastered social worker is asked for."),
        ("SPL002", "Enroll people in Temporary Assistance to Needy Families."),
        ("SPL003", "Requirements:Driver records are read."),
        ("SPL003", "Position SummaryResponsible for all visits"),
        ("SPL004", "We seek a nurse for it's Tulsa clinic."),
        ("SPL004", "Knowledge of HMO's, managed care and other insurers"),
        ("SPL005", "You must be able of lifting boxes."),
        ("SPL005", "This is great opportunity for a nurse."),
        ("SPL005", "Keep systems that includes charts."),
        ("SPL008", "Help families find resources. ."),
        ("SPL008", "Earn $40.10-$$44.10 an hour."),
        ("TPL001", "Work closely with the Enter program name here team."),
        ("TPL001", "Apply at #URL_0123456789abcdef0123456789abcdef#."),
        ("PRO012", "Excellent customer service skills in a WIN-WIN situation"),
        ("PRO012", "Benefits: General Benefits, Retirement, Paid Leave"),
        ("PRO013", "Does other related duties"),
        ("PRO012", "A dynamic, passionate nurse, with excellent benefits"),
        ("PRO012", "Paid leave, health insurance, General Benefits"),
        ("SPL005", "A minimum of 2+ years of experience in a clinic"),
        ("TPL006", "{margin-top:0px !important; min-height:0px;}"),
    ],
)
def test_it_is_found(code: str, line: str) -> None:
    assert code in codes(line)


@pytest.mark.parametrize(
    ("family", "line"),
    [
        ("SPL", "Ability to work independently; in order to meet needs; responsible for managing."),
        ("SPL", "Must be present, and the plan must be complete."),
        ("SPL", "Each family member and every patient care plan; a patients' council meets."),
        ("SPL", "These position papers and this services index are for the A team."),
        ("SPL", "An MRI, an EHR, a US citizen, an hour, a one-time visit, a UR nurse, an LMSW"),
        ("SPL", "People who had had surgery in Walla Walla, that that clinic serves"),
        ("SPL", "MSWs, RNs, PTAs, PhDs and PsyDs use SharePoint, WellSky and PointClickCare."),
        ("SPL", "Work with UnitedHealthcare, AmeriHealth, DeSoto County and O'Brien."),
        ("SPL", "A two-year degree, two years' notice, a client's family, bachelor's in nursing"),
        ("SPL", "Participates in in-service classes and the client's plan"),
        (
            "SPL",
            "It is necessary to successfully maintain confidentiality in your own organization.",
        ),
        ("SPL", "Help the nurse provide care; let the case manager report to the team."),
        ("SPL", "It's a great clinic, it's not far, and its staff know that it's Tulsa's oldest."),
        (
            "SPL",
            "A flexible spending account and the Fair Debt Collection Practices Act",
        ),
        ("SPL", "The list of systems that is kept in the ward; the HMO's policy"),
        ("SPL", "Hired by: Lakeside (Tulsa); Note: Bring a license (RN)."),
        ("TPL", "Enter notes in the chart here at Lakeside, and enter each name."),
        ("TPL", "Keep records safe, as the law asks and as told in the privacy policy"),
        ("TPL", "Tell us what you are looking for. This is what we live by."),
        ("REQ", "See the appendix of the plan, attachment theory and the lease addendum."),
        ("REQ", "Full-time or part-time students may use our services."),
        ("REQ", "Own vehicle needed to travel between sites; track school attendance."),
        ("REQ", "Our client is safe when she is housed; refer people to reputable hospitals."),
        ("REQ", "Travel up to 20 percent; rugs, furniture and OASIS-E1 reviews"),
    ],
)
def test_what_only_looks_like_it_is_left_alone(family: str, line: str) -> None:
    assert not {code for code in codes(line) if code.startswith(family)}


def test_a_link_of_one_site_leads_nowhere_in_a_text_and_somewhere_on_its_page() -> None:
    """Where the text is copied to a board, the site stays behind."""
    text = "# Case Manager\n\n[The description]({link})\n"
    relative = jd.check_document(text.format(link="/files/job.pdf"), today=TODAY)
    whole = jd.check_document(text.format(link="https://lakeside.example/job.pdf"), today=TODAY)
    page = jd.check_document(
        '<html><body><h1>Case Manager</h1><p><a href="/files/job.pdf">The description</a></p></body></html>',
        today=TODAY,
        format="html",
    )
    found = [any(one.code == "REQ004" for one in each.findings) for each in (relative, whole, page)]
    assert found == [True, False, False]


def test_lost_spaces_behind_sentences_are_told_once() -> None:
    """Text that lost all its breaks gives no finding for each."""
    text = (
        "# Case Manager\n\n"
        + "Keep records.Call families.Meet people.Write notes.Ask them often.\n"
    )
    found = [one for one in jd.check_document(text, today=TODAY).findings if one.code == "SPL003"]
    assert len(found) == 1


def test_a_list_in_one_form_is_left_alone_in_each_form() -> None:
    """Only a change within the list is told, and not one line that starts otherwise."""
    start = "# Case Manager\n\n## Duties\n\n"
    lists = (
        "- Assess needs\n- Plan care\n- Refer families\n",
        "- Assesses needs\n- Plans care\n- Refers families\n",
        "- Assessing needs\n- Planning care\n- Reviews of charts\n",
        "- Assess needs\n- Plan care\n- Refers families\n- Writes notes\n",
    )
    found = [
        any(one.code == "STR007" for one in jd.check_document(start + text, today=TODAY).findings)
        for text in lists
    ]
    assert found == [False, False, False, True]


POSTING = "Case Manager\nLakeside Services\n\n{}\n\nYou help families find homes.\n"


def plain(text: str) -> set[str]:
    report = jd.check_document(POSTING.format(text), today=TODAY, format="text")
    return {one.code for one in report.findings}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("CON002", "$18.50 - $21.00 hourly\n\nPart-time pay starting at $24.00 an hour"),
        ("CON002", "We make $22-$29 an hour!\n\nSalary: $24.00 to $29.00 /hour"),
        ("TTL009", "The Billing Specialist II position is responsible for claims."),
        ("TPL014", "See https://lakeside-care.example/jobs or email jobs@lakesde-care.example"),
        ("COM018", "New Mexico"),
        ("COM019", "Apply: https://drive.google.com/file/d/1Lakeside/view"),
        ("COM003", "Schedule: Full Time"),
        ("COM016", "No degree required\n\nWe are a kind house."),
    ],
)
def test_what_a_posting_says_twice_or_by_half_is_found(code: str, text: str) -> None:
    assert code in plain(text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("CON002", "$18.50 - $21.00 hourly\n\nNight shift: $24.00 an hour"),
        ("TTL009", "The Case Manager II position is responsible for visits."),
        ("TPL014", "See https://lakeside1.example/jobs or https://lakeside2.example/jobs"),
        ("COM018", "Taos, New Mexico"),
        ("COM018", "Remote, New Mexico"),
        ("COM019", "Apply: https://lakeside.example/jobs"),
        ("COM003", "Schedule: Monday to Friday"),
        ("COM016", "No degree required\n\nSpanish proficiency is required."),
    ],
)
def test_what_a_posting_says_once_is_left_alone(code: str, text: str) -> None:
    assert code not in plain(text)


def test_each_address_that_a_slip_parts_from_one_before_it_is_told() -> None:
    text = (
        "# Case Manager\n\nMail jobs@lakeside.example, jobs@lakeisde.example, hr@lakside.example, "
        "hr@lakesides.example and hr@lakeside2.example.\n"
    )
    told = [one for one in jd.check_document(text).findings if one.code == "TPL014"]
    assert [one.match for one in told] == ["jobs@lakeisde.example", "hr@lakside.example"]
    assert all("jobs@lakeside.example" in one.message for one in told)
