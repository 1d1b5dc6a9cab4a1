"""Benefits and other pay that the text names."""

from casemgr_jd.facts.by_block import in_blocks
from casemgr_jd.facts.found import Stated
from casemgr_jd.facts.modality import of_others
from casemgr_jd.facts.wording import Table, find_stated, stating
from casemgr_jd.reading.lexicon import word_list
from casemgr_jd.reading.source import Source

__all__ = ["find_benefits", "find_other_pay"]

_BENEFITS = Table("offers", "benefits")
_OTHER = Table("offers", "other_pay")


@in_blocks(stating(_BENEFITS))
def find_benefits(source: Source) -> tuple[Stated, ...]:
    """Return the benefits named for the employee (the benefits that clients apply for are left out)."""
    found = [
        one
        for one in find_stated(source, _BENEFITS, skip=_ASIDE)
        if _for_staff(source, one) and not of_others(source, one.span)
    ]
    return tuple(
        one for one in found if not _is_weak(source, one) or _in_company(source, one, found)
    )


_ASIDE = ("eeo", "legal", "responsibilities", "required", "preferred", "skills", "tools", "measures", "licensure", "about")  # fmt: skip


def _is_weak(source: Source, stated: Stated) -> bool:
    words = source.folded[stated.span.start : stated.span.end]
    return words in word_list("offers", "benefits_weak", "words")


def _in_company(source: Source, stated: Stated, found: list[Stated]) -> bool:
    """Whether another benefit stands in the same sentence, or the word is an item of the list of benefits."""
    sentence = source.sentence(stated.span.start, stated.span.end)
    beside = any(
        one.value != stated.value and sentence.start <= one.span.start < sentence.end
        for one in found
    )
    block = source.block_at(stated.span.start)
    item = block.kind != "heading" and len(block.text.split()) <= _ITEM
    return beside or (item and block.section in ("benefits", "compensation"))


_ITEM = 8


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


@in_blocks(stating(_OTHER))
def find_other_pay(source: Source) -> tuple[Stated, ...]:
    """Return pay beyond the base: bonuses, differentials, equity, or that there is none."""
    return find_stated(source, _OTHER, skip=("eeo", "legal", "about"))
