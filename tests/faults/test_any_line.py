"""Whatever lines, clocks and computers do between three kiosks and central: nothing is lost or doubled, and when the
lines are sound again everybody knows the same."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from kiosk.central.guided.models import Ask as AskRow
from kiosk.central.sync.models import Epoch, Fact, Head
from kiosk.central.workspaces.models import Desk, Visit
from kiosk.wire import Ask, Claim, Leave, Withdraw
from tests.faults.line import FAULTS
from tests.faults.world import BEGIN, DESKS, Kiosk, World

MINUTE = timedelta(minutes=1)

some_kiosk = some.integers(0, 2)
some_faults = some.lists(some.tuples(some.sampled_from(FAULTS), some.floats(0, 1, exclude_max=True)), max_size=6)
some_id = some.uuids(version=4).map(str)


class AnyLine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.world = World()

    def kiosk(self, place: int) -> Kiosk:
        return self.world.kiosks[place]

    @rule(at=some_kiosk, id=some_id, desk=some.sampled_from(DESKS), minutes=some.sampled_from([15, 60, 600]))
    def somebody_claims_a_desk(self, at: int, id: str, desk: str, minutes: int) -> None:
        kiosk = self.kiosk(at)
        kiosk.keep(Claim(id=id, desk=desk, until=self.world.now + kiosk.ahead + minutes * MINUTE))

    @rule(at=some_kiosk, id=some_id, which=some.integers(0, 99))
    def somebody_takes_back_what_was_asked(self, at: int, id: str, which: int) -> None:
        made = [fact for fact in self.world.asked.values() if isinstance(fact, Claim | Ask)]
        if made:
            fact = made[which % len(made)]
            back = Leave(id=id, claim=fact.id) if isinstance(fact, Claim) else Withdraw(id=id, ask=fact.id)
            self.kiosk(at).keep(back)

    @rule(at=some_kiosk, id=some_id)
    def somebody_asks_for_help(self, at: int, id: str) -> None:
        self.kiosk(at).keep(Ask(id=id, seat="t1", screen="lesson"))

    @rule(at=some_kiosk, faults=some_faults)
    def a_kiosk_speaks_with_central(self, at: int, faults: Any) -> None:
        self.kiosk(at).line.faults = list(faults)
        self.kiosk(at).exchange()

    @rule(at=some_kiosk, which=some.integers(0, 99))
    def what_was_under_way_for_long_arrives(self, at: int, which: int) -> None:
        late = self.kiosk(at).line.late
        if late:
            self.kiosk(at).line.deliver(late.pop(which % len(late)))

    @rule(seconds=some.sampled_from([1, 8, 60, 1_000, 3_600, 90_000]))
    def time_passes(self, seconds: int) -> None:
        self.world.now += timedelta(seconds=seconds)

    @rule(at=some_kiosk, how=some.sampled_from(["agent", "computer"]))
    def something_restarts(self, at: int, how: str) -> None:
        if how == "agent":
            self.kiosk(at).restart()
        else:
            self.kiosk(at).reboot()

    @rule(at=some_kiosk, days=some.sampled_from([0, 1, -1, None]))
    def a_clock_is_set(self, at: int, days: int | None) -> None:
        in_1970 = datetime(1970, 1, 1, tzinfo=UTC) - BEGIN
        self.kiosk(at).ahead = in_1970 if days is None else timedelta(days=days)

    @rule()
    def a_backup_of_central_is_put_back(self) -> None:
        with self.world.clock():
            Epoch.renew()

    @rule(id=some.sampled_from(DESKS), broken=some.booleans())
    def staff_change_a_desk(self, id: str, broken: bool) -> None:
        desk = Desk.objects.get(pk=id)
        desk.broken = broken
        desk.save()

    @rule()
    def a_volunteer_comes(self) -> None:
        waiting = AskRow.objects.filter(state="open").first()
        if waiting is not None:
            AskRow.move(waiting.pk, ("open",), "coming", "Vera", self.world.now)

    @invariant()
    def what_was_promised_is_here_or_there(self) -> None:
        there = set(Fact.objects.values_list("pk", flat=True))
        here = {sent.id for kiosk in self.world.kiosks for sent in kiosk.facts.to_send(10_000)}
        assert set(self.world.asked) <= there | here
        assert there <= set(self.world.asked)

    def teardown(self) -> None:
        try:
            self._judge()
        finally:
            self.world.close()

    def _judge(self) -> None:
        self.world.heal()
        assert [(kiosk.facts.waiting(), kiosk.facts.quarantined()) for kiosk in self.world.kiosks] == [(0, 0)] * 3
        assert self.world.facts() == self.world.asked
        fresh = self.world.fresh()
        for kiosk in self.world.kiosks:
            assert kiosk.known() == fresh
        assert not any(row.happened > row.received for row in Fact.objects.all())
        self._judge_repetition()

    def _judge_repetition(self) -> None:
        """All that central ever heard, once more and backwards, changes nothing."""
        before = _state()
        for kiosk in self.world.kiosks:
            for request in reversed(kiosk.line.heard):
                self.world.central(request)
        assert _state() == before


def _state() -> object:
    models = (Visit, AskRow, Fact, Head)
    return [sorted(map(str, model.objects.values_list())) for model in models]  # type: ignore[attr-defined]


def _settings(examples: int, steps: int) -> settings:
    return settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        derandomize=examples < 1000,
        suppress_health_check=list(HealthCheck),
    )


def test_whatever_the_lines_do_all_end_in_the_same_state(tables: None) -> None:
    run_state_machine_as_test(AnyLine, settings=_settings(int(os.environ.get("WEGWIJS_LINES") or 20), 30))


@pytest.mark.long
@pytest.mark.timeout(2 * 3600)
def test_a_night_of_bad_lines_ends_in_the_same_state(tables: None) -> None:
    run_state_machine_as_test(AnyLine, settings=_settings(1500, 40))
