"""What rules found in the text that was checked before, for as long as what they read is the same.

Each rule writes down what it asks of a text (see ``reading.reads``). Of a sibling of the last text, the blocks that differ
are looked up, and which questions they answer: a rule that asked none of these, and whose facts came out the same, finds
what it found before, in blocks that have moved at most.
"""

from collections.abc import Hashable, Iterator, Set
from threading import Lock
from typing import Any

from casemgr_jd import _attrs as attrs
from casemgr_jd._records import NamedTuple
from casemgr_jd.checks.changes import Changes, told
from casemgr_jd.checks.context import Context
from casemgr_jd.checks.report import Finding, Outcome
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.gather import said_of
from casemgr_jd.facts.known import fact_named
from casemgr_jd.facts.posting import Said
from casemgr_jd.law.job import when_law_changes
from casemgr_jd.reading.reads import LINES
from casemgr_jd.reading.source import Source

__all__ = ["Run", "Since", "forget_checks"]

_MOST_CHECKS = 8
_FEWEST_BLOCKS, _MOST_BLOCKS = 2, 2_000


class Run(NamedTuple):
    """How a rule came out: its findings, each with the block in which it stands (or -1), and what it read."""

    rule: Rule
    outcome: Outcome
    findings: tuple[tuple[Finding, int], ...]
    reads: Set[Hashable]


class _Fact(NamedTuple):
    """What a fact came to, and what was read for it; a first sibling tells it by blocks."""

    value: object
    reads: Set[Hashable]
    is_told: bool = False


class _Told(NamedTuple):
    """What is said of a subject, each with the block in which it stands (or -1), and what was read for it."""

    said: tuple[tuple[Said, int], ...]
    reads: Set[Hashable]


@attrs.frozen
class _Checked:
    """What is known of a text that was checked."""

    source: Source
    requisition: Any
    catalog: Any
    """The key of the check names it by its identity, which stays its own while it is held."""
    runs: dict[str, Run]
    facts: dict[str, _Fact]
    said: dict[str, _Told]


_CHECKED: dict[Hashable, _Checked] = {}
_LOCK = Lock()


def forget_checks() -> None:
    """Let go of what was found before."""
    with _LOCK:
        _CHECKED.clear()


when_law_changes(forget_checks)


def _key(context: Context) -> Hashable:
    """What must be the same, whatever a rule reads.

    Nothing where a second posting is checked beside the first, where the text is one block (so it is known already),
    or where it is far too long for a posting: it would only be held.
    """
    size = len(context.source.blocks)
    if context.below is not None or not _FEWEST_BLOCKS <= size <= _MOST_BLOCKS:
        return None
    posting = context.posting
    typed = None if posting is None else (posting.role, posting.settings)
    return (context.today, context.whole, id(context.catalog), context.source.format, typed)


class Since:
    """What has changed since the last check of the same kind, and what has not."""

    def __init__(self, context: Context) -> None:
        # Before it is asked what has changed: so the wording of all rules is looked for in one pass, and counts.
        _ = context.terms
        self._context, self._key = context, _key(context)
        self._runs: dict[str, Run] = {}
        self._said: dict[str, _Told] = {}
        self._before = _CHECKED.get(self._key) if self._key is not None else None
        if self._before is not None:
            self._changes = Changes(self._before.source, context.source)
            if not self._changes.of_a_sibling:
                self._before = None
        if self._before is not None:
            self._changed = set(self._changes.answered())
            if self._before.requisition is not context.requisition:
                self._changed.update(_given_anew(self._before, context))
            self._facts = dict(self._facts_that_stand(self._before.facts))

    def of(self, rule: Rule) -> Run | None:
        """Return how a rule came out before, if it must come out the same."""
        known = self._before.runs.get(rule.code) if self._before is not None else None
        if known is None or known.rule is not rule or not self._stands(known.reads):
            return None
        if known.findings:
            known = known._replace(findings=tuple(map(self._changes.found_anew, known.findings)))
        self._runs[rule.code] = known
        return known

    def keep(self, rule: Rule, ran: Run) -> None:
        """Remember how a rule came out, for the next text."""
        if rule.check_is_ours:
            self._runs[rule.code] = ran

    def said(self, subject: str) -> tuple[Said, ...]:
        """Return what is said of a subject: as it was told before, if that must be the same."""
        known = self._before.said.get(subject) if self._before is not None else None
        if known is not None and self._stands(known.reads):
            known = known._replace(said=tuple(map(self._changes.said_anew, known.said)))
        else:
            source = self._context.source
            with source.notes.taken() as reads:
                said = tuple(said_of(self._context.facts, subject))
            known = _Told(tuple((one, _index(source, one)) for one in said), reads)
        self._said[subject] = known
        return tuple(one for one, _ in known.said)

    def end(self) -> None:
        """Remember this check in the place of the last."""
        if self._key is None:
            return
        context = self._context
        facts = self._facts if self._before is not None else {}
        for name, (value, reads) in context.facts.worked_out.items():
            facts[name] = _Fact(value, reads)
        checked = _Checked(
            context.source, context.requisition, context.catalog, self._runs, facts, self._said
        )
        with _LOCK:
            _CHECKED.pop(self._key, None)
            if len(_CHECKED) >= _MOST_CHECKS:
                _CHECKED.pop(next(iter(_CHECKED)))
            _CHECKED[self._key] = checked

    def _stands(self, reads: Set[Hashable]) -> bool:
        """Whether what was asked is answered as before."""
        return self._changed.isdisjoint(reads) and not (
            LINES in reads and self._changes.lines_moved
        )

    def _facts_that_stand(self, before: dict[str, _Fact]) -> Iterator[tuple[str, _Fact]]:
        """The facts that come out as before, as what they read is the same, or though it is not.

        A fact stands behind those that it asks for, so that it is known of each whether it changed.
        """
        facts = self._context.facts
        assert self._before is not None
        for name, known in before.items():
            if not known.is_told:
                known = _Fact(told(self._before.source, known.value), known.reads, True)
            if not self._stands(known.reads):
                value = getattr(facts if hasattr(type(facts), name) else self._context, name)
                if told(self._context.source, value) != known.value:
                    self._changed.add(fact_named(name))
            elif self._changes.shifted:
                known = known._replace(value=self._changes.told_anew(known.value))
            yield name, known


def _index(source: Source, one: Said) -> int:
    """The block in which a fact stands; -1 where it stands in no text."""
    span = one.data.span
    return source.block_index(span.start) if one.words or span.end > span.start else -1


def _given_anew(before: _Checked, context: Context) -> Iterator[Hashable]:
    """What a requisition gives that another did not give, or gave otherwise."""
    reads = (run.reads for run in before.runs.values())
    names = {
        one for some in (*reads, *(fact.reads for fact in before.facts.values())) for one in some
    }
    for one in names:
        if type(one) is tuple and one[0] == "known":
            old, new = (getattr(each.requisition, one[1], None) for each in (before, context))
            if old != new:
                yield one
