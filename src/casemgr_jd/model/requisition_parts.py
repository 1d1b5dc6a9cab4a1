"""What a requisition says of the posting itself: what to accept, what to leave out, and what to add."""

from datetime import date

from casemgr_jd._attrs import field, frozen
from casemgr_jd._doors import by_name
from casemgr_jd.errors import Problem
from casemgr_jd.model import _entry
from casemgr_jd.model._entry import calendar_date, line, name
from casemgr_jd.model._value import Value

__all__ = ["Addition", "Omission", "Suppression"]


@by_name
@frozen(repr=False, eq=False)
class Suppression(Value):
    """A finding of the checker that the employer accepts, and why.

    >>> Suppression("REA001", "The board asked for the long form", until=date(2027, 3, 1)).code
    'REA001'
    """

    code: str = field(default="", converter=line)
    """Code of the rule, such as ``"REA001"``."""
    reason: str = field(default="", converter=line)
    """Why the finding is accepted."""
    until: date | None = field(default=None, converter=calendar_date)
    """The last day on which it is: a date, or text such as ``"2027-03-01"``; without one, always."""
    path: str | None = field(default=None, converter=line)
    """Where it is accepted, such as ``sections[2]``; everywhere if left out."""
    match: str | None = field(default=None, converter=line)
    """Words inside which findings are accepted; everywhere if left out."""

    def __attrs_post_init__(self) -> None:
        missing = [
            Problem(key, "is missing", "a suppression names a code and a reason")
            for key in ("code", "reason")
            if not getattr(self, key)
        ]
        _entry.settle(self, missing)


@by_name
@frozen(repr=False, eq=False)
class Omission(Value):
    """An item or section to leave out; what law wants is left out only for a reason."""

    id: str = field(default="", converter=line)
    """Id of the item, section or guide item, or the name of a labeled fact."""
    reason: str | None = field(default=None, converter=line)
    """Why; needed for what law wants."""

    def __attrs_post_init__(self) -> None:
        missing = [] if self.id else [Problem("id", "is missing", "name what to leave out")]
        _entry.settle(self, missing)


@by_name
@frozen(repr=False, eq=False)
class Addition(Value):
    """A sentence of the employer's for which no field exists, and the section that it stands in.

    >>> Addition("environment", "Parking is free.", label="Parking").section
    'environment'
    """

    section: str = field(default="", converter=name)
    """Id of the section that it stands in, such as ``"environment"``."""
    text: str = field(default="", converter=line)
    """The sentence, as it reads; braces in it are braces."""
    label: str | None = field(default=None, converter=line)
    """What stands in bold before it."""

    def __attrs_post_init__(self) -> None:
        missing = [
            Problem(key, "is missing", "an addition has a section and a text")
            for key in ("section", "text")
            if not getattr(self, key)
        ]
        _entry.settle(self, missing)
