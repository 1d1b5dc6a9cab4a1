"""What a reader sees besides the posting: that it is a draft, and, for its writer, what it could say."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, frozen

from casemgr_jd._names import joined
from casemgr_jd.model.document import (
    Block,
    Bullet,
    BulletList,
    Document,
    FactList,
    Paragraph,
    Section,
    texts,
)
from casemgr_jd.model.open_option import OpenOption
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.text import Text
from casemgr_jd.renderers.context import RenderContext

__all__ = ["Notice", "addable", "draft_of", "shown_to"]


@frozen(repr=False)
class Notice(Paragraph):
    """A paragraph that speaks about the posting, such as that it is a draft; it stands in no posting."""


_COULD_SAY = "This could be said here:"
_FACTS = "facts"


def shown_to(document: Document, context: RenderContext) -> Document:
    """Return *document* as its reader sees it: a posting for its writer says what it could say besides."""
    if not (isinstance(document, Posting) and context.for_writer and document.open_options):
        return document
    return evolve(document, blocks=_woven(document))


def draft_of(
    document: Document, context: RenderContext, blank: Mapping[str, str]
) -> Document | None:
    """Return a posting with the notice that it is a draft; nothing where it is none.

    Args:
        document: what was rendered.
        context: who reads it.
        blank: labels of the slots that were shown as blanks, by their ids, in reading order.
    """
    if not (blank and isinstance(document, Posting)):
        return None
    standing = {slot for text in texts(document) for slot in text.slots}
    labels = dict.fromkeys(label for slot, label in blank.items() if slot in standing)
    if not labels:
        return None
    notice = Notice(f"Draft. Still to be filled in: {joined(labels, 'and')}.", "draft")
    shown = shown_to(document, context)
    return evolve(shown, blocks=(notice, *shown.blocks))


def addable(posting: Posting) -> tuple[str, ...]:
    """Return the requisition fields by which a posting could say more, each once.

    >>> from casemgr_jd import draft
    >>> "team" in addable(draft().build())
    True
    """
    return tuple(dict.fromkeys(name for one in posting.open_options for name in one.fields))


def _woven(posting: Posting) -> Iterator[Block]:
    """Yield the blocks of a posting, each section with what could be said in it, then further sections."""
    waiting: dict[str, list[OpenOption]] = {}
    for option in _each_once(posting.open_options):
        waiting.setdefault(option.section, []).append(option)
    for block in posting.blocks:
        if isinstance(block, Section):
            yield evolve(block, blocks=(*block.blocks, *_offered(waiting.pop(block.id, ()))))
        else:
            yield block
            if isinstance(block, FactList):
                yield from _offered(waiting.pop(_FACTS, ()))
    for section, options in waiting.items():
        yield Section(section, options[0].heading, _offered(options))


def _each_once(options: Iterable[OpenOption]) -> Iterator[OpenOption]:
    """Yield the options, leaving out one whose facts are all asked for before."""
    asked: set[str] = set()
    for option in options:
        if not asked.issuperset(option.fields):
            asked.update(option.fields)
            yield option


def _offered(options: Iterable[OpenOption]) -> Iterator[Block]:
    bullets = [Bullet(_told(one), label=", ".join(one.fields)) for one in options]
    if bullets:
        yield Notice(_COULD_SAY)
        yield BulletList(bullets)


def _told(option: OpenOption) -> Text:
    """Return a sentence with its blank, then advice, options, and what can be taken over from the guide."""
    sentence = option.text.parts
    advice = [option.tip]
    if option.options:
        advice.append(f"Options: {', '.join(option.options)}.")
    if option.adopt:
        advice.append(f'"guide" takes over: {option.adopt}.')
    words = " ".join(filter(None, advice))
    return Text(("“", *sentence, "” ", words) if sentence else (words,))
