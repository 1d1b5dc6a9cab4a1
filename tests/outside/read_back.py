"""Reads back what ``produce.py`` wrote, with readers and schemas of other projects.

Usage: ``python read_back.py FOLDER JOB_SCHEMA``, where JOB_SCHEMA is JSON Resume's own schema of a job.
"""

import json
import sys
from pathlib import Path

import extruct
import jsonschema


def page_problems(page: Path) -> list[str]:
    """Return what is wrong with the JSON-LD that extruct takes from a page."""
    found = extruct.extract(page.read_text(encoding="utf-8"), syntaxes=["json-ld"])["json-ld"]
    alone = json.loads(page.with_suffix(".jsonld").read_text(encoding="utf-8"))
    return [] if found == [alone] else ["the JSON-LD in the page is not the JSON-LD alone"]


def job_problems(job: Path, schema: dict[str, object]) -> list[str]:
    """Return what JSON Resume's schema finds."""
    data = json.loads(job.read_text(encoding="utf-8"))
    return [error.message for error in jsonschema.Draft4Validator(schema).iter_errors(data)]


def main(folder: Path, job_schema: Path) -> int:
    schema = json.loads(job_schema.read_text(encoding="utf-8"))
    pages, jobs = sorted(folder.glob("*.html")), sorted(folder.glob("*.jsonresume.json"))
    problems = [f"{page.name}: {one}" for page in pages for one in page_problems(page)]
    problems += [f"{job.name}: {one}" for job in jobs for one in job_problems(job, schema)]
    print(*problems, sep="\n")
    print(f"{len(pages)} pages and {len(jobs)} jobs read back, {len(problems)} problems")
    return 1 if problems or not pages or not jobs else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
