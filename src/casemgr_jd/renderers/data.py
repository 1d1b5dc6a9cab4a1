"""Postings and documents as JSON that loses nothing."""

from casemgr_jd._doors import doors
from casemgr_jd.model.document import Document
from casemgr_jd.renderers.context import DEFAULT, RenderContext
from casemgr_jd.renderers.losses import Loss
from casemgr_jd.serde.json import dumps

__all__ = ["JsonRenderer"]


@doors
class JsonRenderer:
    """The lossless JSON of ``dumps``; ``loads`` gives the same value back."""

    name = "json"
    media_type = "application/json"
    suffix = ".json"

    def render(self, document: Document, context: RenderContext = DEFAULT) -> str:
        """Return *document* as JSON; the context changes nothing here."""
        return dumps(document) + "\n"

    def losses(self, posting: Document) -> tuple[Loss, ...]:
        """Return nothing: every fact is carried."""
        return ()
