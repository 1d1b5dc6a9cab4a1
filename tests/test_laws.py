"""The laws of the library that hold for every value: builder, lossless JSON, same bytes, nothing lost."""

import copy
import json
import pickle
from collections.abc import Callable
from datetime import date
from html import unescape
from itertools import combinations, product
from typing import Any

import pytest
from attrs import evolve, fields
from each import each
from hypothesis import assume, given
from hypothesis import strategies as st
from samples import VALUES, complete, posting
from strategies import FIELDS, FLAGS, WORDS, documents, requisitions, texts

import casemgr_jd as jd
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.model.condition import Condition
from casemgr_jd.model.document import walk
from casemgr_jd.serde.converter import KINDS

TEXT_FORMATS = ("markdown", "text", "html", "html_fragment", "outline")
FORMATS = (*TEXT_FORMATS, "json")

Verb = Callable[[jd.PostingBuilder], jd.PostingBuilder]
VERBS: dict[str, Verb] = {
    "for_setting": lambda one: one.for_setting("hospital"),
    "at_tier": lambda one: one.at_tier("senior"),
    "as_role": lambda one: one.as_role("rn"),
    "with_edition": lambda one: one.with_edition("full"),
    "fill organization": lambda one: one.fill(organization="Lakeside Health"),
    "fill pay": lambda one: one.fill(pay=jd.PayRange(72_000, 92_000)),
    "with_requisition": lambda one: one.with_requisition(jd.Requisition(region="the Front Range")),
    "with_defaults": lambda one: one.with_defaults(jd.Requisition(emr=["Epic"])),
    "with_catalog": lambda one: one.with_catalog(jd.load_catalog()),
    "with_section": lambda one: one.with_section(jd.Section("eeo", "Equal For All")),
    "add_section": lambda one: one.add_section(jd.Section("about", "About Us"), after="summary"),
    "without_section": lambda one: one.without_section("preferred"),
    "add_bullet": lambda one: one.add_bullet("required", "Knows {organization}"),
    "replace_bullet": lambda one: one.replace_bullet("apply.link", "Write to {apply_url}."),
    "without_bullet": lambda one: one.without_bullet("required.technical"),
    "reorder": lambda one: one.reorder("apply", "summary"),
    "pipe": lambda one: one.pipe(lambda two, shift: two.fill(shift=shift), "Day"),
}


# --- law 1: the builder -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", VERBS)
def test_a_verb_never_changes_its_receiver(name: str) -> None:
    receiver = jd.draft().fill(manager="Director").add_bullet("required", "Listens well")
    before, built = copy.deepcopy(receiver), receiver.build()
    changed = VERBS[name](receiver)
    assert changed is not receiver
    assert receiver == before
    assert receiver.build() == built


def test_every_public_verb_is_among_those_tried() -> None:
    verbs = {name for name in vars(jd.PostingBuilder) if not name.startswith("_")}
    verbs -= {"build", *(one.name for one in fields(jd.PostingBuilder))}
    assert verbs == {name.split()[0] for name in VERBS} | {"fill"}


def test_verbs_on_different_fields_commute() -> None:
    pairs = list(combinations(VERBS, 2))
    assert len(pairs) == 136
    for one, two in pairs:
        forth = VERBS[two](VERBS[one](jd.draft())).build()
        back = VERBS[one](VERBS[two](jd.draft())).build()
        assert forth == back, (one, two)


@given(requisitions)
def test_build_is_pure(requisition: jd.Requisition) -> None:
    before = pickle.loads(pickle.dumps(requisition))
    builder = jd.draft().with_requisition(requisition)
    first, second = builder.build(), builder.build()
    assert first == second == jd.build(requisition)
    assert hash(first) == hash(second)
    assert requisition == before


@given(st.data(), requisitions)
def test_filling_a_field_is_the_same_as_naming_it_in_the_requisition(
    data: st.DataObject, requisition: jd.Requisition
) -> None:
    name = data.draw(st.sampled_from(sorted(set(FIELDS) - {"omit", "posted_on", "closing_date"})))
    value = data.draw(FIELDS[name])
    assume(value != ["guide"])  # what the guide has nothing to offer for is refused either way
    by_verb = jd.draft().with_requisition(requisition).fill(**{name: value}).build()
    assert by_verb == jd.build(evolve(requisition, **{name: value}))


# --- law 2: lossless --------------------------------------------------------------------------------


