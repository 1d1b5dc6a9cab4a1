"""What a reader of the page meets first, where the button leads, and what a theme may change."""

import re
from colorsys import rgb_to_hls
from itertools import product
from pathlib import Path
from typing import Any

import html5lib
import pytest
from adversarial import EVERY
from hypothesis import given
from hypothesis import strategies as st
from reading_back import html_shape
from samples import posting, refilled

import casemgr_jd as jd
from casemgr_jd._clean import clean_line
from casemgr_jd.renderers._page_style import DARK, LIGHT, _css_string, accents, style_sheet
from casemgr_jd.renderers.page import HtmlPageRenderer
from casemgr_jd.renderers.theme import Theme, contrast, load_theme

BASE = posting()
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>'


def tree(page: str) -> Any:
    return html5lib.parse(page, namespaceHTMLElements=False)


def words(page: str, path: str) -> list[str]:
    """Return the text of each element at *path*."""
    return ["".join(one.itertext()) for one in tree(page).findall(path)]


# --- hierarchy --------------------------------------------------------------------------------------


def test_employer_job_location_and_pay_stand_first() -> None:
    (hero,) = tree(jd.render(BASE, "html")).findall(".//article/header")
    lines = [" ".join("".join(part.itertext()).split()) for part in hero]
    assert lines[:2] == ["Lakeside Health", "Nurse Case Manager"]
    facts = [" ".join("".join(one.itertext()).split()) for one in hero.find("dl")]
    assert facts[0].startswith("Pay $72,000–$92,000 a year")
    assert facts[1].startswith("Where Denver, CO; hybrid")
    # The employer stands above the title, and not among the facts again.
    assert not any(fact.startswith("Employer") for fact in facts)
    assert len(facts) == len(set(facts))


def test_the_facts_of_another_document_stay_in_their_order() -> None:
    facts = jd.FactList([jd.Fact("One", "1"), jd.Fact("Two", "2")])
    assert words(jd.render(jd.Document("Report", [facts]), "html"), ".//dt") == ["One", "Two"]


def test_facts_further_down_stay_where_they_are() -> None:
    late = jd.Document("Report", [jd.Paragraph("First."), jd.FactList([jd.Fact("One", "1")])])
    page = jd.render(late, "html")
    assert words(page, ".//article/header/*") == ["Report"]
    assert words(page, ".//article/div/dl//dt") == ["One"]


def test_a_folded_section_shows_its_heading_and_unfolds_without_a_script() -> None:
    section = jd.Section("rest", "The rest", [jd.Paragraph("All of it.")], folded=True)
    page = jd.render(jd.Document("Report", [section]), "html")
    assert words(page, ".//section/details/summary/h2") == ["The rest"]
    assert words(page, ".//section/details/p") == ["All of it."]
    assert "<script" not in page
    for name in ("markdown", "text"):
        assert "All of it." in jd.render(jd.Document("Report", [section]), name)


def test_a_table_scrolls_in_a_box_that_the_keyboard_reaches() -> None:
    table = jd.Table(["Name"], [["x"]], "Scores")
    (box,) = tree(jd.render(jd.Document("T", [table]), "html")).findall(".//div[@role='group']")
    assert (box.get("aria-label"), box.get("tabindex")) == ("Scores", "0")
    assert box.find("table") is not None


# --- the button -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "says"),
    (
        ("https://www.lakeside.example/jobs/1?x=1", "Apply at lakeside.example"),
        ("https://lakeside.example@harbor.example/", "Apply at harbor.example"),
        ("http://LAKESIDE.example:8080", "Apply at lakeside.example"),
        ("mailto:hr@lakeside.example", "Apply by email to hr@lakeside.example"),
        ("mailto:hr@lakeside.example?subject=CM-1", "Apply by email to hr@lakeside.example"),
    ),
)
def test_the_button_says_where_it_leads(address: str, says: str) -> None:
    page = jd.render(refilled(BASE, apply_url=address), "html")
    buttons = [one for one in tree(page).iter("a") if one.get("class") == "button"]
    assert [(one.text, one.get("href")) for one in buttons] == [(says, address)] * 2


def test_without_an_address_there_is_no_button() -> None:
    page = jd.render(refilled(BASE, apply_url=None), "html")
    assert not [one for one in tree(page).iter("a") if one.get("class") == "button"]


@pytest.mark.parametrize("start", ("https://", "http://", "mailto:a@"))
@given(rest=st.text(st.characters(min_codepoint=33, max_codepoint=0x2FF), min_size=1))
def test_any_address_that_is_accepted_makes_a_page(start: str, rest: str) -> None:
    try:
        facts = jd.Requisition(apply_url=start + rest)
    except jd.InputError:
        return
    page = jd.render(jd.build(facts), "html")
    (first, _) = [one for one in tree(page).iter("a") if one.get("class") == "button"]
    assert first.get("href") == facts.apply_url


