"""``casemgr-jd advise``."""

import sys

import click

from casemgr_jd.cli._documents import show
from casemgr_jd.cli._files import built
from casemgr_jd.cli._house import House, HouseCommand
from casemgr_jd.cli._paths import holds_requisition
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.facts.facts import Facts
from casemgr_jd.hiring.advice import recommend_role
from casemgr_jd.hiring.recognition import is_overseen
from casemgr_jd.hiring.title_review import TitleReview, review_title
from casemgr_jd.reading.open import read_document
from casemgr_jd.reading.source import Source
from casemgr_jd.reading.typed import read_typed

__all__ = ["command"]

_BESIDE_THE_WORK = ("title", "eeo", "legal", "apply", "benefits", "compensation", "about")


@click.command("advise", cls=HouseCommand)
@click.option(
    "--duty",
    "duties",
    multiple=True,
    help="A core duty, such as utilization_review, or with its share: scheduling=60.",
)
@click.option(
    "--owns-plan/--no-owns-plan", default=None, help="Whether the person owns the plan of care."
)
@click.option(
    "--oversight",
    type=click.Choice(["licensed", "none"]),
    help="Whether a licensed professional oversees the work.",
)
@click.option("--setting", multiple=True, help="Practice setting; may be given several times.")
@click.option("--from", "source", help="Review the title of an existing posting or requisition.")
@click.option("-f", "--format", "format_", help="Format; see: casemgr-jd list formats.")
@click.option("-o", "--output", help="File to write; standard output if left out.")
def command(
    duties: tuple[str, ...],
    owns_plan: bool | None,
    oversight: str | None,
    setting: tuple[str, ...],
    source: str | None,
    format_: str | None,
    output: str | None,
    house: House,
) -> None:
    """Recommend a title from the duties of a job, or compare a posting's title with its duties.

    The guide's rules speak of these duties: medical_assessment, utilization_review and
    clinical_decision_support; therapy, counseling and psychosocial_intervention; navigation,
    benefits_support and nonclinical_support; scheduling and referrals.

    With --from, the exit status is 1 if title and duties do not go together.
    """
    if source is None:
        advice = recommend_role(
            duties=_shares(duties),
            owns_plan_of_care=owns_plan,
            oversight=oversight,
            setting=setting,
            catalog=house.catalog(),
        )
        show(advice.to_document(), format_, output, house)
        return
    if duties or owns_plan is not None:
        raise click.UsageError(
            "--from reads the duties from the posting; leave out --duty and --owns-plan."
        )
    review = _review(source, oversight, setting, house)
    show(review.to_document(), format_, output, house)
    if not review.agrees:
        sys.exit(1)


def _shares(duties: tuple[str, ...]) -> dict[str, float]:
    """Read ``duty`` or ``duty=share``; a duty without a share has a share of one."""
    found: dict[str, float] = {}
    problems: list[Problem] = []
    for one in duties:
        name, _, share = one.partition("=")
        try:
            found[name] = float(share) if share else 1.0
        except ValueError:
            problems.append(Problem("--duty", f"has no number as its share: {one!r}"))
    if problems:
        raise InputError(problems)
    return found


def _review(
    source: str,
    oversight: str | None,
    setting: tuple[str, ...],
    house: House,
) -> TitleReview:
    """Review a requisition, our JSON or anybody's posting, all of them as the checker reads them."""
    if holds_requisition(source):
        posting = built(source, house)
        read, settings = read_typed(posting), setting or posting.settings
    else:
        read, settings = read_document(source)[0], setting
    facts = Facts(read)
    titled = facts.title
    return review_title(
        read.snippet(titled.span) if titled else read.blocks[0].text,
        _duty_lines(read, facts),
        oversight=oversight or ("licensed" if is_overseen(_lines(read)) else None),
        setting=settings or _only_setting(facts),
        catalog=house.catalog(),
    )


def _duty_lines(read: Source, facts: Facts) -> list[str]:
    """Return what the person does: the lines of the duties, else all lines beside pay and law."""
    found = [read.snippet(one.span) for one in facts.duties]
    said = (one for one in read.blocks if one.kind != "heading")
    return found or [one.text for one in said if one.section not in _BESIDE_THE_WORK]


def _lines(read: Source) -> list[str]:
    return [one.text for one in read.blocks]


def _only_setting(facts: Facts) -> tuple[str, ...]:
    """Return the setting that the text speaks of; where it speaks of several, none is sure."""
    found = tuple(dict.fromkeys(one.value for one in facts.settings))
    return found if len(found) == 1 else ()
