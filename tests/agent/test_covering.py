"""Covers on a kiosk: what stands here is fetched ahead, politely, and whatever has its name is whole."""

from __future__ import annotations

import logging
import os
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from hashlib import sha256
from itertools import count
from random import Random
from typing import Any

import msgspec
import pytest

from kiosk import clock
from kiosk.agent import album, covering
from kiosk.agent.album import Album
from kiosk.agent.covering import Covering
from kiosk.agent.engine import Engine
from kiosk.agent.keep import Facts
from kiosk.catalogue.covers import place
from kiosk.errors import KnownError
from kiosk.settings import Settings
from kiosk.store.writer import Writer
from kiosk.wire import LARGEST_COVER, SERVICE, Change, Changes, Copy, Record, Title, encode
from tests.agent import scripted
from tests.agent.central import TOKEN, Central

Soon = Callable[[Callable[[], object]], None]

_numbers = count(1)


def picture(seed: int, size: int = 3000) -> tuple[str, bytes]:
    """Something that begins like a JPEG, and its name."""
    body = b"\xff\xd8\xff" + Random(seed).randbytes(size)
    return sha256(body).hexdigest()[:32], body


def titled(id: str, cover: str = "", **more: Any) -> Title:
    return Title(id=id, title=id, cover=cover, **more)


def copy_of(title: str, branch: str = "laak", **more: Any) -> Copy:
    return Copy(id=f"{title}-{branch}", title=title, branch=branch, **more)


def apply(writer: Writer, feed: str, *records: Record, gone: tuple[str, ...] = ()) -> None:
    """Put these into the replica, as the engine would."""
    changes = [Change(id=each.id, rev=next(_numbers), record=msgspec.Raw(encode(each))) for each in records]
    changes += [Change(id=id, rev=next(_numbers), deleted=True) for id in gone]
    to = f"e1-{next(_numbers)}"
    writer.apply(Changes(service=SERVICE, feed=feed, since=writer.cursor(feed), to=to, changes=changes))


class Shelf:
    """A `Covering` at a scripted central; titles with copies here have covers there, unless told otherwise."""

    def __init__(self, settings: Settings, url: str, central: Central) -> None:
        self.settings, self.central = settings, central
        self.writer = Writer(settings.replica)
        self.writer.belong("k1", "laak")
        self.badge, self.renewed, self.speed = (url, TOKEN), 0, None
        self.covering = self.made()

    def made(self) -> Covering:
        return Covering(self.settings, self.writer, lambda: self.badge, self._renew, lambda: self.speed)

    def _renew(self) -> None:
        self.renewed += 1

    def stand(self, *seeds: int, size: int = 3000, branch: str = "laak", **more: Any) -> list[str]:
        """Titles with these covers come to that branch; the names of the covers."""
        covers = [picture(seed, size) for seed in seeds]
        self.central.covers |= dict(covers)
        pairs = list(zip(seeds, covers, strict=True))
        apply(self.writer, "titles", *[titled(f"t{seed}", name, **more) for seed, (name, _) in pairs])
        apply(self.writer, "copies", *[copy_of(f"t{seed}", branch) for seed in seeds])
        self.covering.follow()
        return [name for name, _ in covers]

    def here(self) -> set[str]:
        """The names of the covers that the screen would show; each is whole."""
        found = {path.stem: path for path in self.settings.covers.glob("*/*.jpg")}
        whole = set()
        for name, path in found.items():
            assert path == place(self.settings.covers, name)
            # One of them may go just now
            with suppress(FileNotFoundError):
                assert sha256(path.read_bytes()).hexdigest()[:32] == name
                whole.add(name)
        return whole


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, seconds in {"GLANCE": 0.01, "GATHER": 0.0, "RARELY": 0, "PAUSE": 0.01, "AGAIN": 0.05}.items():
        monkeypatch.setattr(covering, name, seconds)


@pytest.fixture
def shelf(settings: Settings, peer: scripted.Peer, central: Central) -> Iterator[Shelf]:
    settings.state.mkdir()
    shelf = Shelf(settings, peer.url, central)
    yield shelf
    shelf.covering.close()
    shelf.writer.close()


def asked(peer: scripted.Peer) -> list[str]:
    return [path.rpartition("/")[2] for _, path, _, _ in peer.asked if "/covers/" in path]


def test_covers_of_what_stands_here_come_and_nothing_else(shelf: Shelf, peer: scripted.Peer, soon: Soon) -> None:
    here = shelf.stand(1, 2)
    shelf.stand(3, branch="escamp")
    (online, body) = picture(4)
    shelf.central.covers[online] = body
    apply(shelf.writer, "titles", titled("e", online, kind="ebook"), titled("plain"), titled("odd", "../../etc/passwd"))
    shelf.covering.open()
    soon(lambda: shelf.here() == {*here, online})
    time.sleep(0.1)
    assert sorted(asked(peer)) == sorted([*here, online])


