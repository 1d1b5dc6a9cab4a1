"""Rendering: one posting against a compiled Jinja2 template over the same objects, and plan fills."""

import json
from pathlib import Path

from _interleave import medians, report
from jinja2 import Environment

import casemgr_jd as jd
from casemgr_jd.model.document import BulletList, FactList, Paragraph

TEMPLATE = """\
# {{ fill(posting.title) }}
{% for block in posting.blocks %}{% if is_facts(block) %}
{% for fact in block.facts %}- **{{ fact.label }}:** {{ fill(fact.text) }}
{% endfor %}{% else %}
## {{ block.title }}
{% for part in block.blocks %}{% if is_paragraph(part) %}
{{ fill(part.text) }}
{% elif is_list(part) %}
{% for bullet in part.bullets %}\
- {% if bullet.label %}**{{ bullet.label }}:** {% endif %}{{ fill(bullet.text) }}
{% endfor %}{% endif %}{% endfor %}{% endif %}{% endfor %}"""


def jinja_peer(posting: jd.Posting):
    """Return a function that renders with Jinja2; values are read as ours are, escaping is spared it."""
    template = Environment(autoescape=False).from_string(TEMPLATE)

    def render() -> str:
        values = {name: words or f"[{name}]" for name, words in posting.values().items()}

        def fill(text: jd.Text) -> str:
            return "".join([p if isinstance(p, str) else values[p.slot] for p in text.parts])

        return template.render(
            posting=posting,
            fill=fill,
            is_facts=lambda one: isinstance(one, FactList),
            is_list=lambda one: isinstance(one, BulletList),
            is_paragraph=lambda one: isinstance(one, Paragraph),
        )

    return render


def plan_ratios(posting: jd.Posting, name: str, goal_ready: str, goal_escaping: str) -> None:
    renderer = jd.get_renderer(name)
    plan = renderer.plan(
        posting, varying=["organization", "manager", "region", "pay", "requisition_id"]
    )
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
    posting = jd.build(jd.load_requisition(example))
    markdown = jd.get_renderer("markdown")
    found = medians({"ours": lambda: markdown.render(posting), "jinja": jinja_peer(posting)})
    report(
        "one posting to Markdown",
        found["ours"],
        found["jinja"],
        "a compiled Jinja2 template over the same objects, which escapes nothing",
        "<= 1.25",
    )
    plan_ratios(posting, "markdown", "<= 1.5", "none")
    plan_ratios(posting, "html_fragment", "<= 1.5", "<= 3.5")
    job_ratio(posting)
    page_ratio(posting)
