"""Rules of the house for the checker: one is data, the other needs a function."""

from collections.abc import Iterator
from typing import Any

from casemgr_jd import Context, Hit, Rule, Span

__all__ = ["long_title", "rules"]

LONGEST = 40
SOURCE = {"title": "Style guide of Lakeside Health"}


def rules() -> list[Rule | dict[str, Any]]:
    """Return the rules, as the entry point promises."""
    return [
        {
            "code": "HSE001",
            "slug": "house-old-name",
            "title": "Our old name",
            "message": 'Write "Lakeside" in place of "{match}".',
            "why": "We changed our name in 2025.",
            "terms": [{"find": ["mercy ridge [hospital|clinic~]"], "suggest": ["Lakeside"]}],
            "sources": [SOURCE],
            "bad": ["Join Mercy Ridge Hospital."],
            "good": ["Drive along Ridge Road."],
        },
        Rule(
            code="HSE002",
            slug="house-long-title",
            title="A title too long for our page",
            message="Shorten the title to {longest} characters.",
            why="Our page cuts longer ones.",
            severity="info",
            check="downstream_house.rules:long_title",
        ),
    ]


def long_title(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the title, if it is too long."""
    title = context.facts.title
    if title is not None and len(title.value) > LONGEST:
        yield Hit(Span(title.span.start, title.span.end), {"longest": LONGEST})
