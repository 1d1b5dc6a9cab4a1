"""Rendering: one posting against a compiled Jinja2 template over the same objects, and plan fills."""

import json
import random
from itertools import cycle
from pathlib import Path

from _interleave import medians, report
from attrs import evolve
from jinja2 import Environment

import casemgr_jd as jd
from casemgr_jd.model.document import BulletList, FactList, Paragraph
from casemgr_jd.model.reading import display
from casemgr_jd.renderers.blanks import slots_in_text

TEMPLATE = """\
# {{ posting.title|fill(values) }}
{% for block in posting.blocks %}{% if block is facts %}
{% for fact in block.facts %}- **{{ fact.label }}:** {{ fact.text|fill(values) }}
{% endfor %}{% else %}
## {{ block.title }}
{% for part in block.blocks %}{% if part is paragraph %}
{{ part.text|fill(values) }}
{% elif part is list %}
{% for bullet in part.bullets %}\
- {% if bullet.label %}**{{ bullet.label }}:** {% endif %}{{ bullet.text|fill(values) }}
{% endfor %}{% endif %}{% endfor %}{% endif %}{% endfor %}"""
ROW_FACTS = ("organization", "manager", "requisition_id", "team")


def fill(text: jd.Text, values: dict[str, str]) -> str:
    return "".join([part if isinstance(part, str) else values[part.slot] for part in text.parts])


def jinja_peer(posting: jd.Posting, autoescape: bool = False):
    """Return a function that renders with a compiled template, in the form that is fastest for it."""
    environment = Environment(autoescape=autoescape)
    environment.filters["fill"] = fill
    environment.tests["facts"] = lambda one: isinstance(one, FactList)
    environment.tests["list"] = lambda one: isinstance(one, BulletList)
    environment.tests["paragraph"] = lambda one: isinstance(one, Paragraph)
    template = environment.from_string(TEMPLATE)
    # It reads the facts as ours does, but no more of them than stand in the text.
    slots = [posting.slot(name) for name in slots_in_text(posting)]

    def render() -> str:
        facts = posting.requisition
        values = {slot.id: display(facts, slot) or f"[{slot.id}]" for slot in slots}
        return template.render(posting=posting, values=values)

    return render


def row_ratios(posting: jd.Posting) -> None:
    """Raw rows to texts, beside a template of the same text with holes that formats each row."""
    plan = jd.get_renderer("markdown").plan(posting, [*ROW_FACTS, "pay"])
    marks = {name: f"<<{name}>>" for name in ROW_FACTS}
    source = plan.fill(**marks, pay=jd.PayRange(11_111, 22_222)).replace("\\<", "<")
    for name, mark in marks.items():
        source = source.replace(mark, f"{{{{ {name} }}}}")
    source = source.replace("$11,111–$22,222 a year", "{{ low|money }}–{{ high|money }} a year")
    environment = Environment()
    environment.filters["money"] = lambda words: f"${int(words):,}"
    template = environment.from_string(source)
    header = (*ROW_FACTS, "pay.minimum", "pay.maximum")
    keys = (*ROW_FACTS, "low", "high")
    chance = random.Random(0)
    repeated = [_row(chance.randrange(50)) for _ in range(2_000)]
    new = [_row(number) for number in range(2_000)]

    def ours(rows: list[tuple[str, ...]]) -> None:
        # A plan of its own each time, so that nothing is remembered from the round before.
        for outcome in plan.rows(rows, header=header):
            assert outcome.ok

    def theirs(rows: list[tuple[str, ...]]) -> None:
        for row in rows:
            template.render(dict(zip(keys, row)))

    found = medians(
        {
            "ours": lambda: ours(repeated),
            "theirs": lambda: theirs(repeated),
            "ours, new": lambda: ours(new),
            "theirs, new": lambda: theirs(new),
        },
        rounds=15,
    )
    peer = "a compiled template with five holes that formats the row"
    report("2,000 raw rows, values repeat", found["ours"], found["theirs"], peer, "<= 0.6")
    report("2,000 raw rows, all new", found["ours, new"], found["theirs, new"], peer, "<= 2")


def _other(requisition: jd.Requisition, number: int) -> jd.Requisition:
    """Return a requisition that differs in what tells postings of one kind apart."""
    words = {name: f"{name} {number}" for name in ROW_FACTS}
    pay = jd.PayRange(60_000 + number, 90_000 + number)
    place = jd.Location(f"Town {number}", "CO")
    return evolve(requisition, **words, pay=pay, locations=[place], emr=[f"System {number}"])


