"""Which part of a posting a heading or a paragraph belongs to."""

import re
from functools import lru_cache

from casemgr_jd._late import late
from casemgr_jd.model.states import state_code
from casemgr_jd.reading.accommodation import accommodations
from casemgr_jd.reading.fold import fold
from casemgr_jd.reading.headings import section_of_heading
from casemgr_jd.reading.lexicon import Said, pattern_of

__all__ = [
    "LONGEST_STATEMENT",
    "equal_treatment",
    "is_about_other_jobs",
    "names_an_employer",
    "opens_a_section",
    "section_of_text",
    "states_a_need",
]

_LEGAL = late(
    r"fair chance|(?:arrest|criminal|conviction)s?(?: (?:and|or) (?:arrest|conviction|criminal))? (?:record|histor)\w*.{0,80}"
    r"(?:consider|ordinance|\bact\b|\blaw|consistent|individual)|(?:consider|ordinance|\blaw\b|consistent).{0,120}"
    r"(?:arrest|criminal|conviction)s? (?:and conviction )?(?:record|histor)|e verify|form i 9|los angeles county fair|"
    r"privacy (?:policy|notice)|pay transparency nondiscrimination"
)
_ROLE = Said("sections", "role")
_LABEL = re.compile(r"([a-z][a-z /&'-]{2,38}?)(?::| \|)")
# A run-in heading that ends with a period: "Pay and benefits. The range is ..."
_RUN_IN = re.compile(
    r"((?:(?:our|your|the|great|total|base|starting|hourly) ){0,2}(?:pay|salary|compensation|wages?|benefits|rewards|(?:how )?to apply)(?: (?:range|scale|rate|package))?"
    r"(?:,? (?:and|&) (?:pay|benefits|salary|hours|perks|rewards))?(?: for [a-z ]{3,24})?)\. "
)
# "Benefits: medical, dental, disability" names an insurance, not a person's disability
_LISTS_BENEFITS = re.compile(
    r"(?:our |your |the )?(?:pay and |employee )?benefits(?: package)?(?::| \|)"
)
_STRONG = frozenset({"compensation", "benefits", "preferred", "apply"})
_WEAK = frozenset({"environment", "reporting", "required", "licensure", "glance", "eeo"})
_EEO_HINTS = ("equal", "regard", "discriminat", "race,", "eeo", "eoe", "/aa")
_LEGAL_HINTS = (
    "fair chance",
    "record",
    "histor",
    "verify",
    "i 9",
    "i-9",
    "privacy",
    "pay transparency",
)
_KEEP = frozenset(
    {"environment", "responsibilities", "required", "preferred", "skills", "licensure"}
)


def opens_a_section(heading: str) -> bool:
    """Return whether the first heading of a text opens a section, rather than being the title.

    >>> opens_a_section("Requirements"), opens_a_section("Licensed Social Worker")
    (True, False)
    """
    return section_of_heading(heading) not in ("unknown", "summary") and not _ROLE.search(
        fold(heading)
    )


_STATES_A_NEED = Said("sections", "states_a_need")


def states_a_need(line: str) -> bool:
    """Return whether a line says by itself what is asked for, and opens no list of it.

    >>> states_a_need("Bachelor's degree required"), states_a_need("Required education")
    (True, False)
    """
    return _STATES_A_NEED.search(fold(line)) is not None


_OTHER_JOBS = re.compile(
    r"(?:similar|related|other|more|recommended|featured|latest) (?:jobs|openings|vacancies|job openings|job opportunities)|"
    r"(?:you (?:may|might) also|people also|jobs (?:you may|like this|near you|for you))"
)
_PLACE = late(r", ([A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)\)?$")
_EMPLOYER = late(
    r"\b(?:Hospitals?|Medical Center|Health System|Healthcare|Services|Inc|LLC|County|University|Agency|Foundation|Clinic|Hospice|"
    r"Network|Alliance|Association|Assistance|Aid|Society|Partners|Coalition|Collaborative|Schools?|District|Department)\b"
)


def is_about_other_jobs(heading: str) -> bool:
    """Return whether a heading stands over jobs other than the one that is posted.

    >>> is_about_other_jobs("Similar jobs"), is_about_other_jobs("Other duties")
    (True, False)
    """
    return bool(_OTHER_JOBS.match(fold(heading).strip()))


def names_an_employer(heading: str) -> bool:
    """Return whether a heading reads like a line about who is hiring and where.

    >>> names_an_employer("Bay Legal Aid (Boston, Massachusetts)"), names_an_employer("Legal notices")
    (True, False)
    """
    parted, place = any(mark in heading for mark in (" · ", " | ")), _PLACE.search(heading)
    in_a_state = place is not None and state_code(place[1]) is not None
    return parted or in_a_state or bool(_EMPLOYER.search(heading))


_ASKS = Said("sections", "asks")


def _labelled(text: str, folded: str, section: str) -> str:
    """Return the section that a label such as "Pay:" or "Preferred:" puts a line in."""
    label = _LABEL.match(folded) or _RUN_IN.match(folded)
    if label is None:
        return section
    named = section_of_heading(label[1])
    elsewhere = section not in ("responsibilities", "skills", "measures")
    # among duties, "Documentation:" leads a duty, and "QUALIFICATIONS:" stands for a heading
    stands_out = text[: label.end(1)].isupper() or _ASKS.fullmatch(label[1].strip())
    if named in _STRONG or (named in _WEAK and (elsewhere or stands_out)):
        return named
    return section


def equal_treatment(folded: str) -> re.Match[str] | None:
    """Return where a text states equal treatment: in so many words, or by the classes that are treated alike.

    >>> equal_treatment("self aware about race, ethnicity and religion") is None
    True
    """
    said = pattern_of("statements", "phrases", table="equal_treatment").search(folded)
    if said is not None:
        return said
    classes = pattern_of("statements", "classes", table="equal_treatment").search(folded)
    treated = pattern_of("statements", "treatment", table="equal_treatment").search
    return classes if classes is not None and treated(folded) else None


@lru_cache(maxsize=8192)
def section_of_text(text: str, section: str) -> str:
    """Return the kind of section of a paragraph in a section, read from its words where they say more.

    >>> section_of_text("We are an equal opportunity employer.", "benefits")
    'eeo'
    """
    folded = fold(text)
    if section == "eeo":
        return section
    section = _labelled(text, folded, section)
    if (
        len(text) < LONGEST_STATEMENT
        and any(word in folded for word in _EEO_HINTS)
        and equal_treatment(folded) is not None
    ):
        return "eeo"
    if (
        section not in _KEEP
        and not _LISTS_BENEFITS.match(folded)
        and len(text) < 400
        and ("accommodat" in folded or "disab" in folded or "adjust" in folded)
        and any(accommodations(folded))
    ):
        return "eeo"
    # a whole posting on one line mentions such things near its end
    opening = folded[:_LONGEST_OPENING]
    if any(word in opening for word in _LEGAL_HINTS) and _LEGAL.search(opening):
        return "legal"
    return section


_LONGEST_OPENING = 600
LONGEST_STATEMENT = 2_000
"""Letters of the longest paragraph that one statement makes its own; a longer one is a posting that lost its lines."""
