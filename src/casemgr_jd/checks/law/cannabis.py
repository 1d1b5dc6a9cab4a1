"""Tests for cannabis, in places whose law protects its use off the job."""

from collections.abc import Iterator

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.law.frames import holds
from casemgr_jd.checks.law.reach import reaching
from casemgr_jd.checks.law.weight import weight
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.modality import negated, of_others
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.law import place_name, wordings
from casemgr_jd.reading.source import Span

__all__ = ["tested_for"]

_NOT_ASKED = ("responsibilities", "benefits", "about", "eeo")
_COMMON = 1
"""How strict a wording is that holds everywhere."""


def tested_for(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first place where applicants are told of a test that covers cannabis."""
    source, options = context.source, rule.options
    found = phrases_in(source, phrases(tuple(options["substance"])))
    if not found:
        raise NotApplicable
    stricter = (one for one in wordings("drug_screen") if one.strictness > _COMMON)
    law = next((one for one in reaching(context, stricter) if one.reach.certain), None)
    if law is None:
        return
    for match in found:
        span = Span(*match.span())
        sentence = source.sentence(*span)
        aside = source.block_at(span.start).section in _NOT_ASKED
        tested = holds(source, sentence, options["tests"])
        excused = holds(source, sentence, options["unless"])
        if tested and not (aside or excused or negated(source, span) or of_others(source, span)):
            fields = {"place": place_name(law.law.place), "text": law.law.text}
            severity = "info" if weight(law) == "info" else ""
            yield Hit(span, fields, severity=severity, laws=(law,))
            return
