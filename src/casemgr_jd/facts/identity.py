"""Who is hiring for what: title, employer, setting, the people served, and the duties."""

import re
from collections.abc import Iterator

from casemgr_jd.facts.found import Duty, Stated
from casemgr_jd.facts.wording import Table, find_stated
from casemgr_jd.model.states import state_code
from casemgr_jd.reading.source import Source, Span
from casemgr_jd.reading.words import word_set

__all__ = [
    "find_duties",
    "find_employer",
    "find_employers",
    "find_nouns",
    "find_settings",
    "find_title",
]

_TITLE_LABEL = re.compile(
    r"^(?:subject: ?(?:fwd?: ?)?(?:job |new )?(?:opening|posting|vacancy|position|opportunity)?: ?|(?:job|position|role|working|posting|official|functional)? ?title(?: of (?:position|job))?(?::| \|)\s*)|^(?:position|job|role|post|vacancy|now (?:hiring|staffing|recruiting)|opening|we're hiring|hiring)(?::| \|)\s*"
)
_OTHER_LABEL = re.compile(
    r"(?:location|department|company|employer|pay|salary|schedule|hours|reports? to|supervisor|status|type|organi[sz]ation|posted|facility|team|program|date|manager|unit|"
    r"division|agency|hospital|contact|dear|re|work|shift|rate|job (?:type|id|code)|req\w*)[a-z /]{0,20}:"
)
_ROLE = re.compile(
    r"(?<![a-z])(?:case ?managers?|case management|care (?:coordinators?|managers?|navigators?|coordination|management)|coordinator|case ?worker|social worker|navigator|discharge planner|"
    r"utilization review|nurse|rn|service coordinator|specialist|manager|advocate|planner|clinician|counselor)(?![a-z])"
)
_RARER_ROLE = re.compile(
    r"(?<![a-z])(?:professional|reviewer|visitor|supervisor|director|liaison|generalist|fellow|technician|associate|consultant|therapist|worker|assistant|lead|coach|"
    r"facilitator|officer|analyst|educator|promotora?|guide|mentor)(?![a-z])"
)
_GENERIC = re.compile(
    r"(?:job )?(?:description|posting|announcement|opportunity|summary|details|overview)$|^(?:we're|we are) hiring|^join|^careers?|^now hiring"
)
_PRESSING = re.compile(
    r"(?:urgent(?:ly)?(?: (?:need|hiring|opening))?|now hiring|immediate (?:opening|hire|need)|hot job|apply now|asap)!*: "
)
# Both start with a capital that starts a word, so that a search goes from one to the next.
_WORD = r"(?:Co|Inc|Corp|Ltd|Bros)\.(?= [a-z])|[A-Z](?<!\w[A-Z])(?:(?![a-z]*\.[ ])[\w&'’-]*|(?<=[SMF])t\.|(?<=D)r\.|\.)"
_WORD = f"(?:{_WORD})"
_NAME = rf"(?P<name>{_WORD}(?:(?: (?:of|and|for|at|in|de|del|&) (?:the )?|, (?=Inc|LLC|LLP)| )(?:{_WORD}|[0-9(][\w&'’)-]*)){{0,7}})"
_EMPLOYER = (
    re.compile(_NAME + r"(?: in (?:[A-Z][a-z.]+ ?){1,3}, [A-Z]{2})?,?(?: \([A-Z]+\),?)?(?: [a-z, -]{0,60}?,)? (?:is|are) (?:(?:currently|now|actively|also) )?(?:seeking|looking|hiring|recruiting|searching|accepting|growing|adding|an? |the |committed|proud|expanding|home)"),
    re.compile(_NAME + r"(?:, (?:[A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?))?,?(?: [a-z, -]{0,60}?,)? (?:seeks|serves|provides|has|operates|needs|invites|welcomes|offers|partners|helps|runs|employs|believes|supports|hires|recruits|connects|cares|wants|works|delivers|does not discriminate|prohibits discrimination|considers)(?![a-z])"),
    re.compile(r"(?:[Jj]oin|[Aa]bout|[Aa]t|[Ww]ith|[Ww]ork for|[Ff]or|JOIN|ABOUT) (?:the (?:team|staff) (?:at|of) )?" + _NAME),
)  # fmt: skip
_EMPLOYER_LABEL = re.compile(
    r"^(?:employer|company|organi[sz]ation|agency|hospital|department|facility|health system|school district|district|hiring (?:agency|organization)|institution|client)(?: name)?(?::| \|)\s*(?P<name>\S.{1,80})"
)
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
    r"monday|tuesday|wednesday|thursday|friday|licens\w+|state|federal|new|every|everyone|someone|anyone|most|some|many|one|ccm|resume|cv|overtime|travel|work|pm|am|"
    r"reasonable|equal|qualified|accommodations?|master|bachelor|registered|interviews?|training|orientation|senior|lead|team|staff|patients?|clients?|members?|families|spanish|english)(?![a-z])"
)
_HOME = word_set("title summary about glance eeo apply unknown responsibilities benefits")

