"""Lines near the top that are the name of an organization, and the words that make a name one."""

import re
from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.facts.found import Stated
from casemgr_jd.facts.identity import RARER_ROLE, ROLE
from casemgr_jd.facts.labels import labels_in
from casemgr_jd.model.states import state_code
from casemgr_jd.reading.lexicon import lexicon, pattern_of
from casemgr_jd.reading.source import Source, Span

__all__ = [
    "FIRM",
    "IN_LEGAL",
    "IN_TITLE",
    "LIKELY",
    "NAMED",
    "ORGANIZATION",
    "WEAK",
    "holds_a_heading",
    "is_a_role",
    "is_no_employer",
    "named_by_a_line",
    "names_an_organization",
]

# How firmly wording names the employer: "Lakeside Clinic is hiring", "you work at Lakeside Clinic", "Lakeside is an
# equal opportunity employer", a part of the title, "charting in Epic".
FIRM, LIKELY, IN_LEGAL, IN_TITLE, WEAK = 4, 3, 2, 1, 0
_PART = late(r"(?:[^|·•;–—(/-]|/(?! )|-(?! )|(?<! )-)+")
ORGANIZATION = late(
    r"\b(?:Department|Office|Hospitals?|Center|Centers|Centre|Health|Healthcare|Services|Inc|LLC|County|(?:City|State|Town|Village|Borough|Township) [Oo]f|University|College|Agency|Foundation|Clinics?|Hospice|Care|System|Network|"
    r"Schools?|District|Partners|Group|Association|Alliance|Society|House|Homes?|Project|Families|Community|Communities|Medicine|Medical|Institute|Council|Coalition|Ministries|Charities|Plan|Insurance|Authority|Administration|"
    r"Trust|Company|Solutions|Staffing|Recovery|Bridge|Initiative|Collaborative|Corporation|Corp)\b"
)
NAMED = late(
    r"(?:[A-Z][\w&'’.-]*|of|the|and|for|at|in|&|,)(?:,? (?:[A-Z][\w&'’.-]*|of|on|the|and|for|at|in|&))*"
)
_NOT_EMPLOYER = late(
    r"(?i)^(?:we|our|you|your|this|that|it|he|she|they|who|what|the (?:case|ideal|successful|role|position|job|candidate|person|team|work|program|rn|incumbent|selected)|case ?managers?|care|an?|"
    r"rn|lcsw|candidates?|applicants?|applications?|experience|medical|benefits|pay|about|all|each|there|position|location|schedule|hours|salary|job|us|the|must|please|apply|for|join|at|with|"
    r"full|part|remote|hybrid|on|in|if|as|when|to|and|or|no|not|these|those|salary|range|caseload|epic|medicaid|medicare|hipaa|nurses?|social workers?|how to|"
    r"monday|tuesday|wednesday|thursday|friday|licens\w+|state(?! of)|federal|new|every|everyone|someone|anyone|most|some|many|one|ccm|resume|cv|overtime|travel|work|pm|am|"
    r"reasonable|equal|qualified|accommodations?|master|bachelor|registered|interviews?|training|orientation|senior|lead|team|staff|patients?|clients?|members?|families|spanish|english)(?![a-z])"
)