# --- what the data says is shown --------------------------------------------------------------------


def test_the_exact_address_is_shown() -> None:
    place = jd.Location("Denver", "CO", "80204", street="1 Main <Street>")
    made = refilled(BASE, locations=[place, jd.Location("Boise", "ID")])
    (ending,) = words(jd.render(made, "html"), ".//footer/p[2]")
    assert ending.replace("\u00a0", " ") == (
        "Work sites: 1 Main <Street>, Denver, CO 80204 · Boise, ID"
    )
    address = {"locations[0].street", "locations[0].postal_code"}
    assert not address & {loss.field for loss in jd.get_renderer("html").losses(made)}
    assert address <= {loss.field for loss in jd.get_renderer("markdown").losses(made)}


def test_the_day_of_posting_is_shown() -> None:
    assert "November\u00a020,\u00a02026" in words(jd.render(BASE, "html"), ".//article/header//dd")


def test_a_posting_without_any_of_it_has_no_footer() -> None:
    assert words(jd.render(jd.draft().build(), "html"), ".//footer") == []


def test_a_name_from_right_to_left_keeps_its_order_to_itself() -> None:
    made = posting(organization="שערי <צדק>", manager="Director")
    page = jd.render(made, "html")
    assert '<p class="employer"><bdi>שערי &lt;צדק&gt;</bdi></p>' in page
    assert "<dd>Director</dd>" in page
    (title,) = tree(page).iter("title")
    assert title.text == "Nurse Case Manager – שערי <צדק>"
    plan = HtmlPageRenderer().plan(BASE, ["organization"])
    assert plan.fill(organization="שערי") == jd.render(refilled(BASE, organization="שערי"), "html")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("מרים (ראשית), Director", "<bdi>מרים (ראשית)</bdi>, Director"),
        ("مريم، أحمد and 3 nurses", "<bdi>مريم، أحمد</bdi> and 3\u00a0nurses"),
        ("ד״ר רות, 2 West", "<bdi>ד״ר רות</bdi>, 2 West"),
        ("(רות) 2", "<bdi>(רות) 2</bdi>"),
        ("Zoë, 2 West", "Zoë, 2 West"),
    ],
)
def test_names_from_right_to_left_leave_the_order_of_the_words_around_them(
    name: str, shown: str
) -> None:
    assert f"<dd>{shown}</dd>" in jd.render(posting(manager=name), "html")


def test_a_title_with_names_from_right_to_left_ends_no_line_within_an_element() -> None:
    page = jd.render(posting(title="RN Case Manager, בית החולים שערי צדק, מרכז ראשי"), "html")
    (heading,) = re.findall("<h1>(.*?)</h1>", page)
    assert heading == (
        '<span class="phrase">RN Case Manager,</span> '
        '<span class="phrase"><bdi>בית החולים שערי צדק, מרכז ראשי</bdi></span>'
    )


def test_a_host_that_stays_whole_is_underlined_like_the_rest_of_its_link() -> None:
    (rule,) = re.findall(r"a > \.whole \{(.*?)\}", style_sheet(Theme()))
    assert "text-decoration: inherit" in rule


def test_a_plan_fills_button_and_footer_in_and_out() -> None:
    renderer = HtmlPageRenderer(theme=Theme(accent="#7a1f3d", logo=LOGO, logo_alt="Lakeside"))
    plan = renderer.plan(BASE, ["apply_url", "locations", "organization"])
    for url, code in product(("https://a.example/x", "mailto:hr@a.example"), ("80204", None)):
        facts = {
            "apply_url": url,
            "locations": [jd.Location("Denver", "CO", code)],
            "organization": "Lake & <Sons>",
        }
        filled = plan.fill(**facts)
        assert filled == renderer.render(refilled(BASE, **facts))
        assert filled.count('class="button"') == 2
    assert plan.exact, plan.reason


# --- themes -----------------------------------------------------------------------------------------

CHANNELS = st.integers(0, 255)


@given(CHANNELS, CHANNELS, CHANNELS)
def test_every_accent_that_is_taken_is_readable_everywhere(red: int, green: int, blue: int) -> None:
    color = f"#{red:02x}{green:02x}{blue:02x}"
    try:
        theme = Theme(accent=color)
    except jd.InputError:
        assert contrast(color, "#ffffff") < 4.5
        return
    for accent, scheme in zip(accents(theme), (LIGHT, DARK), strict=True):
        for ground in ("paper", "tint"):
            assert contrast(accent, scheme[ground]) >= 4.5


@pytest.mark.parametrize("color", ["#0b5cad", "#7a1f3d", "#006644", "#5b2a86", "#b00020"])
def test_a_brand_keeps_its_hue_and_its_strength_in_the_dark(color: str) -> None:
    def hue_and_strength(one: str) -> tuple[float, float]:
        hue, _, saturation = rgb_to_hls(*(int(one[at : at + 2], 16) / 255 for at in (1, 3, 5)))
        return hue, saturation

    _, dark = accents(Theme(accent=color))
    assert hue_and_strength(dark) == pytest.approx(hue_and_strength(color), abs=0.03)


