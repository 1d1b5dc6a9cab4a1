"""How a posting is made: precedence, titles, settings, editions, required statements, omissions, edits."""

import re
from itertools import product
from typing import Any, TypeGuard

import pytest
from attrs import evolve
from samples import complete, ids

import casemgr_jd as jd
from casemgr_jd.model.document import FactList, Paragraph, walk
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
    assert own.value("experience_years") == "7+ years"


def test_the_role_stands_above_the_setting_and_the_setting_above_a_blank() -> None:
    both = [
        (role, module, name)
        for role, module in product(CATALOG.roles, CATALOG.settings)
        for name in role.defaults
        if name in module.defaults
    ]
    for role, module, name in both:
        assert (
            getattr(build(role=role.id, setting=module.id).requisition, name) == role.defaults[name]
        )
    given = [(module, name) for module in CATALOG.settings for name in module.defaults]
    given += [(module, "population") for module in CATALOG.settings]
    assert given
    for module, name in given:
        assert getattr(build(setting=module.id).requisition, name)


def test_experience_comes_from_the_tier_unless_given() -> None:
    told = 0
    for tier in CATALOG.tiers:
        if tier.experience:
            told += 1
            assert build(tier=tier.id).requisition.experience_years == tier.experience
        assert build(tier=tier.id, experience_years=9).value("experience_years") == "9+ years"
    assert told
    assert build().value("experience_years") is None


# --- title ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("tier", (None, *TIERS))
def test_the_title_is_prefix_and_role(tier: str | None, role: str) -> None:
    prefix = {"senior": "Senior ", "lead": "Lead "}.get(tier or "", "")
    for setting in ((), "hospital", "specialty.legal"):
        made = build(tier=tier, role=role, setting=setting, locations=[jd.Location("Denver", "CO")])
        assert made.heading == f"{prefix}{CATALOG.role(role).title}"


def test_an_explicit_title_stays() -> None:
    assert build(tier="lead", role="rn", title="Transitions Nurse").heading == "Transitions Nurse"


# --- settings ---------------------------------------------------------------------------------------


def test_no_setting_and_no_role_give_a_general_posting() -> None:
    made = build()
    assert made.heading == "Case Manager"
    assert made.settings == ()
    assert made.role == "case_manager"
    assert {"summary", "responsibilities", "required", "eeo", "apply"} <= ids(made)
    assert not {"setting", "level", "measures"} & ids(made)
    assert "[Organization]" in jd.render(made, "text")


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_setting_is_usable_alone(setting: str) -> None:
    made = build(setting=setting)
    own = {item.id for item in CATALOG.setting(setting).items}
    assert own
    assert own & ids(made)
    module = CATALOG.setting(setting)
    assert ("measures" in ids(made)) == bool(
        module.caseload or module.kpis or _inherits_measures(setting)
    )


def _inherits_measures(setting: str) -> bool:
    module = CATALOG.setting(setting)
    family = [CATALOG.setting(module.parent)] if module.parent else list(CATALOG.niches(module))
    return any(one.caseload or one.kpis for one in family)


def test_a_niche_brings_no_other_niche() -> None:
    niches = CATALOG.niches(CATALOG.setting("specialty"))
    assert len(niches) == 4
    for niche in niches:
        others = {one.id for one in niches} - {niche.id}
        assert not others & ids(build(setting=niche.id))
        assert niche.id in ids(build(setting=niche.id))
    assert {one.id for one in niches} <= ids(build(setting="specialty"))


def test_several_settings_join_populations_and_label_caseloads() -> None:
    made = build(setting=["hospital", "managed_care"])
    assert made.value("population") == "patients and members"
    bullets = [
        one
        for one in walk(made.blocks)
        if isinstance(one, jd.Bullet) and one.id.startswith("caseload.")
    ]
    assert [one.label for one in bullets] == [CATALOG.setting(name).name for name in made.settings]


def test_items_declared_the_same_appear_once() -> None:
    same = [item.same for module in CATALOG.settings for item in module.items if item.same]
    made = build(setting=[one for one in SETTINGS if "." not in one])
    texts = [node.text for node in walk(made.blocks) if isinstance(node, jd.Bullet)]
    assert len(texts) > 40
    assert len(set(texts)) == len(texts)
    for name in same:
        assert (
            sum(
                item.same == name and item.id in ids(made)
                for module in CATALOG.settings
                for item in module.items
            )
            <= 1
        )


def test_an_own_caseload_replaces_the_guides_with_its_qualifier() -> None:
    made = build(setting="hospital", caseload=[10, 14])
    assert "Typical caseload: 10–14 patients per day, adjusted for" in jd.render(
        made, "text"
    ).replace("\n", " ")


def test_the_lines_that_are_switched_on() -> None:
    assert "NCQA" in jd.render(build(accreditor=["NCQA"]), "text")
    on, off = build(performance_line=True), build()
    assert ids(on) - ids(off)


# --- conditions -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "stands"),
    (
        ({"fieldwork": True}, True),
        ({"fieldwork": False}, False),
        ({}, False),
        ({"work_model": "field"}, True),
        ({"setting": "home_health"}, True),
        ({"setting": "home_health", "work_model": "remote"}, False),
        ({"setting": "home_health", "fieldwork": False}, False),
        ({"setting": "hospital"}, False),
        ({"work_model": "remote", "fieldwork": True}, True),
    ),
    ids=str,
)
def test_driving_is_asked_of_fieldwork_only(facts: dict[str, Any], stands: bool) -> None:
    assert ("required.driving" in ids(build(**facts))) is stands


