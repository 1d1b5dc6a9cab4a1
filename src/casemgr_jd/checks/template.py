"""Template hygiene: blanks left, repeated paragraphs, another employer's name."""

import re
from collections.abc import Iterator
from functools import lru_cache

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.facts.found import Stated
from casemgr_jd.facts.identity import ROLE
from casemgr_jd.model.states import state_code
from casemgr_jd.reading.fold import fold
from casemgr_jd.reading.lexicon import lexicon
from casemgr_jd.reading.source import Block, Source, Span
from casemgr_jd.reading.words import word_set

__all__ = [
    "blanks",
    "broken_characters",
    "foreign_employer",
    "repeated",
]

# Each pattern is tried only where its first mark stands, and ends within 80 characters.
_BLANKS = tuple(
    (marks, re.compile(pattern))
    for marks, pattern in (
        (("[",), r"\[(?!\d{1,3}\]|x\]|X\]| \]|sic\]|\.\.\.\])[^\[\]\n]{1,80}\]"),
        (("{",), r"\$?\{\{?[^{}\n]{1,80}\}?\}"),
        (("<",), r"<<[^<>\n]{1,80}>>|<(?=[A-Za-z])[^<>@/\n]{2,60}>"),
        (("«",), r"«[^«»\n]{1,80}»"),
        (("%",), r"%[A-Z][A-Z_ ]{2,40}%"),
        (("#",), r"#[A-Z_]{4,30}#"),
        (("___",), r"_{3,}(?:[A-Za-z ]{0,30}_{3,})?"),
        (("$",), r"\$ ?(?:[Xx]{2,3},[Xx]{3}(?:\.[Xx]{2})?|[XxYyZz?#]{1,6}(?:\.[Xx]{2})?(?![\w$]))"),
        (("XX", "xx"), r"[Xx]{2,3},[Xx]{3}(?:\.[Xx]{2})?|(?<![\w$-])[X]{3,}(?![\w-])|(?<![Tt]itle )(?<![\w$-])XX(?![\w-])"),
        (("(",), r"\((?:insert|enter|add|fill in|specify|list|company|organization|employer|facility|agency|city|state|job title|position|department|department name|name of|your|location|date|amount|TBD|tbd|x)(?: [^()\n]{0,60})?\)"),
        (("(or insert", "(or enter", "(OR INSERT"), r"\((?i:or (?:insert|enter)) [^()\n]{1,60}\)"),
        (("www.", ".com", ".org"), r"(?<![\w@.-])(?:www\.)?(?:your|my|the)?(?:company|agency|organization|employer|hospital)(?:website|name|url|site|domain)?\.(?:com|org|net)(?!\.?\w)"),
        (("(Name", "(Insert", "(Enter", "(Fill", "(Hiring", "(Job", "(Company", "(Department", "(Phone", "(Email", "(NAME", "(HIRING"), r"\((?:Name of|Insert|Enter|Fill in|Hiring [Mm]anager|Job [Tt]itle|Company [Nn]ame|Department [Nn]ame|Phone [Nn]umber|Email [Aa]ddress|NAME|HIRING MANAGER)(?: [^()\n]{0,60})?\)"),
        ((" HERE", " Here"), r"(?<![\w-])(?<![A-Z] )(?!(?:[A-Z]+ )*(?:WHAT|HOW|WHY|WHO|WHERE|WILL|DO|WORK|WORKING|LIFE|YOU|WE|START|STARTS|BEGIN|BEGINS|APPLY|CLICK|GROW|JOIN|CAREERS?|FUTURE|BELONG|ARE|IS|FROM) )(?:[A-Z]{2,} ){1,4}HERE(?![\w-])|(?<![\w-])(?:Name|Title|Date|Logo|Text|Address|Link|Number|Company Name|Job Title|Email|Phone) Here(?![\w-])"),
        (("Insert ",), r"(?<![\w-])Insert (?:[A-Z][a-z]+ ){0,3}(?:Name|Title|Date|Address|Email|Number|Range|Salary|Supervisor|Manager|Location|City|State|Link|Hours|Benefits|Department)(?![\w-])"),
        (("00/00",), r"00/00/(?:0000|20\d\d|\d\d)"),
        (("mm/", "MM/", "mm-", "MM-", "DD/", "dd/", "YYYY"), r"(?<![\w/])(?i:mm[/-]dd[/-]yy(?:yy)?|dd[/-]mm[/-]yy(?:yy)?|yyyy[/-]mm[/-]dd|month dd,? yyyy)(?![\w/])"),
        (("##",), r"#{2,4}[-.]#{2,4}(?:[-.]#{2,4})?|(?<=[:$=(] )#{3,}(?![\w#])|(?<=[$(])#{2,}(?![\w#])"),
        (("$_", "$ _"), r"\$ ?_+(?:[.,]_+)*"),
        (("@",), r"[\w.+-]+@(?:your|my|the)?(?:company|organization|organisation|domain|employer|agency|hospital|email|companyname)\.(?:com|org|net|edu)(?!\.?\w)"),
        ((" here", " HERE"), r"(?<![\w-])(?:Insert|INSERT|Paste|Enter your|Add your|Type) [^.\n\[\]()]{2,40} (?:here|HERE)(?![\w-])"),
        ((" here",), r"(?<![\w-])insert (?:a |an |the |your )?(?:link|name|date|salary|pay|contact|phone|email|address|logo|text|benefits|eeo|hiring manager|company|location|url|title|supervisor)(?: [a-z]+){0,2} here(?![\w-])"),
        (("xx@", "XX@"), r"(?<![\w.])[Xx]{2,}@[\w.-]+"),
        (("[X]", "[x]", "[N]", "[n]", "[#]"), r"\[[XxNn#]\](?= ?(?:\+ ?)?(?:years?|positions?|openings?|beds|months?|weeks?|days?|hours?|percent|%|patients|clients|members|families|miles|lbs|pounds))"),
        (("INSERT", "ENTER ", "FILL IN", "ADD "), r"(?:INSERT|ENTER|FILL IN|ADD) (?:[A-Z]+ ?){1,6}(?:HERE)?(?![a-z])"),
        (("orem ipsum", "OREM IPSUM"), r"[Ll](?:orem ipsum|OREM IPSUM)"),
        (("-XX", "-xx"), r"(?:\d{3}|[Xx]{3})-[Xx]{3,4}(?:-[Xx]{4})?"),
        (("#NAME?", "#REF!", "#N/A", "#VALUE!", "ABC ", "XYZ ", "Company X", "Acme Corp", "Company ABC"), r"#(?:NAME\?|REF!|N/A|VALUE!)|(?<![\w-])(?:ABC|XYZ) (?:Company|Corp|Hospital|Agency|Organization)|(?<![\w-])Company (?:X|Y|ABC|XYZ)(?![\w-])|(?<![\w-])Acme Corp\w*"),
        (("000",), r"(?<!\d)0{3}\)?[ .-]0{3}[ .-]0{4}(?!\d)"),
        (("$0", "$ 0"), r"\$ ?0+\.00(?![\d%])(?: ?[-–] ?\$ ?0+\.00)?"),
        (("City, State", "Address Line", " Name", "Your Company", "Street Address"), r"(?<![\w-])(?:City, State|Address Line \d|(?:Facility|Company|Employer|Agency|Organization|Hospital|Department) Name|Your Company)(?![\w:-]| \|)|(?<![\w-])Street Address(?=,|\n|$)"),
        ((": [",), r"(?<=: )\[ ?\](?=\s|$)"),
        (("@",), r"(?<![\w.])@[A-Z][a-z]+ (?:to|pls|please|can|could|[-–]) [^.\n]{2,40}"),
        (("xxxx",), r"(?<![\w$-])x{4,}(?![\w@-])"),
        (("Mr", "Ms", "Dr"), r"(?<!\w)(?:Mr|Ms|Mrs|Dr)\.? (?:TBD|TBA|XX+|_{2,})"),
        (("dolor sit", "onsectetur", "dipiscing"), r"(?:[Dd]olor sit amet|[Cc]onsectetur|[Aa]dipiscing)[^.\n]{0,60}"),
        (("???",), r"\?{3,}"),
        (("TBD", "TBA", "TBC"), r"(?<!\w)TB[DAC](?= ?:)"),
        (("__/", "__-"), r"(?<![\w/])_{1,4}[/-]_{1,4}(?:[/-](?:_{1,4}|\d{2,4}))?(?![\w/])"),
        (("##",), r"(?<!#)#{2,6} ?[A-Z][A-Za-z_ ]{2,30}#{2,6}"),
        (("ABC", "XYZ"), r"(?:ABC|XYZ) (?:Company|Organization|Agency|Employer|Corporation|Corp|Facility)(?![\w-])|(?:Company|Organization|Agency|Employer|Hospital|Facility|Clinic) (?:ABC|XYZ)(?![\w-])"),
        (("......",), r"\.{6,}"),
    )
)  # fmt: skip
_ORDINARY = re.compile(
    r"\((?:your (?:choice|own|pick|manager|call)[^()]*|list(?:ed)? [^()]*|city of [^()]*|state (?:of|law|funded|and|or|plan|certified|hospital)[^()]*|add (?:on|up)[^()]*|agency (?:of|funded|vehicle|car|nurse|staff)[^()]*|"
    r"location (?:varies|flexible)[^()]*|date (?:of|flexible)[^()]*|company (?:car|paid|vehicle|laptop|phone)[^()]*|employer (?:paid|match|funded|pays|contribution|covers)[^()]*|state|city|agency|"
    r"organization (?:pays)[^()]*|department (?:of)[^()]*|facility (?:based|wide)[^()]*|employer|specify [^()]*language[^()]*)\)",
    re.IGNORECASE,
)
_UNDECIDED = re.compile(
    r"(?<![a-z])(?:(?P<label>start date|pay|contact|email|phone|employer|city|salary|rate|wage|compensation|location|manager|supervisor|reports to|schedule|hours|shift|department|closing date|deadline|caseload|benefits|range|travel|flsa(?: status)?|status)[a-z ]{0,14}(?::| is| are| will be| \||-)? ?)"
    r"(?:asap ?/ ?)?(?P<word>tbd|tba|tbc|to be (?:determined|decided|confirmed|announced|filled in)|n/a|unknown|pending|(?<=[:|-] )\?+|(?<=[:|])\?+)(?![a-z])(?! (?:based|depending|by|upon|at|after|once|according|per|with|in) )"
)
_CHOICES = re.compile(
    r"(?:exempt ?/ ?non[ -]?exempt|non[ -]?exempt ?/ ?exempt|exempt or non[ -]exempt)(?! ?[:|?] ?\w)|full[ -]time ?/ ?part[ -]time ?/ ?(?:prn|per[ -]diem)|he/she/they ?/|"
    r"on ?site ?/ ?hybrid ?/ ?remote|remote ?/ ?hybrid ?/ ?on ?site|(?:day|days) ?/ ?(?:evening|evenings) ?/ ?(?:night|nights)/[a-z]+|"
    r"choose one|select one|pick one|delete (?:as|if|where) (?:appropriate|applicable|not applicable)|circle one"
)