def _row(number: int) -> tuple[str, ...]:
    facts = [f"{name} {number}" for name in ROW_FACTS]
    return (*facts, str(60_000 + number), str(90_000 + number))


def build_ratio(requisition: jd.Requisition) -> None:
    """A row that is a requisition of its own: built and rendered, beside the formatted template."""
    rows = [evolve(requisition, organization=f"Clinic {number}") for number in range(50)]
    made = jd.build(requisition)
    theirs = jinja_peer(made)

    def ours() -> None:
        for row in rows:
            jd.render(jd.build(row))

    found = medians({"ours": ours, "theirs": theirs}, rounds=15)
    peer = "one rendering by a template over the same objects"
    report("build and render", found["ours"] / len(rows), found["theirs"], peer, "none")


def plan_ratios(posting: jd.Posting, name: str, goal_ready: str, goal_escaping: str) -> None:
    renderer = jd.get_renderer(name)
    plan = renderer.plan(posting, varying=["organization", "manager", "pay", "requisition_id"])
    values = tuple(posting.value(slot) or "" for slot in plan.slots)
    ready = plan.ready(posting.requisition)
    pieces = plan.pieces(ready)
    found = medians(
        {
            "join": lambda: "".join(pieces),
            "ready": lambda: plan.join(ready),
            "escaping": lambda: plan.write(values),
            "typed": lambda: plan.render(posting.requisition),
        },
        rounds=31,
    )
    denominator = "str.join of the same pieces"
    report(f"{name} plan, escaped values", found["ready"], found["join"], denominator, goal_ready)
    report(f"{name} plan, escaping", found["escaping"], found["join"], denominator, goal_escaping)
    report(f"{name} plan, from a requisition", found["typed"], found["join"], denominator, "none")


def job_ratio(posting: jd.Posting) -> None:
    posting = evolve(posting, requisition=evolve(posting.requisition, posted_on="2026-11-20"))
    renderer = jd.get_renderer("jsonld")
    plan = renderer.plan(posting, varying=["organization", "manager", "pay", "requisition_id"])
    ready, payload = plan.ready(posting.requisition), renderer.payload(posting)
    found = medians(
        {
            "ready": lambda: plan.join(ready),
            "typed": lambda: plan.render(posting.requisition),
            "dumps": lambda: json.dumps(payload),
        },
        rounds=31,
    )
    denominator = "json.dumps of the same object"
    report("jsonld plan, facts made ready", found["ready"], found["dumps"], denominator, "<= 0.1")
    report("jsonld plan, from a requisition", found["typed"], found["dumps"], denominator, "none")


def page_ratio(posting: jd.Posting) -> None:
    renderer = jd.get_renderer("html")
    plan = renderer.plan(posting, varying=["organization", "manager", "pay", "requisition_id"])
    found = medians(
        {
            "typed": lambda: plan.render(posting.requisition),
            "fresh": lambda: renderer.render(posting),
        },
        rounds=31,
    )
    denominator = "the same page rendered afresh, JSON-LD included"
    report("html plan, from a requisition", found["typed"], found["fresh"], denominator, "<= 0.1")


if __name__ == "__main__":
    example = Path(__file__).parent.parent / "examples" / "hospital-senior-rn.toml"
    requisition = jd.load_requisition(example)
    posting = jd.build(requisition)
    markdown, fragment = jd.get_renderer("markdown"), jd.get_renderer("html_fragment")
    # Other facts each time, as in life: a plan knows those that it filled last, which would flatter it.
    postings = cycle([jd.build(_other(requisition, number)) for number in range(64)])
    found = medians(
        {
            "markdown": lambda: markdown.render(next(postings)),
            "html": lambda: fragment.render(next(postings)),
            "same": lambda: markdown.render(posting),
            "plain": jinja_peer(posting),
            "escaping": jinja_peer(posting, autoescape=True),
        }
    )
    peer = "a compiled Jinja2 template over the same objects, with filters and ready values"
    report("one posting to Markdown", found["markdown"], found["plain"], peer, "<= 0.5")
    report("one posting to an HTML fragment", found["html"], found["escaping"], peer, "<= 0.4")
    report("one posting to Markdown, again", found["same"], found["plain"], peer, "none")
    row_ratios(posting)
    build_ratio(requisition)
    plan_ratios(posting, "markdown", "<= 1.5", "none")
    plan_ratios(posting, "html_fragment", "<= 1.5", "<= 3.5")
    job_ratio(posting)
    page_ratio(posting)
