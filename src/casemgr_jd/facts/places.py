"""Where the work is: cities with their state, states named as a location, and where a remote worker may live."""

import re
from collections.abc import Iterator
from typing import Any

from casemgr_jd._late import late
from casemgr_jd.facts.bare_cities import bare_cities, elsewhere, region_codes
from casemgr_jd.facts.found import Located, Stated
from casemgr_jd.facts.gazetteer import is_city, state_of_postal_code
from casemgr_jd.facts.labels import value_at
from casemgr_jd.facts.modality import of_others
from casemgr_jd.facts.organizations import is_a_role
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.facts.state_names import StateName, state_names
from casemgr_jd.model.states import STATES, state_code
from casemgr_jd.reading.lexicon import Said, lexicon, pattern_of, phrase_list, word_list
from casemgr_jd.reading.source import Source, Span
from casemgr_jd.reading.words import word_set

__all__ = [
    "find_country",
    "find_excluded",
    "find_locations",
    "find_nationwide",
    "find_unclear",
    "given_locations",
]

_ANOTHER_REASON = Said("places", "another_reason")
_RESIDENTS = Said("places", "residents")
_SERVES = Said("places", "serves")
_REMOTE_WORK = Said("places", "remote_work")

_LEGAL = frozenset({"eeo", "legal"})
_ASIDE = _LEGAL | {"about", "tools"}
_CITY_BEFORE = late(
    r"(?P<city>(?:(?:St|Ft|Mt)\. )?[A-Z][a-zA-Z'’.-]{1,20}(?: (?:of |del |de |la )?[A-Z][a-zA-Z'’-]{1,20}){0,3})(?P<joint>, ?| \(| )$"
)
_ZIP = late(r",? ?(\d{5})(?:-\d{4})?(?!\d)")
_REMOTE = late(
    r"(?:remote|telework|telecommut|work from home|home based|virtual)[^.;]{0,90}?(?:live|reside|resident|based|located|located in|living|residing|from|in|within|eligible|states?|open to|hire in|only)|"
    r"(?:must|may|can|should|need to|candidates?|applicants?|you)[^.;]{0,40}(?:live|reside|be located|be based|be a resident)|"
    r"(?:(?:open|limited|restricted|available|only) (?:to|for) residents? of|(?:must be|are) (?:a )?residents? of|residing in|eligible states|remote states|approved states|following states|hire in|hiring in|open to (?:residents|candidates|applicants))"
)


def find_locations(source: Source) -> tuple[Located, ...]:
    """Return the places of work and the states of remote reach that the text names, in order."""
    cities_named = list(_with_city(source, _LEGAL | {"about"}))
    told = _told_at_the_top(source, cities_named)
    if told:
        cities_named = [one for one in cities_named if _is_of_the_work(source, one)]
    clear = (one for one in _clear(source) if not told or one.state in told)
    states = (
        one
        for one in _states(source)
        if not told or one.remote or one.state in told or _is_of_the_work(source, one)
    )
    named = [*cities_named, *states, *clear]
    # where nothing else says it, the paragraph about the employer does
    named = named or [*_with_city(source, _LEGAL), *_where_the_employer_is(source)]
    found: dict[tuple[str, str, bool], Located] = {}
    for one in sorted(named, key=lambda one: (one.span.start, -one.span.end)):
        found.setdefault((one.city, one.state, one.remote), one)
    cities = {(one.state, one.remote) for one in found.values() if one.city}
    return tuple(one for one in found.values() if one.city or (one.state, one.remote) not in cities)


def _where_the_employer_is(source: Source) -> Iterator[Located]:
    """The state in which a sentence says that the employer is: "a rural district located in West Michigan"."""
    for one in state_names(source):
        block = source.span_of(source.block_index(one.span.start))
        before = source.folded[max(block.start, one.span.start - _NEAR) : one.span.start]
        before = before.rstrip()
        if pattern_of("places", "is_in").search(before) and not _is_excluded(source, one):
            yield Located(one.code, one.span)


_NEAR = 40


