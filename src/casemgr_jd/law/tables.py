"""The packaged law as typed records, read once."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from casemgr_jd._packed import kept_value
from casemgr_jd.errors import ContentError, Problem
from casemgr_jd.law.files import Table, place_tables
from casemgr_jd.law.gather import content_tables, inherited
from casemgr_jd.law.records import Law, PayLaw, ProtectedClasses, Statement, Wording
from casemgr_jd.model.place import Place
from casemgr_jd.model.states import STATES
from casemgr_jd.model.text import Text

if TYPE_CHECKING:
    from casemgr_jd.law.bars import AiLaw, ExemptFloor, FairChanceLaw, Limit

__all__ = [
    "ai_laws",
    "all_laws",
    "as_of",
    "exempt_floors",
    "fair_chance_laws",
    "kinds",
    "limits",
    "office_words",
    "pay_laws",
    "place_name",
    "places",
    "protected_classes",
    "records",
    "statements",
    "wordings",
]

R = TypeVar("R", bound=Law)


def kinds() -> tuple[type[Law], ...]:
    """Return the class of each kind of record."""
    from casemgr_jd.law.bars import AiLaw, ExemptFloor, FairChanceLaw, Limit

    wanted = (PayLaw, Statement, Wording)
    return (*wanted, Limit, FairChanceLaw, AiLaw, ExemptFloor, ProtectedClasses)


def records(kind: type[R]) -> tuple[R, ...]:
    """Return every record of one kind, those of states before those of counties and cities.

    >>> [one.place for one in records(Statement)][:2]
    ['CO', 'DC']
    """
    if kind not in _READ:
        kept = kept_value(KEPT, kind.table)
        _READ[kind] = read_records(kind) if kept is None else kept
    return _READ[kind]


KEPT = "_law_kept"
"""The module in which a wheel keeps the records ready."""
PLACES, OFFICES, GATHERED = "places", "office_words", "as_of"
"""What is kept there beside them."""
_READ: dict[type[Law], tuple[Any, ...]] = {}


def read_records(kind: type[R]) -> tuple[R, ...]:
    """Return every record of one kind, read from the tables by its class."""
    found = [
        _record(kind, {**inherited(table), **row}, name)
        for name, table in place_tables().items()
        for row in table.get(kind.table, ())
    ]
    return tuple(sorted(found, key=lambda one: (len(one.place) > 2, one.place)))


def all_laws() -> tuple[Law, ...]:
    """Return every record of every kind."""
    return tuple(one for kind in kinds() for one in records(kind))


def pay_laws() -> tuple[PayLaw, ...]:
    """Return every pay transparency law, states first.

    >>> [law.wants for law in pay_laws() if law.id == "CO"][0][-2:]
    ('closing_date', 'how_to_apply')
    """
    return records(PayLaw)


@cache
def limits(topic: str) -> "tuple[Limit, ...]":
    """Return where law limits what a posting may ask about a topic, such as ``"salary_history"``.

    >>> [one.place for one in limits("driving")]
    ['CA', 'WA']
    """
    from casemgr_jd.law.bars import Limit

    return tuple(one for one in records(Limit) if one.topic == topic)


def fair_chance_laws() -> "tuple[FairChanceLaw, ...]":
    """Return what fair-chance laws say about the words of a posting."""
    from casemgr_jd.law.bars import FairChanceLaw

    return records(FairChanceLaw)


def exempt_floors() -> "tuple[ExemptFloor, ...]":
    """Return the lowest salaries of exempt employees, by place and year."""
    from casemgr_jd.law.bars import ExemptFloor

    return records(ExemptFloor)


def ai_laws() -> "tuple[AiLaw, ...]":
    """Return where applicants must be told of automated decisions."""
    from casemgr_jd.law.bars import AiLaw

    return records(AiLaw)


def statements() -> tuple[Statement, ...]:
    """Return the sentences that law wants, or that are wise, in a posting."""
    return records(Statement)


@cache
def wordings(condition: str) -> tuple[Wording, ...]:
    """Return how a condition of hire may be worded, by place.

    >>> [one.place for one in wordings("vaccination")]
    ['ME', 'MT', 'US']
    """
    return tuple(one for one in records(Wording) if one.condition == condition)


def protected_classes() -> tuple[ProtectedClasses, ...]:
    """Return the protected classes: the federal ones, and those that places add."""
    return records(ProtectedClasses)


@cache
def places() -> Mapping[str, Place]:
    """Return every state, and the counties and cities that law names, by id."""
    kept: Mapping[str, Place] | None = kept_value(KEPT, PLACES)
    return read_places() if kept is None else kept


def read_places() -> Mapping[str, Place]:
    """Return the same, read from the tables by its class."""
    rows = content_tables(place_tables(), STATES)["places"]
    return {row["id"]: Place(**_tuples(row)) for row in rows}


def place_name(place: str) -> str:
    """Return what a place is called, the whole country included.

    >>> place_name("US"), place_name("ny-new-york-city")
    ('the United States', 'New York City')
    """
    known = places().get(place)
    return known.name if known else "the United States" if place == "US" else place


@cache
def office_words() -> Mapping[str, tuple[str, ...]]:
    """Return the words that show an office of a place, where jobs that report to it are reached."""
    kept: Mapping[str, tuple[str, ...]] | None = kept_value(KEPT, OFFICES)
    return read_office_words() if kept is None else kept


def read_office_words() -> Mapping[str, tuple[str, ...]]:
    """Return the same, read from the tables."""
    heads = [table["place"] for table in place_tables().values()]
    return {head["id"]: tuple(head["office_words"]) for head in heads if "office_words" in head}


@cache
def as_of() -> date:
    """Return the day on which the oldest of the packaged law was gathered."""
    kept: date | None = kept_value(KEPT, GATHERED)
    return read_as_of() if kept is None else kept


def read_as_of() -> date:
    """Return the same, read from the tables."""
    days: list[date] = [table["place"]["as_of"] for table in place_tables().values()]
    return min(days)


def _record(kind: type[R], row: Mapping[str, Any], name: str) -> R:
    try:
        return kind(**_converted(kind, row))
    except (TypeError, ValueError) as error:
        where = f"{kind.table}[{row.get('id', row['place'])}]"
        raise ContentError([Problem(where, str(error))], f"law/places/{name}") from error


def _converted(kind: type[Law], row: Table) -> dict[str, Any]:
    read = _tuples(row)
    if "text" in read and kind in (Statement, Wording):
        read["text"] = Text.parse(read["text"])
    return read


def _tuples(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
