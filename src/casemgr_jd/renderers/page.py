"""A whole HTML page, from a Jinja2 template whose blocks may be extended."""

import re
from collections.abc import Callable, Iterable, Mapping
from copy import copy
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar, Self

from casemgr_jd._attrs import evolve
from casemgr_jd.model.document import Bullet, BulletList, Document, Fact, Table
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.text import SlotRef, Text
from casemgr_jd.renderers import _page_parts
from casemgr_jd.renderers._escaping import escape_html
from casemgr_jd.renderers._head import head_of, is_key
from casemgr_jd.renderers._nodes import Node
from casemgr_jd.renderers._page_style import logo_address, style_sheet
from casemgr_jd.renderers._quotes import curled, curled_parts
from casemgr_jd.renderers._template_errors import rendered
from casemgr_jd.renderers._wrapping import in_phrases, shown_words, ties
from casemgr_jd.renderers.blanks import slots_in_text
from casemgr_jd.renderers.html import HtmlRenderer
from casemgr_jd.renderers.losses import Loss
from casemgr_jd.renderers.readers import Notice
from casemgr_jd.renderers.theme import Theme, Themed

if TYPE_CHECKING:
    from casemgr_jd.renderers.jsonld import JsonLdRenderer

__all__ = ["HtmlPageRenderer", "from_template"]

_TAG = re.compile(r"<[^>]*>")
_NUMBER = re.compile(r"\[\d+\] ")
_NUMBERED = re.compile(r"<li>(\[\d+\]) (.*?)</li>", re.DOTALL)
_STACKED = 5
"""Columns of a table, as many as which a phone shows one below the other."""
_LONG = 48
"""Letters of one of the first facts, beyond which it is no headline."""
_TO_FILL_IN = "to be filled in"
_ADDRESS = "apply_url"
_TALL = 90
"""Letters of another fact, beyond which it would stand out as a column of its own."""


