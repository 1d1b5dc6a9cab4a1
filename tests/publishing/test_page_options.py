"""The data in a page take the options of ``jsonld``: search engines read the page, not that format alone."""

import json
import pickle
from pathlib import Path

import pytest
from samples import posting

import casemgr_jd as jd
from casemgr_jd._embedded import embedded_jobs
from casemgr_jd.cli.main import main
from casemgr_jd.renderers.page import HtmlPageRenderer
from casemgr_jd.renderers.theme import Theme

OPTIONS = {
    "organization_url": "https://lakeside.example",
    "logo": "https://lakeside.example/logo.png",
    "page_url": "https://lakeside.example/jobs/1042",
    "direct_apply": True,
}
EXAMPLE = Path(__file__).parents[2] / "examples" / "hospital-senior-rn.toml"


def test_the_data_of_a_page_are_those_of_the_format_with_the_same_options() -> None:
    page = jd.get_renderer("html").with_options(OPTIONS)
    (job,), _ = embedded_jobs(page.render(posting()))
    alone = jd.get_renderer("jsonld").with_options(OPTIONS).render(posting())
    assert job == json.loads(alone)
    assert job["directApply"] is True
    assert job["hiringOrganization"]["logo"] == OPTIONS["logo"]


def test_options_keep_the_look_and_those_given_before() -> None:
    page = HtmlPageRenderer(theme=Theme(accent="#7a1f3d"), back=("index.html", "All jobs"))
    plain = page.render(posting())
    first = page.with_options({"direct_apply": True}).with_options(
        {"page_url": "https://x.example/1"}
    )
    made = pickle.loads(pickle.dumps(first)).render(posting())
    (job,), _ = embedded_jobs(made)
    assert (job["directApply"], job["url"]) == (True, "https://x.example/1")
    assert "--accent: #7a1f3d;" in made
    assert "All jobs" in made
    assert page.render(posting()) == plain


def test_a_plan_of_a_page_with_options_fills_the_same_page() -> None:
    page = HtmlPageRenderer().with_options(OPTIONS)
    plan = page.plan(posting(), ["organization"])
    assert plan.fill(organization="Harbor Care") == page.render(posting(organization="Harbor Care"))


@pytest.mark.parametrize("table", ["html", "jsonld", "google"])
def test_a_file_gives_a_page_its_options(table: str, tmp_path: Path) -> None:
    file, page = tmp_path / "job.toml", tmp_path / "page.html"
    said = f'[publish.{table}]\nlogo = "https://x.example/l.png"\ndirect_apply = true\n'
    file.write_text(f"{EXAMPLE.read_text(encoding='utf-8')}\n{said}", encoding="utf-8")
    main(["render", str(file), "-o", str(page), "--option", "direct_apply=false"])
    (job,), _ = embedded_jobs(page.read_text(encoding="utf-8"))
    assert job["hiringOrganization"]["logo"] == "https://x.example/l.png"
    assert job["directApply"] is False


def test_a_wrong_option_is_named_where_it_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "job.toml"
    said = '[publish.google]\ndirect_apply = "maybe"\n'
    file.write_text(f"{EXAMPLE.read_text(encoding='utf-8')}\n{said}", encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        main(["render", str(file), "-f", "html"])
    assert stop.value.code == 2
    assert "publish.google.direct_apply: must be true or false" in capsys.readouterr().err


@pytest.mark.parametrize("format", ["linkedin", "html", "markdown"])
def test_a_table_that_no_outlet_reads_is_told(
    format: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "job.toml"
    said = "[publish.linkdin]\ncompany_id = 42\n"
    file.write_text(f"{EXAMPLE.read_text(encoding='utf-8')}\n{said}", encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        main(["render", str(file), "-f", format])
    assert stop.value.code == 2
    assert "publish.linkdin: is neither an outlet nor a format" in (told := capsys.readouterr().err)
    assert "did you mean 'linkedin'" in told


def test_a_house_gives_its_pages_their_options() -> None:
    house = jd.HouseStyle(outlets={"google": {"organization_url": "https://lakeside.example"}})
    (job,), _ = embedded_jobs(house.renderer("html").render(posting()))
    assert job["hiringOrganization"]["sameAs"] == "https://lakeside.example"
    with pytest.raises(jd.InputError, match=r"outlets\.html\.x: is not an option"):
        jd.HouseStyle(outlets={"html": {"x": 1}}).renderer("html")
