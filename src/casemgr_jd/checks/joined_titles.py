"""Titles that join two names with a slash, and several levels in one posting."""

from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.titles import several_roles
from casemgr_jd.facts.organizations import is_a_role
from casemgr_jd.reading.source import Span

__all__ = ["joined_by_a_slash"]

_LEVELS = late(
    r"(?<![\w/])(?:I{1,3}|IV|[1-4]) ?/ ?(?i:i{1,3}|iv|v|[2-5])(?:/ ?(?i:i{1,3}|iv|v|[3-6]))*(?![\w/])"
)
_SLASH = late(r"(?<=[A-Za-z]{3}) ?/ ?(?=[A-Z][A-Za-z-]{3})")


def joined_by_a_slash(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the levels that a slash joins in a title, or the title in which it joins a role to other words."""
    title = context.facts.title
    if title is None:
        raise NotApplicable
    text, start = context.source.snippet(title.span), title.span.start
    levels = _LEVELS.search(text)
    if levels is not None:
        yield Hit(
            Span(start + levels.start(), start + levels.end()), message=rule.options["levels"]
        )
        return
    slash = _SLASH.search(text)
    # "Counselor/Abortion Doula": what stands before it is a job of its own
    named = slash is not None and is_a_role(text[: slash.start()])
    if named and not any(True for _ in several_roles(context, rule)):
        yield Hit(title.span)
