"""What a path on the command line stands for."""

from itertools import count
from pathlib import Path

__all__ = ["STANDARD_STREAM", "beside", "holds_requisition"]

STANDARD_STREAM = "-"
"""Standard input where a file is read, standard output where one is written."""


def holds_requisition(path: str) -> bool:
    """Tell whether an input is ours: a requisition or our JSON, not somebody else's document.

    >>> holds_requisition("requisition.toml"), holds_requisition("old-posting.docx")
    (True, False)
    """
    return path == STANDARD_STREAM or Path(path).suffix.lower() in (".toml", ".json")


def beside(path: str, word: str) -> str:
    """Return the name of a file that does not exist yet, beside *path* and named by *word*.

    >>> beside("no-such-folder/requisition.toml", "unfinished")
    'no-such-folder/requisition.unfinished.toml'
    """
    named = Path(path)
    numbered = (f"{word}-{number}" if number > 1 else word for number in count(1))
    names = (named.with_name(f"{named.stem}.{one}{named.suffix}") for one in numbered)
    return str(next(name for name in names if not name.exists()))
