"""What each role may do, and which role makes sense where: one table, read by everything."""

from typing import NamedTuple

from casemgr_jd.model.setting import Role

__all__ = ["Duty", "LicenseGroup", "Pair", "Scope"]

ANY_CLINICAL = "any"
GENERAL = "general"
"""The group of those whose licenses are of several groups, or of none that is known."""


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

    def group_of(self, role: Role, licenses: tuple[str, ...]) -> str:
        """Return whose work a job is: the group of its licenses, ``unlicensed`` or ``general``.

        *licenses* are those that the requisition asks for; they decide where the role leaves it open.
        """
        if not role.license_required:
            return "unlicensed"
        held = set(licenses or role.licenses)
        for group in self.groups:
            if held and held.issubset(group.licenses):
                return group.id
        return GENERAL

    def licenses_of(self, group: str) -> tuple[str, ...]:
        """Return the licenses of a group; any clinical one for a group that has no list."""
        found = (one.licenses for one in self.groups if one.id == group)
        return next(found, (ANY_CLINICAL,))

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
