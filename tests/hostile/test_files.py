"""Files that are none, too large, or not what they say: refused at once, by every reader, in our words."""

import ast
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import casemgr_jd as jd
from casemgr_jd import _files
from casemgr_jd.cli.main import main
from casemgr_jd.errors import InputError
from casemgr_jd.renderers.theme import Theme, load_theme

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NURSE = str(EXAMPLES / "hospital-senior-rn.toml")
README = EXAMPLES.parent / "README.md"
TABLE = EXAMPLES.parent / "tests" / "items.tsv"

READERS: dict[str, Callable[[Any], object]] = {
    "load_requisition": jd.load_requisition,
    "check_document": jd.check_document,
    "load_page": jd.load_page,
    "load_theme": load_theme,
    "logo": lambda path: Theme(logo=path, logo_alt="x"),
}

COMMANDS: dict[str, Callable[[str], list[str]]] = {
    "render": lambda path: ["render", path],
    "theme": lambda path: ["render", NURSE, "-f", "html", "--theme", path],
    "check": lambda path: ["check", path],
    "fix": lambda path: ["check", path, "--fix"],
    "facts": lambda path: ["check", str(README), "--requisition", path],
    "below": lambda path: ["check", NURSE, "--below", path],
    "interview": lambda path: ["interview", path],
    "advise": lambda path: ["advise", "--from", path],
    "compare": lambda path: ["compare", NURSE, path],
    "import": lambda path: ["import", path],
    "read": lambda path: ["read", path],
    "batch": lambda path: ["batch", path, "-o", f"{path}.out"],
    "map": lambda path: ["batch", str(TABLE), "-o", f"{path}.out", "--map", path],
    "variants": lambda path: ["variants", path, "-o", f"{path}.out"],
}


