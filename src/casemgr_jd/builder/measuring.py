"""The caseload and the measures of a posting: the employer's own, or the guide's where adopted."""

from collections.abc import Iterable, Iterator

from casemgr_jd.builder.chosen import ALWAYS_KEPT, Chosen
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.model.choices import Edition
from casemgr_jd.model.measures import KPI, CaseloadRange
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.setting import SettingModule
from casemgr_jd.model.text import Text

__all__ = ["caseloads", "measures"]

_OWN_CASELOAD = Text.parse("Caseload: {caseload}.")


def caseloads(
    requisition: Requisition, modules: Iterable[SettingModule], edition: str
) -> Iterator[Chosen]:
    """Yield what the posting says of the caseload; nothing where none is given or adopted.

    An employer's own stands among the facts; the guide's sections tell it here.
    """
    if isinstance(requisition.caseload, CaseloadRange):
        if edition == Edition.FULL.value:
            yield Chosen("caseload", _OWN_CASELOAD, "", 1, "paragraphs")
        return
    guides = [(module.name, module.caseload) for module in modules if module.caseload]
    for name, caseload in guides if requisition.caseload else ():
        label = name if len(guides) > 1 else ""
        form = "bullets" if label else "paragraphs"
        text = Text.plain(caseload.statement())
        states = (caseload.id, "caseload.phrase")
        yield Chosen(caseload.id, text, label, 1, form, states, ("caseload",))


def measures(requisition: Requisition, catalog: Catalog) -> Iterator[Chosen]:
    """Yield each measure: by the guide's id in the guide's words, else in the employer's."""
    known: dict[str, KPI] = {kpi.id: kpi for _, _, kpis in catalog.kpi_sets for kpi in kpis}
    sets = {kpi.id: set_id for set_id, _, kpis in catalog.kpi_sets for kpi in kpis}
    stated: set[str] = set()
    told = ("measures",)
    for number, name in enumerate(requisition.measures, 1):
        kpi = known.get(name)
        if kpi is None:
            own = f"own.measures.{number}"
            yield Chosen(own, Text.plain(name), "", ALWAYS_KEPT, tells=told)
        else:
            states = () if sets[name] in stated else (sets[name],)
            stated.add(sets[name])
            text = Text.plain(kpi.statement())
            yield Chosen(kpi.id, text, "", 4, "bullets", states, told)
