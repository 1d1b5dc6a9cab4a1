"""The two doors of the room: a typed posting, and a document written elsewhere."""

from collections.abc import Iterable
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from casemgr_jd._doors import door
from casemgr_jd.checks.context import Context
from casemgr_jd.checks.engine import run, select_rules
from casemgr_jd.checks.outlets import outlet_findings
from casemgr_jd.checks.report import Report
from casemgr_jd.checks.rules import rules
from casemgr_jd.checks.suppress import suppress
from casemgr_jd.reading.open import SUFFIXES, read_document, read_text
from casemgr_jd.reading.source import Source

if TYPE_CHECKING:
    from casemgr_jd.model.posting import Posting
    from casemgr_jd.model.requisition import Requisition, Suppression

__all__ = ["check", "check_document"]

_LONGEST_PATH = 1_000
_FOR_DOCUMENTS = "a text or a file is for check_document"


@door(posting=_FOR_DOCUMENTS, below=_FOR_DOCUMENTS)
def check(
    posting: "Posting",
    *,
    today: date | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    below: "Posting | None" = None,
    outlets: str | Iterable[str] = (),
) -> Report:
    """Check a posting built by this library.

    Suppressions of its requisition are applied; unused and expired ones are reported.

    Args:
        posting: the posting.
        today: the day of the check; without it no date is past, and no law begins or ends.
        select: codes, starts of codes or slugs of the rules to run; all that are on by default if empty.
        ignore: codes, starts of codes or slugs of rules to leave out.
        below: the posting of the same job one tier below, to find grade compression.
        outlets: where it is to be published, such as ``google``: finds what would be refused there.

    Raises:
        UnknownNameError: a selector names no rule, or there is no outlet of a name.
    """
    from casemgr_jd.facts.facts import Facts
    from casemgr_jd.reading.typed import read_typed

    chosen = select_rules(rules(), select, ignore)
    source = read_typed(posting)
    context = Context(
        source=source,
        today=today,
        posting=posting,
        requisition=posting.requisition,
        suppressions=posting.requisition.suppress,
        below=Facts(read_typed(below), below.requisition) if below is not None else None,
        rules=chosen,
    )
    report = run(context)
    names = (outlets,) if isinstance(outlets, str) else outlets
    told = [one for name in names for one in outlet_findings(posting, name)]
    if told:
        report = attrs.evolve(report, findings=(*told, *report.findings))
    return suppress(report, context.suppressions, today)


@door()
def check_document(
    document: "str | PathLike[str]",
    *,
    today: date | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    suppressions: "Iterable[Suppression]" = (),
    requisition: "Requisition | None" = None,
    format: str | None = None,
    name: str = "",
    below: "str | PathLike[str] | None" = None,
) -> Report:
    """Check a posting written elsewhere: a path to a .md, .html, .txt or .docx file, or its text.

    Args:
        document: the path or the text; a string that names no file and has no known suffix is a text.
        today: the day of the check; without it no date is past, and no law begins or ends.
        select: codes, starts of codes or slugs of the rules to run; all that are on by default if empty.
        ignore: codes, starts of codes or slugs of rules to leave out.
        suppressions: findings that are accepted, each with a reason.
        requisition: facts about the employer that the text does not give, such as its head-count.
        format: ``markdown``, ``html``, ``text`` or ``docx``, where the suffix does not tell.
        name: what the report calls the document, if not the name of its file.
        below: the posting of the same job one tier below (a path or a text), to find grade compression.

    Raises:
        DocumentError: the document is missing, empty or damaged.
        UnknownNameError: a selector names no rule, or *format* no format.

    >>> report = check_document("We seek a [Job Title] for our team.", select=["TPL001"])
    >>> [(finding.code, finding.line, finding.column) for finding in report]
    [('TPL001', 1, 11)]
    """
    from casemgr_jd.facts.facts import Facts

    chosen = select_rules(rules(), select, ignore)
    source, notes = _read(document, format, name)
    accepted = (*suppressions, *(requisition.suppress if requisition is not None else ()))
    context = Context(
        source=source,
        today=today,
        requisition=requisition,
        suppressions=accepted,
        below=Facts(_read(below, None, "")[0]) if below is not None else None,
        rules=chosen,
    )
    report = suppress(run(context), accepted, today)
    return attrs.evolve(report, notes=(*notes, *report.notes)) if notes else report


def _read(
    document: "str | PathLike[str]", format: str | None, name: str
) -> tuple[Source, tuple[str, ...]]:
    if isinstance(document, str) and not _is_path(document):
        return read_text(document, format=format, name=name), ()
    source, notes = read_document(document, format=format)
    return (attrs.evolve(source, name=name) if name else source), notes


def _is_path(document: str) -> bool:
    """A short line that ends like a file we read, or that names a file, is a path."""
    if "\n" in document or len(document) > _LONGEST_PATH or not document.strip():
        return False
    suffix = Path(document).suffix.lower()
    if suffix and suffix in SUFFIXES and " " not in suffix:
        return True
    try:
        return Path(document).is_file()
    except (OSError, ValueError):
        return False