@pytest.mark.parametrize(
    ("years", "stands"), ((None, True), (0, True), (2, True), (3, False), (5, False))
)
def test_preferred_experience_yields_when_the_minimum_reaches_it(
    years: int | None, stands: bool
) -> None:
    assert ("preferred.experience" in ids(build(experience_years=years))) is stands


def test_every_bullet_can_be_traced_to_the_guide() -> None:
    known = {item.id for item in CATALOG.items()} | {
        kpi.id for _, _, kpis in CATALOG.kpi_sets for kpi in kpis
    }
    known |= {item.id for tier in CATALOG.tiers for item in tier.scope}
    known |= {statement.id for statement in CATALOG.statements}
    made = jd.build(complete(setting=SETTINGS, omit=()))
    nodes = [node for node in walk(made.blocks) if _says(node)]
    assert len(nodes) > 80
    assert [node for node in nodes if node.id not in known] == []


def test_a_role_is_not_asked_what_it_may_not_do() -> None:
    needing = [item for plan in CATALOG.sections for item in plan.items if item.needs]
    worded = 0
    for role, item in product(CATALOG.roles, needing):
        made = build(role=role.id)
        texts = {node.text for node in walk(made.blocks) if _says(node) and node.id == item.id}
        if texts and not CATALOG.scope.may(role, item.needs):
            worded += 1
            assert item.otherwise is not None
            assert item.text not in texts
    assert worded


# --- at a glance ------------------------------------------------------------------------------------


def test_typed_facts_stand_at_the_top() -> None:
    made = jd.build(complete())
    glance = made.blocks[0]
    assert isinstance(glance, FactList)
    wanted = [
        "location",
        "work_model",
        "employment_type",
        "pay_range",
        "shift",
        "requisition_id",
        "closing_date",
    ]
    assert [fact.id for fact in glance.facts if fact.id != "posted_on"] == wanted
    assert not {"requisition_id", "posted_on"} & {fact.id for fact in build().blocks[0].facts}  # type: ignore[union-attr]


# --- board edition ----------------------------------------------------------------------------------


def _words(posting: jd.Posting) -> int:
    return len(re.findall(r"[^\s#*-]\S*", MarkdownRenderer().render(posting)))


def test_the_board_edition_has_400_to_700_words_everywhere() -> None:
    counts = {
        (setting, tier, role): _words(build(setting=setting, tier=tier, role=role, edition="board"))
        for setting, tier, role in product((None, *SETTINGS), (None, *TIERS), ROLES)
    }
    assert len(counts) == (len(SETTINGS) + 1) * (len(TIERS) + 1) * len(ROLES)
    assert {key: count for key, count in counts.items() if not 400 <= count <= 700} == {}


def test_no_value_changes_what_the_board_edition_selects() -> None:
    blank = build(setting="hospital", tier="senior", edition="board")
    long = build(
        setting="hospital", tier="senior", edition="board", organization="Very Long Name " * 40
    )
    assert ids(long) == ids(blank)


def test_the_board_edition_keeps_the_essential_and_law() -> None:
    there = [jd.Location("San Francisco", "CA")]
    made = build(setting=SETTINGS, tier="lead", edition="board", locations=there)
    assert "statement.ca_san_francisco" in ids(made)
    assert {"compensation", "eeo", "apply"} <= ids(made)


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
    made = build(omit=["skills.data", "preferred"])
    assert not {"skills.data", "preferred", "preferred.language"} & ids(made)
    assert "skills.culture" in ids(made)


def test_omitting_nothing_known_is_told_with_the_name() -> None:
    with pytest.raises(jd.InputError, match=r"skills\.dta"):
        build(omit=["skills.dta"])


def test_omissions_of_requisition_and_builder_add_up() -> None:
    made = (
        jd.draft()
        .with_requisition(jd.Requisition(omit=["skills.data"]))
        .without_bullet("skills.culture")
        .build()
    )
    assert not {"skills.data", "skills.culture"} & ids(made)


def test_edits_do_what_they_say() -> None:
    about = jd.Section("about", "About Us", [jd.Paragraph("We care.")])
    made = (
        jd.draft()
        .add_section(about, after="summary")
        .add_bullet("skills", "Speaks {population}'s languages")
        .add_bullet("summary", "A first bullet")
        .replace_bullet("apply.where", "Write to {accommodation_contact}.")
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
    assert "organization" in made.unfilled
    output = jd.render(made, "text").replace("\n", " ").replace("  ", " ")
    for slot in made.unfilled:
        assert made.slot(slot).blank in output
    # Options are suggestions: none of them is promised.
    assert "tuition support" not in output
    assert jd.build(complete()).unfilled == ()


@pytest.mark.parametrize("format", ("markdown", "text", "html"))
def test_tips_show_in_the_writers_view_only(format: str) -> None:
    made = build(setting="hospital", tier="lead")
    tips = [section.tip for section in made.sections if section.tip]
    assert len(tips) > 5
    candidate = jd.render(made, format)
    writer = jd.render(made, format, jd.RenderContext(audience="writer"))
    assert "Tip:" not in candidate
    assert writer.count("Tip:") == len(tips)


def test_the_line_before_the_measures_never_stands_without_them() -> None:
    seen = 0
    for setting, tier, edition in product(SETTINGS, ("entry", "lead"), ("full", "board")):
        posting = jd.build(jd.Requisition(setting=[setting], tier=tier, edition=edition))
        names = {bullet.id for section in posting.sections for bullet in section.bullets}
        if "You help track these measures:" in jd.render(posting, "text"):
            seen += 1
            assert any(name.startswith("kpi.") for name in names), posting
    assert seen
