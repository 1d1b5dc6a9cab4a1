"""Whatever a requisition gives, each machine format can be read, and says what it does not hold."""

import pytest
from hypothesis import given, settings
from machine_reading import FEEDS, FORMATS, everything, plain
from strategies import requisitions

import casemgr_jd as jd
from casemgr_jd.errors import RenderError

INCOMPLETE = jd.RenderContext(allow_incomplete=True)


@pytest.mark.parametrize("format", FORMATS)
@given(requisition=requisitions)
@settings(max_examples=40)
def test_any_requisition_renders_readably(format: str, requisition: jd.Requisition) -> None:
    made, renderer = jd.build(requisition), jd.get_renderer(format)
    try:
        output = renderer.render(made, INCOMPLETE)
    except RenderError:
        assert format == "linkedin", "only LinkedIn documents limits on lengths"
        return
    assert output == renderer.render(made, INCOMPLETE)
    if made.value("title") or not made.title.slots:
        assert made.heading in everything(plain(output, format))
    lost = {loss.field for loss in renderer.lost(made)}
    assert not lost & {"title", *renderer.folded(made)}


@given(requisition=requisitions)
@settings(max_examples=40)
def test_a_feed_has_a_job_for_each_place_with_a_reference_of_its_own(
    requisition: jd.Requisition,
) -> None:
    made = jd.build(requisition)
    for format in FEEDS:
        jobs = jd.get_renderer(format).jobs(made)
        references = [job.reference for job in jobs]
        assert len(jobs) >= 1
        if requisition.requisition_id:
            assert len(set(references)) == len(references)
        else:
            assert set(references) == {None}
