"""What stands in a posting: an item in the words that stand, and the employer's own sentences."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import FieldPlan
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.text import Text

__all__ = ["ALWAYS_KEPT", "CONTINUES", "LEADS", "Chosen", "own_plans", "own_sentences"]

ALWAYS_KEPT = 0
LEADS = "leads"
"""The form of a line that leads to the bullets behind it; without them it does not stand."""


CONTINUES = "continues"
"""The form of a sentence that goes on in the paragraph of the one before it."""


class Chosen(NamedTuple):
    """An item that stands, in the words that stand."""

    id: str
    text: Text
    label: str = ""
    priority: int = 3
    form: str = "bullets"
    states: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    """Requisition fields that the words tell without a slot that shows them."""
    unsaid: bool = False
    """Whether it stands only where no other sentence shows what fills its slots."""
    is_true_of_any: bool = False
    """Whether it tells no fact of this job: it is true of any such job, and gives way to what is."""


def _opened(words: str) -> str:
    """Return a sentence with a capital at its head, where its first word is a plain one in small letters.

    >>> _opened("a high school diploma"), _opened("eConsults each week")
    ('A high school diploma', 'eConsults each week')
    """
    first = words.split(maxsplit=1)[0]
    return f"{words[0].upper()}{words[1:]}" if first.isalpha() and first.islower() else words


@lru_cache(maxsize=512)
def own_plans(catalog: Catalog, section: str) -> tuple[FieldPlan, ...]:
    """Return the fields whose sentences are the employer's own in a section."""
    return tuple(plan for plan in catalog.fields if plan.stands == section)


def own_sentences(
    requisition: Requisition, catalog: Catalog, section: str, form: str, first: bool
) -> Iterator[Chosen]:
    """Yield the employer's own sentences for a section, as they are: those that stand first, or the rest."""
    for plan in own_plans(catalog, section):
        if plan.first == first:
            given = getattr(requisition, plan.name)
            # Sentences of a paragraph are read together; each bullet stands alone.
            sentences = (" ".join(given),) if plan.form == "paragraphs" and given else given
            for number, words in enumerate(sentences, 1):
                text = Text.plain(_opened(words))
                yield Chosen(
                    f"own.{plan.name}.{number}", text, "", ALWAYS_KEPT, plan.form, (), (plan.name,)
                )
    for number, addition in enumerate(() if first else requisition.add, 1):
        if addition.section == section:
            text = Text.plain(addition.text)
            label = addition.label or ""
            yield Chosen(f"own.add.{number}", text, label, ALWAYS_KEPT, form, (), ("add",))
