"""What an earlier release wrote must load for ever."""

from pathlib import Path

import pytest

import casemgr_jd as jd

SAVED = sorted((Path(__file__).parent / "saved").glob("*/*.json"))


def test_every_release_left_postings() -> None:
    assert len(SAVED) >= 48


@pytest.mark.parametrize("path", SAVED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_saved_posting_loads_and_renders(path: Path) -> None:
    posting = jd.loads(path.read_text(encoding="utf-8"))

    assert isinstance(posting, jd.Posting)
    assert jd.loads(jd.dumps(posting)) == posting
    assert posting.heading in jd.render(posting, "text")
    assert all(section.title in jd.render(posting, "text") for section in posting.sections)
