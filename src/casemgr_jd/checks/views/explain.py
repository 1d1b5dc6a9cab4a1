"""What a rule looks for and why, as text."""

from collections.abc import Iterator
from functools import cache

from casemgr_jd.checks.rule import Example, Rule

__all__ = ["explanation", "rule_page"]


def rule_page(rule: Rule) -> str:
    """Return where to read of a rule: its page in the published documentation, else its first source.

    The address of the documentation is the one that the distribution names in its ``Documentation`` link.
    """
    base = _documentation()
    if base and rule.check_is_ours:
        return f"{base.rstrip('/')}/rules/{rule.family.lower()}.html#{rule.code.lower()}"
    return next((source.url for source in rule.sources if source.url), "")


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
    """Return a rule's title, reason, an example of each kind, and its sources."""
    return "\n".join(_lines(rule))


def _lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.code} {rule.slug} ({rule.severity}, {rule.confidence} confidence)"
    yield f"{rule.title}."
    yield ""
    yield rule.why
    yield ""
    yield f"What to do: {rule.message}"
    if rule.bad:
        yield from ("", "Bad:", *_example(rule.bad[0]))
    if rule.good:
        yield from ("", "Good:", *_example(rule.good[0]))
    yield from ("", "Sources:")
    for source in rule.sources:
        as_of = f", read {source.as_of}" if source.as_of else ""
        url = f" {source.url}" if source.url else ""
        yield f"  - {source.title}{url} ({source.confidence} confidence{as_of})"
    if not rule.default:
        yield from ("", "Off unless selected.")
    yield from ("", "Information, not legal advice.")


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


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 70 else f"{flat[:69]}…"
