"""Outlets: what is accepted leaves, what would be refused is refused here, and no blank ever leaves."""

import csv
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from attrs import evolve
from click.testing import CliRunner
from hypothesis import given, settings
from machine_reading import FEEDS, FORMATS, everything, plain
from samples import VALUES, complete, posting
from strategies import requisitions

import casemgr_jd as jd
from casemgr_jd.cli._template import requisition_file
from casemgr_jd.cli.main import program
from casemgr_jd.errors import InputError, RenderError, UnknownNameError
from casemgr_jd.renderers.acceptance import _CASES, remarks
from casemgr_jd.renderers.blanks import blanks, without_blanks
from casemgr_jd.renderers.outlets import OUTLETS, outlet_named

INCOMPLETE = jd.RenderContext(allow_incomplete=True)
PLACE = jd.Location("Denver", "CO", "80204")
OPTIONS: dict[str, dict[str, Any]] = {"smartrecruiters": {"department": "d1"}}
"""What an account adds, by format."""


def renderer(format: str) -> Any:
    return jd.get_renderer(format).with_options(OPTIONS.get(format, {}))


# --- the descriptions -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", OUTLETS)
def test_a_description_names_its_source_and_fields_that_are_made(name: str) -> None:
    outlet = outlet_named(name)
    assert outlet.source.startswith("https://")
    assert outlet.basis.endswith(".")
    made = {row.theirs for row in jd.get_renderer(outlet.format).rows}
    made |= {one.partition(".")[0] for one in made}
    # Only an account's own field has no row until it is given.
    assert outlet.fields - made <= {"companyId", "posterEmail"}
    assert outlet.fields
    conditions = {one.when or one.unless for one in (*outlet.requires, *outlet.recommends)}
    assert conditions - {""} <= set(_CASES)


def test_every_machine_format_has_an_outlet() -> None:
    assert {outlet_named(name).format for name in OUTLETS} == set(FORMATS)
    with pytest.raises(UnknownNameError, match="did you mean 'indeed'"):
        outlet_named("indeeed")


# --- accepted or refused ----------------------------------------------------------------------------


@pytest.mark.parametrize("format", FORMATS)
def test_a_complete_posting_is_accepted(format: str) -> None:
    made = posting(locations=[PLACE])
    assert renderer(format).refusals(made) == ()
    assert renderer(format).render(made)


REQUIRED = (
    ("posted_on", "google", "datePosted"),
    ("organization", "google", "hiringOrganization"),
    ("locations", "google", "jobLocation"),
    ("posted_on", "indeed", "date"),
    ("requisition_id", "indeed", "referencenumber"),
    ("apply_url", "indeed", "url"),
    ("requisition_id", "linkedin", "partnerJobId"),
    ("apply_url", "linkedin", "applyUrl"),
    ("locations", "linkedin", "location"),
    ("locations", "smartrecruiters", "location"),
)


@pytest.mark.parametrize(("fact", "outlet", "field"), REQUIRED)
def test_what_is_required_and_not_given_is_named_with_a_remedy(
    fact: str, outlet: str, field: str
) -> None:
    whole = posting(locations=[PLACE])
    assert field not in {one.field for one in remarks(whole, outlet) if one.severity == "error"}
    made = evolve(
        whole,
        requisition=evolve(
            whole.requisition,
            **{fact: VALUES[fact][0][:0] if isinstance(VALUES[fact][0], tuple) else None},
        ),
    )
    (found,) = [one for one in remarks(made, outlet) if one.field == field]
    assert (found.severity, found.missing) == ("error", True)
    assert fact in found.fact
    assert found.remedy
    with pytest.raises(RenderError, match=field):
        renderer(outlet_named(outlet).format).render(made)


def test_an_address_that_is_not_the_page_of_the_job_does_not_do() -> None:
    mailed = posting(locations=[PLACE], apply_url="mailto:hr@lakeside.example")
    assert "url" in {one.field for one in remarks(mailed, "indeed")}


