"""What other distributions install fails alone: it is named, and whatever does not need it works."""

import importlib.metadata
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import casemgr_jd as jd
from casemgr_jd._formats import FORMATS
from casemgr_jd.checks.rules import explain, rules, skipped
from casemgr_jd.cli.main import main
from casemgr_jd.content.overlays import with_overlays
from casemgr_jd.errors import PluginWarning, RenderError

RENDERERS, CONTENT, RULES = (f"casemgr_jd.{one}" for one in ("renderers", "content", "rules"))
Install = Callable[..., None]


class Fine:
    name, media_type, suffix = "fine", "text/plain", ".txt"

    def render(self, document: jd.Document, context: jd.RenderContext = jd.RenderContext()) -> str:  # noqa: B008
        return "fine\n"


def broken() -> None:
    raise RuntimeError("no network")


def leaving() -> None:
    raise SystemExit(3)


RULE: dict[str, Any] = {
    "code": "HSE001",
    "slug": "house-name",
    "title": "Our old name",
    "message": "Write Lakeside.",
    "why": "We changed our name.",
    "terms": [{"find": ["family nurses"]}],
}


@pytest.fixture(name="install")
def _install(monkeypatch: pytest.MonkeyPatch) -> Install:
    module = ModuleType("plugins_of_a_test")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    found: list[tuple[str, str, str]] = []
    real = importlib.metadata.entry_points

    def entry_points(**wanted: str) -> Any:
        mine = [
            importlib.metadata.EntryPoint(name, value, group)
            for group, name, value in found
            if group == wanted.get("group")
        ]
        return [*real(**wanted), *mine]

    monkeypatch.setattr(importlib.metadata, "entry_points", entry_points)

    def install(group: str, name: str, thing: Any, attribute: str = "") -> None:
        attribute = attribute or f"{name}_{len(found)}"
        if thing is not None:
            setattr(module, attribute, thing)
        found.append((group, name, f"{module.__name__}:{attribute}"))
        rules.cache_clear()

    monkeypatch.setattr("casemgr_jd.checks.rules._SKIPPED", [])
    rules.cache_clear()
    return install


@pytest.fixture(autouse=True)
def _forget() -> Any:
    yield
    rules.cache_clear()


@pytest.mark.parametrize(
    ("thing", "words"),
    [
        (broken, "cannot be loaded: RuntimeError('no network')"),
        (leaving, "cannot be loaded: SystemExit(3)"),
        (None, "cannot be loaded"),
        (3, "cannot be loaded"),
        (lambda: 3, "is no renderer: it has no name and no media_type and no suffix and no render"),
        (type("Half", (), {"name": "x", "media_type": "y", "suffix": ".z"}), "it has no render"),
    ],
)
def test_a_faulty_renderer_is_told_when_it_is_asked_for(
    thing: Any, words: str, install: Install
) -> None:
    install(RENDERERS, "bad", thing)
    install(RENDERERS, "fine", Fine)
    posting = jd.draft().build()
    assert {"bad", "fine"} <= set(FORMATS.names())
    assert jd.render(posting, "fine") == "fine\n"
    assert jd.render(posting, "text")
    with pytest.raises(jd.CaseMgrError, match="the installed format 'bad'") as told:
        jd.get_renderer("bad")
    assert words in str(told.value)


def test_two_of_one_name_are_told_and_all_else_works(install: Install) -> None:
    install(RENDERERS, "twice", Fine)
    install(RENDERERS, "Twice", broken)
    install(RENDERERS, "fine", Fine)
    with pytest.warns(PluginWarning, match="two installed packages register the format 'twice'"):
        assert "twice" in FORMATS.names()
    assert jd.render(jd.draft().build(), "fine") == "fine\n"
    with pytest.raises(jd.CaseMgrError, match=r"'twice'.*remove one"):
        jd.get_renderer("twice")


