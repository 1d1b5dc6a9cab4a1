"""What pay by the hour comes to in a year."""

from casemgr_jd.model.choices import EmploymentType, PayPeriod
from casemgr_jd.model.pay import amounts
from casemgr_jd.model.ranges import HOURS_OF_A_WEEK
from casemgr_jd.model.requisition import Requisition

__all__ = ["REGULAR", "is_one_number", "pay_yearly"]

REGULAR = (EmploymentType.FULL_TIME, EmploymentType.PART_TIME)
"""The types of employment that have the same hours week by week, all year."""
_FULL_TIME_HOURS = "40"
_WEEKS = 52


def pay_yearly(requisition: Requisition) -> str | None:
    """Return what hourly pay comes to in a year of regular work, in whole hundreds.

    Nothing where the work is for a term or by call, or where its hours are not one number.

    >>> from casemgr_jd.model.pay import PayRange
    >>> pay_yearly(Requisition(pay=PayRange(rate=41.5, per="hour"), employment_type="full_time"))
    '$86,300 a year'
    """
    pay, hours = requisition.pay, _weekly_hours(requisition)
    is_regular = requisition.employment_type in REGULAR and not requisition.term
    if (
        pay is None
        or pay.per != PayPeriod.HOUR
        or pay.by
        or not is_regular
        or not is_one_number(hours)
    ):
        return None
    low, high = (_in_a_year(one, float(hours)) for one in (pay.low, pay.high))
    return f"{amounts(low, high, pay.currency)} a year"


def _weekly_hours(requisition: Requisition) -> str:
    """Return the hours a week; of full-time work those that are usual, where none are given."""
    is_full_time = requisition.employment_type is EmploymentType.FULL_TIME
    return requisition.hours_per_week or (_FULL_TIME_HOURS if is_full_time else "")


def _in_a_year(an_hour: float, hours: float) -> float:
    """Return what an amount by the hour comes to; one that is nothing in whole hundreds as it is."""
    exact = an_hour * hours * _WEEKS
    return round(exact, -2) or round(exact, 2)


def is_one_number(hours: str) -> bool:
    """Tell whether hours are one number that a week can have, and no range or other words.

    >>> is_one_number("37.5"), is_one_number("24-32"), is_one_number("2080")
    (True, False, False)
    """
    is_number = hours.replace(".", "", 1).isdecimal() and hours.isascii()
    return is_number and 0 < float(hours) <= HOURS_OF_A_WEEK
