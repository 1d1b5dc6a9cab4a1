"""Reads PDF back with readers of other projects: qpdf, poppler, and a checker of PDF/UA-1.

Usage: ``python pdf_documents.py FOLDER``, with ``pdfua`` and ``pdftotext`` on the PATH. The checker knows
a part of the rules only, and says which; that nothing was found is no certificate.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from unicodedata import bidirectional

import pikepdf

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from adversarial import EVERY  # noqa: E402
from cases import cases  # noqa: E402
from samples import complete, posting  # noqa: E402

import casemgr_jd as jd  # noqa: E402
from casemgr_jd.model.document import Document, Paragraph, texts  # noqa: E402
from casemgr_jd.renderers._head import head_of  # noqa: E402
from casemgr_jd.renderers.pdf import PdfRenderer  # noqa: E402
from casemgr_jd.renderers.theme import Theme  # noqa: E402

_SQUARE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0H9V9Z"/></svg>'
)
_NUMBERS = re.compile("‹U\\+[0-9A-F]+›")
_RENDERER = PdfRenderer(theme=Theme(accent="#7a1f3d", logo=_SQUARE, logo_alt="Our sign"))


def documents() -> Iterator[tuple[str, jd.Document]]:
    """Yield documents with a name each: every setting at every tier, filled and blank, and the others."""
    catalog = jd.load_catalog()
    for setting in catalog.settings:
        for tier in catalog.tiers:
            name = f"{setting.id}-{tier.id}"
            facts = complete(setting=[setting.id], tier=tier.id, role="case_manager", title=None)
            yield name, jd.build(facts)
            yield f"{name}-blank", jd.draft().for_setting(setting.id).at_tier(tier.id).build()
    yield from cases()
    yield "kit", jd.interview_kit(posting()).to_document()
    yield "compared", jd.compare(posting(), posting(tier="entry")).to_document()


def hostile() -> jd.Posting:
    """Return a posting with what would break others; its letters are not all in the fonts."""
    said = " ".join(words for words in EVERY if len(words) < 100)
    return posting(organization=said, manager=said, benefits=[said])


def squeezed(text: str) -> str:
    """Return the letters and digits of *text*: poppler joins what a hyphen parts at the end of a line."""
    return "".join(letter for letter in text if letter.isalnum())


def place_of(words: str, read: str, start: int = 0) -> int:
    """Return where *words* stand in what was read, or -1; a fact at the head begins with a capital."""
    places = [read.find(one, start) for one in (words, words[:1].upper() + words[1:])]
    return min((one for one in places if one >= 0), default=-1)


def leftward(text: str) -> bool:
    """Tell whether a part of *text* is read from right to left."""
    return any(bidirectional(letter) in ("R", "AL") for letter in text)


def unread(document: jd.Document, file: Path) -> list[str]:
    """Return the texts of *document* that poppler does not find in *file*, one behind the other."""
    values = document.values() if isinstance(document, jd.Posting) else {}
    # Without the foot of each page, which parts a paragraph that goes on to the next one; in points.
    body = ("-x", "0", "-y", "0", "-W", "612", "-H", "744")
    command = ["pdftotext", "-q", *body, str(file), "-"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    # A sign that no font has is told by its number.
    read = squeezed(_NUMBERS.sub("", said))
    gone = []
    at = 0
    letterhead, facts, rest = head_of(document)
    for fact in (one for some in facts for one in some.facts):
        start = "".join(one for one in fact.text.parts[:1] if isinstance(one, str))
        start = start or values.get(fact.text.slots[0]) or ""
        value = squeezed(start[:20])
        lines = [squeezed(fact.label) + one for one in (value, value[:1].upper() + value[1:])]
        lost = not leftward(value) and not any(one in read for one in lines)
        gone += [f"{fact.label} beside {start}"] if lost else []
    shown = (Paragraph(document.title), *letterhead, *facts, *rest)
    for text in texts(Document("", shown)):
        words = text.filled(lambda slot: values[slot] or document.slot(slot).blank)  # type: ignore[attr-defined]
        if leftward(words):
            # Poppler gives the words of two directions in the order in which they stand on the line.
            gone += [word for word in words.split() if squeezed(word) not in read]
            continue
        found = place_of(squeezed(words), read, at)
        if found < 0:
            gone.append(words)
        else:
            at = found + len(squeezed(words))
    return gone


def main(folder: Path) -> None:
    """Write the documents and have each reader read them."""
    folder.mkdir(parents=True)
    problems = []
    made = dict(documents())
    for name, document in {**made, "hostile": hostile()}.items():
        file = folder / f"{name}.pdf"
        file.write_bytes(_RENDERER.render(document))
        with pikepdf.open(file) as pdf:
            problems += [f"{name}: qpdf: {one}" for one in pdf.check_pdf_syntax()]
        if name in made:
            problems += [f"{name}: poppler does not find: {one}" for one in unread(document, file)]
    print("\n".join(problems))
    checked = subprocess.run(
        ["pdfua", "check", *map(str, sorted(folder.glob("*.pdf")))], check=False
    )
    print(f"{len(made) + 1} documents read")
    sys.exit(1 if problems or checked.returncode else 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
