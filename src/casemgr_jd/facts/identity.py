"""What the job is: title, setting, the people served, and the duties."""

import re
from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.facts.by_block import in_blocks
from casemgr_jd.facts.found import Duty, Stated
from casemgr_jd.facts.where import fitting
from casemgr_jd.facts.wording import Table, find_stated, stating
from casemgr_jd.reading.fold import fold
from casemgr_jd.reading.late import LatePattern
from casemgr_jd.reading.lexicon import Said, lexicon
from casemgr_jd.reading.phrases import Phrase, compile_phrase
from casemgr_jd.reading.source import Source, Span

__all__ = [
    "RARER_ROLE",
    "ROLE",
    "find_duties",
    "find_nouns",
    "find_settings",
    "find_title",
    "is_generic",
    "is_titled",
]

_SUBJECT = late(
    r"subject: ?(?:fwd?: ?)?(?:job |new )?(?:opening|posting|vacancy|position|opportunity)?: ?"
)


def _title_labels() -> Iterator[Phrase]:
    """What a label says that names the title, and what stands in its place at the head of a line."""
    names = (*lexicon("labels")["labels"]["title"], *lexicon("identity")["in_place_of_a_title"])
    return map(compile_phrase, names)


_TITLE_LABEL = LatePattern(_title_labels, r"(?:{phrases})(?::| \|)\s*")
_OTHER_LABEL = late(
    r"(?:location|department|company|employer|pay|salary|schedule|hours|reports? to|supervisor|status|type|organi[sz]ation|posted|facility|team|program|date|manager|unit|"
    r"division|agency|hospital|contact|dear|re|work|shift|rate|job (?:type|id|code)|req\w*)[a-z /]{0,20}:"
)
ROLE = Said("identity", "role")
RARER_ROLE = Said("identity", "rarer_role")
_ANNOUNCED = Said("identity", "announced")
_GENERIC = late(
    r"(?:job )?(?:description|posting|announcement|opportunity|summary|details|overview)$|^(?:we're|we are) hiring|^join|^careers?|^now hiring"
)
_PRESSING = late(
    r"(?:urgent(?:ly)?(?: (?:need|hiring|opening))?|now hiring|immediate (?:opening|hire|need)|hot job|apply now|asap)!*: "
)
_SETTINGS = Table("field", "settings")
_NOUNS = Table("field", "nouns")
_DUTY_SECTIONS = frozenset(
    {"responsibilities", "summary", "title", "unknown", "measures", "glance"}
)
_SENTENCE = late(r"[^.!?;]+(?:[.!?;](?! )[^.!?;]*)*")


def find_title(source: Source) -> Stated | None:
    """Return the job title: what a label gives, else the first heading or line that names a role."""
    for index, block in enumerate(source.top(25)):
        line = source.folded[source.starts[index] : source.starts[index] + len(block.text)]
        label = _SUBJECT.match(line) or _TITLE_LABEL.match(line)
        if (
            label
            and 0 < (end := _end_of_part(source, index, label.end())) - label.end() < 120
            and (
                "title" in label.group()
                or (label.end() > 12 and not label.group().startswith("class"))
                or ROLE.search(source.folded, source.starts[index], source.starts[index] + end)
            )
        ):
            return _stated(
                source, Span(source.starts[index] + label.end(), source.starts[index] + end)
            )
    for index, block in enumerate(source.top(6)):
        span = source.span_of(index)
        folded = source.folded[span.start : span.end]
        names_a_role = ROLE.search(folded) or (block.level == 1 and RARER_ROLE.search(folded))
        if _below_another_label(source, index):
            continue
        if block.kind != "heading" or not names_a_role or block.text.rstrip().endswith(":"):
            continue
        if not _GENERIC.search(folded):
            return _stated(source, _part_with_the_role(source, span))
    for index, block in enumerate(source.top(4)):
        span = source.span_of(index)
        folded = source.folded[span.start : span.end]
        short = (
            len(block.text) <= 100
            and not block.text.rstrip().endswith(".")
            and block.kind in ("heading", "paragraph", "row")
        )
        if (
            short
            and (": " not in block.text[:30] or _PRESSING.match(folded))
            and not _below_another_label(source, index)
            and (ROLE.search(folded) or (not index and RARER_ROLE.search(folded)))
        ):
            return _stated(source, _part_with_the_role(source, span))
    later = _line_with_a_role(source) or _asked_about(source)
    if later is not None:
        return _stated(source, later)
    first = source.blocks[0]
    if (
        first.kind == "heading"
        and not _GENERIC.search(source.folded[: len(first.text)])
        and first.section == "title"
    ):
        return _stated(source, source.span_of(0))
    return None


