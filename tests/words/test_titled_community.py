"""What community settings tell where the title names a specialty: each item stands, and keeps the laws."""

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest

import casemgr_jd as jd
from words.cases import SIX, sentences
from words.test_laws_of_the_words import TERMS, _runs, _says

_DATA = files("casemgr_jd") / "data"
ITEMS: list[dict[str, Any]] = tomllib.loads(
    (_DATA / "settings/titled_community.toml").read_text(encoding="utf-8")
)["titled"]
NAMES = tomllib.loads((_DATA / "lexicon/specialties.toml").read_text(encoding="utf-8"))
# How the openings, of which a posting has one, state that the person is stood up for; and the blanks.
_ADVOCACY = re.compile(r",? and speak up for them|\{\w+\}")
LONGEST = {"summary": 48, "hard_part": 45, "good_part": 40, "required": 25, "duty": 25}


def _posting(item: dict[str, Any], setting: str) -> jd.Posting:
    when = item["when"]
    (trait,) = when["traits"]
    title = f"{NAMES[trait.removeprefix('titled.')][0].title()} Case Manager"
    roles = when.get("role", ["bachelors"])
    return jd.build(
        jd.Requisition(
            setting=setting or None,
            role="bachelors" if "bachelors" in roles else roles[0],
            tier=when.get("tier", [""])[0] or None,
            **{**SIX, "title": title},
        )
    )


@pytest.mark.parametrize("item", ITEMS, ids=[one["id"] for one in ITEMS])
def test_it_stands_in_place_of_what_the_setting_tells(item: dict[str, Any]) -> None:
    same = {one.id for one in jd.load_catalog().posting_items() if one.same == item["same"]}
    for setting in item["when"]["setting"]:
        posting = _posting(item, setting)
        standing = [name for name, _ in sentences(posting)]
        if item.get("form") == "continues":  # It has no node of its own: it ends a paragraph.
            assert any(item["text"] in text for _, text in sentences(posting)), setting
            continue
        assert item["id"] in standing, setting
        assert [name for name in standing if name in same] == [item["id"]], setting


@pytest.mark.parametrize("item", ITEMS, ids=[one["id"] for one in ITEMS])
def test_its_words_keep_the_laws(item: dict[str, Any]) -> None:
    assert len(item["text"].split()) <= LONGEST[item.get("section", "duty")]
    assert not [one for one in TERMS["banned"]["phrases"] if _says(one, item["text"])]
    assert not set(item["text"]) & set("/(!")
    for term, homes in TERMS["homes"].items():
        at_home = {*homes} >= {*item["when"]["setting"]} - {""}
        assert at_home or not _says(term, item["text"]), term


def test_no_run_of_five_words_is_shared_with_any_other_sentence() -> None:
    mine = {item["id"] for item in ITEMS}
    theirs = {
        run: one.id
        for one in jd.load_catalog().posting_items()
        if one.id not in mine
        for run in _runs(one.text.filled(lambda _: ""))
    }
    seen: dict[tuple[str, ...], str] = {}
    for item in ITEMS:
        of = item["when"]["traits"][0]
        for run in _runs(_ADVOCACY.sub("", item["text"])):
            assert run not in theirs, (item["id"], theirs.get(run), run)
            first = seen.setdefault(run, of)
            # Variants of one specialty for several roles and tiers never stand together.
            assert first == of, (item["id"], first, run)


@pytest.mark.parametrize("item", ITEMS, ids=[one["id"] for one in ITEMS])
def test_a_posting_with_it_says_nothing_twice_and_leaves_no_blank(item: dict[str, Any]) -> None:
    for setting in item["when"]["setting"]:
        posting = _posting(item, setting)
        assert not posting.unfilled
        seen: dict[tuple[str, ...], str] = {}
        for name, text in sentences(posting):
            for run in _runs(text.replace(posting.read("population"), "people")):
                assert seen.setdefault(run, name) == name, (seen[run], name, run)
