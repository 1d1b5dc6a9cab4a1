"""How much a finding about law weighs: the same duty, reach and confidence weigh the same in every place."""

from collections.abc import Iterable
from typing import Any

from casemgr_jd.checks.rule import SEVERITIES
from casemgr_jd.law import Law, Standing

__all__ = ["heaviest", "weight"]


def weight(one: Standing[Any], confidence: str = "") -> str:
    """Return the severity of what goes against a law, by how sure it is that the law applies.

    An error needs a law that was read in a good source and surely applies; a law whose place is in doubt (a town that
    may lie outside every city, an office that a title names), or that was confirmed in no source, is information.

    Args:
        one: the law, and how it stands to the job.
        confidence: how sure the one point is, where it is less sure than the law.
    """
    sure = confidence or one.law.confidence
    in_doubt = not one.reach.certain and one.reach.how != "remote_anywhere"
    if sure == "unconfirmed" or in_doubt:
        return "info"
    return "error" if one.applies == "yes" and sure == "high" else "warning"


def heaviest(standings: Iterable[Standing[Law]], least: str = "info") -> str:
    """Return the severity of the law that weighs most, and no less than *least*."""
    return min((least, *map(weight, standings)), key=SEVERITIES.index)
