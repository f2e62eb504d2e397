"""Somebody of each role at a browser, and a row of every kind that staff have a page for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import Any

from django.contrib.auth.models import User
from django.test import Client

from kiosk.central import accounts
from kiosk.central.catalogue import filling
from kiosk.central.catalogue.models import Copy, Run, Shelved, Source, Theme, Title
from kiosk.central.events.models import Event
from kiosk.central.fleet.journal import note
from kiosk.central.fleet.models import Floor, Hours, Piece
from kiosk.central.guided.models import Account
from kiosk.central.sync.models import Fact, Waiting
from kiosk.central.workspaces.models import Visit
from kiosk.clock import now
from kiosk.wire import Claim
from tests.central.made_up import FakeKiosk, Keyed, branch, desk, new_id, soon

#: Roles by the names that tests use; `elsewhere`: staff of another branch.
ROLES = ("anonymous", "volunteer", "staff", "elsewhere", "central")

_ACCOUNTS = {
    "volunteer": ("wil", "volunteer", ["laak"]),
    "staff": ("bram", "staff", ["laak"]),
    "elsewhere": ("esra", "staff", ["escamp"]),
    "central": ("vera", "central", []),
}


def browser(role: str = "central", language: str = "nl") -> Client:
    """The browser of somebody in that role."""
    client = Client(headers={"accept-language": language})
    if role != "anonymous":
        client.force_login(person(role))
    return client


def person(role: str) -> User:
    """The account of that role, made when it is first asked for."""
    name, kind, branches = _ACCOUNTS[role]
    for one in ("laak", "escamp"):
        branch(one)
    if not User.objects.filter(username=name).exists():
        accounts.create(name, kind, branches)
    return User.objects.get(username=name)


def event(of: str = "laak", **values: Any) -> Event:
    """An activity there, in an hour."""
    row = Event(branch=branch(of), title={"nl": f"Taalcafé {of}"}, starts=soon(), ends=soon(120), **values)
    row.save()
    return row


def floor(of: str = "laak", number: int = 0) -> Floor:
    """A floor with a table on it."""
    row = Floor(branch=branch(of), number=number, name={"nl": f"Vloer {of}"}, width=1000, height=500)
    row.ground = row.walls = "M4 4H996V496H4Z"
    row.save()
    Piece.objects.create(floor=row, what="table", x=100, y=100, width=200, height=50, label={"nl": "Lange tafel"})
    return row


def title() -> Title:
    """A title with a copy in each of two branches."""
    row = Title(body=b"{}", title="Max Havelaar", authors="Multatuli", kind="book")
    row.save()
    for of in ("laak", "escamp"):
        Copy(title=row, branch=branch(of), call_number=f"MULT {of}").save()
    return row


def theme(of: str | None = "laak") -> Theme:
    """A themed shelf there, or of all the library, with a title on it."""
    row = Theme(branch=branch(of) if of else None, name={"nl": f"Over {of or 'alles'}"})
    row.save()
    Shelved.objects.create(theme=row, title=title())
    filling.fill(row)
    return row


def source() -> Source:
    """A system that nobody answers for, with an import that refused a record."""
    row = Source(slug="den-haag", name="Koha Den Haag", kind="oai", address="http://127.0.0.1:9/oai")
    row.save()
    reasons = [
        {"what": "refused", "position": 7, "reason": "without a title", "file": ""},
        {"what": "skipped", "position": 8, "reason": "an authority record", "file": ""},
    ]
    counts = {"read": 9, "added": 7, "changed": 0, "deleted": 0, "skipped": 1, "refused": 1, "copies": 5}
    Run(source=row, what="titels.mrc", ended=now(), report={**counts, "reasons": reasons, "astray": {"CPL": 3}}).save()
    return row


def hours(of: str = "laak") -> Any:
    """A branch that is open on Mondays."""
    row = branch(of)
    Hours.objects.create(branch=row, day=0, opens=time(10), closes=time(17))
    return row


def volunteer_account(*of: str, name: str = "noor") -> Account:
    """A volunteer of these branches."""
    for one in of:
        branch(one)
    accounts.create(name, "volunteer", list(of))
    return Account.objects.get(username=name)


def visit(of: str = "laak") -> Visit:
    """Somebody at a desk."""
    seat = desk(f"{of}-v1", of=of)
    FakeKiosk(of, name=f"Zuil {of}").do(Claim(id=new_id(), desk=seat.pk, until=soon()))
    return Visit.objects.get(desk=seat)


def fact() -> Fact:
    """What a kiosk sent."""
    visit()
    return Fact.objects.get()


#: A row in Laak, for each kind of page.
def waiting() -> Any:
    """A computer that shows a code."""
    key = Keyed()
    assert key.enrol().status_code == 202
    return Waiting.objects.get()


ROWS: dict[str, Callable[[], Any]] = {
    "catalogue.run": lambda: source().runs.get(),
    "catalogue.source": source,
    "catalogue.theme": theme,
    "catalogue.title": title,
    "events.event": event,
    "fleet.branch": hours,
    "fleet.entry": lambda: note(None, "change", branch("laak")),
    "fleet.floor": floor,
    "fleet.kiosk": lambda: FakeKiosk(name="Zuil").row,
    "guided.account": lambda: volunteer_account("laak"),
    "sync.fact": fact,
    "sync.waiting": waiting,
    "workspaces.desk": desk,
    "workspaces.visit": visit,
}
