"""How a report that people look at names the documents that it is on."""

from collections.abc import Iterable
from os.path import commonpath
from pathlib import PurePath

__all__ = ["names_file", "short_names"]


def short_names(documents: Iterable[str]) -> tuple[str, ...]:
    """Return the names of files without the folder that they share; titles of postings stay as they are.

    >>> short_names(["/home/ana/jobs/a.toml", "/home/ana/jobs/old/b.md"])
    ('a.toml', 'old/b.md')
    >>> short_names(["RN/LPN Case Manager, St. Mary"])
    ('RN/LPN Case Manager, St. Mary',)
    """
    names = tuple(documents)
    paths = {name: PurePath(name) for name in names}
    files = {name: path for name, path in paths.items() if names_file(name)}
    shared = _shared([path.parent for path in files.values()])
    if shared is None:
        return names
    return tuple(
        files[name].relative_to(shared).as_posix() if name in files else name for name in names
    )


def names_file(document: str) -> bool:
    """Tell whether a document is named by its file, and not by a title.

    >>> names_file("jobs/a.toml"), names_file("Case Manager, St. Mary")
    (True, False)
    """
    return PurePath(document).suffix[1:].isalnum()


def _shared(folders: list[PurePath]) -> PurePath | None:
    """Return the folder that holds all; none where there is no such one."""
    try:
        return PurePath(commonpath(folders))
    except ValueError:
        return None
