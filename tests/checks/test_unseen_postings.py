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


# -- who hires, for what, where


@pytest.mark.parametrize(
    ("text", "employer"),
    [
        ("# Aide\n\nHaven from the Storm (HFS) exists to give families rest.", "Haven from the Storm"),
        ("Outreach Nurse\nKelvara\nTulsa, OK\n\nYou visit families.", "Kelvara"),
        ("# Nurse\n\nYou visit families.\n\nContact information: Blue Heron Society", "Blue Heron Society"),
        ("# Nurse\n\nJob Description  Blue Heron HomeCare of Tulsa is looking for a nurse.", "Blue Heron"),
        ("Jobs at Kelvara\n\nJoin our team of peers.\n\nPeer Worker\nTulsa, OK", "Kelvara"),
        ("Job openings at Kelvara\n\nPeer Worker\nTulsa, OK", "Kelvara"),
        ("Therapist\nHARBOR a program of Blue Heron Services\nTulsa, OK\n\nYou help.", "HARBOR"),
    ],
)  # fmt: skip
def test_the_employer_is_read_as_postings_name_it(text: str, employer: str) -> None:
    """Under the title, behind a heading that runs on, before "exists to", beside "contact"."""
    found = jd.read_posting(text).first("employer")
    assert found is not None
    assert found.value.startswith(employer)
    assert "COM001" not in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "# Nurse\n\nOverview We are currently seeking a nurse in the Tulsa, OK area.",
        "Nurse\nTulsa Metropolitan Area\n\nYou visit families at home each day.",
        "# Nurse\n\nContact information: Jane Doe, Nurse Recruiter",
    ],
)
def test_no_heading_place_or_person_is_the_employer(text: str) -> None:
    """Nobody is named as hiring."""
    assert jd.read_posting(text).of("employer") == ()


PROSE = "You meet families at home, help them plan, and stay in touch until each plan is done."


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Men's Outreach Minister", "Men's Outreach Minister"),
        ("Family Promoter: Part-time - Oakland, CA 94610", "Family Promoter"),
        ("Adult Speech Therapy", "Adult Speech Therapy"),
        ("Licensed Child Psychologist", "Licensed Child Psychologist"),
        ("PATH Practitioner", "PATH Practitioner"),
    ],
)
def test_the_first_line_is_the_title_though_we_know_no_such_role(line: str, title: str) -> None:
    """It stands first, short, and in capitals as titles are."""
    text = f"{line}\n\n{PROSE}\n\nPay: $30 an hour.\n"
    found = jd.read_posting(text).first("title")
    assert (found and found.value) == title
    assert not {"COM015", "TTL002"} & codes(text)


@pytest.mark.parametrize(
    "line",
    [
        "Lakeside Family Services",
        "Job Description",
        "Tulsa, OK",
        "Great Benefits!",
        "You help families",
    ],
)
def test_another_first_line_is_no_title(line: str) -> None:
    """An organization, a heading of any posting, a place, a call."""
    text = f"{line}\n\n{PROSE}\n\nPay: $30 an hour.\n"
    assert "COM015" in codes(text)


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("420 S. Ash St. Los Angeles, CA 90013", "Los Angeles, CA"),
        ("150 Elm Street, New York N", "New York, NY"),
        ("3050 West 9 St, Brooklyn Ny", "Brooklyn, NY"),
        ("All five NYC boroughs", "New York, NY"),
        ("Federal Way, WA", "Federal Way, WA"),
        ("12 Oak Ave., St. Louis, MO", "St. Louis, MO"),
    ],
)
def test_a_street_and_a_small_code_hide_no_city(written: str, place: str) -> None:
    assert places(f"Case Manager\n\nLocation: {written}\n") == [place]


def test_a_field_that_nobody_used_and_where_staff_may_live_are_no_place() -> None:
    live = "Staff who have served two years may reside in Nassau or Orange County."
    text = f"Case Manager\n\nLocation: Not Used\n\n{PROSE}\n\n{live}\n"
    assert places(text) == []
    assert "COM002" in codes(text, "warning")


def test_an_address_without_its_town_is_shown() -> None:
    text = f"Case Manager\n\nWork Location: 42-09 28th Street\n\n{PROSE}\n"
    assert "COM002" in codes(text, "info")


def test_a_board_that_links_to_the_whole_is_judged_alike_however_long_its_copy_is() -> None:
    short = f"Case Manager\n\nLakeside Services, Tulsa, OK\n\n{PROSE}\n\nOriginal Posting: https://lakeside.example/jobs/4\n"
    for text in (short, short + "\n".join([PROSE] * 20)):
        assert "COM010" in codes(text, "info")


