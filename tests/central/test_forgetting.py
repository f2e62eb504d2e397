"""What central lets go of, and what it keeps."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.central.guided.models import Ask as AskRow
from kiosk.central.guided.models import Withdraw as WithdrawRow
from kiosk.central.main import main
from kiosk.central.sync import forgetting
from kiosk.central.sync.accepting import OLDEST
from kiosk.central.sync.models import Fact as FactRow
from kiosk.central.workspaces.models import Claim as ClaimRow
from kiosk.central.workspaces.models import Leave as LeaveRow
from kiosk.central.workspaces.models import Visit
from kiosk.clock import now
from kiosk.wire import Ask, Claim, Leave, Withdraw
from tests.central.made_up import FakeKiosk, desk, new_id, soon

DAY = timedelta(days=1)
FACTS = (FactRow, ClaimRow, LeaveRow, WithdrawRow)


def happened() -> FakeKiosk:
    """One of each, in pairs that belong together."""
    kiosk, table = FakeKiosk(), desk()
    claim, ask = Claim(id=new_id(), desk=table.pk, until=soon()), Ask(id=new_id(), seat="", screen="home")
    facts = claim, Leave(id=new_id(), claim=claim.id), ask, Withdraw(id=new_id(), ask=ask.id)
    kiosk.send(*map(kiosk.sent, facts))
    return kiosk


def counts() -> list[int]:
    return [model.objects.count() for model in FACTS]


def test_facts_go_when_no_kiosk_can_say_them_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forgetting, "AT_ONCE", 3)
    happened()
    assert forgetting.forget(now() + OLDEST - DAY)["sync_fact"] == 0
    assert counts() == [4, 1, 1, 1]
    assert forgetting.forget(now() + OLDEST + DAY)["sync_fact"] == 4
    assert counts() == [0, 0, 0, 0]


def test_what_is_over_goes_and_kiosks_hear_of_it() -> None:
    kiosk = happened()
    kiosk.do(Ask(id=new_id(), seat="", screen="home"))
    assert (Visit.objects.count(), AskRow.objects.count()) == (1, 2)
    seen = {feed: kiosk.head(feed) for feed in ("visits", "replies")}
    forgetting.forget(now() + 3 * DAY)
    assert (Visit.objects.count(), AskRow.objects.count()) == (0, 0)
    assert [len(kiosk.changes(feed, cursor)) for feed, cursor in seen.items()] == [1, 2]
    assert all(change.deleted for feed, cursor in seen.items() for change in kiosk.changes(feed, cursor).values())


def test_what_is_of_today_stays() -> None:
    happened()
    forgetting.forget(now())
    assert counts() == [4, 1, 1, 1]
    assert (Visit.objects.count(), AskRow.objects.count()) == (1, 1)


def test_the_command_says_what_is_gone(capsys: pytest.CaptureFixture) -> None:
    assert main(["forget"]) == 0
    assert capsys.readouterr().out == "0 rows are gone: none.\n"
