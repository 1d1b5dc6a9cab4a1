"""Putting a document together: what Word numbers gets its number, and the parts go into their zip."""

import re

from casemgr_jd.renderers.docx.container import BODY, PROPERTIES, RELATIONS
from casemgr_jd.renderers.docx.markup import END, LINK, NUMBER, RUN
from casemgr_jd.renderers.docx.package import Package

__all__ = ["Assembly"]

_EMPTY_RUN = RUN + END
"""What is left where a control or a link opens or ends a paragraph; no value can look like it."""

_ADDRESS = re.compile(f"{LINK}([^{LINK}]*){LINK}")
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


class Assembly:
    """An empty document, ready to take a body and properties again and again.

    Args:
        package: of a container with nothing in its body.
    """

    def __init__(self, package: Package) -> None:
        body = package.parts[BODY].decode("utf-8")
        # Properties of the page stand behind everything else.
        page = body.rindex("<w:sectPr")
        self._before, self._behind = body[:page], body[page:]
        self._relations, self._relations_end = _parted(
            package.parts[RELATIONS].decode("utf-8"), "</Relationships>"
        )
        self._package = package

    def file(self, body: str, properties: str) -> bytes:
        """Return the .docx file of a body, as hooks have written it, and of its properties."""
        body, relations = _linked(_numbered(body.replace(_EMPTY_RUN, "")))
        parts = {
            PROPERTIES: properties,
            BODY: f"{self._before}{body}{self._behind}",
            RELATIONS: f"{self._relations}{relations}{self._relations_end}",
        }
        return self._package.zipped({name: part.encode("utf-8") for name, part in parts.items()})


def _parted(text: str, end: str) -> tuple[str, str]:
    at = text.rindex(end)
    return text[:at], text[at:]


def _numbered(body: str) -> str:
    """Return a body in which each content control has a number that no other one has."""
    first, *rest = body.split(NUMBER)
    return first + "".join([f"{number}{part}" for number, part in enumerate(rest, 1)])


def _linked(body: str) -> tuple[str, str]:
    """Return a body whose links have ids, and the relations that say where each id leads."""
    if LINK not in body:
        return body, ""
    ids: dict[str, str] = {}
    linked = _ADDRESS.sub(lambda found: ids.setdefault(found[1], f"link{len(ids) + 1}"), body)
    relations = [
        f'<Relationship Id="{key}" Type="{_HYPERLINK}" Target="{address}" TargetMode="External"/>'
        for address, key in ids.items()
    ]
    return linked, "".join(relations)
