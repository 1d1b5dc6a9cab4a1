"""Wording that recognizers look for near what they found: data whose phrases can be read."""

import re
import tomllib
from importlib.resources import files

import pytest

from casemgr_jd.reading.lexicon import Said

LEXICON = files("casemgr_jd") / "data" / "lexicon"
KEYS = [
    (file.name.removesuffix(".toml"), key)
    for file in sorted(LEXICON.iterdir(), key=lambda one: one.name)
    if file.name.endswith(".toml")
    for key in tomllib.loads(file.read_text(encoding="utf-8")).get("said", {})
]
NO_WORD = re.compile(r"[^a-z0-9 ',./&-]")


def test_there_is_such_wording() -> None:
    assert len(KEYS) >= 60


@pytest.mark.parametrize(("file", "key"), KEYS)
def test_a_plain_phrase_is_found_as_whole_words_only(file: str, key: str) -> None:
    """A phrase of plain words stands where it is written, and not inside another word."""
    said = Said(file, key)
    phrases = tomllib.loads((LEXICON / f"{file}.toml").read_text(encoding="utf-8"))["said"][key]
    plain = [phrase for phrase in phrases if not NO_WORD.search(phrase)]
    for phrase in plain:
        found = said.search(f"so {phrase.replace('-', ' ')} is said")
        assert found is not None
        assert found.start() <= 3 + len(phrase)
        assert said.match(f"x{phrase}") is None
    assert said.search("§ 0 §") is None