def test_a_title_that_says_more_than_the_job_is_advised_against() -> None:
    for title in ("RN Case Manager, Denver", "Nurse CM-1042", "Apply Now: Nurse", "Nurse $40"):
        found = remarks(posting(locations=[PLACE], title=title), "google")
        assert "title" in {one.field for one in found if one.severity == "warning"}, title
    found = remarks(posting(locations=[PLACE]), "google")
    assert "title" not in {one.field for one in found}


def test_a_draft_is_allowed_by_name_and_lacks_only_what_is_missing() -> None:
    bare = jd.build(jd.Requisition(title="Nurse"))
    for format in FORMATS:
        with pytest.raises(RenderError, match="would refuse"):
            jd.render(bare, format)
        assert jd.render(bare, format, INCOMPLETE)
    long = posting(locations=[PLACE], title="t" * 201)
    with pytest.raises(RenderError, match="takes at most 200"):
        jd.render(long, "linkedin", INCOMPLETE)


def test_a_feed_of_a_bare_posting_is_refused_or_rejected() -> None:
    bare = jd.build(jd.Requisition(title="X"))
    with pytest.raises(RenderError, match="company"):
        jd.get_renderer("indeed").feed([bare])
    found = jd.get_renderer("indeed").collect([posting(locations=[PLACE]), bare])
    assert [one.heading for one in found.postings] == ["Nurse Case Manager"]
    ((rejected, reasons),) = found.rejected
    assert rejected is bare
    assert {"date", "company", "url", "city"} <= {one.field for one in reasons}
    assert (
        ElementTree.fromstring(found.text).findall("job")[0].findtext("company")
        == "Lakeside Health"
    )


def test_every_job_is_in_the_feed_or_among_the_rejects() -> None:
    several = [
        posting(locations=[PLACE], requisition_id=f"R{index}", posted_on=day)
        for index, day in enumerate((None, VALUES["posted_on"][0], None, VALUES["posted_on"][1]))
    ]
    for format in FEEDS:
        found = jd.get_renderer(format).collect([*several, several[-1]])
        assert len(found.postings) + len(found.rejected) == 5
        jobs = ElementTree.fromstring(found.text).findall("job")
        assert len(jobs) == len(found.postings)
        assert found.rejected[-1][1][-1].fact == "requisition_id"


# --- no blank leaves --------------------------------------------------------------------------------


@given(requisitions)
@settings(max_examples=40)
def test_no_blank_ever_leaves_in_a_machine_format(facts: jd.Requisition) -> None:
    made = jd.build(facts)
    shown = [made.slot(slot).blank for slot in blanks(made)]
    for format in FORMATS:
        try:
            output = jd.render(made, format, INCOMPLETE)
        except RenderError:
            continue  # beyond a limit of a board
        text = everything(plain(output, format))
        assert not any(blank in text for blank in shown), format


@given(requisitions)
@settings(max_examples=40)
def test_a_posting_without_blanks_has_none_and_loses_nothing_else(facts: jd.Requisition) -> None:
    made = jd.build(facts)
    whole = without_blanks(made)
    assert blanks(whole) == ()
    assert without_blanks(whole) == whole
    if not blanks(made):
        assert whole is made


def test_a_sentence_with_a_blank_goes_and_its_neighbors_stay() -> None:
    table = jd.Table(["A"], [[jd.Text.parse("{pay_range}")], ["kept row"]])
    empty = jd.Section("gone", "Gone", [jd.Paragraph(jd.Text.parse("At {organization}."))])
    blocks: list[Any] = [
        jd.Paragraph("Kept."),
        table,
        empty,
        jd.Section("in", "In", [empty, table]),
    ]
    made = jd.Posting("Nurse", blocks)
    text = jd.render(without_blanks(made), "text")
    assert all(words in text for words in ("Kept.", "kept row", "In"))
    assert "Gone" not in text
    assert "[" not in text


