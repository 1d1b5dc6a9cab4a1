"""From content files to what describes the facts and the layout of postings: fields, slots, editions."""

from casemgr_jd.content.entries import EditionPlan, FieldGroup, FieldPlan, Heading, Layout, Telling
from casemgr_jd.content.fields import Fields
from casemgr_jd.content.read import read_condition
from casemgr_jd.model.changes import FACTS
from casemgr_jd.model.choices import Need
from casemgr_jd.model.slot import Place, Slot, SlotKind, views_of

__all__ = ["read_edition", "read_field", "read_group", "read_slots", "read_telling", "slots_of"]


def read_field(fields: Fields) -> FieldPlan:
    """Read the description of a requisition field."""
    name = fields.text("name")
    fields.optional("join")
    if name not in FACTS:
        fields.report("name", f"is no field of a requisition: {name!r}")
    return FieldPlan(
        name=name,
        label=fields.text("label"),
        kind=fields.text("kind"),
        group=fields.text("group"),
        ask=fields.text("ask"),
        help=fields.text("help", ""),
        options=fields.names("options"),
        sample=fields.optional("sample"),
        need=fields.word("need", Need, Need.OPTIONAL),
        adopt=fields.text("adopt", ""),
        adopts=fields.names("adopts"),
        stands=fields.text("stands", ""),
        form=fields.text("form", ""),
        first=fields.flag("first"),
        labeled=fields.flag("labeled"),
        heading=fields.text("heading", ""),
        slot=fields.text("slot", name),
        places=_places(fields),
        initial=fields.text("initial", ""),
        when=read_condition(fields),
    )


_SLOT_KINDS = {
    "some_of": SlotKind.SOME_OF,
    "choice": SlotKind.ONE_OF,
    "states": SlotKind.SOME_OF,
    "countries": SlotKind.SOME_OF,
    "percent": SlotKind.RANGE,
    "years": SlotKind.RANGE,
    "pay": SlotKind.MONEY,
    "date": SlotKind.DATE,
    "date_or_ongoing": SlotKind.DATE,
    "url": SlotKind.URL,
    "contact": SlotKind.CONTACT,
}


def slots_of(plan: FieldPlan, join: str) -> tuple[Slot, ...]:
    """Return the slot that shows a requisition field, and its views."""
    kind = _SLOT_KINDS.get(plan.kind, SlotKind.TEXT)
    slot = Slot(plan.slot, plan.label, kind, plan.name, plan.options, join, plan.help)
    return (slot, *views_of(slot, plan.places))


def read_group(fields: Fields) -> FieldGroup:
    """Read a group of requisition fields."""
    return FieldGroup(fields.text("id"), fields.text("title"), fields.names("sections"))


def read_edition(fields: Fields) -> EditionPlan:
    """Read an edition with the layout of its sections."""
    return EditionPlan(
        id=fields.text("id"),
        name=fields.text("name"),
        sections=tuple(_layout(one) for one in fields.each("sections")),
        words=int(fields.number("words", 0)),
        more=fields.text("more", ""),
    )


def read_telling(fields: Fields) -> Telling:
    """Read the words that show what an employer's own words speak of."""
    field, label = fields.text("field", ""), fields.text("label", "")
    return Telling(field or label, fields.names("words"), fields.names("but"))


def _layout(fields: Fields) -> Layout:
    section = fields.text("id")
    return Layout(
        id=section,
        title=fields.text("title", ""),
        takes=fields.names("takes") or (section,),
        tip=fields.text("tip", ""),
        most=int(fields.number("most", 0)),
        enough=int(fields.number("enough", 0)),
        counts=fields.names("counts"),
        brief=int(fields.number("brief", 0)),
        joins=fields.text("joins", ""),
        unnamed=fields.flag("unnamed"),
        label=fields.text("label", ""),
        headings=fields.every("headings", _heading),
    )


def _heading(fields: Fields) -> Heading:
    return Heading(fields.text("title"), fields.names("tells"), fields.names("only"))


def read_slots(fields: Fields) -> tuple[Slot, ...]:
    """Read a slot, with its views; free words for one of an overlay's own have them unasked."""
    slot_id, places = fields.text("id"), _places(fields)
    slot = Slot(
        id=slot_id,
        label=fields.text("label", slot_id.replace("_", " ").capitalize()),
        kind=fields.word("kind", SlotKind, SlotKind.TEXT),
        field=fields.text("field", slot_id if slot_id in FACTS else "extra"),
        options=fields.names("options"),
        join=fields.text("join", "and"),
        hint=fields.text("hint", ""),
    )
    is_own = slot.field == "extra" and slot.kind in _FREE
    return (slot, *views_of(slot, places or (_BOTH if is_own else ())))


_FREE = (SlotKind.TEXT, SlotKind.ONE_OF, SlotKind.SOME_OF)
_BOTH = (Place.HEAD, Place.END)


def _places(fields: Fields) -> tuple[Place, ...]:
    """Read where the value of a slot reads in its own way."""
    named = fields.names("places")
    known = tuple(one for one in _BOTH if one in named)
    if len(known) != len(named):
        fields.report("places", f"must be of {_WORDS}: {list(named)}")
    return known


_WORDS = " and ".join(repr(one.value) for one in _BOTH)
