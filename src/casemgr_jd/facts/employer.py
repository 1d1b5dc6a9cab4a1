"""Who is hiring."""

import re
from collections.abc import Iterator

from casemgr_jd.facts.by_block import each_block
from casemgr_jd.facts.found import Stated
from casemgr_jd.facts.identity import RARER_ROLE, ROLE, find_title
from casemgr_jd.facts.labels import labelled, labels_in, says_nothing
from casemgr_jd.model.states import state_code
from casemgr_jd.reading.source import Source, Span
from casemgr_jd.reading.words import word_set

__all__ = ["find_employer", "find_employers"]

# Both start with a capital that starts a word, so that a search goes from one to the next.
_WORD = r"(?:Co|Inc|Corp|Ltd|Bros)\.(?= [a-z])|[A-Z](?<!\w[A-Z])(?:(?![a-z]*\.[ ])[\w&'’-]*|(?<=[SMF])t\.|(?<=D)r\.|\.)"
_WORD = f"(?:{_WORD})"
_NAME = rf"(?P<name>{_WORD}(?:(?: (?:of|and|for|at|in|de|del|&) (?:the )?|, (?=Inc|LLC|LLP)| )(?:{_WORD}|[0-9(][\w&'’)-]*)){{0,7}})"
_EMPLOYER = (
    re.compile(_NAME + r"(?: in (?:[A-Z][a-z.]+ ?){1,3}, [A-Z]{2})?,?(?: \([A-Z]+\),?)?(?: [a-z, -]{0,60}?,)? (?:is|are) (?:(?:currently|now|actively|also) )?(?:seeking|looking|hiring|recruiting|searching|accepting|growing|adding|an? |the |committed|proud|dedicated|expanding|home)"),
    re.compile(_NAME + r"(?:, (?:[A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?),?)?(?:(?<=[.)]),)?(?:,? [a-z, -]{0,60}?,)? (?:seeks|serves|provides|has|operates|needs|invites|welcomes|offers|partners|helps|runs|employs|believes|supports|hires|recruits|connects|cares|wants|works|delivers|does not discriminate|prohibits discrimination|considers)(?![a-z])"),
    re.compile(r"(?:[Jj]oin|[Ww]elcome to|[Aa]bout|[Aa]t|[Ww]ith|[Ww]ork for|[Ff]or|JOIN|ABOUT) (?:the (?:team|staff) (?:at|of) |the (?=(?:City|County|State) of ))?" + _NAME),
)  # fmt: skip
_PART = re.compile(r"(?:[^|·•;–—(-]|-(?! )|(?<! )-)+")
_ORGANIZATION = re.compile(
    r"\b(?:Department|Office|Hospitals?|Center|Centers|Centre|Health|Healthcare|Services|Inc|LLC|County|(?:City|State|Town|Village|Borough|Township) [Oo]f|University|College|Agency|Foundation|Clinics?|Hospice|Care|System|Network|"
    r"Schools?|District|Partners|Group|Association|Alliance|Society|House|Homes?|Project|Families|Community|Communities|Medicine|Medical|Institute|Council|Coalition|Ministries|Charities|Plan|Insurance|Authority|Administration|"
    r"Trust|Company|Solutions|Staffing|Recovery|Bridge|Initiative|Collaborative|Corporation|Corp)\b"
)
_NAMED = re.compile(
    r"(?:[A-Z][\w&'’.-]*|of|the|and|for|at|in|&|,)(?:,? (?:[A-Z][\w&'’.-]*|of|the|and|for|at|in|&))*"
)
_NOT_EMPLOYER = re.compile(
    r"(?i)^(?:we|our|you|your|this|that|it|he|she|they|who|what|the (?:case|ideal|successful|role|position|job|candidate|person|team|work|program|rn|incumbent|selected)|case ?managers?|care|an?|"
    r"rn|lcsw|candidates?|applicants?|applications?|experience|medical|benefits|pay|about|all|each|there|position|location|schedule|hours|salary|job|us|the|must|please|apply|for|join|at|with|"
    r"full|part|remote|hybrid|on|in|if|as|when|to|and|or|no|not|these|those|salary|range|caseload|epic|medicaid|medicare|hipaa|nurses?|social workers?|how to|"
    r"monday|tuesday|wednesday|thursday|friday|licens\w+|state(?! of)|federal|new|every|everyone|someone|anyone|most|some|many|one|ccm|resume|cv|overtime|travel|work|pm|am|"
    r"reasonable|equal|qualified|accommodations?|master|bachelor|registered|interviews?|training|orientation|senior|lead|team|staff|patients?|clients?|members?|families|spanish|english)(?![a-z])"
)
_HOME = word_set("title summary about glance eeo apply unknown responsibilities benefits")


