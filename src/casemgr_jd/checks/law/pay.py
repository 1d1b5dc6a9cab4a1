"""What pay transparency law wants in a posting, and what is missing."""

from collections.abc import Iterable, Iterator
from datetime import date

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.law.elements import is_stated, place_for
from casemgr_jd.checks.law.reach import job_of, places_reached
from casemgr_jd.checks.law.weight import weight
from casemgr_jd.checks.rule import SEVERITIES, Rule
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.facts.modality import modality
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.facts.where import with_pieces
from casemgr_jd.law import PayLaw, Standing, pay_duties, pay_laws, standing
from casemgr_jd.reading.lexicon import phrase_list
from casemgr_jd.reading.source import Source, Span

__all__ = ["announced", "applying", "disclosure", "wants"]


def wants(place_ids: Iterable[str], element: str, today: date | None = None) -> tuple[PayLaw, ...]:
    """Return the laws of these places that want an element in a posting on a day.

    >>> [law.id for law in wants(["CO", "TX"], "closing_date")]
    ['CO']
    """
    chosen = set(place_ids)
    return tuple(
        law
        for law in pay_laws()
        if law.place in chosen and law.enforced(today) and element in law.wants
    )


def applying(context: Context) -> tuple[Standing[PayLaw], ...]:
    """Return the pay laws in force that reach the posting and may cover its employer."""
    return pay_duties(job_of(context)).standings


def disclosure(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield one hit for each group of places that want the rule's element and weigh its absence alike."""
    element = _element(context, rule)
    applicable = [one for one in applying(context) if element in one.law.wants]
    if not applicable:
        raise NotApplicable
    stated = is_stated(context, element)
    if stated == "yes":
        return
    groups: dict[str, list[Standing[PayLaw]]] = {}
    for one in applicable:
        if not (one.law.link_suffices and _links_to_pay(context)):
            severity = "info" if _is_for_a_contractor(context) else _severity(one, element, stated)
            groups.setdefault(severity, []).append(one)
    for severity in SEVERITIES:
        if severity in groups:
            yield _hit(context, rule, groups[severity], severity, stated)


def announced(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for each law not yet in force that will want what the posting lacks."""
    if not context.whole:
        raise NotApplicable
    by_place = {reach.place.id: reach for reach in places_reached(context)}
    for law in pay_laws():
        if law.place in by_place and law.wants and law.announced(context.today):
            missing = [
                _NAMES[element] for element in law.wants if is_stated(context, element) == "no"
            ]
            if missing:
                yield Hit(
                    place_for(context, "pay"),
                    fields={
                        "place": law.name,
                        "start": law.starts,
                        "missing": _joined(missing),
                        "law": law.citation,
                    },
                    laws=(standing(job_of(context), law, by_place[law.place]),),
                )


_NAMES = {
    "pay": "the pay",
    "benefits": "the benefits",
    "other_compensation": "other compensation",
    "closing_date": "the closing date",
    "how_to_apply": "how to apply",
    "job_description": "a description of the job",
}
# what cannot be seen to be missing (a job may have no bonus) is information, never a warning
_SOFT = frozenset({"other_compensation", "job_description"})


def _element(context: Context, rule: Rule) -> str:
    if not context.whole:
        raise NotApplicable
    element: str = rule.options["element"]
    return element


def _is_for_a_contractor(context: Context) -> bool:
    """Whether the posting looks for a business of one: pay law speaks of employees."""
    source = context.source
    said = (Span(*one.span()) for one in phrases_in(source, phrase_list("work", "contractor")))
    return any(modality(source, span).asserted for span in said)


def _severity(one: Standing[PayLaw], element: str, stated: str) -> str:
    # what is spoken of exists: then its description is missed for certain
    severity = "info" if element in _SOFT and stated != "vague" else weight(one)
    return "warning" if stated == "vague" and severity == "error" else severity


def _hit(
    context: Context, rule: Rule, group: list[Standing[PayLaw]], severity: str, stated: str
) -> Hit:
    laws = _joined([one.law.name for one in group])
    unknown = any(one.threshold == "unknown" for one in group)
    message = rule.options.get("vague", "") if stated == "vague" else ""
    return Hit(
        place_for(context, rule.options["element"]),
        fields={
            "laws": laws,
            "verb": "wants" if len(group) == 1 else "want",
            "size": _size(group) if unknown else "",
        },
        message=message,
        severity=severity,
        kind="review" if severity != "error" else "fail",
        confidence=group[0].law.confidence,
        laws=tuple(group),
    )


def _size(group: list[Standing[PayLaw]]) -> str:
    """Say from which head-count on the laws apply, where that is what is not known."""
    unknown = [one for one in group if one.threshold == "unknown"]
    sizes = sorted({one.law.employees for one in unknown})
    if not sizes:
        return ""
    told = f" of employers with at least {_joined([str(size) for size in sizes], 'or')} employees"
    # not every law of a group has a threshold
    return (
        told
        if len(unknown) == len(group)
        else f"{told} ({_joined([one.law.name for one in unknown])})"
    )


def _links_to_pay(context: Context) -> bool:
    """Tell whether a sentence about pay points to a public page."""
    return bool(each_block(context.source, "links to pay", _points_to_pay, _PAY))


_PAY_WORDS = ("pay", "salary", "compensation", "wage")
_PAY = with_pieces(*_PAY_WORDS)


def _points_to_pay(source: Source) -> bool:
    text = source.whole.folded
    links = "http" in text or "www." in text or bool(source.blocks[0].links)
    return links and any(word in text for word in _PAY_WORDS)


def _joined(names: list[str], word: str = "and") -> str:
    unique = list(dict.fromkeys(names))
    if len(unique) < 2:
        return "".join(unique)
    return f"{', '.join(unique[:-1])} {word} {unique[-1]}"
