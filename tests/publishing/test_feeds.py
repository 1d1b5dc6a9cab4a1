"""Feeds of many postings: a job for each place, identifiers that differ, limits that are said."""

from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest
from attrs import evolve
from samples import posting

import casemgr_jd as jd
from casemgr_jd.errors import RenderError
from casemgr_jd.renderers.acceptance import remarks_on
from casemgr_jd.renderers.indeed import IndeedRenderer
from casemgr_jd.renderers.linkedin import LinkedInRenderer
from casemgr_jd.renderers.outlets import Outlet

DENVER = jd.Location("Denver", "CO", "80204")
BOISE = jd.Location("Boise", "ID")


def jobs(feed: str) -> list[dict[str, str]]:
    """Return the jobs of a feed, each as its elements with text."""
    found = ElementTree.fromstring(feed).findall("job")
    return [{one.tag: one.text or "" for one in job} for job in found]


def job(renderer: Any = None, **changes: Any) -> dict[str, str]:
    """Return the one job of one posting."""
    (made,) = jobs((renderer or IndeedRenderer()).render(posting(**changes)))
    return made


def linked(**changes: Any) -> dict[str, str]:
    return job(LinkedInRenderer(), **changes)


@pytest.mark.parametrize(
    "renderer", (IndeedRenderer(), LinkedInRenderer()), ids=["indeed", "linkedin"]
)
def test_a_feed_holds_every_posting_at_every_place(renderer: Any) -> None:
    two = posting(requisition_id="CM-2", locations=[DENVER, BOISE])
    made = jobs(renderer.feed([posting(), two]))
    name = {"indeed": "referencenumber", "linkedin": "partnerJobId"}[renderer.name]
    assert [one[name] for one in made] == ["CM-1042", "CM-2-denver-co-80204", "CM-2-boise-id"]


@pytest.mark.parametrize(
    "renderer", (IndeedRenderer(), LinkedInRenderer()), ids=["indeed", "linkedin"]
)
def test_a_feed_of_nothing_is_an_empty_feed(renderer: Any) -> None:
    assert jobs(renderer.feed([])) == []


def test_the_feed_says_who_publishes_it_and_when_only_if_told() -> None:
    root = ElementTree.fromstring(IndeedRenderer().feed([posting()]))
    assert {one.tag for one in root} == {"job"}
    given: dict[str, Any] = {
        "publisher": "Lakeside",
        "publisher_url": "https://x.example",
        "built_on": date(2026, 11, 23),
    }
    head = [one.text for one in ElementTree.fromstring(IndeedRenderer(**given).feed([]))]
    assert head == ["Lakeside", "https://x.example", "2026-11-23"]
    root = ElementTree.fromstring(
        LinkedInRenderer(**given).feed([posting(), posting(requisition_id="2")])
    )
    assert root.findtext("expectedJobCount") == "2"
    assert root.findtext("publisherUrl") == "https://x.example"


def test_places_that_read_the_same_still_get_references_of_their_own() -> None:
    same = [jd.Location("Denver", "CO", street="1 A"), jd.Location("Denver", "CO", street="2 B")]
    made = jobs(IndeedRenderer().render(posting(locations=same)))
    assert [one["referencenumber"] for one in made] == ["CM-1042-denver-co", "CM-1042-denver-co-2"]
    assert [one["streetaddress"] for one in made] == ["1 A", "2 B"]


@pytest.mark.parametrize(
    "renderer", (IndeedRenderer(), LinkedInRenderer()), ids=["indeed", "linkedin"]
)
def test_an_identifier_that_stands_for_two_postings_is_refused(renderer: Any) -> None:
    with pytest.raises(RenderError, match="'CM-1042' stands for two jobs"):
        renderer.feed([posting(), posting(title="Another")])


def test_every_limit_of_linkedin_is_named_at_once() -> None:
    long_id = posting(requisition_id="x" * 41)
    long_title = posting(title="t" * 201, requisition_id="b")
    with pytest.raises(RenderError) as caught:
        LinkedInRenderer().feed(
            [long_id, long_title, posting(manager="m" * 25_000, requisition_id="c")]
        )
    text = str(caught.value)
    assert "requisition_id: partnerJobId has 41 characters; LinkedIn takes at most 40" in text
    assert "title: has 201 characters; LinkedIn takes at most 200" in text
    assert "LinkedIn takes at most 25,000" in text
    assert linked(requisition_id="x" * 40)["partnerJobId"] == "x" * 40


