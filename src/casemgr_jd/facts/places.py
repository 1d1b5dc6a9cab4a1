"""Where the work is: cities with their state, states named as a location, and where a remote worker may live."""

import re
from collections.abc import Iterator

from casemgr_jd.facts.found import Located, Stated
from casemgr_jd.model.states import STATES
from casemgr_jd.reading.source import Source, Span
from casemgr_jd.reading.words import word_set

__all__ = ["find_locations", "find_nationwide"]

_CODE_OF = {name: code for code, name in STATES.items()} | {
    "D.C.": "DC", "Hawaiʻi": "HI", "Hawai'i": "HI", "Hawai’i": "HI",
}  # fmt: skip
_CODE_OF |= {name.upper(): code for name, code in _CODE_OF.items()}
#: The first word of each way to write a state (folded) to all of these ways, longest first.
_WRITTEN: dict[str, tuple[str, ...]] = {}
for _written in sorted([*STATES, *_CODE_OF], key=len, reverse=True):
    _first = re.match("[a-z]+", _written.lower())
    if _first is not None:
        _WRITTEN[_first[0]] = (*_WRITTEN.get(_first[0], ()), _written)
_FIRST_WORDS = frozenset(_WRITTEN)
_CITY_BEFORE = re.compile(
    r"(?P<city>(?:(?:St|Ft|Mt)\. )?[A-Z][a-zA-Z'’.-]{1,20}(?: (?:of |del |de |la )?[A-Z][a-zA-Z'’-]{1,20}){0,3})(?:, ?| \()$"
)
_LABEL = re.compile(
    r"(?:[a-z /]{0,30}(?:location|work ?site|site|office|city|where|based in|duty station|workplace|work model|address|remote)[a-z /()]{0,20})(?::| \|)"
)
_REMOTE = re.compile(
    r"(?:remote|telework|telecommut|work from home|home based|virtual)[^.;]{0,90}?(?:live|reside|resident|based|located|located in|living|residing|from|in|within|eligible|states?|open to|hire in|only)|"
    r"(?:must|may|can|should|need to|candidates?|applicants?|you)[^.;]{0,40}(?:live|reside|be located|be based|be a resident)|"
    r"(?:residents? of|residing in|eligible states|remote states|approved states|following states|hire in|hiring in|open to (?:residents|candidates|applicants))"
)
_NATIONWIDE = re.compile(
    r"(?:anywhere|nationwide|any state|all (?:50|fifty) states|across the (?:us|u\.s\.|united states|country)|(?:remote|telework|home)[^.;]{0,30}(?:within|in) the (?:us|u\.s\.|united states))"
)
_NATIONWIDE_WORDS = frozenset(
    {"anywhere", "nationwide", "states", "country", "state", "us", "united"}
)
_ABOUT = re.compile(
    r"headquarter|founded in|offices? (?:across|throughout)|serv(?:e|es|ing) [^.;]{0,60}$|communities (?:in|across)|formerly|licensed? (?:in|by)[^.;]{0,30}$|university of $|state of $"
)
_NOT_A_CITY = word_set(
    "Location Office Site Remote Hybrid City Address County In At Work RN LCSW LMSW Located Based "
    "Manager Case"
)


def find_locations(source: Source) -> tuple[Located, ...]:
    """Return the places of work and the states of remote reach that the text names, in order."""
    mentions = sorted(_mentions(source), key=lambda mention: mention[1].start)
    named = [*_cities(source, mentions), *_states(source, mentions)]
    # where nothing else says it, the paragraph about the employer does
    named = named or list(_cities(source, mentions, elsewhere=_LEGAL))
    found = {(one.city, one.state, one.remote): one for one in reversed(named)}
    return tuple(sorted(found.values(), key=lambda one: one.span.start))


def find_nationwide(source: Source) -> Stated | None:
    """Return the wording by which a remote job is open everywhere in the country, if there is any."""
    for match in source.finditer(_NATIONWIDE, _NATIONWIDE_WORDS):
        sentence = source.sentence(match.start(), match.end())
        words = source.folded[sentence.start : sentence.end]
        section = source.block_at(match.start()).section
        if section != "about" and re.search(
            r"remote|telework|work from|live|reside|telecommut|home", words
        ):
            return Stated("nationwide", Span(*match.span()))
    return None


def _mentions(source: Source) -> Iterator[tuple[str, Span]]:
    """Every state that is written out or as a postal code, with capitals."""
    text = source.text
    for word in _FIRST_WORDS & source.words.vocabulary:
        for start in source.words.at(word):
            for written in _WRITTEN[word]:
                end = start + len(written)
                if text.startswith(written, start) and not text[end : end + 1].isalnum():
                    yield written, Span(start, end)
                    break


