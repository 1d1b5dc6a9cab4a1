"""What a path on the command line stands for."""

from pathlib import Path

__all__ = ["STANDARD_STREAM", "holds_requisition"]

STANDARD_STREAM = "-"
"""Standard input where a file is read, standard output where one is written."""


def holds_requisition(path: str) -> bool:
    """Tell whether an input is ours: a requisition or our JSON, not somebody else's document.

    >>> holds_requisition("requisition.toml"), holds_requisition("old-posting.docx")
    (True, False)
    """
    return path == STANDARD_STREAM or Path(path).suffix.lower() in (".toml", ".json")
