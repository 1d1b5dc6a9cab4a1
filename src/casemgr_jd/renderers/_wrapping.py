"""Where a line may end: in an address behind its marks, and never between what is read as one."""

import re
from functools import lru_cache

from casemgr_jd.model._urls import is_address
from casemgr_jd.renderers._directions import by_direction
from casemgr_jd.renderers._escaping import escape_html

__all__ = ["breakable", "in_phrases", "shown_words", "tied", "ties", "with_whole_end"]

_PART = re.compile(r"[^/.@?&=_]*(?:://|[/.@?&=_]+)|[^/.@?&=_]+")
_ADDRESS = re.compile(r"(\S*(?:://|\w@\w)\S*)")
"""A word that is an address, or holds one."""
_AROUND = re.compile(r"([(\[“\"'‘]*)(.*?)([)\]”\"'’.,;:!?…]*)", re.DOTALL)
_NO_BREAK = "\u00a0"
_TIES = (
    # A figure and its unit, the number of a house and its street, a day and its month and year.
    (re.compile(r"(?<=\d) (?=[a-z])"), _NO_BREAK),
    (re.compile(r"(?:^|(?<=; ))(\d+) (?=[A-Z])"), rf"\1{_NO_BREAK}"),
    (re.compile(r"\b([A-Z][a-z]{2,8}) (\d\d?), (\d{4})\b"), rf"\1{_NO_BREAK}\2,{_NO_BREAK}\3"),
    # The name of a law and its sign.
    (re.compile(r"(?<=\S) (?=§ )"), _NO_BREAK),
    # A city and its state, a state and its postal code, "no" and a word with a hyphen.
    (re.compile(r"(?<=[a-z]), (?=[A-Z]{2}\b)"), f",{_NO_BREAK}"),
    (re.compile(r"(?<=\b[A-Z]{2}) (?=\d{5}\b)"), _NO_BREAK),
    (re.compile(r"(?<=\bno) (?=[a-z]+-[a-z])"), _NO_BREAK),
    # A stroke ends the line of the word before it, and stands by a figure behind it.
    (re.compile(r"(?<=\S) (?=/ )"), _NO_BREAK),
    (re.compile(r"(?<=\S\u00a0/) (?=\d)"), _NO_BREAK),
)
_SHORT_WORD = r"(?<![\w-])(?:no\u00a0)?[A-Za-z]{1,4}-[a-z]{1,5}(?![\w-])"
_PHONE = r"(?<![\w.@/-])(?:\+?1[- ])?(?:\(?\d{3}\)?[- ])?\d{3}-\d{4}(?![\w-])"
_DAY = r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)"
_QUOTED, _LAW, _RANGE = r'["“]\[[^\] ]+', r"§ \S+", r"\$?\d[\d,.]*–\$?\d(?:[\d,.]*\d)?"
_TOGETHER = re.compile(rf"{_QUOTED}|{_PHONE}|{_DAY}|{_LAW}|{_RANGE}|{_SHORT_WORD}")
"""What no line ends within: a quoted blank's start, a phone number, a date in figures, the number of a law,
a range, a short word with a hyphen."""
_PHRASE = re.compile(r"(?<=[,:]) (?=[^ ,]{6}|[^ ,]+ \S)(?![^<]*</)")
"""Behind a mark in a title, in no element; what is too short for a line of its own stays where it is."""
_SHORT_END = 24
"""Letters of the last part of a title, up to which it stays on one line."""
_TO_WRITE_ON = re.compile("…{6,}")


def breakable(address: str) -> str:
    """Return an address, escaped, that may go on in the next line behind each of its marks.

    >>> breakable("https://lakeside.example/jobs")
    'https://<wbr>lakeside.<wbr>example/<wbr>jobs'
    """
    return "<wbr>".join(escape_html(part) for part in _PART.findall(address))


