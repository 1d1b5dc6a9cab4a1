"""The rows that frameworks map over: some of them are rejected."""

from casemgr_jd.serde.table.table_map import table_map_of

__all__ = ["MAP", "ROWS"]

ROWS = [
    {"Org": f"Clinic {number}", "LVL": "X" if number % 9 == 4 else "E", "Pay": "72000-92000"}
    for number in range(60)
]
MAP = table_map_of(
    {
        "columns": {"Org": "organization", "LVL": "tier", "Pay": "pay"},
        "codes": {"LVL": {"E": "entry"}},
    }
)