class HtmlPageRenderer(Themed, HtmlRenderer):
    """A page with ``lang``, a title that names job and employer, print, light and dark styles.

    The page of a posting holds one script element, its JSON-LD; the page of another document none.

    A subclass extends the page by block: it sets ``template`` to the name of its own template, which
    starts with ``{% extends "page.html" %}``, and ``template_package`` to the package that holds it in
    a folder ``templates``. Blocks: ``title``, ``style``, ``data``, ``header``, ``main``, ``footer``. A
    template has ``value(slot_id)``, ``body``, ``ending``, ``style``, ``theme``, ``document`` and
    ``context``; values are escaped.

    A draft says so at its head, and names each blank; in the writer's view each name leads to its blank.

    Args:
        theme: accent color, font and logo of the employer; the packaged look if left out.
        back: address and words of a link that leads back to where the page belongs; none if left out.

    >>> from casemgr_jd import draft
    >>> page = HtmlPageRenderer(theme=Theme(accent="#7a1f3d")).render(draft().build())
    >>> "--accent: #7a1f3d;" in page
    True
    """

    name = "html"
    curls = True
    template: ClassVar[str] = "page.html"
    template_package: ClassVar[str] = ""
    theme: Theme = Theme()
    back: tuple[str, str] | None = None
    _anchored: set[str]
    _made_data: "JsonLdRenderer | None" = None

    def __init__(self, *, theme: Theme | None = None, back: tuple[str, str] | None = None) -> None:
        if theme is not None:
            self.theme = theme
        self.back = back

    @property
    def option_tables(self) -> tuple[str, ...]:
        """Its own name and those of the data in it, whose options it takes."""
        return (self.name, *self._data.option_tables)

    def with_options(self, options: Mapping[str, Any]) -> Self:
        """Return the same page with *options* of the data in it, those of the format ``jsonld``.

        Raises:
            InputError: an option is not known, or its value is wrong; all problems at once.

        >>> page = HtmlPageRenderer().with_options({"direct_apply": True})
        >>> from casemgr_jd import build, load_requisition
        >>> '"directApply": true' in page.render(build(load_requisition("examples/hospital-senior-rn.toml")))
        True
        """
        other = copy(self)
        other._made_data = self._data.with_options(options)
        return other

    @property
    def _data(self) -> "JsonLdRenderer":
        """What tells search engines of a posting."""
        from casemgr_jd.renderers.jsonld import JsonLdRenderer

        return self._made_data or JsonLdRenderer()

    def page(self, document: Document) -> str:
        from markupsafe import Markup

        self._anchored = set()
        return from_template(
            self.template,
            self.theme,
            self.template_package,
            document=document,
            context=self.context,
            body=Markup(super().page(document)),
            ending=_safe(self.ending(document)),
            title=Markup(self.page_title(document)),
            card=_safe(self.made(_page_parts.card) + self.of_a_draft(_page_parts.UNLISTED)),
            back=self.back,
            job_data=_safe(self.job_data(document)),
            value=lambda slot_id: _safe(self.value(slot_id)),
        )

    def render_document(self, document: Document, level: int) -> str:
        letterhead, facts, rest = head_of(document)
        hero = [
            *[f'<p class="letterhead">{self.text(one.text)}</p>' for one in letterhead],
            self.draft(),
            *self._employer(document),
            f"<h1>{self._in_phrases(document.title)}</h1>",
            *self.nodes(facts, level),
            f"{self.made(_page_parts.apply_button)}{self._to_apply(document)}</header>",
        ]
        blocks = self.nodes(rest, level + 1)
        return "\n".join(
            (
                f'<article lang="{self.escape(document.lang)}">',
                '<header class="hero">',
                *hero,
                '<div class="text">',
                *blocks,
                "</div>\n</article>\n",
            )
        )

    def nodes(self, nodes: Iterable[Node], level: int) -> list[str]:
        """Return each of *nodes*; for a writer, what could be said is folded behind its number."""
        blocks = tuple(nodes)
        written = super().nodes(blocks, level)
        for at, (lead, offered) in enumerate(pairwise(blocks)):
            if isinstance(lead, Notice) and isinstance(offered, BulletList):
                words = self.prose(str(lead.text).rstrip(":"))
                summary = f"<summary>{words} ({len(offered.bullets)})</summary>"
                written[at] = f'<details class="notice">\n{summary}'
                written[at + 1] += "\n</details>"
        return written

    def render_fact(self, fact: Fact, level: int) -> str:
        value, more = self._told(fact)
        label = f"<dt>{self.prose(fact.label)}</dt>"
        if not is_key(fact):
            tall = self.late(fact.text.slots[:1], _height_of(fact.text))
            return f'<div class="fact{tall}">{label} <dd>{value}{more}</dd></div>'
        beside = f'<span class="more">{_apart(more)}</span>' if more else ""
        size = self.late(fact.text.slots[:1], _size_of(fact.text.slots[0]))
        return f'<div class="key{size}">{label} <dd>{value}{beside}</dd></div>'

    def render_bullet_list(self, bullets: BulletList, level: int) -> str:
        made = super().render_bullet_list(bullets, level)
        # What has a number of its own, such as a source, has no mark besides.
        numbered = all(map(_is_numbered, bullets.bullets))
        if not numbered:
            return made
        return _NUMBERED.sub(r"<li><span>\1</span> <span>\2</span></li>", made).replace(
            "<ul>", '<ul class="numbered">', 1
        )

    def render_table(self, table: Table, level: int) -> str:
        # A wide table scrolls in a box of its own, which the keyboard must reach, so that the page does not.
        label = self.escape(table.caption or "Table")
        inner = super().render_table(table, level)
        return (
            f'<div class="table" role="group" aria-label="{label}" tabindex="0">\n{inner}\n</div>'
        )

    def cell(self, table: Table, column: int, text: Text) -> str:
        # Of many columns, a phone shows one below the other, each under its heading.
        many = len(table.header) >= _STACKED and 0 < column < len(table.header)
        if not many or table.header[column].slots:
            return super().cell(table, column, text)
        return f'<td data-heading="{self.escape(str(table.header[column]))}">{self.text(text)}</td>'

    def text(self, text: Text) -> str:
        return "".join(map(self._part, curled_parts(text.parts)))

    def _beginning(self, fact: Fact, part: str | SlotRef) -> str:
        """Return what a fact begins with; a blank that its label names is not named again."""
        slot = self._slot(part.slot) if isinstance(part, SlotRef) else None
        if slot is None or not slot.label.startswith(fact.label):
            return self._part(part)
        named, bare = self.blank(slot), self.blank(evolve(slot, label=_TO_FILL_IN))
        told = self._late(
            (slot.id,), lambda value: bare if (words := value(slot.id)) == named else words
        )
        return self._anchor(slot.id) + told if self.context.for_writer else told

    def _in_phrases(self, title: Text) -> str:
        parts = [
            shown_words(one) if isinstance(one, str) else one for one in curled_parts(title.parts)
        ]
        if len(parts) == 1 and isinstance(parts[0], str):
            return in_phrases(parts[0])
        return self.late(
            title.slots,
            lambda value: in_phrases(
                "".join(one if isinstance(one, str) else value(one.slot) for one in parts)
            ),
        )

    def _to_apply(self, document: Document) -> str:
        """Return where the button will stand, while the address that it leads to is blank."""
        if not isinstance(document, Posting) or _ADDRESS not in slots_in_text(document):
            return ""
        blank = self.blank(self._slot(_ADDRESS))
        place = f'<p class="apply"><span class="button-to-be">Apply at {blank}</span></p>\n'
        return self._late(
            (_ADDRESS,), lambda value: place if value(_ADDRESS) == blank else "", by_blanks=True
        )

    def _part(self, part: str | SlotRef) -> str:
        if isinstance(part, str):
            # Words about a posting lead to what they name; those of a posting are the employer's.
            return shown_words(part, links=not isinstance(self.document, Posting))
        value = self.value(part.slot)
        return self._anchor(part.slot) + value if self.context.for_writer else value

    def _told(self, fact: Fact) -> tuple[str, str]:
        """Return what a fact says: its value, and what comes with it."""
        parts = curled_parts(fact.text.parts)
        made = [self._beginning(fact, part) for part in parts[:1]]
        for before, part in pairwise(parts):
            if isinstance(before, SlotRef) and isinstance(part, str) and ties(part):
                made.append(self._gap(before.slot))
                part = part[1:]
            made.append(self._part(part))
        return "".join(made[:1]), "".join(made[1:])

    def _gap(self, slot_id: str) -> str:
        """Return what parts a value from the word behind it: a space, of no break behind a figure."""
        return self.late(
            (slot_id,), lambda value: "\u00a0" if value(slot_id)[-1:].isdigit() else " "
        )

    def shown(self, words: str) -> str:
        return shown_words(curled(words))

    def _anchor(self, slot_id: str) -> str:
        """Return the place that a link to the first mention of a slot leads to."""
        if slot_id in self._anchored:
            return ""
        self._anchored.add(slot_id)
        return f'<span id="{_anchor_of(slot_id)}"></span>'

    def draft_note(self, slots: Iterable[str]) -> str:
        left = [self._named(slot) for slot in slots]
        count = "One fact is" if len(left) == 1 else f"{len(left)} facts are"
        return (
            '<p class="draft" role="note"><strong>Draft.</strong> '
            f"{count} still to be filled in: {', '.join(left)}.</p>"
        )

    def _named(self, slot_id: str) -> str:
        """Return the label of a blank; for a writer it leads to where it stands."""
        label = self.prose(self.label_of(slot_id))
        return f'<a href="#{_anchor_of(slot_id)}">{label}</a>' if self.context.for_writer else label

    def ending(self, document: Document) -> str:
        """Return the footer of a posting: where to apply, and at which site the work is."""
        return self.made(_page_parts.ending)

    def job_data(self, document: Document) -> str:
        """Return the ``script`` element that tells search engines of a posting; the only one."""
        if not isinstance(document, Posting):
            return ""
        return self.inside(self._data.embedded())

    def page_title(self, document: Document) -> str:
        """Return the title of the page, escaped: the job, and the employer of a posting."""
        parts = [self.prose(one) if isinstance(one, str) else one for one in document.title]
        if isinstance(document, Posting):
            parts += [" – ", SlotRef("organization")]
        title = Text(tuple(parts))
        # The title of a page is bare text: a blank's markup must not show in it.
        return self.late(title.slots, lambda value: _TAG.sub("", title.filled(value)))

    def losses(self, posting: Posting) -> tuple[Loss, ...]:
        """Return the facts of the requisition that the page does not show."""
        shown = _page_parts.shown(posting)
        return tuple(loss for loss in super().losses(posting) if loss.field not in shown)

    def _employer(self, document: Document) -> Iterable[str]:
        if isinstance(document, Posting):
            yield f'<p class="employer">{self.value("organization")}</p>'


