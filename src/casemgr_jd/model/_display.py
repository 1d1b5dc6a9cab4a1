"""How a value shows itself in a notebook: through the format registered as HTML, looked up by name."""

from collections.abc import Collection

from casemgr_jd.model._value import Value

__all__ = ["ShowsItself"]


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

    def _as_document(self) -> object:
        """Return what stands for this value in a notebook: itself, where it is a document."""
        return self

    def _markup(self) -> str:
        # A cell that cannot be drawn must show the plain repr, whatever went wrong.
        try:
            from casemgr_jd._formats import FORMATS

            return str(FORMATS.get("html_fragment").render(self._as_document()))
        except Exception:
            return ""
