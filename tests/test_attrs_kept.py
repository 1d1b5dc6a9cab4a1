"""The classes that a wheel makes of what it keeps are those that attrs and ``typing`` make."""

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from casemgr_jd import _attrs
from casemgr_jd._attrs_keeping import classes_module, our_classes, our_tuples
from casemgr_jd._written import KEPT_CODE
from casemgr_jd.model.pay import PayRange

EXAMPLES = Path(__file__).parent.parent / "examples"

TOLD = """
    import inspect, attrs
    from casemgr_jd._attrs_keeping import our_classes

    def named(one):
        return getattr(one, "__qualname__", None) or repr(one) if callable(one) else repr(one)

    def told(field):
        default = field.default
        if isinstance(default, attrs.Factory):
            default = ("made by", default.factory)
        shown = {name: getattr(field, name) for name in field.__slots__}
        shown |= {"default": default, "type": str(field.type)}
        return sorted((name, named(one)) for name, one in shown.items())

    for kind in our_classes():
        print(kind.__module__, kind.__qualname__, [one.__qualname__ for one in kind.__mro__])
        print([told(one) for one in attrs.fields(kind)])
        print(kind.__match_args__, vars(kind).get("__slots__"), kind.__doc__)
        print(inspect.signature(kind))
        print(kind.__init__.__qualname__, kind.__init__.__module__)
        print([name for name in dir(kind) if name not in ("__signature__", "__eq__", "__hash__")])
        print(attrs.has(kind), kind.__setattr__.__qualname__, kind.__getstate__.__qualname__)
"""

USED = """
    import copy, pickle, attrs, casemgr_jd as jd
    from casemgr_jd.model.posting import Posting
    from casemgr_jd.law import Law, PayLaw
    from datetime import date

    def refused(attempt):
        try:
            attempt()
        except Exception as error:
            return type(error).__name__, str(error.args[0])

    r = jd.Requisition(organization="Lakeside Health", pay=jd.PayRange(60_000, 70_000), tier="senior")
    p = jd.build(r)
    for one in (r, r.pay, p, p.blocks[1], jd.load_catalog().setting("hospital")):
        print(repr(one), hash(one) == hash(copy.copy(one)), copy.deepcopy(one) == one)
        print(pickle.loads(pickle.dumps(one)) == one, type(one).__reduce_ex__(one, 4)[2])
        print(refused(lambda: setattr(one, "organization", "x")), refused(lambda: delattr(one, "id")))
    print(attrs.evolve(r, organization="Other"))
    print(refused(lambda: jd.Requisition(organisation="x")), refused(lambda: jd.PayRange("much")))
    print(attrs.asdict(r.pay), refused(lambda: jd.PayRange(1, 2, 3, 4, 5, 6, 7)))
    print(refused(lambda: PayLaw(place="CO", citation="x", as_of=date(2026, 1, 1),
                                 review_by=date(2026, 1, 2), id="a", name="A", confidence="sure")))
    print(PayLaw(place="CO", citation="x", as_of=date(2026, 1, 1),
                 review_by=date(2026, 1, 2), id="a", name="A"))

    class Plain(Posting):
        def __setattr__(self, name, value):
            super().__setattr__(name, value)

    @attrs.frozen(kw_only=True, eq=False)
    class More(Law):
        more: str = "more"

    print(refused(lambda: setattr(Plain(**{"requisition": r, "title": p.title, "blocks": p.blocks}), "x", 1)))
    more = More(place="CO", citation="x", as_of=date(2026, 1, 1), review_by=date(2026, 1, 2))
    print(more, refused(lambda: setattr(more, "more", "less")), isinstance(more, Law))
    match r.pay:
        case jd.PayRange(low, high):
            print(low, high)
"""

MADE = """
    import sys, casemgr_jd as jd
    pay = jd.PayRange(60_000, 70_000)
    facts = jd.Requisition(organization="Lakeside Health", pay=pay, locations=[jd.Location("Boise", "ID")])
    for one in (facts.pay.minimum, facts.locations[0].city, hash(facts) == hash(facts), jd.build.__name__):
        print(one)
    assert ("attrs" in sys.modules) is (len(sys.argv) < 2), "attrs is loaded only where nothing is kept"
"""


TUPLES = r"""
    import copy, inspect, pickle, re, typing
    from casemgr_jd._attrs_keeping import our_tuples

    def refused(attempt):
        try:
            return attempt()
        except Exception as error:
            return type(error).__name__, str(error)

    for kind in our_tuples():
        print(kind.__module__, kind.__qualname__, kind.__bases__, type(kind), kind.__doc__)
        signature = re.sub(r"ForwardRef\(('.*?')\)", r"\1", str(inspect.signature(kind)))
        print(kind._fields, kind._field_defaults, kind.__match_args__, signature)
        print(refused(lambda: sorted(typing.get_type_hints(kind).items())))
        print([(name, vars(kind)[name].__doc__) for name in kind._fields])
        print(sorted(vars(kind)), kind.__orig_bases__[0] is typing.NamedTuple)
        print(inspect.unwrap(kind.__new__).__module__)
        first, *_ = names = kind._fields
        one = kind._make(range(len(names)))
        print(one._asdict(), tuple(one), getattr(one, first), tuple(one._replace(**{first: -1})))
        print(refused(lambda: repr(one)))
        print(refused(lambda: pickle.loads(pickle.dumps(one)) == copy.deepcopy(one) == one))
        print(refused(lambda: one._replace(unknown=1)), refused(lambda: kind._make(range(99))))
        print(refused(lambda: setattr(one, first, 1)), refused(lambda: kind(unknown=1)))
        print(refused(lambda: kind(*range(99))), refused(lambda: vars(one)))
"""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    source = classes_module(our_classes(), our_tuples())
    (folder / f"{KEPT_CODE}.py").write_text(source, encoding="utf-8")
    return folder


