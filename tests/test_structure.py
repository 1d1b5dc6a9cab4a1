"""No text can change the structure: whatever a field or an overlay says, output parses to the same tree."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from adversarial import EVERY, NASTIEST
from attrs import evolve, fields
from each import each
from hypothesis import given
from hypothesis import strategies as st
from reading_back import SHAPES, Shape, html_words, markdown_words
from samples import complete, posting, refilled
from strategies import FLAGS, LISTS

import casemgr_jd as jd
from casemgr_jd._clean import clean_line
from casemgr_jd.model._urls import is_address
from casemgr_jd.renderers.links import pieces_of

GUIDE = jd.load_catalog()
LINES = (
    *("title", "organization", "requisition_id", "region", "manager", "accommodation_contact"),
    *("schedule", "term", "team", "days_on_site", "hours_per_week", "start_date"),
    *("direct_reports", "vehicle", "questions_contact"),
    *("license_alternative", "hiring_preference"),
)
CONTACTS = ("accommodation_contact", "questions_contact")
OWN = (*(plan.name for plan in GUIDE.fields if plan.stands), "measures", "add")
"""The fields whose words stand as sentences of their own."""


def _of_field(name: str, words: str) -> Any:
    """Return *words* as field *name* takes them."""
    if name == "locations":
        return (jd.Location(words, "CO", words, street=words, county=words),)
    if name == "caseload":
        return jd.CaseloadRange(10, 14, words, words)
    if name == "extra":
        return {"union": words}
    if name == "add":
        two = [{"section": one, "text": words, "label": words} for one in ("environment", "eeo")]
        return two if clean_line(words) else ()
    if name == "measures":
        return (words, words + "2") if clean_line(words) else ()
    return (words, words + "2") if name in LISTS and clean_line(words) else words


FREE = (*LINES, *LISTS, "locations", "caseload", "extra", "measures", "add")
CATALOG = GUIDE.overlay_tables(
    {
        "own.toml": {
            "slots": [{"id": "union", "label": "Union", "field": "extra"}],
            "items": [
                {"id": "own.first", "section": "reporting", "text": "{union} {union}. {union}"},
                {"id": "own.setting", "section": "reporting", "text": "{setting}. {region}"},
                {"id": "own.summary", "section": "summary", "text": "{union}. Then {union}"},
            ],
        }
    }
)


def _overlaid() -> jd.Posting:
    place = jd.Location("Denver", "CO", "80204", street="1 Main Street", county="Denver County")
    facts = complete(
        extra={"union": "Local 12"},
        locations=[place],
        **dict.fromkeys(CONTACTS, "the front desk"),
    )
    return jd.build(facts, catalog=CATALOG)


BASE = _overlaid()


@cache
def _telling(words: str, own: frozenset[str]) -> jd.Posting:
    """Return the base with *words* in the employer's own sentences; those stand in no slot."""
    given = {name: _of_field(name, words) for name in own}
    return jd.build(evolve(BASE.requisition, **given), catalog=CATALOG)


def _with(words: str, names: tuple[str, ...]) -> jd.Posting:
    """Return the base with *words* in fields *names*."""
    own = frozenset(names).intersection(OWN)
    made = _telling(words, own) if own else BASE
    return refilled(made, **{name: _of_field(name, words) for name in names if name not in own})


def _harmless_words(words: str) -> str:
    """Return harmless words of the kind of *words*: a head of lines, a line with a label, or neither."""
    line = clean_line(words) or ""
    if re.fullmatch(r"[^\W_][^.:;!?]{0,59}:", line):
        return "Word:"
    label = re.match(r"[^\W\d_][^.:;!?]{0,39}(?=: +\S)", line)
    return (
        "Word: words" if label and label[0][0].isupper() and len(label[0].split()) < 5 else "words"
    )


@cache
def _harmless(
    format: str,
    blank: frozenset[str],
    own: frozenset[str],
    contacts: frozenset[tuple[str, str]] = frozenset(),
    plain: str = "words",
) -> Shape:
    made = refilled(
        _telling("" if own <= blank else plain, own) if own else BASE,
        **{name: _of_field(name, "") for name in blank - own},
        **dict(contacts),
    )
    return SHAPES[format](jd.render(made, format))


