"""Comparing two postings."""

import re
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from samples import VALUES, posting

import casemgr_jd as jd
from casemgr_jd._paint import Paint
from casemgr_jd.cli._compared import compared
from casemgr_jd.cli.main import main
from casemgr_jd.comparison._document import grouped
from casemgr_jd.model.document import Document, walk

CATALOG = jd.load_catalog()
EXAMPLES = Path(__file__).parent.parent / "examples"
# "extra" fills slots that an overlay declares; these postings have none.
FIELDS = sorted(VALUES.keys() - {"extra"})


@pytest.mark.parametrize("name", FIELDS)
def test_a_fact_that_differs_is_told_with_both_its_readings(name: str) -> None:
    """Whatever field differs is named, and reads differently on both sides."""
    before, after = (posting(**{name: value}) for value in VALUES[name])
    found = {change.field: change for change in jd.compare(before, after).facts}
    assert name in found
    assert found[name].before != found[name].after


@pytest.mark.parametrize("name", FIELDS)
def test_a_posting_is_the_same_as_itself(name: str) -> None:
    """Two builds from equal facts do not differ."""
    value = VALUES[name][1]
    assert jd.compare(posting(**{name: value}), posting(**{name: value})).same


def test_a_sentence_that_differs_in_a_fact_only_is_not_reworded() -> None:
    """New pay is one fact, not a change to each sentence that gives it."""
    found = jd.compare(posting(), posting(pay=jd.PayRange(70_000, 90_000)))
    assert [(one.field, one.before, one.after) for one in found.facts] == [
        ("pay", "$72,000–$92,000 a year", "$70,000–$90,000 a year")
    ]
    assert found.items == ()


def test_the_place_reads_as_in_the_posting() -> None:
    """The locations are told by the words of the location, not by the state alone."""
    (change,) = jd.compare(posting(), posting(locations=[jd.Location("Boise", "ID")])).facts
    assert (change.label, change.before, change.after) == ("Location", "Denver, CO", "Boise, ID")


def with_bullets(*texts: str) -> jd.Posting:
    """Return a small posting whose one list holds bullets, each of which is its own id."""
    bullets = [jd.Bullet(text, text.casefold()) for text in texts]
    return jd.Posting("Nurse", [jd.Section("duties", "Duties", [jd.BulletList(bullets)])])


def kinds(before: jd.Posting, after: jd.Posting) -> list[tuple[str, str]]:
    return [(one.kind, one.id) for one in jd.compare(before, after).items]


def test_each_kind_of_change_is_told_apart() -> None:
    """An item is added, removed, reworded or moved."""
    assert kinds(with_bullets("A"), with_bullets("A", "B")) == [("added", "b")]
    assert kinds(with_bullets("A", "B"), with_bullets("A")) == [("removed", "b")]
    assert kinds(with_bullets("A"), with_bullets("a")) == [("reworded", "a")]
    assert kinds(with_bullets("A", "B", "C"), with_bullets("C", "A", "B")) == [("moved", "c")]


def test_words_without_an_id_are_known_by_themselves() -> None:
    """A paragraph of somebody's own that is repeated once more is one addition."""
    once = jd.Posting("Nurse", [jd.Paragraph("Own words.")])
    twice = jd.Posting("Nurse", [jd.Paragraph("Own words."), jd.Paragraph("Own words.")])
    assert kinds(once, twice) == [("added", "")]


def test_a_renamed_heading_and_a_changed_row_are_told() -> None:
    """Headings, captions and rows of tables count."""
    table = jd.Table(["Day", "Shift"], [["Monday", "Early"]], "Shifts")
    before = jd.Posting("Nurse", [jd.Section("when", "When", [table])])
    after = evolve(
        before,
        blocks=[
            jd.Section("when", "Schedule", [evolve(table, rows=[["Monday", "Late"]], caption="")])
        ],
    )
    told = {(one.kind, one.before, one.after) for one in jd.compare(before, after).items}
    assert told == {
        ("reworded", "When", "Schedule"),
        ("removed", "Shifts", ""),
        ("removed", "Monday | Early", ""),
        ("added", "", "Monday | Late"),
    }


def test_a_list_of_sentences_reads_as_sentences() -> None:
    """Heads and sentences stand one after the other; parts with commas of their own have semicolons."""
    given = posting(
        duties=["On the day:", "Meet the van.", "Order IDs, early"],
        week=["Monday, at 9:00: rounds", "Friday: the huddle"],
    )
    told = {one.field: one.after for one in jd.compare(posting(), given).facts}
    assert told["duties"] == "On the day: Meet the van. Order IDs, early"
    assert told["week"] == "Monday, at 9:00: rounds; Friday: the huddle"


