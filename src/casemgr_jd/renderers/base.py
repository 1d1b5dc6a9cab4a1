"""Renderers: classes of small hooks, one for each kind of node, that return text.

A downstream renderer subclasses one of ours and overrides a hook. A value of the requisition enters a
hook through ``self.value(slot)`` or ``self.late(slots, function)`` and in no other way; that is what
lets the same hooks serve one posting and, as a ``Plan``, ten thousand.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeAlias, cast

from casemgr_jd._doors import door
from casemgr_jd.errors import RenderError
from casemgr_jd.model._urls import is_address
from casemgr_jd.model.document import (
    Block,
    Bullet,
    BulletList,
    Document,
    Fact,
    FactList,
    Paragraph,
    Section,
    Table,
)
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.slot import Slot, SlotKind
from casemgr_jd.model.text import Text
from casemgr_jd.renderers._hooks import as_written, at_work, guard_hooks
from casemgr_jd.renderers._kept import kept_plan
from casemgr_jd.renderers._quotes import curled, curled_parts
from casemgr_jd.renderers._readings import Readings
from casemgr_jd.renderers._ready import ReadyValues
from casemgr_jd.renderers._sections import STAND_ALONE, Sections, remembered_sections
from casemgr_jd.renderers.blanks import named_once, slots_in_text
from casemgr_jd.renderers.context import DEFAULT, RenderContext
from casemgr_jd.renderers.readers import Notice, draft_words, shown_to

if TYPE_CHECKING:
    from casemgr_jd.renderers._marks import Tracer
    from casemgr_jd.renderers.losses import Loss
    from casemgr_jd.renderers.plan import Plan

__all__ = ["NodeRenderer"]

Values: TypeAlias = Mapping[str, str | None]
Node: TypeAlias = Document | Block | Bullet | Fact

_ADDRESS = "apply_url"
_OF_A_RUN = ("document", "_values", "_escaped")
"""What only the copy has that works on a document."""


@guard_hooks
class NodeRenderer:
    """A renderer of text that asks one hook for each node.

    A subclass **should** set ``name``, ``media_type`` and ``suffix``, and **may** override any
    ``render_<node>`` hook (``document``, ``section``, ``paragraph``, ``bullet_list``, ``bullet``,
    ``fact_list``, ``fact``, ``table``), ``escape``, ``shown``, ``link`` and ``blank``. A hook takes the node
    and the level of the section it stands in (1 for the document). A node of a subclass is given to
    the hook of its nearest base class. An instance may be shared: each rendering works on a copy.
    """

    name: str = ""
    media_type: str = "text/plain"
    suffix: str = ".txt"

    for_people: ClassVar[bool] = True
    """Whether people read the output, so that a writer sees what the posting could say besides."""

    curls: ClassVar[bool] = False
    """Whether quotation marks and apostrophes are set as a typographer sets them, as on a page."""

    context: RenderContext = DEFAULT
    document: Document
    _values: Values
    _escaped: dict[str, str]
    _tracer: "Tracer | None" = None
    _sections: "Sections | None" = None
    sections_stand_alone: ClassVar[bool] = False
    """Whether a section reads the same wherever it stands, but for its values; a class says it of itself.

    What it gives to ``late`` then reads values by nothing but what it is called with.
    """
    _hooks: ClassVar[dict[type[Any], str]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls._hooks = {}
        guard_hooks(cls)

    def __getattr__(self, name: str) -> Any:
        if name in _OF_A_RUN:
            raise RenderError(
                f"a hook of {type(self).__name__} is called outside a rendering; call render"
            )
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}", name=name)

    @door()
    def render(self, document: Document, context: RenderContext = DEFAULT) -> str:
        """Return *document* in this format.

        Raises:
            RenderError: a node of the document has no hook here.
        """
        if isinstance(document, Posting):
            plan = kept_plan(self, document, context)
            if plan is not None:
                return plan.same(document.requisition)
        return self.render_afresh(document, context)

    def render_afresh(self, document: Document, context: RenderContext = DEFAULT) -> str:
        """Return *document* in this format, through every hook: what ``render`` gives, and slower."""
        values = Readings(document) if isinstance(document, Posting) else {}
        return self._run(document, context, values)

    @door()
    def plan(
        self, posting: Posting, varying: Iterable[str], context: RenderContext = DEFAULT
    ) -> "Plan":
        """Return a plan that renders *posting* again and again with other values of some fields.

        Args:
            posting: what to render.
            varying: names of the requisition fields that will differ.
            context: as for ``render``.

        Raises:
            PlanError: a field changes which items stand, or is no field; it is named.
        """
        from casemgr_jd.renderers.plan import Plan

        return Plan.made(self, posting, tuple(varying), context)

    @door()
    def losses(self, posting: Posting) -> "tuple[Loss, ...]":
        """Return the facts of the requisition that this format does not show."""
        from casemgr_jd.renderers.losses import losses_of

        return losses_of(posting)

    def _run(
        self,
        document: Document,
        context: RenderContext,
        values: Values,
        tracer: "Tracer | None" = None,
    ) -> str:
        run = self._inside()
        run.document, run.context, run._values = document, context, values
        run._escaped, run._tracer = {}, tracer
        is_traced = tracer is not None or context.for_writer or type(document) is not Posting
        run._sections = None if is_traced else remembered_sections(self, document.lang, context)
        if run._sections is not None and type(values) is Readings and isinstance(document, Posting):
            run._escaped = run._sections.values(document)
        return run.page(shown_to(document, context) if self.for_people else document)

    def _inside(self) -> Self:
        """Return a copy whose hooks look at nothing twice, for a rendering or a plan."""
        return at_work(self)

    # --- hooks ---------------------------------------------------------------------------------

    def page(self, document: Document) -> str:
        """Return the whole output; the place to add what stands around the document."""
        return self.node(document, 1)

    def render_document(self, document: Document, level: int) -> str:
        """Return a document: its title and its blocks."""
        raise _missing(self, Document)

    def render_section(self, section: Section, level: int) -> str:
        """Return a section: its heading at *level*, its blocks."""
        raise _missing(self, Section)

    def render_paragraph(self, paragraph: Paragraph, level: int) -> str:
        """Return a paragraph."""
        raise _missing(self, Paragraph)

    def render_bullet_list(self, bullets: BulletList, level: int) -> str:
        """Return a list."""
        raise _missing(self, BulletList)

    def render_bullet(self, bullet: Bullet, level: int) -> str:
        """Return one item of a list."""
        raise _missing(self, Bullet)

    def render_fact_list(self, facts: FactList, level: int) -> str:
        """Return a list of labeled facts."""
        raise _missing(self, FactList)

    def render_fact(self, fact: Fact, level: int) -> str:
        """Return one labeled fact."""
        raise _missing(self, Fact)

    def render_table(self, table: Table, level: int) -> str:
        """Return a table."""
        raise _missing(self, Table)

    def render_notice(self, notice: Notice, level: int) -> str:
        """Return a paragraph that speaks about the posting."""
        return self._text_of("render_paragraph", notice, level)

    def draft_note(self, slots: Iterable[str]) -> str:
        """Return the note that a posting is a draft in which *slots* are blank."""
        return self.render_notice(Notice(draft_words(map(self.label_of, slots))), 1)

    def escape(self, words: str) -> str:
        """Return *words* so that this format shows them as they are."""
        return words

    def shown(self, words: str) -> str:
        """Return a value so that this format shows it as it is, wherever in a line it stands."""
        return self.prose(words)

    def link(self, address: str) -> str:
        """Return a value that is a web address."""
        return self.shown(address)

    def contact(self, words: str) -> str:
        """Return a value that says how to reach somebody: an address, or other words."""
        return self.shown(words)

    def blank(self, slot: Slot) -> str:
        """Return what stands for a slot that nothing fills."""
        return self.escape(slot.blank)

    # --- what hooks and plans call -----------------------------------------------------------------------

    def node(self, node: Node, level: int) -> str:
        """Return any node, through the hook of its class or of its nearest base class."""
        if self._sections is None or type(node) not in STAND_ALONE:
            return self.hooked(node, level)
        return self._sections.text(self, cast("Section", node), level)

    def hooked(self, node: Node, level: int) -> str:
        """Return any node as its hook gives it now."""
        kind = type(node)
        hook = self._hooks.get(kind)
        if hook is None:
            hook = self._hooks[kind] = self._hook_name(kind)
        return self._text_of(hook, node, level)

    def _text_of(self, hook: str, node: Node, level: int) -> str:
        rendered = getattr(self, hook)(node, level)
        if isinstance(rendered, str):
            return rendered
        # One that forgets its return is the mistake that is made most often.
        given = "nothing" if rendered is None else f"a {type(rendered).__name__}"
        raise RenderError(f"{type(self).__name__}.{hook} returned {given}; a hook returns a str")

    def nodes(self, nodes: Iterable[Node], level: int) -> list[str]:
        """Return each of *nodes*."""
        node = self.node
        return [node(one, level) for one in nodes]

    def text(self, text: Text) -> str:
        """Return a text with its slots, escaped."""
        value, escape = self.value, self.escape
        parts = curled_parts(text.parts) if self.curls else text.parts
        return "".join(
            [escape(part) if isinstance(part, str) else value(part.slot) for part in parts]
        )

    def prose(self, words: str) -> str:
        """Return words that a reader reads, escaped: a heading, a label, a value."""
        return self.escape(curled(words) if self.curls else words)

    def value(self, slot_id: str) -> str:
        """Return the value of a slot, or its blank, escaped: the one way for a value into a hook."""
        if self._tracer is not None:
            mark = self._tracer.mark(slot_id)
            if mark is not None:
                return mark
        try:
            return self._escaped[slot_id]
        except KeyError:
            ready = self._escaped[slot_id] = self._ready(slot_id, self._values.get(slot_id))
        return ready

    def late(self, slots: Iterable[str], function: "Callable[[Callable[[str], str]], str]") -> str:
        """Return ``function(value)`` for text that depends on several values or on their length.

        Args:
            slots: ids of the slots that *function* reads.
            function: takes a function from slot id to escaped value, returns text of this format.
        """
        return self._late(tuple(slots), function)

    def _late(
        self,
        slots: tuple[str, ...],
        function: "Callable[[Callable[[str], str]], str]",
        by_blanks: bool = False,
    ) -> str:
        if self._tracer is not None:
            mark = self._tracer.late_mark(slots, function, by_blanks)
            if mark is not None:
                return mark
        return function(self.value)

    def label_of(self, slot_id: str) -> str:
        """Return the label of a slot."""
        return self._slot(slot_id).label

    def draft(self, start: str = "", *, otherwise: str = "") -> str:
        """Return *start* and the note that the document is a draft; *otherwise* where no blank stands.

        What its writer could say besides is blank too, and makes no draft.
        """
        document = self.document
        if not isinstance(document, Posting):
            return otherwise
        slots = named_once(document)
        if isinstance(self._escaped, ReadyValues):
            left = self._escaped.blank_among(slots)
            return start + self._escaped.note(left, self.draft_note) if left else otherwise
        blanks = {name: self.blank(self._slot(name)) for name in slots}

        def note(value: Callable[[str], str]) -> str:
            left = [slot for slot in slots if value(slot) == blanks[slot]]
            return start + self.draft_note(left) if left else otherwise

        return self._late(slots, note, by_blanks=True)

    def where_to_apply(self, document: Document, told: "Callable[[str], str]") -> str:
        """Return where to apply as *told* words it; a blank where the posting asks for it, else nothing.

        Who gives no address may take applications in another way, which the text says.
        """
        if not isinstance(document, Posting):
            return ""
        if _ADDRESS in slots_in_text(document):
            return told(self.value(_ADDRESS))
        blank = self.blank(self._slot(_ADDRESS))
        return self.late(
            (_ADDRESS,), lambda value: "" if value(_ADDRESS) == blank else told(value(_ADDRESS))
        )

    def made(self, function: "Callable[[Posting], str]") -> str:
        """Return ``function(posting)`` for text that rests on typed facts, not on how they read.

        Args:
            function: takes the posting, returns text of this format, escaped. A plan calls it for each
                filling where it reads a field that varies.

        A document that is no posting has no facts, and gives an empty text.
        """
        if not isinstance(self.document, Posting):
            return ""
        if self._tracer is not None:
            mark = self._tracer.made_mark(function)
            if mark is not None:
                return mark
        return function(self.document)

    def inside(self, renderer: "NodeRenderer") -> str:
        """Return this document as *renderer* gives it, to stand in this output as it is."""
        if self._tracer is not None:
            mark = self._tracer.inside_mark(renderer)
            if mark is not None:
                return mark
        return renderer._run(self.document, self.context, self._values)

    def needs(self, document: Document) -> tuple[str, ...]:
        """Return the slots of *document* without whose value this output is another one.

        A plan renders such a filling afresh.
        """
        return ()

    def maker(self, slot: Slot) -> "Callable[[str], str]":
        """Return the hook that makes a value of *slot* ready to stand in the output."""
        if slot.kind is SlotKind.URL:
            return self._addressed
        if slot.kind is SlotKind.CONTACT:
            return self.contact
        # Spares the many fills of a plan a call that does nothing else.
        plain = type(self).shown is _SHOWN and not self.curls
        return self.escape if plain else self.shown

    def filled(self, slot: Slot, words: str) -> str:
        """Return the value of a slot, ready to stand in the output."""
        return self.maker(slot)(words)

    def _addressed(self, words: str) -> str:
        """Return a link, or the words where they are no address that a reader can safely follow."""
        return self.link(words) if is_address(words) else self.shown(words)

    def _ready(self, slot_id: str, words: str | None) -> str:
        slot = self._slot(slot_id)
        return self.blank(slot) if words is None else self.filled(slot, words)

    def _slot(self, slot_id: str) -> Slot:
        document = self.document
        if isinstance(document, Posting):
            return document.slot(slot_id)
        return Slot(slot_id, slot_id.replace("_", " ").capitalize())

    def _hook_name(self, kind: type[Any]) -> str:
        for base in kind.__mro__:
            name = f"render_{_snake(base.__name__)}"
            if hasattr(self, name):
                return name
        raise _missing(self, kind)


_SHOWN = as_written(NodeRenderer.shown)


def _missing(renderer: NodeRenderer, kind: type[Any]) -> RenderError:
    wanted = f"render_{_snake(kind.__name__)}"
    return RenderError(f"{type(renderer).__name__} has no hook for {kind.__name__}: write {wanted}")


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip(
        "_"
    )
