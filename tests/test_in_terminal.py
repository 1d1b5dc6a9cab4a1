"""What a terminal shows: tables in columns, signs, and color that says nothing alone."""

import re
import sys
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from samples import posting

import casemgr_jd as jd
from casemgr_jd._paint import Paint, is_colored
from casemgr_jd.cli._columns import columns, width_of, wrapped
from casemgr_jd.cli._compared import compared
from casemgr_jd.cli._terminal import TerminalRenderer
from casemgr_jd.cli.main import main
from casemgr_jd.comparison.differences import ItemChange

CODES = re.compile(r"\x1b\[\d+m")
TWO = jd.compare(
    jd.build(jd.Requisition(tier="entry", shift=["Day"], languages=["Spanish"])),
    jd.build(jd.Requisition(tier="senior", shift=["Night"], schedule="Four days a week")),
)
words = st.text(st.characters(exclude_categories=["C"]), max_size=30)


def test_color_adds_nothing_to_signs_and_words() -> None:
    plain, colored = (compared(TWO, Paint(on), 90) for on in (False, True))
    assert "\x1b" not in plain
    assert CODES.sub("", colored) == plain != colored


def test_each_fact_has_a_sign_of_what_became_of_it() -> None:
    lines = compared(TWO, Paint(False), 90).split("\n")
    assert any(re.fullmatch(r"  ~ Shift +Day +Night", line) for line in lines)
    assert any(re.fullmatch(r"  \+ Schedule +— +Four days a week", line) for line in lines)
    assert any(re.fullmatch(r"  - Languages +Spanish +—", line) for line in lines)


def test_each_kind_of_item_has_its_sign_and_a_legend() -> None:
    items = [
        ItemChange("moved", "", "Duties", "Walk.", "Walk."),
        ItemChange("reworded", "", "", "Sit.", "Rest."),
    ]
    shown = compared(evolve(TWO, items=tuple(items)), Paint(False), 60)
    assert "    > Walk." in shown
    assert "    - Sit.\n    + Rest." in shown
    assert "~ differs" in shown
    same = jd.compare(TWO.before, TWO.before)
    assert "~ differs" not in compared(same, Paint(False), 60)


@given(
    st.lists(st.lists(words, min_size=3, max_size=3), min_size=1, max_size=5), st.integers(30, 100)
)
def test_columns_fit_and_lose_nothing(rows: list[list[str]], width: int) -> None:
    found = list(columns(rows, width))
    for row, lines in zip(rows, found, strict=True):
        assert all(width_of("  ".join(line)) <= width for line in lines)
        for at, cell in enumerate(row):
            assert "".join("".join(line[at] for line in lines).split()) == "".join(cell.split())
    offsets = {tuple(map(width_of, line)) for lines in found for line in lines}
    assert len(offsets) == 1


@given(words, st.integers(2, 40))
def test_a_wrapped_line_is_never_wider_than_asked(text: str, width: int) -> None:
    assert all(width_of(line) <= width for line in wrapped(text, width))


def test_a_document_in_a_terminal_has_the_words_of_its_text() -> None:
    report = jd.Document(
        "Report", [jd.Section("a", "Part", [jd.Table(["A", "B"], [["one", "two"]], "Cap")])]
    )
    plain = TerminalRenderer(width=60).render(report)
    assert "A    B\n───  ───\none  two" in plain
    assert "\x1b" not in plain
    colored = TerminalRenderer(width=60, color=True).render(report)
    assert CODES.sub("", colored) == plain
    assert "\x1b[1mPart\x1b[0m" in colored


def test_blanks_are_colored_and_in_brackets_also_when_rendered_often() -> None:
    blank = jd.draft().build()
    renderer = TerminalRenderer(color=True)
    first = renderer.render(blank)
    assert "\x1b[33m[Organization]\x1b[0m" in first
    assert [renderer.render(blank) for _ in range(4)] == [first] * 4
    assert not re.search(r"[\x01-\x03]", first)


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb"), ("", "")])
def test_the_command_shows_a_table_in_a_terminal(
    name: str,
    value: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for one in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(one, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    if name:
        monkeypatch.setenv(name, value)
    for file, tier in (("a.toml", "entry"), ("b.toml", "senior")):
        (tmp_path / file).write_text(f'tier = "{tier}"\n', encoding="utf-8")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    main(["compare", str(tmp_path / "a.toml"), str(tmp_path / "b.toml")])
    shown = capsys.readouterr().out
    assert re.search(r"^  ~ Tier +Entry-Level +Mid/Senior$", CODES.sub("", shown), re.MULTILINE)
    assert ("\x1b[" in shown) == (not name)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: False)
    main(["compare", str(tmp_path / "a.toml"), str(tmp_path / "b.toml")])
    assert "- Fact: Tier; Entry: Entry-Level; Senior: Mid/Senior" in capsys.readouterr().out


def test_another_command_shows_its_document_in_color(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    main(["guide", "pay"])
    assert "\x1b[1m" in capsys.readouterr().out


def test_what_is_no_terminal_has_no_color(tmp_path: Path) -> None:
    with (tmp_path / "out").open("w") as stream:
        assert not is_colored(stream)


def test_control_characters_of_a_value_reach_no_terminal() -> None:
    made = posting(organization="Har\x1b[31mbor")
    shown = compared(jd.compare(made, posting()), Paint(False), 80)
    assert "\x1b" not in shown


def test_a_section_of_one_posting_is_told_once() -> None:
    added = jd.Section("week", "A usual week", [jd.Paragraph("Rounds at 9:00.")])
    before = jd.Posting("Nurse", [jd.Section("duties", "Duties", [jd.Paragraph("Join rounds.")])])
    found = jd.compare(before, evolve(before, blocks=[*before.blocks, added]))
    lines = [one.strip() for one in compared(found, Paint(False), 80).splitlines()]
    start = lines.index("Only in Second posting")
    assert lines[start + 1 : start + 3] == ["A usual week", "+ Rounds at 9:00."]
    assert lines.count("+ A usual week") == 0
