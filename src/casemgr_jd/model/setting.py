"""Practice settings, seniority tiers and roles: the three choices that shape a posting."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from casemgr_jd._attrs import field, frozen
from casemgr_jd._deferring import Deferring
from casemgr_jd._doors import doors, node
from casemgr_jd._frozen import FrozenMap, in_order, strings
from casemgr_jd._names import counted, joined
from casemgr_jd.errors import InputError, Problem, Rejected
from casemgr_jd.model._display import ShowsItself
from casemgr_jd.model._entry import identifier, names, said, settle
from casemgr_jd.model._value import cleaned
from casemgr_jd.model.changes import read_fact
from casemgr_jd.model.document import Block, Bullet, BulletList, Document, Fact, FactList, Paragraph
from casemgr_jd.model.item import Item
from casemgr_jd.model.measures import KPI, CaseloadRange, caseload_range
from casemgr_jd.model.occupation import Occupation, best_fitting
from casemgr_jd.model.ranges import YearsRange, years

__all__ = ["Role", "SeniorityTier", "SettingModule"]


def _facts(values: Mapping[str, Any]) -> FrozenMap[Any]:
    """Read facts of a requisition, each as a requisition reads it."""
    read: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, value in values.items():
        try:
            read[name] = read_fact(name, value)
        except InputError as error:
            problems += error.problems
    return cast("FrozenMap[Any]", Rejected(tuple(problems))) if problems else FrozenMap(read)


def _items(values: Iterable[Item]) -> tuple[Item, ...]:
    return in_order(values)


def _kpis(values: Iterable[KPI]) -> tuple[KPI, ...]:
    return in_order(values)


def _occupations(values: Iterable[Occupation]) -> tuple[Occupation, ...]:
    return in_order(values)


@node
@frozen(field_transformer=cleaned, eq=False)
class SettingModule(Deferring, ShowsItself):
    """What one practice setting adds to a posting: duties, a typical caseload, measures.

    Raises:
        InputError: a field is of another kind or missing; all problems at once.

    >>> clinic = SettingModule("clinic", "Clinic", "clinic", "patients", caseload=[40, 60])
    >>> clinic.caseload.high
    60
    """

    id: str = field(converter=identifier)
    """By which a requisition names it, such as ``"home_health"``; hyphens are taken for underscores."""
    name: str = field(converter=said)
    """As a heading: *Hospital/Acute Care*."""
    noun: str = field(converter=said)
    """As it stands in a sentence: "in *hospital* settings"."""
    population: str = field(converter=said)
    """The setting's word for the people served: patients, members, clients."""
    items: tuple[Item, ...] = field(default=(), converter=_items)
    """Its duties and other sentences, in order."""
    fieldwork: bool = False
    """Whether the work includes visits outside the office."""
    caseload: CaseloadRange | None = field(default=None, converter=caseload_range)
    """The typical caseload: a ``CaseloadRange``, a table of its fields, or its ends as ``[12, 18]``."""
    kpis: tuple[KPI, ...] = field(default=(), converter=_kpis)
    """The measures that ``measures = "guide"`` takes over."""
    defaults: FrozenMap[Any] = field(factory=FrozenMap, converter=_facts)
    """Facts that it brings, by requisition field, each as a requisition reads it."""
    parent: str = ""
    """The module that a niche belongs to, such as ``"specialty"``."""
    in_title: str = ""
    """What follows the title of a posting in this setting alone, after a comma."""

    def __attrs_post_init__(self) -> None:
        settle(self)

    def to_document(self) -> Document:
        """Return the module as a document: its caseload, its duties, its measures."""
        blocks: list[Paragraph | BulletList] = []
        if self.caseload:
            blocks.append(Paragraph(self.caseload.statement(), self.caseload.id))
        blocks.append(BulletList(Bullet(item.text, item.id, item.label) for item in self.items))
        if self.kpis:
            blocks.append(BulletList(Bullet(kpi.statement(), kpi.id) for kpi in self.kpis))
        return Document(self.name, blocks)

    def __repr__(self) -> str:
        items, kpis = counted(len(self.items), "item"), counted(len(self.kpis), "KPI")
        return f"SettingModule({self.id!r}, {items}, {kpis})"