def _run(code: str, *kept: Path) -> str:
    """Run a program, with classes made of what is kept in a folder where one is given."""
    # Not what a wheel keeps itself, where the tests run on one.
    start = f"""
import sys, casemgr_jd.data
casemgr_jd.data.__path__[:0] = sys.argv[1:]
if not sys.argv[1:]:
    sys.modules["casemgr_jd.data.{KEPT_CODE}"] = None
"""
    done = subprocess.run(
        [sys.executable, "-c", start + dedent(code), *map(str, kept)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert not done.returncode, done.stderr
    return done.stdout


@pytest.mark.parametrize("code", [TOLD, USED, TUPLES, MADE], ids=["told", "used", "tuples", "made"])
def test_classes_of_what_is_kept_are_those_that_attrs_makes(code: str, kept: Path) -> None:
    expected = _run(code)
    assert len(expected.splitlines()) > 3
    assert _run(code, kept).splitlines() == expected.splitlines()


def test_a_value_pickled_by_the_one_is_read_by_the_other(kept: Path, tmp_path: Path) -> None:
    load = "import pickle, pathlib, casemgr_jd as jd\n"
    file = f"pathlib.Path({str(tmp_path / 'posting.pickle')!r})"
    write = f"{load}{file}.write_bytes(pickle.dumps(jd.build(jd.Requisition(tier='lead'))))"
    read = (
        f"{load}found = pickle.loads({file}.read_bytes())\n"
        "assert found == jd.build(jd.Requisition(tier='lead')) and found.heading"
    )
    for writer, reader in [((kept,), ()), ((), (kept,))]:
        _run(write, *writer)
        _run(read, *reader)


def test_nearly_every_class_is_kept() -> None:
    classes = our_classes()
    module: dict[str, object] = {}
    exec(classes_module(classes), module)
    found = module["CLASSES"]
    assert isinstance(found, dict)
    assert len(found) > 0.9 * len(classes) > 90
    assert f"{PayRange.__module__}:{PayRange.__qualname__}" in found


def test_every_named_tuple_is_kept(kept: Path) -> None:
    code = """
        from casemgr_jd._attrs_keeping import our_tuples
        from casemgr_jd._records import KEPT_TUPLES
        from casemgr_jd._written import kept_code
        made = [one for one in our_tuples() if one._make.__func__.__qualname__ == "_Common._make"]
        print(len(made), len(kept_code(KEPT_TUPLES)))
    """
    made, known = map(int, _run(code, kept).split())
    assert made == known > 60
    assert _run(code).split()[0] == "0"


def test_a_named_tuple_that_changed_is_made_as_ever(kept: Path, tmp_path: Path) -> None:
    source = (kept / f"{KEPT_CODE}.py").read_text(encoding="utf-8")
    before = "lambda _cls, number, output, problems, "
    assert before in source
    (tmp_path / f"{KEPT_CODE}.py").write_text(
        source.replace(before, "lambda _cls, number, output, ")
    )
    code = "import casemgr_jd as jd; print(jd.Outcome._fields, jd.Outcome._make.__qualname__)"
    assert _run(code, tmp_path) == _run(code)


def _body() -> type:
    class Body:
        __slots__ = ()
        first: str = _attrs._field(default="")
        second: int = 2

    return Body


def _fills(attr_dict: dict[str, object]) -> object:
    def __init__(self: object, first: object = "", second: object = 2) -> None: ...

    return __init__


@pytest.mark.parametrize(
    "names",
    [
        (("first", "d"),),
        (("first", "d"), ("second", "d"), ("third", "d")),
        (("first", "dc"), ("second", "d")),
        (("first", "d"), ("second", "")),
        (("second", "d"), ("first", "d")),
    ],
)
def test_what_does_not_fit_a_class_is_not_used(names: tuple[tuple[str, str], ...]) -> None:
    def made(fields: tuple[tuple[str, str], ...]) -> type | None:
        rows = tuple((*one, True, True, None, False, one[0]) for one in fields)
        return _attrs._made_of_kept(_body(), {}, rows, (), _fills)

    assert made((("first", "d"), ("second", "d"))) is not None
    if names[0][0] != "second":
        assert made(names) is None


def test_what_another_version_kept_is_not_used(kept: Path, tmp_path: Path) -> None:
    other = (
        (kept / f"{KEPT_CODE}.py")
        .read_text(encoding="utf-8")
        .replace("VERSION = '", "VERSION = 'x", 1)
    )
    (tmp_path / f"{KEPT_CODE}.py").write_text(other, encoding="utf-8")
    code = "import sys, casemgr_jd as jd; jd.PayRange; assert 'attrs' in sys.modules; print('by attrs')"
    assert _run(code, tmp_path).strip() == "by attrs"
