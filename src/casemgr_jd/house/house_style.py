"""The house style as one value: what it says, how it looks, what it checks, where it publishes."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from casemgr_jd._attrs import field, frozen
from casemgr_jd._doors import by_name, doors
from casemgr_jd._frozen import FrozenMap
from casemgr_jd.builder.posting_builder import PostingBuilder
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.load import load_catalog
from casemgr_jd.content.overlays import with_overlays
from casemgr_jd.errors import ContentError, InputError, Problem
from casemgr_jd.house import _reading
from casemgr_jd.house.check_choices import CheckChoices
from casemgr_jd.house.own_section import OwnSection
from casemgr_jd.model import _entry
from casemgr_jd.model._entry import lines
from casemgr_jd.model._value import Value
from casemgr_jd.model.changes import standing_on
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.slot import Slot
from casemgr_jd.renderers.registry import get_renderer
from casemgr_jd.renderers.theme import Theme

if TYPE_CHECKING:
    from casemgr_jd.checks.report import Report
    from casemgr_jd.checks.rule import Rule

__all__ = ["HouseStyle"]


@by_name
@doors
@frozen(repr=False, kw_only=True, eq=False)
class HouseStyle(Value):
    """What an employer says, shows, checks and publishes alike in every posting.

    It is a step of the builder (``builder.pipe(style)``), and two are one: ``usual | special``.

    Raises:
        InputError: a value cannot be used; all problems at once.

    >>> from casemgr_jd import draft
    >>> style = HouseStyle(facts={"organization": "Lakeside Health"}, renames={"apply": "Join us"})
    >>> posting = draft().pipe(style).build()
    >>> posting.value("organization"), posting.sections[-2].title
    ('Lakeside Health', 'Join us')
    """

    content: tuple[str, ...] = field(default=(), converter=lines)
    """Overlays beneath all else: paths of folders, or names of installed ones."""
    letterhead: tuple[str, ...] = field(default=(), converter=lines)
    """Lines at the top of every posting, with ``{slot}`` for a value."""
    facts: Requisition = field(factory=Requisition, converter=_reading.facts)
    """Facts that stand where a requisition does not give its own: about, benefits, how to apply."""
    values: FrozenMap[Any] = field(factory=FrozenMap, converter=_reading.values)
    """What fills slots of the house, by their id, such as a phone number; a slot that ``slots`` does not
    declare is one of a plain text."""
    slots: tuple[Slot, ...] = field(default=(), converter=_reading.slots)
    """Slots of the house, for what each requisition says under ``[extra]``."""
    sections: tuple[OwnSection, ...] = field(default=(), converter=_reading.sections)
    """Sections of the house, before or after those of the guide."""
    renames: FrozenMap[str] = field(factory=FrozenMap, converter=_reading.words_by_name)
    """New words by name: headings of sections, titles of roles, names of settings and tiers, labels."""
    banned: FrozenMap[str] = field(factory=FrozenMap, converter=_reading.banned)
    """Words that the checker is to find, each with what to write in its place, which may be empty."""
    theme: Theme | None = field(default=None, converter=_reading.theme)
    """The look of formats that people see."""
    checks: CheckChoices = field(factory=CheckChoices, converter=_reading.checks)
    """What the checker is told."""
    outlets: FrozenMap[FrozenMap[Any]] = field(factory=FrozenMap, converter=_reading.outlets)
    """Options by outlet or format, such as ``{"linkedin": {"company_id": 42}}``."""

    def __attrs_post_init__(self) -> None:
        _entry.settle(self)

    def __call__(self, builder: PostingBuilder) -> PostingBuilder:
        """Return a builder whose postings follow the style; for ``builder.pipe(style)``."""
        made = builder.with_defaults(self._facts)
        return made.with_catalog(self.catalog(builder.catalog))

    def __or__(self, other: "HouseStyle") -> "HouseStyle":
        """Return the style that follows this one, and above it *other*."""
        return HouseStyle(
            content=tuple(dict.fromkeys((*self.content, *other.content))),
            letterhead=other.letterhead or self.letterhead,
            facts=standing_on(other.facts, self.facts),
            values={**self.values, **other.values},
            slots=_by_id(self.slots, other.slots),
            sections=_by_id(self.sections, other.sections),
            renames={**self.renames, **other.renames},
            banned={**self.banned, **other.banned},
            theme=other.theme or self.theme,
            checks=other.checks.over(self.checks),
            outlets=_joined(self.outlets, other.outlets),
        )

    def catalog(self, beneath: Catalog | None = None) -> Catalog:
        """Return the content that the style brings, over the packaged guide or another catalog.

        Raises:
            ContentError: an overlay is not there, or its content is malformed.
            InputError: a rename or a place beside a section names nothing.
        """
        # Folders are read each time, for what lies in them may have changed.
        below = with_overlays(beneath or load_catalog(), self.content)
        return _catalog_of(self, below) if self._says_something else below

    def requisition(self, requisition: Requisition | None = None) -> Requisition:
        """Return a requisition with the facts of the house where it does not give its own.

        >>> style = HouseStyle(facts={"benefits": ["medical", "dental"]})
        >>> style.requisition(Requisition(tier="entry")).benefits
        ('medical', 'dental')
        """
        return standing_on(requisition or Requisition(), self._facts)

    def renderer(self, name: str) -> Any:
        """Return the renderer of a format, in the look of the house and with its options.

        Raises:
            UnknownNameError: no format has that name.
            InputError: an option of the outlet is not known, or its value is wrong.
        """
        made = get_renderer(name)
        if self.theme is not None and hasattr(made, "with_theme"):
            made = made.with_theme(self.theme)
        given = self._options(getattr(made, "option_tables", (name,)))
        if not given:
            return made
        if not hasattr(made, "with_options"):
            reason = f"the format {name!r} takes no options"
            raise InputError([Problem(f"outlets.{name}", reason, "leave them out")])
        try:
            return made.with_options(given)
        except InputError as error:
            raise InputError([one.under(f"outlets.{name}") for one in error.problems]) from None

    def check(
        self, posting: Posting, *, today: date | None = None, catalog: Catalog | None = None
    ) -> "Report":
        """Check a posting as the house does: with its choices, its words and its content.

        Args:
            posting: the posting.
            today: the day of the check; without it no date is past, and no law begins or ends.
            catalog: the content of the house, where it is at hand.

        >>> from casemgr_jd import draft
        >>> style = HouseStyle(banned={"rock star~": "colleague"}, checks={"select": "STY"})
        >>> own = draft().pipe(style).fill(duties=["Be a rock star."]).build()
        >>> [finding.message for finding in style.check(own)]
        ['Write "colleague" in place of "rock star".']
        """
        from casemgr_jd.checks.entry import check

        chosen = self.checks
        return check(
            posting,
            today=today,
            select=chosen.select,
            ignore=chosen.ignore,
            outlets=chosen.outlets,
            suppressions=chosen.suppress,
            catalog=catalog or self.catalog(),
            more_rules=self.rules,
        )

    @property
    def rules(self) -> "tuple[Rule, ...]":
        """The rules that the checker runs for the house: they find the words that it bans."""
        from casemgr_jd.house.words import house_rules

        return house_rules(self.banned)

    @property
    def _facts(self) -> Requisition:
        return standing_on(Requisition(extra=self.values), self.facts)

    @property
    def _says_something(self) -> bool:
        return any((self.letterhead, self.values, self.slots, self.sections, self.renames))

    def _options(self, names: Iterable[str]) -> dict[str, Any]:
        return {name: value for one in names for name, value in self.outlets.get(one, {}).items()}


@lru_cache(maxsize=16)
def _catalog_of(style: HouseStyle, below: Catalog) -> Catalog:
    from casemgr_jd.house.content import HOUSE, as_written, house_tables

    declared = {one.id for one in (*below.slots, *style.slots)}
    plain = [_plain_slot(name) for name in style.values if name not in declared]
    slots = (*style.slots, *plain)
    tables = house_tables(style.letterhead, style.sections, style.renames, slots, below)
    try:
        return below.overlay_tables(tables, HOUSE)
    except ContentError as error:
        raise ContentError([*map(as_written, error.problems)], HOUSE) from None


def _plain_slot(name: str) -> Slot:
    return Slot(name, name.replace("_", " ").capitalize(), field="extra")


def _by_id(below: Iterable[Any], above: Iterable[Any]) -> tuple[Any, ...]:
    found = {one.id: one for one in below}
    found.update({one.id: one for one in above})
    return tuple(found.values())


def _joined(
    below: Mapping[str, Mapping[str, Any]], above: Mapping[str, Mapping[str, Any]]
) -> dict[str, dict[str, Any]]:
    names = {*below, *above}
    return {name: {**below.get(name, {}), **above.get(name, {})} for name in names}