def _examples(catalog: Catalog) -> dict[str, list[Any]]:
    made = posting()
    everything: list[Any] = [
        made,
        made.structure,
        complete(),
        *made.slots,
        *walk(made.blocks),
        *catalog.settings,
        *catalog.tiers,
        *catalog.roles,
        *catalog.occupations,
        *catalog.caseloads,
        *catalog.places,
        *(kpi for _, _, kpis in catalog.kpi_sets for kpi in kpis),
        *(item for plan in catalog.sections for item in plan.items),
        *(statement.reference() for statement in catalog.statements),
        *(item.when for plan in catalog.sections for item in plan.items),
        jd.Document("Report", [jd.Table(["A", "B"], [["1", "{organization}"]], "Figures")]),
        jd.Table(["A"], [[jd.Text.parse("{organization}")]]),
        jd.Paragraph(jd.Text(("a", "{b}", jd.SlotRef("c")))),
        jd.SlotRef("organization"),
        jd.Text.parse("As {title}"),
        jd.Text.plain("{not a slot}"),
        *jd.build(jd.Requisition(setting="hospital")).open_options,
        *complete().add,
        *complete().suppress,
        *complete().omit,
        *complete().locations,
        jd.PayRange(rate=41.5, per="hour"),
        jd.PayPart("Colorado", 84_000, 104_000),
        jd.PercentRange(0, 20),
        jd.YearsRange(3, 5, or_more=True),
        jd.Citation("29 CFR 1625.4", "eCFR", as_of=date(2026, 11, 23), confidence="low"),
        Condition(tier=("senior",), work_model=("",), experience_below=3, fieldwork=False),
        jd.Suppression("REA101", "Wanted", until=date(2027, 3, 1)),
    ]
    found: dict[str, list[Any]] = {}
    for one in everything:
        found.setdefault(type(one).__name__, []).append(one)
    return found


EXAMPLES = _examples(jd.load_catalog())


def test_there_is_an_example_of_every_kind() -> None:
    assert set(EXAMPLES) == set(KINDS)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_json_loses_nothing(kind: str) -> None:
    assert EXAMPLES[kind]
    for value in EXAMPLES[kind]:
        written = jd.dumps(value)
        read = jd.loads(written)
        assert read == value
        assert type(read) is type(value)
        assert jd.dumps(read) == written
        assert json.loads(written)["kind"] == kind


@given(requisitions)
def test_json_loses_nothing_of_any_requisition_and_its_posting(requisition: jd.Requisition) -> None:
    assert jd.loads(jd.dumps(requisition)) == requisition
    made = jd.build(requisition)
    assert jd.loads(jd.dumps(made)) == made
    assert jd.loads(jd.dumps(made)).requisition == made.requisition


@given(documents)
def test_json_loses_nothing_of_any_document(document: jd.Document) -> None:
    assert jd.loads(jd.dumps(document)) == document


@given(texts, WORDS)
def test_json_loses_nothing_of_adversarial_texts(text: jd.Text, words: str) -> None:
    adversarial: list[Any] = [
        text,
        jd.Text(words),
        jd.Text((words, words)),
        jd.Text.plain(f"{{{words}}}"),
        jd.Paragraph(text, words),
        jd.Bullet(text, words, words),
        jd.Citation(words, words, words),
    ]
    for value in adversarial:
        assert jd.loads(jd.dumps(value)) == value


# --- law 3: same bytes ------------------------------------------------------------------------------


@given(requisitions, st.sampled_from(FORMATS))
def test_a_second_rendering_gives_the_same_bytes(requisition: jd.Requisition, name: str) -> None:
    made = jd.build(requisition)
    twin = jd.build(pickle.loads(pickle.dumps(requisition)))
    first = jd.render(made, name)
    assert first == jd.render(made, name) == jd.render(twin, name)


# --- law 5: nothing is lost -------------------------------------------------------------------------

# `extra` holds only slots that an overlay declares, so the content here has one.
_WITH_OWN_SLOT = jd.load_catalog().overlay_tables(
    {
        "own.toml": {
            "slots": [{"id": "union", "label": "Union", "field": "extra"}],
            "items": [
                {"id": "own.union", "section": "reporting", "text": "Union: {union}."},
                {"id": "own.setting", "section": "reporting", "text": "Settings: {setting}."},
            ],
        }
    }
)


def _shows_or_reports(before: jd.Requisition, after: jd.Requisition, field: str, name: str) -> bool:
    old, new = (jd.build(one, catalog=_WITH_OWN_SLOT) for one in (before, after))
    if jd.render(old, name) != jd.render(new, name):
        return True
    lost = {
        str(loss.field).partition("[")[0]
        for one in (old, new)
        for loss in jd.get_renderer(name).losses(one)
    }
    return field in lost


def test_every_field_has_two_values_to_try() -> None:
    names = [one.name for one in fields(jd.Requisition)]
    assert set(VALUES) == set(FIELDS) == set(names)
    assert all(complete(**{name: two}) != complete() for name, (_, two) in VALUES.items())


# What only decides which items stand may decide nothing where the posting stands alike either way.
SHAPING = {
    "setting",
    "tier",
    "role",
    "edition",
    "fieldwork",
    "omit",
    "performance_line",
    "setting_name",
}


