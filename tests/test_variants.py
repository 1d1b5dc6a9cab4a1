"""Variants: lazy, of known length, with stable ids, sharing what they have in common."""

from collections.abc import Sequence
from itertools import product
from typing import Any

import pytest
from samples import complete

import casemgr_jd as jd
from casemgr_jd.variation import variants as module

SETTINGS = ("hospital", "managed_care", "specialty.legal")
ROLES = ("rn", "lcsw", "care_coordinator")
TIERS = ("entry", "senior", "lead")


def _all(**more: Any) -> jd.Variants:
    return jd.variants(
        complete(title=None, omit=()), settings=SETTINGS, tiers=TIERS, roles=ROLES, **more
    )


def test_the_length_is_known_and_right() -> None:
    found = _all(editions=["full", "board"])
    assert isinstance(found, Sequence)
    pairs = len(SETTINGS) * len(ROLES) - len(found.ruled_out)
    assert len(found) == pairs * len(TIERS) * 2 == len(list(found))
    assert len(found) > 20


def test_the_product_is_complete() -> None:
    found = _all()
    made = {(one.posting.settings[0], one.posting.tier, one.posting.role) for one in found}
    ruled_out = {(setting, one.role) for one in found.ruled_out for setting in one.setting}
    assert ruled_out
    wanted = {
        (setting, tier, role)
        for setting, tier, role in product(SETTINGS, TIERS, ROLES)
        if (setting, role) not in ruled_out
    }
    assert made == wanted


def test_pairs_that_are_ruled_out_are_listed_with_the_reason() -> None:
    found = _all()
    assert found.ruled_out
    for pair in found.ruled_out:
        assert pair.role in ROLES
        assert pair.setting
        assert len(pair.reason) > 20
        assert jd.load_catalog().scope.unusual(pair.role, pair.setting) == pair.reason
        # An unusual pair still builds when it is asked for directly.
        assert jd.build(jd.Requisition(setting=pair.setting, role=pair.role)).heading


def test_it_is_lazy(monkeypatch: pytest.MonkeyPatch) -> None:
    found = jd.variants(organization=[f"Clinic {number}" for number in range(5000)], tiers=TIERS)
    built: list[object] = []
    real = jd.build

    def counting(*args: Any, **kwargs: Any) -> jd.Posting:
        built.append(args)
        return real(*args, **kwargs)

    monkeypatch.setattr(module, "build", counting)
    assert len(found) == 15_000
    assert not built
    next(iter(found))
    assert len(built) == 1
    assert found[-1].posting.value("organization") == "Clinic 4999"
    assert len(built) == 2


def test_indexing_and_iterating_agree() -> None:
    found = _all(editions=["full", "board"])
    listed = list(found)
    assert len(listed) > 20
    assert [found[index] for index in range(len(found))] == listed
    assert found[-1] == listed[-1]
    assert found[2:9:3] == listed[2:9:3]
    assert list(reversed(found)) == listed[::-1]
    for outside in (len(found), -len(found) - 1):
        with pytest.raises(IndexError):
            found[outside]


def test_ids_are_unique_and_stable() -> None:
    names = [one.id for one in _all(editions=["full", "board"])]
    assert len(set(names)) == len(names) > 20
    assert names == [one.id for one in _all(editions=["full", "board"])]
    assert "hospital-senior-rn-board" in names
    swapped = jd.variants(
        editions=["board", "full"], roles=ROLES[::-1], settings=SETTINGS[::-1], tiers=TIERS[::-1]
    )
    assert {one.id for one in swapped} == set(names)


