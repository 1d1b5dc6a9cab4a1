"""Writes what outside validators read: every setting at every tier, in the formats that they know.

Usage: ``python produce.py FOLDER``
"""

import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from cases import cases  # noqa: E402
from samples import complete  # noqa: E402

import casemgr_jd as jd  # noqa: E402

FORMATS = {"html": ".html", "jsonld": ".jsonld", "jsonresume": ".jsonresume.json"}


def postings() -> Iterator[tuple[str, jd.Posting]]:
    """Yield postings with a name each; all that search engines require is given."""
    catalog = jd.load_catalog()
    for setting in catalog.settings:
        for tier in catalog.tiers:
            facts = complete(setting=[setting.id], tier=tier.id, role="case_manager", title=None)
            yield f"{setting.id}-{tier.id}", jd.build(facts)
    yield from cases()
    remote = complete(work_model="remote", remote_states=["CO", "WY"], locations=())
    yield "remote", jd.build(remote)
    yield (
        "ongoing",
        jd.build(complete(closing_date="ongoing", pay=jd.PayRange(rate=38.5, per="hour"))),
    )


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, posting in postings():
        # A draft has no machine format, and its page no data for search engines.
        if posting.unfilled:
            continue
        for format, suffix in FORMATS.items():
            output = jd.render(posting, format)
            (folder / f"{name}{suffix}").write_text(output, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