def test_of_one_word_one_thing_is_said() -> None:
    found = codes(job("You help the case mangers."))
    assert found & {"SPL001", "SPL002"} == {"SPL001"}


def test_an_open_field_is_for_review() -> None:
    assert "TPL001" in codes("Case Manager\n\nSalary: N/A\n\n" + PROSE, "warning")


def test_bullets_that_lost_their_lines_are_sentences() -> None:
    items = " • ".join(["Plan the care of each family with the nurses of the unit"] * 4)
    assert "REA002" not in codes(job(f"You work with us. • {items}"))


def test_a_metropolitan_area_is_a_place() -> None:
    """The city is named."""
    assert places("Therapist\nBlue Heron Services\nLos Angeles Metropolitan Area\n") == [
        "Los Angeles, CA"
    ]


def test_a_level_is_for_review_and_a_number_of_a_requisition_is_not() -> None:
    """A level may be all that tells two jobs apart."""
    assert "TTL002" not in codes(job(title="Staff Nurse II"), "warning")
    assert "TTL002" in codes(job(title="Staff Nurse #40211"), "warning")


# -- wording that was taken for something else


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("PRO002", "We offer unlimited potential for professional growth."),
        ("PRO014", "Work for BLUE HERON FAMILY SERVICES, LLC in Tulsa."),
        ("PRO014", "PHYSICAL DEMANDS AND WORK ENVIRONMENT You sit at a desk, and walk between two units."),
        ("INC003", "- Care for hemodynamically unstable patients"),
        ("INC003", "- Move clinically unstable patients"),
        ("CAS015", "- Achieve at least 85% on the dosage exam"),
        ("CAS015", "- Score above 90% on the competency test"),
        ("CON014", "A part-time role with the possibility to transition to a full-time position."),
        ("PAY003", "Pay: $45.30 + night shift differentials"),
        ("PAY003", "Pay: $38 an hour + benefits"),
        ("COM010", "We are an equal employment/affirmative action employer."),
        ("COM010", "All people, regardless of personal characteristics, are encouraged to apply."),
        ("COM013", "To learn more, contact your local recruiter."),
        ("TPL004", "This job is at Cedar Hill Institute. Cedar Hill Institute is seeking a nurse."),
        ("REA005", "JOIN us, and your BONUS grows."),
        ("REA005", "Staff nurse III of the TEAM"),
    ],
)  # fmt: skip
def test_what_is_no_defect_is_left_alone(code: str, line: str) -> None:
    """The words are those of a defect; the sentence says something else."""
    assert code not in codes(job(line))


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("PRO002", "We offer unlimited potential."),
        ("PRO002", "We offer unlimited potential for income."),
        ("PRO014", "SAVE ON TRAVEL, FOOD, HEALTH AND WELLNESS, CARS AND MORE with our club card."),
        ("PRO014", "EXCELLENT BENEFITS AND A COMPETITIVE SALARY OFFERED to all who join."),
        ("PRO014", "COME AND WORK WITH OUR COMMUNITY TODAY, AND EARN MORE."),
        ("INC003", "- Care for unstable patients"),
        ("CAS015", "- Achieve at least 85% enrollment"),
        ("CON014", "This is a full-time role. The position is part-time only."),
        ("PAY003", "Pay: $45.30 + an hour"),
        ("PAY003", "Pay: $38+ an hour"),
        ("TPL004", "Cedar Hill Institute is seeking a nurse."),
        ("REA005", "You chart in ZQRT every day."),
    ],
)
def test_what_is_one_is_still_found(code: str, line: str) -> None:
    """The same words where they are meant."""
    assert code in codes(job(line))


@pytest.mark.parametrize(
    "line",
    [
        "- Explain to each individual his/her benefits",
        "- Go with injured workers to appointments and help him/her speak",
        "- Answer questions the claimant has about his or her return to work",
    ],
)
def test_a_pronoun_of_the_people_served_is_not_the_workers(line: str) -> None:
    """It is clumsy, and no warning."""
    found = [one for one in report(job("## Duties", line)).findings if one.code == "INC011"]
    assert [one.severity for one in found] == ["info"]
    assert "hired" not in found[0].message


def test_damaged_characters_are_told_once_with_a_count() -> None:
    """One finding for one kind of damage, however often it stands."""
    text = job(
        "The team\ufffds work.", "Bachelor\ufffds degree.", "You\ufffdll learn.", "theyâ€™re"
    )
    found = [one for one in report(text).findings if one.code == "TPL006"]
    assert len(found) == 2
    assert "3 places" in found[0].message