def from_template(name: str, theme: Theme, package: str = "", **values: Any) -> str:
    """Return a page from a template of *package*, or of ours; values that are not markup are escaped."""
    from markupsafe import Markup

    look = {
        "theme": theme,
        "logo": Markup(logo_address(theme)),
        "style": Markup(style_sheet(theme)),
    }
    return f"{rendered(_environment(package), name, {**values, **look})}\n"


def _size_of(slot_id: str) -> Callable[[Callable[[str], str]], str]:
    """Return what tells by the value of a slot whether it is set as large as a headline."""
    return lambda value: " long" if len(_TAG.sub("", value(slot_id))) > _LONG else ""


def _apart(more: str) -> str:
    """Return what comes with a headline; the mark between them is heard, and the line that it has is seen."""
    return f'<span class="mark">; </span>{more[2:]}' if more.startswith("; ") else more


def _height_of(text: Text) -> Callable[[Callable[[str], str]], str]:
    """Return what tells by what a fact begins with whether it wants a wider place than the others."""
    said = sum(len(part) for part in text.parts if isinstance(part, str))
    slots = text.slots[:1]

    def height(value: Callable[[str], str]) -> str:
        letters = said + sum(len(_TAG.sub("", value(slot))) for slot in slots)
        return " tall" if letters > _TALL else ""

    return height


def _is_numbered(bullet: Bullet) -> bool:
    first = next(iter(bullet.text.parts), "")
    return not bullet.label and isinstance(first, str) and bool(_NUMBER.match(first))


def _anchor_of(slot_id: str) -> str:
    return f"blank-{slot_id.replace('_', '-')}"


def _safe(words: str) -> Any:
    """Return escaped words as a template takes them; a plan's mark stays one, or it could not tell."""
    from markupsafe import Markup

    return words if hasattr(words, "__html__") else Markup(words)


@lru_cache(maxsize=32)
def _environment(package: str) -> Any:
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    homes = [package, "casemgr_jd.renderers"] if package else ["casemgr_jd.renderers"]
    loaders = [PackageLoader(home, "templates") for home in homes]
    # A name that means nothing is a mistake, and would be a gap in the page.
    made = Environment(loader=ChoiceLoader(loaders), autoescape=True, undefined=StrictUndefined)
    made.filters["curled"] = curled
    made.filters["phrases"] = lambda words: _safe(in_phrases(escape_html(curled(words))))
    return made