def _told_at_the_top(source: Source, named: list[Located]) -> frozenset[str]:
    """The states of the cities that a short line at the top names, or a label; beside them a mere mention is none."""
    at_top = len(source.top(_LINES_AT_TOP))
    return frozenset(
        one.state
        for one in named
        if (source.block_index(one.span.start) < at_top and _is_in_a_short_line(source, one))
        or value_at(source, "location", one.span.start)
    )


def _is_in_a_short_line(source: Source, one: Located) -> bool:
    block = source.blocks[source.block_index(one.span.start)]
    return len(block.text.split()) <= _SHORT_LINE and block.section not in (
        "responsibilities",
        "apply",
    )


def _is_of_the_work(source: Source, one: Located) -> bool:
    """Whether a line or a label gives a place, or a sentence says that people work there."""
    if _is_in_a_short_line(source, one) or value_at(source, "location", one.span.start):
        return True
    sentence = source.sentence(one.span.start, one.span.end)
    before = source.folded[sentence.start : one.span.start]
    return pattern_of("places", "works_there").search(before) is not None


def find_unclear(source: Source) -> tuple[Located, ...]:
    """Return the places of work whose state the text leaves open, such as "Portland" alone."""
    return tuple(one for one in bare_cities(source) if not one.state)


def find_excluded(source: Source) -> tuple[Located, ...]:
    """Return the states whose residents are shut out."""
    return tuple(
        Located(one.code, one.span, remote=True)
        for one in state_names(source)
        if _is_excluded(source, one)
    )


def find_nationwide(source: Source) -> Stated | None:
    """Return the wording by which a remote job is open everywhere in the country, if there is any."""
    for match in phrases_in(source, phrase_list("places", "nationwide")):
        span = Span(*match.span())
        sentence = source.sentence(*span)
        words = source.folded[sentence.start : sentence.end]
        aside = source.block_at(span.start).section == "about" or of_others(source, span)
        if not aside and pattern_of("places", "from_home").search(words):
            return Stated("nationwide", span)
    return None


def find_country(source: Source) -> Stated | None:
    """Return the line at the top that names the whole country as the place, if there is one."""
    for index, block in enumerate(source.top(_LINES_AT_TOP)):
        words = block.text.lower().strip(" .()")
        if index and words in lexicon("places")["words"]["country"]:
            return Stated("nationwide", source.span_of(index))
    return None


def _clear(source: Source) -> Iterator[Located]:
    yield from (one for one in bare_cities(source) if one.state)
    yield from region_codes(source)


def _with_city(source: Source, aside: frozenset[str]) -> Iterator[Located]:
    """Every "City, State" in which people work."""
    for one in state_names(source):
        index = source.block_index(one.span.start)
        if source.blocks[index].section in aside or _is_excluded(source, one):
            continue
        city = _city_of(source, one, source.starts[index])
        if city is not None and not elsewhere(source, city.start):
            yield Located(one.code, Span(city.start, one.span.end), source.snippet(city))
        elif elsewhere(source, one.span.start):
            continue
        elif one.code == "DC" and not one.is_code and one.written.startswith("Wash"):
            yield Located("DC", one.span, "Washington")
        elif one.written == "New York" and _is_the_city(source, one):
            yield Located("NY", one.span, "New York")


def _is_the_city(source: Source, one: StateName) -> bool:
    """Whether the name of the state is that of the city: before "City", or behind a street."""
    before = source.text[max(0, one.span.start - _NEAR) : one.span.start].rstrip(" ,.")
    street = before.rpartition(" ")[2].lower() in word_list("places", "words", "street")
    return source.text.startswith(" City", one.span.end) or (
        street and any(map(str.isdigit, before))
    )


