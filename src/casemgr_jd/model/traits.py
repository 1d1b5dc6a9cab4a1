"""What follows from the facts of a requisition and decides which sentence says it.

A trait is a yes-or-no question about a requisition, by name; conditions on items name traits, so that a
sentence follows from a fact without a rule of its own in code.
"""

from collections.abc import Callable
from datetime import date

from casemgr_jd._lexicon import lexicon
from casemgr_jd._records import NamedTuple
from casemgr_jd.model.choices import EmploymentType, FlsaStatus, WorkModel
from casemgr_jd.model.in_a_sentence import is_group, is_per_team, is_sentence
from casemgr_jd.model.license_names import is_as_one_says_it, license_name
from casemgr_jd.model.measures import CaseloadRange
from casemgr_jd.model.pay_yearly import REGULAR, is_one_number, tells_the_year
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.states import names_state
from casemgr_jd.model.title_traits import SPECIALTIES, TITLED, is_unlike, titled_traits

__all__ = [
    "ASSUMED",
    "COMPACT",
    "MANY_BENEFITS",
    "OTHER_PAY_ASKED",
    "TRAITS",
    "Trait",
    "gives",
    "is_none",
    "traits_of",
]


class Trait(NamedTuple):
    """A yes-or-no question about a requisition."""

    field: str
    """The requisition field that decides; named where a plan refuses to vary it."""
    holds: Callable[[Requisition], bool]


MANY_BENEFITS = 3
"""From so many benefits on they are told by what they are for."""
_LONGEST_BESIDE_PAY = 100
_LONGEST_PAY_ROW = 160
_LONGEST_BASIS = 60
_LONGEST_IN_ROW = 75
_LONGEST_SCHEDULE = 240
_LONGEST_DAYS = 160
_LONGEST_BESIDE_PLACE = 60
_LONGEST_TURN = 160
"""Characters; what is longer stands below, where the job is set up."""
_MOST_OF_A_WEEK = 30
"""Hours from which on federal health insurance law counts an employee as full-time (26 U.S.C. 4980H)."""


def is_none(values: tuple[str, ...]) -> bool:
    """Tell whether what was given says that there is none of it.

    >>> is_none(("No on-call",))
    True
    """
    return len(values) == 1 and values[0].strip(" .").lower() in lexicon("given")["none"]["words"]


def gives(values: tuple[str, ...]) -> bool:
    """Tell whether anything that was given is not what there is none of."""
    if not values:
        return False
    starts = tuple(lexicon("given")["none"]["starts"])
    return not all(one.lower().startswith(starts) or is_none((one,)) for one in values)


def _denies(values: tuple[str, ...]) -> bool:
    """Tell whether the one value that was given says in words of its own that there is none."""
    return len(values) == 1 and not is_none(values) and not gives(values)


def _is_brief(values: tuple[str, ...]) -> bool:
    """Tell whether all of it is short enough to stand beside the pay."""
    return 0 < sum(map(len, values)) <= _LONGEST_BESIDE_PAY


def _fits_a_row(values: tuple[str, ...]) -> bool:
    """Tell whether all of it is short enough for a row of its own among the pay."""
    return sum(map(len, values)) <= _LONGEST_PAY_ROW


def _is_longer(text: str | None, most: int) -> bool:
    """Tell whether a text is too long for where it would stand."""
    return len(text or "") > most


def _is_in_parts(schedule: str | None) -> bool:
    """Tell whether a schedule has parts of its own, or is no brief word behind the hours."""
    return ";" in (schedule or "") or _is_longer(schedule, _LONGEST_IN_ROW)


def _are_long(turns: tuple[str, ...]) -> bool:
    """Tell whether what comes round in turns is too long to stand there."""
    return sum(map(len, turns)) > _LONGEST_TURN


def _tells(subject: str, values: tuple[str, ...]) -> bool:
    """Tell whether one of the values speaks of a subject."""
    return bool(values) and any(
        word in one.lower() for word in lexicon("given")["tells"][subject] for one in values
    )


def _goes_on_in(row: str, lines: tuple[str, ...]) -> bool:
    """Tell whether a line for the head goes on in the row of one of our facts."""
    starts = tuple(lexicon("given")["rows"][row])
    return any(one.lower().startswith(starts) for one in lines)


def _asks_for_a_license(requirements: tuple[str, ...]) -> bool:
    """Tell whether a requirement speaks of a license other than that of drivers."""
    return any(_tells("license_by_name", (_without_drivers(one),)) for one in requirements)


def _without_drivers(requirement: str) -> str:
    told = requirement.lower().replace("’", "'")
    for name in lexicon("given")["drivers_license"]["names"]:
        told = told.replace(name, "")
    return told


