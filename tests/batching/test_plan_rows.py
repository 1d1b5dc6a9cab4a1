"""Rows through a plan: each text is what a fresh rendering gives, and no row shows another's value."""

import pickle
from collections.abc import Iterable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from samples import VALUES, posting
from strategies import requisitions

import casemgr_jd as jd
from casemgr_jd.errors import PlanError, RenderError
from casemgr_jd.model.completion import Completion
from casemgr_jd.model.document import Paragraph
from casemgr_jd.model.reading import display, facts_of
from casemgr_jd.renderers._watch import fields_read
from casemgr_jd.renderers.markdown import MarkdownRenderer
from casemgr_jd.serde.table.rows import RowReader
from casemgr_jd.serde.table.table_map import table_map_of

FORMATS = ("markdown", "text", "html", "html_fragment", "outline", "jsonld", "docx")
BASE = posting(omit=())
VARYING = (
    "organization",
    "manager",
    "pay",
    "requisition_id",
    "locations",
    "posted_on",
    "closing_date",
    "benefits",
    "apply_url",
)
HEADER = (
    "organization",
    "manager",
    "pay.minimum",
    "pay.maximum",
    "requisition_id",
    "locations",
    "posted_on",
    "closing_date",
    "benefits",
    "apply_url",
)
CELLS: dict[str, tuple[str, ...]] = {
    "organization": ("Lakeside Health", "Harbor <Care>", "", "- A & B", "Ünï *"),
    "manager": ("Director", "", "1. Manager", "}</script>"),
    "pay.minimum": ("72000", "$80,000", "90000"),
    "pay.maximum": ("95000", "100,000.00", "91000"),
    "requisition_id": ("CM-1", "CM-2", "CM_3*"),
    "locations": ("Denver, CO", "Boise, ID; Denver, CO", "Sacramento, CA", ""),
    "posted_on": ("2026-11-20", "1/5/2026", "1-Feb-26"),
    "closing_date": ("12/31/2026", "ongoing", "2026-11-30"),
    "benefits": ("medical; dental", "paid time off", "", "a|b|c"),
    "apply_url": ("https://lakeside.example/a?b=1&c=2", "", "mailto:hr@lakeside.example"),
}
_rows = st.lists(
    st.tuples(*(st.sampled_from(CELLS[name]) for name in HEADER)), min_size=1, max_size=6
)


def _alone(renderer: Any, row: tuple[str, ...]) -> Any:
    """Return a rendering of a row that no plan and no memory had a part in."""
    facts = table_facts(HEADER, row)
    return renderer.render(evolve(BASE, requisition=evolve(BASE.requisition, **facts)))


def table_facts(header: Iterable[str], row: Iterable[str]) -> dict[str, Any]:
    """Return the facts of a row, read anew."""
    return RowReader(list(header)).facts(tuple(row))


@pytest.mark.parametrize("name", FORMATS)
@given(_rows)
def test_a_row_gives_what_a_fresh_rendering_gives(name: str, rows: list[tuple[str, ...]]) -> None:
    renderer = jd.get_renderer(name)
    plan = renderer.plan(BASE, VARYING)
    # Twice, so that each row is read once and looked up once.
    for row, found in zip((*rows, *rows), plan.rows((*rows, *rows), header=HEADER), strict=True):
        if found.ok:
            assert found.output == _alone(renderer, row)
        elif "changes which items" not in str(found.problems):
            with pytest.raises((jd.InputError, RenderError)):
                _alone(renderer, row)
    assert plan.exact, plan.reason


_cell = st.one_of(
    st.text(max_size=12),
    st.sampled_from(("", " ", "guide", "Guide.", "a_b", "_c_", "# 1", "N/A", "works nights.")),
    st.sampled_from((None, 0, 1, True, 7.0, 2.5, float("nan"), b"bytes")),
)
_amount = st.one_of(
    st.integers(0, 10_000_001), st.sampled_from(("61,500", "$44", None, "", "41.5"))
)
_NEW = ("organization", "manager", "requisition_id", "team", "pay.minimum", "pay.maximum")


