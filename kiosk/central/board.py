"""The volunteers' page: all that somebody in the room must walk to, from the areas that know of it."""

from __future__ import annotations

from hashlib import sha256

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kiosk.central.guided.board import board_of
from kiosk.central.guided.views import NameForm, account, helper_of, visible
from kiosk.central.roles import homes
from kiosk.central.workspaces.conflicts import conflicts
from kiosk.clock import now


@login_required
@require_GET
def board(request: HttpRequest) -> HttpResponse:
    """What is to be done in the branches this account may see, oldest first, and the name it chose."""
    helper = helper_of(request)
    about = {"helper": helper, "form": NameForm(instance=helper)}
    return render(request, "hulp.html", {**about, **_to_do(account(request))})


@login_required
@require_GET
def asks(request: HttpRequest) -> HttpResponse:
    """The list alone, for the page to renew itself."""
    return render(request, "asks.html", {"helper": helper_of(request), **_to_do(account(request))})


def _to_do(user: User) -> dict[str, object]:
    moment = now()
    asked = board_of(visible(user), moment)
    clashes = conflicts(_branches(user), moment)
    # What can be seen, so that the page only changes when this does (the CSRF token is new every time)
    seen = repr((asked["mark"], [(clash.visit.pk, clash.visit.other) for clash in clashes]))
    return {**asked, "conflicts": clashes, "mark": sha256(seen.encode()).hexdigest()[:16]}


def _branches(user: User) -> list[str]:
    return list(homes(user).values_list("pk", flat=True))
