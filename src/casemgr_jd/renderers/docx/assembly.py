"""Putting a document together: what Word numbers gets its number, and the parts go into their zip."""

import re
from collections.abc import Mapping

from casemgr_jd.renderers.docx.binding import bound
from casemgr_jd.renderers.docx.container import BODY, EMPLOYER, PROPERTIES, RELATIONS
from casemgr_jd.renderers.docx.markup import END, FOOT, LINK, NUMBER, RUN
from casemgr_jd.renderers.docx.package import Package

__all__ = ["Assembly"]

_EMPTY_RUN = RUN + END
"""What is left where a control or a link opens or ends a paragraph; no value can look like it."""

_ADDRESS = re.compile(f"{LINK}([^{LINK}]*){LINK}")
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


class Assembly:
    """An empty document, ready to take a body and properties again and again.

    Args:
        filled: a package with nothing in its body.
        drafted: the same with the parts that blanks need, for a body that has some.
    """

    def __init__(self, filled: Package, drafted: Package) -> None:
        self._filled, self._drafted = _Frame(filled), _Frame(drafted)

    def file(self, body: str, properties: str) -> bytes:
        """Return the .docx file of a body, as hooks have written it, and of its properties."""
        # A hook may write more before it or behind it.
        before, _, rest = body.replace(_EMPTY_RUN, "").partition(FOOT)
        foot, _, behind = rest.partition(FOOT)
        (body, foot), parts = bound(before + behind, foot)
        frame = self._drafted if parts else self._filled
        return frame.file(body, foot, {PROPERTIES: properties, **parts})


class _Frame:
    """What stands around a body."""

    def __init__(self, package: Package) -> None:
        body = package.parts[BODY].decode("utf-8")
        # Properties of the page stand behind everything else.
        page = body.rindex("<w:sectPr")
        self._before, self._behind = body[:page], body[page:]
        self._relations, self._relations_end = _parted(
            package.parts[RELATIONS].decode("utf-8"), "</Relationships>"
        )
        # Only a footer that was asked to, and that nobody has changed since, names the employer.
        self._feet = {
            name: part.decode("utf-8").split(EMPLOYER, 1)
            for name, part in package.parts.items()
            if EMPLOYER.encode("utf-8") in part
        }
        self._package = package

    def file(self, body: str, foot: str, parts: Mapping[str, str]) -> bytes:
        count = body.count(NUMBER)
        body, relations = _linked(_numbered(f"{self._before}{body}{self._behind}"))
        feet = {name: _numbered(foot.join(around), count) for name, around in self._feet.items()}
        written = {
            **parts,
            **feet,
            BODY: body,
            RELATIONS: f"{self._relations}{relations}{self._relations_end}",
        }
        return self._package.zipped({name: part.encode("utf-8") for name, part in written.items()})


def _parted(text: str, end: str) -> tuple[str, str]:
    at = text.rindex(end)
    return text[:at], text[at:]


def _numbered(part: str, count: int = 0) -> str:
    """Return a part in which each content control has a number that no other one has, above *count*."""
    first, *rest = part.split(NUMBER)
    return first + "".join([f"{number}{one}" for number, one in enumerate(rest, count + 1)])


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
