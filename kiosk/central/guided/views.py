"""The volunteers' page: who asks for help, and saying that one comes."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from kiosk.central.guided.board import board_of
from kiosk.central.guided.feed import OPEN
from kiosk.central.guided.models import Ask, Helper
from kiosk.clock import now


class NameForm(forms.ModelForm):
    """The name that visitors read."""

    class Meta:
        model = Helper
        fields = ["name"]
        labels = {"name": gettext_lazy("Your name on the screens")}


@login_required
@require_GET
def board(request: HttpRequest) -> HttpResponse:
    """All open asks of the branches this account may see, oldest first."""
    helper = _helper(request)
    return render(
        request,
        "hulp.html",
        {"helper": helper, "form": NameForm(instance=helper), **board_of(_visible(_account(request)), now())},
    )


@login_required
@require_GET
def asks(request: HttpRequest) -> HttpResponse:
    """The list alone, for the page to renew itself."""
    return render(request, "asks.html", {"helper": _helper(request), **board_of(_visible(_account(request)), now())})


@login_required
@require_POST
def name(request: HttpRequest) -> HttpResponse:
    """Choose the name that visitors read."""
    form = NameForm(request.POST, instance=_helper(request) or Helper(user=_account(request)))
    if not form.is_valid():
        messages.error(request, _("Fill in a name of at most 30 letters."))
        return redirect("hulp")
    form.save()
    return redirect("hulp")


@login_required
@require_POST
def come(request: HttpRequest, ask: str) -> HttpResponse:
    """ "I am coming"."""
    helper = _helper(request)
    _must_see(request, ask)
    if helper is None:
        messages.error(request, _("First choose the name that visitors read."))
    elif not Ask.move(ask, ("open",), "coming", helper.name, now()):
        messages.info(request, _("Somebody else is already on the way, or it is no longer needed."))
    return redirect("hulp")


@login_required
@require_POST
def done(request: HttpRequest, ask: str) -> HttpResponse:
    """ "Helped"."""
    _must_see(request, ask)
    if not Ask.move(ask, OPEN, "done"):
        messages.info(request, _("This was already closed."))
    return redirect("hulp")


def _account(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def _helper(request: HttpRequest) -> Helper | None:
    return Helper.objects.filter(user=_account(request)).first()


def _visible(user: User) -> QuerySet[Ask]:
    if user.is_superuser:
        return Ask.objects.all()
    return Ask.objects.filter(kiosk__branch__helper__user=user)


def _must_see(request: HttpRequest, ask: str) -> None:
    if not _visible(_account(request)).filter(pk=ask).exists():
        raise PermissionDenied