@pytest.mark.parametrize("scheme", (LIGHT, DARK), ids=("light", "dark"))
def test_text_is_readable_in_both_schemes(scheme: dict[str, str]) -> None:
    for text, ground in product(("ink", "quiet"), ("paper", "tint")):
        assert contrast(scheme[text], scheme[ground]) >= 4.5


def test_a_pale_accent_is_refused_with_what_to_do() -> None:
    with pytest.raises(jd.InputError, match=r"accent: #ffcc00 .* \(choose a darker color\)"):
        Theme(accent="#ffcc00")


def test_the_default_theme_is_the_packaged_look() -> None:
    assert HtmlPageRenderer(theme=Theme()).render(BASE) == jd.render(BASE, "html")
    other = HtmlPageRenderer().with_theme(Theme(accent="#7a1f3d"))
    assert "--accent: #7a1f3d;" in other.render(BASE)
    assert "--accent: #7a1f3d;" not in jd.render(BASE, "html")


def test_a_font_comes_first_and_a_logo_is_part_of_the_page() -> None:
    theme = Theme(font="Source Sans 3", logo=LOGO, logo_alt='The "lake" <logo>')
    page = HtmlPageRenderer(theme=theme).render(BASE)
    assert '--font: "Source Sans 3", system-ui' in page
    (image,) = tree(page).iter("img")
    assert image.get("alt") == 'The "lake" <logo>'
    assert image.get("src", "").startswith("data:image/svg+xml;base64,")
    assert "http" not in style_sheet(theme)


@pytest.mark.parametrize(
    ("theme", "last"),
    [
        (Theme(font="Georgia"), "serif"),
        (Theme(font="Inter"), "sans-serif"),
        (Theme(font="Ours", generic="monospace"), "monospace"),
    ],
)
def test_a_font_that_is_not_there_gives_way_to_one_of_its_kind(theme: Theme, last: str) -> None:
    (stack,) = re.findall(r"--font: ([^;]*);", style_sheet(theme))
    assert stack.rsplit(", ", 1)[1] == last


def test_a_theme_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_bytes(LOGO)
    file = tmp_path / "theme.toml"
    file.write_text('accent = "#7a1f3d"\nlogo = "logo.svg"\nlogo_alt = "Lakeside"\n', "utf-8")
    assert 'alt="Lakeside"' in HtmlPageRenderer(theme=load_theme(file)).render(BASE)


@pytest.mark.parametrize("name", [one for one in EVERY if clean_line(one)], ids=ascii)
def test_no_word_of_a_theme_leaves_its_place(name: str) -> None:
    harmless = html_shape(
        HtmlPageRenderer(theme=Theme(logo=LOGO, logo_alt="x")).render(jd.Document("T"))
    )
    theme = Theme(logo=LOGO + name.encode("utf-8", "replace"), logo_alt=name)
    page = HtmlPageRenderer(theme=theme).render(jd.Document("T"))
    assert html_shape(page) == harmless
    assert f"--font: {_css_string(name)[0]}" == '--font: "'
    assert not set(_css_string(name)[1:-1]) & set("\"'<>&{};\n\\/") - {"\\"}


@pytest.mark.parametrize(
    "font", ('x"; } body { display: none', "</style>", "a, b", "url(x)", "a\\")
)
def test_a_font_that_is_no_name_is_refused(font: str) -> None:
    with pytest.raises(jd.InputError, match="font"):
        Theme(font=font)


@pytest.mark.parametrize(("place", "large"), [("Main Street", True), ("Main Street " * 5, False)])
def test_a_place_of_many_words_is_no_headline(place: str, large: bool) -> None:
    sites = [jd.Location("Denver", "CO", street=f"{number} {place}") for number in (1, 2)]
    for locations in (sites[:1], sites):
        made = posting(locations=locations)
        (where,) = (
            one
            for one in tree(jd.render(made, "html")).findall(".//article/header/dl/div")
            if "Where" in "".join(one.itertext())
        )
        length = len(made.value("location") or "")
        assert ("long" in where.get("class").split()) == (length > 48)
    assert len(posting(locations=sites[:1]).value("location") or "") < 48 or not large


def test_sources_hang_behind_their_numbers_and_dates_stay_whole() -> None:
    sources = jd.BulletList([jd.Bullet(f"[{one}] Law, as of 2026-11-23") for one in (1, 2)])
    page = jd.render(jd.Document("Report", [sources]), "html")
    assert words(page, ".//ul/li/span[1]") == ["[1]", "[2]"]
    assert words(page, ".//ul/li") == ["[1] Law, as of 2026-11-23", "[2] Law, as of 2026-11-23"]
    assert page.count('<span class="whole">2026-11-23</span>') == 2
