"""PDF: ours, which reuses compilers and layouts, against ``typst.compile`` of the same template and data.

Each round sets a posting of another employer, so that nothing can be answered from memory alone.
"""

import json
from itertools import count
from pathlib import Path

import typst
from _interleave import medians
from attrs import evolve

import casemgr_jd as jd
from casemgr_jd.renderers.pdf import PdfRenderer
from casemgr_jd.renderers.pdf_tree import PageTreeRenderer

TEMPLATES = Path(jd.__file__).parent / "renderers" / "templates"
LOOK = {
    "accent": "#0b5cad",
    "font": ["Libertinus Serif"],
    "logo": [],
    "logo_alt": "",
    "paper": "us-letter",
}

if __name__ == "__main__":
    example = Path(__file__).parent.parent / "examples" / "hospital-senior-rn.toml"
    posting = jd.build(jd.load_requisition(example))
    numbers = count()
    renderer, tree = PdfRenderer(), PageTreeRenderer()
    plan = renderer.plan(posting, varying=["organization"])
    # As a script of one's own would be: the data comes in through sys.inputs.
    template = (TEMPLATES / "page.typ").read_text(encoding="utf-8")
    template = template.replace('json("document.json")', "json(bytes(sys.inputs.document))")

    def another() -> jd.Posting:
        employer = f"Lakeside Health {next(numbers)}"
        return evolve(posting, requisition=evolve(posting.requisition, organization=employer))

    def compiled(**more: object) -> bytes:
        inputs = {"document": tree.render(another()), "look": json.dumps(LOOK)}
        return typst.compile(
            template.encode(),
            sys_inputs=inputs,
            pdf_standards=["ua-1"],
            timestamp=0,
            format="pdf",
            **more,
        )

    found = medians(
        {
            "ours": lambda: renderer.render(another()),
            "plan": lambda: plan.render(another().requisition),
            "compile": compiled,
            "without system fonts": lambda: compiled(ignore_system_fonts=True),
        },
        rounds=21,
        seconds=0.1,
    )
    ours = found["ours"]
    print(f"one posting to PDF: {ours * 1e3:.1f} ms; from a plan: {found['plan'] * 1e3:.1f} ms")
    for name, goal in (("compile", ">= 2.5"), ("without system fonts", "none")):
        what = "typst.compile" if name == "compile" else f"typst.compile {name}"
        print(
            f"PDF: {found[name] / ours:.2f}x as fast as {what} (goal {goal}; {found[name] * 1e3:.1f} ms)"
        )
