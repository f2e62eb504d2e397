from __future__ import annotations

import gzip
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from kiosk import http
from kiosk.agent.client import Client
from kiosk.agent.http import Http
from kiosk.agent.trust import NoAnswer
from kiosk.errors import BadInput
from tests.agent import scripted
from tests.agent.scripted import Play, always, listening


def _head(handler: BaseHTTPRequestHandler, **headers: str) -> None:
    handler.send_response(200)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()


def _drip_body(handler: BaseHTTPRequestHandler, path: str, sent: bytes) -> None:
    _head(handler, Content_Type="application/json", Content_Length="1000000")
    for _ in range(200):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def _drip_and_close(handler: BaseHTTPRequestHandler, path: str, sent: bytes) -> None:
    _head(handler, Content_Type="application/json", Connection="close")
    handler.close_connection = True
    for _ in range(200):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def _drip_headers(handler: BaseHTTPRequestHandler, path: str, sent: bytes) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    for _ in range(200):
        handler.wfile.write(b"a")
        handler.wfile.flush()
        time.sleep(0.05)


def _endless(handler: BaseHTTPRequestHandler, path: str, sent: bytes) -> None:
    _head(handler, Content_Type="application/json", Connection="close")
    handler.close_connection = True
    while True:
        handler.wfile.write(b"[" * 65536)


def _hang_up(handler: BaseHTTPRequestHandler, path: str, sent: bytes) -> None:
    _head(handler, Content_Type="application/json", Content_Length="100")
    handler.wfile.write(b'{"service":')
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize("play", [_drip_body, _drip_and_close, _drip_headers], ids=["body", "close", "headers"])
def test_a_peer_that_drips_is_cut_off_in_time(play: Play) -> None:
    with listening(play) as peer:
        begin = time.monotonic()
        with pytest.raises(NoAnswer, match="too long"):
            Http(altogether=0.4).ask("GET", peer.url)
        assert time.monotonic() - begin < 5  # all of it takes ten


@pytest.mark.parametrize(
    "play",
    [
        _endless,
        _hang_up,
        always(200, gzip.compress(b"\0" * (200 << 20), 9), Content_Encoding="gzip"),
        always(200, b"not gzip at all", Content_Encoding="gzip"),
        always(200, b"whatever", Content_Encoding="zstd"),
    ],
    ids=["endless", "hangs up", "bomb", "not gzip", "zstd"],
)
def test_what_is_too_long_or_broken_is_no_answer(play: Play) -> None:
    with listening(play) as peer, pytest.raises(NoAnswer):
        Http(altogether=20).ask("GET", peer.url)


def test_gzip_is_unpacked() -> None:
    with listening(always(200, gzip.compress(b"{}" * 5000), Content_Encoding="gzip")) as peer:
        assert Http().ask("GET", peer.url).body == b"{}" * 5000


def test_a_redirect_is_not_followed() -> None:
    with listening(always(200, b"{}")) as other, listening(always(302, b"", Location=other.url)) as peer:
        assert Http("a-token-a-token-a-token").ask("GET", peer.url).status == 302
        assert not other.asked


def test_no_cookie_is_kept() -> None:
    with listening(always(200, b"{}", Set_Cookie="who=you; Path=/")) as peer:
        asking = Http()
        for _ in range(2):
            asking.ask("GET", peer.url)
        assert "Cookie" not in peer.asked[1][2]


def test_the_token_goes_along_whatever_stands_in_netrc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login x password y\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    with listening(always(200, b"{}")) as peer:
        Http("the-token").ask("GET", peer.url)
        assert peer.asked[0][2]["Authorization"] == "Bearer the-token"


def test_connections_are_kept_between_questions() -> None:
    ports = set()

    def play(handler: BaseHTTPRequestHandler, path: str, sent: bytes) -> None:
        ports.add(handler.client_address)
        scripted.say(handler, 200, b"{}")

    with listening(play) as peer:
        asking = Http()
        for _ in range(3):
            asking.ask("GET", peer.url)
    assert len(ports) == 1


def test_what_is_under_way_can_be_aborted() -> None:
    with listening(_drip_body) as peer:
        asking, begin = Http(), time.monotonic()
        threading.Timer(0.2, asking.abort).start()
        with pytest.raises(NoAnswer):
            asking.ask("GET", peer.url)
        assert time.monotonic() - begin < 5  # all of it takes ten


def test_nobody_there_is_no_answer() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        with pytest.raises(NoAnswer) as caught:
            Http().ask("GET", f"http://127.0.0.1:{free.getsockname()[1]}")
    assert caught.value.state == "unreachable"


@pytest.mark.parametrize("central", ["http://central.example", "ftp://central.example", "central.example", ""])
def test_the_token_is_never_sent_in_the_clear(central: str) -> None:
    with pytest.raises(BadInput, match="https"):
        Client(central, "token")


def test_the_limits_are_those_of_the_house() -> None:
    assert (http.CONNECT, http.READ) == (5, 10)
