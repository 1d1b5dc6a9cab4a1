"""What the checker is told each time: which rules, what fails, what is accepted."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from casemgr_jd._attrs import field, fields, frozen
from casemgr_jd._doors import by_name
from casemgr_jd.errors import InputError
from casemgr_jd.model import _entry
from casemgr_jd.model._entry import Rejected, flag, lines, rejected, whole_number, words
from casemgr_jd.model._value import Value
from casemgr_jd.model.requisition import Requisition, Suppression

__all__ = ["CheckChoices"]

_LEVELS = ("error", "warning", "info", "never")


def _level(value: str | None) -> str:
    found: object = words(value)
    if isinstance(found, str) and found and found not in _LEVELS:
        return cast("str", rejected(f"is not known: {value!r}", f"one of: {', '.join(_LEVELS)}"))
    return cast("str", found)


def _suppressions(
    values: "Iterable[Suppression | Mapping[str, Any]] | None",
) -> tuple[Suppression, ...]:
    try:
        return Requisition(suppress=values).suppress
    except InputError as error:
        problems = [one._replace(path=one.path.removeprefix("suppress")) for one in error.problems]
        return cast("tuple[Suppression, ...]", Rejected(tuple(problems)))


@by_name
@frozen(repr=False, kw_only=True, eq=False)
class CheckChoices(Value):
    """What the checker is told each time, for all postings of a house.

    Raises:
        InputError: a value is of a wrong kind; all problems at once.

    >>> CheckChoices(ignore="REA", employees=2400).ignore
    ('REA',)
    """

    select: tuple[str, ...] = field(default=(), converter=lines)
    """Codes, starts of codes or slugs of the rules to run; all that are on by default if empty."""
    ignore: tuple[str, ...] = field(default=(), converter=lines)
    """Codes, starts of codes or slugs of rules to leave out."""
    fail_on: str = field(default="", converter=_level)
    """``error``, ``warning``, ``info`` or ``never``: from where on ``casemgr-jd check`` fails."""
    location: str = field(default="", converter=words)
    """Where the job of a document is, such as ``Denver, CO``, if the document leaves it out."""
    employees: int | None = field(default=None, converter=whole_number)
    """Headcount of the employer, for thresholds in law."""
    requisition: str = field(default="", converter=words)
    """Path of a requisition with facts about the employer, for documents."""
    inline_suppressions: bool | None = field(default=None, converter=flag)
    """Whether suppressions in comments of a document count; they do if left out."""
    outlets: tuple[str, ...] = field(default=(), converter=lines)
    """Where postings are to be published: finds what would be refused there."""
    suppress: tuple[Suppression, ...] = field(default=(), converter=_suppressions)
    """Findings that are accepted, each with a reason."""

    def __attrs_post_init__(self) -> None:
        _entry.settle(self)

    def over(self, other: "CheckChoices") -> "CheckChoices":
        """Return *other* with what this one says in place of it; what both accept is joined."""
        given = {
            one.name: value
            for one in fields(CheckChoices)
            if (value := getattr(self, one.name)) not in ("", None, ())
        }
        beneath = {one.name: getattr(other, one.name) for one in fields(CheckChoices)}
        accepted = tuple(dict.fromkeys((*other.suppress, *self.suppress)))
        return CheckChoices(**{**beneath, **given, "suppress": accepted})
