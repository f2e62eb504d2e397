from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from kiosk.central.sync.together import Together

SECONDS = 20


class Work:
    """Doubles numbers. `groups`: what was done together; `alone`: what was not. The first group is held up until
    `go`, so that all others gather behind it."""

    def __init__(self, poison: int | None = None) -> None:
        self.groups: list[list[int]] = []
        self.alone: list[int] = []
        self.go, self.began = threading.Event(), threading.Event()
        self._poison = poison

    def many(self, items: object) -> list[int]:
        numbers = list[int](items)  # type: ignore[call-overload]
        self.groups.append(numbers)
        self.began.set()
        assert self.go.wait(SECONDS)
        if self._poison in numbers:
            raise RuntimeError("poison")
        return [2 * number for number in numbers]

    def one(self, item: int) -> int:
        self.alone.append(item)
        if item == self._poison:
            raise ValueError("its own fault")
        return 2 * item


@contextmanager
def gathered(work: Work, count: int) -> Iterator[list[Future[int]]]:
    """So many threads behind a first one (0), which works already."""
    together = Together(work.many, work.one)
    with ThreadPoolExecutor(count + 1) as threads:
        first = threads.submit(together.do, 0)
        assert work.began.wait(SECONDS)
        others = [threads.submit(together.do, number) for number in range(1, count + 1)]
        wait_until(lambda: len(together._queue) == count)
        yield [first, *others]
        work.go.set()


def wait_until(there: Callable[[], bool]) -> None:
    pause = threading.Event()
    for _ in range(SECONDS * 100):
        if there():
            return
        pause.wait(0.01)
    raise AssertionError("it never came")


def test_who_comes_meanwhile_is_done_together_and_each_gets_its_own() -> None:
    work = Work()
    with gathered(work, 12) as futures:
        assert not any(future.done() for future in futures)
    assert [future.result(SECONDS) for future in futures] == [2 * number for number in range(13)]
    assert [sorted(group) for group in work.groups] == [[0], list(range(1, 13))]
    assert not work.alone


def test_nobody_suffers_for_another() -> None:
    work = Work(poison=5)
    with gathered(work, 8) as futures:
        pass
    for number, future in enumerate(futures):
        if number == 5:
            with pytest.raises(ValueError, match="its own fault"):
                future.result(SECONDS)
        else:
            assert future.result(SECONDS) == 2 * number
    assert sorted(work.alone) == list(range(1, 9))


def test_after_a_failure_it_goes_on_as_before() -> None:
    work = Work(poison=1)
    work.go.set()
    together = Together(work.many, work.one)
    with pytest.raises(ValueError, match="its own fault"):
        together.do(1)
    assert together.do(2) == 4
    assert work.alone == [1]


def test_who_is_cut_off_while_it_leads_leaves_the_others_to_themselves() -> None:
    class Cut(BaseException):
        pass

    def many(items: object) -> list[int]:
        raise Cut

    together = Together(many, lambda item: item)
    for number in range(2):
        with pytest.raises(Cut):
            together.do(number)


def test_a_crowd_is_served_to_the_last() -> None:
    work = Work()
    work.go.set()
    together = Together(work.many, work.one)
    with ThreadPoolExecutor(16) as threads:
        assert list(threads.map(together.do, range(3_000))) == [2 * number for number in range(3_000)]
    assert sorted(number for group in work.groups for number in group) == list(range(3_000))
