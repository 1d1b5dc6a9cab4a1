"""The United States' postal codes and names: a closed vocabulary, used to read and to write places."""

__all__ = ["STATES", "names_state", "state_code", "state_name"]

STATES = dict(
    pair.split(" ", 1)
    for pair in [
        "AL Alabama",
        "AK Alaska",
        "AZ Arizona",
        "AR Arkansas",
        "CA California",
        "CO Colorado",
        "CT Connecticut",
        "DE Delaware",
        "DC District of Columbia",
        "FL Florida",
        "GA Georgia",
        "GU Guam",
        "HI Hawaii",
        "ID Idaho",
        "IL Illinois",
        "IN Indiana",
        "IA Iowa",
        "KS Kansas",
        "KY Kentucky",
        "LA Louisiana",
        "ME Maine",
        "MD Maryland",
        "MA Massachusetts",
        "MI Michigan",
        "MN Minnesota",
        "MS Mississippi",
        "MO Missouri",
        "MT Montana",
        "NE Nebraska",
        "NV Nevada",
        "NH New Hampshire",
        "NJ New Jersey",
        "NM New Mexico",
        "NY New York",
        "NC North Carolina",
        "ND North Dakota",
        "OH Ohio",
        "OK Oklahoma",
        "OR Oregon",
        "PA Pennsylvania",
        "PR Puerto Rico",
        "RI Rhode Island",
        "SC South Carolina",
        "SD South Dakota",
        "TN Tennessee",
        "TX Texas",
        "UT Utah",
        "VT Vermont",
        "VI U.S. Virgin Islands",
        "VA Virginia",
        "WA Washington",
        "WV West Virginia",
        "WI Wisconsin",
        "WY Wyoming",
    ]
)
"""Postal code to name, for the states, the District of Columbia and three territories."""

_CODES = {name.lower().replace(".", ""): code for code, name in STATES.items()}
_CODES |= {"washington dc": "DC", "virgin islands": "VI", "us virgin islands": "VI"}


def state_name(code: str) -> str:
    """Return the name of a state, or what was given where it is no code of one.

    >>> state_name("CO")
    'Colorado'
    """
    return STATES.get(code.upper(), code)


def state_code(text: str) -> str | None:
    """Return the code of a state given by code or name, or ``None``.

    >>> state_code("new york"), state_code("D.C."), state_code("Washington, D.C.")
    ('NY', 'DC', 'DC')
    """
    plain = " ".join(text.replace(".", "").replace(",", " ").split())
    upper = plain.upper()
    return upper if upper in STATES else _CODES.get(plain.lower())


def names_state(text: str) -> bool:
    """Tell whether *text* names a state.

    >>> names_state("Colorado RN"), names_state("RN")
    (True, False)
    """
    words = f" {' '.join(text.lower().replace(',', ' ').split())} "
    return any(f" {name} " in words for name in _CODES)
