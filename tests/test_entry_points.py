"""What is installed is found, whether or not the quick look at the files was taken."""

import importlib.metadata
import sys
import zipfile
from importlib.machinery import PathFinder
from importlib.metadata import DistributionFinder, MetadataPathFinder
from pathlib import Path

import pytest

from casemgr_jd._entry_points import _may_be_named, installed_entry_points

GROUP = "casemgr_jd.tried"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of the path, and no finder but Python's own."""
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    ours = [
        one for one in sys.meta_path if str(getattr(one, "__module__", "")).startswith("_frozen")
    ]
    monkeypatch.setattr(sys, "meta_path", ours)
    # The backport of importlib.metadata, once anything imported it, takes this from Python's own finder.
    found = staticmethod(MetadataPathFinder.find_distributions)
    monkeypatch.setattr(PathFinder, "find_distributions", found, raising=False)
    return tmp_path


def _distribution(folder: Path, name: str, group: str) -> None:
    place = folder / name
    place.mkdir()
    (place / "METADATA").write_text("Metadata-Version: 2.1\nName: tried\nVersion: 1\n")
    (place / "entry_points.txt").write_text(f"[{group}]\nown = tried:rules\n")


def test_nothing_is_named_where_nothing_is_installed(folder: Path) -> None:
    _distribution(folder, "other-1.dist-info", "console_scripts")
    (folder / "bare-1.dist-info").mkdir()
    (folder / "old-1.egg-info").write_text("Metadata-Version: 1.0")
    sys.path += [str(folder / "gone")]
    assert not _may_be_named(GROUP)


@pytest.mark.parametrize("name", ["tried-1.dist-info", "tried.egg-info"])
def test_what_is_installed_is_named(folder: Path, name: str) -> None:
    _distribution(folder, name, GROUP)
    assert _may_be_named(GROUP)
    assert [one.value for one in installed_entry_points(GROUP)] == ["tried:rules"]


def test_it_is_found_though_nothing_read_entry_points_before(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _distribution(folder, "tried-1.dist-info", GROUP)
    monkeypatch.setattr(importlib, "metadata", importlib.metadata)
    monkeypatch.delitem(sys.modules, "importlib.metadata")
    assert [one.value for one in installed_entry_points(GROUP)] == ["tried:rules"]


def test_an_archive_an_egg_and_another_finder_are_asked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(folder / "some.zip", "w") as file:
        file.writestr("a.txt", "")
    monkeypatch.setattr(sys, "path", [str(folder / "some.zip")])
    assert _may_be_named(GROUP)
    monkeypatch.setattr(sys, "path", [str(folder)])
    assert not _may_be_named(GROUP)
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, DistributionFinder])
    assert _may_be_named(GROUP)
    monkeypatch.undo()
    (folder / "some.egg").mkdir()
    monkeypatch.setattr(sys, "path", [str(folder)])
    assert _may_be_named(GROUP)
