"""What must not change a finding, for every rule: more text, louder headings, another order, another format.

Each of a rule's bad examples is changed in a way that says nothing new; what the rule finds in it must stay.
"""

import html
import io
import re
from pathlib import Path

import pytest
from each import each

from casemgr_jd.checks.entry import check_document
from casemgr_jd.checks.rule import Example, Rule
from casemgr_jd.checks.rules import rules
from casemgr_jd.model.requisition import Requisition

MOST = 2
RULES = rules()
APART = "## About us\n\nBehind the house stand a bench and two apple trees.\n"
MARKS = re.compile(r"[*_`<>\[\]{}|~\\&]|!\[|^\s+\S|^(?:\d+\.|>|---|- \[)", re.MULTILINE)
SECTION = re.compile(r"(?m)^## ")


def found(rule: Rule, example: Example, text: str | Path, format: str = "markdown") -> set[str]:
    """What a rule says of a text: its words (in whatever case), or that something is missing."""
    report = check_document(
        text,
        today=example.today,
        select=[rule.code],
        requisition=Requisition(**example.requisition) if example.requisition else None,
        format=format,
        below=example.below or None,
        as_text=example.piece,
        inline=False,
    )
    return {one.match.casefold() for one in report.findings}


def cases(suits: "re.Pattern[str] | None" = None, *, sections: int = 0) -> list[object]:
    """The bad examples of every rule, those without some marks or with some sections if asked."""
    return [
        pytest.param(rule, example, id=f"{rule.code}-{index}")
        for rule in RULES
        for index, example in enumerate(rule.bad[:MOST])
        if not (suits and suits.search(example.document))
        and len(SECTION.findall(example.document)) >= sections
    ]


def lines(text: str) -> list[tuple[str, str]]:
    """A plain Markdown text as headings, bullets and paragraphs."""
    made: list[tuple[str, str]] = []
    for part in re.split(r"\n\s*\n|\n(?=- |#)|(?<=\n)(?=- )", text.strip()):
        part = " ".join(part.split("\n")).strip()
        if not part:
            continue
        mark, _, words = part.partition(" ")
        if re.fullmatch(r"#{1,6}", mark):
            made.append((f"h{len(mark)}", words))
        elif mark == "-":
            made.append(("li", words))
        else:
            made.append(("p", part))
    return made


def as_html(text: str) -> str:
    """The same as a page."""
    made, open_list = list[str](), False
    for tag, words in lines(text):
        if (tag == "li") != open_list:
            made.append("<ul>" if tag == "li" else "</ul>")
            open_list = tag == "li"
        made.append(f"<{tag}>{html.escape(words, quote=False)}</{tag}>")
    return "<html><body>" + "\n".join(made) + ("</ul>" if open_list else "") + "</body></html>"


@each("rule, example", cases(), by=lambda rule, example: rule.code[:3])
def test_more_text_changes_nothing(rule: Rule, example: Example) -> None:
    """A paragraph about something else, with a heading of its own, stands at the end."""
    before = found(rule, example, example.document)
    after = found(rule, example, f"{example.document.rstrip()}\n\n{APART}")
    assert before <= after


@each("rule, example", cases(sections=1))
def test_the_case_of_a_heading_changes_nothing(rule: Rule, example: Example) -> None:
    """Headings below the title are written in capitals."""
    louder = re.sub(r"(?m)^(#{2,} )(.+)$", lambda one: one[1] + one[2].upper(), example.document)
    assert found(rule, example, louder) == found(rule, example, example.document)


@each("rule, example", cases(sections=2))
def test_the_order_of_sections_changes_nothing(rule: Rule, example: Example) -> None:
    """The last two sections change places: the rule still finds something."""
    head, *parts = re.split(r"(?m)^(?=## )", example.document.rstrip() + "\n\n")
    parts[-1], parts[-2] = parts[-2], parts[-1]
    assert found(rule, example, head + "".join(parts))


@each("rule, example", cases(MARKS), by=lambda rule, example: rule.code[:3])
def test_the_format_changes_nothing(rule: Rule, example: Example) -> None:
    """The same words as a page."""
    assert found(rule, example, as_html(example.document), "html") == found(
        rule, example, example.document
    )


def test_the_cases_are_many() -> None:
    """No law above holds for the lack of cases."""
    assert len(cases()) == MOST * len(RULES)
    assert len(cases(MARKS)) >= 2 * len(RULES) // 3
    assert len(cases(sections=2)) >= len(RULES) // 4


def as_word(text: str) -> bytes:
    """The same as a Word file."""
    docx = pytest.importorskip("docx")
    made = docx.Document()
    for tag, words in lines(text):
        if tag == "li":
            made.add_paragraph(words, style="List Bullet")
        elif tag == "p":
            made.add_paragraph(words)
        else:
            made.add_heading(words, level=int(tag[1]))
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


@each("rule", RULES, ids=lambda rule: rule.code, by=lambda rule: rule.code[:3])
def test_word_files_hold_the_same(rule: Rule, tmp_path: Path) -> None:
    """The first plain example of each rule as a Word file."""
    plain = [one for one in rule.bad if not MARKS.search(one.document)][:1]
    for example in plain:
        file = tmp_path / "posting.docx"
        file.write_bytes(as_word(example.document))
        assert found(rule, example, file, "docx") == found(rule, example, example.document)
