"""How the value of a slot reads: decided here, once, so that no renderer has to know what it means."""

import re
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from functools import partial
from typing import Any

from casemgr_jd._lexicon import lexicon, word_list
from casemgr_jd._names import joined
from casemgr_jd.model.choices import WorkModel
from casemgr_jd.model.countries import country_in_a_sentence
from casemgr_jd.model.in_a_sentence import led_by
from casemgr_jd.model.license_names import license_name
from casemgr_jd.model.measures import CaseloadRange
from casemgr_jd.model.moment import long_date, long_moment
from casemgr_jd.model.pay import PayRange
from casemgr_jd.model.pay_yearly import pay_yearly
from casemgr_jd.model.place import Location, told_places
from casemgr_jd.model.ranges import PercentRange, YearsRange
from casemgr_jd.model.requisition import ONGOING, Requisition
from casemgr_jd.model.slot import Place, Slot
from casemgr_jd.model.states import state_name
from casemgr_jd.model.title_named import words_named, words_of_whom

__all__ = [
    "closed",
    "display",
    "facts_of",
    "hours_told",
    "is_blank",
    "of_one_fact",
    "open_ended",
    "opened",
]


def display(requisition: Requisition, slot: Slot) -> str | None:
    """Return how *slot* reads with what *requisition* gives, or ``None`` while it is blank.

    >>> license = Slot("license", "License", field="license", join="or")
    >>> display(Requisition(license=["RN", "LCSW", "LMSW"]), license)
    'RN, LCSW or LMSW'
    """
    told = _display(requisition, slot)
    return told if slot.place is None or told is None else _IN_PLACE[slot.place](told)


def _display(requisition: Requisition, slot: Slot) -> str | None:
    base = slot.base
    several = _OF_SEVERAL.get(base)
    if several is not None:
        return several[1](requisition)
    one = _OF_ONE.get(base)
    if one is not None:
        name, read = one
        return read(getattr(requisition, name))
    return _read(_value(requisition, slot), slot.join)


def of_one_fact(slot: Slot) -> "Callable[[Any], str | None] | None":
    """Return how *slot* reads as a function of its one fact; nothing where it looks at more than one.

    >>> license = Slot("license", "License", field="license", join="or")
    >>> read = of_one_fact(license)
    >>> read and read(("RN", "LCSW"))
    'RN or LCSW'
    """
    if slot.base in _OF_SEVERAL or slot.field == "extra":
        return None
    one = _OF_ONE.get(slot.base)
    read = one[1] if one is not None else partial(_read, join=slot.join)
    return read if slot.place is None else partial(_placed, read=read, place=slot.place)


def _placed(value: Any, *, read: Callable[[Any], str | None], place: Place) -> str | None:
    told = read(value)
    return None if told is None else _IN_PLACE[place](told)


def is_blank(requisition: Requisition, slot: Slot) -> bool:
    """Tell whether *slot* is blank: ``display`` gives nothing.

    >>> is_blank(Requisition(license=["RN"]), Slot("license", "License", field="license"))
    False
    """
    base = slot.base
    if base in _OF_SEVERAL or base in _OF_ONE:
        return display(requisition, slot) is None
    return _value(requisition, slot) in (None, "", ())


def _value(requisition: Requisition, slot: Slot) -> Any:
    if slot.field == "extra":
        return requisition.extra.get(slot.base)
    return getattr(requisition, slot.field or slot.base, None)


def facts_of(slot: Slot) -> tuple[str, ...]:
    """Return the fields of a requisition that the reading of *slot* may look at.

    >>> facts_of(Slot("state", "State"))
    ('locations', 'work_model', 'remote_states', 'remote_countries')
    """
    base = slot.base
    if base in _OF_SEVERAL:
        return _OF_SEVERAL[base][0]
    return (_OF_ONE[base][0] if base in _OF_ONE else slot.field or base,)


def _read(value: Any, join: str) -> str | None:
    if (
        value is None
        or value.__class__ is str
        or (isinstance(value, str) and not isinstance(value, Enum))
    ):
        return open_ended(value) if value else None
    if isinstance(value, tuple):
        return joined([open_ended(str(one)) for one in value], join) if value else None
    if isinstance(value, date):
        return long_date(value)
    return str(value)


def open_ended(words: str) -> str:
    """Return *words* without the period that ends them: the sentence around them has its own.

    A text of several sentences keeps it, and so does what ends in an abbreviation.

    >>> open_ended("works nights."), open_ended("Lakeside Health Inc."), open_ended("7 a.m.")
    ('works nights', 'Lakeside Health Inc.', '7 a.m.')
    """
    if not words.endswith(".") or len(words) < 2 or words.endswith("..") or ". " in words:
        return words
    last = words[:-1].rsplit(" ", 1)[-1]
    abbreviated = "." in last or (last.istitle() and len(last) <= _LONGEST_ABBREVIATION)
    return words if abbreviated or last in ("etc", "approx") else words[:-1]


