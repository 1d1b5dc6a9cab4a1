"""Every error a user of the library can meet, under one base class.

An error says *where* (file and field path), *what* is wrong, and *what to do*; an error that comes
from reading input lists every problem of that input at once.
"""

from casemgr_jd._records import NamedTuple

__all__ = [
    "CaseMgrError",
    "ContentError",
    "DocumentError",
    "ExtraNotInstalledError",
    "InputError",
    "KeywordError",
    "PlanError",
    "PluginWarning",
    "Problem",
    "Rejected",
    "RenderError",
    "UnknownNameError",
    "require",
]


class Problem(NamedTuple):
    """One thing wrong with an input.

    >>> print(Problem("pay.minimum", "is above pay.maximum", "swap the two figures"))
    pay.minimum: is above pay.maximum (swap the two figures)
    """

    path: str
    """Where in the input, as a dotted path such as ``locations[0].state``; empty for the whole."""
    reason: str
    """What is wrong with it."""
    hint: str = ""
    """What to do about it; may be empty."""

    def under(self, prefix: str) -> "Problem":
        """Return the same problem seen from one level further out."""
        joint = "" if not self.path or self.path.startswith("[") else "."
        return Problem(f"{prefix}{joint}{self.path}", self.reason, self.hint)

    def __str__(self) -> str:
        from casemgr_jd._shown import shown

        where = f"{self.path}: " if self.path else ""
        hint = f" ({self.hint})" if self.hint else ""
        return shown(f"{where}{self.reason}{hint}")


class Rejected(NamedTuple):
    """What was wrong with a value, in place of the value, until the class that it is given to reports it."""

    problems: tuple[Problem, ...]


class CaseMgrError(Exception):
    """Base class of every error raised on purpose by this library."""

    def __str__(self) -> str:
        from casemgr_jd._shown import shown_lines

        return shown_lines(super().__str__())


class InputError(CaseMgrError):
    """Something given to the library cannot be used; ``problems`` lists everything found.

    >>> print(InputError([Problem("tier", "unknown tier 'senoir'", "did you mean 'senior'?")]))
    tier: unknown tier 'senoir' (did you mean 'senior'?)
    """

    def __init__(self, problems: "list[Problem] | tuple[Problem, ...]", source: str = "") -> None:
        super().__init__(tuple(problems), source)
        self.problems: tuple[Problem, ...] = tuple(problems)
        self.source: str = str(source)

    def __str__(self) -> str:
        from casemgr_jd._shown import shown

        start = f"{shown(self.source)}: " if self.source else ""
        return "\n".join(f"{start}{problem}" for problem in self.problems)

    def named(self, source: str) -> "InputError":
        """Return the same error with the name of the file it was found in."""
        return type(self)(self.problems, source)


class KeywordError(InputError, TypeError):
    """A function or class was given a keyword that it does not take, or not all that it needs.

    It is a ``TypeError`` as well, as Python's own is.
    """


def require(value: object, kind: type, name: str, hint: str = "") -> None:
    """Refuse an argument of another kind where it enters, before it fails somewhere inside.

    Raises:
        InputError: *value* is not of *kind*; the path is *name*.
    """
    if not isinstance(value, kind):
        reason = f"must be a {kind.__name__}, not {type(value).__name__}"
        raise InputError([Problem(name, reason, hint)])


class ContentError(InputError):
    """Content (the packaged guide or an overlay) is malformed; ``problems`` lists everything."""


class DocumentError(InputError):
    """A document to be read (an existing posting, a JSON text) cannot be read."""


_MOST_LISTED = 40


class UnknownNameError(CaseMgrError, LookupError):
    """A name that was looked up does not exist; says which names do, and the nearest.

    >>> print(UnknownNameError("format", "markdwon", ["html", "markdown"]))
    unknown format 'markdwon'; did you mean 'markdown'? (one of: html, markdown)
    """

    def __init__(self, kind: str, name: str, known: "list[str] | tuple[str, ...]") -> None:
        super().__init__(kind, name, tuple(known))
        self.kind = kind
        self.name = name
        self.known: tuple[str, ...] = tuple(known)

    def __str__(self) -> str:
        from casemgr_jd._names import did_you_mean
        from casemgr_jd._shown import shown

        guess = did_you_mean(self.name, self.known)
        suffix = f"; {guess}" if guess else ""
        start = f"unknown {self.kind} {self.name!r}{suffix}"
        if len(self.known) > _MOST_LISTED:
            return shown(f"{start} (one of {len(self.known)} names)")
        return shown(f"{start} (one of: {', '.join(self.known)})")


class RenderError(CaseMgrError):
    """A document cannot be rendered: a node without a hook, a format that cannot take it."""


class PluginWarning(UserWarning):
    """Something that another distribution installs is left out; all else works without it."""


class PlanError(RenderError):
    """A plan cannot vary a field, because it changes which items stand in the posting."""


class ExtraNotInstalledError(CaseMgrError):
    """A format needs an optional dependency that is not installed; says which extra brings it."""
