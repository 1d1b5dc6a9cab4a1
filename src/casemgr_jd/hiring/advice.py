"""Which title, license and pay band a job calls for, with the rules of the guide that say so."""

from collections.abc import Iterable, Mapping

from casemgr_jd._attrs import field, frozen
from casemgr_jd._doors import door, node
from casemgr_jd._frozen import strings
from casemgr_jd._names import joined
from casemgr_jd.content.advising import Outcome
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.load import load_catalog
from casemgr_jd.hiring._changes import changes
from casemgr_jd.hiring._decision import Decision, Job, decide
from casemgr_jd.hiring._job import job_of
from casemgr_jd.hiring._reasons import adjacent, cautions, reasons
from casemgr_jd.model._display import ShowsItself
from casemgr_jd.model.document import Bullet, BulletList, Document, Fact, FactList, Section
from casemgr_jd.model.setting import Role

__all__ = ["Advice", "recommend_role"]


@node
@frozen(eq=False)
class Advice(ShowsItself):
    """A recommended role, why, and what would change it. Made by ``recommend_role``."""

    role: Role
    """The role that is recommended."""
    license: str
    """The license that the posting should require, as a sentence."""
    pay_banding: str
    """How to band the pay, as a sentence; no figure."""
    rules: tuple[str, ...] = field(converter=strings)
    """Ids of the guide items that led to the role."""
    reasons: tuple[str, ...] = field(converter=strings)
    """Why, each as a sentence."""
    cautions: tuple[str, ...] = field(converter=strings)
    """What to settle before the job is posted under this title."""
    runner_up: Role | None
    """The role that came next; ``None`` where none did."""
    would_change: tuple[str, ...] = field(converter=strings)
    """Single changes of the job that lead to another role, each as a sentence."""
    related: tuple[str, ...] = field(default=(), converter=strings)
    """Ids of adjacent roles of the guide that the duties resemble."""

    def to_document(self) -> Document:
        """Return the advice as a document, which every text format renders."""
        facts = [Fact("License", self.license), Fact("Pay banding", self.pay_banding)]
        if self.runner_up:
            facts.append(Fact("Runner-up", self.runner_up.called))
        parts = (
            ("why", "Why", self.reasons),
            ("settle", "Settle first", self.cautions),
            ("change", "What would change the answer", self.would_change),
            ("rules", "Guide items", (*self.rules, *self.related)),
        )
        sections = [
            Section(name, title, [BulletList(Bullet(one) for one in lines)])
            for name, title, lines in parts
            if lines
        ]
        title = f"Recommended title: {self.role.called}"
        return Document(title, [FactList(facts), *sections])

    def __repr__(self) -> str:
        return f"Advice({self.role.id!r}, rules={', '.join(self.rules)})"


@door(duties=None, owns_plan_of_care=None, oversight=None, setting=None)
def recommend_role(
    *,
    duties: Iterable[str] | Mapping[str, float] = (),
    owns_plan_of_care: bool | None = None,
    oversight: str | None = None,
    setting: str | Iterable[str] = (),
    catalog: Catalog | None = None,
) -> Advice:
    """Recommend the role for a job.

    Args:
        duties: ids of the core duties (see the scope table of the catalog), or a mapping of them
            to their share of the work in any unit.
        owns_plan_of_care: whether the person owns the plan of care; ``None`` if not settled.
        oversight: ``"licensed"`` if a licensed professional oversees the work, ``"none"`` if nobody
            does, ``None`` if not settled.
        setting: one or more ids of practice settings.
        catalog: content to use in place of the packaged guide.

    Raises:
        InputError: a duty, setting or kind of oversight is not known, an argument is of a wrong
            kind, or a share is not above zero; all problems at once.

    >>> advice = recommend_role(duties=["scheduling", "referrals"], owns_plan_of_care=False)
    >>> advice.role.title, advice.rules[0]
    ('Care Coordinator', 'role.choose_coordinator')
    """
    content = catalog or load_catalog()
    job = job_of(duties, owns_plan_of_care, oversight, setting, content)
    return _advice(job, decide(job, content), content)


def _advice(job: Job, decision: Decision, catalog: Catalog) -> Advice:
    role = catalog.role(decision.role)
    outcome = _outcome(role, catalog)
    return Advice(
        role=role,
        license=outcome.license,
        pay_banding=outcome.pay_banding,
        rules=_rule_ids(decision, catalog),
        reasons=reasons(job, decision, catalog),
        cautions=cautions(job, decision, catalog),
        runner_up=catalog.role(decision.runner_up) if decision.runner_up else None,
        would_change=changes(job, decision, catalog),
        related=adjacent(job, catalog),
    )


def _rule_ids(decision: Decision, catalog: Catalog) -> tuple[str, ...]:
    chosen = (decision.rule.id,) if decision.rule else ()
    defined = f"role.{decision.role}"
    known = {entry.id for entry in catalog.entries}
    return (*chosen, defined) if defined in known else chosen


def _outcome(role: Role, catalog: Catalog) -> Outcome:
    """Return what the role leads to; for a role that the content says nothing of, what its license does."""
    known = catalog.advising.outcome(role.id)
    if known:
        return known
    held = joined(role.licenses, "or")
    needed = f"An active, unencumbered {held} license in the state where the work is done."
    unlicensed = "No clinical license; name the person who oversees the work."
    scope = "Band the job with roles of the same license and scope"
    banding = f"{scope}, and check the range against market data."
    return Outcome(role.id, needed if role.license_required else unlicensed, banding)
