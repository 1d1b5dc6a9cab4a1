"""What a heading is: of which part of a posting, a title, a line on the employer, or a need."""

import re
from functools import cache, lru_cache

from casemgr_jd._late import late
from casemgr_jd.model.states import state_code
from casemgr_jd.reading.fold import fold
from casemgr_jd.reading.lexicon import Said, lexicon
from casemgr_jd.reading.phrase_table import PhraseTable
from casemgr_jd.reading.phrases import compile_phrase
from casemgr_jd.reading.words import WordIndex

__all__ = [
    "is_about_other_jobs",
    "names_an_employer",
    "opens_a_section",
    "section_of_heading",
    "states_a_need",
]


@lru_cache(maxsize=2048)
def section_of_heading(heading: str) -> str:
    """Return the kind of section a heading opens, or ``"unknown"``.

    >>> section_of_heading("What You'll Do"), section_of_heading("Pay & Benefits")
    ('responsibilities', 'compensation')
    """
    folded = fold(heading).strip(" :").rstrip("?!")
    if len(folded) > _LONGEST:
        return "unknown"
    held = _phrases().matches(folded, WordIndex.of(folded))
    row = min((row for row, _ in held), default=-1)
    kind = "unknown" if row < 0 else lexicon("sections")["headings"][row]["kind"]
    return "compensation" if kind == "benefits" and _OF_PAY.search(folded) else kind


_LONGEST = 90
_OF_PAY = Said("sections", "of_pay")


@cache
def _phrases() -> PhraseTable[int]:
    """The phrases that headings hold, each with the number of its row: the first row counts."""
    table = PhraseTable[int]()
    for row, content in enumerate(lexicon("sections")["headings"]):
        for text in content["said"]:
            table.add(compile_phrase(text), row)
    return table


def opens_a_section(heading: str) -> bool:
    """Return whether the first heading of a text opens a section, rather than being the title.

    >>> opens_a_section("Requirements"), opens_a_section("Licensed Social Worker")
    (True, False)
    """
    return section_of_heading(heading) not in ("unknown", "summary") and not _ROLE.search(
        fold(heading)
    )


_ROLE = Said("sections", "role")
_STATES_A_NEED = Said("sections", "states_a_need")


def states_a_need(line: str) -> bool:
    """Return whether a line says by itself what is asked for, and opens no list of it.

    >>> states_a_need("Bachelor's degree required"), states_a_need("Required education")
    (True, False)
    """
    return _STATES_A_NEED.search(fold(line)) is not None


def is_about_other_jobs(heading: str) -> bool:
    """Return whether a heading stands over jobs other than the one that is posted.

    >>> is_about_other_jobs("Similar jobs"), is_about_other_jobs("Other duties")
    (True, False)
    """
    return _OTHER_JOBS.match(fold(heading).strip()) is not None


def names_an_employer(heading: str) -> bool:
    """Return whether a heading reads like a line about who is hiring and where.

    >>> names_an_employer("Bay Legal Aid (Boston, Massachusetts)"), names_an_employer("Legal notices")
    (True, False)
    """
    parted, place = any(mark in heading for mark in (" · ", " | ")), _PLACE.search(heading)
    in_a_state = place is not None and state_code(place[1]) is not None
    return parted or in_a_state or _houses().search(heading) is not None


_OTHER_JOBS = Said("sections", "other_jobs")
_PLACE = late(r", ([A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)\)?$")


@cache
def _houses() -> re.Pattern[str]:
    """The kinds of houses as they stand in names, with a capital."""
    return re.compile(rf"\b(?:{'|'.join(lexicon('sections')['words']['houses'])})\b")