def test_a_section_of_one_posting_is_told_by_its_heading_once() -> None:
    """A heading is no sentence of the section that it heads."""
    added = jd.Section("week", "A usual week", [jd.Paragraph("Rounds at 9:00.")])
    before = with_bullets("A")
    found = jd.compare(before, evolve(before, blocks=[*before.blocks, added]))
    output = jd.render(found.to_document(), "text")
    assert output.count("A usual week") == 1
    assert "Rounds at 9:00." in output
    # A section of which nothing is new but the heading is told as such.
    renamed = [evolve(before.sections[0], title="Tasks"), *before.blocks[1:]]
    bare = jd.Section("week", "A usual week")
    found = jd.compare(before, evolve(before, blocks=[*renamed, bare]))
    assert "- A usual week" in jd.render(found.to_document(), "text")


WORDS = st.lists(st.sampled_from("ABCDEF"), unique=True)


@given(WORDS, WORDS)
def test_comparing_the_other_way_round_tells_the_opposite(one: list[str], two: list[str]) -> None:
    """What is added one way is removed the other way, and both see the same number of moves."""
    there = jd.compare(with_bullets(*one), with_bullets(*two))
    back = jd.compare(with_bullets(*two), with_bullets(*one))
    assert {i.id for i in there.of_kind("added")} == {i.id for i in back.of_kind("removed")}
    assert {i.id for i in there.of_kind("added")} == {t.casefold() for t in set(two) - set(one)}
    assert len(there.of_kind("moved")) == len(back.of_kind("moved"))
    assert there.same is (one == two)


@pytest.mark.parametrize("format", ("markdown", "text", "html", "json"))
def test_a_comparison_renders_as_a_document(format: str) -> None:
    """Every value and sentence of it reaches the reader."""
    before, after = posting(tier="entry"), posting(closing_date=date(2027, 1, 31))
    found = jd.compare(before, after)
    assert {one.kind for one in found.items} >= {"added", "removed"}
    document = found.to_document()
    assert isinstance(document, Document)
    output = jd.render(document, format)
    for change in found.facts:
        assert change.label in output
    assert "January 31, 2027" in output.replace("\u00a0", " ")


def test_a_comparison_shows_itself_in_a_notebook() -> None:
    """As markup, and as one line."""
    bundle = jd.compare(posting(), posting(shift=["Night"]))._repr_mimebundle_()
    assert bundle["text/plain"] == "Comparison(facts=1, items=0)"
    assert "<td>Night</td>" in bundle["text/html"]


def test_the_command_compares_two_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two requisitions give a document; a difference is no failure."""
    for name, tier in (("a.toml", "entry"), ("b.toml", "senior")):
        (tmp_path / name).write_text(f'tier = "{tier}"\n', encoding="utf-8")
    main(["compare", str(tmp_path / "a.toml"), str(tmp_path / "b.toml"), "-f", "markdown"])
    assert "| Tier | Entry-Level | Mid/Senior |" in capsys.readouterr().out


def test_the_command_names_a_file_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Bad input is one message and exit status 2."""
    with pytest.raises(SystemExit) as stop:
        main(["compare", str(tmp_path / "a.toml"), str(tmp_path / "b.toml")])
    assert stop.value.code == 2
    assert "a.toml" in capsys.readouterr().err


def test_the_two_are_called_by_what_tells_them_apart() -> None:
    entry, senior = (jd.draft().at_tier(tier).build() for tier in ("entry", "senior"))
    text = jd.render(jd.compare(entry, senior).to_document(), "text")
    assert "Only in Senior" in text
    assert "First" not in text
    home, plan = (jd.draft().for_setting(one).build() for one in ("home_health", "managed_care"))
    text = jd.render(jd.compare(home, plan).to_document(), "text")
    assert "Only in Managed Care" in text
    assert "First posting" in jd.render(jd.compare(home, home).to_document(), "text")


def test_other_words_for_the_same_items_of_the_guide_are_reworded() -> None:
    """A tier tells the same duty in other words, under another id: neither is new nor gone."""
    entry, senior = (
        jd.build(jd.Requisition(setting="hospital", tier=tier, role="rn"))
        for tier in ("entry", "senior")
    )
    found = jd.compare(entry, senior)
    states = {bullet.id: bullet.states for section in senior.sections for bullet in section.bullets}
    reworded = [one.id for one in found.of_kind("reworded") if states.get(one.id)]
    assert len(reworded) >= 2
    before = {
        bullet.states
        for section in entry.sections
        for bullet in section.bullets
        if section.id == "responsibilities"
    }
    added = {one.id for one in found.of_kind("added")}
    assert not [name for name in added if states.get(name) in before]


