"""Words for the people served that do not fit the setting."""

from collections import Counter
from collections.abc import Iterator

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.found import Stated

__all__ = ["mixed_nouns"]

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
