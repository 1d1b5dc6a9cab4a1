"""Every item of the guide is packaged under its id, with every term that it must keep."""

import csv
import re
from functools import cache
from pathlib import Path

import pytest

from casemgr_jd import load_catalog
from casemgr_jd.content.catalog import GuideItem

_TABLE = Path(__file__).with_name("items.tsv")


def _wanted() -> dict[str, tuple[str, ...]]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["id"]: tuple(filter(None, row["terms"].split(";"))) for row in rows}


WANTED = _wanted()


@cache
def _packaged() -> dict[str, GuideItem]:
    return {item.id: item for item in load_catalog().items()}


def normalised(words: str) -> str:
    """Return words without the differences that terms are compared without."""
    plain = words.translate(str.maketrans("‘’“”‐‑‒–—−", "''\"\"------"))
    return re.sub(r"(?<=\d),(?=\d{3})", "", plain).casefold()


def test_the_table_lists_150_items_with_terms() -> None:
    assert len(WANTED) == 150
    assert all(WANTED.values())


def test_all_150_ids_are_packaged() -> None:
    found = [name for name in WANTED if name in _packaged()]
    assert len(found) == 150


@pytest.mark.parametrize("item_id", WANTED)
def test_an_item_keeps_all_its_terms(item_id: str) -> None:
    item = _packaged()[item_id]
    said = normalised(" \n ".join((item.text, *item.options)))
    missing = [term for term in WANTED[item_id] if normalised(term) not in said]
    assert not missing, f"{item_id} lacks {missing} in {item.text!r} and {item.options}"


def test_ids_are_unique_and_texts_say_something() -> None:
    items = load_catalog().items()
    assert len({item.id for item in items}) == len(items) >= 150
    assert all(item.text.strip() for item in items)
