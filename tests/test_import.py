"""Importing the package costs next to nothing, and listing formats loads none."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "attrs",
    "attr",
    "cattrs",
    "jinja2",
    "markupsafe",
    "click",
    "tomllib",
    "json",
    "importlib.metadata",
)


def _modules_after(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_a_bare_import_loads_no_dependency() -> None:
    baseline = _modules_after("")
    loaded = _modules_after("import casemgr_jd") - baseline
    assert "casemgr_jd" in loaded
    assert not loaded & set(HEAVY)
    assert loaded <= {"casemgr_jd", "casemgr_jd._version"}


def test_a_name_is_loaded_when_it_is_used() -> None:
    name = "casemgr_jd.model.requisition"
    assert name in _modules_after("import casemgr_jd; casemgr_jd.Requisition")


def test_a_wheel_makes_a_posting_without_attrs() -> None:
    pytest.importorskip("casemgr_jd.data._classes_kept", reason="made for a wheel")
    loaded = _modules_after("import casemgr_jd as jd; jd.render(jd.draft().build())")
    assert "casemgr_jd.builder.compose" in loaded
    assert not loaded & {"attr", "attrs", "inspect"}


@pytest.mark.parametrize("format", ("markdown", "text"))
def test_a_text_format_needs_neither_jinja_nor_cattrs_nor_click(format: str) -> None:
    loaded = _modules_after(f"import casemgr_jd as jd; jd.render(jd.draft().build(), {format!r})")
    assert "casemgr_jd.builder.compose" in loaded
    assert not loaded & {"jinja2", "cattrs", "click"}


def test_listing_formats_loads_no_renderer() -> None:
    code = "from casemgr_jd._formats import FORMATS; assert 'html' in FORMATS.names()"
    assert not {name for name in _modules_after(code) if name.startswith("casemgr_jd.renderers")}


POSTING = str(Path(__file__).parent.parent / "examples" / "hospital-senior-rn.toml")


@pytest.mark.parametrize(
    ("arguments", "unneeded"),
    [
        (["check", "-"], {"json", "html.parser", "jinja2", "cattrs"}),
        (["render", POSTING, "-f", "markdown"], {"json", "html", "jinja2", "cattrs"}),
        (["rules"], {"jinja2", "cattrs", "casemgr_jd.facts.facts", "casemgr_jd.builder.compose"}),
    ],
    ids=lambda one: one[0] if isinstance(one, list) else "",
)
def test_a_command_loads_what_it_needs(arguments: list[str], unneeded: set[str]) -> None:
    script = f"""
import sys
from casemgr_jd.cli.main import main
try:
    main({arguments!r})
except SystemExit:
    pass
print("\\n".join(["", *sys.modules]))
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        input="We hire a case manager. Pay: $30 an hour.",
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stdout.split())
    assert f"casemgr_jd.cli.{arguments[0]}" in loaded
    assert not loaded & unneeded
    rendering = {name for name in loaded if name.startswith("casemgr_jd.renderers.")}
    assert bool(rendering) is (arguments[0] == "render")


def test_every_public_name_can_be_had_and_is_listed() -> None:
    import casemgr_jd

    assert len(casemgr_jd.__all__) > 40
    for name in casemgr_jd.__all__:
        assert getattr(casemgr_jd, name) is not None
        assert name in dir(casemgr_jd)
    with pytest.raises(AttributeError, match="no_such_name"):
        assert casemgr_jd.no_such_name
