"""The catalog: the guide's content, typed and immutable, with an employer's own laid over it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from casemgr_jd._attrs import evolve, field, frozen
from casemgr_jd._deferring import Deferring
from casemgr_jd._doors import door, doors, node
from casemgr_jd._names import counted, snake
from casemgr_jd._pause import collector_paused
from casemgr_jd._records import NamedTuple
from casemgr_jd._views import view
from casemgr_jd.content.entries import (
    EditionPlan,
    Entry,
    FieldGroup,
    FieldPlan,
    Question,
    Reference,
    SectionPlan,
    Telling,
    TitleRule,
    Topic,
)
from casemgr_jd.content.own import Own, caseloads_of, kpi_sets_of, laid_over, whole
from casemgr_jd.content.scope import Scope
from casemgr_jd.content.source import Tables
from casemgr_jd.errors import ContentError, Problem, UnknownNameError
from casemgr_jd.law import Statement, by_state
from casemgr_jd.model._display import ShowsItself
from casemgr_jd.model.document import Document, Table
from casemgr_jd.model.item import Item
from casemgr_jd.model.measures import KPI, CaseloadRange
from casemgr_jd.model.occupation import Occupation, best_fitting
from casemgr_jd.model.place import Location, Place
from casemgr_jd.model.setting import Role, SeniorityTier, SettingModule
from casemgr_jd.model.slot import Slot
from casemgr_jd.model.text import Text

if TYPE_CHECKING:
    from os import PathLike

    from casemgr_jd.content.advising import Advising
    from casemgr_jd.content.guide import WritersGuide
    from casemgr_jd.content.interviewing import Interviewing

__all__ = ["Catalog", "GuideItem"]


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Identified)


class GuideItem(NamedTuple):
    """One item of the guide as it is packaged: its text, and the options of the slots in it."""

    id: str
    kind: str
    text: str
    options: tuple[str, ...] = ()


@doors
@node
@frozen(eq=False)
class Catalog(Deferring, ShowsItself):
    """All content that postings are made of.

    >>> from casemgr_jd import load_catalog
    >>> load_catalog().setting("hospital").population
    'patients'
    """

    version: str
    """Version of the content."""
    hash: str
    """A digest of the content; a posting remembers it."""
    slots: tuple[Slot, ...]
    """The declarations of all slots."""
    fields: tuple[FieldPlan, ...]
    """The fields of a requisition, each described once."""
    field_groups: tuple[FieldGroup, ...]
    """The groups that forms show the fields in."""
    template: tuple[SectionPlan, ...]
    """The guide's own template, section by section."""
    modules: tuple[SectionPlan, ...]
    """The guide's setting modules, each under the id of its setting."""
    sections: tuple[SectionPlan, ...]
    """What stands in postings of every setting and role, by section."""
    echoes: tuple[str, ...]
    """Words that show that an employer's own duty tells what a sentence of ours would."""
    yields: tuple[Telling, ...]
    """Fields whose sentence gives way to what the employer's own requirements say of the same."""
    unlicensed: tuple[Telling, ...]
    """Degrees that carry none of the licenses of a role."""
    benefit_groups: tuple[Telling, ...]
    """How many benefits are told: by what they are for, the last for the rest."""
    editions: tuple[EditionPlan, ...]
    """The editions, each with its sections in order."""
    general: tuple[Item, ...]
    """The day of a posting that names no setting."""
    titled: tuple[Item, ...]
    """What is told of a specialty that the title names, before what role and setting bring."""
    settings: tuple[SettingModule, ...]
    """The practice settings."""
    tiers: tuple[SeniorityTier, ...]
    """The seniority tiers, lowest first."""
    roles: tuple[Role, ...]
    """The roles."""
    related: tuple[Entry, ...]
    """Roles beside that of a case manager, as the guide tells of them."""
    scope: Scope
    """Which duty needs which license, and which pairs of role and setting are usual."""
    kpi_sets: tuple[tuple[str, str, tuple[KPI, ...]], ...]
    """Id, setting and measures of each set."""
    caseloads: tuple[CaseloadRange, ...]
    """The typical caseloads."""
    title_rules: tuple[TitleRule, ...]
    """The guide's rules for choosing a title."""
    entries: tuple[Entry, ...]
    """Advice of the guide that stands in no posting as a bullet."""
    questions: tuple[Question, ...]
    """Interview questions, red flags, and questions of writers with their answers."""
    statements: tuple[Statement, ...]
    """Sentences that law at a place wants."""
    places: tuple[Place, ...]
    """Places whose law may reach a posting."""
    occupations: tuple[Occupation, ...]
    """Occupation codes and what they are suggested for."""
    attributions: tuple[Entry, ...]
    """What the licenses of borrowed facts ask to be said."""
    topics: tuple[Topic, ...]
    """Topics of the writer's guide."""
    references: tuple[Reference, ...]
    """What a posting in a setting should reference."""
    _tables: Tables = field(repr=False, alias="tables")
    """What stands behind it; content that few postings need is read from here when it is asked for."""

    own: tuple[Own, ...] = ()
    """What stands above the tables: values that a program gave."""

    # Every catalog is its own: to compare two, or to hash one, would read all content.
    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return object.__hash__(self)

    def setting(self, name: str) -> SettingModule:
        """Return a setting module. Raises ``UnknownNameError`` for an unknown name."""
        return _find("setting", name, self.settings)

    def tier(self, name: str) -> SeniorityTier:
        """Return a seniority tier, by its id or another of its names.

        Raises ``UnknownNameError`` for an unknown name.
        """
        for tier in self.tiers:
            if snake(name) in tier.also_called:
                return tier
        return _find("tier", name, self.tiers)

    def role(self, name: str) -> Role:
        """Return a role. Raises ``UnknownNameError`` for an unknown name."""
        return _find("role", name, self.roles)

    @property
    def own_slots(self) -> tuple[Slot, ...]:
        """The slots that an overlay declares, filled by ``extra``."""
        return tuple(one for one in self.slots if one.field == "extra" and not one.of)

    def slot(self, name: str) -> Slot:
        """Return a slot. Raises ``UnknownNameError`` for an unknown name."""
        return _find("slot", name, self.slots)

    def field(self, name: str) -> FieldPlan:
        """Return the description of a requisition field. Raises ``UnknownNameError`` for no field."""
        for plan in self.fields:
            if plan.name == snake(name):
                return plan
        raise UnknownNameError("field", name, [one.name for one in self.fields])

    def edition(self, name: str) -> EditionPlan:
        """Return an edition. Raises ``UnknownNameError`` for an unknown name."""
        return _find("edition", name, self.editions)

    def section(self, name: str) -> SectionPlan:
        """Return a section plan. Raises ``UnknownNameError`` for an unknown name."""
        return _find("section", name, self.sections)

    def occupation(self, role: str, settings: Iterable[str] = ()) -> Occupation | None:
        """Return the occupation code suggested for a role in *settings*, by their ids.

        >>> from casemgr_jd import load_catalog
        >>> print(load_catalog().occupation("rn", ["hospital"]))
        29-1141.00 Registered Nurses
        """
        return best_fitting(self.occupations, role, tuple(settings))

    @property
    def advising(self) -> "Advising":
        """The content behind ``recommend_role``."""
        from casemgr_jd.content.advising import advising_of

        return advising_of(self)

    @property
    def interviewing(self) -> "Interviewing":
        """The content behind ``interview_kit``."""
        from casemgr_jd.content.interviewing import interviewing_of

        return interviewing_of(self)

    @property
    def guide(self) -> "WritersGuide":
        """The guide for the person who writes a posting, topic by topic.

        >>> from casemgr_jd import load_catalog
        >>> load_catalog().guide.topic("next")
        Document('Next Steps', 1 block)
        """
        made: WritersGuide = view(self, "guide")
        return made

    def niches(self, setting: SettingModule) -> tuple[SettingModule, ...]:
        """Return the niches of a setting module, in order."""
        return tuple(one for one in self.settings if one.parent == setting.id)

    @property
    def places_by_state(self) -> Mapping[str, tuple[Place, ...]]:
        """The places whose law may reach a posting, by the postal code of their state."""
        return _places_by_state(self)

    def places_of(self, locations: Iterable[Location]) -> frozenset[str]:
        """Return ids of the places whose law may reach any of *locations*."""
        near = self.places_by_state
        return frozenset(
            place.id
            for one in locations
            for place in near.get(one.state or "", ())
            if place.covers(one)
        )

    def overlay(self, *folders: "str | PathLike[str]") -> "Catalog":
        """Return this catalog with the content files of *folders* laid over it, in order.

        Raises:
            ContentError: a file does not parse, a key is unknown, or a removal is refused; all
                problems of a folder at once.
        """
        from casemgr_jd.content.merge import merged
        from casemgr_jd.content.toml import folder_tables

        with collector_paused():
            tables = self._tables
            for folder in folders:
                tables = merged(tables, folder_tables(folder), str(folder))
            return self._laid_under(tables, ", ".join(map(str, folders)))

    @door(tables=None)
    def overlay_tables(self, tables: Tables, name: str = "overlay") -> "Catalog":
        """Return this catalog with parsed content *tables* laid over it (for installed overlays)."""
        from casemgr_jd.content.merge import merged

        with collector_paused():
            return self._laid_under(merged(self._tables, tables, name), name)

    def _laid_under(self, tables: Tables, source: str) -> "Catalog":
        """Return a catalog of other tables, under the values that stand above these."""
        made: Catalog = view(self, "assembled", tables=tables, source=source)
        return made.with_own(*self.own)

    def with_own(self, *values: Own) -> "Catalog":
        """Return this catalog with your own settings, tiers and roles: the same id replaces, a new id adds.

        They stand above what an overlay says, whether it is laid over before or after.

        Raises:
            ContentError: one of their items names a slot, section, duty or another thing that there is not.

        >>> from casemgr_jd import SeniorityTier, load_catalog
        >>> tier = SeniorityTier("principal", "Principal Case Manager", "Principal", experience=8)
        >>> load_catalog().with_own(tier).tier("principal").title_prefix
        'Principal'
        """
        return _with_own(self, values) if values else self

    def items(self) -> tuple[GuideItem, ...]:
        """Return every item of the guide by id, as ``casemgr-jd list items`` shows them."""
        options = {slot.id: slot.options for slot in self.slots}
        found: dict[str, GuideItem] = {}
        for item_id, kind, text in self._texts():
            offered = [one for slot in Text.parse(text).slots for one in options.get(slot, ())]
            found.setdefault(item_id, GuideItem(item_id, kind, text, tuple(dict.fromkeys(offered))))
        return tuple(found.values())

    def names(self) -> frozenset[str]:
        """Return every name by which a requisition may leave something out."""
        return _names(self)

    def posting_items(self) -> Iterator[Item]:
        """Yield every item that may stand in a posting."""
        for plan in self.sections:
            yield from plan.items
        yield from self.titled
        yield from self.general
        for module in self.settings:
            yield from module.items
        for tier in self.tiers:
            yield from tier.scope
        for role in self.roles:
            yield from role.core

    def _texts(self) -> Iterator[tuple[str, str, str]]:
        for entry in self.entries:
            yield entry.id, entry.kind, str(entry.text)
        for plan in self.template:
            yield from ((item.id, "posting", _whole(item)) for item in plan.items)
        for module in self.modules:
            yield from ((item.id, "module", _whole(item)) for item in module.items)
        for tier in self.tiers:
            yield f"tier.{tier.id}", "tier", tier.statement()
        for rule in self.title_rules:
            yield rule.id, "role", str(rule.text)
        for caseload in self.caseloads:
            yield caseload.id, "caseload", caseload.statement()
        for set_id, _, measures in self.kpi_sets:
            words = "; ".join(
                f"{kpi.statement()}: {kpi.definition}".rstrip(": ") for kpi in measures
            )
            yield set_id, "kpi", words
        for question in self.questions:
            words = f"{question.question} {question.text}".strip()
            yield question.id, question.kind, words
        for entry in self.related:
            yield entry.id, "related", f"{entry.title}: {entry.text}"

    def to_document(self) -> Document:
        """Return the catalog as a document: how much it holds of each kind."""
        counts = {
            "settings": self.settings,
            "tiers": self.tiers,
            "roles": self.roles,
            "slots": self.slots,
            "items": self.items(),
            "places": self.places,
        }
        rows = [[name, f"{len(values)}"] for name, values in counts.items()]
        return Document(
            "Catalog of the case manager hiring guide", [Table(["What", "How many"], rows)]
        )

    def __repr__(self) -> str:
        settings, roles = counted(len(self.settings), "setting"), counted(len(self.roles), "role")
        return f"Catalog({settings}, {roles}, {self.hash[:8]})"


