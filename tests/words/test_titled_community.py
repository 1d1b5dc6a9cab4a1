"""What community settings and health plans tell where the title names a specialty."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from each import each

import casemgr_jd as jd
from casemgr_jd import guide_coverage
from casemgr_jd.builder.coverage import Why
from casemgr_jd.content.files import PARTS
from words.cases import SIX, sentences, words
from words.test_laws_of_the_words import CORE, TERMS, _runs, _says

_DATA = files("casemgr_jd") / "data"
ITEMS: list[dict[str, Any]] = [
    item
    for file in PARTS["settings.toml"]
    if file.startswith(
        ("settings/titled_community", "settings/titled_plans", "settings/titled_people")
    )
    for item in tomllib.loads((_DATA / file).read_text(encoding="utf-8"))["titled"]
]
NAMES = tomllib.loads((_DATA / "lexicon/specialties.toml").read_text(encoding="utf-8"))
SPECIALTIES = sorted({one["when"]["traits"][0] for one in ITEMS})
# How the openings, of which a posting has one, state that the person is stood up for; and the blanks.
_ADVOCACY = re.compile(r",? and speak up for them|\{\w+\}")
LONGEST = {
    "summary": 48,
    "hard_part": 45,
    "good_part": 40,
    "required": 25,
    "suited": 25,
    "preferred": 20,
    "duty": 25,
}


def _choice(item: dict[str, Any], setting: str) -> tuple[str, str, str, str]:
    """Return the trade, setting, role and tier of a posting in which an item stands."""
    when = item["when"]
    (trait,) = when["traits"]
    roles = when.get("role", ["bachelors"])
    role = "bachelors" if "bachelors" in roles else roles[0]
    return trait, setting, role, when.get("tier", [""])[0]


@cache
def _posting(trait: str, setting: str, role: str, tier: str = "") -> jd.Posting:
    title = f"{NAMES[trait.removeprefix('titled.')][0].title()} Case Manager"
    facts = {**SIX, "title": title}
    return jd.build(jd.Requisition(setting=setting or None, role=role, tier=tier or None, **facts))


@cache
def _told(trait: str, setting: str, role: str, tier: str = "") -> tuple[tuple[str, str], ...]:
    return tuple(sentences(_posting(trait, setting, role, tier)))


@cache
def _same() -> dict[str, set[str]]:
    """Return the ids of what stands for one another, by the name that they share."""
    found: dict[str, set[str]] = {}
    for one in jd.load_catalog().posting_items():
        found.setdefault(one.same, set()).add(one.id)
    return found


@each("item", ITEMS, ids=lambda one: str(one["id"]))
def test_it_stands_in_place_of_what_the_setting_tells(item: dict[str, Any]) -> None:
    same = _same()[item["same"]]
    for setting in item["when"]["setting"]:
        told = _told(*_choice(item, setting))
        standing = [name for name, _ in told]
        if item.get("form") == "continues":  # It has no node of its own: it ends a paragraph.
            assert any(item["text"] in text for _, text in told), setting
            continue
        assert item["id"] in standing, setting
        assert [name for name in standing if name in same] == [item["id"]], setting


@each("item", ITEMS, ids=lambda one: str(one["id"]))
def test_its_words_keep_the_laws(item: dict[str, Any]) -> None:
    assert len(item["text"].split()) <= LONGEST[item.get("section", "duty")]
    assert not [one for one in TERMS["banned"]["phrases"] if _says(one, item["text"])]
    assert not set(item["text"]) & set("/(!")
    for term, homes in TERMS["homes"].items():
        at_home = {*homes} >= {*item["when"]["setting"]} - {""}
        assert at_home or not _says(term, item["text"]), term


def test_no_run_of_five_words_is_shared_with_any_other_sentence() -> None:
    """Sentences of one function never stand together, nor do those of one specialty."""
    mine = {item["id"] for item in ITEMS}
    said: dict[tuple[str, ...], set[tuple[str, str, str]]] = {}
    for one in jd.load_catalog().posting_items():
        if one.id not in mine:
            for run in _runs(one.text.filled(lambda _: "")):
                said.setdefault(run, set()).add((one.same or one.id, "", one.id))
    for item in ITEMS:
        me = (item["same"], item["when"]["traits"][0], item["id"])
        for run in _runs(_ADVOCACY.sub("", item["text"])):
            others = {one for one in said.get(run, ()) if one[0] != me[0] and one[1] != me[1]}
            assert not others, (item["id"], others, run)
            said.setdefault(run, set()).add(me)


@each("trait", SPECIALTIES)
def test_a_posting_with_it_says_nothing_twice_and_leaves_no_blank(trait: str) -> None:
    mine = [one for one in ITEMS if one["when"]["traits"] == [trait]]
    choices = {_choice(one, setting) for one in mine for setting in one["when"]["setting"]}
    assert choices
    for choice in choices:
        posting = _posting(*choice)
        assert not posting.unfilled
        seen: dict[tuple[str, ...], str] = {}
        for name, text in _told(*choice):
            for run in _runs(text.replace(posting.read("population"), "people")):
                assert seen.setdefault(run, name) == name, (seen[run], name, run)


def _is_limit(name: str) -> bool:
    """Tell whether a line of the list says where the role ends, which is no duty."""
    return name.startswith("limits.") or name.endswith(".limit")


def _jobs() -> list[tuple[str, str, str]]:
    """Return each specialty with the settings that it is told in, and who may do the work there."""
    homes = {trait: list[str]() for trait in SPECIALTIES}
    for item in ITEMS:
        homes[item["when"]["traits"][0]] += item["when"]["setting"]
    scope = jd.load_catalog().scope
    return [
        (trait, setting, role)
        for trait, settings in homes.items()
        for setting in dict.fromkeys(settings)
        for role in ("bachelors", "case_manager", "lcsw", "rn", "behavioral_health_case_manager")
        if not scope.unusual(role, (setting,) if setting else ())
        and (trait, role) != _THE_ROLE_ITSELF
    ]


_THE_ROLE_ITSELF = ("titled.mental_health", "behavioral_health_case_manager")
"""Whose day is that role's own in every setting, whatever its title says."""


