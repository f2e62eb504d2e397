"""What all staff pages share: the fence around them, the way in and the front page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import LoginView, PasswordChangeView, redirect_to_login
from django.contrib.messages.views import SuccessMessageMixin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kiosk.central.fleet import wording
from kiosk.central.fleet.journal import note
from kiosk.central.fleet.models import Kiosk
from kiosk.central.fleet.watching import Row, rows
from kiosk.central.guided.models import Account
from kiosk.central.roles import homes, narrowed
from kiosk.central.sync import enrolment, tries
from kiosk.central.sync.models import Waiting
from kiosk.clock import now

#: Nothing but our own files, nowhere framed (Content Security Policy, level 3).
POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)

View = Callable[[HttpRequest], HttpResponse]


def fenced(get_response: View) -> View:
    """Middleware: every answer carries the policy, and no cache keeps what staff see."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    return answer


class LogIn(LoginView):
    """The way in; too many wrong words close it for a while."""

    template_name = "login.html"
    redirect_authenticated_user = True

    def post(self, request: HttpRequest, *args: object, **named: object) -> HttpResponse:
        if tries.too_many("login", tries.address(request)):
            text = _("Too many wrong passwords. Wait ten minutes.")
            return render(request, self.template_name, {"closed": text}, status=429)
        return super().post(request, *args, **named)

    def form_invalid(self, form: object) -> HttpResponse:
        tries.wrong("login", tries.address(self.request))
        return super().form_invalid(form)  # type: ignore[arg-type]


class NewPassword(SuccessMessageMixin, PasswordChangeView):
    """Everybody chooses their own."""

    template_name = "password.html"
    success_url = reverse_lazy("front")
    success_message = gettext_lazy("Your password was changed.")

    def form_valid(self, form: Any) -> HttpResponse:
        with transaction.atomic():
            note(form.user, "password", Account.objects.get(pk=form.user.pk))
            return super().form_valid(form)


def admin_login(request: HttpRequest) -> HttpResponse:
    """Django's own way into the admin leads to ours, so that guessing is limited there too."""
    if request.user.is_authenticated:
        raise PermissionDenied
    return redirect_to_login(request.GET.get("next") or reverse("admin:index"))


@login_required
def front(request: HttpRequest) -> HttpResponse:
    """Where to go; volunteers have one place only."""
    if not request.user.is_staff:
        return redirect("hulp")
    moment = now()
    kiosks = [(row.kiosk, _look(row), _told(row, moment)) for row in rows(homes(request.user), moment)]
    copied = narrowed(Kiosk.objects.all(), request.user).filter(keys__cloned__isnull=False).distinct()
    near = copied.select_related("branch").prefetch_related("keys")
    cloned = [kiosk for kiosk in near if enrolment.state(kiosk) == "cloned"]
    told = {"kiosks": kiosks, "cloned": cloned, "waiting": Waiting.objects.count()}
    return render(request, "front.html", told)


def _look(row: Row) -> str:
    if row.wrong:
        return "silent"
    return "heard" if row.sign.enrolled else "never"


def _told(row: Row, moment: datetime) -> str:
    """What the page of computers says of it too."""
    if row.problems:
        return " ".join(problem.what for problem in row.problems)
    seen = row.sign.seen
    return wording.heard(int((moment - seen).total_seconds() // 60), moment) if seen else _("not heard yet")
