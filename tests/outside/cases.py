"""The postings that every outside reader gets: each example, and those with awkward facts."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from attrs import evolve
from samples import VALUES, complete

import casemgr_jd as jd

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
_DAY = date(2026, 11, 20)
_BENEFITS = (
    "medical, dental and vision coverage",
    "a 403(b) plan with a match of 5%",
    "27 days of paid time off",
    "tuition of up to $5,250 a year",
    "renewal of your license",
    "mileage at the IRS rate",
    "a company phone",
    "short-term disability insurance",
    "a transit pass",
    "parental leave of 12 weeks",
    "a sabbatical",
)
_LONG_DUTY = (
    "Meet each patient within one working day of admission, read the chart before you knock, ask what "
    "matters to the patient and the family, agree on the first two goals, write them down in words that "
    "the night shift can act on, and tell the physician and the charge nurse before rounds begin."
)


def cases() -> Iterator[tuple[str, jd.Posting]]:
    """Yield postings with a name each; all that search engines and boards require is given."""
    for file in sorted(EXAMPLES.glob("*.toml")):
        facts = jd.load_requisition(file)
        number = facts.requisition_id or f"CM-{file.stem}"[:40]
        whole = evolve(facts, posted_on=facts.posted_on or _DAY, requisition_id=number)
        yield f"example-{file.stem}", jd.build(whole)
    for name, facts in awkward().items():
        yield f"awkward-{name}", jd.build(facts)


def awkward() -> dict[str, jd.Requisition]:
    """Return requisitions whose facts are long, many, foreign to ASCII, or told in a rare way."""
    return {
        "long": complete(
            organization="Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Hospital",
            apply_url=f"https://careers.example/{'a-very-long-path/' * 12}",
            requisition_id="CM" * 15,
            title="Senior Utilization Review and Transitional Care Coordination Case Manager",
        ),
        "many": complete(
            duties=[f"Meet family {number} at home." for number in range(1, 16)],
            benefits=[f"benefit no. {number}, with terms" for number in range(1, 21)],
            locations=[
                jd.Location("Denver", "CO", street=f"{one} Main Street") for one in range(1, 6)
            ],
        ),
        "signs": complete(
            organization="R&D <Santé> “Żółć” O’Brien Ærø",
            manager='Director of "Care" & <Quality>',
            about=["5 < 7 & 7 > 5; $1, 50% and #1 * 2 _a_ `b` [c](d) \\ e."],
            team="José, Zoë and 3 nurses; ask @team",
        ),
        "places": complete(
            locations=[jd.Location("Denver", "CO", "80204"), jd.Location("Fresno", "CA", "93701")],
            pay=jd.PayRange(
                by=[
                    jd.PayPart("Colorado", 84_000, 104_000),
                    jd.PayPart("California", 95_000, 115_000),
                ]
            ),
            closing_date="2027-01-15 17:00 MST",
        ),
        "anywhere": complete(
            work_model="remote",
            locations=(),
            remote_states=(),
            remote_countries=["US", "CA"],
            pay=jd.PayRange(55, 70.5, per="visit"),
            employment_type="per_diem",
            closing_date="ongoing",
        ),
        "unpaid": complete(pay=None, differentials=(), other_compensation=(), pay_notes=()),
        "leftward": complete(
            organization="בית החולים שערי צדק (מרכז)",
            manager="ד״ר רות כהן, 2 West",
            team="مريم، أحمد and 3 nurses",
            locations=[jd.Location("Denver", "CO", "80204", street="12 רחוב הרצל")],
        ),
        "sheet": complete(
            edition="posting",
            about=["We run three hospitals on the Front Range.", "We are owned by our county."],
            why_here=["Half of the team has stayed ten years.", "No one works alone."],
            benefits=[*VALUES["benefits"][0], "403(b) with match", "paid time off", "tuition"],
            hiring_steps=["A call comes first.", "You meet the team.", "A panel follows."],
            know_first=["Every sixth weekend is worked.", "The grant ends in June."],
            support=["Eight weeks of orientation with a preceptor.", "A weekly huddle."],
        ),
        "names": complete(
            organization="St. Elizabeth Ann Memorial Regional Children's and Women's Hospital, and its "
            "Integrated Behavioral Health Network of Greater Southeastern Pennsylvania",
            title="Transitional Care and Complex Discharge Planning Case Manager, Emergency Department "
            "and Observation Unit (Nights, Weekends and Holidays)",
            manager="Associate Vice President of Care Coordination, Utilization Management and Social Work",
            requisition_id="R-2026-000123456789-CM",
        ),
        "accents": complete(
            organization="مستشفى النور – Hôpital de l’Espérance",
            manager="Zażółć Gęślą Jaźń, Ďábelské Ódy",
            team="שרה, Ångström and João",
        ),
        "sites": complete(
            locations=[
                jd.Location("Denver", "CO", "80204", street="777 Bannock Street"),
                jd.Location("Denver", "CO", "80210", street="1 Asbury Avenue"),
                jd.Location("Cheyenne", "WY"),
                jd.Location("San Juan", "PR", "00921"),
            ]
        ),
        "month": complete(pay=jd.PayRange(5_200, 6_900, per="month"), closing_date="ongoing"),
        "visit": complete(
            pay=jd.PayRange(62.5, 81, per="visit"),
            employment_type="per_diem",
            differentials=[
                "Weekend visits: $8 more a visit",
                "After-hours visits: $12 more a visit",
            ],
        ),
        "blanks": jd.Requisition(title="RN Case Manager", setting="home_health", role="rn"),
        "benefits": complete(
            benefits=[f"{kind} {year}" for kind in _BENEFITS for year in ("now", "after a year")]
        ),
        "story": complete(
            about=["❤️ We care 🇺🇸. " + "We have been here for a long time. " * 12],
            duties=[f"{number} 🏥 {_LONG_DUTY}" for number in range(1, 6)],
        ),
    }
