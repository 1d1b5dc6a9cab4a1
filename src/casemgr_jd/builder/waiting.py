"""What a posting could say if a fact were given: collected while its sentences are chosen."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from casemgr_jd.builder.offers import is_asked, offer_in_words
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import FieldPlan
from casemgr_jd.model.condition import is_filled
from casemgr_jd.model.item import Item
from casemgr_jd.model.open_option import OpenOption
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.text import SlotRef, Text

__all__ = ["Homes", "Waiting"]

Homes: TypeAlias = Mapping[str, tuple[str, str]]
"""Id and heading of a section of an edition, by the section plan whose items it takes."""

_NOT_OFFERED = ("setting", "tier", "role", "edition", "title", "add", "suppress", "omit", "extra")


class Waiting:
    """The sentences that wait for facts, each fact once."""

    def __init__(self, requisition: Requisition, catalog: Catalog, homes: Homes) -> None:
        self._requisition = requisition
        self._catalog = catalog
        self._homes = homes
        self._plans: dict[str, FieldPlan] = {plan.name: plan for plan in catalog.fields}
        self._found: dict[tuple[str, ...], OpenOption] = {}

    def note(self, fields: tuple[str, ...], section: str, text: Text, item: Item) -> None:
        """Note that the words of an item wait for *fields*."""
        # Of the facts at the top, those are offered that say one thing and nothing besides.
        if section == "facts" and (
            len(fields) > 1 or text.parts != tuple(map(SlotRef, text.slots))
        ):
            return
        if section not in self._homes:
            return
        known = [self._plans[one] for one in fields if one in self._plans]
        if fields not in self._found and all(is_asked(one, self._requisition) for one in known):
            home, heading = self._homes[section]
            self._found[fields] = OpenOption(
                fields=fields,
                section=home,
                heading=heading,
                text=text,
                label=item.label,
                id=item.id,
                tip=" ".join(plan.help for plan in known),
                options=tuple(dict.fromkeys(one for plan in known for one in plan.options)),
                adopt=next(filter(None, map(self._offer, known)), ""),
            )

    def all(self, needed: Iterable[str]) -> Iterator[OpenOption]:
        """Yield each option, and one for each optional field that no sentence waits for."""
        yield from self._found.values()
        named = {*(field for fields in self._found for field in fields), *needed}
        for plan in self._catalog.fields:
            is_open = plan.name not in named and plan.name not in _NOT_OFFERED
            section = plan.stands or self._section_of(plan)
            is_open = is_open and section in self._homes and is_asked(plan, self._requisition)
            if is_open and not is_filled(self._requisition, plan.name):
                home, heading = self._homes[section]
                yield OpenOption(
                    fields=(plan.name,),
                    section=home,
                    heading=heading,
                    text=Text.plain(""),
                    label=plan.label,
                    tip=plan.help,
                    options=plan.options,
                    adopt=self._offer(plan),
                )

    def _offer(self, plan: FieldPlan) -> str:
        return offer_in_words(plan, self._requisition, self._catalog)

    def _section_of(self, plan: FieldPlan) -> str:
        """Return the section plan that a field would speak in: the one named as its group, or its first."""
        if any(one.id == plan.group for one in self._catalog.sections):
            return plan.group
        groups = {group.id: group.sections for group in self._catalog.field_groups}
        return next(iter(groups.get(plan.group, ())), "")
