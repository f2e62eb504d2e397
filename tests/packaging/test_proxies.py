"""Central as it stands in the world: PostgreSQL, several workers, a proxy that speaks HTTPS, and a real kiosk."""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import psutil
import pytest
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk import clock
from kiosk.paths import RESOURCES
from kiosk.wire import Enrol, Proof, encode, proof
from tests.flow.hands import Hands
from tests.flow.house import LIBRARY, WHEN, Kiosk, free_port, wait
from tests.packaging import proxies
from tests.postgres import ask, cluster, database

pytestmark = [pytest.mark.peer, pytest.mark.timeout(300)]


class World:
    """Central behind a proxy."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder, self.database = folder, address
        self.port, self.plain, self._central_port = free_port(), free_port(), free_port()
        self.url = f"https://{proxies.HOST}:{self.port}"
        self.pem = folder / "cert.pem"
        self.env = {
            **os.environ,
            "DATABASE_URL": address,
            "WEGWIJS_SECRET_KEY": secrets.token_urlsafe(48),
            "WEGWIJS_HOSTS": proxies.HOST,
            "WEGWIJS_HTTPS": "1",
            "SSL_CERT_FILE": str(self.pem),
            "REQUESTS_CA_BUNDLE": str(self.pem),
            "NO_PROXY": proxies.HOST,
            clock.OFFSET_VARIABLE: str((WHEN - datetime.now(UTC)).total_seconds()),
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        }
        self.central: subprocess.Popen[str] | None = None

    def run(self, *words: str) -> str:
        command = [sys.executable, "-m", *words]
        return subprocess.run(command, env=self.env, check=True, capture_output=True, text=True).stdout.strip()

    def start(self) -> None:
        """Two workers."""
        words = ["kiosk.central.main", "serve", "--port", str(self._central_port), "--workers", "2"]
        self.central = subprocess.Popen(
            [sys.executable, "-m", *words], env=self.env, stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        assert self.central.stdout is not None
        assert self.central.stdout.readline().startswith("central ")

    def stop(self) -> None:
        assert self.central is not None
        self.central.send_signal(signal.SIGTERM)
        assert self.central.wait(30) == 0

    def workers(self) -> list[psutil.Process]:
        assert self.central is not None
        children = psutil.Process(self.central.pid).children()
        return [child for child in children if "resource_tracker" not in " ".join(child.cmdline())]

    def proxy(self, kind: str) -> subprocess.Popen[bytes]:
        command = getattr(proxies, kind)(self.folder, self.port, self.plain, self._central_port)
        return subprocess.Popen(command, env=proxies.home(self.folder), stderr=subprocess.DEVNULL)

    def get(self, path: str, **more: object) -> requests.Response:
        return requests.get(self.url + path, verify=str(self.pem), timeout=30, allow_redirects=False, **more)  # type: ignore[arg-type]

    def post(self, path: str, **more: object) -> requests.Response:
        return requests.post(self.url + path, verify=str(self.pem), timeout=30, **more)  # type: ignore[arg-type]

    def answers(self) -> bool:
        with suppress(requests.ConnectionError):
            return self.get("/v1/facts").status_code == 405
        return False


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with cluster() as address:
        yield address


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def world(request: pytest.FixtureRequest, server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with database(server) as address:
        world = World(tmp_path_factory.mktemp("world"), address)
        proxy = world.proxy(request.param)
        try:
            world.run("kiosk.central.main", "migrate")
            world.run("kiosk.central.main", "library", "load", str(LIBRARY))
            world.run("kiosk.central.main", "catalogue", "import", str(RESOURCES / "demo/catalogue/titles.xml"))
            world.start()
            wait(world.answers, "the proxy answers")
            yield world
            world.stop()
        finally:
            proxy.terminate()
            proxy.wait(20)


def a_kiosk(world: World, desk: str) -> Kiosk:
    """A kiosk that was enrolled through the proxy, its agent not started."""
    kiosk = Kiosk(world.folder / desk, world.url, world.env)
    code = world.run("kiosk.central.main", "kiosk", "code", "--branch", "laak", "--desk", desk)
    world.run("kiosk.agent.main", "--settings", str(kiosk.file), "enrol", world.url, code)
    return kiosk


def token(world: World, name: str) -> dict[str, str]:
    code = world.run("kiosk.central.main", "kiosk", "code", "--branch", "laak", "--name", name)
    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes_raw()
    kiosk = world.post("/v1/enrol", data=encode(Enrol(key=public, code=code))).json()["kiosk"]["id"]
    nonce = world.get("/v1/nonce").json()["nonce"]
    signed = key.sign(proof(nonce, kiosk, 0))
    shown = Proof(key=public, kiosk=kiosk, nonce=nonce, generation=0, signature=signed)
    return {"Authorization": f"Bearer {world.post('/v1/tokens', data=encode(shown)).json()['token']}"}


def test_a_kiosk_lives_through_it_and_a_restart_loses_nothing(world: World) -> None:
    kiosk = a_kiosk(world, "laak-c1")
    kiosk.agent.start()
    hands = Hands(kiosk)
    try:
        wait(lambda: kiosk.replica.all("desks"), "the desks")
        first = hands.claim("laak-t1")
        wait(lambda: kiosk.visits().get(first) == "held", "the first visit")
        hands.claim("laak-t2")
        world.stop()
        hands.claim("laak-t3")
        world.start()
        wait(lambda: set(kiosk.visits()) == set(hands.asked), "every visit")
        assert {id for (id,) in ask(world.database, "SELECT id FROM sync_fact")} == set(hands.asked)
    finally:
        hands.die()
        kiosk.agent.kill()


def test_who_forges_an_address_is_counted_by_the_true_one(world: World) -> None:
    forged = [
        {"X-Forwarded-For": f"198.51.100.{n}", "Forwarded": f"for=198.51.100.{n}", "X-Real-IP": "::1"}
        for n in range(12)
    ]
    guess = encode(Enrol(key=b"k" * 32, code="AAAA-BBBB"))
    answers = [world.post("/v1/enrol", data=guess, headers=headers).status_code for headers in forged]
    assert answers == [403] * 10 + [429] * 2
    assert ask(world.database, "SELECT DISTINCT address FROM sync_try") == [("127.0.0.1",)]
    ask(world.database, "DELETE FROM sync_try")


def test_who_forges_a_host_or_a_scheme_gets_nothing_by_it(world: World) -> None:
    headers = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "http"}
    page = world.get("/in", headers=headers)
    assert page.status_code == 200
    assert "evil.example" not in page.text
    assert "Secure" in page.headers["Set-Cookie"]
    assert page.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_answers_for_kiosks_come_as_central_made_them(world: World) -> None:
    mine = token(world, "Zuil")
    found = world.get("/v1/feeds/branches/snapshot", headers=mine).json()
    place = f"/v1/feeds/branches/snapshots/{found['at']}"
    reply = world.get(place, headers={**mine, "Accept-Encoding": "gzip"})
    assert sha256(reply.content).hexdigest() == found["sha256"]
    assert (reply.headers.get("Content-Encoding"), reply.headers["Content-Type"]) == (None, "application/gzip")
    assert int(reply.headers["Content-Length"]) == found["size"]
    assert "private" in reply.headers["Cache-Control"]
    assert "Authorization" in reply.headers["Vary"]
    assert reply.headers["Strict-Transport-Security"] == "max-age=31536000"
    rest = world.get(place, headers={**mine, "Range": "bytes=100-", "If-Range": reply.headers["ETag"]})
    assert (rest.status_code, rest.content) == (206, reply.content[100:])
    heads = world.get("/v1/branches/laak/heads", headers=mine)
    unchanged = world.get("/v1/branches/laak/heads", headers={**mine, "If-None-Match": heads.headers["ETag"]})
    assert (heads.status_code, unchanged.status_code) == (200, 304)


def test_nobody_gets_without_a_token_what_a_kiosk_got(world: World) -> None:
    mine = token(world, "Balie")
    for _ in range(3):
        assert world.get("/v1/feeds/branches/snapshot", headers=mine).status_code == 200
        assert world.get("/v1/feeds/branches/snapshot").status_code == 401


def test_a_part_of_a_file_can_be_asked_for(world: World) -> None:
    letters = "/static/fonts/AtkinsonHyperlegibleNext-Regular.ttf"
    whole = world.get(letters, headers={"Accept-Encoding": "identity"})
    part = world.get(letters, headers={"Range": "bytes=100-199", "Accept-Encoding": "identity"})
    assert (part.status_code, part.content) == (206, whole.content[100:200])
    style = world.get("/static/central/style.css", headers={"Accept-Encoding": "gzip"})
    assert (style.status_code, style.headers.get("Content-Encoding")) == (200, "gzip")


def test_what_is_too_large_does_not_reach_central(world: World) -> None:
    assert world.post("/v1/facts", data=b"x" * (3 << 20), headers=token(world, "Groot")).status_code == 413


def test_a_branch_full_of_kiosks_behind_one_address_is_not_refused(world: World) -> None:
    mine, statuses = token(world, "Vol"), list[int]()

    def poll() -> None:
        with requests.Session() as line:
            heads, trusted = f"{world.url}/v1/branches/laak/heads", str(world.pem)
            statuses.extend(line.get(heads, headers=mine, verify=trusted, timeout=60).status_code for _ in range(10))

    threads = [threading.Thread(target=poll) for _ in range(60)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert statuses == [200] * 600


def test_a_worker_that_is_killed_is_not_missed(world: World) -> None:
    mine, killed = token(world, "Taai"), world.workers()[0]
    statuses = []
    ends = time.monotonic() + 60
    killed.kill()
    while time.monotonic() < ends and not (len(statuses) > 30 and len(world.workers()) == 2):
        statuses.append(world.get("/v1/branches/laak/heads", headers=mine).status_code)
    assert set(statuses) == {200}
    assert killed not in world.workers()
    assert len(world.workers()) == 2


def test_http_leads_to_https(world: World) -> None:
    reply = requests.get(f"http://{proxies.HOST}:{world.plain}/in", timeout=30, allow_redirects=False)
    assert reply.status_code in (301, 308)
    assert reply.headers["Location"].startswith(f"https://{proxies.HOST}")
