"""The commented requisition file: every key by group, with advice, its options and an example."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from casemgr_jd._settings_files import SCHEMA_FILE
from casemgr_jd.builder.offers import offer_in_words
from casemgr_jd.cli._answers import choices, kind_of
from casemgr_jd.cli._toml import toml, toml_key, toml_line
from casemgr_jd.content.allowed import allowed
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import FieldGroup, FieldPlan
from casemgr_jd.model.requisition import Requisition

__all__ = ["commented", "requisition_file"]

_OPENING = f"""\
#:schema {SCHEMA_FILE}
# A requisition for a Case Manager posting. Uncomment and fill in what you know. What is needed and
# stays out remains a visible blank in the posting; of anything else it then says nothing.
"""
_WIDTH = 92
_NEEDS = {"needed": "Needed. ", "law": "Needed where law at the place wants it. "}


def requisition_file(chosen: Requisition, catalog: Catalog) -> str:
    """Return a TOML file that names *chosen* and offers every other key as a comment."""
    parts = [_OPENING, "schema_version = 1\n"]
    for group in catalog.field_groups:
        parts.append("\n".join([_ruled(group.title), *_tips(group, catalog), ""]))
        plans = [plan for plan in catalog.fields if plan.group == group.id and plan.kind != "extra"]
        parts += ["\n".join([*_key(plan, chosen, catalog), ""]) for plan in plans]
    # TOML reads each key below the heading of a table as part of it, so the only such table comes last.
    return "\n".join([*parts, *_own(chosen, catalog)])


def commented(words: str) -> str:
    """Return words as lines of comment."""
    lines = wrap(words, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return "\n".join([f"# {lines[0]}", *(f"#   {line}" for line in lines[1:])])


def _ruled(heading: str) -> str:
    return f"# --- {heading} {'-' * (78 - len(heading))}"


def _tips(group: FieldGroup, catalog: Catalog) -> Iterator[str]:
    """Yield the tips that speak of a group, and of none before it."""
    first = {name: one.id for one in reversed(catalog.field_groups) for name in one.sections}
    for section in catalog.template:
        if first.get(section.id) == group.id and section.tip:
            yield commented(f"Tip: {section.tip}")


def _key(plan: FieldPlan, chosen: Requisition, catalog: Catalog) -> Iterator[str]:
    yield commented(f"{_NEEDS.get(plan.need, '')}{plan.help}")
    if offered := choices(plan, catalog):
        kind = "One of" if allowed(plan, catalog) and not kind_of(plan).several else "Options"
        yield commented(f"{kind}: {', '.join(offered)}.")
    if plan.adopt:
        offer = offer_in_words(plan, chosen, catalog) or plan.adopt
        yield commented(f'"guide" takes over from the guide: {offer}.')
    if plan.name in chosen.given:
        yield toml_line(plan.name, getattr(chosen, plan.name))
    else:
        yield _as_comment(toml_line(plan.name, plan.sample))


def _as_comment(lines: str) -> str:
    return "\n".join(f"# {line}" for line in lines.splitlines())


def _own(chosen: Requisition, catalog: Catalog) -> Iterable[str]:
    """Yield the table of the slots that an overlay declares, where there are any."""
    slots = {slot.id: slot for slot in catalog.own_slots}
    if not (slots or chosen.extra):
        return
    yield _ruled("Slots of your own")
    yield "[extra]" if chosen.extra else "# [extra]"
    for name in dict.fromkeys((*slots, *chosen.extra)):
        slot = slots.get(name)
        if slot and slot.hint:
            yield commented(slot.hint)
        if slot and slot.options:
            yield commented(f"Options: {', '.join(slot.options)}.")
        value = toml(chosen.extra.get(name))
        unset = f'# {name} = "{slot.label if slot else name}"'
        yield f"{toml_key(name)} = {value}" if value else unset
    yield ""
