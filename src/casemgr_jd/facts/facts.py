"""What a document says about the job; each fact is looked for when a rule first asks for it."""

from functools import cached_property
from typing import Any

from casemgr_jd.facts import (
    benefits,
    caseload,
    credentials,
    employer,
    experience,
    headline,
    identity,
    pay,
    places,
    statements,
    work,
)
from casemgr_jd.facts.dates import Dated, find_closing, find_dates
from casemgr_jd.facts.found import Caseload, Closing, Credential, Duty, Located, Pay, Stated, Years
from casemgr_jd.reading.lexicon import Said
from casemgr_jd.reading.source import Source
from casemgr_jd.reading.words import word_set

__all__ = ["Facts"]

_MANY_WORDS = 55
_HIRING = word_set(
    "candidate candidates applicants hiring seeking seeks position apply job opening"
)
_OFFERS = Said("facts", "offers")
_OFFER_WORDS = word_set(
    "opening person picturing hiring looking seeking searching answer report need needs want wants"
)
_CASE_WORK = word_set("manager managers coordinator nurse worker navigator caseworker")


class Facts:
    """Facts recognised in a text, with the spans they were read from. What is not found is empty.

    >>> from casemgr_jd.reading import read_text
    >>> facts = Facts(read_text("# RN Case Manager\\n\\nPay: $72,000-$92,000 a year in Denver, CO."))
    >>> facts.pay[0].minimum, facts.pay[0].period, facts.states
    (72000.0, 'year', ('CO',))
    """

    def __init__(self, source: Source, requisition: Any = None) -> None:
        self.source = source
        self.requisition = requisition

    @cached_property
    def title(self) -> Stated | None:
        """The job title."""
        named = identity.find_title(self.source)
        return named or headline.find_headline(self.source, self.employer, self._read_places)

    @cached_property
    def employers(self) -> tuple[Stated, ...]:
        """Every wording that names an employer."""
        return employer.find_employers(self.source)

    @cached_property
    def employer(self) -> Stated | None:
        """Who is hiring."""
        return employer.find_employer(self.source)

    @cached_property
    def locations(self) -> tuple[Located, ...]:
        """Places of work; ``remote=True`` for states in which a remote worker may live."""
        given = places.given_locations(self.requisition)
        return (
            given
            or self._read_places
            or places.of_employer(self.employer)
            or places.of_employer(self.title)
        )

    @cached_property
    def _read_places(self) -> tuple[Located, ...]:
        return places.find_locations(self.source)

    @cached_property
    def unclear_places(self) -> tuple[Located, ...]:
        """Places of work whose state the text leaves open."""
        if places.given_locations(self.requisition):
            return ()
        employer = self.employer.value if self.employer else ""
        found = places.find_unclear(self.source)
        return tuple(one for one in found if one.candidates or one.city not in employer)

    @cached_property
    def excluded_states(self) -> tuple[Located, ...]:
        """States whose residents are shut out."""
        return places.find_excluded(self.source)

    @cached_property
    def nationwide(self) -> Stated | None:
        """Wording by which a remote job is open everywhere in the country."""
        said = places.find_nationwide(self.source)
        if said is None and any(one.value == "remote" for one in self.work_models):
            said = places.find_country(self.source)
        return said

    @property
    def states(self) -> tuple[str, ...]:
        """Codes of all states of work places and of remote reach, each once."""
        return tuple(dict.fromkeys(one.state for one in self.locations if one.state))

    @cached_property
    def work_models(self) -> tuple[Stated, ...]:
        """Statements that the job is ``remote``, ``hybrid``, ``onsite`` or in the ``field``."""
        return work.find_work_models(self.source)

    @cached_property
    def office_days(self) -> tuple[Stated, ...]:
        """Days in the office each week, and visits in person, that are asked for."""
        return work.find_office_days(self.source)

    @cached_property
    def pay(self) -> tuple[Pay, ...]:
        """Every amount of money, with what it is for."""
        return pay.find_pay(self.source)

    @cached_property
    def base_pay(self) -> tuple[Pay, ...]:
        """The amounts that are base pay."""
        return tuple(one for one in self.pay if one.kind == "base")

    @cached_property
    def pay_words(self) -> tuple[Stated, ...]:
        """Words in place of a figure: ``competitive``, ``doe``, ``commensurate``."""
        return pay.find_pay_words(self.source)

    @cached_property
    def other_pay(self) -> tuple[Stated, ...]:
        """Pay beyond the base: ``bonus``, ``differential``, ``equity``, or ``none``."""
        return benefits.find_other_pay(self.source)

    @cached_property
    def benefits(self) -> tuple[Stated, ...]:
        """Benefits for the employee: ``health``, ``retirement``, ``paid_time_off``, … ``general``, ``none``."""
        return benefits.find_benefits(self.source)

    @cached_property
    def years(self) -> tuple[Years, ...]:
        """Years of experience asked for."""
        return experience.find_years(self.source)

    @cached_property
    def tier(self) -> Stated | None:
        """``entry``, ``senior`` or ``lead``."""
        return experience.find_tier(self.source, self.title)

    @cached_property
    def credentials(self) -> tuple[Credential, ...]:
        """Licenses, certifications and degrees named."""
        named = credentials.find_credentials(self.source)
        others = credentials.find_other_licenses(self.source)
        return tuple(sorted((*named, *others), key=lambda one: one.span.start)) if others else named

    @property
    def licenses(self) -> tuple[Credential, ...]:
        """The licenses that are required."""
        return tuple(
            one for one in self.credentials if one.kind == "license" and one.need == "required"
        )

    @cached_property
    def caseloads(self) -> tuple[Caseload, ...]:
        """Caseload figures."""
        return caseload.find_caseloads(self.source)

    @cached_property
    def employment_types(self) -> tuple[Stated, ...]:
        """``full_time``, ``part_time``, ``per_diem``, ``contract``, ``temporary``, ``regular``."""
        return work.find_employment_types(self.source)

    @cached_property
    def schedule(self) -> tuple[Stated, ...]:
        """Statements about hours, days or shifts."""
        return work.find_schedule(self.source)

    @cached_property
    def flsa(self) -> tuple[Stated, ...]:
        """``exempt`` or ``non_exempt``."""
        return work.find_flsa(self.source)

    @cached_property
    def overtime(self) -> tuple[Stated, ...]:
        """``paid`` or ``none``."""
        return work.find_overtime(self.source)

    @cached_property
    def eeo(self) -> tuple[Stated, ...]:
        """Equal-opportunity statements."""
        return statements.find_eeo(self.source)

    @cached_property
    def accommodation(self) -> tuple[Stated, ...]:
        """Sentences by which an applicant can ask for accommodation: ``contact`` or ``statement``."""
        return statements.find_accommodation(self.source)

    @cached_property
    def essential_functions(self) -> tuple[Stated, ...]:
        """Where essential functions or key duties are named."""
        return statements.find_essential(self.source)

    @cached_property
    def apply(self) -> tuple[Stated, ...]:
        """How to apply."""
        found = statements.find_apply(self.source)
        return tuple(one for one in found if one.value != "button") or found

    @cached_property
    def closing(self) -> tuple[Closing, ...]:
        """When applications close."""
        return find_closing(self.source, self.written_dates)

    @cached_property
    def dates(self) -> tuple[Dated, ...]:
        """Every full date."""
        return tuple(one for one in self.written_dates if one.full)

    @cached_property
    def written_dates(self) -> tuple[Dated, ...]:
        """Everything written like a date, also without a year, also of no calendar."""
        return find_dates(self.source)

    @cached_property
    def reporting(self) -> tuple[Stated, ...]:
        """Whom the person reports to."""
        return statements.find_reporting(self.source)

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """What the person will do."""
        return identity.find_duties(self.source)

    @cached_property
    def settings(self) -> tuple[Stated, ...]:
        """Wording that names a practice setting, by its id."""
        return identity.find_settings(self.source)

    @cached_property
    def nouns(self) -> tuple[Stated, ...]:
        """Nouns for the people served, by their singular."""
        return identity.find_nouns(self.source)

    @cached_property
    def is_posting(self) -> bool:
        """Whether the document is a whole posting, not a sentence or a fragment of one."""
        if self.requisition is not None:
            return True
        sections = {block.section for block in self.source.blocks if block.kind == "heading"}
        named = len(
            sections
            & {
                "responsibilities",
                "required",
                "preferred",
                "licensure",
                "compensation",
                "benefits",
                "apply",
                "qualifications",
                "summary",
                "eeo",
                "skills",
            }
        )
        long = self.source.folded.count(" ") >= _MANY_WORDS
        hiring = self.source.words.any_of(_HIRING)
        signals = sum(
            map(
                bool,
                (
                    self.title,
                    self.apply,
                    self.base_pay,
                    self.years,
                    self.employment_types,
                    self.eeo,
                    named,
                    hiring,
                ),
            )
        )
        offers = next(self.source.finditer(_OFFERS, _OFFER_WORDS), None) is not None
        if long and offers and self.source.words.any_of(_CASE_WORK):
            return True
        return (named >= 2 and self.title is not None) or (
            long and signals >= (3 if self.title is None else 2)
        )
