"""What goes through a whole text says so, or what a sibling's rules found would be told of another text."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import casemgr_jd

ROOT = Path(casemgr_jd.__file__).parent
FILES = [path for room in ("checks", "facts") for path in sorted((ROOT / room).rglob("*.py"))]
#: Of a text alone, or of a file before it is read.
NOT_OF_ONE = {
    "facts/by_block.py",
    "facts/where.py",
    "facts/phrases.py",
    "checks/fix.py",
    "checks/inline.py",
}


def whole_reads(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield each line on which blocks or text of a source are taken other than around a place."""
    above = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Attribute)
            and node.attr in ("blocks", "text", "folded")
            and _is_source(node.value)
            and not _around_a_place(node, above[node], above)
        ):
            yield node.lineno, ast.unparse(above[node])


def _is_source(node: ast.AST) -> bool:
    return (isinstance(node, ast.Name) and node.id == "source") or (
        isinstance(node, ast.Attribute) and node.attr == "source"
    )


def _around_a_place(node: ast.Attribute, parent: ast.AST, above: dict[ast.AST, ast.AST]) -> bool:
    if isinstance(parent, ast.Subscript):
        cut = parent.slice
        return node.attr != "blocks" or not (isinstance(cut, ast.Slice) and cut.lower is None)
    if isinstance(parent, ast.Attribute):  # text.find(mark, start, end)
        call = above[parent]
        return isinstance(call, ast.Call) and call.func is parent and len(call.args) > 1
    if isinstance(parent, ast.Call) and node in parent.args:
        name = parent.func.attr if isinstance(parent.func, ast.Attribute) else ""
        if isinstance(parent.func, ast.Name) and parent.func.id == "len":
            within = above[parent]
            return not (
                isinstance(within, ast.Call) and ast.unparse(within.func) in _FROM_END_TO_END
            )
        if isinstance(parent.func, ast.Name):
            return parent.func.id in ("_goes_on_from", "_after", "_is_whole", "accommodations")
        return name == "find_within" or len(parent.args) > (1 if name == "match" else 2)
    return False


_FROM_END_TO_END = ("Span", "range")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_goes_through_a_whole_text_says_so(path: Path) -> None:
    if str(path.relative_to(ROOT)) in NOT_OF_ONE:
        pytest.skip("it takes one block at a time, or no source")
    found = list(whole_reads(ast.parse(path.read_text(encoding="utf-8"))))
    assert found == [], "write source.whole, source.top or source.once"


def test_a_whole_read_is_found() -> None:
    code = [
        "a = source.folded[1:2]",
        "b = 'x' in source.folded",
        "c = P.search(source.text)",
        "d = P.match(source.text, 3)",
        "e = Span(0, len(source.folded))",
        "f = at < len(source.blocks)",
    ]
    assert [line for line, _ in whole_reads(ast.parse("\n".join(code)))] == [2, 3, 5]
