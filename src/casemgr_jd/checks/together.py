"""What one rule remarks of several words is told in one finding: a reader goes through few lines."""

from collections.abc import Iterable

from casemgr_jd import _attrs as attrs
from casemgr_jd.checks.engine import fill
from casemgr_jd.checks.once import first_of
from casemgr_jd.checks.report import Finding, Report
from casemgr_jd.checks.rule import Rule
from casemgr_jd.model.choices import Severity

__all__ = ["named", "told_together", "told_with_the_larger"]

_LONGEST_WORDS = 40
_LONGEST_LIST = 170


def told_together(report: Report, rules: Iterable[Rule]) -> Report:
    """Return the report with the remarks of a rule drawn together that says how.

    A warning or an error keeps a finding of its own: each is to be mended, and accepted, by itself.
    """
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


def told_with_the_larger(report: Report, rules: Iterable[Rule]) -> Report:
    """Return the report with what is missed told with the larger thing that is missed, of which it is a part.

    The option ``told_with`` of a rule names the rules whose findings take up its own, the nearest first; the code
    stands behind the words, for whoever looks it up or accepts it.
    """
    found = {one.code for one in report}
    larger = {
        rule.code: next((code for code in rule.options.get("told_with", ()) if code in found), "")
        for rule in rules
        if rule.code in found
    }
    told_there: dict[str, list[str]] = {}
    kept: list[Finding] = []
    for one in report:
        if one.severity is Severity.INFO and larger.get(one.code):
            told_there.setdefault(_largest(one.code, larger), []).append(
                f"{one.message} ({one.code})"
            )
        else:
            kept.append(one)
    if not told_there:
        return report
    taken = {code: " ".join(messages) for code, messages in told_there.items()}
    findings = (
        attrs.evolve(one, message=f"{one.message} {taken.pop(one.code)}")
        if one.code in taken
        else one
        for one in kept
    )
    return attrs.evolve(report, findings=tuple(findings))


def _largest(code: str, larger: dict[str, str]) -> str:
    while larger.get(code):
        code = larger[code]
    return code


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
