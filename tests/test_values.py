"""How values read: places told apart, lists with commas, one period, pay by every period."""

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import casemgr_jd as jd
from casemgr_jd._names import joined
from casemgr_jd.errors import InputError
from casemgr_jd.model.reading import display
from casemgr_jd.model.slot import Slot, SlotKind

DENVER = jd.Location("Denver", "CO")


def reads(slot: str, **facts: object) -> str | None:
    """Return how a slot reads with some facts."""
    return display(jd.Requisition(**facts), Slot(slot, slot))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("places", "words"),
    (
        ([DENVER], "Denver, CO"),
        ([DENVER, jd.Location("Boulder", "CO")], "Denver, CO or Boulder, CO"),
        (
            [DENVER, jd.Location("Boulder", "CO"), jd.Location("Cheyenne", "WY")],
            "Denver, CO; Boulder, CO; or Cheyenne, WY",
        ),
        ([DENVER, DENVER], "Denver, CO"),
        (
            [
                jd.Location("Denver", "CO", street="1 Main Street"),
                jd.Location("Denver", "CO", street="2 Oak Road"),
            ],
            "1 Main Street, Denver, CO; or 2 Oak Road, Denver, CO",
        ),
        (
            [jd.Location("Denver", "CO", "80204"), jd.Location("Denver", "CO", "80205")],
            "Denver, CO 80204; or Denver, CO 80205",
        ),
        ([jd.Location("San Juan, PR", "PR")], "San Juan, PR"),
        ([jd.Location("San Juan, Puerto Rico", "PR")], "San Juan, PR"),
        ([jd.Location("Denver, Colorado, CO", "Colorado")], "Denver, CO"),
        ([jd.Location("Toronto, ON", "ON", country="CA")], "Toronto, ON, CA"),
        ([jd.Location(", CO", "CO")], ", CO, CO"),
    ),
)
def test_places_are_told_apart(places: list[jd.Location], words: str) -> None:
    assert reads("location", locations=places) == words


def test_amounts_of_one_pay_have_one_form() -> None:
    parts = [jd.PayPart("Ohio", rate=2_300.5), jd.PayPart("Iowa", 2_500, 2_600)]
    told = str(jd.PayRange(by=parts, per="month"))
    assert told == "$2,300.50 a month (Ohio) or $2,500.00–$2,600.00 a month (Iowa)"
    assert str(jd.PayRange(by=parts, per="month").at("Iowa")) == "$2,500–$2,600 a month"


def test_pay_that_is_fixed_in_each_part_is_no_range() -> None:
    parts = [jd.PayPart("Days", rate=38), jd.PayPart("Nights", 41, 41)]
    fixed = jd.PayRange(by=parts, per="hour")
    assert fixed.statement().startswith("The good-faith pay rate for this role is $38")
    assert not jd.PayRange(by=[*parts, jd.PayPart("Lead", 41, 45)], per="hour").is_fixed
    made = jd.render(jd.build(jd.Requisition(pay=fixed, pay_basis=["experience"], edition="full")))
    assert "$41 an hour (Nights)" in made
    assert "The range" not in made
    assert "depends on" not in made


def test_the_district_takes_its_article_in_a_sentence() -> None:
    assert reads("state", locations=[jd.Location("Washington", "DC")]) == "the District of Columbia"
    remote = reads("location", work_model="remote", remote_states=["DC", "VA"])
    assert remote == "Remote, from the District of Columbia or Virginia"


@pytest.mark.parametrize(
    ("given_words", "words"),
    (
        ("works nights.", "works nights"),
        ("Lakeside Health Inc.", "Lakeside Health Inc."),
        ("7 a.m.", "7 a.m."),
        ("so on etc.", "so on etc."),
        ("First. Second.", "First. Second."),
        ("to be told ...", "to be told ..."),
        ("RN.", "RN"),
    ),
)
def test_a_value_leaves_the_period_to_the_sentence(given_words: str, words: str) -> None:
    assert reads("manager", manager=given_words) == words
    assert reads("shift", shift=[given_words]) == words


@pytest.mark.parametrize(
    ("entries", "words"),
    (
        (["medical"], "medical"),
        (["medical", "dental"], "medical and dental"),
        (["medical", "dental", "vision"], "medical, dental and vision"),
        (["medical, dental and vision", "time off"], "medical, dental and vision; time off"),
        (
            ["life and disability insurance", "401(k)", "leave"],
            "life and disability insurance; 401(k); leave",
        ),
        (["R&D", "sand"], "R&D and sand"),
        (["medical", "dental", "and vision"], "medical, dental and vision"),
    ),
)
def test_entries_with_commas_or_conjunctions_are_kept_apart(entries: list[str], words: str) -> None:
    assert joined(entries, "and") == words


@given(st.lists(st.sampled_from(["a", "b, c", "d and e", "f"]), min_size=1, max_size=4))
def test_every_entry_of_a_list_can_be_found_again(entries: list[str]) -> None:
    words = joined(entries, "and")
    pieces = [words]
    for mark in ("; and ", "; ") if ";" in words else (" and ", ", "):
        pieces = [one for piece in pieces for one in piece.split(mark)]
    assert len(entries) == 1 or pieces == entries


