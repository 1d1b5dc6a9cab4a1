"""Build hook: writes the guide's TOML as Python literals into the wheel, and the catalog ready for use.

The TOML stays the only place where content is written; an editable install reads it directly.
"""

import runpy
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
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
    return _module(tables)


def _module(tables: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the source of a module that holds tables, with a digest of them at its head."""
    digest = runpy.run_path(str(CONTENT / "digest.py"))["digest"](tables)
    return f'"""{NOTE}"""\n\nimport datetime\n\nDIGEST = {digest!r}\nTABLES = {tables!r}\n'


def kept_law(compiled: str) -> str:
    """Return the source of the records of law, kept ready as the library reads them from its tables."""
    from casemgr_jd._packed import kept_module
    from casemgr_jd.law import tables

    values: dict[str, object] = {one.table: tables.read_records(one) for one in tables.kinds()}
    values |= {tables.PLACES: tables.read_places(), tables.OFFICES: tables.read_office_words()}
    values[tables.GATHERED] = tables.read_as_of()
    return kept_module(values, {"_law_compiled": compiled.encode()})


def kept_phrases(compiled: str, folder: Path = DATA) -> str:
    """Return the source of the phrases of lexicon and rules, kept ready as the library reads them.

    How a phrase reads follows from its text and from the lexicon, whose compiled source is given.
    """
    from casemgr_jd._packed import kept_module
    from casemgr_jd.checks.rules import read_packaged
    from casemgr_jd.reading.phrases import ready_phrases

    texts = [
        (text, table.get("lists", {}))
        for table in _tables(folder / "lexicon").values()
        for text in _listed(table)
    ]
    for rule in read_packaged():
        terms = [[one.find, one.unless, one.unless_anywhere, one.needs] for one in rule.terms]
        texts += ((text, {}) for text in _listed([rule.allow, rule.options, terms]))
    return kept_module({"phrases": ready_phrases(texts)}, {"_lexicon_compiled": compiled.encode()})


def _listed(value: Any) -> Iterator[str]:
    """Yield every text that stands in a list."""
    for one in value.values() if isinstance(value, Mapping) else value:
        if isinstance(one, str) and not isinstance(value, Mapping):
            yield one
        elif isinstance(one, Mapping | list | tuple):
            yield from _listed(one)


def kept_rules(compiled: str, law: str, shared: str) -> str:
    """Return the source of the rules of the checker, kept ready with the parts of each.

    The library reads them from its tables, whose compiled source is given, and from lists of the law.
    """
    from casemgr_jd._packed import kept_module
    from casemgr_jd.checks.law.parts import parts
    from casemgr_jd.checks.rules import read_packaged

    rules = tuple((rule, parts(rule)) for rule in read_packaged())
    told = {"_checks_compiled": compiled, "_law_compiled": law, "_law_shared_compiled": shared}
    sources = {name: source.encode() for name, source in told.items()}
    return kept_module({"rules": rules}, sources)


def kept_catalog(compiled: str, law: Mapping[str, str]) -> dict[str, str]:
    """Return the sources of the catalog, kept ready as the library reads it from the compiled tables.

    Beside it stands what is found out of its items, which law decides too: its sources are given by name.
    """
    from casemgr_jd._version import __version__
    from casemgr_jd.builder.candidates import titles_told
    from casemgr_jd.builder.naming import anchors
    from casemgr_jd.builder.resting import conditions_of, rested_on, thresholds
    from casemgr_jd.content.assembling import assembled
    from casemgr_jd.content.kept import catalog_modules
    from casemgr_jd.content.source import COMPILED

    made: dict[str, Any] = {}
    exec(compiled, made)
    catalog = assembled(made["TABLES"], __version__, known_digest=made["DIGEST"])
    sources = {name: source.encode() for name, source in {COMPILED: compiled, **law}.items()}
    looked = (anchors, conditions_of, rested_on, thresholds, titles_told)
    return catalog_modules(catalog, sources, **{one.name: one.find(catalog) for one in looked})


def kept_classes() -> str:
    """Return the source of what attrs and ``typing`` write for our classes, so that no program asks them."""
    from casemgr_jd._attrs_keeping import classes_module, our_classes, our_tuples

    return classes_module(our_classes(), our_tuples())


def compiled_checks(folder: Path = DATA) -> str:
    """Return the source of the compiled form of the checker's rules."""
    tables = {f"rules/{name}": table for name, table in _tables(folder / "rules").items()}
    return _module(tables)


def compiled_lexicon(folder: Path = DATA, only: frozenset[str] | None = None) -> str:
    """Return the source of the compiled form of the lexicon, or of some of its files."""
    tables = _tables(folder / "lexicon")
    if only is not None:
        tables = {name: table for name, table in tables.items() if name in only}
    return _module(tables)


def compiled_gazetteer(folder: Path = DATA) -> str:
    """Return the source of the compiled form of the gazetteer."""
    lines = (folder / "gazetteer.tsv").read_text(encoding="utf-8").splitlines()
    table = dict(line.split("\t") for line in lines if line[:1] != "#")
    return f'"""{NOTE}"""\n\nTABLE = {table!r}\n'


def compiled_law(folder: Path = DATA, below: str = "places") -> str:
    """Return the source of the compiled form of the files of law: of places, or of no one place."""
    tables = _tables(folder / "law" / below)
    return _module(tables)


def _tables(folder: Path) -> dict[str, dict[str, Any]]:
    return {
        path.name: tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.toml"))
    }


class ContentHook(BuildHookInterface[Any]):
    """Adds the compiled content to a wheel."""

    PLUGIN_NAME = "custom"
    _folder: tempfile.TemporaryDirectory[str] | None = None

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary files: they are packed."""
        if self._folder is not None:
            self._folder.cleanup()

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the compiled form to a temporary file and have it packed."""
        if version == "editable":
            return
        self._folder = tempfile.TemporaryDirectory(prefix="casemgr-jd-")
        folder = Path(self._folder.name)
        # The library reads what is kept, so that it is what the library would read.
        sys.path.insert(0, str(PACKAGE.parent))
        from casemgr_jd._lexicon import OF_FACTS

        content, checks, lexicon = compiled(), compiled_checks(), compiled_lexicon()
        law, shared = compiled_law(), compiled_law(below="")
        laws = {"_law_compiled": law, "_law_shared_compiled": shared}
        for name, source in (
            ("_compiled", content),
            *kept_catalog(content, laws).items(),
            ("_classes_kept", kept_classes()),
            ("_checks_compiled", checks),
            ("_rules_kept", kept_rules(checks, law, shared)),
            ("_law_compiled", law),
            ("_law_shared_compiled", shared),
            ("_law_kept", kept_law(law)),
            ("_lexicon_compiled", lexicon),
            ("_lexicon_of_facts_compiled", compiled_lexicon(only=OF_FACTS)),
            ("_phrases_kept", kept_phrases(lexicon)),
            ("_gazetteer_compiled", compiled_gazetteer()),
        ):
            target = folder / f"{name}.py"
            # As bytes: on no system may line ends become others, or what was made from it would not fit.
            target.write_bytes(source.encode())
            build_data["force_include"][str(target)] = f"casemgr_jd/data/{name}.py"
