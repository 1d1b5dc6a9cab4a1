"""Every field of a public class says what it means, where a reader of source and pages finds it."""

import ast
import inspect
from collections.abc import Iterator
from textwrap import dedent

import attrs
import pytest

import casemgr_jd as jd

CLASSES = sorted(name for name in jd.__all__ if attrs.has(getattr(jd, name)))


def described(kind: type) -> Iterator[str]:
    """Yield the fields of a class that a docstring follows, and those of its bases."""
    for one in kind.__mro__:
        if not one.__module__.startswith("casemgr_jd"):
            continue
        (tree,) = ast.parse(dedent(inspect.getsource(one))).body
        assert isinstance(tree, ast.ClassDef)
        for before, after in zip(tree.body, tree.body[1:]):
            is_text = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
            if (
                isinstance(before, ast.AnnAssign)
                and isinstance(before.target, ast.Name)
                and is_text
            ):
                yield before.target.id


def test_public_classes_were_found() -> None:
    assert len(CLASSES) > 40


@pytest.mark.parametrize("name", CLASSES)
def test_every_field_has_a_docstring(name: str) -> None:
    kind = getattr(jd, name)
    fields = {one.name for one in attrs.fields(kind) if not one.name.startswith("_")}
    assert kind.__doc__
    assert fields - set(described(kind)) == set()