def test_one_that_takes_a_name_of_ours_is_told_and_left_out(install: Install) -> None:
    install(RENDERERS, "markdown", Fine)
    with pytest.warns(PluginWarning, match="the format 'markdown' is ours"):
        FORMATS.names()
    assert jd.render(jd.draft().build(), "markdown") != "fine\n"


@pytest.mark.parametrize(
    ("thing", "words"),
    [
        (broken, "no network"),
        (lambda: 3, "gives a number 3, not the path of a folder"),
        (lambda: "no/such/folder", r"holds no \.toml file"),
    ],
)
def test_faulty_content_is_told_when_it_is_asked_for(
    thing: Any, words: str, install: Install
) -> None:
    install(CONTENT, "bad", thing)
    assert jd.build(jd.Requisition(tier="lead")).heading
    with pytest.raises(jd.CaseMgrError, match=words):
        with_overlays(jd.load_catalog(), ("bad",))


@pytest.mark.parametrize(
    ("thing", "words"),
    [
        (broken, "no network"),
        (leaving, "SystemExit"),
        (lambda: 3, "not iterable"),
        (lambda: [{**RULE, "code": "TPL001"}], "code of two rules"),
        (lambda: [{**RULE, "slug": "blank-left"}], "slug of two rules"),
        (lambda: [{**RULE, "terms": [{"find": ["(a"]}]}], "unbalanced"),
        (lambda: [{**RULE, "sevrity": "error"}], "sevrity"),
    ],
)
def test_faulty_rules_are_left_out_and_named(thing: Any, words: str, install: Install) -> None:
    install(RULES, "bad", thing)
    install(RULES, "good", lambda: [{**RULE, "code": "HSE002", "slug": "house-two"}])
    report = jd.check_document("# Nurse\n\nOur family nurses at [City].\n")
    assert {"HSE002", "TPL001"} <= {one.code for one in report}
    (note,) = [one for one in report.notes if "plugins_of_a_test" in one]
    assert words in note
    assert (note,) == skipped()
    assert explain("house-two")


def test_the_command_line_tells_and_goes_on(
    install: Install, capsys: pytest.CaptureFixture[str]
) -> None:
    install(RENDERERS, "html", Fine)
    install(RULES, "bad", broken)
    main(["list", "formats", "--no-settings"])
    told = capsys.readouterr()
    assert "markdown" in told.out
    assert told.err.startswith("casemgr-jd: the format 'html' is ours; plugins_of_a_test:")
    main(["rules"])
    told = capsys.readouterr()
    assert "TPL001" in told.out
    assert "RuntimeError('no network')" in told.err
    install(RENDERERS, "bad", broken)
    with pytest.raises(SystemExit) as left:
        main(["render", "examples/hospital-senior-rn.toml", "-f", "bad", "--no-settings"])
    assert left.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            "{% extends 'page.html' %}\n{% block footer %}\n{{ nmae }}{% endblock %}",
            "line 3: 'nmae' is undefined",
        ),
        ("\n\n{% if nmae %}{% endif %}", "line 3: 'nmae' is undefined"),
        ("{% block x %}", "line 1: "),
        ("\n{{ 1 / 0 }}", "line 2: division by zero"),
        ("\n{{ document.nothing.more }}", "line 2: "),
        ("{% extends 'pge.html' %}", "there is no template 'pge.html'"),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_line(
    body: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A package is read once, so each mistake is in one of its own.
    home = tmp_path / f"templates_of_{tmp_path.name}"
    (home / "templates").mkdir(parents=True)
    (home / "__init__.py").write_text("", encoding="utf-8")
    (home / "templates" / "house.html").write_text(body, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, home.name, raising=False)

    class House(jd.HtmlPageRenderer):
        name = "house"
        template = "house.html"
        template_package = home.name

    with pytest.raises(RenderError) as told:
        jd.render(jd.draft().build(), House())
    assert words in str(told.value)
    if "there is no" not in words:
        assert str(told.value).startswith("template house.html, line ")
