"""Which documents ``casemgr-jd check`` is to look at, and what else it is told about them."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd.checks.entry import check, check_document
from casemgr_jd.checks.many import Reports, Unreadable
from casemgr_jd.checks.report import Report
from casemgr_jd.cli._house import House
from casemgr_jd.cli._lines import with_lines
from casemgr_jd.cli._paths import STANDARD_STREAM, holds_requisition, stands_beside
from casemgr_jd.cli._place import place_of
from casemgr_jd.errors import CaseMgrError, InputError, Problem
from casemgr_jd.reading.open import SUFFIXES

if TYPE_CHECKING:
    from casemgr_jd.model.requisition import Requisition, Suppression

__all__ = ["Asked", "check_all", "documents"]

_FOUND_IN_FOLDERS = frozenset({*SUFFIXES, ".toml", ".json"} - {""})


@attrs.frozen(kw_only=True, eq=False)
class Asked(ByContent):
    """What one run is told, besides the documents."""

    day: date
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    requisition: str | None = None
    location: str | None = None
    employees: int | None = None
    house: House = attrs.field(factory=House)
    edition: str | None = None
    outlets: tuple[str, ...] = ()
    below: str | None = None
    inline: bool = True
    settled: frozenset[str] = frozenset()
    """What the settings say, and not the command: it is passed over where it does not fit."""

    @property
    def suppressions(self) -> "tuple[Suppression, ...]":
        """Findings that the house accepts."""
        return self.house.checks.suppress if self.house.checks else ()


def documents(given: Iterable[str], house: House | None = None) -> tuple[str, ...]:
    """Return every document that files, folders and patterns name, each once, in order.

    What the house brings as content is no posting.

    Raises:
        InputError: a folder holds no document that can be read, or a pattern fits none.
    """
    found: dict[str, None] = {}
    problems: list[Problem] = []
    for name in given:
        here = tuple(
            one for one in _named(name) if one == name or not (house and house.has_as_content(one))
        )
        if not here:
            reason = "holds no document" if Path(name).is_dir() else "fits no document"
            problems.append(Problem(name, reason, f"one of {', '.join(sorted(_FOUND_IN_FOLDERS))}"))
        found.update(dict.fromkeys(here))
    if problems:
        raise InputError(problems)
    return tuple(found)


def _named(name: str) -> Iterator[str]:
    path = Path(name)
    if name == STANDARD_STREAM or not (path.is_dir() or _is_pattern(name)):
        yield name
        return
    if path.is_dir():
        # Where the folder itself lies does not matter: what is hidden inside it is left out.
        inside: Iterable[Path] = (one for one in path.rglob("*") if not _hidden(one, path))
    else:
        import glob

        inside = (Path(one) for one in glob.glob(name, recursive=True))
    for one in sorted(inside):
        known = one.suffix.lower() in _FOUND_IN_FOLDERS and not stands_beside(one)
        if known and one.is_file():
            yield str(one)


def _is_pattern(name: str) -> bool:
    return any(mark in name for mark in "*?[") and not Path(name).exists()


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def check_all(paths: tuple[str, ...], asked: Asked) -> Reports:
    """Check every document; one that cannot be read is named, and the others are checked."""
    reports: list[Report] = []
    unreadable: list[Unreadable] = []
    for path in paths:
        try:
            reports.append(check_one(path, asked))
        except (CaseMgrError, OSError) as error:
            if isinstance(error, LookupError):  # a selector: wrong for all of them
                raise
            unreadable.append(Unreadable(_posix(path), _reason(error, path)))
    return Reports(reports=tuple(reports), unreadable=tuple(unreadable))


def _reason(error: Exception, path: str) -> str:
    """Say what is wrong in one line, without the name that stands beside it."""
    lines = error.problems if isinstance(error, InputError) else str(error).splitlines()
    words = "; ".join(" ".join(str(one).split()) for one in lines)
    for name in (path, Path(path).name):
        words = words.removeprefix(f"{name}: ")
    return words


def check_one(path: str, asked: Asked) -> Report:
    """Check one document.

    Raises:
        InputError: the document, or what was said of it, cannot be used.
    """
    if asked.edition and not holds_requisition(path):
        problem = Problem("", "is for a requisition", "a document stands as it is written")
        raise InputError([problem], "--edition")
    if holds_requisition(path):
        return _check_ours(path, asked)
    if asked.outlets and "outlets" not in asked.settled:
        reason = "is for a requisition, or a posting saved with -f json"
        raise InputError([Problem("", reason, "check the requisition it was made from")], "--for")
    return check_document(
        Path(path),
        today=asked.day,
        select=asked.select,
        ignore=asked.ignore,
        requisition=_facts(asked),
        inline=asked.inline,
        suppressions=asked.suppressions,
        name=_posix(path),
        below=Path(asked.below) if asked.below else None,
        catalog=asked.house.catalog() if asked.house.has_content else None,
        more_rules=asked.house.rules,
    )


def _check_ours(path: str, asked: Asked) -> Report:
    given = {
        "--requisition": asked.requisition,
        "--location": asked.location,
        "--employees": asked.employees,
    }
    for option, value in given.items():
        if value is not None and option.strip("-") not in asked.settled:
            problem = Problem("", "is for a document", "a posting of ours holds its requisition")
            raise InputError([problem], option)
    # A document needs neither builder nor catalog, so that only a requisition waits for them.
    from casemgr_jd.cli._files import built

    report = check(
        built(path, asked.house, edition=asked.edition),
        today=asked.day,
        select=asked.select,
        ignore=asked.ignore,
        below=built(asked.below, asked.house, edition=asked.edition) if asked.below else None,
        outlets=asked.outlets,
        suppressions=asked.suppressions,
        catalog=asked.house.catalog() if asked.house.has_content else None,
        more_rules=asked.house.rules,
    )
    if path == STANDARD_STREAM:
        return attrs.evolve(report, document="")
    return with_lines(attrs.evolve(report, document=_posix(path)), Path(path))


def _facts(asked: Asked) -> "Requisition | None":
    """What is told of the employer: by a requisition, and by options, which go before it."""
    told = (asked.requisition, asked.location, asked.employees, asked.house.style)
    if told == (None, None, None, None):
        return None
    from casemgr_jd.model.changes import standing_on
    from casemgr_jd.model.requisition import Requisition

    facts = Requisition()
    if asked.requisition:
        from casemgr_jd.cli._files import requisition_from

        facts = requisition_from(asked.requisition, asked.house.catalog())
    if asked.location is not None:
        facts = attrs.evolve(facts, locations=(place_of(asked.location, "--location"),))
    if asked.employees is not None:
        facts = attrs.evolve(facts, employees=asked.employees)
    if asked.house.style:
        own = asked.house.style.facts
        # Of the facts of the house, those that no document of its own tells.
        counted = Requisition(employees=own.employees, employees_in=own.employees_in)
        facts = standing_on(facts, counted)
    return facts if facts.given else None


def _posix(path: str) -> str:
    return Path(path).as_posix()
