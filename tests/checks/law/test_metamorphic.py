"""What a rule about law finds does not hang on dress: quotes, emphasis, a table, a list, line ends, HTML."""

from collections.abc import Callable
from datetime import date
from html import escape

import pytest

import casemgr_jd as jd
from casemgr_jd.checks.rule import Example, Rule
from casemgr_jd.checks.rules import rules

DAY = date(2026, 11, 26)
FAMILIES = ("LAW", "PAY")


def line_of(example: Example) -> str:
    """The one line of an example that is a mere sentence; empty for others."""
    text = example.text.strip()
    plain = not example.swap and not example.requisition and not example.below
    alone = plain and text and "\n" not in text and not text.startswith(("#", ">", "|", "*"))
    return text.removeprefix("- ").strip() if alone else ""


def lines(rule: Rule) -> list[str]:
    return [line for line in map(line_of, rule.bad) if line]


RULES = [rule for rule in rules() if rule.family in FAMILIES and lines(rule)]


def found(rule: Rule, text: str, *, format: str = "markdown") -> bool:
    report = jd.check_document(
        text, today=DAY, select=[rule.code], format=format, as_text=True, inline=False
    )
    return bool(len(report))


DRESSES: dict[str, Callable[[str], str]] = {
    "as a bullet": lambda line: f"- {line}\n",
    "as a paragraph after another": lambda line: f"Lakeside Health is a clinic.\n\n{line}\n",
    "with curly quotes": lambda line: f"- {line.replace(chr(39), chr(0x2019))}\n",
    "with line ends of Windows": lambda line: f"- Plan care.\r\n- {line}\r\n",
    "with spaces that do not break": lambda line: f"- {line.replace(' ', chr(0xA0), 2)}\n",
    "in a table": lambda line: (
        f"| Need | Text |\n| --- | --- |\n| 1 | {line.replace('|', '/')} |\n"
    ),
    "with an emphasis": lambda line: f"- **{line.rstrip('.')}**\n",
}


def test_there_are_rules_to_look_at() -> None:
    assert len(RULES) >= 25
    assert sum(len(lines(rule)) for rule in RULES) > 200


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_dress_of_a_line_does_not_matter(rule: Rule) -> None:
    plain = [line for line in lines(rule) if found(rule, f"- {line}\n")]
    lost: list[str] = []
    for name, dress in DRESSES.items():
        lost += [f"{name}: {line}" for line in plain if not found(rule, dress(line))]
    assert lost == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_html_says_the_same_as_text(rule: Rule) -> None:
    plain = [line for line in lines(rule) if found(rule, f"- {line}\n")]
    lost = [
        line
        for line in plain
        if not found(
            rule, f"<html><body><ul><li>{escape(line)}</li></ul></body></html>", format="html"
        )
    ]
    assert lost == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_good_example_in_another_dress_is_left_alone(rule: Rule) -> None:
    good = [line for line in map(line_of, rule.good) if line and not found(rule, f"- {line}\n")]
    wrong = [
        f"{name}: {line}"
        for name, dress in DRESSES.items()
        for line in good
        if found(rule, dress(line))
    ]
    assert wrong == []
