"""The name of another employer."""

from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.by_block import in_blocks
from casemgr_jd.facts.found import Stated
from casemgr_jd.facts.where import with_words
from casemgr_jd.model.states import state_code
from casemgr_jd.reading.lexicon import Said
from casemgr_jd.reading.source import Source, Span
from casemgr_jd.reading.words import word_set

__all__ = ["foreign_employer"]


_WORD = late(r"[a-z0-9]+")


_ORG = r"(?P<name>[A-Z](?<!\w[A-Z])(?:(?<=[SMF])t\.|(?<=D)r\.|[\w&'’-]*)(?: (?:of|and|for|the|&) (?=[A-Z])| (?:(?:St|Mt|Ft)\.|[A-Z][\w&'’-]*)){0,6})"


_STATES_EMPLOYER = tuple(
    (word_set(words), late(pattern))
    for words, pattern in (
        ("proud equal eeo seeking looking hiring recruiting committed", _ORG + r",?(?: \([A-Z]+\))?,? is (?:an? )?(?:[Ee]qual|EEO|proud to (?:be|offer|provide)|committed to (?:equal|[Ee]qual)|currently seeking|seeking|looking for|hiring|now hiring|recruiting)"),
        ("seeks opening", _ORG + r" (?:seeks|has an (?:immediate )?opening)"),
        ("join joining careers career working why work employees employee staff benefits team jobs", r"(?:[Jj]oin(?:ing)?|[Jj]oin the team at|[Cc]areers? at|[Ww]orking at|[Ww]hy|[Ww]ork (?:at|for)|[Ee]mployees? of|[Ss]taff of|[Bb]enefits at|[Tt]eam at|[Jj]obs at) (?:the )?" + _ORG + r"(?=[,.!:;]|$| (?:you|we|and|is|team|offer|offers|today|means|believes|include))"),
        ("reviews review drug takes participates contact discriminate complies reserves considers thanks appreciates", _ORG + r",? (?:also )?(?:(?=\S)(?:reviews? (?:applications|resumes|all)|is a (?:drug|smoke|tobacco)[- ]free|takes part in E|participates in E|will contact|do(?:es)? ?n[o']t discriminate|doesn’t discriminate|complies with|reserves the right|considers (?:all|qualified|every)|thanks (?:you|all|every)|appreciates (?:your|all)))"),
        ("committed dedicated served since", r"(?:[Ss]ince \d{4}, )?(?:the )?" + _ORG + r" (?:is (?:deeply |fully |firmly )?(?:committed|dedicated) to|has (?:proudly )?served)"),
        ("grow apply thrive", r"(?:[Gg]row|[Tt]hrive|[Aa]pply) (?:with|to|at) (?:the )?" + _ORG + r"(?=[,.!:;]|$| (?:today|now))"),
        ("contact call visit email", r"(?:[Cc]ontact|[Cc]all|[Ee]mail|[Vv]isit) (?:the )?" + _ORG + r" (?:for (?:more|further|additional)|to apply|with (?:any )?questions|if you have questions)"),
        ("at", r"(?:\A|(?<=\n)|(?<=[.!?] ))At " + _ORG + r", (?:we|our|you|people|every)"),
        ("welcome thinking interest applying apply considering choosing employment career position opportunity role", r"(?:[Ww]elcome to|[Tt]hinking of|[Ii]nterest in|[Aa]pplying (?:to|at|with)|[Cc]onsidering|[Cc]hoosing|[Ee]mployment (?:with|at)|[Cc]areer (?:with|at)|[Pp]osition (?:with|at)|[Oo]pportunity (?:with|at)|[Rr]ole (?:with|at)) (?:the )?" + _ORG + r"(?=[,.!:;]|$)"),
        ("about", r"(?:\A|(?<=\n))About (?:the )?" + _ORG + r"$"),
    )
)  # fmt: skip


_LOOSE = frozenset(words for words, _ in _STATES_EMPLOYER[-7:-1])


