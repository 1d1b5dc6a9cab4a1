"""From the tables of content files to typed content. Used alike for the guide and for overlays."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from casemgr_jd._names import did_you_mean
from casemgr_jd.content.entries import Entry, Question, Reference, SectionPlan, TitleRule, Topic
from casemgr_jd.content.fields import Fields
from casemgr_jd.content.scope import Duty, LicenseGroup, Pair
from casemgr_jd.errors import Rejected
from casemgr_jd.law import Statement, as_of
from casemgr_jd.model.changes import FACTS
from casemgr_jd.model.choices import Bound, Confidence, Direction
from casemgr_jd.model.citation import Citation
from casemgr_jd.model.condition import Condition
from casemgr_jd.model.item import ALWAYS, Item
from casemgr_jd.model.measures import KPI, CaseloadRange
from casemgr_jd.model.occupation import Occupation
from casemgr_jd.model.place import Place
from casemgr_jd.model.ranges import years
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.setting import Role, SeniorityTier, SettingModule
from casemgr_jd.model.text import Text

__all__ = [
    "citation",
    "read_condition",
    "read_caseload",
    "read_entry",
    "read_item",
    "read_kpi_set",
    "read_occupation",
    "read_place",
    "read_reference",
    "read_role",
    "read_section",
    "read_setting",
    "read_statement",
    "read_tier",
    "read_topic",
]


def citation(fields: Fields, default: Citation | None) -> Citation | None:
    """Take the ``source`` of an entry, or the one of its file."""
    table = fields.table("source")
    return _citation(Fields(table, f"{fields.path}source.", fields.problems)) if table else default


def _citation(fields: Fields) -> Citation:
    as_of = fields.date_text("as_of")
    made = Citation(
        fields.text("title"),
        fields.text("publisher", ""),
        fields.text("url", ""),
        fields.made("as_of", lambda: date.fromisoformat(as_of)) if as_of else None,
        fields.word("confidence", Confidence, Confidence.HIGH),
    )
    fields.close()
    return made


def file_source(table: Mapping[str, Any], fields: Fields) -> Citation | None:
    """Read the ``[source]`` table that stands at the top of a content file."""
    own = Fields(table, fields.path, fields.problems).table("source")
    return _citation(Fields(own, f"{fields.path}source.", fields.problems)) if own else None


def _text(fields: Fields, key: str = "text") -> Text:
    return Text.parse(fields.text(key))


_CONDITION_LISTS = (
    *("tier", "role", "not_role", "group", "setting", "work_model"),
    *("filled", "blank", "traits", "lacks", "place"),
)


def read_condition(fields: Fields) -> Condition:
    table = fields.table("when")
    if not table:
        return ALWAYS
    inner = Fields(table, f"{fields.path}when.", fields.problems)
    given: dict[str, Any] = {key: inner.names(key) for key in _CONDITION_LISTS if key in table}
    given |= {key: inner.flag(key) for key in ("fieldwork", "performance_line") if key in table}
    if "experience_below" in table:
        given["experience_below"] = int(inner.number("experience_below"))
    inner.close()
    return Condition(**given)


def read_item(fields: Fields, source: Citation | None, kind: str = "item") -> Item:
    """Read an item of a section, a setting or a tier."""
    otherwise = fields.text("otherwise", "")
    return Item(
        id=fields.text("id"),
        text=_text(fields),
        label=fields.text("label", ""),
        priority=int(fields.number("priority", 3)),
        when=read_condition(fields),
        needs=fields.text("needs", ""),
        otherwise=Text.parse(otherwise) if otherwise else None,
        same=fields.text("same", ""),
        kind=kind,
        source=citation(fields, source),
        section=fields.text("section", ""),
        states=fields.names("states"),
        editions=fields.names("editions"),
        form=fields.text("form", ""),
        unsaid=fields.flag("unsaid"),
        condition=fields.text("condition", ""),
        classes_before=fields.text("classes_before", ""),
    )


def read_section(fields: Fields, source: Citation | None) -> SectionPlan:
    """Read a section with its items."""
    return SectionPlan(
        id=fields.text("id"),
        title=fields.text("title", ""),
        tip=fields.text("tip", ""),
        form=fields.text("form", "bullets"),
        items=fields.every("items", lambda one: read_item(one, source)),
    )


def read_setting(fields: Fields, source: Citation | None) -> SettingModule:
    """Read a setting module; its caseload and measures are joined to it later, by id."""
    return SettingModule(
        id=fields.text("id"),
        name=fields.text("name"),
        noun=fields.text("noun"),
        population=fields.text("population"),
        fieldwork=fields.flag("fieldwork"),
        defaults=_defaults(fields),
        parent=fields.text("parent", ""),
        in_title=fields.text("in_title", ""),
        items=fields.every("items", lambda one: read_item(one, source)),
    )


def read_tier(fields: Fields, source: Citation | None) -> SeniorityTier:
    """Read a seniority tier."""
    raw = fields.optional("experience")
    experience = years(raw)
    if isinstance(experience, Rejected):
        fields.problems += [
            problem.under(fields.at("experience")) for problem in experience.problems
        ]
        experience = None
    return SeniorityTier(
        id=fields.text("id"),
        name=fields.text("name"),
        title_prefix=fields.text("title_prefix", ""),
        experience=experience,
        years_offered=fields.flag("years_offered"),
        scope=fields.every("scope", lambda one: read_item(one, source, "tier")),
        heading=fields.text("heading", ""),
        also_called=fields.names("also_called"),
        text=fields.text("text", ""),
    )


def read_role(
    fields: Fields,
    occupations: Iterable[Occupation] = (),
    speaking: Iterable[TitleRule | Entry] = (),
    source: Citation | None = None,
) -> tuple[Role, Entry | None]:
    """Read a role with its occupation codes, and the guide item that defines it where it names one.

    *speaking* are items of the guide, some of which speak of the role.
    """
    role_id = fields.text("id")
    item = fields.text("item", "")
    spoken = [one.id for one in speaking if one.role == role_id]
    role = Role(
        id=role_id,
        title=fields.text("title"),
        definition=fields.text("text", ""),
        licenses=fields.names("licenses"),
        license_required=fields.flag("license_required", True),
        defaults=_defaults(fields),
        items=[item, *spoken] if item else spoken,
        oversight=fields.text("oversight", ""),
        settings=fields.names("settings"),
        measures=fields.names("measures"),
        caseload=fields.flag("caseload", True),
        related=fields.names("related"),
        occupations=[one for one in occupations if role_id in one.role],
        name=fields.text("name", ""),
        also_called=fields.names("also_called"),
        core=fields.every("items", lambda one: read_item(one, source, "role")),
    )
    return role, Entry(item, "role", Text.parse(role.definition)) if item else None


def read_occupation(fields: Fields) -> Occupation:
    """Read an occupation code and what it is suggested for."""
    return Occupation(
        code=fields.text("code"),
        title=fields.text("title"),
        confidence=fields.word("confidence", Confidence, Confidence.HIGH),
        role=fields.names("role"),
        setting=fields.names("setting"),
        id=fields.text("id"),
    )


def read_topic(fields: Fields) -> Topic:
    """Read a topic of the writer's guide."""
    return Topic(
        id=fields.text("id"),
        title=fields.text("title"),
        intro=fields.text("intro", ""),
        items=fields.names("items"),
        shows=fields.text("shows", ""),
    )


