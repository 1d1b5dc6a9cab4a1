"""Which items of the catalog stand in a posting, and in which words."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from casemgr_jd.builder.effective import has_fieldwork, modules_of
from casemgr_jd.builder.required import required_statements
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import SectionPlan
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.condition import Situation
from casemgr_jd.model.item import Item
from casemgr_jd.model.measures import KPI, CaseloadRange
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.setting import Role, SettingModule
from casemgr_jd.model.text import Text

__all__ = ["Chosen", "Selected", "select"]

ALWAYS_KEPT = 0
_LAW_SECTION = "eeo"


class Chosen(NamedTuple):
    """An item that stands, in the words that stand."""

    id: str
    text: Text
    label: str = ""
    priority: int = 3
    form: str = "bullets"


class Selected(NamedTuple):
    """A section that stands, with what stands in it."""

    plan: SectionPlan
    title: str
    items: tuple[Chosen, ...]


def select(requisition: Requisition, catalog: Catalog) -> tuple[Selected, ...]:
    """Return the sections of a posting in order, each with its items.

    Raises:
        InputError: the requisition omits something that does not exist, or omits without a reason
            what law wants.
    """
    selection = _Selection(requisition, catalog)
    sections = tuple(selection.sections())
    selection.check_omissions()
    return sections


class _Selection:
    def __init__(self, requisition: Requisition, catalog: Catalog) -> None:
        self._requisition = requisition
        self._catalog = catalog
        self._modules = modules_of(requisition, catalog)
        self._role = catalog.role(requisition.role or "")
        self._situation = Situation(
            requisition,
            has_fieldwork(requisition, self._modules),
            catalog.places_of(requisition.locations),
        )
        self._same: set[str] = set()
        self._omitted = {one.id: one for one in requisition.omit}
        self._met: set[str] = set()
        self._statements: dict[str, str] = {}

    def sections(self) -> Iterator[Selected]:
        for plan in self._catalog.sections:
            items = [one for one in self._items(plan) if not self._is_omitted(one.id)]
            if items and not self._is_omitted(plan.id):
                yield Selected(plan, self._title(plan), tuple(items))

    def check_omissions(self) -> None:
        unmet = [
            Problem("omit", f"names nothing in this posting: {name!r}", "see casemgr-jd list items")
            for name in self._omitted
            if name not in self._met and name not in self._known_ids()
        ]
        unreasoned = [
            Problem("omit", f"law wants {name!r} in this posting", "give a reason, or keep it")
            for name, section in self._statements.items()
            if any(
                one in self._omitted and not self._omitted[one].reason for one in (name, section)
            )
        ]
        if unmet or unreasoned:
            raise InputError(unmet + unreasoned)

    def _known_ids(self) -> set[str]:
        ids = {one.id for one in self._catalog.items()}
        ids |= {one.id for one in self._catalog.sections}
        return ids | {one.id for one in self._catalog.statements}

    def _is_omitted(self, name: str) -> bool:
        self._met.add(name)
        return name in self._omitted

    def _title(self, plan: SectionPlan) -> str:
        if plan.id != "setting":
            return plan.title
        chosen = [self._catalog.setting(name).name for name in self._requisition.setting]
        return f"{plan.title}: {' and '.join(chosen)}" if len(chosen) == 1 else plan.title

    def _items(self, plan: SectionPlan) -> Iterator[Chosen]:
        if plan.id == "setting":
            for module in self._modules:
                yield from self._standing(module.items, "bullets")
        elif plan.id == "level":
            scope = (
                self._catalog.tier(self._requisition.tier).scope if self._requisition.tier else ()
            )
            yield from self._standing(scope, "bullets")
        elif plan.id == "measures":
            yield from self._measures(plan)
            return
        yield from self._standing(plan.items, plan.form)
        yield from self._entries(plan)
        if plan.id == _LAW_SECTION:
            yield from self._required_by_law()

    def _standing(self, items: Iterable[Item], form: str) -> Iterator[Chosen]:
        for item in items:
            if item.when.holds(self._situation) and item.same not in self._same:
                text = item.text if self._may(item, self._role) else item.otherwise
                if text is not None:
                    self._same |= {item.same} - {""}
                    yield Chosen(item.id, text, item.label, item.priority, form)

    def _may(self, item: Item, role: Role) -> bool:
        return not item.needs or self._catalog.scope.may(role, item.needs)

    def _entries(self, plan: SectionPlan) -> Iterator[Chosen]:
        for entry in self._catalog.entries:
            if entry.section == plan.id and entry.when.holds(self._situation):
                yield Chosen(entry.id, entry.text, "", 2, "bullets")

    def _measures(self, plan: SectionPlan) -> Iterator[Chosen]:
        modules = [module for module in self._modules if module.caseload or module.kpis]
        kpis = self._kpis(modules)
        asked_for = self._requisition.caseload is not None or self._requisition.performance_line
        if not (modules or kpis or asked_for):
            return
        yield from self._caseloads(modules)
        if kpis:
            yield from self._standing(plan.items, plan.form)
        for kpi in dict.fromkeys(kpis):
            if kpi.name not in self._same:
                self._same.add(kpi.name)
                yield Chosen(kpi.id, Text.plain(f"{kpi.statement()}"), "", 4)
        yield from self._entries(plan)

    def _kpis(self, modules: list[SettingModule]) -> list[KPI]:
        """Return the measures of the settings; for a role with measures of its own, those that fit."""
        of_settings = [kpi for module in modules for kpi in module.kpis]
        wanted = self._role.measures
        if not wanted:
            return of_settings
        known = [kpi for _, _, measures in self._catalog.kpi_sets for kpi in measures]
        fitting = [kpi for kpi in of_settings if kpi.id in wanted]
        return fitting or [kpi for kpi in known if kpi.id in wanted]

    def _caseloads(self, modules: list[SettingModule]) -> Iterator[Chosen]:
        given = self._requisition.caseload
        guides = [(module.name, module.caseload) for module in modules if module.caseload]
        if given is not None:
            first = guides[0][1] if guides else given
            yield Chosen(first.id or "caseload", _own_caseload(first), "", 1, "paragraphs")
            return
        # The guide's ranges are those of a case manager; a role of another kind does not promise them.
        for name, caseload in guides if self._role.caseload else ():
            label = name if len(guides) > 1 else ""
            text = Text.plain(caseload.statement())
            yield Chosen(caseload.id, text, label, 1, "bullets" if label else "paragraphs")

    def _required_by_law(self) -> Iterator[Chosen]:
        for statement in required_statements(self._requisition, self._catalog):
            self._statements[statement.id] = _LAW_SECTION
            yield Chosen(statement.id, statement.text, "", ALWAYS_KEPT, "paragraphs")


def _own_caseload(guide: CaseloadRange) -> Text:
    """Return the guide's sentence with the employer's own range in place of the guide's."""
    return Text.parse(guide.statement().replace(str(guide), "{caseload}"))
