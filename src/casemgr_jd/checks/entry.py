"""The two doors of the room: a typed posting, and a document written elsewhere."""

from collections.abc import Iterable
from contextlib import nullcontext
from datetime import date
from os import PathLike
from typing import TYPE_CHECKING

from casemgr_jd import _attrs as attrs
from casemgr_jd._doors import door
from casemgr_jd._files import read_file
from casemgr_jd._pause import collector_paused
from casemgr_jd.checks.context import Context
from casemgr_jd.checks.engine import run, select_rules
from casemgr_jd.checks.inline import Inline, inline_suppressions
from casemgr_jd.checks.law.reach import job_of
from casemgr_jd.checks.once import told_once, wanted_once
from casemgr_jd.checks.outlets import outlet_findings
from casemgr_jd.checks.remembered import Since
from casemgr_jd.checks.report import Report
from casemgr_jd.checks.rules import must_be_findable, rules, skipped
from casemgr_jd.checks.suppress import suppress
from casemgr_jd.checks.together import told_together, told_with_the_larger
from casemgr_jd.errors import DocumentError
from casemgr_jd.facts.facts import Facts
from casemgr_jd.facts.gather import gather
from casemgr_jd.law import survey
from casemgr_jd.reading.open import read_document, read_text
from casemgr_jd.reading.source import Source

if TYPE_CHECKING:
    from casemgr_jd.checks.rule import Rule
    from casemgr_jd.content.catalog import Catalog
    from casemgr_jd.model.posting import Posting
    from casemgr_jd.model.requisition import Requisition, Suppression

__all__ = ["check", "check_document"]

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
    suppressions: "Iterable[Suppression]" = (),
    catalog: "Catalog | None" = None,
    more_rules: "Iterable[Rule]" = (),
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
        suppressions: findings that are accepted, beside those of its requisition.
        catalog: the content in use, where an employer has its own: its ranges decide.
        more_rules: rules to run beside those that are known, such as those of a house style.

    Raises:
        ContentError: a phrase of more_rules cannot be looked for.
        UnknownNameError: a selector names no rule, or there is no outlet of a name.
    """
    from casemgr_jd.checks.fields import with_fields
    from casemgr_jd.reading.typed import read_typed

    chosen = _chosen(more_rules, select, ignore)
    source = read_typed(posting)
    context = Context(
        source=source,
        today=today,
        posting=posting,
        requisition=posting.requisition,
        catalog=catalog,
        suppressions=(*posting.requisition.suppress, *suppressions),
        below=Facts(read_typed(below), below.requisition) if below is not None else None,
        rules=chosen,
    )
    since = Since(context)
    report = run(context, since)
    names = (outlets,) if isinstance(outlets, str) else outlets
    told = [one for name in names for one in outlet_findings(posting, name)]
    if told:
        report = attrs.evolve(report, findings=(*told, *report.findings))
    return with_fields(_finished(report, context, since, ()), posting)


@door()
def check_document(
    document: "str | PathLike[str]",
    *,
    today: date | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    suppressions: "Iterable[Suppression]" = (),
    inline: bool = True,
    requisition: "Requisition | None" = None,
    format: str | None = None,
    name: str = "",
    below: "str | PathLike[str] | None" = None,
    as_text: bool = False,
    catalog: "Catalog | None" = None,
    more_rules: "Iterable[Rule]" = (),
) -> Report:
    """Check a posting written elsewhere: a .md, .html, .txt or .docx file, or its text.

    Args:
        document: a file (a ``Path``) or a text (a ``str``); no text is ever taken for a path.
        today: the day of the check; without it no date is past, and no law begins or ends.
        select: codes, starts of codes or slugs of the rules to run; all that are on by default if empty.
        ignore: codes, starts of codes or slugs of rules to leave out.
        suppressions: findings that are accepted, each with a reason.
        inline: whether suppressions in comments of the document count; not for documents of others.
        requisition: facts about the employer that the text does not give, such as its head-count.
        format: ``markdown``, ``html``, ``text`` or ``docx``, where the suffix does not tell.
        name: what the report calls the document, if not the name of its file.
        below: the posting of the same job one tier below (a file or a text), to find grade compression.
        as_text: whether it is a mere piece of text: nothing that a posting needs is then missed in it.
        catalog: the content in use, where an employer has its own: its ranges decide.
        more_rules: rules to run beside those that are known, such as those of a house style.

    Raises:
        DocumentError: the document is missing, empty or damaged, or a suppression in it cannot be read.
        ContentError: a phrase of more_rules cannot be looked for.
        UnknownNameError: a selector names no rule, or *format* no format.

    >>> report = check_document("We seek a [Job Title] for our team.", select=["TPL001"], as_text=True)
    >>> [(finding.code, finding.line, finding.column) for finding in report]
    [('TPL001', 1, 11)]
    """
    chosen = _chosen(more_rules, select, ignore)
    source, notes = _read(document, format, name)
    context = Context(
        source=source,
        today=today,
        requisition=requisition,
        catalog=catalog,
        suppressions=(*suppressions, *(requisition.suppress if requisition is not None else ())),
        inline=_inline(document, source.name) if inline else (),
        below=Facts(_read(below, None, "")[0]) if below is not None else None,
        rules=chosen,
        whole=not as_text,
    )
    # Of a long text much is made at once, which the collector would go through again and again.
    long = len(source.blocks) > _MANY_BLOCKS
    with collector_paused(stays=False) if long else nullcontext():
        since = Since(context)
        return _finished(run(context, since), context, since, notes)


_MANY_BLOCKS = 2_000


def _chosen(
    more_rules: "Iterable[Rule]", select: Iterable[str], ignore: Iterable[str]
) -> "tuple[Rule, ...]":
    more, known = tuple(more_rules), rules()
    select, ignore = tuple(select), tuple(ignore)
    if more or select or ignore:
        must_be_findable(more)
        return select_rules((*known, *more), select, ignore)
    if _BY_DEFAULT.get("of") is not known:
        _BY_DEFAULT.update(of=known, chosen=select_rules(known))
    return _BY_DEFAULT["chosen"]


#: The rules that run where none is selected, and all known rules from which they were chosen.
_BY_DEFAULT: "dict[str, tuple[Rule, ...]]" = {}


def _finished(report: Report, context: Context, since: Since, notes: tuple[str, ...]) -> Report:
    report = suppress(wanted_once(report, context.rules), context)
    report = told_with_the_larger(told_once(report, context.rules), context.rules)
    report = told_together(report, context.rules)
    if not context.whole:
        since.end()
        return attrs.evolve(report, notes=(*notes, *skipped(), *report.notes), today=context.today)
    reading = gather(context.facts, known=since.said)
    since.end()
    return attrs.evolve(
        report,
        notes=(*notes, *skipped(), *report.notes),
        reading=reading,
        surveyed=survey(job_of(context)),
        today=context.today,
    )


def _read(
    document: "str | PathLike[str]", format: str | None, name: str
) -> tuple[Source, tuple[str, ...]]:
    if isinstance(document, str):
        return read_text(document, format=format, name=name), ()
    source, notes = read_document(document, format=format)
    return (attrs.evolve(source, name=name) if name else source), notes


def _inline(document: "str | PathLike[str]", name: str) -> tuple[Inline, ...]:
    if isinstance(document, str):
        return inline_suppressions(document, name)
    data = read_file(document, DocumentError)
    # a Word file has no comments of this kind, and is a zip
    text = "" if data[:2] == b"PK" else data.decode("utf-8", "replace")
    return inline_suppressions(text, name)
