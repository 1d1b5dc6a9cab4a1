"""What is wrong with a template, told with its name and line."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from casemgr_jd.errors import CaseMgrError, RenderError

__all__ = ["rendered"]

_MISTAKES = (TypeError, AttributeError, LookupError, ArithmeticError, ValueError)
"""What Python raises where a template does with a value what cannot be done."""


def rendered(environment: Any, name: str, values: Mapping[str, Any]) -> str:
    """Return a template with values.

    Raises:
        RenderError: it is not there, cannot be read, or uses a name that means nothing; with its line.
    """
    from jinja2 import TemplateError, TemplateNotFound

    try:
        page: str = environment.get_template(name).render(values)
    except TemplateNotFound as error:
        raise RenderError(f"there is no template {error.message!r}") from None
    except CaseMgrError:
        raise
    except (TemplateError, *_MISTAKES) as error:
        raise RenderError(f"template {_place(error, environment, name)}: {error}") from error
    return page


def _place(error: Exception, environment: Any, name: str) -> str:
    """Return the template and the line of a mistake."""
    if getattr(error, "lineno", None):
        return f"{getattr(error, 'name', None) or name}, line {error.lineno}"  # type: ignore[attr-defined]
    known = set(environment.list_templates())
    here, trace = name, error.__traceback__
    while trace is not None:
        file = PurePath(trace.tb_frame.f_code.co_filename)
        if file.parent.name == "templates" and file.name in known:
            here = f"{file.name}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return here
