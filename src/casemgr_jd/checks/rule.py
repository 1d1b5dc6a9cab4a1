"""A rule as data: what it looks for, what it says, why, its examples and its sources."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import attrs

from casemgr_jd._doors import doors, node
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.citation import Citation

__all__ = ["CONFIDENCES", "KINDS", "SEVERITIES", "Example", "Rule", "Term"]

SEVERITIES = ("error", "warning", "info")
KINDS = ("fail", "review", "pass", "not_applicable")
CONFIDENCES = ("high", "medium", "low", "unconfirmed")


def _one_of(known: tuple[str, ...]) -> Callable[[object, Any, str], None]:
    def check(_made: object, attribute: Any, value: str) -> None:
        if value not in known:
            problem = Problem(
                attribute.name, f"is not known: {value!r}", f"one of: {', '.join(known)}"
            )
            raise InputError([problem])

    return check


@attrs.frozen
class Example:
    """A posting (or a piece of one) that a rule must find wrong, or must leave alone."""

    text: str = ""
    """The text; empty for the packaged sample posting."""
    swap: tuple[tuple[str, str], ...] = ()
    """What to replace in it, and by what."""
    today: date | None = None
    requisition: Mapping[str, Any] = attrs.field(factory=dict, hash=False)
    """Facts of the requisition that the example needs, e.g. ``{"employees": 20}``."""
    below: str = ""
    """The posting of the same job one tier below, for a rule on several tiers."""
    piece: bool = False
    """Whether it is a mere piece of text, in which nothing that a posting needs is missed."""

    @property
    def document(self) -> str:
        """The Markdown document to check."""
        from casemgr_jd._resources import read_text

        text = self.text or read_text("data", "rules", "sample.md")
        for old, new in self.swap:
            if old not in text:
                raise ValueError(f"the example does not hold {old!r}")
            text = text.replace(old, new)
        return text


@attrs.frozen
class Term:
    """Wording that a rule of the check ``"terms"`` looks for."""

    find: tuple[str, ...]
    """Phrases (see ``checks.phrases``)."""
    suggest: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    """Phrases that excuse a match when they stand in the same sentence."""
    unless_anywhere: tuple[str, ...] = ()
    """Phrases that excuse every match when they stand anywhere in the document."""
    needs: tuple[str, ...] = ()
    """Phrases of which one must stand in the same sentence."""
    message: str = ""
    """Replaces the message of the rule."""
    severity: str = ""
    """Replaces the severity of the rule."""


@doors
@node
@attrs.frozen(kw_only=True)
class Rule:
    """One rule of the checker, as written in ``data/rules/*.toml`` or given by a third party."""

    code: str
    """Family and number, such as ``"TPL001"``; never used again once retired."""
    slug: str
    title: str
    """What is wrong, in a few words."""
    message: str
    """What to do; ``{match}`` and the fields of a hit may stand in it."""
    why: str
    severity: str = attrs.field(default="warning", validator=_one_of(SEVERITIES))
    kind: str = attrs.field(default="fail", validator=_one_of(KINDS))
    confidence: str = attrs.field(default="high", validator=_one_of(CONFIDENCES))
    check: str = "terms"
    """``"terms"``, or ``"module:function"`` called with a context and this rule."""
    terms: tuple[Term, ...] = ()
    allow: tuple[str, ...] = ()
    """Phrases inside which nothing is found (names of programs, statutes, credentials)."""
    sections: tuple[str, ...] = ()
    """Section kinds the terms are looked for in; empty for all."""
    exempt: tuple[str, ...] = ("eeo", "legal")
    """Section kinds the terms are not looked for in."""
    skip_names: bool = False
    """Leave matches alone that are part of a capitalized name, such as an agency's."""
    skip_negated: bool = False
    """Leave matches alone that a "no", "not", "never" or "without" before them turns around."""
    once: bool = False
    """Report only the first match."""
    once_per_match: bool = False
    """Report the same words once, with every place where they stand."""
    options: Mapping[str, Any] = attrs.field(factory=dict, hash=False)
    """Data for the function named by ``check``."""
    default: bool = True
    """Whether it runs when nobody selected it."""
    since: str = "0.1.0"
    sources: tuple[Citation, ...] = ()
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()
    fix: str = ""
    """The name of a safe fix (``whitespace``, ``symbols``, ``braces``), or empty."""

    @property
    def family(self) -> str:
        """The letters of the code.

        >>> Rule(code="TPL001", slug="x", title="", message="", why="").family
        'TPL'
        """
        return self.code.rstrip("0123456789")

    @property
    def check_is_ours(self) -> bool:
        """Whether this package wrote what finds it, so that it never fails alone."""
        return self.check == "terms" or self.check.startswith("casemgr_jd.")

    def selected_by(self, selector: str) -> bool:
        """Return whether a code, the start of a code, or a slug names this rule."""
        return self.code.startswith(selector.upper()) or self.slug == selector.lower()