def read_reference(fields: Fields) -> Reference:
    """Read what a posting in a setting should reference."""
    return Reference(
        id=fields.text("id"),
        setting=fields.text("setting"),
        text=_text(fields),
        items=fields.names("items"),
    )


def read_rule(fields: Fields, source: Citation | None) -> TitleRule:
    """Read a rule for choosing the title."""
    return TitleRule(
        id=fields.text("id"),
        role=fields.text("role"),
        text=_text(fields),
        duties=fields.names("duties"),
        settings=fields.names("settings"),
        source=citation(fields, source),
    )


def read_caseload(fields: Fields, source: Citation | None) -> CaseloadRange:
    """Read a caseload range."""
    fields.text("role", "")
    return CaseloadRange(
        low=int(fields.number("low")),
        high=int(fields.number("high")),
        unit=fields.text("unit"),
        basis=fields.text("basis", "caseload"),
        adjusted_for=fields.names("adjusted_for"),
        setting=fields.text("setting"),
        id=fields.text("id"),
        source=citation(fields, source),
    )


def read_kpi_set(fields: Fields, source: Citation | None) -> tuple[str, str, tuple[KPI, ...]]:
    """Read a set of measures: its id, its setting, and the measures in it."""
    own = citation(fields, source)
    measures = fields.every("measures", lambda one: _read_kpi(one, own))
    return fields.text("id"), fields.text("setting"), measures