_LEGAL = frozenset({"eeo", "legal"})


def _cities(
    source: Source,
    mentions: list[tuple[str, Span]],
    elsewhere: frozenset[str] = _LEGAL | {"about"},
) -> Iterator[Located]:
    for written, span in mentions:
        index = source.block_index(span.start)
        if source.blocks[index].section in elsewhere:
            continue
        if _is_new_york_city(source, written, span) and not _elsewhere(source, span.start):
            yield Located("NY", span, "New York")
        start = max(source.starts[index], span.start - 70)
        match = _CITY_BEFORE.search(source.text, start, span.start)
        if match is None:
            continue
        words = match["city"].split(":")[-1].split()
        while words and words[0] in _NOT_A_CITY:
            words.pop(0)
        city = " ".join(words)
        code = _CODE_OF.get(written, written)
        # "Colorado, Arizona" is a list of states, "New York, New York" is a city
        listed = written not in STATES and _CODE_OF.get(city, code) != code
        if city and not listed and not _elsewhere(source, match.start()):
            at = match.start() + match["city"].rfind(city)
            yield Located(code, Span(at, span.end), city)


def _is_new_york_city(source: Source, written: str, span: Span) -> bool:
    return written == "New York" and source.text.startswith(" City", span.end)


def _is_city(source: Source, written: str, span: Span) -> bool:
    """Whether the name of a state is (part of) a city's, as in "Washington, DC" and "Kansas City, MO"."""
    if written in STATES:
        return False
    follows = source.text[span.end : span.end + 60]
    if written == "New York" and follows.startswith((" City", ", New York")):
        return True
    state = _OF_CITY.match(follows)
    return state is not None and state[1] in STATES


_OF_CITY = re.compile(
    r"(?: (?:City|Beach|Springs|Falls|Park|Heights|Hills|Lake))?, ?([A-Z]{2})(?![A-Za-z])"
)


def _elsewhere(source: Source, start: int) -> bool:
    block = source.span_of(source.block_index(start))
    sentence = source.sentence(start, start)
    return bool(_ABOUT.search(source.folded[max(block.start, sentence.start) : start]))


def _states(source: Source, mentions: list[tuple[str, Span]]) -> Iterator[Located]:
    for written, span in mentions:
        index = source.block_index(span.start)
        block, start = source.blocks[index], source.starts[index]
        if block.section in ("eeo", "legal", "about", "tools"):
            continue
        if not _stands_alone(source, written, span) or _is_city(source, written, span):
            continue
        code = _CODE_OF.get(written, written)
        if _remote_reach(source, span):
            yield Located(code, span, remote=True)
        elif _LABEL.match(source.folded, start, span.start) and not _after_city(
            source.text, span.start
        ):
            yield Located(code, span)


def _stands_alone(source: Source, written: str, span: Span) -> bool:
    """A code that is also a word ("OR", "IN") counts after a comma, in a list of codes, or in brackets."""
    if written not in _ALSO_WORDS:
        return True
    before, after = (
        source.text[max(span.start - 5, 0) : span.start],
        source.text[span.end : span.end + 4],
    )
    if before.endswith(("MD, ", "DO, ")):
        return False
    listed = before.rstrip().endswith((",", "(", "and", "or", "/", ":", "in"))
    return listed and bool(re.match(r",|\)|\.|$|\n| and| or|/|;", after))


_ALSO_WORDS = word_set("OR IN OK ME HI MS PA MA ID MD DE LA AL VA")


def _after_city(text: str, start: int) -> bool:
    return text[max(start - 2, 0) : start].strip().endswith(",")


def _remote_reach(source: Source, span: Span) -> bool:
    sentence = source.sentence(span.start, span.end)
    # a list of all the states fits; a sentence without end does not
    start = max(sentence.start, span.start - _LONGEST_LIST)
    before = source.folded[start : span.start]
    if re.search(
        r"licens|registered (?:nurse|in)|certif|travel (?:to|in)|office in|offices in|not (?:available|open|eligible)|except|exclud|cannot",
        before,
    ):
        return False
    after = source.folded[span.end : min(sentence.end, span.end + 30)]
    return bool(_REMOTE.search(before)) or bool(
        re.search(r"residents?(?: only| preferred)?|remote only", after)
    )


_LONGEST_LIST = 1_000