def test_what_is_no_longer_named_goes(shelf: Shelf, soon: Soon) -> None:
    one, two = shelf.stand(1, 2)
    shelf.covering.open()
    soon(lambda: shelf.here() == {one, two})
    apply(shelf.writer, "titles", titled("t1", ""))
    (three,) = shelf.stand(3)
    soon(lambda: shelf.here() == {two, three})
    apply(shelf.writer, "titles", gone=("t2",))
    shelf.covering.follow()
    soon(lambda: shelf.here() == {three})


def test_two_titles_may_share_a_cover(shelf: Shelf, peer: scripted.Peer, soon: Soon) -> None:
    (one,) = shelf.stand(1)
    apply(shelf.writer, "titles", titled("other", one))
    shelf.covering.open()
    soon(lambda: shelf.here() == {one})
    time.sleep(0.05)
    assert asked(peer) == [one]


def test_the_new_ones_come_first_and_then_the_most_lent(shelf: Shelf, peer: scripted.Peer, soon: Soon) -> None:
    today = clock.here(clock.now()).date()
    order = [
        (1, 0, today), (2, 90, today - timedelta(days=40)), (3, 9, None), (4, 9, date(1999, 1, 1)), (5, 0, None),
    ]  # fmt: skip
    wanted = []
    for seed, loans, added in order:
        (name,) = shelf.stand(seed, loans=loans)
        apply(shelf.writer, "copies", copy_of(f"t{seed}", added=added))
        wanted.append(name)
    shelf.covering.open()
    soon(lambda: len(shelf.here()) == 5)
    assert asked(peer) == [wanted[0], wanted[1], wanted[3], wanted[2], wanted[4]]


def test_no_more_is_kept_than_the_settings_allow(shelf: Shelf, peer: scripted.Peer, soon: Soon) -> None:
    shelf.settings = msgspec.structs.replace(shelf.settings, covers_mb=1)
    shelf.covering = shelf.made()
    names = [shelf.stand(seed, size=120_000, loans=20 - seed)[0] for seed in range(12)]
    shelf.covering.open()
    soon(lambda: shelf.here() == set(names[:8]))
    shelf.covering.follow()
    time.sleep(0.1)
    assert shelf.here() == set(names[:8])
    assert sum(path.stat().st_size for path in shelf.settings.covers.rglob("*.jpg")) <= 1_000_000
    # What is lent more takes the place of the last
    (best,) = shelf.stand(99, size=120_000, loans=99)
    soon(lambda: shelf.here() == {best, *names[:7]})


def test_without_covers_in_the_settings_none_are_kept(shelf: Shelf, soon: Soon) -> None:
    shelf.stand(1, 2)
    shelf.covering.open()
    soon(lambda: len(shelf.here()) == 2)
    shelf.covering.close()
    shelf.settings = msgspec.structs.replace(shelf.settings, covers_mb=0)
    shelf.covering = shelf.made()
    shelf.covering.open()
    soon(lambda: not shelf.here())


def test_a_catalogue_that_is_not_here_yet_costs_no_cover(shelf: Shelf, soon: Soon) -> None:
    (one,) = shelf.stand(1)
    shelf.covering.open()
    soon(lambda: shelf.here() == {one})
    shelf.covering.close()
    shelf.writer.mend("a test")
    shelf.covering = shelf.made()
    shelf.covering.open()
    time.sleep(0.1)
    assert shelf.here() == {one}


@pytest.mark.parametrize(
    "wrong",
    [
        b"",
        b"<html>Log in</html>",
        picture(77)[1],
        b"\xff\xd8\xff" + bytes(LARGEST_COVER),
        b"\xff\xd8\xff" + bytes(30 << 20),
    ],
    ids=["nothing", "a page", "another cover", "long", "huge"],
)
def test_what_is_not_the_cover_is_not_kept_and_the_others_come(wrong: bytes, shelf: Shelf, soon: Soon) -> None:
    names = shelf.stand(1, 2, 3)
    right = shelf.central.covers[names[1]]
    shelf.central.covers[names[1]] = wrong
    shelf.covering.open()
    soon(lambda: shelf.here() == {names[0], names[2]})
    assert not list(shelf.settings.covers.glob(f"*/{names[1]}*"))
    shelf.central.covers[names[1]] = right
    soon(lambda: shelf.here() == set(names))


def test_what_is_named_right_and_is_no_jpeg_is_not_kept(shelf: Shelf, soon: Soon) -> None:
    body = b"GIF89a" + bytes(100)
    name = sha256(body).hexdigest()[:32]
    shelf.central.covers[name] = body
    apply(shelf.writer, "titles", titled("t", name))
    (one,) = shelf.stand(1)
    shelf.covering.open()
    soon(lambda: shelf.here() == {one})