def _are_most_of_a_week(requisition: Requisition) -> bool:
    hours = requisition.hours_per_week or ""
    return is_one_number(hours) and float(hours) >= _MOST_OF_A_WEEK


def _goes_on(start: date | str | None) -> bool:
    """Tell whether the words for a start go on behind "the job starts": "around April 5"."""
    first = start.partition(" ")[0].lower() if isinstance(start, str) else ""
    return first in lexicon("given")["starting"]["words"]


def _minimum_years(requisition: Requisition) -> int | None:
    years = requisition.experience_years
    return years.minimum if years else None


def _is_hourly(requisition: Requisition) -> bool:
    """Tell whether the pay is one by the hour, and none for each place or level."""
    pay = requisition.pay
    return pay is not None and pay.per == "hour" and not pay.by


def _no_years(requisition: Requisition) -> bool:
    years = requisition.experience_years
    return years is not None and years.minimum == 0 and not years.maximum


def _several_places(requisition: Requisition) -> bool:
    return len(requisition.locations) > 1


def _travels(requisition: Requisition) -> bool:
    travel = requisition.travel_percent
    return travel is not None and travel.high > 0


def _no_travel(requisition: Requisition) -> bool:
    travel = requisition.travel_percent
    return travel is not None and travel.high == 0


def _is_paced(requisition: Requisition) -> bool:
    """Tell whether the caseload counts what comes up in a time, such as reviews a day."""
    caseload = requisition.caseload
    starts = tuple(lexicon("given")["paced"]["starts"])
    return isinstance(caseload, CaseloadRange) and caseload.basis.startswith(starts)


def _titled(specialty: str) -> Trait:
    """Return the trait of a job whose title names a specialty."""
    trait = f"{TITLED}{specialty}"
    return Trait("title", lambda one: trait in titled_traits(one.title))


