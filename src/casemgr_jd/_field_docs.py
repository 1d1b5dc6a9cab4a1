"""What stands beneath each field of a class, in its source: pages and schemas are made from it."""

import ast
import inspect
import textwrap
from itertools import pairwise

__all__ = ["field_docs"]


def field_docs(kind: type) -> dict[str, str]:
    """Return the docstring of each field of a class and those that it inherits, by its name.

    Where the source is not at hand there are none.

    >>> from casemgr_jd import Omission
    >>> sorted(field_docs(Omission))
    ['id', 'reason']
    """
    found: dict[str, str] = {}
    for one in reversed(kind.__mro__):
        if not one.__module__.startswith("casemgr_jd"):
            continue
        try:
            (tree,) = ast.parse(textwrap.dedent(inspect.getsource(one))).body
        except (OSError, TypeError):
            continue
        body = tree.body if isinstance(tree, ast.ClassDef) else []
        for node, after in pairwise(body):
            target = node.target if isinstance(node, ast.AnnAssign) else None
            words = after.value if isinstance(after, ast.Expr) else None
            if isinstance(target, ast.Name) and isinstance(words, ast.Constant):
                found[target.id] = " ".join(str(words.value).split())
    return found
