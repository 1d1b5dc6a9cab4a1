"""Findings on the same words, which a person mends at once: told together, the heaviest first."""

from collections.abc import Iterable

from casemgr_jd.checks.report import Finding
from casemgr_jd.checks.rule import SEVERITIES

__all__ = ["by_phrase", "suggested"]

_SHARED = 0.5
"""Of the longer one of two texts: as much of it as the other one holds where both are one phrase."""


def by_phrase(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """Return findings in groups, each on one phrase: what is heaviest leads it, and stands where it stood.

    No finding is lost. One on a sentence as a whole is none on a word in it.

    >>> def found(code, match, offset, severity="info"):
    ...     return Finding(code=code, slug="s", severity=severity, kind="fail", confidence="high", message="",
    ...         match=match, line=1, excerpt="Young, energetic people", offset=offset)
    >>> hint, wording = found("LAW009", "energetic", 7), found("LAW001", "Young, energetic", 0, "error")
    >>> [[one.code for one in group] for group in by_phrase([hint, found("X1", "people", 17), wording])]
    [['X1'], ['LAW001', 'LAW009']]
    """
    groups: list[list[Finding]] = []
    here: dict[tuple[int, str, str], list[list[Finding]]] = {}
    # What is heaviest opens a group, which the lighter ones then join.
    for one in sorted(findings, key=_weight):
        near = here.setdefault((one.line, one.path, one.excerpt), []) if one.match else []
        group = next((known for known in near if _is_one_phrase(known[0], one)), None)
        if group is None:
            group = []
            groups.append(group)
            near.append(group)
        group.append(one)
    leads = {id(group[0]): tuple(group) for group in groups}
    return tuple(leads[id(one)] for one in findings if id(one) in leads)


def _weight(one: Finding) -> int:
    return SEVERITIES.index(one.severity)


def _is_one_phrase(one: Finding, other: Finding) -> bool:
    ends = (one.offset + len(one.match), other.offset + len(other.match))
    shared = min(ends) - max(one.offset, other.offset)
    return shared >= _SHARED * max(len(one.match), len(other.match))


def suggested(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return what could be written instead, each once, without what the messages say already.

    >>> suggested([Finding(code="X1", slug="s", severity="info", kind="fail", confidence="high",
    ...     message="Take it out; state the skill.", suggestions=["State the skill.", "name it"])])
    ('name it',)
    """
    told = tuple(findings)
    said = " ".join(one.message.casefold() for one in told)
    all_of_them = dict.fromkeys(words for one in told for words in one.suggestions)
    return tuple(words for words in all_of_them if words.casefold().rstrip(".") not in said)
