"""Licensure compacts, and the credentials of the field."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd._names import joined
from casemgr_jd.law.files import law_table
from casemgr_jd.model.citation import Citation
from casemgr_jd.model.states import state_name

__all__ = ["Compact", "CredentialFacts", "compacts", "credentials", "exemption", "license_phrase"]


@attrs.frozen(kw_only=True, eq=False)
class Compact(ByContent):
    """An agreement of states to honor each other's licenses."""

    id: str
    name: str
    licenses: tuple[str, ...]
    issuing: tuple[str, ...] = ()
    """States that issue multistate licenses."""
    enacted_only: tuple[str, ...] = ()
    """States that joined and issue none yet."""
    partial: tuple[str, ...] = ()
    not_members: tuple[str, ...] = ()
    url: str = ""
    note: str = ""
    as_of: date

    def reference(self) -> Citation:
        """Return the source of who belongs to it."""
        return Citation(f"{self.name}: member states", url=self.url, as_of=self.as_of)


@attrs.frozen(kw_only=True, eq=False)
class CredentialFacts(ByContent):
    """A certification: its letters, its name, who issues it."""

    id: str
    name: str
    issuer: str
    former: tuple[str, ...] = ()
    wrong_issuers: tuple[str, ...] = ()
    needs_experience: bool = False
    experience_months: int = 0
    url: str = ""
    note: str = ""
    confidence: str = "high"


@cache
def compacts() -> Mapping[str, Compact]:
    """Return the licensure compacts by id.

    >>> "CA" in compacts()["NLC"].not_members
    True
    """
    table = law_table("licensure.toml")
    day = table["source"]["as_of"]
    return {row["id"]: Compact(**_tuples(row), as_of=day) for row in table["compacts"]}


@cache
def credentials() -> Mapping[str, CredentialFacts]:
    """Return the certifications of the field by their letters.

    >>> credentials()["CMGT-BC"].former
    ('RN-BC',)
    """
    rows = law_table("licensure.toml")["credentials"]
    return {row["id"]: CredentialFacts(**_tuples(row)) for row in rows}


@cache
def exemption() -> Mapping[str, frozenset[str]]:
    """Return the licenses and degrees that carry, or do not carry, the exemption of learned professionals.

    >>> "RN" in exemption()["professional"], "LPN" in exemption()["below"]
    (True, True)
    """
    table = law_table("licensure.toml")["exemption"]
    keys = ("professional", "below", "advanced_degrees")
    return {key: frozenset(table[key]) for key in keys}


def license_phrase(license: str, states: Iterable[str]) -> str:
    """Return which license is asked for in these states, a compact's where it counts in all of them.

    Args:
        license: its letters, such as ``"RN"``.
        states: postal codes of the states where the people served are.

    >>> license_phrase("RN", ["CO"])
    'Colorado RN license, or a multistate RN license under the Nurse Licensure Compact'
    >>> license_phrase("RN", ["CA"]), license_phrase("LCSW", ["CO"])
    ('California RN license', 'Colorado LCSW license')
    >>> license_phrase("RN", ["CO", "CA"])
    'RN license in Colorado and California'
    """
    codes = tuple(dict.fromkeys(states))
    names = [_spoken(state_name(code)) for code in codes]
    own = f"{state_name(codes[0])} {license} license" if len(names) == 1 else f"{license} license"
    if len(names) > 1:
        own += f" in {joined(names, 'and')}"
    shared = next((one for one in compacts().values() if _counts(one, license, codes)), None)
    return f"{own}, or a multistate {license} license under the {shared.name}" if shared else own


def _spoken(name: str) -> str:
    return f"the {name}" if name.startswith(("District ", "U.S. ")) else name


def _counts(compact: Compact, license: str, states: tuple[str, ...]) -> bool:
    return bool(states) and license in compact.licenses and set(states) <= set(compact.issuing)


def _tuples(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
