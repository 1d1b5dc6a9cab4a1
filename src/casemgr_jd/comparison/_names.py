"""What a reader calls the choices of a posting, which a file names by their ids."""

from collections.abc import Callable

from casemgr_jd.content.load import load_catalog
from casemgr_jd.errors import UnknownNameError

__all__ = ["CHOICES", "called", "measured"]

CHOICES = ("setting", "tier", "role", "edition")


def called(kind: str, id_: str) -> str:
    """Return the name of a setting, tier, role or edition; one that only an overlay has is told by its id.

    >>> called("role", "rn"), called("tier", "entry"), called("setting", "specialty.sea_rescue")
    ('RN Case Manager', 'Entry-Level', 'Specialty sea rescue')
    """
    find = _FINDERS.get(kind)
    if find is not None:
        try:
            return find(id_)
        except UnknownNameError:
            pass
    words = id_.replace("_", " ").replace(".", " ")
    return words[:1].upper() + words[1:]


def measured(measure: str) -> str:
    """Return the words of a measure of the guide; the employer's own are words already.

    >>> measured("kpi.hospital.readmissions"), measured("Calls returned")
    ('30-day readmissions', 'Calls returned')
    """
    words = (
        kpi.statement()
        for _, _, kpis in load_catalog().kpi_sets
        for kpi in kpis
        if kpi.id == measure
    )
    return next(words, measure)


_FINDERS: dict[str, Callable[[str], str]] = {
    "setting": lambda id_: load_catalog().setting(id_).name,
    "tier": lambda id_: load_catalog().tier(id_).name,
    "role": lambda id_: load_catalog().role(id_).called,
}
