"""What must not be asked: everywhere, and by the law of the places where the job may be done."""

from collections.abc import Iterator

from casemgr_jd._names import joined, snake
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.interviewing import Taboo
from casemgr_jd.hiring._law import federal, laws_about, said
from casemgr_jd.hiring.parts import Reminder
from casemgr_jd.law import Job, Law, ProtectedClasses, standings
from casemgr_jd.model.moment import long_date
from casemgr_jd.model.requisition import Requisition

__all__ = ["reminders"]

_SURE = ("high", "medium")


def reminders(requisition: Requisition, catalog: Catalog) -> tuple[Reminder, ...]:
    """Return the questions not to ask, each with its law; those of a place follow those of everywhere."""
    taboos = catalog.interviewing.taboos
    return (*map(_everywhere, taboos), *_by_place(requisition, catalog))


def _everywhere(taboo: Taboo) -> Reminder:
    return Reminder(taboo.id, taboo.text, tuple(map(federal, taboo.federal)))


def _by_place(requisition: Requisition, catalog: Catalog) -> Iterator[Reminder]:
    names = {place.id: place.name for place in catalog.places}
    job = Job.of(requisition, places=catalog.places_by_state)
    for taboo in catalog.interviewing.taboos:
        known = laws_about(taboo.law) if taboo.law else ()
        laws = [one.law for one in standings(job, known)]
        for place in dict.fromkeys(law.place for law in laws):
            here = [law for law in laws if law.place == place]
            yield _of_place(taboo, names.get(place, place), here)


def _of_place(taboo: Taboo, place: str, laws: list[Law]) -> Reminder:
    return Reminder(
        id=f"{taboo.id}.{snake(laws[0].place)}",
        text=" ".join(_sentences(taboo, place, laws)),
        citations=tuple(dict.fromkeys(law.reference() for law in laws)),
        place=place,
    )


def _told_together(laws: list[Law]) -> Iterator[list[Law]]:
    """Yield what one sentence tells: classes by how sure they are, other law of a place at once."""
    if not all(isinstance(law, ProtectedClasses) for law in laws):
        yield laws
        return
    for sure in (True, False):
        if some := [law for law in laws if (law.confidence in _SURE) is sure]:
            yield some


def _sentences(taboo: Taboo, place: str, laws: list[Law]) -> Iterator[str]:
    for some in _told_together(laws):
        sure = all(law.confidence in _SURE for law in some)
        names = [name for law in some if isinstance(law, ProtectedClasses) for name in law.names]
        words = taboo.sure if sure else taboo.unsure
        yield words.replace("{place}", place).replace("{what}", joined(names, "and"))
    for law in laws:
        since = law.effective_from
        if since and long_date(since) not in said(law):
            yield f"In force since {long_date(since)}."
        if said(law):
            yield said(law)
