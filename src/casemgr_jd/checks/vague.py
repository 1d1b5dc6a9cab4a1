"""What plain words would say: wording of one kind is told once, with the first places and how many there are."""

from collections.abc import Iterator
from math import inf

from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.wording import terms

__all__ = ["gathered"]

_SHOWN = 10


def gathered(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield one hit where the first of the rule's wording stands; it names the first of them, and how many more there are.

    Of a rule with the option ``spread``, one of them in so many words of a posting passes without remark.
    """
    source, first, shown = context.source, None, dict[str, str]()
    hits = list(terms(context, rule))
    if len(hits) < int(rule.options.get("fewest", 1)):
        return
    for hit in hits:
        first = first or hit.span
        words = source.snippet(hit.span) if hit.span else ""
        better = f' ("{hit.suggestions[0]}")' if hit.suggestions else ""
        shown.setdefault(words.casefold(), f'"{words}"{better}')
    if first is not None and len(shown) * _spread(rule) >= _size(context):
        more = len(shown) - _SHOWN
        names = ", ".join(list(shown.values())[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
        yield Hit(first, {"shown": names})


def _spread(rule: Rule) -> float:
    return float(rule.options.get("spread", inf))


def _size(context: Context) -> int:
    return context.source.whole.text.count(" ")