def _read_kpi(fields: Fields, source: Citation | None) -> KPI:
    target = fields.optional("target")
    return KPI(
        id=fields.text("id"),
        name=fields.text("name"),
        unit=fields.text("unit", ""),
        direction=fields.word("direction", Direction, Direction.NONE),
        target=target if isinstance(target, int | float) else None,
        comparison=fields.word("comparison", Bound, Bound.NONE),
        window=fields.text("window", ""),
        definition=fields.text("definition", ""),
        source=citation(fields, source),
    )


def read_statement(fields: Fields) -> Statement | None:
    """Read a sentence that law at a place wants, or that is wise there."""
    gathered = as_of()
    given: dict[str, Any] = {
        "id": fields.text("id"),
        "place": fields.text("place"),
        "text": _text(fields),
        "kind": fields.text("kind", "required"),
        "topic": fields.text("topic", ""),
        "when": fields.names("when"),
        "stands": fields.text("stands", "eeo"),
        "named_by": fields.names("named_by"),
        "citation": fields.text("citation"),
        "official": fields.text("official", ""),
        "archived": fields.text("archived", ""),
        "url": fields.text("url", ""),
        "effective_from": fields.day("effective_from"),
        "effective_until": fields.day("effective_until"),
        "enforced_from": fields.day("enforced_from"),
        "employees": int(fields.number("employees", 0)),
        "counted": fields.text("counted", "anywhere"),
        "employees_in_place": int(fields.number("employees_in_place", 0)),
        "remote": fields.text("remote", "in_place"),
        "as_of": fields.day("as_of") or gathered,
        "review_by": fields.day("review_by") or gathered,
        "confidence": fields.text("confidence", "high"),
        "note": fields.text("note", ""),
    }
    return fields.made("statement", lambda: Statement(**given))


def read_place(fields: Fields) -> Place:
    """Read a place."""
    return Place(
        id=fields.text("id"),
        name=fields.text("name"),
        level=fields.text("level"),
        state=fields.text("state"),
        cities=fields.names("cities"),
        counties=fields.names("counties"),
        unincorporated=fields.flag("unincorporated"),
    )


def read_entry(fields: Fields, kind: str, source: Citation | None) -> Entry:
    """Read a piece of the guide that no posting holds as a bullet."""
    return Entry(
        id=fields.text("id"),
        kind=kind,
        text=_text(fields),
        title=fields.text("title", ""),
        when=read_condition(fields),
        section=fields.text("section", ""),
        role=fields.text("role", ""),
        source=citation(fields, source),
    )


def read_question(fields: Fields, kind: str, source: Citation | None) -> Question:
    """Read an interview question, a red flag, or a question and its answer."""
    return Question(
        id=fields.text("id"),
        kind=kind,
        text=_text(fields),
        question=fields.text("question", ""),
        listen_for=fields.text("listen_for", ""),
        settings=fields.names("settings"),
        source=citation(fields, source),
    )


def read_duty(fields: Fields) -> Duty:
    """Read a duty of the scope table."""
    return Duty(
        fields.text("id"), fields.text("label"), fields.names("licenses"), fields.names("held_by")
    )


def read_license_group(fields: Fields) -> LicenseGroup:
    """Read a group of licenses whose holders share one way of working."""
    return LicenseGroup(fields.text("id"), fields.names("licenses"))


def read_pair(fields: Fields) -> Pair:
    """Read a pair of the scope table."""
    fields.optional("source")
    return Pair(
        fields.text("role"),
        fields.text("setting"),
        fields.text("standing", "usual"),
        fields.text("reason", ""),
    )


def _defaults(fields: Fields) -> dict[str, Any]:
    """Take facts of a requisition that a setting or a role brings, as a requisition reads them."""
    read: dict[str, Any] = {}
    for key, value in fields.table("defaults").items():
        place = f"defaults.{key}"
        if key in FACTS:
            made = fields.made("defaults", lambda key=key, value=value: Requisition(**{key: value}))  # type: ignore[misc]
            read[key] = getattr(made, key, None)
        else:
            hint = did_you_mean(key, FACTS)
            fields.report(place, "is not a field of a requisition", hint)
    return read