def _shape_with(format: str, words: str, *names: str) -> tuple[Shape, Shape]:
    """Return the shape with *words* in fields *names*, and with harmless text there."""
    made = _with(words, names)
    own = frozenset(names).intersection(OWN)
    blank = frozenset(() if clean_line(words) else names)
    if format == "json":
        return _json_shapes(made)
    contacts = frozenset(
        (name, _harmless_contact(getattr(made.requisition, name) or "")) for name in CONTACTS
    )
    return SHAPES[format](jd.render(made, format)), _harmless(
        format, blank, own, contacts, _harmless_words(words)
    )


def _harmless_contact(contact: str) -> str:
    """Return a contact with the same addresses among other words: each is a link, and words are none."""
    return " ".join("hr@x.example" if target else "words" for _, target in pieces_of(contact))


def _json_shapes(made: jd.Posting) -> tuple[Shape, Shape]:
    # A field left out is a key left out, and a list is as long as it is: only those differ.
    requisition = made.requisition
    plain: dict[str, Any] = {
        name: tuple(f"word {index}" for index, _ in enumerate(getattr(requisition, name)))
        if name in LISTS
        else getattr(requisition, name) and "word"
        for name in (*LINES, *(name for name in LISTS if name not in OWN))
    }
    harmless = evolve(made, requisition=evolve(requisition, **plain))
    return tuple(SHAPES["json"](jd.render(one, "json")) for one in (made, harmless))  # type: ignore[return-value]


def test_every_free_field_stands_in_a_slot_or_is_tried() -> None:
    closed = {
        "setting",
        "tier",
        "role",
        "edition",
        "work_model",
        "employment_type",
        *FLAGS,
        "remote_states",
        "remote_countries",
        "first_review",
        "travel_percent",
        "experience_years",
        "openings",
        "pay",
        "flsa_status",
        "apply_url",
        "website",
        "posted_on",
        "closing_date",
        "employees",
        "employees_in",
        "suppress",
        "omit",
    }
    assert {one.name for one in fields(jd.Requisition)} == closed | set(FREE)
    assert len(EVERY) > 150


@pytest.mark.parametrize("format", SHAPES)
@each("words", EVERY)
def test_a_value_in_every_slot_leaves_the_structure(words: str, format: str) -> None:
    filled = [name for name in FREE if clean_line(words) or name not in BASE.structure.filled]
    assert set(filled) == set(FREE) or not clean_line(words)
    assert filled
    found, harmless = _shape_with(format, words, *filled)
    assert found == harmless


@pytest.mark.parametrize("format", ("markdown", "text", "html_fragment"))
@each("field", FREE)
def test_a_value_in_one_slot_leaves_the_structure(field: str, format: str) -> None:
    for words in NASTIEST:
        found, harmless = _shape_with(format, words, field)
        assert found == harmless, words


@given(st.text(min_size=1), st.sampled_from(FREE), st.sampled_from(sorted(SHAPES)))
def test_any_value_leaves_the_structure(words: str, field: str, format: str) -> None:
    found, harmless = _shape_with(format, words, field)
    assert found == harmless


@pytest.mark.parametrize("format", ("markdown", "html", "text"))
@pytest.mark.parametrize(
    "address",
    (
        "https://x.example/a_b*c~d&amp;e(1)!$",
        "mailto:a_b@x.example",
        "http://x.example/#-",
        "https://x.example/-_*",
    ),
)
def test_an_address_leaves_the_structure(address: str, format: str) -> None:
    found = SHAPES[format](jd.render(refilled(BASE, apply_url=address), format))
    plain = refilled(
        BASE, apply_url="mailto:hr@x.example" if "mailto" in address else "https://x.example/"
    )
    assert found == SHAPES[format](jd.render(plain, format))


# --- overlays and documents -------------------------------------------------------------------------


def _tree(words: Any, plain: str) -> jd.Document:
    inner = jd.Section(
        "inner", plain, [jd.Paragraph(words), jd.BulletList([jd.Bullet(words, label=plain)])]
    )
    return jd.Document(
        words,
        [
            jd.Paragraph(words),
            jd.FactList([jd.Fact(plain, words), jd.Fact(plain, words)]),
            jd.Section(
                "outer",
                plain,
                [
                    jd.Paragraph(words),
                    jd.BulletList(
                        [jd.Bullet(words), jd.Bullet(words, label=plain), jd.Bullet(words)]
                    ),
                    jd.Table([words, words], [[words, words], [words, "x"]], plain),
                    inner,
                ],
                plain,
            ),
        ],
    )


