"""What the hand does wrong without a word being misspelled: a space or a letter too many, a quotation mark left open."""

import re
from collections.abc import Iterator
from functools import lru_cache

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.facts.where import with_signs
from casemgr_jd.reading.lexicon import lexicon, word_list
from casemgr_jd.reading.source import Source, Span

__all__ = ["quotes_open", "typing_slips"]

# No English word starts with two consonants alike, but for some names.
_LETTER_TWICE = r"(?<![\w'’.@/-])(?:(?![Ll]l)(?P<same>[BCDFGHJKLMNPQRSTVWZbcdfghjklmnpqrstvwz])(?i:(?P=same))[a-z]{4,})(?![\w@])"
# "wor kers" cannot be told from two words, "Lo sAngeles" can
_SPACE_MOVED = r"(?<=[A-Za-z] )(?![eimxv])[a-z][A-Z][a-z]{3,}(?![\w@])"
_SPACE_LOST = r"(?<![\w@./])[A-Za-z]{2,}[,;][A-Za-z]{2,}(?![\w@]|\.\w|,\w)"
_HYPHEN_APART = r"(?<=[a-z] )-[a-z]{3,}(?![\w-])"
# "toNTBHA's": a small word that runs into a name
_NAME_RUN_INTO = r"(?<![\w@./-])(?:{})(?:[A-Z]{{3,}}|[A-Z][a-z]{{4,}})(?![\w@/])"
_ONE_IN_FIGURES = r"(?<!\w)(?i:one \(1\) (?:{}))(?!\w)"
# "25lbs": a number that runs into what is counted
_NUMBER_RUN_INTO = r"(?<![\w.$#/-])\d{{1,3}}(?:{})(?![\w-])"
# "jail-and community-based": the space is lost behind the hyphen that waits for its word
_HYPHEN_WAITS = r"(?<![\w-])[a-z]+-(?:and|or) [a-z]+-[a-z]+"
# "people who walk-in", "pickup our equipment": a verb, joined as its noun is
_VERB_JOINED = r"(?:{before})(?:{verbs})(?= (?:{behind})(?![a-z]))"
_ALWAYS = (_HYPHEN_WAITS, _LETTER_TWICE, _SPACE_MOVED, _SPACE_LOST, _HYPHEN_APART)


def typing_slips(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each letter twice at the start of a word, space lost or moved, and "one (1)" of several."""
    addresses = context.source.addresses
    for start, found in each_block(context.source, "typing slips", _slips):
        for first, last in found:
            span = Span(start + first, start + last)
            if not any(one.start <= span.start < one.end for one in addresses):
                yield Hit(span)


def _slips(source: Source) -> list[tuple[int, int]]:
    names = word_list("slips", "doubled_names")
    return [
        match.span()
        for match in _slip().finditer(source.whole.text)
        if match.group().lower() not in names
    ]


@lru_cache(maxsize=1)
def _slip() -> re.Pattern[str]:
    known = lexicon("slips")
    run_into = _NAME_RUN_INTO.format("|".join(known["runs_into_a_name"]))
    one = _ONE_IN_FIGURES.format("|".join(known["several_of_time"]))
    counted = _NUMBER_RUN_INTO.format("|".join(known["units_behind_a_number"]))
    return re.compile("|".join((*_ALWAYS, run_into, one, counted, _joined_verbs())))


def _joined_verbs() -> str:
    """A verb between the words that make one of it, or behind another one and before what it is done to."""
    known = lexicon("slips")
    pairs = (("before_a_verb", "behind_a_verb"), ("between_verbs", "starts_an_object"))
    return "|".join(
        _VERB_JOINED.format(
            before="|".join(f"(?<={word} )" for word in known[before]),
            verbs="|".join(known["joined_as_nouns"]),
            behind="|".join(known[behind]),
        )
        for before, behind in pairs
    )


_MARKS = '"“”'
_QUOTED = with_signs(_MARKS)
_LONGEST_SHOWN = 30
# 6' 2", 8.5" x 11": inches
_INCHES = late(r'\d ?"')


def quotes_open(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the last quotation mark of each line whose marks are no pairs."""
    looks = each_block(context.source, "quotes open", _unpaired, _QUOTED)
    for start, found in looks:
        for first, last in found:
            yield Hit(Span(start + first, start + last))


def _unpaired(source: Source) -> list[tuple[int, int]]:
    text = source.whole.text
    if sum(map(text.count, _MARKS)) % 2 == 0 or _INCHES.search(text):
        return []
    at = max(map(text.rfind, _MARKS))
    if not text[at + 1 : at + 2].isalnum():  # it closes what nothing opened
        first = text.rfind(" ", 0, max(at - 1, 0)) + 1
        return [(max(first, at - _LONGEST_SHOWN), at + 1)]
    shown = text[at : at + _LONGEST_SHOWN]
    words = shown if at + _LONGEST_SHOWN >= len(text) else shown.rpartition(" ")[0] or shown
    return [(at, at + len(words.rstrip()))]
