"""Practice settings, seniority tiers and roles: the three choices that shape a posting."""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, frozen

from casemgr_jd._doors import doors, node
from casemgr_jd._frozen import FrozenMap, strings
from casemgr_jd._names import joined
from casemgr_jd.model._display import ShowsItself
from casemgr_jd.model._value import cleaned
from casemgr_jd.model.document import Block, Bullet, BulletList, Document, Fact, FactList, Paragraph
from casemgr_jd.model.item import Item
from casemgr_jd.model.measures import KPI, CaseloadRange
from casemgr_jd.model.occupation import Occupation, best_fitting
from casemgr_jd.model.ranges import YearsRange

__all__ = ["Role", "SeniorityTier", "SettingModule"]


def _as_map(values: Mapping[str, Any]) -> FrozenMap[Any]:
    return values if isinstance(values, FrozenMap) else FrozenMap(values)


def _occupations(values: Iterable[Occupation]) -> tuple[Occupation, ...]:
    return tuple(values)


@node
@frozen(field_transformer=cleaned)
class SettingModule(ShowsItself):
    """What one practice setting adds to a posting: duties, a typical caseload, measures."""

    id: str
    name: str
    """As a heading: *Hospital/Acute Care*."""
    noun: str
    """As it stands in a sentence: "in *hospital* settings"."""
    population: str
    """The setting's word for the people served: patients, members, clients."""
    items: tuple[Item, ...] = ()
    fieldwork: bool = False
    """Whether the work includes visits outside the office."""
    caseload: CaseloadRange | None = None
    kpis: tuple[KPI, ...] = ()
    defaults: FrozenMap[Any] = field(factory=FrozenMap, converter=_as_map)
    parent: str = ""
    """The module that a niche belongs to, such as ``"specialty"``."""
    in_title: str = ""
    """What follows the title of a posting in this setting alone, after a comma."""

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
        return f"SettingModule({self.id!r}, {len(self.items)} items, {len(self.kpis)} KPIs)"


@node
@frozen(field_transformer=cleaned)
class SeniorityTier(ShowsItself):
    """A level of scope and autonomy."""

    id: str
    name: str
    title_prefix: str = ""
    """What the title gains: nothing, *Senior* or *Lead*."""
    experience: YearsRange | None = None
    scope: tuple[Item, ...] = ()
    """What a person at this level does, as bullets."""
    heading: str = ""
    """What heads the section on the level, in a candidate's words."""
    also_called: tuple[str, ...] = field(default=(), converter=strings)
    """Other names by which a requisition may choose it."""

    text: str = ""
    """What the guide says of the level; empty where its scope says all."""

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
@frozen(field_transformer=cleaned)
class Role(ShowsItself):
    """A title that a posting may bear, with the license that it rests on."""

    id: str
    title: str
    """As it heads a posting."""
    definition: str = ""
    licenses: tuple[str, ...] = field(default=(), converter=strings)
    """Licenses held by definition; ``("any",)`` for any clinical one, empty for none."""
    license_required: bool = True
    defaults: FrozenMap[Any] = field(factory=FrozenMap, converter=_as_map)
    items: tuple[str, ...] = field(default=(), converter=strings)
    """Ids of the guide items that speak of this role."""
    oversight: str = ""
    """Who oversees the work, as words that follow "under"."""
    settings: tuple[str, ...] = field(default=(), converter=strings)
    """Ids of the settings where the role is typical; empty where the scope table alone says."""
    measures: tuple[str, ...] = field(default=(), converter=strings)
    """Ids of the measures that fit the role; empty for those of its setting."""
    caseload: bool = True
    """Whether the guide's caseload ranges speak of this role."""
    related: tuple[str, ...] = field(default=(), converter=strings)
    """Ids of roles to compare with."""
    occupations: tuple[Occupation, ...] = field(default=(), converter=_occupations)
    """The occupation codes suggested for the role, some of them in certain settings only."""
    name: str = ""
    """What tells the role apart where another bears the same title; empty where none does."""

    also_called: tuple[str, ...] = field(default=(), converter=strings)
    """Other titles under which people post the role."""
    core: tuple[Item, ...] = ()
    """The role's own day; empty for a role that takes the day of its setting."""

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
