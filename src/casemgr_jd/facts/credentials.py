"""Licenses, certifications and degrees that the text names for the person hired."""

import re
from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.facts.by_block import in_blocks
from casemgr_jd.facts.found import Credential
from casemgr_jd.facts.modality import held_by_others, later
from casemgr_jd.facts.near import need_of
from casemgr_jd.facts.where import with_words
from casemgr_jd.facts.wording import Table, find_stated, stating
from casemgr_jd.reading.lexicon import lexicon
from casemgr_jd.reading.source import Source, Span
from casemgr_jd.reading.words import word_set

__all__ = ["LICENSE_LETTERS", "OTHER_LICENSES", "find_credentials", "find_other_licenses"]

#: License to the names it goes by (folded).
_LICENSE_NAMES = {
    "RN": "registered nurse|rn license",
    "LPN": "licensed practical nurse",
    "LVN": "licensed vocational nurse",
    "LCSW": "licensed clinical social worker|licensed independent clinical social worker|licensed independent social worker",
    "LMSW": "licensed master social worker|licensed master's social worker|licensed master level social worker",
    "LSW": "licensed social worker",
    "LPC": "licensed professional counselor|licensed clinical professional counselor",
    "LMHC": "licensed mental health counselor",
    "LMFT": "licensed marriage and family therapist",
    "APRN": "nurse practitioner|advanced practice registered nurse",
    "PSYD": "licensed psychologist|licensed clinical psychologist",
}
#: The letters of each license, to the license that they stand for.
LICENSE_LETTERS = {
    "RN": "RN", "LPN": "LPN", "LVN": "LVN", "LCSW": "LCSW", "LICSW": "LCSW", "LISW": "LCSW", "LCSW-C": "LCSW", "LMSW": "LMSW", "LGSW": "LMSW",
    "LSW": "LSW", "LBSW": "LSW", "LPC": "LPC", "LCPC": "LPC", "LPCC": "LPC", "LMHC": "LMHC", "LMFT": "LMFT", "APRN": "APRN", "NP": "APRN",
}  # fmt: skip
_CERTIFICATION_LETTERS = (
    "CCM|CCMC|ACM|ACM-RN|ACM-SW|CMGT-BC|RN-BC|CRC|CDMS|C-SWCM|C-ASWCM|C-SWHC|CMAC|CCCTM|CCTM|COHN/CM|CPHQ|CHCQM|CBIS|CADC|LADC|CASAC|CHES|"
    "CCTC|CCTN|CNN|CDN|CLCP|CIRS|COHN|CPTC|CWOCN|CTRS|"
    "CHW|BLS|ACLS|PALS|CPR|CHPN|CPN|CRRN|CMCN|OCN|CMSRN|PCCN|CCRN|QMHP|QIDP|CPRS|CPS|CDCES"
)
_CERTIFICATION_NAMES = {
    "CCM": "certified case manager",
    "ACM": "accredited case manager",
    "BLS": "basic life support",
    "CRC": "certified rehabilitation counselor",
    "CDMS": "certified disability management specialist",
}
_DEGREE_NAMES = {
    "doctorate": "doctorate|doctoral degree|phd|ph\\.d\\.|dnp",
    "master": "master's|masters degree|master of|master degree|msw|msn|mph|(?<!\\()mha",
    "bachelor": "bachelor's|bachelors|bachelor of|bachelor degree|baccalaureate|bsw|bsn|four year degree|4-year degree|college degree",
    "associate": "aa degree|aas degree|associate's|associates degree|associate degree|adn",
    "high_school": "high school|ged",
}
#: The first word (folded) of each way to write letters, to all of these ways, longest first.
_WRITTEN: dict[str, tuple[str, ...]] = {}
for _letters in sorted(
    {*LICENSE_LETTERS, *_CERTIFICATION_LETTERS.split("|")}, key=len, reverse=True
):
    _first = re.split(r"[-/]", _letters.lower())[0]
    for _word in (_first, f"{_first}s") if _first == _letters.lower() else (_first,):
        _WRITTEN[_word] = (*_WRITTEN.get(_word, ()), _letters)
