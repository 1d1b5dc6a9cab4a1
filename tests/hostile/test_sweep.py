"""Every public name with every value of a wrong kind: what is refused is refused by us, by its name."""

from collections import Counter
from collections.abc import Callable
from enum import Enum
from typing import Any

import pytest
from sweep import Call, calls, sweep

import casemgr_jd as jd
from casemgr_jd._doors import door
from casemgr_jd.errors import InputError


@pytest.mark.filterwarnings("ignore")
def test_no_public_name_lets_out_an_error_of_somebody_else() -> None:
    foreign: Counter[str] = Counter()

    def report(call: Call, parameter: str, value: object, error: Exception) -> None:
        foreign[f"{call.name}({parameter}=...): {type(error).__name__}"] += 1

    tried = sweep(report)
    assert tried > 10_000
    assert not foreign


def test_the_sweep_covers_what_is_public() -> None:
    swept = {call.name for call in calls()}
    public = {name: getattr(jd, name) for name in jd.__all__}
    errors = {name for name, one in public.items() if _is_class(one, BaseException)}
    choices = {name for name, one in public.items() if _is_class(one, Enum)}
    protocols = {name for name, one in public.items() if getattr(one, "_is_protocol", False)}
    assert errors
    assert choices
    assert "Renderer" in protocols
    assert {*jd.__all__} - swept == {"__version__"} | errors | choices | protocols
    assert {"PostingBuilder.add_bullet", "Catalog.role", "Report.at_or_above"} <= swept


def _is_class(one: object, kind: type) -> bool:
    return isinstance(one, type) and issubclass(one, kind)


def test_all_arguments_that_are_wrong_are_told_at_once() -> None:
    with pytest.raises(InputError) as told:
        jd.check(5, today="today", select=101)  # type: ignore[arg-type]
    assert [problem.path for problem in told.value.problems] == ["posting", "today", "select"]


def test_where_texts_are_wanted_one_text_is_a_list_of_one() -> None:
    assert jd.Role("rn", "Nurse", licenses="RN").licenses == ("RN",)
    assert jd.CaseloadRange(1, 2, adjusted_for="acuity").adjusted_for == ("acuity",)
    assert jd.Requisition(license="RN").license == ("RN",)
    assert jd.Condition(tier="senior").tier == ("senior",)
    text = "# Nurse\n\nJoin [Organization] as a ninja.\n"
    found = jd.check_document(text, select="TPL001")
    assert [one.code for one in found] == ["TPL001"]
    assert found == jd.check_document(text, select=["TPL001"])
    posting = jd.draft().fill(organization="Lakeside").build()
    assert jd.get_renderer("text").plan(posting, "organization").varying == ("organization",)
    assert len(jd.variants(tiers="senior")) == 1


@pytest.mark.parametrize("one", ["hello", b"x", 5])
def test_where_anything_else_is_wanted_a_text_is_refused(one: Any) -> None:
    for name, call in (
        ("blocks", lambda: jd.Section("a", "A", one)),
        ("bullets", lambda: jd.BulletList(one)),
        ("items", lambda: jd.SettingModule("a", "A", "a", "people", items=one)),
        ("core", lambda: jd.Role("a", "A", core=one)),
        ("slots", lambda: jd.Posting("A", slots=one)),
    ):
        with pytest.raises(InputError, match=f"{name}: must be an iterable of"):
            call()


def test_what_can_be_read_only_once_is_read_once() -> None:
    role = jd.Role("rn", "Nurse", licenses=(one for one in ("RN", "LPN")))
    assert role.licenses == ("RN", "LPN")
    with pytest.raises(InputError, match="licenses"):
        jd.Role("rn", "Nurse", licenses=iter([None]))  # type: ignore[arg-type]


def test_the_order_of_a_set_is_the_same_in_every_run() -> None:
    names = {f"License {letter}" for letter in "zyxwvutsrq"}
    assert jd.Requisition(license=names).license == tuple(sorted(names))
    places = frozenset({jd.Location("Denver", "CO"), jd.Location("Boise", "ID")})
    assert [one.city for one in jd.Requisition(locations=places).locations] == ["Boise", "Denver"]


