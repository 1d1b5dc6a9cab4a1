"""What every format says of a posting, each in its own marks: that it is a draft, and where to apply."""

from collections.abc import Callable, Iterable, Sequence

from casemgr_jd.model.document import Document
from casemgr_jd.model.posting import Posting
from casemgr_jd.renderers._hooks import guard_hooks
from casemgr_jd.renderers._nodes import NodeHooks
from casemgr_jd.renderers._ready import ReadyValues
from casemgr_jd.renderers.blanks import named_once, slots_in_text
from casemgr_jd.renderers.readers import Notice, draft_words

__all__ = ["PostingHooks"]

_ADDRESS = "apply_url"


@guard_hooks
class PostingHooks(NodeHooks):
    """Hooks and words for what a posting has and another document has not."""

    def draft_note(self, slots: Iterable[str]) -> str:
        """Return the note that a posting is a draft in which *slots* are blank."""
        return self.render_notice(Notice(draft_words(map(self.label_of, slots))), 1)

    def draft(self, start: str = "", *, otherwise: str = "") -> str:
        """Return *start* and the note that the document is a draft; *otherwise* where no blank stands.

        What its writer could say besides is blank too, and makes no draft.
        """
        document = self.document
        if not isinstance(document, Posting):
            return otherwise
        if isinstance(self._escaped, ReadyValues):
            blank = self._escaped.blank_in(document)
            return start + self._escaped.note(blank, self.draft_note) if blank else otherwise
        return self._by_blanks(
            document, lambda blank: start + self.draft_note(blank) if blank else otherwise
        )

    def of_a_draft(self, words: str) -> str:
        """Return *words* where the document is a draft, and nothing where no blank stands."""
        document = self.document
        if not isinstance(document, Posting):
            return ""
        return self._by_blanks(document, lambda blank: words if blank else "")

    def _by_blanks(self, document: Posting, told: Callable[[Sequence[str]], str]) -> str:
        """Return what *told* makes of the slots that are blank in a posting."""
        slots = named_once(document)
        blanks = {name: self.blank(self._slot(name)) for name in slots}

        def late(value: Callable[[str], str]) -> str:
            return told([slot for slot in slots if value(slot) == blanks[slot]])

        return self._late(slots, late, by_blanks=True)

    def where_to_apply(self, document: Document, told: "Callable[[str], str]") -> str:
        """Return where to apply as *told* words it; a blank where the posting asks for it, else nothing.

        Who gives no address may take applications in another way, which the text says.
        """
        if not isinstance(document, Posting):
            return ""
        if _ADDRESS in slots_in_text(document):
            return told(self.value(_ADDRESS))
        blank = self.blank(self._slot(_ADDRESS))
        return self.late(
            (_ADDRESS,), lambda value: "" if value(_ADDRESS) == blank else told(value(_ADDRESS))
        )

    def needs(self, document: Document) -> tuple[str, ...]:
        """Return the slots of *document* without whose value this output is another one.

        A plan renders such a filling afresh.
        """
        return ()
