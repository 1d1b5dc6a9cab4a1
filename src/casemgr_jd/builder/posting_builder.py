"""The builder: a recipe for a posting, which reads content only when it builds."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec

from casemgr_jd._attrs import evolve, field, frozen
from casemgr_jd._compared import ByContent
from casemgr_jd._doors import door, doors, node
from casemgr_jd._frozen import FrozenMap
from casemgr_jd._names import did_you_mean
from casemgr_jd.builder.compose import compose
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.load import load_catalog
from casemgr_jd.content.own import Own
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.changes import FACTS, changed, replaced, standing_on
from casemgr_jd.model.choices import Edition
from casemgr_jd.model.document import Bullet, Section
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.requisition import Omission, Requisition
from casemgr_jd.model.setting import Role, SeniorityTier, SettingModule
from casemgr_jd.model.text import Text

__all__ = ["PostingBuilder", "build", "draft"]

_NO_FACTS = Requisition()
_MAKE = "make one, or read it with load_requisition"

if TYPE_CHECKING:
    from casemgr_jd.builder.edits import Edit

P = ParamSpec("P")


@doors
@node
@frozen(eq=False)
class PostingBuilder(ByContent):
    """Choices for a posting, recorded first and carried out by ``build()``.

    Every verb returns a new builder and leaves this one as it was. In all words that a verb is given, as
    a string or inside a bullet or section, ``{slot}`` refers to a slot; ``build`` refuses one that is none.

    >>> senior = PostingBuilder().for_setting("hospital").at_tier("senior").as_role("rn")
    >>> senior.build().heading
    'Senior RN Case Manager'
    """

    requisition: Requisition = _NO_FACTS
    """The employer's facts."""
    choices: FrozenMap[Any] = field(factory=FrozenMap)
    """What the verbs chose, by requisition field; stands above the requisition."""
    edits: "tuple[Edit, ...]" = ()
    """What the verbs on sections and bullets recorded, in order."""
    catalog: Catalog | None = None
    """Content to use in place of the packaged guide."""
    defaults: Requisition = _NO_FACTS
    """Facts that stand where neither the requisition nor a verb gives any."""

    own: tuple[Own, ...] = ()
    """Settings, tiers and roles that were given as values; they stand above those of the content."""

    def for_setting(self, *settings: str | SettingModule) -> "PostingBuilder":
        """Choose one or more practice settings, in place of any chosen before: by id, or your own."""
        return self._with_own(settings).fill(setting=_ids(settings))

    def at_tier(self, tier: str | SeniorityTier) -> "PostingBuilder":
        """Choose the seniority tier: by id or another of its names, or your own."""
        (name,) = _ids((tier,))
        return self._with_own((tier,)).fill(tier=name)

    def as_role(self, role: str | Role) -> "PostingBuilder":
        """Choose the role, and with it the title and what the person may do: by id, or your own."""
        (name,) = _ids((role,))
        return self._with_own((role,)).fill(role=name)

    def _with_own(self, values: "Iterable[str | Own]") -> "PostingBuilder":
        own = tuple(one for one in values if not isinstance(one, str))
        return evolve(self, own=(*self.own, *own)) if own else self

    def with_edition(self, edition: Edition | str) -> "PostingBuilder":
        """Choose how long the posting is."""
        return self.fill(edition=edition)

    @door(requisition=_MAKE)
    def with_requisition(self, requisition: Requisition) -> "PostingBuilder":
        """Take the employer's facts, in place of any taken before."""
        return evolve(self, requisition=requisition)

    @door(facts=_MAKE)
    def with_defaults(self, facts: Requisition) -> "PostingBuilder":
        """Give facts that stand where neither the requisition nor a verb gives any, over earlier ones."""
        return evolve(self, defaults=standing_on(facts, self.defaults))

    def with_catalog(self, catalog: Catalog) -> "PostingBuilder":
        """Use the content of *catalog*, such as one with an overlay."""
        return evolve(self, catalog=catalog)

    def fill(self, **facts: Any) -> "PostingBuilder":
        """Give requisition fields by name; they stand above the requisition.

        Raises:
            InputError: a name is not a field of a requisition, or a value is not of its kind.
        """
        unknown = [
            Problem(name, "is not a field of a requisition", did_you_mean(name, FACTS))
            for name in facts
            if name not in FACTS
        ]
        if unknown:
            raise InputError(unknown)
        checked = changed(_NO_FACTS, facts)
        given = {name: getattr(checked, name) for name in facts}
        return evolve(self, choices=FrozenMap({**self.choices, **given}))

    def with_section(self, section: Section) -> "PostingBuilder":
        """Put *section* in place of the one with its id; ``{slot}`` in its words refers to a slot."""
        return self._edited("ReplaceSection", section)

    def add_section(
        self, section: Section, *, after: str = "", before: str = ""
    ) -> "PostingBuilder":
        """Append a section, or place it behind the section *after* or in front of *before*.

        Raises:
            InputError: both are named.
        """
        if after and before:
            hint = "name one of them"
            raise InputError([Problem("before", "says another place than after", hint)])
        return self._edited("AddSection", section, after, before)

    def without_section(self, section_id: str) -> "PostingBuilder":
        """Drop a section by id."""
        return self._edited("Drop", section_id)

    def add_bullet(self, section_id: str, bullet: Bullet | str) -> "PostingBuilder":
        """Append a bullet to a section; ``{slot}`` in its words refers to a slot.

        A section of the edition in which nothing stands yet is opened by it, in its place.
        """
        made = bullet if isinstance(bullet, Bullet) else Bullet(bullet)
        return self._edited("AddBullet", section_id, made)

    def replace_bullet(self, bullet_id: str, text: Text | str) -> "PostingBuilder":
        """Give a bullet or paragraph other words; ``{slot}`` in them refers to a slot."""
        words = text if isinstance(text, Text) else Text.plain(text)
        return self._edited("ReplaceText", bullet_id, words)

    def without_bullet(self, bullet_id: str, *, reason: str | None = None) -> "PostingBuilder":
        """Drop a bullet or paragraph by id; what law wants is dropped only for a *reason*."""
        kept: tuple[Omission, ...] = self.choices.get("omit", ())
        return self.fill(omit=(*kept, Omission(bullet_id, reason)))

    def reorder(self, *section_ids: str) -> "PostingBuilder":
        """Put the named sections first, in this order; the others follow as they stood."""
        return self._edited("Reorder", section_ids)

    def pipe(
        self,
        step: "Callable[Concatenate[PostingBuilder, P], PostingBuilder]",
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> "PostingBuilder":
        """Apply a step: any function from builder to builder, such as a house style."""
        return step(self, *args, **kwargs)

    def build(self, catalog: Catalog | None = None) -> Posting:
        """Return the posting. Reads content, but no clock.

        Raises:
            InputError: a choice names something that does not exist, or an edit finds no place or
                would take out a sentence that law wants.
        """
        content = catalog or self.catalog or load_catalog()
        content = content.with_own(*self.own) if self.own else content
        chosen = dict(self.choices)
        if "omit" in chosen:
            chosen["omit"] = (*self.requisition.omit, *chosen["omit"])
        facts = replaced(self.requisition, chosen)
        if self.defaults is not _NO_FACTS:
            facts = standing_on(facts, self.defaults)
        posting = compose(facts, content)
        if not self.edits:
            return posting
        from casemgr_jd.builder.edits import applied
        from casemgr_jd.builder.homes import headings_of

        wanted = {one.id for one in content.statements}
        return applied(posting, self.edits, wanted, headings_of(posting, content))

    def _edited(self, kind: str, *values: Any) -> "PostingBuilder":
        # Most postings need no edit: what makes them is imported by the first.
        from casemgr_jd.builder import edits

        return evolve(self, edits=(*self.edits, getattr(edits, kind)(*values)))

    def __repr__(self) -> str:
        chosen = ", ".join(f"{name}={value!r}" for name, value in self.choices.items())
        return f"PostingBuilder({chosen}{', …' if self.edits else ''})"


def _ids(values: "Iterable[str | Own]") -> tuple[str, ...]:
    return tuple(one if isinstance(one, str) else one.id for one in values)


@door()
def draft() -> PostingBuilder:
    """Start a posting.

    >>> draft().for_setting("hospital").build().settings
    ('hospital',)
    """
    return PostingBuilder()


@door(requisition=_MAKE)
def build(requisition: Requisition, *, catalog: Catalog | None = None) -> Posting:
    """Return the posting that a requisition itself names.

    >>> build(Requisition(setting=["hospital"], tier="senior", role="rn")).heading
    'Senior RN Case Manager'
    """
    return compose(requisition, catalog or load_catalog())
