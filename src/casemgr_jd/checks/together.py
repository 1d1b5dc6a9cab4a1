"""What one rule remarks of several words is told in one finding: a reader goes through few lines."""

from collections.abc import Iterable, Iterator, Mapping

from casemgr_jd import _attrs as attrs
from casemgr_jd.checks.engine import fill
from casemgr_jd.checks.once import first_of
from casemgr_jd.checks.report import Finding, Report
from casemgr_jd.checks.rule import Rule
from casemgr_jd.model.choices import Severity

__all__ = ["named", "told_together", "told_with_the_larger"]

_NOWHERE = ""
_LONGEST_WORDS = 40
_LONGEST_LIST = 170


def told_together(report: Report, rules: Iterable[Rule]) -> Report:
    """Return the report with the remarks of a rule drawn together that says how.

    A warning or an error keeps a finding of its own: each is to be mended, and accepted, by itself.
    """
    rules = tuple(rules)
    report = _of_each_phrase_one(report, {rule.code for rule in rules if _is_of_wording(rule)})
    messages = {rule.code: rule.together for rule in rules if rule.together}
    groups: dict[object, list[Finding]] = {}
    for number, finding in enumerate(report):
        drawn = finding.severity is Severity.INFO and finding.code in messages
        key = (finding.code, finding.kind, finding.field) if drawn else number
        groups.setdefault(key, []).append(finding)
    if len(groups) == len(report):
        return report
    findings = (
        one[0] if len(one) == 1 else _drawn(one, messages[one[0].code]) for one in groups.values()
    )
    return attrs.evolve(report, findings=tuple(findings))


def _is_of_wording(rule: Rule) -> bool:
    return bool(rule.together) and rule.check == "terms"


def _of_each_phrase_one(report: Report, codes: set[str]) -> Report:
    """Return the report without remarks of these rules on a part of words on which another remarks already."""
    by_block: dict[tuple[int, str, str], list[Finding]] = {}
    for one in report:
        if one.code in codes and one.severity is Severity.INFO:
            by_block.setdefault((one.line, one.path, one.excerpt), []).append(one)
    within = {id(part) for remarks in by_block.values() for part in _parts_of_others(remarks)}
    if not within:
        return report
    return attrs.evolve(report, findings=tuple(one for one in report if id(one) not in within))


def _parts_of_others(remarks: list[Finding]) -> Iterator[Finding]:
    """The remarks on a part of the words of another rule's; of the same words the first code tells."""
    outer: Finding | None = None
    for one in sorted(remarks, key=lambda one: (one.offset, -len(one.match), one.code)):
        if outer is None or _end(one) > _end(outer):
            outer = one
        elif one.code != outer.code:
            yield one


def _end(finding: Finding) -> int:
    return finding.offset + len(finding.match)


def told_with_the_larger(report: Report, rules: Iterable[Rule]) -> Report:
    """Return the report with what is missed told with the larger thing that is missed there.

    What is missed at a place of its own, such as under a heading, stays there.

    The option ``told_with`` of a rule names the rules whose findings take up its own, the nearest first; the code
    stands behind the words, for whoever looks it up or accepts it.
    """
    hosts = {rule.code: rule.options.get("told_with", ()) for rule in rules}
    first: dict[tuple[str, str], Finding] = {}
    for one in report:
        first.setdefault((one.code, one.place), one)
        first.setdefault((one.code, _NOWHERE), one)
    told_there: dict[int, list[str]] = {}
    kept: list[Finding] = []
    for one in report:
        host = _host_of(one, hosts, first)
        if host is one:
            kept.append(one)
        else:
            told_there.setdefault(id(host), []).append(f"{one.message} ({one.code})")
    findings = (
        attrs.evolve(one, message=" ".join((one.message, *told_there[id(one)])))
        if id(one) in told_there
        else one
        for one in kept
    )
    return attrs.evolve(report, findings=tuple(findings)) if told_there else report


def _host_of(
    one: Finding, hosts: Mapping[str, Iterable[str]], first: Mapping[tuple[str, str], Finding]
) -> Finding:
    """The finding that tells of this one: itself, where nothing larger is missed there."""
    if one.severity is Severity.INFO:
        for code in hosts.get(one.code, ()):
            if (code, one.place) in first:
                return _host_of(first[code, one.place], hosts, first)
    return one


def named(words: Iterable[str]) -> str:
    """Return the first of several words, and how many more there are.

    >>> named(["one", "two", "two"])
    'one, two'
    """
    different = list(dict.fromkeys(words))
    shown = different[:1]
    for one in different[1:]:
        if len(", ".join((*shown, one))) > _LONGEST_LIST:
            break
        shown.append(one)
    more = len(different) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _drawn(several: list[Finding], message: str) -> Finding:
    fields: dict[str, object] = {
        "count": sum(one.times for one in several),
        "shown": named(map(_quoted, several)),
    }
    suggestions = dict.fromkeys(words for one in several for words in one.suggestions)
    return attrs.evolve(
        first_of(several), message=fill(message, fields), suggestions=tuple(suggestions)
    )


def _quoted(finding: Finding) -> str:
    words = " ".join(finding.match.split())
    whole = words if len(words) <= _LONGEST_WORDS else f"{words[: _LONGEST_WORDS - 1].rstrip()}…"
    return f'"{whole}"'
