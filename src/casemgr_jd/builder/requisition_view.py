"""A requisition as a document: what is given, in words, and what its posting still leaves blank."""

from collections.abc import Iterator

from casemgr_jd.builder.posting_builder import build
from casemgr_jd.content.in_words import in_words, named
from casemgr_jd.errors import CaseMgrError
from casemgr_jd.model.document import Bullet, BulletList, Document, Fact, FactList, Section
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.text import Text

__all__ = ["requisition_document"]

_SHORT = {"id": "ID", "url": "link", "emr": "EMR", "cm": "CM", "flsa": "FLSA"}


def requisition_document(requisition: Requisition) -> Document:
    """Return the facts that are given, in the order of the fields, and the blanks that are left.

    >>> made = requisition_document(Requisition(title="Nurse", role="rn"))
    >>> [section.title for section in made.sections]
    ['What is given', 'What is still blank']
    """
    made = _posting(requisition)
    title = requisition.title or (made.heading if made else "Requisition")
    return Document(title, _sections(requisition, made))


def _posting(requisition: Requisition) -> Posting | None:
    """Return the posting of a requisition; none where it names what there is not."""
    try:
        return build(requisition)
    except CaseMgrError:
        return None


def _sections(requisition: Requisition, made: Posting | None) -> Iterator[Section]:
    facts = [Fact(_label(one), _told(requisition, one)) for one in requisition.given]
    if facts:
        yield Section("given", "What is given", [FactList(facts)])
    if made and made.unfilled:
        blanks = [Bullet(made.slot(one).label) for one in made.unfilled]
        yield Section("blank", "What is still blank", [BulletList(blanks)])


def _told(requisition: Requisition, name: str) -> Text:
    return Text.plain(in_words(named(name, getattr(requisition, name))))


def _label(name: str) -> str:
    """Return how a field reads.

    >>> _label("requisition_id"), _label("cm_platform")
    ('Requisition ID', 'CM platform')
    """
    words = " ".join(_SHORT.get(one, one) for one in name.split("_"))
    return words[:1].upper() + words[1:]
