"""Each source once, under a number, however many findings rest on it."""

from collections.abc import Iterable

from casemgr_jd.checks.report import Finding
from casemgr_jd.model.citation import Citation

__all__ = ["Sources", "cited", "source"]


def source(citation: Citation) -> str:
    """Return where a fact comes from, in one line.

    >>> source(Citation("29 CFR 1625.4", url="https://www.ecfr.gov"))
    '29 CFR 1625.4, https://www.ecfr.gov'
    """
    return ", ".join(part for part in (citation.title, citation.url) if part)


def cited(finding: Finding) -> tuple[Citation, ...]:
    """Return what a finding rests on: each of its laws, or the source of its rule."""
    laws = tuple(one.law.reference() for one in finding.laws)
    return laws or (() if finding.citation is None else (finding.citation,))


class Sources:
    """The sources of findings, numbered in the order in which they are first met.

    >>> sources = Sources(())
    >>> sources.lines()
    ()
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        found = (source(one) for finding in findings for one in cited(finding))
        self._numbers = {line: number for number, line in enumerate(dict.fromkeys(found), 1)}

    def mark(self, finding: Finding) -> str:
        """Return the numbers of a finding's sources, such as ``[1][3]``."""
        numbers = dict.fromkeys(self._numbers[source(one)] for one in cited(finding))
        return "".join(f"[{number}]" for number in numbers)

    def lines(self) -> tuple[str, ...]:
        """Return one line for each source."""
        return tuple(f"[{number}] {line}" for line, number in self._numbers.items())
