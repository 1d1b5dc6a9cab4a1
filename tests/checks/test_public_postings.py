"""What postings of public boards showed, in sentences of our own: kinds of wording that were read wrongly."""

import pytest

import casemgr_jd as jd


def codes(text: str, prefix: str = "") -> list[str]:
    """The codes found in a posting, those of one family if asked."""
    return [one.code for one in jd.check_document(text) if one.code.startswith(prefix)]


def job(*lines: str, title: str = "Case Manager", employer: str = "Lakeside Health") -> str:
    """A short posting with these lines."""
    return "\n\n".join((f"# {title}", employer, *lines)) + "\n"


@pytest.mark.parametrize(
    "line",
    [
        "Sign-on bonus of $5,000 ($2,500 upon starting, and $2,500 after 90 days)",
        "Relocation help of $4,000 (paid with the first check upon starting)",
        "A benefits package worth more than $12,000",
        "Full health coverage valued at $9,500",
    ],
)
def test_money_on_top_of_pay_is_not_pay(line: str) -> None:
    """No period is missed and no second pay is seen where a bonus or a benefit is told in dollars."""
    text = job("Pay: $31.00-$38.00 an hour", "## Compensation", line)
    assert not {"PAY002", "CON002", "CON003"} & set(codes(text))


@pytest.mark.parametrize("label", ["Pay Frequency", "Salary frequency", "Pay basis", "Frequency"])
@pytest.mark.parametrize(("said", "period"), [("Monthly", "month"), ("Hourly", "hour")])
def test_a_label_of_its_own_gives_the_period(label: str, said: str, period: str) -> None:
    """The period of pay may stand on a line of its own."""
    figure = {"month": "$3,900.00 - $5,100.00", "hour": "$24.00 - $29.00"}[period]
    text = job(f"Salary Range: {figure}", f"{label}: {said}")
    (pay,) = jd.read_posting(text).of("pay")
    assert pay.data.period == period
    assert "CON003" not in codes(text)


def test_a_salary_of_a_month_is_not_taken_for_that_of_a_year() -> None:
    """Where no period is given, "salary" does not make a year of $4,900."""
    assert codes(job("Salary range: $4,900 - $6,300"), "CON") == []
    assert "PAY002" in codes(job("Salary range: $4,900 - $6,300"))


@pytest.mark.parametrize(
    "line",
    [
        "- A chest X-ray that is no older than 6 months",
        "- TB test not older than 12 months",
        "- Fingerprints no older than 30 days",
    ],
)
def test_the_age_of_a_document_is_nobodys_age(line: str) -> None:
    """A limit in months or days is about a thing."""
    assert codes(job("## Requirements", line), "LAW001") == []


def test_an_age_limit_is_still_one() -> None:
    """The same words with an age at which people work."""
    assert codes(job("## Requirements", "- Must be no older than 45."), "LAW001")


@pytest.mark.parametrize(
    "line",
    [
        "- Able to balance daily work, such as notes, calls and social determinants of health screening",
        "- Experience with caseload tracking, referrals and health screening",
    ],
)
def test_screening_others_is_no_examination_of_the_applicant(line: str) -> None:
    """The screening is the work."""
    assert codes(job("## Requirements", line), "LAW028") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- You follow all agency policies on HIPAA and EEO/AA", False),
        ("- Complies with policies regarding EEO/AA", False),
        ("EEO/AA employer", True),
    ],
)
def test_a_policy_to_follow_is_no_tagline(text: str, found: bool) -> None:
    """Whoever complies with a policy does not call the employer something."""
    assert bool(codes(job("## Duties", text), "LAW004")) == found


@pytest.mark.parametrize(
    ("line", "blank"),
    [
        ("Street Address 41 Canal Road", False),
        ("Street Address, City, State", True),
        ("Schedule TBD based on the needs of the clinic.", False),
        ("Schedule: TBD", True),
    ],
)
def test_a_blank_is_one_if_nothing_fills_it(line: str, blank: bool) -> None:
    """A label with its value, and what is settled later by a rule, are no blanks."""
    assert bool(codes(job(line), "TPL001")) == blank


