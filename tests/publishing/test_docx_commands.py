"""Word documents from the command line, and what is said where the extra is not installed."""

import subprocess
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest

import casemgr_jd as jd
from casemgr_jd.cli._output import write
from casemgr_jd.errors import ExtraNotInstalledError, InputError, RenderError
from casemgr_jd.renderers.docx.renderer import DocxRenderer
from casemgr_jd.renderers.theme import Theme

EXAMPLE = Path(__file__).parents[2] / "examples" / "hospital-senior-rn.toml"
WITHOUT = (
    "import sys; sys.modules['docx'] = None; "
    "from casemgr_jd.cli.main import main; main(sys.argv[1:])"
)
"""Runs the command line as if python-docx were not there."""


def run(*arguments: str, code: str = "") -> subprocess.CompletedProcess[bytes]:
    start = ["-c", code] if code else ["-m", "casemgr_jd"]
    return subprocess.run([sys.executable, *start, *arguments], capture_output=True, check=False)


# --- with the extra ---------------------------------------------------------------------------------


def test_the_suffix_of_a_file_chooses_the_format(tmp_path: Path) -> None:
    pytest.importorskip("docx")
    target = tmp_path / "posting.DOCX"
    done = run("render", str(EXAMPLE), "-o", str(target))
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.startswith(f"wrote {target}".encode())
    assert b"still blank" not in done.stderr
    posting = jd.build(jd.load_requisition(EXAMPLE))
    assert target.read_bytes() == jd.render(posting, "docx")


def test_standard_output_that_is_no_terminal_gets_the_bytes() -> None:
    pytest.importorskip("docx")
    done = run("render", str(EXAMPLE), "-f", "docx", "--losses")
    assert done.returncode == 0
    assert done.stdout == jd.render(jd.build(jd.load_requisition(EXAMPLE)), "docx")
    assert b"employees" in done.stderr


def test_variants_are_written_as_documents(tmp_path: Path) -> None:
    pytest.importorskip("docx")
    done = run(
        "variants", str(EXAMPLE), "--tiers", "entry,senior", "-f", "docx", "-o", str(tmp_path)
    )
    assert done.returncode == 0, done.stderr
    found = sorted(tmp_path.iterdir())
    assert [one.suffix for one in found] == [".docx", ".docx"]
    assert found[0].read_bytes()[:4] == b"PK\x03\x04"


def test_a_terminal_is_spared_what_is_no_text(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with pytest.raises(InputError, match="name a file with -o"):
        write(b"PK", None)
    write(b"PK", str(tmp_path / "a.docx"))
    write("text", None)
    write(b"-o - asks for it", "-")
    assert capsysbinary.readouterr().out == b"text-o - asks for it"


# --- without it -------------------------------------------------------------------------------------


def test_without_the_extra_the_message_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    wanted = r'pip install "casemgr-jd\[docx\]"'
    with pytest.raises(ExtraNotInstalledError, match=wanted):
        jd.get_renderer("docx")
    with pytest.raises(ExtraNotInstalledError, match=wanted):
        jd.render(jd.draft().build(), "docx")
    assert jd.render(jd.draft().build(), "html")


def test_another_package_of_that_name_is_not_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    stranger = ModuleType("docx")
    stranger.__spec__ = ModuleSpec("docx", None)
    monkeypatch.setitem(sys.modules, "docx", stranger)
    with pytest.raises(ExtraNotInstalledError, match="python-docx"):
        # A theme that no other test has, so that no container is at hand.
        DocxRenderer(theme=Theme(font="Stranger")).render(jd.draft().build())


def test_without_the_extra_the_command_line_says_so_and_lists_it_all_the_same() -> None:
    done = run("render", str(EXAMPLE), "-f", "docx", code=WITHOUT)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b'pip install "casemgr-jd[docx]"' in done.stderr
    assert b"Traceback" not in done.stderr
    listed = run("list", "formats", code=WITHOUT)
    assert listed.returncode == 0
    assert b"docx" in listed.stdout


def test_naming_the_format_loads_nothing_heavy() -> None:
    code = (
        "import sys, casemgr_jd as jd; jd.get_renderer('docx'); "
        "sys.exit(bool({'docx', 'lxml'} & set(sys.modules)))"
    )
    pytest.importorskip("docx")
    assert run(code=code).returncode == 0


_DAMAGED = b"\x89PNG\r\n\x1a\njunk"
_SIZELESS = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000000000000008020000009c8a5be30000000049454e44ae426082"
)


@pytest.mark.parametrize("logo", [_DAMAGED, _SIZELESS], ids=["damaged", "without a size"])
def test_a_logo_that_is_no_picture_is_told(logo: bytes) -> None:
    """What starts as an image and is none is an error of the input, not of the program."""
    renderer = DocxRenderer(theme=Theme(logo=logo, logo_alt="Lakeside"))
    with pytest.raises(RenderError, match="the logo cannot be read as an image"):
        renderer.render(jd.build(jd.Requisition()))
