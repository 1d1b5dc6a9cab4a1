"""Correct sentences of the field (clinical, legal, names of programs) give no finding of any severity."""

from datetime import date

import planted
import pytest
from each import each

from casemgr_jd.checks.entry import check_document

pytestmark = pytest.mark.once
FEWEST = 150


def sentences(name: str) -> list[str]:
    """The sentences of a file of the corpus."""
    lines = (planted.CORPUS / name).read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


SENTENCES = sentences("clean-sentences.txt")
VAGUE = sentences("vague-sentences.txt")


def test_there_are_enough_sentences() -> None:
    """The corpus is large enough to mean something, and holds no sentence twice."""
    assert len(set(SENTENCES)) == len(SENTENCES) >= FEWEST


@each("sentence", SENTENCES)
def test_a_correct_sentence_gives_no_finding(sentence: str) -> None:
    """Every default rule leaves the sentence alone, as a paragraph and as a bullet of the duties."""
    found = [*check_document(sentence, today=date(2026, 11, 23), format="text", as_text=True)]
    found += check_document(
        f"## Responsibilities\n\n- {sentence}",
        today=date(2026, 11, 23),
        format="markdown",
        as_text=True,
    )
    assert [f"{finding.code} {finding.match}" for finding in found] == []


@each("sentence", VAGUE)
def test_a_vague_sentence_gives_a_remark_and_no_more(sentence: str) -> None:
    """Words that say little are told of as such, and by nothing else."""
    text = f"## Responsibilities\n\n- {sentence}"
    found = check_document(text, today=date(2026, 11, 23), format="markdown", as_text=True)
    assert {(one.code[:3], str(one.severity)) for one in found} == {("VAG", "info")}


PAIRS = [
    line.strip().replace("\\n", "\n")
    for line in (planted.CORPUS / "clean-pairs.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]
TOP = "# Case Manager\n\nLakeside Health, Tulsa, Oklahoma. "


@each("text", PAIRS)
def test_statements_that_go_together_give_no_warning(text: str) -> None:
    """What is said of colleagues, clients or another time does not stand against what is said of the job."""
    report = check_document(TOP + text, today=date(2026, 11, 23), format="markdown", as_text=True)
    assert [f"{one.code} {one.match}" for one in report.at_or_above("warning")] == []
