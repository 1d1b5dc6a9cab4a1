"""Who is hiring."""

import re
from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.facts.found import Stated
from casemgr_jd.facts.identity import RARER_ROLE, ROLE, find_title, is_titled
from casemgr_jd.facts.labels import labelled, says_nothing
from casemgr_jd.facts.organizations import (
    FIRM,
    IN_LEGAL,
    IN_TITLE,
    LIKELY,
    NAMED,
    ORGANIZATION,
    WEAK,
    holds_a_heading,
    is_a_role,
    is_no_employer,
    named_by_a_line,
    names_an_organization,
)
from casemgr_jd.model.states import state_code
from casemgr_jd.reading.lexicon import lexicon, pattern_of
from casemgr_jd.reading.source import Source, Span
from casemgr_jd.reading.words import word_set

__all__ = ["find_employer", "find_employers"]

# Both start with a capital that starts a word, so that a search goes from one to the next.
_WORD = r"(?:Co|Inc|Corp|Ltd|Bros)\.(?= [a-z])|[A-Z](?<!\w[A-Z])(?:(?![a-z]*\.[ ])[\w&'’-]*|(?<=[SMF])t\.|(?<=D)r\.|\.)"
_WORD = f"(?:{_WORD})"
_NAME = rf"(?P<name>{_WORD}(?:(?: (?:of|and|for|at|in|from|de|del|&) (?:the )?|, (?=Inc|LLC|LLP)| )(?:{_WORD}|[0-9(][\w&'’)-]*)){{0,7}})"
_EMPLOYER = (
    late(_NAME + r"(?: in (?:[A-Z][a-z.]+ ?){1,3}, [A-Z]{2})?,?(?: \([A-Z]+\),?)?(?: (?:an?|part|member) [\w&’'. -]{3,60}?,|(?: [a-z, -]{0,60}?,))? (?:is|are) (?:(?:currently|now|actively|also) )?(?:" + "|".join(lexicon("employer")["seeking"]) + r"|accepting|growing|adding|an? |one of |the |committed|proud|dedicated|expanding|home)"),
    late(_NAME + r"(?:, (?:[A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?),?)?(?:(?<=[.)]),)?(?:(?: \([A-Z]+\))?,? [a-z, -]{0,60}?,|, (?:an?|part|member) [\w&’'. -]{3,60}?,(?: [A-Z]{2},)?)?(?: \([A-Z]+\))? (?:" + "|".join(lexicon("employer")["says"]) + r")(?![a-z])"),
    late(r"(?:[Jj]oin(?! the (?!team|staff))|At(?= the )|[Ww]elcome to|[Aa]bout|[Aa]t|[Ww]ith|[Ww]ork for|[Ff]or|JOIN|ABOUT) (?:the (?:team|staff) (?:at|of) |the (?=(?:City|County|State) of )|(?<=At )the )?" + _NAME),
    late(r"(?:" + "|".join(lexicon("employer")["belongs"]) + r") (?:the )?" + _NAME),
    late(r"(?P<name>(?:[A-Z][a-z]+ ){1,3}County|(?:City|County|State|Town) of [A-Z][a-z]+(?: [A-Z][a-z]+)?)['’]s [A-Z][\w ,&()-]{3,80}? (?:is|are) (?:(?:currently|now|actively) )?(?:" + "|".join(lexicon("employer")["seeking"]) + r")"),
)  # fmt: skip
_OFFERS, _SAYS, _JOINS, _BELONGS, _OF_PUBLIC = range(5)
#: For each of them the words of which a match holds one.
_HELD = (
    frozenset({"is", "are"}),
    frozenset(words.split()[0] for words in lexicon("employer")["says"]),
    word_set("join welcome about at with work for"),
    word_set(" ".join(text.split()[-1] for text in lexicon("employer")["belongs"])),
    frozenset({"county's", "county’s", "county", "city", "state", "town"}),
)
_HOME = word_set("title summary about glance eeo apply unknown responsibilities benefits")


def find_employer(source: Source) -> Stated | None:
    """Return who is hiring: of the words that say so most firmly, the first."""
    title, best, named = find_title(source), dict[int, Stated](), list[Stated]()
    for one, firmness in _employers(source):
        if title is not None and title.span.start <= one.span.start < title.span.end:
            whole = one.span == title.span
            government = _GOVERNMENT.search(one.value) is not None
            # "Caregiver Marion County" says where the work is, not who hires
            placed = government and (
                RARER_ROLE.search(one.value.lower()) or ROLE.search(one.value.lower())
            )
            likely = WEAK if placed else LIKELY if government else IN_TITLE
            firmness = FIRM if firmness == FIRM and not whole else min(firmness, likely)
        if firmness == IN_LEGAL and _is_a_line_at_the_top(source, one.value):
            firmness = FIRM
        if firmness > WEAK:
            best.setdefault(firmness, one)
            named.append(one)
    if best:
        return _in_full(best[max(best)], named)
    return _house_in_title(source, title) if title is not None else None


