"""The head of a posting in Markdown and in plain text: who hires, the facts, and where to apply."""

from typing import Any

import pytest

import casemgr_jd as jd
from casemgr_jd.renderers.fragments import SafeHtml

LINK = "https://harbor.example/jobs/7"


def made(**facts: Any) -> jd.Posting:
    given: dict[str, Any] = {
        "organization": "Harbor Care",
        "pay": jd.PayRange(70_000, 80_000),
        "apply_url": LINK,
    }
    return jd.build(jd.Requisition(**given | facts))


@pytest.mark.parametrize(
    ("format", "line"), [("markdown", "**Harbor Legal Aid**"), ("text", "Harbor Legal Aid")]
)
def test_who_hires_is_a_line_under_the_title(format: str, line: str) -> None:
    text = jd.render(made(organization="Harbor Legal Aid"), format)
    assert line in text.partition("Pay:")[0].splitlines()
    assert "Employer: Harbor" not in text


@pytest.mark.parametrize("format", ["markdown", "text"])
def test_the_line_of_the_employer_opens_no_section(format: str) -> None:
    """A name such as "Benefits Data Trust" or "Harbor Legal Aid" is no heading over the facts."""
    for name in ("Harbor Legal Aid", "Benefits Data Trust", "Experience Corps"):
        text = jd.render(made(organization=name, employment_type="part_time"), format)
        read, _ = jd.read_posting(text, format=format).requisition()
        assert read.employment_type is jd.EmploymentType.PART_TIME, name


def test_where_to_apply_stands_among_the_facts() -> None:
    head, _, rest = jd.render(made(apply_url=LINK), "markdown").partition("\n## ")
    assert f"- **Apply:** <{LINK}>" in head
    assert f"Apply at <{LINK}>" in rest


def test_without_a_link_the_blank_stands_once() -> None:
    text = jd.render(made(apply_url=None), "markdown")
    assert text.count("[Application link") == 1


def test_a_page_has_a_button_and_a_feed_a_field_in_its_place() -> None:
    page = jd.render(made(), "html")
    assert "<dt>Apply</dt>" not in page
    assert "<dt>Pay</dt>" in page
    described = SafeHtml().render(made())
    assert "Apply:" not in described
    assert "Pay:" in described
