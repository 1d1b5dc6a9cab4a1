"""A folder of pages, one for every setting at every tier, with an index that shows them."""

import shutil
from collections.abc import Mapping
from os import replace
from pathlib import Path
from uuid import uuid4

import click

from casemgr_jd.content.catalog import Catalog
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.renderers.context import RenderContext
from casemgr_jd.renderers.gallery import Card, gallery_page
from casemgr_jd.renderers.page import HtmlPageRenderer
from casemgr_jd.variation.variants import Variant, variants

__all__ = ["write_gallery"]

_ELSEWHERE = "choose a folder that you may write to"


def write_gallery(
    folder: str,
    facts: Requisition | None,
    renderer: HtmlPageRenderer,
    context: RenderContext,
    catalog: Catalog,
) -> int:
    """Write the pages into a new or empty folder, all of them or none; return how many there are.

    Raises:
        InputError: the folder holds something already, or cannot be written to.
    """
    _check_free(folder)
    common = facts or Requisition()
    found = variants(
        common,
        settings=[setting.id for setting in catalog.settings],
        tiers=[tier.id for tier in catalog.tiers],
        catalog=catalog,
    )
    pages = {
        f"{one.id}{renderer.suffix}": renderer.render(one.posting, context).encode()
        for one in found
    }
    cards = [_card(one, renderer, catalog) for one in found]
    pages["index.html"] = _index(cards, common, renderer, bool(found.ruled_out)).encode()
    _write(Path(folder), pages)
    for pair in found.ruled_out:
        click.echo(f"left out: {pair}", err=True)
    return len(cards)


def _card(variant: Variant, renderer: HtmlPageRenderer, catalog: Catalog) -> Card:
    posting = variant.posting
    return Card(
        group=catalog.setting(posting.settings[0]).name,
        label=catalog.tier(posting.tier or "").name,
        title=posting.heading,
        address=f"{variant.id}{renderer.suffix}",
        facts=(posting.read("location"), posting.read("pay_range")),
    )


def _index(
    cards: list[Card], facts: Requisition, renderer: HtmlPageRenderer, some_left_out: bool
) -> str:
    which = (
        "Each practice setting that suits the role" if some_left_out else "Each practice setting"
    )
    return gallery_page(
        cards,
        title="Case Manager Postings",
        employer=facts.organization or "",
        note=f"{which}, at every tier. Words in brackets are still to be filled in.",
        theme=renderer.theme,
    )


def _check_free(folder: str) -> None:
    target = Path(folder)
    if target.is_dir() and any(_entries(target)):
        raise _refused(folder, "holds files already", "name a new or an empty folder")
    if target.exists() and not target.is_dir():
        raise _refused(folder, "is a file", "name a new or an empty folder")


def _entries(folder: Path) -> list[Path]:
    try:
        return [*folder.iterdir()]
    except OSError as error:
        raise _refused(
            str(folder), f"cannot be read: {error.strerror or error}", _ELSEWHERE
        ) from None


def _write(folder: Path, pages: Mapping[str, bytes]) -> None:
    """Write *pages* beside *folder* first, so that a failure leaves no half of a gallery."""
    aside = folder.absolute().parent / f".{folder.absolute().name}-{uuid4().hex[:8]}"
    try:
        aside.mkdir(parents=True)
        for name, data in pages.items():
            (aside / name).write_bytes(data)
        if folder.exists():
            folder.rmdir()
        replace(aside, folder)
    except OSError as error:
        raise _refused(
            str(folder), f"cannot be written: {error.strerror or error}", _ELSEWHERE
        ) from None
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _refused(folder: str, reason: str, hint: str) -> InputError:
    return InputError([Problem("", reason, hint)], folder)
