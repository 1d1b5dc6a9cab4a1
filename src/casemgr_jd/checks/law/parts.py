"""The groups of a rule on wording, as rules of their own."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from casemgr_jd import _attrs as attrs
from casemgr_jd.checks.rule import Rule, Term
from casemgr_jd.checks.rules import ready_parts
from casemgr_jd.law.files import law_table

__all__ = ["parts", "spelled_out"]

_TERM_KEYS = ("find", "suggest", "unless", "unless_anywhere", "needs")
_PARTS: dict[int, tuple[Rule, tuple[Rule, ...]]] = {}


def parts(rule: Rule) -> tuple[Rule, ...]:
    """Return a rule's groups, if it has any, as rules of their own.

    They are remembered by identity, for hashing a rule reads all of it.
    """
    if "groups" not in rule.options:
        return ()
    if not _PARTS:
        _PARTS.update((id(one), (one, made)) for one, made in ready_parts())
    known = _PARTS.get(id(rule))
    if known is None or known[0] is not rule:
        known = (rule, tuple(_part(rule, group) for group in rule.options["groups"]))
        _PARTS[id(rule)] = known
    return known[1]


def _part(rule: Rule, group: Mapping[str, Any]) -> Rule:
    term = Term(
        **{key: spelled_out(group.get(key, ())) for key in _TERM_KEYS},
        message=group.get("message", ""),
        severity=group.get("severity", ""),
    )
    return attrs.evolve(
        rule,
        terms=(term,),
        allow=(*rule.allow, *group.get("allow", ())),
        exempt=tuple(group.get("exempt", rule.exempt)),
        sections=tuple(group.get("sections", rule.sections)),
    )


def spelled_out(texts: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """Replace "@name" by the shared list of that name (see ``data/law/signals.toml``)."""
    return _spelled_out(tuple(texts))


@lru_cache(maxsize=4096)
def _spelled_out(texts: tuple[str, ...]) -> tuple[str, ...]:
    signals = law_table("signals.toml")["signals"]
    found: list[str] = []
    for text in texts:
        found.extend(signals[text[1:]] if text.startswith("@") else (text,))
    return tuple(found)
