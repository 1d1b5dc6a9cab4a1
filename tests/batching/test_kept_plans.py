"""Rendering the same make-up again: what is kept gives what every hook gives anew."""

from typing import Any

import pytest
from attrs import evolve
from each import each
from samples import VALUES, complete

import casemgr_jd as jd
from casemgr_jd.model.document import Paragraph
from casemgr_jd.renderers import _kept
from casemgr_jd.renderers.markdown import MarkdownRenderer

FORMATS = ("markdown", "text", "html", "html_fragment", "outline")
BASE = jd.build(complete())


@pytest.mark.parametrize("name", FORMATS)
@each("field", sorted(set(VALUES) - {"extra"}))
def test_any_facts_of_a_kept_make_up_render_as_anew(name: str, field: str) -> None:
    renderer = jd.get_renderer(name)
    for _ in range(_kept.TIMES_BEFORE_A_PLAN + 1):
        renderer.render(BASE)
    for value in (*VALUES[field], None):
        try:
            facts = evolve(BASE.requisition, **{field: value})
        except jd.InputError:
            continue
        made = evolve(BASE, requisition=facts)
        assert renderer.render(made) == renderer.render_afresh(made), value


class Counting(MarkdownRenderer):
    """Looks into a value, so that no plan can stand for it."""

    def render_paragraph(self, paragraph: Paragraph, level: int) -> str:
        return f"{self.text(paragraph.text)} ({len(self.value('organization'))})"


def test_a_renderer_that_looks_into_values_is_run_each_time() -> None:
    renderer = Counting()
    for name in ("A", "Harbor Care", "A" * 40) * 3:
        made = evolve(BASE, requisition=evolve(BASE.requisition, organization=name))
        assert renderer.render(made) == renderer.render_afresh(made)


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_kept, "_MOST_KEPT", 3)
    monkeypatch.setattr(_kept, "TIMES_BEFORE_A_PLAN", 2)
    made: list[Any] = [evolve(BASE, blocks=BASE.blocks[:count]) for count in range(1, 9)]
    for one in made * 4:
        assert jd.render(one) == MarkdownRenderer().render_afresh(one)
    assert len(_kept._kept) <= 4


def test_a_slot_that_is_no_fact_of_a_requisition_stays_blank() -> None:
    document = evolve(
        BASE,
        slots=(*BASE.slots, jd.Slot("motto", "Motto")),
        blocks=(Paragraph(jd.Text.parse("{motto}")),),
    )
    for _ in range(5):
        assert "Motto" in jd.render(document, "text")
    plan = jd.get_renderer("text").plan(document, ["organization"])
    assert plan.fill(organization="A") == plan.fill(organization="B")
