"""The employer's own sentences: as they are given, with the headings and labels that they bring."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import zip_longest
from typing import Any

from casemgr_jd._late import late
from casemgr_jd._lexicon import lexicon
from casemgr_jd._reading import reader_of
from casemgr_jd._records import NamedTuple
from casemgr_jd.builder.chosen import ALWAYS_KEPT, CONTINUES, FACTS, HEADS, PARAGRAPHS, Chosen
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import FieldPlan
from casemgr_jd.model.reading import closed, open_ended, opened
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.text import Text

__all__ = ["own_plans", "own_sentences", "spoken_in"]

# A time of day, such as "7:50 a.m.", may stand in a label.
_LABEL = late(
    r"(?P<label>[^\W_](?:[^.:;!?]|(?<=\d):(?=\d)|(?<=[ .]\w)\.){0,39}): +(?P<words>\S.*)",
    re.DOTALL,
)
_SEVERAL = 3
_MOST_WORDS_OF_A_LABEL = 4
_HEAD = late(r"[^\W_][^.:;!?]{0,79}:")
_DASH = "- "


class _Line(NamedTuple):
    """A sentence as it stands: its form where that is not its field's, its label, and its words."""

    form: str
    label: str
    words: str


@lru_cache(maxsize=512)
def own_plans(catalog: Catalog, section: str) -> tuple[FieldPlan, ...]:
    """Return the fields whose sentences are the employer's own in a section."""
    return tuple(plan for plan in catalog.fields if plan.stands == section)


def spoken_in(requisition: Requisition, catalog: Catalog) -> set[str]:
    """Return the sections in which fields of a requisition speak in the employer's own sentences."""
    read, sections = _speaking(catalog)
    found = read(requisition)
    return {section for section, given in zip(sections, found) if given} if any(found) else set()


@lru_cache(maxsize=8)
def _speaking(catalog: Catalog) -> tuple[Callable[[object], tuple[Any, ...]], tuple[str, ...]]:
    plans = [plan for plan in catalog.fields if plan.stands]
    return reader_of(one.name for one in plans), tuple(one.stands for one in plans)


def own_sentences(
    requisition: Requisition, catalog: Catalog, section: str, form: str, first: bool
) -> Iterator[Chosen]:
    """Yield the employer's own sentences for a section, as they are: those that stand first, or the rest."""
    goes_on = False
    for plan in own_plans(catalog, section):
        given: tuple[str, ...] = getattr(requisition, plan.name) if plan.first == first else ()
        if given:
            own_form = plan.form or form
            # What continues a field that says nothing is a paragraph of its own.
            is_alone = own_form == CONTINUES and not goes_on
            yield from _of_field(plan, given, "paragraphs" if is_alone else own_form)
            goes_on = True
    for number, addition in enumerate(() if first else requisition.add, 1):
        if addition.section == section:
            text = Text.plain(addition.text)
            label = addition.label or ""
            yield Chosen(f"own.add.{number}", text, label, ALWAYS_KEPT, form, (), ("add",))


def _of_field(plan: FieldPlan, given: tuple[str, ...], form: str) -> Iterator[Chosen]:
    # Sentences of a paragraph are read together; each bullet stands alone.
    if form in PARAGRAPHS:
        lines: Iterable[_Line] = (_Line("", "", " ".join(map(closed, given))),)
    elif form == FACTS:
        lines = _facts(_read(given, plan.labeled), plan.label)
    else:
        lines = _headed(plan.heading, tuple(_read(given, plan.labeled)))
    for number, (own_form, label, words) in enumerate(lines, 1):
        text = Text.plain(words if label else opened(words))
        name = f"own.{plan.name}.{number}"
        yield Chosen(name, text, label, ALWAYS_KEPT, own_form or form, (), (plan.name,))


def _headed(heading: str, lines: tuple[_Line, ...]) -> tuple[_Line, ...]:
    """Return the lines of a field behind its heading, where they are several and have none of their own."""
    if not heading or len(lines) < _SEVERAL or any(one.form == HEADS for one in lines):
        return lines
    return (_Line(HEADS, "", heading), *lines)


def _facts(lines: Iterable[_Line], label: str) -> Iterator[_Line]:
    """Yield the lines as facts, each with a label: its own, the line that heads it, or *label*."""
    for one in lines:
        if one.form == HEADS:
            label = one.words
        else:
            yield _Line("", one.label or label, open_ended(one.words))


def _read(lines: tuple[str, ...], are_labeled: bool) -> Iterator[_Line]:
    """Yield the lines: one that ends in a colon heads those behind it, a short head labels its own."""
    lines = _in_order(lines)
    for here, after in zip_longest(lines, lines[1:], fillvalue=""):
        if _is_head(here) and after and not _is_head(after):
            yield _Line(HEADS, "", here.removesuffix(":"))
        else:
            found = _LABEL.fullmatch(here) if are_labeled else None
            if found and _may_label(found["label"]):
                yield _Line("", found["label"], found["words"])
            else:
                yield _Line("", "", here)


def _in_order(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines with those first that no other heads, where dashes tell which are headed.

    Nothing on a page closes what a line heads, so what stands behind it would seem to belong to it.
    """
    if not (any(one.startswith(_DASH) for one in lines) and any(map(_is_head, lines))):
        return lines
    loose = [not (one.startswith(_DASH) or _is_head(one)) for one in lines]
    first = [one for one, is_loose in zip(lines, loose, strict=True) if is_loose]
    headed = [
        one.removeprefix(_DASH) for one, is_loose in zip(lines, loose, strict=True) if not is_loose
    ]
    return (*first, *headed)


def _is_head(line: str) -> bool:
    return _HEAD.fullmatch(line) is not None


def _may_label(words: str) -> bool:
    first, *others = words.split()
    if words[0].islower() or len(others) >= _MOST_WORDS_OF_A_LABEL:
        return False
    # What goes on behind a verb is a sentence, but for what names a question: "Who may apply".
    said = lexicon("given")["sentences"]
    if first.lower() in said["speakers"] or first.lower() in said["articles"]:
        return False
    return first.lower() in said["asks"] or not set(others).intersection(said["verbs"])
