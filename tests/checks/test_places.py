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
    ],
)
def test_a_place_is_recognised(text: str, places: list[tuple[str, str]]) -> None:
    """A city is told from the state of the same name."""
    found = Facts(read_text(f"# Case Manager\n\n{text}\n")).locations
    assert [(one.city, one.state) for one in found] == places
