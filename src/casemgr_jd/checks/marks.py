"""Marks of other systems and of forms: codes that track a posting, and letters behind each duty."""

import re
from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.patched import is_written_as_one
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.wording import terms
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.facts.labels import Labelled, labels_in
from casemgr_jd.facts.matches import each_match
from casemgr_jd.facts.where import fitting, with_pieces, with_signs
from casemgr_jd.reading.source import Source, Span

__all__ = ["empty_labels", "leads_nowhere", "sentence_breaks_off", "tracking_marks"]

# "#LI-AB1", "~TRK~", "(~M) *CB": no words, but codes in a form of their own.
_CODE = late(
    r"(?<!\w)#[A-Z]{2,5}-[A-Za-z0-9]{2,12}\b|~[A-Z0-9]{2,12}~|\(~[A-Z]{1,3}\)(?: +\*[A-Z]{2,4}\b)?"
)
# "(E)" at the end of a duty: a form's letter for essential, marginal …
_LETTER = late(
    r"(?<=[a-z][.;]) ?\((?:[A-Z]|[A-Z]/[A-Z])\)|(?<=[a-z] )\((?:[A-Z]|[A-Z]/[A-Z])\)[.;]?(?=$|\n)"
)


_SIGNED, _BRACKETED = with_signs("#~"), with_signs("(")


