from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.agent import wipe as module
from kiosk.agent.wipe import wipe


def test_everything_goes_and_the_folder_stays(tmp_path: Path) -> None:
    turn = tmp_path / "turn"
    (turn / "a" / "b").mkdir(parents=True)
    (turn / "a" / "b" / "letter.txt").write_text("dear mayor")
    (turn / ".hidden").write_text("x")
    assert wipe(turn) == 0
    assert turn.is_dir()
    assert not list(turn.iterdir())


def test_a_link_is_removed_and_what_it_points_to_stays(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "file").write_text("stays")
    turn = tmp_path / "turn"
    (turn / "deep").mkdir(parents=True)
    (turn / "link").symlink_to(precious)
    (turn / "deep" / "link").symlink_to(precious)
    (turn / "dangling").symlink_to(tmp_path / "nowhere")
    assert wipe(turn) == 0
    assert (precious / "file").read_text() == "stays"
    assert not list(turn.iterdir())


def test_a_turn_that_was_made_a_link_is_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "file").write_text("stays")
    (tmp_path / "turn").symlink_to(precious)
    wipe(tmp_path / "turn")
    assert (precious / "file").exists()
    assert not (tmp_path / "turn").is_symlink()


def test_locked_folders_are_opened_first(tmp_path: Path) -> None:
    inner = tmp_path / "turn" / "locked" / "inner"
    inner.mkdir(parents=True)
    (inner / "file").write_text("x")
    inner.chmod(0)
    inner.parent.chmod(0)
    assert wipe(tmp_path / "turn") == 0


def test_what_would_not_go_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stuck = tmp_path / "turn" / "stuck"
    stuck.mkdir(parents=True)
    (stuck / "one").write_text("x")
    (stuck / "two").write_text("x")
    (tmp_path / "turn" / "loose").write_text("x")
    monkeypatch.setattr(module.shutil, "rmtree", lambda path, ignore_errors: None)
    assert wipe(tmp_path / "turn") == 3


def test_a_folder_that_cannot_be_made_counts_as_left(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert wipe(tmp_path / "file" / "turn") == 1


def test_a_folder_without_its_rights_is_emptied_and_counts_as_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, mode: int) -> None:
        raise PermissionError

    locked = tmp_path / "turn" / "locked"
    locked.mkdir(parents=True)
    (locked / "letter.txt").write_text("dear mayor")
    monkeypatch.setattr(Path, "chmod", refused)
    assert wipe(tmp_path / "turn") == 1
    assert not locked.exists()


def test_a_folder_that_cannot_be_looked_into_counts_as_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "iterdir", broken)
    assert wipe(tmp_path / "turn") == 1
