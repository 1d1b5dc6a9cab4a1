"""Folding: the form of a text that rules read, with the same length as the original."""

from casemgr_jd.reading.addresses import addresses

__all__ = ["fold", "lowered"]

_PLAIN = {
        "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
        "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ",
}  # fmt: skip
_BARE = str.maketrans(
    {**_PLAIN, **dict(zip("áàâäãåéèêëíìîïóòôöõúùûüñçý", "aaaaaaeeeeiiiiooooouuuuncy", strict=True))}
)


def fold(text: str) -> str:
    """Return the text in lower case with plain letters, quotes and dashes, and hyphens in words as spaces.

    Every character keeps its offset, so a match in the folded text is a match in the original.

    >>> fold("Full-Time RN – “on-site”, 12–22 patients")
    'full time rn - "on site", 12-22 patients'
    >>> fold("Résumé")
    'resume'
    """
    lower = lowered(text)
    if not lower.isascii():
        lower = lower.translate(_BARE)
    return _without_hyphens_in_words(lower) if "-" in lower else lower


def lowered(text: str) -> str:
    """Return the text in lower case, every character at its offset: "İ" becomes two, and stays as it is.

    >>> lowered("E-Mail İ")
    'e-mail İ'
    """
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _without_hyphens_in_words(lower: str) -> str:
    """Leave out hyphens in words, but not those of addresses."""
    made, pieces, offset = _without_hyphens(lower), list[str](), 0
    for start, end in addresses(lower):
        pieces += [made[offset:start], lower[start:end]]
        offset = end
    return "".join((*pieces, made[offset:]))


def _without_hyphens(text: str) -> str:
    first, *others = text.split("-")
    made, before = [first], first[-1:]
    for piece in others:
        joins = "a" <= before <= "z" and "a" <= piece[:1] <= "z"
        made.append(" " if joins else "-")
        made.append(piece)
        before = piece[-1:]
    return "".join(made)
