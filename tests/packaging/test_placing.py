"""What places Wegwijs on a real machine says what its readers understand."""

from __future__ import annotations

import re
import shlex
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from kiosk import settings
from kiosk.agent import updating
from kiosk.catalogue.holdings import Layout
from kiosk.central import environment, serving
from kiosk.central.arguments import parser
from kiosk.central.catalogue import site
from tests.peers import need

HOUSE = Path(__file__).parent.parent.parent
PACKAGING = HOUSE / "packaging"
UNITS = sorted(PACKAGING.rglob("*.service"))
TIMERS = sorted(PACKAGING.rglob("*.timer"))
LINUX = PACKAGING / "linux"


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
    known = {
        "wegwijs": {""},
        "wegwijs-agent": {"run", "update"},
        "wegwijs-central": {"migrate", "serve", "backup", "catalogue"},
    }
    assert started
    assert all(word in known[program] for program, word in started)


@pytest.mark.parametrize("timer", TIMERS, ids=lambda timer: timer.stem)
def test_a_timer_starts_a_unit_that_is_there(timer: Path) -> None:
    assert timer.with_suffix(".service") in UNITS


def test_backups_are_kept_where_the_unit_may_write_and_are_pruned() -> None:
    text = (PACKAGING / "central" / "wegwijs-central-backup.service").read_text("utf-8")
    [(folder, keep)] = re.findall(r"^ExecStart=.* backup /var/lib/([\w-]+) --keep (\d+)$", text, re.M)
    assert folder in re.findall(r"^StateDirectory=(.*)$", text, re.M)[0].split()
    assert int(keep) > 7


@pytest.mark.parametrize("page", ["README.md", "packaging/central/README.md", "packaging/central/catalogue.md"])
def test_every_command_of_central_that_is_told_is_one(page: str) -> None:
    told = re.findall(r"^wegwijs-central .*$", (HOUSE / page).read_text("utf-8"), re.M)
    assert len(told) > 3
    for line in told:
        parser().parse_args(shlex.split(line, comments=True)[1:])


def test_every_mapping_that_is_shown_is_a_good_one_and_together_they_show_all_there_is() -> None:
    blocks = re.findall(r"```toml\n(.*?)```", (PACKAGING / "central" / "catalogue.md").read_text("utf-8"), re.S)
    assert len(blocks) == 3
    for block in blocks:
        site.read(block)
    shown = set(re.findall(r"^\[*(\w+)", "\n".join(blocks), re.M))
    parts = (site.Site, site.Harvest, site.Audiences, site.Kinds, Layout)
    asked = {name for part in parts for name in part.__struct_fields__}
    # How a source is asked which copies are in is told elsewhere
    assert asked - shown <= {"live", "rest", "statuses"}


def test_who_stops_or_waits_does_so_longer_than_what_it_waits_for() -> None:
    unit = (PACKAGING / "central" / "wegwijs-central.service").read_text("utf-8")
    proxy = (PACKAGING / "central" / "nginx.conf").read_text("utf-8")
    [stop] = re.findall(r"^TimeoutStopSec=(\d+)$", unit, re.M)
    [read] = re.findall(r"proxy_read_timeout (\d+)s;", proxy)
    assert int(stop) > serving.ENDING > environment.PATIENCE
    assert int(read) > environment.PATIENCE


