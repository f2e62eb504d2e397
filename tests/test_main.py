"""The command `wegwijs`."""

from __future__ import annotations

import getpass
import subprocess
import sys

import pytest

from kiosk.__main__ import main
from kiosk.staff.rules import matches


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    assert all(f"wegwijs {word}" in said for word in ("demo", "tour", "pin"))


def test_help_needs_nothing_of_qt() -> None:
    code = "import sys, kiosk.__main__ as m; m.main(['--help']); sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0


def _type(monkeypatch: pytest.MonkeyPatch, *typed: str) -> None:
    left = list(typed)
    monkeypatch.setattr(getpass, "getpass", lambda prompt: left.pop(0))


def test_a_pin_becomes_a_line_for_the_settings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _type(monkeypatch, "24681357", "24681357")
    assert main(["pin"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("[staff]\npin = ")
    assert "24681357" not in said
    assert matches("24681357", said.partition('"')[2].rstrip('"\n'))


@pytest.mark.parametrize("typed", [("12",), ("24681357", "24681358")], ids=["too short", "two that differ"])
def test_a_pin_that_is_none_is_refused_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: tuple[str, ...]
) -> None:
    _type(monkeypatch, *typed)
    assert main(["pin"]) == 2
    said = capsys.readouterr()
    assert said.err.strip().endswith(".")
    assert not said.out
