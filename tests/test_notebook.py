"""Values show themselves in a notebook: the same each time, without script, readable without styles."""

import re
import sys
from types import SimpleNamespace
from typing import Any

import pytest
from reading_back import html_shape
from samples import complete, posting

import casemgr_jd as jd
from casemgr_jd._formats import FORMATS
from casemgr_jd._notebook import register_here
from casemgr_jd.model._display import listed_markup

MADE = posting()
SHOWN: dict[str, Any] = {
    "Posting": MADE,
    "Document": jd.Document("Report", [jd.Paragraph("All is well <today>.")]),
    "Section": MADE.sections[0],
    "Catalog": jd.load_catalog(),
    "SettingModule": jd.load_catalog().setting("hospital"),
    "SeniorityTier": jd.load_catalog().tier("senior"),
    "CaseloadRange": jd.CaseloadRange(12, 18, "patients", "per day"),
    "PayRange": jd.PayRange(72_000, 92_000),
    "Variants": jd.variants(settings=["hospital", "behavioral"], tiers=["entry", "lead"]),
    "Requisition": complete(),
    "KPI": jd.load_catalog().kpi_sets[0][2][0],
    "Role": jd.load_catalog().role("rn"),
    "Finding": jd.check_document("We want a young RN in Denver. Pay: $84,000.").findings[0],
    "Report": jd.check_document("We want a young RN in Denver. Pay: $84,000."),
    "Plan": jd.get_renderer("text").plan(MADE, ["organization"]),
    "FilePlan": jd.get_renderer("pdf").plan(MADE, ["organization", "pay"]),
    "Comparison": jd.compare(MADE, jd.draft().build()),
    "InterviewKit": jd.interview_kit(MADE),
    "Variant": jd.variants(settings=["hospital"])[0],
}


@pytest.mark.parametrize("kind", SHOWN)
def test_a_value_shows_itself(kind: str) -> None:
    value = SHOWN[kind]
    bundle = value._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html"}
    assert bundle == value._repr_mimebundle_()
    assert "<script" not in bundle["text/html"]
    assert " at 0x" not in bundle["text/plain"] + bundle["text/html"]
    assert len(bundle["text/plain"]) < 300
    assert html_shape(bundle["text/html"])


def test_a_finding_says_what_to_do_where_and_why() -> None:
    (finding,) = (one for one in SHOWN["Report"] if one.match == "$84,000")
    shown = finding._repr_mimebundle_()["text/html"]
    assert "<dt>Words</dt>" in shown
    assert "<dt>Source</dt>" in shown
    assert repr(SHOWN["Finding"]).startswith("Finding('")


def test_a_plan_says_what_it_renders_and_what_differs() -> None:
    shown = SHOWN["FilePlan"]._repr_mimebundle_()["text/html"]
    assert "<dd>organization and pay</dd>" in shown
    assert "<dd>pdf</dd>" in shown


def test_a_requisition_reads_in_words() -> None:
    facts = jd.Requisition(emr=["Epic"], about=["We care.", "We stay."], requisition_id="7")
    shown = facts._repr_mimebundle_()["text/html"]
    assert "<dt>EMR</dt>" in shown
    assert "<dt>Requisition ID</dt>" in shown
    assert "<dd>We care. We stay.</dd>" in shown


def test_a_requisition_names_its_choices_and_what_its_posting_leaves_blank() -> None:
    facts = jd.Requisition(
        role="rn",
        setting=["hospital"],
        measures=["kpi.hospital.readmissions"],
        background_check=True,
        posted_on="2026-11-20",
    )
    text = jd.render(facts.to_document(), "text")
    for line in (
        "Setting: Hospital/Acute Care",
        "Role: RN Case Manager",
        "Measures: 30-day readmissions",
        "Background check: yes",
        "Posted on: November 20, 2026",
        "What is still blank",
    ):
        assert line in text
    blank = facts.to_document().sections[-1]
    assert [str(one.text) for one in blank.bullets] == [
        jd.build(facts).slot(one).label for one in jd.build(facts).unfilled
    ]
    assert str(facts.to_document().title) == jd.build(facts).heading
    # Facts can be looked at before they make a posting.
    unknown = jd.Requisition(role="no_such_role").to_document()
    assert [section.title for section in unknown.sections] == ["What is given"]


