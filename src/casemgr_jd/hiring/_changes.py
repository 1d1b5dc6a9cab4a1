"""What would change the advice: each single change of the job is tried, and those that tell are kept."""

from collections.abc import Iterator

from casemgr_jd._names import joined
from casemgr_jd._records import NamedTuple
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.hiring._decision import PLAN, Decision, Job, decide
from casemgr_jd.hiring._reasons import called, labels

__all__ = ["Tried", "changes", "tried"]

_OPENINGS = {
    "owning": "If the person owned the plan of care",
    "not owning": "If somebody else owned the plan of care",
    "licensed": "Under the oversight of a licensed professional",
    "none": "Without the oversight of a licensed professional",
}


class Tried(NamedTuple):
    """The job after one single change."""

    kind: str
    what: str
    """The duty or the setting that changed; empty where the kind says all."""
    job: Job


def changes(job: Job, decision: Decision, catalog: Catalog) -> tuple[str, ...]:
    """Return the single changes that lead to another role, grouped by what they lead to."""
    found: dict[tuple[str, str], list[str]] = {}
    for kind, what, changed in tried(job, catalog):
        role = decide(changed, catalog).role
        if role != decision.role:
            found.setdefault((kind, role), []).append(what)
    singles = [_sentence(kind, whats, role, catalog) for (kind, role), whats in found.items()]
    return tuple(singles or _replaced(job, decision, catalog))


def _replaced(job: Job, decision: Decision, catalog: Catalog) -> Iterator[str]:
    """Where no single change tells: what other core duties would lead to."""
    for rule in catalog.title_rules:
        other = job._replace(duties=dict.fromkeys(rule.duties, 1.0))
        role = decide(other, catalog).role
        if role != decision.role:
            duties = labels(rule.duties, catalog)
            yield f"If the core duties were {duties} instead, it would be {called(catalog.role(role))}."


def tried(job: Job, catalog: Catalog) -> Iterator[Tried]:
    """Yield the job after each single change that is worth asking about."""
    for duty in job.duties:
        rest = {name: share for name, share in job.duties.items() if name != duty}
        yield Tried("without", duty, job._replace(duties=rest))
    named = dict.fromkeys(duty for rule in catalog.title_rules for duty in rule.duties)
    most = max(job.duties.values(), default=1.0)
    for duty in named:
        if duty not in job.duties:
            yield Tried("with", duty, job._replace(duties={**job.duties, duty: most}))
    if PLAN not in job.duties:
        owns = not job.owns_plan_of_care
        kind = "owning" if owns else "not owning"
        yield Tried(kind, "", job._replace(owns_plan_of_care=owns))
    oversight = "licensed" if job.oversight == "none" else "none"
    yield Tried(oversight, "", job._replace(oversight=oversight))
    for module in catalog.settings:
        if not module.parent and module.id not in job.settings:
            yield Tried("setting", module.noun, job._replace(settings=(module.id,)))


def _sentence(kind: str, whats: list[str], role: str, catalog: Catalog) -> str:
    title = called(catalog.role(role))
    if kind in ("with", "without"):
        duties = labels(whats, catalog, "or")
        tail = " among the core duties" if kind == "with" else ""
        return f"{kind.capitalize()} {duties}{tail}, it would be {title}."
    opening = _OPENINGS.get(kind) or f"In {joined(whats, 'or')} settings"
    return f"{opening}, it would be {title}."
