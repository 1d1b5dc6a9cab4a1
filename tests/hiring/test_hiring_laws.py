"""Laws of advice and kits, whatever a caller says of a job."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from strategies import requisitions

import casemgr_jd as jd
from casemgr_jd.hiring._decision import PLAN, decide
from casemgr_jd.hiring._job import job_of
from casemgr_jd.hiring.advice import recommend_role
from casemgr_jd.hiring.kit import interview_kit
from casemgr_jd.hiring.title_review import review_title
from casemgr_jd.model.document import texts

CATALOG = jd.load_catalog()
DUTIES = [duty.id for duty in CATALOG.scope.duties]
SETTINGS = [module.id for module in CATALOG.settings]

shares = st.dictionaries(st.sampled_from(DUTIES), st.integers(1, 9), max_size=6)
settings = st.lists(st.sampled_from(SETTINGS), max_size=2, unique=True)
oversights = st.sampled_from([None, "licensed", "none"])


@st.composite
def jobs(draw: st.DrawFn) -> dict[str, Any]:
    duties = draw(shares)
    owns = draw(st.sampled_from([None, True] if PLAN in duties else [None, True, False]))
    return {
        "duties": duties,
        "owns_plan_of_care": owns,
        "oversight": draw(oversights),
        "setting": draw(settings),
    }


@given(jobs())
def test_advice_always_has_a_license_a_reason_and_another_way(job: dict[str, Any]) -> None:
    advice = recommend_role(**job)
    assert advice.license
    assert advice.pay_banding
    assert advice.reasons
    assert advice.runner_up is not None
    assert advice.runner_up != advice.role
    assert advice.would_change
    known = {item.id for item in CATALOG.items()}
    assert {*advice.rules, *advice.related} <= known
    assert "{" not in "".join(map(str, texts(advice.to_document())))


@given(jobs(), st.integers(2, 50), st.randoms())
def test_neither_order_nor_unit_of_the_shares_matters(
    job: dict[str, Any], factor: int, random: Any
) -> None:
    mixed = list(job["duties"].items())
    random.shuffle(mixed)
    other = {**job, "duties": {duty: share * factor for duty, share in mixed}}
    one, two = recommend_role(**job), recommend_role(**other)
    assert (one.role, one.rules, one.runner_up) == (two.role, two.rules, two.runner_up)
    assert set(one.would_change) == set(two.would_change)


@given(jobs())
def test_no_role_is_chosen_that_its_license_forbids_more_than_the_runner_up(
    job: dict[str, Any],
) -> None:
    made = job_of(**job, catalog=CATALOG)
    decision = decide(made, CATALOG)
    if decision.rule is None:
        return

    def forbidden(role: str) -> float:
        of_role = CATALOG.role(role)
        return sum(w for duty, w in made.duties.items() if not CATALOG.scope.may(of_role, duty))

    assert forbidden(decision.role) <= forbidden(decision.runner_up) or (
        decision.runner_up == "case_manager"
    )


@given(requisitions)
def test_any_posting_has_a_kit_whose_coverage_adds_up(requisition: jd.Requisition) -> None:
    kit = interview_kit(jd.build(requisition))
    asked = {one.id for one in kit.questions}
    listed = {one.id for one in kit.coverage}
    tested = {name for one in kit.questions for name in one.bullets}
    assert tested <= listed
    assert {one.id for one in kit.uncovered} == listed - tested
    assert {name for one in kit.coverage for name in one.questions} <= asked
    assert {name for one in kit.questions for name in one.kpis} <= {
        name for name, _ in kit.measures
    }
    document = kit.to_document()
    assert jd.loads(jd.render(document, "json")) == document
    assert "Scorecard: candidate 1" in jd.render(document, "text")


@given(st.text(max_size=80), st.lists(st.text(max_size=120), max_size=6))
def test_a_review_answers_for_any_text(title: str, lines: list[str]) -> None:
    review = review_title(title, lines)
    assert review.lines <= len(lines)
    assert {line for _, line in review.evidence} <= set(lines)
    assert not (review.conflicts and not review.evidence)
    jd.render(review.to_document(), "markdown")