@pytest.mark.parametrize(
    "title", ["Nurse Practitioner", "Advanced Practice Nurse", "Nurse-Midwife"]
)
def test_a_title_that_is_a_license_asks_for_it(title: str) -> None:
    """Nobody unlicensed is looked for under such a title."""
    assert codes(job("You see patients in our clinic.", title=title), "SCO032") == []


def test_the_deputy_of_a_manager_is_not_the_person_hired() -> None:
    """The pronoun in "the director or his/her designee" names nobody who is hired."""
    line = "Works under the Director of Social Work or his/her designee."
    assert codes(job("## Duties", line), "INC011") == []
    assert codes(job("## Duties", "The case manager documents his/her visits."), "INC011")


def test_a_form_of_employment_is_no_code() -> None:
    """Numbers that name a tax form stand in titles of contract work."""
    assert codes(job(title="Contract Social Worker (1099)"), "TTL002") == []


def test_money_for_something_else_is_no_second_pay() -> None:
    """What is set aside for the work is not paid to the person."""
    line = "Pay: $95 an hour. There is an additional $15,000 available for materials."
    assert not {"CON002", "PAY002"} & set(codes(job(line)))


def test_nursing_is_not_beyond_a_nurse() -> None:
    """A title of a nurse with no license named misses the license, and no duty goes beyond it."""
    duty = (
        "## Duties",
        "- Provide nursing care after surgery",
        "## Requirements",
        "- Two years of experience",
    )
    assert codes(job(*duty, title="Recovery Room Nurse"), "SCO001") == []
    assert codes(job(*duty, title="Case Manager"), "SCO001")


def test_a_level_is_told_once() -> None:
    """ "Level I or II" is one thing to take out of a title."""
    assert codes(job(title="Care Coordinator Level I or II"), "TTL002") == ["TTL002"]


@pytest.mark.parametrize(
    "employer", ["Pine Valley Health and Human Services Commission", "Bureau of Aging"]
)
def test_a_public_employer_may_name_a_class(employer: str) -> None:
    """Under civil service the level is part of the name."""
    assert codes(job(title="Case Manager III", employer=f"Agency: {employer}"), "TTL002") == []


def test_the_name_of_the_employer_is_no_repetition() -> None:
    """A page shows the name above its copy of the posting and in it."""
    name = "Cedar Grove Family Services of Ohio"
    assert codes(job("Pay: $24 an hour", name, employer=name), "TPL003") == []


def test_what_each_of_two_roles_must_bring_may_be_alike() -> None:
    """The same certificate in the list of either role is no repetition; in one list it is."""
    wanted = "- A current CPR certificate for health care staff"
    lists = (
        "## Requirements",
        "### For the Medical Assistant",
        wanted,
        "### For the Registered Nurse",
        wanted,
    )
    assert codes(job(*lists), "TPL003") == []
    assert codes(job("## Requirements", f"{wanted}\n- A degree\n{wanted}"), "TPL003")


def test_base_pay_beside_a_differential_holds_no_extras() -> None:
    """What comes on top has a figure of its own."""
    text = job(
        "Salary: $41.20 to $50.10 an hour with a weekend differential of additional $5.00 per hour."
    )
    assert codes(text, "PAY005") == []


def test_one_range_in_two_periods_is_told_once() -> None:
    """The same range by the year and by the hour is too wide once."""
    text = job("Pay: $60,000-$110,000 a year ($28.85-$52.88 an hour).")
    assert codes(text, "PAY001") == ["PAY001"]


def test_each_open_figure_is_told_once() -> None:
    """A rate that is said three times is one open end."""
    text = job("Pay: $21+/hour", "Two roles: $21+/hour or $26+/hour")
    assert len(codes(text, "PAY003")) == 2


@pytest.mark.parametrize(
    ("title", "severity"),
    [("Counselor / Victim Advocate", "info"), ("Social Worker and RN Reviewer", "error")],
)
def test_two_names_of_one_job_are_for_the_reader_to_judge(title: str, severity: str) -> None:
    """Two names that one unlicensed person may bear are no clear mistake."""
    (found,) = (one for one in jd.check_document(job(title=title)) if one.code == "TTL001")
    assert found.severity == severity


