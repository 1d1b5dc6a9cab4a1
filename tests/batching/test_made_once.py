"""Of a table in which cells are missing at random, what came before is never made again."""

import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import casemgr_jd as jd
from casemgr_jd.builder import blocks, groups, layout, naming
from casemgr_jd.renderers import _sections

ROOT = Path(__file__).parents[2]


def _table(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    monkeypatch.setattr(sys, "path", [str(ROOT / "benchmarks"), *sys.path])
    from make_requisitions import HEADER, rows  # type: ignore[import-not-found]

    chance = random.Random(1)
    yield list(HEADER)
    # Who the job is at and what it is must stand in each row; all the rest may be missing.
    for row in rows(2_500):
        yield [cell if at < 8 or chance.random() < 2 / 3 else "" for at, cell in enumerate(row)]


def _noting(name: str, made: list[str], make: Callable[..., Any]) -> Callable[..., Any]:
    def noted(*given: Any) -> Any:
        made.append(name)
        return make(*given)

    return noted


def test_the_sections_of_a_table_are_made_and_taken_apart_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    header, *table = _table(monkeypatch)
    map_of_table = jd.load_table_map(ROOT / "examples" / "maps" / "requisitions.toml")
    # What other tests left fills what is remembered.
    for module in (groups, layout):
        monkeypatch.setattr(module, "_known", {})
    naming._known.cache_clear()
    monkeypatch.setattr(_sections, "_remembered", {})
    layout._places.cache_clear()
    layout._rooms.cache_clear()
    made: list[str] = []
    monkeypatch.setattr(naming, "blocks_of", _noting("blocks", made, blocks.blocks_of))
    monkeypatch.setattr(_sections, "_in_pieces", _noting("pieces", made, _sections._in_pieces))
    texts: list[list[str]] = []
    for _ in range(2):
        made.clear()
        found = jd.batch(table, header=header, table_map=map_of_table)
        texts.append([str(one.output) for one in found])
    assert texts[0] == texts[1]
    # What came once in the first round is taken apart in the second.
    assert set(made) <= {"pieces"}
    assert len(made) < 200, len(made)