_LONGEST_ABBREVIATION = 4


def opened(words: str) -> str:
    """Return a sentence with a capital at its head, where its first word is a plain one in small letters.

    >>> opened("bachelor's degree in nursing"), opened("eConsults each week"), opened("on-call pay")
    ("Bachelor's degree in nursing", 'eConsults each week', 'On-call pay')
    """
    if not words[:1].islower():
        return words
    first = re.sub("['’-]", "", words.split(maxsplit=1)[0].rstrip(",;:"))
    return f"{words[0].upper()}{words[1:]}" if first.isalpha() and first.islower() else words


def unclosed(words: str) -> str:
    """Return words without the period at their end, for the sentence around them has its own there.

    >>> unclosed("7 a.m. to 3 p.m."), unclosed("Why? Ask us!"), unclosed("and so on ...")
    ('7 a.m. to 3 p.m', 'Why? Ask us!', 'and so on ...')
    """
    return words if words.endswith("..") else words.removesuffix(".")


def closed(words: str) -> str:
    """Return a sentence with a mark at its end, so that another may follow it.

    >>> closed("No nights"), closed("Why? Ask us!"), closed("(We do.)"), closed("dental, etc.")
    ('No nights.', 'Why? Ask us!', '(We do.)', 'dental, etc.')
    """
    return words if words.rstrip("\"')]’”").endswith(tuple(".!?:;,…–—")) else f"{words}."


def _degree(education: tuple[str, ...]) -> str | None:
    """Return the education as it stands at the head of a line."""
    told = _read(education, "or")
    return opened(told) if told else None


def _location(requisition: Requisition) -> str | None:
    places = _places(requisition.locations)
    if requisition.work_model is not WorkModel.REMOTE:
        return places or None
    states = _remote_states(requisition)
    anywhere = requisition.remote_countries and not requisition.remote_states
    from_where = (
        f"Remote, from {'anywhere in ' if anywhere else ''}{states}" if states else "Remote"
    )
    return f"{from_where}; our office is in {places}" if places else from_where


def _places(locations: tuple[Location, ...]) -> str:
    """Return places as a reader tells them apart: two in one city by street or postal code, or as one."""
    apart = list(dict.fromkeys(told_places(locations)))
    # Two city-and-state pairs read well as they are; semicolons help from three on, or with streets.
    if len(apart) == 2 and apart == [*dict.fromkeys(map(str, locations))]:
        return " or ".join(apart)
    return joined(apart, "or")


def _in_a_sentence(code: str) -> str:
    name = state_name(code)
    return f"the {name}" if name.startswith("District") else name


def _state(requisition: Requisition) -> str | None:
    codes: list[str | None] = [location.state for location in requisition.locations]
    if requisition.work_model is WorkModel.REMOTE:
        codes += requisition.remote_states
        if requisition.remote_countries and not requisition.remote_states:
            # Who works from anywhere in a country does not work where the office is.
            only_here = requisition.remote_countries == ("US",)
            return f"the {'state' if only_here else 'place'} where you live"
    names = [_in_a_sentence(code) for code in dict.fromkeys(codes) if code]
    return joined(names, "or") if names else None


def _remote_states(requisition: Requisition) -> str | None:
    names = [_in_a_sentence(code) for code in requisition.remote_states]
    names += [country_in_a_sentence(code) for code in requisition.remote_countries]
    return joined(names, "or") if names else None


def _closing_date(closing: "date | str | None") -> str | None:
    if closing == ONGOING:
        return "any time"
    if isinstance(closing, datetime):
        return long_moment(closing)
    return long_date(closing) if isinstance(closing, date) else None


def _experience_years(years: YearsRange | None) -> str | None:
    if years is None:
        return None
    if years.minimum == 0:
        return f"0–{years.maximum} years" if years.maximum else "No years"
    return f"At least {years.minimum} year{'s' * (years.minimum != 1)}"


def _travel_percent(travel: PercentRange | None) -> str | None:
    if travel is None:
        return None
    return f"up to {travel.high}%" if travel.low == 0 < travel.high else f"about {travel}"


def _caseload(caseload: object) -> str | None:
    if not isinstance(caseload, CaseloadRange):
        return None
    factors = joined(list(caseload.adjusted_for), "and")
    return f"{caseload}, adjusted for {factors}" if factors else str(caseload)