def test_include_and_exclude_are_heeded() -> None:
    assert set(MADE._repr_mimebundle_(include=["text/html"])) == {"text/html"}
    assert set(MADE._repr_mimebundle_(exclude=["text/html"])) == {"text/plain"}
    assert MADE._repr_mimebundle_(include=["text/html"], exclude=["text/html"]) == {}
    assert set(MADE._repr_mimebundle_(include=["image/png"])) == set()


def test_the_view_is_the_html_of_the_posting() -> None:
    shown = MADE._repr_mimebundle_()["text/html"].translate(str.maketrans("“”‘’", "\"\"''"))
    plain = jd.render(MADE, "html_fragment").replace("&quot;", '"').replace("&#39;", "'")
    assert plain in shown


def test_the_view_is_bounded_scoped_and_says_what_it_is() -> None:
    bare = posting(pay=None, organization=None)
    shown = bare._repr_mimebundle_()["text/html"]
    assert '<p class="casemgr-jd-head">Posting · 2 blanks</p>' in shown
    style = shown.partition("<style>")[2].partition("</style>")[0]
    assert "max-height" in style
    assert all(rule.startswith(".casemgr-jd") for rule in style.split("}") if rule)
    # Black is what shows in a mask, and no color of the page.
    assert "#" not in style.replace("#000 calc(", "")


def test_a_view_that_fails_leaves_the_plain_repr(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str) -> object:
        raise RuntimeError(name)

    monkeypatch.setattr(FORMATS, "get", broken)
    assert MADE._repr_mimebundle_() == {"text/plain": repr(MADE)}


def test_reprs_are_short_and_say_what_it_is() -> None:
    assert repr(MADE) == f"Posting('Nurse Case Manager', {len(MADE.sections)} sections, 0 blanks)"
    assert repr(complete()).startswith("Requisition('Lakeside Health', ")
    assert repr(jd.draft().at_tier("senior")) == "PostingBuilder(tier='senior')"


def test_a_repr_of_one_says_one() -> None:
    found = jd.variants(jd.Requisition(role="rn"), settings=["hospital"], tiers=["entry"])
    assert repr(found) == "Variants(1 posting, 0 pairs ruled out)"
    assert repr(jd.Requisition(team="six nurses")).endswith(", 1 field given)")
    own = jd.SettingModule("own", "Own", "patient", "patients")
    assert repr(own) == "SettingModule('own', 0 items, 0 KPIs)"


def test_a_list_of_values_is_one_document_that_shows_itself() -> None:
    catalog = jd.load_catalog()
    for values in (
        list(SHOWN["Report"]),
        catalog.roles,
        [complete(), complete(title="Other")],
        catalog.kpi_sets[0][2],
        [SHOWN["Plan"], SHOWN["FilePlan"]],
        [MADE, jd.draft().build()],
    ):
        document = jd.listed(values)
        assert len(document.sections) == len(values) > 1
        shown = document._repr_mimebundle_()["text/html"]
        assert shown.count("<h2>") == len(values)
        assert html_shape(shown)
        assert jd.render(document, "markdown")
    assert str(jd.listed(catalog.roles, title="Our roles").title) == "Our roles"
    with pytest.raises(jd.InputError):
        jd.listed(["x"])  # type: ignore[list-item]


class _Formatter(dict[type, Any]):
    """As IPython keeps what shows a type."""

    def for_type(self, kind: type, shown: Any) -> Any:
        before = self.get(kind)
        self[kind] = shown
        return before


class _Shell:
    def __init__(self) -> None:
        formatter = _Formatter()
        self.display_formatter = type("_", (), {"formatters": {"text/html": formatter}})
        self.formatter = formatter


def test_plain_lists_show_their_values_where_a_notebook_asks_for_it() -> None:
    shell = _Shell()
    shell.formatter[list] = lambda values: f"theirs: {len(values)}"
    jd.load_ipython_extension(shell)
    jd.load_ipython_extension(shell)
    postings = [MADE, jd.draft().build()]
    shown = shell.formatter[list](postings)
    assert shown == jd.listed(postings)._repr_mimebundle_()["text/html"]
    assert shell.formatter[tuple](jd.load_catalog().tiers).startswith('<div class="casemgr-jd">')
    for others in ([], [1, 2], [MADE, "x"]):
        assert shell.formatter[list](others) == f"theirs: {len(others)}"
    assert shell.formatter[tuple]((1, 2)) is None
    jd.unload_ipython_extension(shell)
    assert shell.formatter[list]([MADE]) == "theirs: 1"
    assert tuple not in shell.formatter


