"""What a document says about the job; each fact is looked for when a rule first asks for it."""

from typing import Any

from casemgr_jd.facts import (
    benefits,
    board_entry,
    caseload,
    credentials,
    employer,
    experience,
    federal,
    headline,
    identity,
    pay,
    places,
    places_in_names,
    statements,
    work,
)
from casemgr_jd.facts.counties import counties
from casemgr_jd.facts.dates import Dated, find_closing, find_dates
from casemgr_jd.facts.found import Caseload, Closing, Credential, Duty, Located, Pay, Stated, Years
from casemgr_jd.facts.known import Worked, fact
from casemgr_jd.reading.reads import known
from casemgr_jd.reading.source import Source, Span

__all__ = ["Facts"]


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
        self.worked_out: dict[str, Worked] = {}

    @fact
    def title(self) -> Stated | None:
        """The job title."""
        named = identity.find_title(self.source)
        return named or headline.find_headline(self.source, self.employer, self._read_places)

    @fact
    def employers(self) -> tuple[Stated, ...]:
        """Every wording that names an employer."""
        return employer.find_employers(self.source)

    @fact
    def employer(self) -> Stated | None:
        """Who is hiring: as the requisition says, else as the text does."""
        return self._given("organization") or employer.find_employer(self.source)

    def _given(self, name: str) -> Stated | None:
        """Return what the requisition gives in words, where it stands in the text."""
        self.source.notes.add(known(name))
        words = getattr(self.requisition, name, None)
        if not isinstance(words, str) or not words:
            return None
        at = max(self.source.whole.text.find(words), 0)
        stands = self.source.text.startswith(words, at)
        return Stated(words, Span(at, at + len(words)) if stands else Span(0, 0))

    @fact
    def locations(self) -> tuple[Located, ...]:
        """Places of work; ``remote=True`` for states in which a remote worker may live."""
        return (
            self._given_places
            or self._read_places
            or places_in_names.of_employer(self.employer)
            or places_in_names.of_employer(self.title)
        )

    @property
    def _given_places(self) -> tuple[Located, ...]:
        self.source.notes.update((known("locations"), known("remote_states")))
        return places.given_locations(self.requisition)

    @fact
    def _read_places(self) -> tuple[Located, ...]:
        return places.find_locations(self.source)

    @fact
    def unclear_places(self) -> tuple[Located, ...]:
        """Places of work whose state the text leaves open."""
        if self._given_places:
            return ()
        employer = self.employer.value if self.employer else ""
        found = places.find_unclear(self.source)
        read = tuple(one for one in found if one.candidates or one.city not in employer)
        if read or self._read_places:
            return read
        named = places_in_names.unclear_of(self.employer) or places_in_names.unclear_of(self.title)
        return named or tuple(counties(self.source))

    @fact
    def excluded_states(self) -> tuple[Located, ...]:
        """States whose residents are shut out."""
        return places.find_excluded(self.source)

    @fact
    def nationwide(self) -> Stated | None:
        """Wording by which a remote job is open everywhere in the country."""
        said = places.find_nationwide(self.source)
        if said is None and any(one.value == "remote" for one in self.work_models):
            said = places.find_country(self.source)
        return said

    @fact
    def federal(self) -> Stated | None:
        """Wording by which the federal government itself is hiring."""
        return federal.find_federal(self.source)

    @property
    def states(self) -> tuple[str, ...]:
        """Codes of all states of work places and of remote reach, each once."""
        return tuple(dict.fromkeys(one.state for one in self.locations if one.state))

    @fact
    def work_models(self) -> tuple[Stated, ...]:
        """Statements that the job is ``remote``, ``hybrid``, ``onsite`` or in the ``field``."""
        return work.find_work_models(self.source)

    @fact
    def office_days(self) -> tuple[Stated, ...]:
        """Days in the office each week, and visits in person, that are asked for."""
        return work.find_office_days(self.source)

    @fact
    def pay(self) -> tuple[Pay, ...]:
        """Every amount of money, with what it is for."""
        return pay.find_pay(self.source)

    @fact
    def base_pay(self) -> tuple[Pay, ...]:
        """The amounts that are base pay."""
        return tuple(one for one in self.pay if one.kind == "base")

    @fact
    def pay_words(self) -> tuple[Stated, ...]:
        """Words in place of a figure: ``competitive``, ``doe``, ``commensurate``."""
        return pay.find_pay_words(self.source)

    @fact
    def other_pay(self) -> tuple[Stated, ...]:
        """Pay beyond the base: ``bonus``, ``differential``, ``equity``, or ``none``."""
        return benefits.find_other_pay(self.source)

    @fact
    def benefits(self) -> tuple[Stated, ...]:
        """Benefits for the employee: ``health``, ``retirement``, ``paid_time_off``, … ``general``, ``none``."""
        return benefits.find_benefits(self.source)

    @fact
    def years(self) -> tuple[Years, ...]:
        """Years of experience asked for."""
        return experience.find_years(self.source)

    @fact
    def tier(self) -> Stated | None:
        """``entry``, ``senior`` or ``lead``."""
        return experience.find_tier(self.source, self.title)

    @fact
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

    @fact
    def caseloads(self) -> tuple[Caseload, ...]:
        """Caseload figures."""
        return caseload.find_caseloads(self.source)

    @fact
    def employment_types(self) -> tuple[Stated, ...]:
        """``full_time``, ``part_time``, ``per_diem``, ``contract``, ``temporary``, ``regular``."""
        return work.find_employment_types(self.source)

    @fact
    def schedule(self) -> tuple[Stated, ...]:
        """Statements about hours, days or shifts."""
        return work.find_schedule(self.source)

    @fact
    def flsa(self) -> tuple[Stated, ...]:
        """``exempt`` or ``non_exempt``."""
        return work.find_flsa(self.source)

    @fact
    def overtime(self) -> tuple[Stated, ...]:
        """``paid`` or ``none``."""
        return work.find_overtime(self.source)

    @fact
    def eeo(self) -> tuple[Stated, ...]:
        """Equal-opportunity statements."""
        return statements.find_eeo(self.source)

    @fact
    def accommodation(self) -> tuple[Stated, ...]:
        """Sentences by which an applicant can ask for accommodation: ``contact`` or ``statement``."""
        return statements.find_accommodation(self.source)

    @fact
    def essential_functions(self) -> tuple[Stated, ...]:
        """Where essential functions or key duties are named."""
        return statements.find_essential(self.source)

    @fact
    def apply(self) -> tuple[Stated, ...]:
        """How to apply."""
        found = statements.find_apply(self.source)
        return tuple(one for one in found if one.value != "button") or found

    @fact
    def entry(self) -> Stated | None:
        """Where a text shows that it is the entry of a board, whose posting stands somewhere else."""
        return board_entry.find_entry(self.source) or self.elsewhere

    @fact
    def elsewhere(self) -> Stated | None:
        """Words that send the reader to another place for what the job is."""
        return board_entry.find_elsewhere(self.source)

    @fact
    def closing(self) -> tuple[Closing, ...]:
        """When applications close."""
        return find_closing(self.source, self.written_dates)

    @fact
    def dates(self) -> tuple[Dated, ...]:
        """Every full date."""
        return tuple(one for one in self.written_dates if one.full)

    @fact
    def written_dates(self) -> tuple[Dated, ...]:
        """Everything written like a date, also without a year, also of no calendar."""
        return find_dates(self.source)

    @fact
    def reporting(self) -> tuple[Stated, ...]:
        """Whom the person reports to."""
        return statements.find_reporting(self.source)

    @fact
    def duties(self) -> tuple[Duty, ...]:
        """What the person will do."""
        return identity.find_duties(self.source)

    @fact
    def settings(self) -> tuple[Stated, ...]:
        """Wording that names a practice setting, by its id."""
        return identity.find_settings(self.source)

    @fact
    def nouns(self) -> tuple[Stated, ...]:
        """Nouns for the people served, by their singular."""
        return identity.find_nouns(self.source)
