"""Load by `wrk`: so many connections that ask as fast as they are answered, for a few seconds."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import msgspec

from kiosk.errors import Unreachable
from tests.bench.running import Server

PROGRAM = Path(__file__).with_name("load.lua")

#: Connections, and the threads of wrk that serve them.
CONNECTIONS, THREADS = 32, 2


@dataclass(frozen=True)
class Ask:
    """One thing that is asked again and again; `bodies` take turns."""

    path: str
    headers: dict[str, str]
    bodies: tuple[bytes, ...] = ()


class Run(msgspec.Struct, kw_only=True):
    """What wrk saw. `stored`, `conflict`, `other`: facts, by what central said of them; `cpu`: seconds that the server
    worked; `unanswered`: what had no answer when time was up, with the place of its `Ask`."""

    requests: int
    seconds: float
    read_bytes: int
    refused: int
    broken: int
    p50_ms: float
    p99_ms: float
    stored: int
    conflict: int
    other: int
    cpu: float = 0.0
    unanswered: list[tuple[int, bytes]] = []

    def rate(self, each: int = 1) -> float:
        """What was done in a second; `each`: things in one request."""
        return (self.requests - self.refused) * each / self.seconds

    def cost(self, each: int = 1) -> float:
        """Microseconds of the server's processors for each thing."""
        return self.cpu * 1e6 / max(self.requests * each, 1)


def installed() -> bool:
    """Whether it is there."""
    return shutil.which("wrk") is not None


def run(
    server: Server,
    asks: list[Ask],
    seconds: float,
    prefix: str = "00000000",
    ledger: bool = False,
    connections: int = CONNECTIONS,
) -> Run:
    """Ask these in turns. `prefix`: how new ids begin; `ledger`: count what central says of each fact."""
    with tempfile.TemporaryDirectory() as folder:
        plan, unanswered = Path(folder) / "plan.lua", Path(folder) / "unanswered"
        plan.write_bytes(_plan(asks, prefix, ledger, unanswered))
        before = server.cpu()
        seen = _wrk(server.port, seconds, plan, connections)
        seen.cpu = server.cpu() - before
        seen.unanswered = [(int(place) - 1, body) for place, body in _lines(unanswered)]
        return seen


def _wrk(port: int, seconds: float, plan: Path, connections: int) -> Run:
    command = ["wrk", "-c", str(connections), "-t", str(THREADS), "-d", f"{round(seconds)}s", "--timeout", "30s"]
    command += ["-s", str(PROGRAM), f"http://127.0.0.1:{port}"]
    done = subprocess.run(command, env={**os.environ, "WRK_PLAN": str(plan)}, capture_output=True, text=True)
    lines = done.stdout.strip().splitlines()
    if done.returncode or not lines or not lines[-1].startswith("{"):
        raise Unreachable(f"wrk failed: {(done.stderr or done.stdout).strip()[-300:]}")
    return msgspec.json.decode(lines[-1], type=Run)


def _lines(file: Path) -> list[list[bytes]]:
    return [line.split(b"\t", 1) for line in file.read_bytes().splitlines()]


def _plan(asks: list[Ask], prefix: str, ledger: bool, unanswered: Path) -> bytes:
    method = "POST" if asks[0].bodies else "GET"
    head = f"method={_text(method)},prefix={_text(prefix)},ledger={str(ledger).lower()},threads={THREADS}"
    told = ",\n".join(_ask(ask) for ask in asks)
    return f"return {{{head},unanswered={_text(str(unanswered))},asks={{\n{told}}}}}".encode()


def _ask(ask: Ask) -> str:
    headers = ",".join(f"[ {_text(name)} ]={_text(value)}" for name, value in ask.headers.items())
    bodies = f",bodies={{{','.join(_text(body.decode()) for body in ask.bodies)}}}" if ask.bodies else ""
    return f"{{path={_text(ask.path)},headers={{{headers}}}{bodies}}}"


def _text(text: str) -> str:
    """As a literal of Lua that knows no escapes (Lua 5.1, 2.1)."""
    return f"[==[{text}]==]"
