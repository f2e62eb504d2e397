"""Root's half of an update, with a real pip that installs from a folder and nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from kiosk import clock
from kiosk import settings as settings_file
from kiosk.agent import main, updating
from kiosk.settings import Settings
from kiosk.wire import Order, Updated, decode, encode

NEXT = "99.0.1"


def release(folder: Path, version: str = NEXT, *, says: str = "") -> Path:
    """A release as it lies on a kiosk; `says`: another version than the wheel's name tells."""
    place = folder / version
    place.mkdir(parents=True)
    wheel = place / f"wegwijs-{version}-py3-none-any.whl"
    info = f"wegwijs-{version}.dist-info"
    with ZipFile(wheel, "w") as zipped:
        zipped.writestr("kiosk/__init__.py", f'__version__ = "{says or version}"\n')
        zipped.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: wegwijs\nVersion: {version}\n")
        zipped.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        zipped.writestr(f"{info}/RECORD", "")
    (place / "requirements.txt").write_text(
        f"--no-index\nwegwijs=={version} --hash=sha256:{sha256(wheel.read_bytes()).hexdigest()}\n"
    )
    return place


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a kiosk's own environment."""
    folder = tmp_path_factory.mktemp("opt") / "wegwijs"
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    return folder / "bin" / "python"


@pytest.fixture(autouse=True)
def mask() -> Iterator[None]:
    """The program sets it, and here the program runs in this process."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def root(settings: Settings, tmp_path: Path, python: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], int]:
    """Leave these bytes as an order, and let root look."""
    monkeypatch.setattr(updating, "RELEASES", tmp_path / "releases")
    monkeypatch.setattr(updating, "RESULT", tmp_path / "result.json")
    monkeypatch.setattr(updating.sys, "executable", str(python))
    (settings.state / "agent").mkdir(parents=True)
    (tmp_path / "releases").mkdir()

    def look(left: bytes) -> int:
        tray = settings.state / "agent" / "update.json"
        tray.write_bytes(left)
        file = tmp_path / "kiosk.toml"
        file.write_bytes(_dump(settings))
        code = main.main(["--settings", str(file), "update"])
        assert not tray.exists(), "an order is taken away, whatever becomes of it"
        return code

    return look


def _dump(chosen: Settings) -> bytes:
    return settings_file.dump(chosen)


def ordered(version: str = NEXT) -> Order:
    now = clock.now()
    return Order(id=str(uuid.uuid4()), what="update", at=now, until=now + timedelta(days=1), version=version)


def result() -> Updated:
    return decode(updating.RESULT.read_bytes(), Updated)


def installed(python: Path) -> str:
    asked = [python, "-I", "-c", "import kiosk; print(kiosk.__version__)"]
    return subprocess.run(asked, capture_output=True, text=True).stdout.strip()


def test_the_version_that_was_named_is_there_afterwards(root: Callable[[bytes], int], python: Path) -> None:
    for version in ("99.0.0", NEXT):
        release(updating.RELEASES, version)
        order = ordered(version)
        assert root(encode(order)) == 0
        assert (result().order, result().version, result().reason) == (order.id, version, "")
        assert installed(python) == version
    package = next(python.parent.parent.rglob("kiosk/__init__.py"))
    assert all(path.stat().st_mode & 0o004 for path in (package, updating.RESULT)), "other users must read it"


def test_a_wheel_that_is_not_what_the_hashes_say_is_not_installed(root: Callable[[bytes], int], python: Path) -> None:
    before = installed(python)
    place = release(updating.RELEASES, "99.0.2")
    with (place / "wegwijs-99.0.2-py3-none-any.whl").open("ab") as wheel:
        wheel.write(b"evil")
    assert root(encode(ordered("99.0.2"))) == 1
    assert result().reason == "not-verified"
    assert installed(python) == before


def test_a_wheel_without_a_hash_is_not_installed(root: Callable[[bytes], int], python: Path) -> None:
    place = release(updating.RELEASES, "99.0.3")
    (place / "requirements.txt").write_text("--no-index\nwegwijs==99.0.3\n")
    assert root(encode(ordered("99.0.3"))) == 1
    assert result().reason == "not-verified"
    assert installed(python) != "99.0.3"


def test_what_others_could_have_written_is_not_installed(root: Callable[[bytes], int]) -> None:
    place = release(updating.RELEASES)
    (place / "requirements.txt").chmod(0o666)
    assert root(encode(ordered())) == 1
    assert result().reason == "not-ours"


def test_a_version_that_is_not_there_is_said(root: Callable[[bytes], int]) -> None:
    assert root(encode(ordered("99.9"))) == 1
    assert result().reason == "no-such-version"


def test_a_wheel_that_is_another_version_inside_is_a_failure(root: Callable[[bytes], int]) -> None:
    release(updating.RELEASES, "99.0.4", says="1.0")
    assert root(encode(ordered("99.0.4"))) == 1
    assert result().reason == "failed"


@pytest.mark.parametrize(
    "left",
    [b"", b"{}", b"\0" * 10_000, encode(ordered("../../etc")), encode(ordered("1; reboot"))],
    ids=["nothing", "no field", "zeros", "a path", "a command"],
)
def test_an_order_that_makes_no_sense_does_nothing(
    root: Callable[[bytes], int], left: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    assert root(left) == 2
    assert not updating.RESULT.exists()
    assert "reboot" not in capsys.readouterr().err


def test_a_link_in_the_place_of_an_order_is_not_followed(settings: Settings, tmp_path: Path) -> None:
    (settings.state / "agent").mkdir(parents=True)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(encode(ordered()))
    tray = settings.state / "agent" / "update.json"
    tray.symlink_to(elsewhere)
    with pytest.raises(updating.BadInput):
        updating._ordered(tray)
    assert elsewhere.exists()


def test_an_older_version_is_not_installed_whoever_asks_for_it(root: Callable[[bytes], int], python: Path) -> None:
    before = installed(python)
    release(updating.RELEASES, "0.0.1")
    assert root(encode(ordered("0.0.1"))) == 1
    assert result().reason == "older"
    assert installed(python) == before
