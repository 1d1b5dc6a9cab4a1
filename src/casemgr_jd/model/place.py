"""Where a job is, and the places whose law may reach it."""

from collections import Counter
from collections.abc import Sequence
from typing import cast

from casemgr_jd._attrs import field, frozen
from casemgr_jd._doors import by_name
from casemgr_jd._names import did_you_mean
from casemgr_jd.model import _entry
from casemgr_jd.model._entry import flag, line
from casemgr_jd.model._value import Value, cleaned
from casemgr_jd.model.states import STATES, state_code

__all__ = ["Location", "Place", "told_places"]


def _state(value: str | None) -> str | None:
    text = line(value)
    if not isinstance(text, str):
        return text
    code = state_code(text)
    if code is None:
        names = {name: code for code, name in STATES.items()}
        guess = did_you_mean(text, names) or "use the postal code, such as CO"
        return cast(
            "None", _entry.rejected(f"is not a state of the United States: {text!r}", guess)
        )
    return code


def _foreign_state(value: str | None) -> str | None:
    return line(value)


@by_name
@frozen(repr=False, eq=False)
class Location(Value):
    """Where the work is done, or where the worker reports.

    Raises:
        InputError: ``state`` is not a state of the United States while ``country`` is US.

    >>> print(Location("Denver", "Colorado", "80204"))
    Denver, CO
    """

    city: str | None = field(default=None, converter=line)
    """Name of the city."""
    state: str | None = field(default=None, converter=_foreign_state)
    """Postal code of the state; its name is accepted. Outside the US, the region."""
    postal_code: str | None = field(default=None, converter=line)
    """Postal code; never shown unless two sites share a city."""
    country: str = field(default="US", converter=line)
    """ISO 3166 code of the country."""
    street: str | None = field(default=None, converter=line)
    """Street and number; shown where two sites share a city."""
    county: str | None = field(default=None, converter=line)
    """Name of the county, without the word; needed where a county has law of its own."""
    unincorporated: bool | None = field(default=None, converter=flag)
    """Whether the place is outside every city of its county."""

    def __attrs_post_init__(self) -> None:
        country = self.country
        if isinstance(country, str):
            object.__setattr__(self, "country", country.upper())
            if country.upper() in ("US", "USA"):
                object.__setattr__(self, "country", "US")
                object.__setattr__(self, "state", _state(self.state))
        elif country is None:
            object.__setattr__(self, "country", "US")
            object.__setattr__(self, "state", _state(self.state))
        _entry.settle(self)
        if self.city and self.state:
            # "San Juan, PR" or "Denver, Colorado" with the state beside it names the state twice.
            object.__setattr__(self, "city", self._without_state(self.city))

    def _without_state(self, city: str) -> str:
        name, _, state = city.rpartition(",")
        name = name.strip(", ")
        known = state_code(state) if self.country == "US" else state.strip()
        return self._without_state(name) if name and known == self.state else city

    def told_apart(self) -> str:
        """Return how it reads beside another site in the same city: with street, or postal code.

        >>> Location("Denver", "CO", "80204", street="1 Main Street").told_apart()
        '1 Main Street, Denver, CO'
        """
        if self.street:
            return f"{self.street}, {self}"
        return f"{self} {self.postal_code}" if self.postal_code else str(self)

    def __str__(self) -> str:
        county = f"{self.county} County" if self.county and not self.city else None
        place = self.city or county
        parts = [part for part in (place, self.state) if part]
        if self.country != "US":
            parts.append(self.country)
        return ", ".join(parts) or "United States"


def told_places(locations: Sequence[Location]) -> list[str]:
    """Return how each place reads: two in one city by street or postal code.

    >>> told_places([Location("Denver", "CO", street="1 A St"), Location("Denver", "CO", street="2 B St")])
    ['1 A St, Denver, CO', '2 B St, Denver, CO']
    """
    names = [str(one) for one in locations]
    times = Counter(names)
    return [
        one.told_apart() if times[name] > 1 else name
        for one, name in zip(locations, names, strict=True)
    ]


@frozen(repr=False, field_transformer=cleaned, eq=False)
class Place(Value):
    """A state, county or city whose law may reach a posting.

    >>> denver = Place("CO", "Colorado", "state", "CO")
    >>> denver.covers(Location("Denver", "CO"))
    True
    """

    id: str
    """By which law names it, such as ``"CO"`` or ``"ny-new-york-city"``."""
    name: str
    """As it is shown: *New York City*."""
    level: str
    """``state``, ``county`` or ``city``."""
    state: str
    """Code of its state, such as ``"NY"``."""
    cities: tuple[str, ...] = ()
    """Names of the city, or of cities known to be in the county."""
    counties: tuple[str, ...] = ()
    """Names of the county, or of counties known to lie in the city."""
    unincorporated: bool = False
    """Whether only the part of the county outside every city is meant."""

    def covers(self, location: Location) -> bool:
        """Tell whether *location* is in this place, as far as its fields say."""
        if location.country != "US" or location.state != self.state:
            return False
        if self.level == "state":
            return True
        city = (location.city or "").casefold()
        county = (location.county or "").casefold().removesuffix(" county")
        in_county = county in {name.casefold().removesuffix(" county") for name in self.counties}
        if self.unincorporated:
            return in_county and location.unincorporated is True
        in_city = city in {name.casefold() for name in self.cities}
        return in_city or (self.level == "county" and in_county)
