"""What pay by the hour comes to in a year."""

import re

from casemgr_jd._late import late
from casemgr_jd._lexicon import lexicon
from casemgr_jd.model.choices import EmploymentType, PayPeriod
from casemgr_jd.model.pay import amounts
from casemgr_jd.model.ranges import HOURS_OF_A_WEEK
from casemgr_jd.model.requisition import Requisition

__all__ = ["REGULAR", "is_one_number", "pay_yearly", "tells_the_year"]

REGULAR = (EmploymentType.FULL_TIME, EmploymentType.PART_TIME)
"""The types of employment that have the same hours week by week, all year."""
_FULL_TIME_HOURS = "40"
_WEEKS = 52
_SMALLEST_OF_A_YEAR = 15_000
"""What is less is no year's pay, but a bonus or a stipend."""
_AMOUNT = late(r"\d{1,3}(?:,\d{3})+|\d{5,6}|\d{2,3}(?=k\b)", re.IGNORECASE)


def pay_yearly(requisition: Requisition) -> str | None:
    """Return what hourly pay comes to in a year of regular work, in whole hundreds and never above it.

    Nothing where the work is for a term or by call, where its hours are not one number, or where the employer
    says what a year comes to, or that the work fills a part of it.

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
        or any(map(tells_the_year, _words_on_the_year(requisition)))
    ):
        return None
    low, high = (_in_a_year(one, float(hours)) for one in (pay.low, pay.high))
    return f"{amounts(low, high, pay.currency)} a year"


def _words_on_the_year(requisition: Requisition) -> tuple[tuple[str, ...], ...]:
    one = requisition
    return one.know_first, one.pay_notes, one.pay_basis, (one.schedule or "",)


def tells_the_year(lines: tuple[str, ...]) -> bool:
    """Tell whether words of the employer's say what a year comes to, or that the work fills a part of one.

    >>> tells_the_year(("A school year comes to about $43,000.",)), tells_the_year(("a 10-month job",))
    (True, True)
    >>> tells_the_year(("Pay: most start at $52,000",)), tells_the_year(("about $52,000 a year",))
    (True, True)
    >>> tells_the_year(("Raises come once a year.", "$5,000 a year for Spanish", "Sign-on: $20,000"))
    False
    """
    return any(_tells_the_year(one.lower()) for one in lines)


def _tells_the_year(line: str) -> bool:
    known = lexicon("given")
    if any(one in line for one in known["part_of_a_year"]["words"]):
        return True
    is_of_pay = line.startswith(tuple(known["rows"]["pay"]))
    names_year = is_of_pay or any(one in line for one in known["yearly"]["words"])
    return names_year and any(map(_is_of_a_year, _AMOUNT.findall(line)))


def _is_of_a_year(amount: str) -> bool:
    figure = int(amount.replace(",", ""))
    in_thousands = len(amount) <= len("999")
    return (figure * 1000 if in_thousands else figure) >= _SMALLEST_OF_A_YEAR


def _weekly_hours(requisition: Requisition) -> str:
    """Return the hours a week; of full-time work those that are usual, where none are given."""
    is_full_time = requisition.employment_type is EmploymentType.FULL_TIME
    return requisition.hours_per_week or (_FULL_TIME_HOURS if is_full_time else "")


def _in_a_year(an_hour: float, hours: float) -> float:
    """Return what an amount by the hour comes to, and no more; one below a hundred as it is."""
    exact = round(an_hour * hours * _WEEKS, 2)
    return exact // 100 * 100 or exact


def is_one_number(hours: str) -> bool:
    """Tell whether hours are one number that a week can have, and no range or other words.

    >>> is_one_number("37.5"), is_one_number("24-32"), is_one_number("2080")
    (True, False, False)
    """
    is_number = hours.replace(".", "", 1).isdecimal() and hours.isascii()
    return is_number and 0 < float(hours) <= HOURS_OF_A_WEEK
