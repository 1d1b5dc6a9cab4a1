"""What is due in a posting: sentences, elements of pay, and the wording of conditions of hire."""

from collections.abc import Iterable
from functools import cache

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd.law.job import Job, of_equal_jobs
from casemgr_jd.law.reach import COUNTRY, Standing, reached, standing, standings
from casemgr_jd.law.records import PayLaw, ProtectedClasses, Statement, Wording
from casemgr_jd.law.tables import pay_laws, protected_classes, statements, wordings

__all__ = [
    "PayDuties",
    "added_classes",
    "condition_wording",
    "pay_duties",
    "protected_names",
    "statements_due",
]

_ALL_WAYS = ("country", "located", "remote_named", "remote_anywhere", "reports_to")


def statements_due(
    job: Job,
    planned: Iterable[str] = (),
    known: Iterable[Statement] | None = None,
    *,
    advisable: bool = False,
) -> tuple[Standing[Statement], ...]:
    """Return the sentences that law wants in the posting of a job, in the order of their places.

    Where head-count or place leave it open whether the law reaches the employer, the sentence is due
    (it harms nobody, its lack may), and its standing says ``unknown``.

    Args:
        job: where the job is done, by whom, on which day.
        planned: what is planned: ``documents`` (applicants send a résumé or other papers), ``ai_screening``,
            ``health_benefits``, ``federal_contractor``.
        known: the sentences to choose from, such as a catalog's; the packaged ones if left out.
        advisable: whether those that are only wise are wanted too.

    >>> from casemgr_jd.model.place import Location
    >>> denver = Job(locations=(Location("Denver", "CO"),))
    >>> statements_due(denver, ["documents"])
    ()
    >>> [one.law.id for one in statements_due(denver, ["documents"], advisable=True)]
    ['statement.co_age']
    """
    plans = frozenset(planned)
    chosen = (
        one
        for one in (statements() if known is None else known)
        if plans.issuperset(one.when) and (advisable or one.kind == "required")
    )
    return standings(job, chosen)


@attrs.frozen(eq=False)
class PayDuties(ByContent):
    """What the pay laws that may reach a job want in its posting, taken together."""

    standings: tuple[Standing[PayLaw], ...] = ()

    def wants(self, element: str) -> tuple[Standing[PayLaw], ...]:
        """Return the laws that want an element (``pay``, ``benefits``, ``closing_date`` …)."""
        return tuple(one for one in self.standings if element in one.law.wants)

    @property
    def elements(self) -> tuple[str, ...]:
        """The elements that any of them wants, in the order of the first law that does."""
        return tuple(dict.fromkeys(name for one in self.standings for name in one.law.wants))

    @property
    def range_cap(self) -> float | None:
        """The widest range that any of them allows, as top divided by bottom."""
        caps = [one.law.range_cap for one in self.standings if one.law.range_cap is not None]
        return min(caps, default=None)

    @property
    def bars_open_ended(self) -> bool:
        """Whether any of them looks at "up to $Y" or "$X and up" as too little."""
        return any(one.law.open_ended != "unsettled" for one in self.standings)


@of_equal_jobs
def pay_duties(job: Job) -> PayDuties:
    """Return the pay laws in force that reach a job, or may reach it.

    >>> from casemgr_jd.model.place import Location
    >>> pay_duties(Job(locations=(Location("Denver", "CO"),))).elements
    ('pay', 'benefits', 'other_compensation', 'closing_date', 'how_to_apply')
    """
    wanting = (law for law in pay_laws() if law.wants)
    return PayDuties(standings(job, wanting, _ALL_WAYS))


def condition_wording(condition: str, job: Job) -> Wording | None:
    """Return how a condition of hire may be worded where the job is done.

    Of several places the strictest wording is fit for all. A wording whose ``text`` is ``None`` says that the
    sentence is better left out of the posting; its ``note`` says why.

    Args:
        condition: ``background_check``, ``background_check_by_law`` (law requires the check),
            ``driving`` (an essential function), ``drug_screen``, ``physical_exam``, ``vaccination`` or
            ``work_authorization``.
        job: where the job is done.

    Returns:
        The wording, or ``None`` for a condition that the package does not know.

    >>> from casemgr_jd.model.place import Location
    >>> austin, bronx = (Job(locations=(Location(*one),)) for one in (("Austin", "TX"), ("Bronx", "NY")))
    >>> str(condition_wording("background_check", austin).text)
    'We run a background check only after a conditional job offer.'
    >>> condition_wording("background_check", bronx).text is None
    True
    """
    by_place = {one.place.id: one for one in reached(job)}
    fit = [
        law
        for law in wordings(condition)
        if law.place in by_place
        and law.in_force(job.day)
        and standing(job, law, by_place[law.place]).threshold != "not_met"
    ]
    return max(fit, key=lambda law: law.strictness, default=None)


def protected_names(job: Job) -> tuple[str, ...]:
    """Return the classes of people that law at the place protects beside the federal ones, each once.

    What was confirmed in no source is left out. An employer is too small by its whole head-count only: to
    name a class where the law does not reach the employer harms nobody.

    >>> from casemgr_jd.model.place import Location
    >>> protected_names(Job(locations=(Location("Miami", "FL"),)))
    ('marital status',)
    """
    whole = attrs.evolve(job, employees_in={}) if job.employees_in else job
    found = standings(whole, added_classes())
    return tuple(dict.fromkeys(name for one in found for name in one.law.names))


@cache
def added_classes() -> tuple[ProtectedClasses, ...]:
    """Return the classes that states and cities protect, without those confirmed in no source."""
    return tuple(
        law for law in protected_classes() if law.place != COUNTRY.id and not law.unconfirmed
    )


@cache
def planned_conditions() -> tuple[str, ...]:
    """Return every name that ``planned`` may hold, in order."""
    return tuple(sorted({name for one in statements() for name in one.when}))
