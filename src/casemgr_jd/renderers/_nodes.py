"""Nodes in hooks: which hook is asked for a node, and what a renderer gives that has not written it."""

from collections.abc import Iterable
from typing import Any, ClassVar, TypeAlias

from casemgr_jd.errors import RenderError
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
from casemgr_jd.renderers._hooks import as_written, guard_hooks
from casemgr_jd.renderers._sections import STAND_ALONE, Sections
from casemgr_jd.renderers._values import ValueHooks
from casemgr_jd.renderers.readers import Notice

__all__ = ["Node", "NodeHooks"]

Node: TypeAlias = Document | Block | Bullet | Fact


@guard_hooks
class NodeHooks(ValueHooks):
    """A hook for each kind of node; a node of a subclass goes to the hook of its nearest base class."""

    _sections: "Sections | None" = None
    _hooks: ClassVar[dict[type[Any], str]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls._hooks = {}

    # --- hooks ---------------------------------------------------------------------------------

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

    # --- what hooks and plans call ---------------------------------------------------------------

    def node(self, node: Node, level: int) -> str:
        """Return any node, through the hook of its class or of its nearest base class."""
        if self._sections is None or type(node) not in STAND_ALONE:
            return self.hooked(node, level)
        return self._sections.text(self, node, level)

    def hooked(self, node: Node, level: int) -> str:
        """Return any node as its hook gives it now."""
        kind = type(node)
        hook = self._hooks.get(kind)
        if hook is None:
            hook = self._hooks[kind] = self._hook_name(kind)
        return self._text_of(hook, node, level)

    def nodes(self, nodes: Iterable[Node], level: int) -> list[str]:
        """Return each of *nodes*."""
        if self._sections is not None and type(self).node is _NODE:
            return self._sections.texts(self, nodes, level)
        node = self.node
        return [node(one, level) for one in nodes]

    def _text_of(self, hook: str, node: Node, level: int) -> str:
        rendered = getattr(self, hook)(node, level)
        if isinstance(rendered, str):
            return rendered
        # One that forgets its return is the mistake that is made most often.
        given = "nothing" if rendered is None else f"a {type(rendered).__name__}"
        raise RenderError(f"{type(self).__name__}.{hook} returned {given}; a hook returns a str")

    def _hook_name(self, kind: type[Any]) -> str:
        for base in kind.__mro__:
            name = f"render_{_snake(base.__name__)}"
            if hasattr(self, name):
                return name
        raise _missing(self, kind)


_NODE = as_written(NodeHooks.node)


def _missing(renderer: NodeHooks, kind: type[Any]) -> RenderError:
    wanted = f"render_{_snake(kind.__name__)}"
    return RenderError(f"{type(renderer).__name__} has no hook for {kind.__name__}: write {wanted}")


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip(
        "_"
    )
