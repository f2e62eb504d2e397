from __future__ import annotations

import base64
import errno
import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.agent import credential, key, systemd, vault
from kiosk.agent.credential import Identity
from kiosk.agent.key import Key, KeyTrouble
from kiosk.errors import BadInput, KnownError
from kiosk.settings import Settings
from kiosk.store import files
from tests.agent.central import KIOSK
from tests.peers import lack, need

KEY = Key(b"made-up-secret-of-32-bytes-in-all"[:32])


@pytest.fixture
def settings(settings: Settings) -> Settings:
    settings.state.mkdir()
    return settings


def test_a_key_is_another_each_time_and_reads_as_it_was_written() -> None:
    made = key.made()
    assert made != key.made()
    assert key.read(made.text + "\n", "") == made
    assert (len(made.public), len(made.sign(b"x"))) == (32, 64)
    assert made.text not in repr(made)
    assert repr(made.secret) not in repr(made)


@pytest.mark.parametrize("text", ["", "short", "é" * 44, "A" * 40, KEY.text + "AAAA", "A" * 100_000])
def test_what_is_no_key_is_a_sentence(text: str) -> None:
    with pytest.raises(KeyTrouble, match="is none"):
        key.read(text, "somewhere")


def test_what_is_kept_is_there_later_and_only_for_us(settings: Settings) -> None:
    who = Identity(central="https://central.example", key=KEY.public, kiosk=KIOSK, generation=7)
    credential.save_key(settings, KEY)
    credential.save_identity(settings, who)
    assert (credential.key(settings), credential.identity(settings)) == (KEY, who)
    assert (credential.folder(settings) / "key").stat().st_mode & 0o777 == 0o600
    assert (credential.folder(settings) / "kiosk.json").stat().st_mode & 0o777 == 0o600
    assert credential.folder(settings).stat().st_mode & 0o777 == 0o700


def test_the_secret_stands_in_one_file_only(settings: Settings) -> None:
    credential.save_key(settings, KEY)
    credential.save_identity(settings, Identity(central="", key=KEY.public, kiosk=KIOSK))
    holding = [path for path in settings.state.rglob("*") if path.is_file() and KEY.text in path.read_text()]
    assert holding == [credential.folder(settings) / "key"]


def test_on_a_full_disk_the_old_one_stays_and_the_sentence_says_what_to_do(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = Identity(central="https://central.example", key=KEY.public, kiosk=KIOSK, generation=7)
    credential.save_identity(settings, who)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(KnownError, match="No space left on device") as stop:
        credential.save_identity(settings, replace(who, generation=8))
    assert "room on the disk" in str(stop.value)
    assert credential.identity(settings) == who


def test_before_enrolling_there_is_none(settings: Settings) -> None:
    assert (credential.identity(settings), credential.key(settings)) == (None, None)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_a_file_that_others_can_read_is_refused(settings: Settings, mode: int) -> None:
    credential.save_key(settings, KEY)
    (credential.folder(settings) / "key").chmod(mode)
    with pytest.raises(KeyTrouble, match="Others"):
        credential.key(settings)


@pytest.mark.parametrize("there", [True, False])
def test_a_link_in_its_place_is_refused(settings: Settings, tmp_path: Path, there: bool) -> None:
    if there:
        (tmp_path / "elsewhere").write_text(KEY.text)
    (credential.folder(settings) / "key").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(KeyTrouble):
        credential.key(settings)


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"central": 3}', b"\xff"])
def test_an_identity_that_is_damaged_is_a_sentence(settings: Settings, damage: bytes) -> None:
    (credential.folder(settings) / "kiosk.json").write_bytes(damage)
    with pytest.raises(BadInput, match="Which kiosk this is cannot be read"):
        credential.identity(settings)


