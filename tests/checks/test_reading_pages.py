"""What stands around a posting on its page is no part of it; what stands at its top is."""

from casemgr_jd.facts.facts import Facts
from casemgr_jd.reading.open import read_text
from casemgr_jd.reading.source import Source

PAGE = """<html><body>
<div class="cookie-banner">We use cookies. <button>Accept all</button></div>
<nav><ul><li>Students</li></ul></nav>
<h1>RN Care Manager – Emergency Department</h1>
<p>Lakeside Health | Omaha, Nebraska | days | $36.50 to $49.00 per hour | on call one week in six</p>
<h2>What you'll do</h2><ul><li>Assess each patient.</li></ul>
<div class="related-jobs"><div>Urgently hiring!</div></div>
<h3>Similar jobs</h3><p>CNA, $2,000 sign-on bonus!</p>
<footer><p>Lakeside Health is an equal opportunity employer.</p></footer></body></html>"""


def texts(source: Source) -> list[str]:
    return [block.text for block in source.blocks]


def test_menus_notices_and_other_jobs_are_left_out() -> None:
    """Cookie notice, menu, buttons and other jobs are not read; the statement in the footer is."""
    found = texts(read_text(PAGE, format="html"))
    assert found[0] == "RN Care Manager – Emergency Department"
    assert found[-1] == "Lakeside Health is an equal opportunity employer."
    assert not any(word in " ".join(found) for word in ("cookies", "Students", "Urgently", "CNA"))


def test_the_top_of_a_page_gives_title_employer_place_and_pay() -> None:
    """The first heading is the title wherever it stands, and the line under it holds the facts."""
    facts = Facts(read_text(PAGE, format="html"))
    assert facts.title is not None
    assert facts.title.value.startswith("RN Care Manager")
    assert facts.employer is not None
    assert facts.employer.value == "Lakeside Health"
    assert facts.states == ("NE",)
    assert [(pay.minimum, pay.period, pay.kind) for pay in facts.base_pay] == [
        (36.5, "hour", "base")
    ]


def test_an_element_that_is_never_closed_hides_nothing() -> None:
    """A menu whose end is missing does not swallow the posting."""
    assert "Case Manager" in texts(
        read_text("<nav><p>Home</p><h1>Case Manager</h1>", format="html")
    )


def test_a_menu_that_holds_the_posting_is_read() -> None:
    """A careless class name around all of the text does not hide it."""
    page = '<div class="nav-open"><h1>Case Manager</h1><p>Lakeside Health is hiring.</p></div>'
    assert len(texts(read_text(page, format="html"))) == 2


def test_a_line_about_the_employer_opens_no_section() -> None:
    """A heading such as "Bay Legal Assistance (Boston, Massachusetts)" is not the legal notices."""
    text = "# Case Manager\n\n## Bay Legal Assistance (Boston, Massachusetts)\n\nSalary: $66,500 a year."
    facts = Facts(read_text(text))
    assert (facts.states, len(facts.base_pay)) == (("MA",), 1)


def test_numbered_headings_in_capitals_are_headings() -> None:
    """ "3. QUALIFICATIONS" opens a section, and is no item of a list."""
    text = (
        "CASE MANAGER\n\n1. ESSENTIAL DUTIES\n1.1  Assesses.\n\n2. QUALIFICATIONS\n2.1  One year.\n"
    )
    source = read_text(text, format="text")
    assert [block.section for block in source.blocks if block.kind == "heading"][-2:] == [
        "responsibilities",
        "required",
    ]


def test_extra_payments_are_no_base_pay() -> None:
    """Travel money, completion payments and pay by the piece are not the wage."""
    text = (
        "# Travel RN Case Manager\n\nPay: $52.00 per hour.\n\n"
        "- Other compensation: a weekly stipend of $1,120 for lodging; travel paid up to $500 each way\n"
        "- There is a $1,200 completion payment.\n- Visits above 26 earn $55 a unit.\n"
    )
    facts = Facts(read_text(text))
    hourly = [pay for pay in facts.base_pay if pay.period != "visit"]
    assert [pay.minimum for pay in hourly] == [52.0]


def test_what_a_department_sees_is_no_caseload() -> None:
    """The visits of a whole department are not what one person carries."""
    text = "# Case Manager\n\nThe Emergency Department (ED) sees about 240 people a day."
    assert Facts(read_text(text)).caseloads == ()


def test_capitals_head_a_paragraph_in_text_without_empty_lines() -> None:
    """Copied text has no empty lines: a line in capitals is still a heading."""
    text = "CASE MANAGER\nDays.\nDUTIES\n• Assess clients.\nAPPLY\njobs@lakeside.example by May 1."
    source = read_text(text, format="text")
    assert [block.text for block in source.blocks if block.kind == "heading"][-2:] == [
        "DUTIES",
        "APPLY",
    ]
    assert Facts(source).apply


def test_a_rarer_role_at_the_top_is_the_title() -> None:
    """The first line counts as the title for roles that elsewhere are ordinary words."""
    facts = Facts(
        read_text("Mental Health Professional\n\nLakeside Health is hiring.", format="text")
    )
    assert facts.title is not None
    assert facts.title.value == "Mental Health Professional"


def test_states_in_capitals_are_places() -> None:
    """ "SANTA FE, NEW MEXICO" is a city and its state."""
    facts = Facts(read_text("CASE MANAGER\nSANTA FE, NEW MEXICO\n\nWe hire.", format="text"))
    assert facts.states == ("NM",)


def test_the_paragraph_about_the_employer_gives_the_place_where_nothing_else_does() -> None:
    """A city named only there is where the work is; beside another, it is a headquarters."""
    about = "# Case Manager\n\n## Who we are\n\nLakeside Clinic (Tulsa, Oklahoma) was founded in 1950.\n"
    assert Facts(read_text(about)).states == ("OK",)
    assert Facts(read_text(about + "\n## Location\n\nDenver, Colorado\n")).states == ("CO",)


def test_the_first_row_of_a_table_of_facts_is_read() -> None:
    """In Markdown the first row is the header; a fact that stands there still counts."""
    text = "# Case Manager\n\n| Where | Bloomington, Indiana (main campus) |\n|---|---|\n| Pay | $30 |\n"
    assert Facts(read_text(text)).states == ("IN",)


def test_a_small_amount_a_year_is_no_wage() -> None:
    """Money for a certificate, by the year, stands beside the wage and is not it."""
    facts = Facts(
        read_text("# Case Manager\n\nPay: $30 an hour; certification pay of $750 a year.")
    )
    assert [pay.minimum for pay in facts.base_pay] == [30.0]