WRITER = jd.RenderContext(audience="writer")


@pytest.mark.parametrize("format", ("markdown", "text", "html"))
@each("words", [one for one in EVERY if clean_line(one)], ids=ascii)
def test_words_of_a_document_leave_the_structure(words: str, format: str) -> None:
    # A page of a document links the web addresses that it names.
    plain = "https://words.example" if is_address(clean_line(words)) else "words"
    for several in (False, True):
        hostile, harmless = (
            _tree(jd.Text((one, one, " and ", one)) if several else one, one)
            for one in (words, plain)
        )
        told, expected = (
            SHAPES[format](jd.render(one, format, WRITER)) for one in (hostile, harmless)
        )
        assert told == expected


@pytest.mark.parametrize("format", ("markdown", "text", "html"))
@pytest.mark.parametrize(
    "parts", (("1", ". x"), (" ", "    x"), ("#", " x"), ("\n", "- x"), ("&", "amp;"), ("-", " x"))
)
def test_words_in_pieces_leave_the_structure(parts: tuple[str, ...], format: str) -> None:
    harmless = SHAPES[format](jd.render(_tree("words", "words"), format))
    assert SHAPES[format](jd.render(_tree(jd.Text(parts), "words"), format)) == harmless


@cache
def _with_overlay(words: str) -> jd.Posting:
    tables = {
        "own.toml": {
            "slots": [{"id": "union", "label": words, "field": "extra"}],
            "items": [
                {"id": "own.one", "section": "summary", "text": words + " "},
                {
                    "id": "own.two",
                    "section": "skills",
                    "text": words + " {union} " + words,
                    "label": words,
                },
                {
                    "id": "own.three",
                    "section": "summary",
                    "text": "{union}" + words,
                    "label": words,
                },
            ],
            "sections": [
                {"id": "skills", "title": words, "tip": words},
                {"id": "tools", "title": words},
            ],
            "settings": [{"id": "hospital", "name": words, "noun": words, "population": words}],
            "tiers": [{"id": "senior", "name": words, "title_prefix": words}],
        }
    }
    catalog = jd.load_catalog().overlay_tables(tables)
    facts = jd.Requisition(
        setting="hospital",
        tier="senior",
        edition="full",
        emr=["Epic"],
        extra={"union": "Local 12"},
        # A title that names other work has another opening of ours.
        purpose=["We help people home."],
    )
    return jd.build(facts, catalog=catalog)


def _of_overlay(words: str) -> bool:
    """Tell whether *words* can stand in an overlay; every catalog takes its time to make."""
    return bool(clean_line(words)) and "{" not in words and len(words) < 900


@pytest.mark.parametrize(
    "words",
    [one for one in dict.fromkeys((*NASTIEST, *EVERY[::3])) if _of_overlay(one)],
    ids=ascii,
)
def test_words_of_an_overlay_leave_the_structure(words: str) -> None:
    for format in ("markdown", "text", "html"):
        harmless = SHAPES[format](jd.render(_with_overlay("words"), format, WRITER))
        assert SHAPES[format](jd.render(_with_overlay(words), format, WRITER)) == harmless, format


# --- and the words themselves arrive ----------------------------------------------------------------


def _shown(words: str) -> Iterator[tuple[str, str]]:
    document = jd.Document("Title", [jd.Paragraph(words)])
    yield "markdown", markdown_words(jd.render(document, "markdown"))
    yield "html_fragment", html_words(jd.render(document, "html_fragment"))


@each("words", [one for one in EVERY if clean_line(one)], ids=ascii)
def test_words_are_shown_as_they_are(words: str) -> None:
    wanted = " ".join(clean_line(words).split())
    for format, shown in _shown(words):
        assert wanted in " ".join(shown.split()), format


def test_a_posting_in_html_has_one_h1_and_skips_no_level() -> None:
    output = jd.render(posting(), "html")
    levels = [
        int(output[at + 2])
        for at in range(len(output))
        if output.startswith(("<h1", "<h2", "<h3"), at)
    ]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert len(levels) > 8
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert output.count("<script") == 1
    assert "<title>Nurse Case Manager" in output
    assert "Lakeside Health" in output.split("</title>")[0]
