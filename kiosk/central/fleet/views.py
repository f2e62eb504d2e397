"""The fleet page: every kiosk of the branches one may see, what is wrong first; a page for each; orders to them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from kiosk.central.fleet import details, wording
from kiosk.central.fleet.health import STATES, Order
from kiosk.central.fleet.models import Branch
from kiosk.central.fleet.ordering import WHAT, give, give_all, is_version, lacking
from kiosk.central.fleet.watching import Row, ours, rows
from kiosk.central.roles import homes
from kiosk.clock import now

#: Orders of a kiosk that its page shows.
SHOWN = 10

STATE = dict(STATES)

MINUTE = timedelta(minutes=1)

View = Callable[..., HttpResponse]


def for_staff(view: View) -> View:
    """Volunteers have no business here."""

    @login_required
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        if not (isinstance(request.user, User) and request.user.is_staff):
            raise PermissionDenied
        return view(request, *args, **named)

    return wrapped


@for_staff
@require_GET
def fleet(request: HttpRequest) -> HttpResponse:
    """Every kiosk."""
    return render(request, "fleet.html", _listed(request))


@for_staff
@require_GET
def listed(request: HttpRequest) -> HttpResponse:
    """The list alone, for the page to renew itself."""
    return render(request, "fleet_list.html", _listed(request))


@for_staff
@require_GET
def kiosk(request: HttpRequest, kiosk: str) -> HttpResponse:
    """All that is known of one."""
    row, moment = _visible(request, kiosk), now()
    health = row.sign.health
    orders = [
        (order, STATE[order.state_at(moment)], wording.failure(order.reason))
        for order in Order.objects.filter(kiosk=row.kiosk).select_related("by")[:SHOWN]
    ]
    about = {"lines": details.lines(row, moment), "refused": details.refused(health), "orders": orders}
    more = {"notes": health.notes if health else [], "what": WHAT, "can": row.sign.enrolled}
    return render(request, "fleet_kiosk.html", {"row": row, **about, **more})


@for_staff
@require_http_methods(["GET", "POST"])
def order(request: HttpRequest, kiosk: str, what: str) -> HttpResponse:
    """Ask whether it is meant, and then give the order."""
    row = _visible(request, kiosk)
    if what not in WHAT:
        raise Http404
    version = request.POST.get("version", ours().version).strip() if what == "update" else ""
    wrong = what == "update" and not is_version(version)
    if request.method == "GET" or wrong:
        about = {"row": row, "what": what, "name": WHAT[what], "version": version, "wrong": wrong}
        return render(request, "fleet_order.html", about, status=400 if wrong else 200)
    _give(request, row, what, version)
    return redirect("fleet-kiosk", row.kiosk.pk)


@for_staff
@require_http_methods(["GET", "POST"])
def renew(request: HttpRequest) -> HttpResponse:
    """The new version for all the kiosks of the list that have an older one."""
    homes, chosen = _homes(request), request.GET.get("branch", "")
    version = request.POST.get("version", ours().version).strip()
    wrong = not is_version(version)
    older = [] if wrong else lacking(rows([home for home in homes if chosen in ("", home.pk)], now()), version)
    if request.method == "GET" or wrong:
        where = next((str(home) for home in homes if home.pk == chosen), "")
        about = {"older": older, "where": where, "chosen": chosen, "version": version, "wrong": wrong}
        return render(request, "fleet_renew.html", about, status=400 if wrong else 200)
    assert isinstance(request.user, User)
    count = give_all(older, request.user, now(), version)
    messages.success(
        request,
        _("Computers that were asked to take version %(version)s: %(count)s.") % {"version": version, "count": count},
    )
    return redirect(f"{reverse('fleet')}?{urlencode({'branch': chosen})}")


def _homes(request: HttpRequest) -> list[Branch]:
    assert isinstance(request.user, User)
    return list(homes(request.user).order_by("short"))


def _give(request: HttpRequest, row: Row, what: str, version: str) -> None:
    assert isinstance(request.user, User)
    given = give(row.kiosk.pk, what, request.user, now(), version, at_once="now" in request.POST)
    if given is None:
        messages.info(request, _("That was already asked of this computer. Wait until it is done, or for a day."))
    else:
        messages.success(request, _("The computer hears it within a minute. Below stands how it goes."))


def _listed(request: HttpRequest) -> dict[str, object]:
    homes, moment = _homes(request), now()
    chosen = request.GET.get("branch", "")
    found = rows([home for home in homes if chosen in ("", home.pk)], moment)
    groups = groupby([row for row in found if not row.wrong], key=lambda row: row.kiosk.branch)
    ago = functools.cache(lambda minutes: wording.heard(minutes, moment))
    calm = [(str(branch), [_brief(row, moment, ago) for row in group]) for branch, group in groups]
    wrong = [_brief(row, moment, ago) for row in found if row.wrong]
    return {"branches": homes, "chosen": chosen, "wrong": wrong, "calm": calm, "count": len(found)}


def _brief(row: Row, moment: datetime, ago: Callable[[int], str]) -> dict[str, object]:
    """A kiosk as a dictionary of texts: a template reads those ten times faster than objects."""
    orders = [f"{order.get_what_display()}: {order.get_state_display()}" for order in row.orders]
    seen, health = row.sign.seen, row.sign.health
    parts = [ago((moment - seen) // MINUTE) if seen else "", health.version if health else ""]
    parts += [*(problem.what for problem in row.problems), *orders]
    return {
        "pk": row.kiosk.pk,
        "name": row.kiosk.name,
        "branch": str(row.kiosk.branch),
        "worst": row.worst,
        "problems": [{"severity": one.severity, "what": one.what, "do": one.do} for one in row.problems],
        "orders": orders,
        "aside": " · ".join(part for part in parts if part),
    }


def _visible(request: HttpRequest, kiosk: str) -> Row:
    assert isinstance(request.user, User)
    found = rows(homes(request.user).filter(kiosks=kiosk), now(), only=kiosk)
    if not found:
        raise PermissionDenied
    return found[0]