@node
@frozen(field_transformer=cleaned, eq=False)
class SeniorityTier(ShowsItself):
    """A level of scope and autonomy.

    Raises:
        InputError: a field is of another kind or missing; all problems at once.

    >>> SeniorityTier("principal", "Principal", "Principal", experience=8)
    SeniorityTier('principal', 8+ years)
    """

    id: str = field(converter=identifier)
    """By which a requisition names it, such as ``"senior"``."""
    name: str = field(converter=said)
    """As a heading: *Senior Case Manager*."""
    title_prefix: str = ""
    """What the title gains: nothing, *Senior* or *Lead*."""
    experience: YearsRange | None = field(default=None, converter=years)
    """Years of experience: a ``YearsRange``, or ``3``, ``[3, 5]``, or a table of its fields."""
    scope: tuple[Item, ...] = field(default=(), converter=_items)
    """What a person at this level does, as bullets."""
    heading: str = ""
    """What heads the section on the level, in a candidate's words."""
    also_called: tuple[str, ...] = field(default=(), converter=names)
    """Other names by which a requisition may choose it."""

    text: str = ""
    """What the guide says of the level; empty where its scope says all."""
    years_offered: bool = False
    """Whether ``experience`` is only offered to the writer: the level itself asks for none."""

    def __attrs_post_init__(self) -> None:
        settle(self)

    @property
    def brought_years(self) -> YearsRange | None:
        """The years that a posting of this level asks for, where the requisition gives none.

        >>> SeniorityTier("principal", "Principal", experience=8).brought_years
        YearsRange(minimum=8)
        >>> SeniorityTier("principal", "Principal", experience=8, years_offered=True).brought_years is None
        True
        """
        return None if self.years_offered else self.experience

    def statement(self) -> str:
        """Return the tier in one line: its years of experience, and what the guide says of it."""
        years = f"{self.experience} of experience. " if self.experience else ""
        words = self.text or " ".join(str(item.text) for item in self.scope)
        return f"{self.name}: {years}{words}"

    def to_document(self) -> Document:
        """Return the tier as a document: its years of experience and its scope."""
        bullets = BulletList(Bullet(item.text, item.id) for item in self.scope)
        years = f"{self.experience} of experience." if self.experience else "No years stated."
        return Document(self.name, [Paragraph(years), bullets])

    def __repr__(self) -> str:
        return f"SeniorityTier({self.id!r}, {self.experience or 'no years stated'})"


@doors
@node
@frozen(field_transformer=cleaned, eq=False)
class Role(Deferring, ShowsItself):
    """A title that a posting may bear, with the license that it rests on.

    Raises:
        InputError: a field is of another kind or missing; all problems at once.

    >>> Role("nurse_lead", "Nurse Lead", licenses="RN")
    Role('nurse_lead', 'Nurse Lead', RN)
    """

    id: str = field(converter=identifier)
    """By which a requisition names it, such as ``"rn"``."""
    title: str = field(converter=said)
    """As it heads a posting."""
    definition: str = ""
    """Who bears the title, as one sentence."""
    licenses: tuple[str, ...] = field(default=(), converter=strings)
    """Licenses held by definition; ``("any",)`` for any clinical one, empty for none."""
    license_required: bool = True
    """Whether the person must hold one of them."""
    defaults: FrozenMap[Any] = field(factory=FrozenMap, converter=_facts)
    """Facts that it brings, by requisition field, each as a requisition reads it."""
    items: tuple[str, ...] = field(default=(), converter=strings)
    """Ids of the guide items that speak of this role."""
    oversight: str = ""
    """Who oversees the work, as words that follow "under"."""
    settings: tuple[str, ...] = field(default=(), converter=names)
    """Ids of the settings where the role is typical; empty where the scope table alone says."""
    measures: tuple[str, ...] = field(default=(), converter=strings)
    """Ids of the measures that fit the role; empty for those of its setting."""
    caseload: bool = True
    """Whether the guide's caseload ranges speak of this role."""
    related: tuple[str, ...] = field(default=(), converter=names)
    """Ids of roles to compare with."""
    occupations: tuple[Occupation, ...] = field(default=(), converter=_occupations)
    """The occupation codes suggested for the role, some of them in certain settings only."""
    name: str = ""
    """What tells the role apart where another bears the same title; empty where none does."""

    also_called: tuple[str, ...] = field(default=(), converter=strings)
    """Other titles under which people post the role."""
    core: tuple[Item, ...] = field(default=(), converter=_items)
    """The role's own day; empty for a role that takes the day of its setting."""

    def __attrs_post_init__(self) -> None:
        settle(self)

    @property
    def called(self) -> str:
        """The name of the role in a sentence: its title, or what tells it apart."""
        return self.name or self.title

    @property
    def occupation(self) -> Occupation | None:
        """The occupation code suggested for the role where nothing is known of the setting."""
        return self.occupation_in(()) or next(iter(self.occupations), None)

    def occupation_in(self, settings: Iterable[str]) -> Occupation | None:
        """Return the occupation code suggested for the role in *settings* (ids), if there is one.

        >>> from casemgr_jd import load_catalog
        >>> print(load_catalog().role("lcsw").occupation_in(["behavioral"]))
        21-1023.00 Mental Health and Substance Abuse Social Workers
        """
        return best_fitting(self.occupations, self.id, tuple(settings))

    def to_document(self) -> Document:
        """Return the role as a document: its license, who oversees it, what people call it, its own day."""
        held = joined(self.licenses, "or") if self.licenses else "None"
        facts = [
            Fact("License", held),
            *([Fact("Works under", self.oversight)] if self.oversight else ()),
            *([Fact("Also called", joined(self.also_called, "or"))] if self.also_called else ()),
        ]
        blocks: list[Block] = [Paragraph(self.definition)] if self.definition else []
        blocks.append(FactList(facts))
        if self.core:
            blocks.append(BulletList(Bullet(item.text, item.id, item.label) for item in self.core))
        return Document(self.called, blocks)

    def __repr__(self) -> str:
        held = joined(self.licenses, "or") if self.licenses else "no license"
        return f"Role({self.id!r}, {self.title!r}, {held})"
