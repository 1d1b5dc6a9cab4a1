"""A posting that exists: what its duties say against what its title says."""

import re
from collections.abc import Iterable, Iterator, Mapping

from casemgr_jd._attrs import field, frozen
from casemgr_jd._doors import door, node
from casemgr_jd._frozen import strings
from casemgr_jd._names import joined
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.load import load_catalog
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.hiring._decision import FALLBACK
from casemgr_jd.hiring._reasons import labels
from casemgr_jd.hiring.advice import Advice, recommend_role
from casemgr_jd.hiring.recognition import duties_in
from casemgr_jd.model._display import ShowsItself
from casemgr_jd.model.document import (
    Block,
    Bullet,
    BulletList,
    Document,
    Fact,
    FactList,
    Paragraph,
    Section,
)
from casemgr_jd.model.setting import Role

__all__ = ["TitleReview", "review_title"]

_COORDINATOR = "care_coordinator"
_COORDINATION = ("scheduling", "referrals")
# Of all lines of a posting, so many must speak of scheduling and referrals before a title is doubted.
_TELLING_SHARE = 0.25


def _pairs(values: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(values)


@node
@frozen(eq=False)
class TitleReview(ShowsItself):
    """What the title of a posting says, what its duties say, and whether the two agree."""

    title: str
    """The title as posted."""
    titled: Role | None
    """The role that the title names; ``None`` where it names none of the catalog's."""
    advice: Advice
    """What the duties call for."""
    evidence: tuple[tuple[str, str], ...] = field(converter=_pairs)
    """Each duty that was recognized, with the line that says so."""
    conflicts: tuple[str, ...] = field(default=(), converter=strings)
    """Where title and duties part, each as a sentence."""
    settings: tuple[str, ...] = field(default=(), converter=strings)
    """Names of the settings that the review went by."""
    oversight: str | None = None
    """The oversight that the review went by: ``"licensed"``, ``"none"``, or not known."""
    lines: int = 0
    """How many lines of duties were read."""

    @property
    def agrees(self) -> bool:
        """Whether the title is one that the catalog knows, and nothing in the duties speaks against it."""
        return self.titled is not None and not self.conflicts

    def to_document(self) -> Document:
        """Return the review as a document, which every text format renders."""
        blocks: list[Block] = [Paragraph(self._verdict()), FactList(self._facts())]
        if self.conflicts:
            blocks.append(BulletList(Bullet(one) for one in self.conflicts))
        if self.evidence:
            said = BulletList(Bullet(line, label=duty) for duty, line in self.evidence)
            blocks.append(Section("evidence", "What the Duties Say", [said]))
            advice = self.advice.to_document()
            blocks.append(Section("advice", str(advice.title), advice.blocks))
        return Document(f"Review of the title: {self.title}", blocks)

    def _verdict(self) -> str:
        named = self.titled.title if self.titled else "nothing that the guide knows"
        if not self.evidence:
            return f"The title says {named}; no duty was recognized, so the duties say nothing."
        says = f"The title says {named}; the duties point to {self.advice.role.called}."
        if self.agrees:
            return f"{says} Nothing in the duties speaks against the title."
        return f"{says} Change one or the other."

    def _facts(self) -> Iterator[Fact]:
        told = len({line for _, line in self.evidence})
        yield Fact("Lines that name a duty we know", f"{told} of {self.lines}")
        yield Fact("Setting", joined(self.settings, "and") if self.settings else "not recognized")
        said = {"licensed": "by a licensed professional", "none": "none"}
        yield Fact("Oversight", said.get(self.oversight or "", "not recognized"))

    def __repr__(self) -> str:
        return f"TitleReview({self.title!r}, agrees={self.agrees})"


@door(title=None, lines=None, oversight=None)
def review_title(
    title: str,
    lines: str | Iterable[str],
    *,
    oversight: str | None = None,
    setting: str | Iterable[str] = (),
    catalog: Catalog | None = None,
) -> TitleReview:
    """Compare the title of a posting with its duties.

    Args:
        title: the title as posted.
        lines: the responsibilities as posted, one duty or bullet each; a text is split at its lines.
        oversight: as for ``recommend_role``.
        setting: as for ``recommend_role``.
        catalog: content to use in place of the packaged guide.

    Raises:
        InputError: the setting or the kind of oversight is not known, or an argument is no text.

    >>> review = review_title("RN Case Manager", ["Schedule visits", "Send referrals"])
    >>> review.agrees, review.advice.role.title
    (False, 'Care Coordinator')
    """
    content = catalog or load_catalog()
    said = _said(title, lines)
    found = duties_in(said, content)
    names = {duty.id: duty.label for duty in content.scope.duties}
    weights = {duty: float(len(where)) for duty, where in found.items()}
    advice = recommend_role(duties=weights, oversight=oversight, setting=setting, catalog=content)
    settings = (setting,) if isinstance(setting, str) else tuple(setting)
    titled = _titled(title, content)
    return TitleReview(
        title=title,
        titled=titled,
        advice=advice,
        evidence=[(names[duty], line) for duty in found for line in found[duty]],
        conflicts=_conflicts(titled, advice, found, len(said), content) if titled else (),
        settings=[content.setting(one).name for one in settings],
        oversight=oversight,
        lines=len(said),
    )


def _said(title: object, lines: object) -> tuple[str, ...]:
    if not isinstance(lines, Iterable):
        reason = f"must be a text or texts, not {type(lines).__name__}"
        raise InputError([Problem("lines", reason, "give the words as posted")])
    said = tuple(lines.splitlines() if isinstance(lines, str) else lines)
    problems = [
        Problem(path, f"must be text, not {type(one).__name__}", "give the words as posted")
        for path, one in [("title", title), *((f"lines[{i}]", one) for i, one in enumerate(said))]
        if not isinstance(one, str)
    ]
    if problems:
        raise InputError(problems)
    return tuple(str(one) for one in said if str(one).strip())


def _conflicts(
    titled: Role,
    advice: Advice,
    found: Mapping[str, tuple[str, ...]],
    lines: int,
    catalog: Catalog,
) -> Iterator[str]:
    if not found:
        return
    beyond = [duty for duty in found if not catalog.scope.may(titled, duty)]
    if beyond:
        yield f"{titled.called} does not cover {labels(beyond, catalog)}."
    # A general title asks for no one license: its duties may be of any kind.
    specific = titled.license_required and titled.id != FALLBACK
    if specific and not _licensed(catalog) & set(found):
        yield f"{titled.called} needs a license, and no duty that was recognized does."
    if advice.role.id == _COORDINATOR and titled.license_required:
        telling = {line for duty in _COORDINATION for line in found.get(duty, ())}
        if len(telling) >= lines * _TELLING_SHARE:
            yield (
                f"Most duties that were recognized are those of a {advice.role.title}, which is paid "
                "and led differently."
            )


def _licensed(catalog: Catalog) -> frozenset[str]:
    return frozenset(duty.id for duty in catalog.scope.duties if duty.licenses)


def _titled(title: str, catalog: Catalog) -> Role | None:
    """Return the role whose title the words of *title* hold, the longest first."""
    words = _plain(title)
    named = [
        (name, role)
        for role in catalog.roles
        for name in map(_plain, (role.title, *role.also_called))
        if re.search(rf"\b{re.escape(name)}\b", words)
    ]
    return max(named, key=lambda one: len(one[0]))[1] if named else None


def _plain(title: str) -> str:
    """Return a title as words: lower case, without punctuation.

    >>> _plain("Case Manager, RN (Nights)")
    'case manager rn nights'
    """
    return " ".join(re.findall(r"[\w']+", title.casefold()))
