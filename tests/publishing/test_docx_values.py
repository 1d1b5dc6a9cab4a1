"""Word documents over values: nothing in a field changes their structure, and plans fill as they render."""

from functools import cache
from typing import Any

import pytest
from each import each

pytest.importorskip("docx", reason="needs the extra docx")
pytest.importorskip("lxml")

from adversarial import EVERY, NASTIEST, harmless_like
from attrs import evolve
from docx_reading import controls, lines, opened, part, shape, straight
from hypothesis import given
from hypothesis import strategies as st
from samples import VALUES, fills, posting
from strategies import FIELDS, requisitions

import casemgr_jd as jd
from casemgr_jd._clean import clean_line
from casemgr_jd.errors import PlanError
from casemgr_jd.renderers.docx.renderer import DocxRenderer

DOCX = DocxRenderer()
BASE = posting()
NAMES = {
    *(
        "setting",
        "tier",
        "role",
        "edition",
        "omit",
        "suppress",
        "accreditor",
        "remote_states",
        "remote_countries",
        "first_review",
    ),
    *("accommodation_contact", "questions_contact"),  # an address in it is a link
}
WORDS = sorted(
    name
    for name, (one, _) in VALUES.items()
    if name not in {*NAMES, "work_model", "employment_type", "flsa_status", "apply_url", "website"}
    and (isinstance(one, str) or (isinstance(one, tuple) and isinstance(one[0], str)))
)
"""Fields that hold free words."""
VARYING = sorted(set(VALUES) - set(BASE.structure.fields) - {"extra"})


def of(name: str, words: str) -> Any:
    """Return *words* as a value of a field."""
    return (words,) if isinstance(VALUES[name][0], tuple) else words


# --- structure --------------------------------------------------------------------------------------


def test_the_fields_that_hold_words_were_found() -> None:
    assert len(WORDS) > 20


@each("words", EVERY, ids=repr)
def test_no_words_in_all_fields_at_once_change_the_structure(words: str) -> None:
    said = clean_line(words)
    plain = harmless_like(said) if said else ""
    harmless = posting(**{name: of(name, plain) for name in WORDS})
    hostile = posting(**{name: of(name, words) for name in WORDS})
    data = DOCX.render(hostile)
    assert shape(data) == shape(DOCX.render(harmless))
    assert opened(data).core_properties.title == hostile.heading
    if said:
        assert [line for line in lines(data) if straight(said) in line]


@each("name", WORDS)
def test_no_words_in_one_field_change_the_structure(name: str) -> None:

    @cache
    def shaped(words: str) -> object:
        return shape(DOCX.render(posting(**{name: of(name, words)})))

    for words in NASTIEST:
        assert shaped(words) == shaped(harmless_like(words)), words


@given(st.text(min_size=1, max_size=40), st.sampled_from(WORDS))
def test_no_text_at_all_changes_the_structure(words: str, name: str) -> None:
    if clean_line(words):
        plain = shape(DOCX.render(posting(**{name: of(name, "harmless")})))
        assert shape(DOCX.render(posting(**{name: of(name, words)}))) == plain


@given(requisitions)
def test_any_requisition_renders_to_a_document_that_opens(requisition: jd.Requisition) -> None:
    made = jd.build(requisition)
    data = DOCX.render(made)
    assert opened(data).core_properties.title == made.heading
    assert {one.tag for one in controls(data)} == set(made.unfilled)
    assert data == DOCX.render(jd.build(requisition))


@pytest.mark.parametrize(
    "address",
    [
        "https://x.example/?a=1&c=;d",
        "https://x.example/%22%3E%3Cb%3E",
        "https://x.example/&lt;b&gt;",
        "mailto:hr@x.example?subject=CM-1042&cc=a@x.example",
    ],
)
def test_an_address_stays_within_its_relation(address: str) -> None:
    data = DOCX.render(posting(apply_url=address))
    assert shape(data) == shape(DOCX.render(posting(apply_url="https://x.example/plain")))
    links = {link.url for one in opened(data).paragraphs for link in one.hyperlinks}
    assert links == {address, "mailto:hr@lakeside.example", "https://lakeside.example"}


@each("field", sorted(set(VALUES) - {"extra", "setting_name"}))
def test_no_field_is_lost_in_silence(field: str) -> None:
    setting = {"setting": "home_health"} if field == "fieldwork" else {}
    before, after = (posting(**setting, **{field: value}) for value in VALUES[field])
    lost = {loss.field.partition("[")[0] for one in (before, after) for loss in DOCX.losses(one)}
    assert DOCX.render(before) != DOCX.render(after) or field in lost


# --- plans ------------------------------------------------------------------------------------------


def fresh(requisition: jd.Requisition) -> bytes:
    return DOCX.render(evolve(BASE, requisition=requisition))


def test_every_field_that_may_vary_does() -> None:
    assert len(VARYING) > 25
    for field in VARYING:
        plan = DOCX.plan(BASE, [field])
        assert plan.exact, plan.reason
        for value in VALUES[field]:
            after = evolve(BASE.requisition, **{field: value})
            if not fills(BASE, **{field: value}):
                continue
            assert plan.fill(**{field: value}) == fresh(after), field


def test_all_of_them_vary_at_once() -> None:
    plan = DOCX.plan(BASE, VARYING)
    filling = [field for field in VARYING if fills(BASE, **{field: VALUES[field][1]})]
    other = evolve(BASE.requisition, **{field: VALUES[field][1] for field in filling})
    assert len(filling) > 20
    assert plan.exact, plan.reason
    assert list(plan.render_rows([other, BASE.requisition])) == [
        fresh(other),
        fresh(BASE.requisition),
    ]


@given(st.data())
def test_any_value_fills_as_it_renders(data: st.DataObject) -> None:
    free = [
        one
        for one in VARYING
        if one not in BASE.structure.filled
        and one not in ("posted_on", "closing_date", "title", "caseload")
    ]
    chosen = data.draw(st.lists(st.sampled_from(free), min_size=1, max_size=5, unique=True))
    plan = DOCX.plan(BASE, chosen)
    for _ in range(2):
        after = evolve(BASE.requisition, **{one: data.draw(FIELDS[one]) for one in chosen})
        if not BASE.structure.changed(BASE.requisition, after):
            assert plan.render(after) == fresh(after)
    assert plan.exact, plan.reason


def test_a_blank_is_filled_with_a_control() -> None:
    bare = posting(organization=None, apply_url=None)
    plan = DOCX.plan(bare, ["organization", "apply_url"])
    blank = plan.fill(organization=None, apply_url=None)
    tags = [one.tag for one in controls(blank)]
    assert set(tags) == {"organization", "apply_url"}
    assert [one.number for one in controls(blank)] == [str(one) for one in range(1, len(tags) + 1)]
    again = DOCX.plan(BASE, ["organization", "apply_url"]).fill(
        organization="Harbor Care", apply_url="https://harbor.example/x"
    )
    assert controls(again) == []
    assert opened(again).core_properties.author == "Harbor Care"
    assert b"https://harbor.example/x" in b"".join(
        one.get("Target").encode() for one in part(again, "word/_rels/document.xml.rels")
    )


def test_what_cannot_vary_is_refused_by_name() -> None:
    with pytest.raises(PlanError, match="setting"):
        DOCX.plan(BASE, ["setting"])
    plan = DOCX.plan(BASE, ["organization"])
    with pytest.raises(PlanError, match="manager"):
        plan.fill(manager="Director")
    assert (plan.varying, plan.posting) == (("organization",), BASE)
    assert "organization" in plan.slots
    assert repr(plan) == "FilePlan('docx_body', varying=['organization'], exact)"
