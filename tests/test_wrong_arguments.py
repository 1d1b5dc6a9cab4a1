"""What the doors of the library say to an argument of another kind."""

from typing import Any

import pytest

import casemgr_jd as jd

ODD: list[Any] = [1, 1.5, b"x", [], {}, object()]


@pytest.mark.parametrize("value", [None, "x", *ODD], ids=lambda value: type(value).__name__)
def test_the_argument_is_named_and_so_is_what_it_must_be(value: Any) -> None:
    posting = jd.build(jd.Requisition())
    for call, name in (
        (lambda: jd.build(value), "requisition: must be a Requisition"),
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