def find_employer(source: Source) -> Stated | None:
    """Return who is hiring: of the words that say so most firmly, the first."""
    title, best, named = find_title(source), dict[int, Stated](), list[Stated]()
    for one, firmness in _employers(source):
        if title is not None and title.span.start <= one.span.start < title.span.end:
            whole = one.span == title.span
            government = _LIKELY if _GOVERNMENT.search(one.value) else _IN_TITLE
            firmness = _FIRM if firmness == _FIRM and not whole else min(firmness, government)
        if firmness > _WEAK:
            best.setdefault(firmness, one)
            named.append(one)
    return _in_full(best[max(best)], named) if best else None


def _in_full(short: Stated, named: list[Stated]) -> Stated:
    """The first of the names that goes on where a short one ends: "Blue Heron Health Plan" for "Blue Heron"."""
    longer = (
        one
        for one in named
        if one.value.startswith(f"{short.value} ")
        and _ORGANIZATION.search(one.value[len(short.value) :])
    )
    return short if _ORGANIZATION.search(short.value) else next(longer, short)


def find_employers(source: Source) -> tuple[Stated, ...]:
    """Return every wording that names an employer, in order."""
    return tuple(one for one, _ in _employers(source))


# How firmly wording names the employer: "Lakeside Clinic is hiring", "you work at Lakeside Clinic", "Lakeside is an
# equal opportunity employer", a part of the title, "charting in Epic".
_FIRM, _LIKELY, _IN_LEGAL, _IN_TITLE, _WEAK = 4, 3, 2, 1, 0


def _employers(source: Source) -> Iterator[tuple[Stated, int]]:
    yield from _labelled(source)
    at_top = [
        index
        for index, block in enumerate(source.blocks[:_LINES_AT_TOP])
        if len(block.text) < _LONGEST_LINE and (block.kind != "bullet" or block.section == "title")
    ]
    known = dict(each_block(source, "employers", _employers_of_a_block))
    for index in at_top:
        known[source.starts[index]] = (
            *_named_by_a_line(source, index),
            *_employers_in(source, index, _EMPLOYER),
        )
    lines = {source.starts[index] for index in at_top}
    for start in sorted(known):
        offset = 0 if start in lines else start
        for one, firmness in known[start]:
            span = Span(one.span.start + offset, one.span.end + offset)
            yield Stated(one.value, span), firmness


_LINES_AT_TOP, _LONGEST_LINE = 8, 140


def _employers_of_a_block(source: Source) -> tuple[tuple[Stated, int], ...]:
    """Whom one block names; among the figures and the duties, only "is hiring" says who does."""
    block = source.blocks[0]
    if block.kind == "row":
        return ()
    patterns = _EMPLOYER if block.section in _HOME else _EMPLOYER[:1]
    return tuple(_employers_in(source, 0, patterns))


def _labelled(source: Source) -> Iterator[tuple[Stated, int]]:
    """What a label calls the employer; a department is one only if it is of a county, a city or a state."""
    for one in labelled(source, "employer"):
        name = source.snippet(one.value).strip(" .")
        if name and len(name) <= _LONGEST_NAME and not says_nothing(name):
            at = one.value.start + source.snippet(one.value).index(name)
            yield Stated(name, Span(at, at + len(name))), _FIRM
    for one in labelled(source, "department"):
        name = source.snippet(one.value).strip(" .")
        if _GOVERNMENT.search(name) and len(name) <= _LONGEST_NAME:
            yield Stated(name, one.value), _LIKELY


_LONGEST_NAME = 80
_GOVERNMENT = re.compile(r"\b(?:County|City of|State of|Department of|Office of|Town of)\b")


def _named_by_a_line(source: Source, index: int) -> Iterator[tuple[Stated, int]]:
    """A short line near the top, or a part of one, that is an organization's name."""
    if _gives_facts(source, index):
        return
    start = source.starts[index]
    for match in _PART.finditer(source.blocks[index].text):
        part = _before_place(_LED_IN.sub("", match.group().strip()))
        part = part if _ABBREVIATED.search(part) else part.rstrip(".")
        organization = _ORGANIZATION.search(part.title() if part.isupper() else part) or (
            not match.start() and _looks_like_a_name(source, index, part)
        )
        if (
            organization
            and not _ON_TERMS.match(part)
            and not _NO_EMPLOYER.search(part)
            and not _is_a_role(part)
            and not _is_a_kind(part)
            and _NAMED.fullmatch(part)
            and not ROLE.search(part.lower())
        ):
            at = start + match.start() + match.group().index(part)
            alone = len(part) == len(source.blocks[index].text)
            whole = alone or bool(index)
            names_one = not isinstance(organization, re.Match) or _is_head(organization, part)
            firm = _FIRM if whole and names_one else _LIKELY
            yield Stated(part, Span(at, at + len(part))), firm


def _is_head(organization: re.Match[str], part: str) -> bool:
    """Whether the kind of organization is what the words name: "Lakeside Services", not "Services Business Relations"."""
    words = part.title() if part.isupper() else part
    last = max(_ORGANIZATION.finditer(words), key=lambda match: match.end(), default=organization)
    behind = words[last.end() :]
    return (
        not behind or not behind[1:2].isalpha() or bool(_GOES_ON.match(behind)) or not last.start()
    )