def test_systemd_hands_it_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(state=tmp_path)
    monkeypatch.setattr(systemd, "STORE", tmp_path / "store" / "wegwijs.key")
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    assert credential.key(settings) is None
    (tmp_path / "given").mkdir()
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path / "given"))
    assert credential.key(settings) is None
    (tmp_path / "given" / "key").write_text(KEY.text + "\n")
    assert credential.key(settings) == KEY


def systemd_of_tests(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A systemd-creds that "encrypts" by turning around."""
    (folder / "bin").mkdir()
    fake = folder / "bin" / "systemd-creds"
    fake.write_text(
        f'#!/bin/sh\necho "$@" >> {folder}/asked\nif [ "$1" = encrypt ]; then rev > "$4"; else rev < "$3"; fi\n'
    )
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}/bin{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(systemd, "STORE", folder / "store" / "wegwijs.key")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root enrols with systemd")
def test_for_systemd_the_key_is_never_written_in_the_clear(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    systemd_of_tests(tmp_path, monkeypatch)
    settings = Settings(state=tmp_path / "state")
    settings.state.mkdir()
    credential.save_key(settings, KEY)
    assert "encrypt --name=key" in (tmp_path / "asked").read_text()
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and KEY.text in path.read_text()]
    assert credential.key(settings) == KEY, "root can read it again, to enrol the same key anew"


@pytest.mark.peer
def test_systemd_itself_encrypts_the_key_for_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need("systemd-creds")
    if os.geteuid() != 0:
        lack("only root has systemd encrypt")
    monkeypatch.setattr(systemd, "STORE", tmp_path / "store" / "wegwijs.key")
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    settings = Settings(state=tmp_path)
    credential.save_key(settings, KEY)
    kept = systemd.STORE.read_bytes()
    assert KEY.text.encode() not in kept
    assert KEY.secret not in base64.b64decode(kept)
    assert credential.key(settings) == KEY
    systemd.STORE.write_bytes(kept[:40] + b"AAAA" + kept[44:])
    with pytest.raises(KnownError, match="systemd cannot decrypt"):
        credential.key(settings)


def test_without_systemd_there_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(systemd, "STORE", tmp_path / "store" / "wegwijs.key")
    with pytest.raises(KnownError, match="systemd"):
        credential.save_key(Settings(state=tmp_path), KEY)


def test_only_root_makes_a_key_for_systemd(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert not credential.can_save(Settings(state=tmp_path))
    assert credential.can_save(Settings(state=tmp_path, credential="keyring"))
    assert credential.can_save(Settings(state=tmp_path, credential="file"))


def test_the_keyring_is_asked_when_that_was_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[str] = []
    monkeypatch.setattr(vault, "read", lambda: kept[-1] if kept else None)
    monkeypatch.setattr(vault, "write", kept.append)
    settings = Settings(state=tmp_path, credential="keyring")
    assert credential.key(settings) is None
    credential.save_key(settings, KEY)
    assert credential.key(settings) == KEY
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_link_in_the_place_of_the_folder_is_refused(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (settings.state / "agent").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BadInput, match="is a link"):
        credential.save_key(settings, KEY)
    assert credential.written(settings) == 0
    assert not list((tmp_path / "elsewhere").iterdir())


def test_what_root_gives_away_is_no_link_to_another_file(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[Path, bool]] = []

    def chown(path: Path, _uid: int, _gid: int, *, follow_symlinks: bool = True) -> None:
        given.append((path, follow_symlinks))

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(os, "chown", chown)
    credential.save_identity(settings, Identity(central="https://central.example", key=KEY.public))
    assert {path.name for path, _ in given} == {"agent", "kiosk.json"}
    assert not any(follow for _, follow in given)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files to others")
def test_a_folder_that_somebody_else_made_is_refused(settings: Settings) -> None:
    (settings.state / "agent").mkdir()
    os.chown(settings.state / "agent", 7002, 7002)
    with pytest.raises(BadInput, match="somebody else's"):
        credential.save_key(settings, KEY)
    assert not list((settings.state / "agent").iterdir())
