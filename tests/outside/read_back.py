"""Reads back what ``produce.py`` wrote, with readers and schemas of other projects.

Usage: ``python read_back.py FOLDER JOB_SCHEMA``, where JOB_SCHEMA is JSON Resume's own schema of a job.
The schemas of the feeds are ours, since the boards publish none.
"""

import json
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import cmarkgfm
import extruct
import jsonschema
import lxml.html
import markdown
import xmlschema


def page_problems(page: Path) -> list[str]:
    """Return what is wrong with the JSON-LD that extruct takes from a page."""
    found = extruct.extract(page.read_text(encoding="utf-8"), syntaxes=["json-ld"])["json-ld"]
    alone = json.loads(page.with_suffix(".jsonld").read_text(encoding="utf-8"))
    return [] if found == [alone] else ["the JSON-LD in the page is not the JSON-LD alone"]


def job_problems(job: Path, schema: dict[str, object]) -> list[str]:
    """Return what JSON Resume's schema finds."""
    data = json.loads(job.read_text(encoding="utf-8"))
    return [error.message for error in jsonschema.Draft4Validator(schema).iter_errors(data)]


@cache
def grammar(path: Path) -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(path))


def feed_problems(feed: Path) -> list[str]:
    """Return what the schema of a board finds in a feed."""
    board = feed.suffixes[-2].lstrip(".")
    found = grammar(feed.parent / f"{board}.xsd").iter_errors(str(feed))
    return [str(error.reason) for error in found]


def words_alone(text: str) -> str:
    """Return a text without spaces and colons: in plain text a colon stands behind a heading in a section."""
    return "".join(text.replace(":", "").split())


def letters(fragment: str) -> str:
    """Return what a reader sees of HTML."""
    return words_alone(lxml.html.fromstring(f"<div>{fragment}</div>").text_content())


def plain(text: str) -> str:
    """Return plain text without the marks before bullets and the lines below headings."""
    lines = (line.strip().removeprefix("- ") for line in text.splitlines())
    return "".join(words_alone(line) for line in lines if set(line) - {"=", "-"})


def as_mkdocs_does(text: str) -> str:
    return str(markdown.markdown(text, extensions=["tables"]))


READERS: dict[str, Callable[[str], str]] = {
    "GitHub": cmarkgfm.github_flavored_markdown_to_html,
    "MkDocs": as_mkdocs_does,
}


def markdown_problems(file: Path) -> list[str]:
    """Return whose reading of the Markdown is not the plain text of the same posting."""
    wanted = plain(file.with_suffix(".txt").read_text(encoding="utf-8"))
    text = file.read_text(encoding="utf-8")
    return [
        f"{name} reads other words"
        for name, read in READERS.items()
        if letters(read(text)) != wanted
    ]


def problems(folder: Path, job_schema: Path) -> Iterator[tuple[str, int, list[str]]]:
    """Yield each kind with how many files of it there are, and what is wrong with them."""
    schema = json.loads(job_schema.read_text(encoding="utf-8"))
    kinds: dict[str, Callable[[Path], list[str]]] = {
        "*.html": page_problems,
        "*.jsonresume.json": lambda job: job_problems(job, schema),
        "*.indeed.xml": feed_problems,
        "*.linkedin.xml": feed_problems,
        "*.md": markdown_problems,
    }
    for kind, read in kinds.items():
        files = sorted(folder.glob(kind))
        yield kind, len(files), [f"{file.name}: {one}" for file in files for one in read(file)]


def main(folder: Path, job_schema: Path) -> int:
    failed = False
    for kind, count, found in problems(folder, job_schema):
        print(*found, sep="\n", end="\n" if found else "")
        print(f"{kind}: {count} read back, {len(found)} problems")
        failed |= bool(found) or not count
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
