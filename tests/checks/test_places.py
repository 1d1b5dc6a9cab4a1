"""Where the work is, as a posting written elsewhere says it."""

import pytest

from casemgr_jd.facts.facts import Facts
from casemgr_jd.reading import read_text


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Location: New York, NY", [("New York", "NY")]),
        ("Location: New York, New York 10001", [("New York", "NY")]),
        ("We work in New York City.", [("New York", "NY")]),
        ("Location: Brooklyn, New York", [("Brooklyn", "NY")]),
        ("Location: New York", [("", "NY")]),
        ("Location: Washington, DC", [("Washington", "DC")]),
        ("Location: Jersey City, NJ", [("Jersey City", "NJ")]),
        ("Location: Kansas City, MO", [("Kansas City", "MO")]),
        ("Location: Virginia Beach, VA", [("Virginia Beach", "VA")]),
        (
            "Remote work; you must live in Colorado, Utah or Kansas.",
            [("", "CO"), ("", "UT"), ("", "KS")],
        ),
        ("Offices in New York and New Jersey", []),
        ("Counties: Garrett, Somerset, Talbot, Washington, Wicomico", []),
        ("Serving Middlesex, Essex & Union Counties", []),
        (
            "Location: Calvert, Baltimore County, Dorchester, Howard, Montgomery, Talbot, Washington County",
            [("Baltimore County", "MD")],
        ),
        (
            "Location: Erie, PA\n\nNotice for Job Applicants Residing in California",
            [("Erie", "PA")],
        ),
    ],
)
def test_a_place_is_recognised(text: str, places: list[tuple[str, str]]) -> None:
    """A city is told from the state of the same name."""
    found = Facts(read_text(f"# Case Manager\n\n{text}\n")).locations
    assert [(one.city, one.state) for one in found] == places


PLAIN = [
    ("Location: Seattle", "WA"),
    ("Greater Boston", "MA"),
    ("Jersey City", "NJ"),
    ("You work at our hospital in Seattle.", "WA"),
    ("You work at our Brooklyn clinic.", "NY"),
    ("Tacoma", "WA"),
    ("This position is based in Oakland.", "CA"),
    ("Location: St. Louis", "MO"),
    ("Location: NYC", "NY"),
    ("Location: Bronx / Manhattan", "NY"),
    ("Location: Twin Cities", "MN"),
    ("Bay Area", "CA"),
    ("Location: 60614", "IL"),
    ("Hybrid - Denver", "CO"),
    ("Washington, D.C.", "DC"),
    ("Washington DC", "DC"),
    ("Location: D.C. 20019", "DC"),
    ("Location: Washington, D.C.", "DC"),
    ("You work at our clinic in Washington, DC.", "DC"),
    ("500 Washington Ave, Houston, TX 77002", "TX"),
    ("Washington Township, NJ", "NJ"),
    ("George Washington Hospital, Tampa, FL", "FL"),
    ("University of Washington Medical Center hires in Portland, OR", "OR"),
    ("Virginia Mason Hospital, Seattle, WA", "WA"),
    ("Kansas City, Missouri", "MO"),
    ("Colorado Springs, CO", "CO"),
    ("Indiana, PA", "PA"),
    ("Location: 1200 New Jersey Avenue SE, Washington, DC 20590", "DC"),
    ("Location: Illinois, Minnesota, Colorado, New York", "IL MN CO NY"),
    ("US-IL-Chicago", "IL"),
    ("WA-Seattle", "WA"),
    ("Location\n\nIllinois, 60614", "IL"),
    ("Location\nIllinois, 60614", "IL"),
    ("Location: Denver CO 80204", "CO"),
    ("Denver, Colo.", "CO"),
    ("Fresno, Calif.", "CA"),
    ("Albany, N.Y.", "NY"),
    ("St. Paul, Minn.", "MN"),
    ("Arlington, Va.", "VA"),
    ("Honolulu, Hawai‘i", "HI"),
    ("San Juan, Puerto Rico", "PR"),
    ("Washington State", "WA"),
    ("Athens, Georgia", "GA"),
    ("Houston, TX; not open to residents of Colorado", "TX"),
    ("Licensed in WA or OR. Boise, ID.", "ID"),
    ("Our headquarters are in Boston, MA. You work in Hartford, CT.", "CT"),
    ("| Location | Pay |\n|---|---|\n| Tulsa, OK | $30 an hour |", "OK"),
]


@pytest.mark.parametrize(("text", "states"), PLAIN)
def test_the_states_of_a_place_are_known_however_it_is_written(text: str, states: str) -> None:
    """Abbreviations, cities alone, codes of job boards; not streets, hospitals and townships."""
    assert " ".join(states_in(text)) == states


@pytest.mark.parametrize(
    "text",
    [
        "Location: to be discussed",
        "Location: Harbor Light Shelter",
        "Location:",
        "Location: Multiple locations",
        "Location: Onsite at our main campus",
        "MSW, MA or related degree",
        "You serve patients across Texas.",
        "We met in Paris.",
        "Licensed in Ohio",
    ],
)
def test_what_names_no_place_gives_none(text: str) -> None:
    facts = Facts(read_text(f"# Case Manager\n\n{text}\n\nYou plan care."))
    assert (facts.locations, facts.unclear_places) == ((), ())


def states_in(text: str) -> tuple[str, ...]:
    return Facts(read_text(f"# Case Manager\n\n{text}\n\nYou plan care.")).states


def test_an_ambiguous_name_says_so() -> None:
    """Portland may be in Oregon or in Maine: no law is applied, and the reading says why."""
    facts = Facts(read_text("# Case Manager\n\nLocation: Portland\n\nYou plan care."))
    assert facts.states == ()
    assert {"OR", "ME"} <= set(facts.unclear_places[0].candidates)


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        ("Houston, TX; not open to residents of Colorado", ["CO"]),
        ("Remote, excluding California and New York", ["CA", "NY"]),
        ("Open to applicants in all states except Colorado", ["CO"]),
        ("We cannot hire in Washington or Oregon.", ["WA", "OR"]),
    ],
)
def test_states_that_are_shut_out_are_no_places_of_work(text: str, excluded: list[str]) -> None:
    facts = Facts(read_text(f"# Case Manager\n\n{text}\n\nYou plan care."))
    assert [one.state for one in facts.excluded_states] == excluded
    assert not set(facts.states) & set(excluded)


def test_places_of_remote_reach_are_told_from_places_of_work() -> None:
    facts = Facts(
        read_text("# Case Manager\n\nRemote (CO, WY or NM residents only)\n\nYou plan care.")
    )
    assert {(one.state, one.remote) for one in facts.locations} == {
        ("CO", True),
        ("WY", True),
        ("NM", True),
    }
