"""Brief sections told in lines of one: a heading over a single line parts what belongs together."""

from collections.abc import Hashable, Iterable, Iterator, Mapping

from casemgr_jd.builder.chosen import (
    ALWAYS_KEPT,
    ENDS,
    HEADS,
    LEADS,
    Chosen,
    Items,
    Selected,
    closed_text,
    open_parts,
)
from casemgr_jd.content.entries import EditionPlan, Layout
from casemgr_jd.model.text import SlotRef

__all__ = ["folded"]

_LEAST_TO_FOLD = 2
_MOST_REMEMBERED = 4096
_ID = "more"


def folded(sections: tuple[Selected, ...], edition: EditionPlan) -> tuple[Selected, ...]:
    """Return the sections with those that are brief told elsewhere, by the section that they join.

    Those of which several join the same one are lines of a section, where the first of them stood. One that
    is alone, and a single line, stands at the end of the section that it joins, if there is such and it has
    room; behind lines that others head, only where a label says what it tells. What the employer says itself,
    under a label, takes none of that room. What stands is the same object where the sections are.
    """
    plans = {one.id: one for one in edition.sections if one.brief}
    brief = [one for one in sections if one.id in plans and _is_brief(one, plans[one.id].brief)]
    if not brief:
        return sections
    by_host: dict[str, list[Selected]] = {}
    for one in brief:
        by_host.setdefault(plans[one.id].joins, []).append(one)
    alone = [several[0] for several in by_host.values() if len(several) < _LEAST_TO_FOLD]
    most = {one.id: one.most for one in edition.sections}
    for one in alone:
        sections = _joined(sections, one, plans[one.id], most.get(plans[one.id].joins, 0))
    if len(alone) == len(brief):
        return sections
    told = {id(one) for one in brief} - {id(one) for one in alone}
    return _together_told(sections, told, plans, edition.more)


def _joined(
    sections: tuple[Selected, ...], alone: Selected, plan: Layout, most: int
) -> tuple[Selected, ...]:
    if len(alone.items) > 1:
        return sections
    host = next((one for one in sections if one.id == plan.joins), None)
    most = 0 if plan.label and _are_own(alone.items) else most
    has_room = host is not None and not 0 < most <= sum(one.form != LEADS for one in host.items)
    both = _both(host, alone, plan) if host is not None and has_room else None
    if both is None:
        return sections
    return tuple([both if one is host else one for one in sections if one is not alone])


def _together_told(
    sections: tuple[Selected, ...], several: set[int], plans: Mapping[str, Layout], title: str
) -> tuple[Selected, ...]:
    first, *others = [one for one in sections if id(one) in several]
    more = _more((first, *others), plans, title)
    told = set(map(id, others))
    return tuple(more if one is first else one for one in sections if id(one) not in told)


def _both(host: Selected, guest: Selected, plan: Layout) -> Selected | None:
    """Return a section with the lines of another at its end; nothing where it would head them."""
    key = id(host), id(guest), id(plan)
    found = _told_at_end.get(key)
    if found is None:
        if len(_told_at_end) >= _MOST_REMEMBERED:
            _told_at_end.clear()
        both = None
        lines = [one._replace(form=ENDS) for one in _lines(guest, plan)]
        if all(one.label for one in lines) or all(one.form != HEADS for one in host.items):
            both = host._replace(items=(*host.items, *lines))
        found = _told_at_end[key] = (host, guest, plan), both
    return found[1]


_told_at_end: dict[Hashable, tuple[tuple[Selected, Selected, Layout], Selected | None]] = {}
"""Each with the sections that it is found by: held, so that their identity stays theirs."""


def _is_brief(section: Selected, letters: int) -> bool:
    key = id(section), letters
    found = _brief.get(key)
    if found is None:
        if len(_brief) >= _MOST_REMEMBERED:
            _brief.clear()
        found = _brief[key] = section, _fits(section.items, letters)
    return found[1]


_brief: dict[tuple[int, int], tuple[Selected, bool]] = {}
"""Each with the section that it is found by, as above."""


def _fits(items: Items, letters: int) -> bool:
    """Tell whether what stands is as brief as that; the letters are those of the text with its slots."""
    is_plain = all(one.form != HEADS for one in items)
    return is_plain and sum(len(str(one.text)) for one in items) <= letters


def _more(brief: tuple[Selected, ...], plans: Mapping[str, Layout], title: str) -> Selected:
    key = title, *map(id, brief), *(plans[one.id].unnamed for one in brief)
    found = _told_together.get(key)
    if found is None:
        if len(_told_together) >= _MOST_REMEMBERED:
            _told_together.clear()
        lines = tuple(line for one in brief for line in _lines(one, plans[one.id]))
        found = _told_together[key] = brief, Selected(_ID, title, brief[0].tip, lines)
    return found[1]


_told_together: dict[Hashable, tuple[tuple[Selected, ...], Selected]] = {}
"""Each with the sections that it is found by, as above."""


def _lines(section: Selected, plan: Layout) -> Iterator[Chosen]:
    """Yield the lines of a section: those that name what they tell as they are, the others as one.

    That one stands where the first of them stood, under its label.
    """
    unlabeled = [one for one in section.items if not (one.label or plan.unnamed)]
    for one in section.items:
        if one.label or plan.unnamed:
            yield one._replace(form="bullets")
        elif one is unlabeled[0]:
            yield _together(_label_of(unlabeled, section, plan), unlabeled)


def _label_of(items: list[Chosen], section: Selected, plan: Layout) -> str:
    """Return what labels a section that is told in a line: its label is of what the employer says itself."""
    return plan.label if plan.label and _are_own(items) else section.title


def _are_own(items: Iterable[Chosen]) -> bool:
    return all(one.priority == ALWAYS_KEPT for one in items)


def _inner_parts(item: Chosen) -> list[str | SlotRef]:
    """Return the parts of a sentence that stands within another: of ours, without its capital."""
    parts = open_parts(item.text)
    head = parts[0] if parts else ""
    if item.priority != ALWAYS_KEPT and isinstance(head, str) and head[:2].istitle():
        return [f"{head[0].lower()}{head[1:]}", *parts[1:]]
    return parts


def _together(title: str, items: list[Chosen]) -> Chosen:
    first, *others = items
    is_prose = all(str(one.text).endswith((".", "!", "?")) for one in items)
    parts = list(first.text.parts) if is_prose else _inner_parts(first)
    for one in others:
        parts += [" ", *one.text.parts] if is_prose else ["; ", *_inner_parts(one)]
    return first._replace(
        text=closed_text(parts),
        label=title,
        form="bullets",
        states=tuple(name for one in items for name in one.states),
        tells=tuple(dict.fromkeys(name for one in items for name in one.tells)),
    )
