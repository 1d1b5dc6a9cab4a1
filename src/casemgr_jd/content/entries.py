"""Pieces of the guide that are not model values of a posting: advice, questions, section plans.

They are named tuples: as immutable as the model's classes, and made in a tenth of their time.
"""

from typing import Any

from casemgr_jd._records import NamedTuple
from casemgr_jd.model.choices import Need
from casemgr_jd.model.citation import Citation
from casemgr_jd.model.condition import Condition
from casemgr_jd.model.item import ALWAYS, Item
from casemgr_jd.model.slot import Place
from casemgr_jd.model.text import Text

__all__ = [
    "EditionPlan",
    "Entry",
    "FieldGroup",
    "FieldPlan",
    "Heading",
    "Layout",
    "Question",
    "Reference",
    "SectionPlan",
    "Telling",
    "TitleRule",
    "Topic",
]


class Entry(NamedTuple):
    """A piece of advice, a definition or a reference."""

    id: str
    """By which an overlay replaces or removes it."""
    kind: str
    """What it is of, such as ``"pay"`` or ``"compliance"``."""
    text: Text
    """Its words, with ``{slot}`` for a value."""
    title: str = ""
    """What heads it; empty for nothing."""
    when: Condition = ALWAYS
    """For which jobs it is shown."""
    section: str = ""
    """The section of a posting that takes it, where one does."""
    role: str = ""
    """The role that it defines, where it defines one."""
    source: Citation | None = None
    """Where it comes from."""


class Question(NamedTuple):
    """A question of the guide: to a candidate, or from a writer with its answer."""

    id: str
    """By which an overlay replaces or removes it."""
    kind: str
    """``"interview"``, ``"flag"`` or ``"faq"``."""
    text: Text
    """Its words; of a question from a writer, the answer."""
    question: str = ""
    """What a writer asks; empty for a question to a candidate."""
    listen_for: str = ""
    """What a good answer holds."""
    settings: tuple[str, ...] = ()
    """Ids of the settings that it is for; empty for all."""
    source: Citation | None = None
    """Where it comes from."""


class SectionPlan(NamedTuple):
    """A section as the guide declares it: heading, tip, and the items that may stand in it."""

    id: str
    """By which items, editions and edits name it."""
    title: str
    """The heading in a posting."""
    tip: str = ""
    """Advice to the person who writes the posting; shown in the writer's view only."""
    form: str = "bullets"
    """``paragraphs``, ``bullets`` or ``facts``."""
    items: tuple[Item, ...] = ()
    """The sentences that may stand in it, in order."""


class Heading(NamedTuple):
    """A heading that a section of an edition has where it fits what stands there."""

    title: str
    """Its words."""
    tells: tuple[str, ...] = ()
    """Requisition fields of which each is told in the section."""
    only: tuple[str, ...] = ()
    """Requisition fields of which each sentence of the section tells one; empty for any sentences."""


class Layout(NamedTuple):
    """A section of an edition: its heading, and what it takes."""

    id: str
    """Id of the section."""
    title: str
    """The heading in this edition; empty for that of the section."""
    takes: tuple[str, ...]
    """Ids of the section plans whose items stand in it, in order."""
    tip: str = ""
    """Advice to the writer in this edition; empty for that of the section."""
    most: int = 0
    """How many items stand at the most; 0 for all."""
    enough: int = 0
    """How many sentences of the employer's own leave no room for ours; 0 for no such number."""
    counts: tuple[str, ...] = ()
    """Ids of the section plans whose own sentences are counted; its own where it names none."""
    brief: int = 0
    """Up to so many letters it is told in a line beside other brief ones; 0 for never."""
    joins: str = ""
    """The section at whose end it is told where it is brief and no other is."""
    unnamed: bool = False
    """Whether its brief lines say by themselves what they are about, without its heading."""
    label: str = ""
    """What labels the employer's own sentences where they are told in a line; empty for its heading."""
    headings: tuple[Heading, ...] = ()
    """Headings in place of its own, of which the first that fits what stands in it heads it."""


class EditionPlan(NamedTuple):
    """An edition: its sections in order."""

    id: str
    """By which a requisition names it: ``posting``, ``board`` or ``full``."""
    name: str
    """What it is called."""
    sections: tuple[Layout, ...]
    """Its sections in order, each with the ids of those whose items it takes."""
    words: int = 0
    """The budget of words of the sections; 0 for none."""
    more: str = ""
    """What heads the lines of brief sections, where there are several."""


class FieldGroup(NamedTuple):
    """A group of requisition fields, as forms and documentation show them."""

    id: str
    """By which fields name it."""
    title: str
    """What heads it in forms and documentation."""
    sections: tuple[str, ...] = ()
    """Ids of template sections whose tips speak of the group."""


class FieldPlan(NamedTuple):
    """A requisition field, described once: forms, files, schema and documentation are made from it."""

    name: str
    """Name of the field of a requisition."""
    label: str
    """What stands in brackets while it is blank, and heads it in forms."""
    kind: str
    """What kind of value it takes, such as ``"date"``; it decides reader, form and schema."""
    group: str
    """Id of the group that it stands in."""
    ask: str
    """The words that ask a person for it."""
    help: str = ""
    """What to say, as advice."""
    options: tuple[str, ...] = ()
    """Suggestions; an employer's own words are accepted as well."""
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
    """``bullets`` or ``paragraphs``, for the employer's own sentences; empty for that of the section."""
    first: bool = False
    """Whether the employer's own sentences stand before the guide's."""
    labeled: bool = False
    """Whether a short head and a colon at the start of such a sentence is its label."""
    heading: str = ""
    """What heads such sentences as a part of their section where they are several; empty for nothing."""
    slot: str = ""
    """Id of the slot that shows it; empty for none."""
    places: tuple[Place, ...] = ()
    """Where its value reads in its own way: the head of a line, the end of a sentence."""
    initial: str = ""
    """What a form proposes; it never stands unless a person says so."""
    when: Condition = ALWAYS
    """For which jobs it is asked and offered."""


class Telling(NamedTuple):
    """Words that show that an employer's own words speak of a subject."""

    subject: str
    """A requisition field, or the label under which what speaks of it stands."""
    words: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    """Phrases that hold such a word and speak of something else."""


class TitleRule(NamedTuple):
    """A rule of the guide for choosing the title."""

    id: str
    """By which an overlay replaces or removes it."""
    role: str
    """Id of the role that it points to."""
    text: Text
    """The rule in words."""
    duties: tuple[str, ...] = ()
    """Ids of the duties that speak for the role."""
    settings: tuple[str, ...] = ()
    """Ids of the settings that speak for the role."""
    source: Citation | None = None
    """Where it comes from."""


class Topic(NamedTuple):
    """A topic of the writer's guide: the items that it shows, and what it shows besides."""

    id: str
    """By which ``casemgr-jd guide`` shows it."""
    title: str
    """What heads it."""
    intro: str = ""
    """What stands before its items."""
    items: tuple[str, ...] = ()
    """Ids of the items that it shows."""
    shows: str = ""
    """Which part of the catalog follows the items, such as ``"caseloads"``; empty for none."""


class Reference(NamedTuple):
    """What a posting in a setting should reference."""

    id: str
    """By which an overlay replaces or removes it."""
    setting: str
    """Id of the setting."""
    text: Text
    """What to reference."""
    items: tuple[str, ...] = ()
    """Ids of the items that say how."""
