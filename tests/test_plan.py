"""Plans: a fill is what a fresh rendering gives, and what cannot be one is refused or rendered afresh."""

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from samples import VALUES, complete, posting, refilled
from strategies import FIELDS

import casemgr_jd as jd
from casemgr_jd.errors import PlanError
from casemgr_jd.model.document import Bullet, Fact, Paragraph, Section
from casemgr_jd.model.structure import Structure
from casemgr_jd.renderers.html import HtmlRenderer
from casemgr_jd.renderers.markdown import MarkdownRenderer
from casemgr_jd.renderers.outline import OutlineRenderer
from casemgr_jd.renderers.page import HtmlPageRenderer
from casemgr_jd.renderers.plain import PlainTextRenderer

FORMATS = ("markdown", "text", "html", "html_fragment", "outline")
REAL = posting()
STRUCTURAL = set(REAL.structure.fields)
# A document whose make-up rests on little, so that whatever a renderer does with values can be tried.
BASE = evolve(
    REAL, structure=Structure(fields=REAL.structure.fields, filled=["other_compensation"])
)
VARYING = sorted(set(VALUES) - STRUCTURAL - {"extra"})


def _fresh(renderer: Any, requisition: jd.Requisition) -> str:
    return str(renderer.render(evolve(BASE, requisition=requisition)))


# --- a fill is a rendering --------------------------------------------------------------------------


@pytest.mark.parametrize("name", FORMATS)
def test_every_field_that_may_vary_does(name: str) -> None:
    assert len(VARYING) > 25
    renderer = jd.get_renderer(name)
    for field in VARYING:
        plan = renderer.plan(BASE, [field])
        assert plan.exact, plan.reason
        for value in VALUES[field]:
            after = evolve(BASE.requisition, **{field: value})
            assert plan.fill(**{field: value}) == _fresh(renderer, after), field


@pytest.mark.parametrize("name", FORMATS)
def test_all_of_them_vary_at_once(name: str) -> None:
    renderer = jd.get_renderer(name)
    plan = renderer.plan(BASE, VARYING)
    other = evolve(BASE.requisition, **{field: VALUES[field][1] for field in VARYING})
    assert plan.exact, plan.reason
    assert plan.render(other) == _fresh(renderer, other)
    assert plan.render(BASE.requisition) == _fresh(renderer, BASE.requisition)


@pytest.mark.parametrize("name", FORMATS)
@given(st.data())
def test_any_value_fills_as_it_renders(name: str, data: st.DataObject) -> None:
    free = [field for field in VARYING if field not in BASE.structure.filled and "_on" not in field]
    free = [field for field in free if field != "closing_date"]
    chosen = data.draw(st.lists(st.sampled_from(free), min_size=1, max_size=5, unique=True))
    renderer = jd.get_renderer(name)
    plan = renderer.plan(BASE, chosen)
    for _ in range(2):
        values = {field: data.draw(FIELDS[field]) for field in chosen}
        after = evolve(BASE.requisition, **values)
        if not BASE.structure.changed(BASE.requisition, after):
            assert plan.render(after) == _fresh(renderer, after)
    assert plan.exact, plan.reason


@pytest.mark.parametrize("name", FORMATS)
def test_a_blank_fills_as_it_renders(name: str) -> None:
    renderer = jd.get_renderer(name)
    plan = renderer.plan(BASE, ["organization", "pay", "benefits"])
    assert plan.fill(organization=None, pay=None, benefits=None) == _fresh(
        renderer, evolve(BASE.requisition, organization=None, pay=None, benefits=())
    )
    assert "[Organization]" in plan.fill(organization=None).replace("\\", "")


@pytest.mark.parametrize("name", ("markdown", "html"))
def test_a_fill_is_the_posting_built_anew_or_is_refused_by_name(name: str) -> None:
    renderer = jd.get_renderer(name)
    filled = set()
    for field in VARYING:
        plan = renderer.plan(REAL, [field])
        for value in VALUES[field]:
            after = evolve(REAL.requisition, **{field: value})
            if REAL.structure.changed(REAL.requisition, after):
                with pytest.raises(PlanError, match=f"'{field}'"):
                    plan.fill(**{field: value})
            else:
                filled.add(field)
                assert plan.fill(**{field: value}) == jd.render(jd.build(after), name), field
    assert len(filled) > 40


FOLLOWING: dict[str, Any] = {"population": (), "setting_name": (), "title": None}
"""What follows setting or role where it is left out, and so is never blank; each with its empty value."""