def blanks(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield every blank of a template that nobody filled, in whatever brackets."""
    for start, found in each_block(context.source, "blanks", _blanks_in):
        for first, last, message in found:
            yield Hit(Span(first + start, last + start), message=message)


def _blanks_in(source: Source) -> list[tuple[int, int, str]]:
    found, end = dict[int, int](), -1
    for marks, pattern in _BLANKS:
        if any(mark in source.text for mark in marks):
            for match in pattern.finditer(source.text):
                if not _is_ordinary(source, match):
                    found[match.start()] = max(found.get(match.start(), 0), match.end())
    kept: list[tuple[int, int, str]] = []
    for start in sorted(found):
        if start >= end:
            end = found[start]
            kept.append((start, end, ""))
    kept += [(*match.span(), "") for match in source.finditer(_FORM_FIELD, _FORM_WORDS)]
    kept += [(*match.span("word"), "") for match in source.finditer(_UNDECIDED, _UNDECIDED_WORDS)]
    if "/" in source.folded or source.words.any_of(_CHOICE_WORDS):
        kept += [(*match.span(), _CHOICE) for match in _CHOICES.finditer(source.folded)]
    return kept


_CHOICE = 'Decide: "{match}" leaves the choice to the reader.'


# What Word shows in a field that nobody filled, and a cell that holds no more than "TBD".
_FORM_FIELD = re.compile(
    r"(?:click or tap (?:here )?to enter (?:text|a date)\.?|click here to enter (?:text|a date)\.?|choose an item\.?|(?<![^\n])tb[dac]\.?(?![^\n])|(?<=\| )tb[dac]\.?(?![^\n|]))"
)
_FORM_WORDS = word_set("click choose tbd tba tbc")
_UNDECIDED_WORDS = word_set(
    "tbd tba tbc determined decided confirmed announced filled n unknown pending"
)
_CHOICE_WORDS = word_set("choose select pick delete circle exempt")


def _is_ordinary(source: Source, match: re.Match[str]) -> bool:
    text = match.group()
    if text[0] == "(":
        asks = re.match(r"\((?:insert|enter|add|fill in|tbd)", text, re.IGNORECASE)
        aside = "," in text or len(text.split()) > _LONGEST_BLANK or any(map(str.isdigit, text))
        return (aside and not asks) or _ORDINARY.fullmatch(text) is not None
    if text[0] == "<":
        return (
            " " not in text
            and "_" not in text
            and text[1:2].islower()
            and text not in _NAMED_BLANKS
        )
    if text[0] == ".":
        leads = _LED_TO.match(source.text, match.end()) is not None
        return leads or source.block_at(match.start()).kind == "row"
    return text[0] == "[" and (_IN_BRACKETS.fullmatch(text) is not None or _is_an_aside(text))


# "[42 CFR 438.208]", "[BA/BS]", "[he/she]": a source or a choice of short forms, and no blank
_IN_BRACKETS = re.compile(
    r"\[(?:\^.*|[^\]]*(?:\bCFR\b|\bU\.?S\.?C\b|§|\bStat\b|\bReg\.|\bCode\b|\bAct\b|\bv\. |\b[A-Z]{2,6} (?:Chapter|Ch\.|Title|Part|Sec\.|Section|Rule)? ?\d)[^\]]*|[A-Z]{1,5}(?:[/,&-] ?[A-Z]{1,6})+|(?:he|she|they|his|him)/[a-z/]+|\d[\d ,.-]*)\]"
)


def _is_an_aside(text: str) -> bool:
    """Whether brackets hold what the job is ("[Remote]", "[Full-Time]"), or a sentence of an editor."""
    words = fold(text[1:-1]).split()
    return " ".join(words) in _asides() or (len(words) > _LONGEST_ASIDE and text[1:2].islower())


@lru_cache(maxsize=1)
def _asides() -> frozenset[str]:
    names = lexicon("work")["model_names"].values()
    written = (name for row in names for name in row)
    return frozenset(
        {fold(name) for name in written}
        | {name.replace("-", "") for row in names for name in row}
        | _OTHER_ASIDES
    )


_OTHER_ASIDES = frozenset(
    {
        "full time",
        "part time",
        "per diem",
        "prn",
        "contract",
        "temporary",
        "bilingual",
        "spanish",
        "nights",
        "days",
        "evenings",
        "note",
        "sic",
        "emphasis added",
    }
)
_LONGEST_ASIDE = 8


# "Schedule ......... Monday to Friday": dots that lead to what they stand before
_LED_TO = re.compile(r" ?[A-Z0-9$(]")
_LONGEST_BLANK = 4
_NAMED_BLANKS = word_set(
    "<organization> <company> <employer> <title> <location> <city> <state> <name> <date> <salary> "
    "<manager> <department> <position> <facility>"
)


def broken_characters(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield text that was decoded wrongly, or markup that shows."""
    if context.source.text.isascii() and "&" not in context.source.text:
        return
    for match in _BROKEN.finditer(context.source.text):
        yield Hit(Span(*match.span()))


_BROKEN = re.compile(
    r"(?:â€.?|Ã[\u0080-\u00bf©¨¡³±¼¶¤‰ ]|Â[\u00a0\u00b7\u00ae®·]|\ufffd+|&(?:nbsp|amp|lt|gt|rsquo|ldquo|rdquo|bull|mdash|ndash|quot|#\d{2,5});)\S{0,20}"
)


def repeated(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield every paragraph or bullet that says again what one before it said."""
    source, seen = context.source, dict[object, int]()
    yield from _repeated_sentences(source)
    for index, block in enumerate(source.blocks):
        if block.kind in ("heading", "row"):
            continue
        span = source.span_of(index)
        words = source.folded[span.start : span.end].translate(_NO_MARKS).split()
        if len(words) < (4 if block.kind == "bullet" else 5) or _may_stand_again(context, block):
            continue
        keys = [tuple(words)] if len(words) < 9 else [tuple(words), frozenset(words)]
        first = next((seen[key] for key in keys if key in seen), None)
        if first is None:
            seen.update(dict.fromkeys(keys, index))
        else:
            place = source.place(source.span_of(first))
            where = f"line {place.line}" if place.line else place.path
            yield Hit(span, {"where": where})


def _may_stand_again(context: Context, block: Block) -> bool:
    """Whether a line is the name of the employer or the title, or what each of several roles must bring."""
    facts = context.facts
    names = {one.value for one in (facts.employer, facts.title) if one is not None}
    return block.text.strip() in names or (
        block.section in _FOR_EACH_ROLE and bool(_OF_A_ROLE.search(block.heading.lower()))
    )


_FOR_EACH_ROLE = frozenset({"required", "preferred", "qualifications", "licensure"})
_OF_A_ROLE = re.compile(rf"^for |{ROLE.pattern}")


# It takes all that it can, so that a text without an end of a sentence is gone through once.
_SENTENCE = re.compile(r"[^.!?\n]++[.!?]?")
_LONG_SENTENCE = 40
_LABEL = re.compile(r"^[a-z ]{3,24}(?: ?: | - )")


def _repeated_sentences(source: Source) -> Iterator[Hit]:
    """Yield a long sentence of a paragraph that another paragraph (or the same one) said before."""
    said = dict[str, tuple[Span, int]]()
    for index, block in enumerate(source.blocks):
        if block.kind != "paragraph" or block.section in ("eeo", "legal"):
            continue
        whole = source.span_of(index)
        for match in _SENTENCE.finditer(source.folded, whole.start, whole.end):
            if len(match.group()) <= _LONG_SENTENCE or match.group()[-1] not in ".!?":
                continue
            span = Span(match.end() - len(match.group().lstrip()), match.end())
            key, whole_block = (
                _LABEL.sub("", match.group().strip()),
                match.end() - match.start() >= whole.end - whole.start,
            )
            if key not in said:
                said[key] = (span, index)
            elif not whole_block:
                place = source.place(said[key][0])
                yield Hit(span, {"where": f"line {place.line}" if place.line else place.path})


_WORD = re.compile(r"[a-z0-9]+")
_NO_MARKS = str.maketrans(".,;:!?()", "        ")
_ORG = r"(?P<name>[A-Z](?<!\w[A-Z])(?:(?<=[SMF])t\.|(?<=D)r\.|[\w&'’-]*)(?: (?:of|and|for|the|&) (?=[A-Z])| (?:(?:St|Mt|Ft)\.|[A-Z][\w&'’-]*)){0,6})"
_STATES_EMPLOYER = tuple(
    (word_set(words), re.compile(pattern))
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
_ORGANIZED = re.compile(
    r"\b(?:Hospitals?|Center|Health|Healthcare|Services|Inc|LLC|LLP|Agency|Foundation|Clinics?|Hospice|Care|System|Network|Partners|Group|Association|Alliance|Society|Mission|Project|"
    r"Institute|Coalition|Ministries|Charities|Plan|Solutions|Recovery|Initiative|Collaborative|Corporation|Schools?|University|College|Homes?|House|Shelter|Academy|Ranch|Insurance|Counseling|Living)\b"
)
_RELATED = re.compile(
    r"partner|parent|subsidiar|division|part of|member of|affiliat|client|on behalf|behalf of|formerly|previously|through|funded|contract|program of|owned|operated|managed by|"
    r"department|network|sponsor|host|merger|acquired|joined|d/b/a|dba|known as|assignment|placement|our hospital|sister|campus|family of (?:companies|hospitals|brands|agencies)|system|collaborat|school"
)
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
    counts = context.source.text
    reported = set[str]()
    for name in names[:_MOST_NAMES]:
        if (
            _keys(name.value) & own
            or _initials(name.value) in given
            or _initials(given) in name.value.split()
        ):
            continue
        if name.value in reported or counts.count(name.value) > max(counts.count(given), 1):
            continue
        if _related(context.source, name.value):
            continue
        reported.add(name.value)
        yield Hit(name.span, {"employer": given or names[0].value})


_MOST_NAMES = 50


def _named_employers(source: Source) -> list[Stated]:
    found = [
        Stated(match["name"], Span(*match.span("name")))
        for words, pattern in _STATES_EMPLOYER
        for span in source.holding(words)
        for match in pattern.finditer(source.text, span.start, span.end)
        if words not in _LOOSE or _ORGANIZED.search(match["name"])
    ]
    return sorted(
        (one for one in found if _could_be_an_employer(one.value)),
        key=lambda one: one.span.start,
    )


# What is part of an employer, or of the posting itself: "About the Client Engagement Program".
_OF_ONES_OWN = word_set(
    "program programs team role position department division unit opportunity job"
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


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper()) or name


def _related(source: Source, name: str) -> bool:
    offset = source.text.find(name)
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
