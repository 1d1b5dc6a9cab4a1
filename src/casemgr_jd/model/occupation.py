"""Occupation codes: which one a role suggests, and how well it fits."""

from collections.abc import Iterable

from attrs import field, frozen

from casemgr_jd._frozen import strings
from casemgr_jd.model._value import Value, cleaned

__all__ = ["Occupation", "best_fitting"]


@frozen(repr=False, field_transformer=cleaned)
class Occupation(Value):
    """An O*NET-SOC occupation, suggested for some roles in some settings.

    >>> print(Occupation("29-1141.00", "Registered Nurses"))
    29-1141.00 Registered Nurses
    """

    code: str
    title: str
    confidence: str = "high"
    """How well it fits: ``high``, ``medium`` or ``low``."""
    role: tuple[str, ...] = field(default=(), converter=strings)
    """Ids of the roles that it is suggested for; empty for any."""
    setting: tuple[str, ...] = field(default=(), converter=strings)
    """Ids of the settings that it is suggested for; empty for any."""
    id: str = ""

    def fits(self, role: str, settings: tuple[str, ...]) -> bool:
        """Tell whether it is suggested for a role in all of some settings."""
        known = not self.role or role in self.role
        return known and (not self.setting or (bool(settings) and {*settings} <= {*self.setting}))

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
