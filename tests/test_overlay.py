"""An employer's own content over the guide's: replace, add, remove, own slots, and clear refusals."""

from pathlib import Path
from typing import Any

import pytest
from samples import ids

import casemgr_jd as jd
from casemgr_jd.content.overlays import with_overlays
from casemgr_jd.errors import ContentError

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


def _folder(tmp_path: Path, text: str) -> str:
    (tmp_path / "house.toml").write_text(text, encoding="utf-8")
    return str(tmp_path)


def _overlaid(text: str, tmp_path: Path) -> Any:
    return GUIDE.overlay(_folder(tmp_path, text))


def test_same_id_replaces_and_new_id_adds(tmp_path: Path) -> None:
    catalog = _overlaid(HOUSE, tmp_path)
    made = jd.build(
        jd.Requisition(setting="hospital", extra={"union": "Local 12"}), catalog=catalog
    )
    output = jd.render(made, "text")
    assert "Read a dashboard and say what it means for patients." in output
    assert "We belong to Local 12, and we listen." in output
    assert "What You Will Use" in output
    assert made.value("setting") == "acute care"
    assert "house.mission" in ids(made)
    before = {item.id: item for plan in GUIDE.sections for item in plan.items}["skills.data"]
    after = {item.id: item for plan in catalog.sections for item in plan.items}["skills.data"]
    assert (after.label, after.priority) == (before.label, before.priority)


def test_an_own_slot_is_a_visible_blank_until_it_is_filled(tmp_path: Path) -> None:
    catalog = _overlaid(HOUSE, tmp_path)
    made = jd.build(jd.Requisition(), catalog=catalog)
    assert "[Union local]" in jd.render(made, "text")
    assert "union" in made.unfilled
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
    catalog = _overlaid('remove = ["skills.data", "preferred"]', tmp_path)
    made = jd.build(jd.Requisition(), catalog=catalog)
    assert not {"skills.data", "preferred"} & ids(made)
    assert "skills.culture" in ids(made)


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
    assert "manager" not in jd.build(jd.Requisition()).structure.filled
    plan = jd.get_renderer("markdown").plan(made, ["manager"])
    assert "Boss" in plan.fill(manager="Boss")
    with pytest.raises(jd.CaseMgrError, match="manager"):
        plan.fill(manager=None)
