"""How a posting is made: precedence, titles, settings, editions, required statements, omissions, edits."""

import re
from itertools import combinations, product
from typing import Any, TypeGuard

import pytest
from attrs import evolve
from samples import complete, ids

import casemgr_jd as jd
from casemgr_jd.checks.views.read import reading_lines
from casemgr_jd.model.document import Fact, FactList, Paragraph, walk
from casemgr_jd.renderers.markdown import MarkdownRenderer

CATALOG = jd.load_catalog()
SETTINGS = tuple(module.id for module in CATALOG.settings)
TIERS = tuple(tier.id for tier in CATALOG.tiers)
ROLES = tuple(role.id for role in CATALOG.roles)


def _says(node: object) -> TypeGuard[jd.Bullet | Paragraph]:
    return isinstance(node, jd.Bullet | Paragraph)


def build(**facts: Any) -> jd.Posting:
    """Build from facts alone."""
    return jd.build(jd.Requisition(**facts))


# --- precedence -------------------------------------------------------------------------------------


def test_a_verb_stands_above_the_requisition() -> None:
    given = jd.Requisition(tier="entry", organization="Lakeside Health", region="the north")
    made = (
        jd.draft().at_tier("lead").fill(organization="Harbor Care").with_requisition(given).build()
    )
    assert made.tier == "lead"
    assert made.value("organization") == "Harbor Care"
    assert made.value("region") == "the north"


def test_the_last_verb_on_a_field_holds() -> None:
    assert jd.draft().at_tier("lead").at_tier("entry").build().tier == "entry"
    assert jd.draft().for_setting("hospital").for_setting("behavioral").build().settings == (
        "behavioral",
    )


def test_the_requisition_stands_above_role_tier_and_setting() -> None:
    derived = build(setting="hospital", tier="senior", role="rn")
    assert derived.value("license") == "RN"
    assert derived.value("population") == "patients"
    own = build(
        setting="hospital",
        tier="senior",
        role="rn",
        license=["LPN"],
        population=["residents"],
        experience_years=7,
    )
    assert own.value("license") == "LPN"
    assert own.value("population") == "residents"
    assert own.value("experience_years") == "At least 7 years"


def test_a_role_brings_its_license_or_degree_and_a_setting_its_word_for_the_people() -> None:
    brought = [
        (role, name)
        for role in CATALOG.roles
        for name in role.defaults
        # What the guide offers as an area is adopted or not; a setting's word for the people stands above.
        if name not in ("experience_area", "population")
        # A license that takes the degree stands for both.
        and not (name == "education" and "license" in role.defaults)
    ]
    assert {"license", "education"} <= {name for _, name in brought}
    for (role, name), module in product(brought, CATALOG.settings):
        made = build(role=role.id, setting=module.id).requisition
        assert getattr(made, name) == role.defaults[name]
        assert made.population == (module.population,)


def test_an_area_of_experience_is_the_roles_before_the_settings_once_adopted() -> None:
    both = 0
    for role, module in product(CATALOG.roles, CATALOG.settings):
        made = build(role=role.id, setting=module.id, experience_area="guide").requisition
        own, settings = (one.defaults.get("experience_area", ()) for one in (role, module))
        both += bool(own and settings)
        assert made.experience_area == (own or settings)
    assert both
    assert build(setting="hospital").requisition.experience_area == ()


# --- what the guide offers ----------------------------------------------------------------------------


def test_nothing_of_the_guide_is_taken_over_unless_it_is_adopted() -> None:
    made = build(setting="hospital", tier="senior", edition="full").requisition
    adoptable = [plan.name for plan in CATALOG.fields if plan.adopt]
    assert {"caseload", "measures", "partners", "certifications"} <= set(adoptable)
    assert [name for name in adoptable if getattr(made, name)] == []


@pytest.mark.parametrize("field", [plan.name for plan in CATALOG.fields if plan.adopt])
def test_an_adopted_field_holds_what_the_guide_offers(field: str) -> None:
    facts = {"tier": "entry", "edition": "full", "pay": jd.PayRange(72_000, 92_000)}
    made = build(setting="hospital", **facts, **{field: "guide"})
    if field == "caseload":
        assert "caseload.hospital" in ids(made)
        assert CATALOG.setting("hospital").caseload.statement() in said(made)  # type: ignore[union-attr]
    else:
        value = getattr(made.requisition, field)
        assert value not in ((), ("guide",))
        assert value == (CATALOG.field(field).adopts or value)
    assert field not in {loss.field for loss in jd.get_renderer("markdown").losses(made)}


def test_what_the_guide_does_not_offer_cannot_be_adopted() -> None:
    for field in ("caseload", "measures", "experience_area"):
        with pytest.raises(jd.InputError, match=f"{field}.*choose a setting"):
            build(**{field: "guide"})
    with pytest.raises(jd.InputError, match=r"emr.*give your own"):
        build(setting="hospital", emr="guide")


def test_measures_are_the_guides_by_id_and_the_employers_in_words() -> None:
    kpi = CATALOG.setting("hospital").kpis[0]
    made = build(measures=[kpi.id, "Calls returned the same day."])
    stood = {node.id: str(node.text) for node in walk(made.blocks) if _says(node)}
    assert stood[kpi.id] == kpi.statement()
    assert stood["own.measures.2"] == "Calls returned the same day."
    assert all(one.id.startswith("kpi.") for _, _, kpis in CATALOG.kpi_sets for one in kpis)
    with pytest.raises(
        jd.InputError, match=r"measures: 'kpi\.hospital\.readmision' is not known.*"
    ):
        build(measures=["kpi.hospital.readmision"])


def test_only_a_tier_without_a_minimum_brings_years_that_nobody_gave() -> None:
    told = 0
    for tier in CATALOG.tiers:
        if tier.experience:
            told += 1
            is_open = not tier.experience.minimum
            asked = build(tier=tier.id)
            assert asked.requisition.experience_years == (tier.experience if is_open else None)
            assert ("need.experience" in ids(asked)) is False
        assert (
            build(tier=tier.id, experience_years=9).value("experience_years") == "At least 9 years"
        )
    assert told
    assert build().value("experience_years") is None


def said(made: jd.Posting) -> str:
    """Return a posting as running text."""
    return " ".join(jd.render(made, "text").split())


# --- title ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("tier", (None, *TIERS))
def test_the_title_is_prefix_and_role(tier: str | None, role: str) -> None:
    prefix = {"senior": "Senior ", "lead": "Lead "}.get(tier or "", "")
    title = f"{prefix}{CATALOG.role(role).title}"
    for setting in ((), "hospital", "behavioral", "specialty.legal"):
        made = build(tier=tier, role=role, setting=setting, locations=[jd.Location("Denver", "CO")])
        after = CATALOG.setting(setting).in_title if isinstance(setting, str) else ""
        is_told = after and after.split()[0] not in title.split()
        assert made.heading == (f"{title}, {after}" if is_told else title)
        assert made.value("title") == title


def test_two_settings_or_a_title_of_ones_own_leave_the_heading_as_it_is() -> None:
    assert build(setting=["hospital", "behavioral"], role="rn").heading == "RN Case Manager"
    assert build(setting="behavioral", title="Helper").heading == "Helper"


def test_mid_is_the_senior_tier_without_its_word() -> None:
    made, senior = build(tier="mid", role="rn"), build(tier="senior", role="rn")
    assert made.heading == "RN Case Manager"
    assert made.tier == "senior"
    told, as_senior = (
        next(one for one in of.sections if one.id == "level") for of in (made, senior)
    )
    assert (told.title, as_senior.title) == ("At this level", "What makes this a senior role")
    assert told.blocks == as_senior.blocks
    assert [one for one in made.blocks if one != told] == [
        one for one in senior.blocks if one != as_senior
    ]


def test_what_could_be_told_of_the_level_is_listed_under_the_heading_that_it_would_have() -> None:
    for tier, heading in (("mid", "At this level"), ("senior", "What makes this a senior role")):
        found = {one.heading for one in build(tier=tier, role="rn").open_options}
        assert (heading in found) is bool(
            [one for one in build(tier=tier, role="rn").open_options if one.section == "level"]
        )


def test_the_entry_level_is_said_at_the_top() -> None:
    for tier in (None, *TIERS):
        glance = build(tier=tier).blocks[0]
        assert isinstance(glance, FactList)
        assert ("fact.level" in {fact.id for fact in glance.facts}) is (tier == "entry")


def test_an_explicit_title_stays() -> None:
    assert build(tier="lead", role="rn", title="Transitions Nurse").heading == "Transitions Nurse"


# --- settings ---------------------------------------------------------------------------------------


