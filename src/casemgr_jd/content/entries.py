"""Pieces of the guide that are not model values of a posting: advice, questions, section plans.

They are named tuples: as immutable as the model's classes, and made in a tenth of their time.
"""

from typing import NamedTuple

from casemgr_jd.model.citation import Citation
from casemgr_jd.model.condition import Condition
from casemgr_jd.model.item import ALWAYS, Item
from casemgr_jd.model.text import Text

__all__ = ["Entry", "Question", "Reference", "SectionPlan", "TitleRule", "Topic"]


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
