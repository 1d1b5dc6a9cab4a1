"""What a reader sees besides the posting: that it is a draft, and, for its writer, what it could say."""

from collections.abc import Iterable, Iterator, Mapping

from casemgr_jd._attrs import evolve, frozen
from casemgr_jd._names import joined
from casemgr_jd.builder.homes import layouts_of
from casemgr_jd.content.load import load_catalog
from casemgr_jd.model.choices import Edition
from casemgr_jd.model.document import (
    Block,
    Bullet,
    BulletList,
    Document,
    FactList,
    Paragraph,
    Section,
)
from casemgr_jd.model.open_option import OpenOption
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.text import Text
from casemgr_jd.renderers.context import RenderContext

__all__ = ["Notice", "addable", "draft_words", "shown_to"]


@frozen(repr=False, eq=False)
class Notice(Paragraph):
    """A paragraph that speaks about the posting, such as that it is a draft; it stands in no posting."""


_COULD_SAY = "This could be said here:"
_FACTS = "facts"


def shown_to(document: Document, context: RenderContext) -> Document:
    """Return *document* as its reader sees it: a posting for its writer says what it could say besides."""
    if not (isinstance(document, Posting) and context.for_writer and document.open_options):
        return document
    return evolve(document, blocks=_woven(document))


def draft_words(labels: Iterable[str]) -> str:
    """Return how a draft says what is blank in it.

    >>> draft_words(["Pay", "Location"])
    'Draft. Still to be filled in: Pay and Location.'
    """
    return f"Draft. Still to be filled in: {joined(labels, 'and')}."


def addable(posting: Posting) -> tuple[str, ...]:
    """Return the requisition fields by which a posting could say more, each once.

    >>> from casemgr_jd import draft
    >>> "team" in addable(draft().build())
    True
    """
    return tuple(dict.fromkeys(name for one in posting.open_options for name in one.fields))


def _woven(posting: Posting) -> Iterator[Block]:
    """Yield the blocks of a posting, and what could be said, in each section and in those that are empty."""
    waiting: dict[str, list[OpenOption]] = {}
    for option in _each_once(posting.open_options):
        waiting.setdefault(option.section, []).append(option)
    standing = {one.id for one in posting.sections}
    order = _order(posting)
    labels = {slot.field or slot.id: slot.label for slot in reversed(posting.slots)}
    for block in posting.blocks:
        if isinstance(block, Section):
            due = [
                one
                for one in waiting
                if one not in standing and order.get(one, len(order)) < order.get(block.id, 0)
            ]
            for one in sorted(due, key=order.__getitem__):
                yield _empty(waiting.pop(one), labels)
            offered = _offered(waiting.pop(block.id, ()), labels)
            yield evolve(block, blocks=(*block.blocks, *offered))
        else:
            yield block
            if isinstance(block, FactList):
                yield from _offered(waiting.pop(_FACTS, ()), labels)
    yield from (_empty(options, labels) for options in waiting.values())


def _order(posting: Posting) -> dict[str, int]:
    """Return where each section stands in the edition of a posting, also one that is empty as yet."""
    edition = posting.requisition.edition or Edition.POSTING
    layouts = layouts_of(edition.value, load_catalog())
    return {layout.id: at for at, layout in enumerate(layouts)}


def _empty(options: list[OpenOption], labels: Mapping[str, str]) -> Section:
    return Section(options[0].section, options[0].heading, _offered(options, labels))


def _each_once(options: Iterable[OpenOption]) -> Iterator[OpenOption]:
    """Yield the options, leaving out one whose facts are all asked for before."""
    asked: set[str] = set()
    for option in options:
        if not asked.issuperset(option.fields):
            asked.update(option.fields)
            yield option


def _offered(options: Iterable[OpenOption], labels: Mapping[str, str]) -> Iterator[Block]:
    bullets = [Bullet(_told(one), label=_named(one, labels)) for one in options]
    if bullets:
        yield Notice(_COULD_SAY)
        yield BulletList(bullets)


def _named(option: OpenOption, labels: Mapping[str, str]) -> str:
    """Return what facts are called, as people say it."""
    plain = (labels.get(one, one.replace("_", " ").capitalize()) for one in option.fields)
    return ", ".join(dict.fromkeys(plain))


def _told(option: OpenOption) -> Text:
    """Return a sentence with its blank, advice, options, what the guide gives, and the names in a file."""
    says_more = any(isinstance(one, str) and one.strip() for one in option.text.parts)
    sentence = option.text.parts if says_more else ()
    advice = [option.tip]
    if option.options:
        advice.append(f"Options: {', '.join(option.options)}.")
    if option.adopt:
        advice.append(f'"guide" takes over: {option.adopt}.')
    advice.append(f"In the file: {', '.join(option.fields)}.")
    words = " ".join(filter(None, advice))
    return Text(('"', *sentence, '" ', words) if sentence else (words,))
