"""Cities that are named without their state: "Location: Seattle", "Greater Boston", "our Brooklyn clinic"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from casemgr_jd._late import late
from casemgr_jd.facts.by_block import in_blocks
from casemgr_jd.facts.found import Located
from casemgr_jd.facts.gazetteer import is_city, state_of_postal_code, states_of
from casemgr_jd.facts.labels import labelled, says_nothing
from casemgr_jd.facts.matches import each_match
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.facts.state_names import state_names
from casemgr_jd.facts.where import fitting, with_words
from casemgr_jd.model.states import STATES, state_code
from casemgr_jd.reading.fold import fold
from casemgr_jd.reading.lexicon import lexicon, pattern_of, phrase_list, word_list
from casemgr_jd.reading.source import Source, Span

__all__ = ["ASIDE", "bare_cities", "elsewhere", "region_codes"]

ASIDE = frozenset({"eeo", "legal", "about", "tools", "benefits", "required", "preferred"})
_LINES_AT_TOP = 6
_NAME = r"(?:(?:St|Ft|Mt|Saint|Fort|Mount|San|Los|Las|El|La|New|North|South|East|West|Santa|Port|Lake|Salt|Grand)\.? )?[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+){0,2}"
_CODED = late(
    r"(?<![\w-])(?:(?:USA?|United States)(?: of America)? ?[-,>/] ?(?P<state>[A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?) ?[-,>/] ?(?P<city>[A-Z][A-Za-z.' ]{2,24}[a-z])|"
    r"(?P<state2>[A-Z]{2}) ?- ?(?P<city2>[A-Z][A-Za-z.']{2,20}(?: [A-Z][a-z]+){0,2}))(?![a-z])"
)
_PIECES = late(r"\s*(?:[;/|•·&()]|, |,$| - | – | — |(?<![A-Za-z])(?:and|or)(?![A-Za-z]))\s*")
_GREATER = late(rf"(?<![A-Za-z])(?:Greater|Metro|Downtown|Central) (?P<city>{_NAME})")


@fitting
def _may_be_coded(source: Source) -> bool:
    text = source.whole.text
    return "-" in text or "US" in text or "United States" in text


def region_codes(source: Source) -> Iterator[Located]:
    """Places as job boards write them: "US-IL-Chicago"."""
    for found in each_match(source, _CODED, _may_be_coded):
        match = found.in_block
        state = state_code(match["state"] or match["state2"])
        city = (match["city"] or match["city2"]).strip()
        if state and (match["state"] or is_city(city, state)):
            yield Located(state, Span(*found.span()), city)


def bare_cities(source: Source) -> tuple[Located, ...]:
    """Return cities named without a state where the job is said to be; the state is empty where it is not sure."""
    return source.once("bare cities", _bare_cities)


def _bare_cities(source: Source) -> tuple[Located, ...]:
    found = [*_in_labels(source), *_at_the_top(source), *_in_sentences(source)]
    found += _in_boroughs(source)
    return tuple(one for one in found if not _state_follows(source, one))


def _in_boroughs(source: Source) -> Iterator[Located]:
    """The one city that has boroughs, where work is said to be in all of them."""
    if "boroughs" not in source.words:
        return
    for match in phrases_in(source, phrase_list("places", "boroughs")):
        span = Span(*match.span())
        if source.block_at(span.start).section not in ASIDE and not elsewhere(source, span.start):
            yield Located("NY", span, "New York")


def _state_follows(source: Source, one: Located) -> bool:
    """Whether "City, State" is written there after all: then the state is known from it."""
    behind = source.text[one.span.end : one.span.end + 24].lstrip(", (")
    first = re.match(r"[A-Z][A-Za-z.]*(?: [A-Z][a-z]+)?", behind)
    if first is None:
        return False
    return any(state_code(part.strip(".")) for part in (first[0], first[0].split(" ")[0]))


def _located(name: str, span: Span) -> Located | None:
    name = _CALLED.get(name, name)
    region = _regions().get(name.removeprefix("the ").removeprefix("The "))
    states = (region,) if region else states_of(name)
    if not states:
        return _with_a_small_code(name, span)
    return Located(states[0] if len(states) == 1 else "", span, name, candidates=states)


def _with_a_small_code(name: str, span: Span) -> Located | None:
    """A city with its state in other letters than usual: "Brooklyn Ny"."""
    city, _, code = name.rpartition(" ")
    state = state_code(code.upper()) if len(code) == len("Ny") else None
    if state is None or not is_city(city, state):
        return None
    return Located(state, span, city)


_CALLED = {"NYC": "New York", "New York City": "New York", "The Bronx": "Bronx"}


@lru_cache(maxsize=1)
def _regions() -> dict[str, str]:
    return {name: state for state, names in lexicon("places")["regions"].items() for name in names}


def _in_labels(source: Source) -> Iterator[Located]:
    for one in labelled(source, "location"):
        value = source.snippet(one.value)
        if says_nothing(value) or source.block_at(one.value.start).section in ("eeo", "legal"):
            continue
        found = [
            named
            for named in _pieces(value, one.value.start)
            if named.state or not _is_one_of_counties(source, named.span, one.value)
        ]
        if len(found) >= _MANY and any(map(_is_county, found)):
            found = [one for one in found if _is_county(one)]  # the others are counties as well
        yield from found
        if not found and not _names_a_state(source, one.value) and _reads_as_a_place(value):
            code = re.search(r"(?<!\d)(\d{5})(?:-\d{4})?$", value.strip())
            state = state_of_postal_code(code[1]) if code else ""
            start = one.value.start + len(value) - len(value.lstrip())
            yield Located(state, Span(start, start + len(value.strip())), value.strip(" .,"))


def _is_one_of_counties(source: Source, span: Span, value: Span) -> bool:
    """Whether a name is one of a list of counties: "homes in Jefferson, Shelby and Walker counties"."""
    behind = source.folded[span.end : value.end]
    listed = _LIST_ENDS.split(behind, maxsplit=1)[0]
    counties = word_list("places", "words", "several_counties")
    return not counties.isdisjoint(listed.replace(",", " ").split())


_LIST_ENDS = late(r"[;:.](?= |$)")


_MANY = 5


def _is_county(one: Located) -> bool:
    return one.city.endswith(" County")


_AROUND = late(
    r"^(?:Greater|Metro|Downtown|Central|City of|in|In) | (?:(?:Metropolitan |Metro )?(?:area|Area|region|Region)|metro|Metro|Metroplex|City Hall)$"
)


def _names_a_state(source: Source, value: Span) -> bool:
    coded = _CODED.search(source.text, value.start, value.end)
    named = (one.span for one in state_names(source))
    return coded is not None or any(value.start <= span.start < value.end for span in named)


def _pieces(value: str, start: int) -> Iterator[Located]:
    offset = 0
    for match in [*_PIECES.finditer(value), None]:
        end = match.start() if match else len(value)
        name = value[offset:end].strip(" .,")
        for bare in dict.fromkeys((name, _AROUND.sub("", name))):
            at = start + offset + value[offset:end].find(bare)
            found = None if bare in STATES.values() else _located(bare, Span(at, at + len(bare)))
            if bare and found is not None:
                yield found
                break
        offset = match.end() if match else len(value)


def _reads_as_a_place(value: str) -> bool:
    """Whether the value of a label names somewhere, though none of the places we know."""
    words = value.strip(" .").split()
    if re.search(r"(?<![A-Za-z])(?:County|Counties|Parish|[Ss]tatewide|STATEWIDE)(?![a-z])", value):
        return True
    if not 0 < len(words) <= 10 or (not value[:1].isupper() and not value[:1].isdigit()):
        return False
    kinds = set(fold(value).replace(",", " ").split())
    if any(map(str.isdigit, value)):
        return bool(re.search(r"\d{5}|^\d+ [A-Z]", value))
    plain = len(words) <= 3 and all(word[:1].isupper() for word in words)
    return (plain or "county" in kinds) and not kinds & _no_place()


@lru_cache(maxsize=1)
def _no_place() -> frozenset[str]:
    words = lexicon("places")["words"]
    return frozenset(
        {
            *words["organization"],
            "remote",
            "hybrid",
            "onsite",
            "field",
            "home",
            "telework",
            "virtual",
            "various",
            "multiple",
            "person",
        }
    )


def _at_the_top(source: Source) -> Iterator[Located]:
    """A line under the title that is a city, or a part of one that is."""
    for index, block in enumerate(source.top(_LINES_AT_TOP)):
        if block.kind == "bullet" or len(block.text) > 120 or ": " in block.text or not index:
            continue
        start = source.starts[index]
        for match in _GREATER.finditer(block.text):
            found = _located(
                match["city"], Span(start + match.start("city"), start + match.end("city"))
            )
            if found is not None:
                yield found
        if len(block.text.split()) <= 9 and not block.text.endswith("."):
            yield from _whole_pieces(block.text, start)


def _whole_pieces(text: str, start: int) -> Iterator[Located]:
    if not word_list("places", "words", "several_counties").isdisjoint(text.split()):
        return  # "Serving Middlesex, Essex & Union Counties" names no city
    for one in _pieces(text, start):
        if not one.state and len(text.split()) > 3 and not one.city.endswith(" County"):
            continue  # a line of facts that holds an uncertain name says nothing
        yield one


def _may_name_one(source: Source) -> bool:
    return _NAMED_WITHIN.search(source.whole.text) is not None


# A name that stands behind another word, as it does in all frames but "Seattle-based".
_NAMED_WITHIN = late(r"[A-Za-z] [A-Z][a-z'’-]|-based")


def _words_of_places() -> frozenset[str]:
    return _facilities()


@in_blocks(with_words(_words_of_places, _may_name_one))
def _in_sentences(source: Source) -> tuple[Located, ...]:
    return tuple(_framed(source))


def _framed(source: Source) -> Iterator[Located]:
    for span in source.holding(_facilities()):
        block = source.block_at(span.start)
        if block.section in ASIDE or block.kind == "heading":
            continue
        for pattern in _frames():
            for match in pattern.finditer(source.text, span.start, span.end):
                found = _longest_known(match["city"], match.start("city"))
                if (
                    found is not None
                    and (found.state or _is_ones_own_office(match))
                    and not _names_a_house(source, found.span)
                    and not elsewhere(source, found.span.start)
                ):
                    yield found


def _is_ones_own_office(match: re.Match[str]) -> bool:
    """Whether words call an office one's own by its city, which is one then: "for its Clinton office"."""
    words = match.group().split()
    return words[0].lower() in _OWN and words[-1] in ("office", "clinic")


