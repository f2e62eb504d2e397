from __future__ import annotations

import shutil
from pathlib import Path

from kiosk.lessons.edition import edition
from kiosk.paths import RESOURCES

LESSONS = RESOURCES / "lessons"


def test_a_copy_is_the_same_edition_and_any_change_makes_another(tmp_path: Path) -> None:
    copy = shutil.copytree(LESSONS, tmp_path / "lessons")
    assert edition(copy) == edition(LESSONS)
    tracks = copy / "tracks.yaml"
    tracks.write_bytes(tracks.read_bytes() + b"\n")
    changed = edition(copy)
    tracks.rename(copy / "others.yaml")
    assert len({edition(LESSONS), changed, edition(copy)}) == 3


def test_files_that_run_into_each_other_are_told_apart(tmp_path: Path) -> None:
    for folder, names in (("one", ["a", "bc"]), ("other", ["ab", "c"])):
        for name in names:
            (tmp_path / folder).mkdir(exist_ok=True)
            (tmp_path / folder / name).touch()
    assert edition(tmp_path / "one") != edition(tmp_path / "other")
