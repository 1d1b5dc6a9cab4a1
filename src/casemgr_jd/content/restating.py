"""An employer's words for an item of the guide, brought into every sentence that states the item."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from casemgr_jd._located import like
from casemgr_jd.content.ordering import KEYS

__all__ = ["restate", "unsay"]

_NOT_WORDS = ("id", "section", "states", *KEYS)


def restate(
    tables: Mapping[str, Any], words: Iterable[Mapping[str, Any]], duties: Mapping[str, str]
) -> set[str]:
    """Put the words of an overlay into each sentence that states what they are for, in place.

    A sentence that states several items gives way to one sentence for each of those that are worded
    anew. *duties* names by guide item the duty that it asks for: who may not perform it keeps the
    words of before.

    Returns:
        The ids for which there was a sentence.
    """
    given = {str(one["id"]): one for one in words}
    if not given:
        return set()
    reached: set[str] = set()
    for home, index in sorted(_stating(tables, given), key=lambda found: found[1], reverse=True):
        sentence = home[index]
        named = [name for name in sentence["states"] if name in given]
        reached.update(named)
        home[index : index + 1] = [
            _restated(sentence, name, given[name], duties.get(name, ""), place)
            for place, name in enumerate(named)
        ]
    return reached


def unsay(tables: Mapping[str, Any], name: str) -> bool:
    """Take out each sentence that states the guide item *name*; tell whether there was one."""
    found = sorted(_stating(tables, (name,)), key=lambda one: one[1], reverse=True)
    for home, index in found:
        del home[index]
    return bool(found)


def _stating(value: Any, names: Iterable[str]) -> Iterator[tuple[list[Any], int]]:
    """Yield the list, and the place in it, of every sentence that states one of *names*."""
    if isinstance(value, list):
        for index, one in enumerate(value):
            if isinstance(one, Mapping):
                if "states" in one and not set(names).isdisjoint(one["states"]):
                    yield value, index
                yield from _stating(one, names)
    elif isinstance(value, Mapping):
        for one in value.values():
            # Most of what stands in a table is words.
            if one.__class__ is not str:
                yield from _stating(one, names)


def _restated(
    sentence: Mapping[str, Any], name: str, words: Mapping[str, Any], duty: str, place: int
) -> dict[str, Any]:
    own = {key: one for key, one in words.items() if key not in _NOT_WORDS}
    made = like(words, {**sentence, **own})
    if isinstance(words.get("when"), Mapping):
        made["when"] = {**sentence.get("when", {}), **words["when"]}
    made["states"] = [name]
    if place:
        made["id"] = f"{sentence['id']}.{name}"
        made["same"] = f"{sentence['same']}.{name}" if sentence.get("same") else ""
    wanted = words.get("needs", duty)
    if wanted and wanted != sentence.get("needs"):
        made["needs"] = wanted
        made.setdefault("otherwise", sentence["text"])
    return made
