"""Where staff choose what to manage: one page of doors, with what each is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


def _list(page: str) -> str:
    return f"admin:{page}_changelist"


@dataclass(frozen=True)
class Door:
    """`may`: the right that opens it ("fleet.view_branch"); "": every member of staff may."""

    to: str
    title: Any
    about: Any
    may: str = ""


GROUPS: list[tuple[Any, list[Door]]] = [
    (
        _("The branch"),
        [
            Door(_list("fleet_branch"), _("Opening hours"), _("The week, and days that differ."), "fleet.view_branch"),
            Door(
                _list("workspaces_desk"),
                _("Desks"),
                _("Tables, computers and rooms that people can take."),
                "workspaces.view_desk",
            ),
            Door(
                _list("fleet_floor"), _("Floor plans"), _("What stands where, as visitors see it."), "fleet.view_floor"
            ),
            Door(
                _list("workspaces_visit"),
                _("Taken desks"),
                _("Which desk is taken, and until when. Nobody's name is in it."),
                "workspaces.view_visit",
            ),
        ],
    ),
    (
        _("What there is to do"),
        [
            Door(
                _list("events_event"),
                _("Activities"),
                _("The programme, and copies to next week."),
                "events.view_event",
            ),
            Door("lessons", _("Lessons"), _("Every lesson on the screens, step by step, in every language.")),
            Door(
                _list("catalogue_title"),
                _("Titles and copies"),
                _("Where a copy stands, and whether it is in."),
                "catalogue.view_title",
            ),
            Door(
                _list("catalogue_source"),
                _("Sources of titles"),
                _("The systems that titles and copies come from, and a try."),
                "catalogue.view_source",
            ),
            Door(
                _list("catalogue_run"),
                _("Imports"),
                _("What was brought when, and which records were refused."),
                "catalogue.view_run",
            ),
        ],
    ),
    (
        _("Screens and people"),
        [
            Door(_list("fleet_kiosk"), _("Kiosks"), _("The screens, and codes for new ones."), "fleet.view_kiosk"),
            Door(
                _list("sync_waiting"),
                _("Computers that wait"),
                _("Type the code of a new screen, and choose where it stands."),
                "sync.view_waiting",
            ),
            Door(
                _list("guided_account"), _("Accounts"), _("Who may log in, and a new password."), "guided.view_account"
            ),
            Door(_list("fleet_entry"), _("Log of changes"), _("Who changed what, and when."), "fleet.view_entry"),
            Door(_list("sync_fact"), _("Facts"), _("What kiosks have sent, as it came."), "sync.view_fact"),
        ],
    ),
]


@login_required
def manage(request: HttpRequest) -> HttpResponse:
    """The doors that somebody may open."""
    if not request.user.is_staff:
        raise PermissionDenied
    groups = [(title, _open(doors, request.user)) for title, doors in GROUPS]
    about = {**admin.site.each_context(request), "groups": groups, "title": _("Manage")}
    return render(request, "manage.html", about)


def _open(doors: list[Door], user: Any) -> list[tuple[str, Door]]:
    return [(reverse(door.to), door) for door in doors if not door.may or user.has_perm(door.may)]


@login_required
def back(request: HttpRequest, app: str) -> HttpResponse:
    """Django has a page for each app; ours are all on one."""
    return redirect("manage")
