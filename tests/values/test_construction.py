"""Laws of every public class that a program may build by hand: what it takes, keeps, and equals."""

import copy
import json
import pickle
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import casemgr_jd as jd
from casemgr_jd.serde.converter import KINDS

GUIDE = jd.load_catalog()
CITATION = jd.Citation("29 CFR 1625.4", "eCFR", as_of=date(2026, 11, 23), confidence="medium")
ITEM = jd.Item(
    "own.round", "Round at {organization}.", when=jd.Condition(tier="senior"), states="a"
)
KPI = jd.KPI("kpi.own.fast", "Fast", "hours", "lower", 24, "<=", source=CITATION)
CASELOAD = jd.CaseloadRange(12, 22, "patients", "per day", ["throughput"], source=CITATION)
OCCUPATION = jd.Occupation("29-1141.00", "Registered Nurses", "medium", "rn", ["hospital"])
BULLET = jd.Bullet("Lead rounds.", "own.lead", "Rounds", states=["a", "b"])
FINDING = jd.Finding(
    code="X1", slug="x", severity="error", kind="review", confidence="low", message="m", also=["1"]
)
VALUES: dict[str, tuple[type[Any], dict[str, Any]]] = {
    "Addition": (jd.Addition, {"section": "environment", "text": "Parking is free."}),
    "Bullet": (jd.Bullet, {"text": "Lead.", "states": ["a"], "tells": ["driving"]}),
    "BulletList": (jd.BulletList, {"bullets": [BULLET, jd.Bullet("Teach.")]}),
    "CheckChoices": (
        jd.CheckChoices,
        {"ignore": ["REA"], "fail_on": "error", "suppress": [jd.Suppression("TPL001", "Known")]},
    ),
    "CaseloadRange": (jd.CaseloadRange, {"low": 1, "high": 2, "adjusted_for": ["acuity"]}),
    "Citation": (jd.Citation, {"title": "Law", "confidence": "low"}),
    "Condition": (jd.Condition, {"tier": ["senior"], "role": ["rn"], "traits": ["driving"]}),
    "Document": (jd.Document, {"title": "Report", "blocks": [jd.Paragraph("Well.")]}),
    "Fact": (jd.Fact, {"label": "Pay", "text": "Well paid", "tells": ["pay"]}),
    "FactList": (jd.FactList, {"facts": [jd.Fact("Pay", "Well paid")]}),
    "Finding": (jd.Finding, attrs.asdict(FINDING, recurse=False)),
    "HouseStyle": (
        jd.HouseStyle,
        {
            "letterhead": ["{organization} · {phone}"],
            "values": {"phone": "303-555-0100"},
            "facts": {"benefits": ["medical"]},
            "slots": [jd.Slot("union", "Union local", field="extra")],
            "sections": [jd.OwnSection("union", "Our union", "We bargain.", before="pay")],
            "banned": {"rock star~": "colleague"},
            "theme": {"accent": "#7a1f3d"},
            "checks": {"ignore": ["REA"]},
            "outlets": {"linkedin": {"company_id": 42}},
        },
    ),
    "Hit": (jd.Hit, {"span": jd.Span(1, 2), "severity": "info", "suggestions": ["b"]}),
    "Item": (jd.Item, attrs.asdict(ITEM, recurse=False)),
    "KPI": (jd.KPI, attrs.asdict(KPI, recurse=False)),
    "Location": (jd.Location, {"city": "Denver", "state": "CO"}),
    "Occupation": (jd.Occupation, attrs.asdict(OCCUPATION, recurse=False)),
    "Omission": (jd.Omission, {"id": "shift"}),
    "OpenOption": (jd.OpenOption, {"fields": ["caseload"], "text": "Say.", "options": ["a"]}),
    "OwnSection": (
        jd.OwnSection,
        {"id": "union", "title": "Our union", "bullets": ["We bargain."], "after": "pay"},
    ),
    "Paragraph": (jd.Paragraph, {"text": "Lead.", "states": ["a"]}),
    "PayRange": (jd.PayRange, {"rate": 41.5, "per": "hour"}),
    "PayPart": (jd.PayPart, {"name": "Colorado", "rate": 41.5}),
    "PercentRange": (jd.PercentRange, {"low": 0, "high": 20}),
    "Posting": (
        jd.Posting,
        {
            "title": "Nurse",
            "blocks": [jd.Section("a", "A")],
            "slots": [jd.Slot("region", "Region")],
        },
    ),
    "RenderContext": (jd.RenderContext, {"audience": "writer", "width": 60}),
    "Report": (jd.Report, {"document": "a.md", "findings": [FINDING], "notes": ["old"]}),
    "Requisition": (
        jd.Requisition,
        {"organization": "Lakeside", "license": ["RN"], "shift": ["Day"]},
    ),
    "Role": (
        jd.Role,
        {
            "id": "own",
            "title": "Own",
            "licenses": ["RN"],
            "defaults": {"shift": "Day"},
            "core": [ITEM],
        },
    ),
    "Rule": (
        jd.Rule,
        {
            **{name: name for name in ("code", "slug", "title", "message", "why")},
            "severity": "info",
            "allow": ["a"],
            "options": {"words": ["a", "b"]},
            "sources": [CITATION],
        },
    ),
    "Section": (jd.Section, {"id": "a", "title": "A", "blocks": [jd.BulletList([BULLET])]}),
    "SeniorityTier": (
        jd.SeniorityTier,
        {
            "id": "own",
            "name": "Own",
            "experience": [3, 5],
            "scope": [ITEM],
            "also_called": ["mine"],
        },
    ),
    "SettingModule": (
        jd.SettingModule,
        {
            **dict.fromkeys(("id", "name", "noun", "population"), "own"),
            "items": [ITEM],
            "kpis": [KPI],
            "caseload": CASELOAD,
            "defaults": {"license": "RN"},
        },
    ),
    "Slot": (jd.Slot, {"id": "region", "label": "Region", "kind": "one_of", "options": ["North"]}),
    "SlotRef": (jd.SlotRef, {"slot": "region"}),
    "Suppression": (jd.Suppression, {"code": "REA001", "reason": "Asked for"}),
    "Table": (jd.Table, {"header": ["Day"], "rows": [["Monday"]]}),
    "Text": (jd.Text, {"parts": ["At ", jd.SlotRef("organization")]}),
    "Theme": (jd.Theme, {"accent": "#7a1f3d", "font": "Source Sans 3"}),
    "YearsRange": (jd.YearsRange, {"minimum": 3, "maximum": 5}),
}
WAYS: dict[str, Callable[[list[Any]], Iterable[Any]]] = {
    "tuple": tuple,
    "iterator": iter,
    "generator": lambda values: (one for one in values),
    "keys of a table": lambda values: dict.fromkeys(values).keys(),
}


