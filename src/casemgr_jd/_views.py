"""The one register of views: what shows a value, and in which form.

A view stands above what it shows and imports it, so the value finds its view here, by name, and imports
nothing; a subclass that has no view of its own is shown as its base class.
"""

from typing import Any

from casemgr_jd._registry import load_attribute

__all__ = ["VIEWS", "view"]

_CHECKS = "casemgr_jd.checks.views"

VIEWS: dict[str, dict[str, str]] = {
    "Comparison": {"document": "casemgr_jd.comparison._document:comparison_document"},
    "FilePlan": {"document": "casemgr_jd.renderers._plan_view:plan_document"},
    "Finding": {"document": f"{_CHECKS}.document:finding_document"},
    "InterviewKit": {"document": "casemgr_jd.hiring._kit_document:kit_document"},
    "Plan": {"document": "casemgr_jd.renderers._plan_view:plan_document"},
    "PostingFacts": {
        "dict": "casemgr_jd.facts.views:to_dict",
        "document": "casemgr_jd.facts.views:to_document",
        "requisition": "casemgr_jd.facts.reissue:requisition_of",
    },
    "Report": {
        "dict": f"{_CHECKS}.data:to_dict",
        "document": f"{_CHECKS}.document:to_document",
        "json": f"{_CHECKS}.data:to_json",
        "sarif": f"{_CHECKS}.sarif:to_sarif",
        "summary": f"{_CHECKS}.text:summary",
        "text": f"{_CHECKS}.text:to_text",
    },
    "Reports": {
        "dict": f"{_CHECKS}.many:to_dict",
        "document": f"{_CHECKS}.many:to_document",
        "json": f"{_CHECKS}.many:to_json",
        "law": f"{_CHECKS}.law:law_document",
        "sarif": f"{_CHECKS}.sarif:to_sarif_of_many",
        "text": f"{_CHECKS}.many:to_text",
    },
    "Catalog": {
        "assembled": "casemgr_jd.content.assembling:assembled_over",
        "broken": "casemgr_jd.content.references:broken_references",
        "guide": "casemgr_jd.content.writers_guide:writers_guide",
    },
    "Requisition": {"document": "casemgr_jd.builder.requisition_view:requisition_document"},
    "Variant": {"row": "casemgr_jd.variation._table:row_of"},
    "Variants": {
        "document": "casemgr_jd.variation._table:variants_document",
        "frame": "casemgr_jd.variation._table:frame_of",
    },
    "Rule": {"explanation": f"{_CHECKS}.explain:explanation"},
}
"""By the name of a class and of a form: the ``"module:function"`` that takes a value of the class."""


def view(value: object, form: str, **options: Any) -> Any:
    """Return *value* in a form: what the function registered for its class, or a base class, makes of it."""
    for kind in type(value).__mro__:
        target = VIEWS.get(kind.__name__, {}).get(form)
        if target:
            show: Any = load_attribute(target)
            return show(value, **options)
    raise LookupError(f"{type(value).__name__} has no view named {form!r}")
