"""What IPython shows of a plain list or tuple of our values, where a notebook has asked for it."""

from collections.abc import Callable, Collection
from typing import Any

__all__ = ["forget", "register"]

_KINDS = (list, tuple)
_Shown = Callable[[Any], Any]
_before: dict[type, _Shown | None] = {}
"""By kind: what showed it before, which goes on showing all others."""


def register(shell: Any) -> None:
    """Have a shell of IPython show lists and tuples of our values as one document."""
    formatter = shell.display_formatter.formatters["text/html"]
    for kind in _KINDS:
        if kind not in _before:
            _before[kind] = formatter.for_type(kind, _shown_by(kind))


def forget(shell: Any) -> None:
    """Have it show them as it did before."""
    formatter = shell.display_formatter.formatters["text/html"]
    for kind, shown in _before.items():
        formatter.pop(kind, None)
        if shown:
            formatter.for_type(kind, shown)
    _before.clear()


def _shown_by(kind: type) -> _Shown:
    def shown(values: Collection[Any]) -> Any:
        markup = _markup(values)
        other = _before.get(kind)
        return markup or (other(values) if other else None)

    return shown


def _markup(values: Collection[Any]) -> str:
    from casemgr_jd.model._display import ShowsItself
    from casemgr_jd.model.listed import listed

    if not values or not all(isinstance(one, ShowsItself) for one in values):
        return ""
    bundle = listed(values)._repr_mimebundle_()
    return bundle.get("text/html", "")
