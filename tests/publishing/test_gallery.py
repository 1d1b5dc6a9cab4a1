"""``casemgr-jd render``: themes, and the gallery of every setting at every tier."""

import os
import re
from pathlib import Path

import html5lib
import pytest

import casemgr_jd as jd
from casemgr_jd.cli.main import main
from casemgr_jd.renderers.gallery import Card, gallery_page
from casemgr_jd.renderers.page import HtmlPageRenderer

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NURSE = str(EXAMPLES / "hospital-senior-rn.toml")


def run(*arguments: str) -> int:
    try:
        main([*arguments])
    except SystemExit as stop:
        return int(stop.code or 0)
    return 0


def links(page: Path) -> list[str]:
    tree = html5lib.parse(page.read_text("utf-8"), namespaceHTMLElements=False)
    addresses = [str(one.get("href")) for one in tree.iter("a")]
    return [one for one in addresses if not one.startswith("#")]


def test_a_page_of_every_setting_at_every_tier(tmp_path: Path) -> None:
    assert run("render", "--gallery", str(tmp_path / "new" / "gallery")) == 0
    folder = tmp_path / "new" / "gallery"
    catalog = jd.load_catalog()
    wanted = {
        f"{setting.id}-{tier.id}.html" for setting in catalog.settings for tier in catalog.tiers
    }
    assert len(wanted) == 36
    assert {one.name for one in folder.iterdir()} == wanted | {"index.html"}
    assert set(links(folder / "index.html")) == wanted
    index = (folder / "index.html").read_text("utf-8")
    jumps = re.findall(r'href="#([^"]+)"', index)
    assert len(jumps) == len(catalog.settings)
    assert all(index.count(f'<h2 id="{one}">') == 1 for one in jumps)
    blank = jd.draft().for_setting("hospital").at_tier("lead").build()
    page = (folder / "hospital-lead.html").read_text("utf-8")
    assert page == HtmlPageRenderer(back=("index.html", "All postings")).render(blank)
    assert links(folder / "hospital-lead.html")[0] == "index.html"
    assert [one.name for one in folder.parent.iterdir()] == ["gallery"]


def test_a_requisition_fills_the_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "gallery"
    folder.mkdir()
    assert run("render", NURSE, "--gallery", str(folder)) == 0
    index = (folder / "index.html").read_text("utf-8")
    for words in (
        "Lakeside Health",
        "Lead RN Case Manager",
        "Denver, CO",
        "$84,000–$104,000 a year",
    ):
        assert words in index
    told = capsys.readouterr().err
    assert "left out: rn in specialty.legal: " in told
    assert not (folder / "specialty.legal-entry.html").exists()
    assert "18 pages and index.html" in told
    assert len(links(folder / "index.html")) == 18


