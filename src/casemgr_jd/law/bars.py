"""Law as data: one small record for each thing that law at a place bars.

Apart from what it wants in a posting, for no posting is built with these: the checker reads them.
"""

from typing import ClassVar

from casemgr_jd import _attrs as attrs
from casemgr_jd.law.records import Law, one_of

__all__ = ["AiLaw", "ExemptFloor", "FairChanceLaw", "Limit"]


@attrs.frozen(kw_only=True, eq=False)
class Limit(Law):
    """What a posting must not ask of applicants, such as their earlier pay."""

    table: ClassVar[str] = "limits"

    topic: str = attrs.field(
        validator=one_of(
            (
                "age_data",
                "age_wording",
                "driving",
                "medical_examination",
                "records",
                "religion",
                "salary_basis",
                "salary_history",
                "unemployed",
            )
        )
    )
    text: str = ""
    """What the law says, in our words."""
    penalizes_refusal_only: bool = False
    """Whether it only bars penalizing applicants who do not answer."""
    compares_alternatives: bool = False
    """Whether other ways to travel must have been compared before a license is asked for."""


@attrs.frozen(kw_only=True, eq=False)
class FairChanceLaw(Law):
    """What a fair-chance law says about a posting's words on criminal records."""

    table: ClassVar[str] = "fair_chance"

    bars_exclusion: bool
    check_sentence: str = attrs.field(
        validator=one_of(("barred", "tolerated", "notice", "unsettled"))
    )
    bars_must_pass: bool = False
    """Whether "must pass a background check" is barred where "is required" is not."""


@attrs.frozen(kw_only=True, eq=False)
class ExemptFloor(Law):
    """The lowest salary of an employee exempt from overtime, in US dollars."""

    table: ClassVar[str] = "exempt_floors"

    name: str
    year: float
    week: float
    exemptions: tuple[str, ...] = ("executive", "administrative", "professional")
    except_places: tuple[str, ...] = ()
    """Places inside this one that have a floor of their own."""


@attrs.frozen(kw_only=True, eq=False)
class AiLaw(Law):
    """A duty to tell applicants that software helps to decide."""

    table: ClassVar[str] = "ai"

    text: str
    asks_content: bool = False
    """Whether the law itself, not a rule still to come, says what the notice must hold."""
