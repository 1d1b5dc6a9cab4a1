"""The writer's guide: every topic, in the words of the catalog, in every text format."""

import pytest

import casemgr_jd as jd
from casemgr_jd.errors import UnknownNameError
from casemgr_jd.hiring import guide, topics
from casemgr_jd.hiring._data import table
from casemgr_jd.model.document import Bullet, Paragraph, Table, walk

CATALOG = jd.load_catalog()


def _ids(document: jd.Document) -> set[str]:
    return {
        one.id for one in walk(document.blocks) if isinstance(one, Bullet | Paragraph) and one.id
    }


def test_every_piece_of_advice_of_the_catalog_is_in_the_guide() -> None:
    shown = _ids(guide(CATALOG))
    wanted = {one.id for one in CATALOG.entries if not one.section} | {
        one.id for one in CATALOG.questions if one.kind == "faq"
    }
    assert len(wanted) > 25
    assert wanted - shown == set()
    assert {one.id for one in CATALOG.title_rules} <= shown
    assert {f"section.{one.id}" for one in CATALOG.sections if one.tip} <= shown


@pytest.mark.parametrize("topic", topics())
def test_a_topic_says_something_of_its_own(topic: str) -> None:
    document = guide(CATALOG, topic)
    assert document.blocks
    others = [guide(CATALOG, one) for one in topics() if one != topic]
    assert document not in others
    for format in ("markdown", "text", "html"):
        assert str(document.title) in jd.render(document, format)


def test_the_six_questions_are_answered() -> None:
    output = jd.render(guide(CATALOG, "questions"), "markdown")
    assert output.count("\n## ") == 6
    assert "Either can be right" in output


def test_caseloads_always_carry_their_qualifier() -> None:
    document = guide(CATALOG, "caseload")
    rows = next(one for one in document.blocks if isinstance(one, Table)).rows
    assert len(rows) == len(CATALOG.caseloads)
    assert all("adjusted for" in str(row[1]) for row in rows)


def test_compliance_is_told_for_every_setting_that_is_no_niche() -> None:
    rows = next(one for one in guide(CATALOG, "compliance").blocks if isinstance(one, Table)).rows
    assert [str(row[0]) for row in rows] == [one.name for one in CATALOG.settings if not one.parent]
    assert all("HIPAA" in str(row[1]) for row in rows)


def test_an_overlay_reaches_the_guide() -> None:
    own = CATALOG.overlay_tables(
        {
            "own.toml": {
                "items": [{"id": "pay.method", "text": "Ask the pay team."}],
                "remove": ["pay.bonuses"],
            }
        }
    )
    output = jd.render(guide(own, "pay"), "text")
    assert "Ask the pay team." in output
    assert "at-risk pay" not in output


def test_an_unknown_topic_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'caseload'"):
        guide(CATALOG, "casload")


def test_what_the_data_names_exists() -> None:
    known = {one.id for one in CATALOG.entries}
    for entry in (*table("guide")["topics"], *table("guide")["compliance"]):
        assert set(entry.get("items", ())) <= known
