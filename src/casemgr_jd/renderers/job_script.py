"""The JSON with which a page tells search engines of its one job, alone or in its ``script`` element.

It is written property by property, with hooks, so that a plan fills it like any other text: the
description takes the values of slots, each other property is made from typed facts.
"""

from collections.abc import Iterable
from functools import lru_cache
from json import JSONEncoder
from typing import TYPE_CHECKING

from casemgr_jd.model.document import Document
from casemgr_jd.model.posting import Posting
from casemgr_jd.renderers._escaping import escape_html
from casemgr_jd.renderers._values import Values
from casemgr_jd.renderers.blanks import slots_in_text
from casemgr_jd.renderers.context import RenderContext
from casemgr_jd.renderers.crosswalk import Job, Row
from casemgr_jd.renderers.fragments import SafeHtml

if TYPE_CHECKING:
    from casemgr_jd.renderers._marks import Tracer

__all__ = ["JobJson", "JobScript"]

_json = JSONEncoder(ensure_ascii=False).encode
_ESCAPES = (
    ("<", "\\u003c"),
    (">", "\\u003e"),
    ("&", "\\u0026"),
    ("\u2028", "\\u2028"),
    ("\u2029", "\\u2029"),
)


def _in_script(json: str) -> str:
    """Return JSON in which no markup can be read and which no line of a script can end in.

    >>> _in_script('"</script><!-- R&D"')
    '"\\\\u003c/script\\\\u003e\\\\u003c!-- R\\\\u0026D"'
    """
    # A scan in C for each of the five costs far less than str.translate over a long text.
    for character, escaped in _ESCAPES:
        json = json.replace(character, escaped)
    return json


@lru_cache(maxsize=4096)
def _html_in_json(words: str) -> str:
    return _in_script(_json(escape_html(words))[1:-1])


class JobJson(SafeHtml):
    """A posting as one JSON object of schema.org, a property to a line; no markup can be read in it.

    Args:
        rows: the properties; the one named ``description`` holds the whole text.

    >>> row = Row("title", ("title",), lambda job: job.posting.heading)
    >>> print(JobJson([row]).render(Posting("Nurse </script>")), end="")
    {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    "title": "Nurse \\u003c/script\\u003e"
    }
    """

    name = "job_json"

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = tuple(rows)

    def page(self, document: Document) -> str:
        properties = "".join(map(self._property, self._rows))
        return f'{{\n"@context": "https://schema.org/",\n"@type": "JobPosting"{properties}\n}}\n'

    def escape(self, words: str) -> str:
        return _html_in_json(words)

    def _property(self, row: Row) -> str:
        if row.theirs == "description":
            description = self._description()
            return f',\n"description": "{description}"' if description else ""
        return self.made(lambda posting: _property(row, posting))

    def _description(self) -> str:
        # Words and values are escaped where they enter; what is left are tags and line breaks.
        tags = self.node(self.document, 1)
        return _in_script(tags.replace("\n", "\\n"))


class JobScript(JobJson):
    """The ``script`` element of a page that holds this object; nothing in it can end the element.

    A draft has none: a search engine would show its blanks, or what is left without them.
    """

    name = "job_script"

    def page(self, document: Document) -> str:
        return f'<script type="application/ld+json">\n{super().page(document)}</script>'

    def _run(
        self,
        document: Document,
        context: RenderContext,
        values: Values,
        tracer: "Tracer | None" = None,
    ) -> str:
        if tracer is None and any(values.get(slot) is None for slot in self.needs(document)):
            return ""
        return super()._run(document, context, values, tracer)

    def needs(self, document: Document) -> tuple[str, ...]:
        return slots_in_text(document)


def _property(row: Row, posting: Posting) -> str:
    # The job names no place or reference of its own: a property reads all of them from the facts, so
    # that a plan sees which fields each property rests on.
    value = row.made(Job(posting))
    return "" if value is None else _in_script(f',\n"{row.theirs}": {_json(value)}')
