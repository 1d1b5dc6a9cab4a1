"""Law 3: a posting holds no figure, name, product or benefit that the requisition did not give.

Every fact is given as a marker word that no text of ours holds; what remains beside the markers is ours, and
each figure or name in it must be on the list of its guide item.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import casemgr_jd as jd
from casemgr_jd.model.document import Bullet, Fact, Paragraph, Section, walk
from words.cases import choices

GIVEN = tomllib.loads((Path(__file__).parent / "given.toml").read_text(encoding="utf-8"))
PRODUCTS = "|".join(GIVEN["products"])
BENEFITS = "|".join(GIVEN["benefits"])
MARK = re.compile(r"\b[Qq]zx\w*")


def _marked() -> dict[str, Any]:
    facts: dict[str, Any] = {name: [f"qzx{name}"] for name in GIVEN["lists"]}
    facts |= {name: f"Qzx{name}" for name in GIVEN["lines"]}
    return facts | {
        "locations": [jd.Location("Qzxcity", "OH")],
        "work_model": "hybrid",
        "employment_type": "full_time",
        "hours_per_week": "qzxhours",
        "start_date": "qzxstart",
        "apply_url": "https://qzx.example/qzx",
        "website": "https://qzx.example",
        "accommodation_contact": "qzxcontact",
        "closing_date": "ongoing",
        "driving": True,
        "background_check": True,
        "drug_screen": True,
        "work_authorization": True,
        "performance_line": True,
        "measures": ["qzxmeasure"],
    }


@cache
def _ours(edition: str) -> tuple[tuple[str, tuple[str, ...], str], ...]:
    """Return id, stated guide items and words of each sentence of ours, with what was given taken out."""
    found = {}
    for setting, tier, role in choices():
        for facts in ({}, _marked()):
            made = jd.Requisition(setting=setting, tier=tier, role=role, edition=edition, **facts)
            for name, states, text in _sentences(jd.build(made)):
                found[name, text] = (name, states, text)
    return tuple(found.values())


def _sentences(posting: jd.Posting) -> list[tuple[str, tuple[str, ...], str]]:
    states = {item.id: item.states for item in jd.load_catalog().posting_items()}
    found = []
    for block in posting.blocks:
        if isinstance(block, Section) and block.id == "eeo":
            continue
        for node in walk([block]):
            if isinstance(node, Bullet | Paragraph | Fact) and not node.id.startswith("own."):
                text = node.text.filled(lambda slot: posting.value(slot) or "qzxblank")
                found.append((node.id, states.get(node.id, ()), MARK.sub("qzx", text)))
    return found


@pytest.mark.parametrize("edition", ["posting", "full", "board"])
def test_figures_are_those_of_the_guide_item(edition: str) -> None:
    ours = _ours(edition)
    assert len(ours) > 500
    found = []
    for name, states, text in ours:
        allowed = set().union(*(GIVEN["figures"].get(one, ()) for one in states))
        extra = set(re.findall(r"\d+", text)) - allowed
        if extra:
            found.append(f"{name}: {sorted(extra)} in {text}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("edition", ["posting", "full", "board"])
def test_names_are_public_ones(edition: str) -> None:
    found = []
    public = {*GIVEN["names"], "Ohio", "OH"}
    for name, _, text in _ours(edition):
        if name.startswith(("fact.", "caseload")):
            continue
        found += [
            f"{name}: {word} in {text}"
            for word in re.findall(r"(?<![.:?!] )(?<!^)\b[A-Z][\w-]*", text)
            if word.removesuffix("'s") not in public
        ]
    assert not found, "\n".join(found[:20])


@pytest.mark.parametrize("edition", ["posting", "full", "board"])
def test_products_and_benefits_are_the_employers(edition: str) -> None:
    found = [
        f"{name}: {text}"
        for name, _, text in _ours(edition)
        if re.search(PRODUCTS, text) or re.search(BENEFITS, text, re.IGNORECASE)
    ]
    assert not found, "\n".join(found[:20])


def test_what_is_adopted_is_printed_and_nothing_else() -> None:
    bare = jd.build(jd.Requisition(setting="hospital", role="rn", tier="senior", organization="X"))
    adopted = jd.build(
        jd.Requisition(
            setting="hospital",
            role="rn",
            tier="senior",
            organization="X",
            caseload="guide",
            measures="guide",
            benefits="guide",
            experience_area="guide",
        )
    )
    assert "12–22 patients" not in jd.render(bare, "text")
    text = jd.render(adopted, "text")
    for words in (
        "12–22 patients",
        "30-day readmissions",
        "Retirement match",
        "hospital care management",
    ):
        assert words in text


# A time that law, a program or an insurer sets for everybody, not the employer.
_SET_FOR_ALL = {
    "titled.early_intervention.plan",
    "titled.soar.plan",
    "titled.trauma.review.clinical.hospital",
}
_IN_TIME = re.compile(
    r"\bwithin (?:the|an|\w+(?:-\w+)?) (?:hours?|days?)\b|\b7 and 30 days\b|\b24 hours\b"
)


def test_no_duty_of_ours_sets_a_time_that_only_an_employer_sets() -> None:
    items = [
        one
        for one in jd.load_catalog().posting_items()
        if "posting" in one.editions and one.section in ("", "responsibilities")
    ]
    assert len(items) > 2_000
    found = {one.id: str(one.text) for one in items if _IN_TIME.search(str(one.text))}
    assert found.keys() - _SET_FOR_ALL == set(), found
