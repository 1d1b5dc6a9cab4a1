"""What stands for the facts that a requisition leaves out, once its setting, tier and role are chosen."""

from functools import lru_cache
from typing import Any

from casemgr_jd._attrs import evolve, field, frozen
from casemgr_jd.model._value import Value
from casemgr_jd.model.changes import replaced
from casemgr_jd.model.measures import CaseloadRange
from casemgr_jd.model.requisition import GUIDE, Requisition

__all__ = ["Completion", "is_given", "says_guide"]


@frozen(repr=False, eq=False)
class Completion(Value):
    """What the choices of a requisition mean for its other facts; a posting keeps that of its own.

    >>> chosen = Completion(defaults=Requisition(title="Case Manager"))
    >>> chosen.of(Requisition(organization="Lakeside Health")).title
    'Case Manager'
    """

    defaults: Requisition = field(factory=Requisition)
    """What stands where nothing is given: what role, tier and setting bring."""
    offered: Requisition = field(factory=Requisition)
    """What stands where the requisition says ``"guide"``."""
    unit: str = ""
    """What a caseload counts where it does not say."""
    called: str | None = None
    """The tier as the requisition calls it, such as ``mid``."""
    tier: str | None = None
    """The id of that tier."""
    _names: tuple[str, ...] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        names = dict.fromkeys((*self.defaults.given, *self.offered.given, "caseload"))
        object.__setattr__(self, "_names", tuple(names))

    def fact(self, name: str, value: Any) -> Any:
        """Return what stands for *value* of field *name*; the value itself where it says something."""
        if not value and not is_given(value):
            return getattr(self.defaults, name)
        if says_guide(value):
            offered = getattr(self.offered, name)
            return offered if is_given(offered) else value
        if name == "tier":
            return self.tier if value == self.called else value
        if isinstance(value, CaseloadRange) and self.unit and not value.unit:
            return _counting(value, self.unit)
        return value

    def of(self, requisition: Requisition) -> Requisition:
        """Return *requisition* with what it leaves out, if it makes the choices that this belongs to."""
        values: dict[str, Any] = {}
        for name in self._names:
            given = getattr(requisition, name)
            stands = self.fact(name, given)
            if stands is not given:
                values[name] = stands
        if requisition.tier == self.called:
            values["tier"] = self.tier
        elif requisition.title is None:
            # Another name of the same tier, such as senior for mid, has another title.
            values.pop("title", None)
        return replaced(requisition, values)


@lru_cache(maxsize=256)
def _counting(caseload: CaseloadRange, unit: str) -> CaseloadRange:
    return evolve(caseload, unit=unit)


def is_given(value: object) -> bool:
    """Tell whether a value of a field says anything.

    >>> is_given(()), is_given(False)
    (False, True)
    """
    # Nothing, an empty text, list or table say nothing; no and zero do.
    return bool(value) or value is False or isinstance(value, int)


def says_guide(value: object) -> bool:
    """Tell whether a field takes over what the guide offers.

    >>> says_guide("guide"), says_guide(("guide",)), says_guide(("guide", "own"))
    (True, True, False)
    """
    kind = value.__class__
    return (kind is str and value == GUIDE) or (kind is tuple and value == (GUIDE,))
