"""One thing under two names: the employer's address spelled in two ways, and a second title for the job."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import partial
from itertools import pairwise

from casemgr_jd._late import late
from casemgr_jd._records import NamedTuple
from casemgr_jd.checks._opposed import the_other
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.facts.credentials import LICENSE_LETTERS
from casemgr_jd.facts.labels import labelled
from casemgr_jd.facts.organizations import is_a_role
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.facts.where import with_words
from casemgr_jd.reading.late import LatePattern
from casemgr_jd.reading.lexicon import phrase_list, word_list
from casemgr_jd.reading.source import Source, Span

__all__ = [
    "another_title",
    "letters_of_the_title",
    "several_names",
    "two_spellings",
]

# The name in an address, without what stands before it and the ending.
_HOST = late(r"(?:https?://)?(?:[^/@\s]*@)?(?:www\.)?(?P<name>[a-z0-9-]+)\.[a-z]{2,}")


def two_spellings(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield an address whose name one slip parts from that of another: "jobs@lakside.example", "lakeside.example"."""
    source, first = context.source, dict[str, Span]()
    for span in source.addresses:
        match = _HOST.match(source.folded[span.start : span.end])
        if match and len(match["name"]) >= _SHORTEST:
            first.setdefault(match["name"], span)
    pairs = {
        tuple(sorted((first[one], first[name])))
        for name in first
        for one in _one_slip_from(name)
        if one in first
    }
    for seen, span in sorted(pairs):
        yield Hit(span, the_other(source, seen))


_SHORTEST = 6


def _one_slip_from(name: str) -> Iterator[str]:
    """Yield what a name is with a letter left out, or two letters swapped: one slip tells the two apart."""
    for at, (one, following) in enumerate(pairwise(name)):
        if one == following:
            continue
        # a letter more at the end makes another name ("lakeside", "lakesides"), and so does a number
        if at and one.isalpha():
            yield name[:at] + name[at + 1 :]
        yield f"{name[:at]}{following}{one}{name[at + 2 :]}"


_LETTERS = late(r"\b[A-Z]{3,6}\b")