@each(
    "field, edition",
    [
        (field, edition)
        for field, edition in product(VALUES, jd.Edition)
        if edition is jd.Edition.FULL or field not in SHAPING
    ],
)
def test_no_field_is_lost(field: str, edition: jd.Edition) -> None:
    # Home health is done in visits: there it matters whether the job has any.
    setting = "home_health" if field == "fieldwork" else "hospital"
    base = {"edition": edition, "setting": setting}
    before, after = complete(**base), complete(**{**base, field: VALUES[field][1]})
    if before == after:
        after = complete(**{**base, field: VALUES[field][0]})
    old, new = (jd.build(one, catalog=_WITH_OWN_SLOT) for one in (before, after))
    assert jd.dumps(old) != jd.dumps(new)
    for name in ("markdown", "text", "html"):
        assert _shows_or_reports(before, after, field, name), name


NOT_FOR_READERS = {"employees", "employees_in", "suppress"}


def test_the_long_edition_shows_every_fact_but_those_that_no_reader_needs() -> None:
    requisition = complete(work_model="remote", differentials=["weekend differential"])
    lost = jd.get_renderer("markdown").losses(jd.build(requisition, catalog=_WITH_OWN_SLOT))
    assert {loss.field for loss in lost} == NOT_FOR_READERS


def test_a_sentence_that_tells_a_fact_in_words_is_known_to_tell_it() -> None:
    told: dict[str, Any] = {
        "driving": True,
        "background_check": True,
        "flsa_status": "non_exempt",
        "on_call": ["none"],
        "benefits": ["none"],
        "duties": ["Keep the bed board current."],
        "add": [jd.Addition("environment", "Parking is free.")],
        "measures": ["Calls returned the same day."],
        "caseload": "guide",
    }
    whole = jd.build(jd.Requisition(setting="hospital", edition="full", **told))
    assert not {loss.field for loss in jd.get_renderer("text").losses(whole)} & set(told)
    parts = jd.draft().with_requisition(whole.requisition).without_section("environment").build()
    lost = {loss.field for loss in jd.get_renderer("text").losses(parts)}
    assert {"background_check", "add"} <= lost
    assert not {"driving", "duties", "caseload"} & lost


@given(requisitions, st.data())
def test_no_field_of_any_requisition_is_lost(before: jd.Requisition, data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(sorted(set(FIELDS) - SHAPING)))
    after = evolve(before, **{field: data.draw(FIELDS[field])})
    assume(getattr(before, field) != getattr(after, field))
    # A plain "no" says as little as nothing does: both leave the sentence out.
    assume(
        {getattr(before, field), getattr(after, field)} != {None, False} if field in FLAGS else True
    )
    for name in ("markdown", "text", "html"):
        assert _shows_or_reports(before, after, field, name), name


# --- law 6: every node, in every format -------------------------------------------------------------

NODES: dict[str, jd.Document] = {
    "Document": jd.Document("Unmistakable words"),
    "Section": jd.Document("T", [jd.Section("s", "Unmistakable words")]),
    "nested Section": jd.Document(
        "T", [jd.Section("s", "S", [jd.Section("t", "Unmistakable words")])]
    ),
    "Paragraph": jd.Document("T", [jd.Paragraph("Unmistakable words")]),
    "Bullet": jd.Document("T", [jd.BulletList([jd.Bullet("Unmistakable words")])]),
    "label": jd.Document("T", [jd.BulletList([jd.Bullet("x", label="Unmistakable words")])]),
    "Fact": jd.Document("T", [jd.FactList([jd.Fact("x", "Unmistakable words")])]),
    "Fact label": jd.Document("T", [jd.FactList([jd.Fact("Unmistakable words", "x")])]),
    "Table header": jd.Document("T", [jd.Table(["Unmistakable words"], [["x"]])]),
    "empty Table": jd.Document("T", [jd.Table(["Unmistakable words"], [])]),
    "Table cell": jd.Document("T", [jd.Table(["x"], [["Unmistakable words"]])]),
    "Table caption": jd.Document("T", [jd.Table(["x"], [["y"]], "Unmistakable words")]),
}


@pytest.mark.parametrize("name", FORMATS)
@each("node", NODES)
def test_every_node_says_something_in_every_format(node: str, name: str) -> None:
    assert "Unmistakable words" in jd.render(NODES[node], name)


@pytest.mark.parametrize("name", FORMATS)
def test_every_text_of_a_posting_is_said_in_every_format(name: str) -> None:
    made = jd.build(jd.Requisition(setting="hospital", tier="lead", edition="full"))
    output = " ".join(unescape(jd.render(made, name)).replace("\\", "").split())
    bullets = [
        bullet for section in made.sections for bullet in section.bullets if not bullet.text.slots
    ]
    assert len(bullets) > 20
    for bullet in bullets:
        assert str(bullet.text) in output


def test_a_node_of_a_subclass_renders_as_its_base() -> None:
    class Aside(jd.Section):
        """A section by another name."""

    document = jd.Document("T", [Aside("s", "Unmistakable words", [jd.Paragraph("x")])])
    plain = jd.Document("T", [jd.Section("s", "Unmistakable words", [jd.Paragraph("x")])])
    for name in ("markdown", "text", "html"):
        assert jd.render(document, name) == jd.render(plain, name)
