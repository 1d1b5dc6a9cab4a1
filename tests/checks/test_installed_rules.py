"""Rules of other distributions, found by the entry-point group ``casemgr_jd.rules``."""

import importlib.metadata
from collections.abc import Iterator
from typing import Any

import pytest

import casemgr_jd as jd
from casemgr_jd.checks import Context, Hit
from casemgr_jd.checks.rules import GROUP, explain, rules
from casemgr_jd.errors import ContentError
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
def test_wrong_rules_are_told_with_whose_they_are(install: Any, given: Any, words: str) -> None:
    install(given)
    with pytest.raises(ContentError) as caught:
        rules()
    assert words in str(caught.value)


def test_a_function_that_cannot_be_loaded_is_told_with_its_rule(install: Any) -> None:
    install([{**AS_DATA, "check": "no_such_module:check"}])
    with pytest.raises(ContentError, match="HSE001: names a function that cannot be loaded"):
        jd.check_document(TEXT, select=["HSE"])
