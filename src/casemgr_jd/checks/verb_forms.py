"""Lists of duties whose verbs stand in more than one form: "Leads", "Conduct", "Monitoring"."""

from collections.abc import Iterator
from functools import lru_cache

from casemgr_jd._late import late
from casemgr_jd._records import NamedTuple
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.reading.inflection import forms
from casemgr_jd.reading.lexicon import lexicon
from casemgr_jd.reading.source import Source, Span

__all__ = ["forms_of_duties", "is_a_duty", "mixed_forms"]


def mixed_forms(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first duty in the rarer form, where two forms each start several duties.

    A duty is an item of a list or a sentence of a paragraph, even where the space before it was lost. Where the usual
    form is frequent, one duty in another is enough, if its word is no noun as well.
    """
    source, by_form, sure = context.source, dict[str, list[Span]](), set[str]()
    looks = each_block(source, "starts of duties", _starts_of_duties)
    starts = [(start, one) for start, found in looks for one in found]
    apart = sum(not one.alone for _, one in starts) >= _FEWEST_APART
    for start, one in starts:
        if one.alone or apart:
            by_form.setdefault(one.form, []).append(Span(start + one.first, start + one.last))
            if one.is_sure:
                sure.add(one.form)
    often = sorted(by_form.values(), key=len)
    if len(often) < 2:
        return
    usual, other = often[-1], often[-2]
    form = next(name for name, spans in by_form.items() if spans is other)
    enough = len(other) >= int(rule.options["fewest"]) or (
        form in sure and len(usual) >= int(rule.options["frequent"])
    )
    if enough:
        yield Hit(other[0], {"usual": source.snippet(usual[0]), "count": len(other)})


# The first word of a block, of a sentence, of an item that lost its line, and of what ran into the word before it.
_STARTS = late(
    r"(?:(?<![^\n])|(?<=[.;:!•▪◦●-] )|(?<=[.;:!•▪◦●]  )|(?<=[•▪◦●]\t)|(?<=[•▪◦●])|(?<=[A-Za-z]{3}[.;:!)])|(?<=[a-z]{3}))[A-Z][a-z]+(?=[ ,/])"
)


class _Start(NamedTuple):
    """The verb with which a duty starts."""

    form: str
    first: int
    last: int
    is_sure: bool
    """Whether the word is no noun as well."""
    alone: bool
    """Whether its block by itself is one of duties."""


def _starts_of_duties(source: Source) -> list[_Start]:
    """The verbs with which the duties of a block start."""
    block = source.blocks[0]
    if block.kind == "heading" or block.section not in _OF_DUTIES:
        return []
    text, known = source.whole.text, forms_of_duties()
    matches = [(match, match.group().lower()) for match in _STARTS.finditer(text)]
    verbs = [(match, *known[word]) for match, word in matches if word in known]
    alone = block.section in _SURE or len(verbs) >= _SEVERAL
    return [_Start(form, *match.span(), is_sure, alone) for match, form, is_sure in verbs]


_SURE = ("responsibilities",)
_OF_DUTIES = frozenset({*_SURE, "summary", "title", "licensure", "environment"})
_SEVERAL = 3
"""So many sentences of a paragraph outside of the duties start with a verb where it tells of duties, too."""
_FEWEST_APART = 5
"""So many blocks that each start with a verb are duties, wherever they stand."""


@lru_cache(maxsize=1)
def forms_of_duties() -> dict[str, tuple[str, bool]]:
    """Each form of each verb to its kind, and whether it is surely a verb's."""
    known = lexicon("verb_forms")
    nouns, found = frozenset(known["nouns_too"]), dict[str, tuple[str, bool]]()
    adjectives = frozenset(known["past_too"])
    for verb in (*known["verbs"], *known["further_verbs"]):
        for form in forms(verb):
            if form == verb or form.endswith(("s", "ing")):
                found[form] = ("base" if form == verb else form[-1], verb not in nouns)
            elif form.endswith("ed") and form not in adjectives:
                found.setdefault(form, ("past", True))
    return found


def is_a_duty(word: str) -> bool:
    """Whether a word is a verb with which a duty starts, and surely no noun."""
    return forms_of_duties().get(word.lower(), ("", False))[1]
