"""A sibling of a text that was checked is checked as if it were the first."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from casemgr_jd.checks import engine
from casemgr_jd.checks.context import Context
from casemgr_jd.checks.entry import check_document
from casemgr_jd.checks.remembered import Run, forget_checks
from casemgr_jd.checks.report import Report
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.rules import rules
from casemgr_jd.model.place import Location
from casemgr_jd.model.requisition import Requisition

CORPUS = Path(__file__).parent / "corpus"
TODAY = date(2026, 11, 23)
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.rglob("*.md"))]
#: Lines that many rules find something in.
LINES = [
    line
    for rule in rules()
    for example in (*rule.bad, *rule.good)
    for line in example.text.split("\n")
    if line
]


def check(text: str, requisition: Requisition | None = None) -> Report:
    return check_document(text, today=TODAY, format="markdown", requisition=requisition)


def alone(text: str, requisition: Requisition | None = None) -> Report:
    forget_checks()
    return check(text, requisition)


#: A failure is shown as it is found: making it smaller takes minutes.
PHASES = [phase for phase in Phase if phase is not Phase.shrink]

Edit = Callable[[list[str], int, str], None]
EDITS: dict[str, Edit] = {
    "reword": lambda lines, at, words: lines.__setitem__(at, f"{lines[at]} {words}"),
    "replace": lambda lines, at, words: lines.__setitem__(at, words),
    "take out": lambda lines, at, words: lines.__delitem__(at),
    "put in": lambda lines, at, words: lines.insert(at, words),
    "move up": lambda lines, at, words: lines.insert(0, lines.pop(at)),
    "blank": lambda lines, at, words: lines.insert(at, ""),
    "head": lambda lines, at, words: lines.__setitem__(at, f"## {words}"),
}
edits = st.lists(
    st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 400), st.sampled_from(LINES)),
    min_size=1,
    max_size=4,
)


@settings(max_examples=40, deadline=None, phases=PHASES)
@given(text=st.sampled_from(TEXTS), chain=st.lists(edits, min_size=1, max_size=3))
def test_what_is_remembered_changes_no_report(
    text: str, chain: list[list[tuple[str, int, str]]]
) -> None:
    """Texts that follow each other, each a few edits from the one before, come out as each does alone."""
    siblings, lines = [text], text.split("\n")
    for some in chain:
        for name, at, words in some:
            EDITS[name](lines, at % len(lines), words)
            lines = lines or [words]
        siblings.append("\n".join(lines))
    forget_checks()
    together = [check(one) for one in siblings]
    assert together == [alone(one) for one in siblings]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The codes of the rules that run, as they run."""
    codes: list[str] = []
    run = engine._ran

    def telling(context: Context, rule: Rule) -> Run:
        codes.append(rule.code)
        return run(context, rule)

    monkeypatch.setattr(engine, "_ran", telling)
    return codes


POSTING = TEXTS[0] + "\n\n## Team\n\n- You meet the team.\n"


def test_a_rule_whose_facts_are_the_same_does_not_run_again(ran: list[str]) -> None:
    alone(POSTING)  # wording that is new is looked for with all other from the next text on
    ran.clear()
    alone(POSTING)
    everything = len(ran)
    ran.clear()
    check(POSTING.replace("You meet the team.", "You greet the team."))
    assert 0 < len(ran) < everything / 4
    assert not [code for code in ran if code.startswith("PAY")]


def test_a_rule_runs_again_for_another_pay(ran: list[str]) -> None:
    text = "# Case Manager\n\nLakeside Health, Denver, CO\n\n- Plan care.\n- Pay: $31 an hour\n"
    alone(text)
    ran.clear()
    report = check(text.replace("$31 an hour", "$3,100 an hour"))
    assert any(code.startswith("PAY") for code in ran)
    assert report == alone(text.replace("$31 an hour", "$3,100 an hour"))


def test_what_a_finding_points_to_moves_with_its_block() -> None:
    text = "# Case Manager\n\nWe want a rockstar.\n\n- Plan care.\n"
    moved = text.replace("# Case Manager\n", "# Case Manager\n\nA line.\n")
    before = [finding.line for finding in alone(text) if finding.match == "rockstar"]
    after = [finding.line for finding in check(moved) if finding.match == "rockstar"]
    assert before
    assert after == [line + 2 for line in before]


def test_what_stands_between_two_changes_is_where_it_was() -> None:
    text = "# Case Manager\n\nHarbor Health\n\nYou carry 35 clients.\n\n- Plan care.\n- Visit.\n"
    other = text.replace("# Case", "# RN Case").replace("- Visit.", "- Visit.\n- Write.\n- Call.")
    alone(text)
    assert check(other) == alone(other)


def test_what_a_requisition_gives_anew_counts() -> None:
    text = "# Case Manager\n\nLakeside Health. Pay is competitive.\n\n- Plan care.\n"
    small, large = (
        Requisition(locations=[Location("Denver", "CO")], employees=number) for number in (0, 400)
    )
    texas = Requisition(locations=[Location("Houston", "TX")], employees=400)
    for one in (None, small, large, texas):
        assert check(text, one) == alone(text, one)
        check(text, small)


@pytest.mark.parametrize(
    ("written", "otherwise"),
    [("### Team", "###### Team"), ("### Team", "**Team**"), ("- Visit", "  - Visit")],
)
def test_a_block_that_only_its_level_tells_apart_counts(written: str, otherwise: str) -> None:
    text = (
        "# Case Manager\n\nLakeside Health\n\n## Duties\n\n- Plan care.\n- Visit families.\n\n"
        "### Team\n\nYou meet the team.\n\n## Benefits\n\nHealth insurance.\n"
    )
    other = text.replace(written, otherwise)
    assert other != text
    for first, second in ((text, other), (other, text)):
        alone(first)
        assert check(second) == alone(second)