# -- what passed unseen


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("managment", "management"),
        ("asessment", "assessment"),
        ("expereince", "experience"),
        ("DOCUMMENTATION", "documentation"),
        ("Nurssing", "nursing"),
        ("qualifcations", "qualifications"),
    ],
)
def test_a_misspelled_word_is_found_with_the_word_that_is_meant(word: str, meant: str) -> None:
    """A letter left out, doubled, swapped or mistaken."""
    text = job(f"- Two years: {word} of care")
    (found,) = (one for one in report(text).findings if one.code == "SPL001")
    assert (found.match, found.suggestions) == (word, (meant,))


@pytest.mark.parametrize(
    "line",
    [
        "Prevent, projected, compliant, contrasts, massage, vocation.",
        "Ask Managmentia, info@managment.example, or see managment.example/asessment.",
    ],
)
def test_another_word_a_name_and_an_address_are_no_misspelling(line: str) -> None:
    """Each is a letter away from a word of the field, or holds such a word."""
    assert "SPL001" not in codes(job(line))


def test_no_word_of_the_field_is_near_enough_to_be_called_another() -> None:
    """Every usual word, and every form that our own texts give it, is left alone."""
    from casemgr_jd.checks.spelling import _meant
    from casemgr_jd.reading.lexicon import lexicon

    usual = lexicon("spelling")["usual"]
    assert len(usual) > 500
    assert [word for word in usual if _meant(word)] == []


def test_an_empty_field_in_a_run_of_fields_is_found() -> None:
    """The next field is not the value of the one above it."""
    run = "Category: Nursing\nJob Shift:\nTrack: Surgery\nDepartment: Unit 4\n\nYou help families."
    assert "TPL012" in codes(f"# Nurse\n\n{run}\n")
    assert "TPL012" not in codes("# Nurse\n\nSchedule:\nMonday to Thursday: 8 to 5\n\nYou help.\n")


def test_letters_of_a_form_are_found_within_a_paragraph() -> None:
    """They stand behind each sentence where lines were lost."""
    duties = "Visits homes. (E)B. Writes plans. (E) C. Orders supplies. (M) D. Calls families. (E)"
    assert "TPL009" in codes(job("## Duties", duties))


def test_a_paragraph_that_says_sentences_again_is_told_of_once() -> None:
    """Three sentences that were pasted a second time are one finding, and so is the demand among them."""
    said = (
        "You follow the policies of each clinic where the families are seen.",
        "You keep in touch with all schools and landlords of the county.",
        "The work takes frequent and prolonged bending, stooping and standing.",
    )
    text = job(
        "## Requirements", *said, "The rest is as follows. " + " ".join(said) + " You learn."
    )
    assert [one.code for one in report(text).findings if one.code in ("TPL003", "LAW012")] == [
        "LAW012",
        "TPL003",
    ]


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("- Licensed as a dietitian", True),
        ("- Current license to practice as a therapist", True),
        ("- Licensed as a dietitian in Ohio", False),
        ("- Licensed through the State of Texas as a counselor", False),
    ],
)
def test_the_state_of_any_license_is_missed(line: str, missing: bool) -> None:
    """Whichever profession it is."""
    assert ("COM007" in codes(job("## Requirements", line, title="Clinician"))) is missing


def test_the_tag_of_a_state_body_rests_on_other_law() -> None:
    """The order that was revoked bound contractors of the federal government."""
    assert "LAW004" in codes(job("EEO/AA employer"), "warning")
    state = "Send the state application. EEO/AA employer of the Commonwealth of Virginia."
    assert "LAW004" not in codes(job(state), "warning")


def test_a_contractor_is_no_employee_of_pay_law() -> None:
    """What law wants of postings for employees is information to one who hires a business of one."""
    line = "This remote role can be done from anywhere in the United States."
    contract = "This is an independent contractor role, paid as a 1099."
    assert "PAY010" in codes(job(line), "warning")
    assert "PAY010" not in codes(job(line, contract), "warning")


@pytest.mark.parametrize("text", ["See our page /font>", "Paid days off /div>", "#AB-NUR7"])
def test_markup_and_codes_of_boards_show(text: str) -> None:
    """What is left of a page, and what a system put there."""
    assert {"TPL006", "TPL009"} & codes(
        job(text) if "#" in text else "Nurse\n\n" + text + "\n\nWe hire."
    )


@pytest.mark.parametrize(
    "text", ["a < b > c", "and/or", "1/2 of the team", "#1 in care", "Units 3-5"]
)
def test_signs_that_are_no_markup_are_left_alone(text: str) -> None:
    """They look like it."""
    assert not {"TPL006", "TPL009"} & codes(job(text))


