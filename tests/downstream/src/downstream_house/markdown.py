"""Markdown in the house style: a bullet's label stands in italics."""

from casemgr_jd import Bullet, MarkdownRenderer

__all__ = ["HouseMarkdown"]


class HouseMarkdown(MarkdownRenderer):
    """Markdown with one hook of its own."""

    name = "house_markdown"

    def render_bullet(self, bullet: Bullet, level: int) -> str:
        """Return a bullet with its label in italics."""
        if not bullet.label:
            return super().render_bullet(bullet, level)
        return f"- *{self.escape(bullet.label)}* – {self.continued(bullet.text)}"