@pytest.mark.parametrize("name", ("markdown", "text", "jsonld"))
@given(st.lists(st.tuples(_cell, _cell, _cell, _cell, _amount, _amount), min_size=1, max_size=5))
def test_a_row_of_values_that_nobody_saw_before_gives_the_same(
    name: str, rows: list[tuple[Any, ...]]
) -> None:
    """Cells that a proven plan makes texts of one by one are told as a fresh rendering of the row is."""
    renderer = jd.get_renderer(name)
    plan = renderer.plan(BASE, [*_NEW[:4], "pay"])
    first = ("Harbor Care", "Director", "CM-1", "Care", "72000", "95000")
    found = list(plan.rows([first, *rows], header=_NEW))[1:]
    assert plan.proven
    for row, outcome in zip(rows, found, strict=True):
        # A plan that has proven nothing renders its first row afresh.
        plan.proven = False
        (alone,) = plan.rows([row], header=_NEW)
        assert (outcome.output, outcome.problems) == (alone.output, alone.problems)
    assert plan.exact, plan.reason


def test_rows_that_fail_are_told_with_all_their_problems_and_cells() -> None:
    plan = jd.get_renderer("markdown").plan(BASE, ["organization", "pay", "employees_in"])
    rows = [
        {"organization": "Lakeside Health", "pay": "72000-92000"},
        {"organization": "Harbor Care", "pay": "much", "employees_in": "x"},
        {"organization": "Harbor Care", "pay": "92000-72000"},
        {"organization": "Lakeside Health", "pay": "72000-92000", "employees_in": "CO=4"},
    ]
    found = list(plan.rows(rows))
    assert [one.ok for one in found] == [True, False, False, True]
    assert [one.number for one in found] == [1, 2, 3, 4]
    assert [problem.path for problem in found[1].problems] == ["pay", "employees_in"]
    assert found[1].output is None
    assert found[1].cells == rows[1]
    assert "pay: is above the maximum" in str(found[2].problems[0])
    with pytest.raises(jd.InputError, match="row 2: pay"):
        _ = found[1].requisition
    assert found[0].output == found[3].output


def test_a_fact_that_shows_nowhere_is_read_all_the_same() -> None:
    plan = jd.get_renderer("markdown").plan(BASE, ["organization", "employees_in"])
    assert "employees_in" not in {fact for part in plan.parts for fact in part.facts}
    rows = [("organization", "employees_in"), ("A", "CO=1"), ("A", "CO=x"), ("A", "CO=1")]
    assert [one.ok for one in plan.rows(rows)] == [True, False, True]


def test_dates_that_contradict_each_other_are_told_in_any_order() -> None:
    plan = jd.get_renderer("markdown").plan(BASE, ["posted_on", "closing_date"])
    rows = [
        ("posted_on", "closing_date"),
        *(("2026-11-21", "2026-11-22"), ("2026-11-23", "2026-11-24")),
    ]
    crossed = [("2026-11-23", "2026-11-22"), ("2026-11-21", "2026-11-24")]
    found = list(plan.rows([*rows, *crossed]))
    assert [one.ok for one in found] == [True, True, False, True]
    assert found[2].problems[0].path == "posted_on"


# --- nothing of another row ------------------------------------------------------------------------


@pytest.mark.parametrize("first", (True, False))
def test_a_fact_that_was_not_declared_is_refused_by_name(first: bool) -> None:
    plan = jd.get_renderer("markdown").plan(BASE, ["organization"])
    other = evolve(BASE.requisition, organization="Harbor Care", manager="Somebody Else")
    if not first:
        plan.fill(organization="Harbor Care")
    with pytest.raises(
        PlanError, match=r"'manager' is not what this plan was made with.*organization"
    ):
        plan.render(other)
    assert plan.exact
    assert plan.fill(organization="Harbor Care")
    assert plan.exact, plan.reason


def test_a_column_that_was_not_declared_may_only_repeat() -> None:
    plan = jd.get_renderer("markdown").plan(BASE, ["organization"])
    rows = [("organization", "manager"), ("A", BASE.requisition.manager), ("A", "Somebody Else")]
    found = list(plan.rows(rows))
    assert found[0].ok
    assert "'manager' is not what this plan was made with" in str(found[1].problems[0])


