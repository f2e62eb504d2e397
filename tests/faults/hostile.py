"""A central that means harm: every way in which an answer can hurt who reads it, over a real socket."""

from __future__ import annotations

import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache

#: Writes an answer to a request until the other side has had enough.
Play = Callable[[socket.socket], None]

_JSON = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
_CLOSE = b"Connection: close\r\n\r\n"


@cache
def bomb() -> bytes:
    """1 GiB of spaces as 1 MiB of gzip: one block of it, time and again."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    block = packer.compress(b" " * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + block * 1024 + b"\x03\0"


def _gzip_bomb(line: socket.socket) -> None:
    line.sendall(_JSON + b"Content-Encoding: gzip\r\n" + _CLOSE + bomb())


def _twice_packed(line: socket.socket) -> None:
    line.sendall(_JSON + b"Content-Encoding: gzip, gzip\r\n" + _CLOSE + bomb())


def _deep(line: socket.socket) -> None:
    line.sendall(_JSON + _CLOSE + b'{"service":"wegwijs","changes":' + b"[" * 100_000 + b"]" * 100_000 + b"}")


def _deep_objects(line: socket.socket) -> None:
    line.sendall(_JSON + _CLOSE + b'{"a":' * 100_000)


def _endless(line: socket.socket) -> None:
    line.sendall(_JSON + _CLOSE + b'{"service":"wegwijs","x":"')
    while True:
        line.sendall(b"x" * 65536)


def _endless_chunks(line: socket.socket) -> None:
    line.sendall(_JSON + b"Transfer-Encoding: chunked\r\n\r\n")
    while True:
        line.sendall(b"1\r\n[\r\n" * 1000)


def _endless_chunk_size(line: socket.socket) -> None:
    line.sendall(_JSON + b"Transfer-Encoding: chunked\r\n\r\n")
    while True:
        line.sendall(b"0" * 65536)


def _headers(line: socket.socket) -> None:
    line.sendall(_JSON)
    for number in range(1_000_000):
        line.sendall(b"X-%d: x\r\n" % number)


def _long_header(line: socket.socket) -> None:
    line.sendall(_JSON + b"X-Long: ")
    while True:
        line.sendall(b"x" * 65536)


def _status(line: socket.socket) -> None:
    while True:
        line.sendall(b"HTTP/1.1 " * 8192)


def _go_on(line: socket.socket) -> None:
    while True:
        line.sendall(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)


def _too_long(line: socket.socket) -> None:
    line.sendall(_JSON + b"Content-Length: 1000\r\n\r\n{}")


def _too_short(line: socket.socket) -> None:
    line.sendall(_JSON + b"Content-Length: 1\r\n\r\n" + b'{"service":"wegwijs"}' * 1000)


def _huge_length(line: socket.socket) -> None:
    line.sendall(_JSON + b"Content-Length: 99999999999999999999\r\n\r\n" + b" " * 1000)


def _no_length(line: socket.socket) -> None:
    line.sendall(_JSON + b"Content-Length: -1\r\n\r\n{}")


def _two_lengths(line: socket.socket) -> None:
    line.sendall(_JSON + b"Content-Length: 2\r\nContent-Length: 200\r\n\r\n{}")


def _to_itself(line: socket.socket) -> None:
    line.sendall(b"HTTP/1.1 302 Found\r\nLocation: /v1/branches/laak/heads\r\nContent-Length: 0\r\n\r\n")


def _loris(line: socket.socket) -> None:
    line.sendall(_JSON + b"Content-Length: 100000\r\n\r\n")
    while True:
        line.sendall(b" ")
        time.sleep(0.02)


def _silent(line: socket.socket) -> None:
    time.sleep(30)


def _many_heads(line: socket.socket) -> None:
    heads = b",".join(b'"f%d":"e1-1"' % number for number in range(1_000_000))
    body = b'{"service":"wegwijs","now":"2026-11-18T13:07:00Z","poll_after":1,"heads":{' + heads + b"}}"
    line.sendall(_JSON + _CLOSE + body)


def _many_changes(line: socket.socket) -> None:
    change = b'{"id":"d1","rev":4,"record":{"id":"d1"}}'
    changes = b",".join([change] * ((8 << 20) // (len(change) + 1) - 10))
    body = b'{"service":"wegwijs","feed":"titles","since":"e1-1","to":"e1-2","changes":[' + changes + b"]}"
    line.sendall(_JSON + _CLOSE + body)


PLAYS: dict[str, Play] = {
    play.__name__.strip("_"): play
    for play in (
        *(_gzip_bomb, _twice_packed, _deep, _deep_objects, _endless, _endless_chunks, _endless_chunk_size, _headers),
        *(_long_header, _status, _go_on, _too_long, _too_short, _huge_length, _no_length, _two_lengths, _to_itself),
        *(_loris, _silent, _many_heads, _many_changes),
    )
}


@contextmanager
def listening(play: Callable[[], Play], port: int = 0) -> Iterator[str]:
    """The address of such a central; `play` says which harm it does next."""
    with socket.create_server(("127.0.0.1", port)) as place:
        threading.Thread(target=_accept, args=(place, play), daemon=True).start()
        yield "http://{}:{}".format(*place.getsockname())


def _accept(place: socket.socket, play: Callable[[], Play]) -> None:
    with suppress(OSError):
        while True:
            line, _ = place.accept()
            threading.Thread(target=_answer, args=(line, play()), daemon=True).start()


def _answer(line: socket.socket, play: Play) -> None:
    with suppress(OSError), line:
        line.settimeout(30)
        line.recv(1 << 16)
        play(line)