def test_no_setting_and_no_role_give_a_general_posting() -> None:
    made = build()
    assert made.heading == "Case Manager"
    assert made.settings == ()
    assert made.role == "case_manager"
    assert {"summary", "responsibilities", "suited", "eeo", "apply"} <= ids(made)
    assert not {"level", "measures", "compensation"} & ids(made)
    assert {item.id for item in CATALOG.general} & ids(made)
    assert "[Organization]" in jd.render(made, "text")


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_setting_is_usable_alone(setting: str) -> None:
    made = build(setting=setting)
    own = {item.id for item in CATALOG.setting(setting).items}
    assert own
    assert own & ids(made)
    assert "measures" not in ids(made)
    foreign = {
        item.id for module in CATALOG.settings if module.id != setting for item in module.items
    }
    assert not foreign & ids(made)


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_setting_has_caseload_and_measures_where_the_guide_has_some(setting: str) -> None:
    module = CATALOG.setting(setting)
    family = [module, *(CATALOG.setting(one) for one in (module.parent,) if one)]
    for field, offered in (
        ("caseload", [one.caseload for one in family if one.caseload]),
        ("measures", [kpi for one in family for kpi in one.kpis]),
    ):
        if offered:
            assert "measures" in ids(build(setting=setting, **{field: "guide"}))
        else:
            with pytest.raises(jd.InputError, match=field):
                build(setting=setting, **{field: "guide"})


def test_a_niche_tells_its_own_day_and_no_other_niches() -> None:
    niches = [module for module in CATALOG.settings if module.parent]
    assert len(niches) == 6
    for niche in niches:
        made = ids(build(setting=niche.id))
        assert {item.id for item in niche.items} & made
        others = {item.id for one in CATALOG.settings if one != niche for item in one.items}
        assert not others & made


def test_several_settings_join_populations_and_label_caseloads() -> None:
    made = build(setting=["hospital", "managed_care"], caseload="guide")
    assert made.value("population") == "patients and members"
    bullets = [
        one
        for one in walk(made.blocks)
        if isinstance(one, jd.Bullet) and one.id.startswith("caseload.")
    ]
    assert [one.label for one in bullets] == [CATALOG.setting(name).name for name in made.settings]


def test_several_settings_tell_one_day_with_duties_of_each() -> None:
    for pair in (("hospital", "managed_care"), ("behavioral", "social_services")):
        made = build(setting=pair, role="rn")
        day = next(one for one in made.sections if one.id == "responsibilities").bullets
        assert 6 <= len(day) <= 8
        for name in pair:
            assert {item.id for item in CATALOG.setting(name).items} & {one.id for one in day}


def test_items_declared_the_same_appear_once() -> None:
    items = {item.id: item for item in CATALOG.posting_items()}
    seen = 0
    for setting, edition in product((*SETTINGS, SETTINGS[:3]), jd.Edition):
        made = build(setting=setting, tier="senior", role="rn", edition=edition, emr=["Epic"])
        same = [items[one].same for one in ids(made) if one in items and items[one].same]
        seen += len(same)
        assert len(set(same)) == len(same)
        texts = [node.text for node in walk(made.blocks) if _says(node)]
        assert len(set(texts)) == len(texts)
    assert seen > 100


def test_a_caseload_of_a_high_end_alone_is_a_limit() -> None:
    made = said(build(caseload={"high": 20, "unit": "families"}))
    assert "Up to 20 families" in made
    assert str(jd.CaseloadRange(0, 20, "families")) == "up to 20 families"
    assert str(jd.CaseloadRange(0, 1, "families")) == "up to 1 family"
    assert str(jd.CaseloadRange(0, 0, "families")) == "0 families"


@pytest.mark.parametrize(
    "line", ["A BSW, or an Illinois LPN license", "An LSW license; an LMSW is welcome"]
)
def test_a_license_that_the_employer_asks_for_stands_in_place_of_the_roles(line: str) -> None:
    made = said(build(setting="hospital", role="discharge_planner", qualifications=[line]))
    assert line in made
    assert "unencumbered" not in made


def test_a_license_given_by_its_whole_name_is_not_called_one_again() -> None:
    named = "Illinois Professional Educator License endorsed in School Social Work"
    found = said(build(setting="hospital", role="rn", license=[named]))
    assert f"An active {named}." in found
    either = build(
        setting="hospital", role="rn", license=[named], license_alternative="an exam date"
    )
    assert f"{named}, or an exam date." in said(either)


def test_who_works_from_anywhere_is_licensed_where_they_live() -> None:
    durham = jd.Location(city="Durham", state="NC")
    remote = {"work_model": "remote", "remote_countries": ["US"], "locations": [durham]}
    found = said(build(setting="managed_care", role="rn", **remote))
    assert "valid in the state where you live" in found
    assert "valid in North Carolina" not in found


def test_duties_of_a_specialty_give_way_to_own_ones_as_others_do() -> None:
    own = [f"Call the {who} every week." for who in ("clinic", "insurer", "client", "expert")]
    title = "Legal Case Manager, Personal Injury"
    of_a_kind = {"setting": "specialty.legal", "role": "legal_case_manager", "title": title}
    assert any(one.startswith("titled.injury") for one in ids(build(**of_a_kind)))
    duties = next(
        one for one in build(**of_a_kind, duties=own).sections if one.id == "responsibilities"
    )
    assert len([one for one in walk(duties.blocks) if type(one).__name__ == "Bullet"]) == len(own)


def test_an_own_caseload_takes_the_guides_place_and_its_unit() -> None:
    made = build(setting="hospital", caseload=[10, 14])
    # How it is counted stays the employer's: nobody said that it is by the day.
    assert "Caseload: 10–14 patients" in said(made)
    assert "caseload.hospital" not in ids(made)


def test_the_lines_that_are_switched_on() -> None:
    assert "Accreditation: NCQA." in said(build(accreditor=["NCQA"]))
    assert "Accreditation: State." in said(build(accreditor=["State"]))
    on, off = build(performance_line=True), build()
    assert ids(on) - ids(off)


# --- conditions -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "visits"),
    (
        ({}, True),
        ({"work_model": "onsite"}, True),
        ({"work_model": "field"}, True),
        ({"work_model": "remote"}, False),
        ({"work_model": "remote", "fieldwork": True}, True),
        ({"fieldwork": False}, False),
        ({"work_model": "field", "fieldwork": False}, False),
    ),
    ids=str,
)
def test_visits_are_told_where_the_job_has_some(facts: dict[str, Any], visits: bool) -> None:
    made = ids(build(setting="home_health", **facts))
    assert ("home_health.day.visit" in made) is visits
    assert ("home_health.day.visit.office" in made) is not visits


@pytest.mark.parametrize("driving", (True, False, None))
@pytest.mark.parametrize("setting", ("home_health", "hospital"))
def test_a_drivers_license_is_asked_for_where_driving_is_essential_only(
    setting: str, driving: bool | None
) -> None:
    made = build(setting=setting, driving=driving, locations=[jd.Location("Fresno", "CA")])
    assert ("need.driving" in ids(made)) is (driving is True)


@pytest.mark.parametrize(
    ("field", "value", "item"),
    (
        ("background_check", True, "hire.background"),
        ("drug_screen", True, "hire.drug_screen"),
        ("vaccination", ["a flu shot"], "hire.vaccination"),
        ("work_authorization", True, "hire.authorization"),
        ("on_call", ["one night in six"], "fact.on_call"),
        ("travel_percent", 0, "environment.travel.none"),
        ("travel_percent", [0, 20], "environment.travel"),
        ("benefits", ["none"], "pay.benefits.none"),
        ("benefits", ["medical"], "pay.benefits"),
        ("certifications", ["CCM"], "helpful.certification.own"),
        ("experience_years", [0, 2], "need.experience.new"),
        ("experience_years", 3, "need.experience"),
        ("experience_area", ["home health"], "need.experience.alone"),
    ),
)
def test_a_fact_decides_which_sentence_says_it(field: str, value: Any, item: str) -> None:
    without, with_it = build(), build(**{field: value})
    assert item in ids(with_it) - ids(without)
    lost = {loss.field for loss in jd.get_renderer("text").losses(with_it)}
    assert field not in lost


def test_the_pay_is_told_once_at_the_top_or_where_that_is_left_out_in_its_section() -> None:
    facts: dict[str, Any] = {"pay": {"rate": 28.5, "per": "hour"}, "pay_basis": ["experience"]}
    assert said(build(**facts)).count("$28.50") == 1
    told = said(build(**facts, omit=["fact.pay"]))
    assert "Base pay: $28.50 an hour." in told
    assert "depends on" not in told


