"""The guide for the person who writes a posting, as a value."""

from collections.abc import Iterable

from casemgr_jd._attrs import field, frozen
from casemgr_jd._names import counted, snake
from casemgr_jd.errors import UnknownNameError
from casemgr_jd.model._display import ShowsItself
from casemgr_jd.model.document import Document, Section

__all__ = ["WritersGuide"]

_TITLE = "Writer's Guide to Case Manager Postings"


def _sections(values: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(values)


@frozen(eq=False)
class WritersGuide(ShowsItself):
    """The guide for writers, topic by topic; what an overlay changes is changed here too.

    >>> from casemgr_jd import load_catalog, render
    >>> guide = load_catalog().guide
    >>> guide.topics[:2]
    ('definition', 'use')
    >>> print(render(guide.topic("pay"))[:27])
    # Pay and Schedule Language
    """

    sections: tuple[Section, ...] = field(converter=_sections)

    @property
    def topics(self) -> tuple[str, ...]:
        """Ids of the topics, in order."""
        return tuple(one.id for one in self.sections)

    def topic(self, name: str) -> Document:
        """Return one topic as a document, which every text format renders.

        Raises:
            UnknownNameError: there is no such topic.
        """
        wanted = snake(name)
        for one in self.sections:
            if one.id == wanted:
                return Document(one.title, one.blocks)
        raise UnknownNameError("topic", name, self.topics)

    def to_document(self) -> Document:
        """Return the whole guide as a document, which every text format renders."""
        return Document(_TITLE, self.sections)

    def __repr__(self) -> str:
        return f"WritersGuide({counted(len(self.sections), 'topic')})"