# --- options ----------------------------------------------------------------------------------------


def test_options_are_read_alike_from_text_and_from_values() -> None:
    linkedin = jd.get_renderer("linkedin")
    for value in ("42", 42):
        made = linkedin.with_options({"company_id": value, "publisher": "Lakeside"})
        root = ElementTree.fromstring(made.render(posting(locations=[PLACE])))
        assert root.findtext("publisher") == "Lakeside"
        assert root.findtext("job/companyId") == "42"
    jsonld = jd.get_renderer("jsonld").with_options(
        {"direct_apply": "true", "organization_url": "https://lakeside.example"}
    )
    job = jsonld.payload(posting())
    assert (job["directApply"], job["hiringOrganization"]["sameAs"]) == (
        True,
        "https://lakeside.example",
    )


@pytest.mark.parametrize(
    ("format", "option", "words"),
    (
        ("linkedin", {"compny_id": 1}, "did you mean 'company_id'"),
        ("linkedin", {"company_id": "many"}, "company_id: must be a whole number"),
        ("jsonld", {"direct_apply": "maybe"}, "direct_apply: must be true or false"),
        ("jsonld", {"logo": "logo.png"}, "logo: is an address without scheme"),
        ("linkedin", {"poster_email": "Jo"}, "poster_email: is no address for mail: 'Jo'"),
        ("html", {"logo": "logo.png"}, "logo: is an address without scheme"),
        ("html", {"compny": 1}, "compny: is not an option"),
        ("indeed", {"built_on": "soon"}, "built_on: must be a date"),
        ("lever", {"x": 1}, "is not an option"),
    ),
)
def test_an_option_that_is_wrong_is_named(format: str, option: dict[str, Any], words: str) -> None:
    with pytest.raises(InputError, match=words):
        jd.get_renderer(format).with_options(option)


# --- the command line -------------------------------------------------------------------------------


def folder(tmp_path: Path, **more: str) -> Path:
    """Return a folder with whole postings, saved, and requisitions beside them."""
    home = tmp_path / "jobs"
    home.mkdir()
    for name in ("a", "c"):
        made = posting(locations=[PLACE], requisition_id=name)
        (home / f"{name}.json").write_text(jd.dumps(made), encoding="utf-8")
    for name, text in more.items():
        (home / f"{name}.toml").write_text(text, encoding="utf-8")
    return home


def run(*words: str) -> Any:
    return CliRunner().invoke(program, [*words])


@pytest.mark.parametrize("format", FEEDS)
def test_the_feed_of_a_folder_is_complete_and_the_same_each_time(
    tmp_path: Path, format: str
) -> None:
    home = folder(tmp_path, b="title = 'X'", d="titel = 'X'")
    out, rejects = tmp_path / "jobs.xml", tmp_path / "rejects.csv"
    words = ["feed", str(home), "-f", format, "-o", str(out), "--rejects", str(rejects)]
    result = run(*words)
    assert result.exit_code == 1
    assert "2 of 4 requisitions in the feed" in result.stderr
    jobs = ElementTree.fromstring(out.read_text(encoding="utf-8")).findall("job")
    assert len(jobs) == 2
    rows = list(csv.DictReader(rejects.read_text(encoding="utf-8").splitlines()))
    assert {row["file"] for row in rows} == {"b.toml", "d.toml"}
    assert all(row["problem"] for row in rows)
    first = out.read_bytes(), rejects.read_bytes()
    run(*words)
    assert (out.read_bytes(), rejects.read_bytes()) == first


def test_without_a_file_for_rejects_nothing_is_written(tmp_path: Path) -> None:
    home, out = folder(tmp_path, b="title = 'X'"), tmp_path / "jobs.xml"
    result = run("feed", str(home), "-f", "indeed", "-o", str(out))
    assert result.exit_code != 0
    assert isinstance(result.exception, RenderError)
    assert "b.toml: organization: Indeed requires company" in str(result.exception)
    assert not out.exists()