def test_whether_overtime_is_paid_is_told_beside_the_pay() -> None:
    pay = jd.PayRange(70_000, 80_000)
    assert "a year; exempt from overtime" in said(build(pay=pay, flsa_status="exempt"))
    paid = "a year; non-exempt, so overtime is paid"
    notes = ["Overtime: paid past 36 hours"]
    assert paid in said(build(pay=pay, flsa_status="non_exempt"))
    assert paid in said(build(pay=pay, flsa_status="non_exempt", pay_notes=notes))
    # What the employer tells of it at the head itself is not told there twice.
    told = said(build(pay=pay, flsa_status="non_exempt", know_first=notes))
    assert "overtime is paid" not in told
    assert "a year; non-exempt" in told


def test_no_other_pay_beside_a_bonus_denies_no_bonus() -> None:
    facts: dict[str, Any] = {
        "differentials": ["a sign-on bonus of $2,000"],
        "other_compensation": ["none"],
    }
    told = said(build(edition="full", **facts))
    assert "Nothing else comes on top of the pay." in told
    assert "no bonus" not in told
    assert "on top" not in said(build(**facts))


def test_what_draws_people_stands_before_what_the_employer_says_of_itself() -> None:
    told = said(build(about=["We run three hospitals."], why_here=["No one works alone."]))
    assert "No one works alone. We run three hospitals." in told


@pytest.mark.parametrize("work_model", ("onsite", "remote"))
def test_that_pay_varies_with_the_place_is_said_by_nobody_else(work_model: str) -> None:
    facts: dict[str, Any] = {"pay": jd.PayRange(70_000, 80_000), "work_model": work_model}
    made = build(edition="full", locations=[jd.Location("Denver", "CO")], **facts)
    assert "good-faith estimate" in said(made)
    assert "geography" not in said(made)


def test_what_an_offer_rests_on_is_told_of_a_range_and_without_its_figures() -> None:
    facts: dict[str, Any] = {"pay": jd.PayRange(70_000, 80_000), "pay_basis": ["experience"]}
    told = said(build(**facts))
    assert "$70,000–$80,000 a year, depending on experience" in told
    assert told.count("$70,000") == 1
    facts["pay_basis"] = [
        "years in this work, degree, license and what others on the team are paid"
    ]
    assert "Where an offer falls in the range depends on years" in said(build(**facts))
    assert "$70,000–$80,000 a year; where an offer" in said(build(**facts, edition="full"))


@pytest.mark.parametrize(
    ("years", "stands"), ((None, True), (0, False), (2, False), (3, False), (5, False))
)
def test_preferred_experience_yields_to_years_that_the_employer_asks_for(
    years: int | None, stands: bool
) -> None:
    made = build(experience_years=years, edition="full")
    assert ("helpful.experience" in ids(made)) is stands


def test_every_bullet_can_be_traced_to_the_guide() -> None:
    guide = {item.id for item in CATALOG.items()}
    known = {item.id for item in CATALOG.posting_items()}
    known |= {kpi.id for _, _, kpis in CATALOG.kpi_sets for kpi in kpis}
    known |= {statement.id for statement in CATALOG.statements}
    known |= {entry.id for entry in CATALOG.entries if entry.section}
    known |= {caseload.id for caseload in CATALOG.caseloads} | {"caseload"}
    for edition in jd.Edition:
        made = jd.build(complete(setting=SETTINGS[:3], omit=(), edition=edition))
        nodes = [node for node in walk(made.blocks) if _says(node)]
        assert len(nodes) > 20
        strange = [one.id for one in nodes if one.id not in known]
        assert [one for one in strange if not one.startswith("own.")] == []
        stated = [name for node in nodes for name in node.states]
        assert set(stated) <= guide
        assert sorted(set(stated)) == sorted(stated)


def _bare(text: jd.Text, made: jd.Posting) -> str:
    """Return a text with the slots that its item names, wherever they stand."""
    return text.filled(lambda slot: f"{{{made.slot(slot).base}}}")


def test_a_role_is_not_asked_what_it_may_not_do() -> None:
    needing = {item.id: item for item in CATALOG.posting_items() if item.needs}
    kept, worded = 0, 0
    for role, setting in product(CATALOG.roles, (*SETTINGS, None)):
        made = build(role=role.id, setting=setting, edition="full")
        for node in walk(made.blocks):
            item = needing.get(node.id) if _says(node) else None
            if item is None:
                continue
            allowed = CATALOG.scope.may(role, item.needs)
            kept += allowed
            worded += not allowed
            assert _bare(node.text, made) == str(item.text if allowed else item.otherwise)  # type: ignore[attr-defined]
    assert kept
    assert worded or not any(item.otherwise for item in needing.values())


# --- at a glance ------------------------------------------------------------------------------------


def test_typed_facts_stand_at_the_top() -> None:
    made = jd.build(complete())
    glance = made.blocks[0]
    assert isinstance(glance, FactList)
    assert [fact.label for fact in glance.facts] == [
        *("Pay", "Hours", "Term", "Where", "Know first", "Openings", "Reports to"),
        *("Start", "Apply by", "First review", "Requisition ID", "Posted"),
    ]
    sparse = build().blocks[0]
    assert isinstance(sparse, FactList)
    assert [fact.label for fact in sparse.facts] == ["Pay", "Employment", "Where"]


# --- board edition ----------------------------------------------------------------------------------


def _words(posting: jd.Posting) -> int:
    return len(re.findall(r"[^\s#*-]\S*", MarkdownRenderer().render(posting)))


def test_the_board_edition_is_the_shortest_everywhere() -> None:
    counts = {
        (setting, tier, role): [
            _words(build(setting=setting, tier=tier, role=role, edition=edition))
            for edition in ("board", "posting", "full")
        ]
        for setting, tier, role in product(
            (None, *SETTINGS), (None, "lead"), ("rn", "bachelors", "patient_navigator")
        )
    }
    assert len(counts) == (len(SETTINGS) + 1) * 2 * 3
    assert {key: count for key, count in counts.items() if min(count) != count[0]} == {}
    assert {key: count for key, count in counts.items() if not 150 <= count[0] <= 450} == {}


def test_no_value_changes_what_the_board_edition_selects() -> None:
    short, long = (
        build(setting="hospital", tier="senior", edition="board", organization=name)
        for name in ("X", "Very Long Name " * 40)
    )
    assert ids(long) == ids(short)


def test_the_board_edition_keeps_the_essential_and_law() -> None:
    made = build(
        setting=SETTINGS,
        tier="lead",
        edition="board",
        locations=[jd.Location("San Francisco", "CA")],
        pay=jd.PayRange(72_000, 92_000),
        duties=["Keep the bed board current."],
    )
    assert {"statement.ca_san_francisco", "own.duties.1"} <= ids(made)
    assert {"fact.pay", "eeo", "apply", "responsibilities"} <= ids(made)


# --- what law wants ---------------------------------------------------------------------------------

LA_COUNTY = jd.Location(county="Los Angeles", state="CA", unincorporated=True)


@pytest.mark.parametrize(
    ("location", "statement"),
    (
        (jd.Location("Los Angeles", "CA"), "statement.ca_los_angeles"),
        (jd.Location("los angeles", "California"), "statement.ca_los_angeles"),
        (jd.Location("San Francisco", "CA"), "statement.ca_san_francisco"),
        (LA_COUNTY, "statement.ca_los_angeles_county"),
        (jd.Location("Los Angeles", "TX"), None),
        (jd.Location("Denver", "CO"), None),
        (jd.Location("Pasadena", "CA", county="Los Angeles"), None),
        (jd.Location("San Francisco", country="PH"), None),
    ),
    ids=str,
)
def test_a_required_statement_stands_where_its_law_does(
    location: jd.Location, statement: str | None
) -> None:
    found = {one for one in ids(build(locations=[location])) if one.startswith("statement.")}
    assert found == ({statement} if statement else set())


def test_statements_carry_citation_dates_and_confidence() -> None:
    assert len(CATALOG.statements) >= 3
    for statement in CATALOG.statements:
        assert statement.citation
        assert statement.address.startswith("https://")
        assert statement.as_of < statement.review_by
        assert statement.confidence in ("high", "medium", "low", "unconfirmed")


@pytest.mark.parametrize(
    ("employees", "stands"), ((None, True), (5, True), (4, False), (9000, True))
)
def test_a_threshold_of_head_count_is_heeded(employees: int | None, stands: bool) -> None:
    made = build(locations=[jd.Location("San Francisco", "CA")], employees=employees)
    assert ("statement.ca_san_francisco" in ids(made)) is stands


