"""What a path on the command line stands for."""

from itertools import count
from pathlib import Path

from casemgr_jd._settings_files import is_about_requisitions
from casemgr_jd.errors import CaseMgrError

__all__ = ["STANDARD_STREAM", "beside", "holds_requisition", "stands_beside"]

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


def stands_beside(path: Path) -> bool:
    """Tell whether a file stands beside requisitions and is none: settings, a schema, a theme, a map.

    >>> stands_beside(Path("jobs/casemgr-jd.toml")), stands_beside(Path("jobs/no-such-file.toml"))
    (True, False)
    """
    return is_about_requisitions(path) or (path.suffix.lower() == ".toml" and _is_look_or_map(path))


def _is_look_or_map(path: Path) -> bool:
    from attrs import fields

    from casemgr_jd.renderers.theme import Theme
    from casemgr_jd.serde.requisition import read_table
    from casemgr_jd.serde.table.table_map import MAP_KEYS

    try:
        keys = set(read_table(path))
    except (CaseMgrError, OSError):
        return False  # whoever reads it says what is wrong
    look = {one.name for one in fields(Theme)}
    return bool(keys) and (keys <= look or keys <= set(MAP_KEYS))
