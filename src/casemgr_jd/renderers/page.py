"""A whole HTML page, from a Jinja2 template whose blocks may be extended."""

import re
from functools import lru_cache
from typing import Any, ClassVar

from casemgr_jd.model.document import Document
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.text import SlotRef, Text
from casemgr_jd.renderers.html import HtmlRenderer

__all__ = ["HtmlPageRenderer"]

_TAG = re.compile(r"<[^>]*>")


class HtmlPageRenderer(HtmlRenderer):
    """A page with ``lang``, a title that names job and employer, print and dark styles, no script.

    A subclass extends the page by block: it sets ``template`` to the name of its own template, which
    starts with ``{% extends "page.html" %}``, and ``template_package`` to the package that holds it in
    a folder ``templates``. Blocks: ``title``, ``style``, ``header``, ``main``, ``footer``. A template
    has ``value(slot_id)``, ``body``, ``document`` and ``context``; values are escaped.
    """

    name = "html"
    template: ClassVar[str] = "page.html"
    template_package: ClassVar[str] = ""

    def page(self, document: Document) -> str:
        from markupsafe import Markup

        body = Markup(super().page(document))
        template = _environment(self.template_package).get_template(self.template)
        page: str = template.render(
            document=document,
            context=self.context,
            body=body,
            title=Markup(self.page_title(document)),
            value=lambda slot_id: _safe(self.value(slot_id)),
        )
        return f"{page}\n"

    def page_title(self, document: Document) -> str:
        """Return the title of the page, escaped: the job, and the employer of a posting."""
        parts = [self.escape(one) if isinstance(one, str) else one for one in document.title]
        if isinstance(document, Posting):
            parts += [" – ", SlotRef("organization")]
        title = Text(tuple(parts))
        # The title of a page is bare text: a blank's markup must not show in it.
        return self.late(title.slots, lambda value: _TAG.sub("", title.filled(value)))


def _safe(words: str) -> Any:
    """Return escaped words as a template takes them; a plan's mark stays one, or it could not tell."""
    from markupsafe import Markup

    return words if hasattr(words, "__html__") else Markup(words)


@lru_cache(maxsize=32)
def _environment(package: str) -> Any:
    from jinja2 import ChoiceLoader, Environment, PackageLoader

    homes = [package, "casemgr_jd.renderers"] if package else ["casemgr_jd.renderers"]
    loaders = [PackageLoader(home, "templates") for home in homes]
    return Environment(loader=ChoiceLoader(loaders), autoescape=True, keep_trailing_newline=False)
