"""All that is known of one kiosk, as lines to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.template.defaultfilters import filesizeformat
from django.utils.formats import date_format
from django.utils.timesince import timesince
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from kiosk import wire
from kiosk.central.fleet import wording
from kiosk.central.fleet.watching import Row, ours
from kiosk.central.sync.models import Epoch, Head


@dataclass(frozen=True)
class Line:
    """One thing that is known."""

    what: str
    value: str


def lines(row: Row, moment: datetime) -> list[Line]:
    """Those of a kiosk, from whether it is there to what it is made of."""
    told = [
        Line(_("Stands"), f"{row.kiosk.branch}, {row.kiosk.desk or _('no desk')}"),
        Line(_("Last sign"), _ago(row.sign.seen, moment)),
    ]
    health = row.sign.health
    if health is None or row.sign.received is None:
        return told
    told += [Line(_("Last word about itself"), _ago(row.sign.received, moment))]
    told += [*_programs(health, row.sign.received), *_facts(health), *_computer(row, health)]
    return told + _shown(health)


def refused(health: wire.Health | None) -> list[tuple[str, datetime, str]]:
    """Kind, moment and reason of the refused facts, the newest first."""
    found = health.refused if health else []
    return [(wording.kind(one.kind), one.at, wording.reason(one.reason)) for one in found]


def _programs(health: wire.Health, received: datetime) -> list[Line]:
    return [
        Line(_("Version of the agent"), health.version),
        Line(_("Version of the screen"), health.screen or _("there is no screen")),
        Line(_("Last update"), _update(health.updated)),
        Line(_("Computer on since"), _moment(received - timedelta(seconds=min(health.uptime, _LONG)))),
        Line(_("Agent works since"), _moment(received - timedelta(seconds=min(health.running, _LONG)))),
    ]


def _facts(health: wire.Health) -> list[Line]:
    waits = _("%(count)s, the oldest for %(minutes)s minutes")
    values = {"count": health.waiting, "minutes": health.oldest // 60}
    return [
        Line(_("Messages that wait"), waits % values if health.waiting else _("none")),
        Line(_("Messages that were refused"), str(health.quarantined) if health.quarantined else _("none")),
    ]


def _computer(row: Row, health: wire.Health) -> list[Line]:
    error = _("%(seconds)s seconds off") % {"seconds": round(abs(row.sign.ahead.total_seconds()), 1)}
    kept = {True: _("kept right"), False: _("not kept right"), None: _("unknown whether it is kept right")}
    space = _("%(free)s free of %(all)s")
    known = health.free is not None and health.disk is not None
    sizes = {"free": filesizeformat(health.free or 0), "all": filesizeformat(health.disk or 0)}
    return [
        Line(_("Clock"), f"{error}, {kept[health.synchronised]}"),
        Line(_("Disk"), space % sizes if known else _("unknown")),
    ]


def _shown(health: wire.Health) -> list[Line]:
    same = _("the same as here") if health.lessons == ours().lessons else _("not the same as here")
    return [
        Line(_("Catalogue"), f"{_behind(health.cursors.get('titles', ''))}, {_index(health.index)}"),
        Line(_("Lessons"), f"{health.lessons or _('unknown')}, {same}"),
        Line(_("Wipes since the agent works"), _wipes(health.wipes)),
    ]


def _behind(cursor: str) -> str:
    """How far the titles of a kiosk are behind ours."""
    head = Head.objects.filter(feed="titles", scope="").values_list("rev", flat=True).first() or 0
    epoch, dash, rev = cursor.partition("-")
    if not (dash and rev.isdecimal()):
        return _("no titles yet")
    if epoch != f"e{Epoch.current()}":
        return _("from before a backup was restored")
    return _("up to date") if int(rev) >= head else _("%(count)s changes behind") % {"count": head - int(rev)}


def _index(state: str) -> str:
    said = {"ready": _("can be searched"), "behind": _("is being indexed"), "failed": _("cannot be searched")}
    return said.get(state, _("nothing to search"))


def _wipes(wipes: wire.Wipes) -> str:
    if wipes.hour is None:
        last = _("none before this hour")
    else:
        hours = {"from": _hour(wipes.hour), "to": _hour(wipes.hour + timedelta(hours=1))}
        last = _("the last on %(day)s between %(from)s and %(to)s")
        last = f"{wipes.count}, {last % {**hours, 'day': _day(wipes.hour)}}"
    left = _("%(count)s files would not go") % {"count": wipes.left} if wipes.left else _("everything went")
    return f"{last}; {left}"


def _update(updated: wire.Updated | None) -> str:
    if updated is None:
        return _("none that is known")
    said = wording.failure(updated.reason) or _("done")
    return f"{updated.version}, {_moment(updated.at)}: {said}"


def _ago(then: datetime | None, moment: datetime) -> str:
    if then is None:
        return _("never")
    if moment - then < timedelta(minutes=1):
        return _("just now")
    return _("%(time)s ago") % {"time": timesince(then, moment)}


def _moment(moment: datetime) -> str:
    return date_format(localtime(moment), "j F Y H:i")


def _day(moment: datetime) -> str:
    return date_format(localtime(moment), "j F")


def _hour(moment: datetime) -> str:
    return date_format(localtime(moment), "H:i")


#: Seconds: no computer is on for longer than fifty years.
_LONG = 50 * 366 * 86_400