@each("trait, setting, role", _jobs(), by=lambda trait, setting, role: setting or "any")
def test_a_title_that_names_a_trade_has_the_duties_of_that_trade(
    trait: str, setting: str, role: str
) -> None:
    """Who knows the trade of a title looks for its papers, people and programs."""
    posting = _posting(trait, setting, role)
    (duties,) = (one for one in posting.sections if one.id == "responsibilities")
    ids = [one.id for one in duties.bullets if not _is_limit(one.id)]
    assert len([one for one in ids if one.startswith("titled.")]) >= 3
    assert 6 <= len(ids) <= 8
    assert len(duties.bullets) <= 8, "no more lines than are read"
    assert 200 <= words(posting) <= 470
    core = {one.id: one.why for one in guide_coverage(posting) if one.id in CORE}
    assert {*core.values()} == {Why.STATED}, core


@each("trait", SPECIALTIES)
def test_two_settings_tell_the_duties_of_a_trade_once(trait: str) -> None:
    title = f"{NAMES[trait.removeprefix('titled.')][0].title()} Case Manager"
    for pair in (("behavioral", "social_services"), ("social_services", "specialty.legal")):
        posting = jd.build(jd.Requisition(setting=pair, **{**SIX, "title": title}))
        said = [text for _, text in sentences(posting)]
        assert len(said) == len({*said})


