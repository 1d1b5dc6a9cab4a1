"""Sections remembered in pieces: never other words than those of a renderer that remembers none."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import complete
from strategies import FIELDS, requisitions

import casemgr_jd as jd
from casemgr_jd.model.document import Section
from casemgr_jd.renderers.html import HtmlRenderer
from casemgr_jd.renderers.markdown import MarkdownRenderer
from casemgr_jd.renderers.plain import PlainTextRenderer

KINDS = (MarkdownRenderer, PlainTextRenderer, HtmlRenderer)
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        name: FIELDS[name] for name in ("organization", "emr", "pay", "region", "shift", "extra")
    },
)


def _forgetful(kind: type[Any]) -> Any:
    """Return a renderer that is the same in all but that it does not say that its sections stand alone."""
    return type("Forgetful", (kind,), {})()


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25)
@given(requisitions | st.just(complete()), st.lists(CHANGES, min_size=2, max_size=4))
def test_a_section_that_stood_before_reads_as_anew(
    kind: type[Any], facts: jd.Requisition, changes: list[dict[str, Any]]
) -> None:
    renderer, forgetful = kind(), _forgetful(kind)
    for change in changes:
        try:
            posting = jd.build(evolve(facts, **change))
        except jd.InputError:
            continue
        for _ in range(3):
            assert renderer.render_afresh(posting) == forgetful.render_afresh(posting)


@pytest.mark.parametrize("kind", KINDS)
def test_each_width_and_language_has_its_own(kind: type[Any]) -> None:
    posting = jd.build(complete())
    for _ in range(3):
        for lang in ("en", "de"):
            told = evolve(posting, lang=lang)
            for width in (40, 72):
                context = jd.RenderContext(width=width)
                again = _forgetful(kind).render_afresh(told, context)
                assert kind().render_afresh(told, context) == again


def test_a_renderer_that_counts_its_sections_is_asked_for_each() -> None:
    class Numbered(MarkdownRenderer):
        def render_document(self, document: Any, level: int) -> str:
            self.count = 0
            return super().render_document(document, level)

        def render_section(self, section: Section, level: int) -> str:
            self.count += 1
            return f"{self.count}. {super().render_section(section, level)}"

    one, other = jd.build(complete()), jd.build(complete(about=[], why_here=[]))
    renderer = Numbered()
    for posting in (one, other, one, other):
        text = renderer.render_afresh(posting)
        assert f"\n{len(posting.sections)}. ## " in text
        assert "\n1. ## " in text
