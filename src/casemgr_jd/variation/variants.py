"""Many postings from one requisition: a lazy sequence over the product of some choices."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import product
from math import prod
from typing import Any, overload

from casemgr_jd._attrs import field, fields, frozen
from casemgr_jd._compared import ByContent
from casemgr_jd._doors import door, doors, node
from casemgr_jd._frozen import FrozenMap
from casemgr_jd._names import counted, did_you_mean, joined
from casemgr_jd._views import view
from casemgr_jd.builder.effective import DEFAULT_ROLE, name_problems
from casemgr_jd.builder.posting_builder import build
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.house.house_style import HouseStyle
from casemgr_jd.model._display import ShowsItself
from casemgr_jd.model._entry import described
from casemgr_jd.model.changes import changed
from casemgr_jd.model.document import Document
from casemgr_jd.model.pay import PayRange
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.variation.pays import must_be_met, pay_of, pays_of

__all__ = ["RuledOut", "Variant", "Variants", "variants"]


class AbsentError(InputError, ValueError):
    """What is looked for is none of the variants: an error of ours, and what Python expects there."""


class BeyondError(InputError, IndexError):
    """There are not so many variants: an error of ours, and what Python expects there."""


@frozen(eq=False)
class RuledOut(ByContent):
    """A pair of role and setting that the scope table rules out, with the reason."""

    role: str
    setting: tuple[str, ...]
    reason: str

    def __str__(self) -> str:
        return f"{self.role} in {', '.join(self.setting)}: {self.reason}"


@frozen(eq=False)
class Variant(ShowsItself):
    """One posting among many: its stable id, the choices that made it, the posting itself."""

    id: str
    choices: FrozenMap[Any]
    posting: Posting

    def to_document(self) -> Document:
        """Return the posting."""
        return self.posting


@doors
@node
@frozen(eq=False)
class Variants(Sequence[Variant], ShowsItself):
    """The variants over some axes: lazy, of known length, sharing what they have in common.

    ``ruled_out`` lists the pairs of role and setting that were left out, with the reason.
    """

    requisition: Requisition
    """The facts that all have in common."""
    axes: FrozenMap[tuple[Any, ...]]
    """The values to go through, by requisition field."""
    catalog: Catalog
    """The content that they are made of."""
    ruled_out: tuple[RuledOut, ...] = ()
    """Pairs of role and setting that were left out, each with the reason."""
    _bases: tuple[FrozenMap[Any], ...] = field(default=(), repr=False)
    """The allowed choices of setting and role."""
    pays: FrozenMap[PayRange] = field(factory=FrozenMap)
    """The pay of each tier or place that has its own."""

    def __len__(self) -> int:
        return len(self._bases) * prod(len(values) for values in self.axes.values())

    @overload
    def __getitem__(self, index: int) -> Variant: ...
    @overload
    def __getitem__(self, index: slice) -> list[Variant]: ...
    def __getitem__(self, index: int | slice) -> Variant | list[Variant]:
        if isinstance(index, slice):
            return [self[one] for one in _within(index, len(self))]
        if not isinstance(index, int):
            reason = f"must be an int or a slice, not a {type(index).__name__}"
            raise InputError([Problem("index", reason, "count from 0, or from the end with -1")])
        position = index + len(self) if index < 0 else index
        if not 0 <= position < len(self):
            raise BeyondError([Problem("index", f"is {index}, and there are {len(self)} variants")])
        return self._made(self._choices(position))

    def __iter__(self) -> Iterator[Variant]:
        names = list(self.axes)
        for base in self._bases:
            for values in product(*self.axes.values()):
                yield self._made(FrozenMap({**base, **dict(zip(names, values, strict=True))}))

    def __contains__(self, value: object) -> bool:
        return next(self._places(value, range(len(self))), None) is not None

    def index(self, value: object, start: int = 0, stop: int | None = None) -> int:
        """Return the place of a variant.

        Raises:
            InputError: it is none of these; the error is a ``ValueError`` too.

        >>> found = variants(tiers=["entry", "senior"])
        >>> found.index(found[1])
        1
        """
        found = next(self._places(value, _within(slice(start, stop), len(self))), None)
        if found is None:
            raise AbsentError([Problem("value", "is none of the variants", "give one of them")])
        return found

    def count(self, value: object) -> int:
        """Return how often a variant is here.

        >>> found = variants(tiers=["entry", "senior"])
        >>> found.count(found[1]), found.count("senior")
        (1, 0)
        """
        return sum(1 for _ in self._places(value, range(len(self))))

    def _places(self, value: object, places: range) -> Iterator[int]:
        """Yield where a variant is; only those of the same choices are built to look at."""
        if isinstance(value, Variant):
            for place in places:
                if self._choices(place) == value.choices and self[place] == value:
                    yield place

    def _choices(self, position: int) -> FrozenMap[Any]:
        chosen: dict[str, Any] = {}
        for name, values in reversed(list(self.axes.items())):
            position, index = divmod(position, len(values))
            chosen[name] = values[index]
        return FrozenMap({**self._bases[position], **chosen})

    def _made(self, choices: FrozenMap[Any]) -> Variant:
        made = changed(self.requisition, choices)
        paid = pay_of(made, self.pays)
        if paid is not None:
            made = changed(made, {"pay": paid})
        posting = build(made, catalog=self.catalog)
        return Variant(_variant_id(choices), choices, posting)

    def rows(self, *, check: bool = False) -> Iterator[dict[str, Any]]:
        """Yield what tells each variant apart: id, title, setting, tier, role, places, pay, words and blanks.

        Args:
            check: also count the errors, warnings and remarks of the checker.

        >>> found = variants(tiers=["entry", "lead"], pay={"lead": PayRange(90_000, 110_000)})
        >>> [(row["tier"], row["pay"]) for row in found.rows()]
        [('entry', ''), ('lead', '$90,000–$110,000 a year')]
        """
        return (view(variant, "row", check=check) for variant in self)

    def to_frame(self, *, check: bool = False) -> Any:
        """Return ``rows`` as a data frame of whichever library is installed: pandas, polars or Arrow.

        Raises:
            ExtraNotInstalledError: none of them is installed.
        """
        return view(self, "frame", check=check)

    def to_document(self) -> Document:
        """Return a table of the variants, of many the first ones, and what was ruled out."""
        made: Document = view(self, "document")
        return made

    def __repr__(self) -> str:
        made, out = counted(len(self), "posting"), counted(len(self.ruled_out), "pair")
        return f"Variants({made}, {out} ruled out)"


@door(requisition="make one, or read it with load_requisition")
def variants(
    requisition: Requisition | None = None,
    *,
    settings: Iterable[str | Iterable[str]] | None = None,
    tiers: Iterable[str] | None = None,
    roles: Iterable[str] | None = None,
    editions: Iterable[str] | None = None,
    catalog: Catalog | None = None,
    house: HouseStyle | None = None,
    **varying: Iterable[Any] | None,
) -> Variants:
    """Return a posting for each combination of the given choices.

    Args:
        requisition: the facts that all have in common.
        settings: practice settings; several in one posting as a tuple of ids.
        tiers: seniority tiers.
        roles: roles; a pair with a setting that the scope table rules out is left out and listed.
        editions: ``full``, ``board``.
        catalog: content in place of the packaged guide.
        house: the style that every posting follows.
        **varying: requisition fields by name, each with the values to go through, such as ``locations``.
            ``pay`` may instead be a table by tier, by place (``"Denver, CO"``, ``"CO"``) or by both
            (``"lead CO"``): the nearest of them stands, and no more postings are made.

    Raises:
        InputError: a name is unknown, or a value is not of its field's kind.

    >>> found = variants(settings=["hospital", "social_services"], roles=["rn", "bachelors"])
    >>> len(found), found.ruled_out[-1].role
    (2, 'rn')
    """
    style = house or HouseStyle()
    content = style.catalog(catalog)
    common = style.requisition(requisition)
    pays: FrozenMap[PayRange] = FrozenMap()
    given = varying.get("pay")
    if isinstance(given, Mapping):
        pays = pays_of(given)
        del varying["pay"]
    axes = _checked({**_given("tier", tiers), **_given("edition", editions), **varying})
    setting_sets = _values("setting", settings) if settings is not None else [common.setting]
    role_names = _values("role", roles) if roles is not None else [common.role]
    _check_names(setting_sets, role_names, axes.get("tier", ()), content)
    allowed, ruled_out = _split_pairs(setting_sets, role_names, content)
    must_be_met(pays, common, axes)
    return Variants(common, axes, content, tuple(ruled_out), tuple(allowed), pays)


def _within(part: slice, length: int) -> range:
    try:
        return range(*part.indices(length))
    except (TypeError, ValueError) as error:
        raise InputError([Problem("index", f"is no slice: {error}")]) from None


def _given(name: str, values: Iterable[Any] | None) -> dict[str, Iterable[Any]]:
    return {} if values is None else {name: values}


def _values(name: str, values: Iterable[Any]) -> list[Any]:
    made = [getattr(Requisition(**{name: value}), name) for value in values]
    return list(dict.fromkeys(made))


def _checked(axes: Mapping[str, Iterable[Any] | None]) -> FrozenMap[tuple[Any, ...]]:
    known = [one.name for one in fields(Requisition)]
    problems = [
        Problem(name, "is not a field of a requisition", did_you_mean(name, known))
        for name in axes
        if name not in known
    ]
    checked: dict[str, tuple[Any, ...]] = {}
    for name, values in axes.items():
        if name not in known or values is None:
            continue
        if isinstance(values, str):
            values = [values]  # one, and not its letters
        if isinstance(values, bytes | Mapping) or not isinstance(values, Iterable):
            reason = f"must be several values to go through, not {described(values)}"
            problems.append(Problem(name, reason, "give a list"))
            continue
        try:
            checked[name] = tuple(_values(name, values))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return FrozenMap(checked)


def _split_pairs(
    settings: list[tuple[str, ...]], roles: list[str | None], catalog: Catalog
) -> tuple[list[FrozenMap[Any]], list[RuledOut]]:
    allowed: list[FrozenMap[Any]] = []
    ruled_out: list[RuledOut] = []
    for setting, role in product(settings, roles):
        reason = catalog.scope.unusual(role or DEFAULT_ROLE, setting)
        if reason:
            ruled_out.append(RuledOut(role or DEFAULT_ROLE, setting, reason))
        else:
            allowed.append(FrozenMap({"setting": setting, "role": role}))
    return allowed, ruled_out


def _check_names(
    settings: list[tuple[str, ...]],
    roles: list[str | None],
    tiers: tuple[str, ...],
    catalog: Catalog,
) -> None:
    """Tell every unknown name of the axes at once, before the first posting is asked for."""
    named = [
        *(Requisition(setting=one) for one in settings),
        *(Requisition(role=one) for one in roles),
        *(Requisition(tier=one) for one in tiers),
    ]
    problems = [problem for one in named for problem in name_problems(one, catalog)]
    if problems:
        raise InputError(list(dict.fromkeys(problems)))


def _variant_id(choices: Mapping[str, Any]) -> str:
    """Return an id made of the choices: the same on every machine, whatever the order of axes."""
    words = [_slug(choices[name]) for name in _ID_ORDER if choices.get(name)]
    for name in sorted(set(choices) - set(_ID_ORDER)):
        # Two values may read alike as words, so a digest of the value itself tells them apart.
        value = choices[name]
        digest = sha256(f"{name}={value!r}".encode("utf-8", "replace")).hexdigest()[:_DIGEST]
        words += [_slug(value)[:_WORDS].strip("-"), digest] if value else [digest]
    return "-".join(word for word in words if word) or "general"


_ID_ORDER = ("setting", "tier", "role", "edition")
_WORDS = 40
_DIGEST = 8


def _slug(value: Any) -> str:
    if isinstance(value, tuple):
        words = joined([_slug(one) for one in value], "and").replace(", ", "-").replace(" ", "-")
    else:
        words = str(getattr(value, "value", value))
    kept = "".join(one if one.isalnum() or one in "._" else "-" for one in words.lower())
    return "-".join(part for part in kept.split("-") if part)
