"""Blanks of a template that nobody filled."""

import re
from collections.abc import Iterator
from functools import lru_cache

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.facts.where import Where
from casemgr_jd.reading.fold import fold
from casemgr_jd.reading.lexicon import Said, lexicon
from casemgr_jd.reading.source import Source, Span
from casemgr_jd.reading.words import word_set

__all__ = ["blanks"]


# Each pattern is tried only where its first mark stands, and ends within 80 characters.
_BLANKS = tuple(
    (marks, late(pattern))
    for marks, pattern in (
        (("[",), r"\[(?!\d{1,3}\]|x\]|X\]| \]|sic\]|\.\.\.\])[^\[\]\n]{1,80}\]"),
        (("{",), r"\$?\{\{?(?!(?=[^{}\n]{0,80} (?:and|or) )[a-z-]+(?:,? [a-z-]+){3,12}\})[^{}\n]{1,80}\}?\}"),
        (("<",), r"<<[^<>\n]{1,80}>>|<(?=[A-Za-z])[^<>@/\n]{2,60}>"),
        (("«",), r"«[^«»\n]{1,80}»"),
        (("%",), r"%[A-Z][A-Z_ ]{2,40}%"),
        (("#",), r"#[A-Z_]{4,30}(?:[0-9a-f]{16,80})?#"),
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
        ((" here",), r"(?<![\w-])Enter (?:[a-z]+ ){0,4}(?:names?|titles?|text|date|number|salary|range|address|location) here(?: if (?:appropriate|applicable|needed))?"),
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


_MARKED = tuple(
    (mark, tuple(pattern for marks, pattern in _BLANKS if mark in marks))
    for mark in dict.fromkeys(mark for marks, _ in _BLANKS for mark in marks)
)


_ORDINARY = late(
    r"\((?:your (?:choice|own|pick|manager|call)[^()]*|list(?:ed)? [^()]*|city of [^()]*|state (?:of|law|funded|and|or|plan|certified|hospital)[^()]*|add (?:on|up)[^()]*|agency (?:of|funded|vehicle|car|nurse|staff)[^()]*|"
    r"location (?:varies|flexible)[^()]*|date (?:of|flexible)[^()]*|company (?:car|paid|vehicle|laptop|phone)[^()]*|employer (?:paid|match|funded|pays|contribution|covers)[^()]*|state|city|agency|"
    r"organization (?:pays)[^()]*|department (?:of)[^()]*|facility (?:based|wide)[^()]*|employer|specify [^()]*language[^()]*)\)",
    re.IGNORECASE,
)


_UNDECIDED = late(
    r"(?<![a-z])(?:(?P<label>start date|pay|contact|email|phone|employer|city|salary|rate|wage|compensation|location|manager|supervisor|reports to|schedule|hours|shift|department|closing date|deadline|caseload|benefits|range|travel|flsa(?: status)?|status)[a-z ]{0,14}(?::| is| are| will be| \||-)? ?)"
    r"(?:asap ?/ ?)?(?P<word>tbd|tba|tbc|to be (?:determined|decided|confirmed|announced|filled in)|n/a|(?:unknown|pending)(?= *(?:[.;,|)\n]|$))|(?<=[:|-] )\?+|(?<=[:|])\?+)(?![a-z])(?! (?:based|depending|by|upon|at|after|once|according|per|with|in) )"
)


_CHOICES = late(
    r"(?:exempt ?/ ?non[ -]?exempt|non[ -]?exempt ?/ ?exempt|exempt or non[ -]exempt)(?! ?[:|?] ?\w)|full[ -]time ?/ ?part[ -]time ?/ ?(?:prn|per[ -]diem)|he/she/they ?/|"
    r"on ?site ?/ ?hybrid ?/ ?remote|remote ?/ ?hybrid ?/ ?on ?site|(?:day|days) ?/ ?(?:evening|evenings) ?/ ?(?:night|nights)/[a-z]+|"
    r"choose one|select one|pick one|delete (?:as|if|where) (?:appropriate|applicable|not applicable)|circle one"
)


def blanks(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield every blank of a template that nobody filled, in whatever brackets."""
    for start, found in each_block(context.source, "blanks", _blanks_in, _MAY_HOLD_ONE):
        for first, last, message, doubt in found:
            span = Span(first + start, last + start)
            if doubt == "later" or (doubt == "duty" and not _is_firm(context.source, span)):
                yield Hit(span, severity="warning", kind="review")
            else:
                yield Hit(span, message=message)


_TELLS_A_WRITER, _LATER = Said("blanks", "tells_a_writer"), Said("blanks", "told_later")
_DUTY = Said("blanks", "duty")


def _doubt(source: Source, first: int, last: int) -> str:
    """Whether it may be meant: a ``duty`` in capitals ("ENTER NOTES IN THE CHART"), or what is told ``later``."""
    if _LATER.match(source.whole.folded, first) is not None:
        return "later"
    return "duty" if _DUTY.match(source.folded[first:last]) is not None else ""


def _is_firm(source: Source, span: Span) -> bool:
    """Whether capitals tell a writer what to do, and no worker."""
    before = source.text[max(span.start - 2, 0) : span.start].strip()
    words = source.folded[span.start : span.end]
    return before in _LEADS_TO_A_BLANK or _TELLS_A_WRITER.search(words) is not None


_LEADS_TO_A_BLANK = frozenset(":[{(<$#|")


@lru_cache(maxsize=1)
def _words_of_marks() -> frozenset[str]:
    """The words that the marks hold, and those that other blanks need."""
    marked = (word for mark, _ in _MARKED for word in re.findall(r"[a-z]+", mark.lower()))
    return frozenset(marked) | _FORM_WORDS | _UNDECIDED_WORDS | _CHOICE_WORDS


# A sign that begins one, or a word: what holds neither is not looked at.
_MAY_HOLD_ONE = Where(_words_of_marks, "[{<«%#$@?/(", pieces=("__", "......", "000", "xx", "www."))


def _blanks_in(source: Source) -> list[tuple[int, int, str, str]]:
    """The blanks of a block: where each stands, what is to be said of it, and why it may be none."""
    found, end = dict[int, int](), -1
    text = source.whole.text
    marked = {pattern for mark, patterns in _MARKED if mark in text for pattern in patterns}
    for pattern in marked:
        for match in pattern.finditer(text):
            if not _is_ordinary(source, match) and _stands_alone(text, match):
                found[match.start()] = max(found.get(match.start(), 0), match.end())
    kept = list[tuple[int, int]]()
    for start in sorted(found):
        if start >= end:
            end = found[start]
            kept.append((start, end))
    kept += [match.span() for match in source.finditer(_FORM_FIELD, _FORM_WORDS)]
    kept += [match.span("word") for match in source.finditer(_UNDECIDED, _UNDECIDED_WORDS)]
    told = [(*span, "", _doubt(source, *span)) for span in kept]
    if "/" in source.whole.folded or source.words.any_of(_CHOICE_WORDS):
        told += [
            (*match.span(), _CHOICE, "")
            for match in _CHOICES.finditer(source.whole.folded)
            if not _CHOSEN_BY.search(source.whole.folded[: match.start()].rstrip(" "))
        ]
    return told


_CHOSEN_BY = Said("blanks", "chosen_by")


_CHOICE = 'Decide: "{match}" leaves the choice to the reader.'


# What Word shows in a field that nobody filled, and a cell that holds no more than "TBD".
_FORM_FIELD = late(
    r"(?:click or tap (?:here )?to enter (?:text|a date)\.?|click here to enter (?:text|a date)\.?|choose an item\.?|(?<![^\n])tb[dac]\.?(?![^\n])|(?<=\| )tb[dac]\.?(?![^\n|]))"
)


_FORM_WORDS = word_set("click choose tbd tba tbc")


_UNDECIDED_WORDS = word_set(
    "tbd tba tbc determined decided confirmed announced filled n unknown pending"
)


_CHOICE_WORDS = word_set("choose select pick delete circle exempt")


_NO_BLANK = Said("blanks", "no_blank")


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Whether words begin and end where a word does: no "ENTER" inside "CENTER"; and name no illness."""
    first, last = match.span()
    inside = (first and text[first - 1].isalnum() and text[first].isalnum()) or (
        text[last - 1].isalnum() and text[last : last + 1].isalnum()
    )
    return not inside and not _NO_BLANK.match(fold(match.group()))


def _is_ordinary(source: Source, match: re.Match[str]) -> bool:
    text = match.group()
    if text[0] == "(":
        asks = re.match(r"\((?:insert|enter|add|fill in|tbd)", text, re.IGNORECASE)
        aside = "," in text or len(text.split()) > _LONGEST_BLANK or any(map(str.isdigit, text))
        return (
            (aside and not asks)
            or _ORDINARY.fullmatch(text) is not None
            or _named_by_its_owner().fullmatch(text) is not None
        )
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
    if text[0] == "{" and ":" in text and ";" in text:
        return True  # the style of a page, which is another rule's
    return text[0] == "[" and (
        _IN_BRACKETS.fullmatch(text) is not None
        or _EXPLAINED.fullmatch(text) is not None
        or _is_an_aside(text)
        or _is_a_name(source, match)
    )


# "[42 CFR 438.208]", "[BA/BS]", "[he/she]": a source or a choice of short forms, and no blank
_IN_BRACKETS = late(
    r"\[(?:\^.*|[^\]]*(?:\bCFR\b|\bU\.?S\.?C\b|§|\bStat\b|\bReg\.|\bCode\b|\bAct\b|\bv\. |\b[A-Z]{2,6} (?:Chapter|Ch\.|Title|Part|Sec\.|Section|Rule)? ?\d)[^\]]*|[A-Z]{1,5}(?:[/,&-] ?[A-Z]{1,6})+|(?:he|she|they|his|him)/[a-z/]+|\d[\d ,.-]*)\]"
)

# "[Harbor Unit, New Steps (NS) and Lakeside]": names, one of them with its letters
_EXPLAINED = late(r"\[[^\]]*, [^\]]*\([A-Z]{2,6}\)[^\]]*\]")


@lru_cache(maxsize=1)
def _named_by_its_owner() -> re.Pattern[str]:
    """Of whom something is that has a name or is of a kind: "(state Medicaid system)", "(city ID card)", "(state rental aid)"."""
    owners, asked = ("|".join(lexicon("blanks")[key]) for key in ("owners", "asked_of_owners"))
    kinds, asked_small = (
        "|".join(lexicon("blanks")[key]) for key in ("of_a_kind", "asked_of_a_kind")
    )
    named = rf"(?:{owners}) (?!(?:{asked})\b)[A-Z][^()\n]*"
    told = rf"(?:{kinds})(?: (?!(?:{asked_small})\b)[a-z-]+){{1,4}}"
    return re.compile(rf"\((?:{named}|{told})\)")


def _is_a_name(source: Source, match: re.Match[str]) -> bool:
    """Whether the line goes on with the same letters without brackets: "[T3C] duties: when serving T3C packages"."""
    letters = match.group()[1:-1]
    said_again = rf"(?<![\w\[]){re.escape(letters)}(?![\w\]])"
    return (
        letters.isupper()
        and any(map(str.isdigit, letters))
        and bool(re.search(said_again, source.whole.text))
    )


def _is_an_aside(text: str) -> bool:
    """Whether brackets hold what the job is ("[Remote]"), the kind of a file ("[PDF]"), or a sentence of an editor."""
    words = fold(text[1:-1]).split()
    return " ".join(words) in _asides() or (len(words) > _LONGEST_ASIDE and text[1:2].islower())


@lru_cache(maxsize=1)
def _asides() -> frozenset[str]:
    names = lexicon("work")["model_names"].values()
    written = (name for row in names for name in row)
    return frozenset(
        {fold(name) for name in written}
        | {name.replace("-", "") for row in names for name in row}
        | frozenset(lexicon("blanks")["asides"])
    )


_LONGEST_ASIDE = 8


# "Schedule ......... Monday to Friday": dots that lead to what they stand before
_LED_TO = late(r" ?[A-Z0-9$(]")


_LONGEST_BLANK = 4


_NAMED_BLANKS = word_set(
    "<organization> <company> <employer> <title> <location> <city> <state> <name> <date> <salary> "
    "<manager> <department> <position> <facility>"
)
