"""How a value shows itself in a notebook: through the format registered as HTML, looked up by name."""

from collections.abc import Collection
from copy import copy
from typing import Any

from casemgr_jd._notebook import register_here
from casemgr_jd._registry import load_attribute
from casemgr_jd._views import view
from casemgr_jd.model._value import Value

__all__ = ["ShowsItself", "listed_markup"]

_LISTED = "casemgr_jd.model.listed:listed"
"""What makes one document of several values; it stands above them."""
_CLASS = "casemgr-jd"
# Twice, so that it goes before the rules that a notebook has for all that it shows.
_ALL = f".{_CLASS}.{_CLASS}"
# Colors are the notebook's own, light or dark; every rule is bound to the class.
_STYLE = (
    "<style>"
    ".casemgr-jd{padding:.25em 1em 0;border:1px solid;"
    "border-color:color-mix(in srgb,currentColor 25%,transparent);border-radius:.4em;"
    "text-align:left;line-height:1.5;color:inherit;background:transparent}"
    # What goes on below fades out, so that no row looks cut; at the end there is room to fade.
    ".casemgr-jd-body{max-height:30em;overflow:auto;padding-bottom:1.75em;"
    "-webkit-mask-image:linear-gradient(#000 calc(100% - 2em),transparent);"
    "mask-image:linear-gradient(#000 calc(100% - 2em),transparent)}"
    ".casemgr-jd-head{margin:.25em 0;font-size:.85em;opacity:.8}"
    f"{_ALL} :is(h1,h2,h3,h4){{font-weight:600;line-height:1.3}}"
    f"{_ALL} h1{{margin:.25em 0 .5em;font-size:1.4em}}"
    f"{_ALL} h2{{margin:1em 0 .25em;font-size:1.15em}}"
    f"{_ALL} :is(h3,h4){{margin:.75em 0 .25em;font-size:1em}}"
    f"{_ALL} summary{{margin:1em 0 .25em;cursor:pointer}}{_ALL} summary>*{{display:inline}}"
    f"{_ALL} :is(p,ul){{margin:.4em 0;max-width:50em}}{_ALL} li{{margin:.15em 0}}"
    f"{_ALL} dl{{margin:.5em 0}}{_ALL} dl>div{{display:flex;gap:.75em;margin:.15em 0}}"
    f"{_ALL} dt{{flex:0 0 min(11em,35%);font-weight:400;opacity:.8}}{_ALL} dd{{margin:0;max-width:39em}}"
    f"{_ALL} table{{margin:.5em 0;border-collapse:collapse;font-size:inherit}}"
    f"{_ALL} :is(tr,th,td,caption){{text-align:left;vertical-align:top}}"
    f"{_ALL} :is(th,td,caption){{padding:.2em .75em .2em 0}}"
    f"{_ALL} .blank{{border-bottom:2px dotted}}"
    # The blue of a browser is too dark on a dark page that does not say that it is one.
    f"{_ALL} a{{color:inherit;text-decoration:underline;text-underline-offset:.15em}}"
    "</style>"
)


class ShowsItself(Value):
    """Gives a value a notebook view; without one, the plain ``repr`` is shown."""

    __slots__ = ()

    def _repr_mimebundle_(
        self,
        include: Collection[str] | None = None,
        exclude: Collection[str] | None = None,
    ) -> dict[str, str]:
        bundle = {"text/plain": repr(self)}
        markup = self._markup()
        if markup:
            bundle["text/html"] = markup
        return {
            kind: text
            for kind, text in bundle.items()
            if (not include or kind in include) and (not exclude or kind not in exclude)
        }

    def _repr_html_(self) -> str | None:
        """Return the view alone: marimo asks for it, and in a list or a dictionary for nothing else."""
        # An application of marimo is one process for all who look at it, and forgets with each of them.
        register_here(listed_markup)
        return self._markup() or None

    def to_document(self) -> Any:
        """Return the document that shows this value, wherever one is rendered, written or displayed."""
        return view(self, "document")

    def _markup(self) -> str:
        # A cell that cannot be drawn must show the plain repr, whatever went wrong.
        try:
            from casemgr_jd._formats import FORMATS

            renderer: Any = FORMATS.get("html_fragment")
            if hasattr(renderer, "curls"):
                # It is looked at, as a page is.
                renderer = copy(renderer)
                renderer.curls = True
            body = str(renderer.render(self.to_document()))
            head = f'<p class="{_CLASS}-head">{self._head()}</p>'
            # What scrolls must be reached by the keyboard.
            reached = 'role="group" aria-label="Content" tabindex="0"'
            scrolls = f'<div class="{_CLASS}-body" {reached}>{body}</div>'
            return f'<div class="{_CLASS}">{_STYLE}{head}{scrolls}</div>'
        except Exception:
            return ""

    def _head(self) -> str:
        """Return the line above the view: what it is, and how much of it is blank."""
        import re
        from html import escape

        left = len(getattr(self, "unfilled", ()))
        blank = f" · {left} blank{'s' * (left != 1)}" if left else ""
        # A class is called by its words: InterviewKit is an interview kit.
        words = re.sub("(?<=[a-z])[A-Z]", lambda found: f" {found[0].lower()}", type(self).__name__)
        return escape(f"{words}{blank}")


def listed_markup(values: Collection[object]) -> str:
    """Return the view of several values as one document; empty where not all of them are ours."""
    if not values or not all(isinstance(one, ShowsItself) for one in values):
        return ""
    made: Any = load_attribute(_LISTED)
    markup: str | None = made(values)._repr_html_()
    return markup or ""


# Lists of values are Python's own, so that a notebook has to be told of them.
register_here(listed_markup)
