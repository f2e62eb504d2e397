from __future__ import annotations

import atexit
import contextlib
import gzip
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest
import requests

from kiosk.central import serving
from kiosk.central.main import main
from kiosk.wire import Ask, Change, Claim, Enrol, Sent, Token, Visit, decode, encode
from tests.central.databases import copy, empty, held, rows
from tests.central.made_up import Keyed, new_id, soon


class Running:
    """A central in a process of its own."""

    def __init__(self, database: str) -> None:
        self.environment = {**os.environ, "WEGWIJS_SECRET_KEY": "s" * 40, "DATABASE_URL": database}
        self.address = ""

    def run(self, *words: str) -> str:
        """One command; what it printed."""
        command = [sys.executable, "-m", "kiosk.central.main", *words]
        return subprocess.run(command, env=self.environment, check=True, capture_output=True, text=True).stdout.strip()

    def start(self, workers: int = 1) -> subprocess.Popen[str]:
        """Serve on any free port."""
        command = [sys.executable, "-m", "kiosk.central.main", "serve", "--port", "0", "--workers", str(workers)]
        process = subprocess.Popen(command, env=self.environment, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        word, self.address = process.stdout.readline().split()
        assert word == "central"
        return process


LIBRARY = """
branches:
  - id: laak
    name: Bibliotheek Laak
    short: Laak
    desks: [{id: laak-t4, name: Tafel 4, kind: table}]
"""


#: Where tables with the library stand ready, by the kind of database.
_ready: dict[str, str] = {}


def prepared(central: Running) -> Running:
    """Tables and a small library, in an empty database."""
    address = central.environment["DATABASE_URL"]
    kind = address.rpartition("/")[0] if address.startswith("postgres") else "sqlite"
    if kind not in _ready:
        folder = Path(tempfile.mkdtemp(prefix="wegwijs-ready-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        _ready[kind] = f"{kind}/ready" if kind != "sqlite" else f"sqlite:///{folder}/central.db"
        (folder / "library.yaml").write_text(LIBRARY)
        central.run("migrate")
        central.run("library", "load", str(folder / "library.yaml"))
        copy(address, _ready[kind])
    else:
        copy(_ready[kind], address)
    return central


def run_until_stopped(central: Running) -> Iterator[Running]:
    process = central.start()
    yield central
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("central")
    with empty(folder) as address:
        yield from run_until_stopped(prepared(Running(address)))


def enrolled(central: Running, name: str) -> dict[str, str]:
    code = central.run("kiosk", "code", "--branch", "laak", "--name", name)
    key = Keyed()
    reply = requests.post(f"{central.address}/v1/enrol", encode(Enrol(key=key.public, code=code)), timeout=30)
    nonce = requests.get(f"{central.address}/v1/nonce", timeout=30).json()["nonce"]
    proof = encode(key.proof(reply.json()["kiosk"]["id"], nonce))
    bought = requests.post(f"{central.address}/v1/tokens", proof, timeout=30)
    return {"Authorization": f"Bearer {bought.json()['token']}"}


def buy_at_once(central: Running, count: int) -> tuple[list[int], list[int]]:
    """One kiosk buys many tokens at the same moment: their numbers, and what central answers to each token."""
    code = central.run("kiosk", "code", "--branch", "laak", "--name", "In a hurry")
    key = Keyed()
    enrol = encode(Enrol(key=key.public, code=code))
    kiosk = requests.post(f"{central.address}/v1/enrol", enrol, timeout=30).json()["kiosk"]["id"]
    bought: list[Token] = []

    def buy() -> None:
        nonce = requests.get(f"{central.address}/v1/nonce", timeout=60).json()["nonce"]
        reply = requests.post(f"{central.address}/v1/tokens", encode(key.proof(kiosk, nonce)), timeout=60)
        bought.append(decode(reply.content, Token))

    threads = [threading.Thread(target=buy) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    heads = f"{central.address}/v1/branches/laak/heads"
    proofs = [{"Authorization": f"Bearer {token.token}"} for token in bought]
    answers = [requests.get(heads, headers=proof, timeout=30).status_code for proof in proofs]
    return [token.generation for token in bought], answers


def test_tokens_that_are_bought_at_the_same_moment_are_one_token(central: Running) -> None:
    numbers, answers = buy_at_once(central, 6)
    assert numbers == [1] * 6
    assert sorted(answers) == [200, *[401] * 5]


def claim_at_once(central: Running, count: int) -> tuple[list[str], list[Visit]]:
    """Many kiosks claim one desk at the same moment: their results, and the visits that came of it."""
    tokens = [enrolled(central, f"Kiosk {place}") for place in range(count)]
    ready, results = threading.Barrier(count), []

    def claim(token: dict[str, str]) -> None:
        fact = Claim(id=new_id(), desk="laak-t4", until=soon())
        sent = Sent(id=fact.id, seq=1, kind="claim", age_ms=0, at=soon(0), data=encode(fact))  # type: ignore[arg-type]
        body = encode({"facts": [{**sent_fields(sent), "data": fact}]})
        ready.wait(10)
        reply = requests.post(f"{central.address}/v1/facts", data=body, headers=token, timeout=60)
        results.extend(result["status"] for result in reply.json()["results"])

    threads = [threading.Thread(target=claim, args=(token,)) for token in tokens]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results, visits(central, tokens[0])


def visits(central: Running, token: dict[str, str]) -> list[Visit]:
    feed = f"{central.address}/v1/feeds/visits"
    at = requests.get(f"{feed}/snapshot", headers=token, timeout=30).json()["at"]
    file = requests.get(f"{feed}/snapshots/{at}", headers=token, timeout=30).content
    return [decode(decode(line, Change).record, Visit) for line in gzip.decompress(file).splitlines()]


def ask(central: Running, token: dict[str, str]) -> requests.Response:
    """One fact, sent as a kiosk does."""
    fact = Ask(id=new_id(), seat="laak-t4", screen="home")
    sent = {"id": fact.id, "seq": 1, "kind": "ask", "age_ms": 0, "at": soon(0), "data": fact}
    return requests.post(f"{central.address}/v1/facts", data=encode({"facts": [sent]}), headers=token, timeout=60)


def sent_fields(sent: Sent) -> dict[str, object]:
    return {"id": sent.id, "seq": sent.seq, "kind": sent.kind, "age_ms": sent.age_ms, "at": sent.at}


def test_of_many_who_claim_at_the_same_moment_one_holds_the_desk(central: Running) -> None:
    results, visits = claim_at_once(central, 8)
    assert sorted(results) == ["conflict"] * 7 + ["stored"]
    assert sorted(visit.state for visit in visits) == ["conflict"] * 7 + ["held"]


def test_what_kiosks_get_carries_none_of_the_headers_for_browsers(central: Running) -> None:
    reply = requests.get(f"{central.address}/v1/nothing", timeout=30)
    assert reply.json()["type"].endswith("/no-such-address")
    assert set(map(str.lower, reply.headers)) == {"content-type", "cache-control", "content-length", "server", "date"}


def test_letters_and_drawings_come_from_central_itself(central: Running) -> None:
    for path in ("central/style.css", "fonts/AtkinsonHyperlegibleNext-Regular.ttf", "drawings/stork-hello.svg"):
        assert requests.get(f"{central.address}/static/{path}", timeout=30).status_code == 200


def test_a_port_that_is_taken_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert main(["serve", "--port", port]) == 2


def test_a_database_without_tables_is_not_served(another: str) -> None:
    central = Running(another)
    with pytest.raises(subprocess.CalledProcessError) as stop:
        central.run("serve", "--port", "0")
    assert stop.value.returncode == 2
    assert "wegwijs-central migrate" in stop.value.stderr


@pytest.mark.parametrize(
    "words", [["library", "load", "x.yaml"], ["kiosk", "code", "--branch", "laak", "--name", "Zuil"]]
)
def test_a_database_without_tables_is_said_in_a_sentence(another: str, tmp_path: Path, words: list[str]) -> None:
    central = Running(another)
    (tmp_path / "x.yaml").write_text(LIBRARY)
    with pytest.raises(subprocess.CalledProcessError) as stop:
        central.run(*[str(tmp_path / word) if word == "x.yaml" else word for word in words])
    assert stop.value.returncode == 2
    assert "migrate" in stop.value.stderr
    assert "Traceback" not in stop.value.stderr


@pytest.mark.parametrize("words", [["serve", "--port", "0"], ["migrate"]])
def test_a_file_that_is_no_database_is_said_in_a_sentence(tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "letter.db").write_text("dear mayor, " * 1000)
    with pytest.raises(subprocess.CalledProcessError) as stop:
        Running(f"sqlite:///{tmp_path}/letter.db").run(*words)
    assert stop.value.returncode == 2
    assert "not a database" in stop.value.stderr
    assert "Traceback" not in stop.value.stderr


def test_an_environment_that_lacks_something_is_said_in_a_sentence() -> None:
    central = Running("")
    for words in (["migrate"], ["serve"], ["check"]):
        with pytest.raises(subprocess.CalledProcessError) as stop:
            central.run(*words)
        assert (stop.value.returncode, stop.value.stderr.count("\n")) == (2, 1)
        assert "DATABASE_URL" in stop.value.stderr


def test_workers_go_when_central_is_killed(another: str, tmp_path: Path) -> None:
    central = prepared(Running(another))
    process = central.start()
    workers = psutil.Process(process.pid).children(recursive=True)
    assert workers
    process.kill()
    process.wait(10)
    gone, alive = psutil.wait_procs(workers, timeout=30)
    assert (len(gone), alive) == (len(workers), [])


@pytest.mark.parametrize("everybody", [False, True])
def test_who_stops_central_cuts_no_request(another: str, tmp_path: Path, everybody: bool) -> None:
    """systemd may tell all of its processes, or the first only."""
    central = prepared(Running(another))
    process = central.start()
    token, statuses = enrolled(central, "Zuil"), list[int]()
    with held(another):
        asking = threading.Thread(target=lambda: statuses.append(ask(central, token).status_code))
        asking.start()
        time.sleep(1)
        for one in [process.pid, *([child.pid for child in psutil.Process(process.pid).children()] * everybody)]:
            os.kill(one, signal.SIGTERM)
        time.sleep(2)
        assert (statuses, process.poll()) == ([], None)
    asking.join(30)
    assert statuses == [200]
    assert process.wait(30) == 0
    assert rows(another, "SELECT count(*) FROM sync_fact") == [(1,)]


@pytest.mark.long
def test_who_sends_half_a_request_does_not_keep_central_from_stopping(another: str) -> None:
    central = prepared(Running(another))
    process = central.start()
    place = urlsplit(central.address)
    with socket.create_connection((place.hostname, place.port)) as line:
        line.sendall(b"POST /v1/enrol HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{")
        time.sleep(1)
        process.send_signal(signal.SIGTERM)
        assert process.wait(serving.ENDING + 15) == 0


def test_a_worker_that_is_killed_comes_back_and_the_others_go_on(another: str, tmp_path: Path) -> None:
    central = prepared(Running(another))
    process = central.start(workers=2)
    token = enrolled(central, "Zuil")
    killed = _workers(process)[0]
    killed.kill()
    answers: list[int] = []
    ends = time.monotonic() + 30
    while time.monotonic() < ends and not (answers[-20:] == [200] * 20 and len(_workers(process)) == 2):
        with contextlib.suppress(requests.ConnectionError):
            answers.append(ask(central, token).status_code)
    assert set(answers) == {200}
    assert killed not in _workers(process)
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0


def test_more_kiosks_than_granian_expects_keep_their_connection(central: Running) -> None:
    place = urlsplit(central.address)
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    with contextlib.ExitStack() as lines:
        for _ in range(1100):
            line = lines.enter_context(socket.create_connection((place.hostname, place.port), timeout=20))
            line.sendall(b"GET /v1/nothing HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert line.recv(100).startswith(b"HTTP/1.1 404")


def _workers(process: subprocess.Popen[str]) -> list[psutil.Process]:
    children = psutil.Process(process.pid).children()
    return [child for child in children if "resource_tracker" not in " ".join(child.cmdline())]
