"""How a law stands to a job, in words: reach, threshold, dates, confidence."""

from typing import Any

from casemgr_jd._names import joined
from casemgr_jd.law import Law, Standing
from casemgr_jd.model.moment import long_date

__all__ = ["dates_words", "reach_words", "standing_data", "threshold_words"]

_REACHED = {
    "country": "the whole country",
    "located": "the work is done there",
    "remote_named": "remote workers may live there",
    "remote_anywhere": "the job may be done from anywhere",
    "federal": "the federal government is hiring",
    "reports_to": "the job reports to an office there",
}
_COUNTED = {"anywhere": "", "in_place": " in the place", "unsettled": " (where, is not settled)"}
_REMOTE = {
    "anywhere": "remote jobs that could be done there",
    "in_place": "remote jobs done there",
    "office_here": "remote jobs for an office there",
    "unsettled": "remote jobs: not settled",
}


def threshold_words(one: Standing[Any]) -> str:
    """Return from which head-count a law reaches an employer, and whether that is met."""
    law: Law = one.law
    if law.employees <= 1:
        return "every employer"
    inside = f", {law.employees_in_place} of them in the place" if law.employees_in_place else ""
    size = f"{law.employees} or more employees{_COUNTED[law.counted]}{inside}"
    known = {"met": "met", "not_met": "not met", "unknown": "head-count not given"}
    return f"{size}: {known.get(one.threshold, one.threshold)}"


def reach_words(one: Standing[Any]) -> str:
    """Return why a law reaches the job, and which remote jobs it reaches at all."""
    law: Law = one.law
    doubt = "" if one.reach.certain else "perhaps: "
    offices = "; also jobs done elsewhere that report to an office there" if law.reports_to else ""
    return f"{doubt}{_REACHED[one.reach.how]}; it reaches {_REMOTE[law.remote]}{offices}"


def dates_words(law: Law) -> str:
    """Return since when a law is in force, and until when."""
    since = (
        f"in force since {long_date(law.effective_from)}"
        if law.effective_from
        else "start not recorded"
    )
    changed = f", changed {joined(map(long_date, law.amended), ';')}" if law.amended else ""
    enforced = f", enforced from {long_date(law.enforced_from)}" if law.enforced_from else ""
    until = f", until {long_date(law.effective_until)}" if law.effective_until else ""
    return f"{since}{changed}{enforced}{until}"


def standing_data(one: Standing[Any]) -> dict[str, Any]:
    """Return a law and how it stands to the job, as plain data."""
    law: Law = one.law

    def day(value: Any) -> str | None:
        return value.isoformat() if value else None

    return {
        "place": law.place,
        "place_name": one.reach.place.name,
        "citation": law.citation,
        "url": law.address or None,
        "read_at": law.url or None,
        "in_force_since": day(law.effective_from),
        "in_force_until": day(law.effective_until),
        "enforced_from": day(law.enforced_from),
        "applies": one.applies,
        "threshold": {
            "employees": law.employees,
            "counted": law.counted,
            "employees_in_place": law.employees_in_place,
            "status": one.threshold,
        },
        "reach": {"how": one.reach.how, "certain": one.reach.certain, "remote": law.remote},
        "confidence": law.confidence,
        "as_of": day(law.as_of),
        "review_by": day(law.review_by),
    }