def test_the_employers_own_sentences_are_facts() -> None:
    one = jd.build(jd.Requisition(about=["We heal."], duties=["Staff the clinic."]))
    other = jd.build(jd.Requisition(about=["We mend.", "We listen."], duties=["Run the group."]))
    found = jd.compare(one, other)
    assert [(each.field, each.before, each.after) for each in found.facts] == [
        ("about", "We heal.", "We mend. We listen."),
        ("duties", "Staff the clinic.", "Run the group."),
    ]
    assert found.items == ()


def test_own_words_that_an_edit_changed_are_reworded() -> None:
    draft = jd.draft().fill(about=["We heal."])
    found = jd.compare(draft.build(), draft.replace_bullet("own.about.1", "We mend.").build())
    assert found.facts == ()
    assert [(one.kind, one.after) for one in found.items] == [("reworded", "We mend.")]


def test_additions_and_measures_read_as_in_the_posting() -> None:
    facts = {"setting": "hospital", "measures": ["kpi.hospital.readmissions", "Calls returned"]}
    parking = jd.Addition("environment", "Parking is free.", "Parking")
    found = jd.compare(jd.build(jd.Requisition()), jd.build(jd.Requisition(**facts, add=[parking])))  # type: ignore[arg-type]
    read = {one.field: one.after for one in found.facts}
    assert read["add"] == "Parking: Parking is free."
    assert read["measures"] == "30-day readmissions, Calls returned"


def test_a_heading_that_differs_stands_in_its_own_section_not_at_the_head() -> None:
    entry, senior = (jd.draft().at_tier(one).build() for one in ("entry", "senior"))
    heading = next(one.title for one in senior.sections if "senior" in one.title)
    (change,) = (one for one in jd.compare(entry, senior).items if one.after == heading)
    assert change.section == heading


def test_choices_are_told_by_their_names() -> None:
    one = jd.build(jd.Requisition(role="rn", tier="entry", setting=["home_health.hospice"]))
    other = jd.build(jd.Requisition(role="lcsw", tier="senior", setting=["hospital"]))
    read = {each.field: (each.before, each.after) for each in jd.compare(one, other).facts}
    assert read["role"] == ("RN Case Manager", CATALOG.role("lcsw").called)
    assert read["tier"] == tuple(CATALOG.tier(tier).name for tier in ("entry", "senior"))
    assert read["setting"] == ("Hospice", "Hospital/Acute Care")


def test_what_is_left_out_is_told_in_its_words() -> None:
    whole = jd.build(jd.Requisition())
    item = next(one for section in whole.sections for one in section.bullets if one.id)
    without = jd.build(jd.Requisition(omit=[item.id]))
    told = {one.field: one.after for one in jd.compare(whole, without).facts}
    assert item.id not in told["omit"]
    assert item.text.filled(whole.read) in told["omit"]


def test_no_heading_of_a_document_is_in_title_case() -> None:
    """As in the posting, only the first word of a heading is large; names aside."""
    made = jd.build(jd.load_requisition(EXAMPLES / "hospital-senior-rn.toml"))
    entry = jd.build(jd.load_requisition(EXAMPLES / "hospital-entry-care-coordinator.toml"))
    documents = [
        jd.interview_kit(made).to_document(),
        jd.compare(entry, made).to_document(),
        jd.check(entry).to_document(),
        jd.recommend_role(duties=["scheduling"]).to_document(),
    ]
    titles = [
        one.title for each in documents for one in walk(each.blocks) if isinstance(one, jd.Section)
    ]
    # What comes behind these words is a name.
    ours = [re.split(":| in ", one)[0] for one in titles]
    assert len(ours) > 15
    assert [one for one in ours if any(word[:1].isupper() for word in one.split()[1:])] == []


def test_a_heading_that_was_reworded_is_told_beside_its_items() -> None:
    """Only what came or went as a whole is told by its items."""
    before = jd.Posting(
        "Nurse", [jd.Section("duties", "Duties", [jd.Paragraph("Join rounds.", "a")])]
    )
    tasks = jd.Section("duties", "Tasks", [jd.Paragraph("Lead rounds.", "a")])
    found = jd.compare(before, evolve(before, blocks=[tasks]))
    for shown in (jd.render(found.to_document(), "markdown"), compared(found, Paint(False), 80)):
        assert all(words in shown for words in ("Duties", "Tasks", "Join rounds.", "Lead rounds."))


