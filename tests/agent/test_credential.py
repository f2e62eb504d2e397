from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.agent import credential
from kiosk.errors import BadInput, KnownError
from kiosk.settings import Settings
from kiosk.wire import SERVICE, Enrolled
from tests.agent.central import KIOSK, TOKEN

ENROLLED = Enrolled(service=SERVICE, kiosk=KIOSK, token=TOKEN)


@pytest.fixture
def settings(settings: Settings) -> Settings:
    settings.state.mkdir()
    return settings


def test_what_enrolling_brought_is_there_later_and_only_for_us(settings: Settings) -> None:
    credential.save(settings, "https://central.example", ENROLLED)
    assert credential.token(settings) == TOKEN
    found = credential.identity(settings)
    assert found is not None
    assert (found.central, found.kiosk) == ("https://central.example", KIOSK)
    assert (credential.folder(settings) / "token").stat().st_mode & 0o777 == 0o600
    assert credential.folder(settings).stat().st_mode & 0o777 == 0o700


def test_the_secret_stands_in_one_file_only(settings: Settings) -> None:
    credential.save(settings, "https://central.example", ENROLLED)
    holding = [path for path in settings.state.rglob("*") if path.is_file() and TOKEN in path.read_text()]
    assert holding == [credential.folder(settings) / "token"]


def test_before_enrolling_there_is_none(settings: Settings) -> None:
    assert (credential.identity(settings), credential.token(settings)) == (None, "")


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_a_file_that_others_can_read_is_refused(settings: Settings, mode: int) -> None:
    credential.save(settings, "https://central.example", ENROLLED)
    (credential.folder(settings) / "token").chmod(mode)
    with pytest.raises(BadInput, match="Others"):
        credential.token(settings)


def test_a_link_in_its_place_is_refused(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text(TOKEN)
    (credential.folder(settings) / "token").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BadInput):
        credential.token(settings)


def test_systemd_hands_it_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(state=tmp_path)
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    assert credential.token(settings) == ""
    (tmp_path / "given").mkdir()
    (tmp_path / "given" / "token").write_text(TOKEN + "\n")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path / "given"))
    assert credential.token(settings) == TOKEN


def test_for_systemd_the_token_is_never_written_in_the_clear(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bin").mkdir()
    fake = tmp_path / "bin" / "systemd-creds"
    fake.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/asked\ncat > /dev/null\n')
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}/bin{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(credential, "SYSTEMD_STORE", tmp_path / "store" / "wegwijs.token")
    settings = Settings(state=tmp_path / "state")
    settings.state.mkdir()
    credential.save(settings, "https://central.example", ENROLLED)
    assert "encrypt --name=token" in (tmp_path / "asked").read_text()
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and TOKEN in path.read_text()]


def test_without_systemd_there_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(credential, "SYSTEMD_STORE", tmp_path / "store" / "wegwijs.token")
    with pytest.raises(KnownError, match="systemd"):
        credential.save(Settings(state=tmp_path), "https://central.example", ENROLLED)
