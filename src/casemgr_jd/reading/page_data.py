"""A page whose text stands in its data alone: what a script would put on it from there, for a reader to see."""

from collections.abc import Iterator
from html import escape, unescape

from casemgr_jd._embedded import embedded_jobs, holds_tags, is_entry, plain_lines
from casemgr_jd._names import joined
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.states import state_name

__all__ = ["text_in_data"]


def text_in_data(page: str, *, more_than: int = 0) -> str:
    """Return the text of the first job in the data of a page as HTML; empty where it is none, or too short.

    Args:
        page: the HTML of the page.
        more_than: how many letters its description has at least.

    Employer, place, pay, kind of employment and last day stand above the description where it leaves them out.

    >>> print(text_in_data('<script type="application/ld+json">{"@type": "JobPosting", "title": "Nurse",'
    ...     ' "hiringOrganization": {"name": "Lake & Sons"}, "description": "<p>Join us.</p>"}</script>'))
    <h1>Nurse</h1>
    <p>Employer: Lake &amp; Sons</p>
    <p>Join us.</p>
    """
    jobs, _ = embedded_jobs(page)
    said = str(jobs[0].get("description") or "") if jobs else ""
    lines = plain_lines(said)
    if not jobs or sum(map(len, lines)) < more_than:
        return ""
    from casemgr_jd.serde.page import read_page

    words = " ".join(lines).casefold()
    title = escape(" ".join(plain_lines(str(jobs[0].get("title") or ""))))
    facts = [
        f"<p>{escape(f'{label}: {fact}')}</p>"
        for label, fact in _facts(read_page(page).requisition)
        if fact.casefold() not in words
    ]
    return "\n".join((f"<h1>{title}</h1>", *facts, _as_html(said)))


def _as_html(said: str) -> str:
    """Return a description as HTML: its tags may be escaped once more, and without any a line is a line.

    >>> _as_html("We pay well.\\n- Medical & dental")
    '<p>We pay well.</p>\\n<ul><li>Medical &amp; dental</li></ul>'
    """
    decoded = said if "<" in said else unescape(said)
    if holds_tags(decoded):
        return decoded
    lines = [line.strip() for line in said.split("\n") if line.strip()]
    return "\n".join(map(_line_as_html, lines))


def _line_as_html(line: str) -> str:
    made = escape(" ".join(plain_lines(f"{line}\n")), quote=False)
    return f"<ul><li>{made}</li></ul>" if is_entry(line) else f"<p>{made}</p>"


def _facts(job: Requisition) -> Iterator[tuple[str, str]]:
    """Yield what a page shows of a job besides its description, each with a label."""
    if job.organization:
        yield "Employer", job.organization
    places = "; ".join(map(str, job.locations))
    states = joined(map(state_name, job.remote_states), "and")
    if places or job.work_model:
        yield "Location", places or (f"Remote in {states}" if states else "Remote")
    if job.pay:
        yield "Pay", str(job.pay)
    if job.employment_type:
        yield "Employment type", job.employment_type.replace("_", " ")
    if job.closing_date:
        yield "Applications close", str(job.closing_date)