def named_by_a_line(source: Source, index: int) -> Iterator[tuple[Stated, int]]:
    """A short line near the top, or a part of one, that is an organization's name."""
    if _gives_facts(source, index):
        return
    start = source.starts[index]
    for match in _PART.finditer(source.blocks[index].text):
        led, name = _led_in(match.group().strip())
        part = _before_place(name)
        part = part if _ABBREVIATED.search(part) else part.rstrip(".")
        under = pattern_of("employer", "under").search(part.lower())
        part = part[: under.start()].rstrip(" ,") if under is not None else part
        organization = ORGANIZATION.search(part.title() if part.isupper() else part) or (
            not match.start()
            and (led or under is not None or _looks_like_a_name(source, index, part))
        )
        if (
            organization
            and not _ON_TERMS.match(part)
            and not _NO_EMPLOYER.search(part)
            and not is_a_role(part)
            and not _is_a_kind(part)
            and not holds_a_heading(part)
            and (NAMED.fullmatch(part) or _INCORPORATED.search(part))
            and not ROLE.search(part.lower())
        ):
            at = start + match.start() + match.group().index(part)
            alone = led or len(part) == len(source.blocks[index].text)
            whole = alone or bool(index)
            names_one = not isinstance(organization, re.Match) or _is_head(organization, part)
            firm = FIRM if whole and names_one else LIKELY
            yield Stated(part, Span(at, at + len(part))), firm


def is_no_employer(name: str) -> bool:
    """Whether words start as those do that name nobody, and are no house that starts so: "Senior Care of Reno"."""
    house = pattern_of("employer", "may_start").match(name.lower()) and names_an_organization(name)
    named = bool(house) and len(name.split()) >= _FEWEST_OF_A_NAME and not ROLE.search(name.lower())
    return not named and _NOT_EMPLOYER.match(name) is not None


def names_an_organization(words: str) -> bool:
    """Return whether words are the name of an organization, such as "Lakeside Services"."""
    found = ORGANIZATION.search(words)
    return found is not None and _is_head(found, words)


def _is_head(organization: re.Match[str], part: str) -> bool:
    """Whether the kind of organization is what the words name: "Lakeside Services", not "Services Business Relations"."""
    words = part.title() if part.isupper() else part
    last = max(ORGANIZATION.finditer(words), key=lambda match: match.end(), default=organization)
    behind = words[last.end() :]
    return (
        not behind or not behind[1:2].isalpha() or bool(_GOES_ON.match(behind)) or not last.start()
    )


_GOES_ON = late(r"(?i) (?:of|for|at|in|and|on)(?![a-z])")


# However its words are written, a line that ends so is the name of a company.
_INCORPORATED = late(r"^[A-Z][^.!?:;]{3,70},? (?:Inc|LLC|PLLC|LLP|Corp|Ltd)\b\.?$")
_ABBREVIATED = late(r"\b(?:Inc|Co|Corp|Ltd|Bros|[A-Z])\.$")


def _led_in(part: str) -> tuple[bool, str]:
    """Whether words before a name say that somebody hires there, and the name: "Jobs at Harbor Peers", "Join the Lakes"."""
    hires = pattern_of("employer", "hires_at").match(part.lower())
    led = hires or pattern_of("employer", "introduces").match(part.lower())
    name = part[led.end() :].lstrip() if led else part
    return hires is not None, name if name[:1].isalpha() else part


def _is_a_kind(part: str) -> bool:
    """Whether one or two words name no more than a kind of house or a part of one: "Healthcare", "Personnel Department"."""
    if part.lower() in _INDUSTRIES:
        return True
    words = part.lower().replace(",", " ").split()
    return ("," in part or len(words) < _FEWEST_OF_A_NAME) and not set(words) - _KINDS


_FEWEST_OF_A_NAME = 3
_INDUSTRIES = frozenset(lexicon("employer")["industries"])
_KINDS = frozenset(lexicon("employer")["kinds"])


def holds_a_heading(name: str) -> bool:
    """Whether what looks like a name holds the words of a heading: "Essential DutiesRecruits"."""
    return any(word in name.lower() for word in lexicon("employer")["headings"])


def is_a_role(part: str) -> bool:
    """Whether a part of a line ends with the name of a role, as in "Mental Health Professional II"."""
    bare = _LEVEL.sub("", part).lower()
    return any(
        match.end() == len(bare) for roles in (ROLE, RARER_ROLE) for match in roles.finditer(bare)
    )


