"""What a posting could say if a fact were given: collected while its sentences are chosen."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

from casemgr_jd.builder.chosen import AT_THE_TOP
from casemgr_jd.builder.offers import is_asked, offer_in_words
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import FieldPlan
from casemgr_jd.model.condition import is_filled
from casemgr_jd.model.item import ALWAYS, Item
from casemgr_jd.model.open_option import OpenOption
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.text import SlotRef, Text

__all__ = ["Homes", "Waiting", "offered"]

Homes: TypeAlias = Mapping[str, tuple[str, str]]
"""Id and heading of a section of an edition, by the section plan whose items it takes."""

_MOST_REMEMBERED = 8192
_NOT_OFFERED = ("setting", "tier", "role", "edition", "title", "add", "suppress", "omit", "extra")


class Waiting:
    """The sentences that wait for facts, each fact once."""

    def __init__(self, requisition: Requisition, catalog: Catalog, homes: Homes) -> None:
        self._requisition = requisition
        self._catalog = catalog
        self._homes = homes
        self._plans = _plans(catalog)
        self._offers = _offers(catalog, requisition.setting, requisition.role)
        self._found: dict[tuple[str, ...], OpenOption] = {}

    def note(self, fields: tuple[str, ...], section: str, text: Text, item: Item) -> None:
        """Note that the words of an item wait for *fields*."""
        if section not in self._homes or fields in self._found:
            return
        # Of the facts at the top, those are offered that say one thing and nothing besides.
        is_bare = text.parts == tuple(map(SlotRef, text.slots))
        if section in AT_THE_TOP and (len(fields) > 1 or not is_bare):
            return
        known = tuple([self._plans[one] for one in fields if one in self._plans])
        if all(map(self._is_asked, known)):
            home, heading = self._homes[section]
            adopt = next(filter(None, map(self._offer, known)), "")
            key = fields, home, heading, id(item), id(text), adopt
            options = _options(self._catalog)
            if key not in options:
                if len(options) >= _MOST_REMEMBERED:
                    options.clear()
                options[key] = text, _of_item(known, fields, home, heading, item, text, adopt)
            self._found[fields] = options[key][1]

    def all(self, needed: Iterable[str]) -> Iterator[OpenOption]:
        """Yield each option, and one for each optional field that no sentence waits for."""
        yield from self._found.values()
        named = {*(field for fields in self._found for field in fields), *needed}
        for plan, section in offered(self._catalog):
            is_open = plan.name not in named and section in self._homes
            if is_open and not is_filled(self._requisition, plan.name) and self._is_asked(plan):
                home, heading = self._homes[section]
                yield _of_field(self._catalog, plan.name, home, heading, self._offer(plan))

    def _is_asked(self, plan: FieldPlan) -> bool:
        return plan.when == ALWAYS or is_asked(plan, self._requisition)

    def _offer(self, plan: FieldPlan) -> str:
        return self._offers.get(plan.name, "")


@lru_cache(maxsize=8)
def _plans(catalog: Catalog) -> Mapping[str, FieldPlan]:
    return {plan.name: plan for plan in catalog.fields}


@lru_cache(maxsize=512)
def _offers(catalog: Catalog, setting: tuple[str, ...], role: str | None) -> Mapping[str, str]:
    """Return what ``"guide"`` takes over for each field, in words: it follows from setting and role."""
    job = Requisition(setting=setting, role=role)
    adoptable = (plan for plan in catalog.fields if plan.adopt)
    return {plan.name: offer_in_words(plan, job, catalog) for plan in adoptable}


@lru_cache(maxsize=8)
def offered(catalog: Catalog) -> tuple[tuple[FieldPlan, str], ...]:
    """Return the fields that a writer may be told of, each with the section plan that it would speak in."""
    return tuple(
        (plan, plan.stands or _section_of(plan, catalog))
        for plan in catalog.fields
        if plan.name not in _NOT_OFFERED
    )


def _section_of(plan: FieldPlan, catalog: Catalog) -> str:
    """Return the section plan that a field would speak in: the one named as its group, or its first."""
    if any(one.id == plan.group for one in catalog.sections):
        return plan.group
    groups = {group.id: group.sections for group in catalog.field_groups}
    return next(iter(groups.get(plan.group, ())), "")


@lru_cache(maxsize=4096)
def _of_field(catalog: Catalog, name: str, home: str, heading: str, adopt: str) -> OpenOption:
    plan = catalog.field(name)
    return OpenOption(
        fields=(name,),
        section=home,
        heading=heading,
        text=Text.plain(""),
        label=plan.label,
        tip=plan.help,
        options=plan.options,
        adopt=adopt,
    )


@lru_cache(maxsize=8)
def _options(catalog: Catalog) -> "dict[tuple[object, ...], tuple[Text, OpenOption]]":
    """Return the options of items of *catalog* that were made before, each with the text it is found by."""
    return {}


def _of_item(
    known: tuple[FieldPlan, ...],
    fields: tuple[str, ...],
    home: str,
    heading: str,
    item: Item,
    text: Text,
    adopt: str,
) -> OpenOption:
    return OpenOption(
        fields=fields,
        section=home,
        heading=heading,
        text=text,
        label=item.label,
        id=item.id,
        tip=" ".join(plan.help for plan in known),
        options=tuple(dict.fromkeys(one for plan in known for one in plan.options)),
        adopt=adopt,
    )
