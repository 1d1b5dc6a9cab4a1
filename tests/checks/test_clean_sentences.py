"""Correct sentences of the field (clinical, legal, names of programs) give no finding of any severity."""

from datetime import date

import planted
import pytest

from casemgr_jd.checks.entry import check_document

FEWEST = 150
SENTENCES = [
    line.strip()
    for line in (planted.CORPUS / "clean-sentences.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


def test_there_are_enough_sentences() -> None:
    """The corpus is large enough to mean something, and holds no sentence twice."""
    assert len(set(SENTENCES)) == len(SENTENCES) >= FEWEST


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_correct_sentence_gives_no_finding(sentence: str) -> None:
    """Every default rule leaves the sentence alone, as a paragraph and as a bullet of the duties."""
    found = [*check_document(sentence, today=date(2026, 11, 23), format="text")]
    found += check_document(
        f"## Responsibilities\n\n- {sentence}", today=date(2026, 11, 23), format="markdown"
    )
    assert [f"{finding.code} {finding.match}" for finding in found] == []
