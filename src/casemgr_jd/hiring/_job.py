"""Reading what a caller says of a job, strictly, with every problem at once."""

from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Any, TypeGuard

from casemgr_jd._names import did_you_mean, snake
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.hiring._decision import PLAN, Job
from casemgr_jd.model import _entry
from casemgr_jd.model._entry import Rejected

__all__ = ["job_of"]

_OVERSIGHT = ("licensed", "none")


def job_of(
    duties: Any, owns_plan_of_care: Any, oversight: Any, setting: Any, catalog: Catalog
) -> Job:
    """Return the job that the arguments of ``recommend_role`` describe.

    Raises:
        InputError: an argument is of a wrong kind, names what the catalog does not have, or
            contradicts another; all problems at once.
    """
    problems: list[Problem] = []
    shares = _shares(duties, problems)
    settings = _taken("setting", _entry.names(setting), problems) or ()
    owns = _taken("owns_plan_of_care", _entry.flag(owns_plan_of_care), problems)
    overseen = _taken("oversight", _entry.name(oversight), problems)
    problems += _unknown("duties", shares, [one.id for one in catalog.scope.duties])
    problems += _unknown("setting", settings, [one.id for one in catalog.settings])
    problems += _unknown("oversight", [overseen] if overseen else [], _OVERSIGHT)
    if owns is False and PLAN in shares:
        reason = f"contradicts the duty {PLAN!r}"
        problems.append(Problem("owns_plan_of_care", reason, "drop one of the two"))
    if problems:
        raise InputError(problems)
    return Job(shares, owns, overseen, settings)


def _taken(field: str, found: Any, problems: list[Problem]) -> Any:
    """Return what was read, or nothing, with the problems kept, where it was rejected."""
    if isinstance(found, Rejected):
        problems += [one.under(field) for one in found.problems]
        return None
    return found


def _shares(duties: Any, problems: list[Problem]) -> dict[str, float]:
    if not isinstance(duties, Mapping):
        names = _taken("duties", _entry.names(duties), problems) or ()
        return dict.fromkeys(names, 1.0)
    found: dict[str, float] = {}
    for given, share in duties.items():
        name = snake(str(given))
        if not _is_share(share):
            reason = f"must be a number above zero, not {share!r}"
            problems.append(Problem(f"duties.{name}", reason, "leave the duty out"))
        found[name] = found.get(name, 0.0) + (share if _is_share(share) else 1.0)
    return found


def _is_share(share: object) -> TypeGuard[float]:
    if isinstance(share, bool) or not isinstance(share, int | float):
        return False
    return isfinite(share) and share > 0


def _unknown(field: str, names: Iterable[str], known: Iterable[str]) -> list[Problem]:
    allowed = list(known)
    return [
        Problem(
            field,
            f"{name!r} is not known",
            did_you_mean(name, allowed) or f"one of: {', '.join(allowed)}",
        )
        for name in names
        if name not in allowed
    ]