def test_leaving_out_what_law_wants_needs_a_reason() -> None:
    there = jd.draft().fill(locations=[jd.Location("San Francisco", "CA")])
    with pytest.raises(jd.InputError, match=r"law wants 'statement\.ca_san_francisco'"):
        there.without_bullet("statement.ca_san_francisco").build()
    made = there.without_bullet(
        "statement.ca_san_francisco", reason="Stated on the careers page"
    ).build()
    assert "statement.ca_san_francisco" not in ids(made)
    by_file = evolve(there.requisition, omit=[{"id": "statement.ca_san_francisco"}])
    with pytest.raises(jd.InputError, match="law wants"):
        there.with_requisition(by_file).build()


def test_leaving_out_a_section_that_holds_it_needs_a_reason_too() -> None:
    there = jd.draft().fill(locations=[jd.Location("San Francisco", "CA")])
    with pytest.raises(jd.InputError, match="law wants"):
        there.without_bullet("eeo").build()
    assert "eeo" not in ids(
        there.without_bullet("eeo", reason="Stated on the careers page").build()
    )


def test_an_edit_cannot_take_out_what_law_wants() -> None:
    name = "statement.ca_san_francisco"
    there = jd.draft().fill(locations=[jd.Location("San Francisco", "CA")])
    for edited in (there.without_section("eeo"), there.with_section(jd.Section("eeo", "Equal"))):
        with pytest.raises(jd.InputError, match=f"law wants '{name}'.*without_bullet"):
            edited.build()
    reasoned = there.without_bullet(name, reason="Stated on the careers page").without_section(
        "eeo"
    )
    assert not {name, "eeo"} & ids(reasoned.build())
    assert name in ids(there.replace_bullet(name, "Our own words.").build())


# --- omission and edits -----------------------------------------------------------------------------


def test_an_item_or_section_can_be_left_out() -> None:
    made = build(omit=["skills.data", "skill.culture", "preferred"], edition="full")
    assert not {"skill.data", "skill.culture", "preferred", "helpful.languages"} & ids(made)
    assert "skill.thinking" in ids(made)


@pytest.mark.parametrize(
    ("omitted", "item"),
    (
        ("start_date", "fact.start_date"),
        ("fact.manager", "fact.manager"),
        ("manager", "fact.manager"),
        ("posted_on", "fact.posted_on"),
        ("pay_range", "fact.pay.full"),
        ("pay", "fact.pay.full"),
    ),
)
def test_any_fact_at_the_top_can_be_left_out(omitted: str, item: str) -> None:
    facts: dict[str, Any] = {"schedule": None, "omit": []}
    assert item in ids(jd.build(complete(**facts)))
    made = jd.build(complete(**facts | {"omit": [omitted]}))
    assert item not in ids(made)
    shown = {slot for node in made.blocks[0].facts for slot in node.text.slots}  # type: ignore[union-attr]
    assert omitted not in shown


@pytest.mark.parametrize(
    ("omitted", "said_at_the_top"),
    (
        ("work_model", "hybrid"),
        ("fact.work_model", "hybrid"),
        ("on_call", "no on-call"),
        ("closing_date", "Open until filled"),
        ("fact.employment", "Full-time"),
    ),
)
def test_a_fact_that_is_said_in_words_can_be_left_out(omitted: str, said_at_the_top: str) -> None:
    facts: dict[str, Any] = {
        "work_model": "hybrid",
        "on_call": ["none"],
        "closing_date": "ongoing",
        "employment_type": "full_time",
        "hours_per_week": 40,
    }
    assert said_at_the_top in said(build(**facts))
    assert said_at_the_top not in said(build(omit=[omitted], **facts))


@pytest.mark.parametrize("edition", jd.Edition)
def test_a_section_that_is_left_out_takes_all_with_it_that_stands_in_it(edition: str) -> None:
    facts: dict[str, Any] = {"term": "one year", "benefits": ["dental"], "edition": edition}
    whole, made = (build(omit=some, **facts) for some in ([], ["facts", "compensation"]))
    assert {"fact.term", "compensation"} <= ids(whole)
    assert not {"fact.term", "compensation"} & ids(made)


def test_a_shift_is_told_once_where_the_schedule_is_left_out() -> None:
    made = build(schedule="Monday to Friday", shift=["Day"], omit=["schedule"])
    assert {"fact.shift", "environment.shift"} & ids(made) == {"environment.shift"}


def test_omitting_nothing_known_is_told_with_the_name() -> None:
    with pytest.raises(jd.InputError, match=r"skills\.dta"):
        build(omit=["skills.dta"])


def test_omissions_of_requisition_and_builder_add_up() -> None:
    made = (
        jd.draft()
        .with_requisition(jd.Requisition(omit=["skills.data"], edition="full"))
        .without_bullet("skill.culture")
        .build()
    )
    assert not {"skill.data", "skill.culture"} & ids(made)
    assert "skill.thinking" in ids(made)


# --- the employer's own sentences -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "in_all"), ((0, 7), (1, 7), (2, 6), (3, 5), (4, 4), (5, 5), (8, 8), (11, 11))
)
def test_own_duties_come_first_and_each_takes_the_place_of_two_of_ours(
    count: int, in_all: int
) -> None:
    own = [f"Own duty number {number}." for number in range(count)]
    made = build(setting="hospital", role="rn", duties=own)
    day = next(one for one in made.sections if one.id == "responsibilities").bullets
    assert [str(one.text) for one in day[:count]] == own
    assert len(day) == in_all


@pytest.mark.parametrize("role", sorted(one.id for one in CATALOG.roles))
def test_four_own_duties_leave_none_of_ours_whatever_the_settings(role: str) -> None:
    """As the form says it: for one setting, for each two, and for none."""
    own = [f"Own duty number {number}." for number in range(4)]
    names = [one.id for one in CATALOG.settings]
    for several in ((), *combinations(names, 1), *combinations(names, 2)):
        made = build(setting=several, role=role, duties=own)
        day = next(one for one in made.sections if one.id == "responsibilities").bullets
        assert [str(one.text) for one in day] == own, several


def test_what_is_true_of_any_job_gives_way_to_what_the_employer_says() -> None:
    denver = [jd.Location("Denver", "CO")]
    few = build(setting="hospital", role="rn", tier="senior", locations=denver)
    many = build(
        locations=denver,
        setting="hospital",
        role="rn",
        tier="senior",
        duties=[f"Own duty number {number}." for number in range(5)],
    )
    general = {"hospital.required.can", "helpful.certification"}
    assert general <= ids(few)
    assert not general & ids(many)
    assert "level" in ids(few)
    assert "level" not in ids(many)
    assert "need.license.compact" in ids(few) & ids(many)


def test_a_requirement_in_own_words_takes_the_place_of_what_role_and_tier_would_ask() -> None:
    own = ["An RN license, or eligibility for one by the start date."]
    made = build(role="rn", tier="entry", qualifications=own)
    assert not any(one.startswith("need.license") for one in ids(made))
    assert "need.experience.new" in ids(made)
    for words in (
        "A driver's license.",
        "Be an active listener.",
        "Comfort beside licensed clinicians.",
        "Must be at least 18 years of age.",
        "A high degree of care, all year round.",
    ):
        made = build(role="rn", tier="entry", qualifications=[words])
        assert {"need.license", "need.experience.new"} <= ids(made), words
    years = build(role="rn", tier="entry", qualifications=["Two years of experience with elders."])
    assert "need.experience.new" not in ids(years)
    # What the requisition itself asks for stands besides.
    asked = build(role="rn", experience_years=4, qualifications=["Two years with elders."])
    assert "need.experience" in ids(asked)


def test_a_title_often_held_without_a_license_asks_for_the_one_that_the_requisition_gives() -> None:
    open_to_all = build(role="behavioral_health_case_manager", setting="behavioral")
    assert not open_to_all.requisition.license
    assert not open_to_all.requisition.education
    assert not any(one.startswith(("need.license", "need.education")) for one in ids(open_to_all))
    duties = " ".join(str(one) for one in ids(open_to_all))
    assert "asking.behavioral" in duties
    assert "assessment.behavioral" not in duties
    held = build(role="behavioral_health_case_manager", setting="behavioral", license=["LCSW"])
    assert "need.license" in ids(held)
    assert "role.behavioral_health_case_manager.assessment.behavioral" in ids(held)


def test_a_degree_in_place_of_the_roles_asks_for_no_license_that_nobody_named() -> None:
    made = build(role="medical_social_worker", education=["a high school diploma"])
    assert not made.requisition.license
    assert not any(one.startswith("need.license") for one in ids(made))
    own = build(role="medical_social_worker", qualifications=["A diploma and two years."])
    assert not own.requisition.license
    both = build(role="social_worker", education=["a bachelor's degree"], license=["LCSW"])
    assert "need.license" in ids(both)
    # The role's own degree, in other words, carries the license as before.
    same = build(role="social_worker", education=["an MSW"])
    assert same.requisition.license == ("LCSW", "LMSW")


