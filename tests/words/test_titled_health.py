"""What is told where the title of a health job names its specialty."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import casemgr_jd as jd
from casemgr_jd._lexicon import lexicon
from casemgr_jd._resources import read_text
from words.cases import SIX, sentences

TERMS = tomllib.loads((Path(__file__).parent / "terms.toml").read_text(encoding="utf-8"))
COMMON = frozenset(TERMS["common"]["words"])
ITEMS: list[dict[str, Any]] = tomllib.loads(read_text("data", "settings", "titled_health.toml"))[
    "titled"
]
LICENSES: dict[str, tuple[str, ...]] = {"social_worker": ("LCSW",), "nurse": ("RN",)}


def _postings(item: dict[str, Any]) -> list[jd.Posting]:
    when = item["when"]
    title = (
        f"Worker, {lexicon('specialties')[when['traits'][0].removeprefix('titled.')][0].title()}"
    )
    licenses = {LICENSES.get(one, ()) for one in when.get("group", ("general",))}
    return [
        jd.build(
            jd.Requisition(title=title, role=role, setting=setting or None, license=license_, **SIX)
        )
        for role in when["role"]
        for setting in when["setting"]
        for license_ in sorted(licenses | {()})
        if not jd.load_catalog().scope.unusual(role, (setting,))
    ]


@pytest.mark.parametrize("item", ITEMS, ids=lambda one: str(one["id"]))
def test_it_stands_in_place_of_what_any_such_job_has(item: dict[str, Any]) -> None:
    standing = [one for one in _postings(item) if item["id"] in dict(sentences(one))]
    assert standing
    same = {one.id for one in jd.load_catalog().posting_items() if one.same == item["same"]}
    for posting in standing:
        assert same & set(dict(sentences(posting))) == {item["id"]}


@pytest.mark.parametrize("item", ITEMS, ids=lambda one: str(one["id"]))
def test_its_words_keep_the_laws(item: dict[str, Any]) -> None:
    text = item["text"]
    low = 20 if item["id"].endswith("coordinator") else 25
    assert low <= len(text.split()) <= 45
    assert not re.search(r"[/(!\d]", text)
    lowered = text.lower()
    assert not [one for one in TERMS["banned"]["phrases"] if f" {one}" in lowered]


def test_no_two_share_a_run_of_five_words() -> None:
    seen: dict[tuple[str, ...], str] = {}
    found = []
    for item in ITEMS:
        words = re.findall(r"[\w'{}-]+", item["text"].lower())
        for run in zip(*(words[at:] for at in range(5)), strict=False):
            if sum(one not in COMMON and "{" not in one for one in run) >= 3:
                if seen.get(run, item["id"]) != item["id"]:
                    found.append(f"{seen[run]} and {item['id']}: {' '.join(run)}")
                seen[run] = item["id"]
    assert not found, "\n".join(found)