@pytest.mark.parametrize("field", sorted(FOLLOWING))
def test_a_field_that_follows_the_choices_may_be_emptied(field: str) -> None:
    plan = jd.get_renderer("markdown").plan(REAL, [field])
    empty: dict[str, Any] = {field: FOLLOWING[field]}
    after = jd.build(evolve(REAL.requisition, **empty))
    assert plan.fill(**empty) == jd.render(after, "markdown")


GIVEN = {one for one in VARYING if getattr(REAL.requisition, one) not in (None, ())}


@pytest.mark.parametrize("field", sorted(GIVEN & {*REAL.structure.filled} - {*FOLLOWING}))
def test_a_field_that_a_sentence_waits_for_is_refused_when_it_is_emptied(field: str) -> None:
    plan = jd.get_renderer("markdown").plan(REAL, [field])
    empty: Any = () if isinstance(getattr(REAL.requisition, field), tuple) else None
    with pytest.raises(PlanError, match=f"'{field}' changes which items stand"):
        plan.fill(**{field: empty})
    draft = jd.build(evolve(REAL.requisition, **{field: empty}))
    with pytest.raises(PlanError, match=f"'{field}' changes which items stand"):
        jd.get_renderer("markdown").plan(draft, [field]).fill(**{field: VALUES[field][0]})


# Two facts of each field on whose presence no item rests, or whose answer is a trait.
TRAITS = {
    "on_call": (["one weekend in six"], ["none"]),
    "benefits": (["medical"], ["none"]),
    "other_compensation": (["a bonus"], ["none"]),
    "travel_percent": (20, 0),
    "pay": (jd.PayRange(72_000, 92_000), jd.PayRange(rate=41.5, per="hour")),
    "flsa_status": ("exempt", "non_exempt"),
    "driving": (True, False),
    "background_check": (True, False),
    "closing_date": ("ongoing", None),
}


@pytest.mark.parametrize("field", TRAITS)
def test_a_value_that_another_sentence_says_is_refused_by_name(field: str) -> None:
    one, other = TRAITS[field]
    made = jd.build(complete(**{field: one}))
    assert made.blocks != jd.build(complete(**{field: other})).blocks
    plan = jd.get_renderer("markdown").plan(made, [field])
    with pytest.raises(PlanError, match=f"'{field}' changes which items stand"):
        plan.fill(**{field: other})


def test_rows_are_lazy_and_equal_fresh_renderings() -> None:
    plan = jd.get_renderer("html").plan(BASE, ["organization", "pay"])
    rows = (evolve(BASE.requisition, organization=f"Clinic <{number}>") for number in range(50))
    found = plan.render_rows(rows)
    assert next(found) == jd.render(refilled(BASE, organization="Clinic <0>"), "html")
    assert len(list(found)) == 49


def test_a_value_cannot_pass_for_a_mark() -> None:
    plan = jd.get_renderer("markdown").plan(BASE, ["organization", "manager"])
    filled = plan.fill(organization="a\U000f0000b\U000f0001c", manager="Director")
    assert filled == jd.render(refilled(BASE, organization="abc", manager="Director"), "markdown")


def test_content_cannot_pass_for_a_mark() -> None:
    document = evolve(
        BASE, blocks=(*BASE.blocks, Paragraph(jd.Text(("x\U000f0000y", jd.SlotRef("manager")))))
    )
    plan = jd.get_renderer("text").plan(document, ["manager", "organization"])
    assert plan.fill(manager="Director") == jd.render(
        refilled(document, manager="Director"), "text"
    )


def test_the_context_is_kept() -> None:
    writer = jd.RenderContext(audience="writer")
    plan = jd.get_renderer("markdown").plan(BASE, ["organization"], writer)
    assert plan.fill(organization="Harbor Care") == jd.render(
        refilled(BASE, organization="Harbor Care"), "markdown", writer
    )
    assert "*Tip:*" in plan.fill()


# --- wrapping knows the length late -----------------------------------------------------------------


@pytest.mark.parametrize("width", (30, 72, 200))
def test_plain_text_wraps_what_is_filled(width: int) -> None:
    context = jd.RenderContext(width=width)
    renderer = jd.get_renderer("text")
    plan = renderer.plan(BASE, ["organization", "benefits", "title"], context)
    for words in ("A", "Saint Somebody of the Long Name Regional Medical Center and Clinics " * 3):
        filled = plan.fill(organization=words, benefits=[words], title=words)
        after = refilled(BASE, organization=words, benefits=[words], title=words)
        assert filled == renderer.render(after, context)
        longest = max(len(word) for word in filled.split())
        body = filled.split("\n\n", 1)[1]
        assert max(map(len, body.splitlines())) <= max(width, longest + 2, 60)
    assert plan.exact, plan.reason


