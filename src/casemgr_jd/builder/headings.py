"""Headings that follow what stands under them: one that promises more than stands there misleads."""

from casemgr_jd.builder.chosen import Chosen, Selected
from casemgr_jd.content.entries import EditionPlan, Heading, Layout

__all__ = ["headed"]

_MOST_REMEMBERED = 4096


def headed(sections: tuple[Selected, ...], edition: EditionPlan) -> tuple[Selected, ...]:
    """Return the sections, each under the heading that fits what stands in it.

    What stands is the same object where the section is.

    Args:
        sections: what stands.
        edition: whose sections they are.
    """
    layouts = {one.id: one for one in edition.sections if one.headings}
    return tuple([_headed(one, layouts[one.id]) if one.id in layouts else one for one in sections])


def _headed(section: Selected, layout: Layout) -> Selected:
    key = id(section), id(layout)
    found = _known.get(key)
    if found is None:
        if len(_known) >= _MOST_REMEMBERED:
            _known.clear()
        fits = (one.title for one in layout.headings if _fits(one, section))
        title = next(fits, section.title)
        found = _known[key] = section, layout, _under(title, section)
    return found[2]


_known: dict[tuple[int, int], tuple[Selected, Layout, Selected]] = {}
"""Each with what it is found by: held, so that its identity stays its own."""


def _under(title: str, section: Selected) -> Selected:
    """Return a section under a heading; a line whose label says the same does without it."""
    if title == section.title:
        return section
    items = [one._replace(label="") if one.label == title else one for one in section.items]
    return section._replace(title=title, items=tuple(items))


def _fits(heading: Heading, section: Selected) -> bool:
    told = [_told_by(one) for one in section.items]
    tells_all = all(any(name in one for one in told) for name in heading.tells)
    return tells_all and (not heading.only or all(map(set(heading.only).intersection, told)))


def _told_by(item: Chosen) -> set[str]:
    """Return the fields that a sentence tells, by its words or by a slot."""
    return {*item.tells, *item.text.slots}