def made(name: str, /, **changes: Any) -> Any:
    kind, given_values = VALUES[name]
    return kind(**{**given_values, **changes})


def lists(name: str) -> Iterator[tuple[str, list[Any]]]:
    for key, value in VALUES[name][1].items():
        if isinstance(value, list) and key != "experience":
            yield key, value


OURS = ("casemgr_jd.model.", "casemgr_jd.house.", "casemgr_jd.renderers.theme")


def test_every_class_of_the_vocabulary_is_among_those_tried() -> None:
    public = {name: getattr(jd, name) for name in jd.__all__ if attrs.has(getattr(jd, name))}
    vocabulary = {name for name, kind in public.items() if kind.__module__.startswith(OURS)}
    assert len(vocabulary) > 25
    assert vocabulary <= set(VALUES) <= set(public)


@pytest.mark.parametrize("name", VALUES)
def test_it_cannot_be_changed_can_be_hashed_and_equals_its_like(name: str) -> None:
    one, other = made(name), made(name)
    assert one == other
    assert hash(one) == hash(other)
    assert len({one, other}) == 1
    assert one != object()
    assert repr(one) == repr(other)
    assert " at 0x" not in repr(one)
    field = attrs.fields(type(one))[0].name
    with pytest.raises(AttributeError):
        setattr(one, field, None)


@pytest.mark.parametrize("name", VALUES)
def test_it_is_copied_and_pickled_whole(name: str) -> None:
    one = made(name)
    for again in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert again == one
        assert type(again) is type(one)
        assert hash(again) == hash(one)
    assert attrs.evolve(one) == one


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", [name for name in VALUES if any(lists(name))])
def test_any_iterable_makes_the_same_value(name: str, way: str) -> None:
    for key, values in lists(name):
        given_value = WAYS[way](list(map(tuple, values)) if key == "rows" else values)
        assert made(name, **{key: given_value}) == made(name)


