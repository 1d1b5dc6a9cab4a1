"""A fact counts only where its sentence states it of this job; each case stands in a complete posting."""

from datetime import date

import pytest

from casemgr_jd._resources import read_text as packaged
from casemgr_jd.checks.entry import check_document
from casemgr_jd.facts.facts import Facts
from casemgr_jd.reading.open import read_text

TODAY = date(2026, 11, 23)
SAMPLE = packaged("data", "rules", "sample.md")
EEO = SAMPLE[SAMPLE.index("Lakeside Health is an equal") :]
BENEFITS = "Benefits include medical, dental and vision insurance, a 403(b) plan and paid time off."
APPLY = "Apply at https://lakeside.example/jobs/rn-cm with your resume by December 31, 2026."
PAY = "The pay range is $38.00–$46.00 an hour."
EMPLOYED = "Lakeside Health is hiring an RN Case Manager for two medical units at our hospital in Boise, ID."


def posting(*swaps: tuple[str, str], also: str = "") -> str:
    """The sample with some of it replaced, and a line more above the section on the team."""
    text = SAMPLE
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    return text.replace("## Team", f"{also}\n\n## Team") if also else text


def found(text: str, severity: str = "info") -> set[str]:
    report = check_document(text, today=TODAY, format="markdown")
    return {finding.code for finding in report.at_or_above(severity)}


def facts(text: str) -> Facts:
    return Facts(read_text(text, format="markdown"))


def test_the_sample_has_no_warning() -> None:
    assert found(SAMPLE, "warning") == set()


# -- what does not state a fact


@pytest.mark.parametrize(
    "line",
    [
        "Self-aware about race, ethnicity, gender identity, religion and disability",
        "Works well with people of every race, color and religion",
        "Comfortable talking about race, religion and sexual orientation",
    ],
)
def test_naming_classes_is_no_statement_of_equal_treatment(line: str) -> None:
    without = posting((EEO, ""), ("## Equal Opportunity\n\n", ""))
    text = without.replace("- CCM certification", f"- CCM certification\n- {line}")
    assert "COM010" in found(text)


@pytest.mark.parametrize(
    "line",
    [
        "We consider all applicants without regard to race, religion or age.",
        "EOE",
        "All people are welcome here; race, color, religion and sex play no part when we hire.",
    ],
)
def test_a_statement_of_equal_treatment_is_one_in_any_words(line: str) -> None:
    assert "COM010" not in found(posting((EEO, line)))


@pytest.mark.parametrize(
    "line",
    [
        "We work toward a vision of a town without hunger.",
        "Our vision is a county in which everybody has a home.",
        "Patients come to us from a medical center next door.",
        "Clients apply for benefits with your help.",
    ],
)
def test_a_word_that_can_be_a_benefit_is_none_alone(line: str) -> None:
    text = posting((BENEFITS, line), ("Pay and Benefits", "Pay"))
    assert "COM006" in found(text)
    assert "PAY011" in found(text.replace("Boise, ID", "Spokane, WA").replace("Idaho ", ""))


@pytest.mark.parametrize(
    "line", ["Medical, dental and vision.", "You get health insurance and PTO."]
)
def test_benefits_in_company_are_benefits(line: str) -> None:
    assert "COM006" not in found(posting((BENEFITS, line)))


@pytest.mark.parametrize(
    "line",
    [
        "Past applicants need not re-apply.",
        "Do not apply twice.",
        "You apply the criteria of the payer to each stay.",
    ],
)
def test_speaking_of_applying_is_no_way_to_apply(line: str) -> None:
    assert "COM013" in found(posting((APPLY, line), ("## How to Apply", "## Notes")))


@pytest.mark.parametrize(
    "line",
    [
        "Email your resume to jobs@lakeside.example.",
        "Click the button to apply.",
        "Call 208-555-0100 and ask for the recruiter.",
    ],
)
def test_an_instruction_with_a_way_is_one(line: str) -> None:
    assert "COM013" not in found(posting((APPLY, line)))


