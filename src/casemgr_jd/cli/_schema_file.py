"""The schema that stands beside requisitions, so that editors offer and check their keys."""

from pathlib import Path

from casemgr_jd._settings_files import SCHEMA_FILE
from casemgr_jd.cli._output import write
from casemgr_jd.cli._paths import STANDARD_STREAM
from casemgr_jd.cli._streams import say
from casemgr_jd.cli.schema import requisition_text
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.errors import InputError

__all__ = ["write_schema_beside"]


def write_schema_beside(output: str | None, catalog: Catalog) -> None:
    """Write the schema that a new requisition names into its folder, unless one is there.

    A requisition is whole without it: where it cannot be written, that is told, and nothing else.
    """
    if output is None or output == STANDARD_STREAM or not Path(output).is_file():
        return
    target = Path(output).with_name(SCHEMA_FILE)
    if target.exists():
        return
    try:
        write(requisition_text(catalog), str(target), "editors check the requisition by it")
    except InputError as error:
        say(f"casemgr-jd: {error}")