def test_facts_that_all_rows_share_count_too() -> None:
    plan = jd.get_renderer("markdown").plan(BASE, ["organization", "manager"])
    shared = table_map_of({"every_row": {"manager": "Somebody Else"}})
    (found,) = plan.rows([("organization",), ("A",)], table_map=shared)
    assert found.output == plan.fill(organization="A", manager="Somebody Else")
    wrong = table_map_of({"every_row": {"emr": "Somebody Else"}})
    with pytest.raises(PlanError, match="'emr' is not what this plan"):
        list(plan.rows([("organization",), ("A",)], table_map=wrong))


def test_a_structural_fact_is_refused_by_name() -> None:
    plan = jd.get_renderer("markdown").plan(BASE, ["organization", "other_compensation"])
    with pytest.raises(PlanError, match="'tier' changes which items"):
        plan.render(evolve(BASE.requisition, tier="lead"))
    header = ("organization", "tier", "other_compensation")
    rows = [("A", "senior", "bonus"), ("A", "lead", "bonus"), ("A", "senior", "")]
    found = list(plan.rows(rows, header=header))
    assert [one.ok for one in found] == [True, False, False]
    assert "'tier' changes which items stand" in str(found[1].problems[0])
    assert "'other_compensation' changes which items stand" in str(found[2].problems[0])


def test_default_facts_stand_where_a_requisition_leaves_them_out() -> None:
    completion = Completion(
        defaults=jd.Requisition(title="RN Case Manager"), called="senior", tier="senior"
    )
    structure = evolve(BASE.structure, usual=(), completion=completion)
    made = evolve(
        BASE, structure=structure, requisition=evolve(BASE.requisition, title="RN Case Manager")
    )
    plan = jd.get_renderer("markdown").plan(made, ["organization"])
    bare = evolve(made.requisition, title=None, organization="Harbor Care")
    assert plan.render(bare) == plan.fill(organization="Harbor Care")
    with pytest.raises(PlanError, match="'title'"):
        plan.render(evolve(bare, title="Lead Nurse"))
    varying = jd.get_renderer("markdown").plan(made, ["organization", "title"])
    rows = [("organization", "title"), ("Harbor Care", ""), ("Harbor Care", "Lead Nurse")]
    found = list(varying.rows(rows))
    assert found[0].output == plan.fill(organization="Harbor Care")
    assert found[1].output == varying.fill(organization="Harbor Care", title="Lead Nurse")
    assert jd.loads(jd.dumps(made)) == made


# --- what a text rests on ---------------------------------------------------------------------------


@given(requisitions)
def test_a_slot_reads_no_fact_but_those_it_names(requisition: jd.Requisition) -> None:
    for slot in BASE.slots:
        read = fields_read(requisition, lambda facts, slot=slot: display(facts, slot))  # type: ignore[misc]
        assert read <= set(facts_of(slot)), slot.id


class Branching(MarkdownRenderer):
    """Looks at a second fact only for some values of the first."""

    def page(self, document: jd.Document) -> str:
        return self.made(_branching) + super().page(document)


def _branching(made: jd.Posting) -> str:
    facts = made.requisition
    if facts.organization == "Harbor Care":
        return f"{facts.organization} of {facts.manager}\n\n"
    return f"{facts.organization}\n\n"


def test_a_text_that_rests_on_more_than_was_seen_first_is_found_out() -> None:
    plan = Branching().plan(BASE, ["organization", "manager"])
    header = ("organization", "manager")
    rows = [
        ("Lakeside", "One"),
        ("Harbor Care", "One"),
        ("Harbor Care", "Two"),
        ("Harbor Care", "One"),
    ]
    for row, found in zip(rows, plan.rows(rows, header=header), strict=True):
        assert found.output == plan.fill(**dict(zip(header, row, strict=True))), row
    assert [one.output for one in plan.rows(rows, header=header)][2].startswith(
        "Harbor Care of Two"
    )


