"""The converter: model values to plain data and back, strictly, with messages that say where."""

import marshal
import operator
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import lru_cache, partial
from typing import Any

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from casemgr_jd._frozen import FrozenMap
from casemgr_jd.errors import InputError
from casemgr_jd.model import document as tree
from casemgr_jd.model import ranges
from casemgr_jd.model._entry import Rejected
from casemgr_jd.model.citation import Citation
from casemgr_jd.model.condition import Condition
from casemgr_jd.model.document import (
    Bullet,
    BulletList,
    Document,
    Fact,
    FactList,
    Paragraph,
    Section,
    Table,
)
from casemgr_jd.model.item import Item
from casemgr_jd.model.measures import KPI, CaseloadRange
from casemgr_jd.model.moment import written
from casemgr_jd.model.occupation import Occupation
from casemgr_jd.model.open_option import OpenOption
from casemgr_jd.model.pay import PayPart, PayRange
from casemgr_jd.model.place import Location, Place
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.ranges import PercentRange, YearsRange
from casemgr_jd.model.requisition import Addition, Omission, Requisition, Suppression
from casemgr_jd.model.setting import Role, SeniorityTier, SettingModule
from casemgr_jd.model.slot import Slot, SlotKind
from casemgr_jd.model.structure import Structure
from casemgr_jd.model.text import SlotRef, Text
from casemgr_jd.serde.requisition import requisition_of

__all__ = ["KINDS", "make_converter", "make_remembering"]

KINDS: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (
        Addition,
        Bullet,
        BulletList,
        CaseloadRange,
        Citation,
        Condition,
        Document,
        Fact,
        FactList,
        Item,
        KPI,
        Location,
        Occupation,
        Omission,
        OpenOption,
        Paragraph,
        PayPart,
        PayRange,
        PercentRange,
        Place,
        Posting,
        Requisition,
        Role,
        Section,
        SeniorityTier,
        SettingModule,
        Slot,
        SlotRef,
        Structure,
        Suppression,
        Table,
        Text,
        YearsRange,
    )
}
"""Every class that JSON can carry, by the name that stands under ``kind``."""

_BLOCKS = {kind.__name__: kind for kind in (Paragraph, BulletList, FactList, Table, Section)}

_ENTRIES = (Addition, Location, Omission, PayPart, PayRange, PercentRange, Suppression, YearsRange)
"""Classes that read plain data by themselves, strictly, as they do for a requisition file."""


def make_converter() -> Converter:
    """Return a converter for all model values.

    Texts become strings with ``{slot}`` references where that reads back the same, else lists; blocks
    carry their ``kind``; unknown keys are refused.
    """
    converter = _with_classes()
    _register_entries(converter)
    return converter


def make_remembering() -> Converter:
    """Return a converter that does the same, and reads anew only what it did not read before.

    Saved postings have most of what is not their own in common: it is known by all that stands in it, each
    value with its class, and cannot be changed. What is refused is not remembered.
    """
    converter = _with_classes()
    quick = converter.copy()
    quick.register_structure_hook(tree.Block, _remembered(converter, tree.Block, _MOST_BLOCKS))
    quick.register_structure_hook(Structure, _remembered(converter, Structure, _MOST_CHOICES))
    for kind in (tuple[Slot, ...], tuple[OpenOption, ...]):
        read = _remembered(converter, kind, _MOST_CHOICES)
        quick.register_structure_hook_func(partial(operator.eq, kind), read)
    for owner in (Document, Posting):
        _register_class(quick, owner)
    for one in (converter, quick):
        _register_entries(one)
    return quick


def _with_classes() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    _register_texts(converter)
    _register_plain(converter)
    for kind in KINDS.values():
        if kind is not Text and kind not in _BLOCKS.values():
            _register_class(converter, kind)
    _register_blocks(converter)
    return converter


def _register_entries(converter: Converter) -> None:
    for entry in _ENTRIES:
        converter.register_structure_hook(entry, _made)
    converter.register_structure_hook(Requisition, lambda data, _: _requisition(converter, data))


def _remembered(converter: Converter, kind: Any, most: int) -> Callable[[Any, Any], Any]:
    @lru_cache(maxsize=most)
    def made(written: bytes) -> Any:
        return converter.structure(marshal.loads(written), kind)

    def read(data: Any, _: Any) -> Any:
        written = marshal.dumps(data, _ALIKE)
        return made(written) if len(written) <= _LONGEST else converter.structure(data, kind)

    return read


