"""What each role may do, and which role makes sense where: one table, read by everything."""

from casemgr_jd._records import NamedTuple
from casemgr_jd.model.setting import Role

__all__ = ["Duty", "LicenseGroup", "Pair", "Scope"]

ANY_CLINICAL = "any"
GENERAL, UNLICENSED = "general", "unlicensed"
"""The groups of those whose licenses are of several, or of none that is known, and of those without one."""


class Duty(NamedTuple):
    """A kind of work, and the licenses any one of which permits it (none: anybody may)."""

    id: str
    label: str
    licenses: tuple[str, ...] = ()
    held_by: tuple[str, ...] = ()
    """The roles that carry the duty, where a license alone does not decide; empty for any."""


class LicenseGroup(NamedTuple):
    """Licenses whose holders share one way of working: nurses, clinical social workers."""

    id: str
    licenses: tuple[str, ...] = ()


class Pair(NamedTuple):
    """Whether a role makes sense in a setting, and why not where it does not."""

    role: str
    setting: str
    standing: str = "usual"
    reason: str = ""


class Scope(NamedTuple):
    """The table of duties and pairs."""

    duties: tuple[Duty, ...] = ()
    pairs: tuple[Pair, ...] = ()
    groups: tuple[LicenseGroup, ...] = ()

    def group_of(self, licenses: tuple[str, ...]) -> str:
        """Return the group whose licenses these all are; ``general`` where no group has all of them."""
        held = set(licenses)
        found = (one.id for one in self.groups if held and held.issubset(one.licenses))
        return next(found, GENERAL)

    def licenses_of(self, group: str) -> tuple[str, ...]:
        """Return the licenses of a group, as far as it has a list."""
        return next((one.licenses for one in self.groups if one.id == group), ())

    def may(self, role: Role, duty_id: str) -> bool:
        """Tell whether the license of *role* permits the duty; an unknown duty is permitted."""
        for duty in self.duties:
            if duty.id == duty_id:
                return _licensed(role, duty) and (not duty.held_by or role.id in duty.held_by)
        return True

    def unusual(self, role: str, settings: tuple[str, ...]) -> str:
        """Return why *role* is unusual in one of *settings*, or nothing.

        A niche of which the table says nothing is as its whole setting.
        """
        known = {pair.setting: pair for pair in self.pairs if pair.role == role}
        told = (known.get(one) or known.get(one.partition(".")[0]) for one in settings)
        return next((pair.reason for pair in told if pair and pair.standing == "unusual"), "")


def _licensed(role: Role, duty: Duty) -> bool:
    held = set(role.licenses)
    return not duty.licenses or ANY_CLINICAL in held or not held.isdisjoint(duty.licenses)
