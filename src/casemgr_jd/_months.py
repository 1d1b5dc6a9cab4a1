"""The months and days of the week in English, whatever language the computer speaks."""

__all__ = ["DAYS", "MONTHS"]

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