def _is_a_line_at_the_top(source: Source, name: str) -> bool:
    """Whether a name starts a short line near the top, as that of the employer does under the title."""
    return any(
        block.text.startswith(name)
        and not block.text[len(name) : len(name) + 1].isalnum()
        and len(block.text) < _LONGEST_LINE
        for block in source.top(_LINES_AT_TOP)
    )


def _house_in_title(source: Source, title: Stated) -> Stated | None:
    """A house that bears somebody's name, in front of a role, of which the text speaks again: "Ana's Haven Advocate"."""
    whose, house = [*source.folded[title.span.start : title.span.end].split(), "", ""][:2]
    if not whose.endswith("'s") or house not in lexicon("employer")["houses"]:
        return None
    at = source.folded.find(f"{whose} {house}", title.span.end)
    span = Span(at, at + len(f"{whose} {house}"))
    return (
        Stated(source.snippet(span), span) if at >= 0 and is_titled(source.snippet(span)) else None
    )


def _in_full(short: Stated, named: list[Stated]) -> Stated:
    """The first of the names that goes on where a short one ends: "Blue Heron Health Plan" for "Blue Heron"."""
    longer = (
        one
        for one in named
        if one.value.startswith(f"{short.value} ")
        and ORGANIZATION.search(one.value[len(short.value) :])
    )
    return short if ORGANIZATION.search(short.value) else next(longer, short)


def find_employers(source: Source) -> tuple[Stated, ...]:
    """Return every wording that names an employer, in order."""
    return tuple(one for one, _ in _employers(source))


def _employers(source: Source) -> Iterator[tuple[Stated, int]]:
    yield from _labelled(source)
    at_top = [
        index
        for index, block in enumerate(source.top(_LINES_AT_TOP))
        if len(block.text) < _LONGEST_LINE and (block.kind != "bullet" or block.section == "title")
    ]
    known = dict(each_block(source, "employers", _employers_of_a_block))
    for index in at_top:
        known[source.starts[index]] = (
            *named_by_a_line(source, index),
            *_named_in_a_line(source, index),
        )
    lines = {source.starts[index] for index in at_top}
    for start in sorted(known):
        offset = 0 if start in lines else start
        for one, firmness in known[start]:
            span = Span(one.span.start + offset, one.span.end + offset)
            yield Stated(one.value, span), firmness


_LINES_AT_TOP, _LONGEST_LINE = 8, 140


def _named_in_a_line(source: Source, index: int) -> Iterator[tuple[Stated, int]]:
    """Whom a line at the top names in a sentence; remembered with the line."""
    line, start = source.parts[index], source.starts[index]
    known = line.remembered("employers at the top")
    if "all" not in known:
        known["all"] = tuple(_employers_in(line, 0, _EMPLOYER))
    for one, firmness in known["all"]:
        yield Stated(one.value, Span(one.span.start + start, one.span.end + start)), firmness


def _employers_of_a_block(source: Source) -> tuple[tuple[Stated, int], ...]:
    """Whom one block names; among the figures and the duties, only "is hiring" says who does."""
    block = source.blocks[0]
    if block.kind == "row":
        return ()
    patterns = (
        _EMPLOYER
        if block.section in _HOME
        else (_EMPLOYER[_OFFERS], _EMPLOYER[_BELONGS], _EMPLOYER[_OF_PUBLIC])
    )
    return tuple(_employers_in(source, 0, patterns))


def _labelled(source: Source) -> Iterator[tuple[Stated, int]]:
    """What a label calls the employer; a department is one only if it is of a county, a city or a state."""
    for one in labelled(source, "employer"):
        name = source.snippet(one.value).strip(" .:")
        if _heads_a_list(source, one.label, one.value):
            continue
        if name and len(name) <= _LONGEST_NAME and not says_nothing(name):
            at = one.value.start + source.snippet(one.value).index(name)
            yield Stated(name, Span(at, at + len(name))), FIRM
    for one in labelled(source, "contact"):
        name = source.snippet(one.value).strip(" .:")
        if names_an_organization(name) and NAMED.fullmatch(name) and not ROLE.search(name.lower()):
            at = one.value.start + source.snippet(one.value).index(name)
            yield Stated(name, Span(at, at + len(name))), LIKELY
    for one in labelled(source, "department"):
        name = source.snippet(one.value).strip(" .:")
        if _GOVERNMENT.search(name) and len(name) <= _LONGEST_NAME:
            yield Stated(name, one.value), LIKELY


