"""The published ranges of caseloads, and which of them a figure of a posting is held against."""

from bisect import bisect_left
from collections import Counter
from functools import cached_property, lru_cache
from typing import Any

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd.checks.context import Context
from casemgr_jd.facts.found import Caseload
from casemgr_jd.facts.phrases import Wording
from casemgr_jd.model.citation import Citation
from casemgr_jd.reading.lexicon import Said, lexicon
from casemgr_jd.reading.phrases import Phrase, compile_phrase
from casemgr_jd.reading.source import Span
from casemgr_jd.reading.words import word_set

__all__ = ["Band", "Bands", "bands"]


@attrs.frozen(eq=False)
class Band(ByContent):
    """A published or suggested range of caseloads for one program model or setting."""

    id: str
    name: str
    low: float
    high: float
    unit: str
    citation: Citation
    find: tuple[Phrase, ...] = ()
    """How a posting names the model; empty for the range of a whole setting."""
    setting: str = ""
    basis: str = ""
    strict: float = 0
    """Above this number the label of the model and the figure contradict each other; 0 for never."""
    one_duty: bool = False
    """Whether a broader job often has it as one of its duties: then the text must name it beside the figure."""


def own_range(catalog: Any, setting: str) -> Band | None:
    """Return the range that an employer's own catalog gives for a setting, where the packaged guide has another."""
    module = next((one for one in catalog.settings if one.id == setting), None) if catalog else None
    if module is None or module.caseload is None:
        return None
    from casemgr_jd.content.load import load_catalog

    if any(
        one.id == setting and one.caseload == module.caseload for one in load_catalog().settings
    ):
        return None
    load = module.caseload
    return Band(
        id=f"own.{setting}",
        name=module.name,
        low=load.low,
        high=load.high,
        unit=load.unit,
        citation=Citation("The content in use: its own range for this setting", confidence="high"),
        setting=setting,
        basis=load.basis,
    )


@lru_cache(maxsize=1)
def bands() -> tuple[Band, ...]:
    """Return the packaged benchmarks, models before settings."""
    return tuple(_band(dict(table)) for table in lexicon("benchmarks")["bands"])


def _band(table: dict[str, object]) -> Band:
    table["find"] = tuple(compile_phrase(text) for text in table.get("find", ()))  # type: ignore[attr-defined]
    table["citation"] = Citation(**table.pop("source"))  # type: ignore[arg-type]
    return Band(**table)  # type: ignore[arg-type]


