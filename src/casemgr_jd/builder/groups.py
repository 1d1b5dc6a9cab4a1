"""Candidates in groups: what of a group stands is found out once for facts that answer it alike."""

from collections.abc import Callable, Hashable, Iterable
from operator import itemgetter
from typing import Any, NamedTuple

from casemgr_jd.builder.answers import Answers, Question
from casemgr_jd.builder.candidate import Candidate
from casemgr_jd.builder.chosen import Chosen
from casemgr_jd.model.item import Item
from casemgr_jd.model.text import Text

__all__ = ["Group", "Heard", "Note", "Outcome"]

_MOST_REMEMBERED = 1024


class Note(NamedTuple):
    """Words that wait for facts."""

    fields: tuple[str, ...]
    text: Text
    item: Item


class Outcome(NamedTuple):
    """What stands of a group, what waits for facts, and what that says."""

    items: tuple[Chosen, ...]
    notes: tuple[Note, ...]
    same: frozenset[str]
    stated: frozenset[str]
    shown: frozenset[str]


class Heard:
    """What the sentences of a posting have said so far, and what is wanted of it.

    Args:
        needed: fields whose blanks show where nothing is given.
        yielding: fields whose sentence gives way to the employer's own words.
    """

    def __init__(self, needed: frozenset[str], yielding: frozenset[str]) -> None:
        self.needed = needed
        self.yielding = yielding
        self.same: set[str] = set()
        """Sentences of which one is enough, by the name that they share."""
        self.stated: set[str] = set()
        """Guide items that are stated."""
        self.shown: set[str] = set()
        """Fields whose blanks show."""

    def note(self, outcome: Outcome) -> None:
        """Note what the sentences of a group say."""
        if outcome.same:
            self.same |= outcome.same
        if outcome.stated:
            self.stated |= outcome.stated
        if outcome.shown:
            self.shown |= outcome.shown


class Group:
    """Candidates that are tried one behind the other, and the outcomes by all that they rest on."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self.candidates: tuple[Candidate, ...] = tuple(candidates)
        items = [one.item for one in self.candidates]
        self._same = frozenset(one.same for one in items) - {""}
        self._stated = frozenset(name for one in items for name in one.states)
        self._waited = frozenset(ask.name for one in self.candidates for ask in one.waits_for)
        self._told_by = frozenset(name for one in self.candidates for name in one.told_by)
        asked = dict.fromkeys(ask for one in self.candidates for ask in one.questions)
        self._answers: Callable[[Answers], Any] = itemgetter(*asked) if asked else _nothing_asked
        self._outcomes: dict[Hashable, Outcome] = {}

    def key(self, answers: Answers, heard: Heard, told: tuple[str, ...]) -> Hashable:
        """Return all that decides what of it stands.

        Args:
            answers: of the facts.
            heard: what the sentences before have said.
            told: what the employer's own duties speak of, where that counts.
        """
        return (
            self._answers(answers),
            self._same and self._same & heard.same,
            self._stated and self._stated & heard.stated,
            self._waited and self._waited & heard.shown,
            self._waited and self._waited & heard.needed,
            heard.yielding and self._told_by & heard.yielding,
            told,
        )

    def known(self, key: Hashable) -> Outcome | None:
        """Return what stood for such a key, if that was found out before."""
        return self._outcomes.get(key)

    def remember(self, key: Hashable, outcome: Outcome) -> Outcome:
        """Keep what stands for such a key, and return it."""
        if len(self._outcomes) >= _MOST_REMEMBERED:
            self._outcomes.clear()
        self._outcomes[key] = outcome
        return outcome


def _nothing_asked(answers: Answers) -> tuple[Question, ...]:
    return ()
