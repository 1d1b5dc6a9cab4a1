"""A phrase is left alone only where it cannot stand: the words that it needs are in every match of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casemgr_jd.checks.rules import rules
from casemgr_jd.checks.terms import phrases
from casemgr_jd.reading.phrase_table import PhraseTable
from casemgr_jd.reading.phrases import compile_phrase
from casemgr_jd.reading.words import WordIndex

WRITTEN = (
    "plan care", "plan* [the] care", "carry^ .. caseload~", "a (b c|d) e", "(a|b) (.. c|d)", "a [x] .. (b|c)",
    "apply at careers", "# hour shift", "a (on-site|here)", "a b*", "^ a b $", "a <name:b c|d>", "no @list",
)  # fmt: skip
LISTS = {"list": ("a b", "c")}
SAID = (
    "plan planning care the carry carries caseload caseloads a b c d e x no apply at careers on-site onsite "
    "here 12 hour shift , . - ab bc acare careers@x.org https://a.b/c é"
)
WORDS = st.sampled_from(SAID.split())


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("plan care", ["care"]),
        ("care", []),
        ("plan [the] care*", []),
        ("carry .. caseload~", ["caseload caseloads"]),
        ("a (b c|d)", ["b d"]),
        ("a (b|on-site)", []),
        ("a (.. b|c)", []),
        ("no @list here", ["here", "a c"]),
        ("case (manager|worker) of the year", ["of", "the", "year", "manager worker"]),
    ],
)
def test_words_that_no_match_can_do_without_are_known(text: str, needs: list[str]) -> None:
    assert compile_phrase(text, LISTS).needs == tuple(tuple(one.split()) for one in needs)


@given(st.sampled_from(WRITTEN), st.lists(WORDS, max_size=9), st.sampled_from([" ", "", "-", "\n"]))
def test_nothing_is_missed_that_the_pattern_finds(text: str, said: list[str], joint: str) -> None:
    phrase = compile_phrase(text, LISTS)
    folded = " ".join(said) if joint == " " else joint.join(said)
    words = WordIndex.of(folded)
    starts = _starts(text, folded, words)
    assert not starts or phrase.may_stand_among(words)
    assert all(phrase.may_start_at(folded, start) for start in starts)


@given(st.sampled_from(WRITTEN), st.lists(WORDS, max_size=9), st.sampled_from([" ", "", "-", "\n"]))
def test_a_table_tries_a_phrase_wherever_it_stands(text: str, said: list[str], joint: str) -> None:
    """By what stands behind the first word, most phrases are left out: never one that matches."""
    folded = " ".join(said) if joint == " " else joint.join(said)
    words = WordIndex.of(folded)
    table = PhraseTable[str]()
    table.add(compile_phrase(text, LISTS), text)
    found = {match.start() for _, match in table.matches(folded, words)}
    assert found == set(_starts(text, folded, words))


def _starts(text: str, folded: str, words: WordIndex) -> list[int]:
    """Where the pattern matches at a word with which the phrase can start."""
    phrase = compile_phrase(text, LISTS)
    places = [
        place
        for lead, _ in phrase.starts
        for word in (words.starting(lead[:-1]) if lead.endswith("*") else (lead,))
        for place in words.at(word)
    ]
    return [place for place in places if phrase.pattern.match(folded, place)]


def test_every_match_of_a_packaged_phrase_holds_what_it_needs() -> None:
    found = [
        phrase
        for rule in rules()
        for term in rule.terms
        for phrase in phrases((*term.find, *term.unless, *term.needs))
    ]
    needing = [phrase for phrase in found if phrase.needs]
    assert len(needing) > 500
    words = sorted({word for phrase in needing for one in phrase.needs for word in one})
    folded = ". ".join(" ".join(words[start::7]) for start in range(7))
    for phrase in needing:
        for match in phrase.pattern.finditer(folded):
            assert phrase.may_stand_among(WordIndex.of(match.group()))


def test_a_pattern_is_made_only_where_the_rest_may_stand() -> None:
    table = PhraseTable[str]()
    phrase = compile_phrase("plan care visits")
    table.add(phrase, "planning")
    for text, made in (
        ("we plan care", False),
        ("visits of care that we plan calls for", False),
        ("we plan care visits", True),
    ):
        found = [value for value, _ in table.matches(text, WordIndex.of(text))]
        assert found == ["planning"] * made
        assert ("pattern" in vars(phrase)) is made