_ORGANIZED = late(
    r"\b(?:Hospitals?|Center|Health|Healthcare|Services|Inc|LLC|LLP|Agency|Foundation|Clinics?|Hospice|Care|System|Network|Partners|Group|Association|Alliance|Society|Mission|Project|"
    r"Institute|Coalition|Ministries|Charities|Plan|Solutions|Recovery|Initiative|Collaborative|Corporation|Schools?|University|College|Homes?|House|Shelter|Academy|Ranch|Insurance|Counseling|Living)\b"
)


_RELATED = Said("foreign", "related")


_COMMON = word_set(
    "the of and for at in inc llc health healthcare hospital center centre services service family "
    "families care community medical group regional county city state agency department system "
    "systems human social home partners clinic network association foundation solutions company "
    "organization behavioral first new"
)


_NO_NAME = word_set(
    "us our we you your this the a an it they join what why who role job position team work about "
    "benefits pay case manager managers location schedule how people applicants candidates everyone "
    "rn lcsw care here there employer company employment equal opportunity mission qualifications "
    "responsibilities summary"
)


# "About the Program": no name of anybody
_GENERIC_NAME = word_set(
    "program programs opportunity practice clinic department organization hospital agency community project unit "
    "office center shelter district school company team model fellowship clubhouse house plan network"
)


def foreign_employer(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield an employer's name that has nothing in common with the employer who is hiring."""
    names = [name for name in _named_employers(context.source) if _keys(name.value)]
    given = context.known("organization") or (
        context.facts.employer.value if context.facts.employer else ""
    )
    own = _keys(given) or (_keys(names[0].value) if names else frozenset())
    if not own:
        raise NotApplicable
    reported = set[str]()
    for name in names[:_MOST_NAMES]:
        if (
            _keys(name.value) & own
            or _in_one_word(given) in _in_one_word(name.value)
            or _initials(name.value) in given
            or _initials(given) in name.value.split()
        ):
            continue
        counts = context.source.whole.text
        if name.value in reported or counts.count(name.value) > max(counts.count(given), 1):
            continue
        if _related(context.source, name.value):
            continue
        reported.add(name.value)
        yield Hit(name.span, {"employer": given or names[0].value})


_MOST_NAMES = 50


def _named_employers(source: Source) -> list[Stated]:
    return sorted(_employers_in(source), key=lambda one: one.span.start)


_ALL_WORDS = frozenset(word for words, _ in _STATES_EMPLOYER for word in words)


@in_blocks(with_words(_ALL_WORDS))
def _employers_in(source: Source) -> tuple[Stated, ...]:
    found = (
        Stated(match["name"], Span(*match.span("name")))
        for words, pattern in _STATES_EMPLOYER
        for span in source.holding(words)
        for match in pattern.finditer(source.text, span.start, span.end)
        if words not in _LOOSE or _ORGANIZED.search(match["name"])
    )
    return tuple(one for one in found if _could_be_an_employer(one.value))


# What is part of an employer, or of the posting itself: "About the Client Engagement Program".
_OF_ONES_OWN = word_set(
    "program programs team role position department division unit opportunity job operations"
)


def _could_be_an_employer(name: str) -> bool:
    words = name.split()
    known = (
        words[0].lower() in _NO_NAME
        or words[-1].lower() in _OF_ONES_OWN
        or state_code(name) is not None
    )
    generic = len(name.split()) == 1 and name.lower() in _GENERIC_NAME
    return len(name) > 2 and not known and not generic


def _keys(name: str) -> frozenset[str]:
    """The words of a name that tell it from others; all of its words if none does."""
    words = frozenset(_WORD.findall(name.lower().replace("'s", "")))
    return (words - _COMMON) or words


def _in_one_word(name: str) -> str:
    """A name without its spaces and its article, for a house writes itself in both ways: "The Bird House", "Birdhouse"."""
    return "".join(_WORD.findall(name.lower().removeprefix("the "))) or name


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper()) or name


def _related(source: Source, name: str) -> bool:
    offset = source.whole.text.find(name)
    while offset >= 0:
        sentence = source.sentence(offset, offset + len(name))
        text = (
            source.folded[sentence.start : offset]
            + source.folded[offset + len(name) : sentence.end]
        )
        if _RELATED.search(text):
            return True
        offset = source.text.find(name, offset + 1)
    return False
