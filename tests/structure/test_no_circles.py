"""No module imports, directly or through others, one that imports it: not for types, not later, not ever.

A picture of the imports is a picture of the floors. Where a value is shown by what stands above it, the
register of views holds the name (``casemgr_jd._views``).
"""

import ast
import importlib
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import casemgr_jd
from casemgr_jd import _formats, _views
from casemgr_jd._registry import load_attribute

HOME = Path(casemgr_jd.__file__).parent
NAME = casemgr_jd.__name__


def modules() -> dict[str, Path]:
    """Return every module by its name."""
    found = {}
    for path in HOME.rglob("*.py"):
        parts = path.relative_to(HOME).with_suffix("").parts
        name = ".".join((NAME, *parts)).removesuffix(".__init__")
        found[name] = path
    return found


MODULES = modules()


def imported(name: str) -> Iterator[str]:
    """Yield the modules of ours that a module names in an import, wherever in its text it stands."""
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and not node.level and node.module in MODULES:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in MODULES else node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)


@cache
def graph() -> dict[str, set[str]]:
    """Return what each module imports, which takes a while to find out."""
    return {name: set(imported(name)) - {name} for name in MODULES}


def test_no_import_leads_back_to_where_it_came_from() -> None:
    assert len(graph()) > 200
    assert sum(map(len, graph().values())) > 1000
    try:
        TopologicalSorter(graph()).prepare()
    except CycleError as error:
        raise AssertionError(" -> ".join(error.args[1])) from None


def test_no_module_is_met_half_made_by_one_that_it_imports() -> None:
    # A hook in a fresh interpreter sees what is really imported while another module is being made.
    done = subprocess.run(
        [sys.executable, "-c", _WATCH, NAME, *sorted(MODULES)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    made, *circles = done.stdout.splitlines()
    assert int(made) > 200
    assert not circles


_WATCH = """
import builtins, importlib, sys
package, *names = sys.argv[1:]
real, circles = builtins.__import__, set()

def watched(name, scope=None, local=None, wanted=(), level=0):
    found = sys.modules.get(name)
    spec = getattr(found, "__spec__", None)
    importer = (scope or {}).get("__name__", "")
    if name.startswith(package + ".") and importer.startswith(package + ".") and name != importer:
        is_package = hasattr(found, "__path__")
        half_made = found is not None and getattr(spec, "_initializing", False)
        if half_made and not is_package:
            circles.add(f"{importer} -> {name}")
    return real(name, scope, local, wanted, level)

builtins.__import__ = watched
made = 0
for name in names:
    if name.endswith(("__main__", "_compiled", "_catalog_kept", "_law_kept", "_rules_kept", "_phrases_kept")):
        continue
    importlib.import_module(name)
    made += 1
print(made, *sorted(circles), sep="\\n")
"""


def test_every_view_and_format_stands_where_its_register_says() -> None:
    targets = [one for forms in _views.VIEWS.values() for one in forms.values()]
    targets += _formats.FORMATS._built_in.values()
    assert len(targets) > 25
    for target in targets:
        assert callable(load_attribute(target)), target


def test_every_class_with_views_is_one_of_ours() -> None:
    classes = {
        name
        for module in MODULES
        if not module.endswith(
            ("__main__", "_compiled", "_catalog_kept", "_law_kept", "_rules_kept", "_phrases_kept")
        )
        for name, one in vars(importlib.import_module(module)).items()
        if isinstance(one, type)
    }
    assert set(_views.VIEWS) <= classes
