"""What an amount of money is for: base pay, a bonus, a benefit, something else."""

import re
from functools import lru_cache

from casemgr_jd._late import late
from casemgr_jd.facts.labels import value_at
from casemgr_jd.reading.lexicon import Said, lexicon, pattern_of, word_list
from casemgr_jd.reading.source import Source, Span

__all__ = ["SAYS_PAY", "kind_of_money"]


# What a figure is paid for, when it is not base pay; the nearest of these words decides.
_KINDS = ("bonus", "differential", "benefit", "history", "other")
_KIND_WORDS = tuple((name, pattern_of("pay_kinds", name, table="kinds")) for name in _KINDS)


SAYS_PAY = late(
    r"(?<![a-z])(?:pay|salary|salaries|wages?|compensation|rate|hourly|annually|annual|earn|base|range|starting(?=:? (?:at|from|pay|salary|salaries|rate|wages?|range|base|compensation|hourly|\$)|:|$)|hiring range|grade|step|offer|make(?= \$))"
)


_EXTRA = Said("pay_kinds", "extra")
_BASE_SECTIONS = frozenset({"compensation", "glance", "title"})


def kind_of_money(source: Source, span: Span, amount: float, *, whole: bool, rated: bool) -> str:
    index = source.block_index(span.start)
    sentence = source.sentence(span.start, span.end)
    before = source.folded[max(sentence.start, span.start - 70) : span.start]
    after = source.folded[span.end : min(sentence.end, span.end + 45)]
    # the parts of a line of facts ("days | $30 to $36 an hour | on call") are about different things
    before, after = _PARTS.split(before)[-1], _PARTS.split(after)[0]
    label = before.rstrip(" $")
    labelled = label.endswith(_labels_of_pay()) and not _EXTRA.search(label.rstrip(": "))
    if source.text[span.end : span.end + 1].isupper() or (labelled and ":" in after):
        after = ""  # a line break was lost, and what follows is a line about something else
    nearest = _nearest("" if labelled else before, after) or _of_no_wage(source, span, sentence)
    kind = nearest or _besides(source, span, before)
    if kind:
        return kind
    if not labelled and _is_an_allowance(source, span, sentence, amount):
        return "benefit"
    block = source.blocks[index]
    # "$28-$35/hr DOE" at the start of a line is what the job pays, wherever that line stands
    leads = (
        (whole or rated)
        and (labelled or not before.strip(" (*-"))
        and block.section not in _OF_NO_JOB
    )
    about_pay = bool(
        leads
        or block.section in _BASE_SECTIONS
        or value_at(source, "pay", span.start) is not None
        or source.holds(sentence, SAYS_PAY)
        or SAYS_PAY.search(block.header.lower())
        or SAYS_PAY.search(block.heading.lower())
        or (whole and _could_be_base(block.section, before))
    )
    plausible = 7 <= amount <= 250 or 12_000 <= amount <= 500_000 or 500 <= amount <= 12_000
    return "base" if about_pay and plausible and (leads or block.section != "about") else "other"


@lru_cache(maxsize=1)
def _labels_of_pay() -> tuple[str, ...]:
    """How a label of pay ends that stands straight before a figure, in whatever line."""
    return tuple(lexicon("pay_kinds")["labels"]["pay"])


def _besides(source: Source, span: Span, before: str) -> str:
    """What a figure is that comes on top: an "extra $150 weekly", or one in a line headed "On call"."""
    if before.rstrip(" $").endswith(_words_for_more()) or _MORE.match(source.folded, span.end + 1):
        return "other"
    if _TO_OTHERS.search(before.rstrip(" $")):
        return "other"
    section = source.block_at(span.start).section
    if section == "apply" and not _PERIOD.search(source.folded[span.start : span.end]):
        return "other"  # what is paid for a step of hiring
    line = source.span_of(source.block_index(span.start))
    label = _LABEL.match(source.folded, line.start, span.start)
    if label is None or _is_a_line_of_facts(source, span, label.end()):
        return ""
    name = label["name"].strip()
    # "Retention pay: $1,500 a year" is as little a wage as a "Retention: …"
    for kind, words in _KIND_WORDS:
        if name.endswith(_WAGE) and words.fullmatch(name.removesuffix(_WAGE)):
            return kind
    if name in word_list("pay_kinds", "labels", "besides"):
        # "Benefits: the pay is $22 an hour" still says what the job pays
        item = source.folded[label.end() : span.start].rpartition(";")[2]
        return "" if SAYS_PAY.search(item) else "benefit"
    if SAYS_PAY.search(name):
        return ""
    ends = (name, name.rpartition(" ")[2])  # a "sign-on bonus" is a bonus
    return next((kind for kind, words in _KIND_WORDS if any(map(words.fullmatch, ends))), "")


