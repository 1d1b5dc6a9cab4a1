"""A batch: each row gives what its requisition alone gives, in every format, and no row is lost."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import casemgr_jd as jd
from casemgr_jd.batching import batch as module
from casemgr_jd.serde.table.rows import RowReader
from casemgr_jd.serde.table.table_map import table_map_of

FORMATS = (
    "markdown",
    "text",
    "html",
    "html_fragment",
    "jsonld",
    "json",
    "docx",
    "outline",
    "indeed",
)
COMMON = {"apply_url": "https://lakeside.example/jobs", "employment_type": "full_time"}
CELLS: dict[str, tuple[Any, ...]] = {
    "organization": ("Lakeside Health", "Harbor <Care>", ""),
    "setting": ("hospital", "social_services", "hospital; behavioral", ""),
    "tier": ("senior", "mid", "entry", "boss"),
    "role": ("rn", "", "lcsw"),
    "title": ("", "Transitions Nurse", "Case Manager"),
    "pay": ("72000-92000", "80000-90000", "41.50 an hour", "", "much"),
    "location": ("Denver, CO", "Boise, ID", "Los Angeles, CA", ""),
    "posted_on": ("2026-11-20", "11/21/2026", "2020-01-05", ""),
    "benefits": ("medical; dental", "", "guide", "none"),
    "manager": ("Director", "", "1. Manager"),
    "duties": ("", "Visit the two nursing homes."),
    "background_check": ("yes", "", "no"),
}
_rows = st.lists(
    st.fixed_dictionaries({name: st.sampled_from(cells) for name, cells in CELLS.items()}),
    min_size=1,
    max_size=3,
)


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=15, phases=(Phase.explicit, Phase.generate))
@given(_rows)
def test_a_row_gives_what_its_requisition_alone_gives(
    name: str, rows: list[dict[str, Any]]
) -> None:
    renderer = jd.get_renderer(name)
    # Often enough that a plan is made of each make-up, and each row is read and looked up.
    table = rows * 6
    reader = RowReader(list(CELLS), table_map_of({"every_row": COMMON}))
    found = list(jd.batch(table, format=name, table_map=table_map_of({"every_row": COMMON})))
    assert [one.number for one in found] == list(range(1, len(table) + 1))
    for row, outcome in zip(table, found, strict=True):
        try:
            alone = renderer.render(
                jd.build(reader.requisition(tuple(row[column] for column in CELLS)))
            )
        except jd.CaseMgrError:
            assert not outcome.ok
        else:
            assert outcome.output == alone
            assert outcome.ok


def test_rows_that_fail_are_told_under_their_columns() -> None:
    rows = [
        {"Org": "Lakeside", "LVL": "E", "Min": "1", "Max": "2"},
        {"Org": "Lakeside", "LVL": "X", "Min": "2", "Max": "1"},
        {"Org": "Lakeside", "LVL": "X", "Min": "", "Max": ""},
    ]
    table_map = table_map_of(
        {
            "columns": {
                "Org": "organization",
                "LVL": "tier",
                "Min": "pay.minimum",
                "Max": "pay.maximum",
            },
            "codes": {"LVL": {"E": "entry"}},
        }
    )
    first, second, third = jd.batch(rows, table_map=table_map)
    assert first.ok
    assert [one.path for one in second.problems] == ["Min", "LVL"]
    assert [one.path for one in third.problems] == ["LVL"]
    assert third.cells == rows[2]
    assert first.requisition.tier == "entry"


def test_a_batch_is_lazy_and_refuses_what_is_no_table_at_once() -> None:
    asked: list[int] = []

    def rows() -> Iterator[dict[str, str]]:
        for number in range(100):
            asked.append(number)
            yield {"organization": f"Clinic {number}"}

    found = jd.batch(rows(), format="text")
    next(found)
    assert len(asked) <= 2
    with pytest.raises(jd.InputError, match="organisation"):
        jd.batch([("organisation",), ("A",)])
    with pytest.raises(jd.InputError, match="rows"):
        jd.batch("rows.csv")
    assert list(jd.batch([])) == []


def test_few_plans_serve_many_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[object] = []

    def counting(*args: Any, **kwargs: Any) -> jd.Posting:
        built.append(args)
        return jd.build(*args, **kwargs)

    monkeypatch.setattr(module, "build", counting)
    rows = [
        {"organization": f"Clinic {number}", "tier": ("entry", "lead")[number % 2]}
        for number in range(200)
    ]
    assert all(one.ok for one in jd.batch(rows, format="text"))
    assert len(built) < 20


def test_make_ups_kept_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_MAKE_UPS", 2)
    monkeypatch.setattr(module, "_ROWS_BEFORE_A_PLAN", 1)
    batcher = module.Batcher(["tier", "organization"], jd.get_renderer("text"))
    for tier in ("entry", "mid", "senior", "lead", "entry", "mid"):
        assert batcher.outcome(1, (tier, "A")).ok
        assert len(batcher._outputs) <= 2
