"""Safe fixes: which characters may change, what is left alone, and that a second time changes nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casemgr_jd.checks.fix import FIXES, fix_text
from casemgr_jd.checks.rules import rules
from casemgr_jd.errors import UnknownNameError

PIECES = st.sampled_from(
    [
        "# ", "## ", "- ", "* ", "1. ", "\n", "\r\n", "\n\n", "\n\n\n\n", "\r", "  ", "\t", " ",
        "\u00a0\u00a0", "!", "!!", "!!!", "?", "??", "???", "★", "✅ ", "🔥", "$", "$$$", "$72,000", "*",
        "**", "***", "_", "|", "`", "```", "---", "===", "{", "}", "[", "](", ")", "![", "Case Manager",
        "Apply now", "case", "A", ".", ":", "{{company_name}}", "{city}", "${pay_range}", "<<Manager>>",
        "«First_Name»", "«familia»", "https://a.example/!!/{id}", "www.", "\u2003", "\x0b",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=60)
MAY_CHANGE = re.compile(
    r"[\s!?$*{}<>«»\[\]_\u20E3\u25A0-\u25FF\u2600-\u27BF\u2B00-\u2BFF\U0001F300-\U0001FAFF\uFE0F\u200D]"
)


def words(text: str) -> list[str]:
    """The words of a text, in whatever case; an underscore parts words as a space does."""
    return re.findall(r"[^\W_]+", text.casefold())


@given(TEXTS)
def test_fixing_again_changes_nothing(text: str) -> None:
    once = fix_text(text).text
    again = fix_text(once)
    assert again.text == once
    assert not again.changes


@given(TEXTS, st.sampled_from([(), *((name,) for name in FIXES)]))
def test_words_stay_and_only_some_characters_change(text: str, fixes: tuple[str, ...]) -> None:
    fixed = fix_text(text, fixes=fixes).text
    assert words(fixed) == words(text)
    assert MAY_CHANGE.sub("", fixed).casefold() == MAY_CHANGE.sub("", text).casefold()


@given(TEXTS)
def test_a_change_is_told_where_and_only_where_something_changed(text: str) -> None:
    fixed = fix_text(text)
    assert bool(fixed.changes) == (fixed.text != text)
    numbers = [change.line for change in fixed.changes]
    assert numbers == sorted(numbers)
    assert set(fixed.counts) <= set(FIXES)
    assert sum(fixed.counts.values()) == len(numbers)


@given(st.lists(st.sampled_from(["a", "b  c", "", "  "]), min_size=1, max_size=9))
def test_line_endings_stay(lines: list[str]) -> None:
    windows = fix_text("\r\n".join(lines)).text
    assert windows.replace("\r\n", "\n") == fix_text("\n".join(lines)).text
    assert windows.count("\r") == windows.count("\n") == windows.count("\r\n")


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("# Case Manager!!!\n", "# Case Manager\n"),
        ("# ★ RN Case Manager ★\n", "# RN Case Manager\n"),
        ("# **Case Manager!**\n", "# **Case Manager**\n"),
        ("# *** Case Manager *** $$$\n", "# Case Manager\n"),
        ("# Case★Manager (RN) 🔥\n", "# Case Manager (RN)\n"),
        ("# Case Manager, $72,000\n", "# Case Manager, $72,000\n"),
        ("Case Manager!!\n============\n\nJoin us.\n", "Case Manager\n============\n\nJoin us.\n"),
        ("Case Manager $$$ ⭐\n\nJoin us!!\n", "Case Manager\n\nJoin us!\n"),
        ("Apply now!!!", "Apply now!"),
        ("We hire!!!\nJoin us.", "We hire!\nJoin us."),
        ("★ - Case Manager\n\nJoin us.\n", "★ - Case Manager\n\nJoin us.\n"),
        ("a\n\nReally??", "a\n\nReally?"),
    ],
)
def test_symbols_leave_the_title_and_marks_in_a_row_become_one(text: str, fixed: str) -> None:
    assert fix_text(text).text == fixed


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("Join {{ company_name }} in {city}.", "Join [Company name] in [City]."),
        ("Pay: ${pay_range}", "Pay: [Pay range]"),
        ("Dear <<Manager Name>>,", "Dear [Manager Name],"),
        ("«First_Name» and «CityState»", "[First Name] and [CityState]"),
        ("El programa «familia»", "El programa «familia»"),
        ("{{RN}}", "[RN]"),
    ],
)
def test_blanks_come_into_square_brackets(text: str, fixed: str) -> None:
    assert fix_text(text).text == fixed


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("One.  Two. \t\n", "One. Two.\n"),
        ("A line  \nbroken here\n", "A line  \nbroken here\n"),
        ("a\n\n\n\n\nb\n", "a\n\n\nb\n"),
        ("a\r\n\r\n\r\n\r\n\r\nb\r\n", "a\r\n\r\n\r\nb\r\n"),
        ("Pay        $40\nDays       Monday", "Pay        $40\nDays       Monday"),
    ],
)
def test_white_space_is_tidied(text: str, fixed: str) -> None:
    assert fix_text(text).text == fixed


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Case  Manager!!!\n---\n",
        "```\n{{name}}  !!!\n```\n",
        "Use `{{name}}!!` here.",
        "Apply at https://lakeside.example/!!/{id}/x today.",
        "[Apply](https://lakeside.example/{id})",
        "| a  | b |\n",
        "-   item\n",
        "Pay is ???",
        "Salary: $XX,XXX",
        "See!![logo](logo.png)",
        "{{manager}}: Ana",
        "{{text}}(x)",
    ],
)
def test_code_addresses_tables_and_link_like_blanks_are_left_alone(text: str) -> None:
    assert fix_text(text).text == text


def test_only_the_fixes_asked_for_are_made() -> None:
    fixed = fix_text("a\n\nNow!!  {{city}}", fixes=["whitespace"])
    assert fixed.text == "a\n\nNow!! {{city}}"
    assert [change.line for change in fixed.changes] == [3]


def test_an_unknown_fix_is_told_with_those_that_exist() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'symbols'"):
        fix_text("a", fixes=["symbol"])


def test_every_fix_that_a_rule_names_exists() -> None:
    named = {rule.fix for rule in rules() if rule.fix}
    assert named
    assert named <= set(FIXES)


def test_a_long_line_takes_no_longer_than_its_length() -> None:
    for unit in ("!", " ", "{{", "*", "★ ", "`", "](", "http://", "$"):
        fix_text("# Case Manager\n\n" + unit * 100_000)
        fix_text("# Case Manager " + unit * 100_000 + "[")
