"""What is installed is all that is needed, and nothing else."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent

#: Anything that looks like an address of a package registry or of a folder of the maker's machine.
OWN_PLACE = re.compile(rb"/work/|/home/\w+/|/root/|index-url|simple/[a-z-]+/")

#: Made by Python itself, and what the texts of the staff's pages are compiled from.
NOT_NEEDED = {".pyc", ".po"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=HOUSE, check=True, capture_output=True, timeout=110)
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def ours(wheel: zipfile.ZipFile) -> list[str]:
    return [name for name in wheel.namelist() if ".dist-info/" not in name]


def test_a_wheel_holds_the_package_and_nothing_beside_it(wheel: zipfile.ZipFile) -> None:
    assert {name.split("/")[0] for name in ours(wheel)} == {"kiosk"}


def test_a_wheel_holds_every_source_and_every_resource(wheel: zipfile.ZipFile) -> None:
    held = set(ours(wheel))
    for folder, place in (("kiosk", "kiosk"), ("ui", "kiosk/ui"), ("resources", "kiosk/resources")):
        files = [path for path in (HOUSE / folder).rglob("*") if path.is_file() and path.suffix not in NOT_NEEDED]
        assert {f"{place}/{path.relative_to(HOUSE / folder).as_posix()}" for path in files} - held == set()


def test_a_wheel_speaks_every_language(wheel: zipfile.ZipFile) -> None:
    written = {path.stem for path in (HOUSE / "resources" / "translations").glob("*.ts")}
    assert written
    assert {Path(name).stem for name in ours(wheel) if name.endswith(".qm")} == written, (
        "run: make test (it makes the .qm)"
    )


def test_a_wheel_holds_no_tests_and_no_caches(wheel: zipfile.ZipFile) -> None:
    assert [
        name for name in ours(wheel) if re.search(r"(^|/)(tests?|__pycache__|\.\w+_cache)/|conftest|\.pyc$", name)
    ] == []


def test_a_wheel_knows_nothing_of_the_machine_it_was_made_on(wheel: zipfile.ZipFile) -> None:
    texts = [name for name in wheel.namelist() if not name.endswith((".ttf", ".png", ".qm"))]
    assert [name for name in texts if OWN_PLACE.search(wheel.read(name))] == []


def test_a_wheel_names_its_three_programs_and_its_licence(wheel: zipfile.ZipFile) -> None:
    entry = next(wheel.read(name).decode() for name in wheel.namelist() if name.endswith("entry_points.txt"))
    assert set(re.findall(r"^(\S+) =", entry, re.M)) == {"wegwijs", "wegwijs-agent", "wegwijs-central"}
    assert any(name.endswith("licenses/LICENSE") for name in wheel.namelist())
