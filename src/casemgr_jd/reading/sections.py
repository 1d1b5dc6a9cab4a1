"""Which part of a posting a heading or a paragraph belongs to."""

import re
from functools import lru_cache

from casemgr_jd._late import late
from casemgr_jd.model.states import state_code
from casemgr_jd.reading.accommodation import accommodations
from casemgr_jd.reading.fold import fold
from casemgr_jd.reading.lexicon import Said, pattern_of

__all__ = [
    "LONGEST_STATEMENT",
    "equal_treatment",
    "is_about_other_jobs",
    "names_an_employer",
    "opens_a_section",
    "section_of_heading",
    "section_of_text",
    "states_a_need",
]

_OF_PAY = Said("sections", "of_pay")

# The first kind whose words a heading holds is its kind.
_HEADINGS = (
    ("eeo", r"equal|eeo\b|e\.e\.o|diversity|inclusion|belonging|accommodation|non ?discrimination|accessibility|dei\b"),
    ("legal", r"background (?:check|screen|invest)|fair chance|e verify|privacy|legal|disclaimer|drug free|notice\b|pre ?employment|"
              r"conditions of employment|screening|covid|vaccin|third party|recruitment fraud"),
    ("glance", r"at a glance|job details|position details|quick facts|key facts|snapshot|essentials\b|job information|"
               r"position information|announcement|the details|the basics"),
    ("measures", r"caseload|performance|kpi|measure|metrics|how (?:success|you)|what success|success looks"),
    ("apply", r"appl(?:y|ication|ying|icants)|next steps?\b|contact|ready to|interested|how to join|hiring process|"
              r"interview process|what to expect|to be considered"),
    ("licensure", r"licens|certif|credential|registration"),
    ("preferred", r"prefer|nice to|bonus points|desired|desirable|a plus\b|plus(?:es)?$|assets?$|set you apart|stand out|"
                  r"ideal(?:ly)?\b|helpful|extra credit|even better|additional qual"),
    ("about", r"about (?:us|our|the (?:organization|company|agency|employer|hospital|team|client|program|school|district))|"
              r"who we are|our (?:mission|values|story|organization|company|agency|hospital|culture|commitment|promise|vision)|"
              r"company (?:overview|description|profile)|organization(?:al)? (?:overview|description|profile)|mission"),
    ("environment", r"environment|schedule|hours|working conditions|physical|work ?(?:site|place)|location|travel|shift|"
                    r"where you|when you|how you'll work|logistics|work model|work arrangement|mental demands|demands"),
    ("benefits", r"benefit|perks|(?:what )?we offer|why (?:join|work|you)|you'll (?:get|love|receive)|in it for you|"
                 r"you can expect from us|what you get|we provide|our offer|^(?:get|you get|goodies|extras)$"),
    ("compensation", r"compensation|\bpay\b|salary|wage|rewards|\brate|remuneration|earnings|what (?:it|we|this (?:job|role)) pays?"),
    ("reporting", r"report(?:s|ing)|supervis|the team|your team|team structure|who you'll work|relationships"),
    ("required", r"requir|minimum|must|you (?:will )?need|you have|you bring|you'll (?:need|bring)|who you are|looking for|you're|"
                 r"eligib|qualif|education|experience|background|a good fit|about you|who should|we need|we ask|you might be|"
                 r"the right person|we seek|we want|^(?:needs?|have|wants?|your background|the person|who)$"),
    ("responsibilities", r"responsib|duties|you(?:'ll| will) (?:do|be doing|own)|will do\b|essential|functions|day to day|"
                         r"typical (?:day|week)|the work\b|the job$|key areas|accountabilit|tasks|"
                         r"(?:in this|your) (?:role|setting|day|week|work)|what you do|you do\b|role and|"
                         r"scope|how you'll (?:spend|make)|the role involves|impact|the role$|the role:|a day in|^(?:do|you|you do|tasks?|your week|the day|job)$"),
    ("tools", r"tools|software|technology|systems|platforms"),
    ("skills", r"skill|competenc|knowledge|abilit|ksa|attributes|traits"),
    ("summary", r"summary|overview|about (?:the|this)|position|purpose|opportunity|description|introduction|the role|the job|job\b"),
)  # fmt: skip
# Headings that say it in a few plain words; the whole heading counts.
_PLAIN = (
    ("responsibilities", r"you (?:will|would)|you'll|your (?:part|job|visits|contribution)|what the [a-z ]{2,30} (?:does|will do)|"
                         r"what you(?:'ll| will| would) (?:be )?(?:working on|do|learn(?: to do)?)|how you(?:'ll| will) (?:contribute|make a difference)|"
                         r"(?:typical |examples? of )(?:work |job )?(?:activities|duties|tasks)|the charge|what(?:'s| is) (?:this|the) job(?: about)?"),
    ("benefits", r"(?:what )?we (?:have|bring|give|provide)|you(?:'ll)? (?:get|receive)|what you(?:'ll| will| would)? receive|"
                 r"what (?:else )?(?:comes|goes) with (?:it|the job)|in return"),
    ("preferred", r"(?:it (?:also )?helps|what (?:would|also) helps?|it would help|also helpful|even better)(?: if [a-z ]{2,20})?"),
    ("required", r"you|what it takes|what we (?:look for|expect|ask)|who can do it|the person|(?:what )?you(?:'ll| will| would) need"),
    ("glance", r"(?:the |key |job |position )?facts|the terms"),
    ("environment", r"(?:the )?settings?|team (?:&|and) place|(?:the )?conditions|working here|where,? (?:and )?when[a-z, ]{0,20}"),
    ("about", r"about"),
    ("apply", r"how|how and when|(?:the |your )?next steps?|say hello|write to us"),
    ("legal", r"(?:the )?fine print|notices|statements|(?:our )?use of (?:ai|artificial intelligence)|(?:security )?clearances?"),
)  # fmt: skip