def test_what_central_lacks_is_tried_again_later(
    shelf: Shelf, peer: scripted.Peer, soon: Soon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(covering, "AGAIN", 0.5)
    one, two = shelf.stand(1, 2)
    body = shelf.central.covers.pop(one)
    shelf.covering.open()
    soon(lambda: shelf.here() == {two})
    time.sleep(0.2)
    assert asked(peer).count(one) == 1
    shelf.central.covers[one] = body
    soon(lambda: shelf.here() == {one, two})


def test_whoever_answers_in_centrals_place_is_soon_left_alone(
    shelf: Shelf, peer: scripted.Peer, soon: Soon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(covering, "AGAIN", 60)
    shelf.stand(*range(60))
    peer.play = scripted.always(200, b"<html>Welcome to our network</html>", "text/html")
    shelf.covering.open()
    soon(lambda: len(asked(peer)) == covering.MISSES)
    time.sleep(0.1)
    assert len(asked(peer)) == covering.MISSES


def test_a_central_that_is_down_is_asked_ever_more_rarely(
    shelf: Shelf, peer: scripted.Peer, central: Central, soon: Soon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(covering, "PAUSE", 0.1)
    (one,) = shelf.stand(1)
    peer.play = scripted.always(503, b"{}")
    shelf.covering.open()
    time.sleep(1.0)
    assert 2 <= len(asked(peer)) <= 4
    peer.play = central
    soon(lambda: shelf.here() == {one})


def test_central_may_say_when_to_come_back(shelf: Shelf, peer: scripted.Peer, soon: Soon) -> None:
    shelf.stand(1)
    peer.play = lambda handler, path, sent: scripted.problem(handler, 503, "busy", Retry_After="30")
    shelf.covering.open()
    soon(lambda: asked(peer))
    time.sleep(0.2)
    assert len(asked(peer)) == 1


def test_an_old_token_is_not_used_again_and_the_engine_is_asked_for_another(
    shelf: Shelf, peer: scripted.Peer, soon: Soon
) -> None:
    (one,) = shelf.stand(1)
    shelf.central.token = "another-token-of-the-tests-0123"
    shelf.covering.open()
    soon(lambda: shelf.renewed)
    time.sleep(0.1)
    assert (len(asked(peer)), shelf.renewed) == (1, 1)
    shelf.badge = (shelf.badge[0], shelf.central.token)
    soon(lambda: shelf.here() == {one})


def test_without_a_token_nobody_is_asked(shelf: Shelf, peer: scripted.Peer) -> None:
    shelf.stand(1)
    shelf.badge = ("", "")
    shelf.covering.open()
    time.sleep(0.1)
    assert asked(peer) == []


def test_nothing_is_fetched_while_the_engine_talks(shelf: Shelf, peer: scripted.Peer, soon: Soon) -> None:
    (one,) = shelf.stand(1)
    with shelf.covering.aside():
        shelf.covering.open()
        time.sleep(0.1)
        assert asked(peer) == []
    soon(lambda: shelf.here() == {one})


def test_while_people_share_the_line_covers_come_slowly(shelf: Shelf, soon: Soon) -> None:
    shelf.speed = 160_000  # type: ignore[assignment]
    names = shelf.stand(1, 2, 3, size=10_000)
    began = time.monotonic()
    shelf.covering.open()
    soon(lambda: shelf.here() == set(names))
    assert time.monotonic() - began > 2 * 10_000 / (160_000 * covering.SHARE)


def test_closing_cuts_off_what_is_under_way(shelf: Shelf, peer: scripted.Peer, soon: Soon) -> None:
    shelf.stand(1)
    peer.play = lambda handler, path, sent: time.sleep(5)
    shelf.covering.open()
    soon(lambda: asked(peer))
    began = time.monotonic()
    shelf.covering.close()
    assert time.monotonic() - began < 0.5
    assert not shelf.covering._thread.is_alive()


def test_a_disk_without_room_keeps_what_is_there_and_is_no_disaster(
    shelf: Shelf, soon: Soon, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    (one,) = shelf.stand(1)
    shelf.covering.open()
    soon(lambda: shelf.here() == {one})
    full = shutil.disk_usage(shelf.settings.state)._replace(free=1000)
    with monkeypatch.context() as patch:
        patch.setattr(album.shutil, "disk_usage", lambda path: full)
        (two,) = shelf.stand(2)
        soon(lambda: "no room for covers" in caplog.text)
        assert shelf.here() == {one}
    soon(lambda: shelf.here() == {one, two})
    # Not which cover, nor whose
    assert two not in caplog.text
    assert "t2" not in caplog.text


def test_a_write_that_fails_leaves_nothing(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    name, body = picture(1)

    def fails(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(KnownError, match="cannot be written: No space left"):
        Album(settings.covers).put(name, body)
    monkeypatch.undo()
    assert Album(settings.covers).sizes() == {}
    assert [path for path in settings.covers.rglob("*") if path.is_file()] == []


def test_what_is_no_whole_cover_is_cleared_away(settings: Settings) -> None:
    name, body = picture(1)
    kept = Album(settings.covers)
    kept.put(name, body)
    folder = settings.covers / name[:2]
    (folder / f"{name}.jpg.new").write_bytes(body[:100])
    (folder / "hello.jpg").write_bytes(body)
    (folder / f"{'0' * 32}.jpg").write_bytes(b"")
    (settings.covers / "zz").mkdir()
    (settings.covers / "zz" / f"{name}.jpg").write_bytes(body)
    assert kept.sizes() == {name: len(body)}
    assert [path.name for path in settings.covers.rglob("*") if path.is_file()] == [f"{name}.jpg"]


def test_what_the_disk_spoils_comes_anew(shelf: Shelf, soon: Soon) -> None:
    one, two = shelf.stand(1, 2)
    shelf.covering.open()
    soon(lambda: shelf.here() == {one, two})
    path = place(shelf.settings.covers, one)
    assert path is not None
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    shelf.covering.follow()
    soon(lambda: sha256(path.read_bytes()).hexdigest()[:32] == one if path.exists() else False)
    assert shelf.here() == {one, two}


@pytest.mark.skipif(os.name != "posix", reason="groups are POSIX's")
def test_the_screens_user_may_read_covers_through_the_group(settings: Settings) -> None:
    name, body = picture(1)
    before = os.umask(0o007)
    try:
        Album(settings.covers).put(name, body)
    finally:
        os.umask(before)
    path = place(settings.covers, name)
    assert path is not None
    assert stat.S_IMODE(path.stat().st_mode) == 0o660
    assert stat.S_IMODE(path.parent.stat().st_mode) & 0o057 == 0o050


def test_an_engine_fetches_covers_and_reports_as_before(
    enrolled: Settings, central: Central, peer: scripted.Peer, soon: Soon
) -> None:
    name, body = picture(1)
    central.covers[name] = body
    central.publish("titles", [titled("t1", name)])
    central.publish("copies", [copy_of("t1")])
    facts, writer = Facts(enrolled.facts), Writer(enrolled.replica)
    engine = Engine(enrolled, facts, writer, lambda message: None)
    engine.open()
    try:
        soon(lambda: list(enrolled.covers.glob("*/*.jpg")))
        soon(lambda: engine.status().online)
        assert central.healths
        assert engine.status().notes == []
    finally:
        engine.close()
        facts.close()
        writer.close()
    assert asked(peer) == [name]


#: Run in a process of its own, to be killed.
AGENT = """
import sys, time
from pathlib import Path
from kiosk.agent import covering
from kiosk.agent.covering import Covering
from kiosk.settings import Settings
from kiosk.store.writer import Writer

covering.GLANCE, covering.GATHER = 0.01, 0.0
settings = Settings(state=Path(sys.argv[1]))
one = Covering(settings, Writer(settings.replica), lambda: (sys.argv[2], sys.argv[3]), lambda: None, lambda: None)
one.open()
print("open", flush=True)
time.sleep(60)
"""


def agent(shelf: Shelf, **env: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", AGENT, str(shelf.settings.state), *shelf.badge]
    return subprocess.Popen(command, env={**os.environ, **env}, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX's")
@pytest.mark.parametrize("step", ["before cover", "after cover", "before cover:5"])
def test_killed_at_a_step_the_next_start_goes_on(step: str, shelf: Shelf, soon: Soon) -> None:
    names = shelf.stand(*range(8))
    with agent(shelf, WEGWIJS_FAILPOINT=step) as process:
        _, said = process.communicate(timeout=60)
    assert b"failpoint" in said
    assert process.returncode == -9
    assert shelf.here() < set(names)
    shelf.covering.open()
    soon(lambda: shelf.here() == set(names))


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX's")
def test_killed_at_any_moment_whatever_has_its_name_is_whole(shelf: Shelf, soon: Soon) -> None:
    names = shelf.stand(*range(400), size=100_000)
    moments, before = Random(5), -1
    for _ in range(8):
        with agent(shelf) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(moments.uniform(0.03, 0.12))
            process.kill()
        here = len(shelf.here())
        assert here >= before
        before = here
    assert 0 < before < len(names)
    shelf.covering.open()
    soon(lambda: shelf.here() == set(names))
    assert not list(shelf.settings.covers.rglob("*.new"))
