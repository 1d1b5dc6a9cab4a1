"""What law by place says of questions to candidates, from the package's records of law.

The records serve the checker too; each fact stands in them once, with its source and confidence.
"""

from functools import cache

from casemgr_jd.law import FairChanceLaw, Law, Limit, ProtectedClasses, all_laws, protected_classes
from casemgr_jd.model.citation import Citation

__all__ = ["federal", "laws_about", "said"]


_TOPICS = {FairChanceLaw: "fair_chance", ProtectedClasses: "classes"}
"""What a taboo calls laws that are about one thing only."""


@cache
def laws_about(topic: str) -> tuple[Law, ...]:
    """Return the laws of states and cities about a topic: one of a limit, ``fair_chance`` or ``classes``.

    >>> laws_about("salary_history")[1].place
    'CA'
    """
    return tuple(law for law in all_laws() if law.place != "US" and _topic(law) == topic)


def _topic(law: Law) -> str:
    if isinstance(law, Limit):
        return law.topic
    return _TOPICS.get(type(law), "")


def said(law: Law) -> str:
    """Return what a record says in words: its own text and its note."""
    text = law.text if isinstance(law, Limit) else ""
    return f"{text} {law.note}".strip()


def federal(citation: str) -> Citation:
    """Return a federal law by its citation, with its confidence where the records have it.

    >>> federal("GINA").confidence
    'high'
    >>> federal("A law of your own").confidence
    'unconfirmed'
    """
    for law in protected_classes():
        if law.place == "US" and law.citation == citation:
            return law.reference()
    return Citation(citation, confidence="unconfirmed")
