"""An SRU server that others wrote (Zebra), on this computer only, with the records of `resources/demo/catalogue`."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests import peers

HERE = Path(__file__).parent
CATALOGUE = HERE.parent.parent / "resources" / "demo" / "catalogue"

#: Files of records, and the character set they are really in.
SETS = {"uva_001_2000.mrc": "marc-8", "eleven_scripts.mrc": "utf-8"}


@dataclass
class Zebra:
    """A server that runs. `address`: where SRU is answered."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/Default"

    @contextmanager
    def hung(self) -> Iterator[None]:
        """Connections are taken, and never answered."""
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)


@contextmanager
def running(folder: Path, without: str = "") -> Iterator[Zebra]:
    """Zebra, its index made in that folder; skipped where it is not installed. `without`: a file that it misses."""
    for program in ("zebrasrv", "zebraidx", "yaz-marcdump"):
        peers.need(program)
    port = _free_port()
    _prepare(folder, port)
    if without:
        (folder / without).unlink()
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(["zebrasrv", "-f", "yazgfs.xml"], cwd=folder, stdout=log, stderr=log)
    try:
        _wait(port, process)
        yield Zebra(folder, port, process)
    finally:
        with suppress(ProcessLookupError):
            process.send_signal(signal.SIGCONT)
        process.terminate()
        process.wait(10)


def _prepare(folder: Path, port: int) -> None:
    shutil.copytree(HERE / "zebra", folder, dirs_exist_ok=True)
    for path, word, value in [
        ("zebra.cfg", "MODULES", str(_modules())),
        ("yazgfs.xml", "PORT", str(port)),
        ("explain.xml", "PORT", str(port)),
    ]:
        file = folder / path
        file.write_text(file.read_text("utf-8").replace(word, value), "utf-8")
    (folder / "register").mkdir()
    (folder / "records").mkdir()
    shutil.move(folder / "holdings.xml", folder / "records")
    shutil.copy(CATALOGUE / "titles.xml", folder / "records")
    for name, encoding in SETS.items():
        _convert(CATALOGUE / name, encoding, folder / "records" / f"{Path(name).stem}.xml")
    for command in (["init"], ["update", "records"]):
        subprocess.run(
            ["zebraidx", "-c", "zebra.cfg", *command], cwd=folder, check=True, capture_output=True, timeout=60
        )


def _convert(path: Path, encoding: str, to: Path) -> None:
    how = ["-i", "marc", "-f", encoding, "-t", "utf-8", "-l", "9=97", "-o", "marcxml"]
    with to.open("wb") as file:
        subprocess.run(["yaz-marcdump", *how, str(path)], stdout=file, check=True, timeout=60)


def _modules() -> Path:
    for folder in Path("/usr/lib").glob("*/idzebra-2.0/modules"):
        return folder
    return peers.lack("the modules of Zebra are not installed")


def _free_port() -> int:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        port: int = place.getsockname()[1]
        return port


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise AssertionError("Zebra does not start; its log stands beside its index")