def test_a_license_that_is_held_is_asked_for_wherever_it_stands() -> None:
    """Under the duties, too, where headings were lost; what the person helps others to get is none."""
    held = job("Waco, TX", "## Duties", "- Review charts.", "- Possess a valid driver's license.")
    given = job(
        "Waco, TX", "## Duties", "- Review charts.", "- Tell people how to get a driver's license."
    )
    assert "LAW005" in codes(held)
    assert "LAW005" not in codes(given)


def test_where_nothing_is_asked_for_an_act_beyond_a_license_is_no_error() -> None:
    """The license may just not be named."""
    text = job("Toledo, OH", "## Duties", "- Diagnose mental health conditions.")
    assert "SCO001" in codes(text, "warning")
    assert "SCO001" not in codes(text, "error")
    assert "SCO001" in codes(text + "\n## Requirements\n\n- High school diploma\n", "error")


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("PRO010", "Shares in providing 24-hour, seven-day-a-week coverage to families."),
        ("INC013", "Guests are women or identified as female."),
        ("PAY019", "## Duties\n\nSend a resume along with salary requirements to the office."),
    ],
)
def test_other_wordings_of_a_kind_are_found(code: str, line: str) -> None:
    """Each kind in words that were passed by."""
    assert code in codes(job(line))


# -- errors that were not plain


def severities(text: str, code: str) -> set[str]:
    """How severely a rule speaks of a posting."""
    return {str(one.severity) for one in report(text).findings if one.code == code}


@pytest.mark.parametrize(
    "line",
    [
        "CENTER FOR FAMILY PEACE is a small nonprofit.",
        "You will be PRESENTER FOR NEW GROUPS each month.",
        "REENTER THE FIELD with us.",
        "Work with children who live with ADD OR ADHD.",
        "Work in ADD AND ADHD CLINICS of the county.",
    ],
)
def test_capitals_inside_a_word_and_an_illness_are_no_blank(line: str) -> None:
    """A blank begins and ends where a word does."""
    assert "TPL001" not in codes(job(line))


def test_what_a_worker_enters_is_for_review_and_what_a_writer_enters_is_not() -> None:
    """Capitals may shout a duty."""
    assert severities(job("ENTER NOTES IN THE CHART EACH DAY."), "TPL001") <= {"warning"}
    for line in ("Pay: ENTER PAY", "ENTER COMPANY NAME HERE", "INSERT SALARY RANGE"):
        assert severities(job(line), "TPL001") == {"error"}, line


@pytest.mark.parametrize(
    "title",
    [
        "Behavioral Health Therapist/Counselor",
        "Licensed Professional Counselor / Licensed Clinical Social Worker",
        "Family Therapist or Social Worker",
        "Therapist and Counselor",
        "Care Coordinator / RN Case Manager",
        "Registered Nurse - Care Coordinator",
    ],
)
def test_alternatives_in_a_title_are_for_review(title: str) -> None:
    """One job may bear both names, or take either license."""
    assert "error" not in severities(job(title=title), "TTL001")


@pytest.mark.parametrize(
    "title", ["RN Case Manager and Intake Therapist", "Social Worker & Utilization Review Nurse"]
)
def test_two_licensed_jobs_joined_by_and_are_an_error(title: str) -> None:
    """Nobody does both."""
    assert severities(job(title=title), "TTL001") == {"error"}


@pytest.mark.parametrize(
    "line",
    [
        "- Calls the insurer each week, providing diagnosis, therapy and discharge date.",
        "- Enter the diagnosis codes on the claim form.",
        "- Provide diagnosis information to the carrier.",
        "- Give the diagnosis to the adjuster with the return to work date.",
        "- Keep a list of diagnoses and medications.",
    ],
)
def test_passing_on_a_diagnosis_makes_none(line: str) -> None:
    """An insurer, a form, a list."""
    assert "SCO001" not in codes(job("## Duties", line, "## Requirements", "- Bachelor's degree"))


def test_providing_a_diagnosis_is_for_review_and_making_one_an_error() -> None:
    """Only the second says whose it is."""
    text = job("## Duties", "- {act} to each client.", "## Requirements", "- Bachelor's degree")
    assert severities(text.format(act="Provide diagnosis"), "SCO001") == {"warning"}
    text = job("## Duties", "- {act} of each client.", "## Requirements", "- Bachelor's degree")
    assert severities(text.format(act="Make the diagnosis"), "SCO001") == {"error"}
    assert "SCO001" not in codes(text.format(act="Provide crisis counseling"))


@pytest.mark.parametrize(
    "line",
    [
        "- Maintaining the shelter in good condition.",
        "- Car in good condition",
        "- Hand the apartment back in good shape.",
        "- Knowledge of good health habits",
        "- Keep our records in shape.",
    ],
)
def test_the_condition_of_a_thing_is_not_that_of_a_person(line: str) -> None:
    """A building, a car, a habit."""
    assert "LAW011" not in codes(job("## Requirements", line))


