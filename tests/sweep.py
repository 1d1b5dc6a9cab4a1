"""Every public function, class and method of the library with every value of a wrong kind, one at a time.

Nothing is listed by hand but how to get at the things: a name that becomes public is swept by itself.
"""

import inspect
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, NamedTuple, Protocol

from samples import complete
from wrong_values import PYTHON

import casemgr_jd as jd
from casemgr_jd._formats import FORMATS
from casemgr_jd.errors import CaseMgrError


class Call(NamedTuple):
    """A public callable, and arguments with which it works."""

    name: str
    function: Callable[..., Any]
    good: dict[str, Any]
    wanted: tuple[str, ...]


def known() -> dict[str, Any]:
    """Return something that works, by the name of a parameter or of the class of an instance."""
    posting = jd.build(complete(tier="senior"))
    catalog = jd.load_catalog()
    text = "# RN Case Manager\n\n- Coordinate care.\n"
    return {
        "posting": posting,
        "before": posting,
        "after": posting,
        "document": text,
        "requisition": complete(),
        "catalog": catalog,
        "value": posting,
        "text": jd.dumps(posting),
        "format": "markdown",
        "path": "missing.toml",
        "duties": ["therapy"],
        "rows": [{"organization": "Lakeside"}],
    }


def calls() -> Iterator[Call]:
    """Yield every public function and class, and the public methods of what they make."""
    have = known()
    for name in sorted(jd.__all__):
        thing = getattr(jd, name)
        if isinstance(thing, type) and issubclass(thing, BaseException | Enum):
            continue
        if getattr(thing, "_is_protocol", False) or not callable(thing):
            continue
        yield from _call(name, thing, have)
    for one in instances():
        for name, method in inspect.getmembers(one, _is_ours):
            if not name.startswith("_"):
                yield from _call(f"{type(one).__name__}.{name}", method, have)


def instances() -> Iterator[Any]:
    """Yield one of every public class that something public makes."""
    posting = jd.build(complete(tier="senior"))
    catalog = jd.load_catalog()
    yield posting
    yield catalog
    yield jd.HouseStyle(values={"phone": "1"})
    yield jd.draft()
    yield jd.get_renderer("markdown").plan(posting, varying=["pay"])
    yield jd.get_renderer("markdown").plan(posting, varying=["pay"])
    yield from map(jd.get_renderer, FORMATS.names())
    yield jd.check(posting)
    yield jd.compare(posting, posting)
    yield jd.variants(complete())
    yield jd.interview_kit(posting)
    yield jd.recommend_role(duties=["therapy"])
    yield catalog.roles[0]
    yield catalog.settings[0]
    yield catalog.tiers[0]
    yield jd.Text.parse("{organization}")
    yield posting.sections[0]
    yield jd.PayRange(1, 2)
    yield jd.PayPart("Ohio", 1, 2)
    yield jd.CaseloadRange(1, 2)


def _is_ours(member: object) -> bool:
    """What a class has of Python's own keeps Python's own manners."""
    return inspect.ismethod(member) and member.__func__.__module__.startswith("casemgr_jd")


def _call(name: str, function: Callable[..., Any], have: dict[str, Any]) -> Iterator[Call]:
    try:
        parameters = inspect.signature(function).parameters.values()
    except ValueError:
        return
    good = {
        one.name: have[one.name]
        for one in parameters
        if one.name in have and one.default is one.empty
    }
    plain = [one for one in parameters if one.kind in (one.POSITIONAL_OR_KEYWORD, one.KEYWORD_ONLY)]
    yield Call(name, function, good, tuple(one.name for one in plain))


class Report(Protocol):
    def __call__(self, call: Call, parameter: str, value: object, error: Exception) -> None: ...


def sweep(report: Report, values: tuple[Any, ...] = PYTHON) -> int:
    """Try everything; *report* is told of what is none of our errors. Return how much was tried."""
    tried = 0
    for call in calls():
        takes = inspect.signature(call.function).parameters
        needed = [name for name in call.wanted if takes[name].default is inspect.Parameter.empty]
        for parameter in call.wanted:
            for value in values:
                if callable(value) and "Callable" in str(takes[parameter].annotation):
                    # What a function does that somebody gives us is theirs.
                    continue
                given = {**dict.fromkeys(needed, "x"), **call.good, parameter: value}
                tried += 1
                try:
                    made = call.function(**given)
                    repr(made)
                except CaseMgrError as error:
                    try:
                        str(error), repr(error)
                    except Exception as failed:
                        report(call, parameter, value, failed)
                except Exception as error:
                    report(call, parameter, value, error)
    return tried
