"""Rules of other distributions, found by the entry-point group ``casemgr_jd.rules``."""

import importlib.metadata
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

import casemgr_jd as jd
from casemgr_jd.checks import Context, Hit
from casemgr_jd.checks.rules import GROUP, explain, rules
from casemgr_jd.reading.source import Span

TEXT = "# Case Manager\n\nOur Family Nurses see the whole county.\n"


class Entry:
    """What an installed distribution declares in its entry points."""

    def __init__(self, given: Any) -> None:
        self.name, self.value, self._given = "house", "house_rules:rules", given

    def load(self) -> Any:
        if isinstance(self._given, Exception):
            raise self._given
        return lambda: self._given


@pytest.fixture(name="install")
def _install(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    real = importlib.metadata.entry_points

    def install(given: Any) -> None:
        def entry_points(**wanted: str) -> Any:
            return [Entry(given)] if wanted == {"group": GROUP} else real(**wanted)

        monkeypatch.setattr(importlib.metadata, "entry_points", entry_points)
        rules.cache_clear()

    yield install
    monkeypatch.undo()
    rules.cache_clear()


AS_DATA = {
    "code": "HSE001",
    "slug": "house-name",
    "title": "Our old name",
    "message": 'Write "Lakeside" in place of "{match}".',
    "why": "We changed our name.",
    "terms": [{"find": ["family nurses"], "suggest": ["Lakeside"]}],
    "sources": [{"title": "Style guide of the house"}],
    "bad": ["Our Family Nurses."],
    "good": ["Lakeside."],
}


def counties(context: Context, rule: jd.Rule) -> Iterator[Hit]:
    """A rule that needs more than wording names a function."""
    offset = context.source.folded.find("county")
    if offset >= 0:
        yield Hit(Span(offset, offset + len("county")))


AS_CODE = jd.Rule(
    code="HSE002",
    slug="house-county",
    title="A county without its name",
    message='Say which "{match}".',
    why="We work in several.",
    check="house_rules:counties",
)


def test_a_rule_of_another_distribution_runs_beside_ours(
    install: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys
    from types import ModuleType

    module = ModuleType("house_rules")
    module.counties = counties  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "house_rules", module)
    ours = len(rules())
    install([AS_DATA, AS_CODE])
    assert len(rules()) == ours + 2
    report = jd.check_document(TEXT, select=["HSE"])
    assert [(one.code, one.match, one.suggestions) for one in report] == [
        ("HSE001", "Family Nurses", ("Lakeside",)),
        ("HSE002", "county", ()),
    ]
    assert "HSE001" in {one.code for one in jd.check_document(TEXT)}
    assert "We changed our name." in explain("house-name")
    declared = report.to_sarif()["runs"][0]["tool"]["driver"]["rules"]
    assert "HSE002" in {one["id"] for one in declared}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (ImportError("no such module"), "no such module"),
        ([{**AS_DATA, "code": "TPL001"}], "TPL001: is the code of two rules"),
        ([{**AS_DATA, "severty": "error"}], "severty"),
        ([{**AS_DATA, "severity": "fatal"}], "fatal"),
        ([{"code": "HSE001"}], "slug"),
        (7, "not iterable"),
    ],
)
def test_wrong_rules_are_told_with_whose_they_are_and_the_others_run(
    install: Any, given: Any, words: str
) -> None:
    ours = len(rules())
    install(given)
    assert len(rules()) == ours
    report = jd.check_document(TEXT, select=["COM"])
    assert len(report.outcomes) > 5
    (note,) = report.notes
    assert "house_rules:rules" in note
    assert words in note
    assert note in report.to_text()


def fails(context: Context, rule: jd.Rule) -> Iterator[Hit]:
    raise ZeroDivisionError("by nobody's fault")


@pytest.mark.parametrize(
    ("check", "words"),
    [
        ("no_such_module:check", "HSE001: names a function that cannot be loaded"),
        ("failing_rules:fails", "by nobody's fault"),
    ],
)
def test_a_rule_that_fails_is_named_and_the_others_run(
    install: Any, monkeypatch: pytest.MonkeyPatch, check: str, words: str
) -> None:
    import sys
    from types import ModuleType

    module = ModuleType("failing_rules")
    module.fails = fails  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "failing_rules", module)
    install([{**AS_DATA, "check": check}, {**AS_DATA, "code": "HSE003", "slug": "house-other"}])
    report = jd.check_document(TEXT, select=["HSE"])
    assert [one.code for one in report] == ["HSE003"]
    (note,) = report.notes
    assert words in note
    assert "HSE001 house-name was left out" in note


def test_a_rule_that_fails_is_named_for_a_piece_of_text_too() -> None:
    broken = attrs.evolve(AS_CODE, check="no_such_module:counties")
    for as_text in (True, False):
        report = jd.check_document(TEXT, select=["HSE"], more_rules=[broken], as_text=as_text)
        assert [one for one in report.notes if "HSE002" in one], as_text