@pytest.mark.parametrize(
    "line",
    [
        "- Must be in good physical condition",
        "- You are in great shape",
        "- Must be in good health",
    ],
)
def test_the_condition_of_the_person_is_an_error(line: str) -> None:
    """The same words of whoever applies."""
    assert severities(job("## Requirements", line), "LAW011") == {"error"}


@pytest.mark.parametrize(
    ("first", "second", "severity"),
    [
        ("$26.40 - $43.10 an hour", "$26.40 - $39.80 an hour", "warning"),
        ("$26 - $43 an hour", "$31 an hour", "warning"),
        ("$62,000 - $74,000 a year", "$55,000 - $68,000 a year", "error"),
        ("$28.50 an hour", "$31.00 an hour", "error"),
    ],
)
def test_a_range_within_a_range_is_for_review(first: str, second: str, severity: str) -> None:
    """What is hired at may lie within what a grade pays."""
    text = job(f"Pay: {first}", "## Benefits", f"The pay is {second}.")
    assert severities(text, "CON002") == {severity}


def test_a_range_upside_down_is_told_once() -> None:
    """One defect, one finding."""
    found = codes(job("Pay: $92,000 - $72,000 a year"))
    assert "PAY006" in found
    assert "CON003" not in found


# -- who is hiring, in more shapes


@pytest.mark.parametrize(
    ("line", "employer"),
    [
        ("Blue Heron at Home, a division of Heron Inc., is the leader here.", "Blue Heron at Home"),
        ("Birchview, a nonprofit house of healing based in Oak Ridge, TN, has an opening.", "Birchview"),
        ("Working for The Blue Heron Project has many rewards.", "Blue Heron Project"),
        ("At the Heron Network, we keep families together.", "Heron Network"),
        ("To be the net of us all The Heron Health District is a public system.", "Heron Health District"),
        ("If you wish to become involved with Dana Marsh Therapy, write to us.", "Dana Marsh Therapy"),
    ],
)  # fmt: skip
def test_an_employer_is_read_in_full(line: str, employer: str) -> None:
    """With the half behind "at", before "based in", behind "working for"."""
    found = jd.read_posting(f"# Nurse\n\nTulsa, OK\n\n{line}\n").first("employer")
    assert (found and found.value) == employer


@pytest.mark.parametrize(
    "line",
    [
        "Here is a great chance for a nurse.",
        "Ensure Interdisciplinary Group is informed of changes.",
        "We serve people at Home.",
        "A small practice based in Oak Ridge, TN, has an opening.",
        "At the Bedside you give care.",
    ],
)
def test_no_verb_adverb_or_town_hires(line: str) -> None:
    """Nobody is named, and that is told."""
    text = f"# Nurse\n\nTulsa, OK\n\n{line}\n"
    assert jd.read_posting(text).of("employer") == ()
    assert "COM001" in codes(text)


# -- what honest requisitions drew


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("LAW010", "- Nine holidays plus your birthday"),
        ("LAW010", "- A day off on your birthday"),
        (
            "CON008",
            "This is a full-time role. A nurse consultant works 10 hours a week with the team.",
        ),
        ("CON008", "This is a full-time role. Our chaplain is here for 12 hours a week."),
        ("CON002", "Pay: $28 to $34 an hour.\n\nWe pay $60 for your time in the interview."),
        ("CON002", "Pay: $28 to $34 an hour.\n\nThe second interview is paid: $75."),
        ("PAY003", "- Health insurance: we pay up to $1,964 a month"),
        ("PAY003", "- The county pays up to $840 a month of the premium for your family"),
        ("PRO012", "- Chart in Synergy, our record system"),
        ("CON003", "- A staff studio at $780 a month"),
        ("CON003", "Tenants pay $640 a month."),
        ("PRO010", "You take pride in doing whatever it takes for clients."),
        ("VAG013", "- Teach family caregivers timesheets and the rules of the program"),
        ("SPL009", "- Bachelor's degree in social work or related field"),
        ("TPL001", "- Complete applications for ARCA (state rental aid)"),
        ("CAS010", "You have 60 patients, about 9 of them in the hospital at a time."),
        ("CAS010", "You start with 9 members and build up to 40."),
    ],
)
def test_what_an_honest_posting_says_is_left_alone(code: str, line: str) -> None:
    """A birthday off, a colleague's hours, a fee for an interview, a share of a plan, a product."""
    assert code not in codes(job("Tulsa, OK", "## Benefits", line))


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("LAW010", "Send us your birthday with your resume."),
        ("CON008", "This is a full-time role. You work 10 hours a week."),
        ("CON002", "Pay: $28 an hour.\n\nThe pay is $31 an hour; interviews begin Monday."),
        ("PAY003", "We pay up to $4,100 a month."),
        ("PRO012", "You create synergy among teams."),
        ("CON003", "The pay is $640 a month."),
        ("PRO010", "We do whatever it takes, nights and weekends."),
        ("VAG013", "- Submit timesheets each Friday"),
        ("TPL001", "Write to (state agency name)."),
        ("CAS010", "You carry a caseload of 400 clients."),
    ],
)
def test_the_same_words_of_the_job_are_still_found(code: str, line: str) -> None:
    """An age asked for, the job's own hours, a second rate, an open end, a worn word."""
    assert code in codes(job("Tulsa, OK", line))


