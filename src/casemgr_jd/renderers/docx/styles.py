"""How a document looks: Word's own styles, and some that it has not, in the accent and font of a theme."""

from typing import Any

from casemgr_jd.renderers.docx.markup import escape_xml
from casemgr_jd.renderers.theme import Theme

__all__ = ["FONT", "TEXT_WIDTH", "set_styles"]

FONT = "Calibri"
"""Of a document without a theme of its own."""
_INK, _QUIET, _TINT, _LINE = "1C2430", "525D6C", "F3F6F9", "D5DCE5"
"""The same grays as on a page."""
TEXT_WIDTH = 9936
"""Between the margins of a letter page, in twentieths of a point."""

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

_PARAGRAPHS = {
    "Normal": ("", ""),
    "Title": (
        '<w:keepNext/><w:spacing w:before="0" w:after="160" w:line="240" w:lineRule="auto"/>'
        "<w:contextualSpacing/>",
        '<w:b/><w:bCs/><w:color w:val="{ink}"/><w:sz w:val="48"/><w:szCs w:val="48"/>',
    ),
    "Subtitle": (
        '<w:keepNext/><w:spacing w:before="0" w:after="40" w:line="240" w:lineRule="auto"/>',
        '<w:b/><w:bCs/><w:color w:val="{accent}"/><w:sz w:val="24"/><w:szCs w:val="24"/>',
    ),
    "ListBullet": (
        '<w:numPr><w:numId w:val="{bullets}"/></w:numPr><w:spacing w:after="20"/>'
        '<w:ind w:left="360" w:hanging="360"/>',
        "",
    ),
    "Caption": (
        '<w:keepNext/><w:spacing w:before="160" w:after="80" w:line="240" w:lineRule="auto"/>',
        '<w:b/><w:bCs/><w:sz w:val="22"/><w:szCs w:val="22"/>',
    ),
    "Footer": (
        f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
        '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
        f'<w:color w:val="{_QUIET}"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
    ),
}
"""By id of a style of Word: the properties of its paragraphs and of its runs, in schema order."""

_HEADING_SIZES = (26, 23, 21, 21, 21, 21, 21, 21, 21)
"""In half points, from ``Heading 1`` on."""

_OWN = (
    '<w:style {ns} w:type="paragraph" w:customStyle="1" w:styleId="TableText">'
    '<w:name w:val="Table Text"/><w:basedOn w:val="Normal"/><w:qFormat/>'
    '<w:pPr><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/></w:pPr></w:style>',
    '<w:style {ns} w:type="paragraph" w:customStyle="1" w:styleId="TableHeading">'
    '<w:name w:val="Table Heading"/><w:basedOn w:val="TableText"/><w:qFormat/>'
    "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>",
    '<w:style {ns} w:type="paragraph" w:customStyle="1" w:styleId="FactLabel">'
    '<w:name w:val="Fact Label"/><w:basedOn w:val="TableText"/><w:qFormat/>'
    '<w:rPr><w:color w:val="{quiet}"/></w:rPr></w:style>',
    '<w:style {ns} w:type="paragraph" w:customStyle="1" w:styleId="FactText">'
    '<w:name w:val="Fact Text"/><w:basedOn w:val="TableText"/><w:qFormat/>'
    "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>",
    '<w:style {ns} w:type="paragraph" w:customStyle="1" w:styleId="FactLine">'
    '<w:name w:val="Fact Line"/><w:basedOn w:val="TableText"/><w:qFormat/>'
    '<w:pPr><w:pBdr><w:left w:val="single" w:sz="20" w:space="5" w:color="{accent}"/></w:pBdr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="{tint}"/><w:tabs><w:tab w:val="left" w:pos="2620"/></w:tabs>'
    '<w:spacing w:before="60" w:after="80" w:line="252" w:lineRule="auto"/>'
    '<w:ind w:left="2620" w:hanging="2500"/><w:contextualSpacing/></w:pPr></w:style>',
    '<w:style {ns} w:type="character" w:customStyle="1" w:styleId="FactName"><w:name w:val="Fact Name"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
    '<w:rPr><w:color w:val="{quiet}"/></w:rPr></w:style>',
    '<w:style {ns} w:type="paragraph" w:customStyle="1" w:styleId="Letterhead">'
    '<w:name w:val="Letterhead"/><w:basedOn w:val="Normal"/><w:qFormat/>'
    '<w:pPr><w:keepNext/><w:spacing w:after="160"/></w:pPr>'
    '<w:rPr><w:color w:val="{quiet}"/></w:rPr></w:style>',
    '<w:style {ns} w:type="paragraph" w:customStyle="1" w:styleId="Tip">'
    '<w:name w:val="Tip"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>'
    '<w:pPr><w:keepNext/><w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{accent}"/></w:pBdr>'
    '<w:spacing w:after="120"/><w:ind w:left="200"/></w:pPr>'
    '<w:rPr><w:color w:val="{quiet}"/></w:rPr></w:style>',
    '<w:style {ns} w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
    '<w:rPr><w:color w:val="{accent}"/><w:u w:val="single"/></w:rPr></w:style>',
    '<w:style {ns} w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/>'
    '<w:rPr><w:color w:val="{accent}"/><w:u w:val="dotted" w:color="{accent}"/></w:rPr></w:style>',
    '<w:style {ns} w:type="table" w:customStyle="1" w:styleId="Facts"><w:name w:val="Facts"/>'
    '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:tblPr><w:tblBorders>'
    '<w:left w:val="single" w:sz="20" w:space="0" w:color="{accent}"/></w:tblBorders></w:tblPr>'
    '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{tint}"/></w:tcPr></w:style>',
    '<w:style {ns} w:type="table" w:customStyle="1" w:styleId="Rows"><w:name w:val="Rows"/>'
    '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:tblPr><w:tblBorders>'
    '<w:top w:val="single" w:sz="12" w:space="0" w:color="{accent}"/>'
    '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{line}"/>'
    '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{line}"/></w:tblBorders></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{tint}"/>'
    "</w:tcPr></w:tblStylePr></w:style>",
)
"""Styles that the container has not; those that bear a name of Word's own take its place there."""


