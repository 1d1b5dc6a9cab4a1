"""Countries in which a remote worker may live: codes of ISO 3166, and names for those often meant."""

__all__ = ["country_code", "country_in_a_sentence", "country_name"]

_NAMES = {
    "US": "United States",
    "CA": "Canada",
    "MX": "Mexico",
    "GB": "United Kingdom",
    "IE": "Ireland",
    "AU": "Australia",
    "NZ": "New Zealand",
    "IN": "India",
    "PH": "Philippines",
    "DE": "Germany",
    "FR": "France",
    "ES": "Spain",
    "NL": "Netherlands",
    "ZA": "South Africa",
}
_ALSO = {"USA": "US", "UNITED STATES OF AMERICA": "US", "UK": "GB"}
_WITH_ARTICLE = ("US", "GB", "PH", "NL")


def country_code(words: str) -> str | None:
    """Return the code of a country: given as such, or by a name that is known here.

    >>> country_code("Canada"), country_code("no"), country_code("Nowhere")
    ('CA', 'NO', None)
    """
    name = words.strip().removeprefix("the ").upper()
    if name in _ALSO:
        return _ALSO[name]
    known = {one.upper(): code for code, one in _NAMES.items()}
    if name in known:
        return known[name]
    return name if len(name) == 2 and name.isascii() and name.isalpha() else None


def country_name(code: str) -> str:
    """Return the name of a country, or its code where no name is known here."""
    return _NAMES.get(code, code)


def country_in_a_sentence(code: str) -> str:
    """Return how a country reads behind *in*.

    >>> country_in_a_sentence("US"), country_in_a_sentence("CA")
    ('the United States', 'Canada')
    """
    return f"the {country_name(code)}" if code in _WITH_ARTICLE else country_name(code)