# -- what else passed unseen


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("SPL001", "- Graduate of anaccredited school"),
        ("SPL003", "Job DescriptionWe care for families."),
        ("SPL003", "- Office programs (Word, Excel)Ability to write"),
        ("TPL009", "You care for families. #hhs ops77 #n-crew"),
        (
            "TPL009",
            "Home care. Required Experiencekeywords: RN, nurse, home care, hospice, case manager, OASIS",
        ),
        ("TPL002", "Screening Questions"),
        ("TPL002", "Have you ever worked for Blue Heron?"),
        ("TPL002", "Internal posting only"),
    ],
)
def test_what_was_copied_without_being_read_is_found(code: str, line: str) -> None:
    """Jammed words, tags, rows of keywords, a recruiter's script, a note on where it stands."""
    assert code in codes(job(line), "warning")


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("SPL001", "- Another analysis of anatomy and anesthesia, with antibiotics"),
        ("SPL003", "- Use PowerPoint, InterQual and MediCal at TeamWorks and CareOne."),
        (
            "SPL003",
            "Write to JobDescriptionWe@lakeside.example. A 403(b) plan; your manager(s) help.",
        ),
        ("TPL009", "Apply for job #A204 at Suite #B, and follow us as #LakesideCares."),
        ("TPL009", "- Search charts by keywords: diagnosis, date, name"),
        ("TPL002", "- Ask each client the screening questions of the county"),
        ("TPL002", "Internal candidates may apply, too."),
        ("CAS013", "Caseload: 18-22 reviews per day"),
    ],
)
def test_what_is_meant_so_is_left_alone(code: str, line: str) -> None:
    """Names with capitals inside, numbers of jobs, duties of the job."""
    assert code not in codes(job(line))


def test_no_article_makes_a_word_of_two() -> None:
    """Before no usual word of the field does "an" make another word that is real."""
    from casemgr_jd.checks.spelling import _meant

    assert [word for word in ("another", "anatomy", "analysis", "antibody") if _meant(word)] == []


# -- licenses of other professions


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("- Licensed as a physical therapist in Ohio", ["PT"]),
        ("- Current Ohio license to practice occupational therapy", ["OT"]),
        ("- Valid PTA license", ["PTA"]),
        ("- Ohio certification in school counseling", ["school counselor"]),
        ("- Registered dietitian", ["RD"]),
        ("- Works under the direction of a licensed physical therapist", []),
        ("- Experience with physical therapy", []),
    ],
)
def test_a_license_of_another_profession_is_read(line: str, names: list[str]) -> None:
    """What a physical therapist or a school counselor must hold is a license as much as a nurse's."""
    text = job("## Requirements", line, title="Physical Therapist")
    assert [one.value for one in jd.read_posting(text).of("license")] == names


def test_who_holds_another_license_is_not_judged_by_the_scope_of_ours() -> None:
    """A physical therapist diagnoses in a scope of their own; and a license without a state is told."""
    text = job(
        "## Duties",
        "- Examine, evaluate and diagnose patients.",
        "## Requirements",
        "- Licensed as a physical therapist",
        title="Physical Therapist",
    )
    assert "SCO001" not in codes(text)
    assert "COM007" in codes(text)


# -- a place said at the top


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("Providence nurses work in teams. Join us at our Providence clinic.", ["Tulsa, OK"]),
        ("You work in our office in Dayton, OH on Fridays.", ["Tulsa, OK", "Dayton, OH"]),
    ],
)
def test_a_bare_name_is_no_place_beside_one_at_the_top(line: str, seen: list[str]) -> None:
    """The line under the title says where the work is; a city with its state still counts."""
    assert places(f"# Nurse\n\nProvidence Home Care\n\nTulsa, OK\n\n{line}\n") == seen


