"""What stands around a document, made by python-docx once: styles, page, footer and the employer's logo."""

import io
from typing import Any

from casemgr_jd.errors import RenderError
from casemgr_jd.renderers.docx.binding import GLOSSARY, ITEM, add_parts
from casemgr_jd.renderers.docx.markup import escape_xml
from casemgr_jd.renderers.docx.package import Package
from casemgr_jd.renderers.docx.styles import TEXT_WIDTH, set_styles
from casemgr_jd.renderers.theme import Theme

__all__ = ["BODY", "EMPLOYER", "PROPERTIES", "RELATIONS", "TEXT_WIDTH", "new_container", "packages"]

BODY = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
PROPERTIES = "docProps/core.xml"
EMPLOYER = "casemgr-jd:employer"
"""Stands in a footer where each document names the employer."""

_LOGO_HEIGHT, _LOGO_WIDTH = 36, 216
"""At most, in points."""
_BALLAST = ("/stylesWithEffects", "/customXml", "/extended-properties", "/thumbnail")
"""Ends of the kinds of parts that tell of python-docx's own template, and of no document."""

_SETTINGS = (
    '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
    'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="{lang}"/><w:decimalSymbol w:val="."/>'
    '<w:listSeparator w:val=","/></w:settings>'
)


def new_container(theme: Theme, lang: str) -> Any:
    """Return an empty ``docx.Document`` with the look of *theme*, in a language."""
    from docx import Document

    container: Any = Document()
    for relations in (container.part.package.rels, container.part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.endswith(_BALLAST):
                relations.pop(key)
    set_styles(container, theme, lang)
    _set_settings(container, lang)
    _set_page(container, theme)
    return container


def packages(container: Any) -> tuple[Package, Package]:
    """Return the parts of a container, ready to take a body: one that is filled, one with blanks."""
    filled = _packaged(container)
    add_parts(container)
    return filled, _packaged(container, ITEM, GLOSSARY)


def _packaged(container: Any, *more: str) -> Package:
    buffer = io.BytesIO()
    container.save(buffer)
    feet = [
        str(part.partname).lstrip("/")
        for part in container.part.package.iter_parts()
        if str(part.partname).startswith("/word/footer")
    ]
    return Package(buffer.getvalue(), [BODY, RELATIONS, PROPERTIES, *feet, *more])


def _set_settings(container: Any, lang: str) -> None:
    """Say that this is a document of today's Word, and nothing else."""
    from docx.oxml.parser import parse_xml

    settings = container.settings.element
    for element in list(settings):
        settings.remove(element)
    settings.extend(parse_xml(_SETTINGS.format(lang=escape_xml(lang))))


def _set_page(container: Any, theme: Theme) -> None:
    from docx.shared import Twips

    page = container.sections[0]
    page.left_margin = page.right_margin = Twips((12240 - TEXT_WIDTH) // 2)
    page.top_margin = page.bottom_margin = Twips(1000)
    _set_footer(page.footer)
    if theme.logo and theme.logo_media_type != "image/svg+xml":
        page.different_first_page_header_footer = True
        _set_footer(page.first_page_footer)
        _add_logo(page.first_page_header, theme)


def _set_footer(footer: Any) -> None:
    """Write the employer, and *1 / 3*, which reads alike in every language."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    line = footer.paragraphs[0]
    line.style = "Footer"
    line.add_run(EMPLOYER)
    line.add_run("\t")
    for name, between in ((" PAGE ", " / "), (" NUMPAGES ", "")):
        counter = OxmlElement("w:fldSimple")
        counter.set(qn("w:instr"), name)
        line._p.append(counter)
        shown = line.add_run("1")
        counter.append(shown._r)
        if between:
            line.add_run(between)


def _add_logo(header: Any, theme: Theme) -> None:
    from docx.shared import Pt

    line = header.paragraphs[0]
    line.paragraph_format.space_after = Pt(12)
    picture = _picture(line.add_run(), theme)
    scale = min(Pt(_LOGO_HEIGHT) / picture.height, Pt(_LOGO_WIDTH) / picture.width)
    picture.height, picture.width = int(picture.height * scale), int(picture.width * scale)
    for side in ("distL", "distR"):
        picture._inline.set(side, "0")
    picture._inline.docPr.set("descr", theme.logo_alt)


def _picture(run: Any, theme: Theme) -> Any:
    try:
        picture = run.add_picture(io.BytesIO(theme.logo or b""))
    except Exception as error:
        # A damaged image fails wherever python-docx happens to stumble over it.
        reason = str(error) or type(error).__name__
        raise RenderError(f"the logo cannot be read as an image: {reason}") from error
    if not (picture.height and picture.width):
        raise RenderError("the logo cannot be read as an image: it has no size")
    return picture
