"""The checker: what is wrong with a posting, where, why, and what to do about it.

``check`` reads a typed posting, ``check_document`` any existing one. Rules are data (``data/rules``); a rule that
needs more than wording names a function. Nothing here reads a clock: a day comes in as ``today``.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from casemgr_jd.checks.context import Context as Context
    from casemgr_jd.checks.context import Hit as Hit
    from casemgr_jd.checks.context import NotApplicable as NotApplicable
    from casemgr_jd.checks.entry import check as check
    from casemgr_jd.checks.entry import check_document as check_document
    from casemgr_jd.checks.report import Finding as Finding
    from casemgr_jd.checks.report import Report as Report
    from casemgr_jd.checks.rule import Rule as Rule
    from casemgr_jd.checks.rules import explain as explain

_HOMES = {
    "Context": "context",
    "Finding": "report",
    "Hit": "context",
    "NotApplicable": "context",
    "Report": "report",
    "Rule": "rule",
    "check": "entry",
    "check_document": "entry",
    "explain": "rules",
}

__all__ = [*sorted(_HOMES)]  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