@pytest.mark.parametrize(
    ("line", "reach"), [("This is a remote position.", 1), ("You work on the ward.", 0)]
)
def test_a_line_that_names_the_country_is_the_place_of_a_remote_job(line: str, reach: int) -> None:
    """Boards show "United States" under the title of a job that may be done anywhere."""
    text = f"# Care Coordinator\n\nLakeside Health\n\nUnited States\n\n{line}\n"
    assert len(jd.read_posting(text).of("remote_reach")) == reach
    assert ("COM002" in codes(text)) is not bool(reach)


@pytest.mark.parametrize(
    "line",
    [
        "Our sister clinic is in Denver, Colorado.",
        "Attend a training in Denver, CO once a year.",
        "Refer members to providers in Denver, Colorado.",
        "We have offices in Denver, Colorado.",
        "Collaborate with the team in Denver, CO by video.",
        "Send resumes to HR, PO Box 9, Denver, CO 80202.",
        "Travel to Denver, CO for quarterly meetings.",
        "Contact our recruiter in Denver, CO at 303-555-0142.",
        "Voted a best place to work in Denver, Colorado.",
    ],
)
def test_a_place_that_is_mentioned_is_none_of_work_beside_one_at_the_top(line: str) -> None:
    """A law of another state at error was the price of a training there."""
    text = f"# Case Manager\n\nLakeside Health, Tulsa, OK\n\n## Duties\n\n- {line}\n"
    assert places(text) == ["Tulsa, OK"]
    assert not {one for one in codes(text, "warning") if one.startswith("PAY01")}


@pytest.mark.parametrize(
    "line",
    [
        "You also work in our clinic in Denver, CO.",
        "This position is based in Denver, Colorado.",
    ],
)
def test_two_places_of_work_are_both_read(line: str) -> None:
    """A sentence that says where people work counts beside the line at the top."""
    text = f"# Case Manager\n\nLakeside Health, Tulsa, OK\n\n## About the job\n\n{line}\n"
    assert places(text) == ["Tulsa, OK", "Denver, CO"]


def test_a_list_that_stands_twice_is_told_once() -> None:
    """One defect, one finding: its lines follow each other in both places."""
    perks = (
        "- Health insurance from the first day on\n- Paid days off for each holiday\n- A gym card\n"
    )
    text = f"# Case Manager\n\n## In the center\n\n{perks}\n## At home\n\n{perks}"
    found = [one for one in report(text).findings if one.code == "TPL003"]
    assert [one.match for one in found] == ["Health insurance from the first day on"]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            ("Here is a great chance for a nurse.", "Our hospital pays well.", "Call us today."),
            True,
        ),
        (("You coordinate care.", "Our hospital pays well.", "Call us today."), False),
    ],
)
def test_sentences_of_an_offer_are_no_duties(lines: tuple[str, ...], told: bool) -> None:
    """A posting that only praises the job does not say what the person does."""
    assert ("COM012" in codes(job(*lines, title="Nurse"))) is told


@pytest.mark.parametrize("heading", ["## About the role", "## Duties", "## Benefits"])
@pytest.mark.parametrize(
    "line", ["$28-$35/hr DOE. Full benefits.", "$62,000 - $70,000 a year", "$62,000-$70,000 DOE"]
)
def test_a_range_that_starts_a_line_is_what_the_job_pays(heading: str, line: str) -> None:
    """A law that wants the pay was held against postings that told it."""
    assert len(jd.read_posting(job(heading, line)).of("pay")) == 1


@pytest.mark.parametrize(
    "line", ["Manage grants of $28,000 - $35,000 a year.", "$40 - $60 gift cards"]
)
def test_other_money_is_no_pay(line: str) -> None:
    """What is managed, and what is given."""
    assert jd.read_posting(job("## Duties", f"- {line}")).of("pay") == ()


# -- heads that another judge found misread


def test_letters_behind_a_persons_name_are_no_state() -> None:
    """A supervisor's degree is no place; a small town with the same letters in a line of its own is."""
    text = job("You work under the supervision of Ana Ruiz, MA, LMFT, on two days a week.")
    assert places(text) == []
    assert places(job("Smallbridge, MA", "You help families.")) == ["Smallbridge, MA"]


def value(text: str, kind: str) -> list[str]:
    """What is read of one kind of fact."""
    return [one.value for one in jd.read_posting(text, format="text").of(kind)]


def test_a_short_name_with_its_site_is_the_employer() -> None:
    """Under the title a name of one word counts where its site follows."""
    text = "Support Professional\nQLX (qlx.example.org)\n\nYou help adults at home.\n"
    assert value(text, "employer") == ["QLX"]


