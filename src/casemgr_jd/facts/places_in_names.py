"""The place that the name of an employer, or a title, holds: "City of Salem", "State of Delaware"."""

from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.facts.found import Located, Stated
from casemgr_jd.facts.gazetteer import states_of
from casemgr_jd.model.states import state_code

__all__ = ["of_employer", "unclear_of"]


def of_employer(named: Stated | None) -> tuple[Located, ...]:
    """Return the county, city or state that an employer's name or a title names, where there is one of that name."""
    return tuple(one for one in _of_name(named) if one.state)


def unclear_of(named: Stated | None) -> tuple[Located, ...]:
    """Return the county or city that a name names, where several states have one of that name."""
    return tuple(one for one in _of_name(named) if not one.state)


def _of_name(named: Stated | None) -> Iterator[Located]:
    match = _PUBLIC.search(named.value) if named is not None else None
    if named is None or match is None:
        return
    code = state_code(match["of"]) if match["kind"] in ("State", "Commonwealth") else None
    if code is not None:
        yield Located(code, named.span)
        return
    name = f"{match['of']} County" if match["kind"] == "County" else match["of"]
    name = match["county"] or name
    for known in dict.fromkeys((name, _PART_OF.sub("", name))):
        states = states_of(known)
        if states:
            yield Located(
                states[0] if len(states) == 1 else "", named.span, known, candidates=states
            )
            return


_PART_OF = late(r"^(?:North|South|East|West|Central|Northern|Southern|Eastern|Western) ")
_PUBLIC = late(
    r"(?P<county>(?:[A-Z][A-Za-z]+ ){1,2}County)|(?P<kind>County|City|State|Commonwealth) of (?P<of>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})"
)