def test_a_card_says_what_tells_it_from_the_next_and_the_head_what_all_share(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "gallery"
    assert run("render", NURSE, "--gallery", str(folder)) == 0
    tree = html5lib.parse((folder / "index.html").read_text("utf-8"), namespaceHTMLElements=False)
    cards = ["|".join(one.itertext()) for one in tree.iter("li")]
    assert len(cards) == 18
    assert not any("Denver, CO" in card for card in cards)
    (head,) = (one for one in tree.iter("header") if one.get("class") == "hero")
    told = "".join(head.itertext()).replace("\u00a0", " ")
    # An opening that all of them share says nothing of the job.
    assert "\nAt least 3 years of experience · Denver, CO · $84,000–$104,000 a year. " in told
    posting = jd.build(jd.load_requisition(NURSE))
    (level,) = (one for one in posting.sections if one.id == "level")
    assert isinstance(level.blocks[0], jd.BulletList)
    first = level.blocks[0].bullets[0].text.filled(posting.read)
    assert sum(first in card for card in cards) == 1


def test_cards_of_one_title_at_one_tier_say_what_each_is_about(tmp_path: Path) -> None:
    folder = tmp_path / "gallery"
    assert run("render", str(EXAMPLES / "home-health-entry-rn.toml"), "--gallery", str(folder)) == 0
    tree = html5lib.parse((folder / "index.html").read_text("utf-8"), namespaceHTMLElements=False)
    cards = [["".join(part.itertext()) for part in one] for one in tree.iter("li")]
    titles = [card[0] for card in cards]
    assert len(set(titles)) < len(titles)
    # Where their own facts are alike, the line below the name of their setting tells them apart.
    told = [
        (*("".join(one.itertext()) for one in section.findall("p")), *map("".join, card.itertext()))
        for section in tree.iter("section")
        for card in section.iter("li")
    ]
    assert len(told) == len(cards)
    assert len(set(told)) == len(told)
    # None is longer for it than a line or two.
    assert max(len(fact) for card in cards for fact in card) < 200
    groups = ["".join(one.itertext()) for one in tree.iter("h2")]
    assert "Home Health/Hospice: Hospice" in groups


def test_a_theme_is_that_of_all_pages(tmp_path: Path) -> None:
    theme = tmp_path / "theme.toml"
    theme.write_text('accent = "#7a1f3d"\n', "utf-8")
    folder = tmp_path / "gallery"
    assert run("render", "--gallery", str(folder), "--theme", str(theme)) == 0
    assert all("--accent: #7a1f3d;" in one.read_text("utf-8") for one in folder.iterdir())
    page = tmp_path / "one.html"
    assert run("render", NURSE, "-o", str(page), "--theme", str(theme)) == 0
    assert "--accent: #7a1f3d;" in page.read_text("utf-8")


def test_the_writer_sees_the_tips(tmp_path: Path) -> None:
    assert run("render", "--gallery", str(tmp_path / "g"), "--audience", "writer") == 0
    assert "Tip:" in (tmp_path / "g" / "hospital-entry.html").read_text("utf-8")


# --- what cannot be done is said --------------------------------------------------------------------


def test_a_folder_that_holds_something_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    assert run("render", "--gallery", str(tmp_path)) == 2
    assert "holds files already (name a new or an empty folder)" in capsys.readouterr().err
    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_is_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "file"
    file.write_text("mine", "utf-8")
    assert run("render", "--gallery", str(file)) == 2
    assert run("render", "--gallery", str(file / "inside")) == 2
    told = capsys.readouterr().err
    assert "file: is a file (name a new or an empty folder)" in told
    assert "inside: cannot be written: " in told
    assert file.read_text("utf-8") == "mine"


def test_a_read_only_folder_is_told_and_nothing_is_left_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: object, target: object) -> None:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "replace", refuse)
    assert run("render", "--gallery", str(tmp_path / "gallery")) == 2
    told = capsys.readouterr().err
    assert f"cannot be written: {os.strerror(13)} (choose a place that you may write to)" in told
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "says"),
    (
        (["render"], "name a REQUISITION"),
        (["render", "--gallery", "x", "-f", "pdf"], "--gallery writes HTML pages"),
        (["render", "--gallery", "x", "--strict"], "--gallery writes HTML pages"),
        (["render", NURSE, "-f", "markdown", "--theme", "x.toml"], "'markdown' has no look"),
        (
            ["render", NURSE, "-f", "html", "--theme", "missing.toml"],
            "missing.toml: cannot be read",
        ),
    ),
)
def test_what_does_not_go_together_is_told(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    assert says in capsys.readouterr().err


def test_a_theme_that_cannot_be_used_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    theme = tmp_path / "theme.toml"
    theme.write_text('accent = "#ffcc00"\n', "utf-8")
    assert run("render", NURSE, "-f", "html", "--theme", str(theme)) == 2
    assert "theme.toml: accent: #ffcc00 on white has a contrast of 1.51" in capsys.readouterr().err


def test_no_word_of_a_card_is_markup() -> None:
    words = '</a><script>x</script> "&'
    page = gallery_page([Card(words, words, words, "a.html", (words,))], words, words, words)
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    assert not [*tree.iter("script")]
    (link,) = tree.iter("a")
    shown = "".join(link.itertext()).replace("“", '"')
    assert shown == f"{words} {words}"


def test_the_cards_can_be_shown_by_tier_without_a_script() -> None:
    cards = [Card("A", "Entry", "x", "1.html"), Card("B", "Senior", "y", "2.html")]
    page = gallery_page(cards, "Postings")
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    assert [one.get("id") for one in tree.iter("input")] == [None, "only-1", "only-2"]
    assert [one.get("class") for one in tree.findall(".//li")] == ["of-1", "of-2"]
    assert "<script" not in page
    assert "<input" not in gallery_page(cards[:1], "Postings")


def test_what_all_cards_of_a_group_say_stands_once_below_its_name() -> None:
    cards = [
        Card("A", "Entry", "x", "1.html", ("The bed is ready.", "0–2 years")),
        Card("A", "Senior", "y", "2.html", ("The bed is ready.", "3 years")),
        Card("B", "Entry", "z", "3.html", ("Alone.",)),
    ]
    tree = html5lib.parse(gallery_page(cards, "Postings"), namespaceHTMLElements=False)
    told = [
        ["".join(one.itertext()) for one in section.findall("p")]
        for section in tree.iter("section")
    ]
    assert told == [["The bed is ready."], []]
    shown = [["".join(one.itertext()) for one in card.findall("p")] for card in tree.iter("li")]
    assert shown == [["0–2 years"], ["3 years"], ["Alone."]]


def test_only_the_tier_on_a_card_is_set_apart_from_its_title() -> None:
    page = gallery_page([Card("A", "Entry-Level", "Nurse, Home Health", "1.html")], "Postings")
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    (title,) = tree.iter("h3")
    apart = [one for one in title.iter("span") if one.get("class") == "of"]
    assert ["".join(one.itertext()) for one in apart] == ["Entry-Level"]
    assert "h3 span" not in page
