"""Each rule rests on a source: named, dated, and as sure as what it is used for."""

from each import each

import casemgr_jd as jd
from casemgr_jd.checks.rule import CONFIDENCES
from casemgr_jd.checks.rules import rules

SOURCES = [(rule, source) for rule in rules() for source in rule.sources]


@each("rule", rules(), ids=lambda rule: rule.code)
def test_a_source_is_named_and_dated(rule: jd.Rule) -> None:
    assert rule.sources
    for source in rule.sources:
        assert len(source.title) > 5
        assert source.as_of is not None
        assert source.confidence in CONFIDENCES
        assert not source.url or source.url.startswith(("https://", "http://"))
        assert " " not in source.url


def test_an_error_never_rests_on_what_nobody_confirmed() -> None:
    shaky = {rule.code for rule, source in SOURCES if source.confidence == "unconfirmed"}
    assert shaky
    firm = {rule.code for rule, source in SOURCES if source.confidence in ("high", "medium")}
    assert [
        rule.code for rule in rules() if rule.severity == "error" and rule.code not in firm
    ] == []


def test_the_source_of_a_rule_that_leads_is_the_one_that_findings_cite() -> None:
    report = jd.check_document("# Case Manager\n\nJoin [Organization].", select=["TPL001"])
    (rule,) = (rule for rule in rules() if rule.code == "TPL001")
    assert report.findings[0].citation == rule.sources[0]
