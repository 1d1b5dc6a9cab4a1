"""Cells as spreadsheets, exports and data frames write them, read into the facts of a requisition."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import casemgr_jd as jd
from casemgr_jd.model.changes import FACTS
from casemgr_jd.serde.table.columns import target_names
from casemgr_jd.serde.table.rows import RowReader
from casemgr_jd.serde.table.table_map import table_map_of


def _read(column: str, cell: Any, **reading: Any) -> Any:
    """Return what the requisition of a row of one cell holds in the field of that cell."""
    reader = RowReader([column], table_map_of({"reading": reading}))
    (field,) = reader.readers
    return getattr(reader.requisition((cell,)), field)


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    (
        ("organization", "  Lakeside Health ", "Lakeside Health"),
        ("requisition_id", 1042, "1042"),
        ("requisition_id", 1042.0, "1042"),
        ("Requisition ID", Decimal(1042), "1042"),
        ("benefits", "medical; dental|vision", ("medical", "dental", "vision")),
        ("benefits", "medical\ndental", ("medical", "dental")),
        ("benefits", ["medical", "dental"], ("medical", "dental")),
        ("license", "RN, current in Colorado", ("RN, current in Colorado",)),
        ("performance_line", "TRUE", True),
        ("performance_line", "no", False),
        ("performance_line", True, True),
        ("employees", "2,400", 2400),
        ("employees", 2400.0, 2400),
        ("employees_in", "CO = 1900; WY: 40", {"CO": 1900, "WY": 40}),
        ("employees_in.CO", "1900", {"CO": 1900}),
        ("Employment Type", "Full-time", jd.EmploymentType.FULL_TIME),
        ("work_model", "On-site", jd.WorkModel.ONSITE),
        ("setting", "managed-care", ("managed_care",)),
        ("travel_percent", "0–20%", jd.PercentRange(0, 20)),
        ("travel_percent", 20, jd.PercentRange(20, 20)),
        ("experience_years", "2+ years", jd.YearsRange(2)),
        ("experience_years", "3-5+", jd.YearsRange(3, 5, True)),
        ("experience_years", "3 to 5", jd.YearsRange(3, 5)),
        ("caseload", "12-18", jd.CaseloadRange(12, 18)),
        ("pay", "$72,000–$92,000 a year", jd.PayRange(72_000, 92_000)),
        ("pay", "72k - 92k", jd.PayRange(72_000, 92_000)),
        ("pay_range", "$41.50/hr", jd.PayRange(rate=41.5, per="hour")),
        ("pay", "41.50", jd.PayRange(rate=41.5, per="hour")),
        ("pay", 28.5, jd.PayRange(rate=28.5, per="hour")),
        ("pay", 72_000, jd.PayRange(rate=72_000)),
        ("pay", "5,000-6,000 a month", jd.PayRange(5_000, 6_000, per="month")),
        ("pay", "1200/week", jd.PayRange(rate=1_200, per="week")),
        ("pay", "$300 daily", jd.PayRange(rate=300, per="day")),
        ("pay", "45 per visit", jd.PayRange(rate=45, per="visit")),
        ("pay", "72,000-92,000 USD p.a.", jd.PayRange(72_000, 92_000)),
        ("employees_in", [("CO", 1900)], {"CO": 1900}),
        ("organization", "Café".encode(), "Café"),
        ("pay", {"minimum": 1, "maximum": 2}, jd.PayRange(1, 2)),
        ("location", "Denver, CO 80204", (jd.Location("Denver", "CO", "80204"),)),
        (
            "locations",
            "Denver, CO; Boise, Idaho",
            (jd.Location("Denver", "CO"), jd.Location("Boise", "ID")),
        ),
        ("locations", "Cook County, IL", (jd.Location(None, "IL", county="Cook"),)),
        ("locations", "1 Main St, Salem, MA", (jd.Location("Salem", "MA", street="1 Main St"),)),
        ("postal_code", 2134, (jd.Location(postal_code="02134"),)),
        (
            "omit",
            "skills.data; skills.culture",
            (jd.Omission("skills.data"), jd.Omission("skills.culture")),
        ),
        (
            "omit",
            '[{"id": "skills.data", "reason": "Said"}]',
            (jd.Omission("skills.data", "Said"),),
        ),
        ("closing_date", "ongoing", "ongoing"),
        ("closing_date", "12/31/2026", date(2026, 12, 31)),
    ),
)
def test_a_cell_says_a_fact(column: str, cell: Any, value: Any) -> None:
    assert _read(column, cell) == value


@pytest.mark.parametrize(
    "cell",
    (
        "2026-12-31",
        "2026/12/31",
        "20261231",
        "12/31/2026",
        "12/31/26",
        "12-31-2026",
        "31-Dec-26",
        "31-Dec-2026",
        "31 December 2026",
        "December 31, 2026",
        "Dec 31, 2026",
        "2026-12-31 00:00:00",
        "12/31/2026 0:00",
        "46387",
        46387,
        46387.0,
        date(2026, 12, 31),
        datetime(2026, 12, 31),
    ),
)
def test_a_day_is_read_as_spreadsheets_write_it(cell: Any) -> None:
    assert _read("posted_on", cell) == date(2026, 12, 31)


def test_which_part_of_a_date_comes_first_is_said() -> None:
    assert _read("posted_on", "3/4/2026") == date(2026, 3, 4)
    assert _read("posted_on", "3/4/2026", dates="day first") == date(2026, 4, 3)
    with pytest.raises(jd.InputError, match="must be a date"):
        _read("posted_on", "31/12/2026")


@pytest.mark.parametrize(
    "cell",
    (None, "", "  ", float("nan"), "N/A", "n/a "),
    ids=("none", "", "space", "nan", "na", "na2"),
)
def test_a_blank_cell_gives_nothing(cell: Any) -> None:
    for name in FACTS:
        assert _read(name, cell, blanks=["N/A"]) in (None, (), {}), name


@pytest.mark.parametrize(
    ("column", "cell", "message"),
    (
        ("performance_line", "maybe", "performance_line: must be true or false"),
        ("employees", "many", "employees: must be a whole number"),
        ("Posted On", "soon", "Posted On: must be a date"),
        (
            "posted_on",
            datetime(2026, 1, 1, 9, 30),
            "must be a date, not a date with a time 2026-01-01 09:30:00",
        ),
        ("organization", True, "organization: must be text"),
        ("pay", "competitive", "pay: is not an amount or a range"),
        ("pay", "72.000-92.000", "pay: is not an amount or a range"),
        ("pay.minimum", "72.000", "pay.minimum: must be a number"),
        ("employees", "2.400", "employees: must be a whole number"),
        ("pay", "1200-1500", "pay: does not say for which time"),
        ("pay", 1200, "pay: does not say for which time"),
        ("organization", b"\xff", "organization: must be text, not bytes"),
        ("locations", "Denver, XX", "locations: is not a state"),
        ("work_model", "moon", "work_model: is not known"),
        ("employees_in", "CO 1900", "employees_in: must be a table"),
        ("apply_url", "not an address", "apply_url"),
        ("travel_percent", "140", "travel_percent: must be at most 100"),
    ),
)
def test_what_a_cell_does_not_say_is_refused_under_its_column(
    column: str, cell: Any, message: str
) -> None:
    with pytest.raises(jd.InputError) as refusal:
        _read(column, cell)
    assert message in str(refusal.value)


def test_parts_of_a_fact_stand_in_columns_of_their_own() -> None:
    reader = RowReader(["Pay Minimum", "pay.maximum", "pay_per", "City", "State"])
    found = reader.requisition(("20", "30", "hour", "Denver", "Colorado"))
    assert found.pay == jd.PayRange(20, 30, per="hour")
    assert found.locations == (jd.Location("Denver", "CO"),)
    assert reader.requisition((None, "", "hour", "", " ")) == jd.Requisition()
    with pytest.raises(jd.InputError, match=r"pay\.maximum: is missing"):
        reader.requisition(("20", "", "hour", "", ""))
    with pytest.raises(jd.InputError, match="State: is not a state"):
        reader.requisition(("", "", "", "Denver", "Nowhere"))


@pytest.mark.parametrize(
    ("ends", "period"), ((("28.50", "36"), "hour"), (("72000", "92000"), "year"))
)
def test_pay_in_two_columns_is_for_the_time_that_it_can_only_be_for(
    ends: tuple[str, str], period: str
) -> None:
    reader = RowReader(["pay.minimum", "pay.maximum"])
    pay = reader.requisition(ends).pay
    assert pay is not None
    assert pay.per == period
    with pytest.raises(jd.InputError, match="does not say for which time"):
        reader.requisition(("1200", "1500"))


def test_all_problems_of_a_row_are_told_at_once() -> None:
    reader = RowReader(["employees", "work_model", "posted_on", "closing_date"])
    with pytest.raises(jd.InputError) as refusal:
        reader.requisition(("x", "y", "2026-01-02", "z"))
    assert [one.path for one in refusal.value.problems] == [
        "employees",
        "work_model",
        "closing_date",
    ]
    with pytest.raises(jd.InputError, match="posted_on: is after closing_date"):
        reader.requisition((1, "hybrid", "2026-01-02", "2026-01-01"))


def test_every_field_and_part_can_be_a_column() -> None:
    assert set(FACTS) <= set(target_names())
    for name in target_names():
        assert RowReader([name]).readers


def test_what_equals_as_a_key_and_not_as_a_cell_is_read_apart() -> None:
    reader = RowReader(["performance_line", "requisition_id"])
    assert reader.requisition((True, "1")).performance_line is True
    for wrong in (1, 1.0):
        with pytest.raises(jd.InputError, match="must be true or false"):
            reader.requisition((wrong, "1"))
    assert reader.requisition((True, 1)).requisition_id == "1"
    with pytest.raises(jd.InputError, match="requisition_id: must be text"):
        reader.requisition((True, True))


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12)), min_size=2, max_size=20))
def test_a_remembered_reading_is_the_reading(rows: list[tuple[str, str]]) -> None:
    reader = RowReader(["organization", "benefits"])
    for row in (*rows, *rows):
        alone = RowReader(["organization", "benefits"])
        assert reader.requisition(row) == alone.requisition(row)


# --- columns and maps -------------------------------------------------------------------------------


def test_an_unknown_column_is_refused_with_the_nearest() -> None:
    with pytest.raises(jd.InputError, match=r"organisation: is no field.*'organization'"):
        RowReader(["organisation", "pay"])
    with pytest.raises(jd.InputError, match="leave it out with ignore"):
        RowReader(["Cost Center XYZ"])


def test_a_column_may_be_left_out_on_purpose() -> None:
    some = table_map_of({"reading": {"ignore": ["Cost Center"]}})
    assert list(RowReader(["Cost Center", "tier"], some).readers) == ["tier"]
    others = table_map_of({"reading": {"ignore": True}})
    assert list(RowReader(["Cost Center", "tier"], others).readers) == ["tier"]


def test_two_columns_of_one_fact_are_refused() -> None:
    for header in (["tier", "Tier"], ["pay", "pay.minimum"], ["location", "city"]):
        with pytest.raises(jd.InputError, match="holds the same as"):
            RowReader(header)


def test_a_cell_under_no_name_is_not_lost() -> None:
    reader = RowReader(["tier", ""])
    assert reader.requisition(("lead", " ")).tier == "lead"
    with pytest.raises(jd.InputError, match="cell 2: stands under no name"):
        reader.requisition(("lead", "x"))
    with pytest.raises(jd.InputError, match="cell 3: stands under no name"):
        reader.requisition(("lead", "", "x"))
    assert reader.requisition(("lead", "", "", None)).tier == "lead"
    assert reader.requisition(("lead",)).tier == "lead"


def test_a_map_names_columns_and_codes() -> None:
    table_map = table_map_of(
        {
            "columns": {
                "LVL_CD": "tier",
                "BEN": "benefits",
                "Min": "pay.minimum",
                "Max": "pay.maximum",
            },
            "codes": {
                "LVL_CD": {"E": "entry", "7": "lead"},
                "BEN": {"FT-A": ["medical", "dental"], "PTO": "paid time off"},
            },
            "every_row": {"organization": "Lakeside Health", "tier": "senior"},
        }
    )
    reader = RowReader(["LVL_CD", "BEN", "Min", "Max"], table_map)
    first = reader.requisition(("E", "FT-A", "1", "2"))
    assert (first.tier, first.benefits) == ("entry", ("medical", "dental"))
    assert first.organization == "Lakeside Health"
    second = reader.requisition((7, "PTO; FT-A; gym", "", ""))
    assert second.tier == "lead"
    assert second.benefits == ("paid time off", "medical", "dental", "gym")
    assert reader.requisition(("", "", "", "")).tier == "senior"


def test_a_map_that_does_not_fit_is_refused_whole() -> None:
    table_map = table_map_of({"columns": {"LVL": "teir", "Gone": "tier"}, "codes": {"Lost": {}}})
    with pytest.raises(jd.InputError) as refusal:
        RowReader(["LVL"], table_map)
    words = str(refusal.value)
    assert "LVL: is mapped to 'teir'" in words
    assert "'tier'" in words
    assert "Gone: is in the map and not in the table" in words
    assert "Lost: is in the map and not in the table" in words


@pytest.mark.parametrize(
    ("data", "path"),
    (
        ({"column": {}}, "column"),
        ({"columns": []}, "columns"),
        ({"columns": {"A": 1}}, "columns.A"),
        ({"codes": {"A": "x"}}, "codes.A"),
        ({"reading": {"dates": "backwards"}}, "reading.dates"),
        ({"reading": {"separators": " "}}, "reading.separators"),
        ({"reading": {"blanks": "N/A"}}, "reading.blanks"),
        ({"reading": {"ignore": "x"}}, "reading.ignore"),
        ({"reading": {"dats": 1}}, "reading.dats"),
        ({"every_row": {"teir": 1}}, "every_row.teir"),
    ),
)
def test_a_wrong_map_is_refused_with_its_path(data: dict[str, Any], path: str) -> None:
    with pytest.raises(jd.InputError) as refusal:
        table_map_of(data)
    assert path in [one.path for one in refusal.value.problems]
