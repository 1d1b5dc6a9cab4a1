"""The guide's own template, ready to copy: every section and setting module, each blank with its options."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from casemgr_jd._doors import door
from casemgr_jd.content.entries import SectionPlan
from casemgr_jd.model.document import Block, Bullet, BulletList, Document, Paragraph, Section
from casemgr_jd.model.item import Item
from casemgr_jd.model.text import Text

if TYPE_CHECKING:
    from casemgr_jd.content.catalog import Catalog

__all__ = ["template"]

_TITLE, _MODULES = "{title}", "Setting Modules"
_USE = "modules.use"
"""The advice of the guide on its modules."""


@door()
def template(catalog: "Catalog | None" = None) -> Document:
    """Return the guide's template to copy, fill in and cut: its sections in order, then its setting modules.

    A blank stands as ``[Label: option, option]``. The tips are shown to the audience ``"writer"``.

    Args:
        catalog: content to use in place of the packaged guide.

    >>> from casemgr_jd import render
    >>> print(render(template(), "text").splitlines()[0])
    [Job title]
    """
    from casemgr_jd.content.load import load_catalog

    content = catalog or load_catalog()
    sections = [_section(plan, content) for plan in content.template]
    return Document(_written(Text.parse(_TITLE), content), [*sections, _modules(content)])


def _modules(catalog: "Catalog") -> Section:
    """Return the modules as one section; the items of a setting's niches stand with its own."""
    use = next((one.text for one in catalog.entries if one.id == _USE), Text())
    found: dict[str, SectionPlan] = {}
    for plan in catalog.modules:
        whole = plan.id.partition(".")[0]
        known = found.get(whole, plan._replace(items=()))
        found[whole] = known._replace(items=(*known.items, *plan.items))
    modules = [_section(plan, catalog) for plan in found.values()]
    return Section("modules", _MODULES, modules, tip=str(use))


def _section(plan: SectionPlan, catalog: "Catalog") -> Section:
    return Section(plan.id, plan.title, _items(plan, catalog), plan.tip)


def _items(plan: SectionPlan, catalog: "Catalog") -> Iterator[Block]:
    if plan.form == "paragraphs":
        yield from (Paragraph(_labeled(one, catalog), one.id) for one in plan.items)
    else:
        yield BulletList(
            Bullet(_written(one.text, catalog), one.id, one.label) for one in plan.items
        )


def _labeled(item: Item, catalog: "Catalog") -> str:
    words = _written(item.text, catalog)
    return f"{item.label}: {words}" if item.label else words


def _written(text: Text, catalog: "Catalog") -> str:
    known = {slot.id: slot for slot in catalog.slots}

    def blank(name: str) -> str:
        slot = known.get(name)
        if slot is None:
            return f"[{name}]"
        return f"[{slot.label}: {', '.join(slot.options)}]" if slot.options else slot.blank

    return text.filled(blank)