_LEVEL = late(r" (?:[IVX]{1,4}|\d)$")
# a place in the country, or what a section is about
_NO_EMPLOYER = late(
    r"(?i)(?:, .*(?:united states|usa)|(?:^|, )[a-z]{2}, us|competenc(?:y|ies)|requirements?|qualifications|counselors?|responsibilities)$"
)
_ON_TERMS = late(
    r"(?i)(?:full|part)[ -]?time|per diem|remote|hybrid|on-?site|temporary|permanent|contract|exempt"
)


def _gives_facts(source: Source, index: int) -> bool:
    """Whether a line is a label and its value, such as "Reports to | Director of Clinical Services"."""
    start = source.starts[index]
    return any(one.label.start == start for one in labels_in(source) if "title" not in one.subjects)


def _before_place(part: str) -> str:
    """What stands before the place in "Green Mountain PACE, Burlington, Vermont"."""
    placed = _PLACED.fullmatch(part)
    return placed["name"] if placed and state_code(placed["state"]) is not None else part


_PLACED = late(r"(?P<name>[^,\d]{5,60}), [A-Z][A-Za-z.' -]{1,30}, (?P<state>[A-Z][A-Za-z. ]{1,20})")


def _looks_like_a_name(source: Source, index: int, part: str) -> bool:
    """Whether a line straight under the title starts with capitalized words that are no place, date or label."""
    if not 0 < index <= _UNDER_TITLE or source.blocks[index].kind == "bullet":
        return False
    words, text = part.split(), source.blocks[index].text
    alone = (
        _place_below(source, index)
        or _SITE_BEHIND.search(text)
        or _said_again(source, part)
        or _JOINED.fullmatch(part)
    )
    fewest = 1 if alone else 2
    return (
        fewest <= sum(word[:1].isupper() for word in words) < 7
        and all(word[:1].isupper() or word in ("of", "the", "and", "for", "&") for word in words)
        and not _NOT_EMPLOYER.match(part)
        and not _IS_NO_NAME.search(part)
        and not pattern_of("employer", "regions").search(part.lower())
        and (state_code(part.split(", ")[-1]) is None or bool(_OF_A_TOWN.fullmatch(part)))
        and not text.startswith(part + ":")
    )


# "Harbor of Tulsa, OK": a place alone has no "of" before its city.
_OF_A_TOWN = late(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3} of (?:[A-Z][a-z]+ ?){1,3}, [A-Z]{2}")


def _said_again(source: Source, part: str) -> bool:
    """Whether a line of a few capital letters is a name that the text goes on with, in whichever letters."""
    return _LETTERS.fullmatch(part) is not None and len(source.words.at(part.lower())) > 1


_LETTERS = late(r"[A-Z]{3,6}")


def _place_below(source: Source, index: int) -> bool:
    """Whether the next line is a place, as boards put it under the name of the employer: "Reno, NV"."""
    if index + 1 >= len(source.blocks):
        return False
    below = source.blocks[index + 1].text
    city, comma, state = below.partition(", ")
    return state_code(below) is not None or bool(
        comma and city[:1].isupper() and state_code(state.split(" ")[0])
    )


_UNDER_TITLE = 2
# "BrightPathways": two words that no sentence writes as one.
_JOINED = late(r"[A-Z][a-z]+(?:[A-Z][a-z]+)+")
_SITE_BEHIND = late(r"\w \((?:https?://|www\.)?[\w-]+(?:\.[a-z]{2,})+/?\)$")
_IS_NO_NAME = late(
    r"(?i)(?<![a-z])(?:time|hours?|shifts?|days?|weekly|exempt|hybrid|remote|temporary|permanent|contract|per diem|salary|pay|range|grade|position|job|req|posted|closes|location|unit|program|team|"
    r"division|overview|competenc(?:y|ies)|education|experience|requirements?|skills|listing|posted|apply|share|search|summary|description|details|facts|responsibilities|duties|qualifications|benefits|requirements|\d{3,})(?![a-z])"
)
