"""Every example in a docstring of the package runs."""

import doctest
import importlib
import pkgutil

from each import each

import casemgr_jd

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(casemgr_jd.__path__, "casemgr_jd.")
    if not module.name.endswith(
        ("__main__", "_compiled", "_catalog_kept", "_law_kept", "_rules_kept", "_phrases_kept")
    )
)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def test_modules_were_found() -> None:
    """The parametrized test below does not run over nothing."""
    assert len(MODULES) > 40


@each("name", MODULES)
def test_examples_run(name: str) -> None:
    """The examples of a module print what they say."""
    results = doctest.testmod(importlib.import_module(name), optionflags=FLAGS)
    assert results.failed == 0
