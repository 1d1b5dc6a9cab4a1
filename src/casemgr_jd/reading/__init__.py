"""Reading existing postings: Markdown, HTML, plain text and Word documents into a ``Source``."""

from casemgr_jd.reading.open import read_document, read_text

__all__ = ["read_document", "read_text"]
