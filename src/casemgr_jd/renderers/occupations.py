"""Which O*NET-SOC occupation a posting suggests: a proposal with a confidence, never a finding.

The table is package data, with the attribution that its license asks for.
"""

from functools import lru_cache

from attrs import field, frozen

from casemgr_jd._frozen import strings
from casemgr_jd.model.posting import Posting

__all__ = ["Occupation", "attribution", "occupations", "suggested"]


@frozen
class Occupation:
    """An occupation code with its title.

    >>> print(Occupation("29-1141.00", "Registered Nurses"))
    29-1141.00 Registered Nurses
    """

    code: str
    title: str
    confidence: str = "high"
    """How well it fits: ``high``, ``medium`` or ``low``."""
    role: tuple[str, ...] = field(default=(), converter=strings)
    """Roles that it is suggested for; empty for any."""
    setting: tuple[str, ...] = field(default=(), converter=strings)
    """Settings that it is suggested for; empty for any."""

    def fits(self, role: str, settings: tuple[str, ...]) -> bool:
        """Tell whether it is suggested for a role in all of some settings."""
        known = not self.role or role in self.role
        return known and (not self.setting or (bool(settings) and {*settings} <= {*self.setting}))

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[Occupation, ...], str]:
    import tomllib

    from casemgr_jd._resources import read_text

    data = tomllib.loads(read_text("data", "occupations", "occupations.toml"))
    return tuple(Occupation(**row) for row in data["occupations"]), data["source"]["attribution"]


def occupations() -> tuple[Occupation, ...]:
    """Return every row of the table, in the order in which they are tried.

    >>> occupations()[0].title
    'Registered Nurses'
    """
    return _table()[0]


def attribution() -> str:
    """Return the attribution that goes with the codes and titles.

    >>> "CC BY 4.0" in attribution()
    True
    """
    return _table()[1]


def suggested(posting: Posting) -> Occupation | None:
    """Return the occupation that fits the role and settings of *posting* best.

    >>> from casemgr_jd import draft
    >>> print(suggested(draft().for_setting("behavioral").as_role("lcsw").build()))
    21-1023.00 Mental Health and Substance Abuse Social Workers
    """
    role, settings = posting.role or "case_manager", posting.settings
    return next((one for one in occupations() if one.fits(role, settings)), None)