def test_of_many_facts_those_that_tell_two_jobs_apart_stand_first_and_the_rest_is_folded() -> None:
    files = ("hospital-entry-care-coordinator", "hospital-senior-rn")
    found = jd.compare(*(jd.build(jd.load_requisition(EXAMPLES / f"{one}.toml")) for one in files))
    first, *others = found.to_document().sections
    assert (first.title, first.folded) == ("Facts at a glance", False)
    told = [one for section in (first, *others[:1]) for one in walk(section.blocks)]
    (glance, rest) = (one for one in told if isinstance(one, jd.Table))
    labels = [str(row[0]) for row in (*glance.rows, *rest.rows)]
    assert sorted(labels) == sorted(one.label for one in found.facts)
    assert {"Tier", "Pay", "Location"} <= {str(row[0]) for row in glance.rows}
    assert others[0].title == f"Other facts ({len(rest.rows)})"
    assert [one.folded for one in others] == [one.title.endswith(")") for one in others]
    page = jd.render(found.to_document(), "html")
    assert page.count("<details>") == sum(one.folded for one in others) > 1
    # A format that cannot fold shows all of it.
    text = jd.render(found.to_document(), "text")
    assert all(label in text for label in labels)


def test_few_differences_stand_under_one_heading_and_are_not_folded() -> None:
    found = jd.compare(posting(), posting(pay=jd.PayRange(70_000, 90_000)))
    (only,) = found.to_document().sections
    assert (only.title, only.folded) == ("Facts", False)
    assert "<details>" not in jd.render(found.to_document(), "html")


def test_what_is_adopted_is_told_as_the_posting_does_and_the_count_is_of_what_is_shown() -> None:
    one, other = (
        jd.build(jd.Requisition(setting="hospital", tier=tier, caseload=load))
        for tier, load in (("entry", "guide"), ("senior", [4, 8]))
    )
    found = jd.compare(one, other)
    (caseload,) = (each for each in found.facts if each.field == "caseload")
    assert caseload.before.startswith("12–22 patients per day, adjusted for ")
    kinds = ("added", "removed", "reworded", "moved")
    counted = sum(len(one) for kind in kinds for one in grouped(found.of_kind(kind)).values())
    assert counted
    assert f"{counted} items differ" in jd.render(found.to_document(), "text").replace("\n", " ")


def test_what_moved_says_where_it_stood() -> None:
    def in_section(title: str) -> jd.Posting:
        others = [
            jd.Section(one, one.title(), [jd.Paragraph(f"{one}.")]) for one in ("pay", "when")
        ]
        blocks = [
            evolve(one, blocks=[*one.blocks, jd.Paragraph("Own words.", "own")])
            if one.id == title
            else one
            for one in others
        ]
        return jd.Posting("Nurse", blocks)

    (moved,) = jd.compare(in_section("pay"), in_section("when")).of_kind("moved")
    assert (moved.section, moved.moved_from) == ("When", "Pay")
    page = jd.render(jd.compare(in_section("pay"), in_section("when")), "text")
    assert 'Own words. (in First posting, in "Pay")' in page


def test_a_setting_is_told_once_and_numbers_have_their_marks() -> None:
    hospital, plan = (
        jd.build(jd.Requisition(setting=[one], employees=size, measures="guide"))
        for one, size in (("hospital", 2400), ("managed_care", 12500))
    )
    found = jd.compare(hospital, plan)
    told = {one.label: (one.before, one.after) for one in found.facts}
    assert [one.field for one in found.facts if one.label.startswith("Setting")] == ["setting"]
    assert told["Employees"] == ("2,400", "12,500")
    own = jd.build(jd.Requisition(setting=["hospital"], setting_name=["trauma care"]))
    assert {"setting", "setting_name"} <= {one.field for one in jd.compare(own, plan).facts}


def test_facts_begin_with_a_capital_and_names_as_their_owners_write_them() -> None:
    before = posting(schedule="days", organization="thirdspace")
    document = jd.compare(before, posting(schedule="evenings")).to_document()
    rows = [row for section in document.sections for one in section.blocks for row in one.rows]  # type: ignore[union-attr]
    told = {str(row[0]): str(row[1]) for row in rows}
    assert (told["Schedule"], told["Organization"]) == ("Days", "thirdspace")
