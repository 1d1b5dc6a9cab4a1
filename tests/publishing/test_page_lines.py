"""Where lines of a page may end, and what of a fact is large."""

import re
from typing import Any
from xml.etree import ElementTree

import html5lib
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from samples import posting, refilled

import casemgr_jd as jd
from casemgr_jd.renderers._wrapping import breakable, shown_words

BASE = posting()
MAIL = "accommodations@lakeside-health.example"
PART = st.text("abcxyz019-", min_size=1, max_size=12)
ADDRESS = st.lists(st.tuples(PART, st.sampled_from("/.?&=_")), min_size=1, max_size=8).map(
    lambda parts: "https://x.example/" + "".join(map("".join, parts))
)


def tree(page: str) -> Any:
    return html5lib.parse(page, namespaceHTMLElements=False)


def text(element: Any) -> str:
    return "".join(element.itertext())


def pieces(element: Any) -> list[str]:
    """Return the words between which a line may end."""
    whole = ElementTree.tostring(element, encoding="unicode")
    inside = whole[whole.index(">") + 1 : whole.rindex("</")]
    return re.split(r"<wbr ?/?>", inside)


def linked(page: str, start: str) -> list[Any]:
    return [one for one in tree(page).iter("a") if str(one.get("href")).startswith(start)]


# --- addresses --------------------------------------------------------------------------------------


@given(ADDRESS)
def test_any_address_reads_as_it_is_and_ends_a_line_behind_its_marks_only(address: str) -> None:
    (made,) = tree(f"<p>{breakable(address)}</p>").iter("p")
    assert text(made) == address
    first, *others = [text(one) for one in map(tree, pieces(made))]
    assert first == "https://"
    assert all(one[:1].isalnum() or one[:1] == "-" for one in others)
    assert "".join([first, *others]) == address


def test_the_links_of_a_posting_break_in_every_kind_of_html() -> None:
    made = refilled(BASE, accommodation_contact=MAIL)
    for name in ("html", "html_fragment"):
        page = jd.render(made, name)
        (mail,) = linked(page, "mailto:")
        assert text(mail) == MAIL
        assert pieces(mail) == ["accommodations@", "lakeside-health.", "example"]
        address = str(made.requisition.apply_url)
        shown = [one for one in linked(page, address) if text(one) == address]
        assert shown
    assert all(len(pieces(one)) > 2 for one in shown)


def test_what_a_page_says_about_a_posting_leads_to_the_web() -> None:
    words = "Read 29 CFR 1625.4, https://www.ecfr.gov/a?b=1&c=2."
    page = jd.render(jd.Document("Report", [jd.Paragraph(words)]), "html")
    (link,) = tree(page).iter("a")
    assert link.get("href") == text(link) == "https://www.ecfr.gov/a?b=1&c=2"
    # No line ends right behind the scheme.
    assert text(link.find("span[@class='whole']")) == "https://www."
    (paragraph,) = tree(page).find(".//article/div").iter("p")
    assert text(paragraph) == words


def test_only_a_safe_address_is_a_link() -> None:
    for words in ("javascript://x", "https://", "(https:///x)", 'https://x.example/"onclick="y'):
        page = jd.render(jd.Document("Report", [jd.Paragraph(words)]), "html")
        assert not list(tree(page).iter("a")), words
        assert words in text(tree(page).find(".//article/div"))


@given(st.text(st.sampled_from("https:/@.&<>\"'()a 9\u05d0,\n"), max_size=40), st.booleans())
def test_no_words_are_lost_or_become_markup(words: str, links: bool) -> None:
    made = tree(f"<pre>x{shown_words(words, links)}</pre>").find(".//pre")
    assert text(made).replace("\u00a0", " ") == f"x{words}"
    assert {one.tag for one in made.iter()} <= {"pre", "wbr", "a", "bdi"}


# --- figures ----------------------------------------------------------------------------------------


def test_a_figure_stays_on_the_line_of_its_unit() -> None:
    made = refilled(
        BASE, schedule="Monday to Friday, 8:00 a.m. to 4:30 p.m.", hours_per_week=36, tier="senior"
    )
    facts = {
        text(one[0]): text(one[1]) for one in tree(jd.render(made, "html")).findall(".//dl/div")
    }
    assert "8:00\u00a0a.m. to 4:30\u00a0p.m." in facts["Hours"]
    assert "36\u00a0hours a week" in facts["Hours"]
    # A plan says the same, for a value that ends in a figure and for one that does not.
    made = refilled(made, hours_per_week="32–36")
    plan = jd.get_renderer("html").plan(made, ["hours_per_week"])
    for hours in ("32–40", "about forty"):
        assert plan.fill(hours_per_week=hours) == jd.render(
            refilled(made, hours_per_week=hours), "html"
        )


# --- pay --------------------------------------------------------------------------------------------


def paid(words: str) -> Any:
    """Return what stands for the pay at the head of a page."""
    fact = jd.Fact("Pay", jd.Text.parse(words), "fact.pay")
    made = evolve(BASE, blocks=[jd.FactList([fact]), *BASE.sections])
    (pay,) = tree(jd.render(made, "html")).findall(".//header/dl/div[@class='key']/dd")
    return pay


def test_the_range_is_large_and_what_is_paid_besides_is_not() -> None:
    pay = paid("{pay_range}, plus an on-call stipend")
    (besides,) = pay.findall("span[@class='more']")
    assert text(pay).startswith("$72,000–$92,000\u00a0a year")
    assert text(besides) == ", plus an on-call stipend"
    alone = paid("{pay_range}")
    assert text(alone) == "$72,000–$92,000\u00a0a year"
    assert [one.get("class") for one in alone] == ["whole"]


# --- what is written on, and what has a number --------------------------------------------------------


def test_a_line_to_write_on_ends_with_its_cell() -> None:
    kit = jd.render(jd.interview_kit(BASE).to_document(), "html")
    lines = [one for one in tree(kit).iter("span") if one.get("class") == "write"]
    rows = [one for one in tree(kit).iter("tr") if text(one[0]).strip() == "1"]
    assert len(lines) > 20
    assert all({*text(one)} == {"…"} for one in lines)
    # Two lines for what was said, and none of the ellipses outside of one.
    assert any(len(list(row[-1].iter("span"))) == 2 for row in rows)
    assert text(tree(kit)).count("…") == sum(map(len, map(text, lines)))


def test_what_has_a_number_has_no_mark_besides() -> None:
    def lists(*words: str) -> list[str | None]:
        made = jd.Document("Sources", [jd.BulletList([jd.Bullet(one) for one in words])])
        return [one.get("class") for one in tree(jd.render(made, "html")).iter("ul")]

    assert lists("[1] 29 CFR 1625.4", "[2] OPM") == ["numbered"]
    assert lists("[1] 29 CFR 1625.4", "OPM") == [None]
    assert lists("[Organization] hires.") == [None]