@pytest.mark.parametrize(
    ("text", "employer"),
    [
        ("# Case Manager\n\nHealthcare\n\nCommunity Health, Mental Health\n", None),
        ("Personnel Department\n\nSERVICE COORDINATOR\n", None),
        (
            "# Navigator\n\nThe Navigator at ROOTS Family Health meets each patient.\n",
            "ROOTS Family Health",
        ),
        (
            "# Navigator\n\nPlanned Care of Northern and Western NY\n\nYou help patients.\n",
            "Planned Care of Northern and Western NY",
        ),
        (
            "# RN\n\nGray Owl is a health plan.\n\n"
            "## About\n\nGray Owl Health Plan is an equal opportunity employer.\n",
            "Gray Owl Health Plan",
        ),
    ],
)
def test_the_employer_is_a_name(text: str, employer: str | None) -> None:
    """Not the kind of house, a part of one, or a role in it; and the name in full."""
    found = jd.read_posting(text).employer
    assert (found.value if found else None) == employer


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Agency:\n\nLake County\n\nPosition Title:\n\nHuman Services Case Manager\n",
            "Human Services Case Manager",
        ),
        (
            "What are the duties and job description for the Social Worker, Adult Services "
            "position at Lake County?\n\nYou visit people at home.\n",
            "Social Worker, Adult Services",
        ),
    ],
)
def test_the_title_is_found_under_its_label_and_in_a_question(text: str, title: str) -> None:
    """A label may stand on the line above, and a board asks of the job it shows."""
    found = jd.read_posting(text).title
    assert found is not None
    assert found.value == title


def test_labels_that_were_run_together_are_read() -> None:
    """A copied page may have its facts on one line."""
    line = (
        "Salary: $26.10 - $39.90 Hourly Location : Duluth, MN Job Type: Full-Time "
        "Department: Human Services Closing Date: 12/30/2030 Kind of work"
    )
    read = jd.read_posting(f"Social Worker\n\n{line}\n")
    assert read.states == ("MN",)
    assert [one.value for one in read.of("closing")] == ["2030-12-30"]


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("# Medical Assistant (MA) - Fargo, ND\n\nLakeside Health\n", ("ND",)),
        ("# Case Manager\n\nLakeside Health\n\nLocation: Boston (MA)\n", ("MA",)),
        (
            "# Care Aide\n\nLakeside Health\n\nLocation: Program Assistance (PA) office, Reno, NV\n",
            ("NV",),
        ),
    ],
)
def test_initials_in_brackets_are_no_state(words: str, states: tuple[str, ...]) -> None:
    """Two letters that abbreviate the words before them."""
    assert jd.read_posting(words).states == states


def test_a_heading_that_is_the_button_is_a_way_to_apply() -> None:
    """Boards end their pages with one."""
    assert "COM013" not in codes(job("## CLICK TO [APPLY](https://jobs.example/apply/17)"))
    assert "COM013" in codes(job("## How to apply"))


def test_the_wording_for_a_place_is_not_faulted_there() -> None:
    """The sentence that the table of law holds ready for Washington stands."""
    ours = (
        "We run a background check only after a conditional job offer, "
        "and we look at each record on its own."
    )
    assert codes(job("Location: Seattle, WA", "## Requirements", f"- {ours}"), "LAW013") == []
    assert codes(
        job("Location: Seattle, WA", "## Requirements", "- A background check follows."), "LAW013"
    )


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("You need not give your year of graduation.", "LAW010"),
        ("We ask for your date of birth only after a conditional offer.", "LAW010"),
        ("A criminal record does not keep anyone from applying.", "LAW003"),
        ("A conviction is not an automatic bar.", "LAW003"),
        ("An arrest is not a reason to turn you down.", "LAW003"),
        ("A criminal record will not stop your application.", "LAW003"),
    ],
)
def test_what_opens_the_door_shuts_nobody_out(line: str, code: str) -> None:
    """The words of a bar, in a sentence that says there is none."""
    assert codes(job("## Requirements", f"- {line}"), code) == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Give your year of graduation on the application.", "LAW010"),
        ("Any criminal record will disqualify you.", "LAW003"),
        ("A criminal record is not acceptable.", "LAW003"),
    ],
)
def test_a_bar_is_still_one(line: str, code: str) -> None:
    """The same words that do shut people out."""
    assert codes(job("## How to apply", line), code)