def test_a_view_alone_is_given_to_who_asks_for_html_only() -> None:
    assert MADE._repr_html_() == MADE._repr_mimebundle_()["text/html"]


def test_a_running_ipython_is_told_of_lists_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    shell = _Shell()
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: shell))
    monkeypatch.setitem(sys.modules, "marimo", None)
    register_here(listed_markup)
    try:
        assert shell.formatter[list]([MADE]) == jd.listed([MADE])._repr_html_()
    finally:
        jd.unload_ipython_extension(shell)
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: None))
    register_here(listed_markup)
    assert list not in shell.formatter


def _marimo(monkeypatch: pytest.MonkeyPatch, formatters: dict[type, Any]) -> None:
    """Have a marimo be there that keeps what shows a kind of value in *formatters*."""
    formatting = SimpleNamespace(FORMATTERS=SimpleNamespace(formatters=formatters))
    monkeypatch.setitem(sys.modules, "marimo", SimpleNamespace())
    monkeypatch.setitem(sys.modules, "marimo._output", SimpleNamespace(formatting=formatting))
    monkeypatch.setitem(sys.modules, "marimo._output.formatting", formatting)


def test_a_running_marimo_is_told_of_lists_and_shows_all_else_as_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def theirs(values: Any) -> tuple[str, str]:
        return ("application/json", f"theirs: {len(values)}")

    formatters: dict[type, Any] = {list: theirs, tuple: theirs, dict: theirs, int: str}
    _marimo(monkeypatch, formatters)
    register_here(listed_markup)
    shown = formatters[list]
    register_here(listed_markup)
    # By its being one function for all, marimo knows what holds others.
    assert {formatters[kind] for kind in (list, tuple, dict)} == {shown} != {theirs}
    assert formatters[int] is str
    for values in ([MADE, MADE], (MADE,)):
        assert shown(values) == ("text/html", jd.listed(values)._repr_html_())
    for others in ([], [1, 2], [MADE, "x"], (), {"a": MADE}):
        assert shown(others) == theirs(others)


@pytest.mark.parametrize("formatters", [{}, None])
def test_a_marimo_that_is_not_as_known_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, formatters: Any
) -> None:
    _marimo(monkeypatch, formatters)
    register_here(listed_markup)
    assert not formatters


def test_a_list_is_named_by_what_is_in_it_and_how_many() -> None:
    catalog = jd.load_catalog()
    tier, kpi = catalog.tier("senior"), catalog.kpi_sets[0][2][0]
    assert str(jd.listed([MADE]).title) == "1 posting"
    assert str(jd.listed([MADE, tier, kpi, tier]).title) == "1 posting, 2 seniority tiers, 1 KPI"
    assert str(jd.listed([]).title) == "0 values"


def test_a_list_tells_postings_apart_at_a_glance() -> None:
    text = jd.render(jd.listed([MADE, jd.draft().build()]), "text")
    for told in ("Employer: Lakeside Health", "Where: Denver, CO", "Pay: $72,000", "Blank: 5: Pay"):
        assert told in text


def test_the_style_goes_before_that_of_the_notebook() -> None:
    """A notebook aligns cells to the right by a rule of one class and one element."""
    shown = MADE._repr_mimebundle_()["text/html"]
    style = shown[shown.index("<style>") : shown.index("</style>")]
    for rule in style.removeprefix("<style>").split("}")[3:-1]:
        assert rule.startswith(".casemgr-jd.casemgr-jd "), rule


def test_a_link_has_the_color_of_the_text_and_a_line_below_on_every_ground() -> None:
    shown = MADE._repr_mimebundle_()["text/html"]
    assert '<a href="https://' in shown
    (rule,) = re.findall(r"\.casemgr-jd a\{(.*?)\}", shown)
    assert rule.startswith("color:inherit;text-decoration:underline")


def test_a_kind_is_called_by_its_words() -> None:
    assert "Interview kit" in (jd.interview_kit(jd.draft().build())._repr_html_() or "")


def test_marks_are_those_of_a_typographer_in_what_is_looked_at_and_of_a_keyboard_in_text() -> None:
    made = jd.build(jd.Requisition(setting=["hospital"], about=['We call it "home".']))
    assert "“home”" in (made._repr_html_() or "")
    assert "“home”" not in jd.render(made, "html_fragment")
