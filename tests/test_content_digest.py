"""The catalog's digest is that of the content in the repository, however the package was installed."""

import tomllib
from pathlib import Path

import casemgr_jd as jd
from casemgr_jd.content.digest import digest
from casemgr_jd.content.files import gathered
from casemgr_jd.law.gather import content_tables
from casemgr_jd.model.states import STATES

DATA = Path(__file__).parents[1] / "src" / "casemgr_jd" / "data"
LAW = DATA / "law" / "places"


def test_the_digest_is_that_of_the_files_of_the_catalog() -> None:
    tables = gathered(lambda name: tomllib.loads((DATA / name).read_text(encoding="utf-8")))
    law = {
        path.name: tomllib.loads(path.read_text(encoding="utf-8")) for path in LAW.glob("*.toml")
    }
    assert jd.load_catalog().hash == digest({**tables, "law": content_tables(law, STATES)})


def test_another_word_makes_another_digest() -> None:
    own = jd.load_catalog().overlay_tables(
        {"own.toml": {"items": [{"id": "summary.team", "text": "You work in a team."}]}}
    )
    assert own.hash != jd.load_catalog().hash
