"""A kiosk's settings: read whole, or refused with the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.errors import BadInput
from kiosk.settings import Idle, Settings, dump, load


def _written(folder: Path, text: str) -> Path:
    path = folder / "kiosk.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_written_is_read_back(tmp_path):
    settings = Settings(state=tmp_path, central="http://127.0.0.1:8000", credential="file", idle=Idle(anywhere=30))
    path = tmp_path / "kiosk.toml"
    path.write_bytes(dump(settings))
    assert load(path) == settings


def test_only_the_state_folder_must_be_said(tmp_path):
    settings = load(_written(tmp_path, f'state = "{tmp_path}"'))
    assert (settings.idle.anywhere, settings.idle.reading, settings.idle.countdown) == (90, 300, 20)
    assert settings.replica == tmp_path / "replica.db"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("central = 'https://central.example'", "state"),
        ("state = '/tmp/x'\n[idle]\nanywhere = 0", "$.idle.anywhere"),
        ("state = '/tmp/x'\nidle = 'soon'", "$.idle"),
        ("state = '/tmp/x'\nfullscreen = = yes", "line 2"),
        ("state = '/tmp/x'\ncolour = 'red'", "colour"),
        ("state = '/tmp/x'\ncredential = 'everybody'", "$.credential"),
        ("state = ", "at end of document"),
    ],
)
def test_a_wrong_setting_is_named_with_its_file(tmp_path, text, place):
    with pytest.raises(BadInput) as caught:
        load(_written(tmp_path, text))
    assert place in str(caught.value)
    assert "kiosk.toml" in caught.value.where
    assert caught.value.do


def test_settings_that_are_not_text_are_refused(tmp_path):
    (tmp_path / "kiosk.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadInput):
        load(tmp_path / "kiosk.toml")


def test_settings_that_are_not_there_say_how_to_name_them(tmp_path):
    with pytest.raises(BadInput, match="--settings FILE"):
        load(tmp_path / "nowhere.toml")
