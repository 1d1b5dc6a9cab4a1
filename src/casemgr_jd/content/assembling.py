"""Making a catalog out of tables: the packaged ones, or those with overlays over them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

from casemgr_jd._attrs import evolve
from casemgr_jd._located import Located, placed
from casemgr_jd.content import read, read_plans
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import Entry, FieldPlan, Question, TitleRule
from casemgr_jd.content.fields import Fields
from casemgr_jd.content.known import known_items
from casemgr_jd.content.scope import Scope
from casemgr_jd.content.source import LAW, Tables
from casemgr_jd.errors import ContentError, Problem
from casemgr_jd.model.citation import Citation
from casemgr_jd.model.item import Item
from casemgr_jd.model.measures import KPI, CaseloadRange
from casemgr_jd.model.occupation import Occupation
from casemgr_jd.model.setting import Role, SettingModule
from casemgr_jd.model.slot import Slot

__all__ = ["assembled", "assembled_over"]

T = TypeVar("T")


def assembled(
    tables: Tables,
    version: str,
    source: str = "",
    known_digest: str = "",
    known: Mapping[int, Item] = MappingProxyType({}),
) -> Catalog:
    """Read *tables* into a catalog.

    Args:
        tables: by the names of their files.
        version: of the content.
        source: where it comes from, for what is said of a problem.
        known_digest: a digest of the tables, where it was made before; they were checked then.
        known: what was read of tables of items before, by the identity of the table.

    Raises:
        ContentError: something in them is malformed; ``problems`` lists all of it.
    """
    problems: list[Problem] = []
    reader = _Reader(tables, problems, known)
    catalog = reader.catalog(version, known_digest or _digest(tables))
    if not known_digest:
        # The compiled content was checked when its wheel was tested; everything else is checked here.
        from casemgr_jd.content.advising import read_advising
        from casemgr_jd.content.interviewing import read_interviewing
        from casemgr_jd.content.references import broken_references

        read_advising(tables, problems)
        read_interviewing(tables, problems)
        if broken := list(broken_references(catalog)):
            overlaid = list(_overlaid(tables))
            problems += [_as_written(one, overlaid) for one in broken]
    if problems:
        raise ContentError(problems, source)
    return catalog


def _as_written(problem: Problem, overlaid: Iterable[Located]) -> Problem:
    """Return a problem that starts with the id of a table under the file and line of that table, if known."""
    for table in overlaid:
        name = str(table.get("id"))
        if problem.path == name or problem.path.startswith(f"{name}."):
            key = problem.path[len(name) + 1 :].partition(".")[0]
            return problem._replace(path=placed(problem.path, table, key))
    return problem


def _overlaid(value: object) -> Iterator[Located]:
    """Yield every table that an overlay gave."""
    if isinstance(value, Located):
        yield value
    inner = value.values() if isinstance(value, Mapping) else value
    for one in inner if isinstance(inner, Iterable) and not isinstance(inner, str) else ():
        yield from _overlaid(one)


def assembled_over(catalog: Catalog, *, tables: Tables, source: str) -> Catalog:
    """Return the catalog of other tables, of the version of *catalog*, whose items are not read again."""
    return assembled(tables, catalog.version, source=source, known=known_items(catalog))


def _digest(tables: Tables) -> str:
    from casemgr_jd.content.digest import digest

    return digest(tables)


class _Reader:
    """Reads every file of a set of tables, each entry with the source of its file."""

    def __init__(self, tables: Tables, problems: list[Problem], known: Mapping[int, Item]) -> None:
        self._tables = tables
        self._problems = problems
        self._known = known
        self._sources: dict[str, Citation | None] = {}

    def catalog(self, version: str, digest: str) -> Catalog:
        caseloads = self._all("caseloads.toml", "caseloads", read.read_caseload)
        kpi_sets = tuple(read.read_kpi_set(*one) for one in self._each("kpis.toml", "kpis"))
        occupations = self._all(
            "occupations.toml", "occupations", lambda fields, _: read.read_occupation(fields)
        )
        title_rules = tuple(read.read_rule(*one) for one in self._each("roles.toml", "rules"))
        related = tuple(
            read.read_entry(fields, "related", source)
            for fields, source in self._each("related.toml", "related")
        )
        plans = [
            (read_plans.read_field(fields), fields.text("join", "and"))
            for fields, _ in self._each("fields.toml", "fields")
        ]
        roles, role_entries = self._roles(occupations, (*title_rules, *related))
        return Catalog(
            version=version,
            hash=digest,
            slots=tuple(self._slots(plans)),
            fields=tuple(plan for plan, _ in plans),
            field_groups=tuple(
                read_plans.read_group(fields) for fields, _ in self._each("fields.toml", "groups")
            ),
            template=tuple(
                read.read_section(*one) for one in self._each("template.toml", "template")
            ),
            modules=tuple(
                read.read_section(*one) for one in self._each("template.toml", "modules")
            ),
            echoes=tuple(
                word
                for fields, _ in self._each("sections.toml", "echoes")
                for word in fields.names("words")
            ),
            yields=tuple(
                read_plans.read_telling(fields)
                for fields, _ in self._each("sections.toml", "yields")
            ),
            unlicensed=tuple(
                read_plans.read_telling(fields)
                for fields, _ in self._each("sections.toml", "unlicensed")
            ),
            benefit_groups=tuple(
                read_plans.read_telling(fields)
                for fields, _ in self._each("sections.toml", "benefits")
            ),
            editions=tuple(
                read_plans.read_edition(fields)
                for fields, _ in self._each("sections.toml", "editions")
            ),
            general=self._all("settings.toml", "general", read.read_item),
            titled=self._all("settings.toml", "titled", read.read_item),
            sections=tuple(
                read.read_section(*one) for one in self._each("sections.toml", "sections")
            ),
            settings=self._settings(caseloads, kpi_sets),
            tiers=self._all("tiers.toml", "tiers", read.read_tier),
            roles=roles,
            related=related,
            scope=self._scope(),
            kpi_sets=kpi_sets,
            caseloads=caseloads,
            title_rules=title_rules,
            entries=(*self._entries(), *role_entries),
            questions=tuple(self._questions()),
            statements=tuple(
                statement
                for fields, _ in self._each(LAW, "statements")
                if (statement := read.read_statement(fields)) is not None
            ),
            places=tuple(read.read_place(fields) for fields, _ in self._each(LAW, "places")),
            occupations=occupations,
            attributions=tuple(
                read.read_entry(fields, "attribution", source)
                for fields, source in self._each("occupations.toml", "attributions")
            ),
            topics=tuple(
                read.read_topic(fields) for fields, _ in self._each("guide.toml", "topics")
            ),
            references=tuple(
                read.read_reference(fields) for fields, _ in self._each("guide.toml", "references")
            ),
            tables=self._tables,
        )

    def _all(
        self, file: str, key: str, read: Callable[[Fields, Citation | None], T]
    ) -> tuple[T, ...]:
        """Read every table of a list, each with the source of its file."""
        source = self._source(file)
        return self._file(file).every(key, lambda fields: read(fields, source))

    def _file(self, file: str) -> Fields:
        return Fields(self._tables.get(file) or {}, f"{file}: ", self._problems, self._known)

    def _source(self, file: str) -> Citation | None:
        if file not in self._sources:
            self._sources[file] = read.file_source(self._tables.get(file) or {}, self._file(file))
        return self._sources[file]

    def _each(self, file: str, key: str) -> Iterator[tuple[Fields, Citation | None]]:
        for one in self._file(file).each(key):
            yield one, self._source(file)

    def _slots(self, plans: list[tuple[FieldPlan, str]]) -> Iterator[Slot]:
        for plan, join in plans:
            if plan.slot:
                yield from read_plans.slots_of(plan, join)
        for slots in self._all(
            "fields.toml", "slots", lambda fields, _: read_plans.read_slots(fields)
        ):
            yield from slots

    def _settings(
        self,
        caseloads: tuple[CaseloadRange, ...],
        kpi_sets: tuple[tuple[str, str, tuple[KPI, ...]], ...],
    ) -> tuple[SettingModule, ...]:
        by_setting = {one.setting: one for one in caseloads}
        measures = {setting: kpis for _, setting, kpis in kpi_sets}

        def setting(fields: Fields, source: Citation | None) -> SettingModule:
            fields.optional("caseload"), fields.optional("kpis")
            own = fields.names("measures")
            module = read.read_setting(fields, source)
            kpis = [kpi for known in measures.values() for kpi in known if kpi.id in own]
            return evolve(
                module,
                caseload=by_setting.get(module.id),
                kpis=kpis or measures.get(module.id, ()),
            )

        return self._all("settings.toml", "settings", setting)

    def _roles(
        self, occupations: tuple[Occupation, ...], speaking: tuple[TitleRule | Entry, ...]
    ) -> tuple[tuple[Role, ...], tuple[Entry, ...]]:
        pairs = self._all(
            "roles.toml",
            "roles",
            lambda fields, source: read.read_role(fields, occupations, speaking, source),
        )
        return tuple(role for role, _ in pairs), tuple(entry for _, entry in pairs if entry)

    def _scope(self) -> Scope:
        return Scope(
            tuple(read.read_duty(fields) for fields, _ in self._each("scope.toml", "duties")),
            tuple(read.read_pair(fields) for fields, _ in self._each("scope.toml", "pairs")),
            tuple(
                read.read_license_group(fields)
                for fields, _ in self._each("scope.toml", "license_groups")
            ),
        )

    def _entries(self) -> Iterator[Entry]:
        for file, key, kind in (
            ("guide.toml", "items", "guide"),
            ("tiers.toml", "notes", "tier"),
            ("caseloads.toml", "notes", "caseload"),
            ("kpis.toml", "notes", "kpi"),
            ("pay.toml", "items", "pay"),
            ("compliance.toml", "items", "compliance"),
        ):
            for fields, source in self._each(file, key):
                yield read.read_entry(fields, kind, source)

    def _questions(self) -> Iterator[Question]:
        for file, key, kind in (
            ("interview.toml", "questions", "interview"),
            ("interview.toml", "flags", "flag"),
            ("faqs.toml", "faqs", "faq"),
        ):
            for fields, source in self._each(file, key):
                yield read.read_question(fields, kind, source)
