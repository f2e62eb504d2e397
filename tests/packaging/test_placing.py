"""What places Wegwijs on a real machine says what its readers understand."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from kiosk import settings
from tests.peers import need

HOUSE = Path(__file__).parent.parent.parent
PACKAGING = HOUSE / "packaging"
UNITS = sorted(PACKAGING.rglob("*.service"))


def test_the_example_of_a_kiosk_is_a_good_example() -> None:
    example = settings.load(PACKAGING / "linux" / "kiosk.toml")
    assert (example.credential, example.fullscreen) == ("systemd", True)
    assert example.central.startswith("https://")


def test_the_example_of_central_names_every_variable_that_central_reads() -> None:
    text = (HOUSE / "kiosk" / "central" / "settings.py").read_text("utf-8")
    read = set(re.findall(r"^ *([A-Z][A-Z_]+) {2,}", text, re.M))
    named = set(re.findall(r"^([A-Z_]+)=", (PACKAGING / "central" / "central.env").read_text("utf-8"), re.M))
    assert read
    assert named == read


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_a_unit_starts_a_program_of_the_wheel_with_words_it_knows(unit: Path) -> None:
    started = re.findall(r"^ExecStart(?:Pre)?=.*/bin/(wegwijs[\w-]*) *(\w*)", unit.read_text("utf-8"), re.M)
    known = {"wegwijs": {""}, "wegwijs-agent": {"run"}, "wegwijs-central": {"migrate", "serve"}}
    assert started
    assert all(word in known[program] for program, word in started)


@pytest.mark.peer
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_systemd_has_nothing_to_say_about_a_unit(unit: Path, tmp_path: Path) -> None:
    verify = need("systemd-analyze")
    # Our programs and cage need not be installed here
    text = re.sub(r"^(ExecStart(?:Pre)?)=\S+", r"\1=/bin/true", unit.read_text("utf-8"), flags=re.M)
    copy = tmp_path / unit.name
    copy.write_text(text, "utf-8")
    ran = subprocess.run([verify, "verify", "--man=no", copy], capture_output=True, text=True, timeout=60)
    said = [line for line in ran.stderr.splitlines() if unit.stem in line]
    assert (ran.returncode, said) == (0, [])