def _city_of(source: Source, one: StateName, block_start: int) -> Span | None:
    """The city that stands before a state."""
    start = max(block_start, one.span.start - 70)
    match = _CITY_BEFORE.search(source.text, start, one.span.start)
    if match is None:
        return None
    if match["city"].endswith(" County"):
        # "Springfield, Sangamon County, Illinois"
        nearer = _CITY_BEFORE.search(source.text, start, match.start("city"))
        match = nearer if nearer is not None and "," in nearer["joint"] else match
    if _explains(source, match, one):
        return None
    words = match["city"].split()
    at = match.start()
    no_city = word_list("places", "words", "no_city")
    while words and (words[0].lower().strip(".'’") in no_city or _ends_a_sentence(words[0])):
        at += len(words.pop(0)) + 1
    if words and words[0] in _SAINTS and is_city(" ".join(words[1:]), one.code):
        at += len(words.pop(0)) + 1  # "420 Main St. Reno, NV"
    city = " ".join(words)
    if (
        (one.code == "DC" and not one.is_code and one.written[0] == "W")
        or not city
        or (
            words[-1].lower() in word_list("places", "words", "street")
            and not is_city(city, one.code)
        )
        or city in STATES
        or is_a_role(city)
    ):
        return None
    if city in STATES.values() and not one.is_code and city != STATES[one.code]:
        return None  # "Colorado, Arizona" is a list of states
    if not one.is_code and _ends_in_a_state(city) and not is_city(city, one.code):
        return None  # so is "Covers Ohio, Indiana"
    if not one.is_code and _is_among_others(source, match.start(), one.span.end, block_start):
        return None
    if match["joint"] == " ":
        # "Denver CO 80204" needs no comma; "Manager CO" is no city
        known = [" ".join(words[index:]) for index in range(len(words))]
        near = next((name for name in known if is_city(name, one.code)), None)
        if near is None:
            return None
        at = match.end("city") - len(near)
    elif one.written in _ALSO_WORDS and not (is_city(city, one.code) or _stands_alone(source, one)):
        return None
    elif one.written in _DEGREES and not (is_city(city, one.code) or _is_short(source, one)):
        return None  # "under the supervision of Ana Ruiz, MA" names a person
    return Span(at, match.end("city"))


def _ends_in_a_state(city: str) -> bool:
    return any(city.endswith(f" {name}") for name in STATES.values())


def _explains(source: Source, match: re.Match[str], one: StateName) -> bool:
    """Whether a bracket tells what letters stand for, and the state is a part of it: "QUIT (Ohio's tobacco line)"."""
    return match["joint"] == " (" and not source.text.startswith((")", ","), one.span.end)


def _is_among_others(source: Source, start: int, end: int, block_start: int) -> bool:
    """Whether a name and a state are two of a list of counties: "Somerset, Talbot, Washington, Wicomico"."""
    before = _ENTRY_BEFORE.search(source.text, max(block_start, start - 40), start)
    after = _ENTRY_AFTER.match(source.text, end)
    return bool(before and after and not {before[1], after[1]} & {*STATES.values()})


_ENTRY_BEFORE = late(r"(?:^|, )([A-Z][A-Za-z.'’]+(?: [A-Z][A-Za-z'’]+)?), $")
_ENTRY_AFTER = late(r", ([A-Z][A-Za-z.'’]+(?: [A-Z][A-Za-z'’]+)?)(?=,|$|\n| and )")


def _is_short(source: Source, one: StateName) -> bool:
    """Whether a state stands in a line of a few words, in the value of a label, or before its postal code."""
    index = source.block_index(one.span.start)
    return (
        len(source.blocks[index].text.split()) <= _SHORT_LINE
        or value_at(source, "location", one.span.start) is not None
        or _with_postal_code(source, one)
    )


_DEGREES = word_set("MA MD PA MS")


_SAINTS = ("St.", "Ft.", "Mt.")


def _ends_a_sentence(word: str) -> bool:
    return word.endswith(".") and word not in _SAINTS


def _states(source: Source) -> Iterator[Located]:
    """States that are named alone: as the value of a label, at the top, or as where a remote worker may live."""
    for one in state_names(source):
        index = source.block_index(one.span.start)
        if source.blocks[index].section in _ASIDE or _is_excluded(source, one):
            continue
        if not _stands_alone(source, one):
            continue
        value = value_at(source, "location", one.span.start) or value_at(
            source, "state", one.span.start
        )
        if (value is not None and "remote" in source.folded[value.start : one.span.start]) or (
            _remote_reach(source, one.span) and not _is_hiring_at(source, one)
        ):
            yield Located(one.code, one.span, remote=True)
        elif value or _with_postal_code(source, one) or _is_a_line(source, one, index):
            yield Located(one.code, one.span)


