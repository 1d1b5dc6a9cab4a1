"""What a notebook shows of a plain list or tuple of our values: one document, as of any value.

A notebook that is running when the first value is made is told by itself; IPython can also be told by
``%load_ext casemgr_jd``, and told to forget.
"""

import sys
from collections.abc import Callable, Collection
from typing import Any

__all__ = ["forget", "register", "register_here"]

_KINDS = (list, tuple)
_Shown = Callable[[Any], Any]
_Markup = Callable[[Collection[Any]], str]
"""Returns the view of values that are all ours, and nothing for others."""
_before: dict[type, _Shown | None] = {}
"""By kind: what showed it in IPython before, which goes on showing all others."""


def register_here(markup: _Markup) -> None:
    """Tell the notebook that this runs in, if it does in one; whatever it is like, nothing fails for it."""
    try:
        ipython = sys.modules.get("IPython")
        shell = ipython.get_ipython() if ipython else None
        if shell is not None:
            register(shell, markup)
        if "marimo" in sys.modules:
            _register_in_marimo(markup)
    except Exception:
        return


def register(shell: Any, markup: _Markup) -> None:
    """Have a shell of IPython show lists and tuples of our values as one document."""
    formatter = shell.display_formatter.formatters["text/html"]
    for kind in _KINDS:
        if kind not in _before:
            _before[kind] = formatter.for_type(kind, _shown_by(kind, markup))


def forget(shell: Any) -> None:
    """Have it show them as it did before."""
    formatter = shell.display_formatter.formatters["text/html"]
    for kind, shown in _before.items():
        formatter.pop(kind, None)
        if shown:
            formatter.for_type(kind, shown)
    _before.clear()


def _shown_by(kind: type, markup: _Markup) -> _Shown:
    def shown(values: Collection[Any]) -> Any:
        other = _before.get(kind)
        return markup(values) or (other(values) if other else None)

    return shown


def _register_in_marimo(markup: _Markup) -> None:
    from importlib import import_module

    formatters = import_module("marimo._output.formatting").FORMATTERS.formatters
    before = formatters.get(list)
    if before is None or getattr(before, "of_casemgr_jd", False):
        return

    def shown(values: Any) -> tuple[str, str]:
        ours = markup(values) if isinstance(values, _KINDS) else ""
        return ("text/html", ours) if ours else before(values)

    shown.of_casemgr_jd = True  # type: ignore[attr-defined]
    # Dictionaries too: marimo knows all kinds that hold others by their having the same function.
    for kind in [kind for kind, one in formatters.items() if one is before]:
        formatters[kind] = shown
