"""How a license is named: by letters, by a whole name, or as one says it."""

from casemgr_jd._lexicon import word_list

__all__ = ["is_as_one_says_it", "license_name"]


def license_name(license: str) -> str:
    """Return a license without the word, where a sentence around it says that it is one.

    >>> license_name("RN license"), license_name("an in-training license")
    ('RN', 'an in-training license')
    """
    return license if is_as_one_says_it(license) else license.removesuffix(" license")


def is_as_one_says_it(license: str) -> bool:
    """Tell whether a license is no name without its own words: it stands behind an article.

    >>> is_as_one_says_it("Any clinical license"), is_as_one_says_it("RN license")
    (True, False)
    """
    first = license.split(maxsplit=1)[:1]
    return bool(first) and first[0].lower() in word_list("given", "determiners", "words")