def _heads_a_list(source: Source, label: Span, value: Span) -> bool:
    """Whether a heading such as "Hospital" stands over a list of duties, and labels nothing."""
    index = source.block_index(value.start)
    return index != source.block_index(label.start) and source.blocks[index].kind == "bullet"


_LONGEST_NAME = 80
# "Determine needs of members": a duty, of which the second word is a noun
_KNOWN = lexicon("verb_forms")
_VERBS = frozenset(_KNOWN["verbs"] + _KNOWN["further_verbs"]) - frozenset(_KNOWN["nouns_too"])
_GOVERNMENT = late(r"\b(?:County|City of|State of|Department of|Office of|Town of)\b")


def _employers_in(
    source: Source, index: int, patterns: tuple[re.Pattern[str], ...]
) -> Iterator[tuple[Stated, int]]:
    block, start = source.blocks[index], source.starts[index]
    words = source.words.vocabulary
    for pattern in patterns:
        which = _EMPLOYER.index(pattern)
        if _HELD[which].isdisjoint(words):
            continue
        for match in pattern.finditer(block.text[:1500]):
            belongs = which == _BELONGS
            if block.section not in _HOME and not belongs and not match.group().endswith(_SEEKING):
                continue
            name = match["name"].rstrip(".,")
            article = _article_of(name)
            where_one_works = name.find(" at ")
            if where_one_works > 0 and is_a_role(name[:where_one_works]):
                article = where_one_works + len(" at ")
            article = max(article, _sentence_within(name))
            name = name[article:]
            if (
                is_no_employer(name)
                or pattern_of("employer", "never").match(name.lower())
                or (belongs and not ORGANIZATION.search(name) and " " not in name)
                or _is_of_another(block.text, which, match, name)
                or len(name) < 3
                or name.lower() in _VERBS
                or is_a_role(name)
                or holds_a_heading(name)
                or state_code(name)
                or (
                    block.kind == "heading" and not block.text.lower().startswith(("about", "join"))
                )
            ):
                continue
            at = start + match.start("name") + article
            firmness = _firmness(block.section, which, match, name)
            yield Stated(name, Span(at, at + len(name))), firmness


def _is_of_another(text: str, which: int, match: re.Match[str], name: str) -> bool:
    """Whether words name where an employer is ("based in Oak Ridge, TN, has"), or the half of a name ("at Home")."""
    before = text[: match.start("name")]
    in_a_place = which in (_OFFERS, _SAYS) and before.endswith((" in ", " near "))
    half = before.endswith(" at ") and before[:-4].rpartition(" ")[2][:1].isupper()
    by_article = match.group().startswith("At the ") and not ORGANIZATION.search(name)
    return (
        in_a_place
        or by_article
        or (half and pattern_of("employer", "half").fullmatch(name.lower()) is not None)
    )


def _sentence_within(name: str) -> int:
    """How much stands before a name that a sentence starts with: "Harbor County The Blue Heron Health District"."""
    at = name.rfind(" The ")
    rest = name[at + len(" The ") :]
    whole = at > 0 and len(rest.split()) > _FEWEST_WORDS and ORGANIZATION.search(rest)
    return at + len(" The ") if whole else 0


_FEWEST_WORDS = 2


def _article_of(name: str) -> int:
    """How much of what was matched stands before the name: an article, or a heading that runs into it."""
    folded = name.lower()
    heading = pattern_of("employer", "run_on").match(folded)
    start = heading.end() if heading is not None and heading.end() < len(name) else 0
    while name[start : start + 1] in (" ", ":"):
        start += 1
    return start + len("the ") if folded.startswith("the ", start) else start


_SEEKING = tuple(lexicon("employer")["seeking"])


def _firmness(section: str, which: int, match: re.Match[str], name: str) -> int:
    if which == _BELONGS:
        return IN_LEGAL if section == "eeo" else LIKELY
    in_passing = which == _JOINS and match.group()[0].islower()
    if section == "eeo":
        return WEAK if in_passing else IN_LEGAL
    if not in_passing:
        return FIRM
    return LIKELY if ORGANIZATION.search(name) else WEAK
