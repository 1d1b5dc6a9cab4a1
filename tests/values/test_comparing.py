"""Values of one class are equal, and have one hash, where the fields that count are: for every class."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any, cast

import attrs
import pytest

import casemgr_jd
from casemgr_jd._compared import ByContent
from casemgr_jd._restoring import filled
from casemgr_jd.content.catalog import Catalog


def _classes() -> Iterator[type[Any]]:
    for one in pkgutil.walk_packages(casemgr_jd.__path__, "casemgr_jd."):
        if one.name.endswith("__main__") or ".data." in one.name:
            continue
        for kind in vars(importlib.import_module(one.name)).values():
            is_here = isinstance(kind, type) and kind.__module__ == one.name
            if is_here and "__attrs_attrs__" in vars(kind) and issubclass(kind, ByContent):
                yield kind


KINDS = sorted(_classes(), key=lambda kind: f"{kind.__module__}.{kind.__qualname__}")


def _made(kind: type[Any], /, **changed: object) -> Any:
    return filled(kind, {one.name: changed.get(one.name, one.name) for one in attrs.fields(kind)})


def test_there_are_many_and_attrs_compares_none_of_them_itself() -> None:
    assert len(KINDS) > 100
    assert not [
        kind
        for kind in KINDS
        if cast("Any", kind).__eq__ is not ByContent.__eq__ and kind is not Catalog
    ]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__qualname__)
def test_each_field_that_counts_tells_two_apart(kind: type[Any]) -> None:
    one, same = _made(kind), _made(kind)
    assert (one == same) is (kind is not Catalog)
    assert (hash(one) == hash(same)) is (kind is not Catalog)
    for field in attrs.fields(kind):
        other = _made(kind, **{field.name: "another"})
        counts = bool(field.eq)
        assert (one != other) is (counts or kind is Catalog), field.name
        hashed = field.eq if field.hash is None else field.hash
        assert (hash(one) != hash(other)) is (bool(hashed) or kind is Catalog), field.name


def test_a_value_of_another_class_is_another() -> None:
    for kind in KINDS[:20]:
        other = attrs.make_class("Other", [one.name for one in attrs.fields(kind)], eq=False)
        assert _made(kind) != object()
        assert _made(kind) != other
        assert _made(kind).__eq__(3) is NotImplemented
