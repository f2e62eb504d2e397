"""Whom the agent believes: a real TLS server, with certificates made here."""

from __future__ import annotations

import datetime
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import certifi
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kiosk.agent.client import Client
from kiosk.agent.http import Http
from kiosk.agent.trust import NoAnswer
from tests.agent import scripted

NOW = datetime.datetime.now(datetime.UTC)
DAY = datetime.timedelta(days=1)

#: 192.0.2.7 is nobody's (RFC 5737); our server is reached at 127.0.0.1.
HERE, ELSEWHERE = "127.0.0.1", "192.0.2.7"


class Authority:
    """Signs certificates; `file` holds its own."""

    def __init__(self, folder: Path, name: str = "Library of the tests") -> None:
        self._folder, self.file = folder, folder / f"{name}.pem"
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = _named(name)
        made = self._builder(self._name, self._key.public_key(), NOW - DAY, NOW + DAY)
        made = made.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        self.file.write_bytes(self._signed(made))

    def certificate(
        self, host: str = HERE, since: datetime.datetime = NOW - DAY, until: datetime.datetime = NOW + DAY
    ) -> Path:
        """A key and its certificate for that address, in one file."""
        return self._for(host, ec.generate_private_key(ec.SECP256R1()), _named(host), since, until)

    def itself(self) -> Path:
        """The same, signed by the very key that it is of."""
        return self._for(HERE, self._key, self._name, NOW - DAY, NOW + DAY)

    def _for(
        self,
        host: str,
        key: ec.EllipticCurvePrivateKey,
        subject: x509.Name,
        since: datetime.datetime,
        until: datetime.datetime,
    ) -> Path:
        made = self._builder(subject, key.public_key(), since, until)
        address = x509.IPAddress(ipaddress.ip_address(host))
        made = made.add_extension(x509.SubjectAlternativeName([address]), critical=False)
        made = made.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        path = self._folder / f"{host}-{until:%j}.pem"
        form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        path.write_bytes(key.private_bytes(*form) + self._signed(made))
        return path

    def _builder(
        self, subject: x509.Name, key: ec.EllipticCurvePublicKey, since: datetime.datetime, until: datetime.datetime
    ) -> x509.CertificateBuilder:
        made = x509.CertificateBuilder(self._name, subject, key, x509.random_serial_number(), since, until)
        ours = x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key())
        made = made.add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
        return made.add_extension(ours, critical=False)

    def _signed(self, made: x509.CertificateBuilder) -> bytes:
        return made.sign(self._key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


def _named(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


@contextmanager
def serving(certificate: Path, version: ssl.TLSVersion | None = None) -> Iterator[tuple[str, list[str]]]:
    """A server's address, and the paths that it was asked for after the handshake."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            scripted.say(self, 200, b"{}")

        def log_message(self, *_: object) -> None:
            pass

    server = Server((HERE, 0), Handler)
    server.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.context.load_cert_chain(certificate)
    if version is not None:
        server.context.minimum_version = ssl.TLSVersion.TLSv1
        server.context.maximum_version = version
        server.context.set_ciphers("ALL:@SECLEVEL=0")
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"https://{HERE}:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()


class Server(ThreadingHTTPServer):
    """Says nothing about callers who hang up."""

    daemon_threads = True
    context: ssl.SSLContext

    def get_request(self) -> tuple[socket.socket, tuple[str, int]]:
        connection, place = super().get_request()
        connection.settimeout(10)
        return self.context.wrap_socket(connection, server_side=True), place

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """One that this system trusts."""
    made = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.file))
    return made


def test_an_authority_that_the_system_trusts_is_enough(authority: Authority) -> None:
    with serving(authority.certificate()) as (url, asked):
        assert Http(proxies=False).ask("GET", url).status == 200
    assert asked == ["/"]


def _expired(authority: Authority, folder: Path) -> Path:
    return authority.certificate(since=NOW - 3 * DAY, until=NOW - DAY)


def _of_tomorrow(authority: Authority, folder: Path) -> Path:
    return authority.certificate(since=NOW + DAY, until=NOW + 2 * DAY)


def _of_another_host(authority: Authority, folder: Path) -> Path:
    return authority.certificate(ELSEWHERE)


def _of_another_authority(authority: Authority, folder: Path) -> Path:
    return Authority(folder, "Somebody").certificate()


def _signed_by_itself(authority: Authority, folder: Path) -> Path:
    return Authority(folder, HERE).itself()


@pytest.mark.parametrize(
    "make",
    [_expired, _of_tomorrow, _of_another_host, _of_another_authority, _signed_by_itself],
    ids=lambda make: make.__name__,
)
@pytest.mark.parametrize("bundle", [False, True], ids=["", "a bundle of requests"])
def test_any_other_certificate_is_refused_before_a_word_is_said(
    authority: Authority,
    tmp_path: Path,
    make: Callable[[Authority, Path], Path],
    monkeypatch: pytest.MonkeyPatch,
    bundle: bool,
) -> None:
    certificate = make(authority, tmp_path)
    if bundle:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "Somebody.pem"))
        monkeypatch.setenv("CURL_CA_BUNDLE", str(tmp_path / "Somebody.pem"))
    with serving(certificate) as (url, asked), pytest.raises(NoAnswer, match="certificate") as caught:
        Http("the-token", proxies=True).ask("GET", url)
    assert (caught.value.state, asked) == ("unreachable", [])


def test_the_authorities_that_come_with_requests_are_not_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system trusts nobody, neither do we, whatever certifi holds."""
    somebody = Authority(tmp_path, "Of certifi")
    monkeypatch.setattr(certifi, "where", lambda: str(somebody.file))
    monkeypatch.setattr("requests.adapters.DEFAULT_CA_BUNDLE_PATH", str(somebody.file))
    monkeypatch.setenv("SSL_CERT_FILE", str(Authority(tmp_path, "Of the system").file))
    with serving(somebody.certificate()) as (url, asked), pytest.raises(NoAnswer, match="certificate"):
        Http(proxies=False).ask("GET", url)
    assert asked == []


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_versions_of_tls_that_are_broken_are_refused(authority: Authority, version: ssl.TLSVersion) -> None:
    with serving(authority.certificate(), version) as (url, asked), pytest.raises(NoAnswer):
        Http(proxies=False).ask("GET", url)
    assert asked == []


def test_a_proxy_carries_the_line_and_hears_nothing_of_it(
    authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(authority.certificate()) as (url, asked), tunnelling() as (proxy, lines):
        monkeypatch.setenv("HTTPS_PROXY", proxy)
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        assert Http("the-token", proxies=True).ask("GET", url).status == 200
        assert lines[0].startswith(f"CONNECT {url.removeprefix('https://')} ".encode())
        assert not any(b"the-token" in line for line in lines)
        lines.clear()
        Http("the-token", proxies=False).ask("GET", url)
        assert (lines, len(asked)) == ([], 2)


def test_behind_a_proxy_certificates_are_verified_too(
    authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(_of_another_authority(authority, tmp_path)) as (url, asked), tunnelling() as (proxy, _):
        monkeypatch.setenv("HTTPS_PROXY", proxy)
        with pytest.raises(NoAnswer, match="certificate"):
            Http(proxies=True).ask("GET", url)
    assert asked == []


def test_central_on_this_computer_is_reached_without_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    with scripted.listening(scripted.always(404, b"")) as peer, tunnelling() as (proxy, lines):
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy)
        with pytest.raises(NoAnswer):
            Client(peer.url).nonce()
        assert (len(peer.asked), lines) == (1, [])


def test_a_proxy_that_wants_a_password_is_no_central(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    with tunnelling(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n") as (proxy, _):
        monkeypatch.setenv("HTTPS_PROXY", proxy)
        with pytest.raises(NoAnswer, match="407") as caught:
            Http(proxies=True).ask("GET", "https://central.example")
        assert caught.value.state == "unreachable"


@contextmanager
def tunnelling(refusal: bytes = b"") -> Iterator[tuple[str, list[bytes]]]:
    """A proxy for CONNECT (RFC 9110, 9.3.6), and the lines that it was told; with a refusal it says only that."""
    told: list[bytes] = []
    with socket.create_server((HERE, 0)) as server:
        threading.Thread(target=_tunnel, args=(server, told, refusal), daemon=True).start()
        yield f"http://{HERE}:{server.getsockname()[1]}", told
        server.shutdown(socket.SHUT_RDWR)


def _tunnel(server: socket.socket, told: list[bytes], refusal: bytes) -> None:
    while True:
        try:
            near, _ = server.accept()
        except OSError:
            return
        head = b""
        while b"\r\n\r\n" not in head:
            head += near.recv(4096)
        told += head.split(b"\r\n")
        if refusal:
            near.sendall(refusal)
            near.close()
            continue
        host, _, port = head.split()[1].decode().partition(":")
        far = socket.create_connection((host, int(port)))
        near.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        for here, there in ((near, far), (far, near)):
            threading.Thread(target=_pass_on, args=(here, there), daemon=True).start()


def _pass_on(here: socket.socket, there: socket.socket) -> None:
    try:
        while data := here.recv(65536):
            there.sendall(data)
        there.shutdown(socket.SHUT_WR)
    except OSError:
        pass