class Bands:
    """The benchmarks that figures of one posting are held against."""

    def __init__(self, context: Context) -> None:
        self.context = context

    def of(self, load: Caseload) -> Band | None:
        """The band for a figure: of the model its sentence names, else of the model or setting of the posting."""
        source = self.context.source
        sentence = source.sentence(load.span.start, load.span.end)
        near = self._named_in(sentence) or self._named_just_before(sentence)
        if near is not None:
            return _band_of("hospice_nurse") if near.id == "hospice" and self._is_nurse else near
        if "hospital" in source.folded[sentence.start : sentence.end].split() and not source.holds(
            sentence, _AFTERWARD
        ):
            return self._of_a_setting("hospital")
        if self.context.posting is not None:
            return self._of_setting
        if self._of_posting is not None:
            return self._of_posting
        known = self._of_day(load) or self._of_setting
        if known is not None and known.setting in _OF_CLIENTS and load.unit.startswith("member"):
            return _any_band(load)  # a health plan's members, whatever care they are in
        return known or _any_band(load)

    def _named_just_before(self, sentence: Span) -> Band | None:
        """The strict model of the sentence before, as in "You join an ACT team. You carry 35 clients."."""
        source = self.context.source
        block = source.span_of(source.block_index(sentence.start))
        if sentence.start <= block.start + 2 or source.holds(sentence, _ANOTHER):
            return None
        named = self._named_in(source.sentence(sentence.start - 2, sentence.start - 2))
        return named if named is not None and named.strict else None

    @cached_property
    def _is_nurse(self) -> bool:
        """Whether the licenses asked for are a nurse's alone."""
        asked = {
            one.name
            for one in self.context.facts.credentials
            if one.kind == "license" and one.need != "preferred"
        }
        return asked == {"RN"}

    @cached_property
    def _of_posting(self) -> Band | None:
        """The model that the title names, else one that the text names more than once."""
        title = self.context.facts.title
        named = self._named_in(title.span) if title is not None else None
        if title is not None and self.context.source.holds(title.span, _OF_LAW):
            return named  # a lawyer's client of a program is not the program's
        counts = Counter(id for _, id in self._models)
        often = [band for band in bands() if counts[band.id] > 1 and not band.one_duty]
        return named or next(iter(often), None)

    @cached_property
    def _models(self) -> list[tuple[int, str]]:
        """Where a model is named, in order, and its id."""
        return sorted((one.start(), id) for id, one in _MODELS.matches(self.context.source))

    def _named_in(self, span: Span) -> Band | None:
        first, last = (
            bisect_left(self._models, (span.start,)),
            bisect_left(self._models, (span.end,)),
        )
        named = {id for _, id in self._models[first:last]}
        return next((band for band in bands() if band.id in named), None)

    def _of_day(self, load: Caseload) -> Band | None:
        """Patients counted by the day are a hospital's, unless the text is about homes or clinics."""
        by_day = load.basis == "per day" and "patient" in load.unit
        settings = self._settings
        if not by_day or settings.get("home_health", 0) > settings.get("hospital", 0):
            return None
        return self._of_a_setting("hospital")

    @cached_property
    def _settings(self) -> dict[str, int]:
        counted: dict[str, int] = {}
        for one in self.context.facts.settings:
            setting = one.value.partition(".")[0]
            counted[setting] = counted.get(setting, 0) + 1
        return counted

    @cached_property
    def _of_setting(self) -> Band | None:
        given = list(self.context.known("setting") or ())
        if given:
            return self._of_a_setting(given[0]) if len(given) == 1 else None
        titled = self._settings_of_title() - {"social_services", "specialty"}
        if len(titled) == 1:
            return self._of_a_setting(titled.pop())
        ranked = sorted(self._settings.items(), key=lambda item: -item[1])
        # one setting must clearly lead, or the text does not tell
        leads = ranked and ranked[0][1] >= 3
        if not leads or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        return self._of_a_setting(ranked[0][0])

    def _settings_of_title(self) -> set[str]:
        """The settings that the title names."""
        title = self.context.facts.title
        return {
            one.value.partition(".")[0]
            for one in self.context.facts.settings
            if title is not None and title.span.start <= one.span.start < title.span.end
        }

    def _of_a_setting(self, setting: str) -> Band | None:
        """The range of a setting: the catalog's in use where it has one of its own, else the cited benchmark."""
        return own_range(self.context.catalog, setting) or _setting_band(setting)


_OF_CLIENTS = frozenset({"behavioral", "social_services"})


_ANOTHER = Said("bands", "another")


_OF_LAW = Said("bands", "of_law")


# People followed before, after and between stays are no unit's patients of the day.
_AFTERWARD = Said("bands", "afterward")


_MODELS = Wording[str](lambda: ((phrase, band.id) for band in bands() for phrase in band.find))


_OF_A_PLAN = word_set(
    "member patient inpatient live claim file beneficiarie enrollee visit referral admission bed investigation"
) | {""}


def _any_band(load: Caseload) -> Band | None:
    """The widest published range: plans count members by the hundred, community programs people by the dozen."""
    return _setting_band("any" if load.unit.rstrip("s") in _OF_A_PLAN else "any_community")


def _band_of(id: str) -> Band | None:
    return next((band for band in bands() if band.id == id), None)


def _setting_band(setting: str) -> Band | None:
    return next((band for band in bands() if band.setting == setting), None)
