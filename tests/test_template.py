"""The guide's template, ready to copy, and the editions in which commands build."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import casemgr_jd as jd
from casemgr_jd.cli.main import program

CATALOG = jd.load_catalog()
EXAMPLE = str(Path(__file__).parents[1] / "examples" / "hospital-senior-rn.toml")


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(program, arguments)


def _text(audience: str = "candidate") -> str:
    words = jd.render(jd.template(), "text", jd.RenderContext(audience=audience))
    return " ".join(words.split())


def test_it_has_the_twelve_sections_and_the_six_modules_in_order() -> None:
    *sections, modules = jd.template().sections
    assert [one.id for one in sections] == [plan.id for plan in CATALOG.template]
    assert len(sections) == 12
    inner = [one for one in modules.blocks if isinstance(one, jd.Section)]
    assert [one.id for one in inner] == [one.id for one in CATALOG.settings if not one.parent]
    assert len(inner) == 6


def test_it_holds_every_item_with_its_label_and_no_reference_to_a_slot() -> None:
    document = jd.template()
    text = _text()
    plans = (*CATALOG.template, *CATALOG.modules)
    found = [item for plan in plans for item in plan.items]
    assert len(found) > 60
    for item in found:
        assert item.label in text
        for part in item.text.parts:
            if isinstance(part, str):
                assert " ".join(part.split()) in text, item.id
    assert not re.search(r"\{\w+\}", text)
    assert "[Work model: On-site, Hybrid, Remote, Field-based]" in text
    assert "[Organization]" in text
    assert not isinstance(document, jd.Posting)


def test_a_writer_sees_every_tip_and_a_candidate_none() -> None:
    tips = [plan.tip for plan in CATALOG.template]
    assert all(tips)
    assert len(tips) == 12
    shown = _text("writer")
    assert all(tip in shown for tip in tips)
    assert not any(tip in _text() for tip in tips)


def test_an_overlay_changes_the_template_too(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('remove = ["tools.emr"]\n', encoding="utf-8")
    changed = jd.template(CATALOG.overlay(tmp_path))
    ids = [one.id for section in changed.sections for one in section.bullets]
    assert "tools.case_management" in ids
    assert "tools.emr" not in ids


@pytest.mark.parametrize("form", ("markdown", "text", "html", "html_fragment", "json"))
def test_the_command_line_prints_it_without_a_requisition(form: str) -> None:
    result = _run("render", "--edition", "full", "--audience", "writer", "-f", form)
    assert result.exit_code == 0, result.exception
    assert "Key Responsibilities" in result.output
    assert "Home Health/Hospice" in result.output


def test_word_and_pdf_take_it_too(tmp_path: Path) -> None:
    pytest.importorskip("docx")
    pytest.importorskip("typst")
    for name in ("template.docx", "template.pdf"):
        target = tmp_path / name
        result = _run("render", "--edition", "full", "--audience", "writer", "-o", str(target))
        assert result.exit_code == 0, result.exception
        assert target.stat().st_size > 5_000


@pytest.mark.parametrize(
    "arguments", ((), ("--edition", "full"), ("--edition", "board", "--audience", "writer"))
)
def test_anything_else_needs_a_requisition(arguments: tuple[str, ...]) -> None:
    result = _run("render", *arguments)
    assert result.exit_code == 2
    assert "name a REQUISITION" in result.output
    assert "--edition full --audience writer" in " ".join(result.output.split())


def test_every_command_that_builds_takes_an_edition(tmp_path: Path) -> None:
    full, plain = _run("render", EXAMPLE, "--edition", "full"), _run("render", EXAMPLE)
    assert "## Key Responsibilities" in full.output
    assert full.output != plain.output
    one, other = (_run("interview", EXAMPLE, "--edition", name) for name in ("full", "board"))
    assert one.exit_code == other.exit_code == 0
    assert _run("compare", EXAMPLE, EXAMPLE, "--edition", "board").exit_code == 0
    checked = _run("check", EXAMPLE, "--edition", "full", "-f", "json", "--fail-on", "never")
    assert checked.exit_code == 0, checked.output
    assert "findings" in json.loads(checked.output)
    folder = tmp_path / "variants"
    made = _run("variants", EXAMPLE, "--edition", "board,full", "-o", str(folder))
    assert made.exit_code == 0, made.exception
    assert len(list(folder.iterdir())) == 2


def test_a_finished_posting_and_a_document_have_no_other_edition(tmp_path: Path) -> None:
    saved, document = tmp_path / "posting.json", tmp_path / "posting.md"
    saved.write_text(jd.dumps(jd.build(jd.load_requisition(EXAMPLE))), encoding="utf-8")
    document.write_text("# RN Case Manager\n", encoding="utf-8")
    for arguments in (("render", str(saved)), ("check", str(document))):
        result = _run(*arguments, "--edition", "full")
        assert isinstance(result.exception, jd.InputError)
        assert "requisition" in str(result.exception)