_MOST_BLOCKS = 1024
_MOST_CHOICES = 64
_LONGEST = 65_536
"""In bytes; what is longer is read each time, so that large documents do not fill the memory."""
_ALIKE = 0
"""The form of ``marshal`` in which equal data is written alike, whatever it has in common with other data."""


def _made(data: Any, kind: type[Any]) -> Any:
    if isinstance(data, kind):
        return data
    if not isinstance(data, Mapping):
        raise TypeError(f"must be a table, not {type(data).__name__}")
    found = ranges.made(kind, data)
    if isinstance(found, Rejected):
        raise InputError(found.problems)
    return found


def _requisition(converter: Converter, data: Any) -> Requisition:
    if not isinstance(data, Mapping):
        raise TypeError(f"must be a table, not {type(data).__name__}")
    given = dict(data)
    if isinstance(given.get("caseload"), Mapping):
        given["caseload"] = converter.structure(given["caseload"], CaseloadRange)
    return requisition_of(given)


def _register_texts(converter: Converter) -> None:
    converter.register_unstructure_hook(Text, _plain_text)
    converter.register_structure_hook(Text, lambda data, _: _text(data))


def _plain_text(text: Text) -> object:
    words = str(text)
    if _parsed(words) == text:
        return words
    return [part if isinstance(part, str) else {"slot": part.slot} for part in text.parts]


@lru_cache(maxsize=4096)
def _parsed(words: str) -> Text:
    """Return words with their slots; postings of one catalog have most of theirs in common."""
    return Text.parse(words)


def _text(data: object) -> Text:
    if isinstance(data, str):
        return _parsed(data)
    if isinstance(data, list):
        return Text(tuple(_part(part) for part in data))
    raise TypeError(f"must be text or a list of texts and slots, not {type(data).__name__}")


def _part(part: object) -> str | SlotRef:
    if isinstance(part, Mapping) and isinstance(part.get("slot"), str):
        return SlotRef(part["slot"])
    if isinstance(part, str):
        return part
    raise TypeError("must hold texts and slots only")


def _register_blocks(converter: Converter) -> None:
    for kind in _BLOCKS.values():
        _register_class(converter, kind, tagged=True)

    def block(data: Any, _: object) -> object:
        name = data.get("kind") if isinstance(data, Mapping) else None
        if name not in _BLOCKS:
            raise ValueError(f"kind must be one of {', '.join(_BLOCKS)}, not {name!r}")
        return converter.structure(data, _BLOCKS[name])

    converter.register_structure_hook(tree.Block, block)
    for owner in (Section, Document, Posting):
        _register_class(converter, owner, tagged=owner is Section)


def _register_class(converter: Converter, kind: type[Any], tagged: bool = False) -> None:
    attrs.resolve_types(kind, dict(vars(tree)) if kind.__module__ == tree.__name__ else None)
    # Only what differs from the default is written: a posting's JSON stays short enough to read.
    writes = make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True)
    reads = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True)
    if tagged:
        converter.register_unstructure_hook(
            kind, lambda value: {"kind": type(value).__name__, **writes(value)}
        )
        converter.register_structure_hook(
            kind, lambda data, cls: reads({k: v for k, v in data.items() if k != "kind"}, cls)
        )
    else:
        converter.register_unstructure_hook(kind, writes)
        converter.register_structure_hook(kind, reads)


def _register_plain(converter: Converter) -> None:
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda data, _: date.fromisoformat(data))
    converter.register_unstructure_hook_func(
        lambda kind: isinstance(kind, type) and issubclass(kind, Enum), lambda value: value.value
    )
    converter.register_structure_hook(SlotKind, lambda data, _: SlotKind(data))
    converter.register_unstructure_hook_func(
        lambda kind: kind is FrozenMap or getattr(kind, "__origin__", None) is FrozenMap,
        lambda value: {
            key: list(one) if isinstance(one, tuple) else one for key, one in value.items()
        },
    )
    converter.register_structure_hook_func(
        lambda kind: kind is FrozenMap or getattr(kind, "__origin__", None) is FrozenMap,
        lambda data, _: FrozenMap(
            {key: tuple(one) if isinstance(one, list) else one for key, one in data.items()}
        ),
    )
    converter.register_unstructure_hook(date | str | None, lambda value: _closing(value))


def _closing(value: date | str | None) -> str | None:
    return written(value) if isinstance(value, date) else value
