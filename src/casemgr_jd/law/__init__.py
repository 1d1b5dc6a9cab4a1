"""Law at a place, as dated records with thresholds and reach: what it wants in a posting, and what it bars.

What law says stands in ``data/law``, one file for each place; nothing here names one.
"""

from casemgr_jd.law.due import (
    PayDuties,
    added_classes,
    condition_wording,
    pay_duties,
    protected_names,
    statements_due,
)
from casemgr_jd.law.job import Job, offices_in
from casemgr_jd.law.licensure import compacts, credentials, license_phrase
from casemgr_jd.law.reach import HERE, Reach, Standing, by_state, reached, standing, standings
from casemgr_jd.law.records import (
    AiLaw,
    ExemptFloor,
    FairChanceLaw,
    Law,
    Limit,
    PayLaw,
    ProtectedClasses,
    Statement,
    Wording,
)
from casemgr_jd.law.survey import Surveyed, about, survey, turned
from casemgr_jd.law.tables import (
    ai_laws,
    all_laws,
    as_of,
    exempt_floors,
    fair_chance_laws,
    limits,
    pay_laws,
    place_name,
    places,
    protected_classes,
    statements,
    wordings,
)

__all__ = [
    "HERE",
    "AiLaw",
    "ExemptFloor",
    "FairChanceLaw",
    "Job",
    "Law",
    "Limit",
    "PayDuties",
    "PayLaw",
    "ProtectedClasses",
    "Reach",
    "Standing",
    "Statement",
    "Surveyed",
    "Wording",
    "about",
    "added_classes",
    "ai_laws",
    "all_laws",
    "as_of",
    "by_state",
    "compacts",
    "condition_wording",
    "credentials",
    "exempt_floors",
    "fair_chance_laws",
    "license_phrase",
    "limits",
    "offices_in",
    "pay_duties",
    "pay_laws",
    "place_name",
    "places",
    "protected_classes",
    "protected_names",
    "reached",
    "standing",
    "standings",
    "statements",
    "statements_due",
    "survey",
    "turned",
    "wordings",
]
