"""Phrases looked for together are found where each of them is found alone."""

from hypothesis import given
from hypothesis import strategies as st

from casemgr_jd.reading.fold import fold
from casemgr_jd.reading.phrase_table import PhraseTable
from casemgr_jd.reading.phrases import compile_phrase
from casemgr_jd.reading.words import WordIndex

PHRASES = tuple(
    map(
        compile_phrase,
        (
            "plan* [the] care",
            "[no|not] a (plan|care of)",
            "care~ .. plan",
            "(the|a) # plan~",
            "# hour plan",
            "a",
            "24/7 care",
            "(no|a plan) ... [care] the",
            "plan~ !(care|of a)",
        ),
    )
)
WORDS = st.sampled_from(
    (
        "plan",
        "plans",
        "planned",
        "care",
        "cares",
        "the",
        "a",
        "no",
        "not",
        "of",
        "12",
        "24/7",
        "hour",
    )
)
JOINTS = st.sampled_from((" ", " ", " ", ", ", ". ", "-", "\n"))
TEXTS = st.lists(st.tuples(WORDS, JOINTS), max_size=30).map(
    lambda pairs: "".join(word + joint for word, joint in pairs)
)


@given(TEXTS)
def test_a_table_finds_what_each_of_its_phrases_finds(text: str) -> None:
    """Looking for all at once leaves nothing out and adds nothing."""
    folded = fold(text)
    words = WordIndex.of(folded)
    table = PhraseTable[str]()
    for phrase in PHRASES:
        table.add(phrase, phrase.text)
    together = {(name, match.span()) for name, match in table.matches(folded, words)}
    alone = {
        (phrase.text, match.span()) for phrase in PHRASES for match in phrase.find(folded, words)
    }
    assert together == alone


@given(TEXTS)
def test_a_part_of_a_text_is_searched_like_a_text(text: str) -> None:
    """What a phrase finds between two offsets lies between them."""
    folded = fold(text)
    words, half = WordIndex.of(folded), len(folded) // 2
    for phrase in PHRASES:
        found = list(phrase.find_within(folded, words, half, len(folded)))
        assert {match.start() for match in found} == {
            match.start() for match in phrase.find(folded, words) if match.start() >= half
        }


def test_what_must_not_follow_is_a_part_of_a_phrase() -> None:
    phrase = compile_phrase("urgent !(care|need of)")
    texts = (
        "urgent",
        "urgent hire",
        "urgent careful",
        "urgent need",
        "urgent care",
        "urgent need of",
    )
    found = [text for text in texts if phrase.pattern.search(text)]
    assert found == ["urgent", "urgent hire", "urgent careful", "urgent need"]


def test_a_mark_stands_at_the_word_before_it() -> None:
    """A colon or a comma behind brackets needs no space before it."""
    for phrase, text in (
        ("(shift|hours): day", "shift: day"),
        ("travel [required]: (none|no)", "travel required: none"),
        ("travel [required]: (none|no)", "travel : no"),
        ("(weekly|monthly)[,] [paid] visits", "weekly, paid visits"),
    ):
        (found,) = compile_phrase(phrase).find(text, WordIndex.of(text))
        assert found.group() == text