@pytest.mark.parametrize(
    ("pay", "words"),
    (
        (jd.PayRange(72_000, 92_000), "$72,000–$92,000 a year"),
        (jd.PayRange(6_000, 7_000, per="month"), "$6,000–$7,000 a month"),
        (jd.PayRange(rate=1_400, per="week"), "$1,400 a week"),
        (jd.PayRange(rate=280.5, per="day"), "$280.50 a day"),
        (jd.PayRange(55, 70, per="visit"), "$55–$70 a visit"),
        (jd.PayRange(rate=41.5, per="hour"), "$41.50 an hour"),
    ),
)
def test_pay_by_every_period(pay: jd.PayRange, words: str) -> None:
    assert str(pay) == words
    assert ("rate" in pay.statement()) == (pay.low == pay.high)
    assert jd.loads(jd.dumps(pay)) == pay


def test_a_period_that_is_none_is_named() -> None:
    with pytest.raises(InputError, match="one of: hour, day, week, month, year, visit"):
        jd.PayRange(1, 2, per="fortnight")


def test_one_case_is_no_cases() -> None:
    assert str(jd.CaseloadRange(1, 1, "patients")) == "1 patient"
    assert str(jd.CaseloadRange(1, 2, "patients")) == "1–2 patients"
    assert str(jd.CaseloadRange(1, 1, "families")) == "1 family"


CONTACTS = (
    ("hr@lakeside.example", "mailto:hr@lakeside.example", "hr@lakeside.example"),
    (
        "https://e.example/acc_form_x",
        "https://e.example/acc_form_x",
        "https://e.example/acc_form_x",
    ),
    ("https://e.example/a?b=1&c=2", "https://e.example/a?b=1&c=2", "https://e.example/a?b=1&c=2"),
)


def contact_posting(words: str) -> jd.Posting:
    slot = Slot("accommodation_contact", "Contact", SlotKind.CONTACT, "accommodation_contact")
    text = jd.Text.parse("Need help to apply? {accommodation_contact}")
    facts = jd.Requisition(accommodation_contact=words)
    return jd.Posting("Nurse", [jd.Paragraph(text)], requisition=facts, slots=(slot,))


@pytest.mark.parametrize(("words", "target", "shown"), CONTACTS)
def test_a_contact_that_is_an_address_is_a_link(words: str, target: str, shown: str) -> None:
    made = contact_posting(words)
    html = jd.render(made, "html_fragment")
    escaped = target.replace("&", "&amp;")
    # It may break behind its marks.
    whole = html.replace("<wbr>", "")
    assert f'<a href="{escaped}">{shown.replace("&", "&amp;")}</a>' in whole
    read = MarkdownIt().render(jd.render(made, "markdown"))
    assert f'<a href="{escaped}">' in read
    assert "%5C" not in read


WITHIN = (
    ("Ana Ruiz, ana@x.example, 303-555-0100", ("mailto:ana@x.example",)),
    ("Write to ana@mail.x.example.", ("mailto:ana@mail.x.example",)),
    (
        "HR (hr+jobs@x.example) or Ana_B <ana_b@x.example>",
        ("mailto:hr+jobs@x.example", "mailto:ana_b@x.example"),
    ),
    ("email:ana@x.example; text 303-555-0100", ("mailto:ana@x.example",)),
    ("- see https://x.example/help_(a)?b=1&c=2, or call", ("https://x.example/help_(a)?b=1&c=2",)),
    ("The form (https://x.example/form).", ("https://x.example/form",)),
    ("hr@x.example,", ("mailto:hr@x.example",)),
)


@pytest.mark.parametrize(("words", "targets"), WITHIN)
def test_an_address_within_a_contact_is_a_link_and_the_words_stay(
    words: str, targets: tuple[str, ...]
) -> None:
    made = contact_posting(words)
    shown = html5lib.parseFragment(jd.render(made, "html_fragment"), namespaceHTMLElements=False)
    assert tuple(one.get("href") for one in shown.iter("a")) == targets
    assert f"Need help to apply? {words}" in "".join(shown.itertext())
    read = html5lib.parseFragment(
        MarkdownIt().render(jd.render(made, "markdown")), namespaceHTMLElements=False
    )
    assert tuple(one.get("href") for one in read.iter("a")) == targets
    assert f"Need help to apply? {words}" in "".join(read.itertext())
    assert f"Need help to apply? {words}" in jd.render(made, "text")


@pytest.mark.parametrize(
    "words",
    (
        *("Ask at the desk, 303-555-0100", "HR @ the desk", "a@b c@d", "ana@x.example/form x"),
        *(
            "ftp://ana@x.example/ x",
            "see x.example, @x.example",
            "mailto:ana@x.example?subject=a b",
        ),
        *("a javascript:alert(1) b", "https:// x", 'x https://"x.example y'),
    ),
)
def test_a_contact_in_words_is_no_link(words: str) -> None:
    made = contact_posting(words)
    assert "<a " not in jd.render(made, "html_fragment")
    assert words in jd.render(made, "text")


@pytest.mark.parametrize(
    "words", ("R&D", "snake_case_name", "50% & up", "see https://e.example/acc_form_x")
)
def test_usual_words_stand_in_markdown_as_they_are(words: str) -> None:
    assert words in jd.render(jd.Document("Report", [jd.Paragraph(f"Of {words} only")]), "markdown")


@pytest.mark.parametrize("words", ("_a_", "a <b> c", "&copy; 2026", "~~gone~~", "a | b", "`x`"))
def test_no_backslash_stands_where_python_markdown_would_show_it(words: str) -> None:
    text = jd.render(jd.Document("Report", [jd.Paragraph(f"Of {words} only")]), "markdown")
    assert MarkdownIt().render(text).count("<em>") == 0
    for mark in "<&~|":
        assert f"\\{mark}" not in text
