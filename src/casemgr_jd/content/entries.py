"""Pieces of the guide that are not model values of a posting: advice, questions, section plans.

They are named tuples: as immutable as the model's classes, and made in a tenth of their time.
"""

from typing import Any, NamedTuple

from casemgr_jd.model.choices import Need
from casemgr_jd.model.citation import Citation
from casemgr_jd.model.condition import Condition
from casemgr_jd.model.item import ALWAYS, Item
from casemgr_jd.model.text import Text

__all__ = [
    "EditionPlan",
    "Entry",
    "FieldGroup",
    "FieldPlan",
    "Layout",
    "Question",
    "Reference",
    "SectionPlan",
    "TitleRule",
    "Topic",
]


class Entry(NamedTuple):
    """A piece of advice, a definition or a reference."""

    id: str
    kind: str
    text: Text
    title: str = ""
    when: Condition = ALWAYS
    section: str = ""
    """The section of a posting that takes it, where one does."""
    role: str = ""
    """The role that it defines, where it defines one."""
    source: Citation | None = None


class Question(NamedTuple):
    """A question of the guide: to a candidate, or from a writer with its answer."""

    id: str
    kind: str
    text: Text
    question: str = ""
    listen_for: str = ""
    settings: tuple[str, ...] = ()
    source: Citation | None = None


class SectionPlan(NamedTuple):
    """A section as the guide declares it: heading, tip, and the items that may stand in it."""

    id: str
    title: str
    tip: str = ""
    form: str = "bullets"
    """``paragraphs`` or ``bullets``."""
    items: tuple[Item, ...] = ()


class Layout(NamedTuple):
    """A section of an edition: its heading, and what it takes."""

    id: str
    title: str
    takes: tuple[str, ...]
    """Ids of the section plans whose items stand in it, in order."""
    tip: str = ""
    most: int = 0
    """How many items stand at the most; 0 for all."""


class EditionPlan(NamedTuple):
    """An edition: its sections in order."""

    id: str
    name: str
    sections: tuple[Layout, ...]
    words: int = 0
    """The budget of words of the sections; 0 for none."""


class FieldGroup(NamedTuple):
    """A group of requisition fields, as forms and documentation show them."""

    id: str
    title: str
    sections: tuple[str, ...] = ()
    """Ids of template sections whose tips speak of the group."""


class FieldPlan(NamedTuple):
    """A requisition field, described once: forms, files, schema and documentation are made from it."""

    name: str
    label: str
    kind: str
    group: str
    ask: str
    """The words that ask a person for it."""
    help: str = ""
    options: tuple[str, ...] = ()
    sample: Any = None
    """A value as a file would give it; nothing of it reaches a posting unread."""
    need: Need = Need.OPTIONAL
    """Whether a posting waits for it, and whether law decides that."""
    adopt: str = ""
    """What the value ``"guide"`` takes over, in words; empty where nothing can be."""
    adopts: tuple[str, ...] = ()
    """The values that ``"guide"`` stands for, where they do not follow from the setting."""
    stands: str = ""
    """Id of the section in which the employer's own sentences stand."""
    form: str = ""
    first: bool = False
    """Whether the employer's own sentences stand before the guide's."""
    instead: bool = False
    """Whether the employer's own sentences stand in place of the guide's, but in the full edition."""
    slot: str = ""
    """Id of the slot that shows it; empty for none."""
    initial: str = ""
    """What a form proposes; it never stands unless a person says so."""
    when: Condition = ALWAYS
    """For which jobs it is asked and offered."""


class TitleRule(NamedTuple):
    """A rule of the guide for choosing the title."""

    id: str
    role: str
    text: Text
    duties: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    source: Citation | None = None


class Topic(NamedTuple):
    """A topic of the writer's guide: the items that it shows, and what it shows besides."""

    id: str
    title: str
    intro: str = ""
    items: tuple[str, ...] = ()
    shows: str = ""
    """Which part of the catalog follows the items, such as ``"caseloads"``; empty for none."""


class Reference(NamedTuple):
    """What a posting in a setting should reference."""

    id: str
    setting: str
    text: Text
    items: tuple[str, ...] = ()
    """Ids of the items that say how."""
