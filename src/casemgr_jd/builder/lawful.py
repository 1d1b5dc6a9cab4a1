"""What law at the place wants of a posting: facts, sentences, its wordings, the classes that it names."""

from functools import cached_property

from casemgr_jd.builder.chosen import ALWAYS_KEPT, Chosen
from casemgr_jd.builder.required import DOCUMENTS, required_statements
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.law import (
    HERE,
    Job,
    Statement,
    Wording,
    compacts,
    condition_wording,
    pay_duties,
    protected_names,
)
from casemgr_jd.model.item import Item
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.text import Text
from casemgr_jd.model.traits import COMPACT, OTHER_PAY_ASKED

__all__ = ["ELEMENTS", "Lawful"]

ELEMENTS = ("benefits", "other_compensation", "closing_date")
"""What pay laws want of a posting that few postings need elsewhere, by requisition field."""
_OTHER = "other_compensation"
_MOST_CLASSES = 14
"""More of them than this make a list that nobody reads; what closes it holds for them too."""


class Lawful:
    """Law as one job meets it; what it wants is found out once."""

    def __init__(self, requisition: Requisition, catalog: Catalog) -> None:
        self._requisition = requisition
        self._catalog = catalog
        self._job = Job.of(requisition, places=catalog.places_by_state)
        self._wordings: dict[str, Wording | None] = {}

    @cached_property
    def wanted(self) -> frozenset[str]:
        """The fields that law at the place wants in a posting, surely or perhaps."""
        # Differentials and bonuses are pay besides the base: who tells them has told it.
        return self._asked - {_OTHER} if self._requisition.differentials else self._asked

    @cached_property
    def _asked(self) -> frozenset[str]:
        return frozenset(
            name
            for one in pay_duties(self._job).standings
            if one.reach.how in HERE
            for name in one.law.wants
            if name in ELEMENTS
        )

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The sentences that law wants in the posting, and those that are wise by what is planned."""
        planned = (DOCUMENTS,) if self._requisition.attachments else ()
        return required_statements(self._requisition, self._catalog, planned)

    def sentences(self, section: str) -> tuple[Chosen, ...]:
        """Return the statements as they stand in a section."""
        return tuple(
            Chosen(one.id, one.text, "", ALWAYS_KEPT, "paragraphs")
            for one in self.statements
            if one.stands == section
        )

    def words(self, item: Item, text: Text) -> Text | None:
        """Return how a condition of hire may be worded here; nothing where it is better left out."""
        found = self.wording(item.condition)
        return text if found is None else found.text

    def wording(self, condition: str) -> Wording | None:
        """Return what law here has to say of the words of a condition of hire, if it has a wish."""
        if condition not in self._wordings:
            self._wordings[condition] = condition_wording(condition, self._job)
        return self._wordings[condition]

    @cached_property
    def classes(self) -> tuple[str, ...]:
        """The classes named here beside the federal ones; none where they are too many."""
        found = protected_names(self._job)
        return found if len(found) <= _MOST_CLASSES else ()

    @cached_property
    def traits(self) -> frozenset[str]:
        """The traits that follow from law."""
        states, region = self._states(), self._region()
        compact = {COMPACT} if states and states.issubset(region) else set()
        return frozenset(compact | ({OTHER_PAY_ASKED} if _OTHER in self._asked else set()))

    @cached_property
    def regions(self) -> tuple[tuple[str, ...], ...]:
        """Groups of states of which it matters whether all of the job is in one."""
        region = tuple(sorted(self._region()))
        return (region,) if region else ()

    def _states(self) -> frozenset[str]:
        found = {one.state for one in self._requisition.locations if one.country == "US"}
        found |= set(self._requisition.remote_states)
        return frozenset(one for one in found if one)

    def _region(self) -> frozenset[str]:
        licenses = set(self._requisition.license)
        fitting = (set(one.issuing) for one in compacts().values() if licenses & set(one.licenses))
        return frozenset(next(fitting, set())) if len(licenses) == 1 else frozenset()
