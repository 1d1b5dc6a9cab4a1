"""All rules: those packaged as data, and those that other distributions add."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from casemgr_jd._doors import door
from casemgr_jd._entry_points import installed_entry_points
from casemgr_jd._packed import kept_value
from casemgr_jd._views import view
from casemgr_jd.checks.rule import Example, Rule, Term
from casemgr_jd.errors import ContentError, Problem, UnknownNameError
from casemgr_jd.model.citation import Citation

__all__ = [
    "explain",
    "find_rule",
    "must_be_findable",
    "read_rules",
    "ready_parts",
    "rules",
    "skipped",
]

GROUP = "casemgr_jd.rules"


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Return every known rule, in the order of their codes.

    >>> [rule.slug for rule in rules() if rule.code == "TPL001"]
    ['blank-left']
    """
    ours = _packaged()
    return _in_order([*ours, *_installed(ours)])


@door()
def find_rule(name: str) -> Rule:
    """Return one rule by its code or slug.

    Raises:
        UnknownNameError: There is no such rule.
    """
    for rule in rules():
        if name.upper() == rule.code or name.lower() == rule.slug:
            return rule
    raise UnknownNameError(
        "rule", name, [one for rule in rules() for one in (rule.code, rule.slug)]
    )


@door()
def explain(name: str) -> str:
    """Return what a rule looks for and why, an example of each kind, and its sources.

    >>> print(explain("TPL001").splitlines()[0])
    TPL001 blank-left (error, high confidence)
    """
    words: str = view(find_rule(name), "explanation")
    return words


def read_rules(tables: Iterable[Mapping[str, Any]], source: str) -> tuple[Rule, ...]:
    """Make rules of plain tables, as they stand in the files of ``data/rules``.

    Raises:
        ContentError: A table has an unknown key, lacks one, or holds a wrong value.
    """
    problems: list[Problem] = []
    made: list[Rule] = []
    for index, table in enumerate(tables):
        path = f"rules[{index}]"
        try:
            made.append(_rule(dict(table)))
        except (TypeError, ValueError) as error:
            problems.append(Problem(f"{path} {table.get('code', '')}".strip(), str(error)))
    if problems:
        raise ContentError(problems, source)
    return tuple(made)


def _rule(table: dict[str, Any]) -> Rule:
    table["terms"] = tuple(_term(dict(term)) for term in table.get("terms", ()))
    table["sources"] = tuple(Citation(**source) for source in table.get("sources", ()))
    for key in ("bad", "good"):
        table[key] = tuple(_example(example) for example in table.get(key, ()))
    for key in ("allow", "sections", "exempt"):
        if key in table:
            table[key] = tuple(table[key])
    return Rule(**table)


def _term(table: dict[str, Any]) -> Term:
    read: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in table.items()
    }
    return Term(**read)


def _example(example: str | Mapping[str, Any]) -> Example:
    if isinstance(example, str):
        return Example(example)
    swap = tuple((old, new) for old, new in example.get("swap", ()))
    return Example(**{**example, "swap": swap})


def _in_order(found: list[Rule]) -> tuple[Rule, ...]:
    codes: dict[str, Rule] = {}
    slugs: dict[str, Rule] = {}
    for rule in found:
        if slugs.setdefault(rule.slug, rule) is not rule and slugs[rule.slug].code != rule.code:
            reason = f"is the slug of two rules, {slugs[rule.slug].code} and {rule.code}"
            raise ContentError([Problem(rule.slug, reason)])
        if rule.code in codes:
            problem = Problem(
                rule.code, f"is the code of two rules, {codes[rule.code].slug} and {rule.slug}"
            )
            raise ContentError([problem])
        codes[rule.code] = rule
    return tuple(codes[code] for code in sorted(codes))


KEPT = "_rules_kept"
"""The module in which a wheel keeps the packaged rules ready."""


def _packaged() -> tuple[Rule, ...]:
    ready = _ready()
    return read_packaged() if ready is None else tuple(rule for rule, _ in ready)


@cache
def _ready() -> tuple[tuple[Rule, tuple[Rule, ...]], ...] | None:
    kept: tuple[tuple[Rule, tuple[Rule, ...]], ...] | None = kept_value(KEPT, "rules")
    return kept


def ready_parts() -> Iterator[tuple[Rule, tuple[Rule, ...]]]:
    """Yield the packaged rules that are kept ready, each with its parts."""
    yield from _ready() or ()


def read_packaged() -> tuple[Rule, ...]:
    """Return the packaged rules, read from their tables."""
    from casemgr_jd.checks._packaged import packaged_tables

    return tuple(rule for name, tables in packaged_tables() for rule in read_rules(tables, name))


def _installed(ours: Iterable[Rule]) -> list[Rule]:
    """Rules of other distributions; one that cannot be loaded is left out, and named by ``skipped``."""
    found: list[Rule] = []
    _SKIPPED.clear()
    for entry in sorted(installed_entry_points(GROUP), key=lambda entry: (entry.name, entry.value)):
        try:
            given = entry.load()()
            made = [rule if isinstance(rule, Rule) else _rule(dict(rule)) for rule in given]
            _in_order([*ours, *found, *made])
            must_be_findable(made)
        except (Exception, SystemExit) as error:
            _SKIPPED.append(
                f"The rules of {entry.value} ({entry.name}) were left out: {_told(error)}"
            )
        else:
            found.extend(made)
    return found


def must_be_findable(made: Iterable[Rule]) -> None:
    """Read the phrases of rules, so that one that is none is found before it is looked for.

    Raises:
        ContentError: a phrase cannot be looked for.
    """
    from casemgr_jd.reading.phrases import compile_phrase

    problems: list[Problem] = []
    for rule in made:
        words = [*rule.allow]
        for term in rule.terms:
            words += [*term.find, *term.unless, *term.unless_anywhere, *term.needs]
        for text in words:
            try:
                _ = compile_phrase(text).pattern
            except Exception as error:  # what a phrase breaks on is of many kinds
                problems.append(Problem(rule.code, f"cannot be looked for: {error}", _WRITTEN))
    if problems:
        raise ContentError(problems)


_WRITTEN = "write a phrase, such as rock star~"


def _told(error: BaseException) -> str:
    return str(error) if isinstance(error, ContentError) else repr(error)


_SKIPPED: list[str] = []


def skipped() -> tuple[str, ...]:
    """Return a note for each distribution whose rules could not be loaded."""
    rules()
    return tuple(_SKIPPED)