def _below_another_label(source: Source, index: int) -> bool:
    """Whether the line above is the label of something else, as in "Reports to:" above "Program Manager"."""
    if not index:
        return False
    above = source.span_of(index - 1)
    return _OTHER_LABEL.fullmatch(source.folded, above.start, above.end) is not None


def _line_with_a_role(source: Source) -> Span | None:
    """A line of its own among the first, in capitals as titles have them, that names a role: below a page's banner."""
    for index, block in enumerate(source.top(_LINES_OF_A_BANNER)):
        span = source.span_of(index)
        alone = (
            len(block.text) <= _LONGEST_TITLE and ": " not in block.text and block.kind != "bullet"
        )
        if (
            not alone
            or _below_another_label(source, index)
            or block.text[-1:] in ".!?:"
            or block.section not in ("title", "unknown", "summary", "glance")
        ):
            continue
        folded = source.folded[span.start : span.end]
        named = ROLE.search(folded) or RARER_ROLE.search(folded)
        if named and is_titled(block.text) and not _GENERIC.search(folded):
            return _part_with_the_role(source, span)
    return None


def _asked_about(source: Source) -> Span | None:
    """The job of which a job board asks above what it copied: "the job description for the … position at …?"."""
    found = _ASKED_ABOUT.search(source.text, 0, _TOP)
    return Span(*found.span("title")) if found is not None else None


_TOP = 400
_ASKED_ABOUT = late(
    r"(?i:description|opening|posting|responsibilities) for (?:the |an? )?(?P<title>[A-Z][^.?!\n]{3,80}?) (?:position|role|job)(?![a-z])"
)


def is_generic(text: str) -> bool:
    """Return whether a line is that of any posting: "Job Description", "Join us"."""
    return _GENERIC.search(fold(text)) is not None


def is_titled(text: str) -> bool:
    """Return whether the words of a line are capitalized as those of a title are."""
    words = [word for word in re.findall(r"[A-Za-z][\w'’]*", text) if len(word) > 3]
    return bool(words) and all(word[0].isupper() for word in words)


_LINES_OF_A_BANNER = 12
_LONGEST_TITLE = 80


def _part_with_the_role(source: Source, span: Span) -> Span:
    """Of a line of facts, "RN Case Manager | Full-Time | Days", the one part that names a role, if it is one."""
    parts, offset = list[Span](), span.start
    for mark in _BARS.finditer(source.text, span.start, span.end):
        parts.append(Span(offset, mark.start()))
        offset = mark.end()
    parts.append(Span(offset, span.end))
    named = [one for one in parts if ROLE.search(source.folded, one.start, one.end)]
    return named[0] if len(named) == 1 else span


_BARS = late(r" [|·•] ")


def _end_of_part(source: Source, index: int, start: int) -> int:
    """Where what a label says ends: at the next bar of a line of facts, or with the line."""
    text = source.blocks[index].text
    bar = text.find(" | ", start)
    return bar if bar >= 0 else len(text)


def _stated(source: Source, span: Span) -> Stated | None:
    announced = _ANNOUNCED.search(source.folded, span.start, span.end)
    if (
        announced is not None and announced.start() > span.start
    ):  # "Housing Advisor Position Open at Lakeside": the title, and that it is open
        span = Span(span.start, announced.start())
    text = source.snippet(span).strip()
    return Stated(text, span) if text else None


@in_blocks(stating(_SETTINGS))
def find_settings(source: Source) -> tuple[Stated, ...]:
    """Return every wording that names a practice setting."""
    return find_stated(
        source,
        _SETTINGS,
        skip=("eeo", "legal", "benefits", "compensation", "required", "preferred"),
    )


@in_blocks(stating(_NOUNS))
def find_nouns(source: Source) -> tuple[Stated, ...]:
    """Return every noun for the people served, by its singular."""
    return find_stated(source, _NOUNS, skip=("eeo", "legal", "benefits", "compensation", "about"))


@fitting
def _of_duties(source: Source) -> bool:
    return any(block.section in _DUTY_SECTIONS for block in source.whole.blocks)


@in_blocks(_of_duties)
def find_duties(source: Source) -> tuple[Duty, ...]:
    """Return what the person will do: the bullets and sentences of the duties."""
    return tuple(_duties(source))


def _duties(source: Source) -> Iterator[Duty]:
    for index, block in enumerate(source.whole.blocks):
        if block.kind == "heading" or block.section not in _DUTY_SECTIONS:
            continue
        span = source.span_of(index)
        if block.section == "responsibilities" and block.kind != "paragraph":
            yield Duty(source.folded[span.start : span.end], span)
            continue
        for match in _SENTENCE.finditer(source.folded, span.start, span.end):
            yield Duty(match.group().strip(), Span(*match.span()))
