"""A map for the columns of a table, to be filled in."""

import json
from collections.abc import Iterable
from textwrap import wrap

from casemgr_jd._names import did_you_mean
from casemgr_jd.cli._toml import toml_key
from casemgr_jd.errors import InputError
from casemgr_jd.serde.table.columns import columns_of, target_names
from casemgr_jd.serde.table.table_map import TableMap

__all__ = ["map_template"]

_OPENING = """\
# What the columns and codes of a table mean. Give each column the field of a requisition that it holds.
schema_version = 1

[columns]
"""
_REST = """
# What a code stands for, by column; a value as a requisition file has it.
# [codes."Job Level"]
# E = "entry"
# [codes."Benefit Plan"]
# "FT-A" = ["medical", "dental", "vision"]

# Facts of every row whose own cell holds nothing.
# [every_row]
# organization = "Lakeside Health"

[reading]
# separators = ";|"          # what parts the entries of a list in one cell
# dates = "month first"      # or "day first"
# blanks = ["N/A"]           # words that stand for an empty cell
# ignore = []                # columns to leave out, or true for all others
"""


def map_template(header: Iterable[str]) -> str:
    """Return a map that names each column of *header* once.

    >>> 'Tier = "tier"' in map_template(["Tier", "Cost Center"])
    True
    """
    lines = [_line(name) for name in header if name]
    fields = wrap(", ".join(target_names()), 96, break_long_words=False)
    known = "".join(f"#   {line}\n" for line in fields)
    return f"{_OPENING}{''.join(lines)}\n# Fields:\n{known}{_REST}"


def _line(name: str) -> str:
    try:
        found = columns_of([name], TableMap())
        (column,) = (one for columns in found.by_field.values() for one in columns)
    except (InputError, ValueError):
        guess = did_you_mean(name, target_names()).removeprefix("did you mean ").strip("'?")
        return f"# {toml_key(name)} = {json.dumps(guess or '…', ensure_ascii=False)}\n"
    target = f"{column.field}.{column.part}" if column.part else column.field
    return f"{toml_key(name)} = {json.dumps(target)}\n"
