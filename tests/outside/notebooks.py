"""Shows values, and lists of them, in a real kernel of IPython and by marimo's own display: ``notebooks.py``.

VS Code and Jupyter show what the kernel gives; marimo asks values itself, and needs no kernel for it here.
"""

import nbformat
from marimo._output.formatting import try_format
from nbclient import NotebookClient

START = "import casemgr_jd as jd; made = jd.draft().build(); pay = jd.PayRange(60_000, 70_000)"
OURS = ("made", "[made, made]", "(pay,)", "jd.load_catalog().tiers", "[made, pay]")
"""What is shown by its view."""
OTHERS = ("[1, 2]", "[]", "(made, 1)")
"""What is shown as it would be without us."""


def in_kernel(source: str) -> dict[str, str]:
    """Return what a kernel of IPython displays as the value of *source*, by kind."""
    cells = [nbformat.v4.new_code_cell(one) for one in (START, source)]
    done = NotebookClient(nbformat.v4.new_notebook(cells=cells)).execute()
    (output,) = done.cells[-1].outputs
    return dict(output["data"])


def in_marimo(source: str) -> dict[str, str]:
    """Return what marimo displays as the value of *source*, by kind."""
    # With the first question it learns what it knows of lists, as a notebook of it does at its start.
    try_format(1)
    names: dict[str, object] = {}
    exec(START, names)
    shown = try_format(eval(source, names))
    assert shown.exception is None, (source, shown.traceback)
    return {shown.mimetype: shown.data}


def main() -> None:
    for show in (in_kernel, in_marimo):
        for source in OURS:
            shown = show(source)
            assert shown["text/html"].startswith('<div class="casemgr-jd">'), (source, shown)
        for source in OTHERS:
            assert not show(source).get("text/html", "").startswith("<div"), source
        print(f"{show.__name__}: {len(OURS)} views, and {len(OTHERS)} values left as they are")


if __name__ == "__main__":
    main()