def test_a_door_names_a_wrong_keyword_and_what_is_too_much_or_too_little() -> None:
    @door()
    def half(number: int) -> float:
        return number / 2

    with pytest.raises(TypeError, match=r"numbr: is not known here \(did you mean 'number'\?\)"):
        half(numbr=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="2 given by place, and 1 can be"):
        half(1, 2)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="missing"):
        half()  # type: ignore[call-arg]
    assert half(number=3) == 1.5


def test_hooks_outside_a_rendering_say_so() -> None:
    with pytest.raises(jd.CaseMgrError, match="outside a rendering"):
        jd.get_renderer("markdown").value("title")
    with pytest.raises(jd.CaseMgrError, match="has no hook for Bullet: write render_bullet"):
        jd.NodeRenderer().render_bullet(jd.Bullet("x"), 1)


def test_a_hook_outside_a_rendering_takes_what_it_says_or_tells() -> None:
    markdown = jd.get_renderer("markdown")
    assert markdown.render_bullet(jd.Bullet("Plan care"), 1) == "- Plan care"
    with pytest.raises(InputError, match="bullet: must be a Bullet, not a Paragraph"):
        markdown.render_bullet(jd.Paragraph("Plan care"), 1)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="words: must be a str, not None"):
        markdown.escape(None)  # type: ignore[arg-type]


def test_a_hook_that_a_class_is_given_later_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    class Own(type(jd.get_renderer("markdown"))):  # type: ignore[misc]
        def render_bullet(self, bullet: jd.Bullet, level: int) -> str:
            return f"* {super().render_bullet(bullet, level)}"

    posting = jd.build(jd.Requisition(tier="senior"))
    made = Own().render_afresh(posting)
    assert "\n* - " in made
    monkeypatch.setattr(Own, "render_bullet", lambda self, bullet, level: "+ x")
    assert "\n+ x" in Own().render_afresh(posting)
    monkeypatch.undo()
    assert Own().render_afresh(posting) == made


def test_what_python_wants_of_a_sequence_is_told_by_us() -> None:
    found = jd.variants(tiers=["entry", "senior"])
    other = jd.variants(tiers=["lead"])[0]
    cases: tuple[tuple[Callable[[], object], type], ...] = (
        (lambda: found.index(other), ValueError),
        (lambda: found.index("senior"), ValueError),
        (lambda: found.index(found[0], 1), ValueError),
        (lambda: found[2], IndexError),
        (lambda: found["senior"], InputError),  # type: ignore[call-overload]
        (lambda: found[::0], InputError),
        (lambda: found["a":], InputError),
    )
    for use, kind in cases:
        with pytest.raises(InputError) as told:
            use()
        assert isinstance(told.value, kind)
    assert found.index(found[1]) == 1
    assert (found.count(found[0]), found.count(other), other in found) == (1, 0, False)


@pytest.mark.parametrize("width", [0, -3, 5])
def test_a_width_that_no_line_fits_in_is_refused(width: int) -> None:
    with pytest.raises(InputError, match="width: must be at least 20 columns"):
        jd.RenderContext(width=width)


@pytest.mark.parametrize("given", (None, 5, b"x", ["x"]), ids=repr)
@pytest.mark.parametrize(
    "kind", (jd.MarkdownRenderer, jd.PlainTextRenderer, jd.HtmlRenderer, jd.HtmlPageRenderer)
)
def test_a_hook_that_returns_no_text_is_named(kind: Any, given: Any) -> None:
    posting = jd.build(jd.Requisition(organization="Lakeside Health", tier="senior"))
    for hook in ("render_section", "render_bullet", "render_paragraph"):
        mine = type("Mine", (kind,), {hook: lambda self, node, level: given})
        with pytest.raises(jd.RenderError, match=f"Mine.{hook} returned .*; a hook returns a str"):
            jd.render(posting, mine())
