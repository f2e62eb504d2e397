"""The one table of what every area publishes and accepts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from django.db.models import QuerySet

from kiosk.central.catalogue import feed as catalogue
from kiosk.central.events import feed as events
from kiosk.central.fleet import feed as fleet
from kiosk.central.guided import feed as guided
from kiosk.central.sync.accepting import Accept
from kiosk.central.sync.source import Source
from kiosk.central.workspaces import feed as workspaces
from kiosk.wire import Fact

SOURCES: Mapping[str, Source] = {
    **fleet.SOURCES,
    **workspaces.SOURCES,
    **guided.SOURCES,
    **events.SOURCES,
    **catalogue.SOURCES,
}

ACCEPTS: Mapping[type[Fact], Accept] = {**workspaces.ACCEPTS, **guided.ACCEPTS}

#: What facts became, by their ids; and what is over for so long that kiosks need not hear of it.
TOLD: tuple[QuerySet, ...] = (*workspaces.TOLD, *guided.TOLD)
FORGETS: tuple[Callable[[datetime], QuerySet], ...] = (workspaces.over, guided.over)

#: The kiosks at which somebody waits for an answer of that area.
WAITING: tuple[Callable[[datetime], Iterable[str]], ...] = (workspaces.waiting, guided.waiting)