def test_a_credential_that_says_more_than_a_drivers_license_stands() -> None:
    more = "valid driver's license and auto insurance"
    made = build(driving=True, credentials=[more, "A valid driver's license", "BLS"])
    assert f"{more.capitalize()}; BLS." in said(made)


def test_a_check_that_the_employer_speaks_of_is_still_worded_as_law_has_it() -> None:
    own = [{"section": "apply", "text": "Fingerprints are taken at the county office."}]
    made = build(background_check=True, add=own, hiring_steps=["Clearance takes two weeks."])
    assert "hire.background" in ids(made)


@pytest.mark.parametrize(
    ("benefit", "label"),
    (
        ("on-site day care", "also"),
        ("parking from day one", "also"),
        ("family and medical leave", "time_off"),
        ("two mental health days", "time_off"),
        ("help with a home loan", "also"),
        ("student loan repayment", "also"),
        ("life insurance", "insurance"),
        ("work-life balance", "also"),
        ("401(k) from day one", "retirement"),
    ),
)
def test_a_benefit_stands_with_what_it_is_for(benefit: str, label: str) -> None:
    made = build(benefits=[benefit, "one", "two", "three", "four", "five"])
    (found,) = (
        node
        for node in walk(made.blocks)
        if getattr(node, "id", "").startswith("pay.benefits") and benefit in str(node.text).lower()  # type: ignore[attr-defined]
    )
    assert found.id == f"pay.benefits.{label}"  # type: ignore[attr-defined]


def test_a_license_that_the_role_brings_is_named_with_its_equal_in_the_state() -> None:
    facts = {"locations": [jd.Location("Miami", "FL")], "schedule": "Monday to Friday"}
    made = build(role="social_worker", **facts)
    needs = "An active LCSW or LMSW license, or its equivalent in Florida."
    assert needs in said(made)
    # A role that is named by its license asks for that one.
    named = build(role="lcsw", locations=[jd.Location("Miami", "FL")])
    assert "An active LCSW license, valid in Florida." in said(named)


@pytest.mark.parametrize(
    ("role", "asked"),
    (
        ("social_worker", "A social work degree, with any license that Florida requires"),
        ("medical_social_worker", "A social work degree, with any license that Florida requires"),
        ("discharge_planner", "A nursing or social work license that counts in Florida"),
    ),
)
def test_where_next_to_nothing_is_given_no_license_is_named_that_nobody_named(
    role: str, asked: str
) -> None:
    made = said(build(role=role, locations=[jd.Location("Miami", "FL")]))
    assert asked in made
    assert "LMSW" not in made


def test_many_benefits_are_told_by_what_they_are_for() -> None:
    some = ["medical", "dental", "401(k)", "12 holidays", "tuition support", "free parking"]
    made = build(benefits=some)
    told = [one for one in ids(made) if one.startswith("pay.benefits")]
    assert sorted(told) == [
        f"pay.benefits.{one}" for one in ("also", "insurance", "learning", "retirement", "time_off")
    ]
    assert "pay.benefits" in ids(build(benefits=some[:2]))
    assert "pay.benefits.line" in ids(build(benefits=some, edition="board"))
    assert not any(
        "pay.benefits" in one for one in ids(build(benefits=some, omit=["pay.benefits"]))
    )


def test_each_own_sentence_stands_where_its_field_says() -> None:
    plans = [plan for plan in CATALOG.fields if plan.stands]
    assert len(plans) >= 8
    for plan in plans:
        words = f"Our own words for the field that is called {plan.name}: {{pay_range}}."
        made = build(setting="hospital", edition="full", **{plan.name: [words, "More of it."]})
        stood = [
            node
            for node in walk(made.blocks)
            if isinstance(node, jd.Bullet | Paragraph | Fact) and node.tells == (plan.name,)
        ]
        # The sentences of a paragraph are read together; each bullet stands alone.
        forms = {one.id: one.form for one in CATALOG.sections}
        is_paragraph = (plan.form or forms[plan.stands]) in ("paragraphs", "continues")
        together = [f"{words} More of it."] if is_paragraph else [words, "More of it."]
        if plan.stands == "facts":
            # Facts under one label are told in one line, as far as they go without a period.
            together = [f"{words.removesuffix('.')}; More of it"]
        assert [str(node.text) for node in stood] == together
        # Braces of the employer's are braces.
        assert all(node.text.slots == () for node in stood)
        layout = next(one for one in CATALOG.edition("full").sections if plan.stands in one.takes)
        if plan.stands == "facts":
            assert stood[0] in set(walk(made.blocks[:1]))
            continue
        section = next(one for one in made.sections if one.id == layout.id)
        assert stood[0] in set(walk(section.blocks))


def test_a_line_that_ends_in_a_colon_heads_those_behind_it() -> None:
    duties = ["Before release:", "Meet people inside.", "After release:", "Ride along.", "Call."]
    made = build(setting="specialty.corrections", duties=duties)
    section = next(one for one in made.sections if one.id == "responsibilities")
    parts = [one for one in section.blocks if isinstance(one, jd.Section)]
    assert [(one.title, [str(each.text) for each in one.bullets]) for one in parts] == [
        ("Before release", ["Meet people inside."]),
        ("After release", ["Ride along.", "Call."]),
    ]
    # What stands besides belongs to neither, and stands before both.
    assert section.blocks[0] not in parts
    assert "### After release\n\n- Ride along." in jd.render(made)
    # In plain text a line leads to them: a second underlined heading would leave the first one empty.
    text = jd.render(made, "text")
    assert "\n\nAfter release:\n\n- Ride along." in text
    assert not [one for one in jd.check_document(text).findings if one.code == "TPL008"]


@pytest.mark.parametrize(
    "duties",
    (["Alone:"], ["Meet people.", "After release:"], ["Meet people:", "Ride along:"]),
)
def test_a_line_that_heads_nothing_stands_as_it_is(duties: list[str]) -> None:
    made = build(setting="specialty.corrections", duties=duties)
    texts = [str(one.text) for section in made.sections for one in section.bullets]
    assert [one for one in texts if one in duties] == duties


def test_headed_duties_take_as_much_room_as_others() -> None:
    plain = ["One is done.", "Two is done.", "Three is done.", "Four is done."]
    headed = ["First:", *plain[:2], "Then:", *plain[2:]]
    one, other = (build(setting="hospital", role="rn", duties=own) for own in (plain, headed))
    assert {each for each in ids(one) if not each.startswith("own.")} == {
        each for each in ids(other) if not each.startswith("own.")
    }


@pytest.mark.parametrize(
    ("line", "label", "words"),
    (
        ("Orientation: five weeks.", "Orientation", "five weeks."),
        ("Safety at night: a check-out board.", "Safety at night", "a check-out board."),
        ("Tuesday at 7:45: visits.", "Tuesday at 7:45", "visits."),
        ("7:50 a.m.: the queue.", "7:50 a.m.", "the queue."),
        ("5150: an evaluation.", "5150", "an evaluation."),
        ("we meet at 9:15 each day", "", "We meet at 9:15 each day"),
        ("Read https://a.example: it is short.", "", "Read https://a.example: it is short."),
        (
            "This is one long head of five words: no.",
            "",
            "This is one long head of five words: no.",
        ),
    ),
)
def test_a_word_and_a_colon_label_a_line(line: str, label: str, words: str) -> None:
    made = build(support=[line])
    found = [
        (one.label, str(one.text))
        for section in made.sections
        for one in section.bullets
        if one.id.startswith("own.support")
    ]
    assert found == [(label, words)]


def test_what_to_know_first_stands_between_the_terms_and_the_rest() -> None:
    news = ["Funding: a grant through June 30, 2028.", "every weekend is worked"]
    made = jd.build(complete(know_first=news))
    glance = made.blocks[0]
    assert isinstance(glance, FactList)
    told = [(fact.label, fact.text.filled(made.read)) for fact in glance.facts]
    labels = [label for label, _ in told]
    place = labels.index("Funding")
    assert told[place : place + 2] == [
        ("Funding", "A grant through June 30, 2028"),
        ("Know first", "Every weekend is worked"),
    ]
    assert labels.index("Where") < place < labels.index("Apply by")


def test_a_purpose_of_the_employers_own_opens_in_the_place_of_ours() -> None:
    for setting in (["hospital"], ["hospital", "managed_care"], []):
        made = build(setting=setting, tier="entry", purpose=["You stay.", "You help."])
        opening = next(one for one in made.sections if one.id == "summary")
        assert [str(one.text) for one in opening.blocks if _says(one)] == ["You stay. You help."]


