"""Content of interview kits: questions fitted to postings, what is rated, what must not be asked."""

from functools import lru_cache

from casemgr_jd._records import NamedTuple
from casemgr_jd.content.fields import Fields
from casemgr_jd.content.source import Tabled, Tables
from casemgr_jd.errors import Problem

__all__ = [
    "Competency",
    "Interviewing",
    "Rating",
    "Screening",
    "Taboo",
    "interviewing_of",
    "read_interviewing",
]

FILE = "screening.toml"
LAW = ("age_data", "classes", "driving", "fair_chance", "salary_history", "unemployed")
"""The topics of the package's law by place that speak of what may be asked of candidates."""


class Screening(NamedTuple):
    """A question, the postings that it is for, and what it tests of them."""

    id: str
    competency: str
    """Id of what is rated."""
    guide: str = ""
    """The question of the guide that it words; empty for one beyond them."""
    text: str = ""
    """Empty for the guide's own words."""
    listen_for: str = ""
    """What a good answer holds; empty for the guide's own words."""
    tests: tuple[str, ...] = ()
    """Ids of the responsibilities that it tests, where they stand in a posting."""
    kpis: tuple[str, ...] = ()
    """Ids of the measures that it tests, where they stand in a posting."""
    settings: tuple[str, ...] = ()
    """Ids of the settings it is for; empty for any. So with tiers and roles."""
    tiers: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    licensed: bool | None = None
    """Whether it is for roles that need a license, or for those that need none."""
    needs: str = ""
    """Id of a duty that the role must be allowed."""
    lacks: str = ""
    """Id of a duty that the role must not be allowed."""
    names: tuple[str, ...] = ()
    """Fields of the requisition whose values it names."""
    naming: str = ""
    """The sentence that names them, with ``{names}``."""


class Competency(NamedTuple):
    """Something that is rated, with what each rating looks like, lowest first."""

    id: str
    name: str
    anchors: tuple[str, ...]


class Rating(NamedTuple):
    """A step of the scale."""

    id: str
    name: str


class Taboo(NamedTuple):
    """A question that must not be asked, and the law behind it."""

    id: str
    text: str
    """What to leave alone, and what to ask instead, as a sentence."""
    federal: tuple[str, ...] = ()
    """Citations of federal law; the package's table of law knows how sure some of them are."""
    law: str = ""
    """The topic of law by place that speaks of it, such as ``"salary_history"``."""
    sure: str = ""
    """What is said of a place whose law was read, with ``{place}``."""
    unsure: str = ""
    """What is said of a place whose law was not confirmed, with ``{place}``."""


class Interviewing(NamedTuple):
    """All content of interview kits, but for the guide's own questions and red flags."""

    questions: tuple[Screening, ...] = ()
    competencies: tuple[Competency, ...] = ()
    ratings: tuple[Rating, ...] = ()
    taboos: tuple[Taboo, ...] = ()


@lru_cache(maxsize=8)
def interviewing_of(catalog: Tabled) -> Interviewing:
    """Return the content of interview kits of a catalog; it is read once."""
    return read_interviewing(catalog._tables, [])


def read_interviewing(tables: Tables, problems: list[Problem]) -> Interviewing:
    """Read the content of interview kits, keeping what is wrong with it in *problems*."""
    fields = Fields(tables.get(FILE, {}), f"{FILE}: ", problems)
    ratings = tuple(map(_rating, fields.each("ratings")))
    return Interviewing(
        tuple(map(_screening, fields.each("screening"))),
        tuple(_competency(one, len(ratings)) for one in fields.each("competencies")),
        ratings,
        tuple(map(_taboo, fields.each("taboos"))),
    )


def _rating(fields: Fields) -> Rating:
    return Rating(fields.text("id"), fields.text("name"))


def _screening(fields: Fields) -> Screening:
    made = Screening(
        id=fields.text("id"),
        competency=fields.text("competency"),
        guide=fields.text("of", ""),
        text=fields.text("text", ""),
        listen_for=fields.text("listen_for", ""),
        tests=fields.names("tests"),
        kpis=fields.names("kpis"),
        settings=fields.names("settings"),
        tiers=fields.names("tiers"),
        roles=fields.names("roles"),
        licensed=_known_flag(fields, "licensed"),
        needs=fields.text("needs", ""),
        lacks=fields.text("lacks", ""),
        names=fields.names("names"),
        naming=fields.text("naming", ""),
    )
    if not made.guide and not (made.text and made.listen_for):
        fields.report("text", "is missing", "give text and listen_for, or name a question in 'of'")
    return made


def _known_flag(fields: Fields, key: str) -> bool | None:
    value = fields.optional(key)
    if value is None or isinstance(value, bool):
        return value
    fields.report(key, "must be true or false")
    return None


def _competency(fields: Fields, ratings: int) -> Competency:
    anchors = fields.names("anchors")
    if len(anchors) != ratings:
        fields.report("anchors", f"must be {ratings}, one for each rating, not {len(anchors)}")
    return Competency(fields.text("id"), fields.text("name"), anchors)


def _taboo(fields: Fields) -> Taboo:
    law = fields.text("law", "")
    if law and law not in LAW:
        fields.report("law", f"is not known: {law!r}", f"one of: {', '.join(LAW)}")
    return Taboo(
        id=fields.text("id"),
        text=fields.text("text"),
        federal=fields.names("federal"),
        law=law,
        sure=fields.text("sure", ""),
        unsure=fields.text("unsure", ""),
    )
