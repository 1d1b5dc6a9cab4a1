"""Cells that no spreadsheet runs as a formula, and as they were before: nothing of them is lost."""

import json
from typing import Any

__all__ = ["plain_cell", "shielded"]

_SHIELD = "'"
# What a spreadsheet would run as a formula, in letters of any width, and what a shielded cell begins with.
_READ_AS_FORMULA = (*"=+-@＝＋－＠", "\t", "\r", "\n", _SHIELD)


def shielded(cell: Any) -> Any:
    """Return a cell that no spreadsheet runs as a formula; ``plain_cell`` takes the shield off again.

    >>> shielded("=1+1"), shielded(None), shielded(["RN"])
    ("'=1+1", '', '["RN"]')
    """
    if cell is None:
        return ""
    text = cell if isinstance(cell, str) else json.dumps(cell, ensure_ascii=False)
    return f"{_SHIELD}{text}" if text.startswith(_READ_AS_FORMULA) else text


def plain_cell(cell: Any) -> Any:
    """Return a cell as it was before it was shielded.

    >>> plain_cell("'=1+1"), plain_cell("RN")
    ('=1+1', 'RN')
    """
    return cell[1:] if isinstance(cell, str) and cell.startswith(_SHIELD) else cell
