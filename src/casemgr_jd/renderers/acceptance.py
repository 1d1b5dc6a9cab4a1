"""What an outlet would say of a posting: what it would refuse, miss or advise against."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Protocol

from casemgr_jd._attrs import frozen
from casemgr_jd._compared import ByContent
from casemgr_jd._formats import FORMATS
from casemgr_jd.errors import Problem
from casemgr_jd.model.choices import WorkModel
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.requisition import ONGOING, Requisition
from casemgr_jd.renderers.blanks import blanks, without_blanks
from casemgr_jd.renderers.crosswalk import EMPTY, Job, Row, filled
from casemgr_jd.renderers.outlets import Ban, Limit, Outlet, Requirement, outlet_named

__all__ = ["Remark", "refuses_field", "remarks", "remarks_on"]


class Published(Protocol):
    """A format that an outlet takes, made of named fields; a ``PayloadRenderer`` is one."""

    @property
    def rows(self) -> tuple[Row, ...]: ...
    @property
    def outlet(self) -> Outlet: ...
    def jobs(self, posting: Posting) -> Iterable[Job]: ...


_CASES: dict[str, Callable[[Requisition], bool]] = {
    "remote": lambda facts: facts.work_model is WorkModel.REMOTE,
    "ongoing": lambda facts: facts.closing_date == ONGOING,
}


@frozen(eq=False)
class Remark(ByContent):
    """One thing that an outlet would refuse, miss or advise against.

    >>> print(Remark("indeed", "error", "date", "posted_on", "Indeed requires date", "give posted_on"))
    posted_on: Indeed requires date (give posted_on)
    """

    outlet: str
    severity: str
    """``error`` for what would be refused, ``warning`` for what may be, ``info`` for what is missed."""
    field: str
    """The field there; empty for the text as a whole."""
    fact: str
    """The fact of ours behind it, such as ``posted_on``."""
    reason: str
    remedy: str = ""
    missing: bool = False
    """Whether it is about something that is not given yet, which a draft may lack."""

    @property
    def is_blank(self) -> bool:
        """Whether it is about a blank that stands in the text."""
        return not self.field and self.missing

    @property
    def problem(self) -> Problem:
        """The remark as a problem with the requisition."""
        return Problem(self.fact or self.field, self.reason, self.remedy)

    def __str__(self) -> str:
        return str(self.problem)


def remarks(posting: Posting, outlet: str) -> tuple[Remark, ...]:
    """Return what *outlet* would say of *posting*, the gravest first.

    Raises:
        UnknownNameError: there is no outlet of that name.

    >>> from casemgr_jd import build, Requisition
    >>> found = remarks(build(Requisition(title="Nurse")), "google")
    >>> next(one.remedy for one in found if one.field == "datePosted")
    'give posted_on, or render with --posted-on DATE'
    """
    return remarks_on(posting, FORMATS.get(outlet_named(outlet).format))


def remarks_on(posting: Posting, renderer: Published) -> tuple[Remark, ...]:
    """Return what the outlet of *renderer* would say of what it makes of *posting*."""
    outlet = renderer.outlet
    found = [*_blank(posting, outlet)]
    whole = without_blanks(posting)
    rows = renderer.rows
    for job in renderer.jobs(whole):
        fields = filled([row for row in rows if _is_looked_at(row, outlet)], job)
        wanted = [("error", one) for one in outlet.requires]
        wanted += [("info", one) for one in outlet.recommends]
        for severity, requirement in wanted:
            found += _missing(requirement, severity, fields, job, rows, outlet)
        for limit in outlet.limits:
            found += _beyond(limit, fields, rows, outlet)
        for ban in outlet.forbids:
            found += _banned(ban, fields, job, rows, outlet)
    order = ("error", "warning", "info")
    return tuple(sorted(dict.fromkeys(found), key=lambda one: order.index(one.severity)))


def refuses_field(renderer: Published, name: str, posting: Posting) -> bool:
    """Tell whether the outlet of *renderer* would refuse *posting* for what stands in one field."""
    outlet, head = renderer.outlet, name.partition(".")[0]
    rows = tuple(row for row in renderer.rows if row.theirs.partition(".")[0] == head)
    for job in renderer.jobs(posting):
        fields = filled(rows, job)
        found = [
            remark
            for one in outlet.requires
            if one.field == name
            for remark in _missing(one, "error", fields, job, rows, outlet)
        ]
        found += [
            remark
            for limit in outlet.limits
            if limit.field == name
            for remark in _beyond(limit, fields, rows, outlet)
        ]
        if any(one.severity == "error" for one in found):
            return True
    return False


def _blank(posting: Posting, outlet: Outlet) -> Iterator[Remark]:
    for slot_id in blanks(posting):
        slot = posting.slot(slot_id)
        fact = slot.field if slot.field and slot.field != "extra" else slot_id
        reason = f"still stands blank, as {slot.blank}"
        remedy = "fill it in, or leave out what asks for it"
        yield Remark(outlet.id, "error", "", fact, reason, remedy, missing=True)


def _missing(
    wanted: Requirement,
    severity: str,
    fields: Mapping[str, Any],
    job: Job,
    rows: tuple[Row, ...],
    outlet: Outlet,
) -> Iterator[Remark]:
    if wanted.when and not _CASES[wanted.when](job.facts):
        return
    if wanted.unless and _CASES[wanted.unless](job.facts):
        return
    if _value(fields, wanted.field) is not None:
        return
    facts = _facts(wanted.field, rows)
    verb = "requires" if severity == "error" else "looks for"
    reason = f"{outlet.name} {verb} {wanted.field}; nothing fit for it is given"
    remedy = wanted.remedy or (f"give {' or '.join(facts)}" if facts else "")
    yield Remark(outlet.id, severity, wanted.field, ", ".join(facts), reason, remedy, missing=True)


def _beyond(
    limit: Limit, fields: Mapping[str, Any], rows: tuple[Row, ...], outlet: Outlet
) -> Iterator[Remark]:
    value = _value(fields, limit.field)
    if value is None or value is EMPTY:
        return
    length = len(str(value))
    if length >= limit.least and (limit.most is None or length <= limit.most):
        return
    bound = f"at most {limit.most:,}" if length >= limit.least else f"at least {limit.least:,}"
    severity = "error" if limit.confirmed else "warning"
    firm = "" if limit.confirmed else ", as far as is known"
    remedy = limit.remedy or ("shorten it" if length >= limit.least else "say more")
    fact = ", ".join(_facts(limit.field, rows))
    subject = "" if fact in (limit.field, "") else f"{limit.field} "
    reason = f"{subject}has {length:,} characters; {outlet.name} takes {bound}{firm}"
    yield Remark(outlet.id, severity, limit.field, fact, reason, remedy)


def _banned(
    ban: Ban, fields: Mapping[str, Any], job: Job, rows: tuple[Row, ...], outlet: Outlet
) -> Iterator[Remark]:
    words = str(_value(fields, ban.field) or "").casefold()
    for pattern in ban.holds:
        for one in _spelled(pattern, job):
            if one and one.casefold() in words:
                fact = ", ".join(_facts(ban.field, rows))
                reason = f"{ban.reason}, for {outlet.name}: it holds {one!r}"
                yield Remark(outlet.id, "warning", ban.field, fact, reason, ban.remedy)


def _spelled(pattern: str, job: Job) -> Iterator[str]:
    """Yield what a pattern stands for in a job: itself, or each value of the fact that it names."""
    if not pattern.startswith("{"):
        yield pattern
    elif pattern == "{city}":
        yield from (place.city for place in job.facts.locations if place.city)
    else:
        yield str(getattr(job.facts, pattern.strip("{}")) or "")


def _is_looked_at(row: Row, outlet: Outlet) -> bool:
    """Tell whether the outlet says anything of the field that a row fills."""
    head = row.theirs.partition(".")[0]
    return not outlet.fields.isdisjoint((row.theirs, head))


def _value(fields: Mapping[str, Any], name: str) -> Any:
    value: Any = fields
    for step in name.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _facts(name: str, rows: tuple[Row, ...]) -> tuple[str, ...]:
    """Return the facts that a field is made of, or the places where it is made of those."""
    ours = [
        one.partition("[")[0]
        for row in rows
        if name in (row.theirs, row.theirs.partition(".")[0])
        for one in (row.needs or row.ours)
    ]
    return tuple(dict.fromkeys(ours))
