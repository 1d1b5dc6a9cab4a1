"""The page on the requisition file is made from the descriptions of the fields."""

import runpy
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_page_holds_the_tables_as_the_fields_are_described() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "field_tables.py"))
    page = (ROOT / "docs" / "requisition-file.md").read_text(encoding="utf-8")
    assert made["with_tables"](page) == page, "run: python docs/field_tables.py"
    assert page.count("| `") > 70