@pytest.mark.parametrize(
    ("title", "setting", "trade"),
    [
        ("Holocaust Survivor Services Case Manager", "social_services", "holocaust"),
        ("Tribal Elder Services Case Manager", "social_services", "tribal_elders"),
        ("Long-Acting Injectable Clinic Case Manager", "behavioral", "injectable"),
        ("Justice-Involved Re-Entry Care Coordinator, Medicaid", "managed_care", "justice"),
        ("Emergency Room Diversion Case Manager", "managed_care", "er_diversion"),
        ("Hospital Diversion Case Manager", "behavioral", "crisis"),
        ("Eating Disorder PHP Case Manager", "behavioral", "eating_disorders"),
        ("Domestic Violence Shelter Case Manager", "social_services", "violence"),
        ("Jail In-Reach Reentry Case Manager", "social_services", "jail"),
        ("Hoarding and Tenancy Preservation Case Manager", "social_services", "hoarding"),
        ("Tribal Case Manager", "social_services", "native"),
        ("Survivors of Torture Case Manager", "social_services", "torture"),
        ("Trauma Recovery Center Case Manager", "behavioral", "trauma_recovery"),
        ("Psych Emergency Room Follow-Up Case Manager", "behavioral", "crisis"),
        ("Youth Case Manager", "social_services", "youth"),
        ("Pregnant and Parenting Recovery Case Manager", "behavioral", "women_children_treatment"),
        ("Case Manager, Students Returning to School", "behavioral", "school_return"),
        ("Middle School Case Manager", "social_services", "pupils"),
        ("Intellectual Disability and Mental Illness Team", "behavioral", "idd_mi"),
        (
            "Children of Incarcerated Parents Case Manager",
            "social_services",
            "incarcerated_parents",
        ),
        ("Autism Transition-Age Youth Case Manager", "social_services", "disabled_youth"),
        ("LGBTQ+ Youth Host Homes Case Manager", "social_services", "lgbtq_youth"),
        ("Residential Case Manager, Adult Group Home", "behavioral", "mh_residence"),
        ("IDD Group Home Case Manager", "behavioral", "group_home"),
        ("Public Defender Client Advocate", "social_services", "defense_support"),
        ("Street Outreach Case Manager", "social_services", "outreach"),
        ("Survivors of Homicide Victims Case Manager", "social_services", "homicide_survivors"),
        ("Transitional Age Youth Case Manager", "behavioral", "young_adult_minds"),
        ("Senior Center Case Manager", "social_services", "older"),
        ("Tenancy Supports Case Manager", "social_services", "supportive"),
        ("Safe Parking Program Case Manager", "social_services", "safe_parking"),
        ("Library Social Services Case Manager", "social_services", "library"),
        ("Clubhouse Case Manager", "behavioral", "clubhouse"),
        ("Co-Responder Case Manager", "behavioral", "jail_diversion"),
        ("Grandparents Raising Grandchildren Case Manager", "social_services", "kinship"),
    ],
)
def test_the_rarer_trade_of_a_title_is_told(title: str, setting: str, trade: str) -> None:
    posting = jd.build(jd.Requisition(setting=setting, role="bachelors", **{**SIX, "title": title}))
    names = [name.split(".")[1] for name, _ in sentences(posting) if name.startswith("titled.")]
    told = [one for one in names if one != "kind"]
    assert told[0] == trade
    assert told.count(trade) >= len(told) - 2, "a second trade adds a line or two"


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Case Manager, Guatemalan Maya Families", "This job is with Guatemalan Maya families."),
        ("Case Manager for Karen and Chin Elders", "This job is with Karen and Chin elders."),
        ("Somali Elders Program Case Manager", "This job is part of the Somali Elders Program."),
        ("Case Manager II - Wage Theft Response", "The work here is wage theft response."),
        ("Burial Assistance Case Manager", "The work here is burial assistance."),
    ],
)
def test_a_title_of_people_whom_no_trade_knows_is_told_in_its_own_words(
    title: str, words: str
) -> None:
    posting = jd.build(
        jd.Requisition(setting="social_services", role="bachelors", **{**SIX, "title": title})
    )
    said = " ".join(jd.render(posting).split())
    assert words in said
    named = words.removesuffix(".").split(" is ")[-1].removeprefix("with ").removeprefix("part of ")
    assert said.count(named) == 2, "the opening and one duty"


