"""Reads Word documents back with a validator of their schema and with LibreOffice.

Usage: ``python word_documents.py FOLDER``, with ``openxml-audit`` and ``soffice`` on the PATH.
"""

import json
import re
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pikepdf

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from adversarial import EVERY  # noqa: E402
from cases import cases  # noqa: E402
from samples import complete, posting  # noqa: E402

import casemgr_jd as jd  # noqa: E402
from casemgr_jd.renderers.docx.styles import FONT  # noqa: E402

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFFICES = ("office2010", "office2019", "microsoft365")
"""From 2010 on, which brought captions of tables for those who do not see them."""
_MISTAKEN = "Value 'bbPlcHdr' is not in allowed values: ['continuous'"
"""What the validator says of the kind of a part of a glossary, which it takes for that of a section."""

_AS_WIDE = (FONT, "Carlito")
"""Fonts that fill a page as in Word; with another one in its place a page holds more, or less."""


def documents() -> Iterator[tuple[str, jd.Document, jd.RenderContext]]:
    """Yield documents with a name each: filled and blank, for readers and for writers, of every kind."""
    writer = jd.RenderContext(audience="writer")
    catalog = jd.load_catalog()
    for setting in catalog.settings:
        for tier in catalog.tiers:
            name = f"{setting.id}-{tier.id}"
            facts = complete(setting=[setting.id], tier=tier.id, role="case_manager", title=None)
            yield name, jd.build(facts), jd.RenderContext()
            yield (
                f"{name}-blank",
                jd.draft().for_setting(setting.id).at_tier(tier.id).build(),
                writer,
            )
    for name, made in cases():
        yield name, made, jd.RenderContext()
    yield "kit", jd.interview_kit(posting()).to_document(), writer
    yield "compared", jd.compare(posting(), posting(tier="entry")).to_document(), writer
    said = " ".join(words for words in EVERY if len(words) < 100)
    hostile = posting(organization=said, manager=said, benefits=[said])
    yield "hostile", hostile, jd.RenderContext()


def write(folder: Path) -> list[Path]:
    """Write the documents; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, document, context in documents():
        files.append(folder / f"{name}.docx")
        files[-1].write_bytes(jd.render(document, "docx", context))
    return files


def validate(folder: Path) -> None:
    """Read every file against the schemas of several versions of Office."""
    wrong = []
    for office in _OFFICES:
        command = ["openxml-audit", "--recursive", "--output", "json", "--format", office]
        done = subprocess.run([*command, str(folder)], check=False, capture_output=True)
        read = json.loads(done.stdout)
        assert len(read) == len([*folder.glob("*.docx")]), done.stderr
        wrong += [
            f"{office}: {one['file']}: {error['part_uri']}: {error['description']}"
            for one in read
            for error in one["errors"]
            if _MISTAKEN not in error["description"]
        ]
    if wrong:
        sys.exit("\n".join(wrong))


def filled_once(folder: Path, blank: Path) -> Path:
    """Write a document whose blanks are filled where Word keeps their values, and nowhere else."""
    folder.mkdir()
    file = folder / "filled-once.docx"
    with zipfile.ZipFile(blank) as before, zipfile.ZipFile(file, "w") as after:
        for part in before.namelist():
            data = before.read(part)
            if part == "customXml/item1.xml":
                root = ElementTree.fromstring(data)
                for number, one in enumerate(root, 1):
                    one.text = f"value {number} of many"
                data = ElementTree.tostring(root)
            after.writestr(part, data)
    return file


def bound(folder: Path, blank: Path) -> int:
    """Have LibreOffice open a document that is filled once: its text controls show that, and stay bound.

    Returns:
        How many there are. A choice from a list shows an entry of it, which no value here is.
    """
    file = filled_once(folder, blank)
    validate(folder)
    with zipfile.ZipFile(file) as archive:
        body = archive.read("word/document.xml").decode()
    controls = re.findall(r"<w:sdtPr>(?:(?!</w:sdtPr>).)*<w:text/></w:sdtPr>", body)
    expected = Counter(re.findall(r"b:blank\[(\d+)\]", "".join(controls)))
    convert([file], "txt:Text (encoded):UTF8")
    shown = file.with_suffix(".txt").read_text(encoding="utf-8-sig")
    assert Counter(re.findall(r"value (\d+) of many", shown)) == expected
    assert max(expected.values()) > 1
    convert([file], "docx:MS Word 2007 XML", folder / "saved")
    with zipfile.ZipFile(folder / "saved" / file.name) as archive:
        saved = archive.read("word/document.xml").decode()
    assert saved.count("<w:dataBinding") == body.count("<w:dataBinding")
    return expected.total()


def convert(files: list[Path], kind: str, into: Path | None = None) -> None:
    """Have LibreOffice write every file as another kind, beside it or into a folder."""
    folder = files[0].parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    where = str(into or folder)
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", where]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=600)


def lines(file: Path) -> list[str]:
    """Return what stands in each paragraph of a .docx file."""
    with zipfile.ZipFile(file) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    found = ("".join(one.text or "" for one in line.iter(f"{_W}t")) for line in root.iter(f"{_W}p"))
    return [" ".join(line.split()) for line in found if line.strip()]


def missing(file: Path) -> list[str]:
    """Return the lines of a file that the text of LibreOffice does not hold, in their order."""
    words = " ".join(file.with_suffix(".txt").read_text(encoding="utf-8-sig").split())
    lost, at = [], 0
    for line in lines(file):
        found = words.find(line, at)
        if found < 0:
            lost.append(line)
        else:
            at = found + len(line)
    return lost


def pages(file: Path) -> int:
    """Return how many pages LibreOffice has printed of a file."""
    with pikepdf.open(file.with_suffix(".pdf")) as printed:
        return len(printed.pages)


def main(folder: Path) -> None:
    files = write(folder)
    validate(folder)
    print(f"{len(files)} documents fit the schemas of {', '.join(_OFFICES)}")
    convert(files, "txt:Text (encoded):UTF8")
    convert(files, "pdf")
    for file in files:
        assert missing(file) == [], (file.name, missing(file))
        assert file.with_suffix(".pdf").stat().st_size > 5000, file.name
    print(f"LibreOffice reads every line of {len(files)} documents, and prints each")
    (blank,) = (file for file in files if file.stem == "home_health-lead-blank")
    count = bound(folder / "bound", blank)
    print(f"LibreOffice shows a value that is filled in once in each of {count} text controls")
    count_pages([file for file in files if file.stem.startswith("example-")])


def count_pages(usual: list[Path]) -> None:
    """Hold usual postings to two pages, where a font as wide as Word's own is there to tell."""
    assert usual
    if not any(font in matched(FONT) for font in _AS_WIDE):
        print(f"pages are not counted: none of {', '.join(_AS_WIDE)} is installed")
        return
    long = {file.stem: pages(file) for file in usual if pages(file) > 2}
    assert not long, long
    print(f"{len(usual)} usual postings have two pages at most")


def matched(font: str) -> str:
    """Return the font that this computer sets text in where *font* is asked for."""
    command = ["fc-match", "--format", "%{family}", font]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main(Path(sys.argv[1]))
