"""Why a role is recommended, and what to settle before posting it, as sentences."""

from collections.abc import Iterable, Iterator

from casemgr_jd._names import joined
from casemgr_jd.content.advising import Adjacent
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.hiring._decision import FALLBACK, Decision, Job, owns_plan
from casemgr_jd.model.setting import Role

__all__ = ["adjacent", "called", "cautions", "labels", "reasons"]

_READ_WITH_A_VOWEL = ("RN", "LCSW")


def labels(duties: Iterable[str], catalog: Catalog, conjunction: str = "and") -> str:
    """Return duties as a person lists them, by their labels in the scope table.

    >>> from casemgr_jd.content.load import load_catalog
    >>> labels(["scheduling", "referrals"], load_catalog())
    'scheduling and referrals'
    """
    names = {duty.id: duty.label[:1].lower() + duty.label[1:] for duty in catalog.scope.duties}
    return joined([names[duty] for duty in duties], conjunction)


def called(role: Role) -> str:
    """Return a role as a sentence names it, with its article.

    >>> from casemgr_jd.content.load import load_catalog
    >>> called(load_catalog().role("rn"))
    'an RN Case Manager'
    """
    return f"{'an' if role.called.startswith(_READ_WITH_A_VOWEL) else 'a'} {role.called}"


def reasons(job: Job, decision: Decision, catalog: Catalog) -> tuple[str, ...]:
    """Return what led to the role, most telling first."""
    return tuple(_reasons(job, decision, catalog))


def _reasons(job: Job, decision: Decision, catalog: Catalog) -> Iterator[str]:
    rule = decision.rule
    if rule is None:
        yield "No single rule of the guide stands out, so the general title fits best."
        return
    yield str(rule.text)
    named = [duty for duty in job.duties if duty in rule.duties]
    if named:
        yield f"The duties you name include {labels(named, catalog)}."
    if not catalog.role(rule.role).license_required and owns_plan(job):
        yield "The person owns the plan of care, which a Care Coordinator does not."
    licensed = [one.id for one in catalog.scope.duties if one.licenses and one.id in job.duties]
    if licensed:
        yield f"A license is needed for {labels(licensed, catalog)}."
    fitting = [catalog.setting(one).noun for one in job.settings if one in rule.settings]
    if fitting:
        yield f"The rule speaks of {joined(fitting, 'and')} settings."


def cautions(job: Job, decision: Decision, catalog: Catalog) -> tuple[str, ...]:
    """Return what to settle before the job is posted under this title."""
    return tuple(_cautions(job, decision, catalog))


def _cautions(job: Job, decision: Decision, catalog: Catalog) -> Iterator[str]:
    role = catalog.role(decision.role)
    beyond = [duty for duty in job.duties if not catalog.scope.may(role, duty)]
    if beyond:
        yield f"{role.called} does not cover {labels(beyond, catalog)}; assign that elsewhere."
    if decision.role == FALLBACK and _needs_several_licenses(job, catalog):
        yield "No one license covers every duty: split the duties, or post two jobs."
    alike = {entry.id: catalog.role(entry.role) for entry in catalog.related}
    for name in adjacent(job, catalog):
        if name in alike and alike[name] != role:
            yield f"The duties resemble those of {called(alike[name])}; compare the two titles."
    reason = catalog.scope.unusual(decision.role, job.settings)
    if reason:
        yield f"The role is unusual in this setting. {reason}"
    if not role.license_required and job.oversight is None:
        yield "Name the licensed professional who oversees the work; the rule depends on it."
    if not role.license_required and job.oversight == "none":
        yield "The guide expects licensed supervision for this title; check what your state asks."
    if role.license_required and job.owns_plan_of_care is False and not owns_plan(job):
        yield f"The guide's {role.called} owns the plan of care; say in the posting who does here."


def _needs_several_licenses(job: Job, catalog: Catalog) -> bool:
    needed = [set(d.licenses) for d in catalog.scope.duties if d.licenses and d.id in job.duties]
    return bool(needed) and not set.intersection(*needed)


def adjacent(job: Job, catalog: Catalog) -> tuple[str, ...]:
    """Return ids of the adjacent roles that the job resembles."""
    return tuple(one.id for one in catalog.advising.adjacent if _resembles(job, one))


def _resembles(job: Job, one: Adjacent) -> bool:
    return (
        set(one.duties) <= set(job.duties)
        and set(one.without).isdisjoint(job.duties)
        and (one.owns_plan_of_care is None or one.owns_plan_of_care is job.owns_plan_of_care)
        and (not one.settings or not set(one.settings).isdisjoint(job.settings))
    )
