"""How a fact of a requisition reads where no sentence holds it; what a file names by an id has a name."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from itertools import pairwise

from casemgr_jd.content.load import load_catalog
from casemgr_jd.errors import UnknownNameError
from casemgr_jd.model.moment import long_date, long_moment
from casemgr_jd.model.requisition import Addition, Suppression

__all__ = ["called", "in_words", "measured", "named", "setting_noun"]

_ENDS = (".", "!", "?", ":")
"""What ends a sentence, or a head."""
_FEW_WORDS = 4
"""In a part of a list that commas part."""


def named(field: str, value: object) -> object:
    """Return the names of what a field holds by ids: choices and measures; any other value as it is.

    >>> named("role", "rn"), named("tier", "lead"), named("organization", "rn")
    ('RN Case Manager', 'Lead/Supervisor', 'rn')
    """
    name = measured if field == "measures" else partial(called, field)
    if value is None or field not in (*_FINDERS, "edition", "measures"):
        return value
    return tuple(map(name, value)) if isinstance(value, tuple) else name(str(value))


def in_words(value: object) -> str:
    """Return a value on one line; nothing for none.

    >>> in_words(True), in_words(date(2027, 1, 15)), in_words(("On the day:", "Meet the van."))
    ('yes', 'January 15, 2027', 'On the day: Meet the van.')
    >>> in_words({"CO": 1900, "WY": 500})
    'CO: 1,900; WY: 500'
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, datetime):
        return long_moment(value)
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, Addition):
        return f"{value.label}: {value.text}" if value.label else value.text
    if isinstance(value, Suppression):
        return value.code
    if isinstance(value, tuple):
        return _listed([in_words(one) for one in value])
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {in_words(one)}" for key, one in value.items())
    return str(value)


def _listed(words: list[str]) -> str:
    """Return a list on one line: sentences and heads stand one after the other, parts have a mark between.

    >>> _listed(["On the day:", "Meet the van.", "Hand over medicines."])
    'On the day: Meet the van. Hand over medicines.'
    >>> _listed(["Monday, at 9:00: rounds", "Friday: the huddle"])
    'Monday, at 9:00: rounds; Friday: the huddle'
    >>> _listed(["Avoidable days", "Length of stay against the expected"])
    'Avoidable days; Length of stay against the expected'
    """
    long = any("," in one or len(one.split()) > _FEW_WORDS for one in words)
    mark = ";" if long else ","
    ended = [
        one if one.endswith(_ENDS) and not after[:1].islower() else f"{one}{mark}"
        for one, after in pairwise(words)
    ]
    return " ".join([*ended, *words[-1:]])


def called(kind: str, id_: str) -> str:
    """Return the name of a setting, tier, role or edition; one that only an overlay has is told by its id.

    >>> called("role", "rn"), called("tier", "entry"), called("setting", "specialty.sea_rescue")
    ('RN Case Manager', 'Entry-Level', 'Specialty sea rescue')
    """
    find = _FINDERS.get(kind)
    if find is not None:
        try:
            return find(id_)
        except UnknownNameError:
            pass
    words = id_.replace("_", " ").replace(".", " ")
    return words[:1].upper() + words[1:]


def setting_noun(id_: str) -> str:
    """Return how a setting of the guide reads in a sentence; one that only an overlay has, by its id.

    >>> setting_noun("managed_care")
    'managed care'
    """
    try:
        return load_catalog().setting(id_).noun
    except UnknownNameError:
        return id_


def measured(measure: str) -> str:
    """Return the words of a measure of the guide; the employer's own are words already.

    >>> measured("kpi.hospital.readmissions"), measured("Calls returned")
    ('30-day readmissions', 'Calls returned')
    """
    words = (
        kpi.statement()
        for _, _, kpis in load_catalog().kpi_sets
        for kpi in kpis
        if kpi.id == measure
    )
    return next(words, measure)


_FINDERS: dict[str, Callable[[str], str]] = {
    "setting": lambda id_: load_catalog().setting(id_).name,
    "tier": lambda id_: load_catalog().tier(id_).name,
    "role": lambda id_: load_catalog().role(id_).called,
}
