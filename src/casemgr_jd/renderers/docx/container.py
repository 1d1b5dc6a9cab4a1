"""What stands around a document, made by python-docx once: styles, page, footer and the place of the logo."""

import io
from typing import Any

from casemgr_jd.renderers.docx.binding import GLOSSARY, ITEM, add_parts
from casemgr_jd.renderers.docx.logo import add_logo, shows_logo
from casemgr_jd.renderers.docx.markup import escape_xml
from casemgr_jd.renderers.docx.package import Package
from casemgr_jd.renderers.docx.styles import FONT, TEXT_WIDTH, set_styles
from casemgr_jd.renderers.theme import Theme

__all__ = ["BODY", "EMPLOYER", "PROPERTIES", "RELATIONS", "TEXT_WIDTH", "new_container", "packages"]

BODY = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
PROPERTIES = "docProps/core.xml"
EMPLOYER = "casemgr-jd:employer"
"""Stands in a footer where each document names the employer."""

_BALLAST = ("/stylesWithEffects", "/customXml", "/extended-properties", "/thumbnail")
"""Ends of the kinds of parts that tell of python-docx's own template, and of no document."""

_KINDS = {
    "sans-serif": ("swiss", "variable", "Arial"),
    "serif": ("roman", "variable", "Times New Roman"),
    "monospace": ("modern", "fixed", "Courier New"),
}
"""By kind of a font: how Word calls it, how wide its letters are, and one that stands in for it."""
_FONTS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="00"/>'
    '<w:family w:val="{family}"/><w:pitch w:val="{pitch}"/></w:font></w:fonts>'
)

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
    _set_fonts(container, theme)
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


def _set_fonts(container: Any, theme: Theme) -> None:
    """Say of which kind the font is, so that Word takes one of the same kind where it is not installed."""
    family, pitch, other = _KINDS[theme.generic_family or "sans-serif"]
    name = theme.font or FONT
    fonts = _FONTS.format(name=escape_xml(name), other=other, family=family, pitch=pitch)
    for relation in container.part.rels.values():
        if relation.reltype.endswith("/fontTable"):
            relation.target_part._blob = fonts.encode("utf-8")


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
    page.top_margin, page.bottom_margin = Twips(860), Twips(920)
    page.header_distance = page.footer_distance = Twips(480)
    _set_footer(page.footer)
    if shows_logo(theme):
        page.different_first_page_header_footer = True
        _set_footer(page.first_page_footer)
        add_logo(page.first_page_header, theme)


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
