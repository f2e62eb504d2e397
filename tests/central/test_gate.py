"""Nobody waits twice for a system that is dead, and nobody asks the same thing twice."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from kiosk.central.catalogue import gate
from kiosk.central.catalogue.gate import Answer, Gate
from kiosk.errors import Unreachable


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "BUDGET", 0.3)
    monkeypatch.setattr(gate, "REST", 0.5)


@pytest.fixture
def stuck() -> Iterator[threading.Event]:
    """What hangs until it is set."""
    event = threading.Event()
    yield event
    event.set()


@pytest.fixture
def slow(stuck: threading.Event) -> Callable[[], int]:
    """7, once `stuck` is set."""

    def put() -> int:
        stuck.wait(5)
        return 7

    return put


def value(answer: Answer[int] | None) -> int | None:
    return answer.value if answer else None


def down() -> int:
    raise Unreachable("It does not answer", "https://ils.example.org")


def until(holds: Callable[[], object], seconds: float = 5) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.01)


def test_an_answer_stands_for_a_while_and_is_asked_for_once() -> None:
    asked: list[int] = []
    one: Gate[int] = Gate("one")
    first = one.ask("t1", lambda: asked.append(1) or 7)
    again = one.ask("t1", lambda: asked.append(2) or 8)
    assert (value(first), value(again), asked) == (7, 7, [1])
    assert first is not None
    assert first is again  # with the moment at which it came


def test_an_old_answer_is_asked_for_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "FRESH", 0.0)
    one: Gate[int] = Gate("one")
    assert [value(one.ask("t1", lambda: 7)), value(one.ask("t1", lambda: 8))] == [7, 8]


def test_many_who_ask_the_same_are_one_question(stuck: threading.Event) -> None:
    one: Gate[int] = Gate("one")
    asked: list[int] = []

    def put() -> int:
        asked.append(1)
        stuck.wait(5)
        return 7

    heard: list[int | None] = []
    threads = [threading.Thread(target=lambda: heard.append(value(one.ask("t1", put)))) for _ in range(6)]
    for thread in threads:
        thread.start()
    until(lambda: asked)
    stuck.set()
    for thread in threads:
        thread.join()
    assert (asked, heard) == ([1], [7] * 6)


def test_one_waits_for_a_dead_system_and_the_next_does_not(slow: Callable[[], int]) -> None:
    one: Gate[int] = Gate("one")
    begin = time.monotonic()
    assert one.ask("t1", slow) is None
    assert 0.25 < time.monotonic() - begin < 2
    begin = time.monotonic()
    assert [one.ask(f"t{number}", lambda: 7) for number in range(2, 40)] == [None] * 38
    assert time.monotonic() - begin < 0.25


def test_a_failure_is_as_good_as_no_answer() -> None:
    one: Gate[int] = Gate("one")
    assert one.ask("t1", down) is None
    assert one.ask("t2", lambda: 7) is None


def test_later_a_question_goes_out_that_nobody_waits_for(stuck: threading.Event, slow: Callable[[], int]) -> None:
    one: Gate[int] = Gate("one")
    assert one.ask("t1", down) is None
    time.sleep(0.6)
    begin = time.monotonic()
    assert one.ask("t2", slow) is None
    assert time.monotonic() - begin < 0.2
    stuck.set()
    until(lambda: one.ask("t2", lambda: 8))
    assert value(one.ask("t2", lambda: 9)) == 7
    assert value(one.ask("t3", lambda: 10)) == 10


def test_so_many_at_a_time_and_no_more(stuck: threading.Event) -> None:
    one: Gate[int] = Gate("one")
    begun: list[int] = []

    def put() -> int:
        begun.append(1)
        stuck.wait(5)
        return 7

    threads = [threading.Thread(target=one.ask, args=(f"t{number}", put)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(begun) == gate.AT_ONCE


def test_a_late_answer_is_there_for_the_next(stuck: threading.Event, slow: Callable[[], int]) -> None:
    one: Gate[int] = Gate("one")
    assert one.ask("t1", slow) is None
    stuck.set()
    until(lambda: value(one.ask("t1", lambda: 8)) == 7)


def test_only_so_many_answers_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "REMEMBERED", 3)
    one: Gate[int] = Gate("one")
    for number in range(10):
        one.ask(f"t{number}", lambda: 7)
    assert [value(one.ask(f"t{number}", lambda: 8)) for number in (0, 9)] == [8, 7]


def test_a_mistake_of_our_own_is_no_answer_and_does_not_block(caplog: pytest.LogCaptureFixture) -> None:
    one: Gate[int] = Gate("one")
    with caplog.at_level(logging.WARNING):
        assert one.ask("title-of-somebody", lambda: 1 // 0) is None
    assert "ZeroDivisionError" in caplog.text
    time.sleep(0.6)
    one.ask("t2", lambda: 7)
    until(lambda: value(one.ask("t2", lambda: 8)) == 7)


def test_which_title_was_asked_for_is_not_written_down(caplog: pytest.LogCaptureFixture) -> None:
    def put() -> int:
        raise Unreachable("There is no title-of-somebody", "https://ils.example.org/title-of-somebody")

    with caplog.at_level(logging.DEBUG):
        assert Gate[int]("one").ask("title-of-somebody", put) is None
    assert "does not say which copies are in" in caplog.text
    assert "title-of-somebody" not in caplog.text
