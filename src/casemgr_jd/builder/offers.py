"""What the guide offers for a fact of a job: what the value ``"guide"`` takes over, in words."""

from collections.abc import Iterable

from casemgr_jd._names import joined
from casemgr_jd.builder.effective import DEFAULT_ROLE, adopted_values, modules_of
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import FieldPlan
from casemgr_jd.model.condition import Situation
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.setting import SettingModule

__all__ = ["is_asked", "offer_in_words"]


def is_asked(plan: FieldPlan, requisition: Requisition) -> bool:
    """Tell whether a fact belongs to such a job, so that a form asks for it.

    >>> from casemgr_jd import load_catalog
    >>> is_asked(load_catalog().field("remote_states"), Requisition(work_model="onsite"))
    False
    """
    return plan.when.holds(Situation(requisition))


def offer_in_words(plan: FieldPlan, requisition: Requisition, catalog: Catalog) -> str:
    """Return what ``"guide"`` takes over for a job, with its figures; nothing where it takes over nothing.

    >>> from casemgr_jd import load_catalog
    >>> catalog = load_catalog()
    >>> offer_in_words(catalog.field("caseload"), Requisition(setting=["hospital"]), catalog)
    '12–22 patients per day'
    """
    if not plan.adopt:
        return ""
    if plan.name == "caseload":
        return _caseloads(modules_of(requisition, catalog))
    role = catalog.role(requisition.role or DEFAULT_ROLE)
    values = adopted_values(plan.name, requisition, role, catalog) or plan.adopts
    if plan.name == "measures":
        names = {kpi.id: kpi.statement() for _, _, kpis in catalog.kpi_sets for kpi in kpis}
        return "; ".join(names.get(one, one) for one in values)
    return joined(values, catalog.slot(plan.slot).join) if values else ""


def _caseloads(modules: Iterable[SettingModule]) -> str:
    found = [(one.name, one.caseload) for one in modules if one.caseload]
    if len(found) == 1:
        return str(found[0][1])
    return "; ".join(f"{name}: {caseload}" for name, caseload in found)