@pytest.mark.parametrize("name", [name for name in VALUES if name in KINDS])
def test_json_loses_nothing_of_it(name: str) -> None:
    written = jd.dumps(made(name))
    assert jd.loads(written) == made(name)
    assert json.loads(written)["kind"] == name


ODD: tuple[Any, ...] = (
    None,
    5,
    -1,
    2.5,
    float("nan"),
    b"x",
    "x",
    [None],
    {"a": 1},
    [[]],
    object(),
    jd.Table,
    ...,
)


@pytest.mark.parametrize("name", VALUES)
def test_a_wrong_value_is_refused_by_the_name_of_its_field_or_kept_as_its_kind(name: str) -> None:
    kind = VALUES[name][0]
    refused = 0
    for field in attrs.fields(kind):
        if not field.init:
            continue
        for odd in ODD:
            try:
                one = made(name, **{field.alias: odd})
            except jd.CaseMgrError:
                refused += 1
            else:
                assert isinstance(hash(one), int)
                assert one == made(name, **{field.alias: odd}) or odd != odd
    assert refused >= len(attrs.fields(kind))


@given(st.data())
def test_all_wrong_fields_are_told_at_once(data: st.DataObject) -> None:
    name = data.draw(
        st.sampled_from(["KPI", "SettingModule", "Role", "SeniorityTier", "Item", "Rule"])
    )
    fields = [one.alias for one in attrs.fields(VALUES[name][0]) if one.init]
    wrong = data.draw(st.lists(st.sampled_from(fields), min_size=1, unique=True))
    with pytest.raises(jd.InputError) as told:
        made(name, **dict.fromkeys(wrong, object()))
    assert {problem.path for problem in told.value.problems} == set(wrong)


CLOSED: list[tuple[type[Any], str, Any]] = [
    (jd.Direction, "direction", lambda value: made("KPI", direction=value)),
    (jd.Bound, "comparison", lambda value: made("KPI", comparison=value)),
    (jd.Confidence, "confidence", lambda value: made("Citation", confidence=value)),
    (jd.Severity, "severity", lambda value: made("Rule", severity=value)),
    (jd.FindingKind, "kind", lambda value: made("Rule", kind=value)),
    (jd.PayPeriod, "per", lambda value: made("PayRange", per=value)),
    (jd.SlotKind, "kind", lambda value: made("Slot", kind=value)),
]


@pytest.mark.parametrize(
    ("kind", "field", "make"), CLOSED, ids=lambda one: getattr(one, "__name__", "")
)
def test_a_closed_set_takes_its_text_and_nothing_else(kind: Any, field: str, make: Any) -> None:
    members = list(kind)
    assert len(members) > 2
    for one in members:
        assert one == one.value
        assert make(one) == make(one.value)
        assert type(getattr(make(one.value), field)) is kind
        assert f"{one}" == one.value
    with pytest.raises(jd.InputError, match=f"{field}: is not known: 'sideways'"):
        make("sideways")


def test_the_needs_of_fields_are_a_closed_set() -> None:
    assert {plan.need for plan in GUIDE.fields} == set(jd.Need)


def test_figures_that_contradict_each_other_are_refused() -> None:
    for make, words in (
        (lambda: jd.CaseloadRange(22, 12), "low end above its high end"),
        (lambda: jd.KPI("a", "A", comparison="<="), "comparison: has no target"),
        (lambda: jd.KPI("a", "A", target=float("inf")), "target: must be a figure"),
        (lambda: jd.Item("a", "A", priority=9), "priority: must be from 1 to 5"),
        (lambda: jd.Slot("Pay range", "Pay"), "id: is no id"),
        (lambda: jd.Slot("pay", "Pay", join="nor"), "join: is not known"),
        (lambda: jd.SettingModule("", "", "a", "b"), "(?s)id: is missing.*name: is missing"),
        (lambda: jd.Role("a", "A", defaults={"licens": "RN"}), "defaults.licens: is not a field"),
    ):
        with pytest.raises(jd.InputError, match=words):
            make()
