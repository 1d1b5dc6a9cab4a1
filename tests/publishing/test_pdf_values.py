"""PDF: whatever a value holds, the structure stays, and the words are there."""

from collections import Counter
from collections.abc import Iterator

import pytest
import samples
from adversarial import EVERY
from hypothesis import given, settings
from pdf_reading import counted, opened, squeezed, words
from strategies import SPOKEN

import casemgr_jd as jd
from casemgr_jd._clean import clean_line
from casemgr_jd.renderers.pdf import PdfRenderer
from casemgr_jd.renderers.typesetting import Typesetter

PDF = PdfRenderer()
LINES = ("organization", "title", "region", "manager", "accommodation_contact", "requisition_id")
LISTS = (
    *("education", "experience_area", "license", "criteria_tool", "shift", "rotation", "on_call"),
    *("physical_demands", "emr", "cm_platform", "payer_portal", "differentials", "benefits"),
    *("other_compensation", "interview_mode", "accreditor", "population"),
)
SLOTS = LINES + LISTS
TYPST = (
    '#read("/etc/passwd")',
    "#panic()",
    "#{ }",
    "*x*",
    "_x_",
    "$x^2$",
    "@x",
    "<x>",
    "= x",
    "/ x: y",
    "+ x",
    "`x`",
    "\\",
    "\\u{202e}",
    "#set page(width: 1pt)",
    '"])',
    "// x",
    "/* x",
    "~",
    "---",
    "#",
    "[",
    "]",
    '{"blank": 1}',
    "null",
    '"',
    "\\n",
)
"""What typst would read as code or markup, and JSON as more than a text."""


def values() -> Iterator[dict[str, str]]:
    """Yield an adversarial value for each slot, until each was used, none in the same slot twice."""
    every = [one for one in (*EVERY, *TYPST) if clean_line(one)]
    for start in range(0, len(every), len(SLOTS)):
        part = every[start : start + len(SLOTS)]
        yield dict(zip(SLOTS, (part + every)[: len(SLOTS)], strict=True))


def posting(given: dict[str, str]) -> jd.Posting:
    """Return a complete posting with *given* values; the same items stand, whatever they are."""
    return samples.posting(
        **{name: (value,) if name in LISTS else value for name, value in given.items()}
    )


@pytest.fixture(scope="module")
def harmless() -> Counter[str]:
    """How many elements of each kind the posting has with harmless values."""
    return counted(PDF.render(posting(dict.fromkeys(SLOTS, "Harmless"))))


@pytest.mark.parametrize(
    "given", list(values()), ids=lambda given: repr(given["organization"])[:20]
)
def test_no_value_changes_the_structure(given: dict[str, str], harmless: Counter[str]) -> None:
    assert counted(PDF.render(posting(given))) == harmless


@pytest.mark.parametrize("value", TYPST)
def test_code_is_words(value: str) -> None:
    made = samples.posting(organization=value, manager=value)
    data = PDF.render(made)
    read = words(data)
    assert squeezed(value) in read
    # A fact begins with a capital.
    assert f"Reportsto{squeezed(value)}".lower() in read.lower()
    about = opened(data).metadata
    assert about is not None
    assert about.author is not None
    assert squeezed(about.author) == squeezed(value)


@given(SPOKEN)
@settings(max_examples=12)
def test_any_words_leave_the_structure_and_are_shown_or_told(
    harmless: Counter[str], value: str
) -> None:
    made = posting(dict.fromkeys(SLOTS, f"a {value}"))
    data = PDF.render(made)
    read = words(data)
    assert counted(data) == harmless
    told = " ".join(str(loss) for loss in PDF.losses(made))
    for letter in value:
        number = f"U+{ord(letter):04X}"
        assert (f"‹{number}›" in read) == (f"({number})" in told)


def test_a_character_that_no_font_has_stands_as_its_number() -> None:
    made = samples.posting(organization="Lakeside 🏥 Health", manager="漢 字")
    read = words(PDF.render(made))
    assert "Lakeside‹U+1F3E5›Health" in read
    assert "Reportsto‹U+6F22›‹U+5B57›" in read
    losses = {loss.field: loss.reason for loss in PDF.losses(made)}
    assert losses["organization"] == "the fonts do not have 🏥 (U+1F3E5)"
    assert losses["manager"] == "the fonts do not have 字 (U+5B57), 漢 (U+6F22)"
    assert "region" not in losses


def test_a_sign_with_a_letter_that_nobody_sees_is_one_sign() -> None:
    made = samples.posting(organization="Lakeside 🏖️ Health", manager="1️⃣ ❤️")
    assert "Lakeside‹U+1F3D6›Health" in words(PDF.render(made))
    losses = {loss.field: loss.reason for loss in PDF.losses(made)}
    assert losses["organization"] == "the fonts do not have 🏖 (U+1F3D6)"
    assert "FE0F" not in losses.get("manager", "")


def test_a_page_that_was_just_set_is_not_set_again_to_tell_what_it_does_not_show(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = samples.posting(organization="Lakeside 🏖️ Health of the one page")
    page = PDF.render(made)

    def attempt(*_: object) -> None:
        raise AssertionError("the page is set again")

    monkeypatch.setattr(Typesetter, "_attempt", attempt)
    assert [loss.field for loss in PDF.unshown(made)] == ["organization"]
    assert PDF.render(made) == page


@pytest.mark.parametrize(
    "name", ["Nguyễn", "Łódź", "Ångström", "Жанна", "Αθήνα", "½ ≤ €", "שלום", "مرحبا"]
)
def test_letters_of_many_languages_are_in_the_fonts(name: str) -> None:
    made = samples.posting(organization=name)
    assert "U+" not in words(PDF.render(made))
    assert not [loss for loss in PDF.losses(made) if loss.field == "organization"]