def _license(licenses: tuple[str, ...]) -> str | None:
    """Return the licenses; the sentence around them says that they are licenses."""
    return _read(tuple(map(license_name, licenses)), "or")


def _license_alternative(requisition: Requisition) -> str | None:
    """Return what counts in place of the license, which stands before it and is not named a second time.

    >>> _license_alternative(Requisition(license=["LMSW"], license_alternative="the LMSW in a year"))
    'one in a year'
    """
    told = requisition.license_alternative
    article, _, rest = (told or "").partition(" ")
    name, _, behind = rest.partition(" ")
    named = article in word_list("given", "determiners", "words")
    again = named and requisition.license == (name,) and behind
    if again and not behind.startswith("license"):
        return open_ended(f"one {behind}")
    return open_ended(told) if told else None


def _credentials(requisition: Requisition) -> str | None:
    """Return the credentials; where driving is essential, a sentence of its own asks for the license."""
    needed = requisition.credentials
    if requisition.driving:
        needed = tuple(one for one in needed if not _is_drivers_license(one))
    return _read(needed, "and")


def _cm_platform(requisition: Requisition) -> str | None:
    """Return the platforms of case management; one that is the record system too is named as that alone."""
    named = requisition.cm_platform
    own = tuple(one for one in named if one not in requisition.emr)
    return _read(own or named, "and")


def _systems(requisition: Requisition) -> str | None:
    """Return where the work is written down: record systems and platforms, each once."""
    return _read(tuple(dict.fromkeys((*requisition.emr, *requisition.cm_platform))), "and")


def _is_drivers_license(credential: str) -> bool:
    """Tell whether a credential is a driver's license and nothing besides.

    >>> _is_drivers_license("A valid driver's license"), _is_drivers_license("driver's license and insurance")
    (True, False)
    >>> _is_drivers_license("a driver's license (for home visits)")
    True
    """
    known = lexicon("given")["drivers_license"]
    words = credential.lower().partition(" (")[0].replace("’", "'").split()
    return " ".join(one for one in words if one not in known["around"]) in known["names"]


def hours_told(hours: str | None) -> str | None:
    """Return hours with their unit where they end in a figure; words stand as they are.

    >>> hours_told("37.5"), hours_told("about 36"), hours_told("varies"), hours_told("36 hours or 40")
    ('37.5 hours a week', 'about 36 hours a week', 'varies', '36 hours or 40')
    """
    if not hours or not _is_without_unit(hours):
        return hours or None
    return f"{hours} hour{'s' * (hours != '1')} a week"


def _is_without_unit(hours: str) -> bool:
    return hours.removesuffix("+")[-1:].isdigit() and "hour" not in hours.lower()


def _pay_range(pay: PayRange | None) -> str | None:
    return str(pay) if pay else None


_IN_PLACE: dict[Place, Callable[[str], str]] = {
    Place.HEAD: opened,
    Place.END: unclosed,
    Place.ALONE: lambda words: unclosed(opened(words)),
}
"""How what a slot reads changes with the place where it stands."""
_OF_ONE: dict[str, tuple[str, Callable[[Any], str | None]]] = {
    "caseload": ("caseload", _caseload),
    "closing_date": ("closing_date", _closing_date),
    "experience_years": ("experience_years", _experience_years),
    "travel_percent": ("travel_percent", _travel_percent),
    "pay_range": ("pay", _pay_range),
    "hours_told": ("hours_per_week", hours_told),
    "led_by": ("manager", led_by),
    "title_named": ("title", words_named),
    "title_whom": ("title", words_of_whom),
    "license": ("license", _license),
    "degree": ("education", _degree),
}
"""What reads in its own way, and the one fact that it looks at."""
_PLACE = ("locations", "work_model", "remote_states", "remote_countries")
_YEAR = (
    *("pay", "hours_per_week", "employment_type", "term"),
    *("know_first", "pay_notes", "pay_basis", "schedule"),
)
_OF_SEVERAL: dict[str, tuple[tuple[str, ...], Callable[[Requisition], str | None]]] = {
    "location": (_PLACE, _location),
    "state": (_PLACE, _state),
    "remote_states": (("remote_states", "remote_countries"), _remote_states),
    "pay_yearly": (_YEAR, pay_yearly),
    "cm_platform": (("cm_platform", "emr"), _cm_platform),
    "license_alternative": (("license_alternative", "license"), _license_alternative),
    "credentials": (("credentials", "driving"), _credentials),
    "systems": (("emr", "cm_platform"), _systems),
}
"""What rests on more than one fact, and which; any other slot looks at its one field."""