# --- what cannot vary -------------------------------------------------------------------------------


@pytest.mark.parametrize("field", sorted(STRUCTURAL))
def test_a_structural_field_is_refused_by_name(field: str) -> None:
    with pytest.raises(PlanError, match=field):
        jd.get_renderer("markdown").plan(BASE, [field])


def test_structural_fields_are_those_that_decide() -> None:
    assert {"setting", "tier", "role", "edition", "omit", "work_model", "fieldwork"} <= STRUCTURAL
    assert not STRUCTURAL & {"organization", "pay", "locations", "benefits", "title"}


def test_an_unknown_field_is_refused_with_the_nearest() -> None:
    with pytest.raises(PlanError, match=r"'organisation' is not a field.*'organization'"):
        jd.get_renderer("markdown").plan(BASE, ["organisation"])


def test_a_field_that_was_not_declared_is_refused() -> None:
    plan = jd.get_renderer("markdown").plan(BASE, ["organization"])
    with pytest.raises(PlanError, match="manager"):
        plan.fill(manager="Director")


def test_a_value_of_the_wrong_kind_is_an_input_error() -> None:
    plan = jd.get_renderer("markdown").plan(BASE, ["pay", "organization"])
    with pytest.raises(jd.InputError, match="organization"):
        plan.fill(organization=12)


CITIES = (
    *(
        ("Boise", "ID"),
        ("Sacramento", "CA"),
        ("Denver", "CO"),
        ("Columbus", "OH"),
        ("Dallas", "TX"),
    ),
    *(("Atlanta", "GA"), ("Phoenix", "AZ"), ("Tulsa", "OK")),
    *(("Seattle", "WA"), ("New York", "NY"), ("Chicago", "IL"), ("Boston", "MA"), ("Miami", "FL")),
)


@pytest.mark.parametrize("asks", (True, False), ids=("with conditions of hire", "without"))
def test_locations_vary_where_law_wants_nothing_else(asks: bool) -> None:
    none = {"background_check": None, "drug_screen": None, "driving": None, "attachments": ()}
    facts = {} if asks else {**none, "vaccination": (), "work_authorization": None}
    kept = 0
    for first in (("Denver", "CO"), ("Boise", "ID")):
        made = posting(**facts, locations=[jd.Location(*first)])
        plan = jd.get_renderer("html").plan(made, ["locations"])
        for place in CITIES:
            where = [jd.Location(*place)]
            fresh = jd.build(complete(**facts, locations=where))
            if made.structure.changed(made.requisition, fresh.requisition):
                with pytest.raises(PlanError, match="locations"):
                    plan.fill(locations=where)
            else:
                kept += place != first
                assert plan.fill(locations=where) == jd.render(fresh, "html"), place
    assert kept >= (1 if asks else 4)


@pytest.mark.parametrize("city", ("Los Angeles", "San Francisco"))
def test_a_location_whose_law_adds_a_statement_is_refused(city: str) -> None:
    plan = jd.get_renderer("markdown").plan(REAL, ["locations"])
    with pytest.raises(PlanError, match="locations"):
        plan.fill(locations=[jd.Location(city, "CA")])


def test_leaving_such_a_location_is_refused_too() -> None:
    there = posting(locations=[jd.Location("San Francisco", "CA")])
    plan = jd.get_renderer("markdown").plan(there, ["locations"])
    with pytest.raises(PlanError, match="locations"):
        plan.fill(locations=[jd.Location("Denver", "CO")])


def test_a_head_count_cannot_vary_because_law_looks_at_it() -> None:
    there = complete(locations=[jd.Location("San Francisco", "CA")], employees=2400)
    assert jd.dumps(jd.build(there)) != jd.dumps(jd.build(evolve(there, employees=2)))
    with pytest.raises(PlanError, match="employees"):
        jd.get_renderer("markdown").plan(jd.build(there), ["employees"])


def test_a_field_whose_filling_adds_an_item_is_refused_when_it_is_emptied() -> None:
    assert "other_compensation" in BASE.structure.filled
    plan = jd.get_renderer("markdown").plan(BASE, ["other_compensation"])
    with pytest.raises(PlanError, match="other_compensation"):
        plan.fill(other_compensation=())


# --- subclasses that behave stay exact --------------------------------------------------------------


class Shouting(MarkdownRenderer):
    """Adds words of its own around values."""

    def render_bullet(self, bullet: Bullet, level: int) -> str:
        return f"* {self.text(bullet.text)} (at {self.value('organization')})"

    def render_fact(self, fact: Fact, level: int) -> str:
        return "- " + self.escape(fact.label) + " = " + self.text(fact.text)

    def shown(self, words: str) -> str:
        return f"__{super().shown(words.upper())}__"


