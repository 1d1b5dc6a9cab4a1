"""What is known of a block: a look that leaves a block out would have found nothing in it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from casemgr_jd.checks.entry import check_document
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.rules import rules
from casemgr_jd.errors import ContentError
from casemgr_jd.facts import by_block, phrases
from casemgr_jd.reading.block import Block
from casemgr_jd.reading.open import read_text
from casemgr_jd.reading.source import Source

CORPUS = Path(__file__).parent / "corpus"
FEWEST_LOOKS, FEWEST_BLOCKS = 20, 2_500


def texts() -> list[str]:
    """Whole postings, good and bad, and the examples of every rule."""
    found = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.rglob("*.md"))]
    found += [one.text for rule in rules() for one in (*rule.bad, *rule.good) if one.text]
    return found


def test_where_a_look_is_not_taken_there_is_nothing_for_it() -> None:
    """A guard that hides what its recognizer could find fails here."""
    documents = texts()
    check_document(documents[0], format="markdown")
    looks = tuple(by_block._LOOKS)
    assert len(looks) >= FEWEST_LOOKS
    blocks = {part for text in documents for part in read_text(text, format="markdown").parts}
    assert len(blocks) >= FEWEST_BLOCKS
    hidden = [
        (getattr(look.key, "__qualname__", look.key), part.text)
        for part in blocks
        for look in looks
        if not look.where(part) and look.take(part)
    ]
    assert hidden == []


def test_equal_blocks_of_two_texts_are_one() -> None:
    """Of a text of which one line changed, one line is gone through."""
    first, second = (
        read_text(f"# Case Manager\n\n- Plan care.\n- Visit {who}.\n", format="markdown").parts
        for who in ("clients", "families")
    )
    assert [one is other for one, other in zip(first, second, strict=True)] == [True, True, False]


def test_a_text_is_folded_and_indexed_as_its_blocks_are() -> None:
    """Put together from blocks, a text holds what it would hold if it were read at once."""
    for path in sorted((CORPUS / "good").glob("*.md")):
        source = read_text(path.read_text(encoding="utf-8"), format="markdown")
        at_once = Source((source.blocks[0].__class__("paragraph", source.text),))
        assert source.folded == at_once.folded
        assert source.addresses == at_once.addresses
        assert source.words.vocabulary == at_once.words.vocabulary
        assert all(
            list(source.words.at(word)) == list(at_once.words.at(word))
            for word in source.words.vocabulary
        )


def _three_blocks() -> Source:
    return Source(tuple(Block("paragraph", f"{which} of a broken look.") for which in "abc"))


def test_a_look_that_is_broken_off_is_taken_again_whole() -> None:
    """Whoever interrupts a check and runs it again is told all of it, and nothing twice."""
    taken: list[str] = []

    def look(source: Source) -> tuple[str, ...]:
        taken.append(source.text)
        if len(taken) == 2:
            raise KeyboardInterrupt
        return (source.text[0],)

    source = _three_blocks()
    with pytest.raises(KeyboardInterrupt):
        by_block.each_block(source, look, look)
    for one in (source, _three_blocks()):
        found = [told for _, told in by_block.each_block(one, look, look)]
        assert found == [("a",), ("b",), ("c",)]


def test_rules_made_anew_for_each_check_do_not_add_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phrases, "_MOST_TOGETHER", len(phrases._KNOWN._together) + 10)
    text = "# Case Manager\n\nOur rock stars plan care.\n\n- Visit families.\n"
    for number in range(40):
        report = check_document(text, select=["HSE"], more_rules=[banning("rock star~")])
        assert [one.match for one in report] == ["rock stars"], number
        assert len(phrases._KNOWN._together) <= phrases._MOST_TOGETHER + 20
    parts = read_text(text, format="markdown").parts
    assert all(len(one.remembered("piece")["all"].found) < 60 for one in parts)


@pytest.mark.parametrize("where", ["find", "unless", "unless_anywhere", "needs"])
def test_a_phrase_that_is_none_is_told_and_breaks_no_later_check(where: str) -> None:
    text = "# Case Manager\n\nOur rock stars plan care.\n"
    broken = banning("plan care", **{where: ["(open"]})
    with pytest.raises(ContentError, match=r"HSE001.*\(open"):
        check_document(text, more_rules=[broken])
    report = check_document(text, select=["HSE"], more_rules=[banning("rock star~")])
    assert [one.match for one in report] == ["rock stars"]


def banning(words: str, **more: Sequence[str]) -> Rule:
    """A rule as a caller makes it for one check."""
    return Rule(
        code="HSE001",
        slug="house-words",
        title="Words of a house",
        message="Leave it out.",
        why="The house says so.",
        terms=[{"find": [words], **more}],
    )