def test_a_cell_of_the_rejects_is_never_a_formula(tmp_path: Path) -> None:
    home, rejects = folder(tmp_path), tmp_path / "rejects.csv"
    (home / "=1+1.toml").write_text("title = 'X'", encoding="utf-8")
    run("feed", str(home), "-f", "indeed", "-o", str(tmp_path / "x"), "--rejects", str(rejects))
    assert "\n'=1+1.toml" in rejects.read_text(encoding="utf-8")


def test_a_date_of_posting_given_for_all_replaces_none(tmp_path: Path) -> None:
    home = folder(tmp_path)
    undated = posting(locations=[PLACE], requisition_id="u", posted_on=None)
    (home / "u.json").write_text(jd.dumps(undated), encoding="utf-8")
    result = run("feed", str(home), "-f", "indeed", "--posted-on", "2026-11-25")
    dates = [one.text for one in ElementTree.fromstring(result.stdout).iter("date")]
    assert dates == ["2026-11-20", "2026-11-20", "2026-11-25"]


def test_render_refuses_and_says_how_to_go_on(tmp_path: Path) -> None:
    path = tmp_path / "u.json"
    undated = posting(locations=[PLACE], posted_on=None)
    path.write_text(jd.dumps(undated), encoding="utf-8")
    refused = run("render", str(path), "-f", "jsonld")
    assert "--allow-incomplete" in str(refused.exception)
    dated = run("render", str(path), "-f", "jsonld", "--posted-on", "2026-11-25")
    assert json.loads(dated.stdout)["datePosted"] == "2026-11-25"
    draft = run("render", str(path), "-f", "jsonld", "--allow-incomplete")
    assert "datePosted" not in json.loads(draft.stdout)
    page = run("render", str(path), "-o", str(tmp_path / "u.html"))
    assert "not eligible for Google's job search: posted_on" in page.stderr


def test_render_says_what_it_wrote_and_what_is_blank(tmp_path: Path) -> None:
    path, out = tmp_path / "u.toml", tmp_path / "u.html"
    path.write_text("title = 'Nurse'", encoding="utf-8")
    told = run("render", str(path), "-o", str(out)).stderr
    assert f"wrote {out}; needed and still blank: " in told
    assert "a draft: the page holds no JSON-LD" in told


