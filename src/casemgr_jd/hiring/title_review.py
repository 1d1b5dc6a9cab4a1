"""A posting that exists: what its duties say against what its title says."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from attrs import field, frozen

from casemgr_jd._frozen import strings
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.load import load_catalog
from casemgr_jd.hiring._data import table
from casemgr_jd.hiring._decision import FALLBACK
from casemgr_jd.hiring._reasons import labels
from casemgr_jd.hiring.advice import Advice, recommend_role
from casemgr_jd.model._display import ShowsItself
from casemgr_jd.model.document import Block, Bullet, BulletList, Document, Paragraph, Section, Table
from casemgr_jd.model.setting import Role

__all__ = ["TitleReview", "duties_in", "review_title"]

_COORDINATOR = "care_coordinator"


def _pairs(values: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(values)


@frozen
class TitleReview(ShowsItself):
    """What the title of a posting says, what its duties say, and whether the two agree."""

    title: str
    titled: Role | None
    """The role that the title names; ``None`` where it names none of the catalog's."""
    advice: Advice
    evidence: tuple[tuple[str, str], ...] = field(converter=_pairs)
    """Each duty that was recognized, with the line that says so."""
    conflicts: tuple[str, ...] = field(default=(), converter=strings)
    """Where title and duties part, each as a sentence."""

    @property
    def agrees(self) -> bool:
        """Whether the title is one that the catalog knows, and nothing in the duties speaks against it."""
        return self.titled is not None and not self.conflicts

    def as_document(self) -> Document:
        """Return the review as a document, which every text format renders."""
        blocks: list[Block] = [Paragraph(self._verdict())]
        if self.conflicts:
            blocks.append(BulletList(Bullet(one) for one in self.conflicts))
        if self.evidence:
            rows = Table(["Duty", "Line of the posting"], self.evidence)
            blocks.append(Section("evidence", "What the Duties Say", [rows]))
        advice = self.advice.as_document()
        blocks.append(Section("advice", str(advice.title), advice.blocks))
        return Document(f"Review of the Title: {self.title}", blocks)

    def _as_document(self) -> Document:
        return self.as_document()

    def _verdict(self) -> str:
        named = self.titled.title if self.titled else "nothing that the guide knows"
        says = f"The title says {named}; the duties point to {self.advice.role.title}."
        return f"{says} {'The two go together.' if self.agrees else 'Change the one or the other.'}"

    def __repr__(self) -> str:
        return f"TitleReview({self.title!r}, agrees={self.agrees})"


def review_title(
    title: str,
    lines: Iterable[str],
    *,
    oversight: str | None = None,
    setting: str | Iterable[str] = (),
    catalog: Catalog | None = None,
) -> TitleReview:
    """Compare the title of a posting with its duties.

    Args:
        title: the title as posted.
        lines: the responsibilities as posted, one duty or bullet each.
        oversight: as for ``recommend_role``.
        setting: as for ``recommend_role``.
        catalog: content to use in place of the packaged guide.

    Raises:
        InputError: the setting or the kind of oversight is not known.

    >>> review = review_title("RN Case Manager", ["Schedule visits", "Send referrals"])
    >>> review.agrees, review.advice.role.title
    (False, 'Care Coordinator')
    """
    content = catalog or load_catalog()
    found = duties_in(lines)
    names = {duty.id: duty.label for duty in content.scope.duties}
    weights = {duty: float(len(said)) for duty, said in found.items() if duty in names}
    advice = recommend_role(duties=weights, oversight=oversight, setting=setting, catalog=content)
    evidence = [(names[duty], line) for duty in weights for line in found[duty]]
    titled = _titled(title, content)
    conflicts = _conflicts(titled, advice, weights, content) if titled else ()
    return TitleReview(title, titled, advice, evidence, conflicts)


def _conflicts(
    titled: Role, advice: Advice, duties: Iterable[str], catalog: Catalog
) -> Iterator[str]:
    found = list(duties)
    beyond = [duty for duty in found if not catalog.scope.may(titled, duty)]
    if beyond:
        yield f"{titled.title} does not cover {labels(beyond, catalog)}."
    # A general title asks for no one license: its duties may be of any kind.
    if titled.license_required and titled.id != FALLBACK and not _licensed(catalog) & set(found):
        yield f"{titled.title} needs a license, and no duty that was recognized does."
    if advice.role.id == _COORDINATOR and titled.license_required:
        yield f"Most duties are those of a {advice.role.title}, which is paid and led differently."


def duties_in(lines: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the duties that *lines* speak of, each with the lines that do.

    >>> duties_in(["Complete utilization review with MCG criteria"])
    {'utilization_review': ('Complete utilization review with MCG criteria',)}
    """
    found: dict[str, tuple[str, ...]] = {}
    licensed = _licensed(load_catalog())
    for line in lines:
        words = line.casefold()
        for duty, pattern in _signals():
            match = pattern.search(words)
            if match and not (duty in licensed and _supports(words[: match.start()])):
                found[duty] = (*found.get(duty, ()), line)
    return found


def _supports(before: str) -> bool:
    """Tell whether what stands before a duty says that somebody else performs it."""
    words = table("advice")["support"]["openings"]
    clause = set(re.split(r"[,;]", before)[-1].split())
    return before.split(": ")[-1].startswith(tuple(words)) or not clause.isdisjoint(words)


@lru_cache(maxsize=1)
def _signals() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (one["duty"], re.compile(rf"\b(?:{'|'.join(map(re.escape, one['words']))})\b"))
        for one in table("advice")["signals"]
    )


def _licensed(catalog: Catalog) -> frozenset[str]:
    return frozenset(duty.id for duty in catalog.scope.duties if duty.licenses)


def _titled(title: str, catalog: Catalog) -> Role | None:
    """Return the role whose title the words of *title* hold, the longest first."""
    words = title.casefold()
    roles = sorted(catalog.roles, key=lambda role: len(role.title), reverse=True)
    return next((role for role in roles if role.title.casefold() in words), None)
