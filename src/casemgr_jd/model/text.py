"""Text with slots: plain strings and references to the blanks that an employer fills."""

from collections.abc import Callable, Iterable, Iterator

from casemgr_jd._attrs import field, frozen
from casemgr_jd._clean import clean_line, clean_part
from casemgr_jd._doors import node
from casemgr_jd._late import late
from casemgr_jd.errors import InputError, Problem, require
from casemgr_jd.model._value import Value, cleaned

__all__ = ["SlotRef", "Text"]

_ID = r"[a-z][a-z0-9_]*"
_SLOT = late(rf"\{{({_ID})\}}")
_WHOLE_ID = late(_ID)
SLOT_ID_HINT = "write small letters, digits and underscores, such as pay_range"


def is_slot_id(name: str) -> bool:
    """Tell whether a text may refer to a slot by *name*.

    >>> is_slot_id("pay_range"), is_slot_id("Pay range")
    (True, False)
    """
    return _WHOLE_ID.fullmatch(name) is not None


@node
@frozen(repr=False, field_transformer=cleaned, eq=False)
class SlotRef(Value):
    """A place in a text where the value of a slot stands."""

    slot: str
    """Id of the slot, such as ``"organization"``."""

    def __attrs_post_init__(self) -> None:
        if not is_slot_id(self.slot):
            raise InputError([Problem("slot", f"is no id: {self.slot!r}", SLOT_ID_HINT)])


def _as_parts(value: "str | SlotRef | tuple[str | SlotRef, ...]") -> tuple[str | SlotRef, ...]:
    """Return the parts of one clean line: strings merged, without control characters or outer space."""
    # Looked at here and not by a door, for there are more texts than of anything else.
    if isinstance(value, str | SlotRef):
        value = (value,)
    require(value, Iterable, "parts")
    parts: list[str | SlotRef] = []
    for part in value:
        last = parts[-1] if parts else None
        if not isinstance(part, str):
            require(part, SlotRef, "parts", "a part is a text or the place of a slot")
            parts.append(part)
        elif isinstance(last, str):
            parts[-1] = clean_part(last + part)
        else:
            parts.append(clean_part(part))
    return _trimmed(parts)


def _trimmed(parts: list[str | SlotRef]) -> tuple[str | SlotRef, ...]:
    for end, trim in ((0, str.lstrip), (-1, str.rstrip)):
        outer = parts[end] if parts else None
        if isinstance(outer, str):
            parts[end] = trim(outer)
    return tuple(part for part in parts if part)


@frozen(repr=False, eq=False)
class Text(Value):
    """One line of text: strings and slot references, in order.

    >>> text = Text.parse("As {title} at {organization}, you lead rounds.")
    >>> text.slots
    ('title', 'organization')
    >>> str(text)
    'As {title} at {organization}, you lead rounds.'
    """

    parts: tuple[str | SlotRef, ...] = field(default=(), converter=_as_parts)
    """Strings and references to slots, in order; a string alone is one part."""

    @classmethod
    def parse(cls, template: str) -> "Text":
        """Read ``{slot}`` references in *template*; any other brace is plain text."""
        require(template, str, "template")
        pieces = _SLOT.split(clean_line(template))
        return cls(
            tuple(SlotRef(piece) if index % 2 else piece for index, piece in enumerate(pieces))
        )

    @classmethod
    def plain(cls, words: str) -> "Text":
        """Take *words* as they are: braces in them are braces."""
        return cls((words,))

    def parsed(self) -> "Text":
        """Return the text with ``{slot}`` in its plain words as a reference too.

        >>> Text.plain("At {organization}").parsed().slots
        ('organization',)
        """
        parts: list[str | SlotRef] = []
        for part in self.parts:
            if isinstance(part, SlotRef):
                parts.append(part)
            else:
                pieces = _SLOT.split(part)
                parts += [SlotRef(one) if index % 2 else one for index, one in enumerate(pieces)]
        return type(self)(tuple(parts))

    @property
    def slots(self) -> tuple[str, ...]:
        """Ids of the slots referred to, in order, each once."""
        return tuple(dict.fromkeys(part.slot for part in self.parts if isinstance(part, SlotRef)))

    def filled(self, value: Callable[[str], str]) -> str:
        """Return the text with ``value(slot_id)`` in place of each reference."""
        if not callable(value):
            raise InputError([Problem("value", "must be a function", "of the id of a slot")])
        return "".join(part if isinstance(part, str) else value(part.slot) for part in self.parts)

    def __iter__(self) -> Iterator[str | SlotRef]:
        return iter(self.parts)

    def __str__(self) -> str:
        return self.filled(lambda slot: f"{{{slot}}}")


def as_text(value: "str | Text") -> Text:
    """Take a plain string where a ``Text`` is wanted; braces in it are braces."""
    return value if isinstance(value, Text) else Text.plain(value)


def as_template(value: str | Text) -> Text:
    """Take a plain string where the words of content are wanted; ``{slot}`` in it refers to a slot."""
    return value if isinstance(value, Text) else Text.parse(value)
