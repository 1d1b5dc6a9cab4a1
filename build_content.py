"""Build hook: writes the guide's TOML as a Python literal into the wheel, so that loading is instant.

The TOML stays the only place where content is written; an editable install reads it directly.
"""

import runpy
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
DATA = ROOT / "src" / "casemgr_jd" / "data"
NOTE = "Made from the TOML beside it when the wheel was built. Do not edit."
PACKAGE = ROOT / "src" / "casemgr_jd"
CONTENT = PACKAGE / "content"


def compiled(folder: Path = DATA) -> str:
    """Return the source of the compiled form of the content files in *folder*."""
    tables = runpy.run_path(str(CONTENT / "files.py"))["gathered"](
        lambda name: tomllib.loads((folder / name).read_text(encoding="utf-8"))
    )
    states = runpy.run_path(str(PACKAGE / "model" / "states.py"))["STATES"]
    gather = runpy.run_path(str(PACKAGE / "law" / "gather.py"))["content_tables"]
    tables["law"] = gather(_tables(folder / "law" / "places"), states)
    digest = runpy.run_path(str(CONTENT / "digest.py"))["digest"](tables)
    return f'"""{NOTE}"""\n\nimport datetime\n\nDIGEST = {digest!r}\nTABLES = {tables!r}\n'


def compiled_checks(folder: Path = DATA) -> str:
    """Return the source of the compiled form of the checker's rules."""
    tables = {f"rules/{name}": table for name, table in _tables(folder / "rules").items()}
    return f'"""{NOTE}"""\n\nimport datetime\n\nTABLES = {tables!r}\n'


def compiled_lexicon(folder: Path = DATA) -> str:
    """Return the source of the compiled form of the lexicon."""
    return f'"""{NOTE}"""\n\nTABLES = {_tables(folder / "lexicon")!r}\n'


def compiled_law(folder: Path = DATA) -> str:
    """Return the source of the compiled form of the files of law."""
    law = folder / "law"
    local = {f"places/{name}": table for name, table in _tables(law / "places").items()}
    tables = {**_tables(law), **local}
    return f'"""{NOTE}"""\n\nimport datetime\n\nTABLES = {tables!r}\n'


def _tables(folder: Path) -> dict[str, dict[str, Any]]:
    return {
        path.name: tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.toml"))
    }


class ContentHook(BuildHookInterface[Any]):
    """Adds the compiled content to a wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the compiled form to a temporary file and have it packed."""
        if version == "editable":
            return
        folder = Path(tempfile.mkdtemp(prefix="casemgr-jd-"))
        for name, source in (
            ("_compiled", compiled()),
            ("_checks_compiled", compiled_checks()),
            ("_law_compiled", compiled_law()),
            ("_lexicon_compiled", compiled_lexicon()),
        ):
            target = folder / f"{name}.py"
            target.write_text(source, encoding="utf-8")
            build_data["force_include"][str(target)] = f"casemgr_jd/data/{name}.py"
