"""An employer's own content over the guide's: replace, add, remove, own slots, and clear refusals."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from samples import complete, ids

import casemgr_jd as jd
from casemgr_jd._restoring import fields_of
from casemgr_jd.content import read
from casemgr_jd.content.assembling import assembled
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.digest import digest
from casemgr_jd.content.overlays import with_overlays
from casemgr_jd.content.read import read_item
from casemgr_jd.errors import ContentError
from casemgr_jd.model.document import walk
from casemgr_jd.model.item import Item

GUIDE = jd.load_catalog()

HOUSE = """
[[items]]
id = "skills.data"
text = "Read a dashboard and say what it means for {population}."

[[items]]
id = "house.mission"
section = "summary"
text = "We belong to {union}, and we listen."
priority = 1

[[slots]]
id = "union"
label = "Union local"
field = "extra"

[[sections]]
id = "tools"
title = "What You Will Use"

[[settings]]
id = "hospital"
noun = "acute care"
"""
SETTINGS = tuple(one.id for one in GUIDE.settings)


def _folder(tmp_path: Path, text: str) -> str:
    (tmp_path / "house.toml").write_text(text, encoding="utf-8")
    return str(tmp_path)


def _overlaid(text: str, tmp_path: Path) -> Any:
    return GUIDE.overlay(_folder(tmp_path, text))


def test_same_id_replaces_and_new_id_adds(tmp_path: Path) -> None:
    catalog = _overlaid(HOUSE, tmp_path)
    requisition = jd.Requisition(
        setting="hospital", edition="full", emr=["Epic"], extra={"union": "Local 12"}
    )
    made = jd.build(requisition, catalog=catalog)
    output = jd.render(made, "text")
    assert "Read a dashboard and say what it means for patients." in output
    assert "We belong to Local 12, and we listen." in output
    assert "What You Will Use" in output
    assert made.value("setting") == "acute care"
    assert "house.mission" in ids(made)
    before = {item.id: item for item in GUIDE.posting_items()}["skill.data"]
    after = {item.id: item for item in catalog.posting_items()}["skill.data"]
    assert before.states == ("skills.data",)
    assert after == evolve(before, text=jd.Text.parse(SKILL))
    assert dict(_texts(catalog))["skills.data"].endswith(SKILL)


SKILL = "Read a dashboard and say what it means for {population}."


def _texts(catalog: Catalog) -> list[tuple[str, str]]:
    return [(item.id, item.text) for item in catalog.items()]


@pytest.mark.parametrize("edition", tuple(jd.Edition))
def test_words_for_a_guide_item_reach_every_sentence_that_states_it(
    edition: jd.Edition, tmp_path: Path
) -> None:
    stated = 0
    name, words = "responsibilities.planning", "Write it down before you go home."
    catalog = _overlaid(f'[[items]]\nid = "{name}"\ntext = "{words}"', tmp_path)
    for setting, role in product((*SETTINGS, None), ("rn", "lcsw", "bachelors")):
        requisition = jd.Requisition(setting=setting, role=role, edition=edition)
        before = jd.build(requisition)
        after = jd.build(requisition, catalog=catalog)
        stated += name in _stated(before)
        assert _words(after, name) == [words] * (name in _stated(before)), (setting, role)
    assert stated > 10


def _sentences(made: jd.Posting) -> list[jd.Bullet | jd.Paragraph]:
    return [node for node in walk(made.blocks) if isinstance(node, jd.Bullet | jd.Paragraph)]


def _stated(made: jd.Posting) -> set[str]:
    return {name for node in _sentences(made) for name in node.states}


def _words(made: jd.Posting, name: str) -> list[str]:
    return [str(node.text) for node in _sentences(made) if name in node.states]


def test_a_sentence_that_states_two_reworded_items_becomes_two(tmp_path: Path) -> None:
    requisition = jd.Requisition(setting="hospital", role="rn", emr=["Epic"])
    two = ("responsibilities.documentation", "responsibilities.safety")
    assert any(set(two) <= set(one.states) for one in _sentences(jd.build(requisition)))
    text = "".join(f'[[items]]\nid = "{name}"\ntext = "Own {name}."\n' for name in two)
    made = jd.build(requisition, catalog=_overlaid(text, tmp_path))
    for name in two:
        assert _words(made, name) == [f"Own {name}."]
    assert len({one.id for one in _sentences(made)}) == len(_sentences(made))


def test_own_words_ask_nobody_for_what_the_role_may_not_do(tmp_path: Path) -> None:
    name, words = "responsibilities.assessment", "Complete a clinical assessment in two days."
    catalog = _overlaid(f'[[items]]\nid = "{name}"\ntext = "{words}"', tmp_path)
    spoken, kept = 0, 0
    for setting, role in product((*SETTINGS, None), GUIDE.roles):
        requisition = jd.Requisition(setting=setting, role=role.id)
        may = catalog.scope.may(role, "clinical_assessment")
        before, after = jd.build(requisition), jd.build(requisition, catalog=catalog)
        spoken += words in _words(after, name)
        kept += not may and name in _stated(after)
        if not may:
            assert _words(after, name) == _words(before, name)
    assert spoken
    assert kept


def test_a_level_can_be_worded_as_a_whole(tmp_path: Path) -> None:
    catalog = _overlaid('[[items]]\nid = "tier.lead"\ntext = "You run the desk."', tmp_path)
    for setting in (*SETTINGS, None):
        made = jd.build(jd.Requisition(setting=setting, tier="lead"), catalog=catalog)
        assert _words(made, "tier.lead") == ["You run the desk."]


def test_an_own_slot_is_open_until_it_is_filled(tmp_path: Path) -> None:
    catalog = _overlaid(HOUSE, tmp_path)
    made = jd.build(jd.Requisition(), catalog=catalog)
    assert "house.mission" not in ids(made)
    assert "union" not in made.unfilled
    waiting = [one for one in made.open_options if one.fields == ("union",)]
    assert [one.id for one in waiting] == ["house.mission"]
    assert "{union}" in str(waiting[0].text)
    with pytest.raises(jd.InputError, match="'union'"):
        jd.build(jd.Requisition(extra={"unoin": "x"}), catalog=catalog)


def test_the_guide_itself_does_not_change(tmp_path: Path) -> None:
    plain = jd.dumps(jd.build(jd.Requisition(setting="hospital")))
    catalog = _overlaid(HOUSE, tmp_path)
    assert catalog.hash != GUIDE.hash
    assert jd.dumps(jd.build(jd.Requisition(setting="hospital"))) == plain
    assert jd.build(jd.Requisition(), catalog=catalog).catalog_hash == catalog.hash


def test_the_same_overlay_gives_the_same_hash(tmp_path: Path) -> None:
    text = HOUSE
    assert _overlaid(text, tmp_path).hash == _overlaid(text, tmp_path).hash


def test_remove_removes(tmp_path: Path) -> None:
    catalog = _overlaid('remove = ["skills.data", "preferred", "skill.culture"]', tmp_path)
    before = jd.build(jd.Requisition(edition="full"))
    made = jd.build(jd.Requisition(edition="full"), catalog=catalog)
    assert {"skills.data", "preferred.language", "skills.culture"} <= _stated(before)
    assert not {"preferred", "skill.data", "skill.culture"} & ids(made)
    assert not {"skills.data", "preferred.language", "skills.culture"} & _stated(made)
    assert "skill.thinking" in ids(made)


@pytest.mark.parametrize("section", ("facts", "responsibilities", "licensure", "measures", "eeo"))
def test_a_section_can_be_removed(section: str, tmp_path: Path) -> None:
    catalog = _overlaid(f'remove = ["{section}"]', tmp_path)
    for edition, setting in product(jd.Edition, ("hospital", None)):
        made = jd.build(
            complete(omit=[], add=[], edition=edition, setting=setting), catalog=catalog
        )
        assert section not in ids(made)
        assert section not in {plan.id for plan in catalog.sections}
        assert section not in {item.section for item in catalog.posting_items()}


@pytest.mark.parametrize("section", ("facts", "compensation", "required", "apply"))
def test_nothing_is_left_without_a_heading_where_a_section_is_removed(
    section: str, tmp_path: Path
) -> None:
    catalog = _overlaid(f'remove = ["{section}"]', tmp_path)
    for edition in jd.Edition:
        made = jd.build(complete(edition=edition, omit=[], add=[]), catalog=catalog)
        stand = [name for one in made.blocks if (name := getattr(one, "id", "facts")) != "more"]
        planned = [one.id for one in GUIDE.edition(edition.value).sections if one.id != section]
        assert stand == [one for one in planned if one in stand]


def test_an_item_stands_in_the_section_in_which_an_overlay_words_it(tmp_path: Path) -> None:
    words = (
        '[[sections]]\nid = "compensation"\n'
        '[[sections.items]]\nid = "pay.benefits"\ntext = "We give {benefits}."\n'
    )
    catalog = _overlaid(words, tmp_path)
    made = jd.build(jd.Requisition(benefits=["dental"]), catalog=catalog)
    pay = next(one for one in made.sections if one.id == "compensation")
    told = [one.text.filled(made.read) for one in pay.bullets if one.id == "pay.benefits"]
    assert told == ["We give dental."]


def test_removing_a_guide_item_removes_what_states_it(tmp_path: Path) -> None:
    name = "responsibilities.documentation"
    catalog = _overlaid(f'remove = ["{name}"]', tmp_path)
    stated = 0
    for setting in (*SETTINGS, None):
        stated += name in _stated(jd.build(jd.Requisition(setting=setting)))
        assert name not in _stated(jd.build(jd.Requisition(setting=setting), catalog=catalog))
    assert stated > 5
    assert name not in dict(_texts(catalog))


def test_an_own_section_and_own_headings_stand_in_every_edition(tmp_path: Path) -> None:
    text = (
        '[[sections]]\nid = "responsibilities"\ntitle = "Your Days"\ntip = "Be short."\n'
        '[[sections]]\nid = "house"\ntitle = "Our House"\n'
        '[[sections.items]]\nid = "house.rule"\ntext = "We knock."\n'
    )
    catalog = _overlaid(text, tmp_path)
    for edition in jd.Edition:
        made = jd.build(jd.Requisition(setting="hospital", edition=edition), catalog=catalog)
        sections = {section.id: section for section in made.sections}
        assert sections["responsibilities"].title == "Your Days"
        assert sections["responsibilities"].tip == "Be short."
        assert sections["house"].title == "Our House"
        assert [bullet.id for bullet in sections["house"].bullets] == ["house.rule"]


def test_an_own_setting_tells_its_own_day(tmp_path: Path) -> None:
    text = (
        '[[settings]]\nid = "clinic"\nname = "Clinics"\nnoun = "clinic"\npopulation = "guests"\n'
        'in_title = "Clinics"\n'
        '[[settings.items]]\nid = "clinic.desk"\ntext = "Greet {population} at the desk."\n'
        'states = ["responsibilities.coordination"]\n'
        '[[settings.items]]\nid = "clinic.need"\nsection = "required"\ntext = "A steady hand."\n'
        '[[settings.items]]\nid = "clinic.lead"\nsection = "level"\ntext = "You open the house."\n'
        'when = { tier = ["lead"] }\n'
    )
    catalog = _overlaid(text, tmp_path)
    made = jd.build(jd.Requisition(setting="clinic", tier="lead", role="rn"), catalog=catalog)
    sections = {section.id: section for section in made.sections}
    assert made.heading == "Lead RN Case Manager, Clinics"
    assert made.value("population") == "guests"
    assert [one.id for one in sections["responsibilities"].bullets] == ["clinic.desk"]
    assert "clinic.need" in [one.id for one in sections["required"].bullets]
    assert "clinic.lead" in [one.id for one in sections["level"].bullets]
    assert "responsibilities.coordination" in _stated(made)


def test_what_an_employer_adds_does_not_give_way(tmp_path: Path) -> None:
    text = "".join(
        f'[[items]]\nid = "house.{number}"\nsection = "{section}"\ntext = "Own {number}."\n'
        for number, section in enumerate(("responsibilities", "preferred", "environment"))
    )
    catalog = _overlaid(text, tmp_path)
    for edition, setting in product(jd.Edition, SETTINGS):
        requisition = jd.Requisition(setting=setting, tier="senior", edition=edition)
        assert {"house.0", "house.1", "house.2"} <= ids(jd.build(requisition, catalog=catalog))


def test_what_law_wants_is_removed_for_a_reason_only(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"law wants 'statement\.ca_san_francisco'"):
        _overlaid('remove = ["statement.ca_san_francisco"]', tmp_path)
    catalog = _overlaid(
        'remove = [{ id = "statement.ca_san_francisco", reason = "No job there" }]', tmp_path
    )
    made = jd.build(jd.Requisition(locations=[jd.Location("San Francisco", "CA")]), catalog=catalog)
    assert "statement.ca_san_francisco" not in ids(made)


@pytest.mark.parametrize(
    ("text", "words"),
    (
        ('remove = ["skills.dta"]', "'skills.data'"),
        ('[[items]]\nid = "x.y"\ntext = "z"', "section"),
        ('[[items]]\nid = "skills.data"\ntxt = "z"', "'text'"),
        ('[[items]]\nid = "skills.data"\ntext = 3', "text"),
        ('[[slots]]\nid = "union"\nkind = "money!"', "kind"),
        ('[[itemz]]\nid = "x"', "'items'"),
        ('[[sections]]\nid = "tools"\nitems = 3', "items"),
        ('[[items]]\nid = "x.y"\nsection = "skills"', "text"),
        ("[[items", "not valid TOML"),
    ),
    ids=range(9),
)
def test_a_mistake_in_an_overlay_is_told(text: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=words) as caught:
        _overlaid(text, tmp_path)
    assert str(tmp_path) in str(caught.value)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = 'remove = ["no.such", "nor.this"]\n[[items]]\nid = "x.y"\ntext = "z"\n'
    with pytest.raises(ContentError) as caught:
        _overlaid(text, tmp_path)
    assert len(caught.value.problems) == 3


LAID: dict[str, dict[str, dict[str, object]]] = {
    "a word": {"a": {"items": [{"id": "responsibilities.documentation", "text": "Write notes."}]}},
    "an item": {"a": {"items": [{"id": "own.team", "section": "summary", "text": "A team."}]}},
    "a removal": {"a": {"remove": ["responsibilities.improvement"]}},
    "a section less": {"a": {"remove": ["measures"]}},
    "a section": {
        "a": {"sections": [{"id": "own", "title": "Own", "items": [{"id": "own.a", "text": "A"}]}]}
    },
    "a setting": {"a": {"settings": [{"id": "hospital", "noun": "infirmary"}]}},
    "a role": {
        "a": {"roles": [{"id": "social_worker", "items": [{"id": "own.day", "text": "A day."}]}]}
    },
    "a source": {"settings.toml": {"source": {"title": "Own"}}},
}


@pytest.mark.parametrize("how", LAID)
def test_what_stays_is_not_read_again_and_reads_the_same(
    how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = jd.load_catalog()
    before = digest(base._tables)
    count = 0

    def counted(*given: Any) -> Item:
        nonlocal count
        count += 1
        return read_item(*given)

    monkeypatch.setattr(read, "read_item", counted)
    laid = base.overlay_tables(LAID[how])
    again = laid.overlay_tables(
        {"b": {"items": [{"id": "own.b", "section": "summary", "text": "B"}]}}
    )
    # A guide item may be stated in a sentence of each role and setting; there are thousands of others.
    assert count < 300 < len([*base.posting_items()]) / 10
    monkeypatch.undo()
    fresh = assembled(again._tables, again.version)
    for name in fields_of(Catalog):
        assert getattr(again, name) == getattr(fresh, name), name
    assert digest(base._tables) == before == base.hash


def test_over_values_of_a_program_all_is_read_anew() -> None:
    """They stand in the place of what was read of the tables."""
    own = jd.SettingModule("hospital", "Hospital", "hospital", "patients")
    laid = jd.load_catalog().with_own(own).overlay_tables(LAID["a word"])
    assert laid.setting("hospital").items == ()
    assert laid.sections == jd.load_catalog().overlay_tables(LAID["a word"]).sections


def test_later_overlays_stand_above_earlier_ones(tmp_path: Path) -> None:
    folders = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        folders.append(_folder(tmp_path / name, f'[[sections]]\nid = "tools"\ntitle = "{name}"'))
    assert GUIDE.overlay(*folders).section("tools").title == "two"
    assert GUIDE.overlay(*reversed(folders)).section("tools").title == "one"


def test_a_name_finds_a_folder_or_is_refused(tmp_path: Path) -> None:
    folder = _folder(tmp_path, '[[sections]]\nid = "tools"\ntitle = "Ours"')
    assert with_overlays(GUIDE, (folder,)).section("tools").title == "Ours"
    assert with_overlays(GUIDE, ()) is GUIDE
    with pytest.raises(ContentError, match="neither a folder nor an installed overlay"):
        with_overlays(GUIDE, ("no-such-overlay",))
    (tmp_path / "empty").mkdir()
    with pytest.raises(ContentError, match=r"holds no \.toml file"):
        with_overlays(GUIDE, (str(tmp_path / "empty"),))


def test_a_condition_of_an_overlay_is_structural(tmp_path: Path) -> None:
    text = (
        '[[items]]\nid = "house.manager"\nsection = "reporting"\ntext = "You report to one person."\n'
        'when = { filled = ["manager"] }\n'
    )
    made = jd.build(jd.Requisition(manager="Director"), catalog=_overlaid(text, tmp_path))
    assert "house.manager" in ids(made)
    assert "manager" in made.structure.filled
    plan = jd.get_renderer("markdown").plan(made, ["manager"])
    assert "Boss" in plan.fill(manager="Boss")
    with pytest.raises(jd.CaseMgrError, match="manager"):
        plan.fill(manager=None)


@pytest.mark.parametrize(
    ("text", "where"),
    (
        ('\n[[items]]\nid = "skills.data"\ntxt = "z"', "house.toml:4: "),
        ('[[items]]\nid = "skills.data"\n\ntext = 3', "house.toml:4: "),
        ('# first\n[[itemz]]\nid = "x"', "house.toml:2: itemz"),
        ('\nremove = [\n"no.such",\n]', "house.toml:2: remove"),
        ('[[sections]]\nid = "tools"\nitems = [\n{ id = "a" },\n]', "house.toml:3: "),
        ('[[slots]]\nid = "union"\nkind = "money!"', "house.toml:3: slots[union].kind"),
        ('[[slots]]\nid = "a"\n[[slots]]\nid = "b"\nlabel = 3', "house.toml:5: slots[b].label"),
        ('[[items]]\nid = "a.b"\nsection = "tools"\ntext = "{nope}"', "house.toml:4: a.b.text"),
        (
            '[[items]]\nid = "a.b"\nsection = "tools"\ntext = """\n[[x]]\n"""\n[items.when]\ntierr = 1',
            "house.toml:8: ",
        ),
        ('[[tiers]]\nid = "mid_level"', "house.toml:1: tiers[mid_level].name"),
        ('[[items]]\nid = "x.y"\ntext = "z"', "house.toml:1: items[x.y].section"),
        (
            '[[sections]]\nid = "a"\ntitle = "A"\nbefore = "aply"',
            "house.toml:1: sections[a].before",
        ),
        ('[[settings]]\nid = "hospital"\nnoun = 3', "house.toml:3: settings[hospital].noun"),
    ),
    ids=range(13),
)
def test_a_mistake_is_told_at_its_own_file_and_line(text: str, where: str, tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        _overlaid(text, tmp_path)
    (told, *_) = [one.path for one in caught.value.problems]
    assert told.startswith(where), told


def test_a_table_inside_a_list_inside_a_list_knows_its_line() -> None:
    import tomllib

    from casemgr_jd._located import located

    text = "[[a]]\n[[a.b]]\nx = 1\n[[a.b]]\nx = 2\n[[a]]\n[[a.b]]\nx = 3\n[c]\nd.e = 1\n'f g' = { h = 1 }\n"
    found = located(tomllib.loads(text), text, "t.toml")
    assert [[two.place("x") for two in one["b"]] for one in found["a"]] == [
        ["t.toml:3", "t.toml:5"],
        ["t.toml:8"],
    ]
    assert found["c"].place("d") == "t.toml:10"
    assert found["c"]["f g"].place() == "t.toml:11"


def test_own_tables_stand_where_they_are_put(tmp_path: Path) -> None:
    text = (
        '[[settings]]\nid = "clinic"\nname = "Clinic"\nnoun = "clinic"\n'
        'population = "guests"\nafter = "hospital"\n'
        '[[tiers]]\nid = "charge"\nname = "Charge"\ntitle_prefix = "Charge"\nbefore = "lead"\n'
        '[[sections]]\nid = "house"\ntitle = "House"\nafter = "minimums"\n'
        '[[items]]\nid = "house.one"\nsection = "house"\ntext = "One."\n'
        '[[items]]\nid = "house.zero"\nsection = "house"\ntext = "Zero."\nbefore = "house.one"\n'
    )
    catalog = _overlaid(text, tmp_path)
    assert [one.id for one in catalog.settings][:2] == ["hospital", "clinic"]
    assert [one.id for one in catalog.tiers] == ["entry", "senior", "charge", "lead"]
    for edition in jd.Edition:
        made = jd.build(complete(edition=edition, tier="charge"), catalog=catalog)
        names = [one.id for one in made.sections]
        assert names.index("house") == names.index("required") + 1
        (house,) = [one for one in made.sections if one.id == "house"]
        assert [str(one.text) for one in house.bullets] == ["Zero.", "One."]


def test_a_section_taken_by_another_can_stand_alone(tmp_path: Path) -> None:
    catalog = _overlaid(
        '[[sections]]\nid = "licensure"\ntitle = "License"\nbefore = "summary"', tmp_path
    )
    made = jd.build(
        jd.Requisition(role="rn", locations=[jd.Location("Denver", "CO")]), catalog=catalog
    )
    assert made.sections[0].title == "License"
    stated = [bullet.id for one in made.sections for bullet in one.bullets]
    assert len(stated) == len(set(stated))


def test_a_sentence_for_who_asks_for_few_years_stands_by_the_years_of_each(tmp_path: Path) -> None:
    new = '[[items]]\nid = "house.new"\nsection = "summary"\ntext = "We teach you all of it."\n'
    catalog = _overlaid(f"{new}when = {{ experience_below = 2 }}\n", tmp_path)
    stands = [
        "house.new" in ids(jd.build(complete(experience_years=years), catalog=catalog))
        for years in (0, 5, 1, 2)
    ]
    assert stands == [True, False, True, False]


def test_a_slot_that_bears_the_name_of_another_in_its_place_is_told(tmp_path: Path) -> None:
    slots = "\n".join(f'[[slots]]\nid = "{name}"' for name in ("pet", "pet_at_head"))
    with pytest.raises(jd.ContentError, match=r"pet_at_head.*is how 'pet' reads in one place"):
        _overlaid(slots, tmp_path)
