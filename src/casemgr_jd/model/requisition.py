"""A requisition: what one employer needs, as one typed form in which everything may be left out."""

from datetime import date, datetime
from typing import Any

from casemgr_jd._attrs import field, fields, frozen
from casemgr_jd._doors import by_name
from casemgr_jd._frozen import FrozenMap
from casemgr_jd._names import counted
from casemgr_jd.errors import Problem
from casemgr_jd.model import _entry, ranges
from casemgr_jd.model import requisition_readers as read
from casemgr_jd.model._display import ShowsItself
from casemgr_jd.model._entry import calendar_date, flag, line, lines, name, names
from casemgr_jd.model._urls import url
from casemgr_jd.model.choices import Edition, EmploymentType, FlsaStatus, WorkModel
from casemgr_jd.model.measures import CaseloadRange
from casemgr_jd.model.pay import PayRange
from casemgr_jd.model.place import Location
from casemgr_jd.model.ranges import PercentRange, YearsRange
from casemgr_jd.model.requisition_parts import Addition, Omission, Suppression
from casemgr_jd.model.requisition_readers import GUIDE, ONGOING

__all__ = ["GUIDE", "ONGOING", "Addition", "Omission", "Requisition", "Suppression"]


@by_name
@frozen(kw_only=True, eq=False)
class Requisition(ShowsItself):
    """The facts of one job; a field left out stays a visible blank in the posting.

    Values are normalized where they enter (clean single lines, no control characters), and types are
    strict: ``"no"`` is not ``True``. Lists accept a single text.

    Raises:
        InputError: anything is wrong with any field; its ``problems`` list all of it.

    >>> requisition = Requisition(organization=" Lakeside Health ", pay=PayRange(72_000, 92_000))
    >>> requisition.organization
    'Lakeside Health'
    """

    setting: tuple[str, ...] = field(default=(), converter=names)
    """Ids of settings; whether there are such is told by ``build``, which knows the content in use."""
    tier: str | None = field(default=None, converter=name)
    """Id of a tier, or another of its names; told by ``build`` where there is none."""
    role: str | None = field(default=None, converter=name)
    """Id of a role; told by ``build`` where there is none."""
    edition: Edition | None = field(default=None, converter=read.edition)
    """What the posting is for: an ``Edition``, or its text ``"posting"``, ``"full"`` or ``"board"``."""
    title: str | None = field(default=None, converter=line)
    """The title, only to override the one that tier and role give."""
    organization: str | None = field(default=None, converter=line)
    """Name of the employer."""
    purpose: tuple[str, ...] = field(default=(), converter=lines)
    """What the job does and for whom, in the employer's own sentences; it opens the posting."""
    limits: tuple[str, ...] = field(default=(), converter=lines)
    """What is not part of the job, and who does it, in the employer's own sentences."""
    about: tuple[str, ...] = field(default=(), converter=lines)
    """A few sentences about the employer, in its own words."""
    why_here: tuple[str, ...] = field(default=(), converter=lines)
    """What speaks for working here, in the employer's own sentences; one text counts as one."""
    website: str | None = field(default=None, converter=url)
    """Web address of the employer."""
    requisition_id: str | None = field(default=None, converter=line)
    """The employer's own number of the opening."""
    openings: int | None = field(default=None, converter=_entry.whole_number)
    """How many people are sought, where it is more than one."""
    employment_type: EmploymentType | None = field(default=None, converter=read.employment_type)
    """An ``EmploymentType``, or its text, such as ``"full_time"``."""
    work_model: WorkModel | None = field(default=None, converter=read.work_model)
    """Where the work is done: a ``WorkModel``, or its text, such as ``"hybrid"``."""
    days_on_site: str | None = field(default=None, converter=read.days)
    """In words, or as a number of days a week."""
    fieldwork: bool | None = field(default=None, converter=flag)
    """Whether the job includes visits in the community; follows work model and setting if left out."""
    locations: tuple[Location, ...] = field(default=(), converter=read.locations)
    """Where the work is done or reported to: one or more ``Location``, or tables of their fields."""
    remote_states: tuple[str, ...] = field(default=(), converter=read.states)
    """Postal codes of the states where a remote worker may live."""
    remote_countries: tuple[str, ...] = field(default=(), converter=read.countries)
    """ISO 3166 codes of the countries anywhere in which a remote worker may live."""
    equipment: tuple[str, ...] = field(default=(), converter=lines)
    """What the employer provides for remote or field work."""
    travel_percent: PercentRange | None = field(default=None, converter=ranges.percent)
    """Share of the time spent traveling, in percent: ``20``, ``[0, 20]`` or a ``PercentRange``."""
    region: str | None = field(default=None, converter=line)
    """The territory traveled, such as *Front Range*."""
    driving: bool | None = field(default=None, converter=flag)
    """Whether driving is an essential duty."""
    population: tuple[str, ...] = field(default=(), converter=lines)
    """The people served, such as *patients*; follows the setting if left out; one text counts as one."""
    setting_name: tuple[str, ...] = field(default=(), converter=lines)
    """How the setting reads in a sentence; follows the setting if left out."""
    education: tuple[str, ...] = field(default=(), converter=lines)
    """Degrees that are accepted; one text counts as one."""
    experience_years: YearsRange | None = field(default=None, converter=ranges.years)
    """Years of experience: ``2``, ``[3, 5]`` or a ``YearsRange``; follows the tier if left out."""
    experience_area: tuple[str, ...] = field(default=(), converter=lines)
    """What the experience is in; one text counts as one."""
    license: tuple[str, ...] = field(default=(), converter=lines)
    """Licenses of which one is needed, such as ``["RN"]``; follows the role if left out."""
    license_alternative: str | None = field(default=None, converter=line)
    """What counts in place of the license, so that it reads after *or*."""
    qualifications: tuple[str, ...] = field(default=(), converter=lines)
    """What is needed, in the employer's own sentences."""
    preferences: tuple[str, ...] = field(default=(), converter=lines)
    """What would help and is not required, in the employer's own sentences."""
    certifications: tuple[str, ...] = field(default=(), converter=lines)
    """Certifications that are preferred."""
    credentials: tuple[str, ...] = field(default=(), converter=lines)
    """Other credentials that the job needs."""
    languages: tuple[str, ...] = field(default=(), converter=lines)
    """Languages that would help."""
    criteria_tool: tuple[str, ...] = field(default=(), converter=lines)
    """Tools for criteria of care, such as *InterQual*; one text counts as one."""
    term: str | None = field(default=None, converter=line)
    """How long a job lasts that ends, in the employer's words."""
    hours_per_week: str | None = field(default=None, converter=ranges.hours)
    """Hours a week: one figure or the least and the most, as they read."""
    schedule: str | None = field(default=None, converter=line)
    """Days and hours in the employer's words."""
    start_date: date | str | None = field(default=None, converter=read.start)
    """The first day: a date, text such as ``"2027-01-04"``, or words."""
    week: tuple[str, ...] = field(default=(), converter=lines)
    """What a usual week or day looks like, in the employer's own lines."""
    hard_part: tuple[str, ...] = field(default=(), converter=lines)
    """What is hard about the job, in the employer's own sentences."""
    what_helps: tuple[str, ...] = field(default=(), converter=lines)
    """What the employer does about the hard part, in its own sentences."""
    know_first: tuple[str, ...] = field(default=(), converter=lines)
    """What decides for many candidates and is easily read too late."""
    shift: tuple[str, ...] = field(default=(), converter=lines)
    """Shifts, such as *Day*; one text counts as one."""
    rotation: tuple[str, ...] = field(default=(), converter=lines)
    """Rotations, such as *every third weekend*; one text counts as one."""
    on_call: tuple[str, ...] = field(default=(), converter=lines)
    """On-call duty, or ``"none"``; one text counts as one."""
    vehicle: str | None = field(default=None, converter=line)
    """Which vehicle the person uses, and who pays for it."""
    physical_demands: tuple[str, ...] = field(default=(), converter=lines)
    """What the body must do, as it reads; one text counts as one."""
    duties: tuple[str, ...] = field(default=(), converter=lines)
    """The employer's own duties; they stand first."""
    support: tuple[str, ...] = field(default=(), converter=lines)
    """How new staff are supported, in the employer's own sentences; one text counts as one."""
    growth: tuple[str, ...] = field(default=(), converter=lines)
    """How a person can grow here, in the employer's own sentences; one text counts as one."""
    team: str | None = field(default=None, converter=line)
    """Who works beside the person, in words that follow "You work with"."""
    partners: tuple[str, ...] = field(default=(), converter=lines)
    """Who the person works with outside the team; one text counts as one."""
    manager: str | None = field(default=None, converter=line)
    """Title of the person to report to."""
    direct_reports: str | None = field(default=None, converter=line)
    """Whom the person supervises, in words that follow "You supervise"."""
    emr: tuple[str, ...] = field(default=(), converter=lines)
    """Electronic records in use, such as *Epic*; one text counts as one."""
    cm_platform: tuple[str, ...] = field(default=(), converter=lines)
    """Platforms for case management in use; one text counts as one."""
    payer_portal: tuple[str, ...] = field(default=(), converter=lines)
    """Portals of payers in use; one text counts as one."""
    office_tools: tuple[str, ...] = field(default=(), converter=lines)
    """Office software in use; one text counts as one."""
    pay: PayRange | None = field(default=None, converter=read.pay)
    """A ``PayRange``, or a table of its fields."""
    pay_basis: tuple[str, ...] = field(default=(), converter=lines)
    """What an offer within the range rests on."""
    pay_notes: tuple[str, ...] = field(default=(), converter=lines)
    """More about pay, in the employer's own sentences."""
    differentials: tuple[str, ...] = field(default=(), converter=lines)
    """Additions to pay by shift or weekend; one text counts as one."""
    benefits: tuple[str, ...] = field(default=(), converter=lines)
    """Benefits that are offered, or ``"none"``; one text counts as one."""
    other_compensation: tuple[str, ...] = field(default=(), converter=lines)
    """Bonus, commission and the like, or ``"none"``; one text counts as one."""
    flsa_status: FlsaStatus | None = field(default=None, converter=read.flsa_status)
    """A ``FlsaStatus``, or its text ``"exempt"`` or ``"non_exempt"``."""
    caseload: CaseloadRange | str | None = field(default=None, converter=read.caseload)
    """The employer's own typical caseload, or ``"guide"`` for the guide's range."""
    measures: tuple[str, ...] = field(default=(), converter=lines)
    """How the work is measured: ids of the guide, own words, or ``"guide"`` for the setting's measures."""
    background_check: bool | None = field(default=None, converter=flag)
    """Whether an offer rests on a background check."""
    drug_screen: bool | None = field(default=None, converter=flag)
    """Whether an offer rests on a drug screen."""
    vaccination: tuple[str, ...] = field(default=(), converter=lines)
    """Vaccinations that are required; one text counts as one."""
    work_authorization: bool | None = field(default=None, converter=flag)
    """Whether the person must be authorized to work without sponsorship."""
    attachments: tuple[str, ...] = field(default=(), converter=lines)
    """What an applicant is asked to send."""
    accommodation_contact: str | None = field(default=None, converter=line)
    """Whom to ask for accommodation in applying: an address or words."""
    apply_url: str | None = field(default=None, converter=url)
    """Where to apply: a web or mail address."""
    posted_on: date | None = field(default=None, converter=calendar_date)
    """The day of posting: a date, or text such as ``"2026-11-20"``."""
    closing_date: date | str | None = field(default=None, converter=read.closing)
    """The last day to apply, ``"ongoing"``, or a moment with its zone, such as ``2026-12-31 17:00 EST``."""
    first_review: date | None = field(default=None, converter=calendar_date)
    """The day on which applications are first read, where they are taken on an ongoing basis."""
    questions_contact: str | None = field(default=None, converter=line)
    """Whom to ask about the job: an address or words."""
    hiring_preference: str | None = field(default=None, converter=line)
    """A preference that law lets the employer give, so that it reads after *gives*."""
    interview_mode: tuple[str, ...] = field(default=(), converter=lines)
    """How interviews are held; one text counts as one."""
    hiring_steps: tuple[str, ...] = field(default=(), converter=lines)
    """What follows the application, in the employer's own sentences."""
    accreditor: tuple[str, ...] = field(default=(), converter=lines)
    """Accrediting bodies; naming one switches the accreditation line on."""
    performance_line: bool | None = field(default=None, converter=flag)
    """Whether the line on performance stands."""
    employees: int | None = field(default=None, converter=_entry.whole_number)
    """Headcount of the employer, for thresholds in law."""
    employees_in: FrozenMap[int] = field(factory=FrozenMap, converter=_entry.counts)
    """Headcount by state or place."""
    add: tuple[Addition, ...] = field(default=(), converter=read.additions)
    """Sentences for which no field exists, each with its section."""
    suppress: tuple[Suppression, ...] = field(default=(), converter=read.suppressions)
    """Findings of the checker that are accepted: one or more ``Suppression``, or tables of their fields."""
    omit: tuple[Omission, ...] = field(default=(), converter=read.omissions)
    """What to leave out: ids, ``Omission`` or tables of their fields."""
    extra: FrozenMap[Any] = field(factory=FrozenMap, converter=read.extra)
    """Values of slots that an overlay declares."""

    def __attrs_post_init__(self) -> None:
        _entry.settle(self, self._conflicts())

    def _conflicts(self) -> list[Problem]:
        if not _entry.is_settled(self, "posted_on", "closing_date"):
            return []
        posted, closing = self.posted_on, self.closing_date
        closing = closing.date() if isinstance(closing, datetime) else closing
        if isinstance(posted, date) and isinstance(closing, date) and posted > closing:
            reason = f"is after closing_date ({posted} > {closing})"
            return [Problem("posted_on", reason, "correct one of the two dates")]
        return []

    @property
    def given(self) -> tuple[str, ...]:
        """Names of the fields that hold a value."""
        empty = (None, ())
        return tuple(
            one.name
            for one in fields(type(self))
            if (value := getattr(self, one.name)) not in empty and value != FrozenMap()
        )

    def __repr__(self) -> str:
        who = self.organization or "no organization"
        return f"Requisition({who!r}, {counted(len(self.given), 'field')} given)"