@pytest.mark.parametrize(
    "line", ["Location: to be discussed", "Location: Harbor Light Shelter", "Location:"]
)
def test_a_label_without_a_place_is_no_place(line: str) -> None:
    text = posting((" at our hospital in Boise, ID", ""), ("Idaho ", ""))
    assert "COM002" in found(text.replace("Full-time, on-site", f"{line}\n\nFull-time"))


def test_those_one_works_with_are_no_employer() -> None:
    text = posting(
        (EMPLOYED, "The RN Case Manager in Boise, ID works with MCOs and other agencies."),
        (
            "Lakeside Health is an equal opportunity employer.",
            "We are an equal opportunity employer.",
        ),
    )
    assert facts(text).employer is None
    assert "COM001" in found(text)


@pytest.mark.parametrize("label", ["Department", "Division", "Unit", "Program"])
def test_a_department_is_no_employer(label: str) -> None:
    text = posting(
        ("# RN Case Manager\n", f"# RN Case Manager\n\n{label}: Care Coordination\n"),
        ("Lakeside Health is hiring", "Mercy Oaks Hospital is seeking"),
        ("Lakeside Health", "Mercy Oaks Hospital"),
    )
    employer = facts(text).employer
    assert employer is not None
    assert employer.value == "Mercy Oaks Hospital"
    assert "TPL004" not in found(text)


# -- contradictions, and what is none


@pytest.mark.parametrize(
    "line",
    [
        "Remote work is not available; on-site work is required.",
        "Telework is not offered.",
        "Exemption Status: Non-Exempt",
        "Exempt. Non-exempt staff report to this position.",
        "FLSA: Exempt. You supervise non-exempt employees.",
        "No weekends. Weekend coverage is provided by per diem staff.",
        "No on-call. The nurses of the crisis line take call.",
        "A bonus of $2,000 is paid to people who start between November 1, 2026 and January 31, 2027.",
    ],
)
def test_what_is_denied_or_said_of_others_contradicts_nothing(line: str) -> None:
    assert {code for code in found(posting(also=line)) if code[:3] in ("CON", "TPL")} == set()


@pytest.mark.parametrize(
    "pay",
    [
        "Pay range: $25.00–$40.00 an hour. Hiring range: $25.00–$32.00 an hour.",
        "Idaho: $84,000–$104,000 a year. Utah: $80,000–$98,000 a year.",
        "$25 an hour for RNs. $31 an hour with a BSN and five years of experience.",
    ],
)
def test_figures_that_their_words_tell_apart_go_together(pay: str) -> None:
    assert "CON002" not in found(posting((PAY, pay)))


@pytest.mark.parametrize(
    "onsite",
    [
        "You work three days a week onsite.",
        "You work three days a week on-site.",
        "Plan on two days each week in our office.",
        "Report to our Boise clinic daily.",
    ],
)
def test_wholly_remote_work_with_days_in_the_office_is_a_contradiction(onsite: str) -> None:
    text = posting(
        ("Full-time, on-site,", "This is a fully remote position. Full-time,"), also=onsite
    )
    assert "CON001" in found(text)


# -- pay that is stated, in any shape


@pytest.mark.parametrize(
    ("pay", "low", "high", "period"),
    [
        ("84k to 104k per year", 84_000, 104_000, "year"),
        ("84,000 USD to 104,000 USD", 84_000, 104_000, ""),
        ("84,000.00-104,000.00 Annual", 84_000, 104_000, "year"),
        ("Annual Salary: 84,000", 84_000, 84_000, "year"),
        ("40 dollars an hour", 40, 40, "hour"),
        ("Minimum: $47,000 / Maximum: $48,000", 47_000, 48_000, ""),
        ("Salary\n$45,700 - $53,100\nper year", 45_700, 53_100, "year"),
        ("Salary\n\n$45,700 - $53,100\n\nper year", 45_700, 53_100, "year"),
        ("Pay: $27.00 - $28.50", 27, 28.5, ""),
        ("Pay: 45 - 62 an hour", 45, 62, "hour"),
        ("Salary range: 62k-78k", 62_000, 78_000, "year"),
        ("| Pay | Shift |\n|---|---|\n| $31.00 - $36.00 an hour | Days |", 31, 36, "hour"),
    ],
)
def test_pay_is_read_in_every_usual_shape(pay: str, low: float, high: float, period: str) -> None:
    text = posting((PAY, f"{pay}\n\n"), ("Boise, ID", "Denver, CO"), ("Idaho ", ""))
    said = facts(text).base_pay
    assert [(one.minimum, one.maximum, one.period) for one in said] == [(low, high, period)]
    assert not {"PAY010", "COM005"} & found(text)


