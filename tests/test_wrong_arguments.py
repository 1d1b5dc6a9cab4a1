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


# Protocols; renderers that take nothing at all; texts, which are made by the million; and what errors hold.
PYTHONS_OWN = {"FileRenderer", "Problem", "Renderable", "Renderer", "Text", "TextRenderer"}


def _takes_something(name: str) -> bool:
    one = getattr(jd, name)
    if not isinstance(one, type):
        return callable(one)
    made_by = (vars(kind) for kind in one.__mro__ if kind is not object)
    return not issubclass(one, BaseException | str) and any(
        "__init__" in names or "__new__" in names for names in made_by
    )


CALLED = [name for name in jd.__all__ if name not in PYTHONS_OWN and _takes_something(name)]


@pytest.mark.parametrize("name", CALLED)
def test_a_misspelt_keyword_is_an_error_of_ours_at_every_public_name(name: str) -> None:
    with pytest.raises(jd.InputError, match="zzz_unknown: is not"):
        getattr(jd, name)(zzz_unknown=1)


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: jd.KPI(direction="sideways"), "id: is missing\nname: is missing\ndirection: is "),  # type: ignore[call-arg]
        (lambda: jd.CaseloadRange(12), "high: is missing"),  # type: ignore[call-arg]
        (lambda: jd.OwnSection(), "id: is missing"),  # type: ignore[call-arg]
        (lambda: jd.KPI("a", "b", id="c"), "id: is given twice"),  # type: ignore[misc]
        (lambda: jd.HouseStyle(["x"]), "arguments: 1 given by place, and none can be"),  # type: ignore[call-arg]
        (lambda: jd.recommend_role(["x"]), "arguments: 1 given by place, and none can be"),  # type: ignore[call-arg]
        (lambda: jd.draft().add_bullet("skills"), "bullet: is missing"),  # type: ignore[call-arg]
    ],
)
def test_a_call_that_does_not_fit_says_what_is_missing_or_too_much(call: Any, told: str) -> None:
    with pytest.raises(jd.KeywordError) as error:
        call()
    assert str(error.value).startswith(told)
    assert isinstance(error.value, TypeError)


def test_a_type_error_from_inside_stays_what_it_is() -> None:
    def failing(builder: jd.PostingBuilder) -> jd.PostingBuilder:
        raise TypeError("of the caller's own step")

    with pytest.raises(TypeError, match="of the caller's own step") as error:
        jd.draft().pipe(failing)
    assert not isinstance(error.value, jd.CaseMgrError)


@pytest.mark.parametrize(
    "value", [5, 1.5, b"x", {"city": "Denver"}, object()], ids=lambda one: type(one).__name__
)
def test_an_axis_of_variants_is_several_values(value: Any) -> None:
    with pytest.raises(jd.InputError, match="locations: must be several values to go through"):
        jd.variants(locations=value)


def test_a_text_is_one_value_of_an_axis_and_nothing_is_no_axis() -> None:
    assert [one.choices["manager"] for one in jd.variants(manager="Boss")] == ["Boss"]
    assert len(jd.variants(locations=None)) == 1


def test_what_has_no_fields_equals_itself_alone() -> None:
    posting = jd.build(jd.Requisition(organization="Lakeside Health"))
    for name in ("markdown", "docx"):
        renderer = jd.get_renderer(name)
        first, other = (renderer.plan(posting, varying=["organization"]) for _ in range(2))
        assert first == first
        assert first != other
        assert len({first, other, first}) == 2


class _Shout:
    """The least that a renderer offers, and no class of ours above it."""

    name, media_type, suffix = "shout", "text/plain", ".txt"

    def render(self, document: jd.Document, context: jd.RenderContext | None = None) -> str:
        return jd.render(document, "text").upper()


def test_whatever_offers_what_a_renderer_does_is_one_at_every_door() -> None:
    rows = [{"organization": "Lakeside Health"}] * 12
    alone = jd.render(jd.build(jd.Requisition(organization="Lakeside Health")), _Shout())
    assert "LAKESIDE HEALTH" in alone
    assert [one.output for one in jd.batch(rows, format=_Shout())] == [alone] * 12
    assert jd.batch_arrow(rows, format=_Shout())["posting"].to_pylist() == [alone] * 12
    with pytest.raises(jd.InputError, match="format: must be a str or a Renderer"):
        jd.batch(rows, format=_Shout)  # type: ignore[arg-type]
