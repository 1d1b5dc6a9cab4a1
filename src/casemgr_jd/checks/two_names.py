"""One thing under two names: the employer's address spelled in two ways, and a second title for the job."""

import re
from collections.abc import Iterator
from itertools import pairwise

from casemgr_jd.checks._opposed import where
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.matches import each_match
from casemgr_jd.facts.organizations import is_a_role
from casemgr_jd.facts.where import with_words
from casemgr_jd.reading.source import Span
from casemgr_jd.reading.words import word_set

__all__ = ["another_title", "two_spellings"]

# The name in an address, without what stands before it and the ending.
_HOST = re.compile(r"(?:https?://)?(?:[^/@\s]*@)?(?:www\.)?(?P<name>[a-z0-9-]+)\.[a-z]{2,}")


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
        yield Hit(span, {"other": source.snippet(seen), "where": where(source, seen)})


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


# "The Practice Assistant II position is responsible": a name in capitals, and what says that it is the job.
_NAMED_JOB = re.compile(
    r"(?<![\w.] )(?:The|the|a|an|As an?) (?P<name>(?:[A-Z][\w/&-]+ ){1,4}[A-Z][\w/]*)"
    r"(?= (?:position|role) (?:is|will|has|reports|requires|works)| (?:is responsible|will be responsible|reports to))"
)


_NAMES_ONE = with_words(word_set("position role responsible reports"))


def another_title(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the name of another job that the text gives to this one."""
    title = context.facts.title
    if title is None or not context.whole:
        raise NotApplicable
    source = context.source
    ours = _words(source.snippet(title.span))
    for match in each_match(source, _NAMED_JOB, _NAMES_ONE):
        name = match.in_block["name"]
        start = match.start() + match.in_block.start("name") - match.in_block.start()
        span = Span(start, start + len(name))
        theirs = _words(name)
        if is_a_role(name) and _is_another(ours, theirs):
            yield Hit(span, {"title": title.value})
            return


def _words(name: str) -> list[str]:
    return re.findall(r"[a-z]+", name.lower())


def _is_another(ours: list[str], theirs: list[str]) -> bool:
    """Whether two titles are of two jobs: neither holds half of the words of the other, nor the letters of it."""
    letters = "".join(word[0] for word in ours)
    shared = [word for word in theirs if word in ours or word.rstrip("s") in ours]
    named_short = any(word in letters for word in theirs if len(word) > 1)
    return not named_short and len(shared) * 2 < len(theirs)
