"""What volunteers do on their page: choose a name, say that one comes, say that it is done."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from kiosk.central.fleet.journal import note
from kiosk.central.guided.feed import OPEN
from kiosk.central.guided.models import Account, Ask, Helper
from kiosk.central.roles import homes
from kiosk.clock import now

#: As Django's admin says which fields changed.
_RENAMED = [{"changed": {"fields": ["name on the screens"]}}]


class NameForm(forms.ModelForm):
    """The name that visitors read."""

    class Meta:
        model = Helper
        fields = ["name"]
        labels = {"name": gettext_lazy("Your name on the screens")}


@login_required
@require_POST
def name(request: HttpRequest) -> HttpResponse:
    """Choose the name that visitors read."""
    form = NameForm(request.POST, instance=helper_of(request) or Helper(user=account(request)))
    if not form.is_valid():
        messages.error(request, _("Fill in a name of at most 30 letters."))
        return redirect("hulp")
    helper = form.save()
    note(request.user, "change", Account.objects.get(pk=helper.user_id), details=_RENAMED)
    return redirect("hulp")


@login_required
@require_POST
def come(request: HttpRequest, ask: str) -> HttpResponse:
    """ "I am coming"."""
    helper = helper_of(request)
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


def account(request: HttpRequest) -> User:
    """Who is logged in."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def helper_of(request: HttpRequest) -> Helper | None:
    """What that account is to visitors, once it has chosen a name."""
    return Helper.objects.filter(user=account(request)).first()


def visible(user: User) -> QuerySet[Ask]:
    """The asks of the branches that this account may see."""
    return Ask.objects.filter(kiosk__branch__in=homes(user))


def _must_see(request: HttpRequest, ask: str) -> None:
    if not visible(account(request)).filter(pk=ask).exists():
        raise PermissionDenied