def test_a_line_that_heads_others_labels_them_among_the_facts() -> None:
    made = build(know_first=["Ask early.", "Who may apply:", "County residents", "Veterans"])
    told = [(fact.label, str(fact.text)) for fact in made.blocks[0].facts]  # type: ignore[union-attr]
    assert [one for one in told if one[0] in ("Know first", "Who may apply")] == [
        ("Know first", "Ask early"),
        ("Who may apply", "County residents; Veterans"),
    ]


def test_sentences_that_are_read_together_are_told_apart() -> None:
    made = build(limits=["There is no therapy", "Who does it? A clinician", "(Ask us.)", "Nobody"])
    assert "There is no therapy. Who does it? A clinician. (Ask us.) Nobody." in said(made)


@pytest.mark.parametrize("section", ["facts", "particulars"])
def test_a_fact_of_ones_own_at_the_top_needs_a_label(section: str) -> None:
    with pytest.raises(jd.InputError, match=r"add\[0\]\.label: is needed"):
        build(add=[jd.Addition(section, "None")])
    assert "Union: None" in said(build(add=[jd.Addition(section, "None", label="Union")]))


def test_a_duty_keeps_its_colon() -> None:
    made = build(duties=["Keep the clocks: 72 hours for expedited requests."])
    section = next(one for one in made.sections if one.id == "responsibilities")
    assert section.bullets[0].label == ""


def test_a_license_of_a_named_state_is_not_asked_for_in_all_of_them() -> None:
    given: dict[str, Any] = {"role": "rn", "work_model": "remote", "remote_states": ["CO", "UT"]}
    needs = "An active Colorado RN or multistate compact RN license."
    named = build(license=["Colorado RN", "multistate compact RN"], **given)
    assert needs in said(named)
    assert "Colorado or Utah" in said(build(license=["RN"], **given))


@pytest.mark.parametrize("years", (0, [0, 0]))
def test_no_years_are_no_experience(years: Any) -> None:
    assert "No earlier experience is needed." in said(build(experience_years=years))


def test_no_on_call_is_told_behind_the_hours() -> None:
    made = build(employment_type="full_time", on_call=["none"])
    assert "Hours: Full-time; no on-call" in said(made)
    assert "fact.on_call" not in ids(made)


def test_terms_that_are_long_stand_below_the_facts_at_a_glance() -> None:
    brief, long = "Monday to Friday", "Monday to Friday, with one late day, " * 5
    for field, label in (("schedule", "Schedule"), ("days_on_site", "Where you work")):
        facts = {"employment_type": "full_time", "work_model": "hybrid"}
        at_the_head, below = build(**facts, **{field: brief}), build(**facts, **{field: long})
        assert "environment" not in ids(at_the_head)
        assert said(at_the_head).count(brief) == 1
        assert f"{label}: {long.strip(', ')}" in said(below)
        assert said(below).count(long.strip(", ")) == 1
    for field, label in (("rotation", "Rotation"), ("on_call", "On call")):
        at_the_head, below = build(**{field: [brief]}), build(**{field: [long]})
        assert "environment" not in ids(at_the_head)
        assert f"{label}: {long.strip(', ')}" in said(below)


@pytest.mark.parametrize(
    ("facts", "told"),
    (
        ({"hours_per_week": 40}, "$20.00–$25.50 an hour; about $41,600–$53,000 a year"),
        ({"hours_per_week": 37.5, "employment_type": "part_time"}, "about $39,000–$49,700 a year"),
        ({}, "about $41,600–$53,000 a year at 40 hours a week"),
        ({"pay": {"minimum": 29, "maximum": 34.5, "per": "hour"}}, "about $60,300–$71,700 a year"),
        ({"employment_type": "part_time"}, ""),
        ({"employment_type": "per_diem", "hours_per_week": 20}, ""),
        ({"hours_per_week": [32, 40]}, ""),
        ({"hours_per_week": "about 36"}, ""),
        ({"hours_per_week": "2080000000"}, ""),
        ({"hours_per_week": 40, "term": "nine months"}, ""),
    ),
)
def test_pay_by_the_hour_is_told_by_the_year_too(facts: dict[str, Any], told: str) -> None:
    pay = {"minimum": 20, "maximum": 25.5, "per": "hour"}
    made = said(build(**({"pay": pay, "employment_type": "full_time"} | facts)))
    assert told in made
    assert (" a year" in made.partition("Where")[0]) == bool(told)


@pytest.mark.parametrize(
    ("pay", "told"),
    (
        ({"rate": 15_000, "currency": "KRW"}, "KRW 15,000 an hour; about KRW 31,200,000 a year"),
        ({"rate": 9_000}, "$9,000 an hour; about $18,720,000 a year"),
        ({"rate": 0.02}, "$0.02 an hour; about $41.60 a year"),
    ),
)
def test_any_pay_by_the_hour_can_be_told_by_the_year(pay: dict[str, Any], told: str) -> None:
    assert told in said(build(pay={"per": "hour", **pay}, employment_type="full_time"))


@pytest.mark.parametrize(
    "told",
    [
        {"know_first": ["Pay: a school year comes to about $43,000 to $51,000"]},
        {"pay_notes": ["Over the year that is about $43,000."]},
        {"schedule": "Monday to Friday, 38 weeks a year"},
        {"pay_basis": ["the scale of a 10-month contract"]},
    ],
)
def test_what_the_employer_says_of_the_year_leaves_no_room_for_our_sum(
    told: dict[str, Any],
) -> None:
    job = {"pay": {"rate": 29, "per": "hour"}, "hours_per_week": 34, "employment_type": "part_time"}
    assert "about $51,200 a year" in said(build(**job, pay_notes=["Raises come once a year."]))
    assert "$51,200" not in said(build(**job, **told))


def test_no_row_of_the_head_is_a_chain() -> None:
    posting = build(
        pay={"minimum": 29, "maximum": 34, "per": "hour"},
        pay_basis=["years"],
        flsa_status="non_exempt",
        employment_type="part_time",
        hours_per_week=34,
        schedule="Monday to Friday",
        on_call=["none"],
        know_first=["Pay: $29 with one year, more with years", "Hours: 0.85 FTE, full benefits"],
    )
    glance = posting.blocks[0]
    assert isinstance(glance, FactList)
    rows = {one.label: one.text.filled(posting.read) for one in glance.facts}
    assert max(one.count(";") for one in rows.values()) <= 2
    assert rows["On call"] == "None"
    assert "The job is non-exempt: overtime is paid." in said(posting)


def test_all_of_the_pay_stands_before_the_benefits() -> None:
    told = said(build(pay_notes=["Steps: each July"], benefits=["a pension", "dental care"]))
    assert told.index("Steps") < told.index("pension")


def test_hours_that_nobody_gave_make_no_year_of_part_time_pay() -> None:
    pay = {"rate": 41.5, "per": "hour"}
    assert build(pay=pay, employment_type="part_time").value("pay_yearly") is None


@pytest.mark.parametrize(
    ("facts", "rows"),
    [
        (
            {"closing_date": "2027-02-26", "start_date": "around April 5, 2027"},
            {"Apply by": "February 26, 2027; the job starts around April 5, 2027"},
        ),
        (
            {"closing_date": "2027-02-26", "start_date": "2027-04-05"},
            {"Apply by": "February 26, 2027; the job starts on April 5, 2027"},
        ),
        (
            {"closing_date": "2027-02-26", "start_date": "April"},
            {"Apply by": "February 26, 2027", "Start": "April"},
        ),
        ({"openings": 2, "region": "Front Range"}, {"Openings": "2", "Area": "Front Range"}),
        (
            {"work_model": "hybrid", "days_on_site": "two days at the office"},
            {"Where": "Erie, PA; hybrid: two days at the office"},
        ),
        (
            {
                "work_model": "hybrid",
                "days_on_site": "two days of visits, two in the office and one at home, most weeks",
            },
            {
                "Where": "Erie, PA",
                "Hybrid": "Two days of visits, two in the office and one at home, most weeks",
            },
        ),
        (
            {
                "work_model": "onsite",
                "days_on_site": "one day a week from home after six months, if the caseload is covered",
            },
            {
                "Where": "Erie, PA; on site",
                "In practice": "One day a week from home after six months, if the caseload is covered",
            },
        ),
    ],
)
def test_the_head_tells_what_is_looked_for_there(
    facts: dict[str, Any], rows: dict[str, str]
) -> None:
    made = build(locations=[{"city": "Erie", "state": "PA"}], **facts)
    glance = made.blocks[0]
    assert isinstance(glance, FactList)
    told = {one.label: one.text.filled(made.read) for one in glance.facts}
    assert {label: told.get(label) for label in rows} == rows