def run(arguments: list[str]) -> int:
    try:
        main(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    return 0


def unreadable(folder: Path, kind: str, suffix: str) -> Path:
    path = folder / f"file{suffix}"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "folder":
        path.mkdir()
    elif kind == "large":
        with path.open("wb") as file:
            file.truncate(_files.LARGEST + 1)
    elif kind == "socket":
        path.symlink_to("/dev/log")
    return path


SAYS = {
    "pipe": "is a pipe, not a file",
    "device": "is a device, not a file",
    "folder": "is a folder, not a file",
    "large": "is larger than 25 MB",
    "missing": "cannot be read: ",
}
posix = pytest.mark.skipif(os.name != "posix", reason="needs pipes and devices")


@posix
@pytest.mark.parametrize("kind", SAYS)
@pytest.mark.parametrize("reader", READERS)
def test_what_is_no_file_is_refused_by_every_reader(tmp_path: Path, reader: str, kind: str) -> None:
    path = unreadable(tmp_path, kind, ".txt")
    with pytest.raises(InputError) as told:
        READERS[reader](path)
    assert SAYS[kind] in str(told.value)
    assert path.name in str(told.value)


@posix
@pytest.mark.parametrize("kind", SAYS)
@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_no_file_is_refused_by_every_command(
    tmp_path: Path, command: str, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if kind == "folder" and command in ("check", "fix"):
        pytest.skip("a folder is all documents in it")
    suffix = {"fix": ".md", "import": ".html", "batch": ".csv"}.get(command, ".toml")
    if kind == "large" and command == "batch":
        pytest.skip("a table is read row by row, however many it has")
    path = unreadable(tmp_path, kind, suffix)
    assert run(COMMANDS[command](str(path))) == 2
    told = capsys.readouterr()
    assert SAYS[kind] in told.err
    assert told.out == ""


@posix
@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "large"])
def test_so_it_is_inside_an_overlay(
    tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    unreadable(tmp_path, kind, ".toml")
    for arguments in (["render", NURSE], ["list", "slots"], ["guide"], ["new"]):
        assert run([*arguments, "--content", str(tmp_path)]) == 2
        assert SAYS[kind] in capsys.readouterr().err


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("path", ["a\0b.txt", Path("a\0b.txt")], ids=["text", "path"])
def test_no_file_has_a_null_byte_in_its_name(reader: str, path: Any) -> None:
    if (reader, type(path)) == ("check_document", str):
        pytest.skip("such a text is a document")
    with pytest.raises(InputError, match="cannot be read: no file can have this name"):
        READERS[reader](path)


@pytest.mark.parametrize("value", [5, b"x", 1.5, [], object()], ids=lambda one: type(one).__name__)
@pytest.mark.parametrize("reader", ["load_requisition", "load_page", "load_theme"])
def test_a_path_is_a_text_or_a_path(reader: str, value: Any) -> None:
    with pytest.raises(InputError, match="must be the path of a file"):
        READERS[reader](value)


DEEP = 5_000


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"kind": "Location", "city": ' + "[" * DEEP + "]" * DEEP + "}", "nested"),
        ('{"kind": "Location", "city": ' + '{"a":' * 300 + "1" + "}" * 300 + "}", "nested"),
        ('{"kind": "Location", "city": NaN}', "NaN is not a number"),
        ('{"kind": "Location", "city": "a", "city": "b"}', "'city' stands twice"),
        ('{"kind": "Location", "schema_version": true}', "schema_version: is True"),
        ('{"kind": "Location", "schema_version": 1.0}', "schema_version: is 1.0"),
        ('{"kind": ["Location"]}', "kind: is not known"),
        ("[1]", "is not a JSON object"),
    ],
)
def test_json_that_cannot_be_ours_is_told(text: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        jd.loads(text)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.toml", "a = " + "[" * DEEP + "]" * DEEP, "nested"),
        ("a.toml", "locations = " + "[" * 300 + "]" * 300, "nested"),
        ("a.toml", 'tier = "a"\ntier = "b"', "is not valid TOML"),
        ("a.toml", "schema_version = true", "schema_version: is True"),
        ("a.json", '{"schema_version": true}', "schema_version: is True"),
        ("a.toml", 'kind = "Zebra"', "kind: is not 'Requisition', but text 'Zebra'"),
        ("a.json", '{"tier": "a", "tier": "b"}', "'tier' stands twice"),
        ("a.json", '{"employees": Infinity}', "Infinity is not a number"),
    ],
)
def test_a_requisition_that_cannot_be_one_is_told(
    tmp_path: Path, name: str, text: str, words: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=words) as told:
        jd.load_requisition(tmp_path / name)
    assert name in str(told.value)


def test_the_kind_of_a_requisition_may_be_said(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(jd.dumps(jd.Requisition(tier="senior")), encoding="utf-8")
    assert jd.load_requisition(file) == jd.Requisition(tier="senior")


def test_the_work_of_finding_a_key_that_stands_twice_grows_with_the_size() -> None:
    compared = 0

    class Key(str):
        __slots__ = ()

        def __eq__(self, other: object) -> bool:
            nonlocal compared
            compared += 1
            return str.__eq__(self, other)

        __hash__ = str.__hash__

    from casemgr_jd._tables import _without_repetition

    pairs: list[tuple[str, Any]] = [(Key(f"k{number}"), 1) for number in range(30_000)]
    with pytest.raises(ValueError, match="'k29999' stands twice"):
        _without_repetition([*pairs, pairs[-1]])
    assert compared < 4 * len(pairs)


# --- one way ------------------------------------------------------------------------------------------

SOURCE = Path(jd.__file__).parent
PACKAGED = {"_resources.py", "law/files.py"}
"""What reads the package's own files."""
OWN = {"read_bytes", "read_text"}


@pytest.mark.skipif(not (SOURCE / "_files.py").exists(), reason="needs the source")
@pytest.mark.once
def test_nothing_has_a_way_of_its_own_to_read_files() -> None:
    found = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in OWN
    }
    assert found == PACKAGED