def test_a_short_description_is_refused() -> None:
    short = evolve(posting(), blocks=[jd.Paragraph("Join us.")])
    with pytest.raises(
        RenderError, match="description: has 15 characters; LinkedIn takes at least"
    ):
        LinkedInRenderer().render(short)


class SmallFeed(LinkedInRenderer):
    """A feed for an outlet that takes one job."""

    @property
    def outlet(self) -> Outlet:
        return evolve(super().outlet, most_jobs=1)


def test_a_feed_has_a_largest_size() -> None:
    assert len(jobs(SmallFeed().feed([posting()]))) == 1
    with pytest.raises(RenderError, match="holds 2 jobs, more than 1"):
        SmallFeed().feed([posting(), posting(requisition_id="2")])


@pytest.mark.parametrize(
    ("pay", "words"),
    (
        (jd.PayRange(72_000, 92_000), "$72000 - $92000 per year"),
        (jd.PayRange(rate=41.5, per="hour"), "$41.50 per hour"),
        (jd.PayRange(30, 38.25, per="hour"), "$30.00 - $38.25 per hour"),
        (jd.PayRange(50_000, 60_000, currency="CAD"), None),
    ),
    ids=str,
)
def test_the_salary_of_indeed(pay: jd.PayRange, words: str | None) -> None:
    made = job(pay=pay)
    assert made.get("salary") == words
    assert str(pay) in made["description"]


def test_linkedin_never_rounds_pay() -> None:
    def salary(pay: jd.PayRange) -> list[str | None]:
        root = ElementTree.fromstring(LinkedInRenderer().render(posting(pay=pay)))
        return [one.text for one in root.iter() if one.tag in ("amount", "period", "currencyCode")]

    assert salary(jd.PayRange(30, 38, per="hour")) == ["38", "USD", "30", "USD", "HOURLY"]
    assert salary(jd.PayRange(rate=38.5, per="hour")) == []
    assert salary(jd.PayRange(30, 38.25, per="hour")) == []


def test_remote_jobs() -> None:
    made = job(work_model="remote")
    assert (made["city"], made["state"], made["postalcode"]) == ("Remote", "", "")
    assert made["remotetype"] == "Fully remote"
    assert "remotetype" not in job(work_model="hybrid")
    feed = LinkedInRenderer().render(
        posting(work_model="remote", locations=(), remote_states=["CO", "WY"])
    )
    assert [one["location"] for one in jobs(feed)] == [
        "Colorado, United States",
        "Wyoming, United States",
    ]
    assert linked(work_model="field")["workplaceTypes"] == "On-site"


def test_kinds_of_employment_that_a_board_does_not_know_stand_in_the_text() -> None:
    assert linked(employment_type="contract")["jobtype"] == "CONTRACT"
    for made in (linked(employment_type="per_diem"), job(employment_type="per_diem")):
        assert "jobtype" not in made
        assert "Per diem" in made["description"]


def test_addresses_that_a_board_does_not_take_are_reported() -> None:
    made = posting(apply_url="mailto:jobs@lakeside.example")
    for renderer in (IndeedRenderer(), LinkedInRenderer()):
        assert "apply_url" in {loss.field for loss in renderer.omissions(made)}
        with pytest.raises(RenderError, match="apply_url: "):
            renderer.render(made)
    with pytest.raises(RenderError, match="an https address"):
        linked(apply_url="http://lakeside.example/1")


def test_a_title_beyond_an_unconfirmed_limit_is_reported_not_refused() -> None:
    made = posting(title="t" * 76)
    assert "takes at most 75, as far as is known" in str(IndeedRenderer().losses(made)[-1])
    assert job(title="t" * 76)["title"] == "t" * 76


def test_the_company_number_is_given_or_missed() -> None:
    assert job(LinkedInRenderer(company_id=42))["companyId"] == "42"
    named = [one.field for one in remarks_on(posting(), LinkedInRenderer())]
    assert "companyId" in named
    named = [one.field for one in remarks_on(posting(), LinkedInRenderer(company_id=42))]
    assert "companyId" not in named


def test_alternatives_read_as_alternatives() -> None:
    assert job(education=["BSW", "MSW"])["education"] == "BSW or MSW"