def tracking_marks(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each code that tracks a posting, and the letter of a form where it stands behind several duties."""
    source = context.source
    for match in each_match(source, _CODE, _SIGNED):
        yield Hit(Span(*match.span()))
    yield from _tags(context, rule)
    yield from _keywords(source, rule)
    lettered = list(_lettered(source))
    if len(lettered) >= int(rule.options["fewest"]) and not _explained(source, lettered[0], rule):
        yield Hit(lettered[0], {"count": len(lettered)}, rule.options["letters"])


# "#lakesidejobs" inside a line; a sign behind it makes it an error of a spreadsheet or a blank
_TAG = late(r"(?<![\w#&/])#[A-Za-z](?:[\w&-]*[\w])?(?![\w#?!/-])")


def _tags(context: Context, rule: Rule) -> Iterator[Hit]:
    """Words with a number sign in a line: no number of a job, no name of a channel to follow."""
    source, title = context.source, context.facts.title
    for match in each_match(source, _TAG, _SIGNED):
        span = Span(*match.span())
        before = (
            source.folded[max(span.start - _LONGEST_LABEL, 0) : span.start]
            .rstrip(" :.(")
            .rpartition("\n")[2]
        )
        in_title = title is not None and title.span.start <= span.start < title.span.end
        starts_a_block = span.start == source.starts[source.block_index(span.start)]
        words = before.split()
        numbered = words and words[-1] in rule.options["numbered"]
        followed = any(word in rule.options["channels"] for word in words)
        coded = _CODE.match(source.text, span.start) is not None
        if not (
            in_title
            or numbered
            or followed
            or coded
            or (starts_a_block and _is_a_word(source, span))
        ):
            yield Hit(span)


def _is_a_word(source: Source, span: Span) -> bool:
    """Whether no more than a capitalized word follows the sign, as in a heading that was marked up in haste."""
    word = source.snippet(span)[1:]
    return word.isalpha() and word[:1].isupper()


def _keywords(source: Source, rule: Rule) -> Iterator[Hit]:
    """A label for keywords inside a line (even one that ran into another word), and a row of terms behind it."""
    labels = rule.options["keyword_labels"]
    looks = each_block(
        source, ("keywords", labels), lambda block: _labels_in(block, labels), with_pieces(*labels)
    )
    for at, label in sorted(
        ((start + at, label) for start, found in looks for at, label in found),
        key=lambda one: (labels.index(one[1]), one[0]),
    ):
        behind = source.folded[at + len(label) : source.span_of(source.block_index(at)).end]
        terms = [term.split() for term in behind.split(",")]
        short = [term for term in terms if len(term) <= int(rule.options["longest_term"])]
        enough = len(short) >= int(rule.options["fewest_terms"])
        if enough and len(terms) - len(short) <= len(short) / 4:
            yield Hit(Span(at, at + len(label)), message=rule.options["keywords"])
            return


def _labels_in(source: Source, labels: tuple[str, ...]) -> list[tuple[int, str]]:
    """Where these labels stand in a line, other than at its start."""
    folded = source.whole.folded
    return [
        (match.start(), label)
        for label in labels
        if label in folded
        for match in re.finditer(f"(?={re.escape(label)})", folded)
        if match.start()
    ]


def _lettered(source: Source) -> Iterator[Span]:
    for match in each_match(source, _LETTER, _BRACKETED):
        opens = match.start() + match.group().index("(")
        yield Span(opens, match.end())


def _explained(source: Source, letter: Span, rule: Rule) -> bool:
    """Whether the text says what the letter stands for: "(E) marks an essential function"."""
    sign = source.snippet(letter).rstrip(".;").lower()
    at = source.whole.folded.find(sign)
    while 0 <= at < letter.start:
        near = source.folded[at + len(sign) : at + len(sign) + 40]
        if any(word in near for word in rule.options["explained"]):
            return True
        at = source.folded.find(sign, at + 1)
    return False


def empty_labels(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each label of a fact behind which nothing stands, though it ends with a colon, or no more than a form's word for it."""
    if not context.whole:
        raise NotApplicable
    source = context.source
    for one in labels_in(source):
        behind = source.text[one.label.end : one.label.end + 1]
        kinds = one.subjects & frozenset(rule.options["subjects"])
        value = source.snippet(one.value).strip()
        dashed = value in _DASHES
        empty = not value.strip(" :.-–—") or _is_a_field_below(source, one)
        nothing = empty and (dashed or _another_field_follows(source, one))
        if kinds and behind == ":" and (nothing or value.lower() in rule.options["fillers"]):
            yield Hit(Span(one.label.start, one.label.end + 1))


_DASHES = ("-", "–", "—")
"""What a form puts where nobody wrote anything."""


def _is_a_field_below(source: Source, one: Labelled) -> bool:
    """Whether what was taken for the value is the next of a run of fields: "Job shift:" above "Track: Nursing"."""
    index = source.block_index(one.label.start)
    if not index or one.value.start < source.span_of(index).end:
        return False
    return all(_FIELD.match(source.blocks[at].text) for at in (index - 1, index + 1))


_FIELD = late(r"[A-Z][\w /&#-]{1,30}: ?\S")


def _another_field_follows(source: Source, one: Labelled) -> bool:
    """Whether the next line is a heading or a field of its own: then nothing stands below the label either."""
    below = source.block_index(one.label.start) + 1
    if below >= len(source.blocks):
        return False
    block = source.blocks[below]
    return is_written_as_one(source, block) or ":" in block.text[:_LONGEST_LABEL]


_LONGEST_LABEL = 40


def sentence_breaks_off(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each sentence without an end, unless the next line goes on with it or starts with the address that it leads to."""
    source = context.source
    for hit in terms(context, rule):
        assert hit.span is not None
        index = source.block_index(hit.span.start)
        following = min(index + 1, len(source.blocks) - 1)
        if following > index and source.blocks[following].text[:1].islower():
            continue  # a line that was wrapped goes on below
        below = source.span_of(following).start
        if not any(below <= one.start < below + _NEAR for one in source.addresses):
            yield hit


_NEAR = 12


_OF_A_SITE = ("/", "./", "../", "file:", "c:\\")


def leads_nowhere(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each reference to a paper that is not there, and each link that works on one site alone."""
    yield from terms(context, rule)
    source = context.source
    # on a page of its own site such a link leads somewhere
    if source.format != "html":
        for start, _ in each_block(source, "leads nowhere", _leads_nowhere, _linked):
            yield Hit(source.span_of(source.block_index(start)))


@fitting
def _linked(source: Source) -> bool:
    return bool(source.blocks[0].links)


def _leads_nowhere(source: Source) -> bool:
    links = (link.lower() for link in source.blocks[0].links)
    return any(link.startswith(_OF_A_SITE) and not link.startswith("//") for link in links)
