"""Whether a posting states what a law wants, and where a missing element belongs."""

from casemgr_jd.checks.context import Context
from casemgr_jd.checks.law.frames import holds
from casemgr_jd.facts.matches import stands
from casemgr_jd.reading.lexicon import Said
from casemgr_jd.reading.source import Span

__all__ = ["is_stated", "place_for"]

_NAMED_BENEFITS = frozenset(
    {"health", "dental", "vision", "retirement", "paid_time_off", "life", "parental"}
)
_PAY_SECTIONS = frozenset({"compensation", "glance", "title", "benefits"})
_COMMISSION = Said("elements", "commission")
_SECTION_OF = {
    "pay": ("compensation",),
    "benefits": ("benefits", "compensation"),
    "other_compensation": ("compensation", "benefits"),
    "closing_date": ("apply",),
    "how_to_apply": ("apply",),
    "job_description": ("responsibilities", "summary"),
}


def is_stated(context: Context, element: str) -> str:
    """Tell whether the posting states an element: ``yes``, ``vague`` or ``no``.

    Raises:
        KeyError: there is no such element.
    """
    return _TESTS[element](context)


def place_for(context: Context, element: str) -> Span | None:
    """Return the heading under which an element belongs, or ``None``."""
    for section in _SECTION_OF[element]:
        for index, block in context.source.of_kind("heading"):
            if block.section == section:
                return context.source.span_of(index)
    return None


def _pay(context: Context) -> str:
    facts, requisition_pay = context.facts, context.known("pay")
    if requisition_pay is not None or facts.base_pay:
        return "yes"
    shown = any(
        pay.kind == "other" and context.source.block_at(pay.span.start).section in _PAY_SECTIONS
        for pay in facts.pay
    )
    return "yes" if shown or stands(context.source, _COMMISSION) else "no"


def _benefits(context: Context) -> str:
    if context.known("benefits"):
        return "yes"
    told = [one for one in context.facts.benefits if not _left_to_ask(context, one.span)]
    named = {one.value for one in told}
    if named & _NAMED_BENEFITS or "none" in named:
        return "yes"
    return "vague" if context.facts.benefits else "no"


def _other_compensation(context: Context) -> str:
    if context.known("other_compensation") or context.known("differentials"):
        return "yes"
    spoken = context.facts.other_pay
    if any(not _left_to_ask(context, one.span) for one in spoken):
        return "yes"
    return "vague" if spoken else "no"


def _left_to_ask(context: Context, span: Span) -> bool:
    """Tell whether the sentence only says that one may ask: "Bonus: ask your recruiter"."""
    source = context.source
    said = source.sentence(span.start, span.end)
    if source.folded[said.end - 1 : said.end] == ";":  # "a bonus is possible; contact HR"
        said = Span(said.start, source.sentence(said.end + 1, said.end + 2).end)
    return holds(source, said, ["@left_to_ask"])


def _closing_date(context: Context) -> str:
    return "yes" if context.known("closing_date") or context.facts.closing else "no"


def _how_to_apply(context: Context) -> str:
    return "yes" if context.known("apply_url") or context.facts.apply else "no"


def _job_description(context: Context) -> str:
    return "yes" if context.facts.duties else "no"


_TESTS = {
    "pay": _pay,
    "benefits": _benefits,
    "other_compensation": _other_compensation,
    "closing_date": _closing_date,
    "how_to_apply": _how_to_apply,
    "job_description": _job_description,
}
