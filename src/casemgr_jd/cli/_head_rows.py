"""Whether the head of a posting has more rows than one takes in, and what could stand elsewhere."""

from casemgr_jd.model.document import Fact, FactList
from casemgr_jd.model.posting import Posting

__all__ = ["too_many_rows"]

_MOST = 9
_LETTERHEAD = "fact.employer"
"""Who hires stands above the rows."""
_ADDED = "own."
"""How the id of a row begins that the requisition adds of its own."""


def too_many_rows(posting: Posting) -> str:
    """Return what to tell of a head that rows of the requisition's own make too long; else nothing.

    >>> rows = [Fact(f"Row {number}", "so much") for number in range(9)]
    >>> too_many_rows(Posting("Nurse", [FactList(rows)]))
    ''
    >>> rows.append(Fact("Funding", "a grant", "own.know_first.1"))
    >>> too_many_rows(Posting("Nurse", [FactList(rows)]))
    'the head has 10 rows, where 9 are read: tell Funding below, as under support'
    """
    facts = (row for one in posting.blocks if isinstance(one, FactList) for row in one.facts)
    rows = [one for one in facts if one.id != _LETTERHEAD]
    added = [one.label for one in rows if _is_added(one)]
    if len(rows) <= _MOST or not added:
        return ""
    many = f"the head has {len(rows)} rows, where {_MOST} are read"
    return f"{many}: tell {' or '.join(added)} below, as under support"


def _is_added(row: Fact) -> bool:
    return row.id.startswith(_ADDED)
