"""Rows in as Arrow, postings out as Arrow: what a framework maps over partitions."""

from typing import TYPE_CHECKING, Any

from casemgr_jd._doors import door
from casemgr_jd.batching.batch import batch
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.errors import ExtraNotInstalledError
from casemgr_jd.renderers.context import DEFAULT, RenderContext
from casemgr_jd.serde.table.table_map import TableMap

if TYPE_CHECKING:
    from casemgr_jd.renderers.protocol import Renderer

__all__ = ["batch_arrow"]


@door(rows=None)
def batch_arrow(
    rows: Any,
    *,
    format: "str | Renderer" = "markdown",
    table_map: TableMap | None = None,
    catalog: Catalog | None = None,
    context: RenderContext = DEFAULT,
) -> Any:
    """Return an Arrow table with a row for each of *rows*: ``posting`` and ``problems``, one of them empty.

    It pickles, with what is bound to it by ``functools.partial``: Dask's ``map_partitions`` over data
    frames, Spark's ``mapInArrow`` over batches and Ray's ``map_batches`` can each call it where the rows are.

    Args:
        rows: an Arrow table or batch, a data frame, or any other table that ``batch`` takes.
        format: name of a format, or a renderer.
        table_map: what other names of columns, and codes in their cells, mean.
        catalog: content in place of the packaged guide.
        context: as for ``render``.

    Raises:
        ExtraNotInstalledError: the extra ``tables`` is not installed.
        InputError: there is no table, or a column is no field.
    """
    try:
        import pyarrow
    except ImportError:
        needed = (
            'Arrow needs pyarrow, which is not installed; run: pip install "casemgr-jd[tables]"'
        )
        raise ExtraNotInstalledError(needed) from None
    outputs: list[Any] = []
    problems: list[list[str]] = []
    for outcome in batch(
        rows, format=format, table_map=table_map, catalog=catalog, context=context
    ):
        outputs.append(outcome.output)
        problems.append([str(one) for one in outcome.problems])
    is_binary = any(isinstance(one, bytes) for one in outputs)
    kind = pyarrow.binary() if is_binary else pyarrow.string()
    return pyarrow.table(
        {
            "posting": pyarrow.array(outputs, kind),
            "problems": pyarrow.array(problems, pyarrow.list_(pyarrow.string())),
        }
    )
