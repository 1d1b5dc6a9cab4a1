"""Physical demands that stand without the duty that needs them and without accommodation."""

from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.facts.modality import negated
from casemgr_jd.facts.where import with_pieces
from casemgr_jd.reading.lexicon import Said, lexicon
from casemgr_jd.reading.source import Source, Span

__all__ = ["demands"]

_OF_DEMANDS = Said("demands", "of_demands")

_LIFTS: tuple[str, ...] = tuple(lexicon("demands")["moved_by_hand"])
_POSTURE = r"(?:stand|walk|bend|stoop|kneel|crouch|climb|squat)(?:ing)?"
_SENSE = r"(?:see|hear|talk)"
# the word at which each demand begins, and what must follow
_DEMANDS = (
    ((*_LIFTS, *(f"{one}ing" for one in _LIFTS)), late(rf"(?:{'|'.join(_LIFTS)})(?:ing)?" r"[^.;!?]{0,45}?(?P<weight>\d+|ten|fifteen|twenty|twenty five|thirty|thirty five|forty|fifty|sixty|seventy|seventy five) ?\+? ?(?:lbs?|pounds?|#)")),
    (("stand", "standing", "walk", "walking", "bend", "bending", "stoop", "stooping", "kneel", "kneeling", "climb", "climbing", "crouch", "squat"), late(
        rf"{_POSTURE}(?:(?:,|/| and| or|, and|, or| and/or) ?(?:and |or )?(?:{_POSTURE}|sit(?:ting)?))* (?:for )?"
        r"(?:long|extended|prolonged|most of|all day|the (?:entire|full|whole)|an (?:entire|extended)|hours|up to \d+|\d+ hours)[a-z -]{0,25}"
    )),
    (("prolonged", "extended", "constant", "frequent", "continuous"), late(rf"(?:prolonged|extended|constant|frequent|continuous) (?:periods of )?{_POSTURE}(?:(?:,|/| and| or) ?{_POSTURE})*")),
    (("see", "hear", "talk"), late(rf"{_SENSE}(?:,? (?:and |or |and/or )?{_SENSE})+|(?:see|hear) (?:clearly|well|normally)")),
    (("manual",), late(r"manual dexterity")),
    (("dexterity",), late(r"dexterity")),
)  # fmt: skip
_ASKED = Said("demands", "asked")
_TIED = Said("demands", "tied")
_HEAVY = 40


def demands(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for each physical demand that neither a duty nor an accommodation goes with."""
    source = context.source
    if _covers_functions(source):
        return
    offered = bool(context.facts.accommodation) or bool(
        each_block(source, "accommodation named", _names_accommodation, _NAMING)
    )
    taken = -1
    for span, weight in sorted(_found(source), key=lambda one: one[0].start):
        if span.start < taken or not _bare(source, span):
            continue
        taken = span.end
        light = offered and weight < _HEAVY
        yield Hit(
            span,
            severity="info" if light else "",
            suggestions=("with or without reasonable accommodation",),
        )


def _covers_functions(source: Source) -> bool:
    """An accommodation sentence that speaks of performing the functions covers all demands."""
    return bool(each_block(source, "demands covered", _covers, _NAMING))


_NAMING = with_pieces("accommodat")


def _names_accommodation(source: Source) -> bool:
    return "accommodat" in source.whole.folded


def _covers(source: Source) -> bool:
    text = source.whole.text.lower()
    return "accommodat" in text and _OF_DEMANDS.search(text) is not None


def _found(source: Source) -> Iterator[tuple[Span, int]]:
    for leads, pattern in _DEMANDS:
        for word in leads:
            for offset in source.words.at(word):
                match = pattern.match(source.folded, offset)
                if match:
                    weight = _weight(match.groupdict().get("weight") or "0")
                    yield Span(*match.span()), weight


def _weight(words: str) -> int:
    heavy = words.startswith(("forty", "fifty", "sixty", "seventy"))
    return int(words[:4]) if words.isdigit() else _HEAVY if heavy else 0


def _bare(source: Source, span: Span) -> bool:
    block = source.block_at(span.start)
    if block.section in ("eeo", "legal", "benefits", "about", "measures"):
        return False
    if "accommodat" in block.text.lower() or "accommodat" in block.heading.lower():
        return False
    if negated(source, span):
        return False
    sentence = source.sentence(span.start, span.end)
    words = source.folded[sentence.start : sentence.end]
    asked = block.section in (
        "required",
        "environment",
        "skills",
        "qualifications",
    ) or _ASKED.search(words)
    return bool(asked) and not _TIED.search(words)