class Centered(PlainTextRenderer):
    """Looks at lengths, but late."""

    def render_section(self, section: Section, level: int) -> str:
        heading = self.late(["organization"], lambda value: value("organization").center(60))
        return f"{heading}\n{super().render_section(section, level)}"


class BehavingPage(HtmlPageRenderer):
    """A page with a block of its own."""


@pytest.mark.parametrize(
    "renderer", (Shouting(), Centered(), BehavingPage()), ids=lambda one: type(one).__name__
)
def test_a_subclass_that_behaves_is_exact(renderer: Any) -> None:
    plan = renderer.plan(BASE, ["organization", "pay", "locations"])
    assert plan.exact, plan.reason
    for name in ("Harbor Care", "A", "Saint <b>Somebody</b> " * 9):
        assert plan.fill(organization=name) == renderer.render(refilled(BASE, organization=name))
    assert plan.exact, plan.reason


# --- and those that look into a value fall back -----------------------------------------------------


class Measuring(MarkdownRenderer):
    """Asks for the length of a value."""

    def render_paragraph(self, paragraph: Paragraph, level: int) -> str:
        return f"{self.text(paragraph.text)} ({len(self.value('organization'))})"


class Uppercasing(MarkdownRenderer):
    """Changes the letters of a value."""

    def render_paragraph(self, paragraph: Paragraph, level: int) -> str:
        return self.value("organization").upper() + self.text(paragraph.text)


class UppercasingAll(MarkdownRenderer):
    """Changes the letters of a text that holds a value, which is a plain string by then."""

    def render_bullet(self, bullet: Bullet, level: int) -> str:
        return f"- {self.text(bullet.text).upper()}"


class Underlining(MarkdownRenderer):
    """Depends on the length of a text that holds a value."""

    def render_document(self, document: jd.Document, level: int) -> str:
        line = "=" * len(self.text(document.title))
        return f"{line}\n{super().render_document(document, level)}"


class ReadingDirectly(MarkdownRenderer):
    """Goes past ``value``, to the requisition."""

    def render_document(self, document: jd.Document, level: int) -> str:
        assert isinstance(document, jd.Posting)
        return f"{document.requisition.organization}\n\n{super().render_document(document, level)}"


class ReadingThroughPosting(MarkdownRenderer):
    """Goes past ``value``, to the posting."""

    def render_paragraph(self, paragraph: Paragraph, level: int) -> str:
        assert isinstance(self.document, jd.Posting)
        return f"{self.document.read('organization')}: {self.text(paragraph.text)}"


class Branching(HtmlRenderer):
    """Says something else for one value."""

    def render_paragraph(self, paragraph: Paragraph, level: int) -> str:
        kind = "harbor" if self.value("organization") == "Harbor Care" else "other"
        return f'<p class="{kind}">{self.text(paragraph.text)}</p>'


class Containing(HtmlRenderer):
    """Looks for letters in a value."""

    def render_paragraph(self, paragraph: Paragraph, level: int) -> str:
        return f"<p>{'H' in self.value('organization')} {self.text(paragraph.text)}</p>"


class Truncating(OutlineRenderer):
    """Cuts a text that holds a value."""

    def render_paragraph(self, paragraph: Paragraph, level: int) -> str:
        return self.text(paragraph.text)[:30]


def _page_with(block: str, package: str, folder: Path) -> HtmlPageRenderer:
    """Return a page renderer over a template of its own, as another distribution would write one."""
    home = folder / package
    (home / "templates").mkdir(parents=True)
    (home / "__init__.py").write_text("", encoding="utf-8")
    source = '{% extends "page.html" %}{% block header %}' + block + "{% endblock %}"
    (home / "templates" / f"{package}.html").write_text(source, encoding="utf-8")

    class HousePage(HtmlPageRenderer):
        template = f"{package}.html"
        template_package = package

    return HousePage()


BEHAVING_BLOCKS = {
    "value": "<p>{{ value('organization') }}, {{ value('pay_range') }}</p>",
    "concatenated": "<p>{{ value('organization') ~ ' &amp; ' ~ value('title') }}</p>",
    "context": "{% if context.for_writer %}<p>draft</p>{% endif %}",
    "attribute": '<p title="{{ value("organization") }}">{{ title }}</p>',
}
LOOKING_BLOCKS = {
    "upper": "{{ value('organization')|upper }}",
    "length": "{{ value('organization')|length }}",
    "truncate": "{{ value('organization')|truncate(9) }}",
    "replace": "{{ value('organization')|replace('H', 'h') }}",
    "equal": "{% if value('organization') == 'Harbor Care' %}<hr>{% endif %}",
    "contains": "{% if 'Harbor' in value('organization') %}<hr>{% endif %}",
    "direct": "{{ document.requisition.organization }}",
    "read": "{{ document.read('organization') }}",
    "heading": "{{ document.heading }}",
}