def test_whom_the_job_reports_to_is_not_its_title() -> None:
    """A line below the label of something else is no title, whatever role it names."""
    text = (
        "Direct Support Professional\nLakeside Homes\n\nReports To:\nDepartment Manager/Supervisor\n"
        "Salary Range:\n$19.00 per hour\n\nYou help adults at home.\n"
    )
    assert value(text, "title") == ["Direct Support Professional"]
    assert "SCO030" not in codes(text)


def test_a_bonus_in_brackets_is_no_pay() -> None:
    """What follows the bracket says what the figure is."""
    assert "PAY002" not in codes(job("Tulsa, OK", title="Case Manager ($2,500) bonus"))


@pytest.mark.parametrize(
    "line",
    [
        "Hours: Mon-Thurs 9-5, some weekends for eventsCompensation: Starting $21.50/hr, DOE",
        "Some evenings and weekends. Pay: $21.50/hr",
    ],
)
def test_a_label_that_runs_into_the_words_before_it_tells_the_pay(line: str) -> None:
    """Weekends before the label make no differential of the wage."""
    report_ = jd.read_posting(job("Tulsa, OK", line))
    assert report_.of("pay"), line
    assert "COM005" not in codes(job("Tulsa, OK", line))


def test_a_round_number_under_the_place_is_pay() -> None:
    """Boards put a salary there; a postal code is not as round."""
    head = "Clinic Manager\nLakeside Clinics\nTucson, AZ\n{}\n\nYou lead the clinic.\n"
    assert "COM005" not in codes(head.format("61500"))
    assert "COM005" in codes(head.format("85701"))


def test_responsible_for_follow_up_is_no_slip() -> None:
    """A noun after "responsible for" goes with it, the verb does not."""
    assert "SPL005" not in codes(job("- Responsible for follow-up on all referrals."))
    assert "SPL005" in codes(job("- Responsible for follow the plan of care."))


def test_a_paragraph_said_twice_is_told_once() -> None:
    """Its sentences are not told beside it."""
    line = (
        "Lakeside Health brings nurses and families together in every county. "
        "Read on our page how we work, what we value and how much we have grown."
    )
    found = [
        one
        for one in report(job(line, "You help families.", line)).findings
        if one.code == "TPL003"
    ]
    assert len(found) == 1


def test_contacts_on_an_ongoing_basis_are_no_closing_date() -> None:
    """Only applications that are taken so leave the closing date open."""
    text = job("- Call all primary accounts on an ongoing basis.")
    assert [one.code for one in jd.check_document(text, today=TODAY, select="COM014")]
    assert "COM014" not in codes(job("Applications are taken on an ongoing basis."))


def test_an_accreditor_and_the_letters_of_an_association_are_no_pay_and_no_degree() -> None:
    """The Joint Commission pays none, and a hospital association asks for no master's degree."""
    text = job("Accredited by The Joint Commission; member of the Hill Hospital Association (MHA).")
    assert not jd.read_posting(text).of("other_pay")
    assert not jd.read_posting(text).of("degree")
    assert jd.read_posting(job("- MHA or MPH required")).of("degree")


def test_annual_raises_do_not_make_pay_yearly() -> None:
    """The period must be said of the pay."""
    assert "PAY002" in codes(
        job("Tulsa, OK", "Pay: $61,300 - $74,900", "Benefits: annual increases, health")
    )


def test_a_county_behind_a_role_is_no_employer() -> None:
    """The title names where the work is; who hires says so itself."""
    text = (
        "Caregiver Marion County\nTulsa, OK\n\nBlue Heron Home Care is one of the agencies that families "
        "call first.\n"
    )
    assert "Caregiver Marion County" not in value(text, "employer")


def test_a_license_in_the_title_is_no_list_of_qualifications() -> None:
    """The name of the job says nothing of state, degree or years."""
    lead = "We hire a Licensed Clinical Social Worker for two schools."
    title = "Licensed Clinical Social Worker"
    duties = "## Duties\n\n- Provide therapy to students.\n- Plan care with teachers."
    assert "COM016" in codes(job(lead, duties, title=title))
    asked = "## Requirements\n\n- Licensed Clinical Social Worker in Ohio\n- Two years of therapy"
    assert "COM016" not in codes(job(lead, duties, asked, title=title))


def test_the_history_of_a_policy_is_a_remark() -> None:
    """A sentence that starts with a day long past tells what was; a rule dated within it does not."""
    assert "TPL005" in codes(job("Effective May 1, 2015, all nurses hired hold a degree."))
    line = "Effective May 1, 2015, all nurses hired hold a degree."
    assert "TPL005" not in codes(job(line), "warning")
    assert "TPL005" not in codes(job("The rule on masks, effective May 1, 2021, covers all staff."))
