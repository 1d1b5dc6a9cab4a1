"""Where the work is: cities with their state, states named as a location, and where a remote worker may live."""

import re
from collections.abc import Iterator

from casemgr_jd.checks.found import Located, Stated
from casemgr_jd.checks.source import Source, Span
from casemgr_jd.model.states import STATES

__all__ = ["find_locations", "find_nationwide"]

_CODES = "|".join(STATES)
_NAMES = "|".join(
    sorted((name.replace(".", r"\.") for name in STATES.values()), key=len, reverse=True)
)
_CODE_OF = {name: code for code, name in STATES.items()}
_CITY = re.compile(
    rf"(?P<city>(?:(?:St|Ft|Mt)\. )?[A-Z][a-zA-Z'’.-]{{1,20}}(?: (?:of |del |de |la )?[A-Z][a-zA-Z'’-]{{1,20}}){{0,3}}),? ?"
    rf"(?:, ?|\()(?P<state>(?:{_CODES})\b|D\.C\.|{_NAMES})(?![a-z])"
)
_COMMA_STATE = re.compile(rf", ?(?:{_CODES}|D\.C\.|{_NAMES})\b|\((?:{_CODES})\)")
_STATE = re.compile(rf"(?<![\w-])(?:(?P<name>{_NAMES})|(?P<code>{_CODES}))(?![\w-])")
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
_ABOUT = re.compile(
    r"headquarter|founded in|offices? (?:across|throughout)|serv(?:e|es|ing) [^.;]{0,60}$|communities (?:in|across)|formerly|licensed? (?:in|by)[^.;]{0,30}$|university of $|state of $"
)
_NOT_A_CITY = frozenset(
    {
        "Location",
        "Office",
        "Site",
        "Remote",
        "Hybrid",
        "City",
        "Address",
        "County",
        "In",
        "At",
        "Work",
        "RN",
        "LCSW",
        "LMSW",
        "Located",
        "Based",
        "Manager",
        "Case",
    }
)


def find_locations(source: Source) -> tuple[Located, ...]:
    """Return the places of work and the states of remote reach that the text names, in order."""
    found = {
        (one.city, one.state, one.remote): one
        for one in reversed([*_cities(source), *_states(source)])
    }
    return tuple(sorted(found.values(), key=lambda one: one.span.start))


def find_nationwide(source: Source) -> Stated | None:
    """Return the wording by which a remote job is open everywhere in the country, if there is any."""
    if not source.words.any_of(
        frozenset({"anywhere", "nationwide", "states", "country", "state", "us", "united"})
    ):
        return None
    for match in _NATIONWIDE.finditer(source.folded):
        sentence = source.sentence(match.start(), match.end())
        words = source.folded[sentence.start : sentence.end]
        section = source.block_at(match.start()).section
        if section != "about" and re.search(
            r"remote|telework|work from|live|reside|telecommut|home", words
        ):
            return Stated("nationwide", Span(*match.span()))
    return None


def _cities(source: Source) -> Iterator[Located]:
    if not _COMMA_STATE.search(source.text):
        return
    for match in _CITY.finditer(source.text):
        index = source.block_index(match.start())
        if source.blocks[index].section in ("about", "eeo", "legal") or _elsewhere(
            source, match.start()
        ):
            continue
        city = match["city"].split(":")[-1].strip()
        words = city.split()
        while words and words[0] in _NOT_A_CITY:
            words.pop(0)
        city = " ".join(words)
        if city and (city not in _CODE_OF or match["state"] in STATES):
            start = match.start() + match["city"].rfind(city)
            yield Located(_code(match["state"]), Span(start, match.end("state")), city)


def _elsewhere(source: Source, start: int) -> bool:
    block = source.span_of(source.block_index(start))
    sentence = source.sentence(start, start)
    return bool(_ABOUT.search(source.folded[max(block.start, sentence.start) : start]))


def _states(source: Source) -> Iterator[Located]:
    for match in _STATE.finditer(source.text):
        index = source.block_index(match.start())
        block = source.blocks[index]
        if block.section in ("eeo", "legal", "about", "tools"):
            continue
        if match["code"] and not _is_code(source, match):
            continue
        code = match["code"] or _CODE_OF[match["name"]]
        span = Span(*match.span())
        start = source.starts[index]
        labelled = _LABEL.match(source.folded[start : match.start()]) is not None
        remote = _remote_reach(source, span)
        if remote:
            yield Located(code, span, remote=True)
        elif labelled and not _after_city(source.text, match.start()):
            yield Located(code, span)


def _is_code(source: Source, match: re.Match[str]) -> bool:
    """A two-letter code counts after a comma, in a list of codes, or in brackets: "OR" is also a word."""
    before = source.text[max(match.start() - 5, 0) : match.start()]
    after = source.text[match.end() : match.end() + 4]
    if match["code"] in (
        "OR",
        "IN",
        "OK",
        "ME",
        "HI",
        "MS",
        "PA",
        "MA",
        "ID",
        "MD",
        "DE",
        "LA",
        "AL",
        "VA",
    ):
        return (
            before.rstrip().endswith((",", "(", "and", "or", "/", ":", "in"))
            and bool(re.match(r",|\)|\.|$|\n| and| or|/|;", after))
            and not before.endswith(("MD, ", "DO, "))
        )
    return True


def _after_city(text: str, start: int) -> bool:
    return text[max(start - 2, 0) : start].strip().endswith(",")


def _remote_reach(source: Source, span: Span) -> bool:
    sentence = source.sentence(span.start, span.end)
    before = source.folded[sentence.start : span.start]
    if re.search(
        r"licens|registered (?:nurse|in)|certif|travel (?:to|in)|office in|offices in|not (?:available|open|eligible)|except|exclud|cannot",
        before,
    ):
        return False
    whole = source.folded[sentence.start : sentence.end]
    return bool(_REMOTE.search(before)) or bool(
        re.search(
            r"residents?(?: only| preferred)?|remote only", whole[span.end - sentence.start :][:30]
        )
    )


def _code(state: str) -> str:
    return "DC" if state == "D.C." else _CODE_OF.get(state, state)
