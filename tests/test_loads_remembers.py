"""What was read before is not read anew, and nothing is taken for what it only resembles."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import casemgr_jd as jd
from casemgr_jd.errors import DocumentError
from casemgr_jd.serde import json as serde
from casemgr_jd.serde.converter import make_converter

PLAIN = make_converter()
POSTING = (
    jd.draft()
    .for_setting("hospital")
    .at_tier("senior")
    .fill(organization="Lakeside Health", locations=[jd.Location("Denver", "CO")])
    .build()
)
SAVED: dict[str, Any] = json.loads(jd.dumps(POSTING))


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to everything that stands in plain data."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in inner:
        yield (*path, key)
        if isinstance(one, dict | list):
            yield from _places(one, (*path, key))


PLACES = [path for path in _places(SAVED) if path[0] not in ("kind", "schema_version")]
ODD = st.sampled_from([None, True, 1, 1.0, 0, "", "1", "guide", [], [1], {}, {"slot": "pay"}, -3])


def _changed(path: tuple[Any, ...], value: object) -> str:
    data: Any = json.loads(json.dumps(SAVED))
    place = data
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return json.dumps(data)


def _outcome(text: str) -> object:
    try:
        return repr(jd.loads(text))
    except DocumentError as error:
        return error.problems


def _plain_outcome(text: str) -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(serde, "_converter", lambda: PLAIN)
        return _outcome(text)


def test_places_were_found() -> None:
    assert len(PLACES) > 500


@settings(max_examples=150)
@given(st.sampled_from(PLACES), ODD)
def test_what_is_read_or_refused_is_the_same_as_without_remembering(
    path: tuple[Any, ...], value: object
) -> None:
    text = _changed(path, value)
    assert _outcome(jd.dumps(POSTING)) == repr(POSTING)
    expected = _plain_outcome(text)
    assert _outcome(text) == expected
    assert _outcome(text) == expected


def test_numbers_that_are_equal_are_told_apart() -> None:
    (number,) = [index for index, one in enumerate(SAVED["slots"]) if one["id"] == "shift"]
    for value in (True, 1, 1.0, "1"):
        text = _changed(("slots", number, "label"), value)
        assert _outcome(text) == _plain_outcome(text), value


def test_saved_postings_share_what_they_have_in_common() -> None:
    other = POSTING.slots
    first, second = (jd.loads(jd.dumps(POSTING)) for _ in range(2))
    assert first == second == POSTING
    assert first.slots is second.slots is not other
    assert first.structure is second.structure
    assert first.blocks[1] is second.blocks[1]


def test_what_is_very_long_goes_with_its_posting() -> None:
    """Else large postings would fill the memory: what is remembered is counted, not weighed."""
    data = json.loads(json.dumps(SAVED))
    data["blocks"].append({"kind": "Paragraph", "text": "Plan care. " * 10_000})
    first, second = jd.loads(json.dumps(data)), jd.loads(json.dumps(data))
    assert first == second
    assert first.blocks[0] is second.blocks[0]
    assert first.blocks[-1] is not second.blocks[-1]