@lru_cache(maxsize=32)
def _with_own(catalog: Catalog, values: tuple[Own, ...]) -> Catalog:
    from hashlib import sha256

    from casemgr_jd.serde.json import dumps

    settings = [whole(one) for one in values if isinstance(one, SettingModule)]
    said = "".join(dumps(one) for one in values)
    made = evolve(
        catalog,
        hash=sha256(f"{catalog.hash}{said}".encode()).hexdigest(),
        settings=laid_over(catalog.settings, settings),
        tiers=laid_over(catalog.tiers, (one for one in values if isinstance(one, SeniorityTier))),
        roles=laid_over(catalog.roles, (one for one in values if isinstance(one, Role))),
        caseloads=caseloads_of(catalog.caseloads, settings),
        kpi_sets=kpi_sets_of(catalog.kpi_sets, settings),
        own=(*catalog.own, *values),
    )
    problems: list[Problem] = view(made, "broken")
    if problems:
        raise ContentError(problems)
    return made


@lru_cache(maxsize=8)
def _names(catalog: Catalog) -> frozenset[str]:
    items = list(catalog.posting_items())
    facts = {name for item in items for name in (item.id, item.same) if name.startswith("fact.")}
    facts |= {item.id.removeprefix("fact.") for item in items}
    facts |= {name.removeprefix("fact.") for name in facts}
    slots = {name for slot in catalog.slots for name in (slot.id, slot.field)}
    guide = {item.id for item in catalog.items()}
    measures = {kpi.id for _, _, kpis in catalog.kpi_sets for kpi in kpis}
    sections = {plan.id for plan in (*catalog.sections, *catalog.template)}
    called = {name for item in items for name in (item.id, item.same) if name}
    return frozenset(called | facts | slots | guide | measures | sections)


@lru_cache(maxsize=8)
def _places_by_state(catalog: Catalog) -> Mapping[str, tuple[Place, ...]]:
    return by_state(catalog.places)


def _whole(item: Item) -> str:
    return f"{item.label}: {item.text}" if item.label else str(item.text)


def _find(kind: str, name: str, values: tuple[T, ...]) -> T:
    # Rows by the thousand name the same few things.
    known = _known.get((id(values), name))
    if known is not None:
        found: T = known[1]
        return found
    wanted = snake(name)
    for value in values:
        if value.id == wanted:
            if len(_known) >= _MOST_REMEMBERED:
                _known.clear()
            _known[id(values), name] = values, value
            return value
    raise UnknownNameError(kind, name, [one.id for one in values])


_MOST_REMEMBERED = 1024
_known: dict[tuple[int, str], tuple[object, Any]] = {}
"""Found things, with what they were found in: held, so that its identity stays its own."""
