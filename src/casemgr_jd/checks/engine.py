"""Running rules over a document: which ones, in which order, and what comes out."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib import import_module

from casemgr_jd import _attrs as attrs
from casemgr_jd._late import late
from casemgr_jd.checks.context import Check, Context, Hit, NotApplicable
from casemgr_jd.checks.remembered import Run, Since
from casemgr_jd.checks.report import Finding, Outcome, Report
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.wording import terms
from casemgr_jd.errors import ContentError, Problem, UnknownNameError
from casemgr_jd.model.choices import FindingKind
from casemgr_jd.model.citation import Citation
from casemgr_jd.reading.block import Place

__all__ = ["findings_of", "run", "select_rules"]

_EXCERPT = 200
_FIELD = late(r"\{(\w+)\}")


def select_rules(
    rules: Iterable[Rule], select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> tuple[Rule, ...]:
    """Return the rules to run: those selected (or on by default), without those ignored.

    A selector is a code, the start of one (``"TPL"``) or a slug.

    Raises:
        UnknownNameError: A selector names no rule.
    """
    known, select, ignore = tuple(rules), tuple(select), tuple(ignore)
    for selector in (*select, *ignore):
        if not any(rule.selected_by(selector) for rule in known):
            names = [name for rule in known for name in (rule.code, rule.slug)]
            raise UnknownNameError("rule", selector, names)
    chosen = (rule for rule in known if _wanted(rule, select))
    kept = (rule for rule in chosen if not any(rule.selected_by(selector) for selector in ignore))
    return tuple(sorted(kept, key=lambda rule: rule.code))


def _wanted(rule: Rule, select: tuple[str, ...]) -> bool:
    return any(rule.selected_by(selector) for selector in select) if select else rule.default


def run(context: Context, since: Since) -> Report:
    """Run the rules of the context and return what they found, in reading order.

    Args:
        context: what rules look at.
        since: what has changed since a sibling of the document was checked.

    A rule is not run again for a text whose sibling was checked before it, while what it reads is the same.
    """
    findings: list[Finding] = []
    outcomes: list[Outcome] = []
    notes: list[str] = []
    for rule in context.rules:
        try:
            ran = since.of(rule)
            if ran is None:
                ran = _silent(context, rule) or _ran(context, rule)
                since.keep(rule, ran)
        except Exception as error:
            if rule.check_is_ours:
                raise
            notes.append(f"{rule.code} {rule.slug} was left out: it failed with {_shortly(error)}.")
            continue
        outcomes.append(ran.outcome)
        findings.extend(one for one, _ in ran.findings)
    findings.sort(key=_reading_order(context))
    return Report(
        document=context.source.name,
        findings=tuple(findings),
        outcomes=tuple(outcomes),
        notes=tuple(notes),
    )


def _silent(context: Context, rule: Rule) -> Run | None:
    """How a rule comes out that looks for wording alone, where none of it stands: as most do in most texts."""
    wording = context.terms.silent(rule) if rule.check == "terms" else None
    return None if wording is None else Run(rule, _outcome(rule.code, "pass"), (), {wording})


def _ran(context: Context, rule: Rule) -> Run:
    """Run a rule, and write down what it asked for."""
    with context.source.notes.taken() as reads:
        try:
            found = _placed(context, rule)
        except NotApplicable:
            return Run(rule, _outcome(rule.code, "not_applicable"), (), reads)
    outcome = _outcome(rule.code, found[0][0].kind if found else "pass")
    return Run(rule, outcome, tuple(found), reads)


@lru_cache(maxsize=4096)
def _outcome(code: str, kind: FindingKind | str) -> Outcome:
    """Return how a rule came out; made once, for most rules come out the same in most postings."""
    return Outcome(code, kind)


def _shortly(error: Exception) -> str:
    return str(error) if isinstance(error, ContentError) else repr(error)


def findings_of(context: Context, rule: Rule) -> list[Finding]:
    """Return what one rule finds, accepted or not.

    Raises:
        NotApplicable: The rule has nothing to say about this document.
    """
    return [finding for finding, _ in _placed(context, rule)]


def _placed(context: Context, rule: Rule) -> list[tuple[Finding, int]]:
    """What one rule finds, each with the block in which it stands, or -1."""
    found: list[tuple[Finding, int]] = []
    again: dict[object, list[int]] = {}
    for hit in check_of(rule)(context, rule):
        if len(found) < _MANY:
            found.append(_finding(context, rule, hit))
            continue
        # Nobody reads on: what is told alike from here on is counted.
        words = context.source.snippet(hit.span).casefold() if hit.span is not None else ""
        counted = again.setdefault((words, hit.message, hit.severity, str(hit.fields)), [])
        if not counted:
            counted += (len(found), 0)
            found.append(_finding(context, rule, hit))
        counted[1] += 1
    for number, times in again.values():
        finding, index = found[number]
        found[number] = attrs.evolve(finding, times=times), index
    return found


_MANY = 1_000


def check_of(rule: Rule) -> Check:
    """Return the function that a rule names, loading its module on first use."""
    if rule.check == "terms":
        return terms
    if rule.check not in _LOADED:
        module, _, name = rule.check.partition(":")
        try:
            _LOADED[rule.check] = getattr(import_module(module), name)
        except (ImportError, AttributeError, ValueError) as error:
            reason = f"names a function that cannot be loaded, {rule.check!r}: {error}"
            raise ContentError([Problem(rule.code, reason, "correct its check")]) from error
    return _LOADED[rule.check]


_LOADED: dict[str, Check] = {}


def _finding(context: Context, rule: Rule, hit: Hit) -> tuple[Finding, int]:
    source = context.source
    place, match, excerpt, offset, index = Place(), "", "", 0, -1
    if hit.span is not None:
        place, match = source.placed(hit.span), source.snippet(hit.span)
        index = source.block_index(hit.span.start)
        excerpt, offset = source.blocks[index].text, hit.span.start - source.starts[index]
    fields = {"match": match, **hit.fields}
    finding = Finding(
        code=rule.code,
        slug=rule.slug,
        severity=hit.severity or rule.severity,
        kind=hit.kind or rule.kind,
        confidence=hit.confidence or rule.confidence,
        message=fill(hit.message or rule.message, fields),
        match=match,
        line=place.line or hit.line,
        column=place.column,
        end_line=place.end_line,
        end_column=place.end_column,
        path=place.path or hit.path,
        suggestions=hit.suggestions,
        citation=hit.citation or _cited(rule, hit),
        laws=hit.laws,
        excerpt=excerpt,
        offset=offset,
        times=hit.times,
    )
    return finding, index


def _cited(rule: Rule, hit: Hit) -> Citation | None:
    if hit.laws:
        cited: Citation = hit.laws[0].law.reference()
        return cited
    return rule.sources[0] if rule.sources else None


def fill(message: str, fields: dict[str, object]) -> str:
    """Put values into the ``{names}`` of a message, in one pass (a value is never read again).

    >>> fill("Say {a}.", {"a": "{b}", "b": 1})
    'Say {b}.'
    """

    def value(field: re.Match[str]) -> str:
        return _short(str(fields[field[1]])) if field[1] in fields else field[0]

    return _FIELD.sub(value, message)


def _short(value: str) -> str:
    return value if len(value) <= _EXCERPT else f"{value[: _EXCERPT - 1]}…"


def _reading_order(context: Context) -> Callable[[Finding], tuple[int, int, int, int, str, str]]:
    order = {
        block.path: index for index, block in enumerate(context.source.whole.blocks) if block.path
    }

    def key(finding: Finding) -> tuple[int, int, int, int, str, str]:
        missing = not finding.line and finding.path not in order
        return (
            missing,
            order.get(finding.path, 0),
            finding.line,
            finding.column,
            finding.code,
            finding.message,
        )

    return key
