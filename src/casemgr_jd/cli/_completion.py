"""What a shell completes after an option: the options that a fact has."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from casemgr_jd.cli._answers import choices
from casemgr_jd.content.entries import FieldPlan
from casemgr_jd.content.load import load_catalog
from casemgr_jd.model.requisition import GUIDE

if TYPE_CHECKING:
    import click

__all__ = ["completing"]


def completing(plan: FieldPlan) -> "Callable[[click.Context, click.Parameter, str], list[str]]":
    """Return what completes a value of a fact."""

    def complete(context: "click.Context", parameter: "click.Parameter", begun: str) -> list[str]:
        offered = [*choices(plan, load_catalog()), *([GUIDE] if plan.adopt else ())]
        return [one for one in offered if one.lower().startswith(begun.lower())]

    return complete
