"""Words for the people served that do not fit the setting."""

from collections import Counter
from collections.abc import Iterable, Iterator

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.found import Stated
from casemgr_jd.reading.lexicon import word_list
from casemgr_jd.reading.source import Span

__all__ = ["many_nouns", "mixed_nouns"]

# setting: its word, and the words that belong to other settings
_NOUNS = {
    "hospital": ("patients", ("client", "member", "resident", "consumer", "student")),
    "managed_care": ("members", ("client", "resident", "consumer", "student")),
    "home_health": ("patients", ("member", "resident", "student")),
    "specialty.schools": ("students", ("patient", "member", "resident")),
}
_PLURAL = {"beneficiary": "beneficiaries"}
_NOT_SERVED = (
    "team",
    "family",
    "staff",
    "board",
    "faculty",
    "crew",
    "household",
    "committee",
    "community",
    "medical",
    "physician",
    "potential",
    "law",
    "internal",
)


def mixed_nouns(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield one hit at the first noun that belongs to another setting, if it stands there twice or more."""
    setting = _setting(context)
    if setting not in _NOUNS:
        raise NotApplicable
    expected, foreign = _NOUNS[setting]
    found = [noun for noun in context.facts.nouns if _of_people_served(context, noun)]
    counts = Counter(noun.value for noun in found)
    wrong = [noun for noun in found if noun.value in foreign and counts[noun.value] > 1]
    if wrong:
        names = [_plural(name) for name in dict.fromkeys(noun.value for noun in found)]
        yield Hit(
            wrong[0].span,
            fields={"nouns": ", ".join(names), "expected": expected},
            suggestions=(expected,),
        )


def many_nouns(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the noun with which the people served have too many names, whatever the setting."""
    if not context.whole:
        raise NotApplicable
    first = dict[str, Span]()
    for noun in rule.options["nouns"]:
        at = (start for word in (noun, _plural(noun)) for start in context.source.words.at(word))
        spans = (Span(start, start + len(noun)) for start in sorted(at))
        span = next((one for one in spans if _names_people_served(context, one, rule)), None)
        if span is not None:
            first[noun] = span
    if len(first) >= int(rule.options["most"]):
        in_order = sorted(first, key=lambda noun: first[noun].start)
        yield Hit(first[in_order[-1]], {"nouns": ", ".join(map(_plural, in_order))})


def _names_people_served(context: Context, span: Span, rule: Rule) -> bool:
    """Whether a noun is said of people whom the job serves: no board member, no customer service."""
    source = context.source
    if source.block_at(span.start).section in _SAID_OF_OTHERS:
        return False
    before = source.folded[max(span.start - 20, 0) : span.start].split()[-1:]
    behind = source.folded[span.end : span.end + 20].lstrip("s").split()[:1]
    return (
        source.text[span.end : span.end + 1] != "-"  # "client-centered"
        and not ({*before} & {*_NOT_SERVED})
        and not ({*behind} & {*rule.options["not_before"]})
        and not _is_listed(context, span, rule.options["nouns"])
    )


def _is_listed(context: Context, span: Span, nouns: Iterable[str]) -> bool:
    """Whether a noun stands in a list of such nouns: "patients, clients or members" names all of them at once."""
    known = {*nouns, *map(_plural, nouns)}
    before = context.source.folded[max(span.start - 30, 0) : span.start].replace(",", " ").split()
    behind = (
        context.source.folded[span.end : span.end + 30].removeprefix("s").replace(",", " ").split()
    )
    joints = word_list("grammar", "classes", "and")
    near = (
        next((one for one in words if one not in joints), "") for words in (before[::-1], behind)
    )
    return any(one in known for one in near)


_SAID_OF_OTHERS = frozenset({"about", "eeo", "legal", "benefits", "compensation", "apply"})


def _setting(context: Context) -> str:
    if context.posting is not None:
        settings: tuple[str, ...] = context.posting.settings
        return settings[0] if len(settings) == 1 else ""
    if not context.whole:
        return ""
    counts = Counter(
        stated.value for stated in context.facts.settings if stated.value != "social_services"
    ).most_common(2)
    clear = counts and (len(counts) == 1 or counts[0][1] > counts[1][1])
    return counts[0][0] if clear else ""


def _of_people_served(context: Context, noun: Stated) -> bool:
    before = context.source.folded[max(noun.span.start - 20, 0) : noun.span.start].split()
    return not before or before[-1] not in _NOT_SERVED


def _plural(name: str) -> str:
    return _PLURAL.get(name, f"{name}s")
