"""Reading one table of a content file strictly, keeping every problem with its path."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Any, TypeVar, cast

from casemgr_jd._clean import clean_line
from casemgr_jd._located import placed
from casemgr_jd._names import did_you_mean
from casemgr_jd.errors import InputError, Problem, Rejected
from casemgr_jd.model._entry import described, member

__all__ = ["Fields", "every"]

T = TypeVar("T")
E = TypeVar("E", bound=Enum)

_LARGEST = 1_000_000_000


class Fields:
    """A table being read: each ``take`` uses up one key, ``close`` reports what nobody took.

    Problems go to the list shared by all tables of one reading, so that all are reported at once.
    """

    def __init__(
        self,
        table: Mapping[str, Any],
        path: str,
        problems: list[Problem],
        known: Mapping[int, Any] = MappingProxyType({}),
    ) -> None:
        self._table: Mapping[str, Any] = table
        self._taken: set[str] = set()
        self.path: str = path
        self.problems: list[Problem] = problems
        self._known = known
        """What was read of some tables before, without a problem, by the identity of the table."""

    def read_before(self) -> Any:
        """Return what was read of this table before, and take all of it; nothing where it is new."""
        found = self._known.get(id(self._table))
        if found is not None:
            self._taken.update(self._table)
        return found

    def text(self, key: str, default: str | None = None) -> str:
        """Take a text as one clean line; without *default* it must be there, and say something."""
        value = self._table.get(key)
        if type(value) is not str:
            return str(self._take(key, str, default, ""))
        self._taken.add(key)
        words = clean_line(value)
        if not words and default is None:
            self.report(key, "is empty", "write what it says")
        return words

    def word(self, key: str, kind: type[E], default: E) -> E:
        """Take a word of a closed set."""
        found: object = member(kind, self.text(key, str(default.value)))
        if isinstance(found, Rejected):
            self.problems += [problem.under(self.at(key)) for problem in found.problems]
            return default
        return cast("E", found)

    def number(self, key: str, default: float | None = None) -> float:
        """Take a number that can be counted with."""
        value: float = self._take(key, (int, float), default, 0)
        if -_LARGEST < value < _LARGEST:
            return value
        self.report(key, "is not a number that can be counted with", f"less than {_LARGEST:,}")
        return 0

    def flag(self, key: str, default: bool = False) -> bool:
        """Take true or false."""
        return bool(self._take(key, bool, default, False))

    def names(self, key: str) -> tuple[str, ...]:
        """Take a list of texts, each as one clean line."""
        values = self._take(key, list, [], [])
        if not all(isinstance(one, str) for one in values):
            self.report(key, "must be a list of texts")
            return ()
        return tuple(map(clean_line, values))

    def table(self, key: str) -> Mapping[str, Any]:
        """Take a table as it is."""
        found: Mapping[str, Any] = self._take(key, dict, {}, {})
        return found

    def date_text(self, key: str) -> str:
        """Take a date as ISO text, or nothing."""
        value = self._take(key, (date, str), "", "")
        return value.isoformat() if isinstance(value, date) else str(value)

    def day(self, key: str) -> date | None:
        """Take a date, or nothing."""
        value = self._take(key, date, None, None) if key in self._table else None
        return value if isinstance(value, date) else None

    def optional(self, key: str) -> Any:
        """Take whatever stands there, or ``None``."""
        self._taken.add(key)
        return self._table.get(key)

    def each(self, key: str) -> "Iterator[Fields]":
        """Take a list of tables, as fields of their own."""
        for index, table in enumerate(self._take(key, list, [], [])):
            if isinstance(table, Mapping):
                name = table.get("id")
                place = name if isinstance(name, str) else index
                child = Fields(table, f"{self.path}{key}[{place}].", self.problems, self._known)
                yield child
                child.close()
            else:
                self.report(f"{key}[{index}]", "must be a table")

    def every(self, key: str, read: "Callable[[Fields], T]") -> tuple[T, ...]:
        """Take a list of tables, each as *read* makes it; what is refused of one is told at its place."""
        return tuple(every(self.each(key), read))

    def made(self, key: str, make: Callable[[], T]) -> T | None:
        """Make a value, turning what its class refuses into problems at *key*."""
        try:
            return make()
        except InputError as error:
            self.problems += [problem.under(self.at(key)) for problem in error.problems]
        except (TypeError, ValueError) as error:
            self.report(key, str(error))
        return None

    def report(self, key: str, reason: str, hint: str = "") -> None:
        """Keep a problem with *key* of this table."""
        self.problems.append(Problem(self.at(key), reason, hint))

    def at(self, key: str) -> str:
        """Return the path of a key; of one that an overlay gives, with its file and line."""
        return f"{placed(self.path, self._table, key.partition('[')[0])}{key}"

    def close(self) -> None:
        """Report each key that nobody took."""
        for key in sorted(map(str, self._table.keys() - self._taken)):
            self.report(key, "is not known", did_you_mean(key, sorted(self._taken)))

    def _take(self, key: str, kind: Any, default: Any, fallback: Any) -> Any:
        self._taken.add(key)
        if key not in self._table:
            if default is None:
                self.report(key, "is missing")
                return fallback
            return default
        value = self._table[key]
        kinds = kind if isinstance(kind, tuple) else (kind,)
        if not isinstance(value, kind) or (isinstance(value, bool) and bool not in kinds):
            self.report(key, f"must not be {described(value)}")
            return fallback
        return value


def every(each: "Iterable[Fields]", read: "Callable[[Fields], T]") -> "Iterator[T]":
    """Yield what *read* makes of each table; what a class refuses becomes a problem at its place."""
    for fields in each:
        before = len(fields.problems)
        try:
            yield fields.read_before() or read(fields)
        except InputError as error:
            told = {problem.path for problem in fields.problems[before:]}
            fields.problems += [
                Problem(path, problem.reason, problem.hint)
                for problem in error.problems
                if (path := fields.at(problem.path)) not in told
            ]