def _is_hiring_at(source: Source, one: StateName) -> bool:
    """Whether a city stands before it and nothing is said of remote work: "we are hiring in Seattle, WA"."""
    sentence = source.sentence(one.span.start, one.span.end)
    city = _city_of(source, one, source.starts[source.block_index(one.span.start)])
    return city is not None and not _REMOTE_WORK.search(
        source.folded[sentence.start : sentence.end]
    )


def _is_a_line(source: Source, one: StateName, index: int) -> bool:
    """Whether a line near the top says no more than the state: "Washington State", "Northern Virginia"."""
    block = source.blocks[index]
    if elsewhere(source, one.span.start):
        return False
    at_top = 0 < index < _LINES_AT_TOP and block.kind != "bullet"
    return at_top and (len(block.text.split()) <= _FEW_WORDS or _lists_states(block.text))


_FEW_WORDS, _LONGEST_LINE = 4, 200


def _lists_states(text: str) -> bool:
    """Whether a line holds nothing but states: "North Carolina, South Carolina, Virginia and West Virginia"."""
    parts = text.replace(" and ", ", ").replace(" or ", ", ").split(",")
    return len(text) <= _LONGEST_LINE and all(
        state_code(part.strip(" .")) is not None for part in parts if part.strip()
    )


_LINES_AT_TOP, _SHORT_LINE = 6, 8


def _with_postal_code(source: Source, one: StateName) -> bool:
    """Whether a postal code of the state follows it, as in "Illinois, 60614"."""
    code = _ZIP.match(source.text, one.span.end)
    return code is not None and state_of_postal_code(code[1]) == one.code


def _is_excluded(source: Source, one: StateName) -> bool:
    sentence = source.sentence(one.span.start, one.span.end)
    before = source.folded[max(sentence.start, one.span.start - 120) : one.span.start]
    return bool(pattern_of("places", "excluded").search(before))


def _stands_alone(source: Source, one: StateName) -> bool:
    """A code that is also a word ("OR", "IN") counts after a comma, in a list of codes, or in brackets."""
    if one.written not in _ALSO_WORDS:
        return True
    span = one.span
    before, after = (
        source.text[max(span.start - 5, 0) : span.start],
        source.text[span.end : span.end + 6],
    )
    if before.endswith(("MD, ", "DO, ")):
        return False
    listed = (
        before.rstrip().endswith((",", "(", "and", "or", "/", ":", "in", "|", "-"))
        or not before.strip()
    )
    return listed and bool(re.match(r",|\)|\.|$|\n| and| or|/|;| \d| \||-| -", after))


_ALSO_WORDS = word_set("OR IN OK ME HI MS PA MA ID MD DE LA AL VA MO CO Pa. Me. La. Md. Mo. Miss.")


def _remote_reach(source: Source, span: Span) -> bool:
    sentence = source.sentence(span.start, span.end)
    # a list of all the states fits; a sentence without end does not
    start = max(sentence.start, span.start - _LONGEST_LIST)
    before = source.folded[start : span.start]
    if _ANOTHER_REASON.search(before):
        return False
    after = source.folded[span.end : min(sentence.end, span.end + 30)]
    # "care for Florida residents", "benefits to many Florida residents" tell of the people served
    served = (before.endswith(" for ") or bool(_SERVES.search(before))) and not _REMOTE_WORK.search(
        before
    )
    return bool(_REMOTE.search(before) or (_RESIDENTS.search(after) and not served))


_LONGEST_LIST = 1_000


def given_locations(requisition: Any) -> tuple[Located, ...]:
    """Return the places that a requisition gives, where one is known."""
    return tuple(_given(requisition))


def _given(requisition: Any) -> Iterator[Located]:
    nowhere = Span(0, 0)
    for place in getattr(requisition, "locations", None) or ():
        if place.country == "US" and place.state:
            yield Located(place.state, nowhere, place.city or "")
    for state in getattr(requisition, "remote_states", None) or ():
        yield Located(state, nowhere, remote=True)