_OF_FACTS: dict[str, Trait] = {
    "employer.named": Trait("organization", lambda one: one.organization is not None),
    "settings.several": Trait("setting", lambda one: len(one.setting) > 1),
    "pay.rate": Trait("pay", lambda one: one.pay is not None and one.pay.is_fixed),
    "pay.range": Trait("pay", lambda one: one.pay is not None and not one.pay.is_fixed),
    "pay.yearly": Trait("pay", lambda one: one.pay is not None and one.pay.per == "year"),
    "pay.hourly": Trait("pay", _is_hourly),
    "hours.one": Trait("hours_per_week", lambda one: is_one_number(one.hours_per_week or "")),
    "hours.most_of_a_week": Trait("hours_per_week", _are_most_of_a_week),
    "regular": Trait("employment_type", lambda one: one.employment_type in REGULAR),
    "full_time": Trait(
        "employment_type", lambda one: one.employment_type is EmploymentType.FULL_TIME
    ),
    "part_time": Trait(
        "employment_type", lambda one: one.employment_type is EmploymentType.PART_TIME
    ),
    "schedule.parts": Trait("schedule", lambda one: _is_in_parts(one.schedule)),
    "schedule.long": Trait("schedule", lambda one: _is_longer(one.schedule, _LONGEST_SCHEDULE)),
    "rotation.long": Trait("rotation", lambda one: _are_long(one.rotation)),
    "on_call.long": Trait("on_call", lambda one: _are_long(one.on_call)),
    "days.wide": Trait(
        "days_on_site", lambda one: _is_longer(one.days_on_site, _LONGEST_BESIDE_PLACE)
    ),
    "days.long": Trait("days_on_site", lambda one: _is_longer(one.days_on_site, _LONGEST_DAYS)),
    "exempt": Trait("flsa_status", lambda one: one.flsa_status is FlsaStatus.EXEMPT),
    "non_exempt": Trait("flsa_status", lambda one: one.flsa_status is FlsaStatus.NON_EXEMPT),
    "on_call.none": Trait("on_call", lambda one: is_none(one.on_call)),
    "other.none": Trait("other_compensation", lambda one: is_none(one.other_compensation)),
    "other.given": Trait("other_compensation", lambda one: gives(one.other_compensation)),
    "other.denied": Trait("other_compensation", lambda one: _denies(one.other_compensation)),
    "other.brief": Trait("other_compensation", lambda one: _is_brief(one.other_compensation)),
    "basis.brief": Trait(
        "pay_basis", lambda one: 0 < sum(map(len, one.pay_basis)) <= _LONGEST_BASIS
    ),
    "manager.sentence": Trait("manager", lambda one: is_sentence(one.manager)),
    "team.group": Trait("team", lambda one: is_group(one.team)),
    "team.per": Trait("team", lambda one: is_per_team(one.team)),
    "team.sentence": Trait("team", lambda one: is_sentence(one.team)),
    "openings.several": Trait("openings", lambda one: (one.openings or 0) > 1),
    "duties.several": Trait("duties", lambda one: len(one.duties) >= 3),
    "accommodation.told": Trait(
        "physical_demands", lambda one: _tells("accommodation", one.physical_demands)
    ),
    "differentials.none": Trait("differentials", lambda one: is_none(one.differentials)),
    "differentials.brief": Trait(
        "differentials", lambda one: gives(one.differentials) and _fits_a_row(one.differentials)
    ),
    "pay.first": Trait("know_first", lambda one: _goes_on_in("pay", one.know_first)),
    "hours.first": Trait("know_first", lambda one: _goes_on_in("hours", one.know_first)),
    "year.first": Trait("know_first", lambda one: tells_the_year(one.know_first)),
    "year.noted": Trait("pay_notes", lambda one: tells_the_year(one.pay_notes)),
    "year.basis": Trait("pay_basis", lambda one: tells_the_year(one.pay_basis)),
    "year.scheduled": Trait("schedule", lambda one: tells_the_year((one.schedule or "",))),
    "overtime.first": Trait("know_first", lambda one: _tells("overtime", one.know_first)),
    "overtime.told": Trait("pay_notes", lambda one: _tells("overtime", one.pay_notes)),
    "link.given": Trait("apply_url", lambda one: one.apply_url is not None),
    "benefits.many": Trait("benefits", lambda one: len(one.benefits) >= MANY_BENEFITS),
    "benefits.none": Trait("benefits", lambda one: is_none(one.benefits)),
    "travel.some": Trait("travel_percent", _travels),
    "travel.none": Trait("travel_percent", _no_travel),
    "remote": Trait("work_model", lambda one: one.work_model is WorkModel.REMOTE),
    "hybrid": Trait("work_model", lambda one: one.work_model is WorkModel.HYBRID),
    "onsite": Trait("work_model", lambda one: one.work_model is WorkModel.ONSITE),
    "field": Trait("work_model", lambda one: one.work_model is WorkModel.FIELD),
    "per_diem": Trait(
        "employment_type", lambda one: one.employment_type is EmploymentType.PER_DIEM
    ),
    "places.several": Trait("locations", _several_places),
    "years.none": Trait("experience_years", _no_years),
    "license.told": Trait("license", lambda one: any(map(is_as_one_says_it, one.license[:1]))),
    "license.own": Trait("qualifications", lambda one: _asks_for_a_license(one.qualifications)),
    "degree.usual": Trait("education", lambda one: _tells("usual_degree", one.education)),
    "license.registered": Trait("license", lambda one: _tells("registered", one.license[:1])),
    "license.certified": Trait("license", lambda one: _tells("certified", one.license[:1])),
    "license.placed": Trait("license", lambda one: any(map(names_state, one.license))),
    "license.named": Trait(
        "license",
        lambda one: any(_tells("license", (license_name(it),)) for it in one.license),
    ),
    "years.new": Trait("experience_years", lambda one: _minimum_years(one) == 0),
    "years.some": Trait("experience_years", lambda one: (_minimum_years(one) or 0) > 0),
    "caseload.paced": Trait("caseload", _is_paced),
    "closing.ongoing": Trait("closing_date", lambda one: one.closing_date == "ongoing"),
    "closing.date": Trait("closing_date", lambda one: isinstance(one.closing_date, date)),
    "start.day": Trait("start_date", lambda one: isinstance(one.start_date, date)),
    "start.told": Trait("start_date", lambda one: _goes_on(one.start_date)),
    "driving": Trait("driving", lambda one: one.driving is True),
    "background_check": Trait("background_check", lambda one: one.background_check is True),
    "drug_screen": Trait("drug_screen", lambda one: one.drug_screen is True),
    "work_authorization": Trait("work_authorization", lambda one: one.work_authorization is True),
    "performance_line": Trait("performance_line", lambda one: one.performance_line is True),
    "titled.unlike": Trait("title", lambda one: is_unlike(one.title or "")),
}
TRAITS: dict[str, Trait] = {
    **_OF_FACTS,
    **{f"{TITLED}{one}": _titled(one) for one in SPECIALTIES},
}
"""Every trait by its name, those that law decides aside."""
ASSUMED = "license.assumed"
"""The trait of a job whose license is the one that its role brings."""
COMPACT = "compact"
"""The trait of a job whose license a compact of states honors."""
OTHER_PAY_ASKED = "other.asked"
"""The trait of a job whose place wants to be told what comes besides the base pay, or that nothing does."""


def traits_of(requisition: Requisition) -> frozenset[str]:
    """Return the names of the traits that *requisition* has.

    >>> sorted(traits_of(Requisition(flsa_status="exempt", on_call=["none"])))
    ['exempt', 'on_call.none']
    """
    found = [name for name, trait in _OF_FACTS.items() if trait.holds(requisition)]
    return titled_traits(requisition.title).union(found)
