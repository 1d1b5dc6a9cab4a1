"""From blocks as read to a ``Source``: bare headings recognised, sections named, long blocks cut."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from casemgr_jd._late import late
from casemgr_jd.reading.block import Block, Run
from casemgr_jd.reading.draft import LONGEST, Draft
from casemgr_jd.reading.headings import (
    is_about_other_jobs,
    names_an_employer,
    opens_a_section,
    section_of_heading,
    states_a_need,
)
from casemgr_jd.reading.sections import section_of_text
from casemgr_jd.reading.source import Source

__all__ = ["assemble"]

_TITLE_CASE = re.compile(
    r"(?:[A-Z0-9&/(][\w&/()'’.-]*|a|an|and|as|at|for|in|of|on|or|the|to|with|you|your|we|us|our|will|do|is|need|you'll|you’ll)"
)


def assemble(drafts: Iterable[Draft], *, name: str, format: str) -> Source:
    """Make a source of blocks as read."""
    found = [draft for draft in drafts if draft.text]
    _find_bare_headings(found)
    return Source(tuple(_with_sections(_of_this_job(found))), name, format)


def _of_this_job(drafts: list[Draft]) -> list[Draft]:
    """Leave out what stands under a heading such as "Similar jobs", up to the next heading or legal statement."""
    kept, elsewhere = list[Draft](), False
    for draft in drafts:
        if draft.kind == "heading":
            elsewhere = bool(kept) and is_about_other_jobs(draft.text)
        elif elsewhere and section_of_text(draft.text, "unknown") == "eeo":
            elsewhere = False
        if not elsewhere:
            kept.append(draft)
    return kept


def _find_bare_headings(drafts: list[Draft]) -> None:
    """Turn lines into headings that look like one: bold, in capitals, or a known name on a line of its own."""
    for index, draft in enumerate(drafts):
        if draft.kind == "bullet" and _is_numbered_heading(draft.text):
            draft.kind, draft.level = "heading", 2
        if draft.kind != "paragraph" or len(draft.text) > 90:
            continue
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        if following is None or not draft.text[:1].isalnum():
            continue
        if _is_bare_heading(draft, following) or (
            index >= _LINES_AT_TOP and _shouts(draft, following)
        ):
            draft.kind, draft.level = "heading", 2


_LINES_AT_TOP = 4


def _shouts(draft: Draft, following: Draft) -> bool:
    """Whether a short line in capitals stands over a paragraph, whatever it says."""
    words = draft.text.split()
    bare = draft.text.rstrip(": ")
    return (
        bare.isupper()
        and len(words) <= 6
        and len(bare) > 3
        and bare[-1:] not in ".!;,"
        and ": " not in draft.text
        and not any(map(str.isdigit, bare))
        and following.kind == "paragraph"
        and not following.text.isupper()
        and len(following.text) > len(draft.text)
    )


def _is_numbered_heading(text: str) -> bool:
    """Whether an item of a list is a heading with a number before it, as in "3. QUALIFICATIONS"."""
    return text.isupper() and len(text) < 60 and section_of_heading(text) != "unknown"


# An aside behind a heading, such as "(first 90 days)", makes it no longer.
_ASIDE = late(r" ?\([^()]*\)$")


def _is_bare_heading(draft: Draft, following: Draft) -> bool:
    text = draft.text
    bare = text.rstrip(": ")
    if (
        text.endswith((".", "!", ";", ","))
        or ": " in text
        or not any(char.isalpha() for char in text)
    ):
        return False
    words = _ASIDE.sub("", bare).split()
    if len(words) > 9:
        return False
    if states_a_need(bare) and following.kind != "bullet" and not text.endswith(":"):
        return False  # "Bachelor's degree required", above the prose of a board's entry
    known = section_of_heading(bare) != "unknown"
    if draft.bold:
        return known or len(words) <= 7
    if known:
        return text.endswith(":") or bare.isupper() or len(words) <= 6
    listed = following.kind == "bullet"
    return (bare.isupper() and len(bare) > 3 and len(words) <= 6 and listed) or (
        text.endswith(":") and listed and len(words) <= 6 and all(map(_TITLE_CASE.fullmatch, words))
    )


def _with_sections(drafts: list[Draft]) -> Iterator[Block]:
    heading, section, parents = "", "title", dict[int, str]()
    title = _title_among(drafts)
    for index, draft in enumerate(drafts):
        if draft.kind == "heading" and index != title:
            heading = draft.text
            parents = {level: kind for level, kind in parents.items() if level < draft.level}
            named = draft.section or section_of_heading(heading)
            at_the_top = section == "title" and index - max(title, 0) < _LINES_UNDER_TITLE
            if at_the_top and _names_the_employer(drafts, index):
                named = "unknown"
            above = parents[max(parents)] if parents else "title" if at_the_top else "unknown"
            section = above if named == "unknown" else named
            parents[draft.level] = section
        if draft.section == _MARGIN:
            section = _MARGIN
        for start, end, own in _parts(draft, section):
            for text, runs in _cut(draft, start, end):
                yield Block(
                    draft.kind,
                    text,
                    draft.level,
                    runs,
                    draft.path,
                    draft.header,
                    own,
                    heading,
                    draft.links,
                    draft.bold and draft.kind == "heading" and draft.level == 2,
                )


_NEXT_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z])")


def _parts(draft: Draft, section: str) -> Iterator[tuple[int, int, str]]:
    """Yield where the parts of a block start and end, and their sections.

    A paragraph that ends in an equal-opportunity statement is two: what stands before it is no legal text.
    """
    size = len(draft.text)
    own = section if draft.kind == "heading" else section_of_text(draft.text, section)
    if own != "eeo" or section == "eeo" or draft.kind != "paragraph":
        yield 0, size, own
        return
    starts = [0, *(match.end() for match in _NEXT_SENTENCE.finditer(draft.text))]
    ends = [*starts[1:], size]
    kinds = [
        section_of_text(draft.text[start:end], section)
        for start, end in zip(starts, ends, strict=True)
    ]
    first = next((index for index, kind in enumerate(kinds) if kind in ("eeo", "legal")), 0)
    if first:
        yield 0, starts[first], section_of_text(draft.text[: starts[first]], section)
    yield starts[first], size, "eeo"


_LINES_UNDER_TITLE = 4
_MARGIN = "margin"
"""The section of what stands on every page: the header and the footer of a document."""


def _title_among(drafts: list[Draft]) -> int:
    """Return which block is the title and opens no section of its own; -1 if no heading is."""
    for index, draft in enumerate(drafts):
        if draft.kind == "heading":
            is_title = not opens_a_section(draft.text) and (not index or draft.level == 1)
            return index if is_title else -1
    return -1


def _names_the_employer(drafts: list[Draft], index: int) -> bool:
    """Whether a heading under the title is a line about who is hiring, not the name of a section."""
    heading = drafts[index].text
    if index + 1 < len(drafts) and drafts[index + 1].kind == "bullet":
        return _leads_to_pay(drafts[index + 1].text, heading)
    return names_an_employer(heading)


def _leads_to_pay(item: str, heading: str) -> bool:
    """Whether the item under a heading tells the pay, as facts at the head do, and the heading speaks of none."""
    label, mark, _ = item.partition(": ")
    about = section_of_heading(label) if mark else "unknown"
    return about == "compensation" != section_of_heading(heading)


def _cut(draft: Draft, start: int, stop: int) -> Iterator[tuple[str, tuple[Run, ...]]]:
    if not start and stop == len(draft.text) <= LONGEST:
        yield draft.text, draft.runs
        return
    offsets = [run.offset for run in draft.runs]
    while start < stop:
        end = min(_end_of_cut(draft.text, start), stop)
        first, last = bisect_right(offsets, start), bisect_left(offsets, end)
        before = draft.runs[first - 1] if first else Run(0, 0, 0)
        moved = [Run(0, before.line, before.column + start - before.offset)]
        moved += [Run(run.offset - start, run.line, run.column) for run in draft.runs[first:last]]
        yield draft.text[start:end], tuple(moved)
        start = end


def _end_of_cut(text: str, start: int) -> int:
    """Return where a part of a long text ends: after a sentence, else after a word, else anywhere."""
    end = start + LONGEST
    if end >= len(text):
        return len(text)
    for mark in (". ", "; ", " "):
        found = text.rfind(mark, start + LONGEST // 2, end)
        if found >= 0:
            return found + len(mark)
    return end
