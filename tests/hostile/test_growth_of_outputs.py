"""The work of an output grows with the size of what it shows: counted, never timed."""

import io
import re
import sys
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any

import pytest
from pypdf import PdfReader

import casemgr_jd as jd
from casemgr_jd.renderers._kept import TIMES_BEFORE_A_PLAN

SMALL, LARGE = 100, 400
# four times the places may cost a little more than four times the work, but not sixteen times
MOST = 5.0
CONTEXT = jd.RenderContext(allow_incomplete=True)


def work(use: Callable[[], object]) -> int:
    """Return how many functions are called, and how many lines are run in those of the package."""
    count = 0

    def traced(frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal count
        count += 1
        return traced if "casemgr_jd" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        use()
    finally:
        sys.settrace(before)
    return count


def posting(count: int, same: bool) -> jd.Posting:
    places = [
        jd.Location("Denver", "CO", f"{80_000 + (0 if same else number)}")
        for number in range(count)
    ]
    return jd.build(
        jd.Requisition(
            setting=["hospital"],
            organization="Lakeside",
            requisition_id="CM-1",
            posted_on="2026-11-20",
            apply_url="https://lakeside.example/1",
            employment_type="full_time",
            locations=places,
        )
    )


@pytest.mark.parametrize("same", [True, False], ids=["equal", "different"])
@pytest.mark.parametrize("name", ["indeed", "linkedin", "jsonld", "markdown", "html", "docx"])
def test_four_times_the_places_take_about_four_times_the_work(name: str, same: bool) -> None:
    renderer = jd.get_renderer(name)
    postings = [posting(count, same) for count in (SMALL, LARGE)]
    for made in postings * TIMES_BEFORE_A_PLAN:
        renderer.render(made, CONTEXT)  # what is learnt once is learnt
    small, large = (work(partial(renderer.render, made, CONTEXT)) for made in postings)
    assert large <= MOST * small


def test_equal_places_have_references_of_their_own() -> None:
    from casemgr_jd.renderers.feeds import _apart

    assert _apart(["a", "a", "a-2", "a", "b"]) == ["a", "a-2", "a-2-2", "a-3", "b"]
    made = _apart(["same"] * 3_000)
    assert len(set(made)) == 3_000
    assert work(lambda: _apart(["same"] * 3_000)) < 8 * 3_000


@pytest.mark.parametrize("length", [900, 20_000])
def test_a_word_of_any_length_is_whole_in_pdf(length: int) -> None:
    word = "".join(chr(ord("a") + number % 26) for number in range(length))
    made = bytes(jd.render(jd.Document("Word", [jd.Paragraph(word)]), "pdf"))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages]
    read = re.sub(r"Word Page \d+ of \d+", "", "".join(pages))
    assert word in "".join(read.split())