@pytest.mark.parametrize(
    "offer",
    [
        "a $4,300 health care package",
        "$3,900 toward your health plan",
        "$500 toward tuition each year",
    ],
)
def test_money_toward_a_benefit_is_a_benefit(offer: str) -> None:
    text = posting((PAY, f"{PAY} You get {offer}."))
    assert [one.kind for one in facts(text).pay][1:] == ["benefit"]
    assert "PAY002" not in found(text)


def test_the_period_of_an_hourly_figure_is_implied() -> None:
    assert "PAY002" not in found(posting((PAY, "Pay: $27.00 - $28.50")), "error")


@pytest.mark.parametrize(
    "line", ["We served 20,000 people a year.", "A caseload of 45 to 60 clients."]
)
def test_numbers_that_are_no_money_are_no_pay(line: str) -> None:
    assert len(facts(posting(also=line)).pay) == 1


# -- documents as they are written


@pytest.mark.parametrize(
    "line",
    [
        "See [our benefits][b].\n\n[b]: https://lakeside.example/benefits",
        "> [!NOTE]\n> The unit moves in spring.",
        "Plans follow [42 CFR 438.208].",
        "A degree [BA/BS] in progress is fine.",
        "We care. <!-- TODO: [Organization] -->",
        "Our history[^1] is long.\n\n[^1]: Since 1988.",
        "Days [Full-Time]",
    ],
)
def test_brackets_that_are_no_blank(line: str) -> None:
    assert not {"TPL001", "TPL002"} & found(posting(also=line))


@pytest.mark.parametrize(
    "line", ["Join [Organization].", "Write to [name].", "Pay: [amount] an hour."]
)
def test_brackets_that_are_a_blank(line: str) -> None:
    assert "TPL001" in found(posting(also=line))


def test_front_matter_is_no_text_and_gives_the_title() -> None:
    matter = "---\ntitle: RN Case Manager\nauthor: '[hr]'\ntags: [a, b]\n---\n"
    text = matter + SAMPLE.replace("# RN Case Manager\n\n", "")
    title = facts(text).title
    assert title is not None
    assert title.value == "RN Case Manager"
    assert found(text, "warning") == set()


def test_a_rule_above_ordinary_text_is_no_front_matter() -> None:
    assert (
        read_text("---\nWe plan care.\n---\nYou call.", format="markdown").text.count("We plan")
        == 1
    )


def test_a_heading_with_bars_is_a_heading() -> None:
    text = posting(("# RN Case Manager", "# RN Case Manager | Full-Time | Days"))
    title = facts(text).title
    assert title is not None
    assert title.value == "RN Case Manager"
    parted = posting(("## How to Apply", "## How to Apply | Contact | Dates"))
    assert found(text, "warning") == found(parted, "warning") == set()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("https://lakeside.example/jobs/rn-cm", "https://e.example/jobs/recent-graduate-program"),
        ("hr@lakeside.example", "jobs@elderly.example.org"),
        ("https://lakeside.example/jobs/rn-cm", "lakeside.example/jobs/young-energetic"),
    ],
)
def test_addresses_are_no_wording(old: str, new: str) -> None:
    assert found(posting((old, new)), "warning") == set()


@pytest.mark.parametrize(
    "closes",
    [
        "Closes\n\nJanuary 19, 2027",
        "Closing date\nJanuary 19, 2027",
        "Closes: 01 / 19 / 2027",
        "Closes: 1.19.2027",
        "Application deadline | January 19, 2027",
    ],
)
def test_a_closing_date_is_read_in_every_usual_shape(closes: str) -> None:
    text = posting((" by December 31, 2026", ""), also=closes)
    assert [one.on for one in facts(text).closing] == [date(2027, 1, 19)]
    assert "COM014" not in found(text)


