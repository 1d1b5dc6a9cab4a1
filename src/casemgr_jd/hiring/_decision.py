"""The decision behind the advice: weigh each rule of the guide against what the job asks."""

from collections.abc import Collection, Mapping

from casemgr_jd._records import NamedTuple
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import TitleRule

__all__ = ["FALLBACK", "PLAN", "Decision", "Job", "decide"]

FALLBACK = "case_manager"
PLAN = "care_plan_ownership"
_COORDINATOR = "care_coordinator"
_UNLICENSED = "bachelors"


class Job(NamedTuple):
    """What is known of a job: its duties with their weight, and what surrounds them."""

    duties: Mapping[str, float]
    owns_plan_of_care: bool | None = None
    oversight: str | None = None
    """``licensed``, ``none``, or not known."""
    settings: tuple[str, ...] = ()


class Weighed(NamedTuple):
    """A rule with what speaks for it and against it."""

    rule: TitleRule
    forbidden: float
    """Weight of the duties that the role may not perform."""
    speaking: float
    """Weight of the duties that the rule names."""
    near: float
    """Weight of the duties that come close to those that the rule names."""
    suits_setting: bool

    @property
    def rank(self) -> tuple[float, float, float, bool]:
        """Sorts the better rule later."""
        return (-self.forbidden, self.speaking, self.near, self.suits_setting)


class Decision(NamedTuple):
    """The role chosen, the rule behind it (none where no rule stands out), and the next best."""

    role: str
    rule: TitleRule | None
    runner_up: str


def decide(job: Job, catalog: Catalog) -> Decision:
    """Choose a role by the guide's rules.

    First what the license permits (which may leave one role alone), then what most duties are, then
    the setting. Where two rules remain equal, the job is a general Case Manager's.
    """
    ranked = sorted(_weighed(job, catalog), key=lambda one: one.rank, reverse=True)
    if not ranked:
        return Decision(FALLBACK, None, "")
    best, *others = ranked
    alone = all(one.forbidden > best.forbidden for one in others) if others else False
    if not alone and not _says_anything(best, job, catalog):
        return Decision(FALLBACK, None, best.rule.role)
    if others and others[0].rank == best.rank:
        return Decision(FALLBACK, None, best.rule.role)
    return Decision(best.rule.role, best.rule, others[0].rule.role if others else FALLBACK)


def _says_anything(weighed: Weighed, job: Job, catalog: Catalog) -> bool:
    # The setting alone decides only where the duties leave it open: with none, or with licensed ones.
    duties = set(job.duties) - {PLAN}
    licensed = any(one.id in duties for one in catalog.scope.duties if one.licenses)
    named = weighed.speaking + weighed.near > 0
    return named or (weighed.suits_setting and (licensed or not duties))


def _weighed(job: Job, catalog: Catalog) -> list[Weighed]:
    coordinating = _mostly_coordination(job, catalog)
    found = []
    for rule in catalog.title_rules:
        if rule.role == _COORDINATOR and (owns_plan(job) or not _weight(job, rule.duties)):
            continue
        if not catalog.role(rule.role).license_required and _unsupervised(job, rule.role, catalog):
            continue
        suits = any(one in rule.settings for one in job.settings)
        forbidden = _forbidden(job, rule.role, catalog)
        named, near = _speaking(job, rule, catalog, coordinating)
        found.append(Weighed(rule, forbidden, named, near, suits))
    return found


def _mostly_coordination(job: Job, catalog: Catalog) -> bool:
    """Tell whether most duties are scheduling and referrals, without the plan of care."""
    if owns_plan(job):
        return False
    share = _weight(job, _duties_of(_COORDINATOR, catalog))
    return share > sum(job.duties.values()) / 2


def owns_plan(job: Job) -> bool:
    """Tell whether the plan of care is the job's, as said outright or as one of its duties."""
    return bool(job.owns_plan_of_care) or PLAN in job.duties


def _unsupervised(job: Job, role: str, catalog: Catalog) -> bool:
    outcome = catalog.advising.outcome(role)
    tolerated = outcome.unsupervised if outcome else ()
    elsewhere = not job.settings or any(one not in tolerated for one in job.settings)
    return job.oversight == "none" and elsewhere


def _speaking(
    job: Job, rule: TitleRule, catalog: Catalog, coordinating: bool
) -> tuple[float, float]:
    """Return the weight of the duties that the rule names, and of those that come close."""
    named = _weight(job, rule.duties)
    if rule.role == _COORDINATOR:
        # Unless they are most of the job, they only bring it near the title.
        return (named, 0.0) if coordinating else (0.0, named)
    if rule.role != _UNLICENSED:
        return named, 0.0
    logistics = _weight(job, _duties_of(_COORDINATOR, catalog))
    # Scheduling and referrals that do not make a coordinator are part of a case manager's work.
    return (named, logistics) if coordinating else (named + logistics, 0.0)


def _weight(job: Job, duties: Collection[str]) -> float:
    return sum(weight for duty, weight in job.duties.items() if duty in duties)


def _duties_of(role: str, catalog: Catalog) -> set[str]:
    return {duty for rule in catalog.title_rules if rule.role == role for duty in rule.duties}


def _forbidden(job: Job, role_id: str, catalog: Catalog) -> float:
    role = catalog.role(role_id)
    return sum(w for duty, w in job.duties.items() if not catalog.scope.may(role, duty))