_SETTINGS = Table.of({
    "hospital": ["hospital~", "acute care", "inpatient", "medical surgical", "med surg", "discharge planning", "emergency department", "length of stay", "medical center"],
    "managed_care": ["managed care", "health plan~", "insurance", "member~", "hedis", "prior authorization~", "utilization management", "medicare advantage", "payer", "telephonic"],
    "behavioral": ["behavioral health", "mental health", "substance use", "psychiatric", "assertive community treatment", "act team", "community mental health", "serious mental illness"],
    "home_health": ["home health", "hospice", "palliative", "home care", "oasis", "end of life"],
    "social_services": ["social services", "community based", "homeless*", "housing", "shelter~", "child welfare", "foster care", "reentry", "snap", "supportive housing", "nonprofit", "refugee", "resettlement", "developmental disabilit*"],
    "specialty.refugee": ["refugee~", "resettlement"],
    "specialty.corrections": ["correction*", "reentry", "probation", "parole", "pre release"],
    "specialty.schools": ["school district", "iep", "students", "504 plan~"],
    "specialty.legal": ["law firm", "paralegal", "court filings", "litigation"],
})  # fmt: skip
_NOUNS = Table.of({
    "patient": ["patient~"], "member": ["member~"], "client": ["client~"], "participant": ["participant~"], "resident": ["resident~"], "consumer": ["consumer~"],
    "student": ["student~"], "veteran": ["veteran~"], "beneficiary": ["beneficiaries", "beneficiary"], "individual": ["individual~"],
})  # fmt: skip
_DUTY_SECTIONS = frozenset(
    {"responsibilities", "summary", "title", "unknown", "measures", "glance"}
)
_SENTENCE = re.compile(r"[^.!?;]+(?:[.!?;](?! )[^.!?;]*)*")


def find_title(source: Source) -> Stated | None:
    """Return the job title: what a label gives, else the first heading or line that names a role."""
    for index, block in enumerate(source.blocks[:25]):
        label = _TITLE_LABEL.match(
            source.folded[source.starts[index] : source.starts[index] + len(block.text)]
        )
        if (
            label
            and (end := _end_of_part(source, index, label.end())) - label.end() < 120
            and (
                "title" in label.group()
                or label.end() > 12
                or _ROLE.search(source.folded, source.starts[index], source.starts[index] + end)
            )
        ):
            return _stated(
                source, Span(source.starts[index] + label.end(), source.starts[index] + end)
            )
    for index, block in enumerate(source.blocks[:6]):
        span = source.span_of(index)
        folded = source.folded[span.start : span.end]
        names_a_role = _ROLE.search(folded) or (block.level == 1 and _RARER_ROLE.search(folded))
        if block.kind == "heading" and names_a_role and not _GENERIC.search(folded):
            return _stated(source, span)
    for index, block in enumerate(source.blocks[:4]):
        span = source.span_of(index)
        folded = source.folded[span.start : span.end]
        short = (
            len(block.text) <= 100
            and not block.text.rstrip().endswith(".")
            and block.kind in ("heading", "paragraph", "row")
        )
        if (
            short
            and (": " not in block.text[:30] or _PRESSING.match(folded))
            and (_ROLE.search(folded) or (not index and _RARER_ROLE.search(folded)))
        ):
            return _stated(source, span)
    first = source.blocks[0]
    if (
        first.kind == "heading"
        and not _GENERIC.search(source.folded[: len(first.text)])
        and first.section == "title"
    ):
        return _stated(source, source.span_of(0))
    return None


def _end_of_part(source: Source, index: int, start: int) -> int:
    """Where what a label says ends: at the next bar of a line of facts, or with the line."""
    text = source.blocks[index].text
    bar = text.find(" | ", start)
    return bar if bar >= 0 else len(text)


def _stated(source: Source, span: Span) -> Stated | None:
    text = source.snippet(span).strip()
    return Stated(text, span) if text else None


def find_employer(source: Source) -> Stated | None:
    """Return who is hiring: of the words that say so most firmly, the first."""
    title, best = find_title(source), dict[int, Stated]()
    for one, firmness in _employers(source):
        if title is not None and title.span.start <= one.span.start < title.span.end:
            whole = one.span == title.span
            firmness = _FIRM if firmness == _FIRM and not whole else min(firmness, _IN_TITLE)
        if firmness == _FIRM:
            return one
        best.setdefault(firmness, one)
    return best[max(best)] if best else None


