"""The work of a check grows with the size of the document, whatever stands in it."""

import sys
from datetime import date
from types import FrameType

import pytest

from casemgr_jd.checks.entry import check_document

TODAY = date(2026, 11, 23)
SMALL, LARGE = 5_000, 20_000
# four times the text may cost a little more than four times the calls, but not sixteen times
MOST = 5.5
PIECES = (
    "$1,000 ",
    "Pay: $60,000 to $70,000 a year.\n\n",
    "RN, LCSW, CCM, BSN and MSW required. ",
    "January 5, 2026 ",
    "## Responsibilities\n\n- Plan care.\n\n",
    "Denver, CO; ",
    "- Assess the needs of clients and write care plans.\n",
    "[Apply here](https://lakeside.example/apply) ",
    "a",
    "X",
    "young and energetic ",
    "carry a caseload of 25 clients. ",
    "5 years of experience. ",
    "remote, on-site or hybrid ",
    "Join Mercy Ridge Hospital. ",
    "{{name}} [Company] ____ ",
    "ACT NOW ",
    "(RN) ",
    "> ",
    "TBD\n\n",
    "TBD ",
    "Fully remote. On-site in Denver. ",
    "Must be 25 to 35 years old.\n\n",
)


def calls(text: str) -> int:
    """Return how many functions a check of a text calls."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        check_document(text, today=TODAY, format="markdown")
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", PIECES)
def test_four_times_the_text_takes_about_four_times_the_calls(piece: str) -> None:
    """Nothing that is repeated is compared each with each."""
    documents = [f"Case Manager\n\n{piece * (size // len(piece))}" for size in (SMALL, LARGE)]
    check_document(documents[1], today=TODAY, format="markdown")  # what is learnt once is learnt
    small, large = map(calls, documents)
    assert large <= MOST * small
