"""The properties of a document: what file lists and screen readers tell of it."""

from casemgr_jd.model.document import Document
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.slot import Slot
from casemgr_jd.renderers.docx.markup import escape_xml

__all__ = ["core_properties", "proofing_language"]

_PROOFED = {"en": "en-US"}
"""A language in which Word checks spelling has a region."""


def proofing_language(lang: str) -> str:
    """Return a language as Word knows it.

    >>> proofing_language("en")
    'en-US'
    """
    return _PROOFED.get(lang, lang)


def core_properties(document: Document) -> str:
    """Return ``docProps/core.xml``: title and language, of a posting also employer, number and date.

    A posting without a date gives none: a clock would make each output another one.
    """
    found = {
        "dc:title": _title(document),
        **(_of_posting(document) if isinstance(document, Posting) else {}),
        "dc:language": proofing_language(document.lang),
    }
    written = "".join(
        f"<{name}>{escape_xml(words)}</{name}>" for name, words in found.items() if words
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{written}{_dates(document)}</cp:coreProperties>"
    )


def _title(document: Document) -> str:
    if isinstance(document, Posting):
        return document.heading
    return document.title.filled(lambda slot: Slot(slot, slot.replace("_", " ").capitalize()).blank)


def _of_posting(posting: Posting) -> dict[str, str | None]:
    employer = posting.value("organization")
    return {
        "dc:creator": employer,
        "cp:lastModifiedBy": employer,
        "dc:identifier": posting.value("requisition_id"),
    }


def _dates(document: Document) -> str:
    day = document.requisition.posted_on if isinstance(document, Posting) else None
    if day is None:
        return ""
    return "".join(
        f'<{name} xsi:type="dcterms:W3CDTF">{day.isoformat()}T00:00:00Z</{name}>'
        for name in ("dcterms:created", "dcterms:modified")
    )