def _is_a_line_of_facts(source: Source, span: Span, start: int) -> bool:
    """Whether bars part more than a label from its value: "Lakeside Health | Omaha | days | $36 an hour"."""
    block = source.block_at(span.start)
    return block.kind != "row" and " | " in source.folded[start : span.start]


_WAGE = " pay"


# The label of a line, or the first cell of a row, of three words at most.
_LABEL = late(r"(?P<name>[a-z'&/]+(?: [a-z'&/]+){0,2})(?:: | \| )")


@lru_cache(maxsize=1)
def _words_for_more() -> tuple[str, ...]:
    return tuple(f" {one}" for one in lexicon("pay_kinds")["labels"]["more"])


_COVERS, _COVERED = Said("pay_kinds", "covers"), Said("pay_kinds", "covered")
_MORE, _TO_OTHERS = Said("pay_kinds", "more"), Said("pay_kinds", "to_others")
_ON_TRIAL = Said("pay_kinds", "on_trial")
_ONCE, _PERIOD = Said("pay_kinds", "once"), Said("pay_kinds", "period")
_YEARLY = Said("pay_kinds", "yearly")


def _of_no_wage(source: Source, span: Span, sentence: Span) -> str:
    """What a figure is that "we pay" for a plan ("up to $900 a month"), or once, for an interview or a trial day."""
    words = source.folded[sentence.start : sentence.end]
    before = source.folded[sentence.start : span.start].rstrip(" $")
    figure = _CLAUSE_ENDS.split(source.folded[span.start : sentence.end])[0]
    if _COVERS.search(before) and _COVERED.search(words):
        return "benefit"
    if _ON_TRIAL.search(words):
        return "other"
    line = source.span_of(source.block_index(span.start))
    told = words if line.end - line.start > _SHORT_LINE else source.folded[line.start : line.end]
    return "other" if _ONCE.search(told) and not _PERIOD.search(figure) else ""


def _is_an_allowance(source: Source, span: Span, sentence: Span, amount: float) -> bool:
    """Whether a figure is too small for a year's pay, in a sentence that does not call it pay: "$120 a year for boots"."""
    sides = Span(sentence.start, span.start), Span(span.end, sentence.end)
    return (
        amount < _LEAST_A_YEAR
        and bool(_YEARLY.search(source.folded[span.start : span.end]))
        and value_at(source, "pay", span.start) is None
        and not any(source.holds(one, SAYS_PAY) for one in sides)
    )


_LEAST_A_YEAR = 10_000
_SHORT_LINE = 160


_CLAUSE_ENDS = late(r"[);→]")
_PARTS = late(r"\||·|•| - |\n")


_OF_NO_JOB = frozenset({"eeo", "legal", "measures", "tools"})
_ASIDE = frozenset({"about", "responsibilities", "measures", "eeo", "legal", "skills", "tools"})


def _could_be_base(section: str, before: str) -> bool:
    """Whether a range with its period, in a line that says nothing else about it, is what the job pays."""
    return section not in _ASIDE and (
        not before.strip(" (*")
        or bool(_EMPLOYMENT.search(before))
        or before.rstrip().endswith((",", "minimum:", "min:"))
    )


_EMPLOYMENT = Said("pay_kinds", "employment")


def _nearest(before: str, after: str) -> str:
    """Return the kind whose word stands nearest to a figure, if it is nearer than a word for base pay."""
    # words in another clause are about something else
    # "other compensation" is what is not base pay
    before = before.replace("other compensation", "extra bonuses     ")
    before = (
        re.split(r"[;,(]|(?<![a-z])(?:plus|and|with)(?![a-z])", before)[-1]
        if SAYS_PAY.search(before)
        else before
    )
    # a figure may stand in brackets before what it is for
    after = after.removeprefix(")")
    after = re.split(
        r"[;,()+]|(?<![a-z])(?:plus|depend\w*|based|commensurate|with)(?![a-z])", after
    )[0]
    best, distance = "", 1_000
    base = [len(before) - match.end() for match in SAYS_PAY.finditer(before)][-1:]
    for name, words in _KIND_WORDS:
        for match in words.finditer(before):
            if len(before) - match.end() < distance:
                best, distance = name, len(before) - match.end()
        match_after = words.search(after)
        if match_after and match_after.start() < distance:
            best, distance = name, match_after.start()
    return "" if base and base[0] < distance and "bonus" not in best else best