def test_check_tells_before_publishing(tmp_path: Path) -> None:
    undated = posting(locations=[PLACE], posted_on=None)
    report = jd.check(undated, outlets="google", select=["TPL"])
    assert [(one.code, one.path) for one in report][:1] == [("OUT001", "posted_on")]
    path = tmp_path / "u.json"
    path.write_text(jd.dumps(undated), encoding="utf-8")
    result = run("check", str(path), "--for", "google", "--select", "TPL", "-f", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["findings"][0]["code"] == "OUT001"
    assert not any(one.code == "OUT001" for one in jd.check(undated, outlets=["lever"]))


def test_an_option_reaches_the_output_from_the_command_line(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    path.write_text(jd.dumps(posting(locations=[PLACE])), encoding="utf-8")
    made = run("render", str(path), "-f", "smartrecruiters", "--option", "department=d7")
    assert json.loads(made.stdout)["department"] == {"id": "d7"}
    assert isinstance(run("render", str(path), "-f", "smartrecruiters").exception, RenderError)


PUBLISH = """
[publish.linkedin]
company_id = 42
cents = true

[publish.google]
page_url = "https://lakeside.example/jobs/1"
direct_apply = true
"""


def written(tmp_path: Path, more: str) -> Path:
    path = tmp_path / "r.toml"
    text = requisition_file(complete(locations=[PLACE], extra={}), jd.load_catalog())
    path.write_text(f"{text}\n{more}", encoding="utf-8")
    return path


def test_options_stand_in_the_requisition_file(tmp_path: Path) -> None:
    path = written(tmp_path, PUBLISH)
    feed = ElementTree.fromstring(run("render", str(path), "-f", "linkedin").stdout)
    assert feed.findtext("job/companyId") == "42"
    job = json.loads(run("render", str(path), "-f", "jsonld").stdout)
    assert (job["url"], job["directApply"]) == ("https://lakeside.example/jobs/1", True)
    above = run("render", str(path), "-f", "linkedin", "--option", "company_id=7")
    assert ElementTree.fromstring(above.stdout).findtext("job/companyId") == "7"
    assert run("render", str(path), "-f", "markdown").exit_code == 0
    assert jd.load_requisition(path).organization == "Lakeside Health"


def test_an_option_in_the_file_that_is_wrong_is_named_with_its_place(tmp_path: Path) -> None:
    path = written(tmp_path, "[publish.linkedin]\ncompny_id = 42\n")
    wrong = run("render", str(path), "-f", "linkedin").exception
    assert "publish.linkedin.compny_id: is not an option (did you mean 'company_id'?)" in str(wrong)
    with pytest.raises(InputError, match="must be a table of options"):
        jd.load_requisition(written(tmp_path, "publish.linkedin = 42\n"))


def test_complete_facts_stay_complete() -> None:
    assert blanks(jd.build(complete(locations=[PLACE]))) == ()


def options_folder(tmp_path: Path, **tables: str) -> Path:
    home = tmp_path / "own"
    home.mkdir()
    for name, table in tables.items():
        facts = complete(locations=[PLACE], extra={}, requisition_id=name)
        text = requisition_file(facts, jd.load_catalog())
        (home / f"{name}.toml").write_text(f"{text}\n[publish.linkedin]\n{table}", encoding="utf-8")
    return home


def test_a_feed_reads_the_options_of_each_file(tmp_path: Path) -> None:
    home = options_folder(tmp_path, a="company_id = 1\npublisher = 'Lakeside'", b="company_id = 2")
    feed = ElementTree.fromstring(run("feed", str(home), "-f", "linkedin").stdout)
    assert [one.text for one in feed.iter("companyId")] == ["1", "2"]
    assert feed.findtext("publisher") == "Lakeside"
    above = run("feed", str(home), "-f", "linkedin", "--option", "company_id=7").stdout
    assert [one.text for one in ElementTree.fromstring(above).iter("companyId")] == ["7", "7"]


def test_a_feed_has_one_publisher(tmp_path: Path) -> None:
    home = options_folder(
        tmp_path,
        a="company_id = 1\npublisher = 'Lakeside'",
        b="company_id = 2\npublisher = 'Harbor'",
        c="company_id = 3\npublisherr = 'Harbor'",
    )
    rejects = tmp_path / "rejects.csv"
    words = ("feed", str(home), "-f", "linkedin", "--rejects", str(rejects))
    feed = ElementTree.fromstring(run(*words).stdout)
    assert [one.text for one in feed.iter("companyId")] == ["1"]
    rows = list(csv.DictReader(rejects.read_text(encoding="utf-8").splitlines()))
    assert [(row["file"], row["field"]) for row in rows] == [
        ("c.toml", "publish.linkedin.publisherr"),
        ("b.toml", "publish.linkedin.publisher"),
    ]
    both = ElementTree.fromstring(run(*words, "--option", "publisher=Joint").stdout)
    assert both.findtext("publisher") == "Joint"
    assert [one.text for one in both.iter("companyId")] == ["1", "2"]


def test_feed_and_rejects_are_two_files(tmp_path: Path) -> None:
    home, out = folder(tmp_path), str(tmp_path / "x")
    result = run("feed", str(home), "-f", "indeed", "-o", out, "--rejects", out)
    assert isinstance(result.exception, InputError)
    assert "is named for two outputs" in str(result.exception)
    assert not Path(out).exists()
