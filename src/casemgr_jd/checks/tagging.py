"""What each word of a sentence may be: a verb, a noun for one or for several, an article.

A word has *readings*, one for each part of speech that it may be, and *features*, the lists of the lexicon in which it
stands by itself. What no list and no ending tells is unknown, and nothing is said of it.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache

from casemgr_jd._late import late
from casemgr_jd._records import NamedTuple
from casemgr_jd.reading.inflection import forms, plurals
from casemgr_jd.reading.lexicon import lexicon

__all__ = ["READINGS", "Token", "Word", "as_a_name", "tokens", "word_of", "words"]

READINGS = frozenset(
    {
        *("VERB", "VERBS", "ING", "PAST", "NOUN", "NOUNS", "MASS", "ADJ", "ADV", "ART", "THE"),
        *("EACH", "THIS", "THESE", "SEVERAL", "POSS", "WE", "HE", "OBJ", "PREP", "MODAL", "BE"),
        *("HAVE", "DO", "AND", "BUT", "WHO", "THAT", "IF", "NUM", "ONE", "SOME"),
        *("COMMA", "COLON", "STOP", "OPEN", "MARK", "START", "END", "OWN", "OWNS", "NAME"),
        *("SHORT", "UNKNOWN"),
    }
)
_CLASSES = {
    "adjectives": "ADJ",
    "adverbs": "ADV",
    "articles": "ART",
    "the": "THE",
    "one_of_several": "EACH",
    "this": "THIS",
    "these": "THESE",
    "several": "SEVERAL",
    "possessive": "POSS",
    "subjects_of_several": "WE",
    "subjects_of_one": "HE",
    "object_pronouns": "OBJ",
    "prepositions": "PREP",
    "modals": "MODAL",
    "be": "BE",
    "have": "HAVE",
    "do": "DO",
    "and": "AND",
    "but": "BUT",
    "who": "WHO",
    "that": "THAT",
    "clause": "IF",
    "numbers": "NUM",
    "one": "ONE",
    "no": "SOME",
}
"""The lists of small words, and what each holds."""


class Word(NamedTuple):
    """What a word may be."""

    readings: frozenset[str]
    features: frozenset[str] = frozenset()


class Token(NamedTuple):
    """A word or a mark of a text, in small letters where it can be no name, and where it stands."""

    text: str
    start: int
    end: int
    word: Word


_TOKEN = late(r"[^\W\d_]+(?:['’-][^\W\d_]+)*(?:(?<=s)['’])?|[$#]?\d[\d,.:]*\d%?|[$#]?\d%?|\S")
_START, _END = Word(frozenset({"START"})), Word(frozenset({"END"}))
_MARKS = {
    ",": "COMMA",
    ":": "COLON",
    **dict.fromkeys(".;!?•·|●▪◦‣►", "STOP"),
    **dict.fromkeys("([", "OPEN"),
    "&": "AND",
}
_A_MARK = {mark: Word(frozenset({kind})) for mark, kind in _MARKS.items()}
_OTHER_MARK = Word(frozenset({"MARK"}))
_A_NUMBER, _ONE = Word(frozenset({"NUM"})), Word(frozenset({"ONE"}))


def tokens(text: str) -> list[Token]:
    """Return the words and marks of a text, with one before and one behind all of them.

    >>> [(one.text, sorted(one.word.readings)) for one in tokens("plans care")]
    [('', ['START']), ('plans', ['NOUNS', 'VERBS']), ('care', ['NOUN', 'VERB']), ('', ['END'])]
    """
    found, starts = [Token("", 0, 0, _START)], True
    for match in _TOKEN.finditer(text):
        written = match.group()
        if written[0].isalpha():
            word = word_of(written.lower().replace("’", "'"))
            if not starts and written[0].isupper():
                word = as_a_name(word)
            else:
                written = written.lower()
        elif written[-1].isdigit() or written[-1] == "%":
            word = _ONE if written == "1" else _A_NUMBER
        else:
            word = _A_MARK.get(written, _OTHER_MARK)
        found.append(Token(written, *match.span(), word))
        starts = word.readings <= _ENDS
    found.append(Token("", len(text), len(text), _END))
    return found


_ENDS = frozenset({"STOP", "COLON", "MARK"})


@lru_cache(maxsize=2048)
def as_a_name(word: Word) -> Word:
    """A word with a capital in the midst of a sentence: no verb, and it may be a name."""
    kept = word.readings - {"VERB", "VERBS", "ING", "PAST", "UNKNOWN"}
    return Word(kept | {"NAME"}, word.features)


@lru_cache(maxsize=50_000)
def word_of(text: str) -> Word:
    """Return what a word in small letters may be."""
    known = words().get(text)
    if known:
        return known
    if "'" in text:
        return _with_an_apostrophe(text)
    if "-" in text:
        last = word_of(text.rpartition("-")[2]).readings
        return Word(last & _BEHIND_A_HYPHEN or frozenset({"UNKNOWN"}))
    return Word(next((kinds for end, kinds in _endings() if text.endswith(end)), _UNKNOWN))


_BEHIND_A_HYPHEN = frozenset({"NOUN", "NOUNS", "MASS", "ADJ", "PAST"})
_UNKNOWN = frozenset({"UNKNOWN"})


def _with_an_apostrophe(text: str) -> Word:
    stem, _, end = text.rpartition("'")
    if end == "s" and word_of(stem).readings & {"NOUN", "NOUNS"}:
        return Word(frozenset({"OWN"}), word_of(stem).features)
    if not end:
        return Word(frozenset({"OWNS"}), word_of(stem).features)
    return Word(frozenset({"SHORT"}))


@lru_cache(maxsize=1)
def _endings() -> tuple[tuple[str, frozenset[str]], ...]:
    """What the ends of words tell, the longest first."""
    told = lexicon("grammar")["endings"]
    ends = [(end, frozenset(kinds.split())) for kinds, ends in told.items() for end in ends.split()]
    return tuple(sorted(ends, key=lambda one: -len(one[0])))


@lru_cache(maxsize=1)
def words() -> Mapping[str, Word]:
    """Return every form of every word that the lexicon lists, and what it may be."""
    known = lexicon("grammar")
    readings, features = dict[str, set[str]](), dict[str, set[str]]()

    def may_be(kind: str, *texts: str) -> None:
        for text in texts:
            readings.setdefault(text, set()).add(kind)

    for name in ("verbs", "verbs_and_nouns", "verbs_and_adjectives"):
        for verb in known[name].split():
            _add_verb(verb, may_be)
    for name in ("nouns", "verbs_and_nouns"):
        for noun in known[name].split():
            may_be("NOUN", noun)
            may_be("NOUNS", known["plurals"].get(noun, plurals(noun)[0]))
    may_be("ADJ", *known["verbs_and_adjectives"].split())
    may_be("MASS", *known["mass"].split())
    may_be("PAST", *known["bases_of_the_past"].split())
    may_be("NOUN", *known["nouns_in_ing"].split())
    for name, kind in _CLASSES.items():
        for text in known["classes"][name].split():
            if kind == "ADJ":
                readings.get(text, set()).discard("PAST")
            may_be(kind, text)
    for name, texts in known["features"].items():
        for text in texts.split():
            for form in _numbers_of(text, name, known["plurals"]):
                features.setdefault(form, set()).add(name.upper())
                if form not in readings:
                    may_be("NOUN" if form == text else "NOUNS", form)
    return {
        text: Word(frozenset(kinds), frozenset(features.get(text, ())))
        for text, kinds in readings.items()
    }


def _add_verb(verb: str, may_be: Callable[..., None]) -> None:
    """Tell what each form of a verb may be."""
    for form in forms(verb):
        if form == verb:
            may_be("VERB", form)
        elif form.endswith("ing"):
            may_be("ING", form)
        elif form.endswith("s"):
            may_be("VERBS", form)
        else:
            may_be("PAST", form)


def _numbers_of(word: str, name: str, irregular: Mapping[str, str]) -> tuple[str, ...]:
    """A word, and its other forms where the feature is one of all."""
    if name == "transitive":
        return forms(word)
    return (word, irregular.get(word, plurals(word)[0])) if name == "person" else (word,)
