"""The writer's guide: every topic, in the words of the catalog, in every text format."""

import pytest

import casemgr_jd as jd
from casemgr_jd.content.writers_guide import PARTS
from casemgr_jd.errors import ContentError, UnknownNameError
from casemgr_jd.model.document import Bullet, Fact, Paragraph, walk

CATALOG = jd.load_catalog()
GUIDE = CATALOG.guide


def _ids(document: jd.Document) -> set[str]:
    return {
        one.id for one in walk(document.blocks) if isinstance(one, Bullet | Paragraph) and one.id
    }


def test_every_piece_of_advice_of_the_catalog_is_in_the_guide() -> None:
    shown = _ids(GUIDE.to_document())
    wanted = {one.id for one in CATALOG.entries if not one.section} | {
        one.id for one in CATALOG.questions if one.kind == "faq"
    }
    assert len(wanted) > 25
    assert wanted - shown == set()
    assert {one.id for one in CATALOG.title_rules} <= shown
    assert {f"section.{one.id}" for one in CATALOG.sections if one.tip} <= shown


@pytest.mark.parametrize("topic", GUIDE.topics)
def test_a_topic_says_something_of_its_own(topic: str) -> None:
    document = GUIDE.topic(topic)
    assert document.blocks
    others = [GUIDE.topic(one) for one in GUIDE.topics if one != topic]
    assert document not in others
    for format in ("markdown", "text", "html"):
        assert str(document.title) in jd.render(document, format)


def test_the_six_questions_are_answered() -> None:
    output = jd.render(GUIDE.topic("questions"), "markdown")
    assert output.count("\n## ") == 6
    assert "Either can be right" in output


def test_the_topics_are_those_that_a_writer_needs() -> None:
    needed = (
        "definition use sections titles related pay caseload compliance interview questions next"
    )
    assert GUIDE.topics == tuple(needed.split())
    assert [one.id for one in GUIDE.to_document().sections] == list(GUIDE.topics)


def test_caseloads_always_carry_their_qualifier() -> None:
    bullets = {
        one.id: one for one in walk(GUIDE.topic("caseload").blocks) if isinstance(one, Bullet)
    }
    for caseload in CATALOG.caseloads:
        assert "adjusted for" in str(bullets[caseload.id].text)


def test_compliance_is_told_for_every_setting_that_is_no_niche() -> None:
    bullets = [one for one in walk(GUIDE.topic("compliance").blocks) if isinstance(one, Bullet)]
    told = [one for one in bullets if one.id.startswith("reference.")]
    assert [one.label for one in told] == [one.name for one in CATALOG.settings if not one.parent]
    assert all("HIPAA" in str(one.text) for one in told)


def test_each_related_role_is_told_with_its_code_and_its_attribution() -> None:
    document = GUIDE.topic("related")
    codes = [
        str(one.text)
        for one in walk(document.blocks)
        if isinstance(one, Fact) and one.label == "Occupation code"
    ]
    assert len(codes) == 10
    assert all("(confidence: " in one for one in codes)
    output = jd.render(document, "text")
    assert "CC BY 4.0" in output
    assert "Case Manager (bachelor's level)" in output


def test_no_slot_is_left_for_a_reader_to_guess() -> None:
    assert "{" not in jd.render(GUIDE.to_document(), "text")


def test_an_overlay_reaches_the_guide() -> None:
    own = CATALOG.overlay_tables(
        {
            "own.toml": {
                "items": [{"id": "pay.method", "text": "Ask the pay team."}],
                "remove": ["pay.bonuses"],
            }
        }
    )
    output = jd.render(own.guide.topic("pay"), "text")
    assert "Ask the pay team." in output
    assert "at-risk pay" not in output


def test_an_overlay_adds_a_topic_of_its_own() -> None:
    topic = {
        "id": "house",
        "title": "House Rules",
        "intro": "Post on Mondays.",
        "items": ["pay.method"],
    }
    own = CATALOG.overlay_tables(
        {"own.toml": {"topics": [topic], "remove": ["reference.hospital"]}}
    )
    assert own.guide.topics[-1] == "house"
    output = jd.render(own.guide.topic("house"), "text")
    assert "Post on Mondays." in output
    method = next(str(item.text) for item in own.items() if item.id == "pay.method")
    assert method in " ".join(output.split())
    assert "Hospital/Acute Care" not in jd.render(own.guide.topic("compliance"), "text")
    assert own.hash != CATALOG.hash


def test_a_topic_that_shows_what_does_not_exist_is_refused() -> None:
    topic = {"id": "house", "title": "House Rules", "shows": "weather"}
    with pytest.raises(ContentError, match=r"house.shows: names no part: 'weather'"):
        CATALOG.overlay_tables({"own.toml": {"topics": [topic]}})


def test_an_unknown_topic_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'caseload'"):
        GUIDE.topic("casload")


def test_a_topic_is_found_however_it_is_spelled() -> None:
    assert GUIDE.topic(" Caseload ") == GUIDE.topic("caseload")


def test_what_the_content_names_exists() -> None:
    known = {one.id for one in CATALOG.entries}
    assert {name for one in CATALOG.topics for name in one.items} <= known
    assert {name for one in CATALOG.references for name in one.items} <= known
    assert {one.shows for one in CATALOG.topics} - {""} == set(PARTS)


def test_the_guide_shows_itself_in_a_notebook() -> None:
    assert repr(GUIDE) == "WritersGuide(11 topics)"
    assert "<h1>" in GUIDE._repr_mimebundle_()["text/html"]
