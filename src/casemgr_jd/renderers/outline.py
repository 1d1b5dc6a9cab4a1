"""The tree of nodes, with the hook that each one calls: for people who write renderers."""

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
from casemgr_jd.model.slot import Slot
from casemgr_jd.model.text import Text
from casemgr_jd.renderers.base import NodeRenderer

__all__ = ["OutlineRenderer"]


class OutlineRenderer(NodeRenderer):
    """One line a node: its kind, its id, the hook, and the text with its slot references."""

    name = "outline"
    for_people = False

    def render_document(self, document: Document, level: int) -> str:
        return (
            self._lines(
                document, "render_document", self._shown(document.title), level, document.blocks
            )
            + "\n"
        )

    def render_section(self, section: Section, level: int) -> str:
        return self._lines(section, "render_section", section.title, level, section.blocks)

    def render_paragraph(self, paragraph: Paragraph, level: int) -> str:
        return self._line(paragraph, "render_paragraph", self._shown(paragraph.text), level)

    def render_bullet_list(self, bullets: BulletList, level: int) -> str:
        return self._lines(bullets, "render_bullet_list", "", level, bullets.bullets)

    def render_bullet(self, bullet: Bullet, level: int) -> str:
        label = f"{bullet.label}: " if bullet.label else ""
        return self._line(bullet, "render_bullet", f"{label}{self._shown(bullet.text)}", level)

    def render_fact_list(self, facts: FactList, level: int) -> str:
        return self._lines(facts, "render_fact_list", "", level, facts.facts)

    def render_fact(self, fact: Fact, level: int) -> str:
        return self._line(fact, "render_fact", f"{fact.label}: {self._shown(fact.text)}", level)

    def render_table(self, table: Table, level: int) -> str:
        rows = [" | ".join(map(self._shown, row)) for row in (table.header, *table.rows)]
        return self._line(
            table, "render_table", " / ".join([table.caption, *rows]).strip(" /"), level
        )

    def _shown(self, text: Text) -> str:
        return text.filled(lambda slot: f"{{{slot}={self.value(slot)}}}")

    def _line(self, node: object, hook: str, words: str, level: int) -> str:
        name = getattr(node, "id", "")
        named = f" {name}" if name else ""
        return f"{'  ' * (level - 1)}{type(node).__name__}{named} -> {hook}: {words}".rstrip(": ")

    def _lines(
        self,
        node: object,
        hook: str,
        words: str,
        level: int,
        inside: tuple[Block | Bullet | Fact, ...],
    ) -> str:
        return "\n".join([self._line(node, hook, words, level), *self.nodes(inside, level + 1)])

    def blank(self, slot: Slot) -> str:
        return slot.blank
