"""Benefits and other pay that the text names."""

from casemgr_jd.facts.found import Stated
from casemgr_jd.facts.wording import Table, find_stated
from casemgr_jd.reading.source import Source

__all__ = ["find_benefits", "find_other_pay"]

_BENEFITS = Table.of({
    "health": ["health (insurance|coverage|benefits|plan~|care coverage)", "medical (insurance|coverage|benefits|plan~)", "medical", "healthcare (benefits|coverage|plan~)", "hsa", "fsa", "health savings"],
    "dental": ["dental"],
    "vision": ["vision (insurance|coverage|plan~|benefits|care)", "vision"],
    "retirement": ["retirement", "401", "403", "457", "pension", "calpers", "thrift savings", "tsp", "ira"],
    "paid_time_off": ["paid time off", "pto", "vacation", "paid holidays", "paid days off", "sick (leave|time|days|pay)", "paid leave", "annual leave", "paid (sick|vacation|parental)", "days off", "holidays", "leave"],
    "life": ["life insurance", "disability (insurance|coverage)", "short term disability", "long term disability"],
    "education": ["tuition", "ceu~", "continuing education", "loan (forgiveness|repayment)", "education assistance", "clinical supervision [hours] toward*", "licensure (reimbursement|support|supervision)", "license reimbursement"],
    "parental": ["parental leave", "family leave", "maternity", "paternity"],
    "assistance": ["employee assistance", "eap"],
    "mileage": ["mileage"],
    "none": ["no benefits", "not (eligible for|include) benefits", "without benefits", "not benefit eligible", "not benefits eligible", "non benefited"],
    "general": ["benefits (package|include|eligible|start|begin)", "comprehensive benefits", "full benefits", "benefits", "benefit package", "benefited position"],
})  # fmt: skip
_OTHER = Table.of({
    "bonus": ["bonus*", "incentive~ (pay|plan|program|compensation)", "sign on", "retention (bonus|pay)", "profit sharing", "commission~"],
    "differential": ["differential~", "on call (pay|stipend~)", "call pay", "shift premium", "weekend premium", "bilingual (pay|stipend|premium)"],
    "equity": ["stock (options|grants|purchase)", "equity (grant~|award~)", "rsu~", "espp"],
    "none": ["no (bonus|bonuses|commission|commissions|other compensation|additional compensation|incentive)", "no other (pay|compensation|form of compensation)",
             "not eligible for [a|any] (bonus|bonuses|commission|incentive)"],
})  # fmt: skip


def find_benefits(source: Source) -> tuple[Stated, ...]:
    """Return the benefits named for the employee (the benefits that clients apply for are left out)."""
    found = find_stated(
        source,
        _BENEFITS,
        skip=(
            "eeo",
            "legal",
            "responsibilities",
            "required",
            "preferred",
            "skills",
            "tools",
            "measures",
            "licensure",
            "about",
        ),
    )
    return tuple(one for one in found if _for_staff(source, one))


def _for_staff(source: Source, stated: Stated) -> bool:
    section = source.block_at(stated.span.start).section
    if section in ("benefits", "compensation", "glance"):
        return True
    sentence = source.sentence(stated.span.start, stated.span.end)
    text = source.folded[sentence.start : sentence.end]
    if stated.value in ("retirement", "paid_time_off", "education", "none"):
        return not any(
            word in text for word in ("client", "member", "patient", "participant", "resident")
        )
    if stated.value in ("health", "dental", "vision", "life", "general"):
        return any(word in text for word in ("insurance", "401", "403", "pto", "paid time", "we offer", "we provide", "we pay", "benefits include", "benefits:",
                                             "retirement", "you get", "you'll get", "full benefits", "benefits package", "package", "plus benefits", "benefits start"))  # fmt: skip
    return stated.value in ("assistance", "mileage", "parental")


def find_other_pay(source: Source) -> tuple[Stated, ...]:
    """Return pay beyond the base: bonuses, differentials, equity, or that there is none."""
    return find_stated(source, _OTHER, skip=("eeo", "legal", "about"))
