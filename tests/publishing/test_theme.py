"""Themes: what an employer may change about the look, and what is refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import casemgr_jd as jd
from casemgr_jd.renderers.theme import LEAST_CONTRAST, Theme, contrast, load_theme

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'


def problems(**values: object) -> list[str]:
    """Return the paths of what a theme refuses."""
    with pytest.raises(jd.InputError) as caught:
        Theme(**values)  # type: ignore[arg-type]
    return [problem.path for problem in caught.value.problems]


def test_the_default_theme_is_readable() -> None:
    assert contrast(Theme().accent, "#ffffff") >= LEAST_CONTRAST


@given(st.integers(0, 0xFFFFFF).map("#{:06X}".format))
def test_an_accent_is_taken_exactly_if_it_can_be_read_on_white(color: str) -> None:
    if contrast(color, "#ffffff") >= LEAST_CONTRAST:
        assert Theme(accent=color).accent == color.lower()
    else:
        assert problems(accent=color) == ["accent"]


@given(st.integers(0, 0xFFFFFF), st.integers(0, 0xFFFFFF))
def test_contrast_does_not_depend_on_the_order(one: int, other: int) -> None:
    found = contrast(f"#{one:06x}", f"#{other:06x}")
    assert found == contrast(f"#{other:06x}", f"#{one:06x}")
    assert 1 <= found <= 21


@pytest.mark.parametrize("color", ["", "blue", "#12345", "0b5cad", "#0b5cad;x", "#gggggg", None, 7])
def test_what_is_no_color_is_refused(color: object) -> None:
    assert problems(accent=color) == ["accent"]


@pytest.mark.parametrize("font", ["a;b", 'x"y', "x{", "\\41", "a,b", "<b>", "x" * 61, " -", 5])
def test_a_font_that_could_be_more_than_a_name_is_refused(font: object) -> None:
    assert problems(font=font) == ["font"]


@pytest.mark.parametrize("font", ["Source Sans 3", "Noto Sans", "IBM Plex-Sans", "Zo'e", "Ubuntu"])
def test_names_of_fonts(font: str) -> None:
    assert Theme(font=font).font == font


@pytest.mark.parametrize(
    ("font", "kind"),
    [
        ("Georgia", "serif"),
        ("Times New Roman", "serif"),
        ("Source Sans 3", "sans-serif"),
        ("PT Serif", "serif"),
        ("Open Sans", "sans-serif"),
        ("DejaVu Sans Mono", "monospace"),
        ("Lakeside", "sans-serif"),
        ("", ""),
    ],
)
def test_the_kind_of_a_font_is_told_from_its_name(font: str, kind: str) -> None:
    assert Theme(font=font).generic_family == kind


def test_the_kind_of_a_font_may_be_given() -> None:
    assert Theme(font="Lakeside", generic="serif").generic_family == "serif"
    assert problems(generic="fancy") == ["generic"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0x", "image/jpeg"),
        (SVG, "image/svg+xml"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a\nb -->' + SVG, "image/svg+xml"),
    ],
)
def test_logos(data: bytes, kind: str) -> None:
    assert Theme(logo=data, logo_alt="Lakeside Health").logo_media_type == kind


def test_a_logo_is_an_image_that_can_be_read_and_has_words() -> None:
    assert problems(logo=b"GIF89a", logo_alt="x") == ["logo"]
    assert problems(logo="no/such/file.png", logo_alt="x") == ["logo"]
    assert problems(logo="\0", logo_alt="x") == ["logo"]
    assert problems(logo=b"<svg><path d='M0 0H9V9Z'/></svg>", logo_alt="x") == ["logo"]
    assert problems(logo=b"<!-- -->" * 40 + b"<p>", logo_alt="x") == ["logo"]
    assert problems(logo=PNG) == ["logo_alt"]
    assert problems(logo=PNG, logo_alt=" ", accent="#ffffff") == ["accent", "logo_alt"]
    assert Theme().logo_media_type == ""


def test_a_theme_is_a_value() -> None:
    assert Theme(accent="#123456") == Theme(accent="#123456")
    assert len({Theme(), Theme(), Theme(font="Inter")}) == 2


def test_a_file_is_read_with_paths_beside_it(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_bytes(SVG)
    (tmp_path / "fonts").mkdir()
    file = tmp_path / "theme.toml"
    file.write_text('accent = "#7a1f3d"\nlogo = "logo.svg"\nlogo_alt = "Lakeside"\nfonts = "fonts"')
    expected = Theme(accent="#7a1f3d", logo=SVG, logo_alt="Lakeside", fonts=tmp_path / "fonts")
    assert load_theme(file) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('acent = "#123456"', "acent: is not a key of a theme (did you mean 'accent'?)"),
        ('accent = "#ffffff"', "accent: #ffffff on white has a contrast of 1"),
        ("accent = 5", "accent: must be a str"),
        ("logo = 5", "logo: must be a bytes"),
        ('fonts = "nowhere"', "is not a folder"),
        ("accent", "is not valid TOML"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_name(
    tmp_path: Path, text: str, said: str
) -> None:
    file = tmp_path / "theme.toml"
    file.write_text(text)
    with pytest.raises(jd.InputError) as caught:
        load_theme(file)
    assert str(caught.value).startswith(str(file))
    assert said in str(caught.value)


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(jd.InputError, match="cannot be read"):
        load_theme(tmp_path / "none.toml")


@pytest.mark.parametrize(
    "inside",
    (
        b'<image href="https://lake.example/a.png" width="9"/>',
        b"<image width='9' xlink:href='logo.png'/>",
        b'<filter><feImage href="//lake.example/a.png"/></filter>',
    ),
)
def test_a_drawing_that_shows_a_picture_of_another_file_is_refused_with_what_to_do(
    inside: bytes,
) -> None:
    with pytest.raises(
        jd.InputError, match=r"not in it, and which no reader would see.*embed the picture"
    ):
        Theme(logo=SVG.replace(b"></svg>", b">" + inside + b"</svg>"), logo_alt="Lakeside")


@pytest.mark.parametrize(
    "inside",
    (
        b'<image href="data:image/png;base64,iVBORw0KGgo="/>',
        b'<use href="#mark"/>',
        b'<a href="https://lake.example"><path d="M0 0H9"/></a>',
    ),
)
def test_a_drawing_that_holds_all_it_shows_is_taken(inside: bytes) -> None:
    assert Theme(logo=SVG.replace(b"></svg>", b">" + inside + b"</svg>"), logo_alt="Lakeside").logo