@pytest.mark.parametrize(
    "values",
    (
        {"organization": ["A B", "A-B", "a b"]},
        {"organization": ["漢", "字", "–", "—"]},
        {"organization": ["A", None]},
        {"pay": [jd.PayRange(1, 2), jd.PayRange(1, 2, per="hour"), jd.PayRange(rate=1)]},
        {"emr": [["a", "b"], ["a and b"], []]},
        {
            "locations": [
                [jd.Location("Denver", "CO", "80204")],
                [jd.Location("Denver", "CO", "80205")],
            ]
        },
        {"organization": ["x", "y"], "manager": ["y", "x"]},
        {"organization": ["x", None], "manager": [None, "x"]},
        {"fieldwork": [True, False, None]},
    ),
    ids=range(9),
)
def test_ids_are_unique_for_any_values(values: dict[str, Any]) -> None:
    found = jd.variants(**values)
    names = [one.id for one in found]
    assert len(names) > 1
    assert len(set(names)) == len(names)
    assert all(name and name == name.strip() and "/" not in name for name in names)


def test_a_variant_is_what_building_it_gives() -> None:
    for one in _all():
        alone = jd.build(
            complete(title=None, omit=(), **{name: one.choices[name] for name in one.choices})
        )
        assert one.posting == alone
        assert set(one.choices) == {"setting", "role", "tier"}


def test_variants_share_their_sections() -> None:
    found = jd.variants(
        settings=["hospital"], organization=[f"Clinic {number}" for number in range(20)]
    )
    kept = list(found)
    sections = {id(section) for one in kept for section in one.posting.sections}
    assert len(sections) == len(kept[0].posting.sections) > 5
    assert len({id(one.posting.slots) for one in kept}) == 1


def test_one_plan_renders_them_all() -> None:
    found = jd.variants(
        complete(),
        organization=["Lakeside", "Harbor <b>"],
        pay=[jd.PayRange(1, 2), jd.PayRange(3, 4)],
    )
    plan = jd.get_renderer("html").plan(found[0].posting, ["organization", "pay"])
    for one in found:
        assert plan.render(one.posting.requisition) == jd.render(one.posting, "html")
    assert plan.exact


def test_several_settings_in_one_posting() -> None:
    found = jd.variants(settings=[("hospital", "managed_care"), "behavioral"])
    assert [one.posting.settings for one in found] == [
        ("hospital", "managed_care"),
        ("behavioral",),
    ]


def test_no_axes_give_one_general_posting_and_an_empty_axis_none() -> None:
    only = jd.variants()
    assert len(only) == 1
    assert only[0].id == "general"
    assert len(jd.variants(tiers=[])) == 0
    assert list(jd.variants(settings=[])) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    (
        ({"settings": ["hospitle"]}, "'hospital'"),
        ({"tiers": ["senoir"]}, "'senior'"),
        ({"roles": ["rnn"]}, "'rn'"),
        ({"editions": ["boards"]}, "'board'"),
        ({"organisation": ["x"]}, "'organization'"),
        ({"pay": [3]}, "pay"),
    ),
    ids=str,
)
def test_a_wrong_axis_is_told_at_once(arguments: dict[str, Any], words: str) -> None:
    with pytest.raises(jd.InputError, match=words):
        jd.variants(**arguments)


def test_every_unknown_name_of_the_axes_is_told_at_once() -> None:
    with pytest.raises(jd.InputError) as caught:
        jd.variants(settings=["hospital", "hospitl"], tiers=["boss"], roles=["rm"])
    assert [problem.path for problem in caught.value.problems] == ["setting", "role", "tier"]


def test_the_table_tells_them_apart_and_names_what_was_ruled_out() -> None:
    found = jd.variants(
        jd.Requisition(pay=jd.PayRange(72_000, 92_000)),
        settings=["hospital", "specialty.legal"],
        roles=["rn"],
        tiers=["entry", "lead"],
    )
    shown = jd.render(found.to_document(), "markdown")
    header, _, first, second = [line for line in shown.split("\n") if line.startswith("|")]
    assert header == "| Id | Title | Tier | Setting | Pay | Words | Blanks |"
    cells = [one.strip() for one in first.strip("|").split("|")]
    assert cells[2:5] == ["entry", "hospital", "$72,000–$92,000 a year"]
    assert int(cells[5]) > 100
    assert int(cells[6]) == len(found[0].posting.unfilled)
    assert "| lead | hospital |" in second
    assert "**rn in specialty.legal:**" in shown
