"""Whom the person hired reports to: by a label, or by a sentence that says so."""

import re
from collections.abc import Iterator
from functools import cache

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd._late import late
from casemgr_jd.facts.labels import labelled, says_nothing
from casemgr_jd.facts.modality import negated
from casemgr_jd.facts.statements import tells_of_the_job
from casemgr_jd.reading.lexicon import Said, lexicon, pattern_of, word_list
from casemgr_jd.reading.source import Source, Span

__all__ = ["Manager", "find_managers"]

_NAME = late(
    r" *(?:directly )?(?:to )?(?:the |our |a |an )?(?P<name>[A-Z][^.,;:|()\n]{2,80}?)(?= (?:and|who|or|in|with|at|as|for|on)\b|[.,;:|()\n]|$)"
)
_WORD = late(r"[a-z]{3,}")


@attrs.frozen(eq=False)
class Manager(ByContent):
    """Somebody to whom the job is said to report."""

    name: str
    span: Span

    @property
    def words(self) -> frozenset[str]:
        """The words that tell one role from another."""
        common = word_list("reporting", "common", "words")
        return frozenset(_WORD.findall(self.name.lower())) - common


def find_managers(source: Source) -> tuple[Manager, ...]:
    """Return everybody to whom the job is said to report, in reading order."""
    found = {
        one.span.start: one
        for one in (*_in_labels(source), *_in_sentences(source), *_behind_lost_lines(source))
    }
    return tuple(found[start] for start in sorted(found))


def _in_labels(source: Source) -> Iterator[Manager]:
    for one in labelled(source, "reports_to"):
        match = _NAME.match(source.text, one.value.start, one.value.end)
        if match and not says_nothing(match["name"]):
            yield Manager(match["name"].strip(), Span(*match.span("name")))


def _in_sentences(source: Source) -> Iterator[Manager]:
    pattern = pattern_of("reporting", "reports")
    for span in source.holding(_WORDS):
        if not tells_of_the_job(source, span):
            continue
        for said in pattern.finditer(source.folded, span.start, span.end):
            match = _NAME.match(source.text, said.end(), span.end)
            if match and _of_the_job(source, Span(*said.span())):
                yield Manager(match["name"].strip(), Span(*match.span("name")))


def _of_the_job(source: Source, span: Span) -> bool:
    """Whether words on reporting are said of the job, and not denied or said of somebody whom a "who" describes."""
    before = Span(source.sentence(*span).start, span.start)
    # a "not" before "and reports to" denies what the "and" goes on from
    last_word = Span(source.folded.rfind(" ", span.start, span.end) + 1, span.end)
    return not negated(source, last_word) and not source.holds(before, _OF_ANOTHER)


def _behind_lost_lines(source: Source) -> Iterator[Manager]:
    """Whom a label names that stands within a line, for its own was lost: "PoolReports To: Head NurseHours: 7-3"."""
    for label in _label_in_a_line().finditer(source.whole.text):
        match = _NAME.match(source.text, label.end())
        if match:
            start, name = match.start("name"), _RAN_ON.split(match["name"])[0].strip()
            yield Manager(name, Span(start, start + len(name)))


@cache
def _label_in_a_line() -> re.Pattern[str]:
    labels = "|".join(map(re.escape, lexicon("statements")["reporting"]["run_into"]))
    return re.compile(rf"(?<=[\w) ])(?:{labels}): ?")


_OF_ANOTHER = Said("reporting", "of_another")
_RAN_ON = late(r"(?<=[a-z])(?=[A-Z])")
_WORDS = frozenset({"report", "reports", "reporting", "supervised", "answer", "answers"})
