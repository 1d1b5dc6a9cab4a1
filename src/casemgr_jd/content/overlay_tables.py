"""The tables that an employer writes in an overlay, with their keys as our readers take them.

A reader tells its keys by taking them; so neither the page nor the schema can say anything else.
"""

import inspect
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar

from casemgr_jd._field_docs import field_docs
from casemgr_jd._records import NamedTuple
from casemgr_jd.content import read, read_plans
from casemgr_jd.content.entries import EditionPlan, Layout, SectionPlan
from casemgr_jd.content.fields import Fields
from casemgr_jd.errors import InputError
from casemgr_jd.law import Statement
from casemgr_jd.model.item import Item
from casemgr_jd.model.measures import KPI, CaseloadRange
from casemgr_jd.model.occupation import Occupation
from casemgr_jd.model.place import Place
from casemgr_jd.model.setting import Role, SeniorityTier, SettingModule
from casemgr_jd.model.slot import Slot

__all__ = ["TABLES", "Key", "OverlayTable"]

E = TypeVar("E", bound=Enum)
_TAKES = {
    "text": "text",
    "number": "number",
    "flag": "true or false",
    "names": "list of texts",
    "table": "table",
    "each": "tables",
    "every": "tables",
    "day": "date",
    "date_text": "date",
    "optional": "any",
}
"""What a key takes, by the method that takes it."""


class Key(NamedTuple):
    """A key of a table, as its reader takes it."""

    name: str
    takes: str
    needed: bool = False
    """Whether a new table must have it; one that changes another may leave it out."""
    choices: tuple[str, ...] = ()
    """The words of a closed set that it takes."""
    inside: "tuple[Key, ...]" = ()
    """The keys of the tables that it takes."""
    meaning: str = ""


class OverlayTable(NamedTuple):
    """A table of an overlay: what it is, what reads it, what it becomes."""

    words: str
    reader: Callable[..., Any]
    kind: type
    more: Mapping[str, str] = {}
    """What keys mean that are called otherwise than the field they become."""
    inner: Mapping[str, type] = {}
    """What the tables under a key become."""
    joined: Mapping[str, str] = {}
    """Keys that are taken where tables are joined, each with what it takes."""

    @property
    def keys(self) -> tuple[Key, ...]:
        """Its keys, in the order in which they are taken, each with its meaning."""
        docs = {**field_docs(self.kind), **self.more}
        late = (Key(name, takes) for name, takes in self.joined.items())
        return tuple(self._told(one, docs) for one in (*_keys_of(self.reader), *late))

    def _told(self, key: Key, docs: Mapping[str, str]) -> Key:
        inner = field_docs(self.inner.get(key.name, Item)) if key.inside else {}
        inside = tuple(one._replace(meaning=inner.get(one.name, "")) for one in key.inside)
        return key._replace(meaning=docs.get(key.name, ""), inside=inside)


class _Recorder(Fields):
    """Notes which keys a reader takes, and as what."""

    def __init__(self) -> None:
        super().__init__({}, "", [])
        self.keys: dict[str, Key] = {}

    def __getattribute__(self, name: str) -> Any:
        method = super().__getattribute__(name)
        if name not in _TAKES:
            return method

        def noted(key: str, *arguments: Any, **named: Any) -> Any:
            needed = name == "text" and not (arguments or named)
            self.keys.setdefault(key, Key(key, _TAKES[name], needed))
            return method(key, *arguments, **named)

        return noted

    def word(self, key: str, kind: type[E], default: E) -> E:
        found = super().word(key, kind, default)
        choices = tuple(str(one.value) for one in kind if one.value)
        self.keys[key] = self.keys[key]._replace(choices=choices)
        return found

    def each(self, key: str) -> Iterator[Fields]:
        inner = _Recorder()
        with suppress(InputError):
            yield inner
        self.keys[key] = self.keys[key]._replace(inside=tuple(inner.keys.values()))

    def every(self, key: str, read: Callable[[Fields], Any]) -> tuple[Any, ...]:
        inside = tuple(_taken(read).values())
        self.keys[key] = self.keys[key]._replace(inside=inside)
        return ()


def _taken(read: Callable[[Fields], Any]) -> dict[str, Key]:
    recorder = _Recorder()
    # The keys are taken by the time that it finds nothing given.
    with suppress(InputError):
        read(recorder)
    return recorder.keys


@lru_cache(maxsize=32)
def _keys_of(reader: Callable[..., Any]) -> tuple[Key, ...]:
    sources = {"source": None} if "source" in inspect.signature(reader).parameters else {}
    return tuple(_taken(lambda fields: reader(fields, **sources)).values())


class _Measures(NamedTuple):
    """A set of measures."""

    id: str
    """Its id."""
    setting: str
    """Id of the setting that its measures are for."""
    measures: tuple[KPI, ...]
    """The measures, in order."""
    source: object
    """Where they come from."""


TABLES: Mapping[str, OverlayTable] = {
    "items": OverlayTable(
        "sentences of postings, and any other item of the guide",
        read.read_item,
        Item,
        more={
            "title": "What heads it, for an item of the writer's guide.",
            "role": "Id of the role that it defines, for an item of the writer's guide.",
        },
        joined={"title": "text", "role": "text"},
    ),
    "sections": OverlayTable("sections of postings", read.read_section, SectionPlan),
    "editions": OverlayTable(
        "editions, with the sections of each",
        read_plans.read_edition,
        EditionPlan,
        inner={"sections": Layout},
    ),
    "slots": OverlayTable(
        "blanks of your own",
        read_plans.read_slots,
        Slot,
        more={
            "places": "Where its value reads in its own way: at the ``head`` of a line, with a capital; at "
            "the ``end`` of a sentence, without a period of its own. Left out, free words do both.",
        },
    ),
    "settings": OverlayTable(
        "practice settings",
        read.read_setting,
        SettingModule,
        more={
            "measures": "Ids of measures of other settings that it takes over.",
            "caseload": "Id of its caseload range, for readers; the range itself says its setting.",
            "kpis": "Id of its set of measures, for readers; the set itself says its setting.",
        },
        joined={"measures": "list of texts", "caseload": "any", "kpis": "any"},
    ),
    "tiers": OverlayTable("seniority tiers", read.read_tier, SeniorityTier),
    "roles": OverlayTable(
        "roles",
        read.read_role,
        Role,
        more={
            "text": "Who bears the title, as one sentence.",
            "item": "Id of the guide's item that defines the role, where one does.",
            "items": "The role's own day, as sentences; empty for one that takes the day of its setting.",
        },
    ),
    "caseloads": OverlayTable(
        "caseload ranges",
        read.read_caseload,
        CaseloadRange,
        more={"role": "Words for whom it is typical of; nothing is decided by it."},
    ),
    "kpis": OverlayTable(
        "measures of a setting", read.read_kpi_set, _Measures, inner={"measures": KPI}
    ),
    "occupations": OverlayTable(
        "occupation codes and what they are suggested for", read.read_occupation, Occupation
    ),
    "statements": OverlayTable(
        "sentences that law at a place wants", read.read_statement, Statement
    ),
    "places": OverlayTable("places with law of their own", read.read_place, Place),
}
"""The tables that an employer writes, by their key."""