def test_a_closing_day_without_a_year_closes() -> None:
    text = posting((" by December 31, 2026", ""), also="Apply by 12/31.")
    assert "COM014" not in found(text)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("You lead psycho-education groups.", "INC003"),
        ("Join our Family Medicine team.", "INC017"),
        ("POSITION TITLE: RN Case Manager", "REA005"),
    ],
)
def test_terms_of_the_field_are_left_alone(line: str, code: str) -> None:
    assert code not in found(posting(also=line)) - found(SAMPLE)


@pytest.mark.parametrize(
    "title",
    ["REPOST: Case Manager", "Case Manager (BILINGUAL SPANISH IS A MUST)", "Case Manager REOPENED"],
)
def test_a_title_that_presses_is_found(title: str) -> None:
    assert {"TTL003", "TTL007"} & found(posting(("# RN Case Manager", f"# {title}")))


@pytest.mark.parametrize("employer", ["Marion County", "City of Cascade Falls", "State of Oregon"])
def test_a_level_belongs_to_the_class_of_a_public_employer(employer: str) -> None:
    text = posting(("# RN Case Manager", "# Case Manager II"), ("Lakeside Health", employer))
    assert "TTL002" not in found(text)
    private = posting(("# RN Case Manager", "# Case Manager II"))
    assert "TTL002" in found(private)


def test_a_title_on_the_first_line_is_the_title() -> None:
    line = "ACT Team Leader – Behavioral Health (Full-Time)"
    title = facts(f"{line}\n\n" + SAMPLE.replace("# RN Case Manager\n\n", "")).title
    assert title is not None
    assert title.value == line


def test_a_license_that_is_not_required_needs_no_state() -> None:
    text = posting(
        (
            "- Active Idaho RN license\n",
            "- No clinical license is required; a degree in any field is.\n",
        ),
        ("RN Case", "Case"),
    )
    assert "COM007" not in found(text)


# -- who can ask for an accommodation


@pytest.mark.parametrize(
    "line",
    [
        "Doors open to people of all abilities and disabilities. Assist families with a form for the school",
        "A calm reply is required when shift adjustments are announced; call the desk",
        "You plan rides, hotel accommodations and meals, and whatever else they need",
        "You assist people with disabilities in coordination of resources available to support them",
        "You see how a family settles in, and ask about its adjustment needs and its language",
        "Talking with shop owners on modifications to a task. Helping them write it down",
        "Support employees with disabilities. We provide no coach. However, you can receive support",
        "We help tenants request a reasonable accommodation from their landlord",
        "You help people with disabilities write resumes and call landlords",
        "We do not provide accommodations",
    ],
)
def test_who_is_served_or_lodged_asks_for_no_accommodation(line: str) -> None:
    source = read_text(f"# Case Manager\n\nBoise, ID\n\n{line}.\n", format="markdown")
    assert Facts(source).accommodation == ()
    assert {block.section for block in source.blocks} & {"eeo"} == set()


@pytest.mark.parametrize(
    "line",
    [
        "Whoever has a disability and needs an accommodation may contact the front desk",
        "Spring Care is glad to be providing reasonable accommodations to whoever needs one",
        "Reasonable accommodations are made so that people with disabilities can do this work",
        "Candidates who need an adjustment for the interview can reach us at people@lakeside.example",
        "If you have a disability and need help applying, call 404-555-0155",
        "For an auxiliary aid or an interpreter, call 302-555-0139",
        "We welcome everybody. For a reasonable accommodation, email people@lakeside.example",
        "Tell us what you need to take part in the interview",
        "Contact us for help with any step if you have a disability",
        "Accommodation: 860-555-0137",
        "Duties are done with or without reasonable accommodation; to request one, call Ana Ruiz",
    ],
)
def test_who_can_ask_for_an_accommodation_or_is_promised_one(line: str) -> None:
    source = read_text(f"# Case Manager\n\nBoise, ID\n\n{line}.\n", format="markdown")
    assert len(Facts(source).accommodation) == 1
