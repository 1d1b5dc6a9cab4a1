"""Quotation marks: a typographer's where people look, a keyboard's in text and data, and both read alike."""

from io import BytesIO

import pytest
from docx_reading import W, part
from hypothesis import given
from hypothesis import strategies as st

import casemgr_jd as jd
from casemgr_jd.reading.fold import fold
from casemgr_jd.renderers._quotes import curled

SAID = jd.Document(
    'A patient\'s "own" words',
    [
        jd.Section(
            "said",
            "What you'll do",
            [
                jd.Paragraph('Say "yes" to https://lake.example/o\'neil?a="b" and \'no\' to it.'),
                jd.BulletList([jd.Bullet("The team's plan.", label="Lead's part")]),
                jd.FactList([jd.Fact("Year's end", "In the '90s")]),
                jd.Table(["It's"], [["That's it"]], caption="Who's who"),
            ],
        )
    ],
)
CURLED = (
    "A patient’s “own” words", "What you’ll do", "“yes”", "‘no’", "team’s", "Lead’s", "Year’s", "’90s",
    "It’s", "That’s", "Who’s",
)  # fmt: skip


def _of_word(data: bytes) -> str:
    return " ".join(words.text or "" for words in part(data).iter(f"{W}t"))


def test_a_page_a_word_file_and_a_pdf_have_the_marks_of_a_typographer() -> None:
    page = jd.render(SAID, "html")
    word = _of_word(jd.render(SAID, "docx"))
    pypdf = pytest.importorskip("pypdf")
    pdf = " ".join(
        one.extract_text() for one in pypdf.PdfReader(BytesIO(jd.render(SAID, "pdf"))).pages
    )
    for shown in (page, word, pdf):
        assert [words for words in CURLED if words not in shown] == []
    assert 'o\'neil?a="b"' in word


def test_text_and_data_keep_the_marks_of_a_keyboard() -> None:
    for name in ("text", "markdown", "json", "html_fragment"):
        shown = jd.render(SAID, name)
        assert not set("“”‘’") & set(shown), name
    assert jd.loads(jd.render(SAID, "json")) == SAID


def test_a_slot_between_marks_is_quoted() -> None:
    words = 'We call it "{organization}", {organization}\'s own.'
    own = jd.Section("own", "Our name", [jd.Paragraph(words)])
    posting = jd.draft().fill(organization="O'Hara").add_section(own).build()
    assert "“O’Hara”, O’Hara’s own." in jd.render(posting, "html")
    assert "We call it \"O'Hara\", O'Hara's own." in jd.render(posting, "text")


@given(st.text(alphabet="ab 1.,('\"“’-\n"))
def test_no_character_moves_and_a_reader_folds_the_marks_back(words: str) -> None:
    made = curled(words)
    assert len(made) == len(words)
    assert fold(made) == fold(words)
    assert curled(made) == made or "'" in made or '"' in made


def test_a_page_is_read_like_the_text_that_it_was_made_of() -> None:
    posting = jd.build(jd.Requisition(setting=["hospital"], role="rn", tier="senior"))
    text, page = (jd.check_document(jd.render(posting, name)) for name in ("markdown", "html"))
    marks = {"'", '"', "’", "“", "”", "‘"}
    assert [one.code for one in page if set(one.match) & marks] == [
        one.code for one in text if set(one.match) & marks
    ]
