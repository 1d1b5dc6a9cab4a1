"""The ``script`` element with which a page tells search engines of its one job.

The JSON is written property by property, with hooks, so that a plan fills it like any other text: the
description takes the values of slots, each other property is made from typed facts.
"""

from functools import lru_cache
from json import JSONEncoder

from casemgr_jd.model.document import Document
from casemgr_jd.model.posting import Posting
from casemgr_jd.renderers.crosswalk import Job, Row
from casemgr_jd.renderers.fragments import SafeHtml
from casemgr_jd.renderers.html import escape_html

__all__ = ["JobScript", "in_script"]

_json = JSONEncoder(ensure_ascii=False).encode
_ESCAPES = (
    ("<", "\\u003c"),
    (">", "\\u003e"),
    ("&", "\\u0026"),
    ("\u2028", "\\u2028"),
    ("\u2029", "\\u2029"),
)


def in_script(json: str) -> str:
    """Return JSON in which no markup can be read and which no line of a script can end in.

    >>> in_script('"</script><!-- R&D"')
    '"\\\\u003c/script\\\\u003e\\\\u003c!-- R\\\\u0026D"'
    """
    # A scan in C for each of the five costs far less than str.translate over a long text.
    for character, escaped in _ESCAPES:
        json = json.replace(character, escaped)
    return json


@lru_cache(maxsize=4096)
def _html_in_json(words: str) -> str:
    return in_script(_json(escape_html(words))[1:-1])


class JobScript(SafeHtml):
    """A posting as one ``script`` element of schema.org JSON; nothing in it can end the element.

    Args:
        rows: the properties; the one named ``description`` holds the whole text.

    >>> row = Row("title", ("title",), lambda job: job.posting.heading)
    >>> print(JobScript([row]).render(Posting("Nurse </script>")))
    <script type="application/ld+json">
    {"@context": "https://schema.org/", "@type": "JobPosting", "title": "Nurse \\u003c/script\\u003e"}
    </script>
    """

    name = "job_script"

    def __init__(self, rows: "tuple[Row, ...] | list[Row]") -> None:
        self._rows = tuple(rows)

    def page(self, document: Document) -> str:
        properties = "".join(map(self._property, self._rows))
        json = f'{{"@context": "https://schema.org/", "@type": "JobPosting"{properties}}}'
        return f'<script type="application/ld+json">\n{json}\n</script>'

    def escape(self, words: str) -> str:
        return _html_in_json(words)

    def _property(self, row: Row) -> str:
        if row.theirs == "description":
            description = self._description()
            return f', "description": "{description}"' if description else ""
        return self.made(lambda posting: _property(row, posting))

    def _description(self) -> str:
        # Words and values are escaped where they enter; what is left are tags and line breaks.
        tags = self.node(self.document, 1)
        return in_script(tags.replace("\n", "\\n"))


def _property(row: Row, posting: Posting) -> str:
    # The job names no place or reference of its own: a property reads all of them from the facts, so
    # that a plan sees which fields each property rests on.
    value = row.made(Job(posting))
    return "" if value is None else in_script(f', "{row.theirs}": {_json(value)}')
