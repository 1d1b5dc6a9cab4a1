"""Word documents in the house style: the name of the house in the header of every page."""

from typing import Any

from casemgr_jd import Document, DocxRenderer

__all__ = ["HouseWord"]


class HouseWord(DocxRenderer):
    """The Word document of the library under the letterhead of the house."""

    name = "house_word"

    @classmethod
    def prepare(cls, container: Any, document: Document) -> None:
        """Write the letterhead into the empty document."""
        container.sections[0].header.paragraphs[0].text = "The House of Lakeside"
