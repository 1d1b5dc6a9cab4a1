"""``casemgr-jd render``."""

import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import click

from casemgr_jd.cli._documents import format_of
from casemgr_jd.cli._files import built_with_table, in_edition, requisition_from
from casemgr_jd.cli._head_rows import too_many_rows
from casemgr_jd.cli._house import House, HouseCommand
from casemgr_jd.cli._options import configured, edition_option
from casemgr_jd.cli._output import write
from casemgr_jd.cli._streams import say
from casemgr_jd.content.copy_ready import template
from casemgr_jd.errors import RenderError
from casemgr_jd.model.choices import Edition
from casemgr_jd.model.document import Document
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.renderers.blanks import blanks
from casemgr_jd.renderers.context import RenderContext
from casemgr_jd.renderers.readers import addable

__all__ = ["command"]


@click.command("render", cls=HouseCommand)
@click.argument("requisition", required=False)
@click.option("-f", "--format", "format_", help="Format; see: casemgr-jd list formats.")
@click.option("-o", "--output", help="File to write; standard output if left out.")
@edition_option
@click.option(
    "--strict", is_flag=True, help="Exit with status 1 if something that is needed is blank."
)
@click.option(
    "--audience",
    type=click.Choice(["candidate", "writer"]),
    default="candidate",
    help="A writer also sees tips, and what the posting could say besides.",
)
@click.option(
    "--losses", is_flag=True, help="List on standard error what the format does not show."
)
@click.option(
    "--posted-on",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Date of posting, where the requisition gives none.",
)
@click.option(
    "--allow-incomplete",
    is_flag=True,
    help="Make a machine format of what its outlet would refuse as incomplete, without blanks.",
)
@click.option(
    "--option",
    "options",
    multiple=True,
    metavar="NAME=VALUE",
    help="Option of the outlet, such as company_id=42 for linkedin.",
)
@click.option(
    "--theme", help="TOML file with accent, font and logo, for formats that people look at."
)
@click.option(
    "--gallery",
    metavar="DIR",
    help="Write a page of every setting at every tier into a new folder, with an index.",
)
def command(
    requisition: str | None,
    format_: str | None,
    output: str | None,
    edition: str | None,
    strict: bool,
    audience: str,
    losses: bool,
    posted_on: datetime | None,
    allow_incomplete: bool,
    options: tuple[str, ...],
    theme: str | None,
    gallery: str | None,
    house: House,
) -> None:
    """Render the posting of REQUISITION, a .toml or .json file (or - for TOML on standard input).

    With --gallery, REQUISITION may be left out: the pages show what the guide says, with blanks. With
    --edition full --audience writer and no REQUISITION it is the guide's template, ready to copy.
    """
    if gallery is not None:
        if format_ or output or strict or losses or posted_on or allow_incomplete or options:
            raise click.UsageError(
                "--gallery writes HTML pages; it goes with --edition, --theme, --audience and --content"
            )
        _write_gallery(gallery, requisition, edition, theme, audience, house)
        return
    name = format_of(output, format_, "markdown")
    renderer = _themed(house.renderer(name), name, theme)
    context = RenderContext(audience=audience, allow_incomplete=allow_incomplete)
    if requisition is None:
        _must_want_template(edition, audience)
        renderer = configured(renderer, options)
        document = template(house.catalog())
        write(_made(renderer, document, context, "the template"), output)
        return
    day = posted_on.date() if posted_on else None
    posting, table = built_with_table(requisition, house, posted_on=day, edition=edition)
    renderer = configured(renderer, options, table, requisition)
    write(_made(renderer, posting, context, requisition), output, *_left(posting, context))
    if crowded := too_many_rows(posting):
        say(crowded)
    if name == "html":
        _tell_eligible(posting)
    if losses:
        _report_losses(renderer, posting)
    else:
        _tell_unshown(renderer, posting)
    if strict and posting.unfilled:
        left = _labels(posting.unfilled, posting)
        say(f"casemgr-jd: {requisition}: needed and still blank: {left}")
        sys.exit(1)


def _must_want_template(edition: str | None, audience: str) -> None:
    if (edition, audience) != (Edition.FULL, "writer"):
        raise click.UsageError(
            "name a REQUISITION; without one, --edition full --audience writer prints the guide's template, "
            "and --gallery writes a page of every setting"
        )


def _made(renderer: Any, document: Document, context: RenderContext, source: str) -> Any:
    try:
        return renderer.render(document, context)
    except RenderError as error:
        hint = "mend it, or make a draft with --allow-incomplete"
        raise RenderError(f"{source}: {error}\n{hint}") from None


def _left(posting: Posting, context: RenderContext) -> Iterator[str]:
    """Yield what a file says of itself when it is written: what is blank, and how much more could be told."""
    if left := blanks(posting):
        yield f"needed and still blank: {_labels(left, posting)}"
    if (more := len(addable(posting))) and not context.for_writer:
        yield f"{more} more facts could be told: --audience writer shows them"


def _labels(slots: Iterable[str], posting: Posting) -> str:
    return ", ".join(dict.fromkeys(posting.slot(name).label for name in slots))


def _tell_eligible(posting: Posting) -> None:
    """Tell why search engines would not list the page; a draft is told as such."""
    from casemgr_jd.renderers.acceptance import remarks

    if blanks(posting):
        say("a draft: the page holds no JSON-LD while blanks are left")
        return
    for one in remarks(posting, "google"):
        if one.severity == "error":
            say(f"not eligible for Google's job search: {one}")


def _themed(renderer: Any, name: str, theme: str | None) -> Any:
    """Return *renderer* with the theme of a file, where it has a look that a theme can change."""
    if theme is None:
        return renderer
    if not hasattr(renderer, "with_theme"):
        raise click.UsageError(
            f"the format {name!r} has no look; --theme goes with html, docx or pdf"
        )
    from casemgr_jd.renderers.theme import load_theme

    return renderer.with_theme(load_theme(theme))


def _write_gallery(
    folder: str,
    path: str | None,
    edition: str | None,
    theme: str | None,
    audience: str,
    house: House,
) -> None:
    from casemgr_jd.cli._gallery import write_gallery

    catalog = house.catalog()
    renderer = _themed(house.renderer("html"), "html", theme)
    own = requisition_from(path, catalog) if path else Requisition()
    facts = in_edition(house.requisition(own), edition)
    count = write_gallery(folder, facts, renderer, RenderContext(audience=audience), catalog)
    say(f"{count} pages and index.html in {folder}")


def _tell_unshown(renderer: object, posting: Posting) -> None:
    """Tell unasked what a reader would take for a fault: letters, a font or a logo that is not there."""
    unshown = getattr(renderer, "unshown", None)
    for one in unshown(posting) if unshown else ():
        say(f"not shown as given: {one}")


def _report_losses(renderer: object, posting: Posting) -> None:
    """Tell what is in no field of its own, and what the output does not hold at all."""
    folded, losses = (getattr(renderer, name, None) for name in ("folded", "losses"))
    in_text = folded(posting) if folded else ()
    found = losses(posting) if losses else ()
    lines = [f"in the text only: {', '.join(in_text)}"] if in_text else []
    lines += [str(loss) for loss in found] or ["nothing is lost"]
    say("\n".join(lines))