@pytest.mark.parametrize("block", BEHAVING_BLOCKS)
def test_a_template_that_behaves_is_exact(
    block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    renderer = _page_with(BEHAVING_BLOCKS[block], f"house_behaving_{block}", tmp_path)
    plan = renderer.plan(BASE, ["organization", "pay", "title"])
    for name in ("Harbor Care", "A", "Saint <b>Somebody</b> " * 9):
        assert plan.fill(organization=name) == renderer.render(refilled(BASE, organization=name))
    assert plan.exact, plan.reason


@pytest.mark.parametrize("block", LOOKING_BLOCKS)
def test_a_template_that_looks_into_a_value_still_gives_the_right_output(
    block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    renderer = _page_with(LOOKING_BLOCKS[block], f"house_looking_{block}", tmp_path)
    plan = renderer.plan(BASE, ["organization", "pay", "title"])
    for name in (
        "Lakeside Health",
        "Harbor Care",
        "x",
        "Saint Somebody of the Long Name " * 4,
        "Ünï <b>",
        None,
    ):
        after = refilled(BASE, organization=name, title=name)
        assert plan.fill(organization=name, title=name) == renderer.render(after), name
    assert not plan.exact


LOOKING = (
    Measuring,
    Uppercasing,
    UppercasingAll,
    Underlining,
    ReadingDirectly,
    ReadingThroughPosting,
    Branching,
    Containing,
    Truncating,
)


@pytest.mark.parametrize("kind", LOOKING)
def test_what_looks_into_a_value_still_gives_the_right_output(kind: Any) -> None:
    renderer = kind()
    plan = renderer.plan(BASE, ["organization", "pay", "title"])
    for name in (
        "Lakeside Health",
        "Harbor Care",
        "x",
        "Saint Somebody of the Long Name " * 4,
        "Ünï <b>",
        None,
    ):
        after = refilled(BASE, organization=name, title=name)
        assert plan.fill(organization=name, title=name) == renderer.render(after), name


@pytest.mark.parametrize("kind", LOOKING)
def test_what_looks_into_a_value_says_so(kind: Any) -> None:
    plan = kind().plan(BASE, ["organization", "pay", "title"])
    plan.fill(organization="Harbor Care")
    assert not plan.exact
    assert "hook" in plan.reason
    assert "renders each" in repr(plan)


def test_what_looks_only_at_a_field_that_does_not_vary_stays_exact() -> None:
    plan = ReadingDirectly().plan(BASE, ["pay", "manager"])
    assert plan.exact, plan.reason
    assert plan.fill(manager="Director") == ReadingDirectly().render(
        refilled(BASE, manager="Director")
    )


def test_one_renderer_may_serve_two_postings_at_once() -> None:
    renderer = jd.get_renderer("html")
    other = posting(organization="Harbor Care")
    one, two = renderer.plan(BASE, ["pay"]), renderer.plan(other, ["pay"])
    for plan, made in ((one, BASE), (two, other), (one, BASE)):
        assert plan.fill() == renderer.render(made)


def test_a_degree_that_takes_a_license_away_is_never_filled_in() -> None:
    base = jd.Requisition(
        organization="Lakeside Health", role="social_worker", education=["an MSW"]
    )
    with pytest.raises(PlanError, match="'education' cannot vary"):
        jd.get_renderer("markdown").plan(jd.build(base), ["education"])
    shared = {"organization": "Lakeside Health", "role": "social_worker"}
    rows = [shared | {"education": one} for one in ("an MSW", "a bachelor's degree")]
    made = [issued.output for issued in jd.batch(rows)]
    alone = [evolve(base, education=row["education"]) for row in rows]
    assert made == [jd.render(jd.build(one), "markdown") for one in alone]
    assert ["LCSW" in str(one) for one in made] == [True, False]


class Slotted(MarkdownRenderer):
    """A renderer that keeps what it is told in a slot, where no dictionary of it has it."""

    __slots__ = ("sign",)

    def __init__(self, sign: str) -> None:
        super().__init__()
        self.sign = sign

    def shown(self, words: str) -> str:
        return f"{super().shown(words)}{self.sign}"


def test_a_renderer_may_keep_what_it_is_told_in_slots() -> None:
    text = Slotted("!").render(jd.draft().fill(organization="Harbor Care").build())
    assert "Harbor Care!" in text