def letters_of_the_title(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the letters of a title that nothing repeats, where the text has one of them otherwise again and again."""
    title, source = context.facts.title, context.source
    if title is None or not context.whole or source.snippet(title.span).isupper():
        raise NotApplicable
    told = Counter(_LETTERS.findall(source.text[title.span.end :]))
    for match in _LETTERS.finditer(source.snippet(title.span)):
        letters, start = match.group(), title.span.start + match.start()
        near = [one for one, times in told.items() if times >= int(rule.options["fewest"])]
        other = next((one for one in near if _one_letter_apart(one, letters)), None)
        if other is not None and letters not in told and letters not in LICENSE_LETTERS:
            yield Hit(Span(start, start + len(letters)), {"other": other})


def _one_letter_apart(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


# A name in capitals, the small word before it, and what may part it from what is said of it.
_IN_CAPITALS = late(
    r"(?<!\w)[A-Za-z]{1,3} (?P<name>(?:[A-Z][\w/&-]+ ){1,4}[A-Z][\w/]*)(?: \([A-Z]+\))?,? (?=[a-z])"
)


class _Way:
    """A way to tell that a role in capitals is the job: words before it that start so, and words behind it."""

    def __init__(self, key: str, starts: str) -> None:
        words = partial(phrase_list, "two_names", f"{key}_before")
        self.before = LatePattern(words, rf"{starts}(?:{{phrases}}) $")
        self.behind = LatePattern(partial(phrase_list, "two_names", key), "(?:{phrases})")

    def tells(self, folded: str, start: int, end: int) -> bool:
        """Whether a name stands between such words."""
        ahead = self.behind.match(folded, end)
        before = max(start - _LONGEST_LEAD, 0)
        return ahead is not None and self.before.search(folded, before, start) is not None


_LONGEST_LEAD = 10
_TOLD = with_words(partial(word_list, "two_names", "words", "behind"))


_NAMED_JOB = _Way("named", r"(?<![\w.] )(?<![a-z])")
_DOES_THE_JOB = _Way("does", r"(?:(?<![^\n])|(?<=[.:;,] ))")
_SPOKEN_TO = _Way("spoken_to", "(?<![a-z])")


def another_title(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the name of another job that the text gives to this one."""
    title = context.facts.title
    if title is None or not context.whole:
        raise NotApplicable
    ours = _words(context.source.snippet(title.span))
    named = [(one, _is_another(ours, one.words)) for one in _named(context, _NAMED_JOB)]
    doing = [
        (one, _has_another_head(ours, one.words, rule.options["ranks"]))
        for one in _named(context, _DOES_THE_JOB)
    ]
    other = next((one for one, differs in named if differs), None)
    if other is None and doing and all(differs for _, differs in doing):
        other = doing[0][0]  # no sentence says of the job by its own name what it does
    span = other.span if other is not None else next(_in_one_word(context, rule, ours), None)
    if span is not None:
        yield Hit(span, {"title": title.value})


def _in_one_word(context: Context, rule: Rule, ours: list[str]) -> Iterator[Span]:
    """Yield the role that a sentence gives in one word, "the Advocate verifies", where the title is another's."""
    source = context.source
    for match in phrases_in(source, phrases(tuple(rule.options["roles"]))):
        span = Span(*match.span())
        role = source.snippet(span).split()[1:]
        named = all(word[:1].isupper() for word in role) and role[-1].lower() not in ours
        follows = source.folded[span.end : span.end + _LONGEST_VERB].split()[:1]
        if named and follows and (follows[0] in rule.options["does"] or follows[0][-1:] == "s"):
            yield Span(span.start + len("the "), span.end)


_LONGEST_VERB = 20


def several_names(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first of several names under which the text speaks of the one job, beside its title."""
    title = context.facts.title
    if title is None or not context.whole:
        raise NotApplicable
    ours = set(_words(context.source.snippet(title.span)))
    others = dict[frozenset[str], _Named]()
    for one in (*_told_of_the_job(context), *_labelled(context, title.span)):
        words = set(one.words)
        # the same role with a word more or less is a short form of it
        if one.words[-1] in ours and not (words <= ours or ours <= words):
            others.setdefault(frozenset(words), one)
    if len(others) >= int(rule.options["fewest"]):
        named = sorted(others.values(), key=lambda one: one.span.start)
        names = ", ".join(context.source.snippet(one.span) for one in named)
        yield Hit(named[0].span, {"title": title.value, "names": names})


def _told_of_the_job(context: Context) -> "Iterator[_Named]":
    yield from _named(context, _NAMED_JOB)
    yield from _named(context, _DOES_THE_JOB)
    yield from _named(context, _SPOKEN_TO)


def _labelled(context: Context, title: Span) -> "Iterator[_Named]":
    """Yield the roles that the first line and labels give as the title, beside the title itself."""
    source = context.source
    for span in (source.span_of(0), *(one.value for one in labelled(source, "title"))):
        name = source.snippet(span).strip()
        apart = span.start >= title.end or span.end <= title.start
        if apart and len(name) <= _LONGEST_NAME and is_a_role(name):
            yield _Named(Span(span.start, span.start + len(name)), _words(name))


_LONGEST_NAME = 80


class _Named(NamedTuple):
    """A role in capitals, of which a sentence says something."""

    span: Span
    words: list[str]


def _named(context: Context, way: _Way) -> Iterator[_Named]:
    for start, told in each_block(context.source, _IN_CAPITALS, _roles_told, _TOLD):
        for one, found in told:
            span = Span(start + found.start("name"), start + found.end("name"))
            if one is way and is_a_role(found["name"]):
                yield _Named(span, _words(found["name"]))


def _roles_told(block: Source) -> list[tuple[_Way, re.Match[str]]]:
    """Return the names in capitals of a block that are told as the job, each with the way in which it is."""
    return [
        (way, found)
        for found in _IN_CAPITALS.finditer(block.text)
        for way in (_NAMED_JOB, _DOES_THE_JOB, _SPOKEN_TO)
        if way.tells(block.folded, found.start("name"), found.end())
    ]


def _has_another_head(ours: list[str], theirs: list[str], ranks: Collection[str]) -> bool:
    """Whether what a role is ("specialist") is no word of the title, nor letters of it, or another rank goes with it."""
    head = [word for word in theirs if len(word) > _LEVEL][-1:]
    other_rank = set(theirs) & set(ranks) - set(ours)
    return bool(other_rank) or _is_another(ours, theirs) or not set(head) & set(ours)


_LEVEL = 3
"""The longest of the letters behind a role that tell its level: "II", "III"."""


def _words(name: str) -> list[str]:
    return re.findall(r"[a-z]+", name.lower())


def _is_another(ours: list[str], theirs: list[str]) -> bool:
    """Whether two titles are of two jobs: neither holds half of the words of the other, nor the letters of it."""
    letters = "".join(word[0] for word in ours)
    shared = [word for word in theirs if word in ours or word.rstrip("s") in ours]
    named_short = any(word in letters for word in theirs if len(word) > 1)
    return not named_short and len(shared) * 2 < len(theirs)
