"""A format of its own: the headings of a document and how many bullets stand under each."""

from casemgr_jd import Document, Posting, RenderContext, Section, Text

__all__ = ["HeadlineRenderer"]


class HeadlineRenderer:
    """A renderer made of nothing but the protocol: name, media type, suffix and ``render``."""

    name = "headlines"
    media_type = "text/plain"
    suffix = ".txt"

    def render(self, document: Document, context: RenderContext = RenderContext()) -> str:  # noqa: B008
        """Return one line for the title and one for each section."""
        return "\n".join([_title(document), *map(_line, document.sections)]) + "\n"


def _title(document: Document) -> str:
    if isinstance(document, Posting):
        return document.heading
    return document.title.filled(lambda slot: f"[{slot}]")


def _line(section: Section) -> str:
    return f"{Text.plain(section.title)} ({len(section.bullets)})"
