"""Lists of duties whose verbs stand in more than one form: "Leads", "Conduct", "Monitoring"."""

from collections.abc import Iterator
from functools import lru_cache

from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.reading.inflection import forms
from casemgr_jd.reading.lexicon import lexicon
from casemgr_jd.reading.source import Span

__all__ = ["mixed_forms"]


def mixed_forms(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first duty in the rarer form, where two forms each start several duties."""
    source, by_form = context.source, dict[str, list[Span]]()
    for index, block in source.in_sections("responsibilities"):
        if block.kind == "heading":
            continue
        start = source.starts[index]
        word = source.folded[start : start + _LONGEST].partition(" ")[0].rstrip(",;/")
        form = _forms().get(word)
        if form:
            by_form.setdefault(form, []).append(Span(start, start + len(word)))
    often = sorted(by_form.values(), key=len)
    fewest = int(rule.options["fewest"])
    if len(often) > 1 and len(often[-2]) >= fewest:
        usual, other = often[-1], often[-2]
        yield Hit(other[0], {"usual": source.snippet(usual[0]), "count": len(other)})


_LONGEST = 24


@lru_cache(maxsize=1)
def _forms() -> dict[str, str]:
    """Each form of each verb to its kind."""
    found: dict[str, str] = {}
    for verb in lexicon("verb_forms")["verbs"]:
        for form in forms(verb):
            if form == verb or form.endswith(("s", "ing")):
                found[form] = "base" if form == verb else form[-1]
    return found
