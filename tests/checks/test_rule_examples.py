"""Every rule finds its bad examples, leaves its near misses alone, and says where it comes from."""

import pytest
from each import each

from casemgr_jd.checks.rule import Example, Rule
from casemgr_jd.checks.rules import rules
from casemgr_jd.checks.views.explain import found_in

FEWEST = 3
RULES = rules()


def found(rule: Rule, example: Example) -> list[str]:
    """What this one rule finds in an example."""
    return [
        f"{finding.code} {finding.line}:{finding.column} {finding.match}"
        for finding in found_in(rule, example)
    ]


def cases(kind: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.code}-{index}")
        for rule in RULES
        for index, example in enumerate(getattr(rule, kind))
    ]


@each("rule, example", cases("bad"), by=lambda rule, example: rule.code[:3])
def test_a_bad_example_is_found(rule: Rule, example: Example) -> None:
    """The rule finds something in each of its bad examples."""
    assert found(rule, example)


@each("rule, example", cases("good"), by=lambda rule, example: rule.code[:3])
def test_a_near_miss_is_left_alone(rule: Rule, example: Example) -> None:
    """The rule finds nothing in each of its good examples."""
    assert not found(rule, example)


@each("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_complete(rule: Rule) -> None:
    """A rule has enough examples of both kinds, a source, a reason, and a message that says what to do."""
    assert len(rule.bad) >= FEWEST
    assert len(rule.good) >= FEWEST
    assert rule.sources
    assert all(source.title for source in rule.sources)
    assert rule.why.endswith(".")
    assert rule.message.rstrip('"”}').endswith((".", "?", "law", "{law"))


def test_codes_and_slugs_are_unique() -> None:
    """No code and no slug names two rules."""
    assert len({rule.code for rule in RULES}) == len({rule.slug for rule in RULES}) == len(RULES)


@each("rule", RULES, ids=lambda rule: rule.code, by=lambda rule: rule.code[:3])
def test_messages_are_filled(rule: Rule) -> None:
    """No finding on a bad example shows a field that was never filled in."""
    for example in rule.bad:
        for finding in found_in(rule, example):
            assert "{" not in finding.message.replace(finding.match, ""), finding.message
