"""What a format does not show: each given fact is in the text, or is named here."""

from functools import partial

from casemgr_jd._attrs import fields, frozen
from casemgr_jd._compared import ByContent
from casemgr_jd.model.document import texts, walk
from casemgr_jd.model.place import told_places
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.reading import display
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.renderers._watch import fields_read

__all__ = ["Loss", "losses_of"]

# These shaped the text (which items stand, which title) or speak to the checker, not to a reader.
_SHAPED_THE_TEXT = {
    "setting",
    "tier",
    "role",
    "edition",
    "fieldwork",
    "omit",
    "performance_line",
    "setting_name",
}


@frozen(eq=False)
class Loss(ByContent):
    """A fact that the output does not carry.

    >>> print(Loss("employees", "not shown to readers"))
    employees: not shown to readers
    """

    field: str
    reason: str

    def __str__(self) -> str:
        return f"{self.field}: {self.reason}"


def losses_of(posting: Posting) -> tuple[Loss, ...]:
    """Return the given facts that the text of *posting* neither shows in a slot nor tells in words."""
    requisition = posting.requisition
    told = {name for node in walk(posting.blocks) for name in getattr(node, "tells", ())}
    used = {slot for text in texts(posting) for slot in text.slots}
    read = {*told, *_SHAPED_THE_TEXT}
    for slot_id in used:
        read |= fields_read(requisition, partial(display, slot=posting.slot(slot_id)))
    lost = [
        Loss(name, "stands in no sentence of this posting")
        for name in requisition.given
        # A plain "no" leaves its sentence out: there is nothing to say.
        if name not in read and getattr(requisition, name) is not False
    ]
    return (*lost, *_lost_inside(requisition), *_lost_of_locations(requisition))


def _lost_inside(requisition: Requisition) -> tuple[Loss, ...]:
    """Return what is given inside a fact that is shown, or that shaped the text, and that nobody sees."""
    reasons = tuple(
        Loss(f"omit[{index}].reason", "speaks to the checker, not to a reader")
        for index, one in enumerate(requisition.omit)
        if one.reason
    )
    caseload = requisition.caseload
    beside = () if caseload is None or isinstance(caseload, str) else ("setting", "id", "source")
    return reasons + tuple(
        Loss(f"caseload.{name}", "the text states the range and what it is adjusted for")
        for name in beside
        if getattr(caseload, name)
    )


def _lost_of_locations(requisition: Requisition) -> tuple[Loss, ...]:
    shown = {"city", "state", "country"}
    told = told_places(requisition.locations)
    return tuple(
        Loss(f"locations[{index}].{one.name}", "the text names city and state only")
        for index, location in enumerate(requisition.locations)
        for one in fields(type(location))
        if one.name not in shown
        and (value := getattr(location, one.name)) is not None
        and not (one.name == "county" and not location.city)
        # What tells two sites in one city apart stands in the text.
        and str(value) not in told[index]
    )
