"""Options of an outlet: what an account or a publisher adds that is no fact of the job.

They come from Python, from a table of a requisition file or, as text, from the command line, and are
read alike.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, ClassVar, Self, TypeAlias, cast

from casemgr_jd._doors import doors
from casemgr_jd._names import did_you_mean
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model._entry import Rejected, calendar_date, flag, line, rejected, whole_number
from casemgr_jd.model._urls import is_address, url

__all__ = [
    "Configured",
    "OptionReader",
    "day",
    "mail",
    "number",
    "one_of",
    "text",
    "web",
    "yes_or_no",
]

OptionReader: TypeAlias = Callable[[Any], Any]


def text(value: str | None) -> str | None:
    """Read one line of text."""
    return line(value)


def web(value: str | None) -> str | None:
    """Read a web address."""
    return url(value)


def mail(value: str | None) -> str | None:
    """Read an address for mail."""
    found = line(value)
    if isinstance(found, str) and not is_address(f"mailto:{found}"):
        return cast(
            "None", rejected(f"is no address for mail: {found!r}", "like jobs@employer.example")
        )
    return found


def day(value: "date | str | None") -> date | None:
    """Read a calendar date."""
    return calendar_date(value)


def number(value: "int | str | None") -> int | None:
    """Read a whole number; the command line gives it as text."""
    if isinstance(value, str) and value.strip().isascii() and value.strip().isdigit():
        return int(value)
    return whole_number(value)  # type: ignore[arg-type]


def yes_or_no(value: "bool | str | None") -> bool | None:
    """Read true or false; the command line gives it as text."""
    if isinstance(value, str) and value.strip().lower() in ("true", "false"):
        return value.strip().lower() == "true"
    return flag(value)  # type: ignore[arg-type]


def one_of(*known: str) -> OptionReader:
    """Return what reads one of some words."""

    def read(value: str | None) -> str | None:
        found = line(value)
        if isinstance(found, str) and found not in known:
            reason = f"is not known: {found!r}"
            return cast("None", rejected(reason, f"one of: {', '.join(known)}"))
        return found

    return read


@doors
class Configured:
    """A renderer with options, by name, each with what reads its value.

    >>> from casemgr_jd.renderers.linkedin import LinkedInRenderer
    >>> LinkedInRenderer().with_options({"company_id": "42"}).given["company_id"]
    42
    >>> LinkedInRenderer().with_options({"compny_id": 42})
    Traceback (most recent call last):
    casemgr_jd.errors.InputError: linkedin: compny_id: is not an option (did you mean 'company_id'?)
    """

    name: str
    options: ClassVar[Mapping[str, OptionReader]] = {}

    given: dict[str, Any]
    """The options that this renderer was made with."""

    @property
    def option_tables(self) -> tuple[str, ...]:
        """Names under which a file gives these options, the last above the first."""
        return (self.name,)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        doors(cls)

    def with_options(self, options: Mapping[str, Any]) -> Self:
        """Return the same renderer with *options* over those that it has.

        Raises:
            InputError: an option is not known, or its value is wrong; all problems at once.
        """
        read: dict[str, Any] = {}
        problems: list[Problem] = []
        for name, value in options.items():
            if name not in self.options:
                known = ", ".join(self.options) or "none"
                hint = did_you_mean(name, list(self.options)) or f"{self.name} takes: {known}"
                problems.append(Problem(name, "is not an option", hint))
                continue
            found = self.options[name](value)
            if isinstance(found, Rejected):
                problems += [problem.under(name) for problem in found.problems]
            else:
                read[name] = found
        if problems:
            raise InputError(problems, self.name)
        return type(self)(**{**getattr(self, "given", {}), **read})

    def __reduce__(self) -> tuple[Any, ...]:
        # What a renderer makes of its options holds functions, which do not pickle; the options do.
        return _configured, (type(self), getattr(self, "given", {}))


def _configured(kind: type[Configured], given: dict[str, Any]) -> Configured:
    return kind(**given)