_OWN = frozenset({"our", "its", "it's", "it’s", "their"})


def _names_a_house(source: Source, span: Span) -> bool:
    """Whether the name of a house goes on where a city's ends: "San Rafael Nursing Center", "Fort Worth Men's Shelter"."""
    follows = _GOES_ON.match(source.text, span.end)
    if follows is None:
        return False
    word = fold(follows[1] or "")
    ours = source.folded.endswith("our ", 0, span.start) and word in _facilities()
    return not ours and word not in _after_a_city()


_GOES_ON = late(r" ([A-Z][\w'’-]*)|'s|’s")


@lru_cache(maxsize=1)
def _after_a_city() -> frozenset[str]:
    """Capitalized words behind a city that are no part of a house's name: "Boston Area"."""
    words = lexicon("places")["words"]
    return frozenset((*words["after_a_city"], *words["may_follow"]))


def _longest_known(name: str, start: int) -> Located | None:
    words = name.split(" ")
    for size in range(len(words), 0, -1):
        part = " ".join(words[:size])
        found = _located(part, Span(start, start + len(part)))
        if found is not None:
            return found
    return None


def elsewhere(source: Source, start: int) -> bool:
    """Return whether a place is named for another reason than that people work there; worked out once."""
    known = source.remembered("elsewhere")
    if start not in known:
        known[start] = _is_elsewhere(source, start)
    found: bool = known[start]
    return found