@pytest.mark.parametrize(
    ("title", "setting", "words"),
    [
        ("Interpreter Services Case Manager", "hospital", "part of Interpreter Services."),
        ("Case Manager, Lighthouse Project", "managed_care", "part of the Lighthouse Project."),
        ("Case Manager for Hmong Elders", "home_health", "with Hmong elders."),
    ],
)
def test_such_a_title_opens_in_its_own_words_in_every_setting(
    title: str, setting: str, words: str
) -> None:
    posting = jd.build(jd.Requisition(setting=setting, role="bachelors", **{**SIX, "title": title}))
    assert f"This job is {words}" in " ".join(jd.render(posting).split())


def test_care_by_private_duty_is_not_of_children_unless_the_title_says_so() -> None:
    for title, told in (("Private Duty", False), ("Pediatric Private Duty", True)):
        facts = {**SIX, "title": f"{title} Case Manager"}
        posting = jd.build(jd.Requisition(setting="home_health", role="rn", **facts))
        names = [name for name, _ in sentences(posting)]
        assert any("complex_children" in one for one in names) is told


@pytest.mark.parametrize(
    "title", ["Foster Care Case Manager", "Case Manager, Boise", "Case Manager II (Req 1234/B)"]
)
def test_a_title_without_such_words_says_nothing_of_them(title: str) -> None:
    posting = jd.build(
        jd.Requisition(setting="social_services", role="bachelors", **{**SIX, "title": title})
    )
    assert not [name for name, _ in sentences(posting) if name.startswith("titled.named_")]


@pytest.mark.parametrize(
    ("title", "work", "whom"),
    [
        (
            "Housing Case Manager – Former Foster Youth (FYI Vouchers)",
            "housing",
            "former foster youth",
        ),
        ("Former Foster Youth Housing Case Manager", "housing", "former foster youth"),
        ("Case Manager, Children in Foster Care (Housing)", "housing", "children in foster care"),
        ("Deaf Adults Housing Case Manager", "housing", "Deaf adults"),
        ("Employment Specialist – Reentry", "employment", "people coming home from jail or prison"),
        ("Mothers in Recovery Employment Specialist", "employment", "mothers in recovery"),
        ("Benefits Navigator – Brain Injury", "benefits", "people with a brain injury"),
        ("Case Manager, Refugees (Eviction Prevention)", "eviction", "refugees"),
        ("Survivors of Domestic Violence Home Visitor", "home_visiting", "domestic violence"),
    ],
)
def test_the_work_of_a_title_leads_the_people_it_is_done_for(
    title: str, work: str, whom: str
) -> None:
    """A recruiter met a housing job that was told as one of child welfare, since it is for foster youth."""
    posting = jd.build(
        jd.Requisition(setting="social_services", role="case_manager", **{**SIX, "title": title})
    )
    told = [name.split(".")[1] for name, _ in sentences(posting) if name.startswith("titled.")]
    others = [one for one in told if one not in (work, "kind", "named_whom")]
    said = " ".join(text for _, text in sentences(posting))
    assert told[0] == work
    assert len(others) <= 1, "for whom it is done adds a line at most"
    assert said.count(f"{whom}.") == 1


def test_whom_the_work_is_for_is_not_told_where_that_work_is_not() -> None:
    """No opening of rides is told in this setting, and a sentence about it would hang in the air."""
    title = "Transportation Coordinator – Mothers in Recovery"
    posting = jd.build(
        jd.Requisition(setting="social_services", role="case_manager", **{**SIX, "title": title})
    )
    assert "You do this work for" not in jd.render(posting)


@each(
    "title",
    (
        "Targeted Case Manager I – Youth SED Waiver",
        "Targeted Case Manager, Older Adults",
        "Intensive Case Manager, Families",
        "TCM, Foster Youth",
    ),
)
def test_whom_the_title_says_beats_whom_its_trade_usually_means(title: str) -> None:
    facts = {**SIX, "title": title}
    posting = jd.build(
        jd.Requisition(setting="behavioral", role="behavioral_health_case_manager", **facts)
    )
    told = " ".join(sentence for _, sentence in sentences(posting))
    assert "schizophrenia" not in told
    assert "symptoms, medicines" not in told
