"""Word documents: one beside docxtpl and a python-docx script of equal content, and many from one plan."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
from _interleave import medians, report
from attrs import evolve
from docxtpl import DocxTemplate

import casemgr_jd as jd
from casemgr_jd.model.document import BulletList, FactList, Paragraph
from casemgr_jd.renderers.docx.container import new_container
from casemgr_jd.renderers.theme import Theme

VARYING = ("organization", "manager", "region", "pay", "requisition_id")


def scripted(container: bytes, posting: jd.Posting, read: Callable[[str], str]) -> bytes:
    """Return the posting as a script with python-docx writes it: a call for each paragraph.

    It starts from our container, which is a tenth as large as the one of python-docx.
    """
    made = docx.Document(io.BytesIO(container))
    made.core_properties.title = posting.heading
    made.add_heading(posting.title.filled(read), 0)
    for block in posting.blocks:
        if isinstance(block, FactList):
            table = made.add_table(len(block.facts), 2)
            # Taking the rows once is what spares python-docx most.
            for row, fact in zip(table.rows, block.facts):
                label, text = row.cells
                label.text, text.text = fact.label, fact.text.filled(read)
            continue
        made.add_heading(block.title, 1)
        for part in block.blocks:
            if isinstance(part, Paragraph):
                made.add_paragraph(part.text.filled(read))
            elif isinstance(part, BulletList):
                for bullet in part.bullets:
                    line = made.add_paragraph(style="List Bullet")
                    if bullet.label:
                        line.add_run(f"{bullet.label}: ").bold = True
                    line.add_run(bullet.text.filled(read))
    return saved(made)


def saved(made: Any) -> bytes:
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def filled(template: bytes, posting: jd.Posting) -> bytes:
    """Return a document as docxtpl makes it: open the template, fill it, save it."""
    made = DocxTemplate(io.BytesIO(template))
    made.render({name: words or "" for name, words in posting.values().items()}, autoescape=True)
    return saved(made)


if __name__ == "__main__":
    example = Path(__file__).parent.parent / "examples" / "hospital-senior-rn.toml"
    posting = jd.build(jd.load_requisition(example))
    renderer = jd.get_renderer("docx")
    container = saved(new_container(Theme(), "en-US"))
    template = scripted(container, posting, lambda slot: f"{{{{ {slot} }}}}")
    plan = renderer.plan(posting, varying=VARYING)
    others = [
        evolve(posting.requisition, organization=f"Hospital {number}", region=f"Region {number}")
        for number in range(50)
    ]
    assert plan.exact
    assert plan.render(others[7]) == renderer.render(evolve(posting, requisition=others[7]))
    found = medians(
        {
            "one": lambda: renderer.render(posting),
            "docxtpl": lambda: filled(template, posting),
            "script": lambda: scripted(container, posting, posting.read),
            "bulk": lambda: list(plan.render_rows(others)),
        }
    )
    bulk = found["bulk"] / len(others)
    report("one Word document", found["one"], found["docxtpl"], "docxtpl", "<= 1")
    report("one Word document", found["one"], found["script"], "a python-docx script", "<= 1")
    report("a Word document of a plan", bulk, found["docxtpl"], "docxtpl", "<= 0.05")
    report("a Word document of a plan", bulk, found["one"], "one rendered afresh", "none")
    print(
        f"one is {found['docxtpl'] / found['one']:.0f} times as fast as docxtpl and "
        f"{found['script'] / found['one']:.0f} times as fast as the script; "
        f"a plan is {found['docxtpl'] / bulk:.0f} times as fast as docxtpl"
    )
