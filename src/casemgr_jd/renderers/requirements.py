"""What a job asks for, as the few categories that search engines know.

Only well-known words are read; anything else gives no category, and the text says it.
"""

import re
from collections.abc import Iterator

from casemgr_jd.model.posting import Posting

__all__ = ["credential", "experience_counts", "months_of_experience"]

# A license is no education: where one will do, no level is named.
# From the least to the most: of several accepted credentials, the least is what is required.
_LEVELS: tuple[tuple[str, str], ...] = (
    ("high school", r"high school|GED"),
    ("professional certificate", r"(?:[a-z]+ )?certificate"),
    ("associate degree", r"ADN|ASN|associate(?:'s|s)?(?: degree)?"),
    ("bachelor degree", r"BSN|BSW|BA|BS|BA/BS|bachelor(?:'s|s)?(?: degree)?"),
    ("postgraduate degree", r"MSN|MSW|MHA|MPH|master(?:'s|s)?(?: degree)?"),
)
_ORDER = [level for level, _ in _LEVELS]
# "or a", "or the" and "or equivalent" begin another credential; a bare "or" may stand between two subjects.
_ANOTHER = re.compile(r"(?:^|,? )or (?=an? |the |equivalent\b)", re.IGNORECASE)
_EQUIVALENT = re.compile(r"(?:(?:an?|the) )?equivalent\b.*", re.IGNORECASE)


def _level(words: str) -> str | None:
    bare = re.sub(r"^(?:an?|the) ", "", words, flags=re.IGNORECASE)
    for level, pattern in _LEVELS:
        if re.fullmatch(rf"(?:{pattern})(?: (?:in|diploma)\b.*)?", bare, re.IGNORECASE):
            return level
    return None


def _alternatives(posting: Posting) -> Iterator[str]:
    """Yield each credential that is accepted, and what is said to be accepted in place of one."""
    for words in posting.requisition.education:
        for one in filter(None, _ANOTHER.split(words.removesuffix("."))):
            yield from [one] if _level(one) else re.split(r",? or ", one)


def credential(posting: Posting) -> str | None:
    """Return the least credential that is accepted, or ``None`` where one is not recognized.

    >>> from casemgr_jd import Requisition
    >>> credential(Posting("Nurse", requisition=Requisition(education=["BSN", "MSN"])))
    'bachelor degree'
    >>> degree = "A bachelor's degree in social work or nursing, or the equivalent"
    >>> credential(Posting("Nurse", requisition=Requisition(education=[degree])))
    'bachelor degree'
    """
    asked = [one for one in _alternatives(posting) if not _EQUIVALENT.fullmatch(one)]
    levels = [_level(words) for words in asked]
    known = [level for level in levels if level is not None]
    return min(known, key=_ORDER.index) if known and len(known) == len(levels) else None


def experience_counts(posting: Posting) -> bool:
    """Tell whether the equivalent of the credential is enough; only where both requirements are named.

    >>> from casemgr_jd import Requisition
    >>> facts = Requisition(education=["BSW, or the equivalent"], experience_years=2)
    >>> experience_counts(Posting("Nurse", requisition=facts))
    True
    """
    said = any(_EQUIVALENT.fullmatch(one) for one in _alternatives(posting))
    both = credential(posting) is not None and months_of_experience(posting) is not None
    return said and both


def months_of_experience(posting: Posting) -> int | None:
    """Return the months of experience that are the minimum, or ``None`` where there is none.

    >>> from casemgr_jd import Requisition
    >>> months_of_experience(Posting("Nurse", requisition=Requisition(experience_years=2)))
    24
    """
    years = posting.requisition.experience_years
    return years.minimum * 12 if years is not None and years.minimum > 0 else None