def find_employers(source: Source) -> tuple[Stated, ...]:
    """Return every wording that names an employer, in order."""
    return tuple(one for one, _ in _employers(source))


# How firmly wording names the employer: "Lakeside Clinic is hiring", "you work at Lakeside Clinic", "Lakeside is an
# equal opportunity employer", a part of the title, "charting in Epic".
_FIRM, _LIKELY, _IN_LEGAL, _IN_TITLE, _WEAK = 4, 3, 2, 1, 0


def _employers(source: Source) -> Iterator[tuple[Stated, int]]:
    for index, block in enumerate(source.blocks):
        start = source.starts[index]
        label = _EMPLOYER_LABEL.match(source.folded[start : start + min(len(block.text), 120)])
        if label:
            span = Span(start + label.start("name"), start + label.end("name"))
            yield Stated(source.snippet(span).strip(), span), _FIRM
        elif index < 8 and block.kind != "bullet" and len(block.text) < 140:
            yield from _named_by_a_line(source, index)
            yield from _employers_in(source, index)
        elif block.section in _HOME and block.kind != "row":
            yield from _employers_in(source, index)


def _named_by_a_line(source: Source, index: int) -> Iterator[tuple[Stated, int]]:
    """A short line near the top, or a part of one, that is an organization's name."""
    start = source.starts[index]
    for match in _PART.finditer(source.blocks[index].text):
        part = _before_place(match.group().strip())
        organization = _ORGANIZATION.search(part.title() if part.isupper() else part) or (
            not match.start() and _looks_like_a_name(source, index, part)
        )
        if organization and _NAMED.fullmatch(part) and not _ROLE.search(part.lower()):
            at = start + match.start() + match.group().index(part)
            alone = len(part) == len(source.blocks[index].text)
            yield Stated(part, Span(at, at + len(part))), _FIRM if index or alone else _LIKELY


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
        1 < len(words) < 7
        and all(word[:1].isupper() or word in ("of", "the", "and", "for", "&") for word in words)
        and not _NOT_EMPLOYER.match(part)
        and not _IS_NO_NAME.search(part)
        and state_code(part.split(", ")[-1]) is None
        and not text.startswith(part + ":")
    )


_UNDER_TITLE = 2
_IS_NO_NAME = re.compile(
    r"(?i)(?<![a-z])(?:time|hours?|shifts?|days?|weekly|exempt|hybrid|remote|temporary|permanent|contract|per diem|salary|pay|range|grade|position|job|req|posted|closes|location|unit|program|team|"
    r"division|overview|summary|description|details|facts|responsibilities|duties|qualifications|benefits|requirements|\d{3,})(?![a-z])"
)


def _employers_in(source: Source, index: int) -> Iterator[tuple[Stated, int]]:
    block, start = source.blocks[index], source.starts[index]
    for pattern in _EMPLOYER:
        for match in pattern.finditer(block.text[:1500]):
            name = match["name"].rstrip(".,")
            if (
                _NOT_EMPLOYER.match(name)
                or len(name) < 3
                or state_code(name)
                or (
                    block.kind == "heading" and not block.text.lower().startswith(("about", "join"))
                )
            ):
                continue
            at = start + match.start("name")
            firmness = _firmness(block.section, match, name)
            yield Stated(name, Span(at, at + len(name))), firmness


def _firmness(section: str, match: re.Match[str], name: str) -> int:
    in_passing = match.re is _EMPLOYER[-1] and match.group()[0].islower()
    if section == "eeo":
        return _WEAK if in_passing else _IN_LEGAL
    if not in_passing:
        return _FIRM
    return _LIKELY if _ORGANIZATION.search(name) else _WEAK


def find_settings(source: Source) -> tuple[Stated, ...]:
    """Return every wording that names a practice setting."""
    return find_stated(
        source,
        _SETTINGS,
        skip=("eeo", "legal", "benefits", "compensation", "required", "preferred"),
    )


def find_nouns(source: Source) -> tuple[Stated, ...]:
    """Return every noun for the people served, by its singular."""
    return find_stated(source, _NOUNS, skip=("eeo", "legal", "benefits", "compensation", "about"))


def find_duties(source: Source) -> tuple[Duty, ...]:
    """Return what the person will do: the bullets and sentences of the duties."""
    return tuple(_duties(source))


def _duties(source: Source) -> Iterator[Duty]:
    for index, block in enumerate(source.blocks):
        if block.kind == "heading" or block.section not in _DUTY_SECTIONS:
            continue
        span = source.span_of(index)
        if block.section == "responsibilities" and block.kind != "paragraph":
            yield Duty(source.folded[span.start : span.end], span)
            continue
        for match in _SENTENCE.finditer(source.folded, span.start, span.end):
            yield Duty(match.group().strip(), Span(*match.span()))
