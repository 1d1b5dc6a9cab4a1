"""Which O*NET-SOC occupation a posting suggests: a proposal with a confidence, never a finding.

The codes are content of the catalog, with the attribution that their license asks for.
"""

from casemgr_jd.content.load import load_catalog
from casemgr_jd.model.occupation import Occupation
from casemgr_jd.model.posting import Posting

__all__ = ["suggested"]


def suggested(posting: Posting) -> Occupation | None:
    """Return the occupation that fits the role and settings of *posting* best.

    >>> from casemgr_jd import draft
    >>> print(suggested(draft().for_setting("behavioral").as_role("lcsw").build()))
    21-1023.00 Mental Health and Substance Abuse Social Workers
    """
    return load_catalog().occupation(posting.role or "case_manager", posting.settings)
