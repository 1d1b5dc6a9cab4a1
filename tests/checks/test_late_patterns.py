"""A pattern that is made late finds what one made at once would, and none is made for nothing."""

import pickle
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casemgr_jd._late import late
from casemgr_jd.reading.late import LatePattern
from casemgr_jd.reading.phrases import compile_phrase

PHRASES = (
    "plan* care",
    "on-site [work]",
    "# (hour|day) shift",
    "a (b c|d) .. e",
    "no @list",
    "^ we hire",
)
LISTS = {"list": ("license", "degree")}
FRAMES = (
    "{phrases}",
    "(?<![a-z0-9])(?:{phrases})",
    "^(?:{phrases})",
    " (?:{phrases})",
    "(?:{phrases})$",
)
SAID = "plan planning care on-site onsite on work 12 hour day shift a b c d e no license degree we hire - ."
TEXTS = st.lists(st.sampled_from(SAID.split()), max_size=9).map(" ".join)


def _late(written: str) -> LatePattern:
    return LatePattern(lambda: [compile_phrase(one, LISTS) for one in PHRASES], written)


@given(TEXTS, st.sampled_from(FRAMES))
def test_it_finds_what_the_pattern_finds(text: str, written: str) -> None:
    made = _late(written).pattern
    assert str(_late(written).search(text)) == str(made.search(text))
    assert str(_late(written).match(text)) == str(made.match(text))
    assert str(_late(written).fullmatch(text)) == str(made.fullmatch(text))
    assert list(map(str, _late(written).finditer(text))) == list(map(str, made.finditer(text)))
    assert _late(written).sub(lambda one: one[0].upper(), text) == made.sub(
        lambda one: one[0].upper(), text
    )


LOOKS: tuple[Callable[[LatePattern, str], object], ...] = (
    LatePattern.search,
    LatePattern.match,
    LatePattern.fullmatch,
    lambda late, text: list(late.finditer(text)),
    lambda late, text: late.sub(lambda one: "", text),
)


@pytest.mark.parametrize("look", LOOKS)
def test_it_is_made_with_the_first_text_that_holds_the_words_of_a_phrase(
    look: Callable[[LatePattern, str], object],
) -> None:
    late = LatePattern(
        lambda: [compile_phrase("plan* care"), compile_phrase("case load")], "{phrases}"
    )
    for text, made in (
        ("we plan a case", False),
        ("a load of care", False),
        ("careful plans", True),
    ):
        look(late, text)
        assert ("pattern" in vars(late)) is made, text


def test_other_phrases_stand_where_they_are_named() -> None:
    late = LatePattern(
        lambda: [compile_phrase("staff")],
        "{phrases}(?! {none})",
        none=lambda: [compile_phrase("meeting~")],
    )
    assert late.search("the staff meeting") is None
    assert late.search("the staff meets") is not None


def test_a_written_pattern_is_made_with_its_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    compile = re.compile

    def counted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        made.append(pattern)
        return compile(pattern, flags)

    monkeypatch.setattr(re, "compile", counted)
    number = late(r"(?P<number>[0-9]+) days", re.IGNORECASE)
    assert not made
    for text in ("in 12 Days", "soon"):
        assert str(number.search(text)) == str(compile(r"[0-9]+ days", re.IGNORECASE).search(text))
    assert made == [r"(?P<number>[0-9]+) days"]
    assert number.groupindex == {"number": 1}
    assert pickle.loads(pickle.dumps(number)).sub("x", "1 days") == "x"