_GOES_ON = re.compile(r"(?i) (?:of|for|at|in|and|on)(?![a-z])")


_ABBREVIATED = re.compile(r"\b(?:Inc|Co|Corp|Ltd|Bros|[A-Z])\.$")
_LED_IN = re.compile(
    r"(?i)^(?:about|join|welcome to|careers? at|jobs? at|working (?:at|for))(?: the)? (?=[A-Z])"
)


def _is_a_kind(part: str) -> bool:
    """Whether one or two words name no more than a kind of house or a part of one: "Healthcare", "Personnel Department"."""
    words = part.lower().replace(",", " ").split()
    return ("," in part or len(words) < _FEWEST_OF_A_NAME) and not set(words) - _KINDS


_FEWEST_OF_A_NAME = 3
_KINDS = word_set(
    "health healthcare care services service community communities social human resources personnel department office "
    "medical medicine nursing hospice clinic clinics hospital hospitals home homes recovery mental behavioral families "
    "long term long-term acute short-term family support administration insurance staffing system systems network group company public"
)


def _is_a_role(part: str) -> bool:
    """Whether a part of a line ends with the name of a role, as in "Mental Health Professional II"."""
    bare = _LEVEL.sub("", part).lower()
    return any(
        match.end() == len(bare) for roles in (ROLE, RARER_ROLE) for match in roles.finditer(bare)
    )


_LEVEL = re.compile(r" (?:[IVX]{1,4}|\d)$")
# a place in the country, or what a section is about
_NO_EMPLOYER = re.compile(
    r"(?i)(?:, .*(?:united states|usa)|competenc(?:y|ies)|requirements?|qualifications|counselors?|responsibilities)$"
)
_ON_TERMS = re.compile(
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


_PLACED = re.compile(
    r"(?P<name>[^,\d]{5,60}), [A-Z][A-Za-z.' -]{1,30}, (?P<state>[A-Z][A-Za-z. ]{1,20})"
)


def _looks_like_a_name(source: Source, index: int, part: str) -> bool:
    """Whether a line straight under the title starts with capitalized words that are no place, date or label."""
    if not 0 < index <= _UNDER_TITLE or source.blocks[index].kind == "bullet":
        return False
    words, text = part.split(), source.blocks[index].text
    return (
        1 < sum(word[:1].isupper() for word in words) < 7
        and all(word[:1].isupper() or word in ("of", "the", "and", "for", "&") for word in words)
        and not _NOT_EMPLOYER.match(part)
        and not _IS_NO_NAME.search(part)
        and state_code(part.split(", ")[-1]) is None
        and not text.startswith(part + ":")
    )


_UNDER_TITLE = 2
_IS_NO_NAME = re.compile(
    r"(?i)(?<![a-z])(?:time|hours?|shifts?|days?|weekly|exempt|hybrid|remote|temporary|permanent|contract|per diem|salary|pay|range|grade|position|job|req|posted|closes|location|unit|program|team|"
    r"division|overview|competenc(?:y|ies)|education|experience|requirements?|skills|listing|posted|apply|share|search|summary|description|details|facts|responsibilities|duties|qualifications|benefits|requirements|\d{3,})(?![a-z])"
)


def _employers_in(
    source: Source, index: int, patterns: tuple[re.Pattern[str], ...]
) -> Iterator[tuple[Stated, int]]:
    block, start = source.blocks[index], source.starts[index]
    for pattern in patterns:
        for match in pattern.finditer(block.text[:1500]):
            if block.section not in _HOME and not _SEEKING.search(match.group()):
                continue
            name = match["name"].rstrip(".,")
            article = len(name) - len(name.removeprefix("The "))
            where_one_works = name.find(" at ")
            if where_one_works > 0 and _is_a_role(name[:where_one_works]):
                article = where_one_works + len(" at ")
            name = name[article:]
            if (
                _NOT_EMPLOYER.match(name)
                or len(name) < 3
                or _is_a_role(name)
                or state_code(name)
                or (
                    block.kind == "heading" and not block.text.lower().startswith(("about", "join"))
                )
            ):
                continue
            at = start + match.start("name") + article
            firmness = _firmness(block.section, match, name)
            yield Stated(name, Span(at, at + len(name))), firmness


_SEEKING = re.compile(r"(?:seeking|looking|hiring|recruiting|searching)$")


def _firmness(section: str, match: re.Match[str], name: str) -> int:
    in_passing = match.re is _EMPLOYER[-1] and match.group()[0].islower()
    if section == "eeo":
        return _WEAK if in_passing else _IN_LEGAL
    if not in_passing:
        return _FIRM
    return _LIKELY if _ORGANIZATION.search(name) else _WEAK
