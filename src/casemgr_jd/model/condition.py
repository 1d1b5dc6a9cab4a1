"""Conditions: data on an item that decides whether it stands in a posting."""

from casemgr_jd._attrs import field, frozen
from casemgr_jd._doors import node
from casemgr_jd._frozen import strings
from casemgr_jd._records import NamedTuple
from casemgr_jd.model._value import Value
from casemgr_jd.model.requisition import Requisition

__all__ = ["Choices", "Condition", "Situation"]


class Choices(NamedTuple):
    """The few facts by whose value conditions choose: of a table's rows, many have the same."""

    tier: str = ""
    group: str = ""
    setting: tuple[str, ...] = ()
    role: str = ""
    fieldwork: bool = False
    work_model: str = ""
    performance_line: bool = False
    years: int | None = None
    """The minimum of years asked for."""


class Situation(NamedTuple):
    """What conditions look at: the facts of a requisition, and what follows from them."""

    requisition: Requisition
    fieldwork: bool = False
    places: frozenset[str] = frozenset()
    """Ids of the places whose law reaches the job."""
    group: str = ""
    """Who does the work: ``nurse``, ``social_worker``, ``unlicensed`` or ``general``."""
    traits: frozenset[str] = frozenset()

    @property
    def choices(self) -> Choices:
        """What conditions choose by."""
        requisition = self.requisition
        return Choices(
            requisition.tier or "",
            self.group,
            requisition.setting,
            requisition.role or "",
            self.fieldwork,
            requisition.work_model.value if requisition.work_model else "",
            bool(requisition.performance_line),
            requisition.experience_years.minimum if requisition.experience_years else None,
        )


@node
@frozen(repr=False, eq=False)
class Condition(Value):
    """When an item stands; every part that is given must hold, a list means any of its members.

    An empty text in a list stands for a choice that is not made; one text is a list of one.

    Raises:
        InputError: a field is of another kind.

    >>> condition = Condition(tier=["senior", "lead"])
    >>> condition.holds(Situation(Requisition(tier="entry")))
    False
    """

    fieldwork: bool | None = None
    """Whether the job includes visits outside the office; ``None`` where it does not matter."""
    tier: tuple[str, ...] = field(default=(), converter=strings)
    """Ids of tiers."""
    role: tuple[str, ...] = field(default=(), converter=strings)
    """Ids of roles; an empty one stands for none chosen."""
    not_role: tuple[str, ...] = field(default=(), converter=strings)
    """Ids of roles for which it never stands."""
    group: tuple[str, ...] = field(default=(), converter=strings)
    """Who does the work: ``nurse``, ``social_worker``, ``unlicensed``, ``general``."""
    setting: tuple[str, ...] = field(default=(), converter=strings)
    """Ids of settings."""
    work_model: tuple[str, ...] = field(default=(), converter=strings)
    """Ids of work models."""
    performance_line: bool | None = None
    """Whether the requisition asks for the line on performance."""
    experience_below: int | None = None
    """Holds while the minimum of years asked for is below this, or not given."""
    filled: tuple[str, ...] = field(default=(), converter=strings)
    """Requisition fields that must all be given."""
    blank: tuple[str, ...] = field(default=(), converter=strings)
    """Requisition fields of which none may be given."""
    traits: tuple[str, ...] = field(default=(), converter=strings)
    """Traits that must all hold."""
    lacks: tuple[str, ...] = field(default=(), converter=strings)
    """Traits of which none may hold."""
    place: tuple[str, ...] = field(default=(), converter=strings)
    """Ids of the places whose law reaches the job, such as ``"CO"`` or ``"NY.new_york_city"``."""

    def holds(self, situation: Situation) -> bool:
        """Tell whether the item stands in *situation*."""
        requisition = situation.requisition
        return self.fits(situation) and all(is_filled(requisition, name) for name in self.filled)

    def fits(self, situation: Situation) -> bool:
        """Tell whether the item would stand if all the fields that it wants filled were given."""
        return self.suits(situation.choices) and self.agrees(situation)

    def suits(self, choices: Choices) -> bool:
        """Tell whether the item belongs to a job of these choices."""
        return (
            (not self.tier or choices.tier in self.tier)
            and (not self.group or choices.group in self.group)
            and (not self.setting or any(one in self.setting for one in choices.setting or ("",)))
            and (not self.role or choices.role in self.role)
            and choices.role not in self.not_role
            and self.fieldwork in (None, choices.fieldwork)
            and (not self.work_model or choices.work_model in self.work_model)
            and self.performance_line in (None, choices.performance_line)
            and (
                self.experience_below is None
                or choices.years is None
                or choices.years < self.experience_below
            )
        )

    @property
    def compared(self) -> tuple[str, ...]:
        """The choices that ``suits`` looks at: for two that are equal in these it says the same.

        >>> Condition(tier="lead", not_role="rn").compared
        ('tier', 'role')
        """
        looks = {
            "tier": self.tier,
            "group": self.group,
            "setting": self.setting,
            "role": self.role or self.not_role,
            "fieldwork": self.fieldwork is not None,
            "work_model": self.work_model,
            "performance_line": self.performance_line is not None,
            "years": self.experience_below is not None,
        }
        return tuple(name for name, is_looked_at in looks.items() if is_looked_at)

    def agrees(self, situation: Situation) -> bool:
        """Tell whether the other facts, but for those that it wants filled, speak for the item."""
        requisition = situation.requisition
        return (
            situation.traits.issuperset(self.traits)
            and situation.traits.isdisjoint(self.lacks)
            and not any(is_filled(requisition, name) for name in self.blank)
            and (not self.place or not situation.places.isdisjoint(self.place))
        )

    @property
    def structural_fields(self) -> frozenset[str]:
        """Requisition fields whose value this condition compares."""
        reads = {
            "tier": self.tier,
            "role": self.role or self.not_role or self.group,
            "license": self.group,
            "setting": self.setting,
            "work_model": self.work_model or self.fieldwork is not None,
            "fieldwork": self.fieldwork is not None,
            "performance_line": self.performance_line is not None,
            "experience_years": self.experience_below is not None,
        }
        return frozenset(name for name, is_read in reads.items() if is_read)


def is_filled(requisition: Requisition, name: str) -> bool:
    """Tell whether field *name* of *requisition* holds a value; false for an unknown name."""
    value = getattr(requisition, name, None)
    return value not in (None, (), "") if name != "extra" else bool(value)
