"""What the doors of the library say to an argument of another kind."""

import json
import re
from typing import Any

import pytest

import casemgr_jd as jd
from casemgr_jd.errors import CaseMgrError

ODD: list[Any] = [1, 1.5, b"x", [], {}, object()]


@pytest.mark.parametrize("value", [None, "x", *ODD], ids=lambda value: type(value).__name__)
def test_the_argument_is_named_and_so_is_what_it_must_be(value: Any) -> None:
    posting = jd.build(jd.Requisition())
    for call, name in (
        (lambda: jd.build(value), "requisition: must be a Requisition"),
        (lambda: jd.draft().with_requisition(value), "requisition: must be a Requisition"),
        (lambda: jd.check(value), "posting: must be a Posting"),
        (lambda: jd.compare(value, posting), "before: must be a Posting"),
        (lambda: jd.compare(posting, value), "after: must be a Posting"),
    ):
        with pytest.raises(jd.InputError) as told:
            call()
        assert str(told.value).startswith(name)


@pytest.mark.parametrize("value", ODD, ids=lambda value: type(value).__name__)
def test_so_it_is_where_nothing_or_text_is_right(value: Any) -> None:
    for call, name in (
        (lambda: jd.variants(value), "requisition: must be a Requisition"),
        (lambda: jd.get_renderer(value), "format: must be a str"),
        (lambda: jd.read_page(value), "text: must be a str"),
    ):
        with pytest.raises(jd.InputError) as told:
            call()
        assert str(told.value).startswith(name)


def test_keys_that_are_not_text_are_told_with_the_field() -> None:
    with pytest.raises(jd.InputError, match=r"locations\[0\]\.1"):
        jd.Requisition(locations={1: 2})  # type: ignore[arg-type]


@pytest.mark.parametrize("field", ["title", "blocks", "requisition", "slots", "structure"])
@pytest.mark.parametrize("value", [None, 5, [None], {"a": 1}], ids=repr)
def test_json_that_was_altered_is_told_in_words_of_ours(field: str, value: Any) -> None:
    saved = json.loads(jd.dumps(jd.build(jd.Requisition(tier="senior"))))
    assert field in saved
    told = ""
    try:
        jd.loads(json.dumps({**saved, field: value}))
    except CaseMgrError as error:
        told = str(error)
    assert not told or field in told
    assert not re.search("iterable|argument of|object has no|subscriptable", told)
