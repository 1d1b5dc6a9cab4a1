"""Writes the table of English words of the checker from SCOWL, as Debian packs it.

    apt-get download scowl && dpkg -x scowl_*.deb scowl && python tools/words.py scowl/usr/share/dict/scowl

SCOWL (wordlist.sourceforge.net) may be used, copied, modified and distributed with its copyright notice,
which stands at the head of the table.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src" / "casemgr_jd" / "data" / "words.tsv"
HEAD = """\
# English words by their first three letters, of which the other letters stand here: first those of common
# words, then those of others. From SCOWL (http://wordlist.sourceforge.net), reduced to words in small
# letters. Copyright 2000-2011 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these
# word lists, the associated scripts, the output created from the scripts, and its documentation for any
# purpose is hereby granted without fee, provided that the above copyright notice appears in all copies and
# that both that copyright notice and this permission notice appear in supporting documentation. Kevin
# Atkinson makes no representations about the suitability of this array for any purpose. It is provided "as
# is" without express or implied warranty. Made by tools/words.py; do not edit.
"""
_COMMON, _KNOWN = (10, 20), (10, 20, 35, 40, 50, 55, 60)
_KINDS = ("english-words", "american-words")
_VARIANTS = ("british-words", "british_z-words", "canadian-words", "variant_1-words")
_WORD = re.compile(r"[a-z]{4,17}")
_START = 3


def words(folder: Path, kinds: tuple[str, ...], sizes: tuple[int, ...]) -> set[str]:
    """Return the words of these lists, in small letters alone."""
    lists = (folder / f"{kind}.{size}" for kind in kinds for size in sizes)
    texts = (path.read_text(encoding="latin-1") for path in lists if path.exists())
    return {word for text in texts for word in text.split() if _WORD.fullmatch(word)}


def main(folder: Path) -> None:
    """Write the table."""
    common = words(folder, _KINDS, _COMMON)
    known = words(folder, (*_KINDS, *_VARIANTS), _KNOWN) - common
    rows: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for place, group in enumerate((common, known)):
        for word in sorted(group):
            rows[word[:_START]][place].append(word[_START:])
    lines = (
        f"{start}\t{' '.join(usual)} \t {' '.join(other)}"
        for start, (usual, other) in sorted(rows.items())
    )
    TARGET.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
