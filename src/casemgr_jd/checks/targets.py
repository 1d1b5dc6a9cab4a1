"""Results that a duty promises, where a posting can only say that a measure is tracked."""

from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.facts.phrases import Wording
from casemgr_jd.facts.wording import stating
from casemgr_jd.reading.lexicon import pattern_of, phrase_list
from casemgr_jd.reading.source import Source, Span

__all__ = ["promised_targets"]

_ASIDE = frozenset({"about", "benefits", "compensation", "eeo", "legal", "required", "preferred"})
_REACH = 80
_FIGURE = late(
    r"(?:at least |to |by |below |above |under |over |a |an |of |at |minimum |less than |more than |[<>]=? ?)?\d{1,3}(?:\.\d+)?\s?(?:%|percent)(?![a-z])"
    r"|(?:below|under|above|over|at) \$?\d[\d.,]*[mk]?(?: (?:days|hours|minutes|points))?"
)
_SHARE = late(r"\d\s?(?:%|percent)")


def promised_targets(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each duty that promises a figure."""
    source, taken = context.source, -1
    for span in sorted(_promises(source), key=lambda one: (one.start, -one.end)):
        sentence = source.sentence(span.start, span.end)
        aside = source.block_at(span.start).section in _ASIDE
        fine = pattern_of("targets", "fine").search(source.folded, sentence.start, sentence.end)
        if span.start >= taken and not aside and not fine:
            taken = span.end
            yield Hit(span)


def _promises(source: Source) -> Iterator[Span]:
    for start, found in each_block(source, "promises", _promises_in, stating(_VERBS)):
        for first, last in found:
            yield Span(first + start, last + start)


def _promises_in(source: Source) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for kind, match in _VERBS.matches(source):
        if kind in ("everybody", "always"):
            found.append(match.span())
            continue
        if kind != "demand" and not _opens(source, match.start()):
            continue
        sentence = source.sentence(match.start(), match.end())
        end = _end_of_figure(source, kind, match.end(), min(sentence.end, match.end() + _REACH))
        if end:
            found.append((match.start(), end))
    return found


def _opens(source: Source, start: int) -> bool:
    """Whether a verb opens a duty: a line or a sentence, or what stands after "you will"."""
    before = source.folded[max(start - 12, 0) : start]
    return not before or before.endswith(_OPENINGS)


_OPENINGS = ("\n", ". ", "; ", ": ", "you'll ", "you will ", "must ", "will ")


def _end_of_figure(source: Source, kind: str, start: int, stop: int) -> int:
    """Where the figure ends that a verb promises, or 0 if it promises none."""
    folded = source.whole.folded
    if kind == "multiply":
        within = _WITHIN.search(folded, start, stop)
        return within.end() if within else 0
    worded = pattern_of("targets", "share").search(folded, start, stop)
    figures = list(_FIGURE.finditer(folded, start, stop))
    for one in figures:
        strict = pattern_of("targets", "strict").search(
            folded, one.end(), min(stop, one.end() + 30)
        )
        if (
            _SHARE.search(one[0])
            or strict
            or (kind == "opening" and _FOR_ALL.match(folded, one.end()))
        ):
            return strict.end() if strict and not _SHARE.search(one[0]) else one.end()
    if worded and (kind == "opening" or worded[0].endswith("zero")):
        return worded.end()
    return 0


_WITHIN = late(
    r" (?:the |our |your )?[a-z]{4,}(?: [a-z]+){0,3} (?:in|within|by) (?!order|the use|using|half)[a-z0-9]+"
)
_FOR_ALL = late(r" (?:for|in|with) (?:all|every|each)|(?<=[mk])")


_KINDS = ("demand", "opening", "multiply", "everybody", "always")
_VERBS = Wording[str](
    lambda: ((phrase, kind) for kind in _KINDS for phrase in phrase_list("targets", kind))
)
