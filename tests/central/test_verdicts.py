"""One promise per verdict; what is wrong is only said when it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from kiosk.central.fleet import wording
from kiosk.central.fleet.verdicts import SEVERITIES, Ours, Sign, problems
from kiosk.wire import Health, Updated, Wipes

NOW = datetime(2026, 11, 18, 13, 7, tzinfo=UTC)
OPENED = NOW - timedelta(hours=4)
MINUTE = timedelta(minutes=1)
OURS = Ours(version="0.2.0", lessons="abc")
WELL = Health(
    version="0.2.0",
    at=NOW,
    screen="0.2.0",
    lessons="abc",
    index="ready",
    synchronised=True,
    free=50 << 30,
    disk=60 << 30,
)


def found(
    health: Health | None = WELL, opened: datetime | None = OPENED, seen: datetime | None = NOW - MINUTE, **sign: Any
) -> dict[str, str]:
    """Code and severity of each problem."""
    given = Sign(**{"seen": seen, "health": health, "received": seen if health else None, **sign})
    return {problem.code: problem.severity for problem in problems(given, NOW, opened, OURS)}


def but(**values: Any) -> Health:
    return replace(WELL, **values)


def test_of_a_kiosk_that_is_well_nothing_is_said() -> None:
    assert found() == {}
    assert found(opened=None) == {}


def test_silence_while_the_branch_is_open_is_an_alarm() -> None:
    assert found(seen=NOW - 11 * MINUTE) == {"silent": "alarm"}
    assert found(seen=NOW - 9 * MINUTE) == {}


def test_silence_while_the_branch_is_closed_is_none() -> None:
    assert found(seen=NOW - timedelta(hours=15), opened=None) == {}


def test_a_kiosk_gets_some_minutes_to_start_after_the_branch_opened() -> None:
    yesterday = NOW - timedelta(hours=20)
    assert found(seen=yesterday, opened=NOW - 5 * MINUTE) == {}
    assert found(seen=yesterday, opened=NOW - 15 * MINUTE) == {"silent": "alarm"}


def test_one_that_was_enrolled_and_never_called_is_silent_too() -> None:
    assert found(health=None, seen=None) == {"silent": "alarm"}


def test_a_kiosk_that_is_not_enrolled_or_was_blocked_is_only_noted() -> None:
    assert found(health=None, seen=None, enrolled=False) == {"never": "note"}
    assert found(health=but(quarantined=3), enrolled=False) == {"blocked": "note"}


def test_a_kiosk_that_calls_but_never_tells_how_it_is() -> None:
    assert found(health=None) == {"tells-nothing": "warning"}
    assert found(received=NOW - 40 * MINUTE) == {"stale": "warning"}
    assert found(received=NOW - 20 * MINUTE) == {}


def test_traces_of_a_visitor_are_an_alarm() -> None:
    assert found(but(wipes=Wipes(count=8, hour=OPENED, left=2))) == {"traces": "alarm"}


def test_refused_facts_are_said() -> None:
    assert found(but(quarantined=1)) == {"quarantined": "warning"}


def test_facts_that_wait_long_although_the_kiosk_is_in_touch_are_stuck() -> None:
    assert found(but(waiting=2, oldest=700)) == {"stuck": "warning"}
    assert found(but(waiting=2, oldest=60)) == {}


@pytest.mark.parametrize("ahead", [3 * MINUTE, -3 * MINUTE, -timedelta(days=20000)])
def test_a_clock_that_is_wrong(ahead: timedelta) -> None:
    assert found(ahead=ahead) == {"clock": "warning"}
    assert found(ahead=ahead / 1e9) == {}


def test_a_clock_that_nothing_keeps_right_is_noted() -> None:
    assert found(but(synchronised=False)) == {"clock-loose": "note"}
    assert found(but(synchronised=None)) == {}


def test_a_disk_that_fills_up_and_one_that_is_full() -> None:
    assert found(but(free=1 << 30)) == {"disk-low": "warning"}
    assert found(but(free=100 << 20)) == {"disk-full": "alarm"}
    assert found(but(free=None)) == {}


def test_without_a_screen_an_open_branch_has_a_dark_computer() -> None:
    assert found(but(screen="")) == {"no-screen": "alarm"}
    assert found(but(screen=""), opened=None) == {}


def test_a_screen_of_another_version() -> None:
    assert found(but(screen="0.1.0")) == {"other-screen": "warning"}


def test_a_catalogue_that_cannot_be_searched() -> None:
    assert found(but(index="failed")) == {"index": "warning"}
    assert found(but(index="behind")) == {}


def test_what_a_kiosk_mended_is_noted() -> None:
    assert found(but(notes=["replica.db was put aside"])) == {"mended": "note"}


def test_a_newer_version_is_noted_and_an_older_central_is_no_reason() -> None:
    assert found(but(version="0.1.9", screen="0.1.9", lessons="x")) == {"old-version": "note"}
    assert found(but(version="0.10.0", screen="0.10.0", lessons="x")) == {}


def test_other_lessons_in_the_same_version() -> None:
    assert found(but(lessons="xyz")) == {"other-lessons": "warning"}


def test_an_update_that_failed() -> None:
    failed = Updated(order="o", version="0.3.0", at=NOW, reason="not-verified")
    assert found(but(updated=failed)) == {"update-failed": "warning"}
    assert found(but(updated=replace(failed, reason=""))) == {}


def test_the_worst_comes_first() -> None:
    bad = but(synchronised=False, quarantined=1, wipes=Wipes(left=1), notes=["x"])
    severities = list(found(bad).values())
    assert severities == sorted(severities, key=SEVERITIES.index)
    assert severities[0] == "alarm"


def test_every_verdict_has_a_sentence_and_something_to_do() -> None:
    healths = [
        but(wipes=Wipes(left=1), quarantined=1, waiting=1, oldest=999, synchronised=False, free=0, screen=""),
        but(free=1 << 30, screen="0.1.0", index="failed", notes=["x"], lessons="y"),
        but(version="0.1.0", updated=Updated(order="o", version="1", at=NOW, reason="failed")),
        None,
    ]
    signs = [Sign(seen=NOW, health=health, received=NOW, ahead=timedelta()) for health in healths]
    signs += [Sign(enrolled=False), Sign(enrolled=False, seen=NOW), Sign(seen=NOW - timedelta(days=3))]
    signs += [Sign(seen=NOW, health=WELL, received=NOW - timedelta(hours=2), ahead=timedelta(hours=1))]
    given = [problem for sign in signs for problem in problems(sign, NOW, OPENED, OURS)]
    assert {problem.code for problem in given} == wording.PROBLEMS.keys()
    for problem in given:
        words = wording.said(problem, NOW)
        assert words.what
        assert words.do
        assert "%(" not in words.what