_COMPILED = tuple((kind, re.compile(rf"(?<![a-z])(?:{words})")) for kind, words in _HEADINGS)
_PLAINLY = tuple((kind, re.compile(words)) for kind, words in _PLAIN)
_BOTH = Said("sections", "both")

_LEGAL = late(
    r"fair chance|(?:arrest|criminal|conviction)s?(?: (?:and|or) (?:arrest|conviction|criminal))? (?:record|histor)\w*.{0,80}"
    r"(?:consider|ordinance|\bact\b|\blaw|consistent|individual)|(?:consider|ordinance|\blaw\b|consistent).{0,120}"
    r"(?:arrest|criminal|conviction)s? (?:and conviction )?(?:record|histor)|e verify|form i 9|los angeles county fair|"
    r"privacy (?:policy|notice)|pay transparency nondiscrimination"
)
_ROLE = Said("sections", "role")
_LABEL = re.compile(r"([a-z][a-z /&'-]{2,38}?)(?::| \|)")
# A run-in heading that ends with a period: "Pay and benefits. The range is ..."
_RUN_IN = re.compile(
    r"((?:(?:our|your|the|great|total|base|starting|hourly) ){0,2}(?:pay|salary|compensation|wages?|benefits|rewards|(?:how )?to apply)(?: (?:range|scale|rate|package))?"
    r"(?:,? (?:and|&) (?:pay|benefits|salary|hours|perks|rewards))?(?: for [a-z ]{3,24})?)\. "
)
# "Benefits: medical, dental, disability" names an insurance, not a person's disability
_LISTS_BENEFITS = re.compile(
    r"(?:our |your |the )?(?:pay and |employee )?benefits(?: package)?(?::| \|)"
)
_STRONG = frozenset({"compensation", "benefits", "preferred", "apply"})
_WEAK = frozenset({"environment", "reporting", "required", "licensure", "glance", "eeo"})
_EEO_HINTS = ("equal", "regard", "discriminat", "race,", "eeo", "eoe", "/aa")
_LEGAL_HINTS = (
    "fair chance",
    "record",
    "histor",
    "verify",
    "i 9",
    "i-9",
    "privacy",
    "pay transparency",
)
_KEEP = frozenset(
    {"environment", "responsibilities", "required", "preferred", "skills", "licensure"}
)


@lru_cache(maxsize=2048)
def section_of_heading(heading: str) -> str:
    """Return the kind of section a heading opens, or ``"unknown"``.

    >>> section_of_heading("What You'll Do"), section_of_heading("Pay & Benefits")
    ('responsibilities', 'compensation')
    """
    folded = fold(heading).strip(" :")
    if len(folded) > 90:
        return "unknown"
    if _BOTH.search(folded):
        return "qualifications"
    best = "unknown"
    plain = folded.rstrip("?!")
    for kind, words in _PLAINLY:
        if words.fullmatch(plain):
            return kind
    for kind, words in _COMPILED:
        if words.search(folded):
            best = kind
            break
    if best == "benefits" and _OF_PAY.search(folded):
        return "compensation"
    return best


