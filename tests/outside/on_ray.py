"""Ray maps ``batch_arrow`` over partitions for real: the same texts, rejects and counts as one process.

Run by ``nox -s ray``; not collected with the other tests, which need no Ray.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pyarrow
import pytest
import ray
from partitioned import MAP, ROWS

import casemgr_jd as jd


@pytest.fixture(scope="module", autouse=True)
def _running() -> Iterator[None]:
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    yield
    ray.shutdown()


def test_ray_maps_it_over_partitions() -> None:
    whole = jd.batch_arrow(pyarrow.Table.from_pylist(ROWS), table_map=MAP)
    parts = [pyarrow.Table.from_pylist(ROWS[start : start + 20]) for start in (0, 20, 40)]
    data: Any = ray.data
    data.DataContext.get_current().execution_options.preserve_order = True
    work = data.from_arrow(parts).map_batches(
        partial(jd.batch_arrow, table_map=MAP), batch_format="pyarrow", batch_size=None
    )
    found = [{**one, "problems": list(one["problems"])} for one in work.take_all()]
    assert found == whole.to_pylist()
    assert sum(bool(one["problems"]) for one in found) == 7
