"""The laws of the words, over every setting x tier x role that the scope table allows, and every edition."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

import casemgr_jd as jd
from casemgr_jd import guide_coverage
from casemgr_jd.builder.coverage import Why
from casemgr_jd.model.document import BulletList
from words.cases import SIX, Case, cases, sentences, words

TERMS = tomllib.loads((Path(__file__).parent / "terms.toml").read_text(encoding="utf-8"))
COMMON = frozenset(TERMS["common"]["words"])


def _told(found: list[str]) -> None:
    assert not found, f"{len(found)} in all:\n" + "\n".join(found[:15])


def _says(term: str, text: str) -> bool:
    return (
        re.search(rf"(?<![\w-]){re.escape(term)}", text, 0 if term[:1].isupper() else re.IGNORECASE)
        is not None
    )


def test_there_is_something_to_look_at() -> None:
    assert len(cases()) > 900
    assert {case.role for case in cases()} == {one.id for one in jd.load_catalog().roles}
    assert {one for case in cases() for one in case.setting} == {
        one.id for one in jd.load_catalog().settings
    }


@pytest.mark.parametrize("term", TERMS["homes"])
def test_a_term_stays_in_its_home(term: str) -> None:
    homes, roles = set(TERMS["homes"][term]), set(TERMS["roles"].get(term, ()))
    foreign = [case for case in cases() if not homes & {*case.home, *(case.setting or ("any",))}]
    assert foreign
    _told(
        [
            f"{case} {name}: {text}"
            for case in foreign
            if case.role not in roles
            for name, text in sentences(case.posting)
            if _says(term, text)
        ]
    )


@pytest.mark.parametrize("term", [one for one, homes in TERMS["homes"].items() if homes])
def test_a_term_is_said_at_home(term: str) -> None:
    homes = set(TERMS["homes"][term])
    at_home = [case for case in cases("usual", "full") if homes & case.home]
    assert any(_says(term, text) for case in at_home for _, text in sentences(case.posting))


def test_the_people_served_have_one_name() -> None:
    plurals = ("patients", "clients", "members", "students", "participants")
    found = []
    for case in cases():
        own = case.posting.read("population")
        for name, text in sentences(case.posting):
            if name.startswith(("own.", "caseload", "kpi.")):
                continue
            found += [
                f"{case} {name}: {text}"
                for word in plurals
                if word not in own
                and re.search(rf"\b{word}\b(?! of (?:the )?(?:team|staff))", text)
            ]
    _told(found)


def test_nothing_senior_is_asked_of_beginners() -> None:
    beginners = [case for case in cases() if case.tier == "entry"]
    assert len(beginners) > 100
    _told(
        [
            f"{case} {name}: {text}"
            for case in beginners
            for name, text in sentences(case.posting)
            if not name.startswith("own.")
            for word in TERMS["senior"]["words"]
            if _says(word, text)
        ]
    )


def test_no_license_or_certification_is_asked_of_roles_without_one() -> None:
    roles = {one.id for one in jd.load_catalog().roles if not one.license_required}
    unlicensed = [case for case in cases() if case.role in roles]
    assert len(unlicensed) > 100
    _told(
        [
            f"{case} {name}: {text}"
            for case in unlicensed
            for name, text in sentences(case.posting)
            if re.search(r"\bAn active\b|\bCCM\b|\bACM\b|\bRN license|\bLCSW\b", text)
        ]
    )


def test_what_needs_a_license_stands_only_for_those_who_hold_it() -> None:
    catalog = jd.load_catalog()
    needs = {item.id: item for item in catalog.posting_items() if item.needs}
    assert needs
    _told(
        [
            f"{case} {name}: {text}"
            for case in cases()
            for name, text in sentences(case.posting)
            if name in needs
            and not catalog.scope.may(catalog.role(case.role), needs[name].needs)
            and text == needs[name].text.filled(case.posting.read)
        ]
    )


def test_six_facts_give_a_clean_posting() -> None:
    found = []
    for case in cases("six", "posting"):
        if case.posting.unfilled:
            found.append(f"{case}: blank {case.posting.unfilled}")
        if not 200 <= words(case.posting) <= 470:
            found.append(f"{case}: {words(case.posting)} words")
        if any("[" in text for _, text in sentences(case.posting, facts=True, legal=True)):
            found.append(f"{case}: a blank shows")
    _told(found)


@pytest.mark.parametrize(
    ("edition", "low", "high"), [("posting", 480, 800), ("full", 600, 1_100), ("board", 250, 450)]
)
def test_lengths_stay_in_their_bands(edition: str, low: int, high: int) -> None:
    # Without a setting or a tier there is less to say, and less is said.
    of_edition = [one for one in cases("usual", edition) if one.setting and one.tier]
    assert of_edition
    _told(
        [
            f"{case}: {words(case.posting)} words"
            for case in of_edition
            if not low <= words(case.posting) <= high
        ]
    )


def test_a_bullet_has_at_most_25_words_and_a_posting_six_to_eight_duties() -> None:
    found = []
    for case in cases("usual", "posting"):
        (duties,) = (one for one in case.posting.sections if one.id == "responsibilities")
        if not 5 <= len(duties.bullets) <= 8:
            found.append(f"{case}: {len(duties.bullets)} duties")
        for section in case.posting.sections:
            for block in section.blocks:
                for bullet in block.bullets if isinstance(block, BulletList) else ():
                    text = bullet.text.filled(case.posting.read)
                    if len(text.split()) > 25 and not bullet.id.startswith(("own.", "pay.")):
                        found.append(f"{case} {bullet.id}: {text}")
    _told(found)


def test_nothing_stands_twice() -> None:
    found = []
    for case in cases():
        counted = Counter(text for _, text in sentences(case.posting, legal=True))
        found += [f"{case}: {text}" for text, count in counted.items() if count > 1]
        states = Counter(
            one
            for standing in guide_coverage(case.posting)
            for one in [standing.id] * len(standing.by)
        )
        found += [
            f"{case}: {name} is stated {count} times" for name, count in states.items() if count > 1
        ]
    _told(found)


def _runs(text: str) -> Counter[tuple[str, ...]]:
    tokens = re.findall(r"[\w'-]+", text.lower())
    return Counter(
        run
        for run in zip(*(tokens[at:] for at in range(5)), strict=False)
        if sum(token not in COMMON for token in run) >= 3
    )


def test_no_two_sentences_share_a_run_of_five_words() -> None:
    found = []
    for case in cases("six"):
        seen: dict[tuple[str, ...], str] = {}
        people = case.posting.read("population")
        for name, text in sentences(case.posting):
            for run, times in _runs(text.replace(people, "people")).items():
                if times > 1 or seen.get(run, name) != name:
                    found.append(f"{case} {seen.get(run, name)} and {name}: {' '.join(run)}")
                seen[run] = name
    _told(sorted(set(found)))


@pytest.mark.parametrize("phrase", TERMS["banned"]["phrases"])
def test_no_hedge_and_no_filler(phrase: str) -> None:
    assert cases()
    _told(
        [
            f"{case} {name}: {text}"
            for case in cases()
            for name, text in sentences(case.posting, facts=True, legal=True)
            if not name.startswith("own.") and _says(phrase, text)
        ]
    )


def test_no_slash_no_parenthesis_no_exclamation_mark_in_our_words() -> None:
    given = re.compile(r"https?://\S+|403\(b\) with match")
    _told(
        [
            f"{case} {name}: {text}"
            for case in cases("usual", "posting", "board")
            for name, text in sentences(case.posting)
            if not name.startswith(("own.", "kpi.")) and re.search(r"[/(!]", given.sub("", text))
        ]
    )


def test_each_guide_item_is_stated_or_its_absence_has_a_reason() -> None:
    looked_at: Counter[Why] = Counter()
    found = []
    for case in cases("six", "full"):
        for standing in guide_coverage(case.posting):
            looked_at[standing.why] += 1
            if standing.why in (Why.NOWHERE, Why.EDITION):
                found.append(f"{case}: {standing.id}: {standing.why}")
    _told(found)
    assert all(looked_at[one] for one in (Why.STATED, Why.SETTING, Why.TIER, Why.LICENSE, Why.FACT))


CORE = frozenset(
    f"responsibilities.{one}"
    for one in (
        "assessment",
        "planning",
        "coordination",
        "advocacy",
        "documentation",
        "collaboration",
    )
)


def test_a_posting_states_each_core_function_and_why_the_rest_waits() -> None:
    """What a candidate reads has room for one job, not for all that a job description holds."""
    roles = {one.id for one in jd.load_catalog().roles if not one.core}
    waiting = 0
    found = []
    for case in cases("six", "posting"):
        if case.role not in roles:
            continue
        for standing in guide_coverage(case.posting):
            waiting += standing.why is Why.EDITION
            if standing.id in CORE and standing.why is not Why.STATED:
                found.append(f"{case}: {standing.id}: {standing.why}")
            if standing.why is Why.NOWHERE:
                found.append(f"{case}: {standing.id}: {standing.why}")
    _told(found)
    assert waiting


def test_a_day_of_a_roles_own_states_in_a_posting_each_core_function_that_it_has() -> None:
    """A core function that the whole description of a job states waits in none of its postings."""
    roles = {one.id for one in jd.load_catalog().roles if one.core}
    stated: dict[tuple[object, ...], dict[str, set[str]]] = {}
    for case in cases("six", "posting", "full"):
        if case.role in roles:
            stated.setdefault((case.setting, case.tier, case.role), {})[case.edition] = {
                one.id for one in guide_coverage(case.posting) if one.why is Why.STATED
            }
    assert {role for _, _, role in stated} == roles
    found = []
    for choice, editions in stated.items():
        lost = CORE & editions["full"] - editions["posting"]
        if lost:
            found.append(f"{choice}: {sorted(lost)}")
        # Those who review stays and requests plan no care; those who keep court dates neither.
        found += [
            f"{choice}: {one}"
            for one in ("assessment", "advocacy", "documentation", "collaboration")
            if f"responsibilities.{one}" not in editions["posting"]
        ]
    _told(found)


def test_a_duty_of_ours_is_one_act_in_a_line_or_two() -> None:
    """Said as to a friend: short, six or seven of them, each told once."""
    catalog = jd.load_catalog()
    ours = {
        one.id
        for items in (
            catalog.general,
            *(setting.items for setting in catalog.settings),
            *(role.core for role in catalog.roles),
        )
        for one in items
        if one.section in ("", "responsibilities")
    }
    found = []
    for case in cases("six", "posting"):
        if not case.setting:
            # Where no setting is chosen, the people served have a long name.
            continue
        (duties,) = (one for one in case.posting.sections if one.id == "responsibilities")
        # Where a role ends may be told in the list, and is no duty.
        count = sum(not one.id.endswith(".limit") for one in duties.bullets)
        if not 6 <= count <= 7 or len(duties.bullets) > 8:
            found.append(f"{case}: {count} duties in {len(duties.bullets)} lines")
        for bullet in duties.bullets:
            text = bullet.text.filled(case.posting.read)
            if bullet.id in ours and not 7 <= len(text.split()) <= 19:
                found.append(f"{case} {bullet.id}: {text}")
    _told(found)


def test_a_day_of_a_setting_states_each_item_of_its_module() -> None:
    catalog = jd.load_catalog()
    modules = {plan.id: [item.id for item in plan.items] for plan in catalog.modules if plan.items}
    for setting in ("hospital", "managed_care", "behavioral", "home_health", "social_services"):
        posting = jd.build(jd.Requisition(setting=setting, role="rn", edition="full", **SIX))
        stated = {one.id for one in guide_coverage(posting) if one.why is Why.STATED}
        assert not set(modules[setting]) - stated, setting


def test_editions_cut_from_one_content() -> None:
    by_choice: dict[tuple[object, ...], dict[str, Case]] = {}
    for case in cases("six"):
        by_choice.setdefault((case.setting, case.tier, case.role), {})[case.edition] = case
    assert by_choice
    for editions in by_choice.values():
        board = {name for name, _ in sentences(editions["board"].posting)}
        posting = {name for name, _ in sentences(editions["posting"].posting)}
        assert board <= posting, (str(editions["board"]), board - posting)