def set_styles(container: Any, theme: Theme, lang: str) -> None:
    """Give the styles of a python-docx document the look of *theme*, and its language."""
    styles = container.styles.element
    # A hundred table styles, nine tenths of the file; Word has them at hand anyway.
    _remove(styles, "w:style[@w:type='table'][not(@w:styleId='TableNormal')]")
    _set_defaults(styles, theme.font or FONT, lang)
    words = {
        "accent": theme.accent.lstrip("#").upper(),
        "bullets": styles.xpath("w:style[@w:styleId='ListBullet']//w:numId/@w:val")[0],
        "ink": _INK,
        "quiet": _QUIET,
        "tint": _TINT,
        "line": _LINE,
        "ns": _W,
    }
    looks = _PARAGRAPHS | {
        f"Heading{level}": _heading(level, size) for level, size in enumerate(_HEADING_SIZES, 1)
    }
    for name, look in looks.items():
        _restyle(styles, name, *(part.format(**words) for part in look))
    for style in _OWN:
        styles.append(_parsed(style.format(**words)))
    _color_bullets(container, words["bullets"], words["accent"])


def _color_bullets(container: Any, number: str, accent: str) -> None:
    """Give the mark before an item the accent, as on a page."""
    from docx.oxml.ns import qn

    numbering = container.part.numbering_part.element
    numbered = next(one for one in numbering.num_lst if one.get(qn("w:numId")) == number)
    name = str(numbered.abstractNumId.val)
    for lists in numbering.iterchildren(qn("w:abstractNum")):
        if lists.get(qn("w:abstractNumId")) == name:
            for runs in lists.iter(qn("w:rPr")):
                runs.append(_parsed(f'<w:color {_W} w:val="{accent}"/>'))


def _heading(level: int, size: int) -> tuple[str, str]:
    before = 150 if level == 1 else 120
    return (
        f'<w:keepNext/><w:keepLines/><w:spacing w:before="{before}" w:after="40" w:line="240" '
        f'w:lineRule="auto"/><w:outlineLvl w:val="{level - 1}"/>',
        '<w:b/><w:bCs/><w:color w:val="{accent}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
    )


def _set_defaults(styles: Any, font: str, lang: str) -> None:
    _remove(styles, "w:docDefaults")
    name = escape_xml(font)
    styles.insert(
        0,
        _parsed(
            f"<w:docDefaults {_W}><w:rPrDefault><w:rPr>"
            f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsiaTheme="minorEastAsia" '
            'w:cstheme="minorBidi"/><w:sz w:val="20"/><w:szCs w:val="20"/>'
            f'<w:lang w:val="{escape_xml(lang)}" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
            '<w:pPrDefault><w:pPr><w:spacing w:after="60" w:line="240" w:lineRule="auto"/></w:pPr>'
            "</w:pPrDefault></w:docDefaults>"
        ),
    )


def _restyle(styles: Any, name: str, paragraphs: str, runs: str) -> None:
    """Replace the properties of a style, and of the runs of the character style linked to it."""
    from docx.oxml.ns import qn

    for one in styles.xpath(f"w:style[@w:styleId='{name}' or @w:styleId='{name}Char']"):
        _remove(one, "w:pPr | w:rPr")
        if paragraphs and one.get(qn("w:type")) == "paragraph":
            one.append(_parsed(f"<w:pPr {_W}>{paragraphs}</w:pPr>"))
        if runs:
            one.append(_parsed(f"<w:rPr {_W}>{runs}</w:rPr>"))


def _remove(parent: Any, path: str) -> None:
    for element in parent.xpath(path):
        element.getparent().remove(element)


def _parsed(xml: str) -> Any:
    from docx.oxml.parser import parse_xml

    return parse_xml(xml)