def opens_a_section(heading: str) -> bool:
    """Return whether the first heading of a text opens a section, rather than being the title.

    >>> opens_a_section("Requirements"), opens_a_section("Licensed Social Worker")
    (True, False)
    """
    return section_of_heading(heading) not in ("unknown", "summary") and not _ROLE.search(
        fold(heading)
    )


_STATES_A_NEED = Said("sections", "states_a_need")


def states_a_need(line: str) -> bool:
    """Return whether a line says by itself what is asked for, and opens no list of it.

    >>> states_a_need("Bachelor's degree required"), states_a_need("Required education")
    (True, False)
    """
    return _STATES_A_NEED.search(fold(line)) is not None


_OTHER_JOBS = re.compile(
    r"(?:similar|related|other|more|recommended|featured|latest) (?:jobs|openings|vacancies|job openings|job opportunities)|"
    r"(?:you (?:may|might) also|people also|jobs (?:you may|like this|near you|for you))"
)
_PLACE = late(r", ([A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)\)?$")
_EMPLOYER = late(
    r"\b(?:Hospitals?|Medical Center|Health System|Healthcare|Services|Inc|LLC|County|University|Agency|Foundation|Clinic|Hospice|"
    r"Network|Alliance|Association|Assistance|Aid|Society|Partners|Coalition|Collaborative|Schools?|District|Department)\b"
)


def is_about_other_jobs(heading: str) -> bool:
    """Return whether a heading stands over jobs other than the one that is posted.

    >>> is_about_other_jobs("Similar jobs"), is_about_other_jobs("Other duties")
    (True, False)
    """
    return bool(_OTHER_JOBS.match(fold(heading).strip()))


def names_an_employer(heading: str) -> bool:
    """Return whether a heading reads like a line about who is hiring and where.

    >>> names_an_employer("Bay Legal Aid (Boston, Massachusetts)"), names_an_employer("Legal notices")
    (True, False)
    """
    parted, place = any(mark in heading for mark in (" · ", " | ")), _PLACE.search(heading)
    in_a_state = place is not None and state_code(place[1]) is not None
    return parted or in_a_state or bool(_EMPLOYER.search(heading))


_ASKS = Said("sections", "asks")


def _labelled(text: str, folded: str, section: str) -> str:
    """Return the section that a label such as "Pay:" or "Preferred:" puts a line in."""
    label = _LABEL.match(folded) or _RUN_IN.match(folded)
    if label is None:
        return section
    named = section_of_heading(label[1])
    elsewhere = section not in ("responsibilities", "skills", "measures")
    # among duties, "Documentation:" leads a duty, and "QUALIFICATIONS:" stands for a heading
    stands_out = text[: label.end(1)].isupper() or _ASKS.fullmatch(label[1].strip())
    if named in _STRONG or (named in _WEAK and (elsewhere or stands_out)):
        return named
    return section


def equal_treatment(folded: str) -> re.Match[str] | None:
    """Return where a text states equal treatment: in so many words, or by the classes that are treated alike.

    >>> equal_treatment("self aware about race, ethnicity and religion") is None
    True
    """
    said = pattern_of("statements", "phrases", table="equal_treatment").search(folded)
    if said is not None:
        return said
    classes = pattern_of("statements", "classes", table="equal_treatment").search(folded)
    treated = pattern_of("statements", "treatment", table="equal_treatment").search
    return classes if classes is not None and treated(folded) else None


@lru_cache(maxsize=8192)
def section_of_text(text: str, section: str) -> str:
    """Return the kind of section of a paragraph in a section, read from its words where they say more.

    >>> section_of_text("We are an equal opportunity employer.", "benefits")
    'eeo'
    """
    folded = fold(text)
    if section == "eeo":
        return section
    section = _labelled(text, folded, section)
    if (
        len(text) < LONGEST_STATEMENT
        and any(word in folded for word in _EEO_HINTS)
        and equal_treatment(folded) is not None
    ):
        return "eeo"
    if (
        section not in _KEEP
        and not _LISTS_BENEFITS.match(folded)
        and len(text) < 400
        and ("accommodat" in folded or "disab" in folded or "adjust" in folded)
        and any(accommodations(folded))
    ):
        return "eeo"
    # a whole posting on one line mentions such things near its end
    opening = folded[:_LONGEST_OPENING]
    if any(word in opening for word in _LEGAL_HINTS) and _LEGAL.search(opening):
        return "legal"
    return section


_LONGEST_OPENING = 600
LONGEST_STATEMENT = 2_000
"""Letters of the longest paragraph that one statement makes its own; a longer one is a posting that lost its lines."""
