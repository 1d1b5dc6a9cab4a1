"""Law at a place, as dated records with thresholds and reach: what it wants in a posting, and what it bars.

What law says stands in ``data/law``, one file for each place; nothing here names one. The names below are
loaded when they are used: a posting is built with few of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casemgr_jd.law.bars import AiLaw as AiLaw
    from casemgr_jd.law.bars import ExemptFloor as ExemptFloor
    from casemgr_jd.law.bars import FairChanceLaw as FairChanceLaw
    from casemgr_jd.law.bars import Limit as Limit
    from casemgr_jd.law.due import PayDuties as PayDuties
    from casemgr_jd.law.due import added_classes as added_classes
    from casemgr_jd.law.due import condition_wording as condition_wording
    from casemgr_jd.law.due import pay_duties as pay_duties
    from casemgr_jd.law.due import protected_names as protected_names
    from casemgr_jd.law.due import statements_due as statements_due
    from casemgr_jd.law.job import Job as Job
    from casemgr_jd.law.job import offices_in as offices_in
    from casemgr_jd.law.licensure import compacts as compacts
    from casemgr_jd.law.licensure import credentials as credentials
    from casemgr_jd.law.licensure import license_phrase as license_phrase
    from casemgr_jd.law.reach import HERE as HERE
    from casemgr_jd.law.reach import Reach as Reach
    from casemgr_jd.law.reach import Standing as Standing
    from casemgr_jd.law.reach import by_state as by_state
    from casemgr_jd.law.reach import reached as reached
    from casemgr_jd.law.reach import standing as standing
    from casemgr_jd.law.reach import standings as standings
    from casemgr_jd.law.records import SECTIONS_OF_LAW as SECTIONS_OF_LAW
    from casemgr_jd.law.records import Law as Law
    from casemgr_jd.law.records import PayLaw as PayLaw
    from casemgr_jd.law.records import ProtectedClasses as ProtectedClasses
    from casemgr_jd.law.records import Statement as Statement
    from casemgr_jd.law.records import Wording as Wording
    from casemgr_jd.law.surveyed import Surveyed as Surveyed
    from casemgr_jd.law.surveyed import about as about
    from casemgr_jd.law.surveyed import survey as survey
    from casemgr_jd.law.surveyed import turned as turned
    from casemgr_jd.law.tables import ai_laws as ai_laws
    from casemgr_jd.law.tables import all_laws as all_laws
    from casemgr_jd.law.tables import as_of as as_of
    from casemgr_jd.law.tables import exempt_floors as exempt_floors
    from casemgr_jd.law.tables import fair_chance_laws as fair_chance_laws
    from casemgr_jd.law.tables import limits as limits
    from casemgr_jd.law.tables import pay_laws as pay_laws
    from casemgr_jd.law.tables import place_name as place_name
    from casemgr_jd.law.tables import places as places
    from casemgr_jd.law.tables import protected_classes as protected_classes
    from casemgr_jd.law.tables import statements as statements
    from casemgr_jd.law.tables import wordings as wordings

_HOMES = {
    "bars": "AiLaw ExemptFloor FairChanceLaw Limit",
    "due": "PayDuties added_classes condition_wording pay_duties protected_names statements_due",
    "job": "Job offices_in",
    "licensure": "compacts credentials license_phrase",
    "reach": "HERE Reach Standing by_state reached standing standings",
    "records": "SECTIONS_OF_LAW Law PayLaw ProtectedClasses Statement Wording",
    "surveyed": "Surveyed about survey turned",
    "tables": "ai_laws all_laws as_of exempt_floors fair_chance_laws limits pay_laws place_name places "
    "protected_classes statements wordings",
}
_MODULES = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = [*_MODULES]  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
