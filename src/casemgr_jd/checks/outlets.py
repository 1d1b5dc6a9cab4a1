"""What an outlet would say of a posting, as findings beside those of the rules.

The outlets are described in another room of this floor, which is asked by name.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from casemgr_jd._registry import load_attribute
from casemgr_jd.checks.report import Finding
from casemgr_jd.model.citation import Citation

if TYPE_CHECKING:
    from casemgr_jd.model.posting import Posting

__all__ = ["outlet_findings"]

_REMARKS = "casemgr_jd.renderers.acceptance:remarks"
_OUTLET = "casemgr_jd.renderers.outlets:outlet_named"
_CODES = {"error": "OUT001", "warning": "OUT002", "info": "OUT003"}


def outlet_findings(posting: "Posting", name: str) -> Iterator[Finding]:
    """Yield what the outlet would refuse (error), may refuse (warning) and would miss (info).

    Raises:
        UnknownNameError: there is no outlet of that name.
    """
    remarks: Any = load_attribute(_REMARKS)
    outlet: Any = load_attribute(_OUTLET)
    described = outlet(name)
    source = Citation(described.name, url=described.source, as_of=described.read)
    for remark in remarks(posting, name):
        yield Finding(
            code=_CODES[remark.severity],
            slug=f"outlet-{described.id}",
            severity=remark.severity,
            kind="fail",
            confidence="high" if remark.severity == "error" else "medium",
            message=f"{remark}.",
            path=remark.fact,
            citation=source,
        )
