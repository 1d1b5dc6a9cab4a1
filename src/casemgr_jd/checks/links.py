"""Addresses of the Web that lead nowhere as they are written, or to all jobs at once."""

from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.matches import each_match, stands
from casemgr_jd.facts.where import with_pieces
from casemgr_jd.reading.lexicon import Said
from casemgr_jd.reading.source import Span

__all__ = ["at_large", "broken"]

# one slash for two, a site without a dot, a question without its answer
_BROKEN = late(
    r"(?i)(?<![\w/])https?:(?:/(?!/)[^\s\"<>)]+|//(?![\w-]+[.:])[^\s./\"<>)]+(?=[\s/]|$)[^\s\"<>)]*|//[^\s\"<>)]+[?&=](?=\s|$))"
)
_ADDRESSED = with_pieces("http:", "https:")


def broken(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each address of the Web that cannot be followed as it is written."""
    for found in each_match(context.source, _BROKEN, _ADDRESSED):
        if not found.group().lower().startswith(("http://localhost", "https://localhost")):
            yield Hit(Span(*found.span()))


_JOB_NUMBER = Said("completeness", "job_number")


def at_large(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the address to apply to, where it is that of all jobs and nothing says which is meant."""
    source = context.source
    if not context.whole:
        raise NotApplicable
    if stands(source, _JOB_NUMBER):
        return
    pages = frozenset(rule.options["pages"])
    hosts = tuple(rule.options["hosts"])
    first: Span | None = None
    for span in source.addresses:
        address = source.folded[span.start : span.end].rstrip(".,;/")
        if "@" in address:
            return  # who writes says which job is meant
        site, _, path = address.partition("://")[2].partition("/")
        last = path.rpartition("/")[2].partition("#")[0]
        general = last.partition(".")[0] in pages or (not path and site.startswith(hosts))
        if general:
            first = first or span
        elif path:
            return
    if first is not None:
        yield Hit(first)
