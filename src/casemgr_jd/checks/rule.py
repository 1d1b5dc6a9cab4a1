"""A rule as data: what it looks for, what it says, why, its examples and its sources."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, cast

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd._doors import doors, node
from casemgr_jd._frozen import FrozenMap, frozen_deep, in_order, strings
from casemgr_jd.errors import Rejected
from casemgr_jd.model._entry import settle
from casemgr_jd.model.choices import (
    Confidence,
    FindingKind,
    Severity,
    finding_kind,
    severity_or_none,
)
from casemgr_jd.model.choices import confidence as as_confidence
from casemgr_jd.model.choices import severity as as_severity
from casemgr_jd.model.citation import Citation
from casemgr_jd.model.ranges import made

__all__ = ["CONFIDENCES", "KINDS", "SEVERITIES", "Example", "Rule", "Term"]

SEVERITIES = tuple(Severity)
KINDS = tuple(FindingKind)
CONFIDENCES = tuple(Confidence)


def _swaps(values: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(values)


def _terms(values: "str | Iterable[Term | Mapping[str, Any] | str]") -> "tuple[Term, ...]":
    read = tuple(map(_term, (values,) if isinstance(values, str) else in_order(values)))
    problems = [
        problem.under(f"[{index}]")
        for index, one in enumerate(read)
        if isinstance(one, Rejected)
        for problem in one.problems
    ]
    return cast("tuple[Term, ...]", Rejected(tuple(problems)) if problems else read)


def _term(value: "Term | Mapping[str, Any] | str") -> object:
    if isinstance(value, Term):
        return value
    return made(Term, {"find": value} if isinstance(value, str) else value)


def _examples(values: "Iterable[Example]") -> "tuple[Example, ...]":
    return in_order(values)


def _sources(values: Iterable[Citation]) -> tuple[Citation, ...]:
    return in_order(values)


def _data(values: Mapping[str, Any]) -> FrozenMap[Any]:
    return cast("FrozenMap[Any]", frozen_deep(values))


@node
@attrs.frozen(eq=False)
class Example(ByContent):
    """A posting (or a piece of one) that a rule must find wrong, or must leave alone."""

    text: str = ""
    """The text; empty for the packaged sample posting."""
    swap: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=_swaps)
    """What to replace in it, and by what."""
    today: date | None = None
    requisition: FrozenMap[Any] = attrs.field(factory=FrozenMap, converter=_data)
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


@node
@attrs.frozen(eq=False)
class Term(ByContent):
    """Wording that a rule of the check ``"terms"`` looks for."""

    find: tuple[str, ...] = attrs.field(converter=strings)
    """Phrases (see ``checks.phrases``)."""
    suggest: tuple[str, ...] = attrs.field(default=(), converter=strings)
    unless: tuple[str, ...] = attrs.field(default=(), converter=strings)
    """Phrases that excuse a match when they stand in the same sentence."""
    unless_anywhere: tuple[str, ...] = attrs.field(default=(), converter=strings)
    """Phrases that excuse every match when they stand anywhere in the document."""
    needs: tuple[str, ...] = attrs.field(default=(), converter=strings)
    """Phrases of which one must stand in the same sentence."""
    message: str = ""
    """Replaces the message of the rule."""
    severity: Severity | None = attrs.field(default=None, converter=severity_or_none)
    """Replaces the severity of the rule."""

    def __attrs_post_init__(self) -> None:
        settle(self)


@doors
@node
@attrs.frozen(kw_only=True, eq=False)
class Rule(ByContent):
    """One rule of the checker, as written in ``data/rules/*.toml`` or given by a third party.

    >>> from casemgr_jd import check, draft
    >>> rule = Rule(
    ...     code="ACM001",
    ...     slug="old-name",
    ...     title="Our old name",
    ...     message='Write "Lakeside" in place of "{match}".',
    ...     why="We changed our name in 2025.",
    ...     terms=[{"find": ["mercy ridge"], "suggest": ["Lakeside"]}],
    ... )
    >>> posting = draft().fill(duties=["Join Mercy Ridge."]).build()
    >>> [finding.message for finding in check(posting, more_rules=[rule], select="ACM")]
    ['Write "Lakeside" in place of "Mercy Ridge".']

    Raises:
        InputError: a field is of another kind, or a text is none of its closed set; all problems at once.
    """

    code: str
    """Family and number, such as ``"TPL001"``; never used again once retired."""
    slug: str
    """The code in words, such as ``"blank-left"``; a selector too."""
    title: str
    """What is wrong, in a few words."""
    message: str
    """What to do; ``{match}`` and the fields of a hit may stand in it."""
    why: str
    """Why it matters, for a person who asks ``explain``."""
    severity: Severity = attrs.field(default=Severity.WARNING, converter=as_severity)
    """How much its findings weigh: a ``Severity``, or its text."""
    kind: FindingKind = attrs.field(default=FindingKind.FAIL, converter=finding_kind)
    """Whether what it finds is wrong or for a person to look at: a ``FindingKind``, or its text."""
    confidence: Confidence = attrs.field(default=Confidence.HIGH, converter=as_confidence)
    """How sure its findings are: a ``Confidence``, or its text."""
    check: str = "terms"
    """``"terms"``, or ``"module:function"`` called with a context and this rule."""
    terms: tuple[Term, ...] = attrs.field(default=(), converter=_terms)
    """The wording that the check ``"terms"`` looks for: phrases, or tables with ``find``, ``suggest``,
    ``unless``, ``needs`` and the other keys of a term in a file."""
    allow: tuple[str, ...] = attrs.field(default=(), converter=strings)
    """Phrases inside which nothing is found (names of programs, statutes, credentials)."""
    sections: tuple[str, ...] = attrs.field(default=(), converter=strings)
    """Section kinds the terms are looked for in; empty for all."""
    exempt: tuple[str, ...] = attrs.field(default=("eeo", "legal"), converter=strings)
    """Section kinds the terms are not looked for in."""
    skip_names: bool = False
    """Leave matches alone that are part of a capitalized name, such as an agency's."""
    skip_negated: bool = False
    """Leave matches alone that a "no", "not", "never" or "without" before them turns around."""
    once: bool = False
    """Report only the first match."""
    once_per_match: bool = False
    """Report the same words once, with every place where they stand."""
    together: str = ""
    """What to do where the rule has several remarks (``info``) on a document: they become one finding, with the
    words as ``{shown}`` and their number as ``{count}``. Empty: each is a finding of its own."""
    options: FrozenMap[Any] = attrs.field(factory=FrozenMap, converter=_data)
    """Data for the function named by ``check``."""
    default: bool = True
    """Whether it runs when nobody selected it."""
    since: str = "0.1.0"
    """The version of the library, or of your own distribution, that brought it."""
    sources: tuple[Citation, ...] = attrs.field(default=(), converter=_sources)
    """What it rests on."""
    bad: tuple[Example, ...] = attrs.field(default=(), converter=_examples)
    """What it must find wrong."""
    good: tuple[Example, ...] = attrs.field(default=(), converter=_examples)
    """What it must leave alone."""
    fix: str = ""
    """The name of a safe fix (``whitespace``, ``symbols``, ``braces``), or empty."""

    def __attrs_post_init__(self) -> None:
        settle(self)

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