def test_the_day_on_which_the_job_starts_is_no_closing_date() -> None:
    made = build(closing_date="2027-02-26", start_date="around April 5, 2027")
    closes = dict(reading_lines(jd.check(made)))["Closes"]
    assert closes == "February 26, 2027"


def test_openings_are_told_from_two_on() -> None:
    assert "Openings" not in said(build(openings=1))
    assert "Openings: 2" in said(build(openings=2))


@pytest.mark.parametrize(
    ("facts", "on_top"),
    (
        ({"differentials": ["$3 an hour on weekends"]}, "$3 an hour on weekends"),
        ({"differentials": ["$3 on weekends", "$2 at night"]}, "$3 on weekends and $2 at night"),
        (
            {"differentials": [f"${one} an hour on weekends and holidays" for one in range(1, 6)]},
            "",
        ),
        ({"other_compensation": ["a sign-on bonus of $2,000"]}, "A sign-on bonus of $2,000"),
        ({"other_compensation": ["a bonus, " + "half of it later, " * 12]}, ""),
        ({"other_compensation": ["no bonus or other pay"]}, ""),
        (
            {"differentials": ["$3 at night"], "other_compensation": ["a bonus"]},
            "$3 at night; a bonus",
        ),
        (
            {"differentials": ["$3 at night"], "other_compensation": ["a bonus " * 30]},
            "$3 at night",
        ),
        ({"differentials": ["$3 at night"], "other_compensation": ["none"]}, "$3 at night"),
    ),
)
def test_what_comes_on_top_of_the_pay_is_told_once(facts: dict[str, Any], on_top: str) -> None:
    made = build(pay={"rate": 28.5, "per": "hour"}, **facts)
    glance = made.blocks[0]
    assert isinstance(glance, FactList)
    told = {fact.label: fact.text.filled(made.read) for fact in glance.facts}
    assert told["Pay"] == "$28.50 an hour"
    assert told.get("Extra pay", "") == on_top
    for some in (facts.get("differentials", ()), facts.get("other_compensation", ())):
        assert all(said(made).lower().count(one.strip()) == 1 for one in some if one[0] in "$a")


def test_the_law_of_the_state_is_named_where_there_is_one() -> None:
    given: dict[str, Any] = {"organization": "Lakeside", "work_model": "onsite"}
    made = build(locations=[jd.Location("Newark", "NJ")], **given)
    assert (
        "any other status that federal law, the law of New Jersey or local law protects."
        in said(made)
    )
    assert "any other status that law protects." in said(build(**given))


def test_the_classes_that_a_state_protects_are_named_but_on_a_board() -> None:
    given: dict[str, Any] = {
        "organization": "Lakeside",
        "locations": [jd.Location("Rutland", "VT")],
        "work_model": "onsite",
    }
    assert "crime victim status" in said(build(**given))
    assert "crime victim status" not in said(build(edition="board", **given))


@pytest.mark.parametrize(
    ("license", "line"),
    (
        (
            ["LCSW", "LPC", "an in-training license"],
            "An active LCSW, LPC or an in-training license.",
        ),
        (["an in-training license", "LCSW"], "An in-training license or LCSW."),
        (["any clinical license"], "Any clinical license."),
        (["RN license"], "An active RN license, valid in Wisconsin."),
        (["RN license", "LPN"], "An active RN or LPN license, valid in Wisconsin."),
        (["Registered Nurse"], "An active Registered Nurse license, valid in Wisconsin."),
    ),
)
def test_a_license_reads_as_it_is_named(license: list[str], line: str) -> None:
    made = build(license=license, locations=[jd.Location("West Bend", "WI")])
    assert line in said(made)


def test_a_general_scene_is_not_told_of_a_title_that_names_other_work() -> None:
    title = "Case Manager, Sickle Cell Gene Therapy Benefit (RN)"
    scenes = {"managed_care.opening.nurse", "managed_care.hard_part", "managed_care.good_part"}
    named = {*ids(build(setting="managed_care", role="rn", title=title))}
    assert not scenes & named
    assert scenes & {*ids(build(setting="managed_care", role="rn"))}


def test_a_sentence_that_speaks_to_the_reader_is_no_label() -> None:
    steps = ["You meet a panel: the director and a nurse.", "Second talk: an hour with the team."]
    made = jd.render(build(support=steps))
    assert "- You meet a panel: the director" in made
    assert "- **Second talk:** an hour" in made


def test_a_benefit_that_tells_more_has_a_line_to_itself() -> None:
    plan = "a health plan: we pay 85% of single and 75% of family coverage"
    told = said(build(benefits=[plan, "dental", "20 days of vacation", "10 holidays"]))
    assert "A health plan: we pay 85% of single" in told
    assert "Insurance" not in told


TOOLS = {
    "emr": ["Epic"],
    "cm_platform": ["GuidingCare"],
    "payer_portal": ["Availity"],
    "criteria_tool": ["InterQual"],
    "office_tools": ["Microsoft 365"],
}


@pytest.mark.parametrize("edition", ("board", "full"))
def test_a_tool_that_no_duty_names_is_named_all_the_same_and_once(edition: str) -> None:
    told = 0
    for setting, role in product((None, *SETTINGS), ("rn", "bachelors", "legal_case_manager")):
        made = build(setting=setting, role=role, tier="senior", edition=edition, **TOOLS)
        lost = {loss.field for loss in jd.get_renderer("markdown").losses(made)}
        # Who may not review utilization is asked for no tool of it.
        reviews = CATALOG.scope.may(CATALOG.role(role), "utilization_review")
        assert lost & set(TOOLS) <= (set() if reviews else {"criteria_tool"}), (setting, role)
        also = [
            node for node in walk(made.blocks) if getattr(node, "id", "").startswith("tool.also")
        ]
        told += len(also)
        others = {
            slot
            for node in walk(made.blocks)
            if _says(node) and node not in also
            for slot in node.text.slots
        }
        assert not others & {slot for node in also for slot in node.text.slots}  # type: ignore[attr-defined]
    assert told


def test_an_addition_stands_in_the_section_that_it_names() -> None:
    for edition, plan in product(jd.Edition, CATALOG.sections):
        if plan.id == "facts":
            continue
        add = {"section": plan.id, "text": "Parking is free.", "label": "Parking"}
        made = build(setting="hospital", tier="senior", edition=edition, add=[add])
        stood = [node for node in walk(made.blocks) if getattr(node, "id", "") == "own.add.1"]
        assert len(stood) == 1, (edition, plan.id)
        assert "Parking is free." in said(made)
    with pytest.raises(jd.InputError, match=r"add\[0\]\.section.*is no section: 'parking'"):
        build(add=[{"section": "parking", "text": "Parking is free."}])


def test_a_bullet_opens_a_section_of_the_edition_in_its_place() -> None:
    bare = jd.draft().as_role("case_manager").for_setting("social_services")
    assert "required" not in [one.id for one in bare.build().sections]
    made = bare.add_bullet("required", "A steady hand.").build()
    names = [one.id for one in made.sections]
    assert names.index("required") == names.index("suited") - 1
    (required,) = (one for one in made.sections if one.id == "required")
    assert required.title == "What you need"
    assert [str(one.text) for one in required.bullets] == ["A steady hand."]
    with pytest.raises(jd.InputError, match="requird: is not in this posting"):
        bare.add_bullet("requird", "A steady hand.").build()


def test_edits_do_what_they_say() -> None:
    about = jd.Section("about", "About Us", [jd.Paragraph("We care.")])
    made = (
        jd.draft()
        .add_section(about, after="summary")
        .with_edition("full")
        .add_bullet("skills", "Speaks {population}'s languages")
        .add_bullet("summary", "A first bullet")
        .fill(emr=["Epic"], pay=jd.PayRange(72_000, 92_000))
        .replace_bullet("apply.link", "Write to {accommodation_contact}.")
        .without_section("preferred")
        .with_section(jd.Section("tools", "Our Tools", [jd.Paragraph("Epic.")]))
        .reorder("compensation")
        .build()
    )
    order = [section.id for section in made.sections]
    assert order[0] == "compensation"
    assert order.index("about") == order.index("summary") + 1
    assert "preferred" not in order
    sections = {section.id: section for section in made.sections}
    assert str(sections["skills"].bullets[-1].text) == "Speaks {population}'s languages"
    assert sections["summary"].bullets
    assert sections["tools"].title == "Our Tools"
    assert "Write to {accommodation_contact}" in jd.render(
        made, "outline"
    ) or "accommodation_contact=" in jd.render(made, "outline")


