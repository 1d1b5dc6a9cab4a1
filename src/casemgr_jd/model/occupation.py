"""Occupation codes: which one a role suggests, and how well it fits."""

from collections.abc import Iterable

from casemgr_jd._attrs import field, frozen
from casemgr_jd._doors import doors, node
from casemgr_jd.model._entry import names, settle
from casemgr_jd.model._value import Value, cleaned
from casemgr_jd.model.choices import Confidence
from casemgr_jd.model.choices import confidence as as_confidence

__all__ = ["Occupation", "best_fitting"]


@doors
@node
@frozen(repr=False, field_transformer=cleaned, eq=False)
class Occupation(Value):
    """An O*NET-SOC occupation, suggested for some roles in some settings.

    Raises:
        InputError: a field is of another kind, or the confidence is none of those known.

    >>> print(Occupation("29-1141.00", "Registered Nurses"))
    29-1141.00 Registered Nurses
    """

    code: str
    """The O*NET-SOC code, such as ``"29-1141.00"``."""
    title: str
    """What the taxonomy calls it, such as ``"Registered Nurses"``."""
    confidence: Confidence = field(default=Confidence.HIGH, converter=as_confidence)
    """How well it fits: a ``Confidence``, or its text."""
    role: tuple[str, ...] = field(default=(), converter=names)
    """Ids of the roles that it is suggested for; empty for any."""
    setting: tuple[str, ...] = field(default=(), converter=names)
    """Ids of the settings that it is suggested for; empty for any."""
    id: str = ""
    """Its id, by which an overlay replaces it; empty for one that is given with a role."""

    def __attrs_post_init__(self) -> None:
        settle(self)

    def fits(self, role: str, settings: Iterable[str] = ()) -> bool:
        """Tell whether it is suggested for a role in all of some settings."""
        known = not self.role or role in self.role
        chosen = {*settings}
        return known and (not self.setting or (bool(chosen) and chosen <= {*self.setting}))

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


def best_fitting(
    occupations: Iterable[Occupation], role: str, settings: tuple[str, ...]
) -> Occupation | None:
    """Return the occupation that fits most closely: by role and setting, by role, by nothing.

    Of two that fit equally, the later one stands, so that an overlay can add a better one.

    >>> nurse, anybody = Occupation("1", "Nurse", role=("rn",)), Occupation("2", "Anybody")
    >>> print(best_fitting([nurse, anybody], "rn", ()))
    1 Nurse
    """
    fitting = [one for one in occupations if one.fits(role, settings)]
    ranked = sorted(fitting, key=lambda one: (bool(one.role), bool(one.setting)))
    return ranked[-1] if ranked else None