def test_a_command_of_central_gets_the_settings_of_its_service(tmp_path: Path) -> None:
    """But for the user, whom no test machine has."""
    program, settings_of = tmp_path / "program", tmp_path / "central.env"
    program.write_text('#!/bin/sh\necho "$DATABASE_URL" "$@"\numask\n')
    program.chmod(0o755)
    settings_of.write_text("# a comment\nDATABASE_URL=postgres://w:p%40@127.0.0.1/w\n")
    text = (PACKAGING / "central" / "wegwijs-central").read_text("utf-8")
    text = re.sub(r"setpriv .*\\\n *\S+", str(program), text).replace("/etc/wegwijs/central.env", str(settings_of))
    assert "setpriv" not in text
    ran = subprocess.run(["sh", "-c", text, "sh", "backup", "a b"], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines() == ["postgres://w:p%40@127.0.0.1/w backup a b", "0077"]


@pytest.mark.peer
@pytest.mark.parametrize("unit", [unit for unit in UNITS if unit.parent.name == "central"], ids=lambda unit: unit.stem)
def test_what_serves_the_world_may_do_little(unit: Path) -> None:
    """The threshold is in tenths: 2.0, where systemd calls 4.9 still OK."""
    command = [need("systemd-analyze"), "security", "--offline=yes", "--threshold=20", unit]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stdout[-300:]


@pytest.mark.peer
@pytest.mark.parametrize("timer", TIMERS, ids=lambda timer: timer.stem)
def test_systemd_has_nothing_to_say_about_a_timer(timer: Path, tmp_path: Path) -> None:
    verify = need("systemd-analyze")
    for path in (timer, timer.with_suffix(".service")):
        text = re.sub(r"^(ExecStart\w*)=\S+", r"\1=/bin/true", path.read_text("utf-8"), flags=re.M)
        (tmp_path / path.name).write_text(text, "utf-8")
    ran = subprocess.run(
        [verify, "verify", "--man=no", tmp_path / timer.name], capture_output=True, text=True, timeout=60
    )
    said = [line for line in ran.stderr.splitlines() if timer.stem in line]
    assert (ran.returncode, said) == (0, [])


@pytest.mark.peer
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_systemd_has_nothing_to_say_about_a_unit(unit: Path, tmp_path: Path) -> None:
    verify = need("systemd-analyze")
    # Our programs and cage need not be installed here
    text = re.sub(r"^(ExecStart\w*)=\S+", r"\1=/bin/true", unit.read_text("utf-8"), flags=re.M)
    copy = tmp_path / unit.name
    copy.write_text(text, "utf-8")
    ran = subprocess.run([verify, "verify", "--man=no", copy], capture_output=True, text=True, timeout=60)
    said = [line for line in ran.stderr.splitlines() if unit.stem in line]
    assert (ran.returncode, said) == (0, [])


@pytest.mark.peer
def test_systemd_has_nothing_to_say_about_what_waits_for_an_order(tmp_path: Path) -> None:
    verify = need("systemd-analyze")
    for name in ("wegwijs-update.path", "wegwijs-update.service"):
        text = (LINUX / name).read_text("utf-8")
        (tmp_path / name).write_text(re.sub(r"^(ExecStart\w*)=\S+", r"\1=/bin/true", text, flags=re.M), "utf-8")
    ran = subprocess.run(
        [verify, "verify", "--man=no", tmp_path / "wegwijs-update.path"], capture_output=True, text=True, timeout=60
    )
    assert (ran.returncode, [line for line in ran.stderr.splitlines() if "wegwijs" in line]) == (0, [])


@pytest.mark.peer
def test_what_root_runs_because_of_the_network_may_do_little(tmp_path: Path) -> None:
    analyze = need("systemd-analyze")
    unit = LINUX / "wegwijs-update.service"
    ran = subprocess.run(
        [analyze, "security", "--offline=true", "--threshold=30", unit], capture_output=True, text=True, timeout=60
    )
    assert ran.returncode == 0, ran.stdout[-400:]


def test_the_agent_and_root_mean_the_same_files() -> None:
    state = settings.load(LINUX / "kiosk.toml").state
    watched = re.search(r"^PathExists=(.*)$", (LINUX / "wegwijs-update.path").read_text("utf-8"), re.M)
    unit = (LINUX / "wegwijs-update.service").read_text("utf-8")
    assert watched is not None
    assert Path(watched[1]) == state / "agent" / "update.json"
    assert f"/var/lib/{re.findall('StateDirectory=(.*)', unit)[0]}" == str(updating.RESULT.parent)
    assert str(state / "agent") in re.findall("ReadWritePaths=(.*)", unit)[0].split()


def test_a_release_is_what_an_update_looks_for(tmp_path: Path) -> None:
    wheel = tmp_path / "wegwijs-99.0.1-py3-none-any.whl"
    wheel.write_bytes(b"a wheel")
    subprocess.run([PACKAGING / "release", wheel, tmp_path / "releases"], check=True, capture_output=True)
    made = tmp_path / "releases" / "99.0.1"
    assert (made / wheel.name).read_bytes() == b"a wheel"
    lines = (made / "requirements.txt").read_text("utf-8").splitlines()
    assert f"wegwijs==99.0.1 --hash=sha256:{sha256(b'a wheel').hexdigest()}" in lines
    assert any(line.startswith("msgspec==") for line in lines)
    assert not [line for line in lines if "://" in line]


def test_a_release_of_what_is_no_wheel_of_ours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other-1.0-py3-none-any.whl").touch()
    words = [PACKAGING / "release", tmp_path / "other-1.0-py3-none-any.whl", tmp_path / "releases"]
    ran = subprocess.run(words, capture_output=True, text=True)
    assert ran.returncode == 2
    assert "no wheel of Wegwijs" in ran.stderr
    assert not (tmp_path / "releases").exists()
