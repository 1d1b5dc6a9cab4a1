"""All law that the packaged records hold on the places of a job: what applies, what does not, and why."""

from collections.abc import Iterable, Iterator
from datetime import date

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd.law.bars import AiLaw, ExemptFloor, FairChanceLaw, Limit
from casemgr_jd.law.job import Job, of_equal_jobs
from casemgr_jd.law.reach import Reach, Standing, reached, standing
from casemgr_jd.law.records import Law, PayLaw, ProtectedClasses, Statement, Wording
from casemgr_jd.law.tables import all_laws

__all__ = ["Surveyed", "about", "survey", "turned"]

_ABOUT = {
    PayLaw: "pay in postings",
    FairChanceLaw: "criminal records",
    AiLaw: "software in hiring",
    ExemptFloor: "salary of exempt employees",
    ProtectedClasses: "protected people",
}
_TOPICS = {
    "age_data": "age on applications",
    "age_wording": "age",
    "driving": "driver's licenses",
    "medical_examination": "medical examinations",
    "records": "criminal records",
    "religion": "religion",
    "salary_basis": "a salary for exempt employees",
    "salary_history": "earlier pay",
    "unemployed": "applicants without a job",
    "fair_chance": "a statement on criminal records",
    "benefits": "health benefits",
    "ai": "software in hiring",
    "equal_opportunity": "disability and veterans",
}
_SURVEYED = (PayLaw, Statement, Limit, FairChanceLaw, AiLaw, ExemptFloor)


@attrs.frozen(eq=False)
class Surveyed(ByContent):
    """A place that the job's facts name, and how each law held on it stands to the job."""

    reach: Reach
    standings: tuple[Standing[Law], ...] = ()
    """Laws in force on the day, those that do not apply included."""
    announced: tuple[Law, ...] = ()
    """Laws that begin after the day."""

    @property
    def applied(self) -> tuple[Standing[Law], ...]:
        """The laws that apply, or may."""
        return tuple(one for one in self.standings if one.applies != "no")

    @property
    def spared(self) -> tuple[Standing[Law], ...]:
        """The laws that surely do not apply."""
        return tuple(one for one in self.standings if one.applies == "no")


@of_equal_jobs
def survey(job: Job) -> tuple[Surveyed, ...]:
    """Return every place whose law may reach a job, with what the records hold on it.

    A place that is reached only because the job may be done from anywhere is named where its law says so.

    >>> from casemgr_jd.model.place import Location
    >>> (denver, country) = survey(Job(locations=(Location("Denver", "CO"),)))
    >>> [about(one.law) for one in denver.applied][:2], denver.spared
    (['pay in postings', 'earlier pay'], ())
    """
    found = (_surveyed(job, reach) for reach in reached(job))
    return tuple(one for one in found if one.reach.how != "remote_anywhere" or one.applied)


def _surveyed(job: Job, reach: Reach) -> Surveyed:
    here = [law for law in all_laws() if law.place == reach.place.id and _says_something(law)]
    return Surveyed(
        reach,
        tuple(standing(job, law, reach) for law in here if law.in_force(job.day)),
        tuple(law for law in here if law.announced(job.day)),
    )


def _says_something(law: Law) -> bool:
    if isinstance(law, Statement):
        return not law.when
    return isinstance(law, _SURVEYED) and not (isinstance(law, PayLaw) and not law.wants)


def about(law: Law) -> str:
    """Return what a law is about, in a few words.

    >>> about(all_laws()[0])
    'pay in postings'
    """
    if isinstance(law, Wording):
        return f"wording of {law.condition.replace('_', ' ')}"
    topic = getattr(law, "topic", "")
    return _TOPICS.get(topic) or _ABOUT.get(type(law)) or topic.replace("_", " ") or law.table


def turned(laws: Iterable[Law], since: date, until: date) -> Iterator[Law]:
    """Yield the laws that began, changed or ended after one day and up to another.

    >>> [law.place for law in turned(all_laws(), date(2026, 9, 30), date(2026, 10, 1))]
    ['CT']
    """
    for law in laws:
        if any(since < day <= until for day in (*law.turns, *law.amended)):
            yield law