def _is_elsewhere(source: Source, start: int) -> bool:
    block = source.span_of(source.block_index(start))
    sentence = source.sentence(start, start)
    before = source.folded[max(block.start, sentence.start) : start]
    if before.rstrip().endswith(("office in", "clinic in")):
        return False
    return bool(pattern_of("places", "elsewhere").search(before) or _institution().search(before))


@lru_cache(maxsize=1)
def _institution() -> re.Pattern[str]:
    return re.compile(rf"{pattern_of('places', 'institution').pattern.pattern} $")


@lru_cache(maxsize=1)
def _facilities() -> frozenset[str]:
    words = lexicon("places")["words"]
    return frozenset(
        word for phrase in (*words["facility"], *words["job"]) for word in phrase.split()
    ) | {"greater"}


@lru_cache(maxsize=1)
def _frames() -> tuple[re.Pattern[str], ...]:
    """ "Our hospital in Seattle", "based in Seattle", "our Brooklyn clinic", "Seattle-based"."""
    words = lexicon("places")["words"]
    facility, job = "|".join(words["facility"]), "|".join(words["job"])
    return (
        re.compile(
            rf"(?i:(?<![a-z])(?:{facility}|{job})s?(?: [a-z]+)? (?:in|at|near)) (?:the |downtown |greater |Greater )?(?P<city>{_NAME})(?! (?i:{facility}|county|street|ave|avenue|road))"
        ),
        re.compile(
            rf"(?i:(?<![a-z])(?:our|its|it['’]s|their|the|this|at|a)) (?P<city>{_NAME}) (?:[a-z]+ )?(?i:{facility})(?![a-z])"
        ),
        re.compile(rf"(?<![A-Za-z])(?P<city>{_NAME})-based (?i:{job})"),
        _GREATER,
    )