@pytest.mark.parametrize(
    "edited",
    (
        jd.draft().without_section("skils"),
        jd.draft().add_bullet("skils", "x"),
        jd.draft().replace_bullet("x.y", "z"),
        jd.draft().reorder("skils"),
        jd.draft().with_section(jd.Section("skils", "x")),
        jd.draft().add_section(jd.Section("a", "b"), after="skils"),
    ),
    ids=range(6),
)
def test_an_edit_that_finds_no_place_is_told(edited: jd.PostingBuilder) -> None:
    with pytest.raises(jd.InputError, match="is not in this posting"):
        edited.build()


def test_house_styles_compose() -> None:
    def benefits(builder: jd.PostingBuilder, *offered: str) -> jd.PostingBuilder:
        return builder.fill(benefits=offered)

    def no_extras(builder: jd.PostingBuilder) -> jd.PostingBuilder:
        return builder.without_section("preferred")

    made = jd.draft().pipe(benefits, "medical", "dental").pipe(no_extras).build()
    assert made.value("benefits") == "medical and dental"
    assert "preferred" not in ids(made)


# --- blanks and tips --------------------------------------------------------------------------------


def test_what_was_not_given_stays_a_visible_blank() -> None:
    made = build(setting="hospital")
    assert set(made.unfilled) == {
        *("organization", "employment_type", "pay_range", "location", "apply_url")
    }
    output = jd.render(made, "text").replace("\n", " ").replace("  ", " ")
    for slot in made.unfilled:
        assert made.slot(slot).blank in output
    # Options are suggestions: none of them is promised.
    assert "tuition support" not in output
    assert jd.build(complete()).unfilled == ()


SIX: dict[str, Any] = {
    "organization": "Lakeside Health",
    "locations": [jd.Location("Columbus", "OH")],
    "work_model": "onsite",
    "employment_type": "full_time",
    "pay": jd.PayRange(72_000, 92_000),
    "apply_url": "https://lakeside.example/jobs/1",
}


def test_six_facts_leave_no_blank_where_law_wants_no_more() -> None:
    for setting in (None, *SETTINGS):
        made = build(setting=setting, **SIX)
        assert made.unfilled == ()
        assert "[" not in said(made)


def test_what_law_at_the_place_wants_is_needed_there() -> None:
    there = build(**SIX | {"locations": [jd.Location("Denver", "CO")]})
    assert set(there.unfilled) == {"benefits", "other_compensation", "closing_date"}
    given = {"benefits": ["medical"], "other_compensation": ["none"], "closing_date": "ongoing"}
    assert build(**SIX | given | {"locations": [jd.Location("Denver", "CO")]}).unfilled == ()


def test_each_optional_fact_is_offered_until_it_is_given() -> None:
    sparse = build(setting="hospital", role="rn", **SIX)
    offered = {name for option in sparse.open_options for name in option.fields}
    assert {"benefits", "on_call", "about", "duties", "caseload", "emr"} <= offered
    assert not offered & set(SIX)
    caseload = next(one for one in sparse.open_options if "caseload" in one.fields)
    assert caseload.adopt
    benefits = next(one for one in sparse.open_options if one.fields == ("benefits",))
    assert benefits.options == CATALOG.field("benefits").options
    assert benefits.tip
    for option in sparse.open_options:
        if option.id:
            assert option.id not in ids(sparse)
    whole = jd.build(complete())
    assert not {name for option in whole.open_options for name in option.fields}


@pytest.mark.parametrize("format", ("markdown", "text", "html"))
def test_tips_show_in_the_writers_view_only(format: str) -> None:
    made = build(setting="hospital", tier="lead")
    tips = [section.tip for section in made.sections if section.tip]
    assert len(tips) >= 5
    candidate = jd.render(made, format)
    writer = jd.render(made, format, jd.RenderContext(audience="writer"))
    assert "Tip:" not in candidate
    assert writer.count("Tip:") == len(tips)


def test_the_line_before_the_measures_never_stands_without_them() -> None:
    seen = 0
    settings = ("hospital", "managed_care", "social_services", "home_health.hospice")
    # Sentences of the employer's leave the shortest edition little room for measures.
    own = {"duties": ["We count on you for much that no list can name. " * 9] * 3}
    given: tuple[dict[str, Any], ...] = (
        {"performance_line": True},
        {"measures": "guide"},
        {"measures": "guide", "performance_line": True, **own},
        {"measures": "guide", "omit": ["measures"]},
    )
    for setting, edition in product(settings, jd.Edition):
        for facts in given:
            made = ids(build(setting=setting, tier="lead", edition=edition, **facts))
            seen += "measures.intro" in made
            tracked = {kpi.id for _, _, kpis in CATALOG.kpi_sets for kpi in kpis}
            # A heading of its own says as much in the other editions.
            assert ("measures.intro" in made) is (edition == "full" and bool(tracked & made))
    assert seen


def test_a_duty_of_ours_gives_way_to_the_employers_own_by_whole_words_only() -> None:
    ours = ids(build(setting="hospital", role="rn"))
    told = ids(build(setting="hospital", role="rn", duties=["Join rounds at 9:30 each day."]))
    assert "hospital.day.rounds" in ours - told
    kept = ids(build(setting="social_services", role="bachelors", duties=["Provide coffee."]))
    assert {one for one in kept if one.startswith("social_services.day.")}
    whole = ids(build(setting="social_services", role="bachelors"))
    benefits = {one for one in whole if one.startswith("social_services.day.benefits")}
    assert benefits
    assert benefits <= kept


def test_a_notice_for_those_who_apply_stands_where_one_applies() -> None:
    asked = {"attachments": ["a resume"], "setting": "social_services", "role": "bachelors"}
    for state, notice in (("CO", "statement.co_age"), ("MA", "statement.ma_lie_detector")):
        made = build(locations=[jd.Location("Springfield", state)], **asked)
        nodes = {
            one.id: {getattr(it, "id", "") for it in walk(one.blocks)} for one in made.sections
        }
        assert [section for section, names in nodes.items() if notice in names] == ["apply"]


def test_a_section_stands_behind_or_in_front_of_another() -> None:
    own = jd.Section("union", "Your union", [jd.Paragraph("We bargain each spring.")])
    order = [one.id for one in jd.draft().build().sections]
    behind = jd.draft().add_section(own, after="apply").build()
    in_front = jd.draft().add_section(own, before="apply").build()
    at = order.index("apply")
    assert [one.id for one in behind.sections] == [*order[: at + 1], "union", *order[at + 1 :]]
    assert [one.id for one in in_front.sections] == [*order[:at], "union", *order[at:]]
    with pytest.raises(jd.InputError, match="name one of them"):
        jd.draft().add_section(own, after="apply", before="eeo")
    with pytest.raises(jd.CaseMgrError, match=r"aply.*apply"):
        jd.draft().add_section(own, before="aply").build()


def test_a_schedule_that_ends_in_an_abbreviation_has_one_period() -> None:
    long = (
        "Three days a week, Tuesday to Thursday, and one evening a month, for the group of families "
        "that meets in the library, from 8:00 a.m. to 4:30 p.m."
    )
    assert f"Schedule: {long}" in said(build(schedule=long))
    assert "p.m.." not in said(build(schedule=long))


def test_a_way_in_that_carries_no_license_takes_the_license_of_the_role_away() -> None:
    ways = [
        "One of these:",
        "An MSW; you have a year to get the certificate.",
        "A BSW, with it in hand.",
    ]
    made = build(role="social_worker", setting="specialty.schools", qualifications=ways)
    assert "An active" not in said(made)


def test_an_item_is_left_out_by_the_name_that_its_wordings_share() -> None:
    here = {"role": "rn", "locations": [{"city": "Salem", "state": "OR"}]}
    assert "An active" in said(build(**here))
    assert "An active" not in said(build(**here, omit=["need.license"]))


def test_a_degree_opens_its_line_with_a_capital() -> None:
    assert "- Bachelor's degree" in said(build(education=["bachelor's degree in social work"]))


@pytest.mark.parametrize("edition", ("posting", "board", "full"))
def test_that_there_is_no_extra_pay_is_no_extra_pay(edition: str) -> None:
    told = said(build(differentials=["none"], edition=edition))
    assert "Extra pay" not in told
    assert "Extra pay: $3 at night" in said(build(differentials=["$3 at night"], edition=edition))


def test_a_tool_that_is_record_system_and_platform_is_named_once() -> None:
    made = said(build(emr=["Credible", "Epic"], cm_platform=["Epic", "CareManager"]))
    assert "Epic and Epic" not in made
    assert "Credible and Epic" in made
    assert "CareManager" in made
