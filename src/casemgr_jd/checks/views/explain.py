"""What a rule looks for and why, as text."""

from collections.abc import Iterator
from functools import cache

from casemgr_jd.checks._packaged import home_of
from casemgr_jd.checks.report import Finding
from casemgr_jd.checks.rule import Example, Rule
from casemgr_jd.checks.views.phrases import suggested
from casemgr_jd.model.moment import long_date

__all__ = ["explanation", "found_in", "rule_anchor", "rule_page"]

_MOST = 3


def rule_page(rule: Rule) -> str:
    """Return where to read of a rule: its page in the published documentation, else its first source.

    The address of the documentation is the one that the distribution names in its ``Documentation`` link.
    """
    base, anchor = _documentation(), rule_anchor(rule)
    if base and anchor:
        return f"{base.rstrip('/')}/{anchor}"
    return next((source.url for source in rule.sources if source.url), "")


def rule_anchor(rule: Rule) -> str:
    """Return the page and the anchor of a rule of ours in the documentation, wherever that is published.

    >>> from casemgr_jd.checks.rules import rules
    >>> rule_anchor(next(rule for rule in rules() if rule.code == "PAY001"))
    'rules/pay.html#pay001'
    """
    return f"rules/{rule.family.lower()}.html#{rule.code.lower()}" if home_of(rule.code) else ""


@cache
def _documentation() -> str:
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        links = metadata("casemgr-jd").get_all("Project-URL") or []
    except PackageNotFoundError:
        return ""
    pairs = (link.partition(",") for link in links)
    return next((url.strip() for name, _, url in pairs if name.strip() == "Documentation"), "")


def explanation(rule: Rule) -> str:
    """Return a rule's title, reason, whole messages, examples of both kinds, its sources, and where it lives."""
    return "\n".join(_lines(rule))


def _lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.code} {rule.slug} ({rule.severity}, {rule.confidence} confidence)"
    yield f"{rule.title}."
    yield from ("", rule.why)
    if rule.bad:
        yield from ("", "Bad:")
        for example in rule.bad[:_MOST]:
            yield from _example(example)
            yield from _told(rule, example)
    if rule.good:
        yield from ("", "Good:")
        for example in rule.good[:_MOST]:
            yield from _example(example)
    yield from ("", "Sources:")
    for source in rule.sources:
        as_of = f", read {long_date(source.as_of)}" if source.as_of else ""
        url = f" {source.url}" if source.url else ""
        yield f"  - {source.title}{url} ({source.confidence} confidence{as_of})"
    yield from ("", f"Where it lives: {_home(rule)}")
    if rule_anchor(rule):
        yield f"Its page in the documentation: {rule_anchor(rule)}"
    if not rule.default:
        yield from ("", "Off unless selected.")
    yield from ("", "Information, not legal advice.")


def _told(rule: Rule, example: Example) -> Iterator[str]:
    """Say what the checker says of an example: a whole message, as a reader gets it."""
    for finding in found_in(rule, example)[:1]:
        kind = ", review" if finding.kind == "review" else ""
        yield f"      -> {finding.severity}{kind}: {finding.message}"
        if suggested([finding]):
            yield f"         try: {'; '.join(suggested([finding]))}"


def found_in(rule: Rule, example: Example) -> tuple[Finding, ...]:
    """Return what one rule finds in one of its examples."""
    from casemgr_jd.checks.entry import check_document
    from casemgr_jd.model.requisition import Requisition

    report = check_document(
        example.document,
        today=example.today,
        select=[rule.code],
        requisition=Requisition(**example.requisition) if example.requisition else None,
        format="markdown",
        below=example.below or None,
        as_text=example.piece,
        inline=False,
    )
    return report.findings


def _home(rule: Rule) -> str:
    """Name the file in which the rule is written, and the code that finds it, where it has its own."""
    if not rule.check_is_ours:
        return f"another distribution, {rule.check}"
    file = home_of(rule.code)
    code = "" if rule.check == "terms" else f", found by {rule.check.partition(':')[0]}"
    return f"casemgr_jd/data/rules/{file}{code}" if file else f"another distribution{code}"


def _example(example: Example) -> Iterator[str]:
    if example.below:
        yield "    (one tier below)"
        yield from (f"    {line}" for line in example.below.splitlines() if line)
        yield "    (this tier)"
    if example.text:
        yield from (f"    {line}" for line in example.text.splitlines() if line)
    elif not example.swap:
        yield "    (the packaged sample posting, as it is)"
    for old, new in example.swap:
        yield f"    (in the packaged sample posting) {_short(old)!r} replaced by {_short(new)!r}"
    if example.requisition:
        given = ", ".join(f"{name} = {value}" for name, value in example.requisition.items())
        yield f"    (with {given})"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 70 else f"{flat[:69]}…"
