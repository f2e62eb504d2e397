from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from hashlib import sha256
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import msgspec
import pytest

from kiosk.agent import download
from kiosk.agent.client import Client
from kiosk.agent.trust import Expired, NoAnswer
from kiosk.errors import KnownError
from kiosk.wire import SERVICE, Change, Snapshot, encode
from tests.agent import scripted
from tests.agent.central import TOKEN

#: Does not get smaller by packing.
BODY = b"".join(sha256(bytes([place % 256, place // 256])).digest() for place in range(20_000))


def snapshot(body: bytes = BODY) -> Snapshot:
    digest = sha256(body).hexdigest()
    return Snapshot(service=SERVICE, feed="titles", at="e1-4", size=len(body), sha256=digest, count=1)


class Library:
    """Serves `body`; `cut` bytes of it in one answer, and what else is told."""

    def __init__(self) -> None:
        self.body, self.cut, self.ranges, self.honours = BODY, len(BODY), [], True
        self.status, self.tag = 0, f'"{sha256(BODY).hexdigest()}"'

    def __call__(self, handler: BaseHTTPRequestHandler, path: str, sent: bytes) -> None:
        if self.status:
            return scripted.problem(handler, self.status, "cursor-expired")
        asked = handler.headers.get("Range")
        self.ranges.append(asked)
        start = int(asked.split("=")[1][:-1]) if asked and self.honours else 0
        handler.send_response(206 if start else 200)
        handler.send_header("Content-Type", "application/gzip")
        handler.send_header("ETag", self.tag)
        if start:
            handler.send_header("Content-Range", f"bytes {start}-{len(self.body) - 1}/{len(self.body)}")
        handler.send_header("Content-Length", str(len(self.body) - start))
        handler.end_headers()
        handler.close_connection = True
        return handler.wfile.write(self.body[start:][: self.cut]) and None


@pytest.fixture
def library() -> Library:
    return Library()


@pytest.fixture
def client(library: Library) -> Iterator[Client]:
    with scripted.listening(library) as peer:
        yield Client(peer.url, TOKEN)


def fetch(client: Client, folder: Path, found: Snapshot | None = None) -> Path:
    return download.fetch(client, found or snapshot(), "laak", folder, lambda came: None)


def test_what_has_its_name_is_whole_and_fetched_once(client: Client, library: Library, tmp_path: Path) -> None:
    for _ in range(2):
        assert fetch(client, tmp_path / "coming").read_bytes() == BODY
    assert len(library.ranges) == 1


def test_what_was_cut_off_goes_on_where_it_was(client: Client, library: Library, tmp_path: Path) -> None:
    library.cut = 100_000
    for _ in range(6):
        with pytest.raises(NoAnswer):
            fetch(client, tmp_path)
        assert not [path for path in tmp_path.iterdir() if path.suffix != ".part"]
    library.cut = len(BODY)
    assert fetch(client, tmp_path).read_bytes() == BODY
    assert library.ranges == [None, *(f"bytes={n}00000-" for n in range(1, 7))]


def test_a_peer_that_knows_no_ranges_begins_anew(client: Client, library: Library, tmp_path: Path) -> None:
    library.cut = 100_000
    with pytest.raises(NoAnswer):
        fetch(client, tmp_path)
    library.cut, library.honours = len(BODY), False
    assert fetch(client, tmp_path).read_bytes() == BODY


def test_what_is_damaged_is_thrown_away_and_fetched_again(client: Client, library: Library, tmp_path: Path) -> None:
    library.body = b"x" + BODY[1:]
    with pytest.raises(NoAnswer, match="damaged"):
        fetch(client, tmp_path)
    library.body = BODY
    assert fetch(client, tmp_path).read_bytes() == BODY


def test_more_than_was_promised_is_refused(client: Client, library: Library, tmp_path: Path) -> None:
    library.body = BODY + b"more"
    with pytest.raises(NoAnswer):
        fetch(client, tmp_path)
    assert all(path.stat().st_size <= len(BODY) for path in tmp_path.iterdir())


def test_another_file_in_its_place_is_not_taken(client: Client, library: Library, tmp_path: Path) -> None:
    library.tag = '"another"'
    with pytest.raises(NoAnswer):
        fetch(client, tmp_path)


def test_a_snapshot_that_is_no_longer_there_starts_anew(client: Client, library: Library, tmp_path: Path) -> None:
    library.status = 410
    with pytest.raises(Expired):
        fetch(client, tmp_path)


def test_older_beginnings_make_room(client: Client, library: Library, tmp_path: Path) -> None:
    (tmp_path / "titles-0123456789abcdef.part").write_bytes(b"old")
    (tmp_path / "copies-0123456789abcdef.part").write_bytes(b"another feed")
    whole = fetch(client, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {whole.name, "copies-0123456789abcdef.part"}


def test_a_full_disk_is_said_and_what_came_stays(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    came: list[int] = []

    def pace(size: int) -> None:
        came.append(size)
        if len(came) == 3:
            raise KnownError("The disk is full")

    with pytest.raises(KnownError, match="full"):
        download.fetch(client, snapshot(), "laak", tmp_path, pace)
    (part,) = tmp_path.iterdir()
    assert part.read_bytes() == BODY[: sum(came)] != b""


@pytest.mark.parametrize(
    "body",
    [b"no gzip", gzip.compress(b"{}")[:-9], gzip.compress(b"[]\n"), gzip.compress(b"x" * (2 << 20))],
    ids=["rubbish", "cut", "no record", "no end"],
)
def test_a_file_that_makes_no_sense_is_nobodys_fault_of_ours(body: bytes, tmp_path: Path) -> None:
    file = tmp_path / "titles"
    file.write_bytes(body)
    with pytest.raises(NoAnswer):
        list(download.changes(file, 1))
    assert not file.exists(), "it is fetched again"


def test_a_disk_without_room_is_said_before_anything_is_fetched(
    client: Client, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = download.RESERVE + (1 + download.UNPACKED) * len(BODY)
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(download.shutil, "disk_usage", lambda path: usage._replace(free=free - 1))
    with pytest.raises(KnownError, match="The disk has no room for titles: 1 MB more must be free"):
        fetch(client, tmp_path)
    assert library.ranges == []
    monkeypatch.setattr(download.shutil, "disk_usage", lambda path: usage._replace(free=free))
    assert fetch(client, tmp_path).read_bytes() == BODY


def test_what_came_already_needs_no_more_room(
    client: Client, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.cut = 100_000
    with pytest.raises(NoAnswer):
        fetch(client, tmp_path)
    library.cut = len(BODY)
    free = download.RESERVE + (1 + download.UNPACKED) * len(BODY) - 100_000
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(download.shutil, "disk_usage", lambda path: usage._replace(free=free))
    assert fetch(client, tmp_path).read_bytes() == BODY


def test_a_snapshot_with_fewer_lines_than_central_says_is_not_taken(tmp_path: Path) -> None:
    file = tmp_path / "titles"
    line = encode(Change(id="t1", rev=1, record=msgspec.Raw(b'{"id":"t1"}'))) + b"\n"
    file.write_bytes(gzip.compress(line * 2))
    assert len(list(download.changes(file, 2))) == 2
    with pytest.raises(NoAnswer, match="2 lines"):
        list(download.changes(file, 3))
    assert not file.exists()
