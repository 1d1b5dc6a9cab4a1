"""Spark maps ``batch_arrow`` over partitions for real: the same texts, rejects and counts as one process.

Run by ``nox -s spark``, which needs Java; not collected with the other tests, which need no Spark.
"""

from collections.abc import Iterator
from typing import Any

import pyarrow
import pytest
from partitioned import MAP, ROWS
from pyspark.sql import SparkSession

import casemgr_jd as jd


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    builder: Any = SparkSession.builder
    session = builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    yield session
    session.stop()


def test_spark_maps_it_over_partitions(spark: Any) -> None:
    table_map = MAP
    whole = jd.batch_arrow(pyarrow.Table.from_pylist(ROWS), table_map=table_map)

    def posted(batches: Iterator[Any]) -> Iterator[Any]:
        for one in batches:
            yield from jd.batch_arrow(one, table_map=table_map).to_batches()

    frame = spark.createDataFrame(ROWS).coalesce(1).repartitionByRange(3, "Org")
    in_order = pyarrow.Table.from_pylist([row.asDict() for row in frame.collect()])
    work = frame.mapInArrow(posted, "posting string, problems array<string>")
    assert work.rdd.getNumPartitions() == 3
    found = [row.asDict() for row in work.collect()]
    assert found == jd.batch_arrow(in_order, table_map=table_map).to_pylist()
    assert sorted(map(str, found)) == sorted(map(str, whole.to_pylist()))
    assert sum(bool(one["problems"]) for one in found) == 7