class Measuring(MarkdownRenderer):
    """Asks for the length of a value."""

    def render_paragraph(self, paragraph: Paragraph, level: int) -> str:
        return f"{self.text(paragraph.text)} ({len(self.value('organization'))})"


def test_rows_of_a_plan_that_renders_each_are_right_too() -> None:
    renderer = Measuring()
    plan = renderer.plan(BASE, ["organization"])
    found = list(plan.rows([("organization",), ("A",), ("Harbor Care",), ("A",)]))
    assert not plan.exact
    for one, name in zip(found, ("A", "Harbor Care", "A"), strict=True):
        changed = evolve(BASE, requisition=evolve(BASE.requisition, organization=name))
        assert one.output == renderer.render(changed)


def test_a_header_may_grow() -> None:
    plan = jd.get_renderer("text").plan(BASE, ["organization", "manager"])
    rows = [
        {"organization": "A"},
        {"organization": "A", "manager": "B"},
        {"manager": "C", "organization": "A"},
    ]
    found = [one.output for one in plan.rows(rows)]
    assert found == [
        plan.fill(organization="A"),
        plan.fill(organization="A", manager="B"),
        plan.fill(organization="A", manager="C"),
    ]


def test_a_map_gives_the_names_and_codes() -> None:
    plan = jd.get_renderer("text").plan(BASE, ["benefits"])
    table_map = table_map_of(
        {"columns": {"BEN": "benefits"}, "codes": {"BEN": {"FT": ["medical", "dental"]}}}
    )
    (found,) = plan.rows([("BEN",), ("FT",)], table_map=table_map)
    assert found.output == plan.fill(benefits=["medical", "dental"])


def test_what_is_no_table_is_refused() -> None:
    plan = jd.get_renderer("text").plan(BASE, ["organization"])
    for wrong in ("rows.csv", 12, {"organization": "A"}, ["organization"], None):
        with pytest.raises(jd.InputError, match="rows:"):
            plan.rows(wrong)
    with pytest.raises(jd.InputError, match="organisation"):
        plan.rows([("organisation",), ("A",)])
    assert list(plan.rows([])) == []


def test_memory_of_readings_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    from casemgr_jd.renderers import _row_holes, plan_rows
    from casemgr_jd.serde.table import facts

    for name in ("_MOST_TEXTS", "_FEW_TEXTS"):
        monkeypatch.setattr(_row_holes, name, 5)
    monkeypatch.setattr(facts, "MOST_REMEMBERED", 5)
    plan = jd.get_renderer("text").plan(BASE, ["organization"])
    reader = RowReader(["organization"])
    filler = plan_rows.RowFiller(plan, reader)
    for number in range(40):
        assert filler.text((f"Clinic {number}",)) == plan.fill(organization=f"Clinic {number}")
        assert len(reader.readers["organization"]) <= 5
        known = [one.texts for one in filler._holes] + [one.texts for one in filler._late]
        assert all(len(texts) <= 5 for texts in known)


# --- plans travel -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", (*FORMATS, "pdf"))
def test_a_plan_pickles(name: str) -> None:
    plan = jd.get_renderer(name).plan(BASE, ["organization", "pay"])
    sent = pickle.loads(pickle.dumps(plan))
    assert sent.varying == plan.varying
    assert sent.fill(organization="Harbor Care") == plan.fill(organization="Harbor Care")
    rows = [("organization", "pay"), ("A", "1-2")]
    assert [one.output for one in sent.rows(rows)] == [one.output for one in plan.rows(rows)]


@pytest.mark.parametrize("way", ("fork", "spawn", "forkserver"))
def test_a_plan_is_sent_to_other_processes(way: str) -> None:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_all_start_methods, get_context

    if way not in get_all_start_methods():
        pytest.skip(f"this platform does not {way}")
    plan = jd.get_renderer("html").plan(BASE, ["organization"])
    with ProcessPoolExecutor(1, mp_context=get_context(way)) as pool:
        sent = pool.submit(plan.fill, organization="Harbor Care")
        assert sent.result(60) == plan.fill(organization="Harbor Care")


def test_fields_of_samples_are_all_known() -> None:
    assert set(VARYING) <= set(VALUES)
