"""Which field of the requisition the words of a finding come from."""

from collections.abc import Iterator

from casemgr_jd import _attrs as attrs
from casemgr_jd._late import late
from casemgr_jd.checks.report import Finding, Report
from casemgr_jd.checks.rules import rules
from casemgr_jd.model.document import Bullet, Fact, Paragraph, Section
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.text import SlotRef, Text

__all__ = ["with_fields"]

_STEP = late(r"(\w+)\[(\d+)\]")


def with_fields(report: Report, posting: Posting) -> Report:
    """Return the report of a posting with the field of the requisition named in each finding about its value."""
    return attrs.evolve(
        report,
        findings=tuple(attrs.evolve(one, field=_field(posting, one)) for one in report),
    )


def _field(posting: Posting, finding: Finding) -> str:
    missed = _missed(finding)
    if missed or not finding.match:
        return missed
    start, end = finding.offset, finding.offset + len(finding.match)
    for slot, first, last in _slots(posting, finding.path):
        if start < last and first < end:
            return _field_of(posting, slot)
    return ""


def _missed(finding: Finding) -> str:
    """The field that would hold what is missing, where a rule misses an element."""
    rule = next((rule for rule in rules() if rule.code == finding.code), None)
    element = rule.options.get("element", "") if rule is not None else ""
    return _FIELDS.get(element, "")


_FIELDS = {
    "employer": "organization",
    "location": "locations",
    "schedule": "shift",
    "employment_type": "employment_type",
    "pay": "pay",
    "benefits": "benefits",
    "other_compensation": "other_compensation",
    "reporting": "manager",
    "caseload": "caseload",
    "accommodation": "accommodation_contact",
    "apply": "apply_url",
    "how_to_apply": "apply_url",
    "closing": "closing_date",
    "closing_date": "closing_date",
}
"""Elements that a rule can miss, and the field of a requisition that holds each."""


def _field_of(posting: Posting, slot_id: str) -> str:
    slot = next((one for one in posting.slots if one.id == slot_id), None)
    return _TABLES.get(slot_id) or (slot.field if slot and slot.field else slot_id)


_TABLES = {"location": "locations", "state": "locations", "pay_range": "pay"}


def _slots(posting: Posting, path: str) -> Iterator[tuple[str, int, int]]:
    """Yield each slot in the text of a node, and where its value stands in it."""
    label, text = _node(posting, path)
    at = len(f"{label}: ") if label else 0
    for part in text.parts:
        value = posting.read(part.slot) if isinstance(part, SlotRef) else part
        if isinstance(part, SlotRef):
            yield part.slot, at, at + len(value)
        at += len(value)


def _node(posting: Posting, path: str) -> tuple[str, Text]:
    node: object = posting
    for name, index in _STEP.findall(path):
        members = (
            [block for block in posting.blocks if isinstance(block, Section)]
            if name == "sections"
            else getattr(node, name, ())
        )
        node = members[int(index)] if int(index) < len(members) else None
    if isinstance(node, Bullet | Fact):
        return node.label, node.text
    if isinstance(node, Paragraph):
        return "", node.text
    if node is posting:
        return "", posting.title
    return "", Text(())
