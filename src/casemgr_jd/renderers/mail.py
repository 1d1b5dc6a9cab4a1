"""Postings and documents as an email to send on: subject, plain text and HTML in one file."""

from casemgr_jd._doors import doors
from casemgr_jd.model.document import Document, Fact, FactList, Table
from casemgr_jd.model.posting import Posting
from casemgr_jd.renderers.context import DEFAULT, RenderContext
from casemgr_jd.renderers.html import HtmlRenderer
from casemgr_jd.renderers.losses import Loss, losses_of
from casemgr_jd.renderers.plain import PlainTextRenderer

__all__ = ["EmailRenderer"]

_BODY = (
    '<div style="max-width: 40em; font-family: Arial, Helvetica, sans-serif; line-height: 1.5;">'
    "{}</div>\n"
)
"""The only style that mail programs keep stands on the element itself."""
_LONGEST_SUBJECT = 200


_CELL = "padding: 2px 16px 2px 0; text-align: left; vertical-align: top;"
_RULED = f"{_CELL} border-bottom: 1px solid #8a94a3;"


class _BodyRenderer(HtmlRenderer):
    """The body: facts and tables with the few styles that mail programs keep."""

    name = "email_body"

    def render_fact_list(self, facts: FactList, level: int) -> str:
        rows = "\n".join(self.nodes(facts.facts, level))
        return f'<table style="border-collapse: collapse;">\n{rows}\n</table>'

    def render_fact(self, fact: Fact, level: int) -> str:
        style = f"{_CELL} min-width: 8em; font-weight: normal;"
        label = f'<th scope="row" style="{style}">{self.escape(fact.label)}</th>'
        return f'<tr>{label}<td style="{_CELL}"><strong>{self.text(fact.text)}</strong></td></tr>'

    def render_table(self, table: Table, level: int) -> str:
        made = super().render_table(table, level)
        made = made.replace("<table>", '<table style="border-collapse: collapse;">', 1)
        made = made.replace('<th scope="col">', f'<th scope="col" style="{_RULED}">')
        return made.replace("<td>", f'<td style="{_RULED}">')


@doors
class EmailRenderer:
    """A message without sender and receiver, which mail programs open ready to be addressed.

    The subject names the job and the employer; the body is there as plain text and as HTML, each of which
    can be copied into another message.

    >>> from casemgr_jd import build, Requisition
    >>> text = EmailRenderer().render(build(Requisition(title="Nurse", organization="Lakeside")))
    >>> text.splitlines()[0]
    'Subject: Nurse – Lakeside'
    """

    name = "email"
    media_type = "message/rfc822"
    suffix = ".eml"

    def render(self, document: Document, context: RenderContext = DEFAULT) -> str:
        """Return the message: the same text for the same document.

        Raises:
            RenderError: a node has no hook.
        """
        from email.message import EmailMessage
        from email.policy import EmailPolicy

        message = EmailMessage(EmailPolicy(utf8=True, max_line_length=78, linesep="\n"))
        message["Subject"] = _subject(document)
        message["X-Unsent"] = "1"
        message.set_content(PlainTextRenderer().render(document, context), cte="base64")
        html = _BODY.format(_BodyRenderer().render(document, context))
        message.add_alternative(html, subtype="html", cte="base64")
        # Any boundary will do, for no line of base64 can be one; a random one would differ each time.
        message.set_boundary("casemgr-jd-part")
        return message.as_string()

    def losses(self, posting: Posting) -> tuple[Loss, ...]:
        """Return the facts of the requisition that the text does not show."""
        return losses_of(posting)


def _subject(document: Document) -> str:
    if not isinstance(document, Posting):
        return _short(str(document.title))
    employer = document.value("organization")
    words = f"{document.heading} – {employer}" if employer else document.heading
    return _short(words)


def _short(words: str) -> str:
    return " ".join(words.split())[:_LONGEST_SUBJECT]