_FIRST_WORDS = frozenset(_WRITTEN)
_AFTER_LETTERS = late(r"(?:s|'s|’s)?(?![\w-])")
_BA = late(r"(?<![\w.])(?:b\.?a\.?(?:/b\.?s\.?)?|b\.?s\.?)(?![\w&])")
_BA_WORDS = frozenset({"ba", "bs", "b"})
_ASKED = frozenset({"required", "preferred", "qualifications", "licensure"})
_NOT_ASKED = frozenset({"eeo", "legal", "about"})
_NAMED = late(
    "(?<![a-z])(?:"
    + "|".join(
        f"(?P<{name}>{words})" for name, words in {**_LICENSE_NAMES, **_DEGREE_NAMES}.items()
    )
    + "|"
    + "|".join(f"(?P<C_{name}>{words})" for name, words in _CERTIFICATION_NAMES.items())
    + ")"
)
_TRIGGERS = word_set(
    "registered licensed practitioner psychologist certified accredited basic doctorate doctoral phd "
    "ph dnp master masters msw msn mph mha bachelor bachelors baccalaureate bsw bsn degree associate "
    "associates adn high ged rn aa aas"
)


OTHER_LICENSES = frozenset(lexicon("licensure")["other"]) - {"ignored"}
"""Licenses of professions beside case management, whose scope is not ours to judge."""
_OTHERS = Table("licensure", "other")


@in_blocks(stating(_OTHERS))
def find_other_licenses(source: Source) -> tuple[Credential, ...]:
    """Return every license of another profession that is named for the person hired, in order."""
    named = (
        Credential(one.value, "license", one.span, _need(source, one.span))
        for one in find_stated(source, _OTHERS, skip=_NOT_ASKED)
    )
    return tuple(one for one in named if not held_by_others(source, one.span))


@in_blocks(with_words(_TRIGGERS | _FIRST_WORDS | _BA_WORDS))
def find_credentials(source: Source) -> tuple[Credential, ...]:
    """Return every credential named, in order, with whether it is required, preferred or can come later."""
    found = {one.span.start: one for one in [*_named(source), *_lettered(source)]}
    ordered = (found[start] for start in sorted(found))
    return tuple(one for one in ordered if not held_by_others(source, one.span))


def _need(source: Source, span: Span) -> str:
    """Whether a credential is required, preferred, or asked for on a later path only: "the counselor track takes a …"."""
    need = need_of(source, span)
    return "later" if need in ("required", "unknown") and later(source, span) else need


def _lettered(source: Source) -> Iterator[Credential]:
    for letters, span in _letters_in(source):
        if source.block_at(span.start).section in _NOT_ASKED:
            continue
        if letters in LICENSE_LETTERS:
            yield Credential(LICENSE_LETTERS[letters], "license", span, _need(source, span))
        else:
            yield Credential(letters, "certification", span, _need(source, span))
    for match in source.finditer(_BA, _BA_WORDS):
        span = Span(*match.span())
        if source.block_at(span.start).section in _ASKED and source.text[span.start].isupper():
            yield Credential("bachelor", "degree", span, _need(source, span))


def _letters_in(source: Source) -> Iterator[tuple[str, Span]]:
    text = source.whole.text
    for word in _FIRST_WORDS & source.words.vocabulary:
        for start in source.words.at(word):
            if start and (text[start - 1] == "-" or text[start - 1].isalnum()):
                continue
            for letters in _WRITTEN[word]:
                end = start + len(letters)
                if text.startswith(letters, start) and _AFTER_LETTERS.match(text, end):
                    yield letters, Span(start, end)
                    break


def _named(source: Source) -> Iterator[Credential]:
    for match in source.finditer(_NAMED, _TRIGGERS):
        span, name = Span(*match.span()), match.lastgroup or ""
        if source.block_at(span.start).section in _NOT_ASKED:
            continue
        if name in _DEGREE_NAMES:
            yield Credential(name, "degree", span, _need(source, span))
        elif name.startswith("C_"):
            yield Credential(name[2:], "certification", span, _need(source, span))
        else:
            yield Credential(name, "license", span, _need(source, span))
