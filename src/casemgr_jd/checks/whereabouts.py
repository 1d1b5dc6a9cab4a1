"""Where to work and where to apply, as far as a reader can use it: a state without a city, a file in place of a page."""

from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks._opposed import the_other
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.law.frames import holds, holds_anywhere
from casemgr_jd.checks.rule import Rule
from casemgr_jd.model.states import state_code
from casemgr_jd.reading.source import Source, Span

__all__ = [
    "applies_by_file",
    "city_missing",
    "country_and_a_site",
    "remote_and_a_state",
    "site_unnamed",
]


def city_missing(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the state that is all that a posting says of where the work is."""
    facts = context.facts
    places = facts.locations
    # a house that fills in a requisition decides there how much it says of the place
    if (
        context.known("locations")
        or not context.whole
        or not places
        or facts.nationwide
        or facts.unclear_places
    ):
        raise NotApplicable
    remote = any(one.remote for one in places) or any(
        one.value in ("remote", "field") for one in facts.work_models
    )
    named = context.source.snippet(places[0].span).lower()
    is_a_city = any(one.city for one in places) or named in rule.options["cities"]
    # "New York", where the title or the employer says "NYC"
    names = rule.options["named"].get(named, ())
    is_a_city = is_a_city or bool(names and holds_anywhere(context.source, names))
    if not remote and not is_a_city:
        yield Hit(places[0].span)


def remote_and_a_state(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the line at the top that names a state beside the word "remote", where nothing says what it means."""
    source = context.source
    if not context.whole or context.known("locations"):
        raise NotApplicable
    for index, block in enumerate(source.top(_LINES_AT_TOP)):
        line = block.text.partition(": ")[2] or block.text
        parts = [part.strip() for part in _PARTS.split(line)]
        remote = [part for part in parts if part.lower() in _REMOTE]
        states = [part for part in parts if state_code(part)]
        if remote and states and len(remote) + len(states) == len(parts):
            if not holds_anywhere(source, rule.options["told"]):
                yield Hit(source.span_of(index))
            return
    yield from _remote_in_a_town(context, rule)


def _remote_in_a_town(context: Context, rule: Rule) -> Iterator[Hit]:
    """The one town that is given with a job that its title calls remote."""
    source, facts, title = context.source, context.facts, context.facts.title
    if title is None or not holds(source, title.span, rule.options["remote_title"]):
        return
    towns = [one for one in facts.locations if one.city]
    told = rule.options["told"] + rule.options["told_of_a_town"]
    if len({one.city for one in towns}) == 1 and not holds_anywhere(source, told):
        yield Hit(towns[0].span)


def country_and_a_site(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the line at the top that gives a whole country as the place of a job that is done on site in a town."""
    source, facts = context.source, context.facts
    on_site = any(one.value == "onsite" for one in facts.work_models)
    town = next((one for one in facts.locations if one.city), None)
    if not context.whole or context.known("locations") or not on_site or town is None:
        raise NotApplicable
    for index, block in enumerate(source.top(_LINES_AT_TOP)):
        named = block.text.lower().rstrip(" .").endswith(tuple(rule.options["countries"]))
        if named and len(block.text) <= _LONGEST_LINE and not _is_of(source, index, town.span):
            other = the_other(source, town.span)
            yield Hit(source.span_of(index), other)
            return


def _is_of(source: Source, index: int, span: Span) -> bool:
    return source.block_index(span.start) == index


_LONGEST_LINE = 60


def site_unnamed(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the town that is all that a posting says of where the work is: no street, no house, no word of home."""
    source, facts = context.source, context.facts
    if not context.whole or context.known("locations"):
        raise NotApplicable
    named = facts.employer.span if facts.employer is not None else Span(0, 0)
    places = [
        one
        for one in facts.locations
        if (one.city or one.state == "DC") and not named.start <= one.span.start < named.end
    ]
    if not places or facts.work_models or holds_anywhere(source, rule.options["sited"]):
        return
    first = places[0].span
    line = source.span_of(source.block_index(first.start))
    if not any(map(str.isdigit, source.text[line.start : first.start])):
        yield Hit(first)


_LINES_AT_TOP = 12
_PARTS = late(r"[,;/|()]")
_REMOTE = frozenset({"remote", "fully remote", "100% remote", "telework", "telecommute"})


def applies_by_file(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the file to which an applicant is sent, where no page and no address takes applications."""
    source = context.source
    if not context.whole:
        raise NotApplicable
    drives, papers = tuple(rule.options["drives"]), tuple(rule.options["papers"])
    files = list[Span]()
    for span in source.addresses:
        address = source.folded[span.start : span.end].rstrip(".,;")
        is_file = any(drive in address for drive in drives) or (
            "//" in address and address.endswith(papers)
        )
        if is_file:
            files.append(span)
        else:
            return
    for span in files:
        index = source.block_index(span.start)
        line = source.folded[source.span_of(index).start : span.start]
        if source.block_at(span.start).section == "apply" or "appl" in line or "click" in line:
            yield Hit(span)
            return