@lru_cache(maxsize=4096)
def shown_words(words: str, links: bool = False) -> str:
    """Return words, escaped, whose figures stay on the line of what they count, and whose addresses break.

    Letters that run from right to left keep their order to themselves.

    Args:
        words: what is shown.
        links: whether a web address among them is a link.

    >>> shown_words("8:00 a.m., 3 days a week; 12 Lake Road").replace(_NO_BREAK, "~")
    '8:00~a.m., 3~days a week; 12~Lake Road'
    >>> shown_words("Ask hr@lakeside.example")
    'Ask hr@<wbr>lakeside.<wbr>example'
    >>> shown_words("See https://ecfr.gov.", links=True)
    'See <a href="https://ecfr.gov"><span class="whole">https://ecfr.</span><wbr>gov</a>.'
    >>> shown_words("As of 2026-11-23.")
    'As of <span class="whole">2026-11-23</span>.'
    >>> shown_words("Ask \u05d3\u05f4\u05e8, 2 West").encode("ascii", "xmlcharrefreplace").decode()
    'Ask <bdi>&#1491;&#1524;&#1512;</bdi>, 2 West'
    """
    return "".join(
        f"<bdi>{escape_html(part)}</bdi>" if at % 2 else _one_way(part, links)
        for at, part in enumerate(by_direction(words))
    )


def _one_way(words: str, links: bool) -> str:
    """Return words that run from left to right."""
    words = tied(words)
    if "……" in words:
        # As long as there is room: the rest of a line would start another one.
        return _TO_WRITE_ON.sub(r'<span class="write">\g<0></span>', escape_html(words))
    if "://" not in words and "@" not in words:
        return _kept_together(words)
    parts = _ADDRESS.split(words)
    return "".join(
        _address(part, links) if at % 2 else _kept_together(part) for at, part in enumerate(parts)
    )


def tied(words: str) -> str:
    """Return words with spaces of no break where a line must not end.

    >>> tied("by January 15, 2027, in Winston-Salem, NC 27101; no on-call").replace(_NO_BREAK, "~")
    'by January~15,~2027, in Winston-Salem,~NC~27101; no~on-call'
    >>> tied("Past pay (C.R.S. § 8-5-102).").replace(_NO_BREAK, "~")
    'Past pay (C.R.S.~§ 8-5-102).'
    """
    for pattern, together in _TIES:
        words = pattern.sub(together, words)
    return words


def in_phrases(words: str) -> str:
    """Return the escaped words of a title in parts, between which its lines end first.

    >>> in_phrases("Senior LCSW Case Manager, Hospice").replace(' class="phrase"', "")
    '<span>Senior LCSW Case Manager,</span> <span>Hospice</span>'
    >>> in_phrases("Nurse, RN")
    'Nurse, RN'
    """
    parts = _PHRASE.split(words)
    if len(parts) == 1:
        return words
    return " ".join(f'<span class="phrase">{part}</span>' for part in parts)


def with_whole_end(words: str) -> str:
    """Return the escaped words of a title, the last part of which stays on one line where it is short.

    >>> with_whole_end("Senior RN Case Manager, Managed Care").replace(_NO_BREAK, "~")
    'Senior RN Case Manager, Managed~Care'
    """
    *rest, last = _PHRASE.split(words)
    if not rest or len(last) > _SHORT_END or "<" in last:
        return words
    return " ".join((*rest, last.replace(" ", _NO_BREAK)))


def ties(words: str) -> bool:
    """Tell whether *words* would begin with the unit of a figure that ends before them.

    >>> ties(" hours a week"), ties(", Denver")
    (True, False)
    """
    return words[:1] == " " and words[1:2].islower()


def _address(word: str, links: bool) -> str:
    found = _AROUND.fullmatch(word)
    if not (links and found and found[2].startswith("http") and is_address(found[2])):
        return breakable(word)
    before, address, behind = map(escape_html, found.groups())
    scheme, host, *rest = _PART.findall(found[2])
    start = f'<span class="whole">{escape_html(scheme + host)}</span>'
    shown = "<wbr>".join([start, *map(escape_html, rest)])
    return f'{before}<a href="{address}">{shown}</a>{behind}'


def _kept_together(words: str) -> str:
    """Return words, escaped, with a mark around what stays on one line."""
    ends, parts = 0, []
    for found in _TOGETHER.finditer(words):
        parts += [escape_html(words[ends : found.start()])]
        parts += [f'<span class="whole">{escape_html(found[0])}</span>']
        ends = found.end()
    return "".join((*parts, escape_html(words[ends:])))
